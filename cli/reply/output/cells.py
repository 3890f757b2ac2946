"""A cell as text, for the formats that have only text."""

from collections.abc import Sequence

from reply.listing import Cell


def plain(cell: Cell) -> str:
    """Return a cell as text: nothing for null, lists joined by `;`, spans as JSON."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, Sequence):
        if cell and not isinstance(cell[0], str):
            return str([list(map(int, span)) for span in cell]).replace(" ", "")
        return ";".join(map(str, cell))
    return repr(cell)
