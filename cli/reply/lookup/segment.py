"""Where words begin and end, by the likeliest way to cut a text into common words."""

import re
from itertools import pairwise

from reply.lookup.tables import rarity, words_from

_WORD, _SINGLE = 8, 13
"""The costs of a word, to which its rarity is added, and of a character that stands alone: two of those cost
more than the rarest word."""
_LONGEST = 3
_ONE = re.compile(r"\d+(?:[.,]\d+)*|[a-z]{2,}")
"""What is never cut: a number in digits, a word in Latin letters."""


def boundaries(text: str) -> bytearray:
    """Return for each offset of a text, its end included, whether a word begins or ends there."""
    best = [0, *[_SINGLE * (len(text) + 1)] * len(text)]
    cut = [0] * (len(text) + 1)
    for start, first in enumerate(text):
        cost = best[start]
        if cost + _SINGLE < best[start + 1]:
            best[start + 1], cut[start + 1] = cost + _SINGLE, start
        rests = words_from(first)
        if not rests:
            continue
        for end in range(start + 2, min(start + _LONGEST, len(text)) + 1):
            rare = rests.get(text[start + 1 : end])
            if rare is not None and cost + _WORD + rare < best[end]:
                best[end], cut[end] = cost + _WORD + rare, start
    marks = bytearray(len(text) + 1)
    position = len(text)
    while position:
        marks[position] = True
        position = cut[position]
    marks[0] = True
    for match in _ONE.finditer(text):
        for inside in range(match.start() + 1, match.end()):
            marks[inside] = False
    return marks


def words(text: str) -> list[str]:
    """Cut a text into words."""
    marks = boundaries(text)
    ends = [end for end in range(1, len(text) + 1) if marks[end]]
    return [text[start:end] for start, end in pairwise([0, *ends])]


def is_word(text: str) -> bool:
    """Tell whether a text is a common word: then it was meant, and nothing that sounds or looks like it."""
    return bool(text) and rarity(text) is not None


def is_made_of_words(text: str) -> bool:
    """Tell whether a text is nothing but common words of two characters and more."""
    return is_word(text) or all(map(is_word, words(text)))
