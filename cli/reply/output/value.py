"""Bare values, one a line, for `$(...)`."""

from collections.abc import Iterator

from reply.listing import Listing, Row
from reply.output.cells import plain


def render(listing: Listing) -> Iterator[str]:
    """Yield the value column alone. Text that brings its own line end, or is the whole letter, gets none."""
    texts = (_value(listing, row) for row in listing.rows)
    return (text if text.endswith("\n") or listing.kind == "text" else f"{text}\n" for text in texts)


def _value(listing: Listing, row: Row) -> str:
    cell = row[listing.value]
    if cell is None and listing.value == "value" and "low" in row:
        return f"{plain(row['low'])}..{plain(row['high'])}"  # a range
    return plain(cell)
