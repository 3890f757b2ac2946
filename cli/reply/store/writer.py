"""Model -> TOML, laid out for people: text in full lines, one key a line, the same order every time."""

from collections.abc import Iterator

from reply.model import Citation, Figure, Flag, Letter, Number, Section
from reply.store.reader import FORMAT, parse
from reply.store.section_text import stands_once

_HEADER = """\
# 一封政府复函。各节的 text 依次相连就是原信,一字不差。
# 同样的字在本节不止一处时,start 说明是哪一处(从本节开头数,从 0 起)。
# 可以直接修改,例如改正某个 label;改了哪些键,请写进该数字的 corrected,重新生成时就会保留。
# An official reply letter. The texts of the sections, joined, are the letter. Where a section has the same
# words twice, start says which are meant, in characters of the section from 0. Correct the file by hand, and
# name the keys you corrected under `corrected`: packing again keeps them.

"""


def dump(letter: Letter) -> str:
    """Return the TOML of a letter, which `reply.store.reader.parse` reads back to an equal letter."""
    return _HEADER + "\n".join(_lines(letter)) + "\n"


def dump_checked(letter: Letter, name: str) -> str:
    """Return the TOML of a letter, read back before anyone relies on it. Raises ReplyError."""
    toml = dump(letter)
    parse(toml, name)
    return toml


def _lines(letter: Letter) -> Iterator[str]:
    yield f"format = {FORMAT}"
    yield ""
    yield "[letter]"
    for key in ("title", "number", "grade", "addressee", "subject", "issuer", "issuer_from"):
        yield from _optional(key, getattr(letter, key))
    if letter.date is not None:
        yield f"date = {letter.date}"
    for key in ("contact", "copies", "attachments", "source"):
        yield from _optional(key, getattr(letter, key))
    for section in letter.sections:
        yield from _section(section)


def _section(section: Section) -> Iterator[str]:
    yield ""
    yield ""
    yield "[[sections]]"
    yield f"id = {_string(section.id)}"
    yield from _optional("heading", section.heading)
    yield from _optional("title", section.title)
    yield f"text = {_text(section.text)}"
    for figure in section.figures:
        yield from _figure(figure, section)
    for citation in section.citations:
        yield from _citation(citation, section)
    for flag in section.flagged:
        yield from ("", "[[sections.flagged]]", *_span(flag, section))


def _span(item: Figure | Citation | Flag, section: Section) -> Iterator[str]:
    """Write the words, and where they stand if the section has them more than once."""
    yield f"text = {_string(item.text)}"
    if not stands_once(section.text, item.text):
        yield f"start = {item.start - section.start}"


def _figure(figure: Figure, section: Section) -> Iterator[str]:
    yield ""
    yield "[[sections.figures]]"
    yield f"id = {_string(figure.id)}"
    yield f"label = {_string(figure.label)}"
    yield from _span(figure, section)
    for key in ("value",) if figure.bound != "range" else ("low", "high"):
        if (number := getattr(figure, key)) is not None:
            yield f"{key} = {_number(number)}"
    yield from _optional("unit", figure.unit)
    yield f"bound = {_string(figure.bound)}"
    yield from _optional("period", figure.period)
    yield from _optional("basis", figure.basis)
    if figure.status != "actual":
        yield f"status = {_string(figure.status)}"
    for key in ("per", "doubt", "corrected"):
        if items := getattr(figure, key):
            yield f"{key} = [{', '.join(map(_string, items))}]"


def _citation(citation: Citation, section: Section) -> Iterator[str]:
    yield ""
    yield "[[sections.citations]]"
    yield f"id = {_string(citation.id)}"
    yield from _optional("title", citation.title)
    yield from _optional("number", citation.number)
    yield from _optional("issuer", citation.issuer)
    yield from _span(citation, section)


def _optional(key: str, value: str | None) -> Iterator[str]:
    if value is not None:
        yield f"{key} = {_string(value)}"


def _number(value: Number) -> str:
    return repr(value)


def _string(value: str) -> str:
    return f'"{_escaped(value, keep="")}"'


def _text(value: str) -> str:
    """Write a text over several lines: as it is where TOML allows, with escapes where it does not."""
    if "'''" not in value and not value.endswith("'") and all(_is_plain(c) for c in value):
        return f"'''\n{value}'''"
    return f'"""\n{_escaped(value, keep=chr(10))}"""'


def _is_plain(character: str) -> bool:
    return character in "\n\t" or (character >= " " and character != "\x7f")


def _escaped(value: str, keep: str) -> str:
    return "".join(
        f"\\{c}" if c in '"\\' else c if c in keep or (_is_plain(c) and c != "\n") else f"\\u{ord(c):04x}"
        for c in value
    )
