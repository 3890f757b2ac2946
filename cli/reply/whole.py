"""Write files whole or not at all, with nothing left behind and nothing led astray by links."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all. Raises OSError."""
    with saving(path) as file:
        file.write(data)


@contextmanager
def saving(path: Path) -> Iterator["WholeFile"]:
    """Let a file be written, and put it in its place when nothing was raised. Raises OSError."""
    file = WholeFile(path)
    try:
        yield file
        file.close()
    finally:
        file.forget()


class WholeFile:
    """A file that is there when it is closed, whole, or not at all. Methods raise OSError.

    Until then it has no name, where the system can do that (Linux), so that not even a kill leaves something
    behind; else one that nobody can guess and no link can take. Only its owner may read it. In its place it
    has the rights of the file that it replaces, or of a new one. Where a link stands there, the link is
    replaced, and not what it leads to; a pipe or a device is written to as it is.
    """

    def __init__(self, path: Path) -> None:
        self._path, self._beside = path, Path()
        self._is_device = path.exists() and not path.is_file() and not path.is_dir()
        if self._is_device:
            self.file: BinaryIO = path.open("wb")
            return
        handle = _unnamed(path.parent)
        if handle is None:
            import tempfile

            handle, beside = tempfile.mkstemp(dir=path.parent, prefix=_PREFIX)
            self._beside = Path(beside)
        self.file = os.fdopen(handle, "w+b")

    def write(self, data: bytes) -> None:
        """Add to it."""
        self.file.write(data)

    def close(self) -> None:
        """Put it in its place, when the disk has it."""
        self.file.flush()
        if self._is_device:
            self.file.close()
            return
        handle = self.file.fileno()
        os.fsync(handle)
        if self._beside.name:
            os.chmod(self._beside, _rights(self._path))
        else:
            os.chmod(handle, _rights(self._path))
            if _is_named(handle, self._path):
                self.file.close()
                _sync(self._path.parent)
                return
            # The name is known before there is such a file: a signal between the two leaves nothing.
            self._beside = self._path.parent / f"{_PREFIX}{os.urandom(8).hex()}"
            _name(handle, self._beside)
        self.file.close()
        os.replace(self._beside, self._path)
        _sync(self._path.parent)

    def forget(self) -> None:
        """Take away what was written, if it is not in its place."""
        with suppress(OSError):  # what is still to be flushed does not matter
            self.file.close()
        if self._beside.name:
            self._beside.unlink(missing_ok=True)


_PREFIX = ".reply-"


def _unnamed(folder: Path) -> int | None:
    """Open a new file without a name; None where that cannot be done, or cannot be given a name later."""
    if not hasattr(os, "O_TMPFILE") or not os.path.exists("/proc/self/fd"):
        return None
    try:
        return os.open(folder, os.O_TMPFILE | os.O_RDWR | os.O_CLOEXEC, 0o600)
    except OSError:
        return None


def _is_named(handle: int, place: Path) -> bool:
    """Give a file without a name the one that it is to have, in one step; tell whether that was free."""
    try:
        _name(handle, place)
    except FileExistsError:
        return False
    return True


def _name(handle: int, place: Path) -> None:
    # With a folder given, Python calls linkat, which follows the link of /proc to the file.
    os.link(f"/proc/self/fd/{handle}", place, src_dir_fd=handle, follow_symlinks=True)


def _rights(path: Path) -> int:
    """Return the rights of the file in a place, or those that a new one gets."""
    with suppress(OSError):
        status = path.lstat()
        if stat.S_ISREG(status.st_mode):
            return status.st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _sync(folder: Path) -> None:
    """Let the disk have the new name too, where the system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
