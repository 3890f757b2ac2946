"""Put a question to the letters that are named."""

import os
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from reply.ask.several import ask
from reply.listing import Listing
from reply.model import Reply
from reply.shelf.letters import load_letters


class Answered(NamedTuple):
    """The answer, and what was wrong with letters that could not be asked."""

    listing: Listing
    problems: tuple[str, ...]


def answer(
    sources: Sequence[str],
    question: Callable[..., Listing],
    *,
    sort: str | None = None,
    query: str | None = None,
) -> Answered:
    """Ask the letters of some files and folders; without any, the one that comes with the program.

    With a query, the letters of a folder that hold all its words are asked alone, if an index knows which
    they are: a word that one letter holds is not guessed at in another. Raises ReplyError.
    """
    folder = sources[0] if query is not None and len(sources) == 1 and os.path.isdir(sources[0]) else None
    if folder is not None and query is not None:
        listing = _from_index(folder, partial(question, exact=True), query)
        if listing is not None and listing.rows:
            return Answered(listing, ())
    letters = load_letters(sources)
    listing = ask(list(letters.replies.values()), question, sort=sort)
    if folder is not None and not letters.problems:
        from reply.shelf.index import write_index

        write_index(folder, letters.replies)
    return Answered(listing, letters.problems)


def _from_index(folder: str, question: Callable[[Reply], Listing], query: str) -> Listing | None:
    """Ask only the letters that hold the words; None where no index tells which."""
    from reply.shelf.index import read_index
    from reply.shelf.letters import named
    from reply.store.reader import load

    index = read_index(folder)
    paths = index.holding(query) if index else []
    if index is None or not paths:
        return None
    names = named(index.letters())
    return ask([load(path)._replace(name=names[path]) for path in paths], question)
