"""Names that must be known: of columns, units, ids. A slip is answered with the near ones."""

import difflib
from collections.abc import Iterable, Sequence

from reply import words
from reply.errors import ReplyError


def near(name: str, known: Iterable[str], most: int = 5) -> list[str]:
    """Return the known names most like a mistyped one; a part of a name is like it too."""
    names = list(dict.fromkeys(known))
    parts = [known for known in names if name and (name in known or known in name)]
    return list(dict.fromkeys([*difflib.get_close_matches(name, names, most), *parts]))[:most]


def require(name: str, known: Iterable[str], problem: str) -> str:
    """Return the name if it is known; else raise ReplyError with `problem`, which has {name} and {near}."""
    names = list(dict.fromkeys(known))
    if name not in names:
        raise ReplyError(problem.format(name=name, near=words.listed(near(name, names) or names)))
    return name


def columns(wanted: str | None, known: Sequence[str]) -> tuple[str, ...]:
    """Read a comma-separated list of columns; all of them when none are asked for."""
    if wanted is None:
        return tuple(known)
    names = [name.strip() for name in wanted.replace(",", ",").split(",")]
    return tuple(require(name, known, words.UNKNOWN_COLUMN) for name in names)
