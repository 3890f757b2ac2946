"""Where letters come from: files that are read as they are, and collections that are narrowed down first."""

from collections.abc import Iterable, Iterator, Set
from typing import TYPE_CHECKING, NamedTuple, Protocol

from reply.ask.order import sorted_rows
from reply.ask.question import Question
from reply.ask.several import LETTER, Answer, answers, best_tier
from reply.ask.times import as_period
from reply.measure import period
from reply.model import Letter
from reply.script import simplified

if TYPE_CHECKING:
    from reply.listing import Row


class Chosen(NamedTuple):
    """Which letters are asked. What is empty chooses all, and of several values each will do."""

    issuers: tuple[str, ...] = ()
    """Words that the issuer's name holds."""
    dated: tuple[str, ...] = ()
    """Times, in EDTF, in which the letter is dated."""

    def takes(self, issuer: str | None, date: str | None) -> bool:
        """Tell whether a letter is asked."""
        name = _folded(issuer or "")
        held = not self.issuers or any(_folded(words) in name for words in self.issuers)
        return held and (not self.dated or any(date and period.overlaps(date, time) for time in self.dated))

    def checked(self) -> "Chosen":
        """Return it, with times in EDTF; ReplyError where one is none."""
        return self._replace(dated=tuple(map(as_period, self.dated)))


ALL = Chosen()


def _folded(text: str) -> str:
    return "".join(text.split()).translate(simplified())


class Source(Protocol):
    """Letters that can be asked."""

    is_named: bool
    """Whether the letters have names by which they are told apart."""

    def heads(self) -> Iterator[tuple[str, str | None]]:
        """Yield the file and the number of every letter."""

    def name(self, names: dict[str, str]) -> None:
        """Call the letters by other names, by their files."""

    def choose(self, chosen: Chosen, without: Set[str]) -> int:
        """Ask only some letters, and none of some files; return how many that are."""

    def sort(self, sort: str) -> None:
        """Put the letters in order by a key of the head data, as rows are."""

    def answers(self, question: Question, most: int | None) -> Iterator[Answer]:
        """Yield what the letters answer, in order. Raises ReplyError when none could."""


class Files:
    """Letters that were read."""

    is_named = False

    def __init__(self, letters: Iterable[Letter]) -> None:
        self.letters = list(letters)

    def heads(self) -> Iterator[tuple[str, str | None]]:
        """Yield the file and the number of every letter."""
        yield from ((str(letter.file), letter.number) for letter in self.letters)

    def name(self, names: dict[str, str]) -> None:
        """Call the letters by other names."""
        self.letters = [letter._replace(name=names[str(letter.file)]) for letter in self.letters]

    def choose(self, chosen: Chosen, without: Set[str]) -> int:
        """Ask only some letters."""
        self.letters = [
            letter
            for letter in self.letters
            if chosen.takes(letter.issuer, letter.date) and letter.file not in without
        ]
        return len(self.letters)

    def sort(self, sort: str) -> None:
        """Put the letters in order."""
        key = sort.removeprefix("-")
        attribute = "name" if key == LETTER else key
        rows: list[Row] = [
            {key: getattr(letter, attribute), "place": place} for place, letter in enumerate(self.letters)
        ]
        self.letters = [self.letters[int(str(row["place"]))] for row in sorted_rows(rows, sort, [key])]

    def answers(self, question: Question, most: int | None) -> Iterator[Answer]:
        """Ask every letter."""
        return best_tier(answers(self.letters, question.ask))
