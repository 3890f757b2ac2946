"""A letter is cut where it says it begins, and its sections carry its own numbers; the page around it is not the letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reply.model import Letter
from reply.pack import formulas, pack
from reply.pack.headings import Heading, headings, ids, is_heading
from reply.pack.lines import lines as cut
from reply.pack.structure import is_residue, parts_to_come

OPENED = "李茂委员:\n您提出的《关于修路的提案》收悉,现答复如下:\n"
SIGNED = "感谢您的支持。\n云溪县民政局\n2022年5月6日\n"


def answered(text: str) -> Letter:
    return pack(OPENED + text + SIGNED)


def outline(letter: Letter) -> list[tuple[str, str | None]]:
    """Return id and heading of what stands between opening and closing."""
    around = ("preamble", "opening", "closing", "residue")
    return [(section.id, section.heading) for section in letter.sections if section.id not in around]


@pytest.mark.parametrize(
    ("text", "sections"),
    [
        ("一、道路\n修5条。\n二、桥梁\n修6座。\n", [("1", "一、道路"), ("2", "二、桥梁")]),
        ("一、道路\n(一)村道\n(二)县道\n二、桥梁\n(一)石桥\n", [("1", "一、道路"), ("1.1", "(一)村道"), ("1.2", "(二)县道"), ("2", "二、桥梁"), ("2.1", "(一)石桥")]),
        ("一、道路\n(一)村道\n1.路面\n(1)材料\n(2)厚度\n2.路基\n", [("1", "一、道路"), ("1.1", "(一)村道"), ("1.1.1", "1.路面"), ("1.1.1.1", "(1)材料"), ("1.1.1.2", "(2)厚度"), ("1.1.2", "2.路基")]),
        ("1、道路\n2、桥梁\n", [("1", "1、道路"), ("2", "2、桥梁")]),
        ("1)道路\n2)桥梁\n", [("1", "1)道路"), ("2", "2)桥梁")]),
        ("十、道路\n十一、桥梁\n", [("10", "十、道路"), ("11", "十一、桥梁")]),
        ("（一）道路\n（二）桥梁\n", [("1", "（一）道路"), ("2", "（二）桥梁")]),
        ("一 、道路\n二. 桥梁\n", [("1", "一 、道路"), ("2", "二. 桥梁")]),
        ("一、道路\n1.修路。\n2.养路。\n3.护路;\n4.管路。\n", [("1", "一、道路"), ("1.1", "1.修路。"), ("1.2", "2.养路。"), ("1.3", "3.护路"), ("1.4", "4.管路。")]),
        ("一、道路\n三、桥梁\n", [("1", "一、道路"), ("3", "三、桥梁")]),
        ("二、道路\n三、桥梁\n", [("2", "二、道路"), ("3", "三、桥梁")]),
        ("一、道路\n一、桥梁\n二、水渠\n", [("1", "一、道路"), ("2", "一、桥梁"), ("3", "二、水渠")]),
        ("1.道路\n2.桥梁\n一、水渠\n(一)干渠\n", [("1", "1.道路"), ("2", "2.桥梁"), ("3", "一、水渠"), ("3.1", "(一)干渠")]),
        ("一、道路。修5条。\n(一)村道。修2条。\n", [("1", "一、道路"), ("1.1", "(一)村道")]),
        ("一、关于道路的建议。\n修5条。\n", [("1", "一、关于道路的建议。")]),
        ("一、下一步打算:\n修5条。\n", [("1", "一、下一步打算:")]),
        ("1.加强养护:县里派人看路,保证雨季通行,并把责任落实到村。\n2.加强宣传:各村开会。\n", [("1", "1.加强养护"), ("2", "2.加强宣传")]),
        ("1.2019年修路\n2.2020年修桥\n", [("1", "1.2019年修路"), ("2", "2.2020年修桥")]),
        ("1.2亿元用于修路\n", [("body", None)]),
        ("一、\n修5条。\n", [("body", None)]),
        ("一方面修路\n", [("body", None)]),
    ],
)  # fmt: skip
def test_ids_follow_the_numbers_of_the_letter(text: str, sections: list[tuple[str, str | None]]) -> None:
    assert outline(answered(text)) == sections


@pytest.mark.parametrize("length", [10, 51, 60, 100, 148])
def test_a_heading_that_is_a_line_may_be_long(length: int) -> None:
    heading = "一、" + "路" * length + "。"
    assert outline(answered(f"{heading}\n修5条。\n二、桥梁\n")) == [("1", heading), ("2", "二、桥梁")]


def test_a_paragraph_with_the_number_of_a_chapter_is_a_section_without_a_heading() -> None:
    text = "一、" + "县里投入资金," * 10 + "修5条。还修桥6座。\n二、桥梁\n"
    assert outline(answered(text)) == [("1", None), ("2", "二、桥梁")]


def test_paragraphs_with_arabic_numbers_are_sections_where_one_of_them_has_a_heading() -> None:
    long = "县里投入资金," * 10 + "修5条。"
    assert outline(answered(f"1.{long}\n2.{long}\n")) == [("body", None)]
    assert outline(answered(f"1.{long}\n2.桥梁\n3.{long}\n")) == [("1", None), ("2", "2.桥梁"), ("3", None)]
    assert outline(answered(f"一、道路\n1.甲路\n2.{long}\n二、桥梁\n1.{long}\n")) == [
        ("1", "一、道路"), ("1.1", "1.甲路"), ("1.2", None), ("2", "二、桥梁")
    ]  # fmt: skip


def test_a_numbered_line_of_clauses_is_a_paragraph() -> None:
    assert outline(answered("1.修路;架桥;\n2.通水;通电;\n")) == [("body", None)]


def test_a_heading_keeps_its_words_and_its_title_has_neither_number_nor_stop() -> None:
    reply = answered("一、 道路建设。\n（一）　村道:修5条。\n")
    assert [(s.heading, s.title) for s in reply.sections if s.heading] == [
        ("一、 道路建设。", "道路建设"),
        ("（一）　村道", "村道"),
    ]


def test_a_list_of_what_was_proposed_is_the_opening_where_the_answer_counts_anew() -> None:
    text = "李茂委员:\n您提出的《关于修路的提案》收悉。您的建议是:\n1.修路;\n2.架桥。\n现答复如下:\n一、道路\n二、桥梁\n"
    assert outline(pack(text)) == [("1", "一、道路"), ("2", "二、桥梁")]
    assert "2.架桥" in pack(text).section("opening").text


def test_headings_before_a_formula_are_the_letters_where_none_begins_anew_behind_it() -> None:
    text = "李茂委员:\n您提出的《关于修路的提案》已转我局。\n一、道路\n修5条。\n有关情况如下:\n二、桥梁\n"
    assert outline(pack(text)) == [("1", "一、道路"), ("2", "二、桥梁")]


def test_a_heading_may_end_like_the_opening() -> None:
    text = "李茂委员:\n您提出的《关于修路的提案》已转我局。\n一、关于修路,答复如下:\n1.村道\n二、关于架桥,答复如下:\n"
    assert [id_ for id_, _ in outline(pack(text))] == ["1", "1.1", "2"]


@pytest.mark.parametrize(("length", "heading"), [(45, True), (50, True), (51, False)])
def test_what_a_line_goes_on_behind_is_a_heading_up_to_fifty_characters(length: int, heading: bool) -> None:
    [(id_, read), *_] = outline(answered(f"一、{'路' * length}。修5条。\n"))
    assert (id_, read is not None) == ("1", heading)


def test_a_stop_within_quotation_marks_ends_no_heading() -> None:
    heading = "一、关于您提出的“多修路。多架桥”建议回复。"
    assert outline(answered(f"{heading}\n修5条。\n")) == [("1", heading)]
    assert outline(answered("一、关于“修路。修5条。\n")) == [("1", "一、关于“修路")]


def test_a_heading_is_told_without_the_space_before_it() -> None:
    assert outline(answered("  \u3000一、道路\n修5条。\n")) == [("1", "一、道路")]


def test_a_line_of_two_hundred_characters_is_no_heading() -> None:
    assert outline(answered(f"一、{'路' * 200}\n修5条。\n")) == [("1", None)]


@pytest.mark.parametrize(
    ("lines", "opened"), [(3, "关于第5号提案的答复"), (12, "关于第5号提案的答复"), (13, "李茂委员:")]
)
def test_a_title_far_above_is_not_where_the_letter_begins(lines: int, opened: str) -> None:
    reply = pack("关于第5号提案的答复\n" + "县情概况\n" * lines + OPENED + "修5条。\n")
    assert reply.section("opening").text.startswith(opened)
    assert reply.title == "关于第5号提案的答复"


def test_letterhead_number_and_grade_above_the_addressee_are_the_letters() -> None:
    reply = pack("首页\n云溪县民政局\n\n云民函〔2023〕87号\n类别:B\n签发人:何小山\n" + OPENED)
    assert reply.section("opening").text.startswith("云溪县民政局\n")


def test_a_line_among_those_of_the_closing_does_not_part_it() -> None:
    reply = pack(
        OPENED + "修5条。\n感谢您的支持。\n此函已经何小山主任审阅并签字\n云溪县民政局\n2022年5月6日\n"
    )
    assert reply.section("closing").text.startswith("感谢您的支持。")


def test_a_sentence_that_begins_with_what_is_attached_is_the_answer() -> None:
    reply = pack(OPENED + "附件所列道路修5条。\n云溪县民政局\n2022年5月6日\n")
    assert reply.section("body").text == "附件所列道路修5条。\n"


def test_the_line_on_printing_is_the_letters() -> None:
    printed = "云溪县民政局办公室    2022年5月7日印发\n"
    assert pack(OPENED + "修5条。\n" + SIGNED + printed).section("closing").text.endswith(printed)


@pytest.mark.parametrize("date", ["2022506", "2022  506", "20221011"])
def test_a_date_that_the_page_destroyed_ends_the_letter_too(date: str) -> None:
    reply = pack(OPENED + f"修5条。\n云溪县民政局\n{date}\n财政收入完成18.6亿元\n2023年1月15日\n")
    assert reply.section("residue").text == "财政收入完成18.6亿元\n2023年1月15日\n"


@pytest.mark.parametrize(("length", "page"), [(60, True), (110, True), (130, False)])
def test_a_line_of_the_page_is_short(length: int, page: bool) -> None:
    reply = pack(OPENED + "修5条。\n" + "来源" + "县" * length + "\n")
    assert (reply.sections[-1].id == "residue") == page


@pytest.mark.parametrize(
    "page",
    [
        "提纲:\n\n一、道路\n\n二、桥梁\n\n关于第5号提案的答复",
        "1. 无障碍浏览 长者专版\n2. 繁体\n关于第5号提案的答复",
        "一、机构职能\n二、内设机构\n三、领导信息",
        "建议人 |\n彭小学 |\n承办单位 |\n县住建局 |\n具体承办人 |\n||\n办理 情况 |",
        "承办单位:县住建局\n联系电话:0756-1234567",
        "2021年8月17日 星期二\n首页 | 走进云溪",
        "云溪县民政局\n2021年1月1日\n关于第4号提案的答复",
    ],
    ids=["outline", "menu", "navigation", "form", "contact", "today", "another letter"],
)
def test_what_the_page_puts_above_a_letter_is_not_the_letter(page: str) -> None:
    alone = answered("一、道路\n修5条。\n二、桥梁\n")
    reply = pack(f"{page}\n" + alone.text)
    assert outline(reply) == [("1", "一、道路"), ("2", "二、桥梁")]
    assert (reply.addressee, reply.issuer, reply.date) == ("李茂委员", "云溪县民政局", "2022-05-06")
    assert [figure.text for figure in reply.figures] == ["5条"]


@pytest.mark.parametrize(
    "page",
    [
        "相关报道\n财政收入完成18.6亿元\n2023年1月15日\n",
        "财政收入完成18.6亿元\n2023年1月15日\n就业5200人\n2023年2月3日\n",
        "【打印本页】\n技术支持:云溪县大数据中心 联系电话:0756-5500000\n",
        "主办:云溪县人民政府办公室\n地址:东山路5号3楼\n联系电话:0756-5500000\n",
        "上一篇:云溪县水利局关于第6号提案的答复\n下一篇:云溪县教育局关于第7号提案的答复\n",
        "一、本站内容有5000条\n联系人:王小山\n",
    ],
    ids=["related", "related without a word", "footer with a telephone", "footer", "neighbours", "terms"],
)
def test_what_the_page_puts_below_a_letter_is_not_the_letter(page: str) -> None:
    alone = answered("修5条。\n")
    reply = pack(alone.text + page)
    assert reply.sections[-1] == (reply.sections[-1])._replace(id="residue", text=page)
    assert reply.sections[:-1] == alone.sections
    assert (reply.issuer, reply.date, reply.contact) == ("云溪县民政局", "2022-05-06", None)


AFTER = ["扫描关注", "扫一扫", "打印", "关闭", "分享", "上一篇", "下一篇", "上一条", "下一条", "ICP", "公网安备", "版权所有", "网站标识码", "返回", "二维码", "责任编辑", "相关报道", "相关链接", "相关文档", "相关信息", "相关阅读", "相关文章", "相关附件", "相关解读", "延伸阅读", "推荐阅读", "网站地图", "联系我们", "技术支持", "主办:", "主办单位", "<!--", "下载"]  # fmt: skip


@pytest.mark.parametrize("word", AFTER)
def test_a_word_of_the_page_ends_a_letter_that_nobody_dated(word: str) -> None:
    reply = pack(OPENED + "修5条。\n感谢您的支持。\n" + f"{word}\n联系电话:0756-5500000\n")
    assert reply.sections[-1].text == f"{word}\n联系电话:0756-5500000\n"
    assert reply.contact is None


def test_every_word_of_the_page_below_has_its_example() -> None:
    assert tuple(AFTER) == formulas.AFTER_LETTER


ABOVE = ["扫描关注", "扫一扫", "打印", "关闭", "分享到", "上一篇", "下一篇", "上一条", "下一条", "ICP", "公网安备", "版权所有", "主办单位", "网站标识码", "浏览量", "浏览次数", "浏览:", "当前位置", "首页", "字体", "字号:", "索引号", "索 引 号", "信息分类", "主题分类", "发文日期", "发布日期", "发布时间", "发布机构", "来源", "返回顶部", "无障碍", "二维码", "点击数", "点击率", "访问量", "责任编辑", "本站"]  # fmt: skip


@pytest.mark.parametrize("word", ABOVE)
def test_a_word_of_the_page_is_the_pages_at_the_end_of_a_letter_without_formulas(word: str) -> None:
    reply = pack(OPENED + f"修5条。\n{word}\n")
    assert [section.id for section in reply.sections] == ["opening", "body", "residue"]


def test_every_word_of_the_page_has_its_example() -> None:
    assert tuple(ABOVE) == formulas.RESIDUE


CLOSING = ["专此答复", "特此函复", "特此函告", "特此答复", "专此函复", "此复", "专此答覆", "特此函覆", "特此答覆", "此覆", "此致", "敬礼", "以上答复", "感谢您", "诚挚感谢", "衷心感谢", "再次感谢", "再次衷心感谢", "非常感谢", "十分感谢", "最后,感谢", "最后,再次感谢", "最后,希望您", "感谢你", "感谢贵", "感谢各位", "感谢代表", "感谢委员", "感谢对", "以上意见", "如有不满意", "恳请", "祝您"]  # fmt: skip


@pytest.mark.parametrize("words", CLOSING)
def test_thanks_and_formulas_are_the_closing(words: str) -> None:
    reply = pack(OPENED + f"修5条。\n{words}支持交通工作,谢谢。\n云溪县民政局\n2022年5月6日\n")
    assert reply.sections[2].text.startswith(words)


def test_every_formula_has_its_example() -> None:
    assert tuple(CLOSING) == formulas.CLOSING


NOTES = ["此件", "注:", "公开属性", "公开方式", "公开类别", "信息公开", "主动公开", "同意公开", "是否同意公开", "是否完成对外公开", "主题词", "校对", "签发", "办复类别", "办理类别", "答复类别", "办理结果", "办理类型", "类别", "类 别", "共印", "领导"]  # fmt: skip


@pytest.mark.parametrize("words", NOTES)
def test_notes_stand_around_a_signature(words: str) -> None:
    reply = pack(OPENED + f"修5条。\n({words}之一)\n云溪县民政局\n2022年5月6日\n({words}之二)\n打印\n")
    assert reply.sections[2].text == f"({words}之一)\n云溪县民政局\n2022年5月6日\n({words}之二)\n"


def test_every_note_has_its_example() -> None:
    assert tuple(NOTES) == formulas.NOTES


@pytest.mark.parametrize("words", ["下一步", "下一阶段", "今后", "接下来", "下阶段", "下步"])
def test_what_comes_next_is_a_part_of_its_own_behind_the_last_heading(words: str) -> None:
    reply = answered(f"一、道路\n修5条。\n{words},我局将修6条。\n")
    assert [section.id for section in reply.sections] == ["opening", "1", "outlook", "closing"]


def test_a_date_alone_in_the_answer_does_not_end_the_letter() -> None:
    reply = answered("一、进度\n开工时间\n2018年6月19日\n建成5条。\n二、资金\n共5万元。\n")
    assert outline(reply) == [("1", "一、进度"), ("2", "二、资金")]
    assert [figure.text for figure in reply.figures] == ["5条", "5万元"]


def test_thanks_at_the_beginning_do_not_end_the_letter() -> None:
    reply = answered("感谢您的关心。\n打印设备共12台,由县里下载安装\n还修路5条。\n")
    assert [figure.text for figure in reply.figures] == ["12台", "5条"]


def test_what_is_attached_below_the_signature_belongs_to_the_letter() -> None:
    reply = pack(OPENED + "修5条。\n" + SIGNED + "附件1\n全县道路一览表\n甲路全长5公里。\n打印本页\n")
    assert [figure.text for figure in reply.figures] == ["5条", "5公里"]
    assert (reply.issuer, reply.date) == ("云溪县民政局", "2022-05-06")


def test_a_letter_without_formulas_is_all_body() -> None:
    assert [section.id for section in pack("全县修路5条。\n").sections] == ["body"]


lines = st.lists(
    st.sampled_from(
        ["李茂委员:", "关于第5号提案的答复", "收悉,现答复如下:", "承办单位:县住建局", "联系电话:0756-1234567", "2022年5月6日", "云溪县民政局", "打印本页",
         "当前位置:首页", "一、道路", "1.甲", "(一)乙", "附件1", "抄送:县人大、", "感谢您的支持。", "下一步,修路。", "", "修路5条。", "云民函〔2023〕87号", "类别:A", "提纲:", "上一篇"]
    ),
    min_size=1,
)  # fmt: skip


@given(lines)
def test_no_line_is_lost_and_the_letter_is_never_all_the_pages(chosen: list[str]) -> None:
    text = "\n".join(chosen) + "\n"
    if not text.strip():
        return
    reply = pack(text)
    assert reply.text == text
    assert len({section.id for section in reply.sections}) == len(reply.sections)
    assert {section.parent for section in reply.sections} <= {
        None,
        *(section.id for section in reply.sections),
    }
    assert {section.id for section in reply.sections} - {"preamble", "residue"}


@pytest.mark.parametrize(
    ("line", "style", "number", "text", "title"),
    [
        ("一、道路", 1, 1, "一、道路", "道路"), (" (二) 村道。", 2, 2, " (二) 村道。", "村道"), ("12.路面:", 3, 12, "12.路面:", "路面"), ("(3)厚度;", 4, 3, "(3)厚度", "厚度"), ("3)厚度", 4, 3, "3)厚度", "厚度"),
        ("1.2019年修路", 3, 1, "1.2019年修路", "2019年修路"), ("一、修路。修5条。", 1, 1, "一、修路", "修路"), ("一、修路:修5条。", 1, 1, "一、修路", "修路"), ("一、:修路", 1, 1, "一、:修路", ":修路"),
        (f"一、{'路' * 30}:修5条。", 1, 1, f"一、{'路' * 30}", "路" * 30), (f"一、{'路' * 31}:修5条。", 1, 1, f"一、{'路' * 31}:修5条。", f"{'路' * 31}:修5条"),
        (f"一、{'路' * 31}:修5条。修6条。", 1, 1, f"一、{'路' * 31}:修5条", f"{'路' * 31}:修5条"), (f"1.{'路' * 50}", 3, 1, f"1.{'路' * 50}", "路" * 50), (f"1.{'路' * 51}", 3, 1, None, None),
        (f"一、{'路' * 150}", 1, 1, f"一、{'路' * 150}", "路" * 150), (f"一、{'路' * 151}", 1, 1, None, None), ("一、修路;架桥", 1, 1, None, None), ("一、“修。路”好。", 1, 1, "一、“修。路”好。", "“修。路”好"),
        ("一、“修。路好。", 1, 1, "一、“修", "“修"), ("一、修”路。好。", 1, 1, "一、修”路", "修”路"),
    ],
)  # fmt: skip
def test_what_heading_a_line_begins_with(
    line: str, style: int, number: int, text: str | None, title: str | None
) -> None:
    found = headings(cut(f"一、道路\n{line}\n", f"一、道路\n{line}\n"), 1, 2)
    if text is None and style > 2:
        assert found == []
    else:
        assert found == [Heading(1, style, number, text, title)]


@pytest.mark.parametrize("line", ["道路", "一道路", "1.2亿元", "一、", "(一)", "123.路", "一二三四、路", ""])
def test_a_line_without_a_number_and_words_is_no_heading(line: str) -> None:
    assert headings(cut(line, line), 0, len(cut(line, line))) == []
    assert is_heading(line) == (line in ("一、", "(一)"))


@pytest.mark.parametrize(
    ("marks", "given_"),
    [
        ("1:1 1:2", "1 2"), ("1:1 2:1 2:2 1:2 2:1", "1 1.1 1.2 2 2.1"), ("1:1 3:1 4:1 3:2 2:1", "1 1.1 1.1.1 1.2 1.2.1"), ("3:1 1:1 3:1", "1 2 2.1"), ("1:1 1:1 1:1 1:2", "1 2 3 4"),
        ("2:2 2:1 2:2 2:1", "2 1 3 4"), ("1:3 1:3 1:1 1:3 1:4", "3 4 1 5 6"), ("4:1 3:1 4:2 3:2", "1 1.1 2 2.2"),
    ],
)  # fmt: skip
def test_styles_nest_as_they_come_and_no_id_comes_twice(marks: str, given_: str) -> None:
    found = [Heading(n, int(mark[0]), int(mark[2:]), None, None) for n, mark in enumerate(marks.split())]
    assert " ".join(ids(found)) == given_


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("打印", True),
        ("打印。", False),
        ("修路", False),
        ("打印" + "页" * 117, True),
        ("打印" + "页" * 118, False),
    ],
)
def test_a_line_of_the_page_has_one_of_its_words(line: str, is_one: bool) -> None:
    assert is_residue(line) == is_one


@pytest.mark.parametrize(
    ("heading", "ahead"),
    [
        ("下一步工作", True), ("工作打算", True), ("下一步建议", False), ("修路", False), ("2023年我县将", True), ("2023年我县一直将", True), ("2023年我县也一直将", False), ("安排问题", False), ("打算修路", False),
        ("今后的提案", False), ("路" * 57 + "打算", True), ("路" * 59 + "打算", False),
    ],
)  # fmt: skip
def test_which_parts_say_what_comes_next(heading: str, ahead: bool) -> None:
    letter = answered(f"一、{heading}\n(一)修路\n修5条。\n二、其他\n修6条。\n")
    text = letter.text
    from reply.pack.structure import parts

    assert parts_to_come(parts(cut(text, text)).parts) == {"outlook", *(("1", "1.1") if ahead else ())}


@pytest.mark.parametrize(("between", "opened"), [(6, True), (7, True), (8, False)])
def test_the_formula_of_the_opening_stands_near_the_addressee(between: int, opened: bool) -> None:
    letter = pack("李茂委员:\n" + "感谢来信。\n" * between + "现答复如下:\n修5条。\n")
    assert letter.section("opening").text.endswith("如下:\n") == opened


@pytest.mark.parametrize(("length", "part"), [(60, "closing"), (61, "body")])
def test_a_line_among_those_of_the_closing_is_short(length: int, part: str) -> None:
    letter = pack(f"{OPENED}修5条。\n感谢您的支持。\n{'此' * length}\n云溪县民政局\n2022年5月6日\n")
    assert letter.section(part).text.find("感谢") >= 0


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("\n\n修路5条。\n", ["body"]),
        ("李茂委员:\n感谢您的支持。\n云溪县民政局\n2022年5月6日\n", ["opening", "closing"]),
        ("李茂委员:\n云溪县民政局\n2022年5月6日\n", ["opening", "closing"]),
        (OPENED + "修5条。\n感谢您的支持。\n县情概况\n", ["opening", "body", "closing", "residue"]),
        (OPENED + "修5条。\n感谢您的支持。\n县情概况。\n", ["opening", "body"]),
        (OPENED + "修5条。\n感谢您的支持。\n\n\n", ["opening", "body", "closing", "residue"]),
        (
            OPENED + "修5条。\n附件:1.名单\n2.经费\n3.图\n云溪县民政局\n2022年5月6日\n",
            ["opening", "body", "closing"],
        ),
        (
            OPENED + "修5条。\n云溪县民政局\n2022年5月6日\n抄送:县人大、\n县财政\n",
            ["opening", "body", "closing"],
        ),
        (
            OPENED + "修5条。\n云溪县民政局\n2022年5月6日\n抄送:县人大\n县财政\n",
            ["opening", "body", "closing", "residue"],
        ),
    ],
)
def test_what_parts_a_letter_has(text: str, parts: list[str]) -> None:
    assert [section.id for section in pack(text).sections] == parts


@pytest.mark.parametrize(
    ("lines_before", "subject"), [(0, "关于修路的提案"), (1, "关于修路的提案"), (2, None)]
)
def test_the_proposal_is_named_in_the_first_three_lines(lines_before: int, subject: str | None) -> None:
    text = "李茂委员:\n" + "您好。\n" * lines_before + "您提出的《关于修路的提案》很好。\n修路5条。\n"
    assert pack(text).subject == subject
