"""What a sentence states: text -> value, low, high, unit, bound.

The table was written by someone who knew the contract and had not seen the program. Its odd rows were tuned
on; its even rows were kept apart until the first run on them was written down (312 of 339 rows were right).
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from reply.measure.quantity import parse_quantity
from reply.model import Figure
from reply.pack import pack

TABLE = Path(__file__).parent / "quantities.tsv"


class Expected(NamedTuple):
    """What a person read in one text."""

    figures: list[tuple[str, str, str, str, str, str]]
    flags: list[str]


def _expected() -> dict[str, Expected]:
    read: dict[str, Expected] = {}
    last = ""
    for line in TABLE.read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        text, *figure = line.split("\t")
        last = text or last
        said = read.setdefault(last, Expected([], []))
        if len(figure) == 1:
            said.flags.append(figure[0].removeprefix("!"))
        elif figure:
            said.figures.append(tuple(figure))  # type: ignore[arg-type] # six cells, by the header
    return read


EXPECTED = _expected()


def letter(sentence: str) -> str:
    return f"王芳委员:\n您提出的提案收悉,现答复如下:\n{sentence}\n青山县民政局\n2021年6月14日\n"


def row(figure: Figure) -> tuple[str, ...]:
    numbers = ("" if number is None else repr(number) for number in (figure.value, figure.low, figure.high))
    return (figure.text, *numbers, figure.unit or "", figure.bound)


@pytest.mark.parametrize("text", EXPECTED)
def test_a_sentence_states_what_a_person_reads(text: str) -> None:
    packed = pack(letter(text.replace("\\n", "\n")))
    assert [row(figure) for figure in packed.figures] == EXPECTED[text].figures
    flagged = [flag.text for section in packed.sections for flag in section.flagged]
    assert bool(flagged) == bool(EXPECTED[text].flags)


def test_the_table_is_large_enough_to_judge_by() -> None:
    figures = [figure for said in EXPECTED.values() for figure in said.figures]
    silent = [text for text, said in EXPECTED.items() if not said.figures]
    assert len(EXPECTED) >= 780
    assert len(silent) >= 200
    assert {bound for *_, bound in figures} == {
        "exact", "about", "nearly", "over", "at_least", "at_most", "range"
    }  # fmt: skip


def _alone() -> Iterator[tuple[str, ...]]:
    """Yield the quantities that are read from their own words alone."""
    for said in EXPECTED.values():
        for figure in said.figures:
            if not re.fullmatch(r"[0-9.]+", figure[0]):
                yield figure


@pytest.mark.parametrize("figure", list(_alone()), ids=lambda figure: figure[0])
def test_the_words_of_a_figure_say_its_value(figure: tuple[str, ...]) -> None:
    quantity = parse_quantity(figure[0])
    assert quantity is not None
    said = ["" if number is None else repr(number) for number in quantity[:3]]
    if quantity.bound == figure[5]:  # what qualifies it from afar is not in its own words
        assert (said, quantity.unit or "") == (list(figure[1:4]), figure[4])
    else:
        assert said[0] == figure[1]


def test_a_letter_after_a_digit_is_its_unit_where_a_text_begins() -> None:
    assert parse_quantity("0L") == (0, 0, 0, "L", "exact")
