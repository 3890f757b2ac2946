"""Close up the spaces that typesetting leaves around numbers: 投入 500 万元 reads like 投入500万元."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

_SPACES = re.compile("[ \u00a0\u3000]+")
_SIGNS = frozenset("-~㎡℃‰“”《》")


class Closed(NamedTuple):
    """A text without the spaces around its numbers, and where its characters were."""

    text: str
    places: Sequence[int]
    """The offset of each character in the text as it was, and that of its end."""

    def of(self, text: str) -> str:
        """Return another text of the same length without the same spaces."""
        return text if isinstance(self.places, range) else "".join([text[at] for at in self.places[:-1]])

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch was before."""
        return self.places[start], self.places[end - 1] + 1

    def within(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of the text as it was is now."""
        return bisect_left(self.places, start), bisect_left(self.places, end)


def closed_up(text: str) -> Closed:
    """Take out the spaces beside a digit or %, but none between two digits: 4 200 may be two numbers."""
    gaps: list[tuple[int, int]] = []
    if " " in text or "\u00a0" in text or "\u3000" in text:
        gaps = [match.span() for match in _SPACES.finditer(text) if _is_set_off(text, *match.span())]
    if not gaps:
        return Closed(text, range(len(text) + 1))
    places: list[int] = []
    position = 0
    for start, end in gaps:
        places += range(position, start)
        position = end
    places += range(position, len(text) + 1)
    return Closed("".join([text[at] for at in places[:-1]]), places)


def _is_set_off(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isdecimal() or before == "%":
        return _is_word(after) or after == "%"
    return after.isdecimal() and _is_word(before)


def _is_word(character: str) -> bool:
    return character.isalpha() or character in _SIGNS
