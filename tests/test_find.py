"""What `reply find` answers."""

import json
from typing import Any

import pytest

from conftest import Run
from reply import load
from reply.ask.find import find
from reply.errors import ReplyError


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
