"""When: the times that a text names, as periods; relative ones against the letter's date."""

import re
import sys
from datetime import date
from typing import NamedTuple

from reply.model import Basis
from reply.pack.vocabulary import FIVE_YEAR_PLANS, NO_TIME, PARTS_OF_YEAR, RELATIVE_YEARS
from reply.sentences import Span

_YEAR = r"(?:19|20)\d{2}"
_MONTH = r"(?:1[0-2]|0?[1-9])"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_TO = r"(?:-{1,2}|~|至|到)"
_PLANS = "|".join(sorted(FIVE_YEAR_PLANS, key=len, reverse=True))
_RELATIVE = "|".join(RELATIVE_YEARS)
_PART = "|".join(sorted(PARTS_OF_YEAR, key=len, reverse=True))
_MONTHS = (
    rf"(?P<m>{_MONTH})(?:月(?:(?P<d>{_DAY})日)?)?{_TO}"
    rf"(?:(?P<y2>{_YEAR})年)?(?P<m2>{_MONTH})月(?!龄)(?:(?P<d2>{_DAY})日)?"
)
_MONTH_OR_DAY = rf"(?P<mo>{_MONTH})月(?!龄)(?:(?P<da>{_DAY})日)?"
_SINCE = "起(?!来|草|步)|以来|开始|以后|至今"
_BEFORE = "以前|之前|前(?![后往期列沿端景瞻置提])"
_WORDS = (*RELATIVE_YEARS, *FIVE_YEAR_PLANS, *NO_TIME, *PARTS_OF_YEAR)
_FIRST = '从自近截“"「' + "".join({word[0] for word in _WORDS})
_BARE = rf"(?={_PART}|\d{{1,2}}(?:{_TO}\d{{1,2}})?月)"
_TIME = re.compile(
    rf"(?=[{_FIRST}0-9])(?=[{_FIRST}]|(?<!\d)\d{{1,4}}[年月度至到~-])(?:"  # a look spares trying all kinds
    rf"(?P<run>[从自]今年起?连续(?P<years>\d{{1,2}})年)"
    rf"|[从自](?P<from>{_YEAR})年(?:(?P<fm>{_MONTH})月(?:{_DAY}日)?)?[^,;。:\d今去]{{0,15}}?以来"
    rf"|(?P<a>{_YEAR})年?(?:度)?{_TO}(?P<b>{_YEAR})(?:学|采暖|供暖|供热|榨)?[年季]度?"
    rf"|(?:(?P<y>{_YEAR})年度?|(?P<r>{_RELATIVE})的?|(?P<until>截[至止])?{_BARE})"
    rf"(?:(?P<part>{_PART})|前(?P<months>{_MONTH})个月|{_MONTHS}|{_MONTH_OR_DAY})?(?:份|底|末|初)?"
    rf"(?:(?P<since>{_SINCE})|(?P<before>{_BEFORE}))?"
    rf"|[“\"「]?(?P<plan>{_PLANS})(?:[”\"」]|(?=期间|时期|以来|末))(?P<planned>以来|末)?"
    rf"|(?P<none>近(?:[一二三四五六七八九十两几]|\d{{1,2}})年来?|{'|'.join(NO_TIME)}))"
)
_COMPARED_AFTER = re.compile(r"年?(?:同期|相比)")
_MULTIPLE_AFTER = re.compile(r"的\d[\d.]*倍")
_CHANGE = re.compile("(?:提高|提升|增加|增长|上升|扩大|降低|下降|减少|压缩|缩短|缩减|调整|升|降)(?:到|至|为)")
LONGEST_CHANGE = 40
"""Characters between what something was and what it became."""
_OTHER_YEAR = ("次年", "翌年", "每年", "历年", "当年", "其年", "来年")
"""Years before a month that cannot be known."""
_ATTRIBUTE = re.compile(r"[^,;。:]{1,12}?的")


class Time(NamedTuple):
    """A time that a text names; without a period it only ends the reach of earlier ones."""

    start: int
    end: int
    period: str | None
    basis: Basis
    reach: int = sys.maxsize
    """Where its reach ends: 由2015年的60%提高到75%."""
    compared: bool = False
    """It is what something is compared with, and no figure is of it: 比2016年增长5%."""


def times(text: str, sentence: Span, written: str | None) -> list[Time]:
    """Return the times that a sentence of a text in half width, its numbers closed up, names, in order.

    `written` is the date of the letter; without it relative times have no period.
    """
    found: list[Time] = []
    year: str | None = None  # of the time before: 2018年建成5所,其中9月建成2所
    for match in _TIME.finditer(text, *sentence):
        said = _period(match, year, written)
        if said is None:
            continue
        compared = _is_compared(text, *match.span())
        found.append(Time(match.start(), match.end(), *said, _reach(text, *match.span()), compared))
        if not compared:
            year = _single_year(said[0])
    return found


def _reach(text: str, start: int, end: int) -> int:
    """Return where a time ends that says what something was before it changed."""
    if text[max(start - 1, 0) : start] in ("由", "从", "從") and "的" in text[end - 1 : end + 1]:
        change = _CHANGE.search(text, end, end + LONGEST_CHANGE)
        if change:
            return change.start()
    return sys.maxsize


def _is_compared(text: str, start: int, end: int) -> bool:
    """Tell whether something is compared with a time: 比2016年, 与去年同期相比, 是2016年的1.8倍."""
    if _MULTIPLE_AFTER.match(text, end):
        return True
    before = text[max(start - 1, 0) : start]
    if before in ("与", "同", "和"):
        return _COMPARED_AFTER.match(text, end) is not None
    return before in ("比", "较", "較")


def _single_year(period: str | None) -> str | None:
    """Return the year that a period lies in; "" for one of more years, None for none."""
    if period is None:
        return None
    first, _, last = period.partition("/")
    return first[:4] if last[:4] in ("", first[:4]) else ""


def _period(match: re.Match[str], year: str | None, written: str | None) -> tuple[str | None, Basis] | None:
    """Return the period that was named and what it rests on; None when it cannot be known to be a time."""
    if match["none"]:
        return None, "stated"
    if match["run"]:
        if written is None:
            return None, "resolved"
        return f"{written[:4]}/{int(written[:4]) + int(match['years']) - 1}", "resolved"
    if match["from"]:
        return f"{_joined(match['from'], match['fm'])}/..", "stated"
    if match["a"]:
        return (f"{match['a']}/{match['b']}" if match["a"] <= match["b"] else None), "stated"
    if match["plan"]:
        return _plan(match), "stated"
    if match["y"]:
        return _within(match, match["y"]), "stated"
    if match["r"]:
        # 2021年新建5所,比上年多2所: of the year in the sentence, not of the letter's.
        base = year if year and match["r"] in ("上年", "上一年", "前一年") else written and written[:4]
        if not base:
            return None, "resolved"
        return _within(match, str(int(base) + RELATIVE_YEARS[match["r"]])), "resolved"
    if year == "" or match.string.endswith(_OTHER_YEAR, 0, match.start()):
        return None
    if year:
        return _within(match, year), "carried"
    return (_within(match, _year_of(match, written)) if written else None), "resolved"


def _plan(match: re.Match[str]) -> str:
    first = FIVE_YEAR_PLANS[match["plan"]]
    if match["planned"] == "末":
        return str(first + 4)
    return f"{first}/{'..' if match['planned'] else first + 4}"


def _year_of(match: re.Match[str], written: str) -> str:
    """Return the year of months without one: the letter's, or the one before if they are later."""
    last = match["m2"] or (match["mo"] if match["until"] else None)
    return str(int(written[:4]) - (last is not None and int(last) > int(written[5:7])))


def _within(match: re.Match[str], year: str) -> str | None:
    """Return the period of a year, or of the part of it that was named."""
    if match["part"]:
        first, last = PARTS_OF_YEAR[match["part"]]
        return f"{year}-{first:02}/{year}-{last:02}"
    if match["months"]:
        return f"{year}-01/{year}-{int(match['months']):02}"
    if match["m2"]:
        start = _joined(year, match["m"], match["d"])
        end = _joined(match["y2"] or year, match["m2"], match["d2"])
        return f"{start}/{end}" if start[:7] < end[:7] or (start < end and len(start) == len(end)) else start
    start = _joined(year, match["mo"], match["da"])
    if match["since"]:
        return f"{start}/.."
    if match["before"]:
        return None if _ATTRIBUTE.match(match.string, match.end()) else f"../{start}"
    return start


def _joined(year: str, month: str | None, day: str | None = None) -> str:
    """Return a date in ISO 8601, as far as it is a date."""
    if not month:
        return year
    iso = f"{year}-{int(month):02}"
    return f"{iso}-{int(day):02}" if day and is_date(f"{iso}-{int(day):02}") else iso


def is_date(iso: str) -> bool:
    """Tell whether there is such a day."""
    try:
        date.fromisoformat(iso)
    except ValueError:
        return False
    return True
