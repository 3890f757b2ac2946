"""Characters by their place on pages -> paragraphs: lines, columns, tables, running heads and page numbers.

All lengths are in the unit of the page; those that decide are measured in the size of the characters.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from statistics import median
from typing import NamedTuple

from reply.source.glyph import Glyph
from reply.source.grid import Row, rows_of, tables_of
from reply.source.marks import EAST_ASIAN

_PAGE_NUMBER = re.compile(
    r"[-—–－\s·.]*(?:第\s*)?\d{1,4}(?:\s*页)?[-—–－\s·.]*|第\s*\d+\s*页\W*共\s*\d+\s*页|\d{1,3}\s*/\s*\d{1,3}"
)
_EDGE_LINES = 2
"""Lines at the top and at the bottom of a page that may be a running head or a page number."""
INDENT = (1.3, 3.2)
"""Characters by which the first line of a paragraph may be set in."""
SHORT = 1.6
"""Characters by which a full line may end early: no stop begins a line, no number is broken."""
_GAP = 1.55
"""Of the usual distance between lines; what stands farther apart is another paragraph."""
_SIZE = 1.12
"""Of the size of characters; a line in another size is another paragraph."""
_STOP = re.compile(r"[。!?！？:：;；][”’」』）)》]*$")
_LATIN_END, _LATIN_START = re.compile(r"[A-Za-z,;]$"), re.compile(r"^[A-Za-z]")
FEWEST_INDENTED = 2
"""Indented lines from which a text counts as one whose paragraphs begin so."""
NARROWEST = 15
"""Characters of a full line; a column in which none is longer has no lines that a page broke."""
ODD = 0.3
"""Characters by which a line may be set in otherwise than the first lines of paragraphs are."""
RAGGED = 0.35
"""Of the width of a column, by which a line of such a text may end early."""
FEWEST_ROWS_OF_COLUMNS, LEAST_PROSE = 6, 6
"""Rows of a page in two columns, and characters on either side, from which they are not those of a table."""


class Line(NamedTuple):
    """A line of a column, or the rows of a table, which are whole paragraphs."""

    text: str
    left: float
    right: float
    y: float
    size: float
    column: int
    """0: the whole width of the page; 1, 2: the left and the right of two columns."""
    segments: int = 1
    is_table: bool = False


def paragraphs(pages: Iterable[Sequence[Glyph]], *, keep_lines: bool = False) -> list[str]:
    """Return the paragraphs of a file, in reading order, without what is repeated on its pages."""
    by_page = [rows_of(sorted(page, key=attrgetter("y"), reverse=True)) for page in pages]
    kept = _without_edges(by_page)
    lines = [line for rows in kept for line in _lines(rows)]
    return [line.text for line in lines] if keep_lines else list(_joined(lines))


def _without_edges(pages: Sequence[Sequence[Row]]) -> list[list[Row]]:
    """Return the rows of the pages without page numbers and running heads."""
    seen = Counter(key for rows in pages for key in {_edge(row) for row in _edges(rows)})
    repeated = {key for key, times in seen.items() if times >= 2 and times * 2 >= len(pages)}
    result = []
    for rows in pages:
        edges = {id(row) for row in _edges(rows)}
        result.append(
            [
                row
                for n, row in enumerate(rows)
                if id(row) not in edges or not (_edge(row) in repeated or _is_page_number(rows, n))
            ]
        )
    return result


def _edges(rows: Sequence[Row]) -> list[Row]:
    return [*rows[:_EDGE_LINES], *rows[_EDGE_LINES:][-_EDGE_LINES:]]


def _edge(row: Row) -> tuple[str, int]:
    """Return what a running head has in common on all pages: its words without numbers, and its height."""
    return re.sub(r"\d+", "0", row.text), round(row.y / (row.size or 1))


def _is_page_number(rows: Sequence[Row], n: int) -> bool:
    """Tell whether a row is the first or the last of its page, set apart, and a page number."""
    row = rows[n]
    if not _PAGE_NUMBER.fullmatch(row.text.strip()):
        return False
    if not row.text.strip().isdecimal():
        return True
    neighbours = [rows[m] for m in (n - 1, n + 1) if 0 <= m < len(rows)]
    return n in (0, len(rows) - 1) and all(abs(other.y - row.y) > 2 * other.size for other in neighbours)


def _lines(rows: Sequence[Row]) -> Iterator[Line]:
    """Yield the lines of a page in reading order: of two columns the left one first."""
    for zone, gutter in _zones(rows):
        if gutter is not None:
            for column, is_right in ((1, False), (2, True)):
                for row in zone:
                    segments = [s for s in row.segments if (s.left >= gutter) is is_right]
                    if segments:
                        yield _line(Row(segments), column)
            continue
        tables = tables_of(zone)
        for n, row in enumerate(zone):
            if n not in tables:
                yield _line(row, 0)
            for text in tables.get(n) or ():
                yield _line(row, 0)._replace(text=text, is_table=True)


def _line(row: Row, column: int) -> Line:
    return Line(row.text, row.left, row.right, row.y, row.size, column, len(row.segments))


def _zones(rows: Sequence[Row]) -> Iterator[tuple[list[Row], float | None]]:
    """Cut a page into stretches of one column and of two; yield each with the middle of its gutter."""
    gutter = _gutter(rows)
    if gutter is None:
        yield list(rows), None
        return
    zone: list[Row] = []
    divided = False
    for row in rows:
        now = all(s.right <= gutter or s.left >= gutter for s in row.segments) and not _is_centred(
            row, gutter
        )
        if zone and now != divided:
            yield zone, gutter if divided else None
            zone = []
        divided = now
        zone.append(row)
    if zone:
        yield zone, gutter if divided else None


def _is_centred(row: Row, gutter: float) -> bool:
    return len(row.segments) == 1 and row.left < gutter < row.right


def _gutter(rows: Sequence[Row]) -> float | None:
    """Return a place that divides a page into two columns of prose; None where there is none."""
    if len(rows) < FEWEST_ROWS_OF_COLUMNS:
        return None
    left, right = min(row.left for row in rows), max(row.right for row in rows)
    size = median(row.size for row in rows)
    edges: Counter[int] = Counter()  # how many more gaps there are from a cell on: a gap may be endless
    for row in rows:
        for before, after in pairwise(row.segments):
            if len(before.text) >= LEAST_PROSE and len(after.text) >= LEAST_PROSE:
                first, last = int(before.right / size) + 1, int(after.left / size)
                edges[first] += 1
                edges[max(last + 1, first)] -= 1
    times = cell = open_gaps = 0
    for (_, more), (beyond, _) in pairwise(sorted(edges.items())):
        open_gaps += more
        if open_gaps and open_gaps >= times:
            times, cell = open_gaps, beyond - 1
    if times * 3 < len(rows) or not 0.3 < (cell * size - left) / (right - left) < 0.7:
        return None
    return cell * size


def _joined(lines: Sequence[Line]) -> Iterator[str]:
    """Yield the paragraphs that the lines make."""
    margins = _margins(lines)
    insets = [
        round(inset, 1) for line in lines if INDENT[0] <= (inset := _indent(line, margins)) <= INDENT[1]
    ]
    indented = len(insets) >= FEWEST_INDENTED
    usual = Counter(insets).most_common(1)[0][0] if insets else 0.0
    pitch = _pitch(lines)
    held = ""
    before: Line | None = None
    for line in lines:
        if before is not None and _continues(before, line, held, margins, pitch, usual, indented=indented):
            apart = " " if _LATIN_END.search(held) and _LATIN_START.match(line.text) else ""
            held = held.rstrip() + apart + line.text.lstrip()
        else:
            if before is not None:
                yield held
            held = line.text
        before = line
    if before is not None:
        yield held


def _margins(lines: Sequence[Line]) -> dict[int, tuple[float, float]]:
    """Return the margins of each column: where lines begin, and where full ones end."""
    by_column: dict[int, list[Line]] = {}
    for line in lines:
        if not line.is_table and line.segments == 1:
            by_column.setdefault(line.column, []).append(line)
    found: dict[int, tuple[float, float]] = {}
    for column, its in by_column.items():
        size = median(line.size for line in its)
        body = [line for line in its if 1 / _SIZE < line.size / size < _SIZE] or its
        found[column] = min(line.left for line in body), max(line.right for line in body)
    return found


def _indent(line: Line, margins: dict[int, tuple[float, float]]) -> float:
    """Return how far a line is set in, in characters."""
    return (line.left - margins.get(line.column, (line.left, 0.0))[0]) / line.size


def _pitch(lines: Sequence[Line]) -> float:
    """Return the usual distance between two lines of a paragraph."""
    steps = [a.y - b.y for a, b in pairwise(lines) if a.column == b.column and 0 < a.y - b.y < 4 * a.size]
    return median(steps) if steps else 0.0


def _continues(
    before: Line,
    line: Line,
    held: str,
    margins: dict[int, tuple[float, float]],
    pitch: float,
    usual: float,
    *,
    indented: bool,
) -> bool:
    """Tell whether a line goes on with the paragraph of the line before."""
    if before.is_table or line.is_table or before.column not in margins:
        return False
    if not 1 / _SIZE < line.size / before.size < _SIZE:
        return False
    inset = _indent(before, margins)
    if _indent(line, margins) >= INDENT[0] or (inset >= INDENT[0] and abs(inset - usual) > ODD):
        return False  # it begins a paragraph, or the one before is no paragraph but a title or a signature
    if before.column == line.column and pitch and before.y - line.y > _GAP * pitch:
        return False
    left, right = margins[before.column]
    if right - left < NARROWEST * before.size:
        return False
    ends = _STOP.search(held) is not None
    ragged = (right - left) * RAGGED if indented and not ends else SHORT * before.size
    return right - before.right <= ragged and (indented or not ends)


def width_of(character: str) -> float:
    """Return how wide a character is, of its size, where the file does not say."""
    return 1.0 if is_east_asian(character) else 0.7 if character.isupper() else 0.5


def is_east_asian(character: str) -> bool:
    """Tell whether a character is as wide as it is high."""
    return re.fullmatch(f"[{EAST_ASIAN}]", character) is not None


__all__ = ["Line", "is_east_asian", "paragraphs", "width_of"]
