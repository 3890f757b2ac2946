"""Numbers that one clause names together: shared out by 分别, or before one 的."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from reply.measure.quantity import Found
from reply.measure.reach import Time
from reply.pack.label.parts import Label, core
from reply.pack.label.speech import FIGURES_BACK, Speech
from reply.pack.label.words import cleaned, paired
from reply.sentences import Span
from reply.telling import is_attribute

_LINKS = frozenset(["、", ",", "和", "与", "及", "以及", "、和"])
_ITEM_ENDS = re.compile("、|和|与|以?及(?!以)")
_RATED = re.compile("[\u4e00-\u9fff]{2}率$")
_CHAINED = re.compile("(?!或)(?:(?![均每按不])[\u4e00-\u9fff]){0,8}[、和与及]?")
_OWNED = re.compile("[\u4e00-\u9fff]{0,4}?的(?!标准|要求|比例)([\u4e00-\u9fff]{2,8})")
_SOLVED = re.compile("解决|满足|保障|改善|缓解")


class Shared(NamedTuple):
    """A number that is shared out with others."""

    ordinal: int
    at: int
    """Where 分别 stands."""
    sentence: Span
    noun: str
    times: Sequence[Time]
    each: Sequence[Span]


def shared(text: str, figures: Sequence[Found], one: Shared, speech: Speech) -> Label | None:
    """Return the label of one of several numbers that are shared out by 分别.

    受理426台,开工318台,分别增长41.1%、37.7% speaks of figures before;
    小学、初中近视率分别为35%和71% names them itself; of 2018年、2019年分别投入500万元、600万元 the
    periods tell them apart.
    """
    found, at = figures[one.ordinal], one.at
    if any(mark in text[at : found.start] for mark in ";。"):
        return None
    first = bisect_left(figures, (at,))
    rank = one.ordinal - first
    if any(text[a.end : b.start] not in _LINKS for a, b in pairwise(figures[first : one.ordinal + 1])):
        return None
    count = rank + 1 + _following(text, figures, one.ordinal)
    if count == 1:
        return None
    clause = max(text.rfind(mark, one.sentence[0], at) for mark in ",;:。")
    clause = max(clause + 1, one.sentence[0], figures[first - 1].end if first else 0)
    said = cleaned(text, at + 2, figures[first].start, ())
    if any(len(time.each) == count for time in one.times if clause <= time.start < at):
        return Label(speech.topic, said or one.noun)
    before = cleaned(text, clause, at, [span for span in one.each if clause <= span[0] < at])
    items = [item for item in _ITEM_ENDS.split(before) if item]
    if len(items) == count:
        return _of_item(items, rank, said or one.noun, named=bool(said))
    if first - count >= speech.first:
        return Label(core(speech.said[first - count + rank]), said or before)
    return Label(before, f"{said}{rank + 1}/{count}")


def _of_item(items: Sequence[str], rank: int, said: str, *, named: bool) -> Label:
    """Return the label of one of the items that a clause names: 小学、初中近视率, 东、西部."""
    rate = _RATED.search(items[-1])
    if not named and rate and not items[rank].endswith(rate[0]):
        said = rate[0]
    item = items[rank] if len(items[rank]) > 1 else items[rank] + items[-1][1:]
    return Label(item, said)


def _following(text: str, figures: Sequence[Found], ordinal: int) -> int:
    """Return how many numbers follow in the same list."""
    n = ordinal
    while n + 1 < len(figures) and n - ordinal < FIGURES_BACK:
        if text[figures[n].end : figures[n + 1].start] not in _LINKS:
            break
        n += 1
    return n - ordinal


LONGEST_LINK = 10
"""Characters between two numbers of a chain."""


class Chain(NamedTuple):
    """Numbers that stand before one 的, by their ordinals, with what was done and the noun."""

    first: int
    last: int
    verb: str
    noun: str

    def label(self, ordinal: int, own: str, noun: str) -> Label:
        """Return the label of one of them: 解决5个村6200人的饮水困难."""
        own = "" if own == self.verb else own
        what = f"{self.verb}{self.noun}"
        if ordinal == self.last:
            return Label(what, own) if is_attribute(own) else Label("", what)
        return Label(what, paired(own if noun in own else own + noun))


def chain_from(text: str, figures: Sequence[Found], ordinal: int, own: str) -> Chain | None:
    """Return the chain that a number begins; None where it stands alone."""
    last = ordinal
    if last + 1 == len(figures) or figures[last + 1].start - figures[last].end > LONGEST_LINK:
        return None
    ends = min(len(figures), ordinal + FIGURES_BACK) - 1
    while last < ends and _CHAINED.fullmatch(text, figures[last].end, figures[last + 1].start):
        last += 1
    owned = _OWNED.match(text, figures[last].end) if last > ordinal else None
    if owned is None:
        return None
    verb = _SOLVED.search(own)
    return Chain(ordinal, last, verb[0] if verb else "", owned[1])
