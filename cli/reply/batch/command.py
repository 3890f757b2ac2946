"""The command `reply pack`: where the results go, what is told, and the exit status."""

import gc
import os
import signal
from pathlib import Path
from typing import NoReturn

from reply import messages
from reply.ask.choices import require
from reply.batch.find import Item, Tell, find, targets, tell_passed_over
from reply.batch.how import PackOptions, Progress, Write, tell_many, warn
from reply.batch.many import pack_all
from reply.batch.record import digest, options, record_of, recorded, with_record
from reply.batch.work import PACKED, Packed, Task, read
from reply.errors import ReplyError
from reply.shelf.letters import is_collection
from reply.shelf.sinks import is_sink, sink_for
from reply.source.formats import ENDINGS
from reply.store.reader import load
from reply.whole import write_whole

__all__ = ["PackOptions", "run"]

TERMINATED = 128 + signal.SIGTERM
FORMATS = ("toml", "jsonl")


def run(names: list[str], how: PackOptions, *, tell: Tell, write: Write, progress: Progress) -> int:
    """Pack; return 0 when all were packed, else 1. Raises ReplyError when nothing can be done."""
    gc.enable()  # many letters leave something to collect
    # Half-written files are taken away first, and processes ended.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, _terminated)
    if how.fmt is not None:
        require(how.fmt, FORMATS, messages.UNKNOWN_FORMAT)
    if collections := [name for name in names if is_collection(name)]:
        if len(collections) < len(names):
            raise ReplyError(messages.COLLECTION_APART.format(file=collections[0]))
        from reply.batch.export import export

        return export(collections, how, tell=tell, write=write)
    to_sink = is_sink(how.out, how.fmt)
    found = find(names, how.out, ENDINGS | {PACKED} if to_sink else ENDINGS)
    into_folder = how.out is not None and (how.out.endswith(("/", os.sep)) or os.path.isdir(how.out))
    many = len(found.items) > 1 or any(os.path.isdir(name) for name in names)
    if not found.items:
        tell_passed_over(found.passed_over, (), tell)
        raise ReplyError(messages.NOTHING_TO_PACK.format(names=messages.listed(names)))
    if how.out is None and many and not to_sink:
        raise ReplyError(messages.PACK_NEEDS_FOLDER)
    if many and how.keep and not os.path.isdir(how.keep):
        raise ReplyError(messages.KEEP_NEEDS_FOLDER)
    if to_sink:
        from reply.batch.into import pack_into

        sink = sink_for(how.out, how.fmt, write, force=how.force)
        return pack_into(sink, found, how, alone=not many, tell=tell, progress=progress)
    if how.out is None:
        return _to_stdout(found.items[0], how, tell, write)
    places = targets(found.items, how.out) if many or into_folder else [Path(how.out)]
    if many or into_folder:
        _make_folder(how.out)
    failed = tell_passed_over(found.passed_over, places, tell)
    return _Batch(how, tell, progress).run(found.items, places, failed, alone=not many)


def _make_folder(folder: str) -> None:
    try:
        os.makedirs(folder, exist_ok=True)
    except (OSError, ValueError) as error:
        raise ReplyError(
            messages.CANNOT_SAVE.format(file=folder, reason=getattr(error, "strerror", None) or error)
        ) from None


def _terminated(number: int, _frame: object) -> NoReturn:
    raise SystemExit(128 + number)


def _to_stdout(item: Item, how: PackOptions, tell: Tell, write: Write) -> int:
    kept = (how.keep,) if how.keep else ()
    if how.keep:
        load(how.keep)  # what is wrong with it is said first
    (packed,) = pack_all([Task(item.name, kept, how.keep_lines, how.encoding)], cluster=how.cluster)
    if packed.problem:
        raise ReplyError(packed.problem)
    warn(packed, tell)
    if packed.joined:
        tell(messages.JOINED.format(file=item.name))
    write(packed.toml)
    return 0


class _Batch:
    """Packs files to their places."""

    def __init__(self, how: PackOptions, tell: Tell, progress: Progress) -> None:
        self._how, self._tell, self._progress = how, tell, progress
        self._options = options(keep_lines=how.keep_lines, encoding=how.encoding)
        self._said: list[str] = []  # told when the progress bar is gone

    def run(self, items: list[Item], places: list[Path], failed: int, *, alone: bool) -> int:
        todo: list[tuple[Item, Path, Task]] = []
        left = 0
        for item, place in zip(items, places, strict=True):
            problem, task = self._plan(item, place)
            if problem and alone:
                raise ReplyError(problem)
            if problem:
                self._said.append(problem)
                failed += 1
            elif task is None:
                left += 1
            else:
                todo.append((item, place, task))
        packed_now = joined = 0
        try:
            packing = pack_all([task for *_, task in todo], cluster=self._how.cluster)
            results = self._progress(packing, len(todo))
            for (item, place, _), packed in zip(todo, results, strict=True):
                problem = packed.problem or self._save(item, place, packed)
                if problem and alone:
                    raise ReplyError(problem)
                if problem:
                    self._said.append(problem)
                    failed += 1
                    continue
                packed_now += 1
                joined += packed.joined
                warn(packed, self._said.append)
        finally:
            for line in self._said:
                self._tell(line)
        if alone:
            self._tell_one(items[0], places[0], left=left, joined=joined)
        else:
            count = len(items)
            tell_many(self._tell, packed=packed_now, count=count, failed=failed, left=left, joined=joined)
        return 1 if failed else 0

    def _tell_one(self, item: Item, place: Path, *, left: int, joined: int) -> None:
        if left:
            self._tell(messages.UNCHANGED.format(file=place, source=item.name))
        if joined:
            self._tell(messages.JOINED.format(file=item.name))

    def _plan(self, item: Item, place: Path) -> tuple[str, Task | None]:
        """Return what keeps a file from being packed, or the task; neither when nothing has changed."""
        task = Task(item.name, (), self._how.keep_lines, self._how.encoding)
        kept: list[str] = []
        if place.exists() or place.is_symlink():
            record = record_of(place)
            same = record is not None and record.name == recorded(item)
            if record is not None and same and record.options == self._options and not self._how.keep:
                try:
                    unchanged = digest(read(item.name)) == record.source
                except ReplyError as error:
                    return str(error), None
                if unchanged and not self._how.force:
                    return "", None
            if not self._how.force and not same:
                return messages.EXISTS.format(file=place), None
            if not self._how.force and record is not None and record.is_edited and not self._how.keep:
                return messages.EDITED.format(file=place), None
            if _is_letter(str(place)):
                kept.append(str(place))
        if self._how.keep:
            inside = os.path.relpath(place, self._how.out) if os.path.isdir(self._how.keep) else ""
            wanted = os.path.join(self._how.keep, inside) if inside else self._how.keep
            if not inside or os.path.exists(wanted):
                try:
                    load(wanted)
                except ReplyError as error:
                    return str(error), None
                kept = [wanted]
        return "", task._replace(kept=tuple(kept))

    def _save(self, item: Item, place: Path, packed: Packed) -> str:
        """Write a result whole; return what keeps it from being written."""
        toml = with_record(packed.toml, recorded(item), packed.source, self._options)
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            write_whole(place, toml.encode())
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or error
            return messages.CANNOT_SAVE.format(file=place, reason=reason)
        return ""


def _is_letter(name: str) -> bool:
    if not os.path.isfile(name):
        return False
    try:
        load(name)
    except ReplyError:
        return False
    return True
