"""OFD (GB/T 33190-2016): text objects with the places of their characters, from which paragraphs are made."""

import posixpath
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reply import messages
from reply.errors import ReplyError
from reply.source.archive import Archive
from reply.source.reader import File, Reader, Source

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from reply.source.glyph import Glyph

MOST_PAGES = 500
_MOST_CHARACTERS = 100_000
"""Of one text object: `g 999999999 5` is a bomb."""
_USUAL, _SMALLEST, _FARTHEST = 3.5, 0.01, 1e9
"""Millimetres: the size of characters that have none, below what it is none, and where every page ends."""
_IDENTITY = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_CONTENT = ("ImageObject", "PathObject", "CompositeObject")


def _detects(data: bytes) -> bool:
    return data.startswith(b"PK\x03\x04") and b"OFD.xml" in data


def _read(file: File) -> Source:
    from reply.source.layout import paragraphs

    archive = Archive(file.data, file.name)
    pages: list[list[Glyph]] = []
    pictures: list[int] = []
    for locations in _pages(archive):
        if len(pages) >= MOST_PAGES:
            raise ReplyError(messages.TOO_MANY_PAGES.format(file=file.name, limit=MOST_PAGES))
        roots = [archive.xml(location) for location in locations if location in archive]
        glyphs = [
            glyph._replace(order=n) for n, glyph in enumerate(g for root in roots for g in _glyphs(root))
        ]
        pages.append(glyphs)
        if not glyphs and any(_name(element) in _CONTENT for root in roots for element in root.iter()):
            pictures.append(len(pages))
    if pictures:
        raise ReplyError(messages.PAGES_ARE_PICTURES.format(file=file.name, pages=messages.listed(pictures)))
    lines = paragraphs(pages, keep_lines=file.keep_lines)
    return Source("".join(f"{line}\n" for line in lines))


def _name(element: "Element") -> str:
    return element.tag.rpartition("}")[2]


def _children(element: "Element", name: str) -> Iterator["Element"]:
    return (child for child in element if _name(child) == name)


def _all(element: "Element", name: str) -> Iterator["Element"]:
    return (child for child in element.iter() if _name(child) == name)


def _located(folder: str, location: str) -> str:
    """Return the name of a part, from the root of the archive or the folder of the part that names it."""
    return posixpath.normpath(posixpath.join("/", folder, location.strip())).lstrip("/")


def _pages(archive: Archive) -> Iterator[list[str]]:
    """Yield for each page the parts that hold it: its templates, and itself."""
    for root in _all(archive.xml("OFD.xml"), "DocRoot"):
        document = _located("", root.text or "")
        folder = posixpath.dirname(document)
        tree = archive.xml(document)
        templates = {
            page.get("ID") or "": _located(folder, page.get("BaseLoc") or "")
            for page in _all(tree, "TemplatePage")
        }
        for pages in _children(tree, "Pages"):
            for page in _children(pages, "Page"):
                own = _located(folder, page.get("BaseLoc") or "")
                used = (
                    [t.get("TemplateID") for t in _children(archive.xml(own), "Template")]
                    if templates
                    else []
                )
                yield [*(templates[id_] for id_ in used if id_ in templates), own]


def _glyphs(page: "Element") -> Iterator["Glyph"]:
    """Yield the characters of a page; those of an object that is not visible are not there."""
    for shape in _all(page, "TextObject"):
        if shape.get("Visible") == "false":
            continue
        boundary = _numbers(shape.get("Boundary"), 4) or (0.0, 0.0, 0.0, 0.0)
        matrix = _numbers(shape.get("CTM"), 6) or _IDENTITY
        size = (_numbers(shape.get("Size"), 1) or (_USUAL,))[0]
        at: tuple[float, float] = (0.0, 0.0)
        for code in _children(shape, "TextCode"):
            at = ((_numbers(code.get("X"), 1) or at[:1])[0], (_numbers(code.get("Y"), 1) or at[1:])[0])
            yield from _characters(code, at, size, boundary, matrix)


def _characters(
    code: "Element",
    at: tuple[float, float],
    size: float,
    boundary: tuple[float, ...],
    matrix: tuple[float, ...],
) -> Iterator["Glyph"]:
    from reply.source.glyph import Glyph
    from reply.source.layout import width_of

    text = "".join(c for c in code.text or "" if c not in "\r\n\t")[:_MOST_CHARACTERS]
    across, down = _deltas(code.get("DeltaX"), len(text)), _deltas(code.get("DeltaY"), len(text))
    a, b, c, d, e, f = matrix
    x, y = at
    scale = (a * a + b * b) ** 0.5 or 1.0
    if abs(size * scale) < _SMALLEST:
        size, scale = _USUAL, 1.0
    for n, character in enumerate(text):
        own = size * width_of(character)
        step = across[n] if n < len(across) else own if not down else 0.0
        left = boundary[0] + a * x + c * y + e
        base = boundary[1] + b * x + d * y + f
        width = min(own, step) if step > 0 else own
        if character.strip():
            yield Glyph(character, left, left + width * scale, -base, abs(size * scale), 0)
        x += step
        y += down[n] if n < len(down) else 0.0


def _deltas(text: str | None, most: int) -> list[float]:
    """Return the distances between characters; `g 3 5` stands for 5 5 5."""
    found: list[float] = []
    parts = iter((text or "").split())
    for part in parts:
        if part == "g":
            times, value = next(parts, "0"), next(parts, "0")
            count = int(times) if times.isascii() and times.isdecimal() and len(times) < 8 else 0
            found += [_number(value)] * min(count, most)
        else:
            found.append(_number(part))
        if len(found) > most:
            break
    return found


def _number(text: str) -> float:
    if not (re.fullmatch(r"-?\d{0,9}\.?\d{0,12}(?:[eE][-+]?\d{1,2})?", text) and re.search(r"\d", text)):
        return 0.0
    return min(max(float(text), -_FARTHEST), _FARTHEST)


def _numbers(text: str | None, count: int) -> tuple[float, ...] | None:
    parts = (text or "").split()
    return tuple(map(_number, parts)) if len(parts) == count else None


READER = Reader("ofd", (".ofd",), _detects, _read)
