"""Open a collection, and say in one sentence what is wrong with one that cannot be used."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from reply import messages
from reply.errors import ReplyError
from reply.shelf.schema import APPLICATION, FORMAT, statements

PATIENCE = 60.0
"""Seconds that one process waits for another to finish its batch."""
_CACHE_KIB = 64_000
"""A batch stays in memory until it is committed, so that nobody who reads has to wait for it."""


@contextmanager
def told(path: str) -> Iterator[None]:
    """Say what SQLite says in one sentence that names the file and the mend. Raises ReplyError."""
    try:
        yield
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", "")
        message = next((text for start, text in _SAID.items() if name.startswith(start)), messages.DB_DAMAGED)
        raise ReplyError(message.format(file=path, reason=error)) from None
    except UnicodeDecodeError as error:  # text that is none, or what SQLite says of a name that is none
        raise ReplyError(messages.DB_DAMAGED.format(file=path, reason=error.reason)) from None


_SAID = {
    "SQLITE_BUSY": messages.DB_LOCKED,
    "SQLITE_LOCKED": messages.DB_LOCKED,
    "SQLITE_READONLY": messages.DB_READONLY,
    "SQLITE_CANTOPEN": messages.DB_CANNOT_OPEN,
    "SQLITE_PERM": messages.DB_CANNOT_OPEN,
    "SQLITE_FULL": messages.DB_FULL,
    "SQLITE_IOERR": messages.DB_FULL,
    "SQLITE_NOTADB": messages.DB_FOREIGN,
}


def opened(path: str) -> sqlite3.Connection:
    """Open a collection to read it. Raises ReplyError."""
    with told(path):
        database = _connected(path, "rw")  # where the file may not be written, SQLite opens it to read
        _check(database, path)
        database.execute("PRAGMA query_only = 1")
        return database


def created(path: str, *, careful: bool = True) -> sqlite3.Connection:
    """Open a collection to write it; where there is none, an empty one is made. Raises ReplyError.

    With `careful`, what is committed outlives a power failure; a kill leaves it whole in any case.
    """
    with told(path):
        database = _connected(path, "rwc")
        database.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        database.execute(f"PRAGMA synchronous = {'FULL' if careful else 'OFF'}")
        database.execute("BEGIN IMMEDIATE")
        if not _value(database, "SELECT count(*) FROM sqlite_master") and not _value(
            database, "PRAGMA application_id"
        ):
            for statement in statements():
                database.execute(statement)
        database.execute("COMMIT")
        _check(database, path)
        return database


class _Connection(sqlite3.Connection):
    """Is closed with its last user: rows are read as they are asked for, and nobody knows who asks last."""

    def __del__(self) -> None:
        with suppress(sqlite3.ProgrammingError):  # it was never opened
            self.close()


def _connected(path: str, mode: str) -> sqlite3.Connection:
    uri = f"{Path(os.path.abspath(path)).as_uri()}?mode={mode}"
    return sqlite3.connect(uri, uri=True, timeout=PATIENCE, isolation_level=None, factory=_Connection)


def _check(database: sqlite3.Connection, path: str) -> None:
    known, version = _value(database, "PRAGMA application_id"), _value(database, "PRAGMA user_version")
    if known != APPLICATION:
        empty = not _value(database, "SELECT count(*) FROM sqlite_master")
        raise ReplyError(
            (messages.NO_LETTERS if empty else messages.DB_FOREIGN).format(file=path, folder=path)
        )
    if version != FORMAT:
        raise ReplyError(messages.DB_VERSION.format(file=path, version=version, known=FORMAT))


def _value(database: sqlite3.Connection, statement: str) -> int:
    (value,) = database.execute(statement).fetchone()
    return int(value)
