"""Several letters: the files and folders that `--from` names."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
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
    """Read the letters of files and folders, each once; without any, the one that comes with the program.

    A file that is named itself must be right; of a folder, what is broken is told and the others answer.
    Raises ReplyError when there is nothing to ask.
    """
    if not sources:
        return Letters((load(),), ())
    read: dict[Path, Reply] = {}
    problems: list[str] = []
    for source in sources:
        path = Path(source)
        if not path.is_dir():
            read[path] = load(path)
            continue
        for file in sorted(file for file in path.rglob("*.toml") if file.is_file()):
            try:
                read[file] = load(file)
            except ReplyError as error:
                problems.append(str(error))
    if not read:
        raise ReplyError(problems[0] if problems else words.NO_LETTERS.format(folder=words.listed(sources)))
    replies = tuple(_named(read)) if len(read) > 1 else tuple(read.values())
    return Letters(replies, tuple(problems))


def _named(read: Mapping[Path, Reply]) -> Iterator[Reply]:
    """Name each by its number, by its file where that is not its alone, by its path where neither is."""
    numbers = Counter(reply.number for reply in read.values())
    stems = Counter(path.stem for path in read)
    for path, reply in read.items():
        name = path.stem if stems[path.stem] == 1 else str(path.with_suffix(""))
        own = reply.number is not None and numbers[reply.number] == 1
        yield reply._replace(name=reply.number if own else name)
