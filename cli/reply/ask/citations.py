"""List the documents that a letter cites."""

from collections.abc import Iterator
from functools import partial

from reply import messages
from reply.ask.captions import headings
from reply.ask.find import explained, offering
from reply.ask.question import Question, Wording, worded
from reply.listing import Captions, Listing, Row
from reply.lookup import search
from reply.model import Citation, Letter, Section

COLUMNS = ("id", "section", "title", "number", "start", "end", "quote", "issuer")
_CLAUSE_ENDS = "。;；,，:："
_AND = "、和及与"
"""Stands between documents that share the words before the first of them."""


def question(query: str = "", *, exact: bool = False) -> Question:
    """Return the question for the citations, or for those that hold the words of a query."""
    wording = worded(query, exact=exact)
    return Question(
        partial(citations, query=query, exact=exact),
        words=wording if query else None,
        own=("title", "number", "issuer"),
    )


def citations(letter: Letter, query: str = "", *, exact: bool = False) -> Listing:
    """List the citations, or those that hold the words of the query.

    They are looked up in its title and its number, and in who issued it and when, as the letter says it.
    """
    found = list(letter.citations)
    listing = Listing(
        kind="citations",
        columns=COLUMNS,
        rows=[_row(citation) for citation in found],
        value="title",
        captions=Captions(headings(letter)),
    )
    return _looked_up(listing, letter, worded(query, exact=exact)) if query else listing


def _looked_up(listing: Listing, letter: Letter, wording: Wording) -> Listing:
    """Keep the citations that hold the words of a query, and say how it was read."""
    texts = [text for section in letter.sections for text in _searched(section)]
    answer = search(wording.words, texts, exact=wording.exact)
    rows = list(listing.rows)
    return listing._replace(
        rows=[rows[index] for index in sorted(hit.text_index for hit in answer.hits)],
        tier=answer.tier,
        notes=explained(wording, answer),
        nothing=offering(messages.NO_CITATIONS, wording.typed, answer.suggestions),
    )


def _searched(section: Section) -> Iterator[str]:
    """Yield for each citation of a section what it is looked up in."""
    before, end = "", 0
    for citation in section.citations:
        start = citation.start - section.start
        said = section.text[end:start]
        if said.strip(_AND):  # else one of several that share what was said
            before = said[max(said.rfind(mark) for mark in _CLAUSE_ENDS) + 1 :]
        end = citation.end - section.start
        yield "。".join(filter(None, (citation.title, citation.number, citation.issuer, before)))


def _row(citation: Citation) -> Row:
    return {name: getattr(citation, name) for name in COLUMNS}
