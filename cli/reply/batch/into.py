"""Pack into a collection, or into lines: letter by letter, what has not changed left as it is."""

import os
from pathlib import Path

from reply.batch.find import Item, Tell, targets
from reply.batch.how import How, Progress, tell_many, warn
from reply.batch.record import options
from reply.batch.sink import Sink
from reply.batch.work import Task, pack_all
from reply.errors import ReplyError
from reply.store.reader import load


def pack_into(
    sink: Sink, items: list[Item], how: How, failed: int, *, alone: bool, tell: Tell, progress: Progress
) -> int:
    """Pack files into a sink; return the exit status.

    Raises ReplyError where the sink takes no more, or with `alone` where the one file cannot be packed.
    """
    packed_now = joined = 0
    said: list[str] = []  # told when the progress bar is gone
    try:
        todo = _tasks(sink, items, how)
        for packed in progress(pack_all(todo), len(todo)):
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


def _tasks(sink: Sink, items: list[Item], how: How) -> list[Task]:
    """Return what is to be packed, with the corrections that stay."""
    asked = options(keep_lines=how.keep_lines, encoding=how.encoding)
    corrected = sink.corrected()
    kept = _kept(items, how.keep)
    return [
        Task(name, kept.get(name, ()), how.keep_lines, how.encoding, sink.make, corrected.get(name))
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
