"""Read one quantity as a letter writes it: `约1.1亿元`, `8000多项`, `600-1300平方米`, `50%以上`.

The store checks every figure against its own words with it, so a slip of the hand in the data cannot
become a wrong number.
"""

import re
from dataclasses import dataclass

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
    "不超": "at_most",
    "不足": "at_most",
    "不到": "at_most",
    "最多": "at_most",
    "至多": "at_most",
    "少于": "at_most",
    "低于": "at_most",
    "超过": "over",
    "多于": "over",
    "高于": "over",
    "大于": "over",
    "超": "over",
    "逾": "over",
    "大约": "about",
    "约为": "about",
    "约": "about",
    "接近": "nearly",
    "将近": "nearly",
    "近": "nearly",
}
QUALIFIERS_AFTER: dict[str, Bound] = {
    "及以上": "at_least",
    "以上": "at_least",
    "之上": "at_least",
    "及以下": "at_most",
    "以下": "at_most",
    "以内": "at_most",
    "之内": "at_most",
    "左右": "about",
    "上下": "about",
}
MORE_THAN = "余餘多"
"""Characters that say "and some more", on either side of 万 and 亿."""

_POWERS = {"十": 1, "百": 2, "千": 3, "万": 4, "萬": 4, "亿": 8, "億": 8}
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {ord("—"): "-", ord("–"): "-"}

NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
SCALE = "[十百千]?[万萬]?[亿億]?"
TO = r"(?:-{1,2}|~|至|到)"


def _either(words: dict[str, Bound]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_QUANTITY = re.compile(
    rf"(?P<before>{_either(QUALIFIERS_BEFORE)})?"
    rf"(?:(?P<first>{NUMBER})(?P<first_scale>{SCALE})(?P<first_unit>[^\d\s]*?){TO})?"
    rf"(?P<number>{NUMBER})(?P<some>[{MORE_THAN}])?(?P<scale>{SCALE})(?P<more>[{MORE_THAN}])?"
    rf"(?P<unit>[^\d\s]*?)(?P<after>{_either(QUALIFIERS_AFTER)})?",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit and what the words commit to; the fields are those of `Figure`."""

    value: Number | None
    low: Number | None
    high: Number | None
    unit: str | None
    bound: Bound


def half_width(text: str) -> str:
    """Replace full-width digits and punctuation, character by character: offsets stay."""
    return text.translate(_FULL_WIDTH)


def parse_quantity(text: str) -> Quantity | None:
    """Read a quantity that is the whole of `text`; None when it is not one."""
    match = _QUANTITY.fullmatch(half_width(text))
    if match is None:
        return None
    unit = match["unit"] or None
    number = _scaled(match["number"], match["scale"])
    if match["first"] is not None:
        # 1.5-2万元: the first number has the scale of the second, unless it has its own or its own unit.
        own = match["first_scale"] or match["first_unit"]
        first = _scaled(match["first"], match["first_scale"] if own else match["scale"])
        if first_unit := match["first_unit"]:
            unit = unit or first_unit
        return Quantity(None, first, number, unit, "range") if first <= number else None
    bound = _bound(match)
    low = number if bound in ("exact", "over", "at_least") else None
    high = number if bound in ("exact", "nearly", "at_most") else None
    return Quantity(number, low, high, unit, bound)


def _bound(match: re.Match[str]) -> Bound:
    if match["after"]:
        return QUALIFIERS_AFTER[match["after"]]
    if match["before"]:
        return QUALIFIERS_BEFORE[match["before"]]
    return "over" if match["some"] or match["more"] else "exact"


def _scaled(digits: str, scale: str) -> Number:
    """Move the decimal point in the digits themselves: 1.1亿 is 110000000, with no rounding on the way."""
    whole, _, fraction = digits.replace(",", "").partition(".")
    power = sum(_POWERS[character] for character in scale)
    fraction = fraction.rstrip("0").ljust(power, "0")
    shifted = whole + fraction[:power]
    rest = fraction[power:]
    return float(f"{shifted}.{rest}") if rest else int(shifted)
