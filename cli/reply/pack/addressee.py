"""Whom a letter answers: 王芳委员:, 李秀兰等12位代表, 民盟云溪县总支:."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from reply.pack.formulas import CONTACT, PEOPLE
from reply.pack.lines import Line

LONGEST = 60
"""Characters."""
FARTHEST = 6
"""Lines that show between an addressee and the sentence on what was proposed."""
_PROPOSED = re.compile("收悉|提出|所提|(?:答复|函复|回复|答覆|函覆)如下|(?:建议|提案|议案)[》”」]")
_BEGUN = re.compile("收悉|(?:答复|函复|回复|答覆|函覆|公告|汇报)如下")
"""What says that the letter has begun, addressed or not."""
_GREETING = re.compile(r"[,\s]*(?:您|你们?)好[!,。]?$")
_HONOURED = re.compile(r"\s*(?:尊敬的|敬爱的)\s*")
_NOT_ADDRESSEE = re.compile(
    "|".join(["[。;《》|>]", "关于", "会议", r"第\d+号", "答[复覆]", "提案人", "建议人", *CONTACT])
)
_PERSON = re.compile("(?<!人大)(?<!建议)(?<!联名)(?<!附议)代表$|(?<!政协)(?<!提案)(?<!附议)委员$")
"""How a name without a colon ends: those of bodies stand in letterheads too, 人大代表 in menus."""
LONGEST_BARE = 25
"""Characters of a name without a colon."""
_AT_ONCE = re.compile(r"\s*([^。;《》|:,]{2,40}(?:委员|代表))\s*[:,]\s*(?=您|你|贵)")
"""An addressee in the line of the letter's first words."""


class Addressed(NamedTuple):
    """Where those whom the letter answers are named."""

    line: int
    """Among the lines searched."""
    start: int
    end: int
    """Within the line, without 尊敬的 and the colon."""
    whole: bool
    """Whether the line says nothing else."""


def is_addressee(line: str) -> bool:
    """Tell whether a line in half width names those whom the letter answers."""
    text = line.strip()
    if len(text) > LONGEST + LONGEST_BARE:
        return False
    bare = _GREETING.sub("", text.rstrip(":"))
    if not 1 < len(bare) <= LONGEST or not bare.endswith(PEOPLE) or _NOT_ADDRESSEE.search(bare):
        return False
    return text.endswith(":") or (2 < len(bare) <= LONGEST_BARE and _PERSON.search(bare) is not None)


def addressed(lines: Sequence[Line]) -> Addressed | None:
    """Return those whom the letter answers: known by the last word of the name, or by what comes after it."""
    shown = [n for n, line in enumerate(lines) if line.plain.strip()]
    likely: Addressed | None = None
    for at, n in enumerate(shown):
        plain = lines[n].plain
        if match := _AT_ONCE.match(plain):
            return _found(lines, n, match.end(1), whole=False)
        following = [lines[m].plain for m in shown[at + 1 : at + 1 + FARTHEST]]
        if is_addressee(plain):
            if any(map(_PROPOSED.search, following)):
                return _found(lines, n, len(plain.rstrip()), whole=True)
            likely = likely or _found(lines, n, len(plain.rstrip()), whole=True)
        elif _BEGUN.search(plain):
            return likely
        elif _may_be_called(plain) and following and _PROPOSED.search(following[0]):
            return _found(lines, n, len(plain.rstrip()), whole=True)
    return likely


def _may_be_called(line: str) -> bool:
    """Tell whether a line may name a body that answers are sent to: it is short and has a colon behind it."""
    text = line.strip()
    return text.endswith(":") and len(text) <= LONGEST and not _NOT_ADDRESSEE.search(text)


def begun(lines: Sequence[Line]) -> int | None:
    """Return the line of a letter's first sentence, where nobody is addressed."""
    return next((n for n, line in enumerate(lines) if _BEGUN.search(line.plain)), None)


def _found(lines: Sequence[Line], n: int, end: int, *, whole: bool) -> Addressed:
    plain = lines[n].plain
    honoured = _HONOURED.match(plain)
    start = honoured.end() if honoured else len(plain) - len(plain.lstrip())
    name = _GREETING.sub("", plain[start:end].rstrip(": \t"))
    return Addressed(n, start, start + len(name), whole)
