"""Which passages may hold a word, by the pairs of characters in them: never one too few.

Every tier of lookup says by `patterns` what it may find, in terms of the characters that the collection has;
a tier that does not say so may find its word anywhere. What is found is then decided by lookup itself.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from reply.lookup.corpus import Corpus, Pattern, literal
from reply.lookup.fold import SCRIPT_TABLE, fold
from reply.lookup.search import EXACT, GUESSES
from reply.lookup.tier import BY_NAME
from reply.shelf.pairs import COUNTS, CROSSING, pairs
from reply.shelf.reader import Collection
from reply.shelf.schema import LETTER_BITS

_MOST_PAIRS = 60
"""Pairs of a long word that are looked up; those that are left out are not needed to find enough."""
_MOST_PHRASES = 200
"""Ways to write out a pattern up to which they are told apart."""


class Way(NamedTuple):
    """One way in which a passage may hold a word."""

    groups: tuple[tuple[str, ...], ...]
    """Pairs of which the passage has one of each group; a single character begins any pair."""
    phrase: str = ""
    """The one thing that is found this way, if it is one."""
    cost: float = 0.0


class Vocabulary:
    """The characters and pairs of a collection."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._beside: dict[tuple[str, str], str] = {}

    @cached_property
    def corpus(self) -> Corpus:
        """A text of every character of the collection, from which the tiers take what sounds alike."""
        rows = self._collection.query("SELECT text FROM character")
        return Corpus(["".join([character for (character,) in rows])], SCRIPT_TABLE)

    def between(self, first: str, second: str) -> list[str]:
        """Return the pairs there are of a character of one class and one of another; empty is any."""
        if second and (not first or len(second) < len(first)):
            there = [(other, character) for character in second for other in self._at("first", character)]
            return [one + two for one, two in there if not first or one in first]
        there = [(character, other) for character in first for other in self._at("second", character)]
        return [one + two for one, two in there if not second or two in second]

    def _at(self, side: str, character: str) -> str:
        """Return the characters that stand on one side of another."""
        if (side, character) not in self._beside:
            known = "second" if side == "first" else "first"
            statement = f"SELECT {side} FROM pair WHERE {known} = ?"
            self._beside[side, character] = "".join(
                [other for (other,) in self._collection.query(statement, (character,))]
            )
        return self._beside[side, character]


def ways(tier: str, word: str, vocabulary: Vocabulary) -> list[Way] | None:
    """Return the ways in which a tier may find a word; None where that may be anywhere."""
    folded = fold(word, SCRIPT_TABLE)
    if tier == EXACT:
        return list(_ways(literal(folded), vocabulary)) if folded else []
    patterns = BY_NAME[tier].patterns(folded, vocabulary.corpus) if folded else []
    if patterns is None:
        return None
    found = [way for pattern in patterns for way in _ways(pattern, vocabulary)]
    # Numbers that were written out are not counted, for they do not stand in the letter.
    return [way._replace(phrase="") for way in found] if tier == "number" else found


def any_ways(word: str, vocabulary: Vocabulary) -> list[Way] | None:
    """Return the ways in which any tier may find a word, each for itself; None where that may be anywhere."""
    found: list[Way] = []
    for tier in (EXACT, *GUESSES):
        more = ways(tier, word, vocabulary)
        if more is None:
            return None
        found += more
    return found


def _ways(pattern: Pattern, vocabulary: Vocabulary) -> Iterator[Way]:
    classes = pattern.classes[: _MOST_PAIRS + 1]
    if pattern.is_scattered:
        yield Way(tuple(map(tuple, classes)), "", pattern.cost)
        return
    if all(len(characters) == 1 for characters in classes):
        word = "".join(classes)
        whole = len(classes) == len(pattern.classes)
        groups = tuple((pair,) for pair in (pairs(word)[:-1] or [word]))
        yield Way(groups, word if whole else "", pattern.cost)
        return
    if len(classes) == 1:
        yield Way((tuple(classes[0]),), "", pattern.cost)
        return
    found: list[list[str]] = []
    for first, second in pairwise(classes):
        if found and not found[-1]:
            return
        firsts = "".join(sorted({pair[1] for pair in found[-1]})) if found else first
        found.append(vocabulary.between(firsts, second))
    if not found[-1]:
        return
    phrases = _phrases(found)
    if phrases and len(classes) == len(pattern.classes):
        for phrase in phrases:
            yield Way(tuple((pair,) for pair in pairs(phrase)[:-1]), phrase, pattern.cost)
    else:
        yield Way(tuple(map(tuple, found)), "", pattern.cost)


def _phrases(found: Sequence[Sequence[str]]) -> list[str]:
    """Return what pairs in a row spell; nothing where that is too much."""
    phrases = list(found[0])
    for following in found[1:]:
        if len(phrases) > _MOST_PHRASES:
            return []
        phrases = [phrase + pair[1] for phrase in phrases for pair in following if pair[0] == phrase[-1]]
    return phrases if len(phrases) <= _MOST_PHRASES else []


class Finder:
    """Finds passages by ways."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self.vocabulary = Vocabulary(collection)

    def keys(self, found: Iterable[Way]) -> set[int]:
        """Return the keys of the passages that hold a word in any of some ways."""
        return set().union(*(self._matching(_expression(way.groups)) for way in found))

    def keys_of(self, found: Iterable[Way], letters: Iterable[int]) -> set[int]:
        """Return the keys of the passages of some letters that hold a word in any of some ways."""
        statement = "SELECT rowid FROM pairs WHERE pairs MATCH ? AND rowid BETWEEN ? AND ?"
        ranges = [(letter << LETTER_BITS, (letter + 1 << LETTER_BITS) - 1) for letter in letters]
        inside = (
            self._collection.column(statement, (_expression(way.groups), *ends))
            for way in found
            for ends in ranges
        )
        return set().union(*inside)

    def count(self, way: Way) -> int:
        """Return how many passages hold a word in a way."""
        statement = "SELECT count(*) FROM pairs WHERE pairs MATCH ?"
        return int(self._collection.column(statement, (_expression(way.groups),))[0])

    def letters(self, found: Sequence[Way]) -> set[int]:
        """Return the letters that hold the pairs of a way, in whichever passages."""
        letters: set[int] = set()
        for way in found:
            inside: set[int] | None = None
            for group in way.groups:
                some = {key >> LETTER_BITS for key in self._matching(_expression((group,)))}
                inside = some if inside is None else inside & some
            letters |= inside or set()
        return letters

    def special(self, way: Way) -> dict[int, set[int]]:
        """Return the passages where the phrase of a way may stand more than once, by how often.

        Those where it may run across what folding takes out come under 0.
        """
        found: dict[int, set[int]] = {0: set()}
        every = _expression(way.groups)
        crossing = " OR ".join(_token(pair + CROSSING) for (pair,) in way.groups)
        found[0] |= set(self._matching(f"({every}) AND ({crossing})"))
        for count in COUNTS:
            marked = tuple((pair + count,) for (pair,) in way.groups)
            some = set(self._matching(_expression(marked)))
            if not some:
                break
            found[int(count)] = some
        return found

    def _matching(self, expression: str) -> list[int]:
        return self._collection.column("SELECT rowid FROM pairs WHERE pairs MATCH ?", (expression,))


def _expression(groups: Sequence[Sequence[str]]) -> str:
    return " AND ".join("(" + " OR ".join(map(_token, group)) + ")" for group in groups)


def _token(pair: str) -> str:
    return f'"{pair}"' + ("*" if len(pair) == 1 else "")
