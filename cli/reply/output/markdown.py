"""A table in GitHub-flavoured Markdown."""

import re
from collections.abc import Iterator, Sequence

from reply.listing import Listing
from reply.output.cells import plain

_MARKUP = re.compile(r"[\\`*_\[\]|~]")


def render(listing: Listing, header: bool) -> Iterator[str]:
    """Yield the rows as a table; Markdown has no table without a header, so it is left empty then.

    Which columns are numbers shows in the first row.
    """
    for number, row in enumerate(listing.rows):
        if not number:
            yield _line(listing.columns if header else [""] * len(listing.columns))
            numeric = [isinstance(row[name], int | float) for name in listing.columns]
            yield _line(["---:" if right else "---" for right in numeric])
        yield _line([_escaped(plain(row[name])) for name in listing.columns])


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _escaped(text: str) -> str:
    text = text.replace("&", "&amp;").replace("<", "&lt;")
    text = _MARKUP.sub(r"\\\g<0>", text)
    return re.sub(r"\r\n|[\r\n]", "<br>", text.strip("\r\n"))
