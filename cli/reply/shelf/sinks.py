"""Collections and JSON lines as places to pack into."""

import json
import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import tomli

from reply import messages
from reply.errors import ReplyError
from reply.model import Letter
from reply.shelf.letters import ENDING, is_collection
from reply.shelf.schema import Rows, rows_of
from reply.shelf.writer import NO_STAMP, Stamp, Writer, stamp_of
from reply.store.writer import dump_checked
from reply.whole import WholeFile

LINES = ".jsonl"
_BATCH_SECONDS, _BATCH = 2.0, 2_000
"""A batch is committed after so many seconds, or so many letters; it stays in memory until then."""


def is_sink(out: str | None, fmt: str | None) -> bool:
    """Tell whether letters go into one file, by the name that was given for it, and not into TOML files."""
    return _is_database(out) or _is_lines(out, fmt)


def sink_for(
    out: str | None, fmt: str | None, write: Callable[[str], Any], *, force: bool
) -> "Database | Lines":
    """Return the one file that letters go into. Raises ReplyError."""
    if out is not None and _is_database(out):
        return Database(out, force=force)
    return Lines(out, write, force=force)


def _is_database(out: str | None) -> bool:
    return out is not None and (out.endswith(ENDING) or (os.path.isfile(out) and is_collection(out)))


def _is_lines(out: str | None, fmt: str | None) -> bool:
    return fmt == "jsonl" or (out is not None and out.endswith(LINES))


def _line(letter: Letter) -> str:
    """Return a letter as one line of JSON with the keys of its TOML."""
    toml = dump_checked(letter, str(letter.number or letter.file))
    return json.dumps(tomli.loads(toml), ensure_ascii=False, default=date.isoformat) + "\n"


class Database:
    """A collection: letters are added or replaced, batch by batch."""

    make: Callable[[Letter], Any] = staticmethod(rows_of)

    def __init__(self, path: str, *, force: bool) -> None:
        self._path = path
        self._writer = Writer(path) if os.path.exists(path) else None  # else made when there is a letter
        self._known = {} if force or self._writer is None else self._writer.stamps()
        self._stamps: dict[str, Stamp] = {}
        self._put, self._since = 0, time.monotonic()

    def is_done(self, name: str, options: str) -> bool:
        """Tell whether the file has not changed since its letter was put here, packed with these options."""
        try:
            self._stamps[name] = stamp_of(os.stat(name), options)  # before it is read
        except (OSError, ValueError):
            return False  # whoever reads it says what is wrong
        return self._known.get(name) == self._stamps[name]

    def corrected(self) -> Mapping[str, Letter]:
        """Return the letters that hold corrections."""
        return {} if self._writer is None else self._writer.corrected()

    def put(self, name: str, made: Rows) -> None:
        """Add or replace a letter."""
        self._writer = self._writer or Writer(self._path)
        self._writer.put(name, made, self._stamps.pop(name, NO_STAMP))
        self._put += 1
        if self._put >= _BATCH or time.monotonic() - self._since > _BATCH_SECONDS:
            self._commit()

    def close(self) -> None:
        """Commit the last batch."""
        self._commit()
        self.forget()

    def forget(self) -> None:
        """Leave the batches that are whole."""
        if self._writer is not None:
            self._writer.close()

    def _commit(self) -> None:
        if self._writer is not None:
            self._writer.commit()
        self._put, self._since = 0, time.monotonic()


class Lines:
    """JSON lines, a letter a line: into a file, whole or not at all, or to stdout as they come."""

    make: Callable[[Letter], Any] = staticmethod(_line)

    def __init__(self, out: str | None, write: Callable[[str], Any], *, force: bool) -> None:
        self._out, self._write = out, write
        if out is not None and os.path.exists(out) and not force:
            raise ReplyError(messages.EXISTS.format(file=out))
        with _saving(out):
            self._file = None if out is None else WholeFile(Path(out))

    def is_done(self, name: str, options: str) -> bool:
        """Nothing is done before: a file of lines is written anew."""
        return False

    def corrected(self) -> Mapping[str, Letter]:
        """Return nothing: lines are not corrected by hand."""
        return {}

    def put(self, name: str, made: str) -> None:
        """Write a line."""
        if self._file is None:
            self._write(made)
        else:
            with _saving(self._out):
                self._file.write(made.encode("utf-8", "backslashreplace"))

    def close(self) -> None:
        """Put the file in its place."""
        if self._file is not None:
            with _saving(self._out):
                self._file.close()

    def forget(self) -> None:
        """Leave nothing behind."""
        if self._file is not None:
            self._file.forget()


@contextmanager
def _saving(file: str | None) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise ReplyError(messages.CANNOT_SAVE.format(file=file, reason=error.strerror)) from None
