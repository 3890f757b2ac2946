"""Carry a person's corrections over to the same letter packed again, and to no other."""

from collections import defaultdict
from typing import NamedTuple

from reply.measure.reading import half_width
from reply.model import Figure, Letter

CORRECTABLE = tuple(key for key in ("label", "period", "basis", "per", "status") if key in Figure._fields)
"""What a person may know better; value, unit and bound follow from the words."""
ALIKE = 0.5
"""Of the lines of the shorter letter, from which two letters without numbers are the same."""


class Kept(NamedTuple):
    """A letter with the corrections of an earlier one."""

    letter: Letter
    lost: tuple[str, ...]
    """The words of the corrected figures that stand nowhere, or not as clearly, in the letter."""


def is_same_letter(one: Letter, other: Letter) -> bool:
    """Tell whether two are the same letter: by their document numbers, or else by their words."""
    if one.number and other.number:
        return _bare(one.number) == _bare(other.number)
    lines, others = (set(map(_bare, letter.text.splitlines())) - {""} for letter in (one, other))
    return len(lines & others) >= ALIKE * max(min(len(lines), len(others)), 1)


def keep_corrections(packed: Letter, corrected: Letter) -> Kept:
    """Return the packed letter with the corrections of figures whose number stands in the same sentence.

    Where a sentence has a number several times, it must have it as many times as before. The source, which no
    text tells, is kept too. A letter that is another one gives nothing, and all of its corrections are lost.
    """
    marked = [figure for figure in corrected.figures if figure.corrected]
    if not is_same_letter(packed, corrected):
        return Kept(packed, tuple(figure.text for figure in marked))
    before, now = _by_words(corrected), _by_words(packed)
    known: dict[str, Figure] = {}
    lost: list[str] = []
    for figure in marked:
        words = _words(figure)
        if len(now[words]) == len(before[words]):
            known[now[words][before[words].index(figure.id)]] = figure
        else:
            lost.append(figure.text)

    def kept(figure: Figure) -> Figure:
        old = known.get(figure.id)
        if old is None:
            return figure
        changes = {key: getattr(old, key) for key in old.corrected if key in CORRECTABLE}
        doubt = tuple(key for key in figure.doubt if key not in old.corrected)
        return figure._replace(**changes, doubt=doubt, corrected=old.corrected)

    sections = tuple(s._replace(figures=tuple(map(kept, s.figures))) for s in packed.sections)
    return Kept(packed._replace(sections=sections, source=corrected.source or packed.source), tuple(lost))


def _words(figure: Figure) -> tuple[str, str]:
    return _bare(figure.quote), _bare(figure.text)


def _bare(text: str) -> str:
    """Return words without what typesetting changes: width and white space."""
    return "".join(half_width(text).split())


def _by_words(letter: Letter) -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for figure in letter.figures:
        found[_words(figure)].append(figure.id)
    return found
