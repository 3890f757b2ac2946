"""Ask several letters at once: each row says which letter, and ids become LETTER:3.1-5."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from reply.ask.order import sorted_rows
from reply.errors import ReplyError
from reply.listing import Cell, Listing, Row
from reply.lookup.search import TIERS
from reply.model import Reply

LETTER = "letter"
"""The key that says which letter a row is of."""
_IDS = ("id", "section", "parent", "figures", "citations")

Question = Callable[[Reply], Listing]


def ask(letters: Sequence[Reply], question: Question, *, sort: str | None = None) -> Listing:
    """Put a question to one letter, or to several and join the answers.

    Of several, those that cannot answer (an unknown section or unit) are passed over; ReplyError only when
    none can. A word that one letter holds is not guessed at in another: the best tier answers alone.
    """
    if len(letters) == 1 and letters[0].name is None:
        return _sorted(question(letters[0]), sort)
    answers: list[tuple[str, Listing]] = []
    refusal: ReplyError | None = None
    for reply in letters:
        try:
            answers.append((str(reply.name), question(reply)))
        except ReplyError as error:
            refusal = refusal or error
    if not answers and refusal is not None:
        raise refusal
    return _sorted(_joined(answers), sort)


def _joined(answers: Sequence[tuple[str, Listing]]) -> Listing:
    answers = _best_tier(answers)
    first = answers[0][1]
    rows = [_named(name, row) for name, listing in answers for row in listing.rows]
    if first.kind == "find":
        rows.sort(key=lambda row: -float(row["score"]))  # type: ignore[arg-type] # a score is a number
    return first._replace(
        columns=(LETTER, *first.columns),
        rows=rows,
        headings=_merged((name, listing.headings) for name, listing in answers),
        amounts=_merged((name, listing.amounts) for name, listing in answers),
        marks=_merged((name, listing.marks) for name, listing in answers),
        title="",
        notes=list(dict.fromkeys(note for _, listing in answers if listing.rows for note in listing.notes)),
    )


def _best_tier(answers: Sequence[tuple[str, Listing]]) -> Sequence[tuple[str, Listing]]:
    """Keep the answers of the surest tier; where nothing was found, the first, which says so."""
    tiers = {
        TIERS.index(str(row["tier"])) for _, listing in answers for row in listing.rows[:1] if "tier" in row
    }
    if not tiers:
        return answers
    best = TIERS[min(tiers)]
    return [answer for answer in answers if answer[1].rows and answer[1].rows[0]["tier"] == best]


def _named(name: str, row: Row) -> Row:
    return {
        LETTER: name,
        **{key: _prefixed(name, cell) if key in _IDS else cell for key, cell in row.items()},
    }


def _prefixed(name: str, cell: Cell) -> Cell:
    if isinstance(cell, str):
        return f"{name}:{cell}"
    if isinstance(cell, Sequence):
        return [f"{name}:{item}" for item in cell]
    return cell  # a count, or null


def _merged(maps: Iterable[tuple[str, Mapping[str, Any]]]) -> dict[str, Any]:
    return {f"{name}:{key}": value for name, entries in maps for key, value in entries.items()}


def _sorted(listing: Listing, sort: str | None) -> Listing:
    return (
        listing if sort is None else listing._replace(rows=sorted_rows(listing.rows, sort, listing.columns))
    )
