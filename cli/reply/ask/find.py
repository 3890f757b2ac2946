"""Find the passages of a letter that answer a query."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from reply import messages
from reply.ask.captions import amounts, headings
from reply.ask.question import Question
from reply.errors import ReplyError
from reply.listing import NO_CAPTIONS, Captions, Listing, Row
from reply.lookup import Hit, Reading, search
from reply.lookup.search import NONE
from reply.model import Figure, Letter, Section
from reply.sentences import Span, passages

COLUMNS = ("section", "tier", "score", "text", "spans", "start", "figures")
SCREENFUL = 10
"""Passages that a person sees at once; the best would scroll away under more."""
NOT_SEARCHED = ("preamble", "residue")
"""What the web page put around the letter is kept, but is not the letter."""

_EITHER = re.compile(r"\s(?:OR|or|NOT|AND)\s|\||或者")
"""What other programs take for either of two words."""
_AFTER_PASSAGE = "。"
"""Ends a passage before the labels that are searched with it: no match runs across."""


class Passage(NamedTuple):
    """A stretch of a section that a reader would quote."""

    section: Section
    text: str
    start: int
    figures: tuple[Figure, ...]

    @property
    def searched(self) -> str:
        """The words that find it: its own, and the labels of its figures."""
        return _AFTER_PASSAGE.join([self.text, *(figure.label for figure in self.figures)])


def question(query: str, *, exact: bool = False) -> Question:
    """Return the question for the passages that hold the words of a query."""
    return Question(partial(find, query=query, exact=exact), find=query, exact=exact, screenful=SCREENFUL)


def find(letter: Letter, query: str, *, exact: bool = False) -> Listing:
    """List the passages that hold the words of the query, best first."""
    captions = Captions(headings(letter), amounts(letter))
    return find_in(passages_of(letter), query, exact=exact, captions=captions)


def find_in(
    found: Sequence[Passage],
    query: str,
    *,
    exact: bool = False,
    until: str = NONE,
    captions: Captions = NO_CAPTIONS,
) -> Listing:
    """List those of some passages of a letter that hold the words of the query, best first.

    No tier after `until` is tried.
    """
    groups = [passage.section.start for passage in found]
    answer = search(query, [passage.searched for passage in found], groups=groups, exact=exact, until=until)
    if not any(map(str.isalnum, query)):
        raise ReplyError(messages.EMPTY_QUERY)
    return Listing(
        kind="find",
        columns=COLUMNS,
        rows=[_row(found[hit.text_index], hit, answer.tier) for hit in answer.hits],
        value="text",
        captions=captions,
        notes=[_explain(reading) for reading in answer.readings],
        screenful=SCREENFUL,
        nothing=_nothing(query, answer.suggestions),
    )


def _nothing(query: str, suggestions: list[str]) -> str:
    if _EITHER.search(query):
        return f"{messages.NOTHING_FOUND.format(query=shortened(query))}{messages.SPACE}{messages.ASK_TWICE}"
    near = messages.DID_YOU_MEAN.format(near=messages.quoted(suggestions)) if suggestions else ""
    return f"{messages.NOTHING_FOUND.format(query=shortened(query))}{messages.SPACE}{near}".rstrip()


def shortened(query: str) -> str:
    """Return a query as a message can hold it."""
    return query if len(query) <= 60 else query[:60] + "…"


def passages_of(letter: Letter, *, everything: bool = False) -> list[Passage]:
    """Return the passages of a letter that are searched; or all, with what the web page put around it."""
    found: list[Passage] = []
    for section in letter.sections:
        if section.id in NOT_SEARCHED and not everything:
            continue
        spans = [(section.start + left, section.start + right) for left, right in passages(section.text)]
        starts = [start for start, _ in spans]
        inside: list[list[Figure]] = [[] for _ in spans]
        for figure in section.figures:
            place = bisect_right(starts, figure.start) - 1
            if place >= 0 and figure.start < spans[place][1]:
                inside[place].append(figure)
        found += [
            Passage(section, section.text[start - section.start : end - section.start], start, tuple(figures))
            for (start, end), figures in zip(spans, inside, strict=True)
        ]
    return found


def _row(passage: Passage, hit: Hit, tier: str) -> Row:
    return {
        "section": passage.section.id,
        "tier": tier,
        "score": hit.score,
        "text": passage.text,
        "spans": _spans(passage, hit.spans),
        "start": passage.start,
        "figures": [figure.id for figure in passage.figures],
    }


def _spans(passage: Passage, spans: list[Span]) -> list[list[int]]:
    """Return what to highlight: the words found, and for a label that was found, its figure."""
    marked: set[Span] = set()
    for start, end in spans:
        if start < len(passage.text):
            marked.add((start, end))
            continue
        label_end = len(passage.text)
        for figure in passage.figures:
            label_end += len(_AFTER_PASSAGE) + len(figure.label)
            if start < label_end:
                marked.add((figure.start - passage.start, figure.end - passage.start))
                break
    return [[start, end] for start, end in _merged(sorted(marked))]


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _explain(reading: Reading) -> str:
    return messages.READ_AS[reading.tier].format(typed=reading.typed, found=messages.quoted(reading.found))
