"""Pack one file; pack many, on all cores, whatever becomes of the processes."""

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

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
from reply.store.reader import load
from reply.store.writer import dump_checked

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

SIZE_LIMIT = 50_000_000
"""Bytes. The longest letters have a hundred thousand characters; with pictures in it a file has more."""
PACKED = ".toml"
"""The ending of a letter that is packed, which goes into a sink as it is."""
PARALLEL_FROM = 32
"""Files from which it is worth starting more processes."""
CHUNK = 8
"""Files that a process gets at a time."""


class Task(NamedTuple):
    """A file to pack, and what is wanted of it."""

    name: str
    kept: tuple[str, ...] = ()
    """Packed files whose corrections stay, the most trusted first."""
    keep_lines: bool = False
    encoding: str | None = None
    make: Make | None = None
    """Makes of the letter what its sink takes; None where that is its TOML."""
    corrected: Letter | None = None
    """The letter as its sink holds it, where a person corrected it there."""


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
        letter, source, is_joined = _letter(task)
        lost: list[str] = []
        for kept in (*([task.corrected] if task.corrected else []), *map(load, task.kept)):
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


def _letter(task: Task) -> tuple[Letter, str, bool]:
    """Return the letter of a file, the digest of what was read, and whether its lines were joined."""
    name = task.name
    if task.make is not None and name.endswith(PACKED):
        return load(name), "", False
    data = read(name)
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


def pack_all(tasks: Sequence[Task], work: Callable[[Task], Packed] = pack_file) -> Iterator[Packed]:
    """Pack files in their order: on all cores when there are many and the machine lets us.

    A process that dies takes only the file with it that killed it.
    """
    if len(tasks) < PARALLEL_FROM:
        yield from map(work, tasks)
        return
    from concurrent.futures.process import BrokenProcessPool

    done = 0
    while len(tasks) - done >= PARALLEL_FROM:
        try:
            with _processes() as pool:
                for packed in pool.map(work, tasks[done:], chunksize=CHUNK):
                    yield packed
                    done += 1
        except BrokenProcessPool:
            # One of the files that were being packed did it; the next in line are packed one by one.
            for task in tasks[done : done + CHUNK * (os.cpu_count() or 1) * 2]:
                yield _alone(task, work)
                done += 1
        except OSError:  # no /dev/shm, no more processes
            break
    yield from map(work, tasks[done:])


def _alone(task: Task, work: Callable[[Task], Packed]) -> Packed:
    """Pack a file in a process of its own."""
    from concurrent.futures.process import BrokenProcessPool

    try:
        with _processes(1) as pool:
            return pool.submit(work, task).result()
    except BrokenProcessPool:
        return Packed(task.name, problem=messages.WORKER_KILLED.format(file=task.name))


@contextmanager
def _processes(count: int | None = None) -> Iterator["ProcessPoolExecutor"]:
    """Start processes, and end them, whatever happens, without waiting for what is not begun.

    Ctrl-C reaches every process of the terminal. The workers never see it, not even while they start: one
    that dies half-way would leave the others waiting for it. This process hears it, and lets them finish.
    """
    from concurrent.futures import ProcessPoolExecutor

    handler = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        pool = ProcessPoolExecutor(count, initializer=_begin)
        pool.submit(os.getpid).result()  # the workers are started with the first task
    finally:
        signal.signal(signal.SIGINT, handler)
    try:
        yield pool
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _begin() -> None:
    """Prepare a process that packs: it hears no Ctrl-C, and ends with the one that started it."""
    import threading

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Wait for the end of the process that started this one; a kill leaves it no time to tell."""
    from multiprocessing import parent_process

    if (parent := parent_process()) is not None:
        parent.join()
        os._exit(1)
