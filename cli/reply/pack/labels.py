"""What figures measure: labels from the words of their own clauses, readable alone."""

import re
import sys
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reply.measure.qualifier import AFTER as QUALIFIERS_AFTER
from reply.measure.quantity import Found
from reply.measure.reach import Time
from reply.pack.clauses import clause_start
from reply.pack.vocabulary import ATTRIBUTES, PREDICATES
from reply.sentences import Span

_CHANGES = "提高|提升|增加|增长|上升|扩大|延长|下降|降低|减少|缩短|压缩|缩减|调整|降|升"
_CHANGED = re.compile(rf"(?:{_CHANGES})[为至到]")
_LEADING = re.compile(
    r"(?:[一二三四五六七八九十]是|其中|并且?|同时|另有|另外|此外|以及|累计|全年|原来的|同期|去年|目前|按照|按(?![照揭时期需])"
    r"|及(?!时)|和(?![谐平])|与|共(?![享建治同产])|已|又|现有|现(?![代场金])|由|对(?![口外接象])|为(?![民农老])"
    r"|在(?![园校册岗编建职读籍训院线家馆])|将|从(?![业事严])|至|到(?![位岗期达场])|等(?![级待])|的|了|较(?!大)|比(?![例重赛])|,)+"
)
_TRAILING = re.compile(
    rf"(?:(?:{_CHANGES})?(?:(?<!行)为|[至到])|分别|(?<!下)达|共计?|累计|合计|占|是|才?有|了|的|给予|控制|在|由(?:原来)?|从|以|按|仅|已"
    r"|目前|[由为从按]?每[\u4e00-\u9fff]{1,2}(?:发放)?)+$"
)
_MAY_END = frozenset("共为至到别达计占是有了的予制在由来从以按仅已前")
"""What the second ends with: one look spares trying it everywhere."""
_COMMAS = frozenset("、,;。")
_LIST_MARKS = re.compile("[、(（《“)）》”]")
_DIGITS_ON = re.compile(r"\d.*")
_LINKS = ("、", ",", "和", "与", "及", "以及", "、和")
_ITEM_ENDS = re.compile("、|和|与|以?及(?!以)")
_PAIRS = re.compile("[“”()《》]")
_NOUN_AFTER = re.compile(
    r"(?P<noun>(?:(?![的和与及占])[\u4e00-\u9fff“”\"A-Za-z]|\([^()。]{1,10}\)|[()]){1,20})"
)
_OWNED_AFTER = re.compile(r"的(?P<noun>[\u4e00-\u9fff]{2,8}?)(?=[由被在按,;。、]|$)")
_ATTRIBUTE = rf"(?:总|平均)?(?:{'|'.join(ATTRIBUTES)})"
_SAYS_LITTLE = re.compile(
    rf"(?P<verbs>(?:{'|'.join(map(re.escape, sorted(PREDICATES, key=len, reverse=True)))}|{_CHANGES})*"
    rf"(?:每[\u4e00-\u9fff]{{1,4}}?)*)(?P<attribute>{_ATTRIBUTE})?|占.*|\d+岁以[上下]"
)
"""Words that ask of what: 同比增长, 每村每年, 合格率, 60岁以上."""
_LITTLE_BEGINS = frozenset(["", *(word[0] for word in (*PREDICATES, *_CHANGES.split("|"))), *"每占"])
_LITTLE_ENDS = frozenset(["上", "下", *"率比重", *(pattern[-1] for pattern in ATTRIBUTES)])
"""What such words begin or end with: one look spares the match."""
_ENDS_IN_ATTRIBUTE = re.compile(rf".*{_ATTRIBUTE}")
_CONDITIONS = tuple(word for word in QUALIFIERS_AFTER if word.endswith(("上", "下", "内")))
_ADVERBIAL = re.compile(
    "按照|根据|依据|通过|为|在|对|经|随着|结合|针对|积极|切实|大力|进一步|认真|不断|按|据|从|自|如|截"
)
"""What begins a clause that names no subject."""
FIGURES_BACK = 6
"""Figures before that are asked for what the words of a figure are about."""
LONGEST_LITTLE = 16
"""Characters of words that say little; what is longer says something."""
LONGEST = 30
"""Characters of a label; of longer words the last are kept, next to the number."""


class Place(NamedTuple):
    """Where a figure stands in a text in half width."""

    text: str
    sentence: Span
    clause: int
    """Where its clause begins."""
    figures: Sequence[Found]
    """The figures of the text."""
    ordinal: int
    """Which of them it is, from 0."""
    times: Sequence[Time]
    """The times that its sentence names."""


def label_of(place: Place, earlier: Sequence[str], title: str | None) -> str | None:
    """Return what is measured; None where the text does not say.

    It is in the words before the number in its clause and the noun after it. Where they only say that
    something grew, or name an attribute, what they are about stands before them, with a colon: it is
    looked for in the figures before, whose labels are `earlier`, then in the title of the section.
    """
    if shared := _shared(place, earlier):
        return _joined(*shared)
    own = _own(place)
    little = _says_little(own)
    if little is None:
        return own[-LONGEST:]
    return _joined(_topic(place, earlier, little) or title, own) or None


def _joined(about: str | None, own: str) -> str:
    if about and own and len(about) + len(own) < LONGEST:
        return f"{about}：{own}"
    return (own or about or "")[:LONGEST]


def _says_little(words: str) -> re.Match[str] | None:
    may = len(words) <= LONGEST_LITTLE and (words[:1] in _LITTLE_BEGINS or words[-1:] in _LITTLE_ENDS)
    return _SAYS_LITTLE.fullmatch(words) if may else None


def _own(place: Place) -> str:
    """Return the words before the number, from the last item of a list on, and the noun after it."""
    text, (start, end) = place.text, place.figures[place.ordinal][:2]
    item = _item_start(text, place.clause, start)
    before = _words(place, item, start)
    after = _noun_after(place, end)
    if not before and not after and item > place.clause:
        before = _DIGITS_ON.sub("", _words(place, place.clause, start))
    return _paired((before if len(before) > 1 else "") + after)


def _noun_after(place: Place, end: int) -> str:
    """Return the noun that a number counts; what it changed into is none."""
    if place.text[end : end + 1] in _COMMAS:
        return ""
    following = place.ordinal + 1
    last = place.figures[following].start if following < len(place.figures) else sys.maxsize
    noun = _NOUN_AFTER.match(place.text, end, last) or _OWNED_AFTER.match(place.text, end, last)
    if noun is None or _CHANGED.match(noun[0]):
        return ""
    return _ended(noun["noun"])


def _words(place: Place, start: int, end: int) -> str:
    """Return the words of a stretch without its times and numbers, and what only connects them."""
    cuts = _cuts(place, start, end)
    words = "".join(_without(place.text, start, end, cuts)) if cuts else place.text[start:end]
    words = words.strip()
    if leading := _LEADING.match(words):
        words = words[leading.end() :]
    return _ended(words).strip("、,() ")


def _ended(words: str) -> str:
    """Take the words off the end that only lead to a number."""
    may_end = words[-1:] in _MAY_END or "每" in words[-6:]
    return _TRAILING.sub("", words) if may_end else words


def _cuts(place: Place, start: int, end: int) -> list[Span]:
    """Return the times and numbers of a stretch, in order; a condition is none: 60岁以上."""
    spans: list[Span] = []
    if place.times:
        times = place.times[bisect_left(place.times, (start,)) : bisect_left(place.times, (end,))]
        spans = [(time.start, time.end) for time in times]
    if not place.ordinal or place.figures[place.ordinal - 1].start < start:
        return spans
    for found in _figures_since(place, start):
        condition = place.text.endswith(_CONDITIONS, found.start, found.end)
        leads_on = found.end < end or end == place.figures[place.ordinal].start
        if found.end <= end and not (condition and leads_on):
            spans.append((found.start, found.end))
    return sorted(spans)


def _without(text: str, start: int, end: int, cuts: Sequence[Span]) -> Iterator[str]:
    position = start
    for cut_start, cut_end in cuts:
        if position <= cut_start:
            yield text[position:cut_start]
            position = min(cut_end, end)
    yield text[position:end]


def _item_start(text: str, clause: int, start: int) -> int:
    """Return where the item of a list begins: after the last 、 that stands in no brackets."""
    begin, depth = clause, 0
    if "、" not in text[clause:start]:
        return begin
    for mark in _LIST_MARKS.finditer(text, clause, start):
        depth += (mark[0] in "(（《“") - (mark[0] in ")）》”")
        if mark[0] == "、" and depth <= 0:
            begin = mark.end()
    return begin


def _topic(place: Place, earlier: Sequence[str], little: re.Match[str]) -> str | None:
    """Return what the figures before in the sentence are about, or, if nothing is said, the clause before."""
    for n in reversed(range(max(place.ordinal - FIGURES_BACK, 0), place.ordinal)):
        if place.figures[n].start < place.sentence[0]:
            break
        if n and "、" in place.text[place.figures[n - 1].end : place.figures[n].start]:
            return None  # what follows a list is of all in it
        about, _, said = earlier[n].rpartition("：")
        if not about or (not little["attribute"] and _ENDS_IN_ATTRIBUTE.fullmatch(said)):
            about = earlier[n]
        asks_too = little["attribute"] and _ENDS_IN_ATTRIBUTE.fullmatch(about)
        if not asks_too and not _says_little(about):
            return about
    if little[0] and little[0][0] != "每":
        return None
    end = place.clause - 1
    start = clause_start(place.text, place.sentence, end) if end > place.sentence[0] else end
    return None if _ADVERBIAL.match(place.text, start) else _paired(_words(place, start, end))


def _shared(place: Place, earlier: Sequence[str]) -> tuple[str, str] | None:
    """Return the topic and the words of one of several numbers that are shared out.

    受理426台,开工318台,分别增长41.1%、37.7% speaks of figures before;
    小学、初中近视率分别为35%和71% names them itself.
    """
    at = place.text.rfind("分别", place.clause, place.figures[place.ordinal].start)
    if at < 0:
        return None
    rank = sum(1 for _ in _figures_since(place, at))
    count = rank + 1 + _following(place)
    if count == 1:
        return None
    said = _words(place, place.clause, place.figures[place.ordinal - rank].start)
    items = [item for item in _ITEM_ENDS.split(_words(place, place.clause, at)) if item]
    if len(items) == count:
        return said.replace("分别", ""), items[rank]
    first = place.ordinal - rank - count
    if first >= 0 and place.figures[first].start >= place.sentence[0]:
        return earlier[first + rank].partition("：")[0], said.removeprefix("分别")
    return said, f"{rank + 1}/{count}"


def _following(place: Place) -> int:
    """Return how many numbers follow in the same list."""
    n = place.ordinal
    while n + 1 < len(place.figures):
        between = place.text[place.figures[n].end : place.figures[n + 1].start]
        if between not in _LINKS:
            break
        n += 1
    return n - place.ordinal


def _figures_since(place: Place, start: int) -> Iterator[Found]:
    """Yield the figures before this one that stand after a place, the last first."""
    for n in range(place.ordinal - 1, -1, -1):
        if place.figures[n].start < start:
            return
        yield place.figures[n]


def _paired(label: str) -> str:
    """Drop quotation marks and brackets that lost their partner."""
    if not _PAIRS.search(label):
        return label.strip()
    for opening, closing in ("“”", "()", "《》"):
        if label.count(opening) != label.count(closing):
            label = label.replace(opening, "").replace(closing, "")
    return label.strip()
