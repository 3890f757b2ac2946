"""Read one quantity as a letter writes it: `约1.1亿元`, `8000多项`, `600-1300平方米`, `50%以上`.

The store checks every figure against its own words with it, so a slip of the hand in the data cannot
become a wrong number.
"""

import re
from typing import NamedTuple

from reply.model import Bound, Number

QUALIFIERS_BEFORE: dict[str, Bound] = {
    "不低于": "at_least",
    "不少于": "at_least",
    "不小于": "at_least",
    "至少": "at_least",
    "最少": "at_least",
    "不超过": "at_most",
    "不高于": "at_most",
    "不多于": "at_most",
    "不大于": "at_most",
    "最高不超过": "at_most",
    "不超": "at_most",
    "最高": "at_most",
    "不足": "at_most",
    "不到": "at_most",
    "最多": "at_most",
    "至多": "at_most",
    "少于": "at_most",
    "低于": "at_most",
    "不低於": "at_least",
    "不少於": "at_least",
    "不超過": "at_most",
    "少於": "at_most",
    "低於": "at_most",
    "超過": "over",
    "多於": "over",
    "超过": "over",
    "多于": "over",
    "高于": "over",
    "大于": "over",
    "超": "over",
    "逾": "over",
    "大约": "about",
    "约为": "about",
    "约": "about",
    "約": "about",
    "接近": "nearly",
    "将近": "nearly",
    "將近": "nearly",
    "近": "nearly",
}
QUALIFIERS_AFTER: dict[str, Bound] = {
    "及以上": "at_least",
    "以上": "at_least",
    "之上": "at_least",
    "及以下": "at_most",
    "以下": "at_most",
    "以内": "at_most",
    "以內": "at_most",
    "之内": "at_most",
    "左右": "about",
    "上下": "about",
    "内": "at_most",
}
_BEFORE, _AFTER = tuple(QUALIFIERS_BEFORE), tuple(QUALIFIERS_AFTER)
MORE_THAN = "余餘多"
"""Characters that say "and some more", on either side of 万 and 亿."""

_POWERS = {"十": 1, "百": 2, "千": 3, "万": 4, "萬": 4, "亿": 8, "億": 8}

_HALF_WIDTH = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {"—": "-", "–": "-"}
_FULL_WIDTH = re.compile("[—–！-～]")

_SCALE_BEGINS = frozenset([*_POWERS, *MORE_THAN])
_UNITS_AFTER_SCALE = ("瓦", "米", "克", "伏", "卡", "分点", "分點")
_DIGITS = "0123456789,."
LONGEST = 30
"""Digits; what has more is no quantity of a letter."""
_RANGE_MARKS = ("至", "到", "~", "--", "-")
_SCALES = {
    small + large: sum(_POWERS[character] for character in small + large)
    for small in ("", "十", "百", "千")
    for large in ("", "万", "萬", "亿", "億", "万亿", "萬億")
}
"""What may stand after the digits, and how many places it moves the decimal point."""


class Quantity(NamedTuple):
    """A number with its unit and what the words commit to; the fields are those of `Figure`."""

    value: Number | None
    low: Number | None
    high: Number | None
    unit: str | None
    bound: Bound


def half_width(text: str) -> str:
    """Replace full-width digits and punctuation, character by character: offsets stay."""
    return _FULL_WIDTH.sub(lambda match: _HALF_WIDTH[match[0]], text)


def parse_quantity(text: str) -> Quantity | None:
    """Read a quantity that is the whole of `text`; None when it is not one."""
    body, before, after = _without_qualifiers(half_width(text))
    for mark in _RANGE_MARKS:
        if mark not in body:
            continue
        first, _, last = body.partition(mark)
        if last[:1].isdecimal():
            return _range(_amount(first), _amount(last))
    amount = _amount(body)
    number = amount.number()
    if number is None:
        return None
    bound = after or before or amount.bound
    low = number if bound in ("exact", "over", "at_least") else None
    high = number if bound in ("exact", "nearly", "at_most") else None
    return Quantity(number, low, high, amount.unit or None, bound)


class _Amount(NamedTuple):
    """One number in its parts, as written: 2.3, 亿, 多, 元."""

    digits: str
    scale: str
    bound: Bound
    unit: str

    def number(self, scale: str | None = None) -> Number | None:
        if not self.unit.isalpha() and any(character.isdecimal() for character in self.unit):
            return None
        return _scaled(self.digits, self.scale if scale is None else scale)


def _amount(text: str) -> _Amount:
    digits, rest = _take(text, _DIGITS)
    if rest[:1] not in _SCALE_BEGINS:
        return _Amount(digits, "", "exact", rest)
    some, rest = _take(rest, MORE_THAN)
    scale, rest = _take(rest, "".join(_POWERS))
    if scale[-1:] in ("千", "百") and rest.startswith(_UNITS_AFTER_SCALE):
        scale, rest = scale[:-1], scale[-1] + rest  # 千瓦 is a unit: 2600千瓦 is 2600 of it
    more, unit = _take(rest, MORE_THAN)
    return _Amount(digits, scale, "over" if some or more else "exact", unit)


def _take(text: str, characters: str) -> tuple[str, str]:
    rest = text.lstrip(characters)
    return text[: len(text) - len(rest)], rest


def _without_qualifiers(text: str) -> tuple[str, Bound | None, Bound | None]:
    """Take 约 off the front and 以上 off the end; the tables hold longer words before their parts."""
    before = after = ""
    if text.startswith(_BEFORE):
        before = next(word for word in _BEFORE if text.startswith(word))
    if text.endswith(_AFTER):
        after = next(word for word in _AFTER if text.endswith(word))
    body = text.removeprefix(before).removesuffix(after)
    return body, QUALIFIERS_BEFORE.get(before), QUALIFIERS_AFTER.get(after)


def _range(first: _Amount, last: _Amount) -> Quantity | None:
    # 1.5-2万元: the first number has the scale of the second, unless it has its own or its own unit.
    low = first.number(None if first.scale or first.unit else last.scale)
    high = last.number()
    if low is None or high is None or low > high:
        return None
    return Quantity(None, low, high, last.unit or first.unit or None, "range")


def _scaled(digits: str, scale: str) -> Number | None:
    """Move the decimal point in the digits themselves: 1.1亿 is 110000000, with no rounding on the way.

    None where the digits are no number (1,18 or 3.1.2), or the scale none (亿万).
    """
    power = _SCALES.get(scale)
    if power is None or len(digits) > LONGEST:
        return None
    if digits.isdecimal():
        return int(digits + "0" * power)
    whole, point, fraction = digits.partition(".")
    head, *thousands = whole.split(",")
    well_formed = (
        head.isdecimal()
        and all(len(group) == 3 and group.isdecimal() for group in thousands)
        and (len(head) <= 3 or not thousands)
        and fraction.isdecimal() == bool(point)
    )
    if not well_formed:
        return None
    fraction = fraction.rstrip("0").ljust(power, "0")
    shifted = head + "".join(thousands) + fraction[:power]
    rest = fraction[power:]
    return float(f"{shifted}.{rest}") if rest else int(shifted)
