"""Another word for the same thing: 老人 for 长者, 义工 for 志愿者. The table is curated data."""

from functools import cache
from pathlib import Path

import tomli

from reply.lookup.corpus import Corpus, Match, Pattern, literal
from reply.lookup.fold import fold

PRICE = 0.3


def matches(word: str, corpus: Corpus) -> list[Match]:
    """Return the places of what a folded word, or a part of it, may be called instead."""
    return [
        Match(match.start, match.end, PRICE) for other in others(word) for match in corpus.occurrences(other)
    ]


def patterns(word: str, corpus: Corpus) -> list[Pattern]:
    """Return the patterns of what is found for a folded word."""
    return [literal(other, PRICE) for other in others(word) if other]


def others(word: str) -> list[str]:
    """Return what a folded word may be called instead; a part of it may be what is replaced."""
    found: dict[str, None] = {}
    for group in _groups():
        for member in group:
            if member in word:
                found |= dict.fromkeys(word.replace(member, other) for other in group if other != member)
    return [other for other in found if other != word]


@cache
def _groups() -> list[list[str]]:
    """Return the groups of words that may stand for each other, folded."""
    source = (Path(__file__).parent / "tables" / "synonyms.toml").read_text("utf-8")
    return [[fold(word) for word in group["words"]] for group in tomli.loads(source)["groups"]]
