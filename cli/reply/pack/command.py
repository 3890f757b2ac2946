"""The command `reply pack`: where the results go, what is told, and the exit status."""

import gc
import os
import signal
from collections.abc import Callable, Iterable
from pathlib import Path

from reply import words
from reply.errors import ReplyError
from reply.pack.files import TEXTS, How, Packed, found_files, pack_all, save, targets
from reply.pack.sink import Sink

Tell = Callable[[str], None]
"""Takes a line for stderr."""
Write = Callable[[str], bool]
"""Takes text for stdout, and says whether anyone reads it."""
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
    sink: Sink | None = None,
) -> int:
    """Pack into TOML files, or into a sink; return 0 when all were packed, else 1.

    Raises ReplyError when nothing can be done.
    """
    gc.enable()  # many letters leave something to collect
    signal.signal(signal.SIGINT, signal.default_int_handler)  # half-written files are taken away first
    files = found_files(names, TEXTS | sink.reads if sink else TEXTS)
    if not files:
        raise ReplyError(words.NOTHING_TO_PACK.format(names=words.listed(names)))
    if sink is not None:
        return _into(sink, files, how._replace(make=sink.make), tell, progress)
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
        write(packed.made)
    else:
        save(targets([name], out)[0] if os.path.isdir(out) else Path(out), packed.made, force=force)
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
                save(path, packed.made, force=force)
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


def _into(sink: Sink, files: list[str], how: How, tell: Tell, progress: Progress) -> int:
    """Pack into a sink; what is there and has not changed is left as it is."""
    failed = joined = 0
    said: list[str] = []  # told when the progress bar is gone
    try:
        todo = [name for name in files if not sink.is_done(name)]
        for packed in progress(pack_all(todo, how, sink.corrected()), len(todo)):
            if packed.problem:
                failed += 1
                said.append(packed.problem)
                continue
            sink.put(packed.name, packed.made)
            _warn(packed, said.append)
            joined += packed.joined
        sink.close()
    except BaseException:
        sink.forget()
        raise
    finally:
        for line in said:
            tell(line)
    tell(words.PACKED.format(packed=len(todo) - failed, all=len(files), failed=failed))
    if len(todo) < len(files):
        tell(words.UNCHANGED.format(count=len(files) - len(todo)))
    if joined:
        tell(words.JOINED_MANY.format(count=joined))
    return 1 if failed else 0


def _warn(packed: Packed, tell: Tell) -> None:
    if packed.flagged:
        tell(words.FLAGGED.format(file=packed.name, digits=words.quoted(packed.flagged)))
