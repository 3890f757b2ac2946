"""Cut a letter into its parts: what the page put before it, opening, headed sections, closing, residue."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from reply.measure.reading import half_width
from reply.pack.addressee import Addressed, addressed, begun
from reply.pack.formulas import AFTER_LETTER, ATTACHMENTS, CLOSING, COPIES, OUTLOOK, RESIDUE
from reply.pack.headings import Heading, headings, ids, is_heading
from reply.pack.lines import Line
from reply.pack.opening import Opening, read_opening
from reply.pack.signature import is_dated, is_formal, signed
from reply.script import in_simplified

_ANSWERED = re.compile(r"如下.{0,6}[::。]?\s*$|(?:以下|如下).{0,8}意见[::。]?\s*$|收悉[。,]?\s*$")
_LISTED = re.compile(r"\(?\d{1,2}[.、)]")
_ANNEX = re.compile(r"附件\s*[0-9一二三四五六七八九]?\s*:?")
"""The line above what is attached below the signature."""
_TO_COME = re.compile(
    f"^(?:{'|'.join(OUTLOOK)})|(?:打算|计划|安排|目标|设想)$|20[0-9]{{2}}年[^,。]{{0,4}}(?:将|计划|安排)"
)
"""In the heading of what comes next."""
_ASKED = re.compile("建议|提案|问题|现状|情况|进展|成效|做法")
FARTHEST = 8
"""Lines from the addressee to the end of the opening."""
FIRST = 3
"""Lines that show in which the proposal is named, the addressee's counted."""
LONGEST_OF_PAGE = 120
"""Characters in a line that is told to be the page's by a word."""
LONGEST_FORMAL = 60
"""Characters in a line of the end of a letter that is none of its formulas."""


class Part(NamedTuple):
    """A part of the letter, before anything in it was read."""

    id: str
    start: int
    end: int
    heading: str | None = None
    title: str | None = None
    lines: Sequence[Line] = ()


class Parts(NamedTuple):
    """A letter cut up: its parts follow each other without a gap."""

    parts: list[Part]
    opening: Opening
    """Where the data of the head are."""
    closing: Sequence[Line]


def parts(lines: Sequence[Line]) -> Parts:
    """Cut a letter into its parts."""
    to = addressed(lines)
    anchor = to.line if to else begun(lines)
    opening = read_opening(lines, to, anchor)
    first = opening.first
    said = first if anchor is None else anchor
    formal = _formal(lines, said + 1)
    foot, last = _end(lines, said, formal)
    closing = _closing(lines, max(first, said), foot, formal)
    formula = _formula(lines, said, closing, to)
    found = _headings(lines, said, formula, closing)
    body = found[0].line if found else formula
    outlook = _outlook(lines, found[-1].line + 1, closing) if found else closing
    cuts: list[tuple[str, int, Heading | None]] = [("preamble", 0, None), ("opening", first, None)]
    if found:
        cuts += [(id_, heading.line, heading) for id_, heading in zip(ids(found), found, strict=True)]
    else:
        cuts.append(("body", body, None))
    cuts += [("outlook", outlook, None), ("closing", closing, None), ("residue", last, None)]
    ends = [n for _, n, _ in cuts[1:]] + [len(lines)]
    return Parts(
        [
            _part(id_, heading, lines[begin:end])
            for (id_, begin, heading), end in zip(cuts, ends, strict=True)
            if begin < end
        ],
        opening._replace(said=_said(lines, said, body, closing)),
        lines[closing:foot],
    )


def parts_to_come(found: Sequence[Part]) -> frozenset[str]:
    """Return the ids of the parts that say what comes next: by their headings, and all below those."""
    ahead: set[str] = {"outlook"}
    for part in found:
        title = in_simplified(half_width(part.title or ""))[:LONGEST_FORMAL]
        if part.id.rpartition(".")[0] in ahead or (_TO_COME.search(title) and not _ASKED.search(title)):
            ahead.add(part.id)
    return frozenset(ahead)


def _said(lines: Sequence[Line], said: int, body: int, closing: int) -> Sequence[Line]:
    """Return the first sentences of the letter: those of the opening, or of its first paragraphs."""
    shown = [n for n in range(said, min(said + FARTHEST, closing)) if lines[n].plain.strip()]
    return lines[said : max(body, *(n + 1 for n in shown[:FIRST]), said + 1)]


def _part(id_: str, heading: Heading | None, its_lines: Sequence[Line]) -> Part:
    start, end = its_lines[0].start, its_lines[-1].start + len(its_lines[-1].text)
    if heading is None or heading.text is None or heading.title is None:
        return Part(id_, start, end, lines=its_lines)
    written = its_lines[0].text[: len(heading.text)]
    begin = heading.text.rindex(heading.title)
    title = written[begin : begin + len(heading.title)]
    return Part(id_, start, end, written.lstrip(), title, its_lines)


def _headings(lines: Sequence[Line], said: int, formula: int, closing: int) -> list[Heading]:
    """Return the headings of the answer; a list of what was proposed, before it, is no part of it."""
    found = headings(lines, said, closing)
    after = [heading for heading in found if heading.line >= formula]
    return after if any(heading.number == 1 for heading in after) else found


def _formula(lines: Sequence[Line], said: int, closing: int, to: Addressed | None) -> int:
    """Return the line after the opening: after 现答复如下, or after the addressee."""
    shown = 0
    for n in range(said, closing):
        plain = lines[n].plain.strip()
        if _ANSWERED.search(plain) and not is_heading(plain):
            return n + 1
        shown += bool(plain)
        if shown > FARTHEST:
            break
    return said + 1 if to is not None else said


def _formal(lines: Sequence[Line], begin: int) -> list[bool]:
    """Tell of each line whether it is one of the end of a letter; before `begin` none is.

    Those of a list go with 附件, and those that go on with 抄送.
    """
    formal = [False] * len(lines)
    marks: tuple[str, ...] = ()
    for n in range(begin, len(lines)):
        text = lines[n].plain.strip()
        listed = marks == ATTACHMENTS and _LISTED.match(text) and "。" not in text
        if listed or (marks == COPIES and lines[n - 1].plain.rstrip().endswith(("、", ","))):
            formal[n] = True
        else:
            formal[n] = is_formal(text) and not is_heading(text)
            marks = next((marks for marks in (ATTACHMENTS, COPIES) if text.startswith(marks)), ())
    return formal


def _end(lines: Sequence[Line], said: int, formal: Sequence[bool]) -> tuple[int, int]:
    """Return the lines after the foot of the letter, and after all that is attached to it.

    The letter's first sentence or addressee is `said`.
    """
    begin = min(said + 1, len(lines))
    page = _page_after(lines, begin)
    blocks = _blocks(lines, begin, page, formal)
    signed_and_dated = next((end for end, whole in blocks if whole), None)
    last = signed_and_dated or (blocks[-1][0] if blocks else None)
    if last is None:
        last = _last_formal(lines, begin, page, formal) or page
        while last > begin and (is_residue(lines[last - 1].plain) or not lines[last - 1].plain.strip()):
            last -= 1
    return last, page if last and _ANNEX.fullmatch(lines[last - 1].plain.strip()) else last


def _page_after(lines: Sequence[Line], begin: int) -> int:
    """Return the first line of the page below the letter: the first that says so after its last words."""
    ended = False
    for n in range(begin, len(lines)):
        text = lines[n].plain.strip()
        if ended and _is_page(text, AFTER_LETTER) and not is_heading(text):
            return n
        ended = ended or is_dated(text) or (text.startswith(CLOSING) and not _more(lines, n + 1))
    last = len(lines)
    while last > begin and (is_residue(lines[last - 1].plain) or not lines[last - 1].plain.strip()):
        last -= 1
    return last


def _more(lines: Sequence[Line], begin: int) -> bool:
    """Tell whether sentences follow within the next lines: thanks may open a letter too."""
    following = (line.plain for line in lines[begin : begin + FARTHEST])
    return any(
        "。" in text and not text.strip().startswith(CLOSING) and not is_residue(text) for text in following
    )


def _blocks(lines: Sequence[Line], begin: int, end: int, formal: Sequence[bool]) -> list[tuple[int, bool]]:
    """Return where each run of formal lines with a date ends, and whether it is signed too."""
    blocks: list[tuple[int, bool]] = []
    dated = issued = False
    last = begin
    for n in range(begin, end + 1):
        if n == end or not formal[n]:
            if dated:
                blocks.append((last, issued))
            dated = issued = False
        elif text := lines[n].plain.strip():
            last = n + 1
            dated = dated or is_dated(text)
            issued = issued or signed(text).issuer is not None
    return blocks


def _last_formal(lines: Sequence[Line], begin: int, end: int, formal: Sequence[bool]) -> int | None:
    """Return the line after the last formal one that nothing but the page follows."""
    for n in range(end - 1, begin - 1, -1):
        text = lines[n].plain.strip()
        if text and formal[n]:
            return n + 1
        if "。" in text:
            return None
    return None


def _closing(lines: Sequence[Line], first: int, foot: int, formal: Sequence[bool]) -> int:
    """Return the first line of thanks, signature and date at the end."""
    closing = foot
    for n in range(foot - 1, first, -1):
        text = lines[n].plain.strip()
        if formal[n]:
            closing = n
        elif "。" in text or is_heading(text) or len(text) > LONGEST_FORMAL:
            break
    return closing


def is_residue(line: str) -> bool:
    """Tell whether a line is the web page's."""
    return _is_page(line, RESIDUE)


def _is_page(line: str, marks: tuple[str, ...]) -> bool:
    return len(line) < LONGEST_OF_PAGE and "。" not in line and any(mark in line for mark in marks)


def _outlook(lines: Sequence[Line], start: int, closing: int) -> int:
    """Return the line of a 下一步 paragraph after the last heading; the closing where there is none."""
    for n in range(start, closing):
        if lines[n].plain.strip().startswith(OUTLOOK):
            return n
    return closing
