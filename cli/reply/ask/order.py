"""Sort rows by a column."""

from collections.abc import Sequence

from reply import messages
from reply.ask.choices import require
from reply.errors import ReplyError
from reply.listing import Cell, Row


def sorted_rows(rows: Sequence[Row], sort: str, columns: Sequence[str]) -> list[Row]:
    """Sort by a column, descending with a minus before it; what has no value comes last.

    Raises ReplyError for a column that is none.
    """
    column = sort.replace(":", " ").partition(" ")[0]
    if column != sort and column in columns:  # value:desc, as other programs have it
        raise ReplyError(messages.SORT_DESCENDING.format(name=column))
    name = require(sort.removeprefix("-"), columns, messages.UNKNOWN_COLUMN)
    known = [row for row in rows if row[name] not in (None, (), "")]
    unknown = [row for row in rows if row[name] in (None, (), "")]

    def key(row: Row) -> tuple[tuple[float, str], ...]:
        return _sort_key(row[name])

    return sorted(known, key=key, reverse=sort.startswith("-")) + unknown


def _sort_key(cell: Cell) -> tuple[tuple[float, str], ...]:
    """Compare numbers as numbers, also those inside ids: 2.1-9 comes before 2.1-10."""
    if isinstance(cell, int | float):
        return ((cell, ""),)
    parts = str(cell).replace("-", ".").split(".")
    return tuple((int(part), "") if part.isdecimal() else (float("inf"), part) for part in parts)
