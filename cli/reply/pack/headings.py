"""The numbered headings of a letter, and the ids that follow the letter's own numbers."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reply.measure.numeral import whole_number
from reply.pack.lines import Line

_NUMERAL = "[一二三四五六七八九十]{1,3}"
_MARK = re.compile(
    rf"\s*(?:({_NUMERAL})\s*[、.](?:(?!\d)|(?=(?:19|20)\d\d年))"
    rf"|\(\s*({_NUMERAL})\s*\)[、.]?"
    r"|(\d{1,2})\s*[.、](?:(?!\d)|(?=(?:19|20)\d\d年))"
    r"|(?:\(\s*)?(\d{1,2})\s*\)[、.]?)\s*"
)
"""The marks, a group for each style, the highest first; on text in half width."""
CHAPTER, _NUMBERED = 1, 3
"""The style 一、, which is never below another; the first of the styles in Arabic digits."""
_STOPS = "。!?"
_ENDS = "。;:!?"
LONGEST_TITLE = 50
"""Characters before the first stop of a line that goes on; what is longer is a paragraph with a number."""
LONGEST_LINE = 150
"""Characters of a heading that is a line."""
LONGEST_RUN_IN = 30
"""Characters before a colon in a line that goes on."""


class Heading(NamedTuple):
    """What begins a section."""

    line: int
    style: int
    """Which of the marks it has."""
    number: int
    """Its own."""
    text: str | None
    """None for a paragraph whose number alone sets it off."""
    title: str | None


def headings(lines: Sequence[Line], first: int, end: int) -> list[Heading]:
    """Return the headings between two lines; of a list in Arabic numbers where one of them is a heading."""
    found = [heading for n in range(first, end) if (heading := _heading(lines[n].plain, n))]
    listed: set[int] = set()
    for run in _runs(found):
        if run[0].style >= _NUMBERED and not any(heading.text for heading in run):
            listed.update(heading.line for heading in run)
    return [heading for heading in found if heading.line not in listed]


def is_heading(line: str) -> bool:
    """Tell whether a line in half width begins with the number of a heading."""
    return _MARK.match(line) is not None


def _heading(line: str, n: int) -> Heading | None:
    """Return the heading that a line in half width is or begins with; None for another line."""
    mark = _MARK.match(line)
    if mark is None:
        return None
    style = mark.lastindex or 0
    number = whole_number(mark[style])
    said = line[mark.end() :].rstrip()
    if number is None or not said:
        return None
    title = _title(said, LONGEST_LINE if style < _NUMBERED else LONGEST_TITLE)
    text = line[: mark.end() + len(title)] if title else None
    if text is not None and title == said.rstrip(_ENDS) and said[-1] in "。:":
        text += said[len(title or "") :]
    return Heading(n, style, number, text, title)


def _title(said: str, longest_line: int) -> str | None:
    """Return what a numbered line says up to its first stop; None where that is no heading."""
    before = said[: _first_stop(said)]
    colon = before.find(":")
    if 0 < colon <= LONGEST_RUN_IN and colon + 1 < len(said):
        before = before[:colon]
    title = before.rstrip(_ENDS + " \t")
    is_line = title == said.rstrip(_ENDS + " \t")
    if ";" in title:
        return None
    return title if title and len(title) <= (longest_line if is_line else LONGEST_TITLE) else None


def _first_stop(said: str) -> int:
    """Return where the first sentence of a line ends; stops within quotation marks do not end it."""
    depth = 0
    for at, character in enumerate(said[: LONGEST_LINE + 1]):
        depth += (character in "“《") - (character in "”》")
        if character in _STOPS and depth <= 0:
            return at
    stop = re.search(f"[{_STOPS}]", said)
    return stop.start() if stop and depth > 0 else len(said)


def _runs(found: Sequence[Heading]) -> Iterator[list[Heading]]:
    """Yield the headings of one style that no higher one parts."""
    runs: dict[int, list[Heading]] = {}
    for heading in found:
        for style in [style for style in runs if style > heading.style]:
            yield runs.pop(style)
        runs.setdefault(heading.style, []).append(heading)
    yield from runs.values()


def ids(found: Sequence[Heading]) -> list[str]:
    """Give each heading its id: its own number after that of the heading above it.

    Styles nest as the letter first brings them. A number that comes again gets the next free one.
    """
    above: list[tuple[int, str]] = []  # style and id of the headings that the next may stand under
    taken: dict[str, dict[int, int]] = defaultdict(dict)
    given = []
    for heading in found:
        styles = [style for style, _ in above]
        level = (
            0
            if heading.style == CHAPTER
            else styles.index(heading.style)
            if heading.style in styles
            else len(above)
        )
        del above[level:]
        prefix = f"{above[-1][1]}." if above else ""
        number = _free(taken[prefix], heading.number)
        taken[prefix][number] = number + 1
        id_ = f"{prefix}{number}"
        above.append((heading.style, id_))
        given.append(id_)
    return given


def _free(taken: dict[int, int], number: int) -> int:
    """Return the next number that is free; `taken` leads from each that is not to one nearer to it.

    The ways are shortened as they are gone, so that a thousand headings of one number do not count up anew.
    """
    passed = []
    while number in taken:
        passed.append(number)
        number = taken[number]
    for before in passed:
        taken[before] = number
    return number
