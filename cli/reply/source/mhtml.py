"""A page saved as a single file (.mht, .mhtml): the page is the first HTML in it."""

import re

from reply import messages
from reply.errors import ReplyError
from reply.source import page
from reply.source.encoding import decoded
from reply.source.reader import File, Reader, Source

_CONTENT = re.compile(rb"^content-type:\s*(?:multipart/related|text/html)", re.I | re.M)
_HEADER = re.compile(rb"[\w-]{1,70}:")
_LONGEST_HEAD = 8192


def _detects(data: bytes) -> bool:
    head = re.split(rb"\r?\n\r?\n", data[:_LONGEST_HEAD], maxsplit=1)[0]
    return bool(_HEADER.match(head) and b"mime-version:" in head.lower() and _CONTENT.search(head))


def _read(file: File) -> Source:
    from email import policy
    from email.parser import BytesParser

    message = BytesParser(policy=policy.compat32).parsebytes(file.data)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            data = part.get_payload(decode=True)
            if not isinstance(data, bytes):
                break
            encoding = file.encoding or _stated(part.get_content_charset(), data)
            text = decoded(data, file.name, encoding)
            address = str(part.get("Content-Location") or message.get("Snapshot-Content-Location") or "")
            source = page.read_page(text, file.name)
            return source._replace(published=address if page.is_address(address) else source.published)
    raise ReplyError(messages.NO_PAGE_INSIDE.format(file=file.name))


def _stated(charset: str | None, data: bytes) -> str | None:
    """Return the encoding that the part states, if the part is in it."""
    try:
        data.decode(charset or "ascii")
    except (LookupError, ValueError):
        return None
    return charset


READER = Reader("mhtml", (".mht", ".mhtml"), _detects, _read)
