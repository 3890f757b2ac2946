"""Add letters to a collection and replace them, a batch in one transaction: all of it is there, or none."""

import os
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reply.model import Letter
from reply.shelf.database import created, told
from reply.shelf.names import named
from reply.shelf.reader import Collection
from reply.shelf.schema import HEAD, LENGTH_BITS, LETTER_BITS, PARTS, STAMP, Rows, quoted

_KEPT_PAIRS = 1_000_000
"""Pairs that are remembered as written; real collections have some hundred thousand."""


class Stamp(NamedTuple):
    """By which a changed file is known."""

    size: int
    modified: int
    changed: int
    inode: int
    options: str = ""
    """The version of the program that packed it, and what was asked of it."""


def stamp_of(stat: os.stat_result, options: str = "") -> Stamp:
    """Return the stamp of a file."""
    return Stamp(stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino, options)


NO_STAMP = Stamp(0, 0, 0, 0)
"""Of what is no file: it is never taken for unchanged."""


def place_of(file: str) -> bytes:
    """Return what letters are ordered by: their paths, folder by folder, as a folder is read."""
    return os.path.normpath(file).replace(os.sep, "\0").encode("utf-8", "surrogateescape")


class Writer:
    """A collection that is being written. Raises ReplyError when that fails."""

    def __init__(self, path: str, *, careful: bool = True) -> None:
        self._path = path
        self._database = created(path, careful=careful)
        self._pairs: set[str] = set()
        self._open = False

    def stamps(self) -> dict[str, Stamp]:
        """Return the files of the collection with their stamps."""
        with told(self._path):
            rows = self._database.execute(f"SELECT file, {', '.join(STAMP)} FROM letter")
            return {file: Stamp(*stamp) for file, *stamp in rows}

    def corrected(self) -> dict[str, Letter]:
        """Return by their files the letters in which a person corrected something."""
        with told(self._path):
            statement = "SELECT DISTINCT letter FROM figure WHERE corrected != '[]'"
            ids = [letter for (letter,) in self._database.execute(statement)]
        if not ids:
            return {}
        collection = Collection(self._path)
        letters = list(collection.letters(ids))
        collection.close()
        return {str(letter.file): letter for letter in letters}

    def put(self, file: str, rows: Rows, stamp: Stamp = NO_STAMP) -> None:
        """Add a letter, or replace the one of that file."""
        with told(self._path):
            self._begin()
            place = place_of(file)
            self._take_out(place)
            values = (place, file.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace"))
            names = ("place", "file", *HEAD, *STAMP, "sound")
            letter = self._insert("letter", names, [(*values, *rows.head, *stamp, rows.sound)])
            first = letter << LETTER_BITS
            for table, columns in PARTS.items():
                found = rows.parts[table]
                if table == "passage":
                    lengths = [length for length, _ in rows.pairs]
                    keys = [first | n << LENGTH_BITS | length for n, length in enumerate(lengths)]
                    self._database.executemany(
                        "INSERT INTO pairs (rowid, text) VALUES (?, ?)",
                        zip(keys, (text for _, text in rows.pairs), strict=True),
                    )
                else:
                    keys = [first | n for n in range(len(found))]
                whole = [(key, letter, *row) for key, row in zip(keys, found, strict=True)]
                self._insert(table, ("key", "letter", *columns), whole)
            self._know(rows)

    def take_out(self, files: Iterable[str]) -> None:
        """Remove the letters of some files."""
        with told(self._path):
            for file in files:
                self._begin()
                self._take_out(place_of(file))

    def commit(self) -> None:
        """Write what was put, all of it or nothing."""
        if not self._open:
            return
        with told(self._path):
            self._name()
            self._database.execute("COMMIT")
            self._open = False

    def close(self) -> None:
        """Forget what was not committed."""
        with told(self._path):
            self._database.close()

    def _begin(self) -> None:
        if not self._open:
            self._database.execute("BEGIN IMMEDIATE")
            self._open = True

    def _insert(self, table: str, names: tuple[str, ...], rows: Sequence[tuple[object, ...]]) -> int:
        columns, marks = ", ".join(map(quoted, names)), ", ".join("?" * len(names))
        cursor = self._database.cursor()
        statement = f"INSERT INTO {table} ({columns}) VALUES ({marks})"
        if len(rows) == 1:
            cursor.execute(statement, rows[0])
            return int(cursor.lastrowid or 0)
        cursor.executemany(statement, rows)
        return 0

    def _take_out(self, place: bytes) -> None:
        """Remove a letter. Its pairs stay, and lead nowhere: its id is never used again."""
        found = self._database.execute("SELECT id FROM letter WHERE place = ?", (place,)).fetchone()
        if found is None:
            return
        first = found[0] << LETTER_BITS
        for table in PARTS:
            self._database.execute(
                f"DELETE FROM {table} WHERE key BETWEEN ? AND ?",
                (first, first + (1 << LETTER_BITS) - 1),
            )
        self._database.execute("DELETE FROM letter WHERE id = ?", found)

    def _know(self, rows: Rows) -> None:
        """Remember which pairs there are in the collection."""
        new = {pair for _, text in rows.pairs for pair in text.split(" ")} - self._pairs
        self._database.executemany(
            "INSERT OR IGNORE INTO pair VALUES (?, ?)", [tuple(word) for word in new if len(word) == 2]
        )
        self._database.executemany(
            "INSERT OR IGNORE INTO character VALUES (?)", {(word[:1],) for word in new if word}
        )
        if len(self._pairs) < _KEPT_PAIRS:
            self._pairs |= new

    def _name(self) -> None:
        """Give every letter a name of its own."""
        rows = self._database.execute("SELECT id, file, number, name FROM letter ORDER BY place").fetchall()
        names = named({file: number for _, file, number, _ in rows})
        self._database.executemany(
            "UPDATE letter SET name = ? WHERE id = ?",
            [(names[file], letter) for letter, file, _, name in rows if names[file] != name],
        )
