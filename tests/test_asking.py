"""A question is read by its question words: they tell what is wanted, the rest is looked up."""

from pathlib import Path
from typing import Any

import pytest

from conftest import Run
from reply import load
from reply.ask.answering import answered, figures_first, wanted
from reply.ask.find import find
from reply.lookup import search
from reply.lookup.asking import are_same_counters, read
from reply.model import Letter
from reply.pack import pack

LETTER = load()

WORDS = {
    "sum": "多少钱 多少元 多少块 多少块钱 几块钱 多少万元 多少亿元 几万元 几亿元 多少资金 多少经费 什么价",
    "share": "多大比例 多少比例 多大比重 比例是多少 占比多少 占多少 百分之几 百分之多少 几成 比例多大",
    "count": "多少 多少个 多少家 几个 几所 几名 几位 几人 几户 几项 几条 几座 几处 几台 几辆 几套 几间 几张 几份 几笔 几批 几期 几次 几届 几层 几栋 几幢 "
    "几米 几里 几公里 几亩 几吨 几度 几种 几类 几天 几岁 几年 几 几万 几千 几百 几十 几亿 多大 多大面积 多高 多长 多宽 多远 多深 多久 多长时间 多快",
    "time": "什么时候 什么时间 啥时候 何时 哪一年 哪年 哪天 哪一天 哪个月 哪月 几月 几月份 几号 几时 多会儿",
    "who": "谁 谁家 何人 哪个部门 哪些部门 什么部门 哪几个部门 哪个单位 哪些单位 哪家单位 什么单位 哪个机构 什么机构 哪个机关 什么机关 哪位 哪个厅 哪个局 哪个委 哪个人",
    "where": "哪里 哪儿 在哪 何处 何地 哪个地方 哪些地方 什么地方 哪个城市 哪些城市 哪个市 哪些市 哪个县 哪些县 哪个区 哪个镇 哪个村 哪些地区 哪个地区",
    "what": "什么 哪些 哪个 哪几个 哪几项 哪项 哪种 哪份 啥 怎么 怎么样 怎么办 怎样 咋 如何 为什么 为何 是否 有没有 有无 能不能 可不可以 会不会 是不是 要不要 算不算",
}  # fmt: skip


@pytest.mark.parametrize(
    ("wanted", "word"), [(kind, word) for kind, words in WORDS.items() for word in words.split()]
)
def test_a_question_word_tells_what_is_wanted_and_is_not_looked_up(wanted: str, word: str) -> None:
    for question in (f"食堂{word}", f"食堂{word}?"):
        asked = read(question)
        assert asked is not None
        assert (asked.wanted, asked.words) == (wanted, ("食堂",))


@pytest.mark.parametrize("ending", ["吗", "呢", "么", "吧", "呀", "啊", "没有", "了没", "了没有"])
def test_a_word_at_the_end_makes_a_question(ending: str) -> None:
    for mark in ("", "?", "？"):
        asked = read(f"食堂开门{ending}{mark}")
        assert asked is not None
        assert asked.words == ("食堂开门",)


@pytest.mark.parametrize(
    "query",
    [
        "多元化",
        "几何",
        "几内亚",
        "食堂",
        "",
        "多",
        "吗",
        "什么",
        "多少钱",
        "为民服务",
        "有机肥",
        "呢绒厂",
        "么" * 200,
    ],
)
def test_what_asks_nothing_is_no_question(query: str) -> None:
    assert read(query) is None


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("全省有多少个文化室", ("全省", "文化室")),
        ("居委会主任是谁", ("居委会主任",)),
        ("一共给了食堂多少钱", ("食堂",)),
        ("請問養老院有多少張床位", ("养老院", "床位")),
        ("食堂 在哪里", ("食堂",)),
        ("国有企业有几家", ("国有企业",)),
        ("老年食堂和助浴点有多少", ("老年食堂", "助浴点")),
    ],
)  # fmt: skip
def test_words_that_say_nothing_are_not_looked_up(question: str, words: tuple[str, ...]) -> None:
    asked = read(question)
    assert asked is not None
    assert asked.words == words


@pytest.mark.parametrize(
    ("question", "counter"), [("食堂有几家", "家"), ("食堂有多少个", "个"), ("食堂有多少", "")]
)
def test_a_question_says_in_what_it_counts(question: str, counter: str) -> None:
    asked = read(question)
    assert asked is not None
    assert asked.counter == counter


@pytest.mark.parametrize(
    ("question", "datum"),
    [
        ("谁答复的", "issuer"), ("谁写的这封信", "issuer"), ("这封信是谁写的", "issuer"), ("哪个部门答复的", "issuer"),
        ("落款是哪个单位", "issuer"), ("这个函是谁发的?", "issuer"), ("谁签发的", "issuer"),
        ("什么时候答复的", "date"), ("这份答复是哪天出的", "date"), ("哪一年回复的", "date"), ("落款日期是哪天", "date"),
        ("这封信写给谁", "addressee"), ("提案人是谁", "addressee"), ("答复谁的", "addressee"), ("谁提的建议", "addressee"),
        ("代表是谁", "addressee"), ("收信人是谁", "addressee"),
        ("文号是多少", "number"), ("答复函的文号是什么", "number"), ("这封信的编号是几号", "number"), ("发文字号是什么", "number"),
    ],
)  # fmt: skip
def test_a_question_about_the_letter_itself_asks_for_its_head(question: str, datum: str) -> None:
    asked = read(question)
    assert asked is not None
    assert asked.datum == datum


@pytest.mark.parametrize(
    "question", ["提案人的电话是多少", "谁负责接收", "什么时候换届", "社区减负方案是谁印发的"]
)
def test_a_question_about_something_else_is_not_for_the_head(question: str) -> None:
    asked = read(question)
    assert asked is not None
    assert asked.datum is None


@pytest.mark.parametrize(
    ("question", "said", "section", "figure", "marked"),
    [
        ("全省有多少个文化室", "Read as a question for how many or how much: “全省”, “文化室”.", "2.1", "27383个", "27383个"),
        ("每个行政村补助多少", "Read as a question for how many or how much: “每个行政村补助”.", "2.1", "1万元", "1万元"),
        ("居家养老安排了多少钱", "Read as a question for sums about “居家养老安排”.", "3.1", "6270万元", "6270万元"),
        ("民生服务事项占多大比例", "Read as a question for shares of “民生服务事项”.", "3.2", "32%", "32%"),
        ("慈善超市有几家?", "Read as a question for how many or how much: “慈善超市”.", "2.3", "216家", "216家"),
        ("权责清单哪一年率先推行", "Read as a question for a time: “权责清单”, “率先推行”.", "1.1", None, "2014年"),
        ("哪一年开始换届", "Read as a question for a time: “开始换届”.", "1.3", None, "今年"),
        ("社区用房由谁接收", "Read as a question for who: “社区用房”, “接收”.", "2.1", None, "接收"),
        ("哪些地方开展了社区募捐", "Read as a question for where: “开展”, “社区募捐”.", "2.3", None, "社区募捐"),
        ("窗口前台怎么分工", "Read as a question about “窗口前台”, “分工”.", "3.2", None, "前台"),
    ],
)  # fmt: skip
def test_the_passage_that_answers_comes_first_with_the_answer_marked(
    question: str, said: str, section: str, figure: str | None, marked: str
) -> None:
    found = find(LETTER, question)
    first: Any = next(iter(found.rows))
    assert (next(iter(found.notes)), first["section"]) == (said, section)
    assert marked in [first["text"][start:end] for start, end in first["spans"]]
    amounts = {item.id: item.text for item in LETTER.figures}
    assert figure is None or amounts[first["figures"][0]] == figure


@pytest.mark.parametrize(
    ("question", "row", "said"),
    [
        ("谁答复的", ["closing", "exact", "广东省民政厅", "[[0,6]]"], "Issued by 广东省民政厅.\n"),
        ("这封信是谁写的?", ["closing", "exact", "广东省民政厅", "[[0,6]]"], "Issued by 广东省民政厅.\n"),
        ("什么时候答复的", ["closing", "exact", "2017年6月6日", "[[0,9]]"], "Dated 2017-06-06.\n"),
        ("答复谁的", ["opening", "exact", "李宁佳委员:", "[[0,5]]"], "Addressed to 李宁佳委员.\n"),
        (
            "文号是多少",
            ["opening", "exact", "粤民函〔2017〕1266号", "[[0,14]]"],
            "Numbered 粤民函〔2017〕1266号.\n",
        ),
    ],
)
def test_head_data_are_answered_where_they_stand(run: Run, question: str, row: list[str], said: str) -> None:
    result = run("find", question, "-c", "section,tier,text,spans", "--no-header")
    assert result.lines == ["\t".join(row)]
    assert (result.status, result.stderr) == (0, said)


def test_a_letter_without_the_datum_says_so() -> None:
    found = find(pack("发展养老事业。\n"), "谁答复的")
    assert (list(found.rows), found.nothing) == ([], "The letter does not say who issued it.")


@pytest.mark.parametrize(
    "question",
    [
        "高铁什么时候通车",
        "深圳有多少社工",
        "养老院一共有多少张床位",
        "提案人的电话是多少",
        "社区医生有多少人",
        "厅长叫什么名字",
    ],
)
def test_a_question_on_what_is_not_there_finds_nothing(run: Run, question: str) -> None:
    result = run("find", question)
    assert (result.status, result.stdout) == (1, b"")
    assert result.stderr.startswith(f"Nothing in the letter answers “{question}”.")


def test_what_is_counted_must_be_there_and_may_be_said_otherwise_where_it_is_an_amount() -> None:
    letter = of("社区卫生院的床已经够用。", "河道今年清淤2万立方米。")
    assert first(letter, "社区卫生院有几张床")[0] == "社区卫生院的床已经够用。"
    assert list(find(letter, "社区卫生院有几张椅子").rows) == []
    assert first(letter, "河道今年清了多少泥巴")[1] == "2万立方米"


def test_what_is_asked_for_before_the_question_word_must_be_there() -> None:
    letter = of("网格员3000人每天巡查。")
    assert list(find(letter, "网格员工资多少").rows) == []
    assert list(find(letter, "网格员的工资是多少").rows) == []
    assert first(letter, "网格员投入多少")[1] == "3000人"  # a word that only asks need not be there


def test_what_follows_the_question_word_is_what_is_counted() -> None:
    letter = of("老年食堂和助浴点的建设:开办老年食堂5个、助浴点30个。")
    assert first(letter, "老年食堂旁建了多少助浴点")[1] == "30个"
    assert first(letter, "助浴点旁建了多少老年食堂")[1] == "5个"


def test_a_question_for_a_result_is_answered_by_what_it_came_to() -> None:
    text = "床位由20张增加为50张。"
    figure = next(iter(LETTER.figures))._replace(label="床位", unit="张")
    before, after = (figure._replace(start=at, end=at + 3, text=text[at : at + 3]) for at in (3, 9))
    for question, expected in (("床位有多少张", [before, after]), ("床位增加到多少张", [after, before])):
        asked = read(question)
        assert asked is not None
        assert figures_first(asked, text, 0, [before, after], [(0, 2)]) == expected


def test_a_rate_is_no_count() -> None:
    letter = of("老年食堂满意率98%,老年食堂共12个。")
    assert first(letter, "老年食堂有多少")[1] == "12个"
    assert first(letter, "老年食堂满意率是多少")[1] == "98%"


def test_exact_reads_no_question(run: Run) -> None:
    assert run("find", "--exact", "慈善超市有几家").status == 1


def of(*sentences: str) -> Letter:
    return pack("".join(f"{sentence}\n" for sentence in sentences))


def first(letter: Letter, question: str) -> tuple[str, str]:
    """Return the first passage, and the words of its first figure."""
    row: Any = next(iter(find(letter, question).rows))
    amounts = {figure.id: figure.text for figure in letter.figures}
    return row["text"], amounts[row["figures"][0]] if row["figures"] else ""


ANSWERS = {
    "老年食堂有几家": ("一共有老年食堂12家,方便了很多人的生活。", "12家"),
    "老年食堂花了多少钱": ("为老年食堂补助经费,当年安排资金30万元。", "30万元"),
    "老年食堂哪年开办": ("这里的老年食堂已经于2018年3月由街道正式开办。", ""),
    "老年食堂谁开办": ("老年食堂已经由民政局会同有关单位开办起来。", ""),
    "老年食堂办在哪里": ("老年食堂办在青山镇的老街旁边。", ""),
}


@pytest.mark.parametrize("question", ANSWERS)
def test_the_passage_that_says_what_is_asked_comes_before_those_that_do_not(question: str) -> None:
    others = [text for asked, (text, _) in ANSWERS.items() if asked != question]
    letter = of("老年食堂,老年食堂开办。", *others, ANSWERS[question][0])
    assert first(letter, question) == ANSWERS[question]


@pytest.mark.parametrize(
    ("asked", "unit"), [("人", "名"), ("位", "人"), ("家", "所"), ("处", "个"), ("户", "家")]
)
def test_classifiers_that_people_use_for_each_other_are_the_same(asked: str, unit: str) -> None:
    assert are_same_counters(asked, unit)
    assert not are_same_counters("人", "家")


def test_of_the_figures_of_a_passage_the_one_that_is_labelled_so_comes_first() -> None:
    letter = of("全市建成幼儿园35所、老年食堂12所、图书馆4所。")
    assert first(letter, "老年食堂有多少")[1] == "12所"


def test_of_two_figures_the_one_in_the_unit_of_the_question_comes_first() -> None:
    letter = of("老年食堂每天服务老人500人,配备厨师和帮工20名、灶台16台。")
    assert first(letter, "老年食堂有几台灶")[1] == "16台"


def test_of_two_labels_with_all_that_is_asked_the_shorter_one_answers() -> None:
    figure = next(iter(LETTER.figures))
    basis, rate = (figure._replace(label=label) for label in ("服务中心完成率的基数", "服务中心完成率"))
    asked = read("服务中心完成率是多少")
    assert asked is not None
    assert figures_first(asked, "", 0, [basis, rate], []) == [rate, basis]


def test_of_two_figures_the_one_near_to_what_was_found_answers_and_what_follows_is_nearer() -> None:
    figure = next(iter(LETTER.figures))._replace(label="食堂")
    asked = read("食堂有多少")
    assert asked is not None
    before, after, later = (figure._replace(start=at, end=at + 2) for at in (10, 34, 50))
    assert figures_first(asked, "", 0, [before, later, after], [(20, 25)]) == [after, before, later]
    # Wherever the passage stands in the letter.
    assert figures_first(asked, "", 6, [before, later, after], [(14, 19)]) == [after, before, later]
    assert figures_first(asked, "", 10, [before, later, after], [(30, 35)]) == [later, after, before]
    # Two characters before it are as far as four behind it.
    near = [figure._replace(start=at, end=at + 2) for at in (6, 13, 16)]
    assert figures_first(asked, "", 0, near, [(10, 12)]) == [near[1], near[0], near[2]]


def test_what_follows_a_figure_names_what_is_counted() -> None:
    text = "共有5张床位,另有20张桌椅。"
    figure = next(iter(LETTER.figures))._replace(label="", unit="张")
    beds, tables = (
        figure._replace(start=at, end=at + len(words), text=words) for at, words in ((2, "5张"), (9, "20张"))
    )
    for question, expected in (("有多少张床位", [beds, tables]), ("有多少张桌椅", [tables, beds])):
        asked = read(f"食堂{question}")
        assert asked is not None
        for offset in (0, 7):
            moved = [f._replace(start=f.start + offset, end=f.end + offset) for f in (beds, tables)]
            order = [(f.start - offset, f.text) for f in figures_first(asked, text, offset, moved, [])]
            assert order == [(f.start, f.text) for f in expected]


@pytest.mark.parametrize(
    ("question", "amounts"),
    [
        ("食堂多少钱", ["5元", "3元/人"]),
        ("食堂占多大比例", ["20%", "3‰", "2倍", "7"]),
        ("食堂有几家", ["9家"]),
        ("食堂什么时候开", ["5元", "3元/人", "20%", "3‰", "2倍", "7", "9家"]),
    ],
)
def test_what_figures_may_answer_a_question(question: str, amounts: list[str]) -> None:
    units = ("元", "元/人", "%", "‰", "倍", None, "家")
    texts = ("5元", "3元/人", "20%", "3‰", "2倍", "7", "9家")
    figure = next(iter(LETTER.figures))
    figures = [figure._replace(unit=unit, text=text) for unit, text in zip(units, texts, strict=True)]
    asked = read(question)
    assert asked is not None
    assert [figure.text for figure in wanted(asked, figures)] == amounts
    if asked.wanted in ("sum", "share"):
        assert {figure.text for figure in figures_first(asked, "", 0, figures, [])} == set(amounts)


@pytest.mark.parametrize(
    ("question", "text", "share", "marked"),
    [
        ("食堂有几家", "食堂9家。", 1, ["9家"]), ("食堂有多少钱", "食堂9家。", 0.7, []), ("食堂什么时候开", "食堂2018年3月开。", 1, ["2018年3月"]), ("食堂什么时候开", "食堂开门。", 0.7, []),
        ("食堂谁开", "食堂由县民政局开。", 1, []), ("食堂谁开", "食堂开门。", 0.7, []), ("食堂在哪里", "食堂在东镇。", 1, []), ("食堂在哪里", "食堂开门。", 0.7, []), ("食堂怎么开", "食堂开门。", 1, []),
    ],
)  # fmt: skip
def test_a_passage_that_says_nothing_that_could_answer_keeps_seven_tenths(
    question: str, text: str, share: float, marked: list[str]
) -> None:
    asked = read(question)
    assert asked is not None
    figures = list(pack(text).figures)
    for offset in (0, 5):
        moved = [f._replace(start=f.start + offset, end=f.end + offset) for f in figures]
        kept, ordered, spans = answered(asked, text, offset, moved, [(0, 2)])
        assert (kept, ordered) == (share, moved)
        assert [text[slice(*span)] for span in spans] == marked


def test_a_question_in_many_letters_is_answered_by_the_letter_that_has_it_all(
    run: Run, tmp_path: Path
) -> None:
    for name, place in (("a", "青山县"), ("b", "云溪县")):
        (tmp_path / f"{name}.txt").write_text(
            f"{name}函〔2018〕3号\n王明代表:\n建成老年食堂{ord(name)}家。\n{place}民政局\n2018年6月6日\n",
            "utf-8",
        )
    run("pack", str(tmp_path), "-o", f"{tmp_path}/x.db")
    result = run(
        "find", "云溪县有几家老年食堂", "--from", f"{tmp_path}/x.db", "-c", "letter,figures", "--no-header"
    )
    assert result.lines == ["b函〔2018〕3号\tb函〔2018〕3号:body-1"]


def test_a_range_that_covers_the_year_comes_after_the_year() -> None:
    texts = ["2015年至2016年建成食堂", "2016年至2018年建成食堂", "在2016年全县一共建成了老年食堂"]
    assert [hit.text_index for hit in search("2016年", texts).hits] == [2, 0, 1]


def test_a_signature_comes_after_a_sentence() -> None:
    letter = of(
        "王明代表:", "去年,云溪县民政局按照上级的要求组织开展了很多工作。", "云溪县民政局", "2018年6月6日"
    )
    assert [row["text"] for row in find(letter, "民政局").rows] == [
        "去年,云溪县民政局按照上级的要求组织开展了很多工作。", "云溪县民政局",
    ]  # fmt: skip
