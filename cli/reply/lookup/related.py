"""What is not the same thing, but may be wanted where that is not there: 信息化 for 大数据."""

from reply.lookup.corpus import Corpus, Match, Pattern, literal
from reply.lookup.synonym import places, related

PRICE = 0.6


def matches(word: str, corpus: Corpus) -> list[Match]:
    """Return the places of what is related to a folded word, or a part of it."""
    return places(related(word), corpus, PRICE)


def patterns(word: str, corpus: Corpus) -> list[Pattern]:
    """Return the patterns of what is found for a folded word."""
    return [literal(other, PRICE) for other in related(word)]
