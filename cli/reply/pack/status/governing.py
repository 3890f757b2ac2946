"""What the words of a section say of the figures in it: its cues, each with where its reach ends."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from reply.pack.status.cues import CUES, Kind, Reach
from reply.sentences import Span

FEW = 12
"""Cues before a figure that are asked."""
LONGEST_CLAUSE = 200
"""Characters that are searched for the end of a clause."""
_CLAUSE_ENDS = re.compile("[,;。:\n]")
_WIDE: tuple[Reach, ...] = ("paragraph", "section")
_NEAR: tuple[Reach, ...] = ("clause", "sentence")


class Said(NamedTuple):
    """A cue where it stands."""

    kind: Kind
    end: int
    limit: int
    """Where its reach ends."""


class Cues(NamedTuple):
    """The cues of a text, in order of their ends."""

    ends: list[int]
    said: list[Said]

    def before(self, position: int) -> Iterator[Said]:
        """Yield the last few that reach a place, the nearest first."""
        last = bisect_right(self.ends, position)
        for said in reversed(self.said[max(last - FEW, 0) : last]):
            if said.limit >= position:
                yield said

    def between(self, start: int, end: int) -> Sequence[Said]:
        """Return those that end between two places."""
        return self.said[bisect_right(self.ends, start) : bisect_right(self.ends, end)]


class Told(NamedTuple):
    """What a text says."""

    near: Cues
    """Of its clauses and sentences."""
    wide: Cues
    """Of its paragraphs, and of all that follows."""

    def nearest(self, position: int) -> Said | None:
        """Return the plan or fact in the sentence of a place that stands nearest before it."""
        return next((said for said in self.near.before(position) if said.kind in ("plan", "fact")), None)

    def is_ruled(self, position: int) -> bool:
        """Tell whether the sentence of a place cites a rule, and says nothing of plans and facts since."""
        said = next((said for said in self.near.before(position) if said.kind != "norm"), None)
        return said is not None and said.kind == "rule"

    def planned_around(self, position: int) -> bool:
        """Tell whether a place is in what comes next, the last part of a section."""
        return any(said.kind == "plan" for said in self.wide.before(position))

    def project(self, position: int) -> Said | None:
        """Return where the paragraph before a place says what is not built yet, if it says so last."""
        said = next((said for said in self.wide.before(position) if said.kind != "plan"), None)
        return said if said and said.kind == "project" else None


def told(text: str, spans: Sequence[Span]) -> Told:
    """Read a text once, for all its figures; `spans` are its sentences."""
    return Told(_cues(text, spans, _NEAR), _cues(text, spans, _WIDE))


def follows(text: str, position: int, kind: Kind) -> bool:
    """Tell whether the words right after a figure say what it is."""
    return _pattern_of(kind, "back").match(text, position) is not None


def goes_on(text: str, sentence: int) -> bool:
    """Tell whether a sentence goes on with what the one before planned."""
    return _pattern_of("plan", "opening").match(text, sentence) is not None


def is_attribute(text: str, start: int, end: int) -> bool:
    """Tell whether the words before a number name what a project has."""
    return _pattern_of("project", "attribute").search(text, start, end) is not None


def _cues(text: str, spans: Sequence[Span], reaches: tuple[Reach, ...]) -> Cues:
    ends: list[int] = []
    found: list[Said] = []
    sentence = line_end = 0
    for match in _pattern(reaches).finditer(text):
        kind, reach = _NAMES[match.lastgroup or ""]
        end = limit = match.end()
        while sentence < len(spans) - 1 and spans[sentence][1] <= match.start():
            sentence += 1
        if reach == "section":
            limit = len(text)
        elif reach == "paragraph":
            line_end = line_end if line_end >= end else _line_end(text, end)
            limit = line_end
        elif spans:
            limit = spans[sentence][1]
        if reach == "clause" and (stop := _CLAUSE_ENDS.search(text, end, min(end + LONGEST_CLAUSE, limit))):
            limit = stop.start()
        ends.append(end)
        found.append(Said(kind, end, limit))
    return Cues(ends, found)


def _line_end(text: str, position: int) -> int:
    end = text.find("\n", position)
    return end if end >= 0 else len(text)


_NAMES: dict[str, tuple[Kind, Reach]] = {f"{kind}_{reach}": (kind, reach) for kind, reach in CUES}


@lru_cache
def _pattern(reaches: tuple[Reach, ...]) -> re.Pattern[str]:
    """Return the pattern of all cues of some reaches; where two could begin, the one named first is read."""
    return re.compile(
        "|".join(
            f"(?P<{kind}_{reach}>{'|'.join(patterns)})"
            for (kind, reach), patterns in CUES.items()
            if reach in reaches and patterns
        )
    )


def is_passage_to_come(text: str, start: int, end: int) -> bool:
    """Tell whether a passage says somewhere that what it speaks of is to come."""
    if _pattern_of("built", "passage").search(text, start, end):
        return False
    return _pattern_of("project", "passage").search(text, start, end) is not None


@lru_cache
def _pattern_of(kind: Kind, reach: Reach) -> re.Pattern[str]:
    return re.compile("|".join(CUES[kind, reach]) or "(?!)")


def forget_patterns() -> None:
    """Read the table again, for tests that take rows out of it."""
    _pattern.cache_clear()
    _pattern_of.cache_clear()
