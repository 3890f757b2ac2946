"""Pack files: one to stdout or a file, many into a folder, each whole or not at all."""

import os
import signal
import sys
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from reply import words
from reply.errors import ReplyError
from reply.model import Reply
from reply.pack.decode import decode
from reply.pack.keep import keep_corrections
from reply.pack.letter import pack
from reply.pack.paragraphs import joined
from reply.pack.sink import Make
from reply.store.files import read_bytes, write_whole
from reply.store.reader import load, parse
from reply.store.writer import dump

STDIN = "-"
SIZE_LIMIT = 20_000_000
"""Bytes. The longest letters have a hundred thousand."""
TEXTS = frozenset((".txt", ".html", ".htm", ".md", ""))
"""Endings of what is packed when a folder is named; a file that is named itself may have any."""
PACKED = ".toml"
PARALLEL_FROM = 32
"""Files from which it is worth starting more processes."""


class How(NamedTuple):
    """What a person wants of packing."""

    keep: str | None = None
    """A TOML file whose corrections stay."""
    keep_lines: bool = False
    """Whether lines that a page broke stay as they are."""
    make: Make | None = None
    """Makes of a letter what its sink takes; None where that is its TOML."""


class Packed(NamedTuple):
    """What became of one file: its TOML, or what was wrong with it."""

    name: str
    made: Any
    """The TOML, or what the sink takes."""
    problem: str
    flagged: tuple[str, ...]
    """Digits that the page destroyed."""
    joined: bool
    """Whether its lines were joined to paragraphs."""


def pack_file(name: str, how: How, kept: Mapping[str, Reply]) -> Packed:
    """Read and pack one file; what cannot be packed is told, not raised."""
    try:
        if how.make is not None and name.endswith(PACKED):
            reply = load(name)
            text = written = reply.text
        else:
            written = decode(_read(name), name)
            text = written if how.keep_lines else joined(written)
            reply = pack(text)
        if (corrected := kept.get(name) or kept.get("")) is not None:
            reply = keep_corrections(reply, corrected)
        made = how.make(reply) if how.make else toml_of(reply, name)
    except ReplyError as error:
        return Packed(name, "", str(error), (), joined=False)
    flagged = tuple(flag.text for section in reply.sections for flag in section.flagged)
    return Packed(name, made, "", flagged, joined=text != written)


def toml_of(letter: Reply, name: str) -> str:
    """Return the TOML of a letter; it is read back before anyone relies on it. Raises ReplyError."""
    toml = dump(letter)
    parse(toml, name)
    return toml


def pack_all(names: list[str], how: How, corrected: Mapping[str, Reply] | None = None) -> Iterator[Packed]:
    """Pack files, on all cores when there are many, in the order of their names.

    What was corrected by hand stays, by file; under no name, in whichever file.
    """
    kept = {"": load(how.keep)} if how.keep else corrected or {}
    work = partial(pack_file, how=how, kept=kept)
    if len(names) < PARALLEL_FROM:
        yield from map(work, names)
        return
    # Ctrl-C reaches every process of the terminal. The workers never see it, not even while they start: one
    # that dies half-way would leave the others waiting for it. This process hears it, and lets them finish.
    handler = signal.signal(signal.SIGINT, signal.SIG_IGN)
    with ProcessPoolExecutor(initializer=_ignore_interrupts) as pool:
        results = pool.map(work, names, chunksize=8)
        signal.signal(signal.SIGINT, handler)
        yield from results


def _ignore_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def found_files(names: Iterable[str], endings: frozenset[str] = TEXTS) -> list[str]:
    """Return the files to pack: those named, and those with the endings of texts in the folders named."""
    found: list[str] = []
    for name in names:
        if name != STDIN and os.path.isdir(name):
            inside = (os.path.join(folder, file) for folder, _, files in os.walk(name) for file in files)
            found += sorted(path for path in inside if os.path.splitext(path)[1].lower() in endings)
        else:
            found.append(name)
    return found


def targets(files: list[str], out: str) -> list[Path]:
    """Return where each file goes: into the folder `out`, under its own name with the ending .toml.

    Raises ReplyError when two would go to the same place.
    """
    paths = [Path(out) / f"{Path(name).stem if name != STDIN else 'letter'}.toml" for name in files]
    seen: dict[Path, str] = {}
    for path, name in zip(paths, files, strict=True):
        if path in seen:
            raise ReplyError(words.SAME_TARGET.format(first=seen[path], second=name, target=path))
        seen[path] = name
    return paths


def save(path: Path, text: str, *, force: bool) -> None:
    """Write a file whole: beside its place first, then renamed. Raises ReplyError."""
    if path.exists() and not force:
        raise ReplyError(words.EXISTS.format(file=path))
    try:
        write_whole(path, text.encode())
    except OSError as error:
        raise ReplyError(words.CANNOT_SAVE.format(file=path, reason=error.strerror)) from None


def _read(name: str) -> bytes:
    if name != STDIN:
        return read_bytes(name, SIZE_LIMIT, words.TEXT_HUGE)
    data = sys.stdin.buffer.read(SIZE_LIMIT + 1)
    if len(data) > SIZE_LIMIT:
        raise ReplyError(words.TEXT_HUGE.format(file=name, limit=SIZE_LIMIT // 1_000_000))
    return data
