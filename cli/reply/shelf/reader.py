"""Read the letters of a collection, whole or by their passages, each when it is its turn."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from reply.ask.find import Passage
from reply.model import Citation, Figure, Flag, Letter, Section
from reply.shelf.database import opened, told
from reply.shelf.schema import HEAD, HEAD_LENGTH, LETTER_BITS, LONGEST, PARTS, decoder, quoted

_FIGURE = decoder(Figure, PARTS["figure"])
_CITATION = decoder(Citation, PARTS["citation"])
_FLAG = decoder(Flag, PARTS["flag"])
_SELECT = {
    table: f"SELECT {', '.join(map(quoted, names))} FROM {table} WHERE key BETWEEN ? AND ? "
    for table, names in PARTS.items()
}
_MOST_KEYS = 500
"""Keys that are named one by one."""
_LAST = (1 << LETTER_BITS) - 1


class Collection:
    """A collection that is being read, in one state, whoever writes meanwhile. Raises ReplyError."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.database = opened(path)
        self.query("BEGIN")

    def close(self) -> None:
        """Let others write again."""
        self.database.close()

    def query(self, statement: str, values: Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
        """Run a statement and yield its rows."""
        with told(self.path):
            yield from self.database.execute(statement, values)

    def column(self, statement: str, values: Sequence[object] = ()) -> list[Any]:
        """Run a statement and return its one column."""
        with told(self.path):
            return [value for (value,) in self.database.execute(statement, values).fetchall()]

    def order(self) -> list[int]:
        """Return the ids of all letters in their order."""
        return self.column("SELECT id FROM letter ORDER BY place")

    def heads(self) -> Iterator[tuple[int, str, str | None]]:
        """Yield id, file and number of every letter, in order."""
        yield from self.query("SELECT id, file, number FROM letter ORDER BY place")

    def letters(self, ids: Iterable[int]) -> Iterator[Letter]:
        """Yield letters, whole."""
        for letter in ids:
            yield self.letter(letter)

    def head(self, letter: int) -> Letter:
        """Return a letter without its sections."""
        names = ", ".join(map(quoted, ("name", "file", *HEAD)))
        statement = f"SELECT {names} FROM letter WHERE id = ?"
        ((name, file, *values),) = self.query(statement, (letter,))
        return Letter(sections=(), name=name, file=file, **dict(zip(HEAD, values, strict=True)))

    def letter(self, letter: int) -> Letter:
        """Return a letter, whole."""
        first = letter << LETTER_BITS
        figures = _grouped(Figure(*_FIGURE(row)) for row in self._rows("figure", first))
        citations = _grouped(Citation(*_CITATION(row)) for row in self._rows("citation", first))
        flags = [Flag(*_FLAG(row)) for row in self._rows("flag", first)]
        sections = []
        for row in self._rows("section", first):
            section = _section(row)
            flagged = [flag for flag in flags if section.start <= flag.start < section.end]
            sections.append(
                section._replace(
                    figures=tuple(figures.get(section.id, ())),
                    citations=tuple(citations.get(section.id, ())),
                    flagged=tuple(flagged),
                )
            )
        return self.head(letter)._replace(sections=tuple(sections))

    def head_words(self, letter: int) -> str:
        """Return the words of a letter's head that count for its passages."""
        statement = "SELECT text FROM passage WHERE key BETWEEN ? AND ? AND section = ''"
        first = letter << LETTER_BITS
        return "".join(self.column(statement, (first, first + _LAST)))

    def keys(self, letter: int) -> list[int]:
        """Return the keys of all passages of a letter, in order."""
        first = letter << LETTER_BITS
        statement = "SELECT key FROM passage WHERE key BETWEEN ? AND ? AND section != '' ORDER BY key"
        return self.column(statement, (first, first + _LAST))

    def first(self, letter: int, without: Sequence[str]) -> list[int]:
        """Return the key of the first passage of a letter that is in none of some sections, if any is."""
        first = letter << LETTER_BITS
        marks = ", ".join("?" * len(without))
        statement = (
            f"SELECT key FROM passage WHERE key BETWEEN ? AND ? AND section NOT IN ('', {marks}) "
            "ORDER BY key LIMIT 1"
        )
        return self.column(statement, (first, first + _LAST, *without))

    def passages(self, keys: Sequence[int]) -> list[Passage]:
        """Return passages of one letter; their sections have no more than what a caption needs."""
        keys = [key for key in keys if key & LONGEST != HEAD_LENGTH]
        if not keys:
            return []
        first = keys[0] >> LETTER_BITS << LETTER_BITS
        sections = {section.id: section for section in map(_section, self._rows("section", first))}
        if len(keys) <= _MOST_KEYS:
            wanted, values = f"IN ({', '.join('?' * len(keys))})", keys
        else:  # nearly all of a letter
            wanted, values = "BETWEEN ? AND ?", [keys[0], keys[-1]]
        statement = f"SELECT key, section, start, text FROM passage WHERE key {wanted} ORDER BY key"
        among = set(keys)
        found = [row for key, *row in self.query(statement, values) if key in among]
        if not found:
            return []
        begin, end = found[0][1], max(start + len(text) for _, start, text in found)
        statement = f"{_SELECT['figure']} AND start >= ? AND start < ?"
        starts = [start for _, start, _ in found]
        inside: list[list[Figure]] = [[] for _ in found]
        for row in self.query(statement, (first, first + _LAST, begin, end)):
            figure = Figure(*_FIGURE(row))
            place = bisect_right(starts, figure.start) - 1
            section, start, text = found[place]
            if figure.section == section and figure.start < start + len(text):
                inside[place].append(figure)
        return [
            Passage(sections[section], text, start, tuple(figures))
            for (section, start, text), figures in zip(found, inside, strict=True)
        ]

    def _rows(self, table: str, first: int) -> Iterator[tuple[Any, ...]]:
        return self.query(f"{_SELECT[table]}ORDER BY key", (first, first + _LAST))


def _section(row: Sequence[Any]) -> Section:
    return Section(**dict(zip(PARTS["section"], row, strict=True)), figures=(), citations=())


def _grouped(items: Iterable[Any]) -> dict[str, list[Any]]:
    """Return figures or citations by their section."""
    return {section: list(inside) for section, inside in groupby(items, lambda item: item.section)}
