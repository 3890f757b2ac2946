"""What sounds alike: input-method slips are homophones, and pinyin is sound itself.

A word becomes a pattern with a class of characters for each of its sounds, drawn from the alphabet of the
corpus; the regular-expression engine then goes through the text.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from reply.lookup.corpus import Corpus
from reply.lookup.tables import Syllables, readings
from reply.sentences import Span

_ACCENTS = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l"), ("ang", "an"), ("eng", "en"), ("ing", "in"))
"""What southern speakers do not tell apart: the first becomes the second, at the start or the end."""


def southern(syllable: str) -> str:
    """Return a syllable as a southern accent has it: shang is san, nian is lian."""
    for first, second in _ACCENTS[:4]:
        if syllable.startswith(first):
            syllable = second + syllable[len(first) :]
    for first, second in _ACCENTS[4:]:
        if syllable.endswith(first):
            syllable = syllable[: -len(first)] + second
    return syllable


def sounding_like(character: str, alphabet: str, *, accent: bool = False) -> str:
    """Return the characters of an alphabet that share a reading with one, itself included."""
    sounds = _sounds(readings(character), accent)
    return character + "".join(
        c for c in alphabet if sounds and not sounds.isdisjoint(_sounds(readings(c), accent))
    )


def read_as(syllable: str, alphabet: str, *, accent: bool = False) -> str:
    """Return the characters of an alphabet that are read as a syllable."""
    sounds = _sounds((syllable,), accent)
    return "".join(c for c in alphabet if not sounds.isdisjoint(_sounds(readings(c), accent)))


def beginning_with(letters: str, alphabet: str) -> str:
    """Return the characters of an alphabet that have a reading beginning with some letters."""
    return "".join(c for c in alphabet if any(sound.startswith(letters) for sound in readings(c)))


def spans(classes: Sequence[str], corpus: Corpus) -> Iterator[Span]:
    """Yield where characters of these classes follow each other in the corpus, overlapping ones too."""
    if all(classes):
        pattern = "".join(f"[{re.escape(characters)}]" for characters in classes)
        for match in re.finditer(f"(?={pattern})", corpus.text):
            yield match.start(), match.start() + len(classes)


def codes(text: str) -> str:
    """Replace each Han character by one that stands for its sound, so that distances compare sounds."""
    return text.translate(_CODES)


class _CodeTable(dict[int, str]):
    """The first character of a sound that comes along stands for it; others stand for themselves."""

    def __init__(self) -> None:
        super().__init__()
        self._by_sound: dict[str, str] = {}

    def __missing__(self, code: int) -> str:
        character = chr(code)
        sounds = readings(character)
        representative = self._by_sound.setdefault(sounds[0], character) if sounds else character
        self[code] = representative
        return representative


_CODES = _CodeTable()


def _sounds(syllables: Iterable[str] | Syllables, accent: bool) -> set[str]:
    return {southern(syllable) for syllable in syllables} if accent else set(syllables)
