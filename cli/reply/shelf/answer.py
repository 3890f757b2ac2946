"""Put a question to the letters that are named."""

import os
from collections.abc import Sequence
from typing import NamedTuple

from reply import messages
from reply.ask.question import Question
from reply.ask.several import ordered
from reply.errors import ReplyError
from reply.listing import Listing
from reply.model import Letter
from reply.shelf.letters import is_collection


class Answered(NamedTuple):
    """The answer, and what was wrong with letters that could not be asked."""

    listing: Listing
    problems: Sequence[str]
    """Complete when the rows of the answer have been taken."""


def answer(
    sources: Sequence[str],
    question: Question,
    *,
    sort: str | None = None,
    most: int | None = None,
    issuers: Sequence[str] = (),
    dated: Sequence[str] = (),
    drawn: bool = True,
) -> Answered:
    """Ask the letters of some files, folders and collections; without any, the one in the program.

    `most` is how many rows are wanted; `issuers` and `dated` choose letters; `drawn` says that
    what ids stand for is wanted too. Raises ReplyError.
    """
    chooses = bool(issuers or dated)
    is_one = len(sources) == 1 and not os.path.isdir(sources[0]) and not is_collection(sources[0])
    if not chooses and (is_one or not sources):
        return Answered(ordered(question.ask(_letter(sources)), sort), ())
    from reply.shelf.many import ask_many
    from reply.shelf.sources import Chosen

    chosen = Chosen(tuple(issuers), tuple(dated)).checked()
    if not sources:
        letter = _letter(sources)
        if not chosen.takes(letter.issuer, letter.date):
            raise ReplyError(messages.NO_SUCH_LETTERS)
        return Answered(ordered(question.ask(letter), sort), ())
    listing, problems = ask_many(sources, question, sort=sort, most=most, chosen=chosen, drawn=drawn)
    return Answered(listing, problems)


def _letter(sources: Sequence[str]) -> Letter:
    """Return the one letter that is asked; the one in the program where none is named."""
    from reply.store.reader import load  # and with it tomli, which a collection does without

    return load(sources[0])._replace(file=sources[0]) if sources else load()
