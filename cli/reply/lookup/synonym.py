"""Another word for the same thing: 老人 for 长者, 义工 for 志愿者. The table is curated data."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import tomli

from reply.lookup.corpus import Corpus, Match, Pattern, literal
from reply.lookup.fold import fold

PRICE = 0.3


class Group(NamedTuple):
    """Words for one thing, and what is related to it; folded."""

    words: tuple[str, ...]
    related: tuple[str, ...]


def matches(word: str, corpus: Corpus) -> list[Match]:
    """Return the places of what a folded word, or a part of it, may be called instead."""
    return places(others(word), corpus, PRICE)


def patterns(word: str, corpus: Corpus) -> list[Pattern]:
    """Return the patterns of what is found for a folded word."""
    return [literal(other, PRICE) for other in others(word)]


def places(words: list[str], corpus: Corpus, price: float) -> list[Match]:
    """Return where any of some words stands."""
    return [Match(found.start, found.end, price) for word in words for found in corpus.occurrences(word)]


def others(word: str) -> list[str]:
    """Return what a folded word may be called instead; a part of it may be what is replaced."""
    return _exchanged(word, lambda group: ((one, group.words) for one in group.words))


def related(word: str) -> list[str]:
    """Return a folded word, or a part of it, exchanged for what is related to it."""

    def both_ways(group: Group) -> Iterator[tuple[str, tuple[str, ...]]]:
        yield from ((one, group.related) for one in group.words)
        yield from ((one, group.words) for one in group.related)

    return _exchanged(word, both_ways)


def _exchanged(word: str, exchanges: Callable[[Group], Iterator[tuple[str, tuple[str, ...]]]]) -> list[str]:
    found: dict[str, None] = {}
    for group in groups():
        for one, instead in exchanges(group):
            if one in word:
                found |= dict.fromkeys(word.replace(one, other) for other in instead)
    return [other for other in found if other and other != word]


@cache
def groups() -> list[Group]:
    """Return the groups of the table."""
    source = (Path(__file__).parent / "tables" / "synonyms.toml").read_text("utf-8")
    return [
        Group(tuple(map(fold, group["words"])), tuple(map(fold, group.get("related", ()))))
        for group in tomli.loads(source)["groups"]
    ]
