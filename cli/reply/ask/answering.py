"""What of a passage answers a question: a figure, a time, a place, or who did it."""

import re
from collections.abc import Iterator, Sequence

from reply.lookup.asking import Asked, Wanted
from reply.lookup.fold import SCRIPT_TABLE, fold
from reply.measure.expression import expressions
from reply.measure.reading import reading
from reply.model import Figure
from reply.sentences import Span

OF_FIGURES: tuple[Wanted, ...] = ("sum", "count", "share")
_MONEY = "元"
_SHARES = ("%", "‰", "倍", None)
_SAME_COUNTER = ({"人", "名", "位"}, {"家", "个", "所", "处"}, {"户", "家"})
"""Classifiers that people use for each other."""
_WHO = re.compile(
    r"[\u4e00-\u9fff]{1,14}?(?:委员会|办公室|政府|法院|公司|集团|部门|厅|局|委|部|办|组|会|院|处|站|中心|学校)(?![\u4e00-\u9fff]{0,1}[门件])"
)
_WHERE = re.compile(r"[\u4e00-\u9fff]{1,8}?(?:地区|街道|社区|省|市|县|区|镇|乡|村)")
_UNIT_FITS = 4.0
UNANSWERED = 0.7
"""The share of its score that a passage keeps which says nothing that could be the answer."""


def answered(
    asked: Asked, text: str, offset: int, figures: Sequence[Figure], found: Sequence[Span]
) -> tuple[float, list[Figure], list[Span]]:
    """Return what share of its score a passage keeps, its figures, the answer first, and what to mark.

    `found` is where the words of the question stand in its text, which begins at `offset` of the letter.
    """
    if asked.wanted in OF_FIGURES:
        answers = figures_first(asked, figures, found, offset)
        others = [figure for figure in figures if figure not in answers]
        spans = [(figure.start - offset, figure.end - offset) for figure in answers[:1]]
        return (1.0 if answers else UNANSWERED), [*answers, *others], spans
    spans = marked(asked, text)
    return (
        (1.0 if spans or asked.wanted == "what" else UNANSWERED),
        list(figures),
        spans if asked.wanted == "time" else [],
    )


def figures_first(
    asked: Asked, figures: Sequence[Figure], found: Sequence[Span], offset: int
) -> list[Figure]:
    """Return the figures that may answer, the likeliest first.

    That is the one whose label says what is asked, in the unit of the question, near to what was found;
    `offset` is where the passage with these spans begins.
    """
    about = _pairs("".join(asked.words))

    def likely(figure: Figure) -> float:
        said = _pairs(fold(f"{figure.label}{figure.text}{''.join(figure.per)}", SCRIPT_TABLE))
        told = len(about & said) * (1 + 1 / len(said or about))  # of two labels with it all, the shorter one
        fits = _UNIT_FITS if asked.counter and _is_counted_in(figure, asked.counter) else 0
        near = min((_distance(figure, start + offset, end + offset) for start, end in found), default=0)
        return -(told + fits - near / 100)

    return sorted((figure for figure in figures if _may_answer(asked, figure)), key=likely)


def wanted(asked: Asked, figures: Sequence[Figure]) -> list[Figure]:
    """Return the figures that a question asks for, of some that are about its words."""
    if asked.wanted not in OF_FIGURES:
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
    return figure.unit == counter or any({figure.unit, counter} <= same for same in _SAME_COUNTER)


def _distance(figure: Figure, start: int, end: int) -> float:
    """Return how far a figure stands from a match; what stands before it is farther."""
    if figure.start >= end:
        return figure.start - end
    return 2 * max(start - figure.end, 0)


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)}


def marked(asked: Asked, text: str) -> list[Span]:
    """Return what of a text answers a question that is not for a figure."""
    match asked.wanted:
        case "time":
            return list(_times(text))
        case "who":
            return [match.span() for match in _WHO.finditer(text)]
        case "where":
            return [match.span() for match in _WHERE.finditer(text)]
    return []


def _times(text: str) -> Iterator[Span]:
    read = reading(text)
    for said in expressions(read.text, 0, len(read.text)):
        if said.dates:
            yield read.span(said.start, said.end)
