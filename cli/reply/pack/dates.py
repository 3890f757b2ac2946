"""When: the letter's own date, and the times that figures are of."""

import re
from datetime import date
from typing import NamedTuple

from reply.lookup.numerals import whole_number
from reply.model import Basis
from reply.pack.vocabulary import FIVE_YEAR_PLANS, NO_TIME, RELATIVE_YEARS

_ZEROS = str.maketrans("OoＯｏ0０○零", "〇〇〇〇〇〇〇〇")
_CHINESE_DATE = re.compile(
    r"([〇一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日"
)
_DATE = re.compile(r"([12]\d{3})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")

_YEAR = r"(?:19|20)\d{2}"
_MONTH = r"(?:1[0-2]|0?[1-9])"
_TO = r"(?:-{1,2}|~|至|到)"
_RELATIVE = "|".join(RELATIVE_YEARS)
_FIRST = "".join({word[0] for word in [*RELATIVE_YEARS, *FIVE_YEAR_PLANS, *NO_TIME]})
_TIME = re.compile(
    rf"(?=[12从自“\"「{_FIRST}])(?:"  # one look at a character spares trying every kind of time
    rf"(?P<run>[从自]今年起?连续(?P<years>\d{{1,2}})年)"
    rf"|(?P<a>{_YEAR})年?(?:度)?{_TO}(?P<b>{_YEAR})(?:学?年度?|年)"
    rf"|(?P<y>{_YEAR})年(?:度)?(?:(?P<m>{_MONTH})(?:{_TO}(?P<n>{_MONTH}))?月(?:(?P<d>\d{{1,2}})日)?)?(?:份|底|末|初)?"
    rf"(?P<since>起|以来|开始|以后)?"
    rf"|(?P<r>{_RELATIVE})(?:(?P<rm>{_MONTH})(?:{_TO}(?P<rn>{_MONTH}))?月(?:份|底|末|初)?)?(?P<rsince>起|以来|开始)?"
    rf"|[“\"「]?(?P<plan>{'|'.join(sorted(FIVE_YEAR_PLANS, key=len, reverse=True))})[”\"」]"
    rf"|(?P<none>{'|'.join(NO_TIME)}))"
)


class Time(NamedTuple):
    """A time that a sentence names; without a period it only ends the reach of earlier ones."""

    start: int
    end: int
    period: str | None
    basis: Basis


def own_date(line: str) -> str | None:
    """Return the date that a line in half width is, in ISO 8601: 2017年6月6日, 二〇一七年六月六日."""
    line = line.strip()
    if not line.endswith("日"):
        return None
    if match := _DATE.fullmatch(line):
        return _iso(*map(int, match.groups()))
    if match := _CHINESE_DATE.fullmatch("".join(line.split()).translate(_ZEROS)):
        numbers = [whole_number(part) for part in match.groups()]
        return _iso(*[number for number in numbers if number is not None])
    return None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def times(text: str, letter_year: int | None) -> list[Time]:
    """Return the times that a text names, in order; relative ones are resolved against the letter's year."""
    found = []
    for match in _TIME.finditer(text):
        period, basis = _period(match, letter_year)
        found.append(Time(match.start(), match.end(), period, basis))
    return found


def _period(match: re.Match[str], letter_year: int | None) -> tuple[str | None, Basis]:
    if match["none"]:
        return None, "stated"
    if match["run"] or match["r"]:
        if letter_year is None:
            return None, "resolved"
        if match["run"]:
            return f"{letter_year}/{letter_year + int(match['years']) - 1}", "resolved"
        year = str(letter_year + RELATIVE_YEARS[match["r"]])
        return _with_months(year, match["rm"], match["rn"], None, bool(match["rsince"])), "resolved"
    if match["a"]:
        return (f"{match['a']}/{match['b']}" if match["a"] <= match["b"] else None), "stated"
    if match["plan"]:
        first = FIVE_YEAR_PLANS[match["plan"]]
        return f"{first}/{first + 4}", "stated"
    return _with_months(match["y"], match["m"], match["n"], match["d"], bool(match["since"])), "stated"


def _with_months(year: str, month: str | None, to: str | None, day: str | None, since: bool) -> str:
    start = year
    if month:
        start = f"{year}-{int(month):02}"
        if to and int(to) > int(month):
            return f"{start}/{year}-{int(to):02}"
        if day and _iso(int(year), int(month), int(day)):
            start = f"{start}-{int(day):02}"
    return f"{start}/.." if since else start
