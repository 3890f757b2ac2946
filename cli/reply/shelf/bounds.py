"""How high the passages of a collection may score, read off the index, so that not all of them are read."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from math import inf

from reply.lookup.rank import ceiling
from reply.shelf.narrow import Finder, Way
from reply.shelf.pairs import COUNTS
from reply.shelf.schema import LETTER_BITS, LONGEST

NO_BOUND = inf
_COUNTLESS = 1_000_000_000
_MOST_RATED = 5_000
"""Passages that are rated one by one."""
_MOST_COUNTED = 6
"""Phrases that a word was found as, the commonest first, whose passages are counted."""
_MOST_TOLD = int(COUNTS[-1])
"""Times from which it is not told how often a phrase occurs."""


class Bounds:
    """The most that passages may score, read off their keys; a letter stands at the best of its passages."""

    def __init__(self, finder: Finder) -> None:
        self._finder = finder
        self.levels: dict[float, set[int]] = defaultdict(set)

    def letters(self) -> set[int]:
        """Return the letters that are rated."""
        return set().union(*self.levels.values())

    def at(self, bound: float, letters: Iterable[int]) -> None:
        """Put letters at a bound."""
        self.levels[bound] |= set(letters)

    def of_one(self, found: Iterable[tuple[Way, set[int]]]) -> None:
        """Rate the passages of one word, found in some ways.

        What is found in few passages, or cannot be counted, is read first, whatever it scores.
        """
        cheapest: dict[tuple[str, Way | None], tuple[Way, set[int]]] = {}
        for way, keys in found:  # a phrase may be found in several ways
            mark = (way.phrase, None) if way.phrase else ("", way)
            if mark not in cheapest or way.cost < cheapest[mark][0].cost:
                cheapest[mark] = (way, keys)
        by_size = sorted(cheapest.values(), key=lambda item: -len(item[1]))
        counted = [item for item in by_size[:_MOST_COUNTED] if _is_simple(item[0])]
        first: set[int] = set()
        seen: set[int] = set()
        for item in by_size:
            first |= item[1] & seen if item in counted else item[1]
            seen |= item[1]
        for way, keys in counted:
            counts = self._counts(way)
            first |= counts.pop(0)
            left = keys - first
            for count in sorted(counts, reverse=True):
                self._of_count(left & counts[count], len(way.phrase) * count, count, way.cost)
                left -= counts[count]
            self._of_count(left, len(way.phrase), 1, way.cost)
        self.at(NO_BOUND, letters_of(first))

    def of_all(self, found: Sequence[tuple[Way, set[int]]]) -> bool:
        """Rate the passages that hold some of several words as typed; return whether that can be told.

        Those that hold most of them are rated one by one; of the others only their words are counted.
        """
        if not all(map(_is_simple, (way for way, _ in found))):
            return False
        present = Counter(chain.from_iterable(keys for _, keys in found))
        by_words: dict[int, set[int]] = defaultdict(set)
        for key, words in present.items():
            by_words[words].add(key)
        rated: set[int] = set()
        for words in sorted(by_words, reverse=True):
            if rated and len(rated) + len(by_words[words]) > _MOST_RATED:
                # Words that share no character cover no text twice.
                apart = len(set("".join(way.phrase for way, _ in found)))
                twice = 1 if apart == sum(len(way.phrase) for way, _ in found) else len(found)
                whole = words / len(found)
                most = ceiling(LONGEST, LONGEST * twice, _COUNTLESS, whole=whole)
                self.at(most, letters_of(by_words[words]))
            else:
                rated |= by_words[words]
        self._one_by_one(rated, present, found)
        return True

    def _one_by_one(
        self, rated: set[int], present: Mapping[int, int], found: Sequence[tuple[Way, set[int]]]
    ) -> None:
        covered = dict.fromkeys(rated, 0)
        times = dict.fromkeys(rated, 0)
        for way, keys in found:
            counts = self._counts(way)
            self.at(NO_BOUND, letters_of(counts.pop(0) & rated))
            for key in keys & rated:
                often = max((count for count, some in counts.items() if key in some), default=1)
                covered[key] += often * len(way.phrase)
                times[key] += often
        for key in rated:
            whole = present[key] / len(found)
            self.at(ceiling(key & LONGEST, covered[key], times[key], whole=whole), (key >> LETTER_BITS,))

    def _counts(self, way: Way) -> dict[int, set[int]]:
        """Return the passages that hold a phrase more than once, by how often; under 0 where that is open."""
        counts = self._finder.special(way)
        counts[0] |= counts.pop(_MOST_TOLD, set())
        return counts

    def _of_count(self, keys: Iterable[int], covered: int, count: int, cost: float) -> None:
        """Rate passages of which so much is covered by so many matches."""
        by_length: dict[int, set[int]] = defaultdict(set)
        for key in keys:
            by_length[key & LONGEST].add(key >> LETTER_BITS)
        for characters, letters in by_length.items():
            self.at(ceiling(characters, covered, count, cost=cost), letters)


def _is_simple(way: Way) -> bool:
    """Tell whether a way is a phrase of pairs that never overlaps with itself, so that it can be counted."""
    phrase = way.phrase
    return len(phrase) > 1 and not any(phrase[:n] == phrase[-n:] for n in range(1, len(phrase)))


def letters_of(keys: Iterable[int]) -> set[int]:
    """Return the letters of some passages."""
    return {key >> LETTER_BITS for key in keys}
