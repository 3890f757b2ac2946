"""The letters of a collection as a source: each question narrows them down before one of them is read."""

import os
from collections.abc import Callable, Iterable, Iterator, Set
from contextlib import contextmanager
from typing import TYPE_CHECKING

from reply import __version__, messages
from reply.ask.find import shortened
from reply.ask.order import sorted_rows
from reply.ask.question import Question, Wording
from reply.ask.several import LETTER, Answer, answers, best_tier
from reply.ask.units import require_unit
from reply.errors import ReplyError
from reply.lookup import search
from reply.measure import period
from reply.model import Letter
from reply.script import simplified
from reply.shelf import find
from reply.shelf.holding import holding
from reply.shelf.narrow import Finder
from reply.shelf.reader import Collection
from reply.shelf.schema import LETTER_BITS, quoted
from reply.shelf.sources import ALL, Chosen

if TYPE_CHECKING:
    from reply.listing import Row

_CALLED = [name for part in messages.PARTS.items() for name in (part[0], *part[1])]
"""What parts without a heading are called: that stands in no letter."""

_BY_COUNT = "SELECT unit, count(*) FROM figure WHERE unit IS NOT NULL GROUP BY unit ORDER BY count(*) DESC"


class Stored:
    """A collection that is asked. The files of a folder are called by the folder's own path."""

    def __init__(self, collection: Collection, folder: str = "") -> None:
        self._collection, self._folder = collection, folder
        self._names: dict[str, str] = {}
        # A name that is a path begins with the folder's; others are the same however the folder is spelt.
        by_path = "SELECT count(*) FROM letter WHERE instr(name, ?)"
        self.is_named = not folder or not collection.column(by_path, (os.sep,))[0]
        self._only: set[int] | None = None
        self._sorted: list[int] | None = None
        self._finder = Finder(collection)

    def heads(self) -> Iterator[tuple[str, str | None]]:
        """Yield the file and the number of every letter that is asked, in order."""
        with self._sound():
            for letter, file, number in self._collection.heads():
                if self._only is None or letter in self._only:
                    yield self._path(file), number

    def name(self, names: dict[str, str]) -> None:
        """Call the letters by other names, by their files."""
        self._names = names

    def choose(self, chosen: Chosen, without: Set[str]) -> int:
        """Ask only some letters; return how many."""
        if chosen == ALL and not without:
            ((count,),) = self._collection.query("SELECT count(*) FROM letter")
            return int(count)
        rows = self._collection.query("SELECT id, file, issuer, date FROM letter")
        with self._sound():
            self._only = {
                letter
                for letter, file, issuer, date in rows
                if chosen.takes(issuer, date) and self._path(file) not in without
            }
        return len(self._only)

    @contextmanager
    def _sound(self) -> Iterator[None]:
        """Say of a collection that holds what no letter has that it is damaged. Raises ReplyError."""
        try:
            yield
        except (TypeError, ValueError, LookupError, AttributeError, OverflowError) as error:
            reason = f"{type(error).__name__}: {shortened(str(error))}"
            raise ReplyError(messages.DB_DAMAGED.format(file=self._collection.path, reason=reason)) from None

    def sort(self, sort: str) -> None:
        """Put the letters in order, of which nothing but that key is read."""
        key = sort.removeprefix("-")
        column = quoted("name" if key == LETTER else key)
        found = self._collection.query(f"SELECT id, file, {column} FROM letter ORDER BY place")
        rows: Iterator[Row] = (
            {"id": letter, key: self._shown(key, file, value)} for letter, file, value in found
        )
        self._sorted = [int(str(row["id"])) for row in sorted_rows(rows, sort, [key])]

    def _shown(self, key: str, file: str, value: str | None) -> str | None:
        """Return head data of a letter as its rows have it."""
        path = self._path(file)
        return {LETTER: self._names.get(path, value), "file": path}.get(key, value)

    def answers(self, question: Question, most: int | None) -> Iterator[Answer]:
        """Yield what the letters answer, in order; where none holds what is asked, what one says of that."""
        if question.find is not None:
            yield from self._sure(self._found(question.find, question, most))
            return
        asked = False
        found = answers(self._letters(self._narrowed(question)), question.ask)
        for answer in self._sure(best_tier(found)):
            asked = True
            yield answer
        if not asked:
            yield from self._sure(self._nothing(question))

    def _sure(self, found: Iterator[Answer]) -> Iterator[Answer]:
        with self._sound():
            yield from found

    def _found(self, wording: Wording, question: Question, most: int | None) -> Iterator[Answer]:
        _, found = find.find(self._collection, wording, most=most, only=self._only)
        for letter, listing in found:
            yield Answer(self._named(self._collection.head(letter)), listing)
        if not found:
            yield from self._nothing(question)

    def _nothing(self, question: Question) -> Iterator[Answer]:
        """Ask the first letter that can answer, which says that there is nothing.

        No letter can where none has the unit. Raises ReplyError then, with units that there are.
        """
        order = self._order()
        if question.units and not self._units(question.units):
            require_unit(question.units[0], self._collection.query(_BY_COUNT))
        if question.find is not None:
            order = order[:1]
        yield from _first(answers(self._letters(order), question.ask))

    def _letters(self, ids: Iterable[int]) -> Iterator[Letter]:
        return (self._named(self._collection.letter(letter)) for letter in ids)

    def _named(self, letter: Letter) -> Letter:
        file = self._path(letter.file or "")
        return letter._replace(file=file, name=self._names.get(file, letter.name))

    def _path(self, file: str) -> str:
        return os.path.join(self._folder, file) if self._folder else file

    def _order(self) -> list[int]:
        order = self._collection.order() if self._sorted is None else self._sorted
        return order if self._only is None else [letter for letter in order if letter in self._only]

    def _narrowed(self, question: Question) -> Iterator[int]:
        """Yield the letters that may answer, in order."""
        order = self._order()
        if question.letter is not None:
            order = [letter for letter in order if self._head_name(letter) == question.letter]
        if question.words is not None:
            inside = holding(self._finder, question.words)
            order = [letter for letter in order if inside is None or letter in inside]
        if question.title is not None and not search(question.title, _CALLED).hits:
            inside = holding(self._finder, Wording(question.title, question.title))
            order = [letter for letter in order if inside is None or letter in inside]
        if question.remarks:
            statement = "SELECT id FROM letter WHERE sound IS NOT ?"
            looked_at = set(self._collection.column(statement, (__version__,)))
            order = [letter for letter in order if letter in looked_at]
        may_answer = self._has_figures(question)
        return (letter for letter in order if may_answer(letter))

    def _head_name(self, letter: int) -> str | None:
        return self._named(self._collection.head(letter)).name

    def _units(self, units: Iterable[str]) -> set[str]:
        """Return units as some letter writes them: 处 is 處 in traditional script."""
        plain = {unit.translate(simplified()) for unit in units}
        statement = (
            "WITH RECURSIVE known(unit) AS (SELECT min(unit) FROM figure UNION ALL "
            "SELECT (SELECT min(unit) FROM figure WHERE unit > known.unit) FROM known "
            "WHERE unit IS NOT NULL) "
            "SELECT unit FROM known WHERE unit IS NOT NULL"
        )
        known = self._collection.column(statement)
        return {other for other in known if other.translate(simplified()) in plain}

    def _has_figures(self, question: Question) -> Callable[[int], bool]:
        """Return what tells of a letter whether it may have figures of a unit and a time."""
        if not question.units and not question.periods:
            return lambda letter: True
        if question.units:
            units = sorted(self._units(question.units))
            marks = ", ".join("?" * len(units))
            statement = f"SELECT DISTINCT period FROM figure WHERE unit IN ({marks}) AND letter = ?"
            given: Callable[[int], tuple[object, ...]] = lambda letter: (*units, letter)  # noqa: E731
        else:
            statement = "SELECT DISTINCT period FROM figure WHERE key BETWEEN ? AND ?"
            given = lambda letter: (letter << LETTER_BITS, (letter + 1 << LETTER_BITS) - 1)  # noqa: E731
        wanted = question.periods
        overlapping: dict[str, bool] = {}

        def may_answer(letter: int) -> bool:
            for (stated,) in self._collection.query(statement, given(letter)):
                if not wanted:
                    return True
                if stated is None:
                    continue
                if stated not in overlapping:
                    overlapping[stated] = any(_overlaps(stated, one) for one in wanted)
                if overlapping[stated]:
                    return True
            return False

        return may_answer


def _overlaps(stated: str, wanted: str) -> bool:
    try:
        return period.overlaps(stated, wanted)
    except ValueError:
        return True  # the question itself says what is wrong with the time


def _first(found: Iterator[Answer]) -> Iterator[Answer]:
    for answer in found:
        yield answer
        return
