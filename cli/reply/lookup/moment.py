"""A time in a query, in any dress, and where texts say it: 2017-06-06, 2017.6.6, 2015-2019, 12年到16年."""

from collections.abc import Iterator
from functools import lru_cache

from reply.lookup.corpus import Corpus, Match
from reply.lookup.fold import SEPARATOR
from reply.measure.date import MARK, Date, dates_at
from reply.measure.time import times

_THIS_CENTURY = Date("stated", 2000)
_YEAR = "年"


def period_of(word: str) -> str | None:
    """Return the period, in EDTF, that a folded word says; None where it leaves the year out or says none."""
    for written in (word, word + _YEAR, _with_whole_years(word)):
        if written:
            found = times(written, (0, len(written)), None)
            if len(found) == 1 and (found[0].start, found[0].end) == (0, len(written)):
                return found[0].period
    return None


def digits_of(period: str) -> list[str]:
    """Return what any text has, numbers written out, in which a period is found: the digits of a year."""
    return [next(end[:4] for end in period.split("/") if end[:4].isdecimal())]


def same_times(period: str, corpus: Corpus) -> Iterator[Match]:
    """Yield where a corpus says a period."""
    yield from (Match(start, end) for said, start, end in _of_corpus(corpus.text) if said == period)


@lru_cache(1)
def _of_corpus(corpus: str) -> list[tuple[str, int, int]]:
    """Return the periods that are said, and where; once for all words of a query."""
    found = []
    start = 0
    for text in corpus.split(SEPARATOR):
        said = times(text, (0, len(text)), None)
        found += [(time.period, start + time.start, start + time.end) for time in said if time.period]
        start += len(text) + 1
    return found


def _with_whole_years(word: str) -> str | None:
    """Return years of two digits in four: who asks for 12年到16年 means no duration."""
    years: list[int] = []
    at = 0
    while read := dates_at(word, at, len(word), _THIS_CENTURY):
        if any(date.first != (0, 0) for _, date in read.dates):
            return None
        years += [date.year for _, date in read.dates]
        if read.end == len(word):
            return "至".join(f"{year}{_YEAR}" for year in years)
        mark = MARK.match(word, read.end)
        if mark is None:
            return None
        at = mark.end()
    return None
