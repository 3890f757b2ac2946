"""What a reader of a format is: it knows its files by their first bytes, and gives their text."""

from collections.abc import Callable
from typing import NamedTuple


class File(NamedTuple):
    """A file to read."""

    name: str
    """What errors call it."""
    data: bytes
    encoding: str | None = None
    """The encoding that a person named; None where the file is to say."""
    keep_lines: bool = False
    """Whether lines that a page broke stay as they are."""


class Source(NamedTuple):
    """What a reader made of a file."""

    text: str
    broken: bool = False
    """Whether its lines may be those of a page, so that paragraphs are still to be joined."""
    published: str | None = None
    """The address at which it was published, where the file says so."""


class Reader(NamedTuple):
    """A format: adding one is a module with a reader, and a line in `formats.READERS`."""

    name: str
    endings: tuple[str, ...]
    """The endings of file names by which a folder is searched, in lower case, with their dot."""
    detects: Callable[[bytes], bool]
    """Tells by its bytes whether a file is of this format."""
    read: Callable[[File], Source]
    """Reads a file of this format. Raises ReplyError, which names the file and the mend."""
