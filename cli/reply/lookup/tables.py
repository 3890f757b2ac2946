"""The tables of `tools/build_tables.py`: sounds, scripts, words. Each is read when it is first needed."""

from functools import cache
from pathlib import Path
from typing import TypeAlias

Syllables: TypeAlias = tuple[str, ...]
"""The readings of a character without tones, the most used first; ü is v."""

_FOLDER = Path(__file__).parent / "tables"
_FIRST = 0x4E00


def _lines(name: str) -> list[str]:
    return (_FOLDER / name).read_text("utf-8").split("\n")


@cache
def simplified() -> dict[int, str]:
    """Return the simplified character for each traditional one, and for regional variants."""
    traditional, simple, *_ = _lines("script.txt")
    return {ord(character): plain for character, plain in zip(traditional, simple, strict=True)}


@cache
def _readings() -> tuple[list[Syllables], str]:
    sets, codes, *_ = _lines("readings.txt")
    return [tuple(reading.split("|")) for reading in sets.split(" ")], codes


def readings(character: str) -> Syllables:
    """Return how a Han character is read; nothing for what is none."""
    sets, codes = _readings()
    position = ord(character) - _FIRST
    return sets[ord(codes[position]) - _FIRST] if 0 <= position < len(codes) else ()


@cache
def syllables() -> frozenset[str]:
    """Return every syllable."""
    return frozenset(syllable for sets in _readings()[0] for syllable in sets if syllable != "-")


@cache
def vocabulary() -> dict[str, int]:
    """Return the common words of two and three characters with their rank, the most frequent first."""
    words = _lines("vocabulary.txt")[0].split(" ")
    return dict(zip(words, range(len(words)), strict=True))
