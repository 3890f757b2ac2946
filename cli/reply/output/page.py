"""A help page."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from reply import messages
from reply.output.console import columns, draw
from reply.output.layout import LEAST, hanging, indented
from reply.output.wrap import wrapped

NARROW, WIDEST = 60, 80
"""Columns. Longer lines of prose are hard to read; a page into a pipe has the greater width."""
_NAME = "bold cyan"


Entries = Sequence[tuple[str, str]]


def draw_page(
    usage: str, text: str, groups: Sequence[tuple[str, Entries]], keys: Entries, examples: str
) -> str:
    """Return the page: usage, what it does, the arguments and options by group, columns, examples.

    `keys` are names of columns, each with what is said before them.
    """
    width = max(min(columns(), WIDEST), LEAST)
    parts: list[RenderableType] = [
        hanging(Text(f"{messages.USAGE}{usage}"), width),
        Text(),
        wrapped(Text(text), width),
    ]
    for title, entries in groups:
        if entries:
            parts += [Text(), Text(title, "bold"), Padding(_entries(entries, width), (0, 0, 0, 2))]
    if keys:
        parts += [Text(), Text(messages.KEYS, "bold")]
        for names, before in keys:
            line = Text.assemble(before, messages.SPACE if before else "", (names, _NAME))
            parts.append(indented(wrapped(line, width - 2)))
    if examples:
        parts += [Text(), *(part for line in examples.splitlines() for part in _example(line, width))]
    return draw(Group(*parts), width)


def _entries(entries: Sequence[tuple[str, str]], width: int) -> RenderableType:
    """Return names beside their meanings, or above them where the terminal is narrow."""
    if width < NARROW:
        return Group(
            *(
                part
                for name, meaning in entries
                for part in (Text(name, _NAME), indented(wrapped(Text(meaning), width - 4)))
            )
        )
    longest = max(cell_len(name) for name, _ in entries)
    table = Table.grid(padding=(0, 2), pad_edge=False)
    for name, meaning in entries:
        table.add_row(Text(name, _NAME, no_wrap=True), wrapped(Text(meaning), width - 2 - longest - 2))
    return table


def _example(line: str, width: int) -> Sequence[RenderableType]:
    """Return a command beside what it is for, or above it where the terminal is narrow."""
    command, apart, meaning = line.strip().partition("   ")
    if cell_len(line) <= width or not apart:
        return [hanging(Text(line), width)]
    return [indented(hanging(Text(command), width - 2)), Padding(Text(meaning.strip()), (0, 0, 0, 4))]
