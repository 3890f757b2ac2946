r"""Tab-separated values: one line a row, whatever the cells hold.

Tab, newline, carriage return and backslash are written \t, \n, \r and \\, other controls \x1b.
"""

from reply.listing import Listing
from reply.output.cells import plain
from reply.visible import visible

_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def render(listing: Listing, header: bool) -> str:
    """Return the rows under a header line."""
    lines = ["\t".join(listing.columns)] if header and listing.rows else []
    lines += ["\t".join(_escaped(plain(row[name])) for name in listing.columns) for row in listing.rows]
    return "".join(f"{line}\n" for line in lines)


def _escaped(text: str) -> str:
    return visible(text.translate(_ESCAPES))
