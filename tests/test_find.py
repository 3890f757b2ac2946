"""What `reply find` answers."""

import json
from typing import Any

import pytest

from conftest import Run
from reply import load
from reply.ask.captions import marked
from reply.ask.datum import of_head
from reply.ask.find import find, head_of, offering, passages_of, shortened
from reply.ask.question import worded
from reply.errors import ReplyError
from reply.lookup.asking import Datum
from reply.pack import pack


def rows(query: str, **options: Any) -> list[Any]:
    return list(find(load(), query, **options).rows)


def test_the_passage_on_a_topic_comes_with_its_figures() -> None:
    first = rows("养老")[0]
    assert first["section"] == "3.1"
    assert first["text"].startswith("支持城乡养老服务发展,2016年省财政投入养老服务体系建设资金3.13亿元")
    assert first["figures"] == ["3.1-5", "3.1-6"]


def test_a_passage_stands_where_it_says(source: str) -> None:
    for row in rows("社区"):
        assert source[row["start"] : row["start"] + len(row["text"])] == row["text"]


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("养老服务设施", "养老服务设施"),
        ("互联网+", "互联网+"),
        ("互联网“+”", "互联网+"),
        ("村居民", "村(居)民"),
        ("500万元", "500万元"),
        ("５００万元", "500万元"),
        ("3.13 亿元", "3.13亿元"),
        ("app", "APP"),
        ("養老服務設施", "养老服务设施"),
        ("民发[2013]170号", "民发〔2013〕170号"),
    ],
)
def test_folding_marks_the_original_characters(query: str, marked: str) -> None:
    row = rows(query.replace(" ", ""))[0]
    assert marked in [row["text"][start:end] for start, end in row["spans"]]
    assert row["tier"] == "exact"


def test_a_word_on_every_line_marks_every_place() -> None:
    text, spans = (rows("养老")[0][key] for key in ("text", "spans"))
    assert sum(text[start:end] == "养老" for start, end in spans) == text.count("养老")


def test_several_words_must_all_be_there() -> None:
    assert [row["section"] for row in rows("志愿者 慈善超市")] == ["2.3"] * len(rows("志愿者 慈善超市"))
    assert rows("养老 高铁") == []


def test_words_of_one_passage_come_before_words_of_one_section() -> None:
    assert len(rows("慈善超市 规范")) == 1
    assert {row["section"] for row in rows("慈善超市 志愿组织")} == {"2.3"}


@pytest.mark.parametrize("number", ["13", "30", "1.1", "113", "6", "78", "3.1"])
def test_a_number_is_not_found_inside_a_longer_one(number: str) -> None:
    for row in rows(number):
        assert row["tier"] == "exact"
        for start, end in row["spans"]:
            around = f" {row['text']} "[start : end + 2]
            assert not around[0].isdecimal()
            assert not around[-1].isdecimal()


def test_a_figure_is_found_by_its_label_and_nothing_marked_that_does_not_stand_in_the_text() -> None:
    row = rows("完成率的基数")[0]
    assert (row["section"], row["spans"]) == ("2.1", [])


def test_what_the_web_page_left_is_not_the_letter() -> None:
    assert rows("扫描关注") == []


@pytest.mark.parametrize(
    ("query", "section"), [("李宁佳", "opening"), ("1266号", "opening"), ("粤府办", "3.2")]
)
def test_head_data_and_citations_are_found(query: str, section: str) -> None:
    assert rows(query)[0]["section"] == section


def test_the_limit_keeps_the_best(run: Run) -> None:
    assert run("find", "社区", "-n", "2").lines == run("find", "社区").lines[:3]


@pytest.mark.parametrize("query", ["", " ", "，。", "“”", "\x1b", "\n\t"])
def test_a_query_without_a_word_is_said_to_be_one(query: str) -> None:
    with pytest.raises(ReplyError, match="no word in it"):
        find(load(), query)


def test_a_short_query_is_a_query() -> None:
    assert rows("老")
    assert rows("9")[0]["section"] == "1.1"


def test_a_word_that_is_not_there_is_not_found(run: Run) -> None:
    result = run("find", "高铁", "-f", "json")
    assert (result.status, json.loads(result.stdout)) == (1, [])


def test_a_loose_match_is_offered_not_returned(run: Run) -> None:
    result = run("find", "消防车")
    assert (result.status, result.stdout) == (1, b"")
    assert result.stderr == "Nothing in the letter answers “消防车”. Did you mean “消防”?\n"
    assert "您是不是要找" in run("find", "消防车", REPLY_LANG="zh").stderr


def test_a_number_of_6000_digits_is_a_query() -> None:
    assert rows("1" * 6000) == []
    assert rows("一" * 6000) == []


HEAD = "王芳委员:\n您提出的《关于发展养老服务的提案》收悉,现答复如下:\n"
FOOT = "云溪县民政局\n2022年8月12日\n"


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("高铁", "None “高铁”."),
        ("a OR b", "None “a OR b”. reply finds what holds all of the words; for either, ask twice."),
        ("高铁或者地铁", "ask twice"),
        ("高铁|地铁", "ask twice"),
        ("xyz", "ask in Chinese or in pinyin"),
        ("OR", "ask in Chinese or in pinyin"),
        ("Yang lao", "None “Yang lao”."),
        ("123", "None “123”."),
    ],
)
def test_who_finds_nothing_is_told_how_to_ask(query: str, said: str) -> None:
    told = offering("None “{query}”.", query, [])
    assert said in told
    assert said != f"None “{query}”." or told == said


def test_what_may_have_been_meant_is_offered_instead() -> None:
    assert offering("None “{query}”.", "xyz", ["养老", "养成"]) == "None “xyz”. Did you mean “养老”, “养成”?"


def test_a_long_query_is_told_by_its_beginning() -> None:
    assert shortened("养" * 60) == "养" * 60
    assert shortened("养" * 61) == "养" * 60 + "…"


def test_only_what_may_ask_is_read_as_a_question() -> None:
    assert worded("食堂多少").words == "食堂"
    assert worded("食堂多少").asked is not None
    for plain in (worded("食堂多少", exact=True), worded("食堂"), worded("多元化")):
        assert (plain.words, plain.asked) == (plain.typed, None)
    assert worded("食堂", exact=True).exact


@pytest.mark.parametrize(
    ("datum", "section", "marked_"),
    [("issuer", "closing", "云溪县民政局"), ("date", "closing", "2022年8月12日"), ("addressee", "opening", "王芳委员"), ("number", None, None)],
)  # fmt: skip
def test_a_datum_is_shown_where_it_is_at_home(datum: Datum, section: str | None, marked_: str | None) -> None:
    letter = pack(f"{HEAD}王芳委员和云溪县民政局在2022年8月12日座谈。\n{FOOT}")
    rows_: list[Any] = list(of_head(letter, datum).rows)
    assert [row["section"] for row in rows_] == ([section] if section else [])
    assert [row["text"][start:end] for row in rows_ for start, end in row["spans"]] == (
        [marked_] if marked_ else []
    )
    assert {row["score"] for row in rows_} <= {100.0}


def test_a_date_is_shown_however_it_is_written() -> None:
    letter = pack(f"{HEAD}发展养老。\n云溪县民政局\n二〇二二年八月十二日\n")
    (row,) = of_head(letter, "date").rows
    assert row["text"] == "二〇二二年八月十二日"


def test_a_line_that_says_nothing_keeps_nine_tenths_of_its_score() -> None:
    letter = pack(f"{HEAD}云溪县民政局。\n{FOOT}")
    assert [passage.is_bare for passage in passages_of(letter)] == [True, True, False, True, True]
    thanks = pack(f"王芳委员:\n您好!\n您提出的提案收悉。\n修路。\n感谢您的支持。\n{FOOT}")
    assert [(passage.text, passage.is_bare) for passage in passages_of(thanks)][1:3] == [
        ("您好!", False),
        ("您提出的提案收悉。", False),
    ]
    scores = {row["section"]: float(str(row["score"])) for row in find(letter, "云溪县民政局").rows}
    assert scores == {"body": 90.4, "closing": 83.2}


def test_the_head_of_a_letter_is_what_it_says_of_itself() -> None:
    letter = pack(
        f"| 索引号 | 007 |\n云民函〔2022〕5号\n云溪县民政局关于第3号提案的答复\n{HEAD}发展养老。\n{FOOT}"
    )
    assert head_of(letter) == (
        "云民函〔2022〕5号。云溪县民政局关于第3号提案的答复。关于发展养老服务的提案。王芳委员。云溪县民政局。| 索引号 | 007 |\n"
    )


def test_what_touches_is_marked_apart_and_what_overlaps_is_marked_as_one() -> None:
    def spans(query: str) -> Any:
        return next(iter(find(pack("养老服务中心。"), query).rows))["spans"]

    assert spans("养老 服务") == [[0, 4]]
    assert spans("养老 中心") == [[0, 2], [4, 6]]
    assert spans("养老服务 服务中心") == [[0, 6]]


@pytest.mark.parametrize(
    ("status", "shown"), [("actual", "食堂"), ("planned", "(planned) 食堂"), ("standard", "(standard) 食堂")]
)
def test_what_is_no_fact_is_marked_so(status: str, shown: str) -> None:
    assert marked("食堂", status, in_doubt=False) == shown


@pytest.mark.parametrize(
    ("status", "shown"),
    [("actual", "(?) 食堂"), ("planned", "(planned?) 食堂"), ("standard", "(standard?) 食堂")],
)
def test_what_may_be_something_else_is_marked_so(status: str, shown: str) -> None:
    assert marked("食堂", status, in_doubt=True) == shown
