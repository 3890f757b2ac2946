"""Tell text that a wrong encoding or a font without a table destroyed: its figures would be wrong."""

import re

from reply import messages

_SAMPLE = 20_000
"""Characters that are looked at; what destroys a text destroys all of it."""
_GLYPH_CODE = re.compile(r"\(cid:\d{1,6}\)")
_LATIN = re.compile(
    "[\u0080-\u009f\u00a1-\u00a6\u00a8-\u00af\u00b4-\u00b6\u00b8-\u00d6\u00d8-\u00f6\u00f8-\u024f]"
)
"""Latin letters beyond ASCII, and signs that Chinese does not use; NBSP, §, °, ±, ², ·, × and ÷ may occur."""
_HAN = re.compile("[\u3400-\u9fff]")
_LOST = re.compile("[\ufffd\ue000-\uf8ff]")
_COMMON = re.compile("[的年了和在是有为為不日一人您]")
FEWEST = 10
"""Latin letters that a text in another language may have."""
ENOUGH = 100
"""Han characters from which Chinese is known by its commonest ones."""


def garbled(text: str) -> str | None:
    """Return what is wrong with a text, as a sentence with a place for the file; None for a readable one."""
    sample = text[:_SAMPLE]
    if len(_GLYPH_CODE.findall(sample)) >= 3:
        return messages.GLYPH_CODES
    shown = sum(not c.isascii() for c in sample)
    if shown and len(_LOST.findall(sample)) > shown / 5:
        return messages.GLYPH_CODES
    if len(_LATIN.findall(sample)) > max(shown / 5, FEWEST):
        return messages.MOJIBAKE
    han = len(_HAN.findall(sample))
    if _was_utf8(sample) or (han >= ENOUGH and not _COMMON.search(sample)):
        return messages.MOJIBAKE
    return None


def _was_utf8(sample: str) -> bool:
    """Tell whether a text is UTF-8 that was read as GBK: written as GBK, it reads as UTF-8 again."""
    data = sample.encode("gb18030", "replace")
    again = data.decode("utf-8", "replace")
    others = sum(not c.isascii() for c in again)
    return others >= 10 and again.count("\ufffd") < others / 4
