"""Read one amount at a place in a text: a number, what it is multiplied or parted by, and its unit.

123元1角1分, 3个多月, 两年半, 百分之九十五, 三分之二, 八成, 一半, 翻两番.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from reply.measure.numeral import HAN_DIGITS, MORE, Numeral, read
from reply.measure.unit import SMALLER, TOLD_IN_SMALLER, WITH_SMALLER, base_of, unit_end
from reply.model import Bound

PER_HUNDRED: Mapping[str, str] = {"百": "%", "千": "‰"}
"""百分之 and 千分之, and the signs that say the same."""
TENTHS = "成"
NOT_TENTHS_BEFORE = frozenset("立为本员果效功长品人绩套都熟分就份千活交因年语名事型片灾群天新")
"""Characters before which 成 begins another word: 成立."""
DOUBLED = re.compile("翻了?([一两三四五]?)番")
DOUBLINGS = ("", "一", "两", "三", "四", "五")
"""How often something was doubled: 翻一番 is twice as much, 翻两番 four times."""
HALVES = ("一半", "半数")
"""Words for a half."""
NOT_HALF_BEFORE = frozenset("个年天小径成导")
HALVED = ("年", "米", "斤", "倍", "小时", "天", "公里", "亩", "吨", "周", "岁")
"""Units after which 半 adds a half: 两年半."""
HALF_OF = ("个小时", "小时", "个月", "年", "天", "亩", "公里", "斤", "吨")
"""Units before which 半 is a half: 半小时."""
NOT_BEFORE_HALF = frozenset("大小每个年")
"""Characters after which 半 is no half of its own: 上半年, 大半年, 一年半."""
NOT_AFTER_HALF = frozenset("成数价径导决自")
"""Characters before which 半 begins another word: 半成品."""
MORE_AFTER = ("年", "倍", "天", "小时", "公里", "米", "岁", "周", "分钟", "元", "亩")
"""Units after which 多 says "and some": 3倍多."""
NOT_MORE_BEFORE = frozenset("次种个元项家部方样为于达级功媒少数边年点层")
"""Characters before which 多 begins another word: 3年多次."""
WITH_TENTHS = frozenset(("米", "元", "块"))
"""Units after which a Chinese digit counts tenths: 三米九."""
NOT_ELIDED_BEFORE = frozenset("年日天周次期批届级类分秒个")
"""Units before which a Chinese digit after a scale is a number of its own: 三百万五年内."""
_OF = "分之"
_FRACTION = re.compile(r"([1-9][0-9]?)/([1-9][0-9]?)(?![0-9/年月.,])")
_LARGEST_DENOMINATOR = 20


AND_MORE: Mapping[str, Bound] = {**MORE, "+": "over"}
"""What says that an amount is more or about that."""


class Amount(NamedTuple):
    """One amount at its place."""

    start: int
    end: int
    """After its unit, and all that belongs to it."""
    low: Decimal
    high: Decimal
    unit: str | None
    """The base unit; None where none stands there."""
    more: str = ""
    """What of `AND_MORE` stands with it."""
    scale: int = 0
    """The power of ten of the scales at the end of its number, where nothing parts them from the unit."""
    numeral: Numeral | None = None
    """The number itself; None where a word says it: 一半."""
    is_doubtful: bool = False

    @property
    def is_fraction(self) -> bool:
        """Whether it is a part of one: 三分之二, 一半."""
        return self.unit is None and (self.numeral is None or self.end > self.numeral.end)

    @property
    def is_tenths(self) -> bool:
        """Whether it is told in tenths: 八成."""
        return self.unit == "%" and self.numeral is not None and self.numeral.low != self.low

    @property
    def is_han(self) -> bool:
        """Whether its number begins with a Chinese numeral."""
        return self.numeral is None or self.numeral.is_han


def read_amount(text: str, at: int) -> Amount | None:
    """Return the amount that begins at a place; None where none does."""
    character = text[at : at + 1]
    if character in _WORDS and (said := _in_words(text, at)):
        return said
    numeral = read(text, at)
    if numeral is None or numeral.is_string:
        return None
    if numeral.is_doubtful:
        return Amount(at, numeral.end, *_NONE, None, numeral=numeral, is_doubtful=True)
    following = text[numeral.end : numeral.end + 1]
    if following == "分" and text.startswith(_OF, numeral.end):
        return _parted(text, numeral)
    if following == "/" and (simple := _simple_fraction(text, numeral)):
        return simple
    if following == TENTHS and (tenths := _tenths(text, numeral)):
        return tenths
    if numeral.is_elided and not _elision_holds(text, numeral.end):
        numeral = read(text, at, elided=False) or numeral
    return _in_unit(text, numeral)


_NONE = (Decimal(), Decimal())
_AND_SMALLER = frozenset("又零")
_WORDS = frozenset([*(word[0] for word in HALVES), *PER_HUNDRED, "翻", "半"])


def _in_words(text: str, at: int) -> Amount | None:
    """Return an amount that a word says, or that begins with one: 一半, 翻一番, 百分之五, 半年."""
    for word in HALVES:
        if text.startswith(word, at) and text[at + len(word) : at + len(word) + 1] not in NOT_HALF_BEFORE:
            return Amount(at, at + len(word), _HALF, _HALF, None)
    if text[at + 1 : at + 3] == _OF and text[at] in PER_HUNDRED:
        return _share(text, at, PER_HUNDRED[text[at]])
    if text[at] == "翻" and (doubled := DOUBLED.match(text, at)):
        times = Decimal(2) ** (DOUBLINGS.index(doubled[1]) or 1)
        more = text[doubled.end() : doubled.end() + 1]
        more = more if more in MORE else ""
        return Amount(at, doubled.end() + len(more), times, times, "倍", more)
    if text[at] == "半" and text[at - 1 : at] not in NOT_BEFORE_HALF:
        for unit in HALF_OF:
            if text.startswith(unit, at + 1):
                unit = unit if unit.startswith("个") or unit != "月" else f"个{unit}"
                return Amount(at, at + 1 + len(unit), _HALF, _HALF, unit)
    return None


_HALF = Decimal("0.5")


def _share(text: str, at: int, unit: str) -> Amount | None:
    """Return 百分之 with its number."""
    share = read(text, at + 3)
    if share is None or share.is_string:
        return None
    return Amount(at, share.end, share.low, share.high, unit, share.more, 0, share, share.is_doubtful)


def _parted(text: str, bottom: Numeral) -> Amount | None:
    """Return X分之Y, whose X is read."""
    top = read(text, bottom.end + len(_OF))
    if top is None or top.is_string or not bottom.low or bottom.value is None or top.value is None:
        return None
    value = top.low / bottom.low
    return Amount(bottom.start, top.end, value, value, None, top.more, 0, bottom, top.is_doubtful)


def _simple_fraction(text: str, numeral: Numeral) -> Amount | None:
    """Return 1/3."""
    match = _FRACTION.match(text, numeral.start)
    if match is None or text[numeral.start - 1 : numeral.start] == "/":
        return None
    top, bottom = map(Decimal, match.groups())
    if not top < bottom <= _LARGEST_DENOMINATOR:
        return None
    return Amount(numeral.start, match.end(), top / bottom, top / bottom, None, numeral=numeral)


def _tenths(text: str, numeral: Numeral) -> Amount | None:
    """Return N成 as a percentage: 八成 is 80 %."""
    end = numeral.end + 1
    if text[end : end + 1] in NOT_TENTHS_BEFORE or numeral.high > 10 or numeral.is_bare:
        return None
    low, high, more = numeral.low * 10, numeral.high * 10, ""
    if text[end : end + 1] == "半":
        low, high, end = low + 5, high + 5, end + 1
    elif (ones := HAN_DIGITS.get(text[end : end + 1], 0)) and not text[end + 1 : end + 2].isalpha():
        low, high, end = low + ones, high + ones, end + 1  # 八成五
    elif text[end : end + 1] in MORE:
        more, end = text[end], end + 1
    return Amount(numeral.start, end, low, high, "%", more or numeral.more, 0, numeral)


def _elision_holds(text: str, end: int) -> bool:
    """Tell whether a Chinese digit after a scale belongs to it: 一万五人, and not 三百万五年内."""
    return text[end : end + 1] not in NOT_ELIDED_BEFORE and unit_end(text, end) > end


def _in_unit(text: str, numeral: Numeral) -> Amount:
    """Return a number with the unit after it, if there is one."""
    start, end, more = numeral.start, numeral.end, numeral.more
    low, high = numeral.low, numeral.high
    between = text[end : end + 2]
    if between in ("个多", "个半") and (unit := _unit_of_ge(text, end)):  # 3个多月, 1个半小时
        half = _HALF if between == "个半" else Decimal()
        more = more or ("多" if between == "个多" else "")
        last = end + 2 + len(unit.removeprefix("个"))
        return Amount(start, last, low + half, high + half, unit, more, numeral=numeral)
    if between[:1] == "+" and (last := unit_end(text, end + 1)) > end + 1:  # 8.6万+户
        return Amount(start, last, low, high, base_of(text[end + 1 : last]), "+", numeral.scale, numeral)
    last = unit_end(text, end)
    if last == end:
        return Amount(start, end, low, high, None, more, numeral.scale, numeral)
    unit = base_of(text[end:last])
    parts, last = _smaller(text, last, unit)
    if not parts and numeral.is_han:
        parts, last = _tenths_after(text, last, unit)
    if parts and unit in TOLD_IN_SMALLER:
        small, size = next(iter(SMALLER[unit].items()))
        low, high, unit = Decimal(round((low + parts) * size)), Decimal(round((high + parts) * size)), small
    elif parts:
        low, high, unit = low + parts, high + parts, WITH_SMALLER.get(unit, unit)
    following = text[last : last + 1]
    if following == "半" and unit in HALVED and text[last + 1 : last + 2] not in NOT_AFTER_HALF:
        low, high, last = low + _HALF, high + _HALF, last + 1
    elif following == "多" and unit in MORE_AFTER and text[last + 1 : last + 2] not in NOT_MORE_BEFORE:
        more, last = more or following, last + 1
    return Amount(start, last, low, high, unit, more, numeral.scale, numeral)


def _tenths_after(text: str, at: int, unit: str) -> tuple[Decimal, int]:
    """Return what a Chinese digit right after a unit adds, and where it ends: 三米九."""
    digit = HAN_DIGITS.get(text[at : at + 1], 0)
    following = text[at + 1 : at + 2]
    if unit not in WITH_TENTHS or digit < 3 or following.isalnum():
        return Decimal(), at
    return Decimal(digit).scaleb(-1), at + 1


def _unit_of_ge(text: str, at: int) -> str:
    """Return the unit that 多 or 半 stands in the middle of: 个月 in 个多月, 小时 in 个半小时.

    It is empty where there is none.
    """
    unit = f"个{text[at + 2 : at + 6]}"
    unit = unit[: unit_end(unit, 0)]
    if len(unit) == 1:
        return ""  # 3个半成品
    return unit if unit[1:] == "月" or unit_end(unit, 1) == 1 else unit[1:]


def _smaller(text: str, at: int, unit: str) -> tuple[Decimal, int]:
    """Return what the smaller units after an amount add, and where they end: 元1角1分."""
    total, last = Decimal(), 1
    while unit in SMALLER:
        place = at + (text[at : at + 1] in _AND_SMALLER)
        numeral = read(text, place, elided=False)
        if numeral is None or numeral.is_doubtful or numeral.value is None:
            break
        found = next((small for small in SMALLER[unit] if text.startswith(small, numeral.end)), None)
        if found is None or not SMALLER[unit][found] > last or numeral.low >= SMALLER[unit][found]:
            break
        last = SMALLER[unit][found]
        total += numeral.low / last
        at = numeral.end + len(found)
    return total, at
