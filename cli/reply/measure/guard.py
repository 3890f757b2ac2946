"""No figure is a part of a number, whatever a page put between its parts.

A text is read twice: as it stands, and without what may have come in between - white space of any kind,
line ends, characters that were lost, a comma or a point at a line end. A quantity is certain when both
readings agree on it. Where they differ, nobody can tell which is right: 3⏎326.4万元 may be 326.4万元 or
3326.4万元, and 不低⏎于30% is no plain 30%.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import localcontext
from operator import itemgetter

from reply.measure.numeral import EXACT, STARTS
from reply.measure.quantity import Doubt, Found, quantities

LOST = "\ufffd"
"""Stands for a character that was lost on the way."""
_BETWEEN = rf"[\s{LOST}]+"
_GAP = re.compile(rf"(?<![。;:!?\s])(?:[,.]?{_BETWEEN}[,.]?)+|{LOST}+")
_NEAR = re.compile(rf"[{STARTS}%半翻][^。;:!?]{{0,12}}?[\s{LOST}]|[\s{LOST}][^。;:!?]{{0,12}}?[{STARTS}半翻]")
"""A gap so near to a number that it may lie within a quantity."""
_LOST_AFTER = re.compile(rf"[\s,.]*{LOST}")
_LOST_BEFORE = re.compile(rf"{LOST}[\s,.]*$")
_FARTHEST_LOST = 8
"""Characters between a number and what was lost beside it."""


def certain_quantities(text: str, taken: Sequence[int]) -> list[Found | Doubt]:
    """Return the quantities that are certain, and the stretches in doubt, in order.

    `text` is in the form that `reading` gives it; what is `taken`, a mark for each character, is left out.
    """
    with localcontext(EXACT):
        return _certain(text, taken)


def _certain(text: str, taken: Sequence[int]) -> list[Found | Doubt]:
    found = list(quantities(text, taken))
    gaps = [match.span() for match in _GAP.finditer(text)] if _NEAR.search(text) else []
    if not gaps:
        return found
    places = _places_without(gaps, len(text))
    joined = "".join([text[place] for place in places])
    again = list(quantities(joined, bytes([*(taken[place] for place in places), 0])))
    moved = [_moved(item, places) for item in again]
    certain = {item for item in moved if isinstance(item, Found)} & set(found)
    sure = [item for item in certain if not _is_beside_lost(text, item)]
    known: set[Found | Doubt] = set(sure)
    doubts = [Doubt(item.start, item.end) for item in found if item not in known]
    doubts += [Doubt(item.start, item.end) for item in moved if item not in known]
    return sorted([*sure, *_merged(doubts)], key=itemgetter(0))


def _places_without(gaps: Sequence[tuple[int, int]], length: int) -> list[int]:
    """Return the places of a text that are left when gaps are taken out."""
    places: list[int] = []
    position = 0
    for start, end in gaps:
        places += range(position, start)
        position = end
    return [*places, *range(position, length)]


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
