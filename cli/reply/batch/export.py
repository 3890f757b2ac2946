"""Write a collection out: as TOML, as lines, or into another collection."""

import os
from collections.abc import Iterator
from pathlib import Path

from reply import messages
from reply.batch.find import Item, Tell, targets
from reply.batch.how import PackOptions, Write
from reply.errors import ReplyError
from reply.model import Letter
from reply.shelf.reader import Collection
from reply.shelf.sinks import is_sink, sink_for
from reply.store.writer import dump_checked
from reply.whole import write_whole


def export(paths: list[str], how: PackOptions, *, tell: Tell, write: Write) -> int:
    """Write the letters of collections where they are wanted; return the exit status. Raises ReplyError."""
    for path in paths:
        if how.out is not None and os.path.realpath(path) == os.path.realpath(how.out):
            raise ReplyError(messages.COLLECTION_ONTO_ITSELF.format(file=path))
    if is_sink(how.out, how.fmt):
        count, failed = _to_sink(paths, how, write), 0
    elif how.out is None:
        raise ReplyError(messages.PACK_NEEDS_FOLDER)
    else:
        count, failed = _to_folder(paths, how.out, tell, force=how.force)
    tell(messages.EXPORTED.format(count=count))
    return 1 if failed else 0


def _to_sink(paths: list[str], how: PackOptions, write: Write) -> int:
    sink = sink_for(how.out, how.fmt, write, force=how.force)
    count = 0
    try:
        for letter in _letters(paths):
            sink.put(str(letter.file), sink.make(letter))
            count += 1
        sink.close()
    except BaseException:
        sink.forget()
        raise
    return count


def _to_folder(paths: list[str], out: str, tell: Tell, *, force: bool) -> tuple[int, int]:
    """Write each letter under the path that it was read from; return how many, and how many could not be."""
    items = [Item(file, _inside(file)) for path in paths for file in _files(path)]
    count = failed = 0
    for letter, place in zip(_letters(paths), targets(items, out), strict=True):
        try:
            _save(place, dump_checked(letter, str(letter.file)).encode(), force=force)
            count += 1
        except ReplyError as error:
            for sentence in error.args:
                tell(sentence)
            failed += 1
    return count, failed


def _save(place: Path, data: bytes, *, force: bool) -> None:
    """Write a file whole, if it says something else. Raises ReplyError."""
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        if place.exists() and not force:
            if place.read_bytes() != data:
                raise ReplyError(messages.EXISTS.format(file=place))
            return
        write_whole(place, data)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise ReplyError(messages.CANNOT_SAVE.format(file=place, reason=reason)) from None


def _inside(file: str) -> str:
    """Return the path of a file in another folder: nothing leads out of it."""
    return os.path.join(*(part for part in Path(file).parts if part not in ("..", os.sep)))


def _files(path: str) -> list[str]:
    collection = Collection(path)
    files = [file for _, file, _ in collection.heads()]
    collection.close()
    return files


def _letters(paths: list[str]) -> Iterator[Letter]:
    for path in paths:
        collection = Collection(path)
        yield from collection.letters(collection.order())
        collection.close()
