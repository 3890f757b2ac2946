"""A help page."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from reply import words
from reply.output.console import UNBOUNDED, columns, draw

WIDEST = 100
"""Columns. Longer lines of prose are hard to read; a page into a pipe has this width too."""


def draw_page(
    usage: str, text: str, groups: Sequence[tuple[str, Sequence[tuple[str, str]]]], examples: str
) -> str:
    """Return the page: usage, what it does, the arguments and options by group, examples."""
    parts: list[RenderableType] = [Text(f"{words.USAGE} {usage}"), Text(), Text(text)]
    for title, entries in groups:
        if entries:
            table = Table.grid(padding=(0, 2), pad_edge=False)
            for name, meaning in entries:
                table.add_row(Text(name, "bold cyan", no_wrap=True), Text(meaning))
            parts += [Text(), Text(title, "bold"), Padding(table, (0, 0, 0, 2))]
    if examples:
        parts += [Text(), Text(examples)]
    width = columns()
    return draw(Group(*parts), 80 if width == UNBOUNDED else min(width, WIDEST))
