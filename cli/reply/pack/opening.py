"""What stands above the addressee: the letter's title, number and grade, and the page's own lines."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from reply.measure.document import numbers
from reply.pack.addressee import Addressed
from reply.pack.formulas import GRADED, NOTES
from reply.pack.lines import Line
from reply.pack.title import is_letterhead, is_title, title_start

BULLETS = " \t\u00a0\u3000•·-*|[]"
"""What may stand around a number on its line."""
_GRADE = rf"(?:{'|'.join(GRADED)})\s*[\]】]?\s*[::|]?\s*\(?\s*(?P<said>[A-D]\d?)\s*类?(?![A-Za-z0-9])"
_ALONE = r"^\(?\s*(?P<alone>[A-D]\d?)\s*类?\s*\)?(?:\s+.*公开.*)?$"
_OF_PROPOSAL = r"号?\s*(?P<proposal>[A-D]\d?)\s*类\s*(?:提案|建议|议案|件)"
_AFTER_NUMBER = r"[〔﹝\[【(]\s*\d{4}.{0,12}\d号?\s*\(?\s*(?P<after>[A-D]\d?)\s*(?:类|\)|$|\s)"
_GRADED = re.compile("|".join((_GRADE, _ALONE, _OF_PROPOSAL, _AFTER_NUMBER)))
LONGEST_OF_GRADE = 80
"""Characters in a line that says the grade."""
FARTHEST = 12
"""Lines that show between a title and the addressee."""


class Opening(NamedTuple):
    """The lines in which the data of the head are looked for."""

    first: int
    """The first line that is the letter's."""
    title: Sequence[Line]
    titles: Sequence[Sequence[Line]]
    """All that is printed of titles above the addressee, the letter's own last."""
    page: Sequence[Line]
    """The lines of the page above the letter."""
    head: Sequence[Line]
    """From the first line of the letter to the addressee, or to its first sentence."""
    addressed: Addressed | None
    to: Line | None
    """The line of the addressee."""
    said: Sequence[Line] = ()
    """From the addressee to the end of the opening."""

    def stretch(self) -> Line | None:
        """Return what reaches from the first line of the letter to the end of the addressee."""
        lines = list(self.head)
        if self.to is not None and self.addressed is not None:
            end = self.addressed.end
            lines.append(Line(self.to.start, self.to.text[:end], self.to.plain[:end]))
        if not lines:
            return None
        return Line(
            lines[0].start, "".join(line.text for line in lines), "".join(line.plain for line in lines)
        )


def read_opening(lines: Sequence[Line], to: Addressed | None, anchor: int | None) -> Opening:
    """Find the head of the letter above its addressee or first sentence, line `anchor`.

    Of a letter that has neither, the head is the title.
    """
    above = len(lines) if anchor is None else anchor
    spans = _titles(lines, above)
    if anchor is None:
        above = spans[-1][1] if spans else 0
    first = _first(lines, spans, above)
    titles = [lines[begin:end] for begin, end in spans]
    return Opening(
        first=first,
        title=titles[-1] if titles else (),
        titles=titles,
        page=lines[:first],
        head=lines[first:above],
        addressed=to,
        to=lines[to.line] if to else None,
    )


def _titles(lines: Sequence[Line], above: int) -> list[tuple[int, int]]:
    found = []
    for n in range(above):
        if is_title(lines[n].plain):
            begin = title_start(lines, n)
            if begin is not None:
                found.append((begin, n + 1))
    return found


def _first(lines: Sequence[Line], titles: Sequence[tuple[int, int]], above: int) -> int:
    """Return the first line of the letter's head."""
    first = above
    if titles:
        begin, end = titles[-1]
        between = sum(bool(line.plain.strip()) for line in lines[end:above])
        first = begin if between <= FARTHEST else above
    while first and _is_of_head(lines[first - 1].plain):
        first -= 1
    while first < above and not lines[first].plain.strip():
        first += 1
    return first


def _is_of_head(line: str) -> bool:
    """Tell whether a line above the title or the addressee is the letter's: blank, number, grade, office."""
    text = line.strip()
    if not text or is_title(line) or is_letterhead(line) or text.startswith(NOTES):
        return True
    return grade_in(text) is not None or number_on_its_line(line) is not None


def grade_in(line: str) -> str | None:
    """Return the grade that a line says: 类别:B, (A), B1类, 第56号B类提案, 〔2022〕14号(A."""
    text = line.strip()
    found = _GRADED.search(text) if len(text) <= LONGEST_OF_GRADE else None
    return found and next(group for group in found.groups() if group)


def number_on_its_line(line: str) -> tuple[int, int] | None:
    """Return where a document number stands on a line that says nothing else but a grade."""
    number = next(numbers(line), None)
    if number is None or line[: number.body_start].strip(BULLETS):
        return None
    after = line[number.end :].strip(BULLETS + "\r\n")
    if after and not after.startswith("签发") and not grade_in(after):
        return None
    return number.body_start, number.end
