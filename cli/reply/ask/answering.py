"""What of a passage answers a question: a figure, a time, a place, or who did it."""

import re
from collections.abc import Iterator, Sequence

from reply.lookup.asking import COUNTABLE, Asked, are_same_counters, endings_of
from reply.lookup.fold import SCRIPT_TABLE, fold
from reply.measure.expression import expressions
from reply.measure.reading import reading
from reply.model import Figure
from reply.sentences import Span

_MONEY = "元"
_SHARES = ("%", "‰", "倍", None)
_UNIT_FITS, _COUNTED, _RESULT, _RATE = 4.0, 2.0, 2.0, 4.0
"""How much these count, beside a pair of characters of the question in a label: the unit of the question;
each pair of what is counted; that it is what something came to; and, against it, that it is a rate."""
_RATES = ("%", "‰")
_FOLLOWING = re.compile(r"[\u4e00-\u9fff]{1,4}")
"""What stands after a figure may name what is counted."""
_RESULTS = ("为", "到", "至", "达")
UNANSWERED = 0.7
"""The share of its score that a passage keeps which says nothing that could be the answer."""


def answered(
    asked: Asked, text: str, offset: int, figures: Sequence[Figure], found: Sequence[Span]
) -> tuple[float, list[Figure], list[Span]]:
    """Return what share of its score a passage keeps, its figures, the answer first, and what to mark.

    `found` is where the words of the question stand in its text, which begins at `offset` of the letter.
    """
    if asked.wanted in COUNTABLE:
        answers = figures_first(asked, text, offset, figures, found)
        others = [figure for figure in figures if figure not in answers]
        spans = [(figure.start - offset, figure.end - offset) for figure in answers[:1]]
        return (1.0 if answers else UNANSWERED), [*answers, *others], spans
    times = list(_times(text)) if asked.wanted == "time" else []
    says = (
        times
        or asked.wanted == "what"
        or any(map(fold(text, SCRIPT_TABLE).__contains__, endings_of(asked.wanted)))
    )
    return (1.0 if says else UNANSWERED), list(figures), times


def figures_first(
    asked: Asked, text: str, offset: int, figures: Sequence[Figure], found: Sequence[Span]
) -> list[Figure]:
    """Return the figures that may answer, the likeliest first.

    That is the one whose label says what is asked, in the unit of the question, near to what was found;
    `offset` is where the text of the passage begins, and `found` what of it was found.
    """
    about, counted = _pairs("".join(asked.words)), _pairs(asked.thing)

    def likely(figure: Figure) -> float:
        following = _FOLLOWING.match(text, figure.end - offset)
        label = _pairs(fold("".join([figure.label, figure.text, *figure.per]), SCRIPT_TABLE))
        said = label | _pairs(fold(figure.text[-1:] + following[0], SCRIPT_TABLE) if following else "")
        told = len(about & said) * (1 + 1 / len(label or about))  # of two labels with it all, the shorter one
        told += _COUNTED * len(counted & said)
        fits = _UNIT_FITS if asked.counter and _is_counted_in(figure, asked.counter) else 0.0
        if asked.wanted == "count" and figure.unit in _RATES and not any(map(_names_rate, asked.words)):
            fits -= _RATE
        if asked.result and text[: figure.start - offset].endswith(_RESULTS):
            fits += _RESULT
        near = min((_distance(figure, start + offset, end + offset) for start, end in found), default=0)
        return -(told + fits - near / 100)

    return sorted((figure for figure in figures if _may_answer(asked, figure)), key=likely)


def wanted(asked: Asked, figures: Sequence[Figure]) -> list[Figure]:
    """Return the figures that a question asks for, of some that are about its words."""
    if asked.wanted not in COUNTABLE:
        return list(figures)
    fitting = [figure for figure in figures if _may_answer(asked, figure)]
    counted = [figure for figure in fitting if asked.counter and _is_counted_in(figure, asked.counter)]
    return counted or fitting


def _may_answer(asked: Asked, figure: Figure) -> bool:
    unit = figure.unit
    match asked.wanted:
        case "sum":
            return unit is not None and unit.partition("/")[0].endswith(_MONEY)
        case "share":
            return unit in _SHARES
    return True


def _is_counted_in(figure: Figure, counter: str) -> bool:
    return figure.unit is not None and are_same_counters(figure.unit, counter)


def _names_rate(word: str) -> bool:
    return word.endswith("率")


def _distance(figure: Figure, start: int, end: int) -> float:
    """Return how far a figure stands from a match; what stands before it is farther."""
    if figure.start >= end:
        return figure.start - end
    return 2 * max(start - figure.end, 0)


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)}


def _times(text: str) -> Iterator[Span]:
    read = reading(text)
    for said in expressions(read.text, 0, len(read.text)):
        if said.dates:
            yield read.span(said.start, said.end)
