"""Put a letter together: parts, head data, figures, citations, and digits that are damaged."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from reply import words
from reply.errors import ReplyError
from reply.model import Citation, Figure, Flag, Reply, Section
from reply.pack.citations import Cited, cited
from reply.pack.clauses import clause_start, label_of, per_of, period_of
from reply.pack.dates import Time, own_date, times
from reply.pack.digits import Other, others
from reply.pack.figures import Found, quantities
from reply.pack.head import is_addressee, read_foot, read_head
from reply.pack.structure import Part, is_signature, lines, parts
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
    plain = half_width(text)
    found = parts(text, plain)
    by_id = {part.id: text[part.start : part.end] for part in found}
    closing = [line.text for line in lines(by_id.get("closing", ""))]
    date = next((iso for line in reversed(closing) if (iso := own_date(line))), None)
    head = read_head([line.text for line in lines(by_id.get("opening", ""))])
    foot = read_foot(closing)
    reader = _Reader(text, plain, int(date[:4]) if date else None, head.number)
    return Reply(
        number=head.number,
        grade=head.grade,
        addressee=head.addressee,
        subject=head.subject,
        issuer=next((line.strip() for line in reversed(closing) if is_signature(line)), None),
        date=date,
        source=None,
        sections=tuple(reader.section(part) for part in found),
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


class _Reader:
    """Reads the sections of one letter."""

    def __init__(self, text: str, plain: str, year: int | None, own_number: str | None) -> None:
        self._text, self._plain, self._year, self._own_number = text, plain, year, own_number
        self._quotes: dict[Span, str] = {}

    def section(self, part: Part) -> Section:
        """Read one part."""
        text, plain = self._text[part.start : part.end], self._plain[part.start : part.end]
        figures: tuple[Figure, ...] = ()
        citations: tuple[Citation, ...] = ()
        flags: tuple[Flag, ...] = ()
        if part.id not in _NOT_READ:
            documents = [document for document in cited(text) if document.number != self._own_number]
            other = list(others(plain))
            spans = sentences(plain)
            citations = tuple(self._citations(part, documents, spans))
            figures = tuple(self._figures(part, plain, documents, other, spans))
            flags = tuple(_flags(part, text, other))
        return Section(
            id=part.id,
            heading=part.heading,
            title=part.title,
            text=text,
            parent=part.id.rpartition(".")[0] or None,
            start=part.start,
            figures=figures,
            citations=citations,
            flagged=flags,
        )

    def _figures(
        self,
        part: Part,
        plain: str,
        documents: Sequence[Cited],
        other: Sequence[Other],
        spans: Sequence[Span],
    ) -> list[Figure]:
        taken = bytearray(len(plain) + 1)
        cited_at = bytearray(len(plain) + 1)
        for document in documents:
            cited_at[document.start : document.end] = b"\1" * (document.end - document.start)
        for start, end in [(d.start, d.end) for d in documents] + [(o.start, o.end) for o in other]:
            taken[start:end] = b"\1" * (end - start)
        if part.id == "opening":  # 李秀兰等12位代表
            for line in filter(lambda line: is_addressee(line.text), lines(plain)):
                taken[line.start : line.start + len(line.text)] = b"\1" * len(line.text)
        named = [time for time in times(plain, self._year) if not cited_at[time.start]]
        fallback = part.title or words.UNNAMED_FIGURE
        return [
            self._figure(part, plain, found, ordinal, spans, named, fallback)
            for ordinal, found in enumerate(quantities(plain, taken), 1)
        ]

    def _figure(
        self, part: Part, plain: str, found: Found, ordinal: int, spans: Sequence[Span],
        named: Sequence[Time], fallback: str,
    ) -> Figure:  # fmt: skip
        sentence = around(spans, found.start, found.end)
        clause = clause_start(plain, sentence, found.start)
        following = bisect_left(named, (found.start,))
        near = named[bisect_left(named, (clause,)) : following]
        last = named[following - 1] if following and named[following - 1].start >= sentence[0] else None
        period, basis = period_of(found.start, last, plain)
        start, end = part.start + found.start, part.start + found.end
        return Figure(
            id=f"{part.id}-{ordinal}",
            section=part.id,
            label=label_of(plain, clause, found.start, found.end, near, fallback),
            text=self._text[start:end],
            value=found.quantity.value,
            low=found.quantity.low,
            high=found.quantity.high,
            unit=found.quantity.unit,
            bound=found.quantity.bound,
            period=period,
            basis=basis,
            per=per_of(plain, clause, found.start),
            start=start,
            end=end,
            quote=self._quote(part, sentence),
        )

    def _quote(self, part: Part, sentence: Span) -> str:
        """Return a sentence, the same string to all figures in it."""
        span = part.start + sentence[0], part.start + sentence[1]
        if span not in self._quotes:
            self._quotes[span] = self._text[span[0] : span[1]]
        return self._quotes[span]

    def _citations(self, part: Part, documents: Sequence[Cited], spans: Sequence[Span]) -> list[Citation]:
        text = self._text[part.start : part.end]
        found = []
        for ordinal, document in enumerate(documents, 1):
            left, right = around(spans, document.start, document.end)
            found.append(
                Citation(
                    id=f"{part.id}-c{ordinal}",
                    section=part.id,
                    title=document.title,
                    number=document.number,
                    text=text[document.start : document.end],
                    start=part.start + document.start,
                    end=part.start + document.end,
                    quote=self._quote(part, (left, right)),
                )
            )
        return found


def _flags(part: Part, text: str, other: Sequence[Other]) -> list[Flag]:
    """Return the runs of digits that the page destroyed, as they stand."""
    return [
        Flag(run[0], part.start + item.start + run.start())
        for item in other
        if item.kind == "destroyed" and (run := re.search("[0-9０-９]+", text[item.start : item.end]))
    ]
