"""TOML -> model. A person may have edited the file by hand: every slip is named with file, table and key."""

from codecs import BOM_UTF8
from pathlib import Path
from typing import Any

import tomli

from reply import messages
from reply.errors import ReplyError
from reply.measure import period
from reply.measure.quantity import Quantity, parse_quantity
from reply.model import Basis, Citation, Figure, Flag, IssuerFrom, Letter, Section, Status
from reply.same import holds
from reply.sentences import Span, around, sentences
from reply.store.files import packaged, read_bytes
from reply.store.table import Table

SIZE_LIMIT = 100_000_000
"""Bytes. The letters that this is made for have some ten thousand."""

_LETTER_KEYS = (
    "title", "number", "grade", "addressee", "subject", "issuer",
    "contact", "copies", "attachments", "source",
)  # fmt: skip
"""The keys of [letter] that are strings, as fields of `Letter`; the date is a TOML date."""
_BASES: tuple[Basis, ...] = ("stated", "carried", "resolved")
_ISSUERS_FROM: tuple[IssuerFrom, ...] = ("title", "letterhead")
_STATUSES: tuple[Status, ...] = ("actual", "planned", "standard")


def load(path: Path | str | None = None) -> Letter:
    """Read a letter from its TOML file, by default the one that comes with the program.

    Raises ReplyError, whose text names the file, the place in it and the mend, when the file cannot be
    read or does not hold together.
    """
    file = packaged() if path is None else Path(path)
    return loads(read_bytes(file, SIZE_LIMIT, messages.FILE_HUGE), str(file))


def loads(data: bytes, name: str) -> Letter:
    """Make a letter of what a TOML file holds; `name` is what errors call it. Raises ReplyError."""
    return parse(_decoded(data, name), name)


def parse(source: str, name: str) -> Letter:
    """Make a letter of TOML source; `name` is what errors call it. Raises ReplyError."""
    top = Table(_toml(source, name), name)
    head = top.table("letter")
    sections = _sections(top)
    reply = Letter(
        **{key: head.optional(key, str) for key in _LETTER_KEYS},
        date=head.date("date"),
        issuer_from=_issuer_from(head),
        sections=sections,
    )
    head.done()
    top.done()
    return reply


def _issuer_from(head: Table) -> IssuerFrom | None:
    named: str | None = head.optional("issuer_from", str)
    if named is not None and named not in _ISSUERS_FROM:
        head.fail("issuer_from", messages.BAD_BASIS.format(basis=named, known=messages.listed(_ISSUERS_FROM)))
    return next((place for place in _ISSUERS_FROM if place == named), None)


def _decoded(data: bytes, file: str) -> str:
    if not data.strip():
        raise ReplyError(messages.FILE_EMPTY.format(file=file))
    if b"\0" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ReplyError(messages.FILE_BINARY.format(file=file))
    try:
        return data.removeprefix(BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ReplyError(messages.FILE_NOT_UTF8.format(file=file, line=line)) from None


def _toml(source: str, name: str) -> dict[str, Any]:
    try:
        return tomli.loads(source)
    except (ValueError, RecursionError) as error:  # ValueError: also an integer of 5,000 digits
        line = getattr(error, "lineno", None)
        place = messages.AT_LINE.format(line=line) if line else ""
        reason = getattr(error, "msg", "") or str(error)
        raise ReplyError(messages.TOML_BROKEN.format(file=name, place=place, reason=reason)) from None


def _sections(top: Table) -> tuple[Section, ...]:
    tables = top.tables("sections", messages.SECTION_PLACE)
    if not tables:
        top.fail("sections", messages.NO_SECTIONS)
    texts = [table.required("text", str) for table in tables]
    letter = "".join(texts)
    ids: set[str] = set()
    seen: set[str] = set()
    sections: list[Section] = []
    start = 0
    for table, text in zip(tables, texts, strict=True):
        section_id = _section_id(table, ids)
        sections.append(_section(table, section_id, ids, start, letter, text, seen))
        start += len(text)
    return tuple(sections)


def _section_id(table: Table, ids: set[str]) -> str:
    section_id: str = table.required("id", str)
    numbers = section_id.split(".")
    if not (section_id.isascii() and (section_id.isalpha() or all(map(str.isdecimal, numbers)))):
        table.fail("id", messages.BAD_SECTION_ID.format(id=section_id))
    _unique(table, section_id, ids)
    return section_id


def _section(
    table: Table, section_id: str, ids: set[str], start: int, letter: str, text: str, seen: set[str]
) -> Section:
    heading: str | None = table.optional("heading", str)
    title: str | None = table.optional("title", str)
    if heading is not None and not text.lstrip().startswith(heading):
        table.fail("heading", messages.HEADING_NOT_IN_TEXT.format(heading=heading))
    if title is not None and title not in (heading or ""):
        table.fail("title", messages.TITLE_NOT_IN_HEADING.format(title=title))
    parent = section_id.rpartition(".")[0] or None
    if parent is not None and parent not in ids:
        table.fail("id", messages.NO_PARENT.format(id=section_id, parent=parent))
    spans = [(start + left, start + right) for left, right in sentences(text)]
    place = _Place(section_id, letter, start, start + len(text), spans, seen)
    figures = tuple(_figure(item, place) for item in table.tables("figures", messages.FIGURE_PLACE))
    citations = tuple(_citation(item, place) for item in table.tables("citations", messages.CITATION_PLACE))
    flagged = tuple(_flag(item, place) for item in table.tables("flagged", messages.FLAG_PLACE))
    table.done()
    return Section(
        id=section_id,
        heading=heading,
        title=title,
        text=text,
        parent=parent,
        start=start,
        figures=figures,
        citations=citations,
        flagged=flagged,
    )


class _Place:
    """Where figures and citations stand: their section, in its letter."""

    def __init__(
        self, section: str, letter: str, start: int, end: int, spans: list[Span], seen: set[str]
    ) -> None:
        self.section, self.letter, self.start, self.end = section, letter, start, end
        self.sentences, self.seen = spans, seen
        self._quotes: dict[Span, str] = {}

    def identify(self, table: Table, mark: str) -> str:
        """Read and check the id of a figure or citation: section id, `mark`, ordinal."""
        item_id: str = table.required("id", str)
        prefix = self.section + mark
        ordinal = item_id.removeprefix(prefix)
        if ordinal == item_id or not (ordinal.isascii() and ordinal.isdecimal()):
            table.fail("id", messages.BAD_ITEM_ID.format(id=item_id, example=f"{prefix}1"))
        _unique(table, item_id, self.seen)
        return item_id

    def locate(self, table: Table, text: str) -> Span:
        """Read the start of a text, and check that it stands there."""
        start: int = table.required("start", int)
        end = start + len(text)
        if not (self.start <= start and end <= self.end and self.letter[start:end] == text):
            found = _occurrences(self.letter, text, self.start, self.end)
            if not found:
                table.fail("text", messages.SPAN_NOWHERE.format(text=text, section=self.section))
            nearest = min(found, key=lambda position: abs(position - start))
            table.fail("start", messages.SPAN_ELSEWHERE.format(start=start, text=text, found=nearest))
        return start, end

    def quantity(self, start: int, end: int) -> Quantity | None:
        """Return the quantity that stands at a place, read with what stands around it."""
        from reply.measure.context import quantities_by_place

        found = quantities_by_place(self.letter[self.start : self.end])
        return found.get((start - self.start, end - self.start))

    def quote(self, start: int, end: int) -> str:
        """Return the sentence around a span, the same string to all that stand in it."""
        span = around(self.sentences, start, end)
        if span not in self._quotes:
            self._quotes[span] = self.letter[span[0] : span[1]]
        return self._quotes[span]


def _occurrences(letter: str, text: str, start: int, end: int) -> list[int]:
    found = []
    position = letter.find(text, start, end) if text else -1
    while position >= 0:
        found.append(position)
        position = letter.find(text, position + 1, end)
    return found


def _figure(table: Table, place: _Place) -> Figure:
    figure_id = place.identify(table, "-")
    text: str = table.required("text", str)
    start, end = place.locate(table, text)
    quantity = _quantity(table, place, start, text)
    stated_period, basis = _period(table)
    figure = Figure(
        id=figure_id,
        section=place.section,
        label=_label(table),
        text=text,
        value=quantity.value,
        low=quantity.low,
        high=quantity.high,
        unit=quantity.unit,
        bound=quantity.bound,
        period=stated_period,
        basis=basis,
        per=_per(table),
        start=start,
        end=end,
        quote=place.quote(start, end),
        status=_status(table),
        corrected=table.strings("corrected"),
    )
    table.done()
    return figure


def _flag(table: Table, place: _Place) -> Flag:
    text = table.required("text", str)
    start, _ = place.locate(table, text)
    table.done()
    return Flag(text, start)


def _label(table: Table) -> str:
    label: str = table.required("label", str)
    if not label.strip():
        table.fail("label", messages.LABEL_EMPTY)
    return label


def _quantity(table: Table, place: _Place, start: int, text: str) -> Quantity:
    """Check value, unit and bound against the words that they were read from."""
    said = table.number("value"), table.optional("unit", str), table.required("bound", str)
    quantity = parse_quantity(text)
    if quantity is None or (quantity.value, quantity.unit, quantity.bound) != said:
        quantity = place.quantity(start, start + len(text)) or quantity
    if quantity is None:
        table.fail("text", messages.NOT_A_QUANTITY.format(text=text))
    for key, value, says in zip(
        ("value", "unit", "bound"), said, (quantity.value, quantity.unit, quantity.bound), strict=True
    ):
        if value != says:
            if key == "value" and says is None:
                table.fail(key, messages.RANGE_HAS_NO_VALUE.format(text=text))
            table.fail(key, messages.VALUE_CONTRADICTS.format(text=text, value=value, says=says))
    return quantity


def _period(table: Table) -> tuple[str | None, Basis | None]:
    stated: str | None = table.optional("period", str)
    named: str | None = table.optional("basis", str)
    if stated is not None:
        try:
            period.span(stated)
        except ValueError:
            table.fail("period", messages.BAD_PERIOD.format(period=stated))
    if named is not None and named not in _BASES:
        table.fail("basis", messages.BAD_BASIS.format(basis=named, known=messages.listed(_BASES)))
    if (stated is None) != (named is None):
        table.fail("basis" if named is None else "period", messages.PERIOD_AND_BASIS)
    return stated, next((basis for basis in _BASES if basis == named), None)


def _status(table: Table) -> Status:
    """Read what is written only where it is not `actual`."""
    named = table.optional("status", str) or "actual"
    if named not in _STATUSES:
        table.fail("status", messages.BAD_STATUS.format(status=named, known=messages.listed(_STATUSES)))
    return next(status for status in _STATUSES if status == named)


def _per(table: Table) -> tuple[str, ...]:
    per = table.strings("per")
    if any(";" in item or not item for item in per):
        table.fail("per", messages.BAD_PER)
    return per


def _citation(table: Table, place: _Place) -> Citation:
    citation_id = place.identify(table, "-c")
    title: str | None = table.optional("title", str)
    number: str | None = table.optional("number", str)
    issuer: str | None = table.optional("issuer", str)
    text: str = table.required("text", str)
    start, end = place.locate(table, text)
    for key, value in (("title", title), ("number", number)):
        if value is not None and not holds(text, value):
            table.fail(key, messages.NOT_IN_CITATION.format(value=value, text=text))
    if title is None and number is None:
        table.fail("title", messages.CITATION_WITHOUT_NAME)
    table.done()
    return Citation(
        id=citation_id,
        section=place.section,
        title=title,
        number=number,
        text=text,
        start=start,
        end=end,
        quote=place.quote(start, end),
        issuer=issuer,
    )


def _unique(table: Table, item_id: str, seen: set[str]) -> None:
    if item_id in seen:
        table.fail("id", messages.DUPLICATE_ID.format(id=item_id))
    seen.add(item_id)
