"""What a person sees on a terminal. The one place that knows Rich."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from reply import messages
from reply.ask.captions import marked
from reply.listing import Cell, Listing, Row
from reply.output.cells import plain
from reply.output.console import columns, draw
from reply.output.wrap import wrapped
from reply.visible import visible

NARROW, WIDE = 60, 110
"""Columns: below the first, records are stacked; from the second on, tables show more."""

_MARK, _FIGURE, _QUIET, _TITLE = "bold black on yellow", "bold cyan", "dim", "bold"


def render(listing: Listing, header: bool) -> str:
    """Draw a listing as wide as the terminal; as wide as it needs when stdout is none."""
    if not listing.rows:
        return ""
    width = columns()
    drawing = _grid if listing.chosen else _DRAWINGS.get(listing.kind, _grid)
    return draw(drawing(listing, width, header), width)


def _text(cell: Cell, style: str = "") -> Text:
    return Text(visible(plain(cell)), style, overflow="fold")


def _find(listing: Listing, width: int, header: bool) -> RenderableType:
    return Group(*(part for row in listing.rows for part in _passage(listing, row, width)))


def _passage(listing: Listing, row: Row, width: int) -> Sequence[RenderableType]:
    section = str(row["section"])
    heading = visible(listing.captions.headings[section])
    title = Text.assemble((section, _FIGURE), "  ", (heading, _TITLE), overflow="fold")
    text = _marked(str(row["text"]), row["spans"], _MARK)  # type: ignore[arg-type] # the contract: pairs
    parts: list[RenderableType] = [title, Padding(wrapped(text, width - 2), (0, 0, 0, 2))]
    if figures := row["figures"]:
        table = Table.grid(padding=(0, 2), pad_edge=False)
        for figure in figures:  # type: ignore[union-attr] # the contract: a list of ids
            amount, label = listing.captions.amounts[str(figure)]
            table.add_row(_text(str(figure), _QUIET), _text(amount, _FIGURE), _text(label))
        parts.append(Padding(table, (0, 0, 0, 2)))
    return [*parts, Text()]


def _marked(text: str, spans: Iterable[Sequence[int]], style: str) -> Text:
    """Return a text with spans of it in a style; controls are made visible stretch by stretch."""
    marked, position = Text(overflow="fold"), 0
    for start, end in spans:
        marked.append(visible(text[position:start]))
        marked.append(visible(text[start:end]), style)
        position = end
    return marked.append(visible(text[position:]))


def _section(listing: Listing, width: int, header: bool) -> RenderableType:
    return Group(*(wrapped(_prose(listing, row), width) for row in listing.rows))


def _prose(listing: Listing, row: Row) -> Text:
    """Return a section's text, its heading and its figures standing out."""
    prose = _marked(str(row["text"]).rstrip("\n"), listing.captions.marks.get(str(row["id"]), ()), _FIGURE)
    prose.stylize(_TITLE, 0, len(visible(str(row["heading"] or ""))))
    return prose


def _outline(listing: Listing, width: int, header: bool) -> RenderableType:
    table = Table.grid(padding=(0, 2), pad_edge=False)
    for row in listing.rows:
        section = str(row["id"])
        depth = section.rpartition(":")[2].count(".")
        name = Text("  " * depth, overflow="fold").append(visible(listing.captions.headings[section]))
        name.stylize(_TITLE if row["heading"] and not depth else "")
        note = _count_of_figures(len(row["figures"]))  # type: ignore[arg-type]
        table.add_row(_text(section, _FIGURE), name, _text(note, _QUIET))
    head = [Text(visible(listing.title), _TITLE), Text()] if listing.title else []
    return Group(*head, table)


def _count_of_figures(count: int) -> str:
    if count < 2:
        return messages.ONE_FIGURE if count else ""
    return messages.FIGURE_COUNT.format(count=count)


def _figures(listing: Listing, width: int, header: bool) -> RenderableType:
    if width < NARROW:
        return Group(*(part for row in listing.rows for part in _stacked(row)))
    table = _table(header)
    names = ["id", "label", "text", *(["value"] if width >= WIDE else []), "period", "per"]
    for name in names:
        right = name in ("text", "value")
        table.add_column(
            messages.COLUMN_NAMES[name],
            justify="right" if right else "left",
            overflow="fold",
            no_wrap=name in ("id", "text", "value", "period"),
            max_width=12 if name == "per" and width < WIDE else None,
        )
    for row in listing.rows:
        cells = {name: _text(row[name]) for name in names}
        cells |= {"text": _text(row["text"], _FIGURE), "id": _text(row["id"], _QUIET)}
        cells["per"] = _text(messages.listed(row["per"]))  # type: ignore[arg-type]
        cells["value"] = _text(_amount(row))
        cells["label"] = _text(marked(plain(row["label"]), str(row["status"])))
        table.add_row(*(cells[name] for name in names))
    return table


def _stacked(row: Row) -> Sequence[Text]:
    first = Text.assemble((str(row["id"]), _QUIET), " ", (visible(str(row["text"])), _FIGURE))
    label = marked(plain(row["label"]), str(row["status"]))
    rest = [label, plain(row["period"]), *(messages.PER.format(per=p) for p in row["per"])]  # type: ignore[union-attr]
    return [first, Text("  " + visible(" · ".join(part for part in rest if part))), Text()]


def _amount(row: Row) -> str:
    """Return the number as a person reads it: 313,000,000 元."""
    numbers = [row["value"]] if row["value"] is not None else [row["low"], row["high"]]
    return f"{'–'.join(f'{number:,}' for number in numbers)} {row['unit'] or ''}".rstrip()


def _citations(listing: Listing, width: int, header: bool) -> RenderableType:
    return _grid(listing._replace(columns=("id", "title", "number")), width, header)


def _check(listing: Listing, width: int, header: bool) -> RenderableType:
    return _grid(listing._replace(columns=("id", "text", "remark")), width, header)


def _info(listing: Listing, width: int, header: bool) -> RenderableType:
    rows = list(listing.rows)
    if "letter" in listing.columns:  # of several, a row each
        columns = ("letter", "date", "issuer", "subject", "figures")
        return _grid(listing._replace(rows=rows, columns=columns), width, header)
    table = Table.grid(padding=(0, 2), pad_edge=False)
    for row in listing.rows:
        for name in listing.columns:
            if row[name] is not None:
                table.add_row(_text(messages.COLUMN_NAMES[name], _QUIET), _text(row[name]))
    return table


def _grid(listing: Listing, width: int, header: bool) -> RenderableType:
    """Draw the columns as they are."""
    table = _table(header)
    for name in listing.columns:
        numeric = all(isinstance(row[name], int | float | None) for row in listing.rows)
        table.add_column(
            messages.COLUMN_NAMES[name],
            justify="right" if numeric else "left",
            overflow="fold",
            no_wrap=name in ("id", "number"),
        )
    for row in listing.rows:
        table.add_row(*(_text(row[name]) for name in listing.columns))
    return table


def _table(header: bool) -> Table:
    return Table(box=box.SIMPLE_HEAD, show_header=header, pad_edge=False, header_style=_TITLE)


_DRAWINGS: dict[str, Callable[[Listing, int, bool], Any]] = {
    "find": _find,
    "section": _section,
    "outline": _outline,
    "figures": _figures,
    "citations": _citations,
    "info": _info,
    "check": _check,
}
