"""The letters of the files and folders that `--from` names."""

import os
from collections.abc import Callable, Iterator

from reply.errors import ReplyError
from reply.model import Letter

MAGIC = b"SQLite format 3\0"
ENDING = ".db"
WORTH_IT = 50
"""Letters in a folder from which a collection of it is kept."""


def is_collection(path: str) -> bool:
    """Tell whether a file is to be taken for a database, by its first bytes or its name."""
    if path.endswith(ENDING):
        return not os.path.isdir(path)
    try:
        if not os.path.isfile(path):  # a pipe can be read once
            return False
        with open(path, "rb") as file:
            return file.read(len(MAGIC)) == MAGIC
    except (OSError, ValueError):
        return False


def files_of(folder: str, problem: Callable[[OSError], None]) -> Iterator[os.DirEntry[str]]:
    """Yield the TOML files of a folder and of the folders in it; of one that may not be read, tell."""
    pending: list[Iterator[os.DirEntry[str]]] = [iter(_entries(folder, problem))]
    while pending:  # not by recursion: folders may lie a thousand deep
        entry = next(pending[-1], None)
        if entry is None:
            pending.pop()
        elif entry.is_dir(follow_symlinks=False):
            pending.append(iter(_entries(entry.path, problem)))
        elif entry.name.endswith(".toml") and entry.is_file():
            yield entry


def _entries(folder: str, problem: Callable[[OSError], None]) -> list[os.DirEntry[str]]:
    try:
        return sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        problem(error)
        return []


def read(path: str, problems: list[str]) -> Letter | None:
    """Read a letter of a folder; what is broken is told, and the others answer."""
    from reply.store.reader import load  # and with it tomli, which a collection does without

    try:
        return load(path)._replace(file=path)
    except ReplyError as error:
        problems.extend(error.args)
        return None
