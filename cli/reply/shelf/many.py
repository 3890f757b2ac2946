"""Ask several letters: of files, of folders and of collections, each once, each by a name of its own."""

import os
from collections.abc import Iterator, Sequence
from itertools import chain

from reply import messages
from reply.ask.question import Question
from reply.ask.several import HEAD, LETTER, Answer, best_tier, joined, ordered
from reply.errors import ReplyError
from reply.listing import Listing
from reply.shelf.letters import WORTH_IT, files_of, is_collection, read
from reply.shelf.names import named
from reply.shelf.sources import ALL, Chosen, Files, Source


def ask_many(
    names: Sequence[str],
    question: Question,
    *,
    sort: str | None = None,
    most: int | None = None,
    chosen: Chosen = ALL,
    drawn: bool = True,
) -> tuple[Listing, list[str]]:
    """Put a question to the letters of some paths; `most` is how many rows are wanted, `sort` by which key.

    Returns the answer and what was wrong with letters that could not be asked. Raises ReplyError when there
    is nothing to ask, or a file that is named itself is none.
    """
    question = question._replace(ask=question.of_several or question.ask)
    problems: list[str] = []
    sources = [source for name in names for source in _sources(name, problems)]
    seen: set[str] = set()
    count = 0
    for source in sources:
        files = [file for file, _ in source.heads()] if len(sources) > 1 else []
        count += source.choose(chosen, seen & set(files))
        seen |= set(files)
    if not count:
        if chosen != ALL:
            raise ReplyError(messages.NO_SUCH_LETTERS)
        raise ReplyError(
            problems[0] if problems else messages.NO_LETTERS.format(folder=messages.listed(names))
        )
    if len(sources) > 1 or not sources[0].is_named:
        own = named({file: number for source in sources for file, number in source.heads()})
        for source in sources:
            source.name(own)
    rows_are_sorted = sort is not None
    if sort is not None and len(sources) == 1 and _is_of_letters(sort, question):
        sources[0].sort(sort)
        rows_are_sorted = False
    listing = joined(_answers(sources, question, None if rows_are_sorted else most), drawn=drawn)
    if rows_are_sorted:
        listing = ordered(listing, sort)
    asked = messages.THE_ONE_LETTER if count == 1 else messages.THESE_LETTERS.format(count=count)
    nothing = listing.nothing.replace(messages.THE_LETTER, asked, 1)
    return listing._replace(partial=most is not None, nothing=nothing), problems


def _is_of_letters(sort: str, question: Question) -> bool:
    """Tell whether all rows of a letter have one value of a key: then letters are sorted, and no row is."""
    key = sort.removeprefix("-")
    return key in (LETTER, *HEAD) and key not in question.own and question.find is None


def _answers(sources: Sequence[Source], question: Question, most: int | None) -> Iterator[Answer]:
    """Yield the answers of all sources; an error only when no source can answer."""
    if len(sources) == 1:
        return sources[0].answers(question, most)
    found = chain.from_iterable(_able(sources, question, most))
    return best_tier(found)


def _able(sources: Sequence[Source], question: Question, most: int | None) -> Iterator[Iterator[Answer]]:
    refusal: ReplyError | None = None
    answered = False
    for source in sources:
        answers = source.answers(question, most)
        try:
            first = next(answers, None)
        except ReplyError as error:
            refusal = refusal or error
            continue
        if first is not None:
            answered = True
            yield chain([first], answers)
    if not answered and refusal is not None:
        raise refusal


def _sources(name: str, problems: list[str]) -> Iterator[Source]:
    """Yield what a path names."""
    if os.path.isdir(name):
        yield _folder(name, problems)
    elif is_collection(name):
        from reply.shelf.reader import Collection
        from reply.shelf.stored import Stored

        yield Stored(Collection(name))
    else:
        from reply.store.reader import load

        yield Files([load(name)._replace(file=name)])


def _folder(name: str, problems: list[str]) -> Source:
    def forbidden(error: OSError) -> None:
        problems.append(messages.FOLDER_FORBIDDEN.format(file=error.filename, reason=error.strerror))

    entries = list(files_of(name, forbidden))
    if len(entries) >= WORTH_IT:
        from reply.shelf.cache import cached
        from reply.shelf.stored import Stored

        if (collection := cached(name, entries, problems)) is not None:
            return Stored(collection, folder=name)
    letters = [letter for entry in entries if (letter := read(entry.path, problems)) is not None]
    return Files(letters)
