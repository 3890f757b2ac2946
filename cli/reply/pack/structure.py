"""Cut a letter into its parts: what the page put before it, opening, headed sections, closing, residue."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from reply.pack.head import addressee_line, is_addressee, is_title, signed
from reply.pack.lines import Line
from reply.pack.vocabulary import ATTACHMENTS, CLOSING, CONTACT, COPIES, OUTLOOK, RESIDUE

_HEADING = re.compile(
    r"\s*(?:([一二三四五六七八九十]{1,3}、)|(\([一二三四五六七八九十]{1,3}\))|(\d{1,2}[.、])(?!\d)|(\(\d{1,2}\)))"
)
"""The marks, a group for each style; on text in half width."""
LONGEST_TITLE = 50
"""Characters; what is longer before its first stop is a paragraph with a number."""
_ANSWERED = re.compile(
    r"(?:答复|函复|回复|答覆|函覆|汇报|说明)(?:如下|于下)[::。]?\s*$|如下.{0,4}意见[::。]?\s*$"
    r"|收悉。\s*$"
)


class _Heading(NamedTuple):
    """What begins a section."""

    style: int
    """Which of the marks it has."""
    text: str
    title: str


class Part(NamedTuple):
    """A part of the letter, before anything in it was read."""

    id: str
    start: int
    end: int
    heading: str | None = None
    title: str | None = None
    lines: Sequence[Line] = ()


def parts(all_lines: Sequence[Line]) -> list[Part]:
    """Return the parts of a letter, which follow each other without a gap."""
    first = _first_of_letter(all_lines)
    last = _after_letter(all_lines, first)
    closing = _closing(all_lines, first, last)
    headings = [(n, found) for n in range(first, closing) if (found := _heading(all_lines[n].plain))]
    body = headings[0][0] if headings else _after_opening(all_lines, first, closing)
    outlook = _outlook(all_lines, headings[-1][0] + 1, closing) if headings else closing
    cuts: list[tuple[str, int, _Heading | None]] = [("preamble", 0, None), ("opening", first, None)]
    if headings:
        cuts += [(id_, n, heading) for id_, (n, heading) in zip(_ids(headings), headings, strict=True)]
    else:
        cuts.append(("body", body, None))
    cuts += [("outlook", outlook, None), ("closing", closing, None), ("residue", last, None)]
    ends = [n for _, n, _ in cuts[1:]] + [len(all_lines)]
    return [
        _part(id_, heading, all_lines[begin:end])
        for (id_, begin, heading), end in zip(cuts, ends, strict=True)
        if begin < end
    ]


def _part(id_: str, heading: _Heading | None, its_lines: Sequence[Line]) -> Part:
    start, end = its_lines[0].start, its_lines[-1].start + len(its_lines[-1].text)
    if heading is None:
        return Part(id_, start, end, lines=its_lines)
    written = its_lines[0].text[: len(heading.text)]
    return Part(id_, start, end, written, written[heading.text.rindex(heading.title) :], its_lines)


def _is_residue(line: str) -> bool:
    return len(line) < 120 and "。" not in line and any(mark in line for mark in RESIDUE)


def _first_of_letter(all_lines: Sequence[Line]) -> int:
    """Return the first line that is the letter's: title, number, addressee; before it is the page's."""
    first = 0
    for n, line in enumerate(all_lines[:30]):
        if is_addressee(line.plain) or "收悉" in line.plain or _heading(line.plain):
            break
        if _is_residue(line.plain):
            first = n + 1
    # A title above the page's own lines still belongs to the letter when nothing repeats it below.
    if first and not any(is_title(line.plain) for line in all_lines[first : first + 5]):
        titles = [n for n in range(first) if is_title(all_lines[n].plain)]
        first = titles[0] if titles else first
    return first


def _after_letter(all_lines: Sequence[Line], first: int) -> int:
    """Return the line after the last of the letter."""
    for n in range(len(all_lines) - 1, first, -1):
        text = all_lines[n].plain.strip()
        if signed(text).date or text.startswith((*CONTACT, *COPIES, *ATTACHMENTS)) or _damaged_date(text):
            return n + 1
    last = len(all_lines)
    while last > first + 1 and (
        _is_residue(all_lines[last - 1].plain) or not all_lines[last - 1].plain.strip()
    ):
        last -= 1
    return last


def _damaged_date(text: str) -> bool:
    return re.fullmatch(r"(?:19|20)\d{5,6}", text) is not None


def _closing(all_lines: Sequence[Line], first: int, last: int) -> int:
    """Return the first line of thanks, signature and date at the end."""
    closing = last
    for n in range(last - 1, first, -1):
        text = all_lines[n].plain.strip()
        formal = (
            not text
            or any(signed(text))
            or _damaged_date(text)
            or text.startswith((*CLOSING, *CONTACT, *COPIES, *ATTACHMENTS))
        )
        if not formal or (text.startswith(ATTACHMENTS) and "。" in text):
            break
        closing = n
    return closing


def _heading(line: str) -> _Heading | None:
    """Return the heading that a line in half width is or begins with; None for another line."""
    mark = _HEADING.match(line)
    if mark is None:
        return None
    title = line[mark.end() :].rstrip("\r\n").partition("。")[0]
    if not title.strip() or len(title) > LONGEST_TITLE or ";" in title:
        return None
    return _Heading(mark.lastindex or 0, line[: mark.end() + len(title.rstrip())], title.strip())


def _ids(headings: Sequence[tuple[int, _Heading]]) -> list[str]:
    """Give each heading a number, by the order in which their styles nest in this letter."""
    nesting: list[int] = []
    counts: list[int] = []
    ids = []
    for _, heading in headings:
        style = heading.style
        if style in nesting:
            level = nesting.index(style)
            del nesting[level + 1 :], counts[level + 1 :]
            counts[level] += 1
        else:
            nesting.append(style)
            counts.append(1)
        ids.append(".".join(map(str, counts)))
    return ids


def _after_opening(all_lines: Sequence[Line], first: int, closing: int) -> int:
    """Return the first line of the body in a letter without headings."""
    for n in range(first, min(closing, first + 12)):
        if _ANSWERED.search(all_lines[n].plain.strip()):
            return n + 1
    top = all_lines[first : min(closing, first + 12)]
    addressed = next((line for line in reversed(top) if is_addressee(line.plain)), addressee_line(top))
    return first + top.index(addressed) + 1 if addressed else first


def _outlook(all_lines: Sequence[Line], start: int, closing: int) -> int:
    """Return the line of a 下一步 paragraph after the last heading; the closing where there is none."""
    for n in range(start, closing):
        if all_lines[n].plain.strip().startswith(OUTLOOK):
            return n
    return closing
