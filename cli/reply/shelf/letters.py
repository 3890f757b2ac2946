"""The letters of the files and folders that `--from` names."""

import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from reply import words
from reply.errors import ReplyError
from reply.model import Reply
from reply.store.reader import load


class Letters(NamedTuple):
    """The letters that could be read, by their files, and what was wrong with the others."""

    replies: dict[str, Reply]
    problems: tuple[str, ...]


def files_of(folder: str) -> Iterator[os.DirEntry[str]]:
    """Yield the TOML files of a folder and of the folders in it."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return  # a folder that may not be read holds nothing for us
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from files_of(entry.path)
        elif entry.name.endswith(".toml") and entry.is_file():
            yield entry


def load_letters(sources: Sequence[str]) -> Letters:
    """Read the letters of files and folders, each once; without any, the one that comes with the program.

    A file that is named itself must be right; of a folder, what is broken is told and the others answer.
    Raises ReplyError when there is nothing to ask.
    """
    if not sources:
        return Letters({"": load()}, ())
    replies: dict[str, Reply] = {}
    problems: list[str] = []
    for source in sources:
        if not os.path.isdir(source):
            replies[source] = load(source)
            continue
        for entry in files_of(source):
            try:
                replies[entry.path] = load(entry.path)
            except ReplyError as error:
                problems.append(str(error))
    if not replies:
        raise ReplyError(problems[0] if problems else words.NO_LETTERS.format(folder=words.listed(sources)))
    if len(replies) == 1 and not any(os.path.isdir(source) for source in sources):
        return Letters(replies, ())  # the one letter of a folder has a name: its rows are like those of many
    names = named({path: reply.number for path, reply in replies.items()})
    return Letters(
        {path: reply._replace(name=names[path]) for path, reply in replies.items()}, tuple(problems)
    )


def named(numbers: Mapping[str, str | None]) -> dict[str, str | None]:
    """Name each letter by its number, by its file where that is not its own, by its path where neither is."""
    same_number = Counter(numbers.values())
    stems = {path: os.path.splitext(os.path.basename(path))[0] for path in numbers}
    same_stem = Counter(stems.values())
    names: dict[str, str | None] = {}
    for path, number in numbers.items():
        file = stems[path] if same_stem[stems[path]] == 1 else os.path.splitext(path)[0]
        names[path] = number if number is not None and same_number[number] == 1 else file
    return names
