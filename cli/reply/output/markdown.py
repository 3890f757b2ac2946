"""A table in GitHub-flavoured Markdown."""

import re

from reply.listing import Cell, Listing
from reply.output.cells import plain

_MARKUP = re.compile(r"[\\`*_\[\]|~]")


def render(listing: Listing, header: bool) -> str:
    """Return the rows as a table; Markdown has no table without a header, so it is left empty then."""
    if not listing.rows:
        return ""
    titles = listing.columns if header else [""] * len(listing.columns)
    lines = [titles, ["---:" if _is_numeric(listing, name) else "---" for name in listing.columns]]
    lines += [[_escaped(plain(row[name])) for name in listing.columns] for row in listing.rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _is_numeric(listing: Listing, name: str) -> bool:
    cells: list[Cell] = [row[name] for row in listing.rows if row[name] is not None]
    return bool(cells) and all(isinstance(cell, int | float) for cell in cells)


def _escaped(text: str) -> str:
    text = text.replace("&", "&amp;").replace("<", "&lt;")
    text = _MARKUP.sub(r"\\\g<0>", text)
    return re.sub(r"\r\n|[\r\n]", "<br>", text.strip("\r\n"))
