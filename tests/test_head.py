"""Who wrote to whom, when and about what is read in every form in which letters say it."""

import pytest
from report_pack import HEADS, head_checks

from conftest import in_proportion
from reply.model import Letter
from reply.pack import formulas, pack
from reply.pack.addressee import addressed, begun, is_addressee
from reply.pack.dates import split_date
from reply.pack.lines import Line, lines
from reply.pack.opening import grade_in, number_on_its_line
from reply.pack.signature import Signed, is_around, is_dated, is_formal, signed
from reply.pack.title import is_letterhead, is_title, issuer_of, number_of, title_start

TITLE = "关于县政协十届二次会议第35号提案的答复\n"
SAID = "您提出的《关于修路的提案》收悉,现答复如下:\n修路5条。\n"
LETTER = "李茂委员:\n" + SAID


def above(lines: str) -> Letter:
    """Return a letter with lines above its addressee."""
    return pack(f"{lines}\n{LETTER}")


def below(lines: str) -> Letter:
    """Return a letter with lines below its last sentence."""
    return pack(f"{LETTER}{lines}\n")


@pytest.mark.parametrize("name", HEADS)
def test_heads_in_the_form_of_published_ones_are_read_as_a_person_read_them(name: str) -> None:
    assert [(check.measure, check.detail) for check in head_checks(name) if not check.right] == []


@pytest.mark.parametrize("name", HEADS)
def test_the_heads_are_enough_to_judge_by(name: str) -> None:
    assert len(list(head_checks(name))) >= 100


@pytest.mark.parametrize(
    ("lines", "number"),
    [
        ("云民函〔2023〕87号", "云民函〔2023〕87号"),
        ("            云民函〔2023〕87号", "云民函〔2023〕87号"),
        ("云民函〔2023〕 87 号", "云民函〔2023〕87号"),
        ("云民函［２０２３］８７号", "云民函[2023]87号"),
        ("云民函﹝2023﹞87号", "云民函〔2023〕87号"),
        ("云民函(2023)87号", "云民函(2023)87号"),
        ("云政字〔2012〕30-17号", "云政字〔2012〕30-17号"),
        ("〔2023〕87号", "〔2023〕87号"),
        ("云民函〔2023〕87号 B1类 同意公开", "云民函〔2023〕87号"),
        ("云民函〔2023〕87号    签发人:张小山", "云民函〔2023〕87号"),
        ("云民函〔2023〕87号\n" + TITLE, "云民函〔2023〕87号"),
        (TITLE + "\n\n云民函〔2023〕87号\n", "云民函〔2023〕87号"),
        ("云民函〔2023〕87号" + TITLE, "云民函〔2023〕87号"),
        (TITLE.rstrip() + "(云民函〔2023〕87号)", "云民函〔2023〕87号"),
        ("文 号: | 云民函〔2023〕87号 |\n" + TITLE, "云民函〔2023〕87号"),
        ("索引号:0071 发文字号:云民函〔2023〕87号 主题词:\n" + TITLE, "云民函〔2023〕87号"),
        ("发文号 云民函〔2023〕87号 浏览量 3\n" + TITLE, "云民函〔2023〕87号"),
        ("文件编号:云民函〔2023〕87号 首页\n" + TITLE, "云民函〔2023〕87号"),
        ("文號:雲民函〔2023〕87號 瀏覽量 3\n關於第5號提案的答覆", "雲民函〔2023〕87號"),
        ("• 文 号:\n  • 云民函〔2023〕87号\n  • 发布机构:\n" + TITLE, "云民函〔2023〕87号"),
        ("文 号: | 云民函〔2023〕87号 |\n" + TITLE + "云民函〔2023〕87号", "云民函〔2023〕87号"),
        ("• 云民函〔2022〕1号\n• 首页\n" + TITLE + "云民函〔2023〕87号", "云民函〔2023〕87号"),
        ("文 号: | 关键字:\n" + TITLE, None),
        ("云民函〔202387号", None),
        ("相关文件:云民函〔2023〕87号", None),
        ("(2023)87号", None),
    ],
)  # fmt: skip
def test_the_number_is_found_wherever_a_letter_or_its_page_puts_it(lines: str, number: str | None) -> None:
    reply = above(lines)
    assert reply.number == number
    assert list(reply.citations) == []


@pytest.mark.parametrize(
    ("lines", "grade"),
    [
        ("(A)", "A"), ("A", "A"), ("B类", "B"), ("B1类", "B1"), ("( C 类 )", "C"), ("Ａ类", "A"), ("A类  同意公开", "A"), ("(A", "A"),
        ("类别:B", "B"), ("类 别: B", "B"), ("类别 B", "B"), ("类别 | A", "A"), ("类别标记:A", "A"), ("[ 类别 ] | B |", "B"),
        ("办复类别:B类", "B"), ("办理类别:C", "C"), ("答复类别:A类", "A"), ("办理结果:(A类)", "A"), ("办理类型:A", "A"), ("办复结果:B", "B"), ("办结类型:A类", "A"),
        ("分类:A", "A"), ("解决程度:B", "B"), ("类别:A类;公开", "A"),
        ("关于对县政协第56号B类提案的答复", "B"), ("云水函〔2022〕143号(A", "A"), ("云水函〔2022143号(A", "A"), ("云水函〔2022〕143号B类", "B"),
        ("类别:提案", None), ("主题分类:A", None), ("体裁分类:A", None), ("信息分类:B", None), ("A区", None), ("类别:AAAA级景区", None),
    ],
)  # fmt: skip
def test_the_grade_is_read_in_all_its_spellings(lines: str, grade: str | None) -> None:
    assert above(lines).grade == grade


def test_the_grade_may_stand_below_the_answer() -> None:
    assert below("云溪县民政局\n2022年5月6日\n办复类别:B类").grade == "B"


@pytest.mark.parametrize(
    ("line", "addressee"),
    [
        ("李茂委员:", "李茂委员"), ("尊敬的李茂委员:", "李茂委员"), ("敬爱的李茂代表:", "李茂代表"), ("李茂委员：", "李茂委员"), ("\u3000\u3000李茂委员:", "李茂委员"), ("尊敬的李茂委员", "李茂委员"),
        ("李茂等12位代表:", "李茂等12位代表"), ("李茂、王芳、赵小敏委员", "李茂、王芳、赵小敏委员"), ("李茂委员,您好:", "李茂委员"), ("李茂委员:您好!", "李茂委员"),
        ("民盟云溪县总支:", "民盟云溪县总支"), ("县政协经济科技委员会:", "县政协经济科技委员会"), ("云溪县民政局:", "云溪县民政局"),
    ],
)  # fmt: skip
def test_the_addressee_is_read_with_and_without_honour_and_colon(line: str, addressee: str) -> None:
    reply = pack(f"{TITLE}{line}\n{SAID}")
    assert reply.addressee == addressee
    assert [figure.text for figure in reply.figures] == ["5条"]


@pytest.mark.parametrize("word", ["委员", "代表", "支部", "总支", "委员会", "工商联", "界别", "小组", "联络委", "党组", "市委", "区委", "县委", "省委", "工委", "代表团", "促进会", "商会", "联合会", "总工会", "妇联", "团委", "学社", "农工党", "致公党", "支社", "基层委"])  # fmt: skip
def test_whom_letters_answer(word: str) -> None:
    assert pack(f"云溪{word}:\n{'按会议安排,'}\n\n答案在后。\n").addressee == f"云溪{word}"
    assert word in formulas.PEOPLE


def test_every_word_for_whom_letters_answer_has_its_example() -> None:
    assert len(formulas.PEOPLE) == 27


@pytest.mark.parametrize(
    "item", ["人大代表", "政协委员", "建议代表", "联名代表", "附议代表", "提案委员", "附议委员"]
)
def test_an_item_of_a_menu_or_form_is_nobody_addressed(item: str) -> None:
    assert pack(f"{item}\n{TITLE}{SAID}").addressee is None


@pytest.mark.parametrize(
    "line",
    [
        "联系人:王代表:",
        "关于修路的代表:",
        "第98号代表:",
        "《代表》委员:",
        "县十届会议代表",
        "提案人王委员:",
        "建议人王代表:",
        "答复代表:",
    ],
)
def test_a_line_that_says_more_is_no_addressee(line: str) -> None:
    assert pack(f"{line}\n{SAID}").addressee is None


def test_lines_of_the_page_may_stand_below_the_addressee() -> None:
    assert pack(f"李茂委员\n字号:大 中 小\n浏览:12\n{SAID}").addressee == "李茂委员"


@pytest.mark.parametrize("line", ["李茂委员", "李茂委员:"])
def test_the_addressee_needs_no_sentence_on_what_was_proposed(line: str) -> None:
    assert pack(f"{TITLE}{line}\n首先感谢您的关心。\n修路5条。\n").addressee == "李茂委员"


def test_whom_the_answer_itself_names_is_not_addressed() -> None:
    assert pack("来信收悉,现答复如下:\n王芳代表:\n您提出的意见已转县交通局。\n").addressee is None


def test_an_addressee_may_stand_in_the_line_of_the_first_words_in_which_figures_are_read() -> None:
    reply = pack("办理情况 |\n李茂等5位代表: 您好,您提出的“关于改造宿舍的建议”收悉。改造宿舍184个。\n")
    assert (reply.addressee, reply.subject) == ("李茂等5位代表", "关于改造宿舍的建议")
    assert [figure.text for figure in reply.figures] == ["184个"]


@pytest.mark.parametrize("blank", [0, 1, 10, 12, 40])
def test_blank_lines_do_not_count(blank: int) -> None:
    reply = pack(TITLE + "\n" * blank + LETTER.replace("\n", "\n" * (blank + 1)))
    assert (reply.title, reply.addressee, reply.subject) == (TITLE.strip(), "李茂委员", "关于修路的提案")


def test_a_long_page_above_the_letter_hides_nothing() -> None:
    reply = pack("关于第8号提案的答复\n" + "县情概况\n" * 60 + TITLE + "来源:云溪县民政局\n" + LETTER)
    assert (reply.title, reply.addressee, reply.sections[0].id) == (TITLE.strip(), "李茂委员", "preamble")


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("您提出的《关于修路的提案》收悉,", "关于修路的提案"),
        ("您提出的“关于修路的建议”收悉,", "关于修路的建议"),
        ("您提出的「关于修路的建议」收悉,", "关于修路的建议"),
        ('您提出的"关于修路的建议"收悉,', "关于修路的建议"),
        ("你们所提“关于修路的建议”收悉,", "关于修路的建议"),
        ("您提出的“关于修路”的提案,由我局办理,", "关于修路"),
        ("您提出的关于“修路通车的意见建议”收悉,", "修路通车的意见建议"),
        ("您提出的关于“路口没有路灯”的建议收悉,", "路口没有路灯"),
        ("您提出的关于修路的提案收悉,", "关于修路的提案"),
        ("您提出的关于修路、架桥的意见建议收悉,", "关于修路、架桥的意见建议"),
        ("你们所提关于修路的建议收悉,", "关于修路的建议"),
        ("您提出的关于修路的建议案收悉,", "关于修路的建议案"),
        ("您提出的“帮助修路的建议案”,", "帮助修路的建议案"),
        ("你们提出的《东村修路工程》的案收悉,", "东村修路工程"),
        ("您的来信《东村修路工程》的提案收悉,", "东村修路工程"),
        ("贵党派提交的关于修路的提案收悉,", "关于修路的提案"),
        ("现将您提出的关于修路的提案办理情况", "关于修路的提案"),
        ("您在会上提出的第7号“关于修路的建议”,", "关于修路的建议"),
        ("您提出的第7号《关于修路的建议》,", "关于修路的建议"),
        ("您提出的关于《关于修路的建议》(人大建议【2021】7号),", "关于修路的建议"),
        ("您提出的《东村修路工程》的建议,", "东村修路工程"),
        ("您提出的《东村修路工程》第37号建议,", "东村修路工程"),
        ("您提出的《东村修路工程》(第37号提案)收悉,", "东村修路工程"),
        ("您《关于修路的建议》收悉,", "关于修路的建议"),
        ("县政协二次会议第0411号《关于修路的提案》由我委分办,", "关于修路的提案"),
        ("感谢您对“三农”的关心,您提出的《关于修路的议案》收悉,", "关于修路的议案"),
        ("提出的关于修路的建议58,", "关于修路的建议"),
        ("按照《关于道路的规定》办理,", None),
        ("来信收悉,", None),
    ],
)  # fmt: skip
def test_the_subject_is_what_the_letter_calls_a_proposal(said: str, subject: str | None) -> None:
    reply = pack(f"李茂委员:\n{said}现答复如下:\n修路5条。\n")
    assert reply.subject == subject


def test_the_subject_may_stand_in_the_title_alone() -> None:
    assert (
        pack("县人大会议《关于修路的建议》(第72号)答复\n李茂代表:\n来信收悉。\n").subject == "关于修路的建议"
    )


@pytest.mark.parametrize(
    ("title", "read"),
    [
        ("云溪县民政局关于第5号提案的答复\n", "云溪县民政局关于第5号提案的答复"),
        ("对第5号提案的复函\n", "对第5号提案的复函"),
        ("关于第5号提案的答     复\n", "关于第5号提案的答复"),
        ("关于县政协八届三次会议第5号\n\n提案的答复\n", "关于县政协八届三次会议第5号提案的答复"),
        ("云溪县民政局\n\n关于县政协八届三次会议\n第5号提案的\n答 复\n", "云溪县民政局关于县政协八届三次会议第5号提案的答复"),
        ("关于第5号提案的答复(水利局)\n", "关于第5号提案的答复"),
        ("关于第5号提案的协办意见\n", "关于第5号提案的协办意见"),
        ("关于第5号提案的办理意见\n", "关于第5号提案的办理意见"),
        ("关于第5号提案的函\n", "关于第5号提案的函"),
        ("关于第5号提案的回复\n", "关于第5号提案的回复"),
        ("关于第4号提案的答复\n关于第5号提案的答复\n", "关于第5号提案的答复"),
        ("关于第5号提案的通报\n", None),
        ("关于第5号提案已收悉,请看答复\n", None),
    ],
)  # fmt: skip
def test_the_title_is_read_in_one_line_or_several(title: str, read: str | None) -> None:
    assert pack(title + LETTER).title == read


@pytest.mark.parametrize(
    ("lines", "issuer", "date"),
    [
        ("云溪县民政局\n2022年5月6日", "云溪县民政局", "2022-05-06"),
        ("云溪县民政局          \n          2022年5月6日    ", "云溪县民政局", "2022-05-06"),
        ("                云溪县民政局 2022年5月6日", "云溪县民政局", "2022-05-06"),
        ("云溪县民政局(盖章)\n2022年5月6日(此件公开发布)", "云溪县民政局", "2022-05-06"),
        ("云溪县民政局\n二〇二二年五月六日", "云溪县民政局", "2022-05-06"),
        ("云溪县民政局\n二OO七年十月十八日", "云溪县民政局", "2007-10-18"),
        ("云溪县民政局\n二○二二年五月六日", "云溪县民政局", "2022-05-06"),
        ("云溪县民政局\n2022 年 5 月 6 日", "云溪县民政局", "2022-05-06"),
        ("云溪县民政局\n２０２２年５月６日", "云溪县民政局", "2022-05-06"),
        ("云溪县民政局\n2022年5月6日\n联系单位:云溪县民政局\n联系电话:0756-1234567", "云溪县民政局", "2022-05-06"),
        ("云溪县民政局\n2022年5月6日\n办复类别:B类\n联系电话:0756-1234567", "云溪县民政局", "2022-05-06"),
        ("联系人:何小山\n云溪县民政局\n2022年5月6日", "云溪县民政局", "2022-05-06"),
        ("附件:1.名单\n2.经费表\n云溪县民政局\n2022年5月6日\n抄送:县人大、\n县政协", "云溪县民政局", "2022-05-06"),
        ("云溪县民政局\n2022年5月6日\n抄送:县人大。\n附件:名单", "云溪县民政局", "2022-05-06"),
        ("云溪县民政局\n2022年5月6日\n云溪县民政局办公室    2022年5月7日印发", "云溪县民政局", "2022-05-06"),
        ("云溪县民政局\n2022年5月6日\n扫一扫\n开发区管委会\n2023年1月1日", "云溪县民政局", "2022-05-06"),
        ("云溪县民政局\n2022年5月6日\n财政收入完成18.6亿元\n2023年1月1日", "云溪县民政局", "2022-05-06"),
        ("云溪县民政局\n2022506", "云溪县民政局", None),
        ("云溪县民政局", "云溪县民政局", None),
        ("2022年5月6日", None, "2022-05-06"),
        ("云溪县民政局\n2022年2月30日", "云溪县民政局", None),
    ],
)  # fmt: skip
def test_issuer_and_date_are_read_with_what_stands_around_them(
    lines: str, issuer: str | None, date: str | None
) -> None:
    reply = below(lines)
    assert (reply.issuer, reply.issuer_from, reply.date) == (issuer, None, date)
    assert reply.sections[1].text == "修路5条。\n"


BODIES = ["局", "厅", "部", "委", "政府", "办公室", "中心", "支队", "大队", "总队", "馆", "院", "署", "处", "科", "站", "会", "公司", "集团", "学校"]  # fmt: skip


@pytest.mark.parametrize("word", BODIES)
def test_who_signs_letters(word: str) -> None:
    assert below(f"云溪县东山{word}\n2022年5月6日").issuer == f"云溪县东山{word}"


def test_every_word_for_a_body_has_its_example() -> None:
    assert tuple(BODIES) == formulas.BODIES


def test_where_nobody_signs_the_title_names_the_issuer_and_the_letter_says_so() -> None:
    reply = above("云溪县民政局关于第5号提案的答复")
    assert (reply.issuer, reply.issuer_from) == ("云溪县民政局", "title")
    assert below("县民政局\n2022年5月6日").issuer_from is None
    assert above("雲溪縣民政局關於第5號提案的答覆").issuer == "雲溪縣民政局"


def test_where_the_title_names_nobody_a_letterhead_does() -> None:
    reply = above("云溪县民政局\n当前位置:首页\n关于第5号提案的答复")
    assert (reply.issuer, reply.issuer_from) == ("云溪县民政局", "letterhead")


@pytest.mark.parametrize(
    "host", ["云溪县人民政府", "云溪县政府办公室", "云溪县人大常委会", "云溪县政协", "云溪县政府网"]
)
def test_the_host_of_a_page_wrote_none_of_its_letters(host: str) -> None:
    assert above(f"{host}\n当前位置:首页\n关于第5号提案的答复").issuer is None


def test_contact_copies_and_attachments_are_whole_in_any_order() -> None:
    reply = below(
        "附件:1.名单\n    2.经费表\n云溪县民政局\n2022年5月6日\n(联系人:何小山)\n联系电话:0756-1234567\n抄送:县人大。"
    )
    assert reply.attachments == "附件:1.名单 2.经费表"
    assert reply.contact == "(联系人:何小山) 联系电话:0756-1234567"
    assert reply.copies == "抄送:县人大。"


CONTACT = ["联系人", "联系电话", "联系单位", "联系方式", "联系地址", "联系科室", "承办人", "承办单位", "经办人", "电话", "邮编", "邮政编码"]  # fmt: skip


@pytest.mark.parametrize("word", CONTACT)
def test_whom_to_ask(word: str) -> None:
    assert below(f"{word}:云溪 12\n云溪县民政局\n2022年5月6日").contact == f"{word}:云溪 12"


def test_every_word_for_whom_to_ask_has_its_example() -> None:
    assert tuple(CONTACT) == formulas.CONTACT


@pytest.mark.parametrize("word", ["抄送:", "抄报:", "抄:", "送:"])
def test_who_gets_a_copy(word: str) -> None:
    assert below(f"云溪县民政局\n2022年5月6日\n{word}县人大").copies == f"{word}县人大"


@pytest.mark.parametrize("word", ["附件:", "附:", "附件1:"])
def test_what_is_attached(word: str) -> None:
    assert below(f"{word}名单\n云溪县民政局\n2022年5月6日").attachments == f"{word}名单"


@pytest.mark.parametrize(
    "parts",
    [("类别", " ", "x"), ("王芳委员", ",", "您好:"), ("甲", " ", "局"), ("》", " ", ""), ("", "文号", ""), ("", "“", ""), ("", "关于", "答复"), ("", "如下", ""), ("(", " ", ""), ("", "云溪县", "局")],
    ids=["grade", "greeting", "signature", "subject", "labels", "quotes", "title", "formula", "number", "name"],
)  # fmt: skip
def test_a_hostile_line_takes_time_in_proportion(parts: tuple[str, str, str]) -> None:
    def text(size: int) -> str:
        line = parts[0] + parts[1] * (size // len(parts[1])) + parts[2]
        return f"{line}\n{LETTER}{line}\n"

    assert pack(text(10_000)).addressee
    assert in_proportion(text, pack, 10_000)


def test_nothing_is_counted_or_cited_in_the_head() -> None:
    reply = above("浏览量:132次\n关于《关于修路的办法》(云发〔2019〕3号)第5号提案的答复\n字号:12个")
    assert [figure.text for figure in reply.figures] == ["5条"]
    assert list(reply.citations) == []


@pytest.mark.parametrize(
    ("line", "words", "date"),
    [
        ("云溪县民政局2022年5月6日", "云溪县民政局", "2022-05-06"),
        ("云溪县民政局 2022 年 5 月 6 日", "云溪县民政局", "2022-05-06"),
        (" 云溪县民政局 二〇二二年五月六日 ", "云溪县民政局", "2022-05-06"),
        ("二零二二年十二月三十一日", "", "2022-12-31"),
        ("二 〇 二 二 年 五 月 六 日", "", "2022-05-06"),
        ("2022年2月30日", "", None),
        ("2022年13月6日", "", None),
        ("二〇二二年十十月六日", "", None),
        ("二〇二二年五月十十日", "", None),
        ("12022年5月6日", "12022年5月6日", None),
        ("3022年5月6日", "3022年5月6日", None),
        ("2022年5月6日。", "2022年5月6日。", None),
        ("云溪县民政局", "云溪县民政局", None),
        ("", "", None),
    ],
)
def test_a_date_at_the_end_of_a_line_is_parted_from_what_stands_before_it(
    line: str, words: str, date: str | None
) -> None:
    assert split_date(line) == (words, date)


@pytest.mark.parametrize(
    ("text", "issuer", "date"),
    [
        ("云溪县民政局", "云溪县民政局", None),
        ("云溪县民政局2022年5月6日", "云溪县民政局", "2022-05-06"),
        ("云溪县民政局(盖章)", "云溪县民政局", None),
        ("云溪县民政局2022年5月6日(此件公开发布)", "云溪县民政局", "2022-05-06"),
        ("县局", None, None),  # two characters are no name
        ("县财局", "县财局", None),
        ("溪" * 29 + "局", "溪" * 29 + "局", None),
        ("溪" * 30 + "局", None, None),
        ("由云溪县民政局,县财政局", None, None),
        ("云溪县民政", None, None),
        ("于2022年5月6日", None, None),
        ("2022年5月6日", None, "2022-05-06"),
        (" " * 300 + "2022年5月6日", None, None),
        (f"2022年5月6日({'公' * 20})", None, "2022-05-06"),
        (f"2022年5月6日({'公' * 21})", None, None),
    ],
)
def test_a_line_that_signs_or_dates(text: str, issuer: str | None, date: str | None) -> None:
    assert signed(text) == Signed(issuer, date)
    assert is_dated(text) == (date is not None)
    if issuer or date:
        assert is_formal(text)


@pytest.mark.parametrize(
    ("text", "dated", "around", "formal"),
    [
        ("2022506", True, False, True), ("20221011", True, False, True), ("2022  506", True, False, True), ("2022     506", False, False, False), ("3022506", False, False, False),
        ("(联系人:何小山)", False, True, True), ("抄送:县人大", False, True, True), ("附件:名单", False, True, True), ("附件所列道路修5条。", False, True, False), ("类别:A", False, True, True),
        ("云溪县民政局办公室 2022年5月7日印发", False, True, True), ("云溪县民政局办公室 2022年5月7日印", False, True, True), ("感谢您的支持。", False, False, True), ("", False, False, True),
        ("修路5条。", False, False, False),
    ],
)  # fmt: skip
def test_lines_of_the_end_of_a_letter(text: str, dated: bool, around: bool, formal: bool) -> None:
    assert (is_dated(text), is_around(text), is_formal(text)) == (dated, around, formal)


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("李茂委员:", True), ("李茂委员", True), ("委员:", True), ("委员", False), ("茂委员", True), ("员:", False), ("民盟云溪县总支:", True), ("民盟云溪县总支", False),
        ("李茂委员,您好:", True), ("李茂委员您好!", True), ("李茂委员。", False), ("关于委员:", False), ("人大代表", False), ("人大代表:", True),
        ("茂" * 58 + "委员:", True), ("茂" * 59 + "委员:", False),
        ("茂" * 23 + "委员", True), ("茂" * 24 + "委员", False),
        (" " * 200 + "李茂委员:", True),
    ],
)  # fmt: skip
def test_what_names_whom_a_letter_answers(line: str, is_one: bool) -> None:
    assert is_addressee(line) == is_one


def cut(text: str) -> list[Line]:
    return lines(text, text)


@pytest.mark.parametrize(
    ("text", "line", "name"),
    [
        ("李茂委员:\n您提出的建议收悉。", 0, "李茂委员"),
        ("李茂委员:\n" + "字号\n" * 5 + "收悉。", 0, "李茂委员"),
        ("李茂委员:\n" + "字号\n" * 6 + "王芳代表:\n收悉。", 7, "王芳代表"),  # too far from what was proposed
        ("李茂委员:\n" + "字号\n" * 5 + "王芳代表:\n收悉。", 6, "王芳代表"),
        ("李茂委员:\n" + "字号\n" * 4 + "王芳代表:\n收悉。", 0, "李茂委员"),
        ("李茂委员:\n字号\n", 0, "李茂委员"),
        ("对《关于修路的建议》的答复\n李茂委员:\n" + "字号\n" * 6 + "王芳代表:\n收悉。", 8, "王芳代表"),
        ("来信收悉。\n李茂委员:\n您提出的建议收悉。", None, ""),
        ("云溪民盟:\n您提出的建议收悉。", 0, "云溪民盟"),
        ("云溪民盟:\n字号\n您提出的建议收悉。", None, ""),
        ("溪" * 59 + ":\n收悉。", 0, "溪" * 59),
        ("溪" * 60 + ":\n收悉。", None, ""),
        ("  尊敬的李茂委员: \n收悉。", 0, "李茂委员"),
        ("\n\n李茂委员: 您好\n", 2, "李茂委员"),
    ],
)
def test_whom_of_those_who_are_named_a_letter_answers(text: str, line: int | None, name: str) -> None:
    found = addressed(cut(text))
    assert (found and found.line) == line
    if found:
        assert cut(text)[found.line].text[found.start : found.end] == name


def test_the_first_sentence_of_a_letter_to_nobody_says_that_it_has_begun() -> None:
    assert begun(cut("首页\n来信收悉。\n答复如下:\n")) == 1
    assert begun(cut("首页\n")) is None


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("关于第5号提案的答复", True), ("提案的答 复", True), ("第5号提案的复函(水利局)", True), ("关于第5号提案的通报", False), ("收悉的答复", False), ("", False),
        ("关" * 97 + "答复", True), ("关" * 98 + "答复", False),
        ("关于答复" + " " * 500, False), ("关于答复" + " " * 195, True), ("的答复(" + "水" * 40 + ")", True), ("的答复(" + "水" * 41 + ")", False),
    ],
)  # fmt: skip
def test_what_ends_a_title(line: str, is_one: bool) -> None:
    assert is_title(line) == is_one


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("关于第5号\n提案的\n第二\n答复", 0), ("关于第5号\n提案的\n第二\n第三\n答复", None), ("关于第5号\n\n\n提案的\n\n第二\n答复", 0), ("云溪县民政局\n关于第5号提案的答复", 0),
        ("云溪县民政局\n\n关于第5号提案的答复", 0), ("首页\n关于第5号提案的答复", 1), ("关于第4号提案的答复\n第5号提案的答复", None), ("提案的答复", None), ("云民函〔2023〕8号关于提案的答复", 0),
    ],
)  # fmt: skip
def test_where_a_title_of_several_lines_begins(text: str, start: int | None) -> None:
    found = cut(text)
    assert title_start(found, len(found) - 1) == start


@pytest.mark.parametrize(
    ("line", "is_one"),
    [("云溪县民政局", True), (" 云溪县民政局 ", True), ("民局", False), ("县民局", True), ("溪" * 29 + "局", True), ("溪" * 30 + "局", False), ("云溪县民政局2", False), ("云溪县2局", False)],
)  # fmt: skip
def test_a_letterhead_is_the_name_of_a_body(line: str, is_one: bool) -> None:
    assert is_letterhead(line) == is_one


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("云民函〔2023〕8号关于提案的答复", "云民函〔2023〕8号"), ("关于提案的答复(云民函〔2023〕8号)", "云民函〔2023〕8号"), ("关于提案的答复(云民函(2023)8号)", "云民函(2023)8号"),
        ("关于云民函〔2023〕8号的答复", None), ("关于提案的答复", None),
    ],
)  # fmt: skip
def test_the_number_in_a_title(line: str, number: str | None) -> None:
    place = number_of(line)
    assert (place and line[slice(*place)]) == number


def test_who_wrote_a_letter_as_its_title_begins() -> None:
    assert issuer_of("云溪县民政局关于第5号提案的答复") == issuer_of("云溪县民政局对第5号提案的答复") == 6
    assert issuer_of("关于云溪县民政局的答复") == issuer_of("云溪县民政局的答复") == 0


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("云民函〔2023〕8号", True), (" • 云民函〔2023〕8号 | ", True), ("云民函〔2023〕8号 B类", True), ("云民函〔2023〕8号 签发人:何小山", True), ("云民函〔2023〕8号 通知", False),
        ("见 云民函〔2023〕8号", False), ("首页", False),
    ],
)  # fmt: skip
def test_a_number_alone_on_its_line(line: str, number: bool) -> None:
    place = number_on_its_line(line)
    assert (place is not None) == number
    assert place is None or line[slice(*place)] == "云民函〔2023〕8号"


def test_a_line_that_says_the_grade_is_short() -> None:
    assert grade_in("类别:B" + "x" * 76) is None
    assert grade_in("类别:B " + "x" * 75) == "B"
    assert grade_in("类别:B " + "x" * 76) is None
