"""The command `reply pack` where a collection is read or written; all else is `pack`'s own."""

import os
from collections.abc import Iterator
from pathlib import Path

from reply import words
from reply.ask.choices import require
from reply.errors import ReplyError
from reply.model import Reply
from reply.pack import command
from reply.pack.command import Progress, Tell, Write
from reply.pack.files import How, save, toml_of
from reply.shelf.letters import is_collection
from reply.shelf.sinks import sink_for

__all__ = ["How", "run"]

FORMATS = ("toml", "jsonl")


def run(
    names: list[str],
    out: str | None,
    how: How,
    fmt: str | None,
    *,
    force: bool,
    tell: Tell,
    write: Write,
    progress: Progress,
) -> int:
    """Pack files into TOML, lines or a collection, or write a collection out; return the exit status."""
    if fmt is not None:
        require(fmt, FORMATS, words.UNKNOWN_FORMAT)
    sink = sink_for(out, fmt, write, force=force)
    collections = [name for name in names if is_collection(name)]
    if not collections:
        return command.run(names, out, how, force=force, tell=tell, write=write, progress=progress, sink=sink)
    if len(collections) < len(names):
        raise ReplyError(words.COLLECTION_APART.format(file=collections[0]))
    letters = _letters(collections)
    count = 0
    if sink is None:
        if out is None:
            raise ReplyError(words.PACK_NEEDS_FOLDER)
        os.makedirs(out, exist_ok=True)
    try:
        for letter in letters:
            if sink is not None:
                sink.put(str(letter.file), sink.make(letter))
            else:
                save(_target(str(out), letter), toml_of(letter, str(letter.file)), force=force)
            count += 1
        if sink is not None:
            sink.close()
    except BaseException:
        if sink is not None:
            sink.forget()
        raise
    tell(words.EXPORTED.format(count=count))
    return 0


def _letters(paths: list[str]) -> Iterator[Reply]:
    from reply.shelf.reader import Collection

    for path in paths:
        collection = Collection(path)
        yield from collection.letters(collection.order())
        collection.close()


def _target(out: str, letter: Reply) -> Path:
    """Return the TOML file of a letter: the path it was read from, in another folder."""
    parts = [part for part in Path(str(letter.file)).parts if part not in ("..", os.sep)]
    path = Path(out, *parts).with_suffix(".toml")
    path.parent.mkdir(parents=True, exist_ok=True)
    return path
