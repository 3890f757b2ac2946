"""Candidates for the shell's Tab: ids with what they stand for, titles, units, periods, columns, formats."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from itertools import islice
from typing import Any

from reply.ask.question import Question
from reply.listing import Row
from reply.messages import COLUMN_NAMES, PART_NAMES
from reply.visible import visible

Candidates = Iterable[tuple[str, str]]
MOST = 2000
"""Rows that are looked at: a Tab must be quick, and nobody picks one of many thousands."""

_ASKS = {
    "find": "find", "section": "sections", "figures": "figures", "citations": "citations",
    "info": "head", "check": "check",
}  # fmt: skip
"""For a command the module that says which columns its rows have."""


def _rows(ctx: Any, question: Question) -> Iterator[Row]:
    """Yield what the letters answer that are asked, by --from or REPLY_FROM; nothing where they cannot.

    A Tab must not print an error.
    """
    from reply.errors import ReplyError
    from reply.shelf import answer

    try:
        yield from islice(answer(_sources(ctx), question, drawn=False).listing.rows, MOST)
    except ReplyError:
        return


def _figures(ctx: Any) -> Iterator[Row]:
    from reply.ask.figures import Filters, question

    return _rows(ctx, question(Filters()))


def _sources(ctx: Any) -> Sequence[str]:
    """Return what is named by --from on the line that is typed, or by REPLY_FROM."""
    contexts = [context for context in (ctx, ctx.parent) if context is not None]
    named = [path for context in contexts for path in context.params.get("sources") or ()]
    named += [path for context in contexts for path in context.params.get("paths") or ()]
    named = named or os.environ.get("REPLY_FROM", "").split(os.pathsep)
    return [os.path.expanduser(path) for path in named if path]


def _begins(name: str, incomplete: str) -> bool:
    """Tell whether a name goes on from what is typed; one that a terminal would obey is not offered."""
    return name.startswith(incomplete) and name == visible(name)


def section_names(ctx: Any, incomplete: str) -> Candidates:
    """Yield section ids with their headings, and titles."""
    from reply.ask.sections import question

    for row in _rows(ctx, question("")):
        name, title = str(row["id"]), str(row["title"] or "")
        if _begins(name, incomplete):
            yield name, str(row["heading"] or PART_NAMES.get(name.rpartition(":")[2], ""))
        elif _begins(title, incomplete):
            yield title, name


def figure_ids(ctx: Any, incomplete: str) -> Candidates:
    """Yield figure ids with their words and labels."""
    for row in _figures(ctx):
        if _begins(name := str(row["id"]), incomplete):
            yield name, f"{row['text']} {row['label']}"


def names(attribute: str) -> Callable[[Any, str], Iterator[str]]:
    """Return what yields the values that a key of the figures has in the letters."""

    def candidates(ctx: Any, incomplete: str) -> Iterator[str]:
        values = {str(row[attribute]) for row in _figures(ctx) if row[attribute]}
        return (value for value in sorted(values) if _begins(value, incomplete))

    return candidates


def columns(command: str | None) -> tuple[str, ...]:
    """Return the columns that the rows of a command have."""
    module = _ASKS.get(command or "")
    found: tuple[str, ...] = import_module(f"reply.ask.{module}").COLUMNS if module else ()
    return found


def more_columns(command: str | None) -> tuple[str, ...]:
    """Return the columns that they have when one asks for them."""
    module = _ASKS.get(command or "")
    found: tuple[str, ...] = getattr(import_module(f"reply.ask.{module}"), "MORE", ()) if module else ()
    return found


def columns_of_several(command: str | None) -> tuple[str, ...]:
    """Return the columns that the rows of a command have besides, where several letters are asked."""
    from reply.ask.several import HEAD, LETTER

    own = columns(command)
    return tuple(key for key in (LETTER, *HEAD) if key not in own) if own else ()


def column_names(ctx: Any, incomplete: str) -> Candidates:
    """Yield the columns, each after those that are typed already."""
    before, comma, begun = incomplete.rpartition(",")
    for key, meaning in _named(ctx):
        if key.startswith(begun) and key not in before.split(","):
            yield f"{before}{comma}{key}", meaning


def sort_keys(ctx: Any, incomplete: str) -> Candidates:
    """Yield the columns."""
    return ((key, meaning) for key, meaning in _named(ctx) if key.startswith(incomplete))


def _named(ctx: Any) -> Candidates:
    keys = columns(ctx.info_name) + more_columns(ctx.info_name)
    if _sources(ctx):
        keys += columns_of_several(ctx.info_name)
    return ((key, COLUMN_NAMES[key]) for key in keys)


def format_names(incomplete: str) -> Iterator[str]:
    """Yield the formats."""
    from reply.output import FORMATS

    return (name for name in FORMATS if name.startswith(incomplete))
