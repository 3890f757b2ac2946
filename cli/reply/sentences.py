"""Where sentences and passages begin and end."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import TypeAlias

Span: TypeAlias = tuple[int, int]
"""Start and end offsets of a stretch of text."""

_BREAK = re.compile(r"[。！？!?]+[”’」』）)》〉】]*|[；;]+|[\r\n]+|[(（《〈【“「『]|[)）》〉】”」』]")
_OPENING, _CLOSING = "(（《〈【“「『", ")）》〉】”」』"


def sentences(text: str) -> list[Span]:
    """Return the spans of the sentences of a text, without the white space around them."""
    return _split(text, "。！？!?\r\n")


def passages(text: str) -> list[Span]:
    """Return the spans of the passages: like sentences, but a semicolon ends one too.

    Letters string one topic after the other on semicolons; a passage is what a reader would quote.
    A semicolon in brackets or quotation marks ends nothing.
    """
    return _split(text, "。！？!?\r\n；;")


def around(spans: Sequence[Span], start: int, end: int) -> Span:
    """Return what reaches from the span that holds `start` to the span that holds `end - 1`."""
    first = max(bisect_right(spans, start, key=_start) - 1, 0)
    last = max(bisect_right(spans, end - 1, key=_start) - 1, first)
    return spans[first][0], max(spans[last][1], end)


def _start(span: Span) -> int:
    return span[0]


def _split(text: str, stops: str) -> list[Span]:
    spans: list[Span] = []
    start = depth = 0
    for match in _BREAK.finditer(text):
        mark = match[0][0]
        if mark in _OPENING:
            depth += 1
        elif mark in _CLOSING:
            depth = max(depth - 1, 0)
        elif mark in stops and (mark not in "；;" or not depth):
            _add(spans, text, start, match.end())
            start, depth = match.end(), 0
    _add(spans, text, start, len(text))
    return spans


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    right = end - (len(piece) - len(piece.rstrip()))
    if left < right:
        spans.append((left, right))
