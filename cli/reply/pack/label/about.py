"""What the own words of a figure are about, where they do not say it themselves."""

import re
from typing import NamedTuple

from reply.measure.unit import SHARES
from reply.pack.label.gap import Gap
from reply.pack.label.own import is_given
from reply.pack.label.parts import Label, Said, apart, core
from reply.pack.label.speech import Speech
from reply.pack.label.subject import is_item, lead_of
from reply.pack.label.words import begun
from reply.telling import PLACES, Kind, kinds, says_little

LONGEST_YEAR = 8
"""Characters of what something is a multiple of: 2006年的2.6倍."""
LONGEST_GIVEN = 12
"""Characters of words on whom money is given to."""
_COMPARED = ("同比", "环比", "比", "较", "增长", "提高", "提升", "上升", "下降", "降低", "减少", "增加")
_BELONGS = ("设", "内设", "配有", "在校", "在园", "在职教")
"""What begins words on what a thing has, which need its name."""
_GIVES = re.compile("发放|给予|享受|领取|收取|缴纳|的|：")
_GIVEN_BEFORE = re.compile("(?:给予|发放|享受|按)([\u4e00-\u9fff]{0,6}(?:补助|补贴|奖励|奖补|津贴|资助))$")
_GIVEN_WORDS = re.compile("补助|补贴|奖励|奖补|津贴|资助|补偿|救助|奖金|[\u4e00-\u9fff]{2}费(?!用|率)")
_NORM = re.compile("(.{0,12}(?:标准|价格|收费))(?:分别)?(?:为|是|:)(.{2,})")
_COUNTED = re.compile("[0-9一二三四五六七八九十]")
"""What begins words on a part that is only an age or a size: 五十岁以上."""
_MOVED = ("分到", "分给", "分配到", "调剂到", "派往")
"""What begins words on where some of the things before went."""


class Told(NamedTuple):
    """A figure as far as it is read."""

    own: str
    unit: str
    gap: Gap
    later: str
    """What is given, where it stands after the number: 每千瓦300元、200元给予[建设补贴]."""
    done: bool
    """Whether 已 stands before it."""
    has: bool
    """Whether its words only say that there are so many: 现有."""
    follows: str
    """What is said of it after the number."""

    @property
    def money(self) -> bool:
        """Whether it is an amount of money."""
        return self.unit.endswith("元")


def labelled(one: Told, speech: Speech) -> Label:
    """Return the label of a figure: its own words, and what they are about."""
    little = kinds(one.own)
    if speech.parts and (part := _of_parts(one, little, speech)):
        return part
    if speech.item and (little is not None or not one.own):
        return Label(speech.item, one.own or core(speech.total(one.unit)))
    if one.gap.mark != "、":
        speech.led = one.own
    elif little is None and (lead := lead_of(speech.led)) and not one.own.startswith(lead):
        return Label("", lead + one.own)
    if not one.own:
        return _of_nothing(one, speech)
    if rate := _of_rate(one, speech):
        return rate
    if one.unit == "倍" and speech.previous and len(one.own) < LONGEST_YEAR:
        return Label(core(speech.previous), one.own)
    if (
        speech.subject
        and one.gap.mark != "("
        and not one.own.startswith(PLACES)
        and speech.subject not in one.own
    ):
        return Label(speech.subject, one.own)
    return _named(one, speech) if little is None else _of_little(one, little, speech)


def _of_parts(one: Told, little: tuple[Kind, ...] | None, speech: Speech) -> Label | None:
    """Return the label of a part of a total, in brackets or after 其中; None after the last part."""
    own = one.own or one.follows
    if speech.in_brackets:
        return Label(core(speech.whole), own)
    total = speech.total(one.unit)
    if speech.part_unit in (None, one.unit):
        speech.part_unit = one.unit
        if one.gap.mark in (":", ";") and is_item(own):
            speech.item = own
        shares = one.unit in SHARES and total is not None and total.unit not in SHARES
        if own and shares and little is None and not _COUNTED.match(own):
            return Label("", own)
        whole = core(total.without_purpose()) if total else ""
        if own:
            return Label(apart(whole, own), own)
        return Label(speech.item, whole) if speech.item else Label("", whole)
    if speech.item:
        return Label(speech.item, own or core(total))
    if one.gap.mark == "、" and little is not None and speech.previous:
        return Label(core(speech.previous), own)  # 其中清淤2万方、投资89万元
    speech.parts, speech.part_unit = False, ""
    return None


def _of_nothing(one: Told, speech: Speech) -> Label:
    """Return the label of a figure without words of its own."""
    previous = speech.previous
    if one.gap.condition:
        return Label("", one.gap.condition)
    if previous is None:
        return Label("", speech.topic)
    if one.gap.mark == "、" and previous.unit != one.unit and one.follows:
        return Label("", lead_of(previous.label.own) + one.follows)
    again = previous.unit == one.unit and "首" not in previous.label.own
    if (one.gap.mark == "," and not again) or (one.has and again and previous.label.about):
        return Label("", previous.label.about or previous.thing)
    return previous.label._replace(note="") if previous.label.note else previous.label


def _of_rate(one: Told, speech: Speech) -> Label | None:
    """Return the label of what is given to whom, or of one of several norms."""
    own, gap = one.own, one.gap
    if not gap.condition and not one.later:
        return None
    if one.money and not is_given(own) and (given := _GIVEN_BEFORE.search(gap.condition)):
        speech.norm = given[1]
        return Label(speech.norm, own)
    if gap.condition and is_given(own) and len(own) < LONGEST_GIVEN and gap.condition not in own:
        return Label(gap.condition, own)
    if one.later and not is_given(own):
        return Label(one.later, own)
    return None


def _named(one: Told, speech: Speech) -> Label:
    """Return the label of a figure whose own words name a thing."""
    own, previous = one.own, speech.previous
    if standard := _NORM.fullmatch(own):
        speech.norm = standard[1]
        return Label(standard[1], begun(standard[2]))
    if own.startswith(_MOVED) and previous and previous.unit == one.unit:
        return Label(previous.thing, own)
    if one.money and len(own) < LONGEST_GIVEN and not is_given(own):
        if speech.norm:
            return Label(speech.norm, own)
        given = _GIVEN_WORDS.search(str(previous.label)) if previous else None
        if given and previous and previous.unit == one.unit and one.gap.mark in ("、", ",", ";"):
            return Label(_GIVES.split(str(previous.label))[-1] or given[0], own)
    return Label(speech.topic if own.startswith(_BELONGS) else "", own)


def _of_little(one: Told, little: tuple[Kind, ...], speech: Speech) -> Label:
    """Return the label of a figure whose own words name no thing."""
    own, previous = one.own, speech.previous
    compared = own.startswith(_COMPARED) and previous is not None
    if compared or "relation" in little:
        return _beside(own, previous, speech, compared=compared)
    if one.money:
        return Label(speech.of_money(), own)
    if "attribute" in little:
        return Label(speech.topic or speech.title or speech.asked, own)
    if set(little) == {"verb"} and one.done:
        own = f"已{own}"  # of what is to be done 已配置 is another thing
    same = previous if previous and previous.unit == one.unit and "verb" in little else None
    about = core(same)
    return Label(
        about if about and not says_little(about) else speech.topic or speech.title or speech.asked, own
    )


def _beside(own: str, previous: Said | None, speech: Speech, *, compared: bool) -> Label:
    """Return the label of a figure that stands beside the one before: 同比增长, 就业率."""
    if speech.listed:
        return Label(speech.topic if "、" in speech.topic else "", own)
    if compared and previous:
        beside = previous.label.own.startswith(("占", *_COMPARED))
        return Label(previous.label.about if beside else str(previous.label._replace(note="")), own)
    if previous and set(kinds(previous.label.own) or ()) == {"verb"}:
        return Label(previous.label.own, own)  # 培训350人,就业率82%
    return Label(core(previous) or speech.topic, own)
