"""Bytes -> characters: what a person named, a byte order mark, UTF-8, what the file declares, a detector."""

import codecs
import re

from reply import messages
from reply.errors import ReplyError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins with the mark of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^<>]{0,200}?\b(?:charset|encoding)\s*=\s*["']?\s*([\w-]{2,20})""", re.I
)
_DECLARED_WITHIN = 4096
"""Bytes at the beginning in which a page declares its encoding."""
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs"}
"""Encodings whose name is used for a larger one."""
_CHINESE = ("gb18030", "big5")
"""What Chinese text that is not UTF-8 is written in; the detector chooses among them."""
_DETECTED_BY = 50_000
"""Bytes from which the detector decides."""


def decoded(data: bytes, name: str, encoding: str | None = None) -> str:
    """Return the characters of a file.

    UTF-8 goes before what a page declares: Chinese in another encoding hardly ever is valid UTF-8, while
    pages that were converted keep their old declaration. Raises ReplyError, which calls the file `name`.
    """
    if encoding:
        return _as_named(data, name, encoding)
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    declared = _DECLARED.search(data, 0, _DECLARED_WITHIN)
    candidates = [marked] if marked else ["utf-8"]
    if not marked and declared:
        candidates.append(declared[1].decode().lower())
    for candidate in candidates:
        text = _try(data, candidate)
        if text is not None:
            return text
    if marked or b"\0" in data:
        raise ReplyError(messages.NOT_A_TEXT.format(file=name))
    return _detected(data, name)


def _as_named(data: bytes, name: str, encoding: str) -> str:
    try:
        codecs.lookup(encoding)
        text = data.decode(encoding)
    except LookupError:
        raise ReplyError(messages.UNKNOWN_ENCODING.format(name=encoding)) from None
    except (UnicodeDecodeError, ValueError):
        raise ReplyError(messages.OTHER_ENCODING.format(file=name, encoding=encoding)) from None
    if not isinstance(text, str):  # rot13 and the like
        raise ReplyError(messages.UNKNOWN_ENCODING.format(name=encoding))
    return text


def _try(data: bytes, encoding: str) -> str | None:
    encoding = _WIDER.get(encoding, encoding)
    try:
        text = data.decode(encoding)
    except (LookupError, ValueError):
        return None
    return text if isinstance(text, str) and "\0" not in text else None


def _detected(data: bytes, name: str) -> str:
    """Return Chinese text in an encoding that nobody named: few texts are valid in more than one."""
    able = [encoding for encoding in _CHINESE if _try(data, encoding) is not None]
    if len(able) > 1:
        try:
            from charset_normalizer import from_bytes
        except ImportError:
            raise ReplyError(messages.NEEDS_FILES.format(file=name, library="charset-normalizer")) from None
        best = from_bytes(data[:_DETECTED_BY], cp_isolation=able).best()
        able = [best.encoding] if best else able
    text = _try(data, able[0]) if able else None
    if text is None:
        raise ReplyError(messages.NOT_A_TEXT.format(file=name))
    return text
