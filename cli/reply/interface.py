"""What Python code asks a letter: the questions of the command line, answered with objects, not rows."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from reply.ask import figures as ask_figures
from reply.ask import find as ask_find
from reply.model import Figure, Letter, Section, Status


class Match(NamedTuple):
    """A passage that answers a query."""

    section: Section
    text: str
    """The passage: `letter.text[start : start + len(text)]`."""
    start: int
    spans: tuple[tuple[int, int], ...]
    """What was found in it, as offsets of `text`."""
    tier: str
    """How the query was read: `exact`, or what was forgiven, such as `pinyin` or `homophone`."""
    score: float
    """Higher is better; of use only to put the passages of several letters in order."""
    figures: tuple[Figure, ...]
    """The figures that stand in it."""


def find(letter: Letter, query: str, *, exact: bool = False) -> tuple[Match, ...]:
    """Return the passages that hold the words of a query, best first; `exact` guesses nothing.

    Raises ReplyError for a query without a letter or a digit.
    """
    rows: Iterable[Mapping[str, Any]] = ask_find.find(letter, query, exact=exact).rows
    sections = {section.id: section for section in letter.sections}
    figures = {figure.id: figure for figure in letter.figures}
    return tuple(
        Match(
            section=sections[row["section"]],
            text=row["text"],
            start=row["start"],
            spans=tuple((start, end) for start, end in row["spans"]),
            tier=row["tier"],
            score=row["score"],
            figures=tuple(figures[name] for name in row["figures"]),
        )
        for row in rows
    )


def figures(
    letter: Letter,
    *names: str,
    section: str | Iterable[str] = (),
    unit: str | Iterable[str] = (),
    period: str | Iterable[str] = (),
    status: Status | Iterable[Status] = (),
    doubtful: bool | None = None,
    least: str | float | None = None,
    most: str | float | None = None,
) -> tuple[Figure, ...]:
    """Return the figures that are asked for, in the order of the letter; all without any argument.

    `names` are ids of figures or sections, or words of label and sentence. Of several values each will do.
    `doubtful` tells whether the status is in doubt.
    `period` is EDTF, such as `2016`: every figure whose period shares a day with it. `least` and `most`
    (`1亿` or 100000000) are held against what the words commit to: 约1.1亿元 commits to none and is left out.
    Raises ReplyError for an unknown id, section, unit or status, and for a period or limit that is none.
    """
    filters = ask_figures.Filters(
        names=names,
        sections=_several(section),
        units=_several(unit),
        periods=_several(period),
        statuses=_several(status),
        doubtful=doubtful,
        least=_amount(least),
        most=_amount(most),
    )
    chosen = {row["id"] for row in ask_figures.figures(letter, filters).rows}
    return tuple(figure for figure in letter.figures if figure.id in chosen)


def _several(values: str | Iterable[str]) -> tuple[str, ...]:
    return (values,) if isinstance(values, str) else tuple(values)


def _amount(limit: str | float | None) -> str | None:
    """Return a limit as a person would type it: 1e8 is 100000000."""
    return limit if limit is None or isinstance(limit, str) else f"{Decimal(str(limit)):f}"
