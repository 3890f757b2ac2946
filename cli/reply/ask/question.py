"""A question, and what a letter must have to answer it: by that many letters are narrowed down, unread."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from reply.listing import Listing
from reply.model import Letter

if TYPE_CHECKING:
    from reply.lookup.asking import Asked

Ask = Callable[[Letter], Listing]

_SIGNS = frozenset("多几幾谁誰哪何什啥咋怎吗嗎么麼有无無能能否是要会會呢")
"""One of them is in every question; what has none costs no table."""


class Wording(NamedTuple):
    """A query as it is looked up."""

    typed: str
    words: str
    """What is looked up: all of it, or what a question is about."""
    asked: "Asked | None" = None
    """How it was read as a question."""
    exact: bool = False
    """Whether nothing is guessed."""


def worded(query: str, *, exact: bool = False) -> Wording:
    """Return how a query is looked up; with `exact` it is never read as a question."""
    if not exact and not _SIGNS.isdisjoint(query):
        from reply.lookup.asking import read

        if asked := read(query):
            return Wording(query, " ".join(asked.words), asked)
    return Wording(query, query, exact=exact)


class Question(NamedTuple):
    """What is asked of every letter. What is None narrows nothing down."""

    ask: Ask
    find: Wording | None = None
    """A query whose passages are put in order across letters; the surest tier answers alone."""
    words: Wording | None = None
    """A query that stands, as some tier reads it, in what a letter answers with."""
    title: str | None = None
    """Words of the title of every section that it answers with, or of what such a part is called."""
    of_several: Ask | None = None
    """What is asked instead where there are several letters."""
    units: tuple[str, ...] = ()
    """The units one of which every figure has that it answers with; empty for any."""
    periods: tuple[str, ...] = ()
    """The times, in EDTF, with one of which every figure shares a day; empty for any."""
    own: tuple[str, ...] = ()
    """Keys of its rows that have the names of head data, and are something else."""
    remarks: bool = False
    """Whether it answers with what is to be remarked on a letter, and nothing where that is sound."""
    letter: str | None = None
    """The one letter that can answer."""
    screenful: int | None = None
    """Rows that a person sees at once."""
