"""Lay rows out so that nothing in them is cut: as a table, as tables under their letters, or as cards.

What is rigid (an amount, an id, a unit, a date) stands on one line at every width that holds it; prose is
wrapped, and a table is none any more before its prose falls under so many columns.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from rich import box
from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from reply.output.wrap import Stretches, wrapped

LEAST = 20
"""Columns of prose in a table; and of the narrowest terminal that is drawn for."""
_GAP, _INDENT = 2, 2
_TITLE, _QUIET = "bold", "dim"
_LETTER = "letter"
_BETWEEN = " · "

Cells = Mapping[str, Text]


class Column(NamedTuple):
    """What is shown of every row."""

    key: str
    name: str = ""
    """What stands above it in a table."""
    prose: bool = False
    """Whether it may be wrapped; else it is rigid."""
    least: int = LEAST
    """Columns of a table under which it does not go, when it is prose."""
    right: bool = False
    optional: bool = False
    """Whether it is left out where there is no room."""
    leads: bool = False
    """Whether a card begins with it."""
    is_field: bool = False
    """Whether it has a line of its own in a card, after its name."""
    in_card: str = "{}"
    """What stands around it in a card."""


class Rows(NamedTuple):
    """What is laid out."""

    columns: Sequence[Column]
    cells: Sequence[Cells]
    letters: Sequence[str] = ()
    """The letter of each row, where there are several and the rows say which."""
    short: Sequence[Cells] = ()
    """The rows as they are under the name of their letter: their ids without it."""
    beside: Column | None = None
    """What shows the letter on every row, where the rows of one do not stand together."""
    apart: bool = True
    """Whether a blank line stands between two cards."""


def lay_out(rows: Rows, width: int, *, header: bool = True) -> RenderableType:
    """Return the rows as a table where the terminal holds it, else under their letters, else as cards."""
    if shown := _fitting(rows.columns, rows.cells, width):
        return _table(shown, rows.cells, _widths(shown, rows.cells, width), header)
    if not rows.letters:
        return _cards(rows.columns, rows.cells, width, rows.apart)
    own = [column for column in rows.columns if column.key != _LETTER]
    if _are_together(rows.letters):
        if shown := _fitting(own, rows.short, width):
            widths = _widths(shown, rows.short, width)
            under = _under_letters(rows, width, lambda cells: _table(shown, cells, widths, header=False))
            return Group(_table(shown, (), widths, header), under) if header else under
    elif rows.beside is not None:
        cells = [{**row, _LETTER: Text(name)} for row, name in zip(rows.short, rows.letters, strict=True)]
        if shown := _fitting([rows.beside, *own], cells, width):
            return _table(shown, cells, _widths(shown, cells, width), header)
    return _under_letters(rows, width, lambda cells: _cards(own, cells, width, rows.apart))


def _are_together(letters: Sequence[str]) -> bool:
    """Tell whether more than one row follows the other under the name of one letter, most times."""
    return 2 * sum(1 for _ in groupby(letters)) <= len(letters)


def _under_letters(
    rows: Rows, width: int, draw: Callable[[Sequence[Cells]], RenderableType]
) -> RenderableType:
    parts: list[RenderableType] = []
    for letter, some in groupby(zip(rows.letters, rows.short, strict=True), lambda row: row[0]):
        parts += [hanging(Text(letter, _TITLE), width), draw([cells for _, cells in some]), Text()]
    return Group(*parts[:-1])


def _fitting(columns: Sequence[Column], cells: Sequence[Cells], width: int) -> Sequence[Column]:
    """Return the columns that a table of this width holds; none where it does not hold what it must."""
    needed = [column for column in columns if not column.optional]
    for shown in (columns, needed):
        if sum(_least(column, cells) for column in shown) + _GAP * (len(shown) - 1) <= width:
            return shown
    return ()


def _least(column: Column, cells: Sequence[Cells]) -> int:
    natural = _natural(column, cells)
    return min(natural, column.least) if column.prose else natural


def _natural(column: Column, cells: Sequence[Cells]) -> int:
    """Return how wide it is when nothing in it is wrapped, but for a name of several words above numbers."""
    names = [column.name] if column.prose else column.name.split()
    lines = (line for row in cells for line in row[column.key].plain.splitlines())
    return max([0, *map(cell_len, names), *map(cell_len, lines)])


def _widths(columns: Sequence[Column], cells: Sequence[Cells], width: int) -> list[int]:
    """Share the room that there is among the columns of prose, to each what it can use."""
    found = [_least(column, cells) for column in columns]
    wants = [_natural(column, cells) - taken for column, taken in zip(columns, found, strict=True)]
    left = width - sum(found) - _GAP * (len(columns) - 1)
    while left > 0 and any(wants):
        share = max(left // sum(want > 0 for want in wants), 1)
        for at, want in enumerate(wants):
            more = min(want, share, left)
            found[at], wants[at], left = found[at] + more, want - more, left - more
    return found


def _table(columns: Sequence[Column], cells: Sequence[Cells], widths: Sequence[int], header: bool) -> Table:
    named = header and any(column.name for column in columns)
    table = Table(
        box=box.SIMPLE_HEAD if named else None, show_header=named, show_edge=False, pad_edge=False,
        padding=(0, 1 if named else _GAP, 0, 0), header_style=_TITLE,
    )  # fmt: skip
    for column, wide in zip(columns, widths, strict=True):
        table.add_column(
            column.name, justify="right" if column.right else "left", width=wide, overflow="fold"
        )
    for row in cells:
        texts = [row[column.key] for column in columns]
        table.add_row(*(wrapped(text, wide) for text, wide in zip(texts, widths, strict=True)))
    return table


def describe(columns: Sequence[Column], row: Cells, width: int) -> RenderableType:
    """Return the names of the columns beside what a row has of them; as a card where there is no room."""
    sides = (
        Column("name"),
        Column("value", prose=True, least=max(_least(column, [row]) for column in columns)),
    )
    pairs = [{"name": Text(column.name, _QUIET), "value": row[column.key]} for column in columns]
    return (
        lay_out(Rows(sides, pairs), width) if _fitting(sides, pairs, width) else _cards(columns, [row], width)
    )


def _cards(
    columns: Sequence[Column], cells: Sequence[Cells], width: int, apart: bool = True
) -> RenderableType:
    if not apart:
        return Group(*(part for row in cells for part in _card(columns, row, width)))
    parts = [part for row in cells for part in (*_card(columns, row, width), Text())]
    return Group(*parts[:-1])


def _card(columns: Sequence[Column], row: Cells, width: int) -> Iterator[RenderableType]:
    """Yield what leads, on a line or on one each; then the rest, indented; then the fields."""
    shown = [column for column in columns if row[column.key].plain and not column.optional]
    leading = [row[column.key] for column in shown if column.leads]
    line = Text("  ").join(leading)
    if line.cell_len <= width and "\n" not in line.plain:
        leading = [line] if leading else []
    for at, text in enumerate(leading):
        yield _below(text, width) if at else hanging(text, width)
    rest, whole = Text(), list[tuple[int, int]]()
    for column in shown:
        if not column.leads and not column.is_field:
            before, _, after = column.in_card.partition("{}")
            rest.append(_BETWEEN if rest.plain else "").append(before)
            if not column.prose:
                whole.append((len(rest), len(rest) + len(row[column.key])))
            rest.append_text(_without_indent(row[column.key])).append(after)
    if rest.plain:
        yield indented(wrapped(rest, width - _INDENT, whole))
    for column in shown:
        if column.is_field:
            yield _field(column, row[column.key], width)


def _without_indent(text: Text) -> Text:
    return text[len(text.plain) - len(text.plain.lstrip(" ")) :]


def _field(column: Column, text: Text, width: int) -> RenderableType:
    """Return a name and what it names, on a line that holds both, else one below the other."""
    name = Text(column.name, _QUIET)
    if column.prose or name.cell_len + _GAP + text.cell_len <= width:
        return hanging(Text("  ").join([name, text]), width)
    return Group(name, _below(text, width))


def _below(text: Text, width: int) -> RenderableType:
    """Return what stands below something, indented unless the line holds it only without."""
    if width - _INDENT < text.cell_len <= width:
        return text
    return indented(wrapped(text, width - _INDENT))


def indented(text: RenderableType) -> RenderableType:
    """Return what stands below something that it belongs to."""
    return Padding(text, (0, 0, 0, _INDENT))


def hanging(text: Text, width: int, whole: Stretches = ()) -> RenderableType:
    """Return a text whose first line stands out to the left of the others."""
    if text.cell_len <= width and "\n" not in text.plain:
        return text
    first, *others = wrapped(text, width - _INDENT, whole).split("\n")
    return Group(first, *map(indented, others))
