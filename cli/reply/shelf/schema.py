"""The tables of a collection, derived from the fields of the model: a new key of a figure is a new column.

Every row of a letter has a key that begins with the letter's id, so that a letter is one stretch of a table.
The key of a passage ends with its length, by which passages are put in order before one of them is read.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, TypeAlias

from reply import __version__
from reply.ask.find import Passage, head_of, passages_of
from reply.model import Citation, Figure, Flag, Letter, Section
from reply.shelf.pairs import words_of

APPLICATION = 0x7265706C
"""By which a database is known as a collection: `repl` in ASCII."""
FORMAT = 6
"""Goes up by one whenever a table, a column or what counts as a pair changes."""

LETTER_BITS, LENGTH_BITS = 38, 10
LONGEST = (1 << LENGTH_BITS) - 1
"""Characters from which passages count as equally long; 0 is the length in the key of a letter's head."""

HEAD_LENGTH = 0
NO_SECTION = Section("", None, None, "", None, 0, (), ())
"""Where the head is kept: as one passage after the others, which counts for them and is no answer itself."""

_APART = ("sections", "figures", "citations", "flagged", "name", "file")
"""What is no column: it has a table of its own, or is made by the collection."""
HEAD = tuple(name for name in Letter._fields if name not in _APART)
PARTS: dict[str, tuple[str, ...]] = {
    "section": tuple(name for name in Section._fields if name not in _APART),
    "figure": Figure._fields,
    "citation": Citation._fields,
    "flag": Flag._fields,
    "passage": ("section", "start", "text"),
}
"""The tables that hold a letter, and their columns after key and letter."""
STAMP = ("size", "modified", "changed", "inode", "options")
"""By which a changed file is known: bytes, nanoseconds (twice), number of the file; and how it was packed."""
_TYPES = {"start": "INTEGER", "end": "INTEGER", "value": "", "low": "", "high": ""}
"""What is no text. Numbers have no type, for SQLite would make a whole number of 3.0."""

Cell: TypeAlias = str | int | float | None
Cells: TypeAlias = tuple[Cell, ...]


class Rows(NamedTuple):
    """What a letter is in the tables, without its id: plain values that go from one process to another."""

    head: Cells
    parts: dict[str, list[Cells]]
    """The rows of each table of PARTS."""
    pairs: list[tuple[int, str]]
    """For each passage its length, and its pairs of characters."""
    sound: str | None
    """The version of the program that has nothing to remark on the letter; None where there is something."""


def statements() -> Iterator[str]:
    """Yield what makes an empty collection."""
    yield f"PRAGMA application_id = {APPLICATION}"
    yield f"PRAGMA user_version = {FORMAT}"
    head = ", ".join(f"{quoted(name)} TEXT" for name in HEAD)
    stamp = ", ".join(f"{name} {'TEXT' if name == 'options' else 'INTEGER'}" for name in STAMP)
    yield (
        "CREATE TABLE letter (id INTEGER PRIMARY KEY AUTOINCREMENT, place BLOB UNIQUE NOT NULL, name TEXT, "
        f"file TEXT NOT NULL, {head}, {stamp}, sound TEXT)"
    )
    for table, names in PARTS.items():
        columns = ", ".join(f"{quoted(name)} {_TYPES.get(name, 'TEXT')}".rstrip() for name in names)
        yield f"CREATE TABLE {table} (key INTEGER PRIMARY KEY, letter INTEGER NOT NULL, {columns})"
    yield "CREATE TABLE character (text TEXT PRIMARY KEY) WITHOUT ROWID"
    yield "CREATE TABLE pair (first TEXT, second TEXT, PRIMARY KEY (first, second)) WITHOUT ROWID"
    yield "CREATE INDEX pair_second ON pair (second, first)"
    yield (
        "CREATE VIRTUAL TABLE pairs USING fts5(text, content='', columnsize=0, detail=none, "
        "tokenize=\"ascii tokenchars '!$%&+,-./:;=?@~'\")"
    )
    yield "CREATE INDEX figure_unit ON figure (unit, letter, period)"
    yield "CREATE INDEX figure_corrected ON figure (letter) WHERE corrected != '[]'"
    yield from _unsound()
    yield from (_view(table, PARTS[table]) for table in ("section", "figure", "citation"))


def _unsound() -> Iterator[str]:
    """Yield what makes a letter no longer sound when a person changes it."""
    head = ", ".join(map(quoted, HEAD))
    for table, changed, letter in (
        ("letter", f"UPDATE OF {head}", "id"),
        *((part, "UPDATE", "letter") for part in ("section", "figure", "flag")),
    ):
        yield (
            f"CREATE TRIGGER {table}_changed AFTER {changed} ON {table} "
            f"BEGIN UPDATE letter SET sound = NULL WHERE id = new.{letter}; END"
        )


def _view(table: str, names: Iterable[str]) -> str:
    """Return the view of a table that has the head data of the letter, and ids as `reply` prints them."""
    own = [
        f"l.name || ':' || t.{quoted(name)} AS {quoted(name)}"
        if name in ("id", "section", "parent")
        else f"t.{quoted(name)}"
        for name in names
    ]
    head = [f"l.{quoted(name)}" for name in ("issuer", "date", "subject", "file") if name not in names]
    return (
        f"CREATE VIEW {table}s AS SELECT {', '.join(['l.name AS letter', *head, *own])} "
        f"FROM {table} t JOIN letter l ON l.id = t.letter ORDER BY l.place, t.key"
    )


def quoted(name: str) -> str:
    """Return a column as SQL names it; `end` is a word of SQL."""
    return f'"{name}"'


def rows_of(letter: Letter) -> Rows:
    """Return a letter as the rows of the tables."""
    from reply.ask.check import check

    passages = passages_of(letter, everything=True)
    head = Passage(NO_SECTION, head_of(letter), 0, ())
    parts: dict[str, Iterable[tuple[object, ...]]] = {
        "section": (
            tuple(getattr(section, name) for name in PARTS["section"]) for section in letter.sections
        ),
        "figure": letter.figures,
        "citation": letter.citations,
        "flag": (flag for section in letter.sections for flag in section.flagged),
        "passage": ((passage.section.id, passage.start, passage.text) for passage in (*passages, head)),
    }
    return Rows(
        _encoded(getattr(letter, name) for name in HEAD),
        {table: [_encoded(row) for row in rows] for table, rows in parts.items()},
        [
            *(
                (min(len(passage.searched), LONGEST), words)
                for passage, words in zip(passages, words_of(passages), strict=True)
            ),
            (HEAD_LENGTH, "".join(words_of([head]))),
        ],
        None if check(letter).rows else __version__,
    )


def _encoded(values: Iterable[Any]) -> Cells:
    """Return values as columns hold them: lists as JSON, and numbers that are too large as their digits."""
    return tuple(
        [
            (json.dumps(value, ensure_ascii=False) if value else "[]")
            if isinstance(value, tuple)
            else str(value)
            if isinstance(value, int) and not -(2**63) <= value < 2**63
            else value
            for value in values
        ]
    )


def decoder(kind: Any, names: Iterable[str]) -> "Decoder":
    """Return what turns the columns of a row back into the values of a part of the model."""
    kinds = [str(kind.__annotations__[name]) for name in names]
    lists = [place for place, name in enumerate(kinds) if name.startswith("tuple")]
    numbers = [place for place, name in enumerate(kinds) if "float" in name]
    return Decoder(lists, numbers)


class Decoder(NamedTuple):
    """Where lists and numbers stand in a row."""

    lists: list[int]
    numbers: list[int]

    def __call__(self, row: Iterable[Any]) -> list[Any]:
        """Return the values."""
        values = list(row)
        for place in self.lists:
            values[place] = tuple(json.loads(values[place])) if values[place] != "[]" else ()
        for place in self.numbers:
            if isinstance(values[place], str):
                values[place] = int(values[place])
        return values
