"""Read files, with every way in which that fails said in one sentence; and write them whole or not at all."""

import os
from pathlib import Path

from reply import messages
from reply.errors import ReplyError


def packaged() -> Path:
    """Return the file of the letter that comes with the program."""
    package = Path(__file__).parent.parent
    installed = package / "reply.toml"
    # A checkout has the file once, outside the package; the wheel carries it inside.
    return installed if installed.exists() else package.parent.parent / "data" / "reply.toml"


def read_bytes(file: Path | str, limit: int, too_large: str) -> bytes:
    """Return what a file holds.

    Raises ReplyError; `too_large` says what is wrong with more than `limit` bytes.
    """
    try:
        with open(file, "rb") as stream:
            data = stream.read(limit + 1)
    except FileNotFoundError:
        raise ReplyError(messages.FILE_MISSING.format(file=file)) from None
    except IsADirectoryError:
        raise ReplyError(messages.FILE_IS_FOLDER.format(file=file)) from None
    except PermissionError:
        raise ReplyError(messages.FILE_FORBIDDEN.format(file=file)) from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = getattr(error, "strerror", None) or error
        raise ReplyError(messages.FILE_UNREADABLE.format(file=file, reason=reason)) from None
    if len(data) > limit:
        raise ReplyError(too_large.format(file=file, limit=limit // 1_000_000))
    return data


def write_whole(path: Path, data: bytes) -> None:
    """Write beside the place, then rename: nobody ever sees half a file. Raises OSError."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_bytes(data)
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)


class WholeFile:
    """A file that is there when it is closed, whole, or not at all. Methods raise OSError."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._beside = path.with_name(f".{path.name[:80]}.{os.getpid()}")
        self._file = self._beside.open("xb")

    def write(self, data: bytes) -> None:
        """Add to it."""
        self._file.write(data)

    def close(self) -> None:
        """Put it in its place."""
        self._file.close()
        os.replace(self._beside, self._path)

    def forget(self) -> None:
        """Take away what was written, if it is not in its place."""
        self._file.close()
        self._beside.unlink(missing_ok=True)
