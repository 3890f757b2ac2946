"""Build what each figure of a section measures, one after the other, from parts that stay parts."""

import re
import sys
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reply.measure.quantity import Found
from reply.measure.reach import Time
from reply.measure.unit import SHARES
from reply.pack.label.after import noun_after, predicate_after, purpose_after
from reply.pack.label.subject import (
    BESIDE_THE_POINT,
    bare,
    heading_subject,
    is_item,
    lead_of,
    stripped_of_verb,
    subject_of,
)
from reply.pack.label.words import begun, cleaned, paired
from reply.sentences import Span
from reply.telling import PLACES, UNNAMED, kinds, says_little

LONGEST = 60
"""Characters of a label."""
LONGEST_GAP = 200
"""Characters before a number that are read."""
LONGEST_YEAR = 8
"""Characters of what something is a multiple of: 2006年的2.6倍."""
LONGEST_LIST = 20
"""Characters of things that an attribute is of together."""
SEVERAL = 3
"""Things in one sentence of which no one has the money that follows."""
FIGURES_BACK = 8
"""Figures before that are asked for a total in the same unit."""
_MARKS = re.compile("[,;:、()“”《》]|其中")
_CONDITION_ENDS = ("以上", "以下", "以内", "之内", "之上", "及以上", "及以下", "内", "(含)以上", "(含)以下")
_TIMES = ("年", "个月", "月", "天", "日", "周")
_AGES = ("岁", "周岁")
_HAN = re.compile("[\u4e00-\u9fff]")
_CHANGED = re.compile(
    "[,、]?(?:再|又)?(?:提高|提升|增加|增长|上升|扩大|延长|下降|降低|减少|缩短|压缩|缩减|调整|删减|增|降|升)[为至到]$"
)
_CHANGES = re.compile(
    "(?:提高|提升|增加|增长|上升|扩大|延长|下降|降低|减少|缩短|压缩|缩减|调整|删减|增|降|升)[、\u4e00-\u9fff]{0,4}[为至到]"
)
_ADVERBIAL = re.compile("按照|根据|依据|依照|通过|经|随着|结合|截|从|自|据|同时")
_RULES = (
    "规定",
    "要求",
    "政策",
    "标准",
    "方案",
    "意见",
    "通知",
    "文件",
    "精神",
    "办法",
    "计划",
    "原则",
    "基础上",
    "以来",
)
"""Ends of clauses that say by what right, and not of what."""
_COMPARED = ("同比", "环比", "比", "较", "增长", "提高", "提升", "上升", "下降", "降低", "减少", "增加")
_BELONGS = ("设", "内设", "配有", "在校", "在园", "在职教")
"""What begins words on what a thing has, which need its name."""
_GIVES = re.compile("发放|给予|享受|领取|收取|缴纳|的|：")
_MEASURES = ("的标准", "的要求", "的比例", "的目标", "的任务")
_SHARES = ("%", "‰")
_SHARE = re.compile("占|[是为]")
_CHAINED = re.compile("(?!或)(?:(?![均每按不])[\u4e00-\u9fff]){0,8}[、和与及]?")
_BOUNDARY = re.compile("[的、：,](?=..)")
"""After these a word begins."""
_LINK = re.compile("[和与及]|以及")
_OWNED = re.compile("[\u4e00-\u9fff]{0,4}?的(?!标准|要求|比例)([\u4e00-\u9fff]{2,8})")
_SOLVED = re.compile("解决|满足|保障|改善|缓解")
_GIVEN = re.compile("补助|补贴|奖励|奖补|津贴|资助|补偿|救助|奖金|[\u4e00-\u9fff]{2}费(?!用|率)")
_GIVEN_LATER = re.compile(
    "[^,;。]{0,30}?(?:给予|予以|发放|享受)([\u4e00-\u9fff]{0,6}(?:补助|补贴|奖励|奖补|津贴|资助))"
)
_NORM = re.compile("(.{0,12}(?:标准|价格|收费))(?:分别)?(?:为|是|:)(.{2,})")
_GIVEN_BEFORE = re.compile("(?:给予|发放|享受|按)([\u4e00-\u9fff]{0,6}(?:补助|补贴|奖励|奖补|津贴|资助))$")
_LINKS = frozenset(["、", ",", "和", "与", "及", "以及", "、和"])
_ENUMERATED = re.compile("(?:(.{2,16}?(?:包括|共有|涉及|覆盖|如))|)[^、]*、.*")
"""Names that stand before how many there are: 工程包括东园、西园、南园等[3个小区]."""
_RATED = re.compile("[\u4e00-\u9fff]{2}率$")
_ITEM_ENDS = re.compile("、|和|与|以?及(?!以)")


class Label(NamedTuple):
    """What a figure measures, in its parts."""

    about: str
    """What the words are about, from elsewhere; of a part, the total."""
    own: str
    """Its own words: the thing counted, what was done, the attribute."""
    note: str = ""
    """Which of two states of the same thing."""

    def __str__(self) -> str:
        about, own = self.about, self.own
        if about and own and not says_little(own) and (about in own or own in about):
            about, own = "", max(about, own, key=len)
        if about and own and len(about) + len(own) >= LONGEST:
            about = ""
        label = "：".join(part for part in (about, own) if part)
        if not label.isprintable() or " " in label:
            label = "".join(c for c in label if c.isprintable() and not c.isspace())
        return (_shortened(label) or UNNAMED) + self.note


class _Said(NamedTuple):
    """What was made of a figure before."""

    label: Label
    unit: str
    start: int
    listed: bool
    """Whether it is a part: of a total, in brackets, of a place."""

    @property
    def thing(self) -> str:
        """What is counted, without what was done to it."""
        return stripped_of_verb(self.label.own) if self.label.own else self.label.about


class _Gap(NamedTuple):
    """What stands between a figure and the one before."""

    start: int
    """Where the words of the figure begin."""
    mark: str
    """The mark before them."""
    condition: str
    """The clause before, where it says for whom: 取得证书的,."""
    later: str = ""
    """What is given, where it stands after the number: 每千瓦300元、200元给予[建设补贴]."""


class _Chain(NamedTuple):
    """Numbers that stand before one 的, by their ordinals, with what was done and the noun."""

    first: int
    last: int
    verb: str
    noun: str


class Labels:
    """Labels of the figures of one text, asked for in order."""

    def __init__(self, text: str, figures: Sequence[Found], title: str, subject: str) -> None:
        self._text, self._figures = text, figures
        self._title, self._asked = heading_subject(title), heading_subject(subject)
        self._said: list[_Said] = []
        self._sentence: Span = (0, 0)
        self._first = 0
        self._begin(sentence=(0, 0), ordinal=0)
        self._end = 0
        self._chain = _Chain(-1, -1, "", "")

    def _begin(self, sentence: Span, ordinal: int) -> None:
        """Forget what a sentence said, at its end; its totals stay for 其中 at the head of the next."""
        self._earlier = self._first
        self._sentence, self._first = sentence, ordinal
        self._end = sentence[0]
        self._brackets: list[tuple[str, _Said | None, bool]] = []
        self._topic, self._explicit = "", False
        self._item, self._item_at = "", 0
        self._thing, self._things, self._subject = "", 0, ""
        self._norm = ""
        self._totals: list[_Said] = []
        self._listed = False
        self._whole: _Said | None = None
        self._part_unit = ""
        self._parts = False
        self._lead = ""

    def next(self, sentence: Span, times: Sequence[Time], each: Sequence[Span]) -> Label:
        """Return the label of the next figure; `each` are the stretches that `per` was read from."""
        ordinal = len(self._said)
        found = self._figures[ordinal]
        if sentence != self._sentence:
            self._begin(sentence, ordinal)
        if self.is_condition(ordinal):
            self._said.append(_Said(self._condition(ordinal), "", found.start, True))
            return self._said[-1].label
        gap = self._gap(found.start, times)
        label = self._label(ordinal, gap, times, each)
        unit = found.quantity.unit or ""
        self._listed = gap.mark == "、"
        listed = self._whole is not None or bool(self._item) or self._parts
        self._said.append(_Said(label, unit, found.start, listed))
        if not listed and not label.about:
            self._speak_of(label.own, gap.mark, money=unit.endswith("元"))
        return label

    def _speak_of(self, own: str, mark: str, *, money: bool) -> None:
        """Keep what attributes that follow are of: the nearest thing, or all of a list."""
        joined = not mark and not lead_of(own) and len(self._said) - 1 > self._first  # 5个乡镇[30个村]
        if joined or says_little(own) or own.startswith(BESIDE_THE_POINT):
            return
        thing = stripped_of_verb(own)
        whole = bare(thing)
        if money and whole == thing and mark != "、":
            return  # what is counted next is not of the money
        self._things += 1
        self._thing = self._thing or whole
        if mark == "、" and self._topic:
            self._topic = f"{self._topic}、{thing}" if len(self._topic) + len(thing) < LONGEST_LIST else ""
        elif whole != thing or not self._explicit or thing == own:
            self._topic, self._explicit = whole, whole != thing

    # what stands before

    def _gap(self, start: int, times: Sequence[Time]) -> _Gap:
        """Read the marks between the figure before and this one, and keep what they say."""
        text, begin = self._text, max(self._end, start - LONGEST_GAP)
        opened: list[tuple[str, int]] = []
        mark, condition = "", ""
        for match in _MARKS.finditer(text, begin, start):
            sign, at = match[0], match.start()
            if sign in "(“《":
                opened.append((sign, begin))
                begin = begin if sign != "(" else match.end()
            elif sign in ")”》":
                if opened:
                    begin = opened.pop()[1]
                elif sign == ")":
                    self._close()
                    begin, mark = match.end(), ")"
            elif (opened and opened[-1][0] != "(") or (opened and text.find(")", at, start) >= 0):
                continue
            elif sign == "、":
                if text[begin:at].strip() == "":
                    begin, mark = match.end(), "、"
            elif sign == "其中":
                self._open_parts()
                begin, mark = match.end(), "其中"
            else:
                condition = self._clause(begin, at, sign, times)
                begin, mark = match.end(), sign
        for sign, _ in opened:
            if sign == "(":
                self._brackets.append((self._topic, self._whole, self._parts))
                self._open_parts(bracket=True)
                mark = "("
        if not mark and begin == self._end > self._sentence[0] and (link := _LINK.match(text, begin, start)):
            begin, mark = link.end(), "、"
        return _Gap(begin, mark, condition)

    def _clause(self, start: int, end: int, sign: str, times: Sequence[Time]) -> str:
        """Keep what a clause without a figure of its own says; return it where it says for whom."""
        words = cleaned(self._text, start, end, _spans(self._text, times, start, end))
        if sign == ";":
            self._parts = self._parts and (bool(self._brackets) or bool(self._item))
            self._part_unit = "?" if self._parts and not self._brackets else ""
            self._topic, self._explicit, self._item = "", False, ""
            self._thing, self._things, self._subject = "", 0, ""
        self._lead = ""
        if sign == ":":
            if is_item(words):
                self._item, self._item_at = words, len(self._said)
            return ""
        if self._item and self._item_at == len(self._said):
            self._item = ""  # no figure followed it: it was no item
        if subject := subject_of(words):
            self._topic = self._subject = subject
            self._explicit = True
        if self._text[end - 1 : end] == "的" and end > start + 2:
            last = self._said[-1] if self._said else None
            if (
                last is not None
                and start <= end
                and last.unit == ""
                and last.start >= self._sentence[0]
                and end - start <= 2
            ):
                return str(last.label)
            return words
        if _ADVERBIAL.match(self._text, start) or words.endswith(_RULES):
            return ""
        return words if 3 < len(words) <= 24 else ""

    def _open_parts(self, *, bracket: bool = False) -> None:
        """Begin the parts of a total: after 其中, or in brackets."""
        if not bracket and not self._parts:
            first = self._first if len(self._said) > self._first else self._earlier
            before = self._said[max(first, len(self._said) - FIGURES_BACK) :]
            self._totals = [
                said for said in before if not (said.listed or said.label.own.startswith(_COMPARED))
            ]
        self._whole = self._said[-1] if bracket and self._said and len(self._said) > self._first else None
        self._part_unit = "" if bracket else "?"
        self._parts = True

    def _close(self) -> None:
        if self._brackets:
            self._topic, self._whole, self._parts = self._brackets.pop()

    def _total(self, unit: str) -> _Said | None:
        """Return the total that parts in a unit are of: the nearest before in that unit, or the nearest."""
        same = [said for said in self._totals if said.unit == unit]
        return next(reversed(same or self._totals), None)

    # the figure itself

    def _label(self, ordinal: int, gap: _Gap, times: Sequence[Time], each: Sequence[Span]) -> Label:
        text, found = self._text, self._figures[ordinal]
        unit = found.quantity.unit or ""
        cuts = sorted(
            [
                *_spans(text, times, gap.start, found.start),
                *(s for s in each if s[0] >= gap.start),
                *self._numbers(gap.start, ordinal),
            ]
        )
        own = cleaned(text, gap.start, found.start, cuts)
        own = own if len(own) > 1 or not own else own.strip("中里内上间处")
        if each and unit.endswith("元") and (later := _GIVEN_LATER.match(text, found.end)):
            gap = gap._replace(later=later[1])
        if unit in _SHARES and text.startswith("的", found.start - 1) and own and not own.startswith("占"):
            own = f"占{own}" if _SHARE.search(text, gap.start, found.start) else own
        last = self._figures[ordinal + 1].start if ordinal + 1 < len(self._figures) else sys.maxsize
        last = min(last, self._sentence[1])
        noun = noun_after(text, found.end, last, unit)
        self._end = found.end + (len(noun) + text.startswith("的", found.end) if noun else 0)
        previous = self._said[-1] if len(self._said) > self._first else None
        if previous and _CHANGED.search(text, max(gap.start - 1, found.start - 10), found.start):
            own_change = cleaned(text, gap.start, found.start, cuts)
            if len(own_change) < 5:
                return previous.label._replace(note="(调整后)")
        note = "(调整前)" if self._will_change(ordinal, found, gap.start) else ""
        if not own and unit in _SHARES and text.startswith("的", found.end):
            own = predicate_after(text, found.end + 1, last)
        if chained := self._chained(ordinal, own, noun):
            return chained
        if shared := self._shared(ordinal, noun, times, each):
            return shared
        if noun and (enumerated := _ENUMERATED.fullmatch(own)) and text.startswith("等", found.start - 1):
            own = enumerated[1] + noun if enumerated[1] else predicate_after(text, found.end, last) or noun
        elif not noun and text.startswith("等", found.start - 1) and own:
            own += "等"
        elif says_little(own) and noun:
            own = own + noun if not own.endswith(noun) else own
        elif (
            not noun
            or (says_little(noun) is False and len(own) < 3)
            or (
                noun
                and unit not in ("人", "户", "名")
                and not unit.endswith("元")
                and len(own) + len(noun) < 24
                and noun not in own
            )
            or (noun and unit.endswith("元") and _GIVEN.search(noun) and not _GIVEN.search(own))
        ):
            own = own + noun
        if purpose := purpose_after(text, found.end, last, unit):
            own = own + purpose if purpose not in own else own
            self._end = max(self._end, found.end)
        elif not unit.endswith("元") and (
            (unit in _TIMES and not own) or (noun and own in (noun, *(p + noun for p in PLACES)))
        ):
            own = own.removesuffix(noun) + (predicate_after(text, found.end, last) or noun)
        elif not own and previous and not gap.mark and (done := predicate_after(text, found.end, last)):
            return Label(previous.thing, done)  # 学校食堂中已有79所[完成改造]
        return self._with_about(paired(own), gap, unit, previous, found.start)._replace(note=note)

    def _with_about(self, own: str, gap: _Gap, unit: str, previous: _Said | None, end: int) -> Label:
        """Say what the words are about, where they do not say it themselves."""
        little = kinds(own)
        if self._brackets and self._parts:
            total = self._whole
            return Label(_core(total), own)
        if self._parts:
            total = self._total(unit)
            if self._part_unit in ("?", unit):
                self._part_unit = unit
                if gap.mark in (":", ";") and is_item(own):
                    self._item = own
                if own and unit in _SHARES and total and total.unit not in _SHARES and little is None:
                    return Label("", own)
                if own:
                    return Label(_apart(_core(total), own), own)
                return Label(self._item, _core(total)) if self._item else Label("", _core(total))
            if self._item:
                return Label(self._item, own or _core(total))
            self._parts, self._part_unit = False, ""
        if self._item and (little is not None or not own):
            return Label(self._item, own or _core(self._total(unit)))
        if gap.mark == "、" and self._lead and little is None and not own.startswith(self._lead):
            return Label("", self._lead + own)
        if gap.mark != "、":
            self._lead = lead_of(own)
        if not own:
            if gap.condition:
                return Label("", gap.condition)
            again = previous and previous.unit == unit and "首" not in previous.label.own
            if previous and gap.mark == "," and not again:
                return Label("", previous.label.about or previous.thing)
            return previous.label._replace(note="") if previous else Label("", self._topic)
        if (
            gap.condition
            and unit.endswith("元")
            and not _GIVEN.search(own)
            and (given := _GIVEN_BEFORE.search(gap.condition))
        ):
            self._norm = given[1]
            return Label(self._norm, own)
        if gap.condition and _GIVEN.search(own) and len(own) < 12 and gap.condition not in own:
            return Label(gap.condition, own)
        if gap.later and not _GIVEN.search(own):
            return Label(gap.later, own)
        if self._subject and gap.mark != "(" and not own.startswith(PLACES) and self._subject not in own:
            return Label(self._subject, own)
        if standard := _NORM.fullmatch(own):
            self._norm = standard[1]
            return Label(standard[1], begun(standard[2]))
        if unit == "倍" and previous and len(own) < LONGEST_YEAR:
            return Label(_core(previous), own)
        if little is None:
            if self._norm and unit.endswith("元") and len(own) < 12 and not _GIVEN.search(own):
                return Label(self._norm, own)
            given = previous and _GIVEN.search(str(previous.label))
            if (
                given
                and unit.endswith("元")
                and previous
                and previous.unit == unit
                and gap.mark in ("、", ",", ";")
                and not _GIVEN.search(own)
                and len(own) < 12
            ):
                return Label(_GIVES.split(str(previous.label))[-1] or given[0], own)
            return Label(self._topic if own.startswith(_BELONGS) else "", own)
        if own.startswith(_COMPARED) and previous:
            if self._listed:
                return Label(self._topic if "、" in self._topic else "", own)
            beside = previous.label.own.startswith(("占", *_COMPARED))
            return Label(previous.label.about if beside else str(previous.label._replace(note="")), own)
        if "relation" in little and self._listed:
            return Label(self._topic if "、" in self._topic else "", own)
        if "relation" in little:
            if previous and set(kinds(previous.label.own) or ()) == {"verb"}:
                return Label(previous.label.own, own)  # 培训350人,就业率82%
            return Label(_core(previous) or self._topic, own)
        if unit.endswith("元"):
            return Label(self._money_topic(), own)
        if "attribute" in little:
            return Label(self._topic or self._title or self._asked, own)
        if set(little) == {"verb"} and "已" in self._text[gap.start : end]:
            own = f"已{own}"  # of what is to be done 已配置 is another thing
        same = previous if previous and previous.unit == unit and "verb" in little else None
        about = _core(same)
        return Label(about if about and not says_little(about) else self._topic or self._title, own)

    def _money_topic(self) -> str:
        """Return what money is for: what the sentence is of, or else what the letter is of."""
        asked = self._title or self._asked
        if self._explicit or self._things < SEVERAL:
            return (self._topic if self._explicit or "、" in self._topic else self._thing) or asked
        return asked

    def _numbers(self, start: int, ordinal: int) -> Iterator[Span]:
        """Yield the numbers in the words of a figure, but conditions, which belong to them."""
        for n in range(ordinal - 1, max(ordinal - FIGURES_BACK, -1), -1):
            found = self._figures[n]
            if found.start < start:
                return
            if not self.is_condition(n):
                yield found.start, found.end

    def is_condition(self, ordinal: int) -> bool:
        """Tell whether a figure says which things are counted: 60岁以上老人, 20户以上的村."""
        found = self._figures[ordinal]
        following = self._text[found.end : found.end + 1]
        next_start = self._figures[ordinal + 1].start if ordinal + 1 < len(self._figures) else -1
        leads_on = bool(_HAN.match(following)) or next_start == found.end
        if not leads_on:
            return False
        if found.quantity.unit is None or found.quantity.unit in SHARES:
            return False  # 八成以上的村受益 says how many
        if found.quantity.unit in _AGES and (following not in "的" or found.quantity.bound != "exact"):
            return True
        if self._text.startswith(_MEASURES, found.end):
            return False
        if following == "的" and found.quantity.bound in ("at_least", "at_most"):
            return True
        return self._text.endswith(_CONDITION_ENDS, found.start, found.end)

    def _condition(self, ordinal: int) -> Label:
        found = self._figures[ordinal]
        noun = noun_after(self._text, found.end, self._sentence[1], found.quantity.unit or "")
        if not noun:
            start = max(self._end, self._text.rfind(",", self._end, found.start) + 1)
            noun = cleaned(self._text, start, found.start, ())
            if not self._topic and not says_little(noun):
                self._topic = noun
        return Label(noun or self._topic, "年龄" if found.quantity.unit in _AGES else "条件")

    def _will_change(self, ordinal: int, found: Found, start: int) -> bool:
        """Tell whether the figure is what something was before it changed: 由2元提高到3元."""
        if not (
            self._text.rfind("由", start, found.start) >= 0
            or "原来" in self._text[start : found.start]
            or self._text.rfind("从", start, found.start) >= 0
        ):
            return False
        if ordinal + 1 == len(self._figures):
            return False
        after = self._figures[ordinal + 1].start
        change = _CHANGES.search(self._text, found.end, min(found.end + 24, after + 1))
        return change is not None and after - change.end() <= 2

    def _shared(self, ordinal: int, noun: str, times: Sequence[Time], each: Sequence[Span]) -> Label | None:
        """Return the label of one of several numbers that are shared out by 分别.

        受理426台,开工318台,分别增长41.1%、37.7% speaks of figures before;
        小学、初中近视率分别为35%和71% names them itself; of 2018年、2019年分别投入500万元、600万元 the
        periods tell them apart.
        """
        text, found = self._text, self._figures[ordinal]
        at = text.rfind("分别", max(found.start - LONGEST_GAP, self._sentence[0]), found.start)
        if at < 0 or any(mark in text[at : found.start] for mark in ";。"):
            return None
        rank = ordinal - bisect_left(self._figures, (at,))
        between = [
            text[a.end : b.start]
            for a, b in zip(
                self._figures[ordinal - rank :], self._figures[ordinal - rank + 1 : ordinal + 1], strict=False
            )
        ]
        if any(link not in _LINKS for link in between):
            return None
        count = rank + 1 + self._following(ordinal)
        if count == 1:
            return None
        first = ordinal - rank
        clause = max(text.rfind(mark, self._sentence[0], at) for mark in ",;:。")
        clause = max(clause + 1, self._sentence[0], self._end_before(first))
        said = cleaned(text, at + 2, self._figures[first].start, ())
        if any(len(time.each) == count for time in times if clause <= time.start < at):
            return Label(self._topic, said or noun)
        before = cleaned(text, clause, at, [span for span in each if clause <= span[0] < at])
        items = [item for item in _ITEM_ENDS.split(before) if item]
        if len(items) == count:
            if (
                not said
                and (attribute := _RATED.search(items[-1]))
                and not items[rank].endswith(attribute[0])
            ):
                said = attribute[0]
            item = items[rank] if len(items[rank]) > 1 else items[rank] + items[-1][1:]  # 东、西部
            return Label(item, said or noun)
        if first - count >= self._first:
            return Label(_core(self._said[first - count + rank]), said or before)
        return Label(before, f"{said}{rank + 1}/{count}")

    def _chained(self, ordinal: int, own: str, noun: str) -> Label | None:
        """Return the label of one of several numbers that stand before one 的: 解决5个村6200人的饮水困难."""
        if ordinal > self._chain.last:
            self._chain = self._chain_from(ordinal, own)
        chain = self._chain
        if chain.first == chain.last or not chain.first <= ordinal <= chain.last:
            return None
        own = "" if own == chain.verb else own
        what = f"{chain.verb}{chain.noun}"
        if ordinal == chain.last:
            return Label("", what)
        return Label(what, paired(own if noun in own else own + noun))

    def _chain_from(self, ordinal: int, own: str) -> "_Chain":
        last = ordinal
        ends = min(len(self._figures), ordinal + FIGURES_BACK) - 1
        while last < ends and _CHAINED.fullmatch(
            self._text, self._figures[last].end, self._figures[last + 1].start
        ):
            last += 1
        owned = _OWNED.match(self._text, self._figures[last].end)
        if last == ordinal or owned is None:
            return _Chain(ordinal, ordinal, "", "")
        verb = _SOLVED.search(own)
        return _Chain(ordinal, last, verb[0] if verb else "", owned[1])

    def _end_before(self, ordinal: int) -> int:
        return self._figures[ordinal - 1].end if ordinal else 0

    def _following(self, ordinal: int) -> int:
        """Return how many numbers follow in the same list."""
        n = ordinal
        while n + 1 < len(self._figures) and n - ordinal < FIGURES_BACK:
            if self._text[self._figures[n].end : self._figures[n + 1].start] not in _LINKS:
                break
            n += 1
        return n - ordinal


def _core(said: _Said | None) -> str:
    """Return what a figure before counted."""
    if said is None:
        return ""
    if says_little(said.label.own):
        return said.label.about or said.label.own
    return said.thing


def _apart(about: str, own: str) -> str:
    """Return what a part is of, unless its own words end in the same noun: 护林员, 生态护林员."""
    return "" if len(about) > 1 and own.endswith(about[-2:]) and len(own) > len(about[-2:]) + 1 else about


def _spans(text: str, times: Sequence[Time], start: int, end: int) -> list[Span]:
    """Return the times in a stretch; what something is compared with belongs to the words: 比2015年增长."""
    chosen = times[bisect_left(times, (start,)) : bisect_left(times, (end,))]
    return [
        (time.start, time.end)
        for time in chosen
        if not time.compared and text[time.start : time.end] != "现有"
    ]


def _shortened(label: str) -> str:
    """Keep the end of a label that is too long, from the beginning of a word on; "" where none is certain."""
    if len(label) <= LONGEST:
        return label
    tail = label[-LONGEST:]
    boundary = _BOUNDARY.search(tail)
    return tail[boundary.end() :] if boundary else ""
