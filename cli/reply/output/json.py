"""JSON: an array of flat objects; and JSON lines: one object a line."""

import json
from collections.abc import Iterator

from reply.listing import Listing


def render(listing: Listing) -> Iterator[str]:
    """Yield one array, an object a line; `[]` when there are no rows."""
    before = "[\n"
    for line in _objects(listing):
        yield before + line
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def render_lines(listing: Listing) -> Iterator[str]:
    """Yield an object a line."""
    return (f"{line}\n" for line in _objects(listing))


def _objects(listing: Listing) -> Iterator[str]:
    for row in listing.rows:
        yield json.dumps({name: row[name] for name in listing.columns}, ensure_ascii=False)
