"""Candidates for the shell's Tab: ids with what they stand for, titles, units, periods, formats."""

import os
import shlex
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from reply.model import Section
from reply.visible import visible

Candidates = Iterable[tuple[str, str]]


def prepare() -> None:
    """Make completion quick: Typer takes Rich markup off the help by importing Rich; ours has none."""
    from typer import _completion_classes

    _completion_classes._sanitize_help_text = visible  # a shell prints it as it is


def _letter() -> tuple[Section, ...]:
    """Return the sections of the letter that is asked; none when it cannot be read, or several are asked.

    A Tab must not print an error, and an id alone names nothing among several letters.
    """
    from reply.errors import ReplyError
    from reply.store import load

    sources = _sources()
    try:
        return load(*sources).sections if len(sources) < 2 else ()
    except ReplyError:
        return ()


def _sources() -> list[str]:
    """Return what is named by --from on the line that is typed, or by REPLY_FROM."""
    typed = os.environ.get("COMP_WORDS") or os.environ.get("_TYPER_COMPLETE_ARGS", "")
    try:
        line = shlex.split(typed)
    except ValueError:  # a quotation mark that is still open
        line = typed.split()
    named = [path for option, path in pairwise(line) if option == "--from"]
    return named or [path for path in os.environ.get("REPLY_FROM", "").split(os.pathsep) if path]


def section_names(incomplete: str) -> Candidates:
    """Yield section ids with their headings, and titles."""
    from reply.ask.captions import heading

    for section in _letter():
        if section.id.startswith(incomplete):
            yield section.id, heading(section)
        elif (
            section.title and section.title.startswith(incomplete) and section.title == visible(section.title)
        ):
            yield section.title, section.id


def figure_ids(incomplete: str) -> Candidates:
    """Yield figure ids with their words and labels."""
    for section in _letter():
        for figure in section.figures:
            if figure.id.startswith(incomplete):
                yield figure.id, f"{figure.text} {figure.label}"


def names(attribute: str) -> Callable[[str], Iterator[str]]:
    """Return what yields the values that an attribute of the figures has in this letter."""

    def candidates(incomplete: str) -> Iterator[str]:
        values = {getattr(figure, attribute) for section in _letter() for figure in section.figures}
        shown = (value for value in sorted(filter(None, values)) if value == visible(value))
        return (value for value in shown if value.startswith(incomplete))

    return candidates


def format_names(incomplete: str) -> Iterator[str]:
    """Yield the formats."""
    from reply.output import FORMATS

    return (name for name in FORMATS if name.startswith(incomplete))
