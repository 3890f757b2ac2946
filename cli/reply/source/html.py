"""HTML -> the lines that a browser shows, and which of them each element holds."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from reply.source.listmarks import numbered
from reply.source.marks import EAST_ASIAN, LIST_MARK, footnote
from reply.source.tables import Cell, is_data, table_lines

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4",
    "h5", "h6", "header", "hr", "legend", "li", "main", "menu", "ol", "p", "pre", "search", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "xmp", "listing", "plaintext",
))  # fmt: skip
_NOT_SHOWN = frozenset((
    "audio", "button", "canvas", "datalist", "embed", "head", "iframe", "math", "nav", "noembed", "noframes",
    "noscript", "object", "rp", "rt", "script", "select", "style", "svg", "template", "textarea", "title",
    "video",
))  # fmt: skip
_DELETED = frozenset(("del", "s", "strike"))
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|line-through|mso-hide\s*:\s*all"
)
_KEEPING = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)")
_BROKEN_WORD = re.compile(rf"(?<=[{EAST_ASIAN}])[ \t]*[\r\n][ \t\r\n]*(?=[{EAST_ASIAN}])")
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_SPACES = re.compile(" {2,}")
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([\w-]+)")


class Element(NamedTuple):
    """An element that makes lines of its own, and the lines that stand in it."""

    tag: str
    first: int
    end: int
    parent: int
    """Its place in the list of elements; -1 for the outermost."""


class Shown(NamedTuple):
    """What a page shows."""

    lines: list[str]
    linked: list[bool]
    """Whether all words of a line are links."""
    elements: list[Element]
    owners: list[int]
    """The innermost element of each line, as its place in the list."""


def shown(root: "LexborNode") -> Shown:
    """Return what a browser shows of an element: text that is hidden or struck out is not there."""
    writer = _Writer()
    writer.write(root)
    return writer.done()


class _List:
    """A list that is being written, and the number of its next item."""

    def __init__(self, node: "LexborNode") -> None:
        attributes = node.attributes
        style = _LIST_STYLE.search(attributes.get("style") or "")
        self.style = style[1] if style else (attributes.get("type") or "decimal")
        self.ordered = node.tag == "ol"
        start = attributes.get("start") or ""
        self.next = int(start) if re.fullmatch(r"-?\d{1,4}", start) else 1

    def mark(self, item: "LexborNode") -> str:
        if not self.ordered:
            return ""
        value = item.attributes.get("value") or ""
        if re.fullmatch(r"-?\d{1,4}", value):
            self.next = int(value)
        mark = numbered(self.next, self.style)
        self.next += 1
        return mark


class _Writer:
    """Walks an element without recursion, and writes its lines."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._linked: list[bool] = []
        self._owners: list[int] = []
        self._elements: list[list[int | str]] = []
        self._open: list[int] = []
        self._pieces: list[str] = []
        self._plain = False
        """Whether the line that is being written has words outside links."""
        self._links = self._kept = 0
        self._lists: list[_List] = []
        self._mark = ""
        self._raised: list[int] = []
        self._tables: dict[int, list[list[Cell]]] = {}
        """The rows of the table of data that is entered next."""

    def done(self) -> Shown:
        self._end_line()
        elements = [Element(*element) for element in self._elements]  # type: ignore[arg-type]  # lists while they grow
        return Shown(self._lines, self._linked, elements, self._owners)

    def write(self, root: "LexborNode") -> None:
        for node, entering in self._walk(root):
            tag = node.tag
            if tag == "-text":
                self._text(node.text_content or "")
            elif entering:
                self._enter(node, tag or "")
            else:
                self._leave(node, tag or "")

    def _walk(self, root: "LexborNode") -> Iterator[tuple["LexborNode", bool]]:
        """Yield texts and elements that are shown, an element when it begins and when it ends."""
        stack: list[tuple[LexborNode, bool]] = [(root, True)]
        while stack:
            node, entering = stack.pop()
            tag = node.tag
            if not entering or tag == "-text":
                yield node, entering
                continue
            if not _is_shown(node, tag or ""):
                continue
            stack.append((node, False))
            rows = _rows(node) if tag == "table" else None
            if rows is not None:
                self._tables[node.mem_id] = rows
            yield node, True
            child = node.last_child if rows is None else None
            while child is not None:
                stack.append((child, True))
                child = child.prev

    def _enter(self, node: "LexborNode", tag: str) -> None:
        if tag in _BLOCKS:
            self._end_line()
            parent = self._open[-1] if self._open else -1
            self._open.append(len(self._elements))
            self._elements.append([tag, len(self._lines), 0, parent])
        if tag == "br":
            self._end_line()
        elif tag == "a":
            self._links += 1
        elif tag == "sup":
            self._raised.append(len(self._pieces))
        elif tag in ("ol", "ul", "menu", "dir"):
            self._lists.append(_List(node))
        elif tag == "li" and self._lists:
            self._mark = self._lists[-1].mark(node)
        elif tag == "table":
            for line in table_lines(self._tables.pop(node.mem_id, ())):
                self._line(line, linked=False)
        if _keeps_space(node, tag):
            self._kept += 1

    def _leave(self, node: "LexborNode", tag: str) -> None:
        if tag == "a":
            self._links -= 1
        elif tag == "sup":
            at = min(self._raised.pop(), len(self._pieces))
            mark = "".join(self._pieces[at:])
            before = "".join(self._pieces[max(at - 3, 0) : at])[-6:]
            self._pieces[at:] = [footnote(mark, before)] if mark.strip() else []
        elif tag in ("ol", "ul", "menu", "dir"):
            self._lists.pop()
        if tag in _BLOCKS:
            self._end_line()
            self._elements[self._open.pop()][2] = len(self._lines)
            self._mark = "" if tag == "li" else self._mark
        if _keeps_space(node, tag):
            self._kept -= 1

    def _text(self, text: str) -> None:
        if not self._kept:
            text = _BLANKS.sub(" ", _BROKEN_WORD.sub("", text))
            if text == " " and not self._pieces:
                return
            self._piece(text)
            return
        first, *others = re.split(r"\r\n|\r|\n", text)
        self._piece(first)
        for line in others:
            self._end_line()
            self._piece(line)

    def _piece(self, text: str) -> None:
        if self._mark and text.strip():
            if not LIST_MARK.match(text.strip()):
                self._pieces.append(self._mark)
            self._mark = ""
        self._pieces.append(text)
        if not self._links and text.strip():
            self._plain = True

    def _end_line(self) -> None:
        if self._pieces:
            line = "".join(self._pieces)
            self._line(line if self._kept else _SPACES.sub(" ", line), linked=not self._plain)
            self._pieces = []
        self._raised = [0 for _ in self._raised]
        self._plain = False

    def _line(self, text: str, *, linked: bool) -> None:
        text = text.rstrip()
        if text.strip():
            self._lines.append(text if self._kept else text.strip(" "))
            self._linked.append(linked)
            self._owners.append(self._open[-1] if self._open else -1)


def _is_shown(node: "LexborNode", tag: str) -> bool:
    if tag in _NOT_SHOWN or tag in _DELETED or tag.startswith(("-", "!")):
        return False
    attributes = node.attributes
    if not attributes:
        return True
    if "hidden" in attributes or (tag == "dialog" and "open" not in attributes):
        return False
    style = attributes.get("style")
    return not (style and _HIDING.search(style.lower()))


def _keeps_space(node: "LexborNode", tag: str) -> bool:
    if tag in ("pre", "xmp", "listing", "plaintext"):
        return True
    style = node.attributes.get("style") if tag in _BLOCKS else None
    return bool(style and _KEEPING.search(style.lower()))


def _rows(table: "LexborNode") -> list[list[Cell]] | None:
    """Return the cells of a table that holds data; None for one that is there for the layout."""
    if len(table.css("table")) > 1:
        return None
    rows: list[list[Cell]] = []
    for row in table.css("tr"):
        if not _is_shown(row, "tr"):
            continue
        cells = [
            Cell(_cell_text(cell), _count(cell, "colspan"), _count(cell, "rowspan"))
            for cell in row.iter()
            if cell.tag in ("td", "th") and _is_shown(cell, cell.tag)
        ]
        if cells:
            rows.append(cells)
    return rows if is_data(rows) else None


def _cell_text(cell: "LexborNode") -> str:
    writer = _Writer()
    writer.write(cell)
    return re.sub(rf"(?<=[{EAST_ASIAN}]) (?=[{EAST_ASIAN}])", "", " ".join(writer.done().lines))


def _count(cell: "LexborNode", name: str) -> int:
    value = cell.attributes.get(name) or ""
    return int(value) if re.fullmatch(r"[1-9]\d{0,3}", value) else 1
