"""Find the passages of a letter that answer a query."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from reply import messages
from reply.ask.captions import amounts, headings
from reply.ask.question import Question, Wording, worded
from reply.errors import ReplyError
from reply.listing import NO_CAPTIONS, Captions, Listing, Row
from reply.lookup import Answer, Hit, Reading, search
from reply.lookup.search import NONE
from reply.lookup.tier import is_latin
from reply.model import Figure, Letter, Section
from reply.sentences import Span, passages

if TYPE_CHECKING:
    from reply.lookup.asking import Asked

COLUMNS = ("section", "tier", "score", "text", "spans", "start", "figures")
SCREENFUL = 10
"""Passages that a person sees at once; the best would scroll away under more."""
ABOVE = "preamble"
NOT_SEARCHED = (ABOVE, "residue")
"""What the web page put around the letter is kept, but is not the letter."""

_EITHER = re.compile(r"\s(?:OR|or|NOT|AND)\s|\||或者")
"""What other programs take for either of two words."""
BARE = 0.9
"""The share of its score that a bare line keeps."""
_ENDS = ("opening", "closing")
_STOPS = frozenset("。;；!！?？")

_AFTER_PASSAGE = "。"
"""Ends a passage before the labels that are searched with it: no match runs across."""


class Passage(NamedTuple):
    """A stretch of a section that a reader would quote."""

    section: Section
    text: str
    start: int
    figures: tuple[Figure, ...]

    @property
    def is_bare(self) -> bool:
        """Whether it is a line of the head or the signature, which says nothing about what it names."""
        return self.section.id in _ENDS and self.text[-1] not in _STOPS

    @property
    def searched(self) -> str:
        """The words that find it: its own, and the labels of its figures."""
        return _AFTER_PASSAGE.join([self.text, *(figure.label for figure in self.figures)])


def question(query: str, *, exact: bool = False) -> Question:
    """Return the question for the passages that hold the words of a query, or answer it."""
    wording = worded(query, exact=exact)
    if wording.asked and wording.asked.datum:
        from reply.ask.datum import of_head

        return Question(partial(of_head, datum=wording.asked.datum), screenful=SCREENFUL)
    return Question(partial(find_as, wording=wording), find=wording, screenful=SCREENFUL)


def find(letter: Letter, query: str, *, exact: bool = False) -> Listing:
    """List the passages that hold the words of the query, or answer it as a question, best first."""
    return question(query, exact=exact).ask(letter)


def find_as(letter: Letter, wording: Wording) -> Listing:
    """List the passages of a letter that answer a query as it was read."""
    captions = Captions(headings(letter), amounts(letter.figures))
    return find_in(passages_of(letter), wording, head=head_of(letter), captions=captions)


def head_of(letter: Letter) -> str:
    """Return the words of the head data, which count for every passage of the letter.

    What a page prints above the letter is among them: its table of head data.
    """
    above = [section.text for section in letter.sections if section.id == ABOVE]
    head = (letter.number, letter.title, letter.subject, letter.addressee, letter.issuer, *above)
    return _AFTER_PASSAGE.join(filter(None, head))


def find_in(
    found: Sequence[Passage],
    wording: Wording,
    *,
    head: str = "",
    until: str = NONE,
    alone: bool = False,
    captions: Captions = NO_CAPTIONS,
) -> Listing:
    """List those of some passages of a letter that answer a query, best first.

    No tier after `until` is tried; `alone`, none before it either. `head` is the head of the letter in words.
    """
    if not any(map(str.isalnum, wording.typed)):
        raise ReplyError(messages.EMPTY_QUERY)
    asked = wording.asked
    answer = looked_up(found, wording, head=head, until=until, alone=alone)
    rows = [_row(found[hit.text_index], hit, answer.tier, asked) for hit in answer.hits]
    rows.sort(key=_best_first)
    return Listing(
        kind="find",
        columns=COLUMNS,
        rows=rows,
        value="text",
        captions=captions,
        tier=answer.tier,
        notes=explained(wording, answer),
        screenful=SCREENFUL,
        nothing="" if rows else offering(messages.NOTHING_FOUND, wording.typed, answer.suggestions),
    )


def _best_first(row: Row) -> float:
    return -float(row["score"])  # type: ignore[arg-type] # a score is a number


def looked_up(
    found: Sequence[Passage], wording: Wording, *, head: str = "", until: str = NONE, alone: bool = False
) -> Answer:
    """Look a query up in some passages of a letter, the words of whose head count for each."""
    return search(
        wording.words,
        [passage.searched for passage in found],
        groups=[passage.section.start for passage in found],
        head=head,
        exact=wording.exact,
        until=until,
        alone=alone,
        loose=wording.asked is not None,
        needed=wording.asked.needed if wording.asked else "",
    )


def explained(wording: Wording, answer: Answer) -> list[str]:
    """Say how a query was read that was answered, where it is not as it was typed."""
    asked = wording.asked
    notes = [_explain(reading) for reading in answer.readings]
    if answer.hits and _EITHER.search(wording.typed):
        notes.append(messages.ASK_TWICE)
    if asked and answer.hits:
        notes.insert(0, messages.READ_AS_QUESTION[asked.wanted].format(about=messages.quoted(asked.words)))
    return notes


def offering(nothing: str, query: str, suggestions: Sequence[str]) -> str:
    """Say that nothing was found, and what may have been meant or how to ask for it."""
    if _EITHER.search(query):
        return f"{nothing.format(query=shortened(query))}{messages.SPACE}{messages.ASK_TWICE}"
    near = messages.DID_YOU_MEAN.format(near=messages.quoted(suggestions)) if suggestions else ""
    if not near and is_latin(query) and any(map(str.isalpha, query)) and not _is_pinyin(query):
        near = messages.IN_CHINESE
    return f"{nothing.format(query=shortened(query))}{messages.SPACE}{near}".rstrip()


def _is_pinyin(query: str) -> bool:
    """Tell whether a query in Latin letters can be read as syllables."""
    from reply.lookup.spelling import cuts, letters_of

    letters = letters_of("".join(query.casefold().split()))
    return letters is not None and bool(cuts(letters))


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


def _row(passage: Passage, hit: Hit, tier: str, asked: "Asked | None") -> Row:
    spans = [span for span in hit.spans if span[1] <= len(passage.text)]  # the others are of labels
    answers: list[Span] = []
    figures: Sequence[Figure] = passage.figures
    score = hit.score * (BARE if passage.is_bare else 1)
    if asked:
        from reply.ask.answering import answered

        share, figures, answers = answered(asked, passage.text, passage.start, figures, spans)
        score *= share
    return {
        "section": passage.section.id,
        "tier": tier,
        "score": round(score, 1),
        "text": passage.text,
        "spans": [[start, end] for start, end in _merged(sorted([*_merged(spans, 0), *answers]), 1)],
        "start": passage.start,
        "figures": [figure.id for figure in figures],
    }


def _merged(spans: list[Span], least: int) -> list[Span]:
    """Join spans that share so many characters at least."""
    merged: list[Span] = []
    for start, end in spans:
        if merged and start + least <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _explain(reading: Reading) -> str:
    """Say how a word was read."""
    return messages.READ_AS[reading.tier].format(typed=reading.typed, found=messages.quoted(reading.found))
