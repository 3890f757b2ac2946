"""Rows in order: what is more than memory should hold waits in a file, and comes back as if it had not."""

import tempfile
from collections.abc import Iterator, Sequence
from typing import IO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reply.ask import order
from reply.errors import ReplyError
from reply.listing import Cell, Row

CELLS: st.SearchStrategy[Cell] = st.one_of(
    st.none(), st.integers(), st.floats(allow_nan=False), st.sampled_from(["2.1-9", "2.1-10", "", "甲"])
)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let seven rows be more than memory should hold."""
    monkeypatch.setattr(order, "_RUN", 7)
    monkeypatch.setattr(order, "_BLOCK", 2)


def rows_of(cells: Sequence[Cell]) -> list[Row]:
    return [{"key": cell, "spans": [[n, n + 1]], "n": n} for n, cell in enumerate(cells)]


def in_memory(rows: Sequence[Row], *, backwards: bool) -> list[Row]:
    known = [row for row in rows if row["key"] not in (None, "")]
    known.sort(key=lambda row: order._sort_key(row["key"]), reverse=backwards)
    return known + [row for row in rows if row["key"] in (None, "")]


@pytest.mark.usefixtures("small")
@given(cells=st.lists(CELLS, max_size=40), backwards=st.booleans())
def test_rows_come_in_order_stable_and_whole(cells: list[Cell], backwards: bool) -> None:
    rows = rows_of(cells)
    found = order.sorted_rows(iter(rows), "-key" if backwards else "key", ["key"])
    assert list(found) == in_memory(rows, backwards=backwards)


@pytest.mark.usefixtures("small")
def test_no_more_rows_are_held_than_are_sorted_at_a_time() -> None:
    class Counted(dict[str, Cell]):
        alive = most = 0

        def __init__(self, n: int) -> None:
            super().__init__(key=-n)
            Counted.alive += 1
            Counted.most = max(Counted.most, Counted.alive)

        def __del__(self) -> None:
            Counted.alive -= 1

        def __reduce__(self) -> tuple[type[dict[str, Cell]], tuple[dict[str, Cell]]]:
            return dict, (dict(self),)

    def rows() -> Iterator[Row]:
        yield from map(Counted, range(1000))

    assert [row["key"] for row in order.sorted_rows(rows(), "key", ["key"])] == list(range(-999, 1))
    assert Counted.most <= 2 * 7 + 1


class Full:
    """A file on a disk that holds a few blocks."""

    def __init__(self) -> None:
        self._file: IO[bytes] = tempfile.SpooledTemporaryFile()  # noqa: SIM115 # stands for another
        self._left = 600

    def write(self, data: bytes) -> int:
        self._left -= len(data)
        if self._left < 0:
            raise OSError(28, "No space left on device")
        return self._file.write(data)

    def __getattr__(self, name: str) -> object:
        return getattr(self._file, name)


def none() -> None:
    raise FileNotFoundError(2, "No usable temporary directory")


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("place", [Full, none])
def test_without_room_on_the_disk_rows_stay_in_memory(monkeypatch: pytest.MonkeyPatch, place: object) -> None:
    monkeypatch.setattr(tempfile, "TemporaryFile", place)
    rows = rows_of([n * 7919 % 100 for n in range(100)])
    assert list(order.sorted_rows(rows, "key", ["key"])) == in_memory(rows, backwards=False)


@pytest.mark.parametrize(
    ("sort", "column", "said"),
    [
        ("value", "value", None),
        ("-value", "value", None),
        ("value:desc", None, "-value"),
        ("value desc", None, "-value"),
        ("valeu:desc", None, "There is no column “valeu:desc”; use value"),
        ("valeu", None, "There is no column “valeu”; use value"),
    ],
)
def test_rows_are_sorted_by_a_column_that_there_is(sort: str, column: str | None, said: str | None) -> None:
    if said is None:
        assert order.column_of(sort, ["id", "value"]) == column
    else:
        with pytest.raises(ReplyError, match=said):
            order.column_of(sort, ["id", "value"])


@pytest.mark.parametrize(
    "cells",
    [
        ["2.1-2", "2.1-9", "2.1-10", "2.2", "10.1-1"],
        ["2017", "2017-01", "2017-02", "2017-10", "2018"],
        [-1, 0, 1.5, 2],
        ["1-a", "1-b", "a"],
        ["a", "b", None],
        ["1", "a", ()],
    ],
)
def test_numbers_are_in_order_within_words_too(cells: list[Cell]) -> None:
    rows = list(reversed(rows_of(cells)))
    assert [row["key"] for row in order.sorted_rows(rows, "key", ["key"])] == cells
    known = [cell for cell in cells if cell not in (None, ())]
    nothing = cells[len(known) :]
    assert [row["key"] for row in order.sorted_rows(rows, "-key", ["key"])] == [*reversed(known), *nothing]


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("count", [0, 1, 6, 7, 8, 14, 15])
def test_as_many_rows_come_as_there_are(count: int) -> None:
    found = order.in_order(rows_of(list(range(count))), lambda row: -float(str(row["key"])))
    assert isinstance(found, list) == (count < 7)
    assert [row["key"] for row in found] == list(reversed(range(count)))
