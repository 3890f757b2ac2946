"""Pack many files, elsewhere than in this process: on all cores of the machine, or on a cluster.

Both are asked through the face of `concurrent.futures`. Only so many files are under way at once that neither
texts nor results pile up, however many there are.
"""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from reply import messages
from reply.batch.work import Packed, Task, pack_file
from reply.errors import ReplyError

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future
    from contextlib import AbstractContextManager

PARALLEL_FROM = 32
"""Files from which it is worth starting more processes."""
CHUNK = 8
"""Files that a process gets at a time."""

Work = Callable[[Task], Packed]


class Engine(Protocol):
    """Where files are packed."""

    died: type[Exception]
    """Raised of files with which a process died."""

    def pool(self) -> "AbstractContextManager[Executor]":
        """Start it; whatever happens, nothing goes on when the context is left. Raises ReplyError."""

    def alone(self) -> "AbstractContextManager[Executor]":
        """Start it for one file, which takes nothing with it when it dies."""

    def ahead(self, pool: "Executor") -> int:
        """Return how many chunks are under way at once."""

    def sent(self, task: Task) -> Task:
        """Return a task as it is sent. Raises ReplyError."""

    def result(self, future: "Future[list[Packed]]") -> list[Packed]:
        """Wait for a chunk. Raises what the engine died of; ReplyError where nobody is there any more."""


def pack_all(
    tasks: Sequence[Task], work: Work = pack_file, *, cluster: str | None = None
) -> Iterator[Packed]:
    """Pack files in their order: on a cluster, if one is named, or on all cores when there are many.

    A process that dies takes only the file with it that killed it. Raises ReplyError where there is no
    cluster, or none any more.
    """
    if cluster is not None:
        from reply.batch.cluster import Cluster

        yield from _by(Cluster(cluster), tasks, work)
        return
    if len(tasks) < PARALLEL_FROM:
        yield from map(work, tasks)
        return
    from reply.batch.cores import Cores

    done = 0
    try:
        for packed in _by(Cores(), tasks, work):
            yield packed
            done += 1
    except OSError:  # no /dev/shm, no more processes
        yield from map(work, tasks[done:])


def _by(engine: Engine, tasks: Sequence[Task], work: Work) -> Iterator[Packed]:
    done = 0
    while done < len(tasks):
        suspects = CHUNK
        try:
            with engine.pool() as pool:
                suspects = CHUNK * engine.ahead(pool)
                for packed in _in_order(engine, pool, tasks[done:], work):
                    yield packed
                    done += 1
        except engine.died:
            # One of the files that were being packed did it; they are packed one by one.
            for task in tasks[done : done + suspects]:
                yield _alone(engine, task, work)
                done += 1


def _in_order(engine: Engine, pool: "Executor", tasks: Sequence[Task], work: Work) -> Iterator[Packed]:
    under_way: deque[Future[list[Packed]]] = deque()
    for start in range(0, len(tasks), CHUNK):
        chunk = [_sent(engine, task) for task in tasks[start : start + CHUNK]]
        under_way.append(pool.submit(_each, work, chunk))
        if len(under_way) >= engine.ahead(pool):
            yield from engine.result(under_way.popleft())
    while under_way:
        yield from engine.result(under_way.popleft())


def _sent(engine: Engine, task: Task) -> Task | Packed:
    try:
        return engine.sent(task)
    except ReplyError as error:
        return Packed(task.name, problem=str(error))


def _each(work: Work, chunk: Sequence[Task | Packed]) -> list[Packed]:
    return [item if isinstance(item, Packed) else work(item) for item in chunk]


def _alone(engine: Engine, task: Task, work: Work) -> Packed:
    try:
        with engine.alone() as pool:
            (packed,) = engine.result(pool.submit(_each, work, [_sent(engine, task)]))
            return packed
    except engine.died:
        return Packed(task.name, problem=messages.WORKER_KILLED.format(file=task.name))
