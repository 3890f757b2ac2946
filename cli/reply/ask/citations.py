"""List the documents that a letter cites."""

from functools import partial

from reply import messages
from reply.ask.captions import headings
from reply.ask.find import shortened
from reply.ask.question import Question
from reply.listing import Captions, Listing, Row
from reply.lookup import search
from reply.model import Citation, Letter

COLUMNS = ("id", "section", "title", "number", "start", "end", "quote", "issuer")


def question(query: str = "") -> Question:
    """Return the question for the citations, or for those that hold the words of a query."""
    return Question(partial(citations, query=query), words=query or None, own=("title", "number", "issuer"))


def citations(letter: Letter, query: str = "") -> Listing:
    """List the citations, or those whose title or number holds the words of the query."""
    found = list(letter.citations)
    if query:
        texts = [f"{citation.title or ''}。{citation.number or ''}" for citation in found]
        found = [found[index] for index in sorted(hit.text_index for hit in search(query, texts).hits)]
    return Listing(
        kind="citations",
        columns=COLUMNS,
        rows=[_row(citation) for citation in found],
        value="title",
        captions=Captions(headings(letter)),
        nothing=messages.NO_CITATIONS.format(query=shortened(query)),
    )


def _row(citation: Citation) -> Row:
    return {name: getattr(citation, name) for name in COLUMNS}
