"""The parts of a label, and how they are put into words."""

import re
from typing import NamedTuple

from reply.pack.label.subject import stripped_of_verb
from reply.telling import UNNAMED, says_little

LONGEST = 60
"""Characters of a label."""
_BOUNDARY = re.compile("[的、：,](?=..)")
"""After these a word begins."""
_AGE = re.compile(r"\d+(?:[-~—至]\d+)?周?岁(?:及?以[上下])?")


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
        inside = about in own or (own in about and "、" not in about)
        if about and own and inside and not says_little(own):
            about, own = "", max(about, own, key=len)
        if about and own and len(about) + len(own) >= LONGEST:
            about = ""
        label = f"{about}：{own}" if about and own else about or own
        if not label.isprintable() or " " in label:
            label = "".join(c for c in label if c.isprintable() and not c.isspace())
        return (_shortened(label) or UNNAMED) + self.note


class Said(NamedTuple):
    """What was made of a figure before."""

    label: Label
    unit: str
    start: int
    listed: bool
    """Whether it is a part: of a total, in brackets, of a place."""
    purpose: str = ""
    """What its own words end in that says what the money is for."""

    @property
    def thing(self) -> str:
        """What is counted, without what was done to it."""
        return stripped_of_verb(self.label.own) if self.label.own else self.label.about

    def without_purpose(self) -> "Said":
        """Return it without what the money is for, of which its parts are not."""
        if not self.purpose:
            return self
        return self._replace(label=self.label._replace(own=self.label.own.removesuffix(self.purpose)))


def core(said: Said | None) -> str:
    """Return what a figure before counted."""
    if said is None:
        return ""
    if says_little(said.label.own):
        return said.label.about or said.label.own
    return said.thing


def apart(about: str, own: str) -> str:
    """Return what a part is of, without an age where the part has its own, or that its own words end in.

    护林员, 生态护林员; 60岁以上老人, 80岁以上.
    """
    if own[:1].isdigit() and _AGE.search(own):
        about = _AGE.sub("", about)
    return "" if len(about) > 1 and own.endswith(about[-2:]) and len(own) > len(about[-2:]) + 1 else about


def _shortened(label: str) -> str:
    """Keep the end of a label that is too long, from the beginning of a word on; "" where none is certain."""
    if len(label) <= LONGEST:
        return label
    tail = label[-LONGEST:]
    boundary = _BOUNDARY.search(tail)
    return tail[boundary.end() :] if boundary else ""
