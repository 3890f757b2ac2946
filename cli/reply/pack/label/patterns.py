"""Patterns of many words, asked for only where one of their characters stands: most text has none of them."""

import re
from collections.abc import Iterable

_CLASS = re.compile(r"\[([^\]]+)\]")
_LOOK = re.compile(r"\(\?<?[=!][^()]*\)")


def one_of(patterns: Iterable[str]) -> str:
    """Return the pattern of any of several, which begin with a character or with a class of them."""
    patterns = list(patterns)
    begins = "".join(sorted({character for pattern in patterns for character in firsts(pattern)}))
    return f"(?=[{re.escape(begins)}])(?:{'|'.join(patterns)})"


def firsts(pattern: str) -> set[str]:
    """Return the characters that what a pattern matches can begin with."""
    found: set[str] = set()
    rest = _without_lookbehind(pattern)
    while rest:
        if kind := _CLASS.match(rest):
            characters, rest = set(_spread(kind[1])), rest[kind.end() :]
        else:
            escaped = rest.startswith("\\")
            characters, rest = {rest[escaped]}, rest[1 + escaped :]
        found |= characters
        if not rest.startswith("?"):
            break
        rest = rest[1:]
    return found


def lasts(patterns: Iterable[str]) -> frozenset[str]:
    """Return the characters that what any of several patterns matches can end with."""
    found: set[str] = set()
    for pattern in patterns:
        rest = _LOOK.sub("", pattern)
        while rest.endswith("?"):
            found.add(rest[-2])
            rest = rest[:-2]
        found.add(rest[-1])
    return frozenset(found)


def _without_lookbehind(pattern: str) -> str:
    look = re.match(r"(?:\(\?<[=!][^()]*\))+", pattern)
    return pattern[look.end() :] if look else pattern


def _spread(characters: str) -> str:
    """Return the characters of a class: 0-9 as ten."""
    return re.sub("(.)-(.)", lambda m: "".join(map(chr, range(ord(m[1]), ord(m[2]) + 1))), characters)
