"""Bytes -> text, a reader for each format in one list."""

from reply import messages
from reply.errors import ReplyError
from reply.source import docx, ofd, pdf, text
from reply.source.formats import READERS
from reply.source.garbled import garbled
from reply.source.radicals import without_radicals
from reply.source.reader import File, Source

_NEVER_TEXT = (*docx.READER.endings, *ofd.READER.endings, *pdf.READER.endings)

__all__ = ["File", "Source", "read_source"]


def read_source(file: File) -> Source:
    """Return the text of a file of any format.

    The characters are the file's, but for radicals and compatibility ideographs that stand for ordinary
    characters: those are written as what they stand for. Raises ReplyError for what has no text, for text
    that a wrong encoding destroyed, and for what cannot be read whole; it says how to get the text out.
    """
    reader = next(reader for reader in READERS if reader.detects(file.data))
    if reader is text.READER and file.name.lower().endswith(_NEVER_TEXT):
        raise ReplyError(messages.DAMAGED.format(file=file.name))
    try:
        source = reader.read(file)
    except RecursionError:
        raise ReplyError(messages.TOO_DEEP.format(file=file.name)) from None
    written = without_radicals(source.text)
    if not written.strip():
        raise ReplyError(messages.TEXT_EMPTY.format(file=file.name))
    if problem := garbled(written):
        raise ReplyError(problem.format(file=file.name))
    return source._replace(text=written)
