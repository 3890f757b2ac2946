"""What a sentence has said so far: of what, of which total, in which brackets."""

from reply.pack.label.parts import Said
from reply.pack.label.subject import BESIDE_THE_POINT, bare, lead_of, stripped_of_verb
from reply.telling import says_little

LONGEST_LIST = 20
"""Characters of things that an attribute is of together."""
SEVERAL = 3
"""Things in one sentence of which no one has the money that follows."""
FIGURES_BACK = 8
"""Figures before that are asked for a total in the same unit."""
_COMPARED = ("同比", "环比", "比", "较", "增长", "提高", "提升", "上升", "下降", "降低", "减少", "增加")


class Speech:
    """What was said of the figures before, and what the next ones are of."""

    def __init__(self, title: str, asked: str) -> None:
        self.title = title
        self.asked = asked
        """What the section and the letter are of."""
        self.said: list[Said] = []
        self.first = 0
        """The first figure of the sentence."""
        self._earlier = 0
        self._totals: list[Said] = []
        self.begin()

    def begin(self) -> None:
        """Forget what a sentence said, at its end; its totals stay for 其中 at the head of the next."""
        self._earlier, self.first = self.first, len(self.said)
        self._brackets: list[tuple[str, Said | None, bool, str | None]] = []
        self.new_passage()
        self.subject = self.norm = self.led = ""
        self._totals = []
        self.listed = False
        """Whether the figure before is one of a list."""
        self.whole: Said | None = None
        """What the parts in brackets are of."""
        self.parts = False
        """Whether parts are named: after 其中, in brackets."""
        self.part_unit: str | None = ""
        """The unit of the parts; None where the first is to say it."""

    def new_passage(self) -> None:
        """Forget what attributes are of: after a semicolon."""
        self.topic, self.explicit, self.item, self.item_at = "", False, "", 0
        self._thing, self._things, self.subject = "", 0, ""

    @property
    def previous(self) -> Said | None:
        """The figure before in the sentence."""
        return self.said[-1] if len(self.said) > self.first else None

    @property
    def in_brackets(self) -> bool:
        """Whether a bracket is open."""
        return bool(self._brackets)

    def of(self, subject: str) -> None:
        """Keep what a clause names as its subject."""
        self.topic = self.subject = subject
        self.explicit = True

    def speak_of(self, own: str, mark: str, *, money: bool) -> None:
        """Keep what attributes that follow are of: the nearest thing, or all of a list."""
        joined = not mark and not lead_of(own) and len(self.said) - 1 > self.first  # 5个乡镇[30个村]
        if joined or says_little(own) or own.startswith(BESIDE_THE_POINT):
            return
        thing = stripped_of_verb(own)
        whole = bare(thing)
        if money and whole == thing and mark != "、":
            return  # what is counted next is not of the money
        self._things += 1
        self._thing = self._thing or whole
        if mark == "、" and self.topic:
            self.topic = f"{self.topic}、{thing}" if len(self.topic) + len(thing) < LONGEST_LIST else ""
        elif whole != thing or not self.explicit or thing == own:
            self.topic, self.explicit = whole, whole != thing

    def of_money(self) -> str:
        """Return what money is for: what the sentence is of, or else what the letter is of."""
        if self.explicit or self._things < SEVERAL:
            named = self.explicit or "、" in self.topic
            return (self.topic if named else self._thing) or self.title or self.asked
        return self.title or self.asked

    def open_bracket(self) -> None:
        """Begin the parts of the figure before a bracket."""
        self._brackets.append((self.topic, self.whole, self.parts, self.part_unit))
        self.whole = self.previous
        self.part_unit, self.parts = "", True

    def close_bracket(self) -> None:
        """End them."""
        if self._brackets:
            self.topic, self.whole, self.parts, self.part_unit = self._brackets.pop()

    def open_parts(self) -> None:
        """Begin the parts of what was counted before: after 其中."""
        if not self.parts:
            first = self.first if len(self.said) > self.first else self._earlier
            before = self.said[max(first, len(self.said) - FIGURES_BACK) :]
            self._totals = [
                said for said in before if not (said.listed or said.label.own.startswith(_COMPARED))
            ]
        self.whole, self.part_unit, self.parts = None, None, True

    def end_part(self) -> None:
        """Go on with the next part, or end the parts: at a semicolon."""
        self.parts = self.parts and (self.in_brackets or bool(self.item))
        self.part_unit = None if self.parts and not self.in_brackets else ""
        self.new_passage()

    def total(self, unit: str) -> Said | None:
        """Return the total that parts in a unit are of: the nearest before in that unit, or the nearest."""
        same = [said for said in self._totals if said.unit == unit]
        return next(reversed(same or self._totals), None)
