"""Comma-separated values (RFC 4180), safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Iterator, Sequence

from reply.listing import Cell, Listing
from reply.output.cells import plain

_RUN = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")  # the last: full-width twins
"""What spreadsheets run at the beginning of a cell, some of them behind what shows nothing too."""
_BREAKS = "\t\r\n\v\f\x85\u2028\u2029"
"""What may end the cell for a spreadsheet, so that another begins."""
_SKIPPED = "".join(map(chr, [*range(0x21), *range(0x7F, 0xA1)])) + "\u3000\ufeff\u2028\u2029\u200b\u00ad"
GUARD = "'"
"""Put before a text that a spreadsheet would run as a formula, and before a text that begins with itself,
so that taking one off always gives the text back."""


def render(listing: Listing, header: bool) -> Iterator[str]:
    """Yield a line for each row, under a header line."""
    for number, row in enumerate(listing.rows):
        if header and not number:
            yield _line(listing.columns)
        yield _line([_guarded(row[name]) for name in listing.columns])


def _line(cells: Sequence[str]) -> str:
    """Return a line that ends as Unix ends lines.

    The writer is given the line end of the RFC, for it quotes a carriage return in a cell only then.
    """
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerow(cells)
    return buffer.getvalue().removesuffix("\r\n") + "\n"


def _guarded(cell: Cell) -> str:
    text = plain(cell)
    if isinstance(cell, int | float) or not text:
        return text
    runs = text[0] in _BREAKS or text.lstrip(_SKIPPED).startswith(_RUN)
    return GUARD + text if runs or text[0] == GUARD else text
