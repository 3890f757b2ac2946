"""The last line of a packed file says what it was packed from: whether it is to be packed again."""

import hashlib
import re
from pathlib import Path
from typing import NamedTuple

from reply import __version__
from reply.batch.find import Item

_LINE = re.compile(
    r"\n# packed from (?P<name>.*); source (?P<source>\w+), options (?P<options>\S*), text (?P<text>\w+)\n?\Z"
)
_DIGITS = 32
"""Hexadecimal, of SHA-256."""


class Record(NamedTuple):
    """What is known of a file that was packed before."""

    name: str
    """The path of the source inside its folder."""
    source: str
    """The digest of the source."""
    options: str
    """The version of the program, and what was asked of it."""
    is_edited: bool
    """Whether a person has edited the packed file since."""


def digest(data: bytes) -> str:
    """Return what tells two contents apart."""
    return hashlib.sha256(data).hexdigest()[:_DIGITS]


def options(*, keep_lines: bool, encoding: str | None) -> str:
    """Return what the result depends on besides the source."""
    return ",".join([__version__, *(["keep-lines"] if keep_lines else []), *([encoding] if encoding else [])])


def with_record(toml: str, name: str, source: str, its_options: str) -> str:
    """Return a packed file with the line that says what it was packed from."""
    shown = name.encode("unicode_escape").decode() if not name.isprintable() else name
    text = digest(toml.encode())
    return f"{toml}\n# packed from {shown}; source {source}, options {its_options}, text {text}\n"


def recorded(item: Item) -> str:
    """Return the name of a file as the record has it."""
    name = item.inside
    return name if name.isprintable() else name.encode("unicode_escape", "replace").decode()


def record_of(path: Path) -> Record | None:
    """Return what a packed file says of its source; None for a file that says nothing, and for a pipe."""
    if not path.is_file():
        return None
    try:
        written = path.read_bytes().decode()
    except (OSError, UnicodeDecodeError):
        return None
    match = _LINE.search(written, max(len(written) - 5000, 0))
    if match is None:
        return None
    edited = digest(written[: match.start()].encode()) != match["text"]
    return Record(match["name"], match["source"], match["options"], edited)
