"""A help page."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from reply import messages
from reply.output.console import columns, draw

NARROW, WIDEST = 60, 80
"""Columns. Longer lines of prose are hard to read; a page into a pipe has the greater width."""
_NAME = "bold cyan"


def draw_page(
    usage: str, text: str, groups: Sequence[tuple[str, Sequence[tuple[str, str]]]], examples: str
) -> str:
    """Return the page: usage, what it does, the arguments and options by group, examples."""
    width = min(columns(), WIDEST)
    parts: list[RenderableType] = [Text(f"{messages.USAGE}{usage}"), Text(), Text(text)]
    for title, entries in groups:
        if entries:
            parts += [Text(), Text(title, "bold"), Padding(_entries(entries, width), (0, 0, 0, 2))]
    if examples:
        parts += [Text(), Text(examples)]
    return draw(Group(*parts), width)


def _entries(entries: Sequence[tuple[str, str]], width: int) -> RenderableType:
    """Return names beside their meanings, or above them where the terminal is narrow."""
    if width < NARROW:
        return Group(*(Text.assemble((name, _NAME), "\n  ", meaning) for name, meaning in entries))
    table = Table.grid(padding=(0, 2), pad_edge=False)
    for name, meaning in entries:
        table.add_row(Text(name, _NAME, no_wrap=True), Text(meaning, overflow="fold"))
    return table
