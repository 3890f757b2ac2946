"""Find quantities: the number, the qualifiers around it, and the unit, from an open set."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from reply.pack.vocabulary import (
    LATIN_UNITS,
    NO_TIMES,
    NO_UNIT,
    NOT_AFTER_TIMES,
    TIMES_SUFFIX,
    UNITS,
    UNITS_OF_RATES,
    UNITS_WITH_GE,
    WITHIN_AFTER,
)
from reply.quantity import (
    LONGEST_QUALIFIER,
    MORE_THAN,
    QUALIFIERS_AFTER,
    QUALIFIERS_BEFORE,
    SHARES,
    WHOLE,
    Quantity,
    parse_plain,
)

_NUMBER = r"[0-9](?:[0-9]{0,2}(?:,[0-9]{3})+(?![0-9])|[0-9]*)(?:\.[0-9]+)?"
_SCALE = rf"[{MORE_THAN}]?(?:[十百千](?![瓦米克伏卡分]))?万?亿?[{MORE_THAN}]?"
_TO = r"(?:--?|~|至|到)"
_START = re.compile(rf"{_NUMBER}{_SCALE}")
_RANGE = re.compile(rf"(?P<unit>\D{{0,4}}?){_TO}(?P<second>{_NUMBER}{_SCALE})")
_BY_LENGTH = sorted(UNITS, key=len, reverse=True)
_LATIN = "|".join(map(re.escape, sorted(LATIN_UNITS, key=len, reverse=True)))
_UNIT = re.compile(
    "|".join(map(re.escape, [*(f"个{noun}" for noun in UNITS_WITH_GE), *_BY_LENGTH]))
    + rf"|(?:{_LATIN})(?![0-9A-Za-z])|等(?![\u4e00-\u9fff])"
)
_PER = frozenset("/·")
_ONE_OF = re.compile("|".join(map(re.escape, sorted(UNITS_OF_RATES, key=len, reverse=True))))
_LIMITS = "|".join(sorted((word for word in QUALIFIERS_BEFORE if len(word) > 1), key=len, reverse=True))
_LIMIT_OF = re.compile(f"(?:{_LIMITS}){WHOLE}")
_FARTHEST = 20
"""Characters between a limit and its share."""
_BEFORE_ENDS = frozenset(word[-2:] for word in QUALIFIERS_BEFORE)
_AFTER = tuple(sorted(QUALIFIERS_AFTER, key=len, reverse=True))
_NOT_BEFORE = {
    "约": "节预合签条契公制",
    "近": "附最接将远靠亲邻",
    "超": "赶反",
}
"""A qualifier after one of these is part of another word: 节约 is to save."""


class Found(NamedTuple):
    """A quantity in a text."""

    start: int
    end: int
    quantity: Quantity
    number_start: int
    """Where the digits begin, after the qualifier."""


def quantities(text: str, taken: bytearray) -> Iterator[Found]:
    """Yield the quantities of a text in half width and simplified script, its numbers closed up.

    Leave out what is `taken` by something else.
    """
    position = 0
    for match in _START.finditer(text):
        start, end = match.span()
        if start < position or taken[start] or (start and text[start - 1].isdecimal()):
            continue
        found = _quantity(text, start, end)
        if found:
            yield found
            position = found.end


def _quantity(text: str, start: int, end: int) -> Found | None:
    if second := _RANGE.match(text, end):
        between = second["unit"]
        if not between or _UNIT.fullmatch(between):
            end = second.end("second")
    unit_end = _unit_end(text, end)
    if unit_end == end and not _stands_alone(text, start, end):
        return None
    first = _with_qualifier_before(text, start, is_share=text[unit_end - 1] in SHARES)
    last = _with_qualifier_after(text, end, unit_end)
    for left, right in ((first, last), (first, unit_end), (start, last), (start, unit_end)):
        quantity = parse_plain(text[left:right])
        if quantity is not None:
            return Found(left, right, quantity, start)
    return None


def _unit_end(text: str, start: int) -> int:
    """Return where the unit after a number ends; the start where there is none."""
    end = _one_unit(text, start, start)
    if end == start:
        return start
    while text[end : end + 1] in _PER:  # 元/人·月
        per = _ONE_OF.match(text, end + 1)
        further = per.end() if per else _one_unit(text, end + 1, end)
        if further == end:
            break
        end = further
    return end


def _one_unit(text: str, start: int, otherwise: int) -> int:
    match = _UNIT.match(text, start)
    if match is None:
        return otherwise
    end = match.end()
    counted_each_time = text[end : end + 1] == TIMES_SUFFIX and text[end + 1 : end + 2] not in NOT_AFTER_TIMES
    return end + 1 if counted_each_time and match[0] not in NO_TIMES else end


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Tell whether a number without a unit is a quantity: 达到0.85, but not 110 or 3号."""
    return "." in text[start:end] and text[end : end + 1] not in NO_UNIT


def _with_qualifier_before(text: str, start: int, *, is_share: bool) -> int:
    if is_share and text[start - 1 : start] == "的":
        limit = _LIMIT_OF.search(text, max(start - _FARTHEST, 0), start + 1)
        return limit.start() if limit and limit.end() == start else start
    if text[start - 1 : start] not in _BEFORE_ENDS and text[start - 2 : start] not in _BEFORE_ENDS:
        return start
    for left in range(max(start - LONGEST_QUALIFIER, 0), start):
        word = text[left:start]
        if word in QUALIFIERS_BEFORE:
            return start if left and text[left - 1] in _NOT_BEFORE.get(word, "") else left
    return start


def _with_qualifier_after(text: str, end: int, unit_end: int) -> int:
    if text.startswith(_AFTER, unit_end):
        return unit_end + next(len(word) for word in _AFTER if text.startswith(word, unit_end))
    if text[unit_end : unit_end + 1] == "内" and text[end:unit_end] in WITHIN_AFTER:
        return unit_end + 1
    return unit_end
