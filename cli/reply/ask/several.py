"""Ask several letters at once: each row says which letter, and ids become LETTER:3.1-5."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from reply.ask.order import in_order, sorted_rows
from reply.errors import ReplyError
from reply.listing import Captions, Cell, Listing, Row
from reply.lookup.search import TIERS
from reply.model import Letter

LETTER = "letter"
"""The key that says which letter a row is of."""
HEAD = ("issuer", "date", "subject", "title", "number", "addressee", "file")
"""What a row of several letters may say of its letter, where it has no such key of its own."""
_IDS = ("id", "section", "parent", "figures", "citations")

Ask = Callable[[Letter], Listing]


class Answer(NamedTuple):
    """What one of several letters answers."""

    letter: Letter
    listing: Listing


def ask(letters: Sequence[Letter], question: Ask, *, sort: str | None = None) -> Listing:
    """Put a question to one letter, or to several and join the answers.

    Of several, those that cannot answer (an unknown section or unit) are passed over; ReplyError only when
    none can. A word that one letter holds is not guessed at in another: the best tier answers alone.
    """
    if len(letters) == 1 and letters[0].name is None:
        return ordered(question(letters[0]), sort)
    return ordered(joined(best_tier(answers(letters, question))), sort)


def answers(letters: Iterable[Letter], question: Ask) -> Iterator[Answer]:
    """Yield what the letters answer that can. Raises ReplyError, at the end, when none could."""
    refusal: ReplyError | None = None
    answered = False
    for letter in letters:
        try:
            listing = question(letter)
        except ReplyError as error:
            refusal = refusal or error
        else:
            answered = True
            yield Answer(letter, listing)
    if not answered and refusal is not None:
        raise refusal


def best_tier(found: Iterable[Answer]) -> Iterator[Answer]:
    """Keep the answers of the surest tier, of their letters the heads; where there is none, all say so.

    Nothing is surer than the first tier: its answers need not wait for those of the other letters.
    """
    found = iter(found)
    first = next(found, None)
    if first is None or not first.listing.tier:
        yield from chain([] if first is None else [first], found)
        return
    best, kept = len(TIERS), list[Answer]()
    for letter, listing in chain([first], found):
        tier = TIERS.index(listing.tier)
        if tier < best:
            best, kept = tier, []
        if tier == best:
            kept.append(Answer(letter._replace(sections=()), listing))
        if best == 0:
            yield from kept
            kept = []
    yield from kept


def joined(found: Iterable[Answer], *, drawn: bool = True) -> Listing:
    """Join answers to one listing, whose rows are made when they are taken; passages are put in order.

    What ids stand for is only kept where it is to be drawn: it would take up memory for every letter.
    """
    found = iter(found)
    first = next(found)
    notes: dict[str, None] = {}
    captions = _Captions({}, {}, {})
    rows: Iterable[Row] = _rows(chain([first], found), captions if drawn else None, notes)
    if first.listing.kind == "find":
        rows = in_order(rows, _score)
    return first.listing.of_several(rows, LETTER, HEAD, Captions(*captions), notes)


class _Captions(NamedTuple):
    """The captions of several letters, while they come in."""

    headings: dict[str, str]
    amounts: dict[str, tuple[str, str]]
    marks: dict[str, Sequence[tuple[int, int]]]


def _score(row: Row) -> float:
    return -float(row["score"])  # type: ignore[arg-type] # a score is a number


def _rows(found: Iterable[Answer], captions: _Captions | None, notes: dict[str, None]) -> Iterator[Row]:
    for letter, listing in found:
        name = str(letter.name)
        head: dict[str, Cell] = {key: getattr(letter, key) for key in HEAD}
        for place, row in enumerate(listing.rows):
            if place == 0:
                notes.update(dict.fromkeys(listing.notes))
                for mine, more in zip(captions or (), listing.captions, strict=captions is not None):
                    mine.update({f"{name}:{key}": value for key, value in more.items()})  # type: ignore[attr-defined]
            ids = {key: _prefixed(name, row[key]) for key in _IDS if key in row}
            yield {LETTER: name, **head, **row, **ids}


def _prefixed(name: str, cell: Cell) -> Cell:
    if isinstance(cell, str):
        return f"{name}:{cell}"
    if isinstance(cell, Sequence):
        return [f"{name}:{item}" for item in cell]
    return cell  # a count, or null


def ordered(listing: Listing, sort: str | None) -> Listing:
    """Sort a listing by a column, if that is wanted."""
    if sort is None:
        return listing
    return listing._replace(rows=sorted_rows(listing.rows, sort, (*listing.columns, *listing.more)))
