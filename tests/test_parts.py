"""Several words: all in a passage, in a section, in the letter; else the greater part of them, and that is told."""

from typing import Any

import pytest

from conftest import Run
from reply import load
from reply.ask.citations import citations
from reply.ask.figures import Filters, figures
from reply.ask.find import find
from reply.lookup.corpus import Corpus
from reply.lookup.fold import SCRIPT_TABLE
from reply.lookup.parts import Cover, covered, found_weight, lost_weight, of_parts, stretches, weight
from reply.lookup.search import EXACT, GUESSES, Found, Texts
from reply.lookup.tier import GUESSING
from reply.model import Letter
from reply.pack import pack

LETTER = load()


def of(*sentences: str) -> Letter:
    return pack("".join(f"{sentence}\n" for sentence in sentences))


def texts(letter: Letter, query: str) -> list[str]:
    return [str(row["text"]) for row in find(letter, query).rows]


def notes(letter: Letter, query: str) -> list[str]:
    return list(find(letter, query).notes)


def test_words_of_the_head_count_for_every_passage(run: Run) -> None:
    result = run("find", "民政厅 养老", "-c", "section,tier", "--no-header")
    assert result.lines == ["3.1\texact"]
    assert result.stderr == "“民政厅 养老” stand apart in the letter.\n"


def test_the_table_that_a_page_prints_above_the_letter_is_its_head() -> None:
    letter = pack(
        "| 发布机构 | 云溪县水务局 |\n\n关于水库建设的答复\n王明代表:\n您提出的建议收悉。\n水库年内开工。\n"
    )
    assert texts(letter, "云溪县 水库")[0] == "水库年内开工。"
    assert texts(letter, "云溪县") == []


def test_words_that_the_head_alone_has_are_answered_by_the_beginning() -> None:
    letter = pack(
        "| 发布机构 | 云溪县水务局 |\n\n关于水库建设的答复\n王明代表:\n您提出的建议收悉。\n年内开工。\n"
    )
    assert len(texts(letter, "云溪县 水务局")) == 1


def test_a_word_that_is_not_there_is_told_and_the_rest_answered(run: Run) -> None:
    result = run("find", "志愿者 总数", "-c", "section,tier", "--no-header")
    assert result.lines == ["2.3\tparts", "2.3\tparts"]
    assert result.stderr == "No passage has “总数” too; found the rest, “志愿者”.\n"
    chinese = run("find", "志愿者 总数", REPLY_LANG="zh").stderr
    assert chinese == "没有同时提到“总数”的段落，只按其余部分找到“志愿者”。\n"


@pytest.mark.parametrize(
    "query",
    [
        "养老 高铁",  # half of it
        "地铁 票价 社区",
        "云溪县 慈善超市",  # a place that is not there
        "义工 殡葬",  # the one word only guessed at
        "laji fenlei",  # nobody knows what laji would have been
        "疫苗 接种 核酸",
    ],
)
def test_of_a_query_of_which_not_more_than_half_is_there_nothing_is_found(run: Run, query: str) -> None:
    result = run("find", query)
    assert (result.status, result.stdout) == (1, b"")


@pytest.mark.parametrize(
    "query",
    [
        "全省有多少个农贸市场",  # 市场 is there: what comes first says which
        "垃圾分类投入多少资金",  # and so is 投入, which says nothing of what it is about
        "体育馆花了多少钱",  # one word, though 体育 is there
        "谁负责食品安全",
        "哪个部门主管食品安全",
    ],
)
def test_a_compound_is_not_answered_by_its_end_nor_a_word_by_its_beginning(run: Run, query: str) -> None:
    result = run("find", query)
    assert (result.status, result.stdout) == (1, b"")


def test_a_compound_of_which_less_is_missing_is_answered_by_the_rest() -> None:
    letter = of("新建日间照料服务站8个。", "公交站有棚。")
    assert texts(letter, "社区日间照料服务站有几个") == ["新建日间照料服务站8个。"]
    assert texts(letter, "开始日间照料多少天") == ["新建日间照料服务站8个。"]  # 开始 only asks


def test_a_year_and_a_place_that_does_not_say_so_weigh_as_places_do() -> None:
    letter = of("老年食堂建好了。", "2018年深圳也来参观。")
    assert texts(letter, "老年食堂 2018年") != []
    for missing in ("2020年", "东莞", "黑龙江"):
        assert texts(letter, f"老年食堂 {missing}") == []
    assert texts(letter, "老年食堂 拖拉机") == ["老年食堂建好了。"]


def test_a_place_that_is_there_is_no_answer_to_what_is_not() -> None:
    letter = of("王明代表:", "发展养老事业。", "云溪县民政局", "2018年6月6日")
    assert texts(letter, "云溪县 校车") == []
    assert texts(letter, "养老事业 校车") == ["发展养老事业。"]


@pytest.mark.parametrize(
    "word",
    ["总数", "总量", "数量", "数目", "人数", "个数", "金额", "总额", "数字", "数据", "统计", "情况", "有关情况", "具体情况", "现状", "比例", "详情", "明细", "名单", "开始", "启动", "实行", "进行", "时间", "日期", "地点", "原因", "要求", "规定", "政策", "问题", "内容", "相关"],
)  # fmt: skip
def test_a_word_that_only_asks_need_not_be_there(word: str) -> None:
    assert texts(of("修好了水渠。"), f"水渠 {word}") == ["修好了水渠。"]


def test_a_word_that_says_something_must_be_there() -> None:
    assert texts(of("修好了水渠。"), "水渠 食堂") == []


def test_the_passage_that_holds_most_comes_first_and_one_in_its_section_before_others() -> None:
    letter = of(
        "一、关于养老", "老年食堂建好。", "养老服务站每天开门。",
        "二、关于交通", "新开公交线路。", "另有老年食堂专线,乘客很多,人人都说方便。",
    )  # fmt: skip
    assert texts(letter, "老年食堂 公交线路 拖拉机") == [
        "新开公交线路。", "另有老年食堂专线,乘客很多,人人都说方便。", "老年食堂建好。",
    ]  # fmt: skip


def test_a_passage_with_the_rarer_word_comes_first() -> None:
    letter = of(
        "一、第一",
        "县里食堂多。",
        "二、第二",
        "镇上食堂多。",
        "三、第三",
        "修了水渠线。",
        "四、第四",
        "村内食堂多。",
    )
    assert texts(letter, "食堂 水渠 厂")[0] == "修了水渠线。"


def test_a_passage_that_is_about_the_word_comes_before_one_that_mentions_it() -> None:
    letter = of("去年以来,全县各地积极行动,修好了一批道路、桥梁和水渠。", "水渠修好了。")
    assert texts(letter, "水渠 总数")[0] == "水渠修好了。"


def test_a_single_character_that_is_not_there_weighs_half() -> None:
    assert texts(of("修好了水渠。"), "水渠 甲 乙 丙") == ["修好了水渠。"]
    assert texts(of("修好了水渠。"), "水渠 甲 乙 丙 丁") == []


def test_what_holds_less_than_half_of_the_best_is_not_shown() -> None:
    letter = of("一、关于养老", "老年食堂、助浴点、日间照料中心都已建成。", "二、关于交通", "开了日间班车。")
    assert texts(letter, "老年食堂 助浴点 日间 拖拉机") == ["老年食堂、助浴点、日间照料中心都已建成。"]


def test_a_sentence_copied_with_slips_and_numbers_is_found() -> None:
    copied = "我省各级加大财政支待力度,如2016年省级财政安排9666万元支持社区党建工做,被资助社区每年补助3万元"
    assert texts(LETTER, copied)[0].startswith("我省各级加大财政支持力度")
    other = "今年以来全市各级卫生部门大力推进疫苗接种,组织医务人员进社区开展免费体检服务"
    assert texts(LETTER, other) == []


def test_no_number_is_cut_in_two_in_a_copied_sentence() -> None:
    copied = "2016年省财政投入养老服务体系建设资金13.13亿元"
    found: Any = next(iter(find(LETTER, copied).rows))
    marked = [found["text"][start:end] for start, end in found["spans"]]
    assert not any("3.13" in text for text in marked)


def test_exact_wants_every_word() -> None:
    assert list(find(LETTER, "志愿者 总数量", exact=True).rows) == []


def test_figures_and_citations_say_how_they_read_a_word(run: Run) -> None:
    assert run("figures", "义工").stderr == "No “义工”; found “志愿者”, another word for it.\n"
    assert run("citations", "jianfu").stderr == "Read “jianfu” as pinyin; found “减负”.\n"
    asked = run("figures", "养老投了多少钱", "-c", "text", "--no-header")
    assert (asked.lines, asked.stderr) == (
        ["3.13亿元", "6270万元"],
        "Read as a question for sums about “养老”.\n",
    )


@pytest.mark.parametrize("command", ["figures", "citations"])
def test_exact_guesses_nothing_in_any_command(run: Run, command: str) -> None:
    assert run(command, "jianfu", "--exact").status == 1
    assert run(command, "减负", "--exact").status == (0 if command == "citations" else 1)


def test_figures_are_those_of_the_passages_that_find_finds(run: Run) -> None:
    assert run("figures", "广州", "-c", "id", "--no-header").lines == ["3.1-5", "3.1-6"]
    assert run("figures", "金额", "-c", "id", "--no-header").lines == ["3.1-4"]
    assert run("figures", "民政厅 养老", "-c", "id", "--no-header").lines == ["3.1-5", "3.1-6"]


def test_a_question_for_a_count_lists_what_is_counted_so() -> None:
    letter = of("养老院有床位50张、护理员20名,当年补助养老院8万元。")
    for question, amounts in (
        ("养老院有几张床", ["50张"]),
        ("养老院补助多少钱", ["8万元"]),
        ("养老院有几位护理员", ["20名"]),
    ):
        assert [row["text"] for row in figures(letter, Filters((question,))).rows] == amounts


def test_where_nothing_is_about_the_word_it_is_said_so_and_the_same_is_offered(run: Run) -> None:
    assert run("figures", "高铁").stderr == "No figure is about “高铁”.\n"
    assert run("figures", "--unit", "元", "--max", "1").stderr == "No figure passes these filters.\n"
    for command in ("find", "figures"):
        assert run(command, "消防车").stderr.endswith(" Did you mean “消防”?\n")
    assert run("citations", "减福").stderr != ""


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("民政部", ["关于进一步开展社区减负工作的通知"]),
        ("2011", ["关于加强城市社区居民委员会规范化建设的实施意见"]),
        ("2015年", ["广东省社区减负工作方案"]),
        ("省委组织部 2015", ["广东省社区减负工作方案"]),
    ],
)
def test_a_citation_is_found_by_who_issued_it_and_when(run: Run, query: str, titles: list[str]) -> None:
    assert run("citations", query, "-c", "title", "--no-header").lines == titles


def test_documents_in_a_row_share_who_issued_them_and_what_follows_does_not() -> None:
    letter = of("2014年县民政局印发了《养老办法》、《低保办法》,其后实施《优抚办法》。")
    assert [row["title"] for row in citations(letter, "县民政局").rows] == ["养老办法", "低保办法"]
    assert [row["title"] for row in citations(letter, "实施").rows] == ["优抚办法"]


@pytest.mark.parametrize(
    ("part", "there", "guessed", "gone"),
    [
        ("养", 0.5, 0.25, 0.5),  # a character that stands alone
        ("养老", 2, 1, 2),
        ("云溪县", 1.5, 0.75, 6),  # a place
        ("县", 0.5, 0.25, 0.5),
        ("东莞", 1, 0.5, 4),
        ("2018年", 5, 2.5, 10),  # a year
        ("18年", 3, 1.5, 6),
        ("12018年", 6, 3, 6),
        ("今年", 2, 1, 2),
        ("总数", 2, 1, 0),  # which only asks
    ],
)
def test_what_a_part_weighs_that_is_there_or_is_not(
    part: str, there: float, guessed: float, gone: float
) -> None:
    assert found_weight(Found(part, EXACT, {})) == there
    assert found_weight(Found(part, GUESSES[-1], {})) == guessed
    assert lost_weight(part) == gone
    assert weight(part) == (0.5 if len(part) == 1 else len(part))


def test_the_share_of_a_query_that_is_there() -> None:
    found = Found("养老", EXACT, {})
    assert Cover([found], ["高铁"]).share == 0.5
    assert Cover([found], []).share == Cover([found], ["总数"]).share == 1
    assert Cover([found], ["高", "铁"]).share == pytest.approx(2 / 3)
    assert Cover([], ["高铁"]).share == Cover([], []).share == 0


@pytest.mark.parametrize(
    ("word", "text", "least", "found"),
    [
        ("社区养老", "社区,养老", 2, ["社区", "养老"]),
        ("社区养老", "社区养老", 2, ["社区养老"]),
        ("大社区和养老院", "社区,养老", 2, ["社区", "养老"]),
        ("社区养老院", "社区养,养老院", 2, ["社区", "养老院"]),  # most of it, in as few as can be
        ("社区养老", "社区养,老", 3, ["社区养"]),
        ("社区养老", "社区养,老", 4, []),
        ("养老", "养,老", 2, []),
        ("13元", "3元", 2, []),  # no number is cut in two
        ("养", "养", 2, []),
        ("", "养", 2, []),
    ],
)
def test_a_word_is_covered_by_the_longest_stretches_that_are_there(
    word: str, text: str, least: int, found: list[str]
) -> None:
    assert [word[slice(*span)] for span in stretches(word, Corpus([text], SCRIPT_TABLE), least)] == found


@pytest.mark.parametrize(
    ("query", "there", "gone"),
    [
        ("养老 高铁", ["养老"], ["高铁"]),
        ("义工", ["义工"], []),  # as another word
        ("总数 养老", ["养老"], ["总数"]),
        ("高 养", ["养"], ["高"]),
        ("日间照料站点们", ["日间照料"], ["站点们"]),
        ("农贸市场", [], ["农贸市场"]),  # what comes first says which
        ("体育馆", [], ["体育馆"]),  # which is one word
        (
            "我县在体育和日间照料方面有市场吗哦",
            ["日间照料"],
            ["我县在体育和", "方面有市场吗哦"],
        ),  # a sentence
    ],
)
def test_what_of_a_query_is_there(query: str, there: list[str], gone: list[str]) -> None:
    cover = covered(query.split(), Texts(["日间照料,市场,体育,养老,志愿者"], GUESSING))
    assert ([found.word for found in cover.found], cover.missing) == (there, gone)


def test_a_query_of_which_parts_are_looked_up_has_an_end() -> None:
    searched = Texts(["养老" * 400], GUESSING)
    assert of_parts(["养老", "养老" * 199], searched, [0]) is not None
    assert of_parts(["养老", "养老" * 199 + "院"], searched, [0]) is None


def test_what_a_question_needs_must_be_there() -> None:
    searched = Texts(["网格员每天巡查,走访户数很多。"], GUESSING)
    for needed, answers in (("", True), ("工资", False), ("网格员工资", False), ("资", True), ("资工", True)):
        assert (of_parts(["网格员", "工资", "走访"], searched, [0], needed) is not None) == answers


def test_a_passage_scores_by_what_of_the_query_it_holds() -> None:
    texts = ["老年食堂", "公交", "道路"]
    answer = of_parts(["老年食堂", "公交", "校车"], Texts(texts, GUESSING), [0, 0, 1])
    assert answer is not None
    # Six of eight characters are there: of these the first passage has four, and half of the two in its section.
    # That is 75 * 5 / 6, of which a fifth is taken in the measure of what the passage scores, which is 46.2.
    assert [(hit.text_index, hit.score) for hit in answer.hits] == [(0, 55.8), (1, 44.6)]
    assert [reading[1:] for reading in answer.readings] == [("校车", ["老年食堂"])]
