"""What digits are that count nothing, and that each row that says so is needed."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reply.measure import identifier
from reply.measure.identifier import identifiers

LINES = (Path(__file__).parent / "identifiers.tsv").read_text("utf-8").splitlines()
EXAMPLES = dict(line.split("\t") for line in LINES if not line.startswith("#"))
MARKS = ("PAGE_NUMBERS", "DESTROYED_DATES", "AT_LINE_STARTS", "AFTER_STOPS", "IN_WORDS", "TABLES")


def read(text: str) -> str:
    return " ".join(f"{found.kind}:{text[found.start : found.end]}" for found in identifiers(text))


@pytest.mark.parametrize("text", EXAMPLES)
def test_digits_that_count_nothing_are_known(text: str) -> None:
    assert read(text) == EXAMPLES[text]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1.加强领导", "list:1."),
        ("  (2)加强领导", "list:  (2)"),
        ("3、加强领导", "list:3、"),
        ("1.2019年5月开工", "list:1."),
        ("抓落实;2.投资购置设备", "list:2."),
        ("抓落实。1.2019年开工", "list:1."),
        ("1.5万元用于", ""),
        ("- 12 -", "page:- 12 -"),
        ("  2022629", "destroyed:  2022629"),
        ("2022  629", "destroyed:2022  629"),
    ],
)
def test_numbers_of_lists_and_pages_are_known_by_their_line(text: str, said: str) -> None:
    assert read(text) == said
    assert read(f"上文\n{text}\n下文") == said


@pytest.mark.parametrize(
    "text",
    ["给老人配发智能手表180个", "购买电表200个", "库容620.5m3", "面积20m2", "12个内河码头", "投入500万元"],
)
def test_what_counts_is_no_identifier(text: str) -> None:
    assert read(text) == ""


ROWS = [str(row) for row in (*identifier.AFTER_WORDS, *identifier.AT_DIGITS)]


@pytest.mark.parametrize("row", ROWS)
def test_no_row_can_be_left_out(row: str, monkeypatch: pytest.MonkeyPatch) -> None:
    after_words = [other for other in identifier.AFTER_WORDS if str(other) != row]
    at_digits = [other for other in identifier.AT_DIGITS if str(other) != row]
    monkeypatch.setattr(identifier, "_ANY", identifier.pattern_of(after_words, at_digits))
    assert any(read(text) != said for text, said in EXAMPLES.items())


@given(st.text("第12〔〕号():;。.、- \nA+年月日表电话", max_size=40))
def test_stretches_are_in_order_and_hold_what_they_say(text: str) -> None:
    position = 0
    for found in identifiers(text):
        assert position <= found.start < found.end <= len(text)
        position = found.end
