"""A saved page: read as a browser reads HTML, the letter found by what a letter says."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections import deque

from reply import messages
from reply.errors import ReplyError
from reply.source.encoding import decoded
from reply.source.html import Shown, shown
from reply.source.marks import (
    AFTER,
    DATE,
    METADATA_LABELS,
    NUMBER,
    NUMBER_LABELS,
    OPENS,
    THANKS,
    TITLE,
    TITLE_LONGEST,
)
from reply.source.reader import File, Reader, Source

_BEGINS = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|title|meta|link|script|style|div|p|table|h[1-6]|center|article|section"
    rb"|pre|ol|ul)[\s/>]",
    re.I,
)
"""What a page begins with. Copied text may begin with a scrap of other elements, and its line ends count."""
_BEFORE = ((b"<?xml", b">"), (b"<!--", b"-->"))
"""What may stand before the first element, by its beginning and its end."""
_LOOKED_AT = 20_000
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_CLOSE_THEMSELVES = frozenset((
    "area", "base", "body", "br", "col", "dd", "dt", "embed", "head", "hr", "html", "img", "input", "li",
    "link", "meta", "option", "p", "param", "script", "source", "style", "tbody", "td", "tfoot", "th",
    "thead", "tr", "track", "wbr",
))  # fmt: skip
_FORMATTING = frozenset(
    ("a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u")
)
DEEPEST = 1000
"""Elements within each other; browsers give up at 512, and the time of parsing grows with the square."""
MOST_REOPENED = 1_000_000
"""Elements that formatting left open makes, being opened again in each block."""
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(https?://[^\s<>]{4,500}) -->")
_ADDRESS = re.compile(r"https?://[^\s<>\"']{4,500}")
_FOLLOWS = 3
"""Lines after the table's label within which a document number is looked for."""


def is_address(text: str) -> bool:
    """Tell whether a text is the address of a page."""
    return _ADDRESS.fullmatch(text) is not None


def read_page(page: str, name: str) -> Source:
    """Return the letter on a page; all that is shown where there is none. Raises ReplyError."""
    try:
        from selectolax.lexbor import LexborHTMLParser
    except ImportError:
        raise ReplyError(messages.NEEDS_FILES.format(file=name, library="selectolax")) from None
    _refuse_bombs(page, name)
    tree = LexborHTMLParser(page)
    if tree.body is None:
        raise ReplyError(messages.TEXT_EMPTY.format(file=name))
    lines = _letter(shown(tree.body))
    saved = _SAVED_FROM.search(page, 0, _LOOKED_AT)
    return Source("".join(f"{line}\n" for line in lines), broken=True, published=saved[1] if saved else None)


def _refuse_bombs(page: str, name: str) -> None:
    open_now: dict[str, int] = {}
    depth = formatting = 0
    blocks = 0
    for match in _TAG.finditer(page):
        tag = match[2].lower()
        blocks += tag in ("p", "div", "li", "td")
        if tag in _CLOSE_THEMSELVES:
            continue
        if not match[1]:
            open_now[tag] = open_now.get(tag, 0) + 1
            depth += 1
            formatting += tag in _FORMATTING
        elif open_now.get(tag):
            open_now[tag] -= 1
            depth -= 1
            formatting -= tag in _FORMATTING
        if depth > DEEPEST or formatting * blocks > MOST_REOPENED:
            raise ReplyError(messages.TOO_DEEP.format(file=name))


def _letter(page: Shown) -> list[str]:
    """Return the lines of the smallest element that holds the letter, and its title and number."""
    found = _container(page)
    if found is None:
        return page.lines
    first, opened, end = found
    head = [line for line in page.lines[first:opened] if not _is_metadata(line)]
    above: list[str] = []
    if not any(_is_number(line) for line in head) and (number := _number(page, opened)):
        above.append(number)
    if not any(_is_title(line) for line in head) and (title := _title(page, first)):
        above.append(title)
    return [*above, *head, *page.lines[opened:end]]


def _container(page: Shown) -> tuple[int, int, int] | None:
    """Return the lines of the smallest element that holds a letter: its first, that which opens it, its end.

    The letter opens where somebody's proposal was received, and ends with a date on a line of its own, or
    else with thanks.
    """
    opened = next(
        (
            n
            for n, line in enumerate(page.lines)
            if OPENS.search(line) and not page.linked[n] and line[:1] != "|"
        ),
        None,
    )
    if opened is None:
        return None
    for is_end in (_is_date, _is_thanks):
        element = page.owners[opened]
        checked = opened + 1
        while element >= 0:
            held = page.elements[element]
            ends = [n for n in range(checked, held.end) if is_end(page.lines[n]) and not page.linked[n]]
            if ends:
                return held.first, opened, _end(page, element, ends[0])
            checked = max(checked, held.end)
            element = held.parent
    return None


def _end(page: Shown, container: int, dated: int) -> int:
    """Return the line after the letter: after the date stand contact and attachments, but no other block.

    A block of several lines that holds none of them, beside that of the date, is the page's.
    """
    end = page.elements[container].end
    for n in range(dated + 1, end):
        block = page.owners[n]
        outer = -1
        while block != container and block >= 0:
            block, outer = page.elements[block].parent, block
        if outer < 0 or page.elements[outer].first <= dated:
            continue
        block_first, block_end = page.elements[outer].first, page.elements[outer].end
        is_several = block_end - block_first > 1 and not AFTER.match(page.lines[block_first].strip())
        if page.elements[outer].tag == "footer" or is_several:
            return n
    return end


def _is_date(line: str) -> bool:
    return len(line) < 80 and DATE.fullmatch(line.strip()) is not None


def _is_thanks(line: str) -> bool:
    return THANKS.match(line.strip()) is not None


def _is_title(line: str) -> bool:
    return len(line) <= TITLE_LONGEST and "收悉" not in line and TITLE.search(line.strip()) is not None


def _is_number(line: str) -> bool:
    return NUMBER.fullmatch(line.strip()) is not None


def _title(page: Shown, first: int) -> str | None:
    """Return the nearest title above the letter that is no link."""
    for n in range(first - 1, -1, -1):
        line = page.lines[n]
        if line[:1] != "|" and not page.linked[n] and _is_title(line):
            return line
    return None


def _is_metadata(line: str) -> bool:
    """Tell whether a line is a row of the table that describes the page."""
    return line[:1] == "|" and any(_label(cell) in METADATA_LABELS | NUMBER_LABELS for cell in _cells(line))


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("| ").split(" | ")] if line[:1] == "|" else [line]


def _label(cell: str) -> str:
    """Return what a cell or a line says before its colon."""
    return "".join(re.split("[:：]", cell, maxsplit=1)[0].split()).strip("【】[]")


def _number(page: Shown, opened: int) -> str | None:
    """Return the document number that the page's own table gives before the letter opens.

    It stands after its label: in the same line, in the next cell, or in one of the next lines.
    """
    recent: deque[int] = deque(maxlen=1)
    for n, line in enumerate(page.lines[:opened]):
        cells = _cells(line)
        for cell, following in zip(cells, [*cells[1:], ""], strict=True):
            if _label(cell) not in NUMBER_LABELS:
                continue
            for value in (re.split("[:：]", cell, maxsplit=1)[-1], following):
                if _is_number(value):
                    return value.strip()
            recent.append(n)
        if recent and 0 < n - recent[-1] < _FOLLOWS and _is_number(line):
            return line.strip()
    return None


def _read(file: File) -> Source:
    return read_page(decoded(file.data, file.name, file.encoding), file.name)


def _detects(data: bytes) -> bool:
    head = data[:_LOOKED_AT].removeprefix(BOM_UTF8)
    if head.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        head = head[2:].replace(b"\0", b"")
    at = 0
    while True:
        at = len(head) - len(head[at:].lstrip())
        ending = next((ending for mark, ending in _BEFORE if head.startswith(mark, at)), None)
        if ending is None:
            return _BEGINS.match(head, at) is not None
        end = head.find(ending, at)
        if end < 0:
            return False
        at = end + len(ending)


READER = Reader(
    "page", (".html", ".htm", ".shtml", ".xhtml", ".jhtml", ".asp", ".aspx", ".jsp", ".php"), _detects, _read
)
