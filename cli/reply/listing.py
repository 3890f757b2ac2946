"""What a command answers: rows under fixed keys, before anyone decides how they look."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Literal, NamedTuple, TypeAlias

Cell: TypeAlias = str | int | float | Sequence[str] | Sequence[Sequence[int]] | None
Row: TypeAlias = Mapping[str, Cell]
Kind = Literal["find", "outline", "section", "figures", "citations", "info", "text", "check"]


class Captions(NamedTuple):
    """What stands beside ids on a terminal."""

    headings: Mapping[str, str] = MappingProxyType({})
    """For the id of a section its heading."""
    amounts: Mapping[str, tuple[str, str]] = MappingProxyType({})
    """For the id of a figure the words of the letter, and the label."""
    marks: Mapping[str, Sequence[tuple[int, int]]] = MappingProxyType({})
    """For the id of a section where the figures stand in its text."""


NO_CAPTIONS = Captions()


class Listing(NamedTuple):
    """Rows and what goes with them."""

    kind: Kind
    columns: tuple[str, ...]
    """The keys that are shown, in order; every row holds all of them."""
    rows: Iterable[Row]
    """The rows. Those of many letters are made when they are taken, and can be taken once."""
    value: str
    """The column that `-f value` prints."""
    more: tuple[str, ...] = ()
    """Keys that every row holds too, shown when they are asked for."""
    captions: Captions = NO_CAPTIONS
    """What the ids in the rows stand for, where a person reads them."""
    chosen: bool = False
    """Whether the user asked for these columns; else a table may show what fits."""
    screenful: int | None = None
    """How many rows a terminal shows unless asked for more; None for all."""
    title: str = ""
    """What stands above the rows on a terminal."""
    notes: Iterable[str] = ()
    """What a person should know; for stderr. Complete when the rows have been taken."""
    tier: str = ""
    """How surely what was looked up was found, as lookup names it; empty where nothing was looked up."""
    hint: str = ""
    """What a person might do next; for stderr, after the rows."""
    none_is_good: bool = False
    """Whether no rows is what one hopes for, as for a check: the exit status is 0 then."""
    partial: bool = False
    """Whether there may be more rows than these, beyond the number that was asked for."""
    nothing: str = ""
    """What to say when there are no rows."""

    def of_several(
        self, rows: Iterable[Row], letter: str, head: Sequence[str], captions: Captions, notes: Iterable[str]
    ) -> "Listing":
        """Return the listing of several letters of which this is the first one's.

        Its rows say which `letter` they are of; the `head` data of the letter may be asked for.
        """
        return self._replace(
            columns=(letter, *self.columns),
            more=(*self.more, *(key for key in head if key not in (*self.columns, *self.more))),
            rows=rows,
            captions=captions,
            notes=notes,
            title="",
        )
