"""A cluster of Dask `distributed` that runs already: files are sent as bytes, and results come back.

Nothing is shared with the other machines but `reply` itself, in the same version. A worker that is lost is no
matter: the scheduler gives its files to another.
"""

import logging
import warnings
from collections.abc import Iterator
from concurrent.futures import CancelledError, Executor, Future
from contextlib import AbstractContextManager, contextmanager, suppress
from importlib import metadata
from typing import Any

from reply import __version__, messages
from reply.batch.work import Packed, Task, carried
from reply.errors import ReplyError

DISTRIBUTION = "reply-cli"
_CONNECT, _WORKERS = 10.0, 30.0
"""Seconds that are waited for the scheduler to answer, and for a worker to be there."""
_AHEAD = 4
"""Chunks for each thread of a worker."""


class Cluster:
    """The workers of a scheduler. Files are read here, and sent."""

    def __init__(self, address: str) -> None:
        try:
            from distributed.scheduler import KilledWorker
        except ImportError:
            raise ReplyError(messages.CLUSTER_MISSING) from None
        self.died: type[Exception] = KilledWorker
        self._address = address
        self._client: Any = None

    @contextmanager
    def pool(self) -> Iterator[Executor]:
        """Connect, and disconnect at the end. Raises ReplyError where nobody can pack there."""
        logging.disable()  # what is wrong is told in a sentence
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            self._client = self._connected()
            try:
                self._check()
                pool = self._client.get_executor(pure=False)
                yield pool
                pool.shutdown()
            except (ReplyError, self.died):
                raise
            except Exception as error:  # also while a file is sent, or workers counted
                if not self._lost(error):
                    raise
                raise ReplyError(messages.CLUSTER_LOST.format(address=self._address)) from None
            finally:
                with suppress(Exception):  # it may be gone
                    self._client.close()

    def alone(self) -> AbstractContextManager[Executor]:
        """Connect for one file."""
        return self.pool()

    def ahead(self, pool: Executor) -> int:
        """Return how many chunks are under way at once; workers may come and go."""
        workers = self._client.scheduler_info(n_workers=-1)["workers"].values()
        return _AHEAD * max(sum(int(worker["nthreads"]) for worker in workers), 1)

    def sent(self, task: Task) -> Task:
        """Return the task with all that its files hold."""
        return carried(task)

    def result(self, future: "Future[list[Packed]]") -> list[Packed]:
        """Wait for a chunk as long as somebody is there to pack it."""
        while True:
            try:
                return future.result(timeout=_WORKERS)
            except TimeoutError:
                if not future.done():
                    self._wait_for_workers()

    def _lost(self, error: Exception) -> bool:
        """Tell whether an error comes of the scheduler's end: a client that gave it up fails in many ways."""
        return isinstance(error, CancelledError | OSError | RuntimeError) or self._client.status != "running"

    def _connected(self) -> Any:
        from distributed import Client

        try:
            return Client(self._address, timeout=_CONNECT, set_as_default=False)
        except (OSError, ValueError, ImportError) as error:
            reason = str(error).partition("\n")[0]
            message = messages.CLUSTER_UNREACHABLE.format(address=self._address, reason=reason)
            raise ReplyError(message) from None

    def _check(self) -> None:
        """Raise ReplyError where there is no worker, or one with another version of this program."""
        self._wait_for_workers()
        # What runs there is of the standard library, so that a worker without the program can say so.
        found = self._client.run(metadata.version, DISTRIBUTION, on_error="return")
        for worker, version in found.items():
            if version != __version__:
                theirs = version if isinstance(version, str) else messages.CLUSTER_NO_VERSION
                raise ReplyError(
                    messages.CLUSTER_VERSION.format(worker=worker, version=theirs, own=__version__)
                )

    def _wait_for_workers(self) -> None:
        try:
            self._client.wait_for_workers(1, timeout=_WORKERS)
        except TimeoutError:
            raise ReplyError(messages.CLUSTER_EMPTY.format(address=self._address)) from None
