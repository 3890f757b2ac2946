"""The numbers of official documents: 国办发〔2017〕14号, 国务院令第722号, 财政部公告2019年第3号.

The forms are those of GB/T 9704-2012, 7.2.5 (the code of the office, the year in brackets, the serial number,
号) and of orders and announcements, with what typing, typesetting and scanning make of them.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import normalize

OPENING_BRACKETS, CLOSING_BRACKETS = "〔﹝[［【(（", "〕﹞]］】)）"
"""What stands around the year; the standard has the first of each."""
LONGEST_CODE = 12
"""Characters of the code of an office, or of its name before 令."""

_DASHES = str.maketrans("—–", "--")
_GAP = "[ \\t\u00a0\u2000-\u200a\u202f\u3000]{0,4}"
_SERIAL = rf"第?{_GAP}[0-9]{{1,6}}(?:{_GAP}-{_GAP}[0-9]{{1,6}})?"
_NEXT = rf"{_GAP}号?{_GAP}[、,，和]{_GAP}{_SERIAL}(?={_GAP}[号、,，和])"
_YEAR = (
    rf"[{re.escape(OPENING_BRACKETS)}]{_GAP}"
    rf"(?:[12][0-9]{{3}}|[一二][〇○零一二三四五六七八九]{{3}})"
    rf"{_GAP}[{re.escape(CLOSING_BRACKETS)}]"
)
_NUMERAL = "[0-9一二三四五六七八九十百〇零]{1,6}"
_DOCUMENT = re.compile(
    rf"(?P<letter>{_YEAR}{_GAP}{_SERIAL}(?:{_NEXT})*{_GAP}号(?![楼线院井路街]))"
    rf"|(?P<order>(?:令|公告){_GAP}(?:\(?[0-9]{{4}}年\)?{_GAP})?第?{_GAP}{_NUMERAL}{_GAP}号)"
    rf"|(?P<ordered>(?:[0-9]{{4}}年{_GAP})?第{_GAP}{_NUMERAL}{_GAP}号{_GAP}(?:主席令|令|公告))"
)
_CODE = re.compile(rf"[\u4e00-\u9fffA-Za-z]{{1,{LONGEST_CODE}}}{_GAP}$")
_NOT_OF_CODE = re.compile(
    ".*(?:按照|依照|遵照|参照|贯彻|落实|印发|转发|下发|颁发|发布|出台|制定|执行|关于|通知|文件|办法|文号|字号|编号"
    "|和|与|及|按|据|以|见|的|在|经|由|为)"
)
"""Words that stand before a code without being part of it."""


class DocumentNumber(NamedTuple):
    """Where the number of a document stands in a text."""

    body_start: int
    """Where the code or the name of the body that issued it begins: 国办发; `start` where none is written."""
    start: int
    """Where what follows the code begins: the bracket, 令, 公告 or 第. All digits are from here on."""
    end: int
    """After 号, 令 or 公告; of a list that shares its year (〔2017〕123、124号), after the last."""


def numbers(text: str) -> Iterator[DocumentNumber]:
    """Yield the document numbers of a text in half width and simplified script, in order.

    A year in round brackets counts with a code before it only: 国办发(2016)5号. Takes time in proportion
    to the text.
    """
    if "号" not in text:
        return
    after = 0
    for match in _DOCUMENT.finditer(text):
        start = match.start()
        body_start = _body_start(text, max(start - LONGEST_CODE - 4, after), start)
        after = match.end()
        if body_start == start and (match["letter"] is None or match[0][0] in "(（"):
            continue
        yield DocumentNumber(body_start, start, after)


def as_given(number: str) -> str:
    """Return a document number as people are given it: in half width, no spaces, ﹝2017﹞ as 〔2017〕."""
    return "".join(normalize("NFKC", number).translate(_DASHES).split())


def _body_start(text: str, earliest: int, start: int) -> int:
    """Return where the code before a number begins; `start` where there is none."""
    before = text[earliest:start]
    code = _CODE.search(before)
    if code is None:
        return start
    linked = _NOT_OF_CODE.match(code[0])
    begin = code.start() + (linked.end() if linked else 0)
    return earliest + begin if before[begin:].strip() else start
