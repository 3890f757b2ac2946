"""The texts that are searched, folded once and joined, so that one `str.find` goes through all of them."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate, pairwise
from typing import NamedTuple

from reply.lookup.fold import SEPARATOR, FoldTable, fold, origins
from reply.sentences import Span


class Match(NamedTuple):
    """A place in the folded corpus that a tier found for a word."""

    start: int
    end: int
    cost: float = 0.0
    """0 for a sure match; 1 for a change of one whole character."""


IN_RANGE = 0.1
"""The cost of a number that is one end of a range: who asks for a year asks for it alone first."""
_TO = frozenset("至到-~")


class Pattern(NamedTuple):
    """What a tier may find, before a text is read: a class of characters for each place, in a row.

    Whatever `matches` of a tier finds holds one of its patterns, so that texts without any need not be read.
    """

    classes: tuple[str, ...]
    """The characters that may stand at each place; empty for any."""
    cost: float = 0.0
    """The least cost of what is found by it."""
    is_scattered: bool = False
    """Whether they stand anywhere in a text instead, in whatever order."""


def scattered(word: str, cost: float = 0.0) -> Pattern:
    """Return the pattern of the characters of a word, wherever they stand."""
    return Pattern(tuple(word), cost, is_scattered=True)


def literal(word: str, cost: float = 0.0) -> Pattern:
    """Return the pattern of a word itself."""
    return Pattern(tuple(word), cost)


class Corpus:
    """A number of texts, folded."""

    def __init__(self, texts: Sequence[str], table: FoldTable) -> None:
        self.originals = texts
        self._table = table
        folded = [fold(text.replace(SEPARATOR, " "), table) for text in texts]
        self.text = SEPARATOR.join(folded)
        self._starts = [0, *accumulate(len(text) + 1 for text in folded)]
        self._origins: dict[int, list[int]] = {}
        self._marks: dict[int, bytearray] = {}

    @cached_property
    def alphabet(self) -> str:
        """Every character of the corpus, once."""
        return "".join(sorted(set(self.text)))

    @cached_property
    def by_sound(self) -> dict[str, str]:
        """The characters of the corpus by the syllables they are read as."""
        from reply.lookup.tables import readings

        sounds: dict[str, str] = {}
        for character in self.alphabet:
            for syllable in readings(character):
                sounds[syllable] = sounds.get(syllable, "") + character
        return sounds

    def occurrences(self, word: str) -> Iterator[Match]:
        """Yield where a folded word stands; a number never matches inside a longer number."""
        position = self.text.find(word)
        while position >= 0:
            end = position + len(word)
            if is_whole_number(self.text, position, end):
                yield Match(position, end, IN_RANGE if is_end_of_range(self.text, position, end) else 0.0)
            position = self.text.find(word, position + 1)

    def is_word(self, start: int, end: int) -> bool:
        """Tell whether words begin at the start and end at the end of a span."""
        marks, offset = self._boundaries(start)
        return bool(marks[start - offset] and marks[end - offset])

    def words(self, start: int, end: int) -> list[str]:
        """Return the words of a span of one text that begins and ends with words."""
        marks, offset = self._boundaries(start)
        ends = [at for at in range(start + 1, end + 1) if marks[at - offset]]
        return [self.text[one:other] for one, other in pairwise([start, *ends])]

    def fits(self, start: int, end: int) -> bool:
        """Tell whether a span is made of whole words, or lies within one: it straddles none.

        和服 in 治理|和|服务 straddles 服务; 志愿 in 志愿者 lies within.
        """
        marks, offset = self._boundaries(start)
        return self.is_word(start, end) or not any(marks[start - offset + 1 : end - offset])

    def _boundaries(self, position: int) -> tuple[bytearray, int]:
        """Return where words begin and end in the text at a position, and where that text begins."""
        from reply.lookup.segment import boundaries

        index = self.index(position)
        if index not in self._marks:
            self._marks[index] = boundaries(self.text[self._starts[index] : self._starts[index + 1] - 1])
        return self._marks[index], self._starts[index]

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


def is_end_of_range(text: str, start: int, end: int) -> bool:
    """Tell whether a span is one end of a range of numbers: 2016年 in 2012年至2016年."""
    if not _in_number(text[start]):
        return False
    before, after = text[max(start - 2, 0) : start], text[end : end + 2]
    begins = after[:1] in _TO and after[1:].isdecimal()
    return begins or (before[-1:] in _TO and (before[-2:-1].isdecimal() or before[-2:-1] == "年"))


def is_whole_number(text: str, start: int, end: int) -> bool:
    """Tell whether a span cuts no number in two: 30 does not stand in 130, nor 13 in 3.13."""
    begins_inside = start > 0 and _in_number(text[start]) and _in_number(text[start - 1])
    return not begins_inside and not (_in_number(text[end - 1]) and _goes_on(text, end))


def _in_number(character: str) -> bool:
    return character.isdecimal() or character == "."


def _goes_on(text: str, end: int) -> bool:
    point = text[end : end + 1] == "."
    return text[end + point : end + point + 1].isdecimal()
