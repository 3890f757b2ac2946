"""What a time dates: which figures of its sentence are of it, and what each has of a list of times."""

import re
import sys
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from reply.measure.date import any_of
from reply.measure.time_words import (
    ACTS,
    CHANGED_TO,
    CHANGES,
    FORESEEN,
    FORMERLY,
    IN_FORCE,
    PAID,
    SHARED_OUT,
    SINCE_BEFORE,
    TOTALS,
)
from reply.model import Basis

COMMAS = ",;:。"  # of text in half width
COMMA = r",(?!\d{3}(?!\d))"  # and not that of 1,500
CHANGE = re.compile(f"(?:{any_of(CHANGES)})(?:{any_of(CHANGED_TO)})")
"""What stands between what something was and what it became."""
LONGEST_CHANGE = 40
"""Characters between the two."""
LONGEST_ORIGIN = 30
"""Characters of 由, what it was until then, and for each of what: 由原来的每人每月."""
LONGEST_CLAUSE = 200
"""Characters that are searched for the end of a clause."""
MOST_BETWEEN = 3
"""Times before a figure among which the one is looked for that reaches it."""
_NEXT_TO = re.compile(r"[\d.,]+[万亿]?[\u4e00-\u9fff]{1,2}(?:已于|于)?")
_SHARED_OUT = re.compile(any_of(SHARED_OUT))
_AND = re.compile("[、和与及]")
_LIST = re.compile(r"[\d.,]+(?P<unit>[万亿]?[^\d,;。、和]{1,4}?)(?:[、和与及][\d.,]+(?P=unit))+")
_TOTAL = re.compile(any_of(TOTALS))
_FORESEEN = re.compile(rf"(?:{any_of(FORESEEN)})[在于]?\Z")
_BREAK = re.compile(f"[;。:]|{COMMA}")
_BEFORE_CHANGE = re.compile(
    rf"[由从](?:(?:{any_of(FORMERLY)})(?:的[^,;。\d]{{1,10}})?)?的?(?:每[^,;。\d每]{{1,3}}){{0,2}}\Z"
)


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
    of_event: bool = False
    """Its clause says when something happened to what stands before it: 该校于2003年迁址."""


Dated: TypeAlias = tuple[str | None, Basis | None]
"""The period of a figure and what it rests on."""


def dated(text: str, times: Sequence[Time], starts: Sequence[int]) -> list[Dated]:
    """Return of what time each figure of a sentence is, given where they start, in order.

    What is shared out goes to each in turn: 2018年、2019年分别投入500万元、600万元.
    """
    dating = [time for time in times if not time.compared]
    if not dating:
        return [(None, None)] * len(starts)
    of = [_time_of(text, dating, starts, n) for n in range(len(starts))]
    found: list[Dated] = [
        (time.period, _basis(time, start)) if time and time.period else (None, None)
        for time, start in zip(of, starts, strict=True)
    ]
    for later in dating:
        before = bisect_left(starts, later.start) - 1
        if before >= 0 and later.period and _dates_before(text, later, starts[before]):
            found[before] = later.period, later.basis
    for run in _runs(text, of, starts):
        time = of[run[0]]
        if time and len(time.each) == len(run) and _is_shared_out(text, time, [starts[n] for n in run]):
            for n, period in zip(run, time.each, strict=True):
                found[n] = period, _basis(time, starts[n])
    return found


def _dates_before(text: str, time: Time, start: int) -> bool:
    """Tell whether a time dates the figure before it, which starts at `start`: 其余5个力争11月底前建成."""
    if time.start - start > LONGEST_CLAUSE:
        return False
    between = text[start : time.start]
    if _FORESEEN.search(between):
        return not _BREAK.search(between)
    if _NEXT_TO.fullmatch(between):
        paid = "元" in between and text.startswith(PAID, time.end)
        if paid or (time.period or "").startswith(".."):
            return True  # 620万元已于7月份拨付, 37户6月底前动工
    since = between.endswith((",", *(f",{word}" for word in ("从", *SINCE_BEFORE))))
    return since and between.count(",") == 1 and text.startswith(IN_FORCE, time.end)


def _time_of(text: str, dating: Sequence[Time], starts: Sequence[int], n: int) -> Time | None:
    """Return the nearest time before a figure that reaches it."""
    start = starts[n]
    at = bisect_left(dating, (start,))
    for time in reversed(dating[max(at - MOST_BETWEEN, 0) : at]):
        if start <= time.reach:
            is_other = _is_past_event(text, time, starts, start) or _is_before_change(text, time, start)
            return None if is_other else time
    return None


def _is_past_event(text: str, time: Time, starts: Sequence[int], start: int) -> bool:
    """Tell whether a figure follows a clause that only says when something happened: 该校建于2003年."""
    if not time.of_event or start < time.clause:
        return False
    in_clause = bisect_left(starts, time.clause) - bisect_left(starts, time.end)
    return not in_clause or text.endswith(ACTS, time.end, time.clause)


def _is_before_change(text: str, time: Time, start: int) -> bool:
    """Tell whether a figure is what something was before it changed at a time: 2018年由5所增加到7所."""
    before = _BEFORE_CHANGE.search(text, max(time.end, start - LONGEST_ORIGIN), start)
    if before is None:
        return False
    change = CHANGE.search(text, start, start + LONGEST_CHANGE)
    return change is not None and not _BREAK.search(text, start, change.start())


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


def _is_list_by_list(text: str, time: Time, starts: Sequence[int]) -> bool:
    """Tell whether times and figures are lists, these of one unit: 2018年、2019年火化遗体412具、455具."""
    figures = _LIST.match(text, starts[0])
    return (
        figures is not None
        and figures.end() > starts[-1]
        and _AND.search(text, time.start, time.end) is not None
    )


def _is_shared_out(text: str, time: Time, starts: Sequence[int]) -> bool:
    """Tell whether each figure has its own time, as is said or list by list, and these are no totals."""
    said = _SHARED_OUT.search(text, time.end, min(starts[0], time.end + LONGEST_CLAUSE))
    if said is None and not _is_list_by_list(text, time, starts):
        return False
    begin = max(time.end, starts[0] - LONGEST_CLAUSE)
    clause = max(text.rfind(mark, begin, starts[0]) for mark in COMMAS)
    return not _TOTAL.search(text, max(clause, begin), starts[0])
