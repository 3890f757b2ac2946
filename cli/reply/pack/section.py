"""Read one section: its figures, its citations, and digits that are damaged."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from reply import words
from reply.model import Citation, Figure, Flag, Section
from reply.pack.citations import Cited, cited
from reply.pack.clauses import clause_start, per_of, period_of
from reply.pack.digits import Other, others
from reply.pack.figures import Found, quantities
from reply.pack.labels import Place, label_of
from reply.pack.lines import Line
from reply.pack.spaces import closed_up
from reply.pack.structure import Part
from reply.pack.tables import TableFigure, table_figures
from reply.pack.times import Time, times
from reply.quantity import Quantity, half_width, parse_quantity
from reply.script import in_simplified
from reply.sentences import Span, around, sentences

NOT_READ = frozenset(("preamble", "residue"))
"""Parts that are the web page's: their digits are no figures of the letter."""


class Known(NamedTuple):
    """What is known of the letter before its sections are read."""

    date: str | None
    number: str | None
    addressed: Line | None
    """The line of the addressee, in which nothing is counted: 李秀兰等12位代表."""
    traditional: bool
    """Whether it is in traditional script."""


class _Sentence(NamedTuple):
    """What all figures of a sentence share."""

    span: Span
    quote: str
    times: Sequence[Time]
    dating: Sequence[Time]
    """The times that figures are of."""

    def time_of(self, start: int) -> Time | None:
        """Return the time that reaches the figure at `start`."""
        if not self.dating:
            return None
        following = bisect_left(self.dating, (start,))
        before = self.dating[max(following - 3, 0) : following]
        return next((time for time in reversed(before) if start <= time.reach), None)


def read_section(part: Part, letter: Known) -> Section:
    """Read the figures, the citations and the damaged digits of a part, if it is the letter's own."""
    read = _Reader(part, letter) if part.id not in NOT_READ else None
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
    """Reads one section, its numbers closed up; offsets are of that until they go into a result."""

    def __init__(self, part: Part, letter: Known) -> None:
        self._part, self._letter = part, letter
        self._text = "".join([line.text for line in part.lines])
        self._closed = closed_up("".join([line.plain for line in part.lines]))
        self._plain = self._closed.text
        self._words = self._closed.of(self._text)
        documents = cited(self._plain)
        self._documents = [d for d in documents if d.number is None or self._number(d) != letter.number]
        self._others = list(others(self._plain))
        self._title = in_simplified(part.title or "")
        self._latest: _Sentence | None = None
        self._quotes: dict[Span, str] = {}

    @cached_property
    def _own_script(self) -> dict[int, str]:
        """Map the characters of simplified script to the others that this section writes."""
        pairs = zip(self._plain, self._words, strict=True)
        return {ord(plain): word for plain, word in pairs if plain != word and plain.isalpha()}

    @cached_property
    def _spans(self) -> list[Span]:
        return sentences(self._plain)

    @cached_property
    def _in_names(self) -> bytearray:
        """Marks the titles and numbers of documents, whose years date nothing."""
        numbers = [other for other in self._others if other.kind == "number"]
        return _marked(len(self._plain), [*self._documents, *numbers])

    def figures(self) -> Iterator[Figure]:
        """Yield the figures, in order."""
        taken = self._taken()
        in_tables = [self._in_table(cell) for cell in self._cells.values()]
        for found in in_tables:
            taken[found.start : found.end] = b"\1" * (found.end - found.start)
        figures = sorted([*quantities(self._plain, taken), *in_tables])
        labels: list[str] = []
        for ordinal in range(len(figures)):
            yield self._figure(figures, ordinal, labels)

    @cached_property
    def _cells(self) -> dict[int, TableFigure]:
        """The numbers of tables by their offsets; they are found before spaces are closed up."""
        plain = "".join([line.plain for line in self._part.lines])
        return {self._closed.within(cell.start, cell.end)[0]: cell for cell in table_figures(plain)}

    def _in_table(self, cell: TableFigure) -> Found:
        start, end = self._closed.within(cell.start, cell.end)
        return Found(start, end, Quantity(cell.value, cell.value, cell.value, cell.unit, "exact"), start)

    def _taken(self) -> bytearray:
        """Mark what is no figure: titles, dates, numbers of documents."""
        taken = _marked(len(self._plain), [*self._documents, *self._others])
        if self._part.id == "opening" and (line := self._letter.addressed):
            start = line.start - self._part.start
            begin, end = self._closed.within(start, start + len(line.text))
            taken[begin:end] = b"\1" * (end - begin)
        return taken

    def _quote(self, span: Span) -> str:
        """Return the words of a sentence, the same string for all that stands in it."""
        if span not in self._quotes:
            self._quotes[span] = self._text[slice(*self._closed.span(*span))]
        return self._quotes[span]

    def _sentence(self, start: int, end: int) -> _Sentence:
        """Return the sentence around a figure; all figures in it, which come together, share it."""
        latest = self._latest
        if latest and latest.span[0] <= start and end <= latest.span[1]:
            return latest
        span = around(self._spans, start, end)
        named = times(self._plain, span, self._letter.date)
        named = [time for time in named if not self._in_names[time.start]]
        dating = [time for time in named if not time.compared]
        self._latest = _Sentence(span, self._quote(span), named, dating)
        return self._latest

    def _restored(self, plain: str) -> str:
        return plain.translate(self._own_script) if self._letter.traditional else plain

    def _number(self, document: Cited) -> str | None:
        return half_width(self._words[slice(*document.number)]) if document.number else None

    def _figure(self, figures: Sequence[Found], ordinal: int, labels: list[str]) -> Figure:
        """Return a figure; `labels` are those of the figures before, in simplified script."""
        part, plain, found = self._part, self._plain, figures[ordinal]
        sentence = self._sentence(found.start, found.end)
        clause = clause_start(plain, sentence.span, found.start)
        place = Place(plain, sentence.span, clause, figures, ordinal, sentence.times)
        period, basis = period_of(found.start, sentence.time_of(found.start), plain)
        per = per_of(plain, clause, found.start, found.quantity.unit or "")
        cell = self._cells.get(found.start)
        if cell is not None:
            labels.append(cell.label)
            period, basis = cell.period, "stated" if cell.period else None
            per = ()
        else:
            labels.append(label_of(place, labels, self._title) or words.UNNAMED_FIGURE)
        start, end = self._closed.span(found.start, found.end)
        text = self._text[start:end]
        traditional = self._letter.traditional and cell is None
        quantity = (traditional and parse_quantity(text)) or found.quantity
        return Figure(
            id=f"{part.id}-{ordinal + 1}",
            section=part.id,
            label=self._restored(labels[-1]),
            text=text,
            value=quantity.value,
            low=quantity.low,
            high=quantity.high,
            unit=quantity.unit,
            bound=quantity.bound,
            period=period,
            basis=basis,
            per=tuple([self._restored(item) for item in per]),
            start=part.start + start,
            end=part.start + end,
            quote=sentence.quote,
        )

    def citations(self) -> Iterator[Citation]:
        """Yield the documents that are cited, in order."""
        part = self._part
        for ordinal, document in enumerate(self._documents, 1):
            start, end = self._closed.span(document.start, document.end)
            yield Citation(
                id=f"{part.id}-c{ordinal}",
                section=part.id,
                title=self._words[slice(*document.title)] if document.title else None,
                number=self._number(document),
                text=self._text[start:end],
                start=part.start + start,
                end=part.start + end,
                quote=self._quote(around(self._spans, document.start, document.end)),
            )

    def flags(self) -> Iterator[Flag]:
        """Yield the runs of digits that the page destroyed, as they stand."""
        for other in self._others:
            if other.kind != "destroyed":
                continue
            run = re.search(r"\d+(?: \d+)*", self._plain[other.start : other.end])
            if run:
                start, end = self._closed.span(other.start + run.start(), other.start + run.end())
                yield Flag(self._text[start:end], self._part.start + start)


def _marked(length: int, stretches: Iterable[Cited | Other]) -> bytearray:
    """Return a mark for each character of a text, set in the stretches."""
    marks = bytearray(length + 1)
    for stretch in stretches:
        marks[stretch.start : stretch.end] = b"\1" * (stretch.end - stretch.start)
    return marks
