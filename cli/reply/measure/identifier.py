"""Digits that identify and count nothing: numbers of documents and lists, telephones, names; destroyed ones."""

# ruff: noqa: E501 - lists of words, read across

import re
from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import groupby
from typing import NamedTuple

from reply.measure.document import numbers
from reply.measure.unit import LATIN_UNITS

DESTROYED = "destroyed"
"""The kind of digits that a page damaged: nobody can tell what they were."""
ROUND_THE_CLOCK = (
    "自助", "热线", "服务", "值班", "值守", "营业", "开放", "不间断", "不打烊", "全天", "在线", "监控", "监测", "便利", "便民",
    "无人", "智能", "免费", "轮班", "响应",
)  # fmt: skip
"""Words before which 24小时 counts no hours."""
IDIOMS = (
    "五花八门", "三百六十行", "半斤八两", "十年树木", "三天打鱼", "两天晒网", "一亩三分地", "最后一公里", "三棵树", "学前三年", "三番五次", "三天两头",
)  # fmt: skip
"""Fixed words that begin with, or hold, what looks like a Chinese numeral with a unit."""

_YEAR = r"(?:19|20)\d{2}"
_TO = r"(?:-{1,2}|~|至|到)"
_LATIN = "|".join(map(re.escape, sorted(LATIN_UNITS, key=len, reverse=True)))
_LIST = rf"(?:(?:[、,和]|{_TO})\d+)*"


class Identifier(NamedTuple):
    """A stretch whose digits count nothing."""

    start: int
    end: int
    kind: str
    """number list phone postcode page clock ratio name destroyed"""


AFTER_WORDS: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("page", ("http://", "https://", "www."), r"[0-9A-Za-z./_?=&%#:-]+"),
    ("page", ("索引号", "索 引 号", "统一社会信用代码", "网站标识码", "公网安备"), r"[::]?\s*[0-9A-Za-z/-]+"),
    (
        "page",
        ("浏览", "浏览量", "浏览次数", "点击", "点击数", "阅读", "阅读次数", "访问量"),
        r"[::]\s*\d+次?",
    ),
    ("page", ("ICP备",), r"[::]?[^\s]{0,6}?\d+号?(?:-\d+)?"),
    (DESTROYED, ("〔", "[", "【"), r"\d{5,}号"),
    ("number", ("第",), rf"\s*\d+{_LIST}\s*(?:号|届|次会议|次)"),
    ("phone", ("电话", "传真", "手机", "热线"), r"[::]?\s*[0-9()-]{5,20}"),
    ("postcode", ("邮编", "邮政编码"), r"[::]?\s*\d{6}"),
    ("name", ("第", "附件", "附"), rf"\d+{_LIST}(?:\D|$)"),
    ("name", IDIOMS, ""),
)
"""What stands after certain words, to its end: kind, words, pattern."""
AT_DIGITS: tuple[tuple[str, str], ...] = (
    (DESTROYED, rf"{_YEAR}\d{{1,2}}(?=月)(?!\d)"),
    (DESTROYED, rf"{_YEAR}\d{{2,4}}(?=日)"),
    (DESTROYED, rf"{_YEAR}年\d{{3,4}}(?=日)"),
    (DESTROYED, rf"{_YEAR}{_YEAR}(?=年)"),
    (DESTROYED, rf"{_YEAR}\d(?:--?)\d+(?=[^\d])"),
    ("number", r"\d{4}年第\d+号"),
    ("phone", r"0\d{2,3}-?\d{7,8}(?!\d)"),
    ("phone", r"1[3-9]\d{9}(?!\d)"),
    ("clock", r"\d{1,2}:\d{2}(?::\d{2})?(?!\d)"),
    ("clock", r"(?:[01]?\d|2[0-4])[点时][0-5]?\d分(?!钟)"),
    ("clock", r"(?:[01]?\d|2[0-4])时(?=[,。;)前后起止至到])"),
    (
        "clock",
        r"(?<=[晚早]上|[上下中]午|凌晨|夜间|夜里|清晨|傍晚|每晚)(?:[01]?\d|2[0-4])点(?:半|整|钟)?(?!多?[个位名处])",
    ),
    ("ratio", r"\d+(?:\.\d+)?(?:[:∶]\d+(?:\.\d+)?)+"),
    ("name", rf"\d+(?:\.\d+)?\+?(?!(?:{_LATIN})(?![0-9A-Za-z]))[A-Za-z]+(?![A-Za-z/])"),
    ("name", r"\d+年一遇"),
    ("name", r"\d{1,2}人制"),
    ("name", rf"{_YEAR}[级届]"),
    ("name", rf"24小时(?={'|'.join(ROUND_THE_CLOCK)})"),
    ("name", r"\d{1,2}分钟(?=[“\"]?[\u4e00-\u9fff]{1,8}圈)"),
    ("name", r"\d+\+[0-9A-Za-z]+"),
    ("name", r"\d{2}年代|[5-9]0后|[01]0后"),
    ("name", r"\d{1,2}-\d{2}社"),
    ("name", r"(?:\d+[栋幢])?\d+单元"),
)
"""What begins with the digits themselves: kind, pattern. The first that matches decides."""
DESTROYED_DATES = rf"[ \t\u3000]*{_YEAR}[ \t]*\d{{3,4}}[ \t]*$"
"""What a page left of the date of a signature, on a line of its own: 2022  629."""
PAGE_NUMBERS = r"[ \t\u3000]*-[ \t\u3000]*\d{1,4}[ \t\u3000]*-[ \t\u3000]*$"
"""The number of a page, on a line of its own."""
AT_LINE_STARTS = rf"[ \t\u3000]*[(（]?\d{{1,2}}(?:[.、．)）](?!\d)|\.(?={_YEAR}年))"
"""A list number at the beginning of a line."""
AFTER_STOPS = rf"\d{{1,2}}(?:[.、](?!\d)|\.(?={_YEAR}年))"
"""A list number after a stop within a line."""
IN_WORDS = r"[A-Za-z]+[-+]?\d+(?:\.\d+)?(?:\+\d+)?"
"""A name that begins with letters: PM2.5, K3+500."""
TABLES = r"[表图]\d+(?![\d.])"
"""A table or a figure of a document, which no word precedes: 见表3, and not 电表200个."""


def _alternatives(name: str, rows: Iterable[tuple[str, str]]) -> str:
    """Return a pattern that tries those of some rows in turn, with a group for each run of one kind."""
    runs = [(kind, "|".join(f"(?:{p})" for _, p in run)) for kind, run in groupby(rows, lambda row: row[0])]
    return "|".join(f"(?P<{kind}_{name}{n}>{pattern})" for n, (kind, pattern) in enumerate(runs))


def _words_and(words: tuple[str, ...], pattern: str) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, longest_first))}){pattern}"


def pattern_of(
    after_words: Iterable[tuple[str, tuple[str, ...], str]], at_digits: Iterable[tuple[str, str]]
) -> re.Pattern[str]:
    """Return the pattern that finds all that the rows of two tables say, and what is said above."""
    by_words = [(kind, _words_and(words, pattern)) for kind, words, pattern in after_words if words]
    first = "".join(sorted({re.escape(word[0]) for _, words, _ in after_words for word in words}))
    return re.compile(
        rf"(?P<page_l>^(?:{PAGE_NUMBERS}))|(?P<{DESTROYED}_l>^(?:{DESTROYED_DATES}))"
        rf"|(?P<list_l>^(?:{AT_LINE_STARTS})|(?<=[;。:]){AFTER_STOPS})"
        rf"|(?=[{first}])(?:{_alternatives('w', by_words)})"
        rf"|(?<!\d)(?=\d)(?:{_alternatives('d', at_digits)})"
        rf"|(?P<name_i>(?<![0-9A-Za-z])(?:{IN_WORDS})|(?<![\u4e00-\u9fff]){TABLES}|(?<=[见如附]){TABLES})",
        re.MULTILINE,
    )


_ANY = pattern_of(AFTER_WORDS, AT_DIGITS)


def identifiers(text: str) -> Iterator[Identifier]:
    """Yield what holds digits and is no figure, in order, of a text in the form that `reading` gives it."""
    documents = [(number.start, number.end, "number") for number in numbers(text)]
    others = ((m.start(), m.end(), str(m.lastgroup).partition("_")[0]) for m in _ANY.finditer(text))
    position = 0
    for start, end, kind in merge(documents, others):
        if start >= position:
            yield Identifier(start, end, kind)
            position = end
