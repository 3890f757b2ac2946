"""Put a letter together: parts, head data, figures, citations, and digits that are damaged."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from reply import words
from reply.errors import ReplyError
from reply.model import Citation, Figure, Flag, Reply, Section
from reply.pack.citations import cited
from reply.pack.clauses import clause_start, label_of, per_of, period_of
from reply.pack.digits import others
from reply.pack.figures import Found, quantities
from reply.pack.head import addressee_line, read_foot, read_head
from reply.pack.lines import lines
from reply.pack.structure import Part, parts
from reply.pack.times import Time, times
from reply.quantity import half_width
from reply.sentences import Span, around, sentences

_NOT_READ = frozenset(("preamble", "residue"))
"""Parts that are the web page's: their digits are no figures of the letter."""


def pack(text: str) -> Reply:
    """Make a letter of a published text. Every character is in one section: `reply.text == text`.

    Raises ReplyError for a text without a character that shows.
    """
    if not text.strip():
        raise ReplyError(words.TEXT_EMPTY.format(file=words.THE_TEXT))
    found = parts(lines(text, half_width(text)))
    by_id = {part.id: part.lines for part in found}
    head = read_head(by_id.get("opening", ()))
    foot = read_foot(by_id.get("closing", ()))
    letter = _Letter(foot.date, head.number)
    return Reply(
        number=head.number,
        grade=head.grade,
        addressee=head.addressee,
        subject=head.subject,
        issuer=foot.issuer,
        date=foot.date,
        source=None,
        sections=tuple(_section(part, letter) for part in found),
        title=head.title,
        contact=foot.contact,
        copies=foot.copies,
        attachments=foot.attachments,
    )


def account(text: str, reply: Reply) -> list[tuple[int, str]]:
    """Return the offset and the class of every run of digits: figure, or a kind of `Other`, or page."""
    plain = half_width(text)
    kinds: dict[int, str] = {}
    for other in others(plain):
        kinds.update(dict.fromkeys(range(other.start, other.end), other.kind))
    for section in reply.sections:
        if section.id in _NOT_READ:
            kinds.update({at: kinds.get(at, "page") for at in range(section.start, section.end)})
    for figure in reply.figures:
        kinds.update(dict.fromkeys(range(figure.start, figure.end), "figure"))
    return [(run.start(), kinds.get(run.start(), "name")) for run in re.finditer("[0-9]+", plain)]


class _Letter(NamedTuple):
    """What the sections need to know of their letter."""

    date: str | None
    number: str | None


class _Named(NamedTuple):
    """The times that a section names."""

    all: Sequence[Time]
    dating: Sequence[Time]
    """Those that figures are of."""

    def of(self, start: int, sentence: int) -> Time | None:
        """Return the time that reaches the figure at `start` in the sentence that begins at `sentence`."""
        following = bisect_left(self.dating, (start,))
        for time in reversed(self.dating[max(following - 3, 0) : following]):
            if time.start < sentence:
                return None
            if start <= time.reach:
                return time
        return None


def _section(part: Part, letter: _Letter) -> Section:
    read = _Reader(part, letter) if part.id not in _NOT_READ else None
    return Section(
        id=part.id,
        heading=part.heading,
        title=part.title,
        text="".join([line.text for line in part.lines]),
        parent=part.id.rpartition(".")[0] or None,
        start=part.start,
        figures=tuple(read.figures()) if read else (),
        citations=tuple(read.citations()) if read else (),
        flagged=tuple(read.flags()) if read else (),
    )


class _Reader:
    """Reads one section; offsets are the section's own until they are put into a result."""

    def __init__(self, part: Part, letter: _Letter) -> None:
        self._part, self._letter = part, letter
        self._text = "".join([line.text for line in part.lines])
        self._plain = "".join([line.plain for line in part.lines])
        self._documents = [d for d in cited(self._text) if d.number is None or d.number != letter.number]
        self._others = list(others(self._plain))
        self._quotes: dict[Span, str] = {}

    @cached_property
    def _sentences(self) -> list[Span]:
        return sentences(self._plain)

    def figures(self) -> Iterator[Figure]:
        """Yield the figures, in order."""
        times = None
        for ordinal, found in enumerate(quantities(self._plain, self._taken()), 1):
            if times is None:
                times = self._times()
            yield self._figure(found, ordinal, times)

    def _taken(self) -> bytearray:
        """Mark what is no figure: titles, dates, numbers of documents."""
        taken = bytearray(len(self._plain) + 1)
        for start, end in [(d.start, d.end) for d in self._documents] + [
            (o.start, o.end) for o in self._others
        ]:
            taken[start:end] = b"\1" * (end - start)
        # 李秀兰等12位代表
        if self._part.id == "opening" and (line := addressee_line(self._part.lines)):
            start = line.start - self._part.start
            taken[start : start + len(line.text)] = b"\1" * len(line.text)
        return taken

    def _times(self) -> _Named:
        """Find the times that the text names, those in the titles of documents left out."""
        inside = bytearray(len(self._plain) + 1)
        numbers = [(other.start, other.end) for other in self._others if other.kind == "number"]
        for start, end in [(d.start, d.end) for d in self._documents] + numbers:
            inside[start:end] = b"\1" * (end - start)
        found = [time for time in times(self._plain, self._letter.date) if not inside[time.start]]
        return _Named(found, [time for time in found if not time.compared])

    def _figure(self, found: Found, ordinal: int, named: _Named) -> Figure:
        part, plain = self._part, self._plain
        sentence = around(self._sentences, found.start, found.end)
        clause = clause_start(plain, sentence, found.start)
        near = named.all[bisect_left(named.all, (clause,)) : bisect_left(named.all, (found.start,))]
        period, basis = period_of(found.start, named.of(found.start, sentence[0]), plain)
        return Figure(
            id=f"{part.id}-{ordinal}",
            section=part.id,
            label=label_of(plain, clause, found.start, found.end, near, part.title or words.UNNAMED_FIGURE),
            text=self._text[found.start : found.end],
            value=found.quantity.value,
            low=found.quantity.low,
            high=found.quantity.high,
            unit=found.quantity.unit,
            bound=found.quantity.bound,
            period=period,
            basis=basis,
            per=per_of(plain, clause, found.start, found.quantity.unit or ""),
            start=part.start + found.start,
            end=part.start + found.end,
            quote=self._quote(sentence),
        )

    def citations(self) -> Iterator[Citation]:
        """Yield the documents that are cited, in order."""
        part = self._part
        for ordinal, document in enumerate(self._documents, 1):
            yield Citation(
                id=f"{part.id}-c{ordinal}",
                section=part.id,
                title=document.title,
                number=document.number,
                text=self._text[document.start : document.end],
                start=part.start + document.start,
                end=part.start + document.end,
                quote=self._quote(around(self._sentences, document.start, document.end)),
            )

    def flags(self) -> Iterator[Flag]:
        """Yield the runs of digits that the page destroyed, as they stand."""
        for other in self._others:
            if other.kind != "destroyed":
                continue
            run = re.search(r"\d+(?: \d+)*", self._plain[other.start : other.end])
            if run:
                start = other.start + run.start()
                yield Flag(self._text[start : start + len(run[0])], self._part.start + start)

    def _quote(self, sentence: Span) -> str:
        """Return a sentence, the same string to all figures in it."""
        if sentence not in self._quotes:
            self._quotes[sentence] = self._text[slice(*sentence)]
        return self._quotes[sentence]
