"""One date by position: a year, a part of it, a month, a day, in digits, Chinese numerals or words.

Numbers that share a unit are dates of their own: 2018、2019年, 9月1-3日.
"""

import re
from collections.abc import Iterable
from typing import Literal, NamedTuple, TypeAlias

from reply.measure.time_words import (
    AFTER_PLANS,
    AND,
    CENTURIES,
    ENDS_OF_MONTH,
    ENDS_OF_YEAR,
    EVENTS,
    EXPECTED,
    FIRST,
    FIVE_YEAR_PLANS,
    MONTHS,
    NOT_A_DATE_AFTER,
    PARTS_OF_DECADE,
    PARTS_OF_MONTH,
    PARTS_OF_YEAR,
    PLANNED_YEARS,
    QUARTERS,
    SCHOOL_YEARS,
    SHORT_YEAR_AFTER,
    SHORT_YEAR_BEFORE,
    TO,
    YEARS,
    Origin,
)

Mark: TypeAlias = Literal["to", "and"]
Day: TypeAlias = tuple[int, int]
"""A month and a day; 0 for the whole of it, or for one that the date before says."""

CLAUSE_ENDS = ",;。:、()!?\n"  # of text in half width


class Date(NamedTuple):
    """A date as it is written: what it leaves out, the dates before it or the letter's date say."""

    origin: Literal["stated", "left out"] | Origin = "left out"
    year: int = 0
    """The year if it is stated, else years from the origin's."""
    last_year: int = 0
    """Of several years, as those of a plan."""
    first: Day = (0, 0)
    last: Day = (0, 0)
    months: int = 0
    """Of how many months it is that are counted from the origin's: 1 for 上个月, 3 for 上季度."""
    shift: int = 0
    """How many times so many."""


class Dates(NamedTuple):
    """Dates that were read, each with the mark before it, and where they end."""

    dates: list[tuple[Mark, Date]]
    end: int


def any_of(words: Iterable[str]) -> str:
    """Return a pattern of which the longest word that fits matches."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


ONES = "一二三四五六七八九"
ZEROS = "〇零○Oo"
_YEAR_DIGITS = str.maketrans(ZEROS + ONES, "0" * len(ZEROS) + "123456789")
_TENS = ("", "十", *[f"{one}十" for one in ONES[1:]])
NUMBERS = {
    **{_TENS[n // 10] + ("", *ONES)[n % 10]: n for n in range(1, 100)},
    **{f"{n:0{width}}": n for width in (1, 2) for n in range(100)},
    "两": 2,
}
"""What numerals below a hundred say."""
NUMERAL = rf"(?:[0-9]{{1,2}}(?![0-9])|[十两{ONES}]{{1,3}})"
_ORDINAL = NUMERAL.replace("两", "")
"""A numeral of a month or a day: two of them are 两, the second is 二."""
MARK = re.compile(rf"(?P<to>{any_of(TO)})|{any_of(AND)}")

_YEAR = rf"(?:(?:19|20)[0-9]{{2}}(?![0-9])|[一二][0-9{ZEROS}{ONES}]{{3}})"
_MARKS = f"(?:{any_of((*TO, *AND))})"
_NUMBER = re.compile(rf"(?P<mark>{_MARKS})?(?P<numeral>[0-9{ZEROS}{ONES}十两]+)")


def _sharing(first: str, following: str, most: int, unit: str) -> re.Pattern[str]:
    """Return a pattern of numbers that share a unit, as many as there may be."""
    return re.compile(rf"(?P<shared>{first}(?:{_MARKS}{following}){{0,{most - 1}}}){unit}")


_SHORT_YEAR = "[0-9]{2}(?![0-9])"
_QUARTER = f"第?{_ORDINAL}"
_OF_YEARS = rf"(?:年?(?P<school>{any_of(SCHOOL_YEARS)})|年)度?"
_YEARS = _sharing(_YEAR, f"(?:{_YEAR}|{_SHORT_YEAR})", 31, _OF_YEARS)
_COUNTED_YEARS = re.compile(
    rf"(?P<shared>{_YEAR}(?:年?{_MARKS}{_YEAR}){{1,4}})年?(?P<count>[两二三四五])个?年度?"
)
_SHORT_YEARS = _sharing(_SHORT_YEAR, _SHORT_YEAR, 5, "年度?")
_QUARTERS = _sharing(_QUARTER, _QUARTER, 4, "季度")
_MONTHS = _sharing(_ORDINAL, _ORDINAL, 12, f"月份?(?!{any_of(NOT_A_DATE_AFTER)})")
_DAYS = _sharing(_ORDINAL, _ORDINAL, 31, "[日号]")
_FIRST_MONTHS = re.compile(
    rf"的?(?:{any_of(FIRST)})(?P<n>{NUMERAL})(?:个?(?P<quarters>季度)|(?P<sure>个)?月)"
)
_PART = re.compile(rf"的?(?P<part>{any_of(PARTS_OF_YEAR)})")
_END = re.compile(any_of((*PARTS_OF_YEAR, *ENDS_OF_YEAR)))
NARROWING = frozenset([word[0] for word in (*PARTS_OF_YEAR, *ENDS_OF_YEAR, *FIRST, *NUMBERS, "的", "第")])
"""What begins that which narrows a year."""
_PART_OF_MONTH = re.compile(any_of(PARTS_OF_MONTH))
_END_OF_MONTH = re.compile(any_of(ENDS_OF_MONTH))
_EXPECTED = re.compile(rf"(?:{any_of(EXPECTED)})[^{CLAUSE_ENDS}]*\Z")
_WORD = re.compile(
    rf"(?P<year>{any_of(YEARS)})度?|(?P<month>{any_of(MONTHS)})|(?P<quarter>{any_of(QUARTERS)})"
)
_PLAN = rf"(?P<open>[“\"「])?(?<![{ONES}])(?P<plan>{any_of(FIVE_YEAR_PLANS)})"
_PLAIN_PLANS = rf"(?:{any_of(AND)}|{any_of(FIVE_YEAR_PLANS)}){{0,9}}(?:{any_of(AFTER_PLANS)})"
_FIVE_YEARS = re.compile(rf"{_PLAN}(?(open)[”\"」]|(?={_PLAIN_PLANS}))(?P<after>{any_of(AFTER_PLANS)})?")
_DECADE = re.compile(
    rf"(?:(?P<century>{any_of(CENTURIES)})|(?P<whole>19|20)?)(?:(?P<from>[0-9]0|[{ONES}]十?)[、至到]?)?(?P<tens>[0-9]0|[{ONES}]十)年代(?:{any_of(PARTS_OF_DECADE)})?"
)
_ISO = re.compile(r"((?:19|20)[0-9]{2})([-/.])([01]?[0-9])\2([0-3]?[0-9])(?![0-9])")
_DOTTED = r"((?:19|20)[0-9]{2})\.([01]?[0-9])(?![0-9])"
_DOTTED_MONTHS = re.compile(rf"{_DOTTED}(?:{any_of(TO)}){_DOTTED}(?![.万亿千百%])")
EVENT = re.compile(rf"[01]?[0-9][.·][0-3]?[0-9](?=[”\"]?(?:{any_of(EVENTS)}))")
"""A day that is the name of what happened: 7.21暴雨."""
LONGEST_CLAUSE = 40
"""Characters before a time in which it may be said that it is expected."""
LATEST_SHORT_YEAR = 39
"""Of the years in two digits the last that is of this century."""
_DURATION_OF_YEARS = 5
"""Years of which a multiple may be how long something took: 10年建成."""


def dates_at(text: str, at: int, end: int, before: Date | None = None) -> Dates | None:
    """Read the dates that begin at a place of a text in half width; `before` is the date they go on from."""
    first = text[at : at + 1]
    if first in "0123456789":
        return _in_digits(text, at, end, before)
    return (
        _plan(text, at, end)
        or _decade(text, at, end)
        or _word(text, at, end)
        or _years(text, at, end)
        or _in_year(text, at, end, Date())
        or _days(text, at, end, before)
    )


def _in_digits(text: str, at: int, end: int, before: Date | None) -> Dates | None:
    if text[at : at + len("2018")].isdecimal() and at + len("2018") <= end:
        return _years(text, at, end) or _iso(text, at, end) or _decade(text, at, end)
    return (
        _in_year(text, at, end, Date())
        or _short_years(text, at, end, before)
        or _decade(text, at, end)
        or _days(text, at, end, before)
    )


def _numbers(match: re.Match[str], most: int) -> list[tuple[Mark, int]] | None:
    """Return the numbers that share a unit; None when one of them is none, or too great."""
    only = NUMBERS.get(match["shared"])
    if only is not None:
        return [("and", only)] if 0 < only <= most else None
    found: list[tuple[Mark, int]] = []
    for number in _NUMBER.finditer(match["shared"].replace("第", "")):
        value = NUMBERS.get(number["numeral"], 0)
        if not 0 < value <= most:
            return None
        found.append(("to" if number["mark"] in TO else "and", value))
    return found


def _years(text: str, at: int, end: int) -> Dates | None:
    counted = _COUNTED_YEARS.match(text, at, end)
    if counted:
        listed = _listed_years(counted["shared"])
        first, last = listed[0][1].year, listed[-1][1].year
        count = last - first + 1 if listed[-1][0] == "to" else len(listed)
        if count == NUMBERS[counted["count"]]:  # 2018、2019两年
            return Dates(listed, counted.end())
    match = _YEARS.match(text, at, end)
    if match is None or text.startswith("代", match.end()):
        return None
    shared, school = match.groups()
    if len(shared) == len("2018"):
        year = int(shared.translate(_YEAR_DIGITS))
        return _narrowed(text, [("and", Date("stated", year, year + 1 if school else 0))], match.end(), end)
    return _narrowed(text, _listed_years(shared), match.end(), end)


def _listed_years(shared: str) -> list[tuple[Mark, Date]]:
    found: list[tuple[Mark, Date]] = []
    for number in _NUMBER.finditer(shared):
        digits = number["numeral"].translate(_YEAR_DIGITS)
        year = int(digits) if len(digits) == len("2018") else found[0][1].year // 100 * 100 + int(digits)
        found.append(("to" if number["mark"] in TO else "and", Date("stated", year)))
    return found


def _short_years(text: str, at: int, end: int, before: Date | None) -> Dates | None:
    """Read years of two digits, where it is certain that they are years: 16年3月, 08年."""
    match = _SHORT_YEARS.match(text, at, end)
    if match is None:
        return None
    found: list[tuple[Mark, Date]] = []
    for number in _NUMBER.finditer(match["shared"]):
        year = int(number["numeral"])
        year += 1900 if year > LATEST_SHORT_YEAR else 2000
        found.append(("to" if number["mark"] in TO else "and", Date("stated", year)))
    read = _narrowed(text, found, match.end(), end)
    goes_on = before is not None and before.origin == "stated"
    if goes_on or read.end > match.end() or text[at] == "0" or _is_short_year(text, at, match.end(), found):
        return read
    return None


def _is_short_year(text: str, at: int, end: int, found: list[tuple[Mark, Date]]) -> bool:
    """Tell whether 16年 is a year where nothing narrows it: it begins a clause, and something was done."""
    opens = at == 0 or text[at - 1] in CLAUSE_ENDS or text.endswith(SHORT_YEAR_BEFORE, 0, at)
    may_be_duration = len(found) == 1 and found[0][1].year % _DURATION_OF_YEARS == 0
    return opens and not may_be_duration and text.startswith(SHORT_YEAR_AFTER, end)


def _narrowed(text: str, found: list[tuple[Mark, Date]], at: int, end: int) -> Dates:
    """Read what of the last year is meant: 2021-2023年上半年."""
    if text[at : at + 1] not in NARROWING:
        return Dates(found, at)
    mark, year = found[-1]
    if part := _END.match(text, at, end):
        return Dates([*found[:-1], (mark, _of_part(year, part[0]))], part.end())
    within = _in_year(text, at, end, year)
    if within is None:
        return Dates(found, at)
    (_, first), *others = within.dates
    return Dates([*found[:-1], (mark, first), *others], within.end)


def _of_part(year: Date, word: str) -> Date:
    months = PARTS_OF_YEAR[word] if word in PARTS_OF_YEAR else ENDS_OF_YEAR[word]
    return _of_months(year, *months) if months else year


def _of_months(year: Date, first: int, last: int) -> Date:
    return Date(year.origin, year.year, 0, (first, 0), (last, 0))


def _in_year(text: str, at: int, end: int, year: Date) -> Dates | None:
    """Read months, quarters or another part of a year."""
    if match := _MONTHS.match(text, at, end):
        numbers = _numbers(match, 12)
        if numbers is None:
            return None
        found = [(mark, _of_months(year, n, n)) for mark, n in numbers]
        return _in_month(text, found, match.end(), end)
    if match := _QUARTERS.match(text, at, end):
        numbers = _numbers(match, 4)
        if numbers is None:
            return None
        quarters = [(mark, _of_months(year, n * 3 - 2, n * 3)) for mark, n in numbers]
        return Dates(quarters, match.end())
    if match := _FIRST_MONTHS.match(text, at, end):
        return _first_months(match, year)
    if match := _PART.match(text, at, end):
        return Dates([("and", _of_part(year, match["part"]))], match.end())
    return None


def _first_months(match: re.Match[str], year: Date) -> Dates | None:
    """Return the months or quarters that begin a year: 前5个月; 前两月 alone may be the two before."""
    months = NUMBERS.get(match["n"], 0) * (3 if match["quarters"] else 1)
    sure = match["quarters"] or match["sure"] or year.origin != "left out"
    if not sure or not 0 < months <= 12:
        return None
    return Dates([("and", _of_months(year, 1, months))], match.end())


def _in_month(text: str, found: list[tuple[Mark, Date]], at: int, end: int) -> Dates:
    """Read the days of the last month, or a part of it."""
    mark, month = found[-1]
    if days := _DAYS.match(text, at, end):
        if numbers := _numbers(days, 31):
            (_, day), *others = numbers
            found[-1] = (mark, month._replace(first=(month.first[0], day), last=(month.last[0], day)))
            found += [(other, Date(first=(0, n), last=(0, n))) for other, n in others]
            return Dates(found, days.end())
    elif part := _PART_OF_MONTH.match(text, at, end):
        first, last = PARTS_OF_MONTH[part[0]]
        found[-1] = (mark, month._replace(first=(month.first[0], first), last=(month.last[0], last)))
        return Dates(found, part.end())
    elif part := _END_OF_MONTH.match(text, at, end):
        return Dates(found, part.end())
    return Dates(found, at)


def days_at(text: str, at: int, end: int) -> Dates | None:
    """Read days whose month is not said: 每月10日、25日."""
    match = _DAYS.match(text, at, end)
    numbers = _numbers(match, 31) if match else None
    if not match or not numbers:
        return None
    return Dates([(mark, Date(first=(0, n), last=(0, n))) for mark, n in numbers], match.end())


def _days(text: str, at: int, end: int, before: Date | None) -> Dates | None:
    """Read days of the month of the date before: 12月25日至28日."""
    return days_at(text, at, end) if before and before.last[1] else None


def is_expected(text: str, start: int) -> bool:
    """Tell whether something is expected in a time, as the words before it in its clause say."""
    return _EXPECTED.search(text, max(start - LONGEST_CLAUSE, 0), start) is not None


def _word(text: str, at: int, end: int) -> Dates | None:
    """Read 去年, 上个月, 本季度 and what narrows it."""
    match = _WORD.match(text, at, end)
    if match is None:
        return None
    if match["year"]:
        shift, origin = YEARS[match["year"]]
        if match["year"] in PLANNED_YEARS and not (
            is_expected(text, at) or text.startswith(EXPECTED, match.end())
        ):
            return None
        return _narrowed(text, [("and", Date(origin, shift))], match.end(), end)
    if match["quarter"]:
        return Dates([("and", Date("letter", months=3, shift=QUARTERS[match["quarter"]]))], match.end())
    shift, origin = MONTHS[match["month"]]
    return _in_month(text, [("and", Date(origin, months=1, shift=shift))], match.end(), end)


def _plan(text: str, at: int, end: int) -> Dates | None:
    match = _FIVE_YEARS.match(text, at, end)
    if match is None:
        return None
    first = FIVE_YEAR_PLANS[match["plan"]]
    last, after = first + 4, AFTER_PLANS.get(match["after"] or "")
    if after == "first":
        last = first
    elif after == "last":
        first = last
    ends = match.start("after") if after == "since" else match.end()
    return Dates([("and", Date("stated", first, last))], ends)


def _decade(text: str, at: int, end: int) -> Dates | None:
    match = _DECADE.match(text, at, end)
    if match is None:
        return None
    tens = _tens(match["tens"])
    if match["whole"]:
        first = int(match["whole"]) * 100 + tens
    elif match["century"]:
        first = CENTURIES[match["century"]] + tens
    elif tens >= 50:
        first = 1900 + tens
    else:
        return None
    earlier = tens - _tens(match["from"]) if match["from"] else 0  # 六、七十年代
    return Dates([("and", Date("stated", first - earlier, first + 9))], match.end())


def _tens(digits: str) -> int:
    """Return the number of 70, 七十 or 七, which are all seventy."""
    number = int(digits) if digits.isdecimal() else NUMBERS[digits]
    return number if number >= 10 else 10 * number


def _iso(text: str, at: int, end: int) -> Dates | None:
    if match := _ISO.match(text, at, end):
        year, _, month, day = match.groups()
        date = (int(month), int(day))
        return (
            Dates([("and", Date("stated", int(year), first=date, last=date))], match.end())
            if _is_day(*date)
            else None
        )
    if match := _DOTTED_MONTHS.match(text, at, end):
        y1, m1, y2, m2 = map(int, match.groups())
        first, last = (
            Date("stated", y1, first=(m1, 0), last=(m1, 0)),
            Date("stated", y2, first=(m2, 0), last=(m2, 0)),
        )
        return (
            Dates([("and", first), ("to", last)], match.end()) if _is_day(m1, 1) and _is_day(m2, 1) else None
        )
    return None


def _is_day(month: int, day: int) -> bool:
    return 0 < month <= 12 and 0 < day <= 31
