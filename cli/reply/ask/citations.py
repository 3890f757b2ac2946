"""List the documents that a letter cites."""

from reply import words
from reply.ask.captions import headings
from reply.ask.find import shortened
from reply.listing import Listing, Row
from reply.lookup import search
from reply.model import Citation, Reply

COLUMNS = ("id", "section", "title", "number", "start", "end", "quote", "issuer")


def citations(reply: Reply, query: str = "") -> Listing:
    """List the citations, or those whose title or number holds the words of the query."""
    found = list(reply.citations)
    if query:
        texts = [f"{citation.title or ''}。{citation.number or ''}" for citation in found]
        found = [found[index] for index in sorted(hit.text_index for hit in search(query, texts).hits)]
    return Listing(
        kind="citations",
        columns=COLUMNS,
        rows=[_row(citation) for citation in found],
        value="title",
        headings=headings(reply),
        nothing=words.NO_CITATIONS.format(query=shortened(query)),
    )


def _row(citation: Citation) -> Row:
    return {name: getattr(citation, name) for name in COLUMNS}
