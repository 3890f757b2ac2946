"""Periods in EDTF (ISO 8601-2), as far as letters need them: a date, or an interval of two.

`2016`, `2017-01`, `2017-06-06`, `2015/2019`, `2012/..` (since 2012), `../2020` (until 2020).
"""

import re

_DATE = r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?"
_PERIOD = re.compile(rf"(?P<start>{_DATE}|\.\.)(?:/(?P<end>{_DATE}|\.\.))?", re.ASCII)

EARLIEST, LATEST = "0000-01-01", "9999-12-31"


def span(period: str) -> tuple[str, str]:
    """Return the first and the last day of a period, as ISO dates that compare as strings.

    Raises ValueError when it is not a period, or ends before it starts.
    """
    match = _PERIOD.fullmatch(period)
    if match is None or period in ("..", "../.."):
        raise ValueError(period)
    start, end = match["start"], match["end"] or match["start"]
    first = EARLIEST if start == ".." else start + EARLIEST[len(start) :]
    last = LATEST if end == ".." else end + "9999-12-31"[len(end) :]
    if first > last:
        raise ValueError(period)
    return first, last


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
