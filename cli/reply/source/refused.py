"""Files that hold no letter that could be read, and what to do with them instead."""

from typing import NoReturn

from reply import messages
from reply.errors import ReplyError
from reply.source.reader import File, Reader

_PICTURES = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"II*\0",
    b"MM\0*",
    b"BM",
    b"\0\0\0\x0cJXL",
    b"\0\0\0\x0cjP",
)
_ZIP = b"PK\x03\x04"
_ARCHIVES = (_ZIP, b"PK\x05\x06", b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")


def _is_picture(data: bytes) -> bool:
    if data.startswith(b"BM"):
        return b"\0" in data[:30]
    return (
        data.startswith(_PICTURES)
        or (data[:4] == b"RIFF" and data[8:12] == b"WEBP")
        or (data[4:8] == b"ftyp" and data[8:12] in (b"heic", b"heix", b"mif1", b"avif"))
    )


def _picture(file: File) -> NoReturn:
    raise ReplyError(messages.IS_PICTURE.format(file=file.name))


def _spreadsheet(file: File) -> NoReturn:
    raise ReplyError(messages.IS_SPREADSHEET.format(file=file.name))


def _archive(file: File) -> NoReturn:
    raise ReplyError(messages.IS_ARCHIVE.format(file=file.name))


PICTURE = Reader("picture", (), _is_picture, _picture)
SPREADSHEET = Reader(
    "spreadsheet",
    (),
    lambda data: data.startswith(_ZIP) and (b"xl/" in data or b"ppt/" in data),
    _spreadsheet,
)
ARCHIVE = Reader("archive", (), lambda data: data.startswith(_ARCHIVES), _archive)
