"""Join the lines of paragraphs that a page broke at its width, as they come out of a PDF reader."""

import re
from collections.abc import Iterator, Sequence

from reply.measure.reading import half_width
from reply.pack.addressee import is_addressee
from reply.pack.title import is_title

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_COMMA = re.compile("[，,。；;、]")
_STOP = re.compile(r"[。！？!?：:][”’」』）)》]*$")
_INDENT = re.compile(r"\u3000| {2}|\t|\u00a0{2}")
_HEADING = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、．](?!\d)"
)
_PAGE_NUMBER = re.compile(r"\s*[-—–－]\s*\d{1,3}\s*[-—–－]\s*")
NARROWEST, WIDEST = 15, 60
"""Characters in a line of a page."""
RAGGED = 4
"""Characters by which a full line may be shorter: no stop begins a line, no number is broken."""
FEWEST = 2
"""Broken lines from which a text counts as one whose lines a page broke."""


def joined(text: str) -> str:
    """Return a text with the lines of its paragraphs joined; another text is returned as it is.

    A page number on a line of its own that interrupts a paragraph goes.
    """
    lines = [line for line in _LINE.findall(text) if line]
    shown = [line.rstrip() for line in lines if line.strip() and not _PAGE_NUMBER.fullmatch(line)]
    width = _page_width(shown)
    if width is None:
        return text
    indented = sum(_INDENT.match(line) is not None for line in shown) >= FEWEST
    return "".join(_paragraphs(lines, width, indented=indented))


def _page_width(shown: Sequence[str]) -> float | None:
    """Return how wide the page is, in full characters; None where no page broke the lines."""
    widths = sorted(map(width_of, shown), reverse=True)
    pairs = zip(widths, widths[FEWEST - 1 :], strict=False)
    width = next((first for first, last in pairs if first - last <= 2), 0.0)
    if not NARROWEST <= width <= WIDEST or widths[0] > width + RAGGED:
        return None
    broken = [line for line in shown if _is_broken(line, width)]
    prose = [line for line in broken if _COMMA.search(line)]
    return width if len(prose) >= max(FEWEST, len(broken) / 2) else None


def _paragraphs(lines: Sequence[str], width: float, *, indented: bool) -> Iterator[str]:
    """Yield the text piece by piece, without the line ends inside a paragraph."""
    last = ""
    held: list[str] = []  # blank lines and a page number, of which nobody knows yet what they interrupt
    for line in lines:
        if last and (not line.strip() or _PAGE_NUMBER.fullmatch(line)):
            held.append(line)
            continue
        interrupted = any(map(str.strip, held))
        if last and _continues(last, line, width, indented=indented) and (interrupted or not held):
            yield last.rstrip()
        else:
            yield from (last, *held)
        held, last = [], line
    yield from (last, *held)


def _continues(before: str, line: str, width: float, *, indented: bool) -> bool:
    """Tell whether a line goes on with the paragraph of the line before."""
    begins = _INDENT.match(line) or (not indented and _HEADING.match(line)) or is_addressee(half_width(line))
    in_table = line.startswith("|") or before.rstrip().endswith("|")
    return _is_broken(before, width) and not begins and not in_table and not is_title(before)


def _is_broken(line: str, width: float) -> bool:
    line = line.rstrip()
    return width_of(line) >= width - RAGGED and not _STOP.search(line)


def width_of(line: str) -> float:
    """Return the width of a line in full characters; an ASCII one takes half."""
    return sum(0.5 if character.isascii() else 1.0 for character in line)
