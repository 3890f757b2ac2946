"""What a time dates: which figures of its sentence are of it, and what each has of a list of times."""

import re
import sys
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from reply.measure.date import any_of
from reply.measure.period import span
from reply.measure.time_words import (
    ADVERBIALS,
    CHANGED_TO,
    CHANGES,
    CITED,
    CITING,
    COMPARED_AFTER,
    COMPARED_BEFORE,
    COMPARED_WITH,
    NOT_YET,
    OPENING,
    PERIODS_OF,
    SHARED_OUT,
    TOTALS,
    UNTIL,
    VISITS,
    WHO,
    WITH,
)
from reply.model import Basis

LONGEST_CHANGE = 40
"""Characters between what something was and what it became."""
LONGEST_CLAUSE = 200
"""Characters that are searched for the end of a clause."""
LONGEST_ASIDE = 40
"""Characters between a time and the bracket in which it stands."""
LONGEST_CITATION = 20
"""Characters between 根据 and a date."""
MOST_BETWEEN = 3
"""Times before a figure among which the one is looked for that reaches it."""
_COMMAS = ",;:。"  # of text in half width
_COMMA = r",(?!\d{3}(?!\d))"  # and not that of 1,500
_CLAUSE_END = re.compile(f";|{_COMMA}")
_ADVERBIALS = re.compile(
    rf"(?:[^,;。\d]{{0,8}}(?:{any_of(PERIODS_OF)}))?,?(?:(?:{any_of(ADVERBIALS)})[^,;。]{{1,25}},){{0,8}}"
)
_CHANGE = re.compile(f"(?:{any_of(CHANGES)})(?:{any_of(CHANGED_TO)})")
_COMPARED_WITH = re.compile(any_of(COMPARED_WITH))
_MULTIPLE = re.compile(r"的\d[\d.]*倍")
_CITING = re.compile(rf"(?:{any_of(CITING)})[^,;。:]*\Z")
_CITED = re.compile(any_of(CITED))
_VISIT = re.compile(any_of(VISITS))
_NOT_YET = re.compile(any_of(NOT_YET))
_SHARED_OUT = re.compile(any_of(SHARED_OUT))
_TOTAL = re.compile(any_of(TOTALS))
_ITEM = re.compile("(?:^|[。;,:\n])(?:[一二三四五六七八九十]是|[(]?[1-9一二三四五六七八九十][)])")
_BREAK = re.compile(f"[;。:]|{_COMMA}")


class Time(NamedTuple):
    """A time that a text names; without a period it only ends the reach of earlier ones."""

    start: int
    end: int
    period: str | None
    basis: Basis
    reach: int = sys.maxsize
    """Where its reach ends: 由2015年的60%提高到75%."""
    compared: bool = False
    """No figure is of it: something is compared with it, 比2016年, or it comes again and again, 每年3月."""
    clause: int = sys.maxsize
    """Where the clause ends that it stands in."""
    each: tuple[str, ...] = ()
    """The periods that may be shared out: 2018年、2019年分别."""


class _Stops(NamedTuple):
    """Where a sentence says how it is when the letter is written, and how it is to be."""

    now: list[int]
    planned: list[int]


Dated: TypeAlias = tuple[str | None, Basis | None]
"""The period of a figure and what it rests on."""


def limited(text: str, end: int, times: Sequence[Time], written: str | None) -> list[Time]:
    """Return the times of a sentence that ends at `end`, each with where its clause and its reach end."""
    stops: _Stops | None = None
    found: list[Time] = []
    for time in times:
        if time.compared or not (time.period or time.each):
            found.append(time)
            continue
        clause = _clause_end(text, time.end, end)
        stops = stops or _stops(text, clause, end)
        up_to = text.startswith(UNTIL, time.start) or text.endswith(UNTIL, 0, time.start)
        reach = min(
            _change(text, time.start, time.end),
            _citation(text, time, clause),
            _visit(text, time, clause),
            _bracket(text, time, end),
            _item(text, time, end),
            sys.maxsize if up_to else _first(stops.now, clause),
            _first(stops.planned, clause)
            if stops.planned and _is_past(time.period, written)
            else sys.maxsize,
        )
        found.append(time._replace(reach=reach, clause=clause))
    return found


def dated(text: str, times: Sequence[Time], starts: Sequence[int]) -> list[Dated]:
    """Return of what time each figure of a sentence is, given where they start, in order.

    What is shared out goes to each in turn: 2018年、2019年分别投入500万元、600万元.
    """
    dating = [time for time in times if not time.compared]
    if not dating:
        return [(None, None)] * len(starts)
    of = [_time_of(dating, start) for start in starts]
    found: list[Dated] = [
        (time.period, _basis(time, start)) if time and time.period else (None, None)
        for time, start in zip(of, starts, strict=True)
    ]
    for run in _runs(text, of, starts):
        time = of[run[0]]
        if time and len(time.each) == len(run) and _is_shared_out(text, time, [starts[n] for n in run]):
            for n, period in zip(run, time.each, strict=True):
                found[n] = period, _basis(time, starts[n])
    return found


def _time_of(dating: Sequence[Time], start: int) -> Time | None:
    """Return the nearest time before a figure that reaches it."""
    at = bisect_left(dating, (start,))
    for time in reversed(dating[max(at - MOST_BETWEEN, 0) : at]):
        if start <= time.reach:
            return time
    return None


def _basis(time: Time, start: int) -> Basis:
    return "carried" if time.basis == "stated" and start > time.clause else time.basis


def _runs(text: str, of: Sequence[Time | None], starts: Sequence[int]) -> list[list[int]]:
    """Return the runs of figures between which no clause ends, each of one list of times."""
    runs: list[list[int]] = []
    for n, time in enumerate(of):
        if time is None or not time.each:
            continue
        goes_on = runs and of[n - 1] is time and not _BREAK.search(text, starts[n - 1], starts[n])
        if goes_on:
            runs[-1].append(n)
        else:
            runs.append([n])
    return runs


def _is_shared_out(text: str, time: Time, starts: Sequence[int]) -> bool:
    """Tell whether it is said that each figure has its own time, and these are no totals."""
    if not _SHARED_OUT.search(text, time.end, min(starts[0], time.end + LONGEST_CLAUSE)):
        return False
    begin = max(time.end, starts[0] - LONGEST_CLAUSE)
    clause = max(text.rfind(mark, begin, starts[0]) for mark in _COMMAS)
    return not _TOTAL.search(text, max(clause, begin), starts[0])


def is_compared(text: str, start: int, end: int) -> bool:
    """Tell whether something is compared with a time: 比2016年, 与去年同期相比, 是2016年的1.8倍."""
    if text.endswith(COMPARED_BEFORE, 0, start) or text.startswith(COMPARED_AFTER, end):
        return True
    if text.endswith(WITH, 0, start) and _COMPARED_WITH.match(text, end):
        return True
    return text.startswith("的", end) and _MULTIPLE.match(text, end) is not None


def _clause_end(text: str, at: int, end: int) -> int:
    """Return where the clause of a time ends; a comma right after it only ends its adverbial."""
    last = min(end, at + LONGEST_CLAUSE)
    adverbials = _ADVERBIALS.match(text, at, last)
    comma = _CLAUSE_END.search(text, adverbials.end() if adverbials else at, last)
    return comma.start() if comma else last


def _change(text: str, start: int, end: int) -> int:
    """Return where a time ends that says what something was before it changed."""
    if text[max(start - 1, 0) : start] in ("由", "从") and "的" in text[end - 1 : end + 1]:
        change = _CHANGE.search(text, end, end + LONGEST_CHANGE)
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
            (stops.now if kind == "now" else stops.planned).append(word.start())
    return stops


def _first(stops: Sequence[int], at: int) -> int:
    """Return the first of the places from one on."""
    following = bisect_left(stops, at)
    return stops[following] if following < len(stops) else sys.maxsize


def _opens(text: str, at: int) -> bool:
    """Tell whether a clause begins here, or right before with who does it."""
    who = next((word for word in WHO if text.endswith(word, 0, at)), "")
    return text[at - len(who) - 1 : at - len(who)] in _COMMAS


def _is_past(period: str | None, written: str | None) -> bool:
    """Tell whether a time may be over when the letter is written."""
    return period is not None and (written is None or span(period)[1] < written)
