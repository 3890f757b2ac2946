"""Tables in a letter: what each number measures is said by the heads of its row and its column.

A table is a line for each row. Its cells stand between bars, as `reply.source.tables` writes them, where `←`
and `〃` go on from the left and from above, or are parted by tabs or spaces, as a table is pasted.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reply.measure.quantity import parse_quantity
from reply.measure.value import Quantity
from reply.model import Number

FROM_LEFT, FROM_ABOVE = "←", "〃"
_ROW = re.compile(r"[^\S\r\n]*\|([^\r\n]*)\|[^\S\r\n]*(?=[\r\n]|\Z)")
_RULE = re.compile(r"[\s|:-]*-[\s|:-]*")
_LINE = re.compile(r"[^\r\n]+")
_GAPS = (re.compile(r"\t"), re.compile(r"[ \u3000\u00a0]{2,}"), re.compile(r"[ \u3000\u00a0]"))
"""What parts the cells of a table without bars, the surest first."""
_NUMBERS = re.compile(r"\s*\S{1,60}(?:[ \t\u3000\u00a0]+[-\d,.%/—无…]{1,30}){2,}\s*")
"""A line that may be a row of such a table."""
_NUMBER = re.compile(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?")
_EMPTY = frozenset(("", "-", "--", "—", "——", "/", "无", "…"))
_UNIT = re.compile(r"\((?:单位[::]?)?([^()]{1,8})\)$|[,、/](?:单位[::])?([^,、/()\d]{1,6})$")
_UNIT_OF_TABLE = re.compile(r"\(?单位[::]([^()\s,、;。|]{1,8})\)?$")
_UNIT_COLUMNS = frozenset(("单位", "计量单位"))
_ORDINALS = frozenset(
    ("序号", "编号", "序", "排名", "名次", "代码", "电话", "联系电话", "邮编", "提案号", "建议号", "案号")
)
"""Heads of columns whose numbers count nothing."""
_YEARS = frozenset(("年份", "年度", "年"))
_YEAR = re.compile(r"((?:19|20)\d\d)年?度?$|((?:19|20)\d\d)年度?(?![上下前后底末初\d第一二三四至-])")
FEWEST_CELLS = 3
"""Cells of a row of a table without bars; of two nobody knows."""


class Cell(NamedTuple):
    """A cell, and where its words stand."""

    start: int
    end: int
    text: str


class TableFigure(NamedTuple):
    """A number in a table."""

    start: int
    end: int
    value: Number
    """In the base unit: 5680 under 财政投入(万元) is 56800000."""
    unit: str
    """The base unit that a head gives: 元."""
    label: str
    period: str | None
    """The year that a head names."""

    @property
    def quantity(self) -> Quantity:
        """The number with its unit, as a quantity in running text is."""
        return Quantity(self.value, self.value, self.value, self.unit, "exact")


def table_figures(text: str) -> list[TableFigure]:
    """Return the numbers of all tables in a text, in half width and simplified script, that heads explain.

    A number to which no head gives a unit is left alone; so is one in a cell with other words.
    """
    return [figure for rows, unit in _tables(text) for figure in _figures(rows, unit)]


def _tables(text: str) -> Iterator[tuple[list[list[Cell]], str | None]]:
    """Yield each table, and the unit that the line before it gives to all of it."""
    rows: list[list[Cell]] = []
    loose: list[re.Match[str]] = []
    above = ""
    for line in [*_LINE.finditer(text), None]:
        row = _ROW.fullmatch(line[0]) if line else None
        if line and row:
            if not _RULE.fullmatch(row[1]):
                rows.append(_cells(line.start() + row.start(1), row[1], re.compile(r"\|")))
            yield from _pasted(loose)
            loose = []
            continue
        if rows:
            yield rows, _unit_of_table(above)
            rows = []
        if line:
            above = line[0].strip()
            loose.append(line)
    yield from _pasted(loose)


def _cells(start: int, row: str, gap: re.Pattern[str]) -> list[Cell]:
    cells: list[Cell] = []
    at = 0
    for match in [*gap.finditer(row), None]:
        piece = row[at : match.start() if match else len(row)]
        bare = piece.strip()
        begin = start + at + len(piece) - len(piece.lstrip())
        cells.append(Cell(begin, begin + len(bare), bare))
        at = match.end() if match else at
    return cells


def _pasted(lines: Sequence[re.Match[str]]) -> Iterator[tuple[list[list[Cell]], str | None]]:
    """Yield the tables among lines without bars: a head, and rows of numbers with as many cells."""
    if not any(_NUMBERS.fullmatch(line[0]) for line in lines):
        return
    for gap in _GAPS:
        rows = [
            _cells(line.start() + len(line[0]) - len(line[0].lstrip()), line[0].strip(), gap)
            if len(line[0]) < 500
            else []
            for line in lines
        ]
        n = 1
        while n < len(rows):
            if (
                not _is_row_of_numbers(rows[n])
                or len(rows[n - 1]) != len(rows[n])
                or _has_number(rows[n - 1])
            ):
                n += 1
                continue
            end = n
            while end < len(rows) and len(rows[end]) == len(rows[n]) and _is_row_of_numbers(rows[end]):
                end += 1
            yield rows[n - 1 : end], _unit_of_table(lines[n - 2][0].strip() if n >= 2 else "")
            n = end + 1


def _is_row_of_numbers(row: Sequence[Cell]) -> bool:
    return (
        len(row) >= FEWEST_CELLS and _has_number(row) and all(_is_number_or_empty(cell) for cell in row[1:])
    )


def _is_number_or_empty(cell: Cell) -> bool:
    return cell.text in _EMPTY or _NUMBER.fullmatch(cell.text.removesuffix("%")) is not None


def _has_number(row: Sequence[Cell]) -> bool:
    return any(_NUMBER.fullmatch(cell.text) for cell in row[1:])


def _unit_of_table(line: str) -> str | None:
    match = _UNIT_OF_TABLE.search(line)
    return match[1] if match else None


def _figures(rows: Sequence[Sequence[Cell]], unit: str | None) -> Iterator[TableFigure]:
    first = next((n for n, row in enumerate(rows) if _is_data(row)), len(rows))
    width = max(map(len, rows))
    titles = [row for row in rows[:first] if len({cell.text for cell in row} - {FROM_LEFT, ""}) == 1]
    heads = _column_heads([row for row in rows[:first] if row not in titles], width)
    unit = next((its for row in titles if (its := _unit_of_table(row[0].text))), unit)
    data = _data_columns(rows[first:], heads)
    stubs = range(min(data, default=0))
    above = [""] * width
    for row in rows[first:]:
        above = [
            before if cell.text == FROM_ABOVE else cell.text
            for before, cell in zip(above, [*row, *row[:0]], strict=False)
        ] + above[len(row) :]
        stub = [
            above[n] for n in stubs if heads[n] not in _ORDINALS | _UNIT_COLUMNS and above[n] != FROM_LEFT
        ]
        own = next((above[n] for n in range(len(row)) if heads[n] in _UNIT_COLUMNS), None)
        for n in data:
            if n < len(row) and _NUMBER.fullmatch(row[n].text):
                yield from _figure(row[n], heads[n], "".join(_years_named(stub, heads)), own, unit)


def _is_data(row: Sequence[Cell]) -> bool:
    return any(_NUMBER.fullmatch(cell.text) and not _is_year(cell.text) for cell in row[1:])


def _is_year(text: str) -> bool:
    return re.fullmatch(r"(?:19|20)\d\d", text) is not None


def _years_named(stub: Sequence[str], heads: Sequence[str]) -> Iterator[str]:
    """Yield the heads of a row; a year that stands under 年份 is written as one."""
    for text, head in zip(stub, heads, strict=False):
        yield f"{text}年" if head in _YEARS and _is_year(text) else text


def _column_heads(rows: Sequence[Sequence[Cell]], width: int) -> list[str]:
    """Return the head of each column: what stands above it, from the top, each cell once."""
    heads = [""] * width
    for row in rows:
        last = ""
        for n, cell in enumerate(row):
            if cell.text not in (FROM_LEFT, FROM_ABOVE):
                last = cell.text
            if cell.text != FROM_ABOVE:
                heads[n] += last
    return ["".join(head.split()) for head in heads]


def _data_columns(rows: Sequence[Sequence[Cell]], heads: Sequence[str]) -> list[int]:
    """Return the columns of numbers that measure something."""
    return [
        n
        for n in range(1, len(heads))
        if heads[n] not in _ORDINALS | _YEARS
        and any(n < len(row) and _NUMBER.fullmatch(row[n].text) for row in rows)
    ]


def _figure(cell: Cell, head: str, stub: str, own: str | None, unit: str | None) -> Iterator[TableFigure]:
    """Yield the figure of a cell if its heads, its row or its table give it one unit."""
    column, of_column = _parted(head)
    row, of_row = _parted(stub)
    named = {found for found in (_read_unit(its) for its in (of_column, of_row, own)) if found}
    if not named and (found := _read_unit(unit)):
        named = {found}
    if len(named) != 1:
        return
    (scale, base) = named.pop()
    column, of_head = _without_year(column)
    row, of_stub = _without_year(row)
    if of_head and of_stub and of_head != of_stub:
        return
    label = row + column
    quantity = parse_quantity(cell.text.removeprefix("-"))
    if not label or quantity is None or quantity.value is None:
        return
    value = _times(quantity.value, scale)
    yield TableFigure(
        cell.start, cell.end, -value if cell.text[0] == "-" else value, base, label, of_head or of_stub
    )


def _parted(head: str) -> tuple[str, str | None]:
    """Return a head without the unit at its end, and the unit."""
    match = _UNIT.search(head)
    found = (match[1] or match[2]) if match else None
    return (head[: match.start()], found) if match and _read_unit(found) else (head, None)


def _read_unit(written: str | None) -> tuple[Number, str] | None:
    """Return the scale and the base unit: 10000 and 元 of 万元; None for words that are no unit."""
    quantity = parse_quantity(f"1{written}") if written else None
    if quantity is None or quantity.value is None or quantity.bound != "exact":
        return None
    return (quantity.value, quantity.unit) if quantity.unit else None


def _without_year(words: str) -> tuple[str, str | None]:
    """Return words without the year that they name, and the year; a part of a year stays."""
    match = _YEAR.search(words)
    if match is None:
        return words, None
    return words[: match.start()] + words[match.end() :], match[1] or match[2]


def _times(value: Number, scale: Number) -> Number:
    """Return a product without the noise of binary fractions: 4320.5 times 10000 is 43205000."""
    from decimal import Decimal

    product = Decimal(repr(value)) * Decimal(repr(scale))
    return int(product) if product == product.to_integral_value() else float(product)
