"""The tiers that guess: one list, in which each says what words it takes and is loaded when its turn comes.

A tier is a module of this package. Its `matches(word, corpus)` returns the places that it reads a folded word
as; its `patterns(word, corpus)` what any text must hold in which it finds one, so that of many letters only
those are read. To add one: write the module, add a line here, and say in `messages.READ_AS` how it read.
"""

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple, Protocol, cast

from reply.lookup.corpus import Corpus, Match, Pattern

_AFTER_LATIN = "\u0370"


class _Module(Protocol):
    """What the module of a tier has."""

    def matches(self, word: str, corpus: Corpus) -> list[Match]:
        """Return the places that are meant by a folded word."""

    def patterns(self, word: str, corpus: Corpus) -> list[Pattern] | None:
        """Return what texts have in which the word is found; None where that may be anything."""


class Tier(NamedTuple):
    """A way to read a word that does not stand in the texts."""

    name: str
    """As answers name it; the module is called so too."""
    takes: Callable[[str], bool]
    """Whether it is worth loading for a folded word."""

    @property
    def _module(self) -> _Module:
        return cast("_Module", import_module(f"reply.lookup.{self.name}"))

    def matches(self, word: str, corpus: Corpus) -> list[Match]:
        """Return the places that a folded word is read as."""
        return self._module.matches(word, corpus) if self.takes(word) else []

    def patterns(self, word: str, corpus: Corpus) -> list[Pattern] | None:
        """Return the patterns of what is found for a folded word; None where it may be found anywhere."""
        return self._module.patterns(word, corpus) if self.takes(word) else []


def is_latin(word: str) -> bool:
    """Tell whether a word is written in Latin letters, with or without marks on them."""
    return max(word, default="") < _AFTER_LATIN


def _has_number(word: str) -> bool:
    return any(character.isnumeric() for character in word)


def _has_latin(word: str) -> bool:
    return any(character.isalpha() and character < _AFTER_LATIN for character in word)


def _has_han(word: str) -> bool:
    return not is_latin(word)


def _any(_: str) -> bool:
    return True


GUESSING = (
    Tier("number", _has_number),
    Tier("english", is_latin),
    Tier("pinyin", _has_latin),
    Tier("synonym", _any),
    Tier("related", _any),
    Tier("abbreviation", _has_han),
    Tier("homophone", _has_han),
    Tier("edit", _any),
)
"""The surest first."""
BY_NAME = {tier.name: tier for tier in GUESSING}
