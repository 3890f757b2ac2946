"""Pack one file, where it lies or by its bytes alone: what becomes of many is told in many.py."""

import os
import sys
from typing import Any, NamedTuple

from reply import messages
from reply.batch.find import STDIN
from reply.batch.keep import keep_corrections
from reply.batch.record import digest
from reply.batch.sink import Make
from reply.errors import ReplyError
from reply.model import Letter
from reply.pack import pack
from reply.pack.paragraphs import joined
from reply.source import File, read_source
from reply.store.files import read_bytes
from reply.store.reader import load, loads
from reply.store.writer import dump_checked

SIZE_LIMIT = 50_000_000
"""Bytes. The longest letters have a hundred thousand characters; with pictures in it a file has more."""
PACKED = ".toml"
"""The ending of a letter that is packed, which goes into a sink as it is."""


class Task(NamedTuple):
    """A file to pack, and what is wanted of it."""

    name: str
    kept: tuple[str, ...] = ()
    """Packed files whose corrections stay, the most trusted first."""
    keep_lines: bool = False
    encoding: str | None = None
    make: Make | None = None
    """Makes of the letter what its sink takes; None where that is its TOML."""
    corrected: tuple[Letter, ...] = ()
    """Letters whose corrections stay, more trusted than those in files: such as its sink holds."""
    data: bytes | None = None
    """What the file holds; None where that is still to be read."""


class Packed(NamedTuple):
    """What became of one file: its TOML, or what was wrong with it."""

    name: str
    toml: str = ""
    """Empty where a sink takes what was made instead."""
    problem: str = ""
    source: str = ""
    """The digest of what was read."""
    flagged: tuple[str, ...] = ()
    """Digits that the page destroyed."""
    lost: tuple[str, ...] = ()
    """Figures whose corrections could not be kept."""
    joined: bool = False
    """Whether lines that a page broke were joined to paragraphs."""
    made: Any = None
    """What the sink takes."""


def pack_file(task: Task) -> Packed:
    """Read and pack one file; what cannot be packed is told, not raised."""
    name = task.name
    try:
        task = carried(task)
        letter, source, is_joined = _letter(task, task.data or b"")
        lost: list[str] = []
        for kept in task.corrected:
            letter, unkept = keep_corrections(letter, kept)
            lost += unkept
        made = task.make(letter) if task.make else None
        toml = "" if task.make else dump_checked(letter, name)
    except ReplyError as error:
        return Packed(name, problem=str(error))
    except MemoryError:
        return Packed(name, problem=messages.NO_MEMORY.format(file=name))
    flagged = tuple(flag.text for section in letter.sections for flag in section.flagged)
    return Packed(name, toml, "", source, flagged, tuple(lost), is_joined, made)


def carried(task: Task) -> Task:
    """Return a task that needs no file any more, and can be done on another machine. Raises ReplyError."""
    if task.data is not None:
        return task
    kept = tuple(map(load, task.kept))
    return task._replace(data=read(task.name), kept=(), corrected=(*task.corrected, *kept))


def _letter(task: Task, data: bytes) -> tuple[Letter, str, bool]:
    """Return the letter of a file, the digest of what was read, and whether its lines were joined."""
    name = task.name
    if task.make is not None and name.endswith(PACKED):
        return loads(data, name), "", False
    source = read_source(File(name, data, task.encoding, task.keep_lines))
    text = joined(source.text) if source.broken and not task.keep_lines else source.text
    published = source.published or (None if name == STDIN else os.path.basename(name))
    return pack(text)._replace(source=published), digest(data), text != source.text


def read(name: str) -> bytes:
    """Return what a file or standard input holds. Raises ReplyError."""
    if name != STDIN:
        return read_bytes(name, SIZE_LIMIT, messages.TEXT_HUGE)
    data = sys.stdin.buffer.read(SIZE_LIMIT + 1)
    if len(data) > SIZE_LIMIT:
        raise ReplyError(messages.TEXT_HUGE.format(file=name, limit=SIZE_LIMIT // 1_000_000))
    return data
