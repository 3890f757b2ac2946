"""The form in which text is read: half width, simplified script, numbers closed up; and where it all was.

投入 ５００ 万元 is read as 投入500万元. What is found is given back by its place in the text as written.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from reply.script import in_simplified

_DASHES = "—–−‐‑‒―﹣﹘"
_HALF_WIDTH = {
    **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    **dict.fromkeys(_DASHES, "-"),
    **dict.fromkeys("〜∼∽", "~"),
    "﹪": "%",
    "﹐": ",",
    "﹒": ".",
    "✕": "×",
    "⨯": "×",
    "＝": "=",
    "≧": "≥",
    "⩾": "≥",
    "≦": "≤",
    "⩽": "≤",
    "￥": "¥",
}
_WIDE = re.compile(rf"[{''.join(map(re.escape, _HALF_WIDTH))}]|(?![0-9])\d")
INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
)
"""Characters that show nothing and part nothing, as the inside of a character class."""
_SPACE = " \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_GAP = re.compile(f"[{_SPACE}{INVISIBLE}]+")
_INVISIBLE = re.compile(f"[{INVISIBLE}]+")
_MAY_HAVE_GAP = re.compile(f"[{_SPACE}{INVISIBLE}]")
_SIGNS = frozenset("-~㎡℃‰“”《》≥≤±+×、()")
_SCALES = frozenset("十百千万亿")
_FARTHEST = 8
"""Characters between the digits and a scale that is set off from them: 3.5 万 元."""


def half_width(text: str) -> str:
    """Replace full-width signs, all dashes and the digits of other scripts, one for one: offsets stay."""
    return text if text.isascii() else _WIDE.sub(_narrow, text)


def _narrow(match: re.Match[str]) -> str:
    return _HALF_WIDTH.get(match[0]) or str(unicodedata.decimal(match[0]))


class Reading(NamedTuple):
    """A text in the form in which it is read, and where its characters were."""

    text: str
    places: Sequence[int]
    """The offset of each character in the text as written, and that of its end."""

    def of(self, text: str) -> str:
        """Return another text of the written length without the same gaps."""
        return text if isinstance(self.places, range) else "".join([text[at] for at in self.places[:-1]])

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch was before."""
        return self.places[start], self.places[end - 1] + 1

    def within(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of the text as written is now."""
        return bisect_left(self.places, start), bisect_left(self.places, end)


def reading(text: str) -> Reading:
    """Return the form in which a text is read."""
    return closed_up(in_simplified(half_width(text)))


def closed_up(text: str) -> Reading:
    """Take out the spaces beside a number and all that is invisible.

    A space between two digits stays: 4 200 may be two numbers.
    """
    gaps: list[tuple[int, int]] = []
    if _MAY_HAVE_GAP.search(text):
        gaps = [span for match in _GAP.finditer(text) for span in _taken_out(text, match)]
    if not gaps:
        return Reading(text, range(len(text) + 1))
    places: list[int] = []
    position = 0
    for start, end in gaps:
        places += range(position, start)
        position = end
    places += range(position, len(text) + 1)
    return Reading("".join([text[at] for at in places[:-1]]), places)


def _taken_out(text: str, gap: re.Match[str]) -> list[tuple[int, int]]:
    """Return the parts of a gap that are taken out."""
    if _is_set_off(text, *gap.span()) or _INVISIBLE.fullmatch(gap[0]):
        return [gap.span()]
    return [(gap.start() + part.start(), gap.start() + part.end()) for part in _INVISIBLE.finditer(gap[0])]


def _is_set_off(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if before.isdecimal() or before == "%":
        return _is_word(after) or after == "%"
    if before in _SCALES and text[max(start - _FARTHEST, 0) : start - 1].rstrip()[-1:].isdecimal():
        return after.isalpha()
    return after.isdecimal() and _is_word(before)


def _is_word(character: str) -> bool:
    return character.isalpha() or character in _SIGNS
