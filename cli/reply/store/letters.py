"""Several letters: the files and folders that `--from` names."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from reply import words
from reply.errors import ReplyError
from reply.model import Reply
from reply.store.reader import load


class Letters(NamedTuple):
    """The letters that could be read, and what was wrong with the others."""

    letters: tuple[Reply, ...]
    problems: tuple[str, ...]


def load_letters(sources: Sequence[str]) -> Letters:
    """Read the letters of files and folders; without any, the one that comes with the program.

    A file that is named itself must be right; of a folder, what is broken is told and the others answer.
    Raises ReplyError when there is nothing to ask.
    """
    if not sources:
        return Letters((load(),), ())
    read: list[tuple[Path, Reply]] = []
    problems: list[str] = []
    for source in sources:
        path = Path(source)
        if not path.is_dir():
            read.append((path, load(path)))
            continue
        for file in _files(path):
            try:
                read.append((file, load(file)))
            except ReplyError as error:
                problems.append(str(error))
    if not read:
        raise ReplyError(problems[0] if problems else words.NO_LETTERS.format(folder=words.listed(sources)))
    replies = tuple(_named(read)) if len(read) > 1 else (read[0][1],)
    return Letters(replies, tuple(problems))


def _files(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*.toml") if file.is_file())


def _named(read: Sequence[tuple[Path, Reply]]) -> Iterator[Reply]:
    """Name each by its number, or by its file where it has none or shares it."""
    numbers = Counter(reply.number for _, reply in read)
    for path, reply in read:
        own = reply.number is not None and numbers[reply.number] == 1
        yield reply._replace(name=reply.number if own else path.stem)
