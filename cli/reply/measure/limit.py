"""Where the reach of a time ends: at a change, an event, the next item, or what is so now."""

import re
import sys
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from reply.measure.date import any_of
from reply.measure.period import span
from reply.measure.reach import CHANGE, COMMA, COMMAS, LONGEST_CHANGE, LONGEST_CLAUSE, Time
from reply.measure.time_words import (
    ACTORS,
    ADVERBIALS,
    AT,
    CITED,
    CITING,
    COMPARED_AFTER,
    COMPARED_BEFORE,
    COMPARED_WITH,
    FOUNDED,
    LEADING,
    NAMED_IN,
    NOT_YET,
    OPENING,
    PERIODS_OF,
    REACHING,
    UNTIL,
    VISITS,
    WHO,
    WITH,
)

LONGEST_ASIDE = 40
"""Characters between a time and the bracket in which it stands."""
LONGEST_CITATION = 20
"""Characters between 根据 and a date."""
LONGEST_OPENING = 8
"""Characters before a time that opens its sentence: 全县2018年."""
_CLAUSE_END = re.compile(f";|{COMMA}")
_ADVERBIALS = re.compile(
    rf"(?:[^,;。\d]{{0,8}}(?:{any_of(PERIODS_OF)}))?,?(?:(?:{any_of(ADVERBIALS)})[^,;。]{{1,25}},){{0,8}}"
)
_COMPARED_WITH = re.compile(any_of(COMPARED_WITH))
_MULTIPLE = re.compile(r"的\d[\d.]*倍")
_SHARE = re.compile(r"(?:同期)?的(?:\d[\d.]*%|[一二三四五六七八九]成)")
_CITING = re.compile(rf"(?:{any_of(CITING)})[^,;。:]*\Z")
_CITED = re.compile(any_of(CITED))
_VISIT = re.compile(any_of(VISITS))
_NOT_YET = re.compile(any_of(NOT_YET))
_ITEM = re.compile(
    "(?:^|[。;,:\n])(?:[一二三四五六七八九十]是|[(]?[1-9一二三四五六七八九十][)]|[1-9][、.](?!\\d))"
)
_NAMED_IN = re.compile(any_of(NAMED_IN))
_ACTOR = re.compile(rf"(?:\A|{any_of(ACTORS)})(?:{any_of(LEADING)})*\Z")
_OPENING = re.compile(rf"(?:[^,;\d]{{0,5}},)?[^,;]{{0,{LONGEST_OPENING}}}\Z")


class _Stops(NamedTuple):
    """Where a sentence says how it is when the letter is written, and how it is to be."""

    now: list[int]
    planned: list[int]


def limited(text: str, end: int, times: Sequence[Time], written: str | None) -> list[Time]:
    """Return the times of a sentence that ends at `end`, each with where its clause and its reach end."""
    stops: _Stops | None = None
    found: list[Time] = []
    for time in times:
        if time.compared:
            found.append(time)
            continue
        if not (time.period or time.each):
            found.append(time._replace(reach=_change(text, time.start, time.end)))
            continue
        of_event = _is_of_event(text, time)
        clause = time.end if of_event and text.startswith(",", time.end) else _clause_end(text, time.end, end)
        stops = stops or _stops(text, clause, end)
        up_to = text.startswith(UNTIL, time.start) or text.endswith(UNTIL, 0, time.start)
        reach = min(
            _change(text, time.start, time.end),
            _citation(text, time, clause),
            _founding(text, time),
            _visit(text, time, clause),
            _bracket(text, time, end),
            _semicolon(text, time, end),
            _item(text, time, end),
            sys.maxsize if up_to else _first(stops.now, clause),
            _first(stops.planned, clause)
            if stops.planned and _is_past(time.period, written)
            else sys.maxsize,
        )
        found.append(time._replace(reach=reach, clause=clause, of_event=of_event))
    return found


def is_compared(text: str, start: int, end: int) -> bool:
    """Tell whether something is compared with a time: 比2016年, 与去年同期相比, 恢复到2019年的92.4%."""
    if text.endswith(COMPARED_BEFORE, 0, start) or text.startswith(COMPARED_AFTER, end):
        return True
    if text.endswith(WITH, 0, start) and _COMPARED_WITH.match(text, end):
        return True
    if text.endswith(REACHING, 0, start) and _SHARE.match(text, end):
        return True
    return text.startswith("的", end) and _MULTIPLE.match(text, end) is not None


def _clause_end(text: str, at: int, end: int) -> int:
    """Return where the clause of a time ends; a comma right after it only ends its adverbial."""
    last = min(end, at + LONGEST_CLAUSE)
    adverbials = _ADVERBIALS.match(text, at, last)
    comma = _CLAUSE_END.search(text, adverbials.end() if adverbials else at, last)
    return comma.start() if comma else last


def is_origin(text: str, start: int, end: int) -> bool:
    """Tell whether a time says when something was what it no longer is: 由2015年的60%."""
    return text[max(start - 1, 0) : start] in ("由", "从") and "的" in text[end - 1 : end + 1]


def _change(text: str, start: int, end: int) -> int:
    """Return where a time ends that says what something was before it changed."""
    if is_origin(text, start, end):
        change = CHANGE.search(text, end, end + LONGEST_CHANGE)
        if change:
            return change.start()
    return sys.maxsize


def _citation(text: str, time: Time, clause: int) -> int:
    """Return where the clause ends that cites a meeting or a document by its date."""
    if _CITING.search(text, max(time.start - LONGEST_CITATION, 0), time.start):
        comma = _CLAUSE_END.search(text, time.end, clause)
        last = comma.start() if comma else clause
        if _CITED.search(text, time.end, last):
            return time.end
    return sys.maxsize


def _founding(text: str, time: Time) -> int:
    """Return where a time ends that only names a thing by when it was founded: 建于上世纪七十年代的粮仓."""
    named = text.endswith(FOUNDED, 0, time.start) and text.startswith("的", time.end)
    return time.end if named else sys.maxsize


def _visit(text: str, time: Time, clause: int) -> int:
    """Return where the clause ends that says on which day people went and looked."""
    of_days = len(time.period or "") in (len("2017-06-06"), len("2017-06-06/2017-06-08"))
    return clause if of_days and _VISIT.search(text, time.end, clause) else sys.maxsize


def _bracket(text: str, time: Time, end: int) -> int:
    """Return where the brackets close in which a time stands: 1612公里(2016年普查)."""
    opened = text.rfind("(", max(time.start - LONGEST_ASIDE, 0), time.start)
    if opened < 0 or ")" in text[opened : time.start]:
        return sys.maxsize
    closed = text.find(")", time.end, min(end, time.end + LONGEST_ASIDE))
    return closed if closed >= 0 else sys.maxsize


def _semicolon(text: str, time: Time, end: int) -> int:
    """Return where the part of its sentence ends in which a time stands that does not open the sentence."""
    begin = max(time.start - LONGEST_CLAUSE, 0)
    begin = max(begin, *(text.rfind(mark, begin, time.start) + 1 for mark in "。:\n"))
    if text.startswith(",", time.end) or _OPENING.match(text[begin : time.start]):
        return sys.maxsize
    semicolon = text.find(";", time.end, min(end, time.end + LONGEST_CLAUSE))
    return semicolon if semicolon >= 0 else sys.maxsize


def _is_of_event(text: str, time: Time) -> bool:
    """Tell whether a time stands after what something happened to, and not at the head of its clause.

    Who did it may stand before it: 我局于2018年. With a comma after it, it is of what follows, unless
    于 stands before it: 建于2003年.
    """
    if text.startswith(",", time.end) and not text.endswith(AT, 0, time.start):
        return False
    begin = max(time.start - LONGEST_CLAUSE, 0)
    begin = max(begin, *(text.rfind(mark, begin, time.start) + 1 for mark in COMMAS + "(\n"))
    if _NAMED_IN.search(text, begin, time.start):
        return True
    return _ACTOR.search(text[begin : time.start]) is None


def _item(text: str, time: Time, end: int) -> int:
    """Return where the next item begins of a list in which a time stands: 一是2021年以来…;二是."""
    before = _ITEM.search(text, max(time.start - LONGEST_CLAUSE, 0), time.start)
    if before is None or "。" in text[before.start() + 1 : time.start]:
        return sys.maxsize
    following = _ITEM.search(text, time.end, min(end, time.end + LONGEST_CLAUSE))
    return following.start() if following else sys.maxsize


def _stops(text: str, start: int, end: int) -> _Stops:
    """Return where a sentence says how it is when the letter is written, and how it is to be."""
    stops = _Stops([], [])
    for word in _NOT_YET.finditer(text, start, end):
        kind = NOT_YET[word[0]]
        if kind and (word[0] not in OPENING or _opens(text, word.start())):
            if kind == "now":  # how it is now is said of the whole clause
                stops.now.append(max(start, *(text.rfind(mark, start, word.start()) for mark in COMMAS)))
            else:
                stops.planned.append(word.start())
    return stops


def _first(stops: Sequence[int], at: int) -> int:
    """Return the first of the places from one on."""
    following = bisect_left(stops, at)
    return stops[following] if following < len(stops) else sys.maxsize


def _opens(text: str, at: int) -> bool:
    """Tell whether a clause begins here, or right before with who does it."""
    who = next((word for word in WHO if text.endswith(word, 0, at)), "")
    return text[at - len(who) - 1 : at - len(who)] in COMMAS


def _is_past(period: str | None, written: str | None) -> bool:
    """Tell whether a time may be over when the letter is written."""
    return period is not None and (written is None or span(period)[1] < written)
