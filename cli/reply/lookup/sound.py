"""What sounds alike: input-method slips are homophones, and pinyin is sound itself.

A word becomes a pattern with a class of characters for each of its sounds, drawn from the alphabet of the
corpus; the regular-expression engine then goes through the text.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from reply.lookup.corpus import Corpus, is_whole_number
from reply.lookup.tables import readings
from reply.sentences import Span

_ACCENTS = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l"), ("ang", "an"), ("eng", "en"), ("ing", "in"))
"""What southern speakers do not tell apart: the first becomes the second, at the start or the end."""


@cache
def southern(syllable: str) -> str:
    """Return a syllable as a southern accent has it: shang is san, nian is lian."""
    for first, second in _ACCENTS[:4]:
        if syllable.startswith(first):
            syllable = second + syllable[len(first) :]
    for first, second in _ACCENTS[4:]:
        if syllable.endswith(first):
            syllable = syllable[: -len(first)] + second
    return syllable


def sounding_like(character: str, corpus: Corpus, *, accent: bool = False) -> str:
    """Return the characters of a corpus that share a reading with one, and itself."""
    alike = (read_as(syllable, corpus, accent=accent) for syllable in readings(character))
    return "".join(dict.fromkeys(character + "".join(alike)))


def read_as(syllable: str, corpus: Corpus, *, accent: bool = False) -> str:
    """Return the characters of a corpus that are read as a syllable."""
    if not accent:
        return corpus.by_sound.get(syllable, "")
    heard = southern(syllable)
    return "".join(found for sound, found in corpus.by_sound.items() if southern(sound) == heard)


def beginning_with(letters: str, corpus: Corpus) -> str:
    """Return the characters of a corpus that have a reading beginning with some letters."""
    return "".join(found for sound, found in corpus.by_sound.items() if sound.startswith(letters))


def ending_with(letters: str, corpus: Corpus) -> str:
    """Return the characters of a corpus that have a reading ending with some letters."""
    return "".join(found for sound, found in corpus.by_sound.items() if sound.endswith(letters))


def spans(classes: Sequence[str], corpus: Corpus) -> Iterator[Span]:
    """Yield where characters of these classes follow each other in the corpus, overlapping ones too.

    A number is never cut in two.
    """
    if all(classes):
        pattern = "".join(f"[{re.escape(characters)}]" for characters in classes)
        for match in re.finditer(f"(?={pattern})", corpus.text):
            start, end = match.start(), match.start() + len(classes)
            if is_whole_number(corpus.text, start, end):
                yield start, end


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
