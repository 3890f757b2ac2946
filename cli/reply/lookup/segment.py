"""Where words begin and end, by the likeliest way to cut a text into common words."""

from math import log

from reply.lookup.tables import vocabulary

_SINGLE = 9.0
"""The cost of a character that stands alone: a pair of them costs more than any word of two."""
_LONGEST = 3


def boundaries(text: str) -> bytearray:
    """Return for each offset of a text, its end included, whether a word begins or ends there."""
    ranks = vocabulary()
    best = [0.0] + [float("inf")] * len(text)
    cut = [0] * (len(text) + 1)
    for start in range(len(text)):
        cost = best[start]
        if cost + _SINGLE < best[start + 1]:
            best[start + 1], cut[start + 1] = cost + _SINGLE, start
        for end in range(start + 2, min(start + _LONGEST, len(text)) + 1):
            rank = ranks.get(text[start:end])
            if rank is not None and cost + log(rank + 20) < best[end]:
                best[end], cut[end] = cost + log(rank + 20), start
    marks = bytearray(len(text) + 1)
    position = len(text)
    while position:
        marks[position] = True
        position = cut[position]
    marks[0] = True
    return marks
