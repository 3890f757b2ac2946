"""A Rich console that draws into memory, as wide and as coloured as stdout allows."""

import io
import os
import re
import sys
from collections.abc import Iterator

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment

from reply.output.stream import on_terminal
from reply.visible import visible

_END = re.compile(r"(?: |\x1b\[[0-9;]*m)+$")
UNBOUNDED = 100_000
"""Columns of what is no terminal: nothing is wrapped, nothing cut."""


def draw(drawing: RenderableType, width: int) -> str:
    """Return a drawing as text, with colours where NO_COLOR, FORCE_COLOR, TERM and the terminal want them.

    Nothing but these colours is obeyed by a terminal, whatever was drawn.
    """
    buffer = io.StringIO()
    console = Console(
        file=buffer,
        width=width,
        force_terminal=on_terminal() or None,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
    )
    console.print(_Visible(drawing), soft_wrap=width == UNBOUNDED)
    return "".join(_trimmed(line) + "\n" for line in buffer.getvalue().splitlines())


def _trimmed(line: str) -> str:
    """Return a line without the spaces at its end; the codes of colours among them stay."""
    return _END.sub(lambda end: end[0].replace(" ", ""), line)


class _Visible:
    """A drawing with nothing in its text that a terminal would obey."""

    def __init__(self, drawing: RenderableType) -> None:
        self._drawing = drawing

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        for segment in console.render(self._drawing, options):
            yield Segment(visible(segment.text), segment.style, segment.control)


def columns() -> int:
    """Return the columns that COLUMNS states, else those of the terminal, else no bound."""
    if (stated := os.environ.get("COLUMNS", "")).isdecimal() and int(stated):
        return int(stated)
    if not on_terminal():
        return UNBOUNDED
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or 80
    except OSError:
        return 80
