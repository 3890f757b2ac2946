"""JSON: an array of flat objects; and JSON lines: one object a line."""

import json

from reply.listing import Cell, Listing


def render(listing: Listing) -> str:
    """Return one array, an object a line; `[]` when there are no rows."""
    objects = [json.dumps(item, ensure_ascii=False) for item in _objects(listing)]
    return "[\n" + ",\n".join(objects) + "\n]\n" if objects else "[]\n"


def render_lines(listing: Listing) -> str:
    """Return an object a line."""
    return "".join(json.dumps(item, ensure_ascii=False) + "\n" for item in _objects(listing))


def _objects(listing: Listing) -> list[dict[str, Cell]]:
    return [{name: row[name] for name in listing.columns} for row in listing.rows]
