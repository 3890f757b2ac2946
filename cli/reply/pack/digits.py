"""What digits are that are no figure and no time: a document number, a telephone, part of a name."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from reply.pack.vocabulary import LATIN_UNITS, ROUND_THE_CLOCK

_YEAR = r"(?:19|20)\d{2}"
_LATIN = "|".join(map(re.escape, sorted(LATIN_UNITS, key=len, reverse=True)))


class Other(NamedTuple):
    """A stretch whose digits count nothing."""

    start: int
    end: int
    kind: str
    """number list phone postcode page clock ratio name destroyed"""


def _tried(table: tuple[tuple[str, str], ...], name: str) -> str:
    """Return a pattern that tries those of a table in turn, with a group for each run of one kind."""
    kinds = [
        (kind, "|".join(pattern for _, pattern in run)) for kind, run in groupby(table, lambda row: row[0])
    ]
    return "|".join(f"(?P<{kind}_{name}{n}>{pattern})" for n, (kind, pattern) in enumerate(kinds))


# Of each table the first that matches at a place decides. The text is in half width, its numbers closed up.
_AFTER_WORDS: tuple[tuple[str, str], ...] = (
    ("page", r"(?:https?://|www\.)[0-9A-Za-z./_?=&%#:-]+"),
    (
        "page",
        r"(?:索\s*引\s*号|统一社会信用代码|网站标识码|公网安备|浏览[量次数]*|点击数?|阅读)[::]?\s*[0-9A-Za-z/-]+",
    ),
    ("page", r"ICP备[::]?[^\s]{0,6}?\d+号?(?:-\d+)?"),
    ("number", r"[〔\[【(（]\s*\d{4}\s*[〕\]】)）]\s*第?\s*\d+(?:-\d+)?\s*号?"),
    ("number", r"第\s*\d+(?:[-—]\d+)?\s*(?:号|届|次会议|次)"),
    ("phone", r"(?:电话|传真|手机|热线)[::]?\s*[0-9()-]{5,20}"),
    ("postcode", r"(?:邮编|邮政编码)[::]?\s*\d{6}"),
    ("destroyed", rf"^[ \t]+{_YEAR}\d{{3,4}}[ \t]*$"),
    ("list", r"^[ \t　]*[(（]?\d{1,2}[.、．)）](?!\d)"),
    ("name", r"(?:第|附件|[附表图])\d+(?:\D|$)"),
    ("name", r"(?<![A-Za-z])[A-Za-z]+[-+]?\d+(?:\.\d+)?"),
)
_FROM_DIGITS: tuple[tuple[str, str], ...] = (
    ("destroyed", rf"{_YEAR}\d{{1,2}}(?=月)(?!\d)"),
    ("destroyed", rf"{_YEAR}\d(?:--?)\d+(?=[^\d])"),
    ("destroyed", rf"^{_YEAR}\d{{3,4}}[ \t]*$"),
    ("destroyed", r"(?<![,.])\d{1,3} \d{3}(?![\d,.])"),  # 4 200: one number or two
    ("number", r"\d{4}年第\d+号"),
    ("phone", r"0\d{2,3}-?\d{7,8}(?!\d)"),
    ("phone", r"1[3-9]\d{9}(?!\d)"),
    ("clock", r"\d{1,2}:\d{2}(?::\d{2})?(?!\d)"),
    ("ratio", r"(?<!\.)\d+(?:\.\d+)?(?:[:∶]\d+(?:\.\d+)?)+"),
    ("list", r"^\d{1,2}[.、．)）](?!\d)"),
    ("name", rf"\d+(?:\.\d+)?\+?(?!(?:{_LATIN})(?![0-9A-Za-z]))[A-Za-z]+(?![A-Za-z/])"),
    ("name", r"\d+年一遇"),
    ("name", rf"24小时(?={'|'.join(ROUND_THE_CLOCK)})"),
    ("name", r"\d{1,2}分钟(?=[“\"]?[\u4e00-\u9fff]{1,8}圈)"),
    ("name", r"\d+\+[0-9A-Za-z]+"),
    ("name", r"\d{2}年代|\d{2,4}后|\d{1,2}-\d{2}社"),
)
_WORDS_BEGIN = "A-Za-z \\t　〔【(（\\[索统网公浏点阅第前附表图电传手热邮最过近"
_COUNTED = (
    "%‰,万亿百千余多元个名位户家项件所座处条台辆张场亩吨米岁支批起例栋间套床份册部期节头只块"
    "类种级倍公平立次班组餐"
)
"""What never follows the digits of the second table: one look spares a dozen patterns."""
_ANY = re.compile(
    f"(?=[{_WORDS_BEGIN}0-9])(?:"  # a look spares trying two
    f"(?=[{_WORDS_BEGIN}])(?:{_tried(_AFTER_WORDS, 'w')})"
    f"|(?<!\\d)(?=\\d)(?!\\d+[{_COUNTED}])(?:{_tried(_FROM_DIGITS, 'd')}))",
    re.MULTILINE,
)
_DIGIT = re.compile("[0-9]")


def others(text: str) -> Iterator[Other]:
    """Yield what holds digits and is no figure, in order, of a text in half width, its numbers closed up."""
    if not _DIGIT.search(text):
        return
    for match in _ANY.finditer(text):
        yield Other(match.start(), match.end(), str(match.lastgroup).partition("_")[0])
