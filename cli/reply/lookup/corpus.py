"""The texts that are searched, folded once and joined, so that one `str.find` goes through all of them."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from reply.lookup.fold import SEPARATOR, FoldTable, fold, origins
from reply.sentences import Span


class Match(NamedTuple):
    """A place in the folded corpus that a tier found for a word."""

    start: int
    end: int
    cost: float = 0.0
    """0 for a sure match; 1 for a change of one whole character."""


class Corpus:
    """A number of texts, folded."""

    def __init__(self, texts: Sequence[str], table: FoldTable) -> None:
        self.originals = texts
        self._table = table
        folded = [fold(text.replace(SEPARATOR, " "), table) for text in texts]
        self.text = SEPARATOR.join(folded)
        self._starts = [0, *accumulate(len(text) + 1 for text in folded)]
        self._origins: dict[int, list[int]] = {}

    def occurrences(self, word: str) -> Iterator[Match]:
        """Yield where a folded word stands; a number never matches inside a longer number."""
        position = self.text.find(word)
        while position >= 0:
            end = position + len(word)
            if self.is_whole_number(position, end):
                yield Match(position, end)
            position = self.text.find(word, position + 1)

    def is_whole_number(self, start: int, end: int) -> bool:
        """Tell whether a span cuts no number in two: 30 does not stand in 130, nor 13 in 3.13."""
        text = self.text
        return not (
            (start and _in_number(text[start]) and _in_number(text[start - 1]) and text[start - 1] != "-")
            or (end < len(text) and _in_number(text[end - 1]) and _goes_on(text, end))
        )

    def index(self, position: int) -> int:
        """Return the index of the text that holds a position of the folded corpus."""
        return bisect_right(self._starts, position) - 1

    def original(self, match: Match) -> tuple[int, Span]:
        """Return the text that a match stands in, and its span there, in original characters."""
        index = self.index(match.start)
        offset = self._starts[index]
        if index not in self._origins:
            self._origins[index] = origins(self.originals[index].replace(SEPARATOR, " "), self._table)
        places = self._origins[index]
        return index, (places[match.start - offset], places[match.end - offset - 1] + 1)


def _in_number(character: str) -> bool:
    return character.isdecimal() or character == "."


def _goes_on(text: str, end: int) -> bool:
    return text[end].isdecimal() or (text[end] == "." and text[end + 1 : end + 2].isdecimal())
