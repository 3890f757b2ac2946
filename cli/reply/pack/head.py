"""Who wrote to whom, when and about what: the head data, and nothing where the letter has nothing."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reply.measure.document import as_given, numbers
from reply.model import IssuerFrom
from reply.pack.formulas import ATTACHMENTS, CONTACT, COPIES, HOSTS, NUMBERED
from reply.pack.lines import Line
from reply.pack.opening import BULLETS, Opening, grade_in, number_on_its_line
from reply.pack.signature import signed
from reply.pack.subject import subject_of
from reply.pack.title import is_letterhead, issuer_of, joined_title, number_of

_LABELLED = re.compile(rf"(?:{'|'.join(NUMBERED)})[{re.escape(BULLETS)}】:]*")
_LISTED = re.compile(r"\s*\(?\d{1,2}[.、)]")


class Head(NamedTuple):
    """The head data, each None where the letter does not have it."""

    title: str | None
    number: str | None
    grade: str | None
    addressee: str | None
    subject: str | None
    issuer: str | None
    issuer_from: IssuerFrom | None
    date: str | None
    contact: str | None
    copies: str | None
    attachments: str | None


def read_head(opening: Opening, closing: Sequence[Line]) -> Head:
    """Read the head data of a letter from the lines around its answer."""
    signature, date = _signature(closing)
    issuer, issuer_from = (signature, None) if signature else _issuer_above(opening)
    return Head(
        title=joined_title(opening.title) if opening.title else None,
        number=_number(opening),
        grade=_grade(opening, closing),
        addressee=_addressee(opening),
        subject=subject_of(opening),
        issuer=issuer,
        issuer_from=issuer_from,
        date=date,
        contact=_lines_of(CONTACT, closing),
        copies=_lines_of(COPIES, closing),
        attachments=_lines_of(ATTACHMENTS, closing),
    )


def _number(opening: Opening) -> str | None:
    """Return the letter's own number: on its line, before the title, or among the data of the page."""
    for line in (*reversed(opening.head), *reversed(opening.page)):
        if place := number_on_its_line(line.plain):
            return _number_at(line, *place)
    for title in reversed(opening.titles):
        for line in title:
            if place := number_of(line.plain):
                return _number_at(line, *place)
    for line in (*opening.head, *opening.page):
        labelled = {label.end() for label in _LABELLED.finditer(line.plain)}
        for number in numbers(line.plain) if labelled else ():
            if number.body_start in labelled:
                return _number_at(line, number.body_start, number.end)
    return None


def _number_at(line: Line, start: int, end: int) -> str:
    return as_given(line.text[start:end])


def _grade(opening: Opening, closing: Sequence[Line]) -> str | None:
    lines = (*reversed(opening.head), *closing, *reversed(opening.page))
    return next((grade for line in lines if (grade := grade_in(line.plain))), None)


def _addressee(opening: Opening) -> str | None:
    if opening.addressed is None or opening.to is None:
        return None
    return opening.to.text[opening.addressed.start : opening.addressed.end]


def _signature(closing: Sequence[Line]) -> tuple[str | None, str | None]:
    """Return who signed last, and the last date."""
    read = [(line.text.strip(), signed(line.plain.strip())) for line in closing]
    issuer = next((text[: len(sign.issuer)] for text, sign in reversed(read) if sign.issuer), None)
    date = next((sign.date for _, sign in reversed(read) if sign.date), None)
    return issuer, date


def _issuer_above(opening: Opening) -> tuple[str | None, IssuerFrom | None]:
    """Return who wrote the letter as its title or its letterhead says, and which of them."""
    for title in reversed(opening.titles):
        if length := issuer_of("".join("".join(line.plain.split()) for line in title)):
            return joined_title(title)[:length], "title"
    for line in (*reversed(opening.head), *opening.page):
        name = line.plain.strip()
        if is_letterhead(name) and not name.endswith(HOSTS):
            return line.text.strip(), "letterhead"
    return None, None


def _lines_of(marks: tuple[str, ...], closing: Sequence[Line]) -> str | None:
    """Return the lines that begin with one of the marks, with the items of a list below them, as one."""
    return " ".join(_marked(marks, closing)) or None


def _marked(marks: tuple[str, ...], closing: Sequence[Line]) -> Iterator[str]:
    listed = False
    for line in closing:
        text, plain = line.text.strip(), line.plain.strip()
        listed = plain.lstrip("( ").startswith(marks) or (listed and _LISTED.match(plain) is not None)
        if listed:
            yield text
