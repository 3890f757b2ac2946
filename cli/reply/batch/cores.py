"""The cores of this machine: processes that are started to pack, and ended whatever happens."""

import os
import signal
from collections.abc import Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, contextmanager

from reply.batch.work import Packed, Task

_AHEAD = 4
"""Chunks for each core, so that none waits while the results are written."""


class Cores:
    """As many processes as there are cores. The files are read by the process that packs them."""

    died: type[Exception] = BrokenProcessPool

    def pool(self) -> AbstractContextManager[Executor]:
        """Start the processes. Raises OSError where the machine does not let us."""
        return _processes(None)

    def alone(self) -> AbstractContextManager[Executor]:
        """Start one process."""
        return _processes(1)

    def ahead(self, pool: Executor) -> int:
        """Return how many chunks are under way at once."""
        return _AHEAD * (os.cpu_count() or 1)

    def sent(self, task: Task) -> Task:
        """Return the task as it is."""
        return task

    def result(self, future: "Future[list[Packed]]") -> list[Packed]:
        """Wait for a chunk."""
        return future.result()


@contextmanager
def _processes(count: int | None) -> Iterator[Executor]:
    """Start processes, and end them, whatever happens, without waiting for what is not begun.

    Ctrl-C reaches every process of the terminal. The workers never see it, not even while they start: one
    that dies half-way would leave the others waiting for it. This process hears it, and lets them finish.
    """
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
