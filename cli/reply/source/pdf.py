"""PDF, by pypdfium2 (extra `files`): the characters and their places, from which the paragraphs are made.

pdfium leaves out an object of one character whose font is neither in the file nor on the machine. A page with
such objects is read by pypdf, which needs no font but does not know how wide characters are.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

from reply import messages
from reply.errors import ReplyError
from reply.source.reader import File, Reader, Source

if TYPE_CHECKING:
    from reply.source.glyph import Glyph

MOST_PAGES = 500
_FIRST_BYTES = 1024
"""Within which the mark of a PDF stands; some programs write something before it."""
_MOST_CHARACTERS = 200_000
"""Of a page."""
_NOT_PRINTED = frozenset((0xA0, 0xAD, 0x200B, 0x3000, 0xFEFF, 0xFFFE, 0xFFFF))


def _detects(data: bytes) -> bool:
    return b"%PDF-" in data[:_FIRST_BYTES] and not data.lstrip().startswith(b"<")


def _read(file: File) -> Source:
    try:
        import pypdfium2
    except ImportError:
        raise ReplyError(messages.NEEDS_FILES.format(file=file.name, library="pypdfium2")) from None
    from reply.source.layout import paragraphs

    try:
        document = pypdfium2.PdfDocument(file.data)
        try:
            pages = _pages(document, file)
        finally:
            document.close()
    except pypdfium2.PdfiumError as error:
        problem = messages.ENCRYPTED if "password" in str(error).lower() else messages.DAMAGED
        raise ReplyError(problem.format(file=file.name)) from None
    lines = paragraphs(pages, keep_lines=file.keep_lines)
    return Source("".join(f"{line}\n" for line in lines))


def _pages(document: Any, file: File) -> list[list["Glyph"]]:
    """Return the characters of each page. Raises ReplyError when one is a picture."""
    count = len(document)
    if count > MOST_PAGES:
        raise ReplyError(messages.TOO_MANY_PAGES.format(file=file.name, limit=MOST_PAGES))
    fallback = _Fallback(file)
    pages: list[list[Glyph]] = []
    pictures: list[int] = []
    for n in range(count):
        page = document[n]
        text = page.get_textpage()
        length = min(text.count_chars(), _MOST_CHARACTERS)
        lost = _has_lost(page, text.raw, length)
        glyphs = fallback.glyphs(n) if lost else list(_glyphs(text.raw, length))
        if not glyphs and next(page.get_objects(max_depth=2), None) is not None:
            pictures.append(n + 1)
        pages.append(glyphs)
        text.close()
        page.close()
    if pictures:
        raise ReplyError(messages.PAGES_ARE_PICTURES.format(file=file.name, pages=messages.listed(pictures)))
    return pages


def _glyphs(text: Any, count: int) -> Iterator["Glyph"]:
    """Yield the characters that are printed; spaces and line ends, which pdfium adds, show by the places."""
    import ctypes

    import pypdfium2.raw as pdfium

    from reply.source.glyph import Glyph

    box = pdfium.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    high = 0
    for n in range(count):
        code = pdfium.FPDFText_GetUnicode(text, n)
        if 0xD800 <= code < 0xDC00:  # the first half of a character beyond U+FFFF
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0xFFFD
        high = 0
        if code <= 0x20 or code in _NOT_PRINTED or pdfium.FPDFText_IsGenerated(text, n) == 1:
            continue
        pdfium.FPDFText_GetLooseCharBox(text, n, box)
        pdfium.FPDFText_GetCharOrigin(text, n, x, y)
        size = pdfium.FPDFText_GetFontSize(text, n)
        yield Glyph(
            chr(code), box.left, max(box.right, box.left), y.value, _size(size, box.top - box.bottom), n
        )


def _size(size: float, height: float) -> float:
    """Return the size of a character as printed: pdfium gives that of the font, before it is scaled."""
    return height / 1.2 if height > 0 and not 0.5 < size / height < 2 else max(size, 0.1)


def _has_lost(page: Any, text: Any, count: int) -> bool:
    """Tell whether pdfium left out objects of text for want of their font."""
    import ctypes

    import pypdfium2.raw as pdfium

    objects = [shape.raw for shape in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=5)]
    seen = {
        ctypes.addressof(shape.contents)
        for n in range(count)
        if (shape := pdfium.FPDFText_GetTextObject(text, n))
    }
    lost = (shape for shape in objects if ctypes.addressof(shape.contents) not in seen)
    return any(pdfium.FPDFFont_GetIsEmbedded(pdfium.FPDFTextObj_GetFont(shape)) == 0 for shape in lost)


class _Fallback:
    """The same file in pypdf, which is loaded for the first page that needs it. Raises ReplyError."""

    def __init__(self, file: File) -> None:
        self._file = file
        self._reader: Any = None

    def glyphs(self, page: int) -> list["Glyph"]:
        """Return the characters of a page as pypdf places them."""
        try:
            if self._reader is None:
                self._reader = self._opened()
            return self._placed(self._reader.pages[page])
        except ImportError:
            problem = messages.NEEDS_FILES.format(file=self._file.name, library="pypdf")
            raise ReplyError(problem) from None
        except Exception:  # pypdf raises whatever a damaged file makes it raise
            raise ReplyError(messages.DAMAGED.format(file=self._file.name)) from None

    def _opened(self) -> Any:
        import logging

        import pypdf

        logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)  # what it would say is an error here
        return pypdf.PdfReader(BytesIO(self._file.data), strict=True)

    @staticmethod
    def _placed(page: Any) -> list["Glyph"]:
        from reply.source.glyph import Glyph
        from reply.source.layout import width_of

        glyphs: list[Glyph] = []

        def place(text: str, outer: list[float], inner: list[float], _font: object, size: float) -> None:
            a, b, c, d, e, f = outer
            x, y = inner[4] * a + inner[5] * c + e, inner[4] * b + inner[5] * d + f
            size = max(abs(size * (inner[0] * a + inner[1] * c or 1.0)), 0.1)
            for character in text.rstrip("\n"):
                width = size * width_of(character)
                if character.strip() and len(glyphs) < _MOST_CHARACTERS:
                    glyphs.append(Glyph(character, x, x + width, y, size, len(glyphs)))
                x += width

        page.extract_text(visitor_text=place)
        return glyphs


READER = Reader("pdf", (".pdf",), _detects, _read)
