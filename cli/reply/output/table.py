"""What a person sees on a terminal: what is shown of the rows of each kind."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from reply import messages
from reply.ask.captions import marked
from reply.listing import Cell, Listing, Row
from reply.output.cells import plain
from reply.output.console import columns, draw
from reply.output.layout import LEAST, Cells, Column, Rows, describe, hanging, indented, lay_out
from reply.output.wrap import wrapped
from reply.visible import visible

_MARK, _FIGURE, _QUIET, _TITLE = "bold black on yellow", "bold cyan", "dim", "bold"
_LETTER = "letter"
_IDS = ("id", "section", "parent", "figures", "citations")
"""Keys of what begins with the name of its letter, where there are several."""
_PROSE = ("label", "per", "quote", "remark", "title", "heading", "subject", "addressee", "issuer", "source",
          "file", "letter", "sha256", "figures", "citations", "spans")  # fmt: skip
"""Keys of what may be wrapped; the rest is rigid."""
_LEAST = {"issuer": 12, "subject": 16, "per": 8}
"""Columns that a table needs for what is short."""
_TEXTS = ("find", "section", "outline", "text", "check")
"""Kinds whose `text` is no amount, or need not be one."""


def render(listing: Listing, header: bool) -> str:
    """Draw a listing as wide as the terminal; as wide as it needs when stdout is none."""
    if not listing.rows:
        return ""
    width = max(columns(), LEAST)
    drawing = _grid if listing.chosen else _DRAWINGS.get(listing.kind, _grid)
    return draw(drawing(listing, width, header), width)


def _text(cell: Cell, style: str = "") -> Text:
    return Text(visible(plain(cell)), style, overflow="fold")


def _rows(listing: Listing, columns: Sequence[Column], cells: Callable[[Row], Cells]) -> Rows:
    """Return rows to lay out; of several letters also as they are under the name of their letter."""
    rows = list(listing.rows)
    tells = any(column.key in (*_IDS, _LETTER) for column in columns)
    if not tells or not rows[0].get(_LETTER):
        return Rows(columns, [cells(row) for row in rows])
    letters = [visible(str(row[_LETTER])) for row in rows]
    short = [cells(_without_letter(row)) for row in rows]
    beside = Column(_LETTER, messages.COLUMN_NAMES[_LETTER], prose=True)
    return Rows(columns, [cells(row) for row in rows], letters, short, beside)


def _without_letter(row: Row) -> Row:
    prefix = f"{row[_LETTER]}:"

    def short(cell: Cell) -> Cell:
        if isinstance(cell, str):
            return cell.removeprefix(prefix)
        return [str(one).removeprefix(prefix) for one in cell] if isinstance(cell, Sequence) else cell

    return {**row, **{key: short(row[key]) for key in _IDS if key in row}}


def _find(listing: Listing, width: int, header: bool) -> RenderableType:
    parts = [part for row in listing.rows for part in (*_passage(listing, row, width), Text())]
    return Group(*parts[:-1])


def _passage(listing: Listing, row: Row, width: int) -> Sequence[RenderableType]:
    parts = _place(listing, row, width)
    text = _marked(str(row["text"]), row["spans"], _MARK)  # type: ignore[arg-type] # the contract: pairs
    parts.append(indented(wrapped(text, width - 2)))
    if figures := row["figures"]:
        own: Any = _without_letter(row)["figures"] if row.get(_LETTER) else figures
        cells = []
        for figure, short in zip(figures, own, strict=True):  # type: ignore[arg-type] # the contract: ids
            amount, label = listing.captions.amounts[str(figure)]
            cells.append({"id": _text(short, _QUIET), "text": _text(amount, _FIGURE), "label": _text(label)})
        shown = (Column("id", leads=True), Column("text", leads=True), Column("label", prose=True))
        parts.append(indented(lay_out(Rows(shown, cells, apart=False), width - 2)))
    return parts


def _place(listing: Listing, row: Row, width: int) -> list[RenderableType]:
    """Return the section of a passage; below its letter, where a line does not hold both."""
    section = str(row["section"])
    heading = visible(listing.captions.headings[section])
    whole = Text.assemble((visible(section), _FIGURE), "  ", (heading, _TITLE))
    if whole.cell_len <= width or not row.get(_LETTER):
        return [hanging(whole, width)]
    short = plain(_without_letter(row)["section"])
    letter = Text(visible(str(row[_LETTER])), _QUIET)
    return [hanging(letter, width), hanging(Text.assemble((short, _FIGURE), "  ", (heading, _TITLE)), width)]


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
    shown = (Column("id", leads=True), Column("heading", prose=True), Column("figures"))

    def cells(row: Row) -> Cells:
        depth = str(row["id"]).rpartition(":")[2].count(".")
        heading = visible(listing.captions.headings[str(row["id"])])
        style = _TITLE if row["heading"] and not depth else ""
        count = _count_of_figures(len(row["figures"]))  # type: ignore[arg-type] # the contract: a list
        name = Text("  " * depth, overflow="fold").append(heading, style)
        return {"id": _text(row["id"], _FIGURE), "heading": name, "figures": _text(count, _QUIET)}

    # The headings are known by the full ids, so the rows that are under their letters are made of these.
    full = _rows(listing._replace(rows=[dict(row) for row in listing.rows]), shown, lambda row: {})
    every = [cells(row) for row in listing.rows]
    short = [
        {**cell, "id": _text(plain(_without_letter(row)["id"]), _FIGURE)}
        for cell, row in zip(every, listing.rows, strict=True)
        if full.letters
    ]
    title = [wrapped(Text(visible(listing.title), _TITLE), width), Text()] if listing.title else []
    return Group(*title, lay_out(full._replace(cells=every, short=short, apart=False), width))


def _count_of_figures(count: int) -> str:
    if count < 2:
        return messages.ONE_FIGURE if count else ""
    return messages.FIGURE_COUNT.format(count=count)


def _figures(listing: Listing, width: int, header: bool) -> RenderableType:
    names = messages.COLUMN_NAMES
    shown = (
        Column("id", names["id"], leads=True),
        Column("label", names["label"], prose=True),
        Column("text", names["text"], leads=True, right=True),
        Column("value", names["value"], right=True, optional=True),
        Column("period", names["period"]),
        Column("per", names["per"], prose=True, least=8, in_card=messages.PER.format(per="{}")),
    )

    def cells(row: Row) -> Cells:
        return {
            "id": _text(row["id"], _QUIET),
            "label": _text(marked(plain(row["label"]), str(row["status"]), in_doubt=bool(row["doubt"]))),
            "text": _text(row["text"], _FIGURE),
            "value": _text(_amount(row)),
            "period": _text(row["period"]),
            "per": _text(messages.listed(row["per"])),  # type: ignore[arg-type] # the contract: a list
        }

    return lay_out(_rows(listing, shown, cells), width, header=header)


def _amount(row: Row) -> str:
    """Return the number as a person reads it: 313,000,000 元."""
    numbers = [row["value"]] if row["value"] is not None else [row["low"], row["high"]]
    return f"{'–'.join(f'{number:,}' for number in numbers)} {row['unit'] or ''}".rstrip()


def _some(*keys: str) -> Callable[[Listing, int, bool], RenderableType]:
    """Return what draws some columns of a listing."""
    return lambda listing, width, header: _grid(listing._replace(columns=keys), width, header)


def _info(listing: Listing, width: int, header: bool) -> RenderableType:
    if _LETTER in listing.columns:  # of several, a row each
        return _some(_LETTER, "date", "issuer", "subject", "figures")(listing, width, header)
    (row,) = listing.rows
    known = [key for key in listing.columns if row[key] is not None]
    fields = [Column(key, messages.COLUMN_NAMES[key], key in _PROSE, is_field=True) for key in known]
    return describe(fields, {key: _text(row[key]) for key in known}, width)


def _grid(listing: Listing, width: int, header: bool) -> RenderableType:
    """Draw the columns as they are."""
    rows = list(listing.rows)
    shown = []
    for key in listing.columns:
        numeric = all(isinstance(row[key], int | float | None) for row in rows)
        prose = not numeric and (key in _PROSE or (key == "text" and listing.kind in _TEXTS))
        leads = key in ("id", _LETTER) or (key == "section" and listing.kind == "find")
        shown.append(
            Column(
                key,
                messages.COLUMN_NAMES[key],
                prose,
                least=_LEAST.get(key, LEAST),
                right=numeric,
                leads=leads,
                is_field=not leads,
            )
        )
    rows_ = _rows(
        listing._replace(rows=rows), shown, lambda row: {key: _text(row[key]) for key in listing.columns}
    )
    return lay_out(rows_, width, header=header)


_DRAWINGS: dict[str, Callable[[Listing, int, bool], RenderableType]] = {
    "find": _find,
    "section": _section,
    "outline": _outline,
    "figures": _figures,
    "citations": _some("id", "title", "number"),
    "info": _info,
    "check": _some("id", "text", "remark"),
}
