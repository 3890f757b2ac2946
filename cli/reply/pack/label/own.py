"""The own words of a figure: what stands before its number, joined with what stands after it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from reply.measure.quantity import Found
from reply.measure.unit import SHARES
from reply.pack.label.after import noun_after, predicate_after, purpose_after
from reply.pack.label.subject import lead_of
from reply.pack.label.words import cleaned
from reply.sentences import Span
from reply.telling import PLACES, says_little

LONGEST_JOINED = 24
"""Characters of words before and after a number that are joined."""
TIMES = ("年", "个月", "月", "天", "日", "周")
_PARTED = frozenset((*TIMES, "次", "批", "期"))
_SHARE = re.compile("占|[是为]")
_BY_RULE = re.compile("[按依根参][照据]?[^,;。:、]{0,16}?(?:标准|规定|要求|价格|定额)(?![为是的每]|$)(?=..)")
"""按现行标准约需: by what right, and not of what."""
_OF_RULE = re.compile("(?:标准|规定|要求|比例)(?=应)")
"""按每万人2名医生的[标准]应配备."""
_RULE_BEGINS = frozenset("按依根参标规要比")
_ENUMERATED = re.compile("(?:(.{2,16}?(?:包括|共有|涉及|覆盖|如))|)[^、]*、.*")
"""Names that stand before how many there are: 工程包括东园、西园、南园等[3个小区]."""
_GIVEN = re.compile("补助|补贴|奖励|奖补|津贴|资助|补偿|救助|奖金|[\u4e00-\u9fff]{2}费(?!用|率)")
_SERVED = "为对向给"


class Place(NamedTuple):
    """A number and what may be read around it."""

    text: str
    found: Found
    start: int
    """Where its words begin."""
    last: int
    """Where what follows it ends."""
    unit: str
    """Its unit, or nothing."""

    def before(self, words: str) -> bool:
        """Tell whether a character stands right before the number."""
        return self.text.startswith(words, self.found.start - len(words))


class Own(NamedTuple):
    """The own words of a figure, and what stands after the number."""

    words: str
    noun: str
    purpose: str = ""
    """What the words end in that says what the money is for."""


def is_given(words: str) -> bool:
    """Tell whether words name money that is given: 补助, 津贴."""
    return _GIVEN.search(words) is not None


def words_before(place: Place, cuts: Sequence[Span]) -> str:
    """Return the words before a number, without by what rule it is."""
    rule = None
    if place.text[place.start : place.start + 1] in _RULE_BEGINS:
        after = _OF_RULE if place.text.startswith("的", place.start - 1) else _BY_RULE
        rule = after.match(place.text, place.start, place.found.start)
    own = cleaned(place.text, rule.end() if rule else place.start, place.found.start, cuts)
    if len(own) == 1:
        own = own.strip("中里内上间处")
    if place.unit in SHARES and place.before("的") and own and not own.startswith("占"):
        return f"占{own}" if _SHARE.search(place.text, place.start, place.found.start) else own
    return own


def noun_of(place: Place) -> str:
    """Return the noun after the number."""
    return noun_after(place.text, place.found.end, place.last, place.unit)


def joined(place: Place, own: str, noun: str) -> Own:
    """Join the words before a number with those after it."""
    text, found, unit, last = place.text, place.found, place.unit, place.last
    if not own and unit in SHARES and text.startswith("的", found.end):
        own = predicate_after(text, found.end + 1, last)
    elif unit in _PARTED and place.before("分"):
        return Own(f"分{unit}{predicate_after(text, found.end, last)}", "")  # 分五年兑现
    own = _with_noun(place, own, noun)
    if purpose := purpose_after(text, found.end, last, unit):
        return Own(own + purpose, noun, purpose) if purpose not in own else Own(own, noun)
    if not unit.endswith("元") and (
        (unit in TIMES and not own) or (noun and own in (noun, *(p + noun for p in PLACES)))
    ):
        own = own.removesuffix(noun) + (predicate_after(text, found.end, last) or noun)
    return Own(own, noun)


def _with_noun(place: Place, own: str, noun: str) -> str:
    """Return the words before a number with the noun after it, where they do not name it."""
    counted_of = place.before("等")
    if not noun:
        return f"{own}等" if counted_of and own else own
    if counted_of and (enumerated := _ENUMERATED.fullmatch(own)):
        if enumerated[1]:
            return enumerated[1] + noun
        return predicate_after(place.text, place.found.end, place.last) or noun
    if counted_of:
        return lead_of(own) + noun
    if place.found.start and place.text[place.found.start - 1] in _SERVED and place.start < place.found.start:
        served = predicate_after(place.text, place.found.end, place.last)
        if len(served) > len(noun):
            return noun  # 为1380名老人开展服务
    if says_little(own):
        return own if own.endswith(noun) else own + noun
    if place.unit.endswith("元"):
        return own + noun if is_given(noun) and not is_given(own) else own
    if len(own) + len(noun) < LONGEST_JOINED and noun not in own:
        return own + noun
    return own
