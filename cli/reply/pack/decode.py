"""Bytes -> text: UTF-8, UTF-16 and GB18030, and a saved page as a reader sees it."""

import codecs
import re
from html.parser import HTMLParser

from reply import words
from reply.errors import ReplyError

_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_REFUSED = {
    b"%PDF": "PDF", b"PK\x03\x04": "Word", b"\xd0\xcf\x11\xe0": "Word", b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG", b"GIF8": "GIF", b"{\\rtf": "RTF", b"II*\0": "TIFF", b"MM\0*": "TIFF",
}  # fmt: skip
_HTML = re.compile(r"\s*(?:<!--.{0,500}?-->\s*)?<(?:!doctype|html|head|body|div|p|table|meta)\b", re.I | re.S)


def decode(data: bytes, name: str) -> str:
    """Return the text of a file; `name` is what errors call it.

    Raises ReplyError for what is empty or no text, and says how to get the text out.
    """
    for magic, kind in _REFUSED.items():
        if data.startswith(magic):
            raise ReplyError(words.NOT_A_TEXT.format(file=name, kind=kind))
    text = _decoded(data, name)
    if not text.strip():
        raise ReplyError(words.TEXT_EMPTY.format(file=name))
    return visible_text(text) if _HTML.match(text) else text


def _decoded(data: bytes, name: str) -> str:
    encoding = next((encoding for mark, encoding in _MARKS.items() if data.startswith(mark)), None)
    for candidate in [encoding] if encoding else ["utf-8", "gb18030"]:
        try:
            text = data.decode(candidate)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise ReplyError(words.NOT_A_TEXT.format(file=name, kind=words.BINARY))


_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "br", "center", "dd", "div", "dl", "dt", "fieldset",
    "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p",
    "pre", "section", "table", "tbody", "thead", "tr", "ul",
))  # fmt: skip
_HIDDEN = frozenset(("script", "style", "head", "noscript", "template", "svg", "nav", "select", "button"))


class _Reader(HTMLParser):
    """Collects what a browser would show, a line for each block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines = [""]
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _HIDDEN:
            self._hidden += 1
        elif tag in _BLOCKS:
            self.lines.append("")
        elif tag in ("td", "th") and self.lines[-1]:
            self.lines[-1] += " "

    def handle_endtag(self, tag: str) -> None:
        if tag in _HIDDEN:
            self._hidden = max(self._hidden - 1, 0)
        elif tag in _BLOCKS:
            self.lines.append("")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.lines[-1] += re.sub(r"[ \t\r\n\f]+", " ", data)


def visible_text(page: str) -> str:
    """Return the text that a reader of a saved web page sees."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return "".join(f"{line.strip()}\n" for line in reader.lines if line.strip())
