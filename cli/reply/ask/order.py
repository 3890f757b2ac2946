"""Put rows in order, however many there are: what memory is too small for waits in a file."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import islice
from typing import IO, Any

from reply import messages
from reply.ask.choices import require
from reply.errors import ReplyError
from reply.listing import Cell, Row

_RUN, _BLOCK = 5_000, 50
"""Rows that are sorted in memory, and that are read back at a time."""


def column_of(sort: str, columns: Sequence[str]) -> str:
    """Return the column that rows are to be sorted by. Raises ReplyError for one that is none."""
    column = sort.replace(":", " ").partition(" ")[0]
    if column != sort and column in columns:  # value:desc, as other programs have it
        raise ReplyError(messages.SORT_DESCENDING.format(name=column))
    return require(sort.removeprefix("-"), columns, messages.UNKNOWN_COLUMN)


def sorted_rows(rows: Iterable[Row], sort: str, columns: Sequence[str]) -> Iterable[Row]:
    """Sort by a column, descending with a minus before it; what has no value comes last.

    Raises ReplyError for a column that is none.
    """
    name = column_of(sort, columns)
    backwards = sort.startswith("-")

    def key(row: Row) -> tuple[bool, tuple[tuple[float, str], ...]]:
        known = row[name] not in (None, (), "")
        return known == backwards, _sort_key(row[name]) if known else ()

    return in_order(rows, key, backwards=backwards)


def in_order(
    rows: Iterable[Row], key: Callable[[Row], Any], *, backwards: bool = False
) -> Sequence[Row] | Iterator[Row]:
    """Sort as `sorted` does. What is more than fits into memory is returned as it is taken, once."""
    rows = iter(rows)
    run = sorted(islice(rows, _RUN), key=key, reverse=backwards)
    if len(run) < _RUN:
        return run
    from heapq import merge

    waiting = _Waiting()
    runs = [waiting.put(run)]
    while run := sorted(islice(rows, _RUN), key=key, reverse=backwards):
        runs.append(waiting.put(run))
    return merge(*runs, key=key, reverse=backwards)


class _Waiting:
    """Rows in a file that has no name, and is gone with the program."""

    def __init__(self) -> None:
        self._file: IO[bytes] | None = None
        with suppress(OSError):  # no folder for such files: then they stay in memory
            from tempfile import TemporaryFile

            self._file = TemporaryFile()  # noqa: SIM115 # is closed when nobody reads it any more

    def put(self, rows: list[Row]) -> Iterable[Row]:
        """Write rows, and return what reads them; where the disk is full they stay where they are."""
        import pickle

        blocks: list[int] = []
        try:
            if self._file is None:
                return rows
            self._file.seek(0, 2)
            for start in range(0, len(rows), _BLOCK):
                blocks.append(self._file.tell())
                pickle.dump(rows[start : start + _BLOCK], self._file, pickle.HIGHEST_PROTOCOL)
            self._file.flush()
        except OSError:
            return rows
        return self._read(self._file, blocks)

    def __del__(self) -> None:
        if self._file is not None:
            self._file.close()

    def _read(self, file: IO[bytes], blocks: list[int]) -> Iterator[Row]:
        import pickle

        for place in blocks:
            file.seek(place)
            yield from pickle.load(file)  # noqa: S301 # what was written above


def _sort_key(cell: Cell) -> tuple[tuple[float, str], ...]:
    """Compare numbers as numbers, also those inside ids: 2.1-9 comes before 2.1-10."""
    if isinstance(cell, int | float):
        return ((cell, ""),)
    parts = str(cell).replace("-", ".").split(".")
    return tuple((int(part), "") if part.isdecimal() else (float("inf"), part) for part in parts)
