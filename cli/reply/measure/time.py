"""When: the times that a text names, as periods in EDTF; relative ones against the letter's date."""

import datetime
import re
from bisect import bisect_left
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

from reply.measure.date import Date, is_expected
from reply.measure.expression import Expression, expressions
from reply.measure.limit import is_compared, is_origin, limited
from reply.measure.period import adjoin, interval, iso, span
from reply.measure.reach import Time
from reply.model import Basis
from reply.sentences import Span

Stretch: TypeAlias = tuple[str, str]
"""The first and the last date of a range, in ISO 8601."""

_STATED: Basis = "stated"
MOST_SHARES = 31
"""Years of a range that may be shared out."""
_ATTRIBUTE = re.compile(r"[^,;。:]{1,12}?的")
_MONTHS_OF_YEAR = 12
_MONTH_LENGTH = len("2017-06")


def times(
    text: str, sentence: Span, written: str | None, said: Sequence[Expression] | None = None
) -> list[Time]:
    """Return the times that a sentence of a text in half width, its numbers closed up, names, in order.

    `written` is the date of the letter; without it relative times have no period. `said` is what the whole
    text says, where it was read before.
    """
    if said is None:
        here = list(expressions(text, *sentence))
    else:
        here = list(said[bisect_left(said, (sentence[0],)) : bisect_left(said, (sentence[1],))])
    if not here:
        return []
    found: list[Time] = []
    before: str | None = None  # the period of the time before: 2018年建成5所,其中9月建成2所
    for expression in here:
        time = _time(text, expression, before, written)
        if time.period and is_compared(text, time.start, time.end):
            time = time._replace(compared=True)
        elif time.period and not is_origin(text, time.start, time.end):
            before = time.period
        found.append(time)
    return limited(text, sentence[1], found, written)


def spans_of_times(said: Iterable[Expression]) -> Iterator[Span]:
    """Yield the stretches of what a text says whose numbers are those of times, and count nothing."""
    for expression in said:
        if expression.kind not in ("none", "destroyed"):
            yield expression.start, expression.end


def _time(text: str, said: Expression, before: str | None, written: str | None) -> Time:
    """Return a time as it is known of itself."""
    start, end = said.start, said.end
    if said.kind == "elapsed":
        return Time(start, end, _elapsed(said, written), "resolved")
    if said.kind != "dates":
        return Time(start, end, None, "stated", compared=said.kind == "again")
    first = said.dates[0][1]
    if len(said.dates) == 1 and first.origin == "stated":
        only = _in_year(first, first.year, 0)
        known, basis = [only] if only else [], _STATED
    else:
        calendar = _Calendar(text, said, before, written)
        items = [calendar.stretch(item) for item in _items(said)]
        known, basis = [item for item in items if item] if None not in items else [], calendar.basis
    if not known:
        return Time(start, end, None, basis)
    return Time(start, end, _period(text, said, known), basis, each=_each(said, known))


def _items(said: Expression) -> Iterator[list[Date]]:
    """Yield the dates of each item of a list: one, or those of a range."""
    item: list[Date] = []
    for mark, date in said.dates:
        if mark == "and" and item:
            yield item
            item = []
        item.append(date)
    yield item


class _Calendar:
    """Says which days dates are, one after the other; what one leaves out, the one before it says."""

    def __init__(self, text: str, said: Expression, before: str | None, written: str | None) -> None:
        self._written = written
        self._text, self._said = text, said
        self._before = before
        self._year, self._month = _single(before)
        self._begun = False
        self.basis: Basis = "stated"

    def stretch(self, dates: list[Date]) -> Stretch | None:
        """Return what a range reaches over; None when that cannot be known."""
        found = [self._stretch(date) for date in dates]
        known = [stretch for stretch in found if stretch]
        if len(known) < len(found) or interval(known[0][0], known[-1][1]) is None:
            return None
        return known[0][0], known[-1][1]

    def _stretch(self, date: Date) -> Stretch | None:
        year = self._year_of(date)
        self._begun = True
        if year is None or not datetime.MINYEAR <= year <= datetime.MAXYEAR:
            return None
        self._year = year
        if date.months:
            return self._counted(date, year)
        self._month = date.last[0] or self._month
        return _in_year(date, year, self._month)

    def _year_of(self, date: Date) -> int | None:
        """Return the year of a date, and note what that rests on."""
        if date.origin == "stated":
            return date.year
        if date.origin == "left out" and self._begun:
            return self._year
        if date.origin != "letter" and self._year is not None and not self._goes_back(date):
            if not self._begun:
                self._rest_on("resolved" if date.origin == "either" else "carried")
            return self._year + date.year
        if date.origin == "sentence":
            return None
        self._rest_on("resolved")
        if self._written is None:
            return None
        here = int(self._written[:4])
        if date.origin != "left out":
            return here + date.year
        return (
            self._latest(here, self._written)
            if self._before and self._year is None
            else here - self._is_of_year_before(self._written)
        )

    def _goes_back(self, date: Date) -> bool:
        """Tell whether a month up to which is told lies before the time before: 去年11月动工,截至5月底."""
        if date.origin != "left out" or not self._said.until or self._written is None or self._before is None:
            return False
        return f"{self._year:04}-{self._last_month():02}" < span(self._before)[0][:_MONTH_LENGTH]

    def _latest(self, here: int, written: str) -> int | None:
        """Return the year of the latest such month up to the letter, if the several years before have it."""
        year = here - (self._last_month() > int(written[5:7]))
        first, last = span(self._before or "")
        return year if first[:4] <= f"{year:04}" <= last[:4] else None

    def _rest_on(self, basis: Basis) -> None:
        if self.basis != "resolved":
            self.basis = basis

    def _is_of_year_before(self, written: str) -> bool:
        """Tell whether months without a year are later than the letter, and not expected: 截至11月底."""
        said = self._said
        if not (said.until or len(said.dates) > 1) or said.effect == "before":
            return False
        if self._last_month() <= int(written[5:7]):
            return False
        return not is_expected(self._text, said.start)

    def _last_month(self) -> int:
        """Return the last month that is said; 0 for none."""
        return next((date.last[0] for _, date in reversed(self._said.dates) if date.last[0]), 0)

    def _counted(self, date: Date, year: int) -> Stretch | None:
        """Return months or a quarter counted from the letter's or from those of the time before."""
        month = self._month if date.origin == "sentence" else self._written and int(self._written[5:7])
        if not month:
            return None
        at = year * _MONTHS_OF_YEAR + month - 1
        at += date.shift * date.months - (at % date.months)
        first, last = divmod(at, _MONTHS_OF_YEAR), divmod(at + date.months - 1, _MONTHS_OF_YEAR)
        if first[0] < datetime.MINYEAR or last[0] > datetime.MAXYEAR:
            return None
        self._year, self._month = last[0], last[1] + 1
        if date.first[1]:
            return _days(first[0], date, first[1] + 1, first[1] + 1)
        return iso(first[0], first[1] + 1), iso(last[0], last[1] + 1)


def _in_year(date: Date, year: int, month: int) -> Stretch | None:
    """Return which days of a year a date is; of a month if it does not say its own."""
    if date.last_year:
        return iso(year), iso(date.last_year)
    (first, day), last = date.first, date.last[0]
    if not first and not day:
        return iso(year), iso(year)
    first, last = first or month, last or month
    if not first:
        return None
    return _days(year, date, first, last)


def _days(year: int, date: Date, first: int, last: int) -> Stretch:
    """Return the months or days of a date in a year; the last ten days of a month end with it."""
    day = date.last[1]
    if date.first[1] != day:
        day = min(day, monthrange(year, last)[1])
    return iso(year, first, date.first[1]), iso(year, last, day)


def _single(period: str | None) -> tuple[int | None, int]:
    """Return the year, and the month or 0, that a period lies in; no year for one of more years."""
    if period is None:
        return None, 0
    first, _, last = period.partition("/")
    last = last or first
    if not first[:4].isdecimal() or last[:4] != first[:4]:
        return None, 0
    month = int(first[5:7]) if len(first) >= _MONTH_LENGTH and last[5:7] == first[5:7] else 0
    return int(first[:4]), month


def _elapsed(said: Expression, written: str | None) -> str | None:
    """Return the years or months up to the letter's, or from there on."""
    if written is None:
        return None
    if said.days:
        here = datetime.date.fromisoformat(written).toordinal()
        first, last = sorted((here, here + said.days))
        if first < 1 or last > datetime.date.max.toordinal():
            return None
        return f"{datetime.date.fromordinal(first)}/{datetime.date.fromordinal(last)}"
    here = int(written[:4]) * _MONTHS_OF_YEAR + int(written[5:7]) - 1
    first, last = sorted((here, here + said.months))
    years = [divmod(month, _MONTHS_OF_YEAR) for month in (first, last)]
    start, end = (iso(year, 0 if said.in_years else month + 1) for year, month in years)
    return (
        interval(start, end) if years[0][0] >= datetime.MINYEAR and years[1][0] <= datetime.MAXYEAR else None
    )


def _period(text: str, said: Expression, items: list[Stretch]) -> str | None:
    """Return the period of all items of a list, and of what the word after them makes of it."""
    items = sorted(items)
    first, last = items[0][0], items[-1][1] if len(items) == 1 else max([item[1] for item in items])
    if said.years:
        return f"{first[:4]}/{int(first[:4]) + said.years - 1:04}"
    if said.effect == "since":
        return f"{first}/.."
    if said.effect == "before":
        return None if _ATTRIBUTE.match(text, said.end) else f"../{last}"
    if all(adjoin(one[1], other[0]) for one, other in pairwise(items)):
        return interval(first, last)
    return None


def _each(said: Expression, items: list[Stretch]) -> tuple[str, ...]:
    """Return the periods that may be shared out: those of a list, or the years of a range."""
    if said.effect != "same":
        return ()
    if len(items) > 1:
        return tuple([interval(*item) or item[0] for item in items])
    first, last = items[0]
    if len(first) == len(last) == len("2017") and int(first) < int(last) < int(first) + MOST_SHARES:
        return tuple([iso(year) for year in range(int(first), int(last) + 1)])
    return ()
