"""How much of a query a letter may hold at most, by its pairs of characters: with too little it is unread."""

from collections.abc import Callable, Sequence

from reply.lookup.asking import light_words
from reply.lookup.fold import SCRIPT_TABLE, fold
from reply.lookup.parts import SINGLE


class Shares:
    """The words of a query, and which letters may hold what of them."""

    def __init__(
        self, words: Sequence[str], whole: Sequence[set[int]], holding: Callable[[str], set[int]]
    ) -> None:
        """Look up the pairs: `whole` are the letters that may hold each word, `holding` those with a pair."""
        self._words = [
            _Word(fold(word, SCRIPT_TABLE), inside, holding)
            for word, inside in zip(words, whole, strict=True)
        ]
        self.letters = set().union(*(word.letters for word in self._words))

    def most(self, letter: int) -> float:
        """Return the greatest share of the query that a letter may hold."""
        there, gone = (
            sum(sizes) for sizes in zip(*(word.sizes(letter) for word in self._words), strict=True)
        )
        return there / (there + gone) if there else 0.0


class _Word:
    """A word, and the letters that may hold it, or pairs of it."""

    def __init__(self, word: str, whole: set[int], holding: Callable[[str], set[int]]) -> None:
        self._word, self._whole = word, whole
        self._pairs = [holding(word[at : at + 2]) for at in range(len(word) - 1)]
        self.letters = whole.union(*self._pairs)
        self._light = {
            at
            for light in light_words()
            for start in range(len(word))
            if word.startswith(light, start)
            for at in range(start, start + len(light))
        }
        """The places of characters that may count for nothing."""

    def sizes(self, letter: int) -> tuple[float, float]:
        """Return the most that is there of the word, and the least that is not."""
        if letter in self._whole:
            return float(len(self._word)), 0.0
        there = {
            at for start, letters in enumerate(self._pairs) if letter in letters for at in (start, start + 1)
        }
        gone = set(range(len(self._word))) - there - self._light
        return float(len(there)), SINGLE * len(gone)
