"""Pack into a collection, or into lines: letter by letter, what has not changed left as it is."""

import os
from pathlib import Path

from reply import messages
from reply.batch.find import STDIN, Found, Item, PassedOver, Tell, targets, tell_passed_over
from reply.batch.how import PackOptions, Progress, tell_many, warn
from reply.batch.many import pack_all
from reply.batch.record import Record, digest, options, record_of, recorded
from reply.batch.sink import Sink
from reply.batch.work import PACKED, Task, read
from reply.errors import ReplyError
from reply.store.reader import load


def pack_into(
    sink: Sink, found: Found, how: PackOptions, *, alone: bool, tell: Tell, progress: Progress
) -> int:
    """Pack files into a sink; return the exit status.

    Raises ReplyError where the sink takes no more, or with `alone` where the one file cannot be packed.
    """
    items, kept = _once(found)
    failed = tell_passed_over(found.passed_over, [Path(how.out)] if how.out else (), tell)
    packed_now = joined = 0
    said: list[str] = []  # told when the progress bar is gone
    try:
        todo = _tasks(sink, items, how, kept)
        for packed in progress(pack_all(todo, cluster=how.cluster), len(todo)):
            if packed.problem and alone:
                raise ReplyError(packed.problem)
            if packed.problem:
                said.append(packed.problem)
                failed += 1
                continue
            sink.put(packed.name, packed.made)
            packed_now += 1
            joined += packed.joined
            warn(packed, said.append)
        sink.close()
    except BaseException:
        sink.forget()
        raise
    finally:
        for line in said:
            tell(line)
    left = len(items) - len(todo)
    tell_many(tell, packed=packed_now, count=len(items), failed=failed, left=left, joined=joined)
    return 1 if failed else 0


def _once(found: Found) -> tuple[list[Item], dict[str, str]]:
    """Return the files without the letters packed from others among them, else both would count.

    Returns too, by the names of those others, the packed letters that a person edited. What is left out is
    passed over.
    """
    sources = {recorded(item): item.name for item in found.items if not item.name.endswith(PACKED)}
    items: list[Item] = []
    edited: dict[str, str] = {}
    for item in found.items:
        record = record_of(Path(item.name)) if item.name.endswith(PACKED) else None
        source = sources.get(record.name) if record else None
        if record is None or source is None or not _is_of(source, record):
            items.append(item)
            continue
        found.passed_over.append(PassedOver(item.name, messages.PACKED_BESIDE.format(source=source)))
        if record.is_edited:
            edited[source] = item.name
    return items, edited


def _is_of(source: str, record: Record) -> bool:
    try:
        return source != STDIN and digest(read(source)) == record.source
    except ReplyError:
        return False  # whoever packs it says what is wrong


def _tasks(sink: Sink, items: list[Item], how: PackOptions, edited: dict[str, str]) -> list[Task]:
    """Return what is to be packed, with the corrections that stay."""
    asked = options(keep_lines=how.keep_lines, encoding=how.encoding)
    corrected = {name: (letter,) for name, letter in sink.corrected().items()}
    kept = {name: (place,) for name, place in edited.items()} | _kept(items, how.keep)
    return [
        Task(name, kept.get(name, ()), how.keep_lines, how.encoding, sink.make, corrected.get(name, ()))
        for name in (item.name for item in items)
        if not sink.is_done(name, asked) or name in kept
    ]


def _kept(items: list[Item], keep: str | None) -> dict[str, tuple[str, ...]]:
    """Return by their names the packed file of each file whose corrections stay. Raises ReplyError."""
    if keep is None:
        return {}
    places = targets(items, keep) if os.path.isdir(keep) else [Path(keep) for _ in items]
    kept = {
        item.name: str(place)
        for item, place in zip(items, places, strict=True)
        if place.exists() or not os.path.isdir(keep)
    }
    for place in kept.values():
        load(place)  # what is wrong with it is said first
    return {name: (place,) for name, place in kept.items()}
