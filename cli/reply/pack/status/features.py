"""What stands around a figure, as features that weights are of: kinds, and the words or values of each.

Numbers in the words are one and the same, for no weight should know a number.
"""

import re
from collections.abc import Iterable, Iterator
from operator import add
from typing import TypeAlias

from reply.pack.status.place import Place, has_begun

Feature: TypeAlias = tuple[str, Iterable[str]]
"""A kind, and what is found of it: `("after", ["的补", "补助"])`."""

BEFORE, AFTER, EARLIER, LATER = 25, 10, 40, 30
"""Characters that are looked at: of the clause before the number, right after the figure, and of what stands
between semicolons before its clause and after it."""
LONGEST_CLAUSE = 60
"""Characters after the figure in which its clause ends."""
CLOSE, OPENING = 10, 6
"""Characters before the number that are seen with its unit; after it, and in which its clause opens."""
_NUMBER = re.compile("[0-9][0-9.,]*")
_CLAUSE_BEGINS, _CLAUSE_ENDS, _SEMICOLON = ",;:", ",;", ";"


def features(place: Place) -> Iterator[Feature]:
    """Yield the features of a figure; a value may come more than once, and counts once."""
    text, (start, end) = place.text, place.sentence
    number, after, unit = place.found.number_start, place.found.end, place.found.quantity.unit
    clause = _last(text, _CLAUSE_BEGINS, max(start, number - BEFORE), number)
    stretch = _last(text, _SEMICOLON, max(start, clause - EARLIER), clause)
    clause_end = _first(text, _CLAUSE_ENDS, after, min(end, after + LONGEST_CLAUSE))
    stretch_end = _first(text, _SEMICOLON, clause_end, min(end, clause_end + LATER))
    before = _words(text, clause, number)
    behind = _words(text, after, min(clause_end, after + AFTER))
    time = _time(place)
    yield "before", _up_to_threes(before)
    yield "opening", _up_to_threes(before[:OPENING])
    yield "after", _up_to_threes(behind)
    yield "earlier", _twos(_words(text, stretch, clause))
    yield "before that", _twos(_words(text, max(start, stretch - EARLIER), stretch))
    yield "later", _twos(_words(text, clause_end, stretch_end))
    yield f"before {unit}", _twos(before[-CLOSE:])
    yield f"after {unit}", _up_to_twos(behind[:OPENING])
    yield "time", (time,)
    yield "unit", (f"{unit}", f"{unit}, {time}", f"{unit}, {len(place.per)} per")
    yield "bound", (place.found.quantity.bound,)
    yield "per", place.per
    if unit and unit.endswith("元"):
        yield "money", ("",)
    if place.outlook:
        yield "outlook", ("",)


def _time(place: Place) -> str:
    """Return how the year of a figure lies to the letter's."""
    if place.period is None or place.written is None:
        return "none"
    if has_begun(place.period, place.written):
        return "begun"
    first, _, last = place.period.partition("/")
    year, written = (last or first)[:4], place.written[:4]
    relation = "past" if year < written else "same" if year == written else "future"
    return f"{relation} range" if last else relation


def _words(text: str, start: int, end: int) -> str:
    return _NUMBER.sub("0", text[start:end])


def _twos(text: str) -> list[str]:
    return list(map(add, text, text[1:]))


def _up_to_twos(text: str) -> list[str]:
    return [*text, *_twos(text)]


def _up_to_threes(text: str) -> list[str]:
    twos = _twos(text)
    return [*text, *twos, *map(add, twos, text[2:])]


def _last(text: str, marks: str, start: int, end: int) -> int:
    """Return where what follows the last of some marks begins, or the stretch."""
    return max(start, *(text.rfind(mark, start, end) + 1 for mark in marks))


def _first(text: str, marks: str, start: int, end: int) -> int:
    """Return where the first of some marks stands, or the stretch ends."""
    return min([end, *(at for mark in marks if (at := text.find(mark, start, end)) >= 0)])
