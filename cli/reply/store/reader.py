"""TOML -> model. A person may have edited the file: all slips are named, with file, table, key and mend."""

from codecs import BOM_UTF8
from pathlib import Path
from typing import Any

import tomli

from reply import messages
from reply.errors import ReplyError
from reply.model import IssuerFrom, Letter, Section
from reply.store.files import packaged, read_bytes
from reply.store.foreign import require_packed
from reply.store.items import note_twice, one_of, read_citation, read_figure, read_flag
from reply.store.section_text import SectionText
from reply.store.table import Mistakes, Table

FORMAT = 1
"""What is written, and the newest that is read. Files of version 0.1.0 name no format: in them `start` counts
from the beginning of the letter, and from 1 on from that of the section."""
SIZE_LIMIT = 100_000_000
"""Bytes. The letters that this is made for have some ten thousand."""

_LETTER_KEYS = (
    "title", "number", "grade", "addressee", "subject", "issuer",
    "contact", "copies", "attachments", "source",
)  # fmt: skip
"""The keys of [letter] that are strings, as fields of `Letter`; the date is a TOML date."""
_ISSUERS_FROM: tuple[IssuerFrom, ...] = ("title", "letterhead")


def load(path: Path | str | None = None) -> Letter:
    """Read a letter from its TOML file, by default the one that comes with the program.

    Raises ReplyError when the file cannot be read or does not hold together; its text names the file and, a
    line for each mistake, the place in it and the mend.
    """
    file = packaged() if path is None else Path(path)
    data = read_bytes(file, SIZE_LIMIT, messages.FILE_HUGE)
    return parse(_decoded(data, str(file)), str(file), is_checked=path is None)


def loads(data: bytes, name: str) -> Letter:
    """Make a letter of what a TOML file holds; `name` is what errors call it. Raises ReplyError."""
    return parse(_decoded(data, name), name)


def parse(source: str, name: str, *, is_checked: bool = False) -> Letter:
    """Make a letter of TOML source; `name` is what errors call it. Raises ReplyError.

    With `is_checked`, the numbers are not read again from their words: the tests do so for the letter that
    comes with the program, and a question need not load all that reads numbers.
    """
    mistakes = Mistakes(name)
    top = Table(_toml(source, name), mistakes)
    is_first = _is_first_format(top, name)
    head = top.table("letter")
    strings = {key: head.optional(key, str) for key in _LETTER_KEYS}
    date, issuer_from = head.date("date"), one_of(head, "issuer_from", _ISSUERS_FROM)
    head.done()
    sections = _sections(top, in_section=not is_first, is_checked=is_checked)
    top.done()
    mistakes.stop()
    return Letter(**strings, date=date, issuer_from=issuer_from, sections=sections)


def _is_first_format(top: Table, name: str) -> bool:
    """Tell whether a file is of version 0.1.0, which names no format. Raises ReplyError for a newer one."""
    number: int | None = top.optional("format", int)
    if number is not None and number > FORMAT:
        raise ReplyError(messages.NEWER_FORMAT.format(file=name, format=number, known=FORMAT))
    if number is not None and number < 1:
        top.fail("format", messages.NO_FORMAT.format(format=number, known=FORMAT))
    return number is None and not top.is_wrong("format")


def _decoded(data: bytes, file: str) -> str:
    if not data.strip():
        raise ReplyError(messages.FILE_EMPTY.format(file=file))
    require_packed(Path(file), data)
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


def _sections(top: Table, *, in_section: bool, is_checked: bool) -> tuple[Section, ...]:
    tables = top.tables("sections", messages.SECTION_PLACE)
    if not tables:
        top.fail("sections", messages.NO_SECTIONS)
    ids: set[str] = set()
    seen: set[str] = set()
    sections: list[Section] = []
    start = 0
    for table in tables:
        section = _section(table, ids, seen, start, start if in_section else 0, is_checked)
        sections.append(section)
        start = section.end
    return tuple(sections)


def _section(
    table: Table, ids: set[str], seen: set[str], start: int, counted_from: int, is_checked: bool
) -> Section:
    section_id, text = _section_id(table, ids), table.required("text", str)
    heading: str | None = table.optional("heading", str)
    title: str | None = table.optional("title", str)
    if heading is not None and not table.is_wrong("text") and not text.lstrip().startswith(heading):
        table.fail("heading", messages.HEADING_NOT_IN_TEXT.format(heading=heading))
    if title is not None and not table.is_wrong("heading") and title not in (heading or ""):
        table.fail("title", messages.TITLE_NOT_IN_HEADING.format(title=title))
    ground = SectionText(
        section_id, text, start, counted_from,
        has_id=not table.is_wrong("id"), has_text=not table.is_wrong("text"), is_checked=is_checked,
    )  # fmt: skip
    figures = [read_figure(item, ground, seen) for item in table.tables("figures", messages.FIGURE_PLACE)]
    citations = [
        read_citation(item, ground, seen) for item in table.tables("citations", messages.CITATION_PLACE)
    ]
    flagged = [read_flag(item, ground) for item in table.tables("flagged", messages.FLAG_PLACE)]
    table.done()
    return Section(
        id=section_id,
        heading=heading,
        title=title,
        text=text,
        parent=_parent(section_id),
        start=start,
        figures=tuple(filter(None, figures)),
        citations=tuple(filter(None, citations)),
        flagged=tuple(filter(None, flagged)),
    )


def _section_id(table: Table, ids: set[str]) -> str:
    section_id: str = table.required("id", str)
    if table.is_wrong("id"):
        return section_id
    numbers = section_id.split(".")
    if not (section_id.isascii() and (section_id.isalpha() or all(map(str.isdecimal, numbers)))):
        table.fail("id", messages.BAD_SECTION_ID.format(id=section_id))
    note_twice(table, section_id, ids)
    parent = _parent(section_id)
    if parent is not None and parent not in ids:
        table.fail("id", messages.NO_PARENT.format(id=section_id, parent=parent))
    return section_id


def _parent(section_id: str) -> str | None:
    return section_id.rpartition(".")[0] or None
