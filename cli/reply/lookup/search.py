"""Words of a query, each through the tiers until one finds it; then the texts that hold all words."""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import NamedTuple, TypeAlias

from reply.lookup.corpus import Corpus, Match
from reply.lookup.fold import TABLE, fold
from reply.lookup.rank import score
from reply.sentences import Span

Tier: TypeAlias = Callable[[str, Corpus], list[Match]]

TIERS = ("exact", "edit")
"""Each a module of this package with a function `matches`, best first; imported only when its turn comes,
so that an exact query loads no distance and no table."""


class Hit(NamedTuple):
    """A text that answers the query."""

    text_index: int
    """Which of the texts."""
    spans: list[Span]
    """What matched, as offsets of the text."""
    score: float
    """0 to 100, to compare the hits of one answer."""


class Reading(NamedTuple):
    """How a word of the query was understood, where it does not stand in the texts as typed."""

    tier: str
    typed: str
    found: str


class Answer(NamedTuple):
    """The hits, best first, and how they were found."""

    tier: str
    hits: list[Hit]
    readings: list[Reading]


def search(
    query: str, texts: Sequence[str], *, groups: Sequence[int] | None = None, exact: bool = False
) -> Answer:
    """Find the texts that hold all words of a query.

    A text that holds them all wins; where none does, the texts of a group (a section) that holds them all
    together. With `exact`, nothing is guessed: only the words as typed, but for folding.
    """
    corpus = Corpus(texts, TABLE)
    words = [word for word in map(fold, query.split()) if word]
    found = [_word(word, corpus, TIERS[:1] if exact else TIERS) for word in words]
    if not found or not all(matches for _, matches in found):
        return Answer("none", [], [])
    per_word = [_by_text(matches, corpus) for _, matches in found]
    indexes = set.intersection(*(set(places) for places in per_word))
    if not indexes and groups is not None:
        shared = set.intersection(*({groups[index] for index in places} for places in per_word))
        indexes = {index for places in per_word for index in places if groups[index] in shared}
    hits = [_hit(index, texts[index], [places.get(index, []) for places in per_word]) for index in indexes]
    hits.sort(key=lambda hit: (-hit.score, hit.text_index))
    tier = max((tier for tier, _ in found), key=TIERS.index)
    return Answer(tier, hits, _readings(words, found, corpus) if tier != "exact" else [])


def _word(word: str, corpus: Corpus, tiers: Sequence[str]) -> tuple[str, list[Match]]:
    for name in tiers:
        tier: Tier = import_module(f"reply.lookup.{name}").matches
        if matches := tier(word, corpus):
            return name, matches
    return "none", []


def _by_text(matches: list[Match], corpus: Corpus) -> dict[int, list[tuple[Span, float]]]:
    places: dict[int, list[tuple[Span, float]]] = {}
    for match in matches:
        index, span = corpus.original(match)
        places.setdefault(index, []).append((span, match.cost))
    return places


def _hit(index: int, text: str, found: list[list[tuple[Span, float]]]) -> Hit:
    spans = sorted({span for places in found for span, _ in places})
    return Hit(index, spans, score(text, found))


def _readings(words: list[str], found: list[tuple[str, list[Match]]], corpus: Corpus) -> list[Reading]:
    readings = []
    for word, (tier, matches) in zip(words, found, strict=True):
        if tier != "exact":
            index, (start, end) = corpus.original(min(matches, key=lambda match: match.cost))
            readings.append(Reading(tier, word, corpus.originals[index][start:end]))
    return readings
