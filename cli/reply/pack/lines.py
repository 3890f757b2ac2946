"""The lines of a letter, each as written and in half width."""

import re
from typing import NamedTuple

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


class Line(NamedTuple):
    """A line with its line end."""

    start: int
    text: str
    """As written: what is kept of it comes from here."""
    plain: str
    """In half width, of the same length: what it is shows here."""


def lines(text: str, plain: str) -> list[Line]:
    """Cut a text at LF, CRLF and CR; `plain` is the text in half width."""
    found, start = [], 0
    for piece in _LINE.findall(plain):
        end = start + len(piece)
        found.append(Line(start, text[start:end], piece))
        start = end
    return found
