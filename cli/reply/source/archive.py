"""Files that are an archive of XML (Word, OFD): read with limits, and without a document type."""

from io import BytesIO
from typing import TYPE_CHECKING

from reply import messages
from reply.errors import ReplyError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

PART_LIMIT = 60_000_000
"""Bytes of one part, unpacked. Word files of a hundred pages have less than ten million."""
WHOLE_LIMIT = 200_000_000
"""Bytes of all parts that are read, unpacked."""


class Archive:
    """An archive whose parts are read by name. Raises ReplyError, which names the file."""

    def __init__(self, data: bytes, name: str) -> None:
        from zipfile import BadZipFile, ZipFile

        self._name = name
        self._left = WHOLE_LIMIT
        try:
            self._zip = ZipFile(BytesIO(data))
        except (BadZipFile, ValueError, OSError, NotImplementedError, EOFError):
            raise self.damaged() from None
        self._names = {part.lstrip("/"): part for part in self._zip.namelist()}

    def damaged(self) -> ReplyError:
        """Return the error that says that the file is damaged."""
        return ReplyError(messages.DAMAGED.format(file=self._name))

    def __contains__(self, part: str) -> bool:
        return part in self._names

    @property
    def names(self) -> list[str]:
        """The names of all parts."""
        return list(self._names)

    def bytes(self, part: str) -> bytes:
        """Return what a part holds, as far as the limits go."""
        import zlib
        from zipfile import BadZipFile

        try:
            with self._zip.open(self._names[part]) as stream:
                data = stream.read(PART_LIMIT + 1)
        except KeyError:
            raise self.damaged() from None
        except (
            BadZipFile,
            RuntimeError,
            OSError,
            EOFError,
            ValueError,
            NotImplementedError,
            zlib.error,
        ) as error:
            if isinstance(error, RuntimeError) and "password" in str(error):
                raise ReplyError(messages.ENCRYPTED.format(file=self._name)) from None
            raise self.damaged() from None
        self._left -= len(data)
        if len(data) > PART_LIMIT or self._left < 0:
            raise ReplyError(
                messages.UNPACKS_TOO_LARGE.format(file=self._name, limit=PART_LIMIT // 1_000_000)
            )
        return data

    def xml(self, part: str) -> "Element":
        """Return the root element of a part. A document type, which may hold a bomb, is refused."""
        from xml.etree import ElementTree

        data = self.bytes(part)
        if b"<!DOCTYPE" in data or b"<\0!\0D\0O\0C\0T\0Y\0P\0E" in data:
            raise ReplyError(messages.HAS_DOCTYPE.format(file=self._name))
        try:
            return ElementTree.fromstring(data)  # noqa: S314 - no document type, so no entities
        except (ElementTree.ParseError, ValueError, LookupError):
            raise self.damaged() from None
