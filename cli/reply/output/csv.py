"""Comma-separated values (RFC 4180), safe to open in a spreadsheet."""

import csv
import io

from reply.listing import Cell, Listing
from reply.output.cells import plain

_RUN = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")  # the last: full-width twins
GUARD = "'"
"""Put before a text that a spreadsheet would run as a formula, and before a text that begins with itself,
so that taking one off always gives the text back."""


def render(listing: Listing, header: bool) -> str:
    """Return the rows under a header line."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    if header and listing.rows:
        writer.writerow(listing.columns)
    for row in listing.rows:
        writer.writerow([_guarded(row[name]) for name in listing.columns])
    return buffer.getvalue()


def _guarded(cell: Cell) -> str:
    text = plain(cell)
    is_number = isinstance(cell, int | float)
    return GUARD + text if not is_number and text.startswith((*_RUN, GUARD)) else text
