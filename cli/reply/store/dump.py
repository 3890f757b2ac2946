"""Model -> TOML, laid out for people: text in full lines, one key a line, the same order every time."""

from collections.abc import Iterator

from reply.model import Citation, Figure, Number, Reply, Section


def dump(reply: Reply) -> str:
    """Return the TOML of a letter, which `reply.store.load.parse` reads back to an equal letter."""
    return "\n".join(_lines(reply)) + "\n"


def _lines(reply: Reply) -> Iterator[str]:
    yield "[letter]"
    for key in ("number", "grade", "addressee", "subject", "issuer"):
        yield from _optional(key, getattr(reply, key))
    if reply.date is not None:
        yield f"date = {reply.date}"
    yield from _optional("source", reply.source)
    for section in reply.sections:
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
        yield from _figure(figure)
    for citation in section.citations:
        yield from _citation(citation)


def _figure(figure: Figure) -> Iterator[str]:
    yield ""
    yield "[[sections.figures]]"
    yield f"id = {_string(figure.id)}"
    yield f"label = {_string(figure.label)}"
    yield f"text = {_string(figure.text)}"
    yield f"start = {figure.start}"
    if figure.value is not None:
        yield f"value = {_number(figure.value)}"
    yield from _optional("unit", figure.unit)
    yield f"bound = {_string(figure.bound)}"
    yield from _optional("period", figure.period)
    yield from _optional("basis", figure.basis)
    if figure.per:
        yield f"per = [{', '.join(map(_string, figure.per))}]"


def _citation(citation: Citation) -> Iterator[str]:
    yield ""
    yield "[[sections.citations]]"
    yield f"id = {_string(citation.id)}"
    yield from _optional("title", citation.title)
    yield from _optional("number", citation.number)
    yield f"text = {_string(citation.text)}"
    yield f"start = {citation.start}"


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
