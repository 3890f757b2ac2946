"""Answer a question for head data: the passage where the datum stands, marked."""

from collections.abc import Iterable

from reply import messages
from reply.ask.captions import headings
from reply.ask.find import COLUMNS, SCREENFUL, Passage, passages_of
from reply.listing import Captions, Listing, Row
from reply.lookup import search
from reply.lookup.asking import Datum
from reply.lookup.search import EXACT
from reply.model import Letter

_AT_END: tuple[Datum, ...] = ("issuer", "date")
"""What stands in the signature, below all else that may hold the same words."""


def of_head(letter: Letter, datum: Datum) -> Listing:
    """List the passage in which a datum of the letter's head stands, where the letter has one."""
    value: str | None = getattr(letter, datum)
    return Listing(
        kind="find",
        columns=COLUMNS,
        rows=[row] if value and (row := _where(letter, datum, value)) else [],
        value="text",
        captions=Captions(headings(letter)),
        notes=[messages.DATUM[datum].format(datum=value)] if value else [],
        screenful=SCREENFUL,
        nothing="" if value else messages.NO_DATUM[datum],
    )


def _where(letter: Letter, datum: Datum, value: str) -> Row | None:
    """Return the passage where the datum is at home: the signature, the line of the addressee."""
    own = passages_of(letter)
    around = passages_of(letter, everything=True)
    for passages in (own, around):
        ordered = list(reversed(passages)) if datum in _AT_END else passages
        if row := _first(ordered, _spellings(datum, value)):
            return row
    return None


def _spellings(datum: Datum, value: str) -> list[str]:
    if datum != "date":
        return [value]
    year, month, day = value.split("-")
    return [f"{year}年{int(month)}月{int(day)}日", value]


def _first(passages: list[Passage], spellings: Iterable[str]) -> Row | None:
    for spelling in spellings:
        found = search(spelling, [passage.text for passage in passages], until="number")
        if found.hits:
            hit = min(found.hits, key=lambda hit: hit.text_index)
            passage = passages[hit.text_index]
            return {
                "section": passage.section.id,
                "tier": EXACT,
                "score": 100.0,
                "text": passage.text,
                "spans": [[start, end] for start, end in hit.spans],
                "start": passage.start,
                "figures": [figure.id for figure in passage.figures],
            }
    return None
