"""Read one section: its figures, its citations, and digits that are damaged."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import takewhile
from operator import itemgetter
from typing import NamedTuple

from reply.measure.document import as_given
from reply.measure.expression import expressions
from reply.measure.guard import certain_quantities
from reply.measure.identifier import DESTROYED, Identifier, identifiers
from reply.measure.quantity import Found
from reply.measure.reach import Dated, Time, dated
from reply.measure.reading import closed_up, half_width
from reply.measure.span import Doubt
from reply.measure.table import TableFigure, table_figures
from reply.measure.time import spans_of_times, times
from reply.model import Citation, Figure, Flag, Section, Status
from reply.pack.citations import Cited, Own, cited
from reply.pack.clauses import clause_start, each_of, is_share_of_same
from reply.pack.label import Labels
from reply.pack.lines import Line
from reply.pack.status import Place, Told, is_dated, judged, told
from reply.pack.structure import Part
from reply.script import in_simplified
from reply.sentences import Span, around, sentences

NOT_READ = frozenset(("preamble", "residue"))
"""Parts that are the web page's: their digits are no figures of the letter."""


FEW = 3
"""Times before a figure that are asked whether it is of them."""


class LetterFacts(NamedTuple):
    """What is known of the letter before its sections are read."""

    date: str | None
    number: str | None
    subject: str | None
    """The proposal that it answers."""
    addressed: Line | None
    """Its head, to the end of the addressee: nothing is counted or cited there. 李秀兰等12位代表."""
    traditional: bool
    """Whether it is in traditional script."""


class _Sentence(NamedTuple):
    """What all figures of a sentence share."""

    span: Span
    times: Sequence[Time]
    dated: Mapping[int, Dated]
    """The period of each figure, by where it starts."""


def read_section(part: Part, letter: LetterFacts, *, to_come: bool) -> Section:
    """Read the figures, the citations and the damaged digits of a part, if it is the letter's own.

    `to_come` tells whether it says what comes next.
    """
    read = _Reader(part, letter, to_come=to_come) if part.id not in NOT_READ else None
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

    def __init__(self, part: Part, letter: LetterFacts, *, to_come: bool) -> None:
        self._part, self._letter, self._to_come = part, letter, to_come
        self._text = "".join([line.text for line in part.lines])
        self._closed = closed_up("".join([line.plain for line in part.lines]))
        self._plain = self._closed.text
        self._words = self._closed.of(self._text)
        own, head = Own(letter.number, letter.subject), self._head()
        self._documents = [
            document
            for document in cited(self._plain)
            if document.start >= head[1] and not own.names(self._title_of(document), self._number(document))
        ]
        self._others = list(identifiers(self._plain))
        self._said = list(expressions(self._plain, 0, len(self._plain)))
        self._cells = self._in_tables()
        self._found = self._quantities()
        self._title = in_simplified(part.title or "")
        self._latest: _Sentence | None = None
        self._quotes: dict[Span, str] = {}
        self._first_of: dict[int, Status] = {}
        """The status of the first figure of each time, by where the time stands."""

    @cached_property
    def _own_script(self) -> dict[int, str]:
        """Map the characters of simplified script to the others that this section writes."""
        pairs = zip(self._plain, self._words, strict=True)
        return {
            ord(plain): word
            for plain, word in pairs
            if plain != word and plain.isalpha() and plain != half_width(word)
        }

    @cached_property
    def _spans(self) -> list[Span]:
        return sentences(self._plain)

    @cached_property
    def _told(self) -> Told:
        """What the words say is planned, done or a norm."""
        return told(self._plain, self._spans)

    @cached_property
    def _in_names(self) -> bytearray:
        """Marks the titles and numbers of documents, whose years date nothing."""
        numbers = [other for other in self._others if other.kind == "number"]
        return _marked(len(self._plain), [*self._documents, *numbers])

    def figures(self) -> Iterator[Figure]:
        """Yield the figures, in order."""
        figures = [found for found in self._found if isinstance(found, Found)]
        labels = Labels(self._plain, figures, self._title, in_simplified(self._letter.subject or ""))
        latest: Figure | None = None
        for ordinal in range(len(figures)):
            figure = self._figure(figures, ordinal, labels, latest)
            latest = figure
            yield figure

    def _in_tables(self) -> dict[int, TableFigure]:
        """Return the numbers of tables by their offsets; they are found before spaces are closed up."""
        plain = "".join([line.plain for line in self._part.lines])
        return {self._closed.within(cell.start, cell.end)[0]: cell for cell in table_figures(plain)}

    def _quantities(self) -> list[Found | Doubt]:
        """Return the quantities, in tables and outside, and what is in doubt, in order."""
        taken = self._taken()
        found: list[Found | Doubt] = []
        for cell in self._cells.values():
            start, end = self._closed.within(cell.start, cell.end)
            taken[start:end] = b"\1" * (end - start)
            found.append(Found(start, end, cell.quantity, start))
        return sorted([*found, *certain_quantities(self._plain, taken)], key=itemgetter(0))

    def _taken(self) -> bytearray:
        """Mark what is no figure: titles, dates, numbers of documents."""
        taken = _marked(len(self._plain), [*self._documents, *self._others])
        for begin, end in (self._head(), *spans_of_times(self._said)):
            taken[begin:end] = b"\1" * (end - begin)
        return taken

    def _head(self) -> Span:
        """Return where the head of the letter stands in this part; an empty stretch in another part."""
        line = self._letter.addressed
        if self._part.id != "opening" or line is None:
            return 0, 0
        start = line.start - self._part.start
        return self._closed.within(start, start + len(line.text))

    @cached_property
    def _written(self) -> list[Span]:
        """The sentences as written, in which a reader of the packed letter looks too."""
        return sentences(self._text)

    def _quote(self, start: int, end: int) -> str:
        """Return the sentence around a stretch as written, the same string to all that stand in it."""
        span = around(self._written, *self._closed.span(start, end))
        if span not in self._quotes:
            self._quotes[span] = self._text[slice(*span)]
        return self._quotes[span]

    def _sentence(self, figures: Sequence[Found], ordinal: int) -> _Sentence:
        """Return the sentence around a figure; all figures in it, which come together, share it."""
        latest, (start, end) = self._latest, figures[ordinal][:2]
        if latest and latest.span[0] <= start and end <= latest.span[1]:
            return latest
        span = around(self._spans, start, end)
        named = times(self._plain, span, self._letter.date, self._said)
        named = [time for time in named if not self._in_names[time.start]]
        starts = [figure.start for figure in takewhile(lambda f: f.start < span[1], figures[ordinal:])]
        of = dict(zip(starts, dated(self._plain, named, starts), strict=True))
        self._latest = _Sentence(span, named, of)
        return self._latest

    def _restored(self, plain: str) -> str:
        return plain.translate(self._own_script) if self._letter.traditional else plain

    def _title_of(self, document: Cited) -> str | None:
        return self._words[slice(*document.title)] if document.title else None

    def _number(self, document: Cited) -> str | None:
        return as_given(self._words[slice(*document.number)]) if document.number else None

    def _figure(
        self, figures: Sequence[Found], ordinal: int, labels: Labels, latest: Figure | None
    ) -> Figure:
        """Return a figure; its label is the next one."""
        part, plain, found = self._part, self._plain, figures[ordinal]
        sentence = self._sentence(figures, ordinal)
        clause = clause_start(plain, sentence.span, found.start)
        period, basis = sentence.dated[found.start]
        before = figures[ordinal - 1].end if ordinal else 0
        per, each = each_of(plain, clause, before, found)
        if latest and not per and latest.quote is self._quote(found.start, found.end):
            per = self._each_before(latest, before, found)
        label = str(labels.next(sentence.span, sentence.times, each))
        if labels.is_condition(ordinal):
            period, basis = None, None  # 截至2019年底,60岁以上老人: the age is of no year
        if cell := self._cells.get(found.start):
            label, period, basis, per = cell.label, cell.period, "stated" if cell.period else None, ()
        time = self._time(sentence, found.start, period)
        place = Place(
            plain, sentence.span, self._told, found, max(before, sentence.span[0]),
            labels.is_condition(ordinal), per, period, self._letter.date,
            time, self._to_come, self._earlier(sentence, latest),
        )  # fmt: skip
        quote = self._quote(found.start, found.end)
        status, in_doubt = judged(place, latest.status if latest and latest.quote is quote else None)
        quantity = found.quantity
        first = self._first_of.setdefault(time, status)
        if (
            period
            and 0 < time < clause
            and not in_doubt
            and not is_dated(status, period, basis, first, self._letter.date)
        ):
            period, basis = None, None
        start, end = self._closed.span(found.start, found.end)
        text = self._text[start:end]
        return Figure(
            id=f"{part.id}-{ordinal + 1}",
            section=part.id,
            label=self._restored(label),
            text=text,
            value=quantity.value,
            low=quantity.low,
            high=quantity.high,
            unit=self._restored(quantity.unit) if quantity.unit else None,
            bound=quantity.bound,
            period=period,
            basis=basis,
            per=tuple([self._restored(item) for item in per]),
            start=part.start + start,
            end=part.start + end,
            quote=quote,
            status=status,
            doubt=("status",) if in_doubt else (),
        )

    def _each_before(self, latest: Figure, end: int, found: Found) -> tuple[str, ...]:
        """Return what the figure before, which ends at `end`, is for, where this one is a part of it."""
        same = latest.unit == found.quantity.unit and is_share_of_same(self._plain, end, found.start)
        return latest.per if same else ()

    def _earlier(self, sentence: _Sentence, latest: Figure | None) -> Status | None:
        """Return the status of the last figure before a sentence, in its paragraph."""
        if latest is None:
            return None
        end = self._closed.within(latest.start - self._part.start, latest.end - self._part.start)[1]
        if "\n" in self._plain[end : sentence.span[0]]:
            return None
        return latest.status

    def _time(self, sentence: _Sentence, start: int, period: str | None) -> int:
        """Return where the time stands that a figure is of; 0 where none stands before it."""
        before = sentence.times[: bisect_left(sentence.times, (start,))] if period else ()
        return next((time.start for time in reversed(before[-FEW:]) if time.period == period), 0)

    def citations(self) -> Iterator[Citation]:
        """Yield the documents that are cited, in order."""
        part = self._part
        for ordinal, document in enumerate(self._documents, 1):
            start, end = self._closed.span(document.start, document.end)
            yield Citation(
                id=f"{part.id}-c{ordinal}",
                section=part.id,
                title=self._title_of(document),
                number=self._number(document),
                text=self._text[start:end],
                start=part.start + start,
                end=part.start + end,
                quote=self._quote(document.start, document.end),
                issuer=self._words[slice(*document.issuer)] if document.issuer else None,
            )

    def flags(self) -> Iterator[Flag]:
        """Yield the digits of which nobody can tell what number they are, as they stand."""
        doubts = [(found.start, found.end) for found in self._found if isinstance(found, Doubt)]
        destroyed = [(other.start, other.end) for other in self._others if other.kind == DESTROYED]
        for start, end in sorted([*doubts, *destroyed]):
            start, end = self._closed.span(start, end)
            words = self._text[start:end]
            yield Flag(words.strip(), self._part.start + start + len(words) - len(words.lstrip()))


def _marked(length: int, stretches: Iterable[Cited | Identifier]) -> bytearray:
    """Return a mark for each character of a text, set in the stretches."""
    marks = bytearray(length + 1)
    for stretch in stretches:
        marks[stretch.start : stretch.end] = b"\1" * (stretch.end - stretch.start)
    return marks
