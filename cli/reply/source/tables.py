"""A table as text: a line for each row, its cells between bars.

    | 地区 | 2020年 | ← |
    | 〃 | 学位(个) | 投入(万元) |
    | 青山市 | 4150 | 5680 |

`←` stands where a cell goes on from the left, `〃` where it goes on from above; an empty cell is empty. A bar
inside a cell is written `｜`. `reply.measure.table` reads this form.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reply.source.marks import OPENS

BAR = "|"
FROM_LEFT, FROM_ABOVE = "←", "〃"
LONGEST_CELL = 300
"""Characters: what has more in a cell is laid out by a table, not told by one."""
_MOST_COLUMNS = 200
_MOST_ROWS_DOWN = 5000


class Cell(NamedTuple):
    """A cell, and over how many columns and rows it goes."""

    text: str
    across: int = 1
    down: int = 1


def is_data(rows: Sequence[Sequence[Cell]]) -> bool:
    """Tell a table that holds data from one that only puts the parts of a page beside each other."""
    columns = max((sum(bool(cell.text.strip()) for cell in row) for row in rows), default=0)
    if len(rows) < 2 or columns < 2:
        return False
    return not any(len(cell.text) > LONGEST_CELL or OPENS.search(cell.text) for row in rows for cell in row)


def table_lines(rows: Iterable[Sequence[Cell]]) -> list[str]:
    """Return the rows of a table as lines, all with the same number of cells."""
    grid: list[list[str]] = []
    open_below: dict[
        int, tuple[int, str]
    ] = {}  # by column: rows that a cell still reaches down, and its mark
    for row in rows:
        line: list[str] = []
        _go_down(line, open_below)
        for cell in row:
            across = max(1, min(cell.across, _MOST_COLUMNS - len(line)))
            for n in range(across):
                if cell.down > 1:
                    open_below[len(line)] = (
                        min(cell.down, _MOST_ROWS_DOWN) - 1,
                        FROM_LEFT if n else FROM_ABOVE,
                    )
                line.append(FROM_LEFT if n else cell.text)
            _go_down(line, open_below)
            if len(line) >= _MOST_COLUMNS:
                break
        grid.append(line)
    width = max(map(len, grid), default=0)
    return [_line(row + [""] * (width - len(row))) for row in grid]


def _go_down(line: list[str], open_below: dict[int, tuple[int, str]]) -> None:
    """Add the cells that reach down into this row at this place."""
    while len(line) in open_below:
        column = len(line)
        left, mark = open_below.pop(column)
        if left > 1:
            open_below[column] = (left - 1, mark)
        line.append(mark)


def _line(cells: Sequence[str]) -> str:
    shown = (" ".join(cell.split()).replace(BAR, "｜") for cell in cells)
    return f"{BAR} {f' {BAR} '.join(shown)} {BAR}"
