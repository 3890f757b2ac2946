"""No figure is a part of a number, whatever a page put between its parts.

A text is read twice: as it stands, and without what may have come in between - white space of any kind,
line ends, characters that were lost, a comma or a point at a line end. A quantity is certain when both
readings agree on it. Where they differ, nobody can tell which is right: 3⏎326.4万元 may be 326.4万元 or
3326.4万元, and 不低⏎于30% is no plain 30%.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import localcontext
from operator import itemgetter

from reply.measure.numeral import EXACT, STARTS
from reply.measure.quantity import Found, quantities
from reply.measure.span import Doubt

LOST = "\ufffd"
"""Stands for a character that was lost on the way."""
_BETWEEN = rf"[\s{LOST}]+"
_STOPS = "。;:!?"
_GAP = re.compile(rf"(?<![{_STOPS}\s])(?:[,.]?{_BETWEEN}[,.]?)+|{LOST}+")
_STOP = re.compile(f"[{_STOPS}]")
_NUMBER = re.compile(f"[{STARTS}%半翻]")
NEAR = 14
"""Characters between a gap and a number, beyond which the gap lies in no quantity."""
_LOST_AFTER = re.compile(rf"[\s,.]*{LOST}")
_LOST_BEFORE = re.compile(rf"{LOST}[\s,.]*$")
_FARTHEST_LOST = 8
"""Characters between a number and what was lost beside it."""


def certain_quantities(text: str, taken: Sequence[int]) -> list[Found | Doubt]:
    """Return the quantities that are certain, and the stretches in doubt, in order.

    `text` is in the form that `reading` gives it; what is `taken`, a mark for each character, is left out.
    """
    with localcontext(EXACT):
        found: list[Found | Doubt] = list(quantities(text, taken))
        again: list[Found | Doubt] = []
        checked: list[Found | Doubt] = []
        for start, end, gaps in _stretches(text):
            places = _places_without(gaps, start, end)
            joined = "".join([text[place] for place in places])
            marks = bytes([*(taken[place] for place in places), 0])
            again += [_moved(item, places) for item in quantities(joined, marks)]
            first, last = bisect_left(found, (start,)), bisect_left(found, (end,))
            checked += found[first:last]
    if not checked and not again:
        return found
    certain = {item for item in again if isinstance(item, Found)} & set(checked)
    certain = {item for item in certain if not _is_beside_lost(text, item)}
    doubts = [Doubt(item.start, item.end) for item in (*checked, *again) if item not in certain]
    left = set(checked) - certain
    return sorted([*(item for item in found if item not in left), *_merged(doubts)], key=itemgetter(0))


def _stretches(text: str) -> Iterator[tuple[int, int, list[tuple[int, int]]]]:
    """Yield the stretches from stop to stop that have gaps near a number, and the gaps in each."""
    start = end = 0
    gaps: list[tuple[int, int]] = []
    for match in _GAP.finditer(text):
        if match.start() >= end:
            if gaps and _is_near(text, start, end, gaps):
                yield start, end, gaps
            gaps = []
            start = max(text.rfind(stop, end, match.start()) for stop in _STOPS)
            start = max(start, end)
            stop = _STOP.search(text, match.end())
            end = stop.end() if stop else len(text)
        gaps.append(match.span())
    if gaps and _is_near(text, start, end, gaps):
        yield start, end, gaps


def _is_near(text: str, start: int, end: int, gaps: Sequence[tuple[int, int]]) -> bool:
    """Tell whether one of the gaps may lie within a quantity."""
    return any(
        _NUMBER.search(text, max(before - NEAR, start), before)
        or _NUMBER.search(text, after, min(after + NEAR, end))
        for before, after in gaps
    )


def _places_without(gaps: Sequence[tuple[int, int]], start: int, end: int) -> list[int]:
    """Return the places of a stretch of text that are left when gaps are taken out."""
    places: list[int] = []
    position = start
    for before, after in gaps:
        places += range(position, before)
        position = after
    return [*places, *range(position, end)]


def _moved(item: Found | Doubt, places: Sequence[int]) -> Found | Doubt:
    """Return what was found in the joined text at its places in the text as it stands."""
    start, end = places[item.start], places[item.end - 1] + 1
    if isinstance(item, Doubt) or end - start != item.end - item.start:
        return Doubt(start, end)
    return item._replace(start=start, end=end, number_start=places[item.number_start])


def _is_beside_lost(text: str, item: Found) -> bool:
    left = text[max(item.start - _FARTHEST_LOST, 0) : item.start]
    return _LOST_AFTER.match(text, item.end) is not None or _LOST_BEFORE.search(left) is not None


def _merged(doubts: Sequence[Doubt]) -> Iterator[Doubt]:
    """Yield the stretches in doubt, those that overlap as one."""
    start = end = -1
    for doubt in sorted(doubts):
        if doubt.start > end:
            if end >= 0:
                yield Doubt(start, end)
            start, end = doubt
        end = max(end, doubt.end)
    if end >= 0:
        yield Doubt(start, end)
