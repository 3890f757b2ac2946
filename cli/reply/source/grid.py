"""Characters of a page -> rows of segments, and the rows that make a table."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from operator import attrgetter
from statistics import median
from typing import NamedTuple

from reply.source.glyph import Glyph
from reply.source.marks import footnote
from reply.source.tables import Cell, table_lines

SAME_LINE = 0.45
"""Of the size of characters: by how much the base lines of one line may differ."""
RAISED = 0.8
"""Of the size of its neighbours, below which a raised character is a mark of a footnote or a power."""
NARROW_GAP, WORD_GAP, FAR_GAP = 0.2, 0.55, 1.4
"""Of the size of characters: from where a gap is a space, between narrow ones and between others, and from
where it parts two segments. What Word leaves between Chinese and digits is a quarter and no space."""
OVERLAP = 0.35
"""Of the size of characters; what begins farther back lies over the characters before it."""
FEWEST_GAPS = 3
FEWEST_ROWS, FEWEST_ROWS_OF_TWO = 2, 3
"""Rows that make a table of three and more columns, and of two."""
_WIDE = re.compile(r"[\u2e80-\uffef]")


class Segment(NamedTuple):
    """Characters of a line that stand together."""

    text: str
    left: float
    right: float
    y: float
    size: float


class Row:
    """The segments at one height of a page, from left to right."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self.segments = list(segments)
        self.left, self.right = segments[0].left, segments[-1].right
        self.y, self.size = segments[0].y, max(segment.size for segment in segments)

    @cached_property
    def text(self) -> str:
        """The row as a line of text."""
        return "  ".join(segment.text for segment in self.segments)


def rows_of(glyphs: Sequence[Glyph]) -> list[Row]:
    """Return the rows of a page; the characters come from top to bottom."""
    lines: list[list[Glyph]] = []
    for glyph in glyphs:
        if not glyph.text.strip():
            continue
        if lines and lines[-1][0].y - glyph.y <= SAME_LINE * max(lines[-1][0].size, glyph.size):
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    runs = [_runs(line) for line in lines]
    of_page = _usual_gaps([pair for line in runs for run in line for pair in pairwise(run)], {})
    return [_row(line, of_page) for line in runs]


def _row(runs: Sequence[Sequence[Glyph]], of_page: Mapping[bool, float]) -> Row:
    shown = [glyph for run in runs for glyph in run]
    size = median(glyph.size for glyph in shown)
    base = median(glyph.y for glyph in shown if glyph.size >= size * RAISED)
    usual = _usual_gaps([pair for run in runs for pair in pairwise(run)], of_page)
    segments: list[Segment] = []
    pieces: list[str] = []
    raised: list[str] = []

    def lower() -> None:
        if raised:
            pieces.append(footnote("".join(raised), "".join(pieces)[-6:]))
            raised.clear()

    before: Glyph | None = None
    left = runs[0][0].left
    for run in runs:
        for glyph in run:
            gap = (glyph.left - before.right) / size if before else 0.0
            if before is not None and (gap > usual[_is_narrow(before)] + FAR_GAP or gap < -OVERLAP):
                lower()
                segments.append(Segment("".join(pieces), left, before.right, base, size))
                pieces, left = [], glyph.left
            elif before is not None and _apart(before, glyph, gap - usual[_is_narrow(before)]):
                lower()
                pieces.append(" ")
            if glyph.size < size * RAISED and glyph.y > base + 0.15 * size:
                raised.append(glyph.text)
            else:
                lower()
                pieces.append(glyph.text)
            before = glyph
    lower()
    segments.append(Segment("".join(pieces), left, runs[-1][-1].right, base, size))
    return Row(segments)


def _runs(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Cut a row into stretches that were written one after the other, and put those in order from the left.

    Texts that lie over each other, as in a cell that is too narrow, so do not get mixed. What is printed
    twice at a place, as some programs do for bold characters, is there once.
    """
    size = median(glyph.size for glyph in glyphs)
    runs: list[list[Glyph]] = []
    before: Glyph | None = None
    for glyph in sorted(glyphs, key=attrgetter("order")):
        if before is not None and glyph.text == before.text and abs(glyph.left - before.left) < 0.15 * size:
            continue
        if before is not None and -OVERLAP * size < glyph.left - before.right < FAR_GAP * size:
            runs[-1].append(glyph)
        else:
            runs.append([glyph])
        before = glyph
    seen: set[tuple[str, int]] = set()
    kept = []
    for run in sorted(runs, key=lambda run: run[0].left):
        key = "".join(glyph.text for glyph in run), round(run[0].left / size * 3)
        if key not in seen:
            seen.add(key)
            kept.append(run)
    return kept


def _usual_gaps(pairs: Sequence[tuple[Glyph, Glyph]], otherwise: Mapping[bool, float]) -> dict[bool, float]:
    """Return the gap, in sizes, that all characters have after them: none, or what spreads a line out.

    It is asked apart for narrow characters (True), which some programs print as wide as the others. Where
    there are too few to tell, it is `otherwise`.
    """
    usual = {}
    for narrow in (False, True):
        gaps = sorted((b.left - a.right) / a.size for a, b in pairs if _is_narrow(a) is narrow)
        enough = len(gaps) >= FEWEST_GAPS
        usual[narrow] = max(gaps[len(gaps) // 4], 0.0) if enough else otherwise.get(narrow, 0.0)
    return usual


def _is_narrow(glyph: Glyph) -> bool:
    return not _WIDE.match(glyph.text)


def _apart(before: Glyph, after: Glyph, gap: float) -> bool:
    """Tell whether a gap, in sizes of a character, is a space."""
    return gap > (NARROW_GAP if _is_narrow(before) and _is_narrow(after) else WORD_GAP)


def tables_of(rows: Sequence[Row]) -> dict[int, list[str] | None]:
    """Find the tables among rows: the first row of each -> its lines, and the others of it -> None.

    A table is a run of rows in several segments, of which at least two are in three or more at the same
    places, or three in two, and that holds a number beside the first column. Rows with fewer segments, as the
    second line of a head, have empty cells.
    """
    found: dict[int, list[str] | None] = {}
    n = 0
    while n < len(rows):
        end = n
        while end < len(rows) and len(rows[end].segments) >= 2:
            end += 1
        table = _table(rows[n:end])
        if table is not None:
            found.update(dict.fromkeys(range(n, end)))
            found[n] = table
        n = max(end, n + 1)
    return found


def _table(rows: Sequence[Row]) -> list[str] | None:
    """Return the lines of the table that rows make; None where they make none."""
    if not rows:
        return None
    count, times = Counter(len(row.segments) for row in rows).most_common(1)[0]
    if times < (FEWEST_ROWS if count >= 3 else FEWEST_ROWS_OF_TWO):
        return None
    if not any(re.search(r"\d", segment.text) for row in rows for segment in row.segments[1:]):
        return None
    whole = [row.segments for row in rows if len(row.segments) == count]
    columns = [
        (min(s.left for s in cells), max(s.right for s in cells)) for cells in zip(*whole, strict=True)
    ]
    lines: list[list[str]] = []
    for row in rows:
        cells = [""] * count
        for segment in row.segments:
            n = max(range(count), key=lambda n: _shared(segment, columns[n]))
            cells[n] = f"{cells[n]} {segment.text}".strip()
        if lines and any(map(_is_open, lines[-1])):
            lines[-1] = [above + text for above, text in zip(lines[-1], cells, strict=True)]
        else:
            lines.append(cells)
    return table_lines([[Cell(text) for text in cells] for cells in lines])


def _is_open(text: str) -> bool:
    """Tell whether a bracket is open: the cell goes on in the next line, as 财政投入(万 does in 元)."""
    plain = text.replace("（", "(").replace("）", ")")
    return plain.count("(") > plain.count(")")


def _shared(segment: Segment, column: tuple[float, float]) -> float:
    """Return how much of a column a segment shares; less than nothing is how far it is away."""
    return min(segment.right, column[1]) - max(segment.left, column[0])
