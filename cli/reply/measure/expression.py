"""The times that a text names, as it says them: dates, ranges and lists of them, and what goes with them.

Nothing here knows the date of the letter; what the words come to is `reply.measure.time`'s to say.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from reply.measure.date import (
    CLAUSE_ENDS,
    EVENT,
    MARK,
    NARROWING,
    NUMBERS,
    NUMERAL,
    ONES,
    ZEROS,
    Date,
    Mark,
    any_of,
    dates_at,
    days_at,
)
from reply.measure.time_words import (
    AFTER_DURATION,
    AGAIN,
    AND,
    CENTURIES,
    COMPARED_WITH,
    DAYS_OF_WEEK,
    DURATIONS_AFTER,
    DURATIONS_BEFORE,
    EVENTS,
    FIRST,
    FIVE_YEAR_PLANS,
    FUTURE,
    MODIFIERS,
    MONTHS,
    NO_TIME,
    NOT_BEFORE,
    NOT_SINCE,
    NOT_SINCE_BEFORE,
    NOT_TIMES,
    PARTS_OF_YEAR,
    PAST,
    POINTS,
    QUARTERS,
    SCHOOL_YEARS,
    SINCE_BEFORE,
    TO,
    UNTIL,
    WITH,
    YEARS,
    Effect,
)


class Expression(NamedTuple):
    """A time as a text says it."""

    start: int
    end: int
    kind: Literal["dates", "elapsed", "vague", "again", "none", "destroyed"] = "dates"
    """`vague`: years nobody can place, as 五年前; `again`: it comes again and again; `none`: it says
    no time, as 目前; `destroyed`: damaged."""
    dates: tuple[tuple[Mark, Date], ...] = ()
    effect: Effect = "same"
    years: int = 0
    """Of 从今年起连续5年: 5."""
    months: int = 0
    """Of an elapsed time: how many there are from the letter's to its other end, below 0 for 近三年."""
    days: int = 0
    """The same in days."""
    in_years: bool = False
    """Whether these are said in years."""
    until: bool = False
    """It is what something is counted up to: 截至5月底."""


_MARK = f"(?:{any_of((*TO, *AND))})"
_UNITS = any_of(("年", "月", "日", "季度", "世纪", "个月", "个季度", "点", *SCHOOL_YEARS))
_ELAPSED = (
    rf"(?:(?P<past>{any_of(PAST)})|(?P<future>{any_of(FUTURE)}))?(?P<n>{NUMERAL})(?P<vague>[多余几])?"
    rf"(?:(?P<in_years>年)|个(?P<in_quarters>季度)|个(?P<in_months>月)|(?P<in_days>天))(?P<vaguely>[多])?(?P<after>{any_of(AFTER_DURATION)})?"
)
_DATE_WORDS = (*YEARS, *MONTHS, *QUARTERS, *PARTS_OF_YEAR, *CENTURIES)
_PLANS = [mark + plan for plan in FIVE_YEAR_PLANS for mark in ("", *'“"「')]
_NUMERALS = f"[十两{ZEROS}{ONES}0-9]"


def _opening(kind: str, words: Iterable[str], after: str = "") -> tuple[str, str]:
    """Return the characters that words begin with, and a pattern of their rests, for a group."""
    by_first: dict[str, list[str]] = {}
    for word in words:
        by_first.setdefault(word[0], []).append(word[1:])
    rests = "|".join(f"(?<={re.escape(first)})(?:{any_of(rest)})" for first, rest in by_first.items())
    firsts = "".join(by_first)
    return firsts, f"(?P<{kind}>(?<=[{re.escape(firsts)}])(?:{rests}){after})"


_OPENINGS = (
    (
        "0123456789",
        rf"(?P<digits>(?<=[0-9])(?:[0-9]{{0,7}}+(?={_UNITS}|{_MARK}第?[0-9十{ONES}])"
        rf"|[0-9]{{3}}(?=[./-])|[0-9]?(?=[.·][0-3]?[0-9][”\"]?(?:{any_of(EVENTS)}))))",
    ),
    _opening("none", NO_TIME),
    _opening("again", AGAIN, f"(?=[{''.join(sorted(NARROWING))}])"),
    _opening("clock", DAYS_OF_WEEK, f"(?=[{ONES}日天末]?{NUMERAL})"),
    _opening("word", (*_DATE_WORDS, *_PLANS)),
    _opening("first", FIRST, f"(?={NUMERAL}[个月季年])"),
    _opening("elapsed", (*PAST, *FUTURE), f"(?={NUMERAL})"),
    (
        f"第十两{ZEROS}{ONES}",
        rf"(?P<numeral>(?<=[第十两{ZEROS}{ONES}]){_NUMERALS}{{0,6}}+(?=[年月季世]|个月来|{_MARK}[十{ONES}]{{1,3}}[月季]|{_MARK}[{ONES}]十年代))",
    ),
)
_FIRSTS = re.escape("".join(sorted({first for firsts, _ in _OPENINGS for first in firsts})))
_ANCHOR = re.compile(f"[{_FIRSTS}](?:{'|'.join(pattern for _, pattern in _OPENINGS)})")
"""What begins a time, its first character looked for alone: that is what makes the search fast."""
_NOT_TIMES = re.compile(any_of(NOT_TIMES))
_DURATION = re.compile(_ELAPSED)
_VAGUE_YEARS = re.compile(rf"(?:{any_of(FIRST)}){NUMERAL}年")
_DESTROYED = re.compile(r"(?:19|20)[0-9]{3,6}(?=[月日])")
_HOUR = rf"{NUMERAL}(?:[点时](?:{NUMERAL}分|半)?|:[0-9]{{2}})"
_TO = f"(?:{any_of(TO)})"
_CLOCK = re.compile(rf"[{ONES}日天末]?(?:(?:{_HOUR}|{NUMERAL}){_TO})?{_HOUR}(?:{_TO}{_HOUR})?")
_HOURS = re.compile(rf"([0-9]{{1,2}})点?(?:{any_of(TO)})([0-9]{{1,2}})点(?!{any_of(POINTS)})")
_NOT_BEFORE = frozenset((*NOT_BEFORE, *NUMBERS))
_MODIFIER = re.compile(any_of(MODIFIERS))
_WITH_NUMBER = re.compile(rf"(?:前|后)(?={NUMERAL})")
_COMPARED_WITH = re.compile(any_of(COMPARED_WITH))
LONGEST_LIST_NUMBER = len("\n12.")
_LIST_NUMBER = re.compile(r"(?:\A|[\r\n])[0-9]{1,2}\.\Z")
_RUN = re.compile(rf",?连续(?={NUMERAL}年)")
_RUN_OF_YEARS = re.compile(rf"({NUMERAL})年")
LONGEST_SINCE = len("以来") + 15
_LONG_SINCE = re.compile(rf"[^,;。:\d今去]{{0,15}}?{''.join([f'(?<!{word})' for word in NOT_SINCE])}以来")


def expressions(text: str, start: int, end: int) -> Iterator[Expression]:
    """Yield the times that a stretch of a text in half width, its numbers closed up, names, in order."""
    anchor = _ANCHOR.search(text, start, end)
    while anchor:
        found = _read(text, anchor.start(), end, str(anchor.lastgroup), anchor)
        if found:
            yield found
        anchor = _ANCHOR.search(text, found.end if found else anchor.end(), end)


def _read(text: str, at: int, end: int, kind: str, anchor: re.Match[str]) -> Expression | None:
    if kind != "digits" and (_NOT_TIMES.match(text, at) or _NOT_TIMES.match(text, at - 1)):
        return None
    if kind in ("digits", "numeral"):
        if _is_list_number(text, at, anchor.end()) or _is_in_number(text, at):
            return None
        found = _dates(text, at, end) or _elapsed(text, at, end)
        if found or kind == "numeral":
            return found
        return _event(text, at, end) or _hours(text, at, end) or _destroyed(text, at, end)
    if kind in ("word", "first"):
        return _dates(text, at, end) or _vague(text, at, end)
    if kind == "none":
        return Expression(at, anchor.end(), "none")
    if kind == "elapsed":
        return _elapsed(text, at, end)
    if kind == "again":
        return _again(text, at, anchor.end(), end)
    if kind == "clock" and (hours := _CLOCK.match(text, anchor.end(), end)):
        return Expression(at, hours.end(), "again")
    return None


def _is_list_number(text: str, at: int, end: int) -> bool:
    """Tell whether a number is that of an item: 1、3月15日前完成."""
    if not text.startswith("、", end) or (at > 0 and text[at - 1] not in "\r\n"):
        return False
    return end - at <= len("12") and not text.startswith("年", end + len("、18"))


def _is_in_number(text: str, at: int) -> bool:
    """Tell whether digits go on a number, rather than follow that of an item: 1.2019年5月."""
    before = text[max(at - LONGEST_LIST_NUMBER, 0) : at]
    if before[-1:].isdecimal():
        return True
    if before[-1:] not in (".", ",") or not before[-2:-1].isdecimal():
        return False
    is_year = text[at : at + 2] in ("19", "20") and text.startswith("年", at + len("2019"))
    return not (is_year or _LIST_NUMBER.search(before))


def _dates(text: str, at: int, end: int) -> Expression | None:
    """Read dates, as far as marks of a range or a list join them, and what goes with them."""
    read = dates_at(text, at, end)
    if read is None:
        return None
    first = read.dates[0][1]
    bare = first.origin == "left out" or text.startswith("年", at)
    if bare and text[max(at - 1, 0) : at] in _NOT_BEFORE:
        return None
    dates, position = _joined(text, read.dates, read.end, end)
    effect, after = _effect(text, position, end)
    if effect == "between" and len(dates) == 2:
        dates[1] = ("to", dates[1][1])
    found = Expression(at, after, dates=tuple(dates), effect=effect)
    if text.endswith(UNTIL, 0, at):
        found = found._replace(until=True, start=_word_before(text, at, UNTIL) if bare else at)
    return _since(text, found, end)


def _joined(
    text: str, dates: list[tuple[Mark, Date]], at: int, end: int
) -> tuple[list[tuple[Mark, Date]], int]:
    """Read on over the marks of ranges and lists."""
    while mark := MARK.match(text, at, end):
        more = dates_at(text, mark.end(), end, dates[-1][1])
        if more is None or (mark[0] in WITH and _COMPARED_WITH.match(text, more.end, end)):
            break
        dates.append(("to" if mark["to"] else "and", more.dates[0][1]))
        dates += more.dates[1:]
        at = more.end
    return dates, at


def _effect(text: str, at: int, end: int) -> tuple[Effect, int]:
    """Return what the word after a time makes of it, and where that word ends."""
    word = _MODIFIER.match(text, at, end)
    if word is None or MODIFIERS[word[0]] == "none" or _WITH_NUMBER.match(text, at, end):
        return "same", at
    return MODIFIERS[word[0]], word.end()


def _since(text: str, found: Expression, end: int) -> Expression:
    """Read what says since before a time, and how many years it goes on from there."""
    start = found.start
    if found.effect == "since":
        run = _RUN.match(text, found.end, end)
        years = run and _RUN_OF_YEARS.match(text, run.end(), end)
        if run and years:
            return found._replace(end=run.end(), years=NUMBERS[years[1]])
    if found.effect == "same" and len(found.dates) == 1:
        long = "以来" in text[found.end : found.end + LONGEST_SINCE] and _LONG_SINCE.match(
            text, found.end, end
        )
        if long:
            begin = _word_before(text, start, (*SINCE_BEFORE, "从", ""))
            return found._replace(start=begin, end=long.end(), effect="since")
        if text.endswith(SINCE_BEFORE, 0, start) and not text.endswith(NOT_SINCE_BEFORE, 0, start):
            return found._replace(effect="since")
    return found


def _word_before(text: str, at: int, words: Iterable[str]) -> int:
    """Return where the longest of the words begins that a text up to a place ends with."""
    return at - max(len(word) for word in words if text.endswith(word, 0, at))


def _again(text: str, at: int, after: int, end: int) -> Expression | None:
    """Read the dates of what comes every month or every year."""
    read = days_at(text, after, end) or dates_at(text, after, end)
    if read is None:
        return None
    _, position = _joined(text, read.dates, read.end, end)
    return Expression(at, _effect(text, position, end)[1], "again")


def _elapsed(text: str, at: int, end: int) -> Expression | None:
    """Read years or months up to now, or from now on: 近三年, 五年来, 未来5年内."""
    match = _DURATION.match(text, at, end)
    if match is None:
        return None
    if match["past"] is None and match["future"] is None and match["after"] not in ("来", "前"):
        return None
    if match["after"] == "前":
        return Expression(at, match.end(), "vague")
    if match["past"] and not match["after"] and _is_duration(text, at, match.end()):
        return None
    number = NUMBERS.get(match["n"], 0)
    if match["vague"] or match["vaguely"] or not number:
        return Expression(at, match.end(), "vague")
    ahead = 1 if match["future"] else -1
    if match["in_days"]:
        return Expression(at, match.end(), "elapsed", days=number * ahead)
    months = number * ahead * (12 if match["in_years"] else 3 if match["in_quarters"] else 1)
    in_years = match["in_years"] is not None
    return Expression(at, match.end(), "elapsed", months=months, in_years=in_years)


def _is_duration(text: str, at: int, end: int) -> bool:
    """Tell whether 近3年 says how long something took, rather than when."""
    if text.endswith(DURATIONS_BEFORE, 0, at):
        return True
    opens = at == 0 or text[at - 1] in CLAUSE_ENDS
    return not opens and (end == len(text) or text.startswith(DURATIONS_AFTER, end))


def _vague(text: str, at: int, end: int) -> Expression | None:
    """Read 前三年, which may be the first ones of something or the last ones before."""
    match = _VAGUE_YEARS.match(text, at, end)
    return Expression(at, match.end(), "vague") if match else None


def _event(text: str, at: int, end: int) -> Expression | None:
    match = EVENT.match(text, at, end)
    return Expression(at, match.end(), "again") if match else None


def _hours(text: str, at: int, end: int) -> Expression | None:
    """Read the hours of a clock: 16至18点."""
    match = _HOURS.match(text, at, end)
    if match and int(match[1]) < int(match[2]) <= 24:
        return Expression(at, match.end(), "again")
    return None


def _destroyed(text: str, at: int, end: int) -> Expression | None:
    match = _DESTROYED.match(text, at, end)
    return Expression(at, match.end() + 1, "destroyed") if match else None
