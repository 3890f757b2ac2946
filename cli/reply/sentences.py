"""Where sentences and passages begin and end."""

import sys
from bisect import bisect_right
from collections.abc import Sequence
from typing import TypeAlias

Span: TypeAlias = tuple[int, int]
"""Start and end offsets of a stretch of text."""

_OPENING, _CLOSING = "(（《〈【“「『", ")）》〉】”」』’"
_STOP, _OTHER_STOPS = "。", "！？!?\r\n"
_MARKS = frozenset(_STOP + _OTHER_STOPS + "；;" + _OPENING + _CLOSING)


def sentences(text: str) -> list[Span]:
    """Return the spans of the sentences of a text, without the white space around them."""
    spans: list[Span] = []
    flat = text
    for stop in _OTHER_STOPS:
        flat = flat.replace(stop, _STOP)
    start = 0
    while (stop_at := flat.find(_STOP, start)) >= 0:
        end = _after_closing(text, stop_at + 1)
        _add(spans, text, start, end)
        start = end
    _add(spans, text, start, len(text))
    return spans


def passages(text: str) -> list[Span]:
    """Return the spans of the passages: like sentences, but a semicolon ends one too.

    Letters string one topic after the other on semicolons; a passage is what a reader would quote.
    A semicolon in brackets or quotation marks ends nothing.
    """
    spans: list[Span] = []
    start = depth = 0
    for offset, mark in enumerate(text):
        if mark not in _MARKS:
            continue
        if mark in _OPENING:
            depth += 1
        elif mark in _CLOSING:
            depth = max(depth - 1, 0)
        elif not (depth and mark in "；;"):
            end = _after_closing(text, offset + 1)
            _add(spans, text, start, end)
            start, depth = end, 0
    _add(spans, text, start, len(text))
    return spans


def _after_closing(text: str, end: int) -> int:
    """Return where the closing marks after a stop end: they belong to the sentence."""
    while end < len(text) and text[end] in _CLOSING:
        end += 1
    return end


def around(spans: Sequence[Span], start: int, end: int) -> Span:
    """Return what reaches from the span that holds `start` to the span that holds `end - 1`."""
    first = max(bisect_right(spans, (start, sys.maxsize)) - 1, 0)
    last = max(bisect_right(spans, (end - 1, sys.maxsize)) - 1, first)
    return spans[first][0], max(spans[last][1], end)


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    piece = text[start:end].lstrip()
    if piece:
        left = end - len(piece)
        spans.append((left, left + len(piece.rstrip())))
