"""Build what each figure of a section measures, one after the other, from parts that stay parts."""

import re
from collections.abc import Iterator, Sequence

from reply.measure.quantity import Found
from reply.measure.reach import Time
from reply.pack.label.about import Told, labelled
from reply.pack.label.after import predicate_after
from reply.pack.label.condition import (
    LONGEST_CHANGE,
    condition,
    has_changed,
    is_condition,
    will_change,
)
from reply.pack.label.gap import LONGEST_GAP, Gap, read_gap, without_times
from reply.pack.label.own import TIMES, Place, joined, noun_of, words_before
from reply.pack.label.parts import Label, Said
from reply.pack.label.several import Chain, Shared, chain_from, shared
from reply.pack.label.speech import FIGURES_BACK, Speech
from reply.pack.label.subject import heading_subject
from reply.pack.label.words import paired
from reply.sentences import Span

_GIVEN_LATER = re.compile(
    "[^,;。]{0,30}?(?:给予|予以|发放|享受)([\u4e00-\u9fff]{0,6}(?:补助|补贴|奖励|奖补|津贴|资助))"
)


class Labels:
    """Labels of the figures of one text, asked for in order."""

    def __init__(self, text: str, figures: Sequence[Found], title: str, subject: str) -> None:
        self._text, self._figures = text, figures
        self._speech = Speech(heading_subject(title), heading_subject(subject))
        self._sentence: Span = (0, 0)
        self._end = 0
        """Where what was read of the figure before ends."""
        self._chain: Chain | None = None
        self._conditions: dict[int, bool] = {}

    def next(self, sentence: Span, times: Sequence[Time], each: Sequence[Span]) -> Label:
        """Return the label of the next figure; `each` are the stretches that `per` was read from."""
        speech = self._speech
        ordinal = len(speech.said)
        found = self._figures[ordinal]
        unit = found.quantity.unit or ""
        if sentence != self._sentence:
            self._sentence, self._end = sentence, sentence[0]
            speech.begin()
        if self.is_condition(ordinal):
            label = condition(self._text, found, self._end, sentence[1], speech)
            speech.said.append(Said(label, "", found.start, listed=True))
            return label
        gap = read_gap(self._text, self._end, found.start, sentence[0], times, speech)
        label, purpose = self._label(ordinal, gap, times, each)
        speech.listed = gap.mark == "、"
        listed = speech.whole is not None or bool(speech.item) or speech.parts
        speech.said.append(Said(label, unit, found.start, listed, purpose))
        if not listed and not label.about and unit != "次":
            speech.speak_of(label.own, gap.mark, money=unit.endswith("元"))
        return label

    def is_condition(self, ordinal: int) -> bool:
        """Tell whether a figure says which things are counted: 60岁以上老人, 20户以上的村."""
        if ordinal not in self._conditions:
            self._conditions[ordinal] = is_condition(self._text, self._figures, ordinal)
        return self._conditions[ordinal]

    def _label(
        self, ordinal: int, gap: Gap, times: Sequence[Time], each: Sequence[Span]
    ) -> tuple[Label, str]:
        """Return the label of a figure, and what its words say the money is for."""
        text, speech, found = self._text, self._speech, self._figures[ordinal]
        place = Place(text, found, gap.start, self._until(ordinal), found.quantity.unit or "")
        words = words_before(place, self._cuts(ordinal, gap.start, times, each))
        noun = noun_of(place)
        previous = speech.previous
        self._end = found.end + (len(noun) + text.startswith("的", found.end) if noun else 0)
        if previous and len(words) < LONGEST_CHANGE and has_changed(text, gap.start, found):
            return previous.label._replace(note="(调整后)"), ""
        note = "(调整前)" if will_change(text, self._figures, ordinal, gap.start) else ""
        if several := self._several(ordinal, words, noun, times, each):
            return several, ""
        own = joined(place, words, noun)
        follows = ""
        if not own.words:
            follows = predicate_after(text, found.end, place.last)
            if previous and not gap.mark and follows:
                return Label(previous.thing, follows), ""  # 学校食堂中已有79所[完成改造]
        later = _GIVEN_LATER.match(text, found.end) if each and place.unit.endswith("元") else None
        one = Told(
            paired(own.words) if own.words != words else words, place.unit, gap, later[1] if later else "",
            "已" in text[gap.start : found.start], text.endswith("有", gap.start, found.start), follows,
        )  # fmt: skip
        label = labelled(one, speech)
        return label._replace(note=note) if note else label, own.purpose

    def _several(
        self, ordinal: int, words: str, noun: str, times: Sequence[Time], each: Sequence[Span]
    ) -> Label | None:
        """Return the label of one of several numbers that their clause names together."""
        text, start = self._text, self._figures[ordinal].start
        if self._chain is None or ordinal > self._chain.last:
            self._chain = chain_from(text, self._figures, ordinal, words)
        if self._chain:
            return self._chain.label(ordinal, words, noun)
        at = text.rfind("分别", max(start - LONGEST_GAP, self._sentence[0]), start)
        if at < 0:
            return None
        one = Shared(ordinal, at, self._sentence, noun, times, each)
        return shared(text, self._figures, one, self._speech)

    def _until(self, ordinal: int) -> int:
        """Return where what follows a figure ends: at the next one, or with the sentence."""
        if ordinal + 1 < len(self._figures):
            return min(self._figures[ordinal + 1].start, self._sentence[1])
        return self._sentence[1]

    def _cuts(self, ordinal: int, start: int, times: Sequence[Time], each: Sequence[Span]) -> Sequence[Span]:
        """Return what is none of the words of a figure: times, 每…, numbers."""
        cuts = [
            *without_times(self._text, times, start, self._figures[ordinal].start),
            *(span for span in each if span[0] >= start),
            *self._numbers(start, ordinal),
        ]
        return sorted(cuts) if len(cuts) > 1 else cuts

    def _numbers(self, start: int, ordinal: int) -> Iterator[Span]:
        """Yield the numbers in the words of a figure, but conditions, which belong to them."""
        for n in range(ordinal - 1, max(ordinal - FIGURES_BACK, -1), -1):
            found = self._figures[n]
            if found.start < start:
                return
            if found.quantity.unit in TIMES or not self.is_condition(n):
                yield found.start, found.end
