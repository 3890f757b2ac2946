"""What times a text names, which figures they date, and that each row of the tables of words is needed."""

import importlib
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import in_proportion
from reply.measure import time_words
from reply.measure.expression import expressions
from reply.measure.period import span
from reply.measure.reach import dated
from reply.measure.reading import closed_up, half_width
from reply.measure.time import spans_of_times, times

HERE = Path(__file__).parent
WRITTEN = "2021-06-14"
ROOMS = ("time_words", "date", "expression", "reach", "limit", "time")


def lines_of(name: str) -> list[str]:
    """Return the lines of a table, without its remarks."""
    lines = (HERE / name).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


class Reader(NamedTuple):
    """The modules that read times."""

    expression: ModuleType
    time: ModuleType
    reach: ModuleType

    def periods(self, text: str, written: str) -> str:
        """Return the times of a text: s stated, c carried, r resolved, ~ where no figure is of it, - for none."""
        plain = closed_up(half_width(text)).text
        found = self.time.times(plain, (0, len(plain)), written)
        return " ".join("~" * t.compared + (t.basis[0] + t.period if t.period else "-") for t in found)

    def dated(self, line: str) -> str:
        """Return a line with the period of each of its figures."""
        text, starts, figures = "", [], []
        for part in re.split(r"(\{[^;]*;[^}]*\})", line):
            if part.startswith("{"):
                figures.append(part[1:].partition(";")[0])
                starts.append(len(text))
                text += figures[-1]
            else:
                text += part
        found = self.time.times(text, (0, len(text)), WRITTEN)
        of = self.reach.dated(text, found, starts)
        pieces, position = [], 0
        for figure, start, (period, basis) in zip(figures, starts, of, strict=True):
            pieces += [text[position:start], f"{{{figure};{(basis or '')[:1]}{period or ''}}}"]
            position = start + len(figure)
        return "".join(pieces) + text[position:]

    def marked(self, line: str) -> str:
        """Return a line with its times in brackets, and with what says none in others."""
        text = re.sub("[【】〔〕]", "", line)
        said = list(self.expression.expressions(text, 0, len(text)))
        times = set(self.time.spans_of_times(said))
        pieces, position = [], 0
        for start, end in [(expression.start, expression.end) for expression in said]:
            left, right = "【】" if (start, end) in times else "〔〕"
            pieces += [text[position:start], left, text[start:end], right]
            position = end
        return "".join(pieces) + text[position:]


def reader() -> Reader:
    return Reader(
        *(importlib.import_module(f"reply.measure.{name}") for name in ("expression", "time", "reach"))
    )


PERIODS = [line.split("\t") for line in lines_of("periods.tsv")[1:]]
REACH = lines_of("reach.txt")
SPANS = lines_of("spans.txt")


@pytest.mark.parametrize(("text", "written", "expected"), PERIODS)
def test_a_time_is_a_period_of_the_calendar(text: str, written: str, expected: str) -> None:
    assert reader().periods(text, written) == expected


@pytest.mark.parametrize("line", REACH)
def test_a_time_dates_what_it_reaches_and_nothing_else(line: str) -> None:
    assert reader().dated(line) == line


@pytest.mark.parametrize("line", SPANS)
def test_the_numbers_of_a_time_are_told_from_others(line: str) -> None:
    assert reader().marked(line) == line


def test_without_the_date_of_the_letter_what_counts_from_it_has_no_period() -> None:
    words = ("今年", "去年底", "上个月", "本季度", "近三年", "未来两年", "3月", "截至5月底", "三月到五月")
    found = [times(word, (0, len(word)), None) for word in words]
    assert [[(time.period, time.basis) for time in here] for here in found] == [[(None, "resolved")]] * len(
        words
    )


def test_a_letter_of_the_first_years_has_no_years_before_it() -> None:
    for word in ("去年", "近三年", "近十二个月", "上个月", "上季度"):
        assert [time.period for time in times(word, (0, len(word)), "0001-01-01")] == [None], word


@pytest.mark.parametrize(
    ("words", "written", "period"),
    [
        ("近30天", "0001-01-31", "0001-01-01/0001-01-31"),
        ("近30天", "0001-01-30", None),
        ("未来30天", "9999-12-01", "9999-12-01/9999-12-31"),
        ("未来30天", "9999-12-02", None),
        ("上个月", "0001-02-01", "0001-01"),
        ("下个月", "9999-11-30", "9999-12"),
        ("下个月", "9999-12-01", None),
        ("近两年", "0003-01-01", "0001/0003"),
        ("未来两年", "9997-01-01", "9997/9999"),
        ("未来两年", "9998-01-01", None),
        ("明年", "9999-01-01", None),
    ],
)
def test_the_calendar_has_a_first_day_and_a_last(words: str, written: str, period: str | None) -> None:
    assert [time.period for time in times(words, (0, len(words)), written)] == [period]


def test_the_number_of_an_item_begins_its_line() -> None:
    text = "完成。\n1、3月15日前完成5所。\n2.3月底前完成。投入2.3月"
    assert [text[start:end] for start, end in spans_of_times(expressions(text, 0, len(text)))] == [
        "3月15日前",
        "3月底前",
    ]


def test_what_is_read_of_a_sentence_is_the_same_within_the_whole_text() -> None:
    text = "2018年建成5所。其中9月建成2所。"
    said = list(expressions(text, 0, len(text)))
    for sentence in ((0, 10), (10, len(text))):
        assert times(text, sentence, WRITTEN, said) == times(text, sentence, WRITTEN)
    assert [time.period for time in times(text, (10, len(text)), WRITTEN, said)] == ["2021-09"]


# Each row of the tables of words.

TABLES = [name for name in vars(time_words) if name.isupper()]
ROWS = [(name, row) for name in TABLES for row in getattr(time_words, name)]


@contextmanager
def without(name: str, row: str) -> Iterator[Reader]:
    """Yield the modules as they would be without a row of a table."""
    names = [f"reply.measure.{room}" for room in ROOMS]
    kept = {name: sys.modules.pop(name) for name in names}
    try:
        words = importlib.import_module("reply.measure.time_words")
        table = getattr(words, name)
        rest = {k: v for k, v in table.items() if k != row} if isinstance(table, dict) else None
        setattr(words, name, rest if rest is not None else tuple(word for word in table if word != row))
        yield reader()
    finally:
        for name in names:
            sys.modules.pop(name, None)
        sys.modules.update(kept)
        package = sys.modules["reply.measure"]
        for room in ROOMS:
            setattr(package, room, kept[f"reply.measure.{room}"])


EXAMPLES: list[tuple[str, tuple[str, ...], str]] = [
    *[("periods", (text, written), expected) for text, written, expected in PERIODS],
    *[("marked", (line,), line) for line in SPANS],
    *[("dated", (line,), line) for line in REACH],
]


def all_hold(modules: Reader, row: str) -> bool:
    """Tell whether all examples are read as they should, those first that have the words of a row."""
    likely_first = sorted(EXAMPLES, key=lambda example: row not in example[1][0])
    return all(getattr(modules, read)(*words) == expected for read, words, expected in likely_first)


@pytest.mark.parametrize(("table", "row"), ROWS, ids=[f"{name}-{row}" for name, row in ROWS])
def test_an_example_fails_without_each_row(table: str, row: str) -> None:
    with without(table, row) as modules:
        assert not all_hold(modules, row)


# Whatever the text.

PIECES = st.sampled_from(
    [
        *[word for name in TABLES for word in getattr(time_words, name)],
        *"0123456789一二三十两〇年月日号季点个-~/.、,。和至到的\n ",
        "2018",
        "19",
        "年",
        "季度",
        "个月",
    ]
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=25).map("".join))


@given(TEXTS, st.one_of(st.none(), st.dates().map(str)))
def test_the_times_of_any_text_lie_in_it_in_order_and_are_periods(text: str, written: str | None) -> None:
    position = 0
    for found in times(text, (0, len(text)), written):
        assert position <= found.start < found.end <= len(text)
        assert found.clause >= found.end
        for period in (*found.each, *([found.period] if found.period else [])):
            first, last = span(period)
            assert first <= last
        position = found.end


@given(TEXTS, st.lists(st.integers(0, 80), max_size=8).map(sorted))
def test_each_figure_has_a_period_and_a_basis_or_neither(text: str, starts: list[int]) -> None:
    of = dated(text, times(text, (0, len(text)), WRITTEN), starts)
    assert len(of) == len(starts)
    assert all((period is None) == (basis is None) for period, basis in of)


MONOTONOUS = (
    "2018年", "2018年、", "2018、", "1、", "1-", "十", "二〇", "一二", "3月5日,", "十二五", "“十二五”、", "近3年", "近", "前",
    "每月1日、", "2018年至", "自2018年", "自2018年开展", "根据2018年", "2018年,现", "2018年,拟", "2018.1-", "9", "一、", "今年",
    "截至5月", "2018年通过试点,", "16年", "周一8点至", "第", "2018年、2019年分别5,", "7.2", "五年", "比2018年的", "由2018年的",
)  # fmt: skip


@pytest.mark.parametrize("piece", MONOTONOUS)
def test_reading_takes_time_in_proportion(piece: str) -> None:
    def read(text: str) -> None:
        found = times(text, (0, len(text)), WRITTEN)
        dated(text, found, range(0, len(text), 7))

    assert in_proportion(lambda size: piece * (size // len(piece)), read, 4_000)


def test_a_list_of_very_many_dates_is_read() -> None:
    text = "、".join(["2018年3月5日"] * 20_000) + "分别"
    (found,) = times(text, (0, len(text)), WRITTEN)
    assert len(found.each) == 20_000
    assert list(spans_of_times(expressions(text, 0, len(text)))) == [(0, len(text) - 2)]


def test_of_a_letter_without_a_date_no_plan_is_of_the_time_before() -> None:
    text = "2014年建成5所,拟新建6所"
    assert dated(text, times(text, (0, len(text)), None), [7, 13]) == [("2014", "stated"), (None, None)]
