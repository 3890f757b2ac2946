"""Periods in EDTF (ISO 8601-2), as far as letters need them: a date, or an interval of two.

`2016`, `2017-01`, `2017-06-06`, `2015/2019`, `2012/..` (since 2012), `../2020` (until 2020).
"""

from calendar import monthrange
from datetime import date

EARLIEST, LATEST = "0001-01-01", "9999-12-31"
OPEN = ".."


def span(period: str) -> tuple[str, str]:
    """Return the first and the last day of a period, as ISO dates that compare as strings.

    The last day of a month is always the 31st: it is only there to be compared.

    Raises ValueError when it is not a period, or ends before it starts.
    """
    start, slash, end = period.partition("/")
    if period.count(OPEN) > 1 or (start == OPEN and not slash):
        raise ValueError(period)
    first = EARLIEST if start == OPEN else _date(start) + EARLIEST[len(start) :]
    last = end if slash else start
    last = LATEST if last == OPEN else _date(last) + LATEST[len(last) :]
    if first > last:
        raise ValueError(period)
    return first, last


def _date(text: str) -> str:
    """Return a year, a month or a day after a check; ValueError when it is none."""
    if not text.isascii() or len(text) not in (4, 7, 10):
        raise ValueError(text)
    date.fromisoformat(text + EARLIEST[len(text) :])
    return text


def overlaps(period: str, other: str, *, today: str | None = None) -> bool:
    """Tell whether two periods share a day.

    An open end reaches as far as `today`, the day of the letter: what a letter of 2017 says of the time
    "since 2012" says nothing of 2018.
    """
    first, last = span(period)
    other_first, other_last = span(other)
    if last == LATEST and today:
        last = today
    return first <= other_last and other_first <= last


def iso(year: int, month: int = 0, day: int = 0) -> str:
    """Return a date in ISO 8601 as far as there is one: the month where there is no such day."""
    if not month:
        return f"{year:04}"
    if not 0 < day <= monthrange(year, month)[1]:
        return f"{year:04}-{month:02}"
    return f"{year:04}-{month:02}-{day:02}"


def interval(first: str, last: str) -> str | None:
    """Return the period from one date to another; None when that is before it."""
    if first == last:
        return first
    return f"{first}/{last}" if first <= last or last.startswith(first) or first.startswith(last) else None


def adjoin(one: str, other: str) -> bool:
    """Tell whether no day lies between the end of a date and the beginning of another."""
    year, month = int(one[:4]), int(one[5:7] or 12)
    day = int(one[8:10] or monthrange(year, month)[1])
    end = date(year, month, day).toordinal()
    return date.fromisoformat(other + EARLIEST[len(other) :]).toordinal() <= end + 1
