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
from reply.pack.dates import Time, own_date, times
from reply.pack.digits import others
from reply.pack.figures import Found, quantities
from reply.pack.head import is_addressee, read_foot, read_head
from reply.pack.lines import lines
from reply.pack.structure import Part, is_signature, parts
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
    closing = by_id.get("closing", ())
    date = next((iso for line in reversed(closing) if (iso := own_date(line.plain))), None)
    head = read_head(by_id.get("opening", ()))
    foot = read_foot(closing)
    letter = _Letter(int(date[:4]) if date else None, head.number)
    signatures = (line.text.strip() for line in reversed(closing) if is_signature(line.plain.strip()))
    return Reply(
        number=head.number,
        grade=head.grade,
        addressee=head.addressee,
        subject=head.subject,
        issuer=next(signatures, None),
        date=date,
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

    year: int | None
    number: str | None


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
        if self._part.id == "opening":  # 李秀兰等12位代表
            for line in self._part.lines:
                if is_addressee(line.plain):
                    start = line.start - self._part.start
                    taken[start : start + len(line.text)] = b"\1" * len(line.text)
        return taken

    def _times(self) -> list[Time]:
        """Return the times that the text names, those in the titles of documents left out."""
        inside = bytearray(len(self._plain) + 1)
        for document in self._documents:
            inside[document.start : document.end] = b"\1" * (document.end - document.start)
        return [time for time in times(self._plain, self._letter.year) if not inside[time.start]]

    def _figure(self, found: Found, ordinal: int, named: Sequence[Time]) -> Figure:
        part, plain = self._part, self._plain
        sentence = around(self._sentences, found.start, found.end)
        clause = clause_start(plain, sentence, found.start)
        following = bisect_left(named, (found.start,))
        near = named[bisect_left(named, (clause,)) : following]
        last = named[following - 1] if following and named[following - 1].start >= sentence[0] else None
        period, basis = period_of(found.start, last, plain)
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
            per=per_of(plain, clause, found.start),
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
            run = re.search("[0-9]+", self._plain[other.start : other.end])
            if run:
                start = other.start + run.start()
                yield Flag(self._text[start : start + len(run[0])], self._part.start + start)

    def _quote(self, sentence: Span) -> str:
        """Return a sentence, the same string to all figures in it."""
        if sentence not in self._quotes:
            self._quotes[sentence] = self._text[slice(*sentence)]
        return self._quotes[sentence]
