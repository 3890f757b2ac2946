"""Word (.docx): the text as Word prints it, after ECMA-376, part 1.

Automatic numbers are written out, insertions are in, deletions, struck and hidden text are out, a text box
stands before its paragraph, footnotes at the end.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reply.source.archive import Archive
from reply.source.marks import footnote
from reply.source.numbering import Numbering
from reply.source.reader import File, Reader, Source
from reply.source.tables import Cell, is_data, table_lines
from reply.source.wordml import MC, W, is_on, value

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_LEFT_OUT = frozenset(
    W + name
    for name in (
        "del",
        "moveFrom",
        "delText",
        "delInstrText",
        "instrText",
        "pPr",
        "rPr",
        "sdtPr",
        "sdtEndPr",
        "rt",
        "tblPr",
    )
)
_BREAKS = {W + "tab": "\t", W + "ptab": "\t", W + "cr": "\n", W + "noBreakHyphen": "-"}
_NOTES = {W + "footnoteReference": "footnotes", W + "endnoteReference": "endnotes"}
_NOTE = {"footnotes": W + "footnote", "endnotes": W + "endnote"}


def _detects(data: bytes) -> bool:
    return data.startswith(b"PK\x03\x04") and b"word/" in data


def _read(file: File) -> Source:
    lines = _Document(Archive(file.data, file.name)).lines()
    return Source("".join(f"{line}\n" for line in lines))


class _Document:
    """A Word file, read once from beginning to end."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._part = _main_part(archive)
        self._folder = self._part.rpartition("/")[0]
        self._styles = _by_id(self._other("styles"))
        self._numbering = Numbering(self._other("numbering"), self._styles)
        self._notes: list[tuple[str, str]] = []
        self._held = ""
        """The text of a paragraph whose end was deleted: it goes on in the next."""

    def _other(self, name: str) -> "Element | None":
        part = f"{self._folder}/{name}.xml"
        return self._archive.xml(part) if part in self._archive else None

    def lines(self) -> list[str]:
        root = self._archive.xml(self._part)
        body = root.find(W + "body")
        found = list(self._blocks(body)) if body is not None else []
        if self._held:
            found.append(self._held)
        found += self._note_lines()
        return [line for text in found for line in text.split("\n")]

    def _note_lines(self) -> Iterator[str]:
        """Yield the footnotes and endnotes that the text names, in its order."""
        for kind in ("footnotes", "endnotes"):
            wanted = [(ordinal, id_) for ordinal, (its, id_) in enumerate(self._notes, 1) if its == kind]
            root = self._other(kind) if wanted else None
            if root is None:
                continue
            notes = {note.get(W + "id"): note for note in root.findall(_NOTE[kind])}
            for ordinal, id_ in wanted:
                if (note := notes.get(id_)) is not None:
                    yield f"[{ordinal}] " + " ".join(line.strip() for line in self._blocks(note))

    def _blocks(self, parent: "Element") -> Iterator[str]:
        """Yield the paragraphs and table rows within an element."""
        for child in parent:
            if child.tag == W + "p":
                yield from self._paragraph(child)
            elif child.tag == W + "tbl":
                yield from self._table(child)
            elif child.tag == MC + "AlternateContent":
                yield from self._blocks(_chosen(child))
            elif child.tag not in _LEFT_OUT:
                yield from self._blocks(child)

    def _paragraph(self, paragraph: "Element") -> Iterator[str]:
        properties = paragraph.find(W + "pPr")
        boxes: list[str] = []
        pieces: list[str] = []
        self._inline(paragraph, pieces, boxes)
        text = "".join(pieces)
        yield from boxes
        if properties is not None and properties.find(f"{W}rPr/{W}del") is not None:
            self._held += text
            return
        number = self._numbering.number(properties) if text.strip() or self._held else ""
        text, self._held = self._held + text, ""
        yield (number + text.lstrip() if number else text).rstrip()

    def _inline(self, parent: "Element", pieces: list[str], boxes: list[str]) -> None:
        for child in parent:
            tag = child.tag
            if tag == W + "r":
                self._run(child, pieces, boxes)
            elif tag == MC + "AlternateContent":
                self._inline(_chosen(child), pieces, boxes)
            elif tag not in _LEFT_OUT:
                self._inline(child, pieces, boxes)

    def _run(self, run: "Element", pieces: list[str], boxes: list[str]) -> None:
        properties = run.find(W + "rPr")
        if properties is not None and self._is_out(properties):
            return
        own: list[str] = []
        self._content(run, own, boxes)
        text = "".join(own)
        if properties is not None and value(properties.find(W + "vertAlign")) == "superscript":
            text = footnote(text, "".join(pieces[-3:])[-6:]) if text.strip() else text
        pieces.append(text)

    def _content(self, parent: "Element", pieces: list[str], boxes: list[str]) -> None:
        for child in parent:
            tag = child.tag
            if tag == W + "t":
                pieces.append(child.text or "")
            elif tag in _BREAKS:
                pieces.append(_BREAKS[tag])
            elif tag == W + "br":
                pieces.append("\n" if child.get(W + "type", "textWrapping") == "textWrapping" else "")
            elif tag in _NOTES:
                self._notes.append((_NOTES[tag], child.get(W + "id") or ""))
                pieces.append(f"[{len(self._notes)}]")
            elif tag == W + "txbxContent":
                boxes.extend(self._blocks(child))
            elif tag == W + "r":
                self._run(child, pieces, boxes)
            elif tag == MC + "AlternateContent":
                self._content(_chosen(child), pieces, boxes)
            elif tag not in _LEFT_OUT:
                self._content(child, pieces, boxes)

    def _is_out(self, properties: "Element") -> bool:
        """Tell whether a run is hidden or struck out, by itself or by its style."""
        for name in ("vanish", "webHidden", "strike", "dstrike"):
            own = properties.find(W + name)
            if own is not None:
                if is_on(own):
                    return True
                continue
            style = self._styles.get(value(properties.find(W + "rStyle")) or "")
            if style is not None and is_on(style.find(f"{W}rPr/{W}{name}")):
                return True
        return False

    def _table(self, table: "Element") -> Iterator[str]:
        rows: list[list[Cell]] = []
        paragraphs: list[str] = []
        for row in _within(table, W + "tr"):
            if row.find(f"{W}trPr/{W}del") is not None:
                continue
            cells: list[Cell] = []
            for cell in _within(row, W + "tc"):
                properties = cell.find(W + "tcPr")
                lines = [line for line in self._blocks(cell) if line.strip()]
                paragraphs += lines
                across = value(properties.find(W + "gridSpan")) if properties is not None else None
                merge = properties.find(W + "vMerge") if properties is not None else None
                goes_on = merge is not None and value(merge) != "restart"
                width = int(across) if across and re.fullmatch(r"[1-9]\d{0,2}", across) else 1
                cells.append(Cell("\0" if goes_on else _cell_text(lines), width))
            rows.append(cells)
        if is_data(rows):
            yield from (line.replace("\0", "〃") for line in table_lines(rows))
        else:
            yield from paragraphs


def _cell_text(lines: list[str]) -> str:
    return re.sub(r"(?<=[\u2e80-\uffef]) (?=[\u2e80-\uffef])", "", " ".join(" ".join(lines).split()))


def _within(parent: "Element", tag: str) -> Iterator["Element"]:
    """Yield the rows of a table or the cells of a row, in content controls too, but of no table within."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in (W + "sdt", W + "sdtContent", W + "customXml", W + "ins"):
            yield from _within(child, tag)


def _chosen(alternatives: "Element") -> "Element":
    """Return the first of several forms of the same content."""
    return next(iter(alternatives), alternatives)


def _main_part(archive: Archive) -> str:
    """Return the name of the part that holds the text; Word also calls it document2.xml."""
    return next(
        (name for name in archive.names if re.fullmatch(r"word/document\d*\.xml", name)), "word/document.xml"
    )


def _by_id(styles: "Element | None") -> dict[str, "Element"]:
    if styles is None:
        return {}
    return {style.get(W + "styleId") or "": style for style in styles.findall(W + "style")}


READER = Reader("docx", (".docx", ".docm"), _detects, _read)
