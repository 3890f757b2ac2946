"""Read one amount, or a range from one to another: 5-10万元, 十五年以上三十年以下, 10与20之间."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from reply.measure.amount import Amount, read_amount
from reply.measure.numeral import HAN_DIGITS
from reply.measure.unit import unit_end

RANGE = re.compile(r"(?:\(不?含\))?(?:-{1,2}|~{1,2}|至|到)")
"""What stands between the two ends of a range."""
BETWEEN = "之间"
AND = re.compile("[与和]")
"""What parts two ends before 之间: 10与20之间."""
PAUSED = re.compile("[一两二三四五六七八]、[三四五六七八九]")
"""Two digits that mean a few, with a mark between them: 两、三年."""
NEGATIVE = ("-", "负", "零下")
"""Signs before a number that is below zero."""
NEGATIVE_AFTER = re.compile(r"(?:^|[为是达到了长速幅率降增至在于和及:(,~、]|增长|下降|回落)$")
"""Words after which a hyphen is a sign."""
MAY_BE_NEGATIVE = frozenset(("%", "‰", "元", "℃", "度", "摄氏度", "°C", "个百分点", "倍"))
LARGE = 4
"""Powers of ten from which a number without a unit may be a part of a range."""
_PAUSES = (",", "、", "至", "到")


class Doubt(NamedTuple):
    """Digits of which nobody can tell which number they are."""

    start: int
    end: int


class Unread(NamedTuple):
    """Characters that are no amount, and no part of one."""

    end: int


class Ground(NamedTuple):
    """A text, and what is known of it before its amounts are read."""

    text: str
    taken: Sequence[int]
    """A mark for each character that is something else."""
    floor: int
    """Where the amount before ends."""
    is_whole: bool
    """Whether the text is known to be a quantity."""


class Span(NamedTuple):
    """One amount, or a range from one to another."""

    first: Amount
    last: Amount
    start: int
    end: int
    low: Decimal
    high: Decimal
    unit: str | None
    closing: tuple[str, ...] = ()
    """What ends a range that it also began: 以下 after 以上, 之间 after 与."""

    @property
    def is_range(self) -> bool:
        """Whether it has two ends."""
        return self.low != self.high or self.first is not self.last


def read_span(ground: Ground, at: int) -> Span | Doubt | Unread | None:
    """Read one amount, or a range; None where no number begins."""
    text = ground.text
    first = _paused(text, at) or read_amount(text, at)
    if first is None:
        return None
    if first.is_doubtful:
        end = unit_end(text, first.end)
        if end > first.end and (text[at].isascii() or text[at] in HAN_DIGITS):
            return Doubt(at, end)
        return Unread(first.end)
    if limits := _limits(text, first):
        return limits
    mark = RANGE.match(text, first.end)
    if mark and not ground.taken[mark.end()] and (last := _signed_amount(text, mark.end())):
        return _range(ground, first, last)
    mark = AND.match(text, first.end)
    if mark and (last := read_amount(text, mark.end())) and text.startswith(BETWEEN, last.end):
        return _range(ground, first, last, closing=(BETWEEN,))
    return Span(first, first, first.start, first.end, first.low, first.high, first.unit)


def _range(ground: Ground, first: Amount, last: Amount, closing: tuple[str, ...] = ()) -> Span | Doubt:
    """Return the range from one amount to another; the first amount alone where it is none."""
    text = ground.text
    alone = Span(first, first, first.start, first.end, first.low, first.high, first.unit)
    both = Doubt(first.start, last.end)
    unit = last.unit or first.unit
    if last.is_doubtful:
        return both
    if first.unit and last.unit and first.unit != last.unit and not last.unit.startswith(f"{first.unit}/"):
        return alone
    is_range = bool(closing) or ground.is_whole or bool(first.unit or last.unit) or last.scale >= LARGE
    if not is_range:
        return alone
    ends = _ends(is_negative(ground, first.start, unit), first, last)
    goes_on = RANGE.match(text, last.end)
    goes_on_in_digits = goes_on and text[goes_on.end() : goes_on.end() + 1].isdigit()
    if ends is None or goes_on_in_digits:
        return both
    return Span(first, last, first.start, last.end, *ends, unit, closing)


def _limits(text: str, first: Amount) -> Span | None:
    """Return 十五年以上三十年以下 as the range that it is."""
    if not first.unit or not text.startswith("以上", first.end):
        return None
    at = first.end + 2 + (text[first.end + 2 : first.end + 3] in _PAUSES)
    last = read_amount(text, at)
    if last is None or last.unit != first.unit or not text.startswith("以下", last.end):
        return None
    return Span(first, last, first.start, last.end, first.low, last.high, first.unit, ("以下",))


def sign_before(ground: Ground, at: int) -> str:
    """Return what may be a sign before a number; empty where nothing is."""
    text = ground.text
    if not at or ground.taken[at - 1] or text.endswith("--", 0, at):
        return ""
    return next((sign for sign in NEGATIVE if text.endswith(sign, ground.floor, at)), "")


def is_negative(ground: Ground, at: int, unit: str | None) -> bool | None:
    """Tell whether a number is below zero; None where a hyphen before it may be a sign or not."""
    sign = sign_before(ground, at)
    if not sign or unit not in MAY_BE_NEGATIVE:
        return False
    if sign != "-" or NEGATIVE_AFTER.search(ground.text, max(at - 3, 0), at - 1):
        return True
    return None


def _paused(text: str, at: int) -> Amount | None:
    """Return 两、三年 as the range that it is."""
    if not PAUSED.match(text, at):
        return None
    last = read_amount(text, at + 2)
    few = read_amount(text[at] + text[at + 2 :][:30], 0)
    if last is None or few is None or not last.unit or few.low == few.high or last.numeral is None:
        return None
    return last._replace(start=at, low=few.low, high=few.high)


def _signed_amount(text: str, at: int) -> Amount | None:
    """Return the amount that begins at a place, with its sign: 零下3℃."""
    sign = next((sign for sign in NEGATIVE if text.startswith(sign, at)), "")
    amount = read_amount(text, at + len(sign))
    return amount._replace(start=at, low=-amount.high, high=-amount.low) if amount and sign else amount


def _ends(is_negative: bool | None, first: Amount, last: Amount) -> tuple[Decimal, Decimal] | None:
    """Return both ends of a range; the first number shares the scale of the second where that makes sense.

    1.5-2万元 begins with 15000, 5000至1万元 with 5000.
    """
    if is_negative is not False:
        return (-first.high, last.high) if is_negative and -first.high < last.high else None
    if not first.unit and first.scale < LARGE:
        large = 8 if last.scale >= 8 else LARGE
        if last.is_tenths and not first.is_tenths:
            return first.low * 10, last.high  # 三至五成
        for power in (large,) if first.scale else (last.scale, large):
            if 0 < power <= last.scale and first.low.scaleb(power) <= last.high:
                return first.low.scaleb(power), last.high
    return (first.low, last.high) if first.low < last.high else None
