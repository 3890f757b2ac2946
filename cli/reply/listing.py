"""What a command answers: rows under fixed keys, before anyone decides how they look."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Literal, NamedTuple, TypeAlias

Cell: TypeAlias = str | int | float | Sequence[str] | Sequence[Sequence[int]] | None
Row: TypeAlias = Mapping[str, Cell]
Kind = Literal["find", "outline", "section", "figures", "citations", "info", "text", "check"]


class Listing(NamedTuple):
    """Rows and what goes with them."""

    kind: Kind
    columns: tuple[str, ...]
    """The keys that are shown, in order; every row holds all of them."""
    rows: Sequence[Row]
    value: str
    """The column that `-f value` prints."""
    headings: Mapping[str, str] = MappingProxyType({})
    """What the section ids stand for, where a person reads them."""
    amounts: Mapping[str, tuple[str, str]] = MappingProxyType({})
    """What the figure ids stand for: the words of the letter, and the label."""
    marks: Mapping[str, Sequence[tuple[int, int]]] = MappingProxyType({})
    """Where the figures stand in the text of a section, by its id."""
    chosen: bool = False
    """Whether the user asked for these columns; else a table may show what fits."""
    screenful: int | None = None
    """How many rows a terminal shows unless asked for more; None for all."""
    title: str = ""
    """What stands above the rows on a terminal."""
    notes: Sequence[str] = ()
    """What a person should know before the rows; for stderr."""
    hint: str = ""
    """What a person might do next; for stderr, after the rows."""
    none_is_good: bool = False
    """Whether no rows is what one hopes for, as for a check: the exit status is 0 then."""
    nothing: str = ""
    """What to say when there are no rows."""
