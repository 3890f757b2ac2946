"""What stands between a figure and the one before: its marks, and what the clauses between say."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from reply.measure.reach import Time
from reply.pack.label.speech import Speech
from reply.pack.label.subject import is_item, subject_of
from reply.pack.label.words import cleaned
from reply.sentences import Span

LONGEST_GAP = 200
"""Characters before a number that are read."""
SHORTEST_CLAUSE, LONGEST_CLAUSE = 4, 24
"""Characters of a clause that says for whom something is."""
_MARKS = re.compile("[,;:、()“”《》]|其中")
_LINK = re.compile("[和与及]|以及")
_ADVERBIAL = re.compile("按照|根据|依据|依照|通过|经|随着|结合|截|从|自|据|同时")
_RULES = (
    "规定", "要求", "政策", "标准", "方案", "意见", "通知", "文件", "精神", "办法", "计划", "原则", "基础上",
    "以来",
)  # fmt: skip
"""Ends of clauses that say by what right, and not of what."""
_ASKED = re.compile("(?:关于|对于|针对)?(?P<what>[^,;。:]{3,20}?)的?(?:问题|事宜)$")


class Gap(NamedTuple):
    """What stands between a figure and the one before."""

    start: int
    """Where the words of the figure begin."""
    mark: str
    """The mark before them."""
    condition: str
    """The clause before, where it says for whom: 取得证书的,."""


def read_gap(text: str, before: int, found: int, sentence: int, times: Sequence[Time], speech: Speech) -> Gap:
    """Read the marks between the figure that ends at `before` and the next, and keep what they say."""
    begin = max(before, found - LONGEST_GAP)
    opened: list[tuple[str, int]] = []
    mark, condition = "", ""
    for match in _MARKS.finditer(text, begin, found):
        sign, at = match[0], match.start()
        if sign in "(“《":
            opened.append((sign, begin))
            begin = begin if sign != "(" else match.end()
        elif sign in ")”》":
            if opened:
                begin = opened.pop()[1]
            elif sign == ")":
                speech.close_bracket()
                begin, mark = match.end(), ")"
        elif opened and (opened[-1][0] != "(" or text.find(")", at, found) >= 0):
            continue
        elif sign == "、":
            if text[begin:at].strip() == "":
                begin, mark = match.end(), "、"
        elif sign == "其中":
            if not opened:
                speech.open_parts()
            begin, mark = match.end(), "其中"
        else:
            condition = _read_clause(text, begin, at, sign, times, speech)
            begin, mark = match.end(), sign
    for sign, _ in opened:
        if sign == "(":
            speech.open_bracket()
            mark = "("
    if not mark and begin == before > sentence and (link := _LINK.match(text, begin, found)):
        begin, mark = link.end(), "、"
    return Gap(begin, mark, condition)


def _read_clause(text: str, start: int, end: int, sign: str, times: Sequence[Time], speech: Speech) -> str:
    """Keep what a clause without a figure of its own says; return it where it says for whom."""
    if sign == ";":
        speech.end_part()
    speech.led = ""
    if start == end:
        return ""
    words = cleaned(text, start, end, without_times(text, times, start, end))
    if sign == ":":
        if is_item(words):
            speech.item, speech.item_at = words, len(speech.said)
        return ""
    if speech.item and speech.item_at == len(speech.said):
        speech.item = ""  # no figure followed it: it was no item
    if subject := subject_of(words):
        speech.of(subject)
    elif asked := _ASKED.fullmatch(words):
        speech.topic, speech.explicit = asked["what"], True
    if text[end - 1] == "的":
        last = speech.previous
        if last is not None and last.unit == "" and end - start <= 2:
            return str(last.label)  # of a condition: 50亩以上的,
        return words if end - start > 2 else ""
    if _ADVERBIAL.match(text, start) or words.endswith(_RULES):
        return ""
    return words if SHORTEST_CLAUSE <= len(words) <= LONGEST_CLAUSE else ""


def without_times(text: str, times: Sequence[Time], start: int, end: int) -> list[Span]:
    """Return the times in a stretch; what something is compared with belongs to the words: 比2015年增长."""
    chosen = times[bisect_left(times, (start,)) : bisect_left(times, (end,))]
    return [
        (time.start, time.end)
        for time in chosen
        if not time.compared and text[time.start : time.end] != "现有"
    ]
