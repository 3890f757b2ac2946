"""Read the quantities of a text: one amount, a range or a list of them, with what qualifies them.

The store checks every figure against its own words with `parse_quantity`, so a slip of the hand in the data
cannot become a wrong number; packing finds figures with `quantities`.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import localcontext
from typing import NamedTuple

from reply.measure import han, qualifier
from reply.measure.amount import AND_MORE
from reply.measure.numeral import EXACT, HAN_DIGITS, SCALES, STARTS, as_number, read
from reply.measure.reading import closed_up, half_width
from reply.measure.span import (
    BETWEEN,
    LARGE,
    Doubt,
    Ground,
    Span,
    Unread,
    is_negative,
    read_span,
    sign_before,
)  # fmt: skip
from reply.measure.unit import CURRENCIES, SHARES, unit_end
from reply.measure.value import Quantity, limits
from reply.model import Bound
from reply.script import in_simplified

LIST = re.compile("、|以及|或者|[和与及或]")
"""What stands between numbers that share the unit of the last."""
TIMES = re.compile(r"[×xX*]")
"""What stands between measures of one thing: 0.9×0.7米."""
COUNT_BEFORE = ("人口", "数量", "总计", "共计", "合计", "数为", "数达", "人口为", "人口达", "达到", "数")
"""Words after which a number without a unit is a count."""
VALUE_BEFORE = frozenset("为达到至是于值率度比占:")
"""Characters after which a number with a point is a value though it has no unit: 达到0.85."""
NAME_AFTER = frozenset("号第月的和与及至到是为在等版代章-+·#℡")
"""Characters after a number without a unit that make it a name or an ordinal."""
LONGEST_LIST = 1000
"""Numbers that share one unit; what has more is a table that lost its form."""


class Found(NamedTuple):
    """A quantity in a text."""

    start: int
    end: int
    quantity: Quantity
    number_start: int
    """Where the number begins, after the qualifier."""


_MAY_BEGIN = re.compile(f"[{STARTS}半翻]")
_REST = re.compile(r"[.,]{2,}[0-9]+(?:[,.][0-9]+)*")
"""What is left of a number after marks that lost the digits between them."""
_LETTER_IN_DIGITS = re.compile("[0-9][A-Za-z]")
_IN_NUMBER = re.compile("[0-9A-Za-z,.]|[廿卅卌]")
_LATIN_OR_DIGIT = re.compile("[0-9A-Za-z]")
_IN_HAN = frozenset([*HAN_DIGITS, *SCALES, *"廿卅卌"])
_CURRENCY_ENDS = frozenset(word[-1] for word in CURRENCIES)


def quantities(text: str, taken: Sequence[int]) -> Iterator[Found | Doubt]:
    """Yield the quantities of a text in the form that `reading` gives it, and the digits that are in doubt.

    What is `taken` by something else, a mark for each character, is left out. Nothing overlaps.
    """
    position = floor = 0
    for match in _MAY_BEGIN.finditer(text):
        start = match.start()
        if start < position or taken[start]:
            continue
        group = _Group(text, taken, start, floor)
        for item in group.items():
            yield item
            floor = item.end
        position = max(position, group.end)


def parse_quantity(text: str) -> Quantity | None:
    """Read a quantity that is the whole of `text`, in any width and script; None when it is not one."""
    written = closed_up(half_width(text)).text
    plain = in_simplified(written)
    with localcontext(EXACT):
        quantity = _whole(plain)
    return quantity and _in_script(quantity, plain, written)


def _whole(plain: str) -> Quantity | None:
    taken = bytes(len(plain) + 1)
    for match in _MAY_BEGIN.finditer(plain, 0, _LONGEST_LEAD):
        group = _Group(plain, taken, match.start(), 0, is_whole=True)
        for found in group.items():
            if isinstance(found, Found) and (found.start, found.end) == (0, len(plain)):
                return found.quantity
    return None


_LONGEST_LEAD = 40
"""Characters before the number of a quantity."""


def _in_script(quantity: Quantity, plain: str, written: str) -> Quantity:
    """Return a quantity with its unit in the script in which it is written."""
    if not quantity.unit or plain == written:
        return quantity
    at = plain.rfind(quantity.unit)
    return quantity if at < 0 else quantity._replace(unit=written[at : at + len(quantity.unit)])


class _Group:
    """The amounts that begin at a place and share a unit: one, or a list."""

    def __init__(
        self, text: str, taken: Sequence[int], start: int, floor: int, *, is_whole: bool = False
    ) -> None:
        self._ground = Ground(text, taken, floor, is_whole)
        self._text, self._taken, self._floor, self._is_whole = self._ground
        self._start = start
        self.end = start
        """How far the text has been read."""

    def items(self) -> Iterator[Found | Doubt]:
        """Yield the quantities, or what is in doubt."""
        spans = self._spans()
        if isinstance(spans, Doubt):
            self.end = spans.end
            yield spans
            return
        if not spans:
            self._skip_numeral()
            return
        if cut := self._cut(spans):
            self.end = cut.end
            yield cut
            return
        yield from self._qualified(spans)

    def _spans(self) -> list[Span] | Doubt:
        """Read on as long as numbers without a unit follow each other in a list."""
        text = self._text
        spans: list[Span] = []
        at = self._start
        while len(spans) < LONGEST_LIST:
            span = read_span(self._ground, at)
            if isinstance(span, Doubt):
                return span if not spans else []
            if isinstance(span, Unread):
                self.end = span.end
            if span is None or isinstance(span, Unread):
                break
            spans.append(span)
            if span.first.is_han != spans[0].first.is_han:
                return spans[:-1]
            mark = None if span.unit else (LIST.match(text, span.end) or TIMES.match(text, span.end))
            if mark is None or self._taken[mark.end()]:
                break
            at = mark.end()
        self.end = spans[-1].end if spans and len(spans) > 1 else self.end
        if not spans:
            return []
        unit = spans[-1].unit
        if len(spans) > 1 and unit is None:
            return [] if not self._is_whole else spans[:1]
        return [_sharing(span, spans[-1]) for span in spans] if len(spans) > 1 else spans

    def _skip_numeral(self) -> None:
        """Go past a Chinese numeral that counts nothing, so that no part of it is read."""
        if not self._text[self._start].isascii() and (numeral := read(self._text, self._start)):
            self.end = max(self.end, numeral.end)

    def _cut(self, spans: Sequence[Span]) -> Doubt | None:
        """Return a number that lost its beginning or its end: .5, 廿二, 3O0万元, 3..6亩."""
        text, first, last = self._text, spans[0], spans[-1]
        if not last.unit and (rest := _REST.match(text, last.end)):
            end = unit_end(text, rest.end())
            return Doubt(first.start, end) if end > rest.end() else None
        if not (last.unit or last.last.scale >= LARGE) or not self._goes_on_before(first.start):
            return None
        start = first.start
        while start > self._floor and _IN_NUMBER.match(text[start - 1]):
            start -= 1
        return Doubt(start, last.end)

    def _goes_on_before(self, start: int) -> bool:
        """Tell whether what stands before a number may be the beginning of it."""
        text = self._text
        before = text[start - 1] if start else ""
        if not text[start].isascii():
            return before in _IN_HAN or (before.isdigit() and not self._taken[start - 1])
        is_after_letter = start > 1 and _LETTER_IN_DIGITS.match(text, start - 2) is not None
        return before == "." or before.isdigit() or is_after_letter

    def _qualified(self, spans: Sequence[Span]) -> Iterator[Found | Doubt]:
        """Yield the amounts of a list with what qualifies them."""
        first, last = spans[0], spans[-1]
        sign, start, money = self._lead(first)
        unit = money or last.unit
        word, start, before = self._before(first, start, unit)
        after_word, end, after = self._after(last, unit)
        if not self._is_whole and not self._counts(spans, word, after_word, money):
            self.end = last.end if first.first.is_han else self.end
            return
        self.end = end
        if sign is None:
            yield Doubt(start, last.end)
            return
        for span in spans:
            more = AND_MORE.get(span.last.more) or AND_MORE.get(span.first.more)
            bound = after or (before if before != "about" else None) or more or before
            quantity = _quantity(span, sign if not span.is_range else 1, unit, bound)
            is_first, is_last = span is first, span is last
            yield Found(start if is_first else span.start, end if is_last else span.end, quantity, span.start)

    def _lead(self, span: Span) -> tuple[int | None, int, str | None]:
        """Return the sign of a number, where what leads to it begins, and the currency there.

        The sign is None where a hyphen may be one or not.
        """
        text, at = self._text, span.start
        sign = sign_before(self._ground, at)
        if sign:
            negative = is_negative(self._ground, at, span.unit)
            if negative:
                return -1, at - len(sign), None
            return (None if negative is None else 1), at, None
        if text[at - 1 : at] in _CURRENCY_ENDS:
            for word, unit in CURRENCIES.items():
                if text.endswith(word, self._floor, at) and span.unit in (None, "元", unit):
                    return 1, at - len(word), unit
        return 1, at, None

    def _before(self, span: Span, start: int, unit: str | None) -> tuple[str, int, Bound | None]:
        """Return the qualifier before an amount, where it begins, and what it makes of the number."""
        text, floor = self._text, self._floor
        is_bare = span.first.numeral is not None and span.first.numeral.is_bare
        head = text[max(floor, start - qualifier.LONGEST - 2) : start]
        word = qualifier.before(head, len(head), is_bare=is_bare)
        if word:
            return word, start - len(word), qualifier.bound_before(word)
        if (unit in SHARES or unit == "倍") and (limit := qualifier.limit_of_share(text, floor, start)) >= 0:
            bound = next(b for w, b in qualifier.BY_LENGTH if text.startswith(w, limit))
            return "的", limit, bound
        return "", start, qualifier.from_afar(text, floor, start)

    def _after(self, span: Span, unit: str | None) -> tuple[str, int, Bound | None]:
        """Return the qualifier after an amount, where it ends, and what it makes of the number."""
        end = span.end
        tail = self._text[end : end + qualifier.LONGEST + 4]
        if span.first is not span.last and tail.startswith(span.closing):
            return tail[:2], end + 2, None
        word = qualifier.after(tail, 0, unit or "")
        return word, end + len(word), qualifier.AFTER.get(word)

    def _counts(self, spans: Sequence[Span], before: str, after: str, money: str | None) -> bool:
        """Tell whether the numbers count something."""
        text, first, last = self._text, spans[0], spans[-1]
        if money:
            return True
        if first.first.is_han:
            is_one = len(spans) == 1 and not last.is_range
            return han.counts(text, first.start, last.last, before, after, is_one=is_one)
        if last.unit or last.last.scale >= LARGE:
            return True
        if last.last.is_fraction:
            return not self._goes_on_before(first.start)
        following = text[last.end : last.end + 1]
        if self._floor == first.start > 0 and following in "的,;。、)":
            return True  # 776户3270的: the page lost the unit
        if following in NAME_AFTER or _LATIN_OR_DIGIT.match(following):
            return False
        if before or after == BETWEEN:
            return True
        if "." in text[last.start : last.end] and text[first.start - 1 : first.start] in VALUE_BEFORE:
            return True
        return not following.isalpha() and text.endswith(COUNT_BEFORE, 0, first.start)


def _sharing(span: Span, last: Span) -> Span:
    """Return an amount of a list with the unit, and the scale, of the last."""
    if span is last:
        return span
    low, high = span.low, span.high
    power = last.last.scale
    if power and not span.first.scale and low.scaleb(power) <= 100 * last.high:
        low, high = low.scaleb(power), high.scaleb(power)
    return span._replace(low=low, high=high, unit=last.unit)


def _quantity(span: Span, sign: int, unit: str | None, bound: Bound | None) -> Quantity:
    low, high = sorted((as_number(span.low * sign), as_number(span.high * sign)))
    if span.is_range:
        return Quantity(None, low, high, unit, "range")
    bound = bound or "exact"
    return Quantity(low, *limits(low, bound), unit, bound)
