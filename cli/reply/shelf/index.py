"""Which letters of a folder may hold a word, without reading them: their folded texts in one file.

The index is derived: it lies in the user's cache, is made anew when a letter changed, is not believed when
damaged, and is done without where it cannot be written. It only narrows down which letters are read; the
answer is found in the letters themselves.
"""

import os
import zlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from reply.lookup.fold import SCRIPT_TABLE, fold
from reply.model import Reply
from reply.shelf.letters import files_of
from reply.store.files import write_whole

WORTH_IT = 50
"""Letters in a folder from which an index is kept."""
_MAGIC = b"reply index 1\n"
_CHECKSUM_LENGTH = 8
_END = b"\x00"
"""Stands after each text; no folded text holds it."""


class _Stamp(NamedTuple):
    """By which a changed file is known."""

    path: str
    modified: int
    """Nanoseconds since 1970."""
    size: int


class Index(NamedTuple):
    """What is known of the letters of a folder."""

    stamps: list[_Stamp]
    numbers: list[str | None]
    data: bytes
    """The folded texts and labels in UTF-8, each followed by an end mark."""
    begin: int
    """Where in the data the texts begin; what stands before is not copied away, for that takes time."""

    def letters(self) -> dict[str, str | None]:
        """Return the number of each letter, by its path."""
        return dict(zip((stamp.path for stamp in self.stamps), self.numbers, strict=True))

    def holding(self, query: str) -> list[str]:
        """Return the paths of the letters that hold every word of a query, in any place."""
        words = [fold(word, SCRIPT_TABLE).encode("utf-8", "surrogatepass") for word in query.split()]
        found = [self._places(word) for word in words if word]
        return [self.stamps[n].path for n in sorted(set.intersection(*found))] if found else []

    def _places(self, word: bytes) -> set[int]:
        places: set[int] = set()
        letter, position = 0, self.begin
        while (hit := self.data.find(word, position)) >= 0:
            letter += self.data.count(_END, position, hit)
            places.add(letter)
            end = self.data.find(_END, hit)
            letter, position = letter + 1, end + 1
        return places


def read_index(folder: str) -> Index | None:
    """Return the index of a folder; None where there is none, or it is damaged, or a letter has changed."""
    try:
        data = _place(folder).read_bytes()
    except OSError:
        return None
    start = len(_MAGIC) + _CHECKSUM_LENGTH
    if data[:start] != _MAGIC + _checksum(memoryview(data)[start:]):
        return None
    begin = data.index(_END, start) + 1
    rows = [line.split("\t") for line in data[start : begin - 1].decode().splitlines()]
    stamps = [_Stamp(path, int(modified), int(size)) for path, modified, size, _ in rows]
    if stamps != list(_stamps(folder)):
        return None
    return Index(stamps, [number or None for *_, number in rows], data, begin)


def write_index(folder: str, replies: Mapping[str, Reply]) -> None:
    """Keep an index of a folder whose letters were all read. Where it cannot be written, there is none."""
    stamps = list(_stamps(folder))
    if len(stamps) < WORTH_IT or any(stamp.path not in replies for stamp in stamps):
        return  # a broken letter is to be named each time
    head = "".join(
        f"{stamp.path}\t{stamp.modified}\t{stamp.size}\t{replies[stamp.path].number or ''}\n"
        for stamp in stamps
    )
    texts = (_folded(replies[stamp.path]) + _END for stamp in stamps)
    with suppress(OSError, UnicodeError):
        rest = head.encode() + _END + b"".join(texts)
        place = _place(folder)
        place.parent.mkdir(parents=True, exist_ok=True)
        write_whole(place, _MAGIC + _checksum(rest) + rest)


def _folded(reply: Reply) -> bytes:
    """Return what may be found in a letter: its text by lines, and its labels."""
    texts = [*reply.text.replace("\r", "\n").split("\n"), *(figure.label for figure in reply.figures)]
    return (
        "\n".join(fold(text, SCRIPT_TABLE) for text in texts)
        .replace("\0", "")
        .encode("utf-8", "surrogatepass")
    )


def _stamps(folder: str) -> Iterator[_Stamp]:
    for entry in files_of(folder):
        stat = entry.stat()
        yield _Stamp(entry.path, stat.st_mtime_ns, stat.st_size)


def _place(folder: str) -> Path:
    """Return where the index of a folder lies: in the user's cache, under a name made of its path."""
    cache = (
        os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or os.path.expanduser("~/.cache")
    )
    name = blake2b(f"{os.path.abspath(folder)}\0{folder}".encode("utf-8", "surrogateescape"), digest_size=16)
    return Path(cache) / "reply" / f"{name.hexdigest()}.index"


def _checksum(data: bytes | memoryview) -> bytes:
    return f"{zlib.crc32(data):08x}".encode()
