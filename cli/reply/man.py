"""The man page, of the same words as the help: `reply --man > reply.1`."""

from collections.abc import Iterator
from typing import Any

from reply import __version__, messages
from reply.framework import PROGRAM, Context
from reply.help import Entry, Page, page


def man_page(ctx: Any) -> str:
    """Return the page of the program in roff, as man(7) says."""
    command = ctx.command
    whole = page(command, ctx)
    own = {name for name, _ in whole.options}
    pages = [page(one, Context(one, info_name=name, parent=ctx)) for name, one in command.commands.items()]
    return "".join(f"{line}\n" for line in _lines(whole, pages, own))


def _lines(whole: Page, pages: list[Page], shared: set[str]) -> Iterator[str]:
    yield f'.TH {PROGRAM.upper()} 1 "" "{PROGRAM} {__version__}"'
    yield f".SH {messages.MAN_NAME}"
    yield f"{PROGRAM} \\- {_escaped(whole.about.rstrip('.。'))}"
    yield f".SH {messages.MAN_SYNOPSIS}"
    for one in pages:
        yield from (f".B {PROGRAM} {one.name}", _escaped(_arguments(one)), ".br")
    yield f".SH {messages.COMMANDS}"
    for one in pages:
        yield from (f".SS {PROGRAM} {one.name}", _escaped(one.about))
        yield from _entries([*one.arguments, *(entry for entry in one.options if entry[0] not in shared)])
        if one.columns:
            yield from (".PP", _escaped(f"{messages.KEYS}: {' '.join((*one.columns, *one.of_several))}"))
        yield from _examples(one.examples)
    yield f".SH {messages.OPTIONS}"
    yield from _entries(whole.options)
    yield f".SH {messages.MAN_ENVIRONMENT}"
    yield from _entries([*messages.ENVIRONMENT.items()])
    yield f".SH {messages.MAN_EXAMPLES}"
    yield from _examples(whole.examples)


def _arguments(one: Page) -> str:
    return " ".join([*(metavar for metavar, _ in one.arguments), "[OPTIONS]"])


def _entries(entries: list[Entry]) -> Iterator[str]:
    for name, meaning in entries:
        yield from (".TP", f".B {_escaped(name)}", _escaped(meaning))


def _examples(text: str) -> Iterator[str]:
    yield from (".PP", ".nf", *map(_escaped, text.splitlines()), ".fi")


def _escaped(text: str) -> str:
    """Return words as roff shows them: a backslash, a hyphen, and a line that begins as a request does."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{text}" if text.startswith((".", "'")) else text
