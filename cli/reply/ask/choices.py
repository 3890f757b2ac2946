"""Names that must be known: of columns, units, ids. A slip is answered with the near ones."""

import difflib
from collections.abc import Iterable

from reply import messages
from reply.errors import ReplyError


def near(name: str, known: Iterable[str], most: int = 5) -> list[str]:
    """Return the known names most like a mistyped one; a part of a name is like it too."""
    names = list(dict.fromkeys(known))
    begins = [known for known in names if len(name) > 1 and known.startswith(name)]
    parts = [
        known for known in names if len(name) > 1 and len(known) > 1 and (name in known or known in name)
    ]
    return list(dict.fromkeys([*begins, *difflib.get_close_matches(name, names, most), *parts]))[:most]


def require(name: str, known: Iterable[str], problem: str) -> str:
    """Return the name if it is known; else raise ReplyError with `problem`, which has {name} and {near}."""
    names = list(dict.fromkeys(known))
    if name not in names:
        raise ReplyError(problem.format(name=name, near=messages.listed(near(name, names) or names)))
    return name
