r"""Tab-separated values: one line a row, whatever the cells hold.

Tab, newline, carriage return and backslash are written \t, \n, \r and \\, other controls \x1b.
"""

from collections.abc import Iterator

from reply.listing import Listing
from reply.output.cells import plain
from reply.visible import visible

_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def render(listing: Listing, header: bool) -> Iterator[str]:
    """Yield a line for each row, under a header line."""
    for number, row in enumerate(listing.rows):
        if header and not number:
            yield "\t".join(listing.columns) + "\n"
        yield "\t".join([_escaped(plain(row[name])) for name in listing.columns]) + "\n"


def _escaped(text: str) -> str:
    return visible(text.translate(_ESCAPES))
