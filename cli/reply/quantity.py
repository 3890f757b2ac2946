"""Read one quantity as a letter writes it: `约1.1亿元`, `8000多项`, `600-1300平方米`, `50%以上`.

The store checks every figure against its own words with it, so a slip of the hand in the data cannot
become a wrong number.
"""

import re
from itertools import pairwise
from typing import NamedTuple

from reply.model import Bound, Number
from reply.script import in_simplified

_NOT = ("不", "不得", "不能", "不应", "不宜", "不可", "不会", "未")
_LESS = ("低于", "少于", "小于")
_MORE = ("超过", "高于", "多于", "大于", "超出", "超")
QUALIFIERS_BEFORE: dict[str, Bound] = {
    **{negation + word: "at_least" for negation in _NOT for word in _LESS},
    **{negation + word: "at_most" for negation in _NOT for word in _MORE},
    **dict.fromkeys(("至少", "最少", "最低"), "at_least"),
    **dict.fromkeys(
        ("最高不超过", "最高", "最多", "至多", "不足", "不到", "不满", "未满", "不及"), "at_most"
    ),
    **dict.fromkeys(_LESS, "at_most"),
    **dict.fromkeys((*_MORE, "逾", "突破"), "over"),
    **dict.fromkeys(("大约", "约为", "约", "大概"), "about"),
    **dict.fromkeys(("接近", "将近", "近"), "nearly"),
}
QUALIFIERS_AFTER: dict[str, Bound] = {
    "(含)以上": "at_least",
    "(含)以下": "at_most",
    "及以上": "at_least",
    "以上": "at_least",
    "之上": "at_least",
    "及以下": "at_most",
    "以下": "at_most",
    "以内": "at_most",
    "之内": "at_most",
    "左右": "about",
    "上下": "about",
    "内": "at_most",
}
LONGEST_QUALIFIER = max(map(len, QUALIFIERS_BEFORE))
"""Characters."""
# Longer words come before their parts.
_AFTER_ENDS = frozenset(word[-1] for word in QUALIFIERS_AFTER)
_AFTER = tuple(sorted(QUALIFIERS_AFTER, key=len, reverse=True))
SHARES = "%‰倍成"
"""Units of what is a part of something else."""
WHOLE = r"[^\d,;。、的约近至到]{1,12}的(?=\d)"
"""Pattern of what a limit is a share of: 不超过总投资的30%."""
MORE_THAN = "余多"
"""Characters that say "and some more", on either side of 万 and 亿."""

_POWERS = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}
SCALES = "".join(_POWERS)
"""Characters that multiply the digits before them."""

_HALF_WIDTH = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {"—": "-", "–": "-"}
_FULL_WIDTH = re.compile("[—–！-～]")

_UNITS_AFTER_SCALE = ("瓦", "米", "克", "伏", "卡", "分点")
LONGEST = 30
"""Digits; what has more is no quantity of a letter."""
_RANGE_MARKS = ("至", "到", "~", "--", "-")
_DIGITS = "0123456789,."
_SCALE_BEGINS = frozenset([*_POWERS, *MORE_THAN])
_SCALES = {
    small + large: sum(_POWERS[character] for character in small + large)
    for small in ("", "十", "百", "千")
    for large in ("", "万", "亿", "万亿")
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
    written = _closed_up(half_width(text))
    plain = in_simplified(written)
    quantity = parse_plain(plain)
    if quantity is None or not quantity.unit or plain == written:
        return quantity
    at = plain.rindex(quantity.unit)
    return quantity._replace(unit=written[at : at + len(quantity.unit)])


def parse_plain(text: str) -> Quantity | None:
    """Read a quantity in half width and simplified script, without spaces."""
    body, before, after = _without_qualifiers(text)
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


def _closed_up(text: str) -> str:
    """Take out the spaces around a number, but none between digits: `500 万元`."""
    parts = text.split()
    if len(parts) < 2 or any(a[-1].isdecimal() and b[0].isdecimal() for a, b in pairwise(parts)):
        return text
    return "".join(parts)


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
    scale, rest = _take(rest, SCALES)
    if scale[-1:] in ("千", "百") and rest.startswith(_UNITS_AFTER_SCALE):
        scale, rest = scale[:-1], scale[-1] + rest  # 千瓦 is a unit: 2600千瓦 is 2600 of it
    more, unit = _take(rest, MORE_THAN)
    return _Amount(digits, scale, "over" if some or more else "exact", unit)


def _take(text: str, characters: str) -> tuple[str, str]:
    rest = text.lstrip(characters)
    return text[: len(text) - len(rest)], rest


def _without_qualifiers(text: str) -> tuple[str, Bound | None, Bound | None]:
    """Take 约 off the front and 以上 off the end."""
    if text[:1].isdecimal() and text[-1] not in _AFTER_ENDS:
        return text, None, None
    before = after = ""
    if not text[:1].isdecimal():
        before = _qualifier_before(text)
    if text.endswith(_AFTER):
        after = next(word for word in _AFTER if text.endswith(word))
    body = text.removeprefix(before).removesuffix(after)
    if len(before) > 1 and not body[:1].isdecimal():
        body = re.sub(f"^{WHOLE}", "", body)
    return body, QUALIFIERS_BEFORE.get(before), QUALIFIERS_AFTER.get(after)


def _qualifier_before(text: str) -> str:
    lengths = range(LONGEST_QUALIFIER, 0, -1)
    return next((text[:length] for length in lengths if text[:length] in QUALIFIERS_BEFORE), "")


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
