"""The tables of `tools/build_tables.py`: sounds and words. Each is read when it is first needed."""

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
def _readings() -> tuple[list[Syllables], str]:
    sets, codes, *_ = _lines("readings.txt")
    return [tuple(reading.split("|")) for reading in sets.split(" ")], codes


def readings(character: str) -> Syllables:
    """Return how a Han character is read; nothing for what is none."""
    sets, codes = _readings()
    position = ord(character) - _FIRST
    return sets[ord(codes[position]) - _FIRST] if 0 <= position < len(codes) else ()


@cache
def polyphones() -> dict[str, list[str]]:
    """Return the words in which a character is read as it seldom is, by their syllables: 会计 by kuai ji."""
    words: dict[str, list[str]] = {}
    for line in _lines("polyphones.txt"):
        word, _, sounds = line.partition(" ")
        words.setdefault(sounds, []).append(word)
    return words


@cache
def syllables() -> frozenset[str]:
    """Return every syllable."""
    return frozenset(syllable for sets in _readings()[0] for syllable in sets if syllable != "-")


@cache
def _vocabulary() -> str:
    return (_FOLDER / "vocabulary.txt").read_text("utf-8")


@cache
def words_from(first: str) -> dict[str, int]:
    """Return the rest of each common word that begins with a character, and how rare it is."""
    words = _vocabulary()
    start = words.find(f"\n{first} ") + 3
    if start < 3:
        return {}
    return {
        item[:-1]: ord(item[-1]) - ord("a") for item in words[start : words.index("\n", start)].split(" ")
    }


def rarity(word: str) -> int | None:
    """Return how rare a word of two or three characters is, in powers of two; None when it is none."""
    return words_from(word[0]).get(word[1:])
