"""The command `reply pack`: where the results go, what is told, and the exit status."""

import gc
import os
import signal
from collections.abc import Callable, Iterable
from pathlib import Path

from reply import words
from reply.errors import ReplyError
from reply.pack.files import How, Packed, found_files, pack_all, save, targets

Tell = Callable[[str], None]
"""Takes a line for stderr."""
Write = Callable[[str], None]
"""Takes text for stdout."""
Progress = Callable[[Iterable[Packed], int], Iterable[Packed]]
"""Passes results on and shows how many of how many have come."""


def run(
    names: list[str],
    out: str | None,
    how: How,
    *,
    force: bool,
    tell: Tell,
    write: Write,
    progress: Progress,
) -> int:
    """Pack; return 0 when all were packed, else 1. Raises ReplyError when nothing can be done."""
    gc.enable()  # many letters leave something to collect
    signal.signal(signal.SIGINT, signal.default_int_handler)  # half-written files are taken away first
    files = found_files(names)
    if not files:
        raise ReplyError(words.NOTHING_TO_PACK.format(names=words.listed(names)))
    many = len(files) > 1 or any(os.path.isdir(name) for name in names)
    if not many:
        return _one(files[0], out, how, force, tell, write)
    if out is None:
        raise ReplyError(words.PACK_NEEDS_FOLDER)
    return _many(files, out, how, force, tell, progress)


def _one(name: str, out: str | None, how: How, force: bool, tell: Tell, write: Write) -> int:
    (packed,) = pack_all([name], how)
    if packed.problem:
        raise ReplyError(packed.problem)
    _warn(packed, tell)
    if packed.joined:
        tell(words.JOINED.format(file=name))
    if out is None:
        write(packed.toml)
    else:
        save(targets([name], out)[0] if os.path.isdir(out) else Path(out), packed.toml, force=force)
    return 0


def _many(files: list[str], out: str, how: How, force: bool, tell: Tell, progress: Progress) -> int:
    paths = targets(files, out)
    try:
        Path(out).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ReplyError(words.CANNOT_SAVE.format(file=out, reason=error.strerror)) from None
    failed = joined = 0
    said: list[str] = []  # told when the progress bar is gone
    try:
        for path, packed in zip(paths, progress(pack_all(files, how), len(files)), strict=True):
            try:
                if packed.problem:
                    raise ReplyError(packed.problem)
                save(path, packed.toml, force=force)
                _warn(packed, said.append)
                joined += packed.joined
            except ReplyError as error:
                failed += 1
                said.append(str(error))
    finally:
        for line in said:
            tell(line)
    tell(words.PACKED.format(packed=len(files) - failed, all=len(files), failed=failed))
    if joined:
        tell(words.JOINED_MANY.format(count=joined))
    return 1 if failed else 0


def _warn(packed: Packed, tell: Tell) -> None:
    if packed.flagged:
        tell(words.FLAGGED.format(file=packed.name, digits=words.quoted(packed.flagged)))
