"""Pinyin with one slip of the hand: a letter wrong, missing, extra or swapped.

One of two pieces is then without a slip, so only the surroundings of such pieces are measured.
"""

from collections.abc import Iterator
from functools import lru_cache

from reply.lookup.corpus import Corpus, Pattern
from reply.lookup.sound import beginning_with, ending_with, read_as
from reply.lookup.spelling import LONGEST_SYLLABLE, cuts
from reply.lookup.tables import readings
from reply.sentences import Span

PRICE = 0.6
_OTHER = "|"
"""Stands in a spelling for what is no Han character."""


def spans(letters: str, corpus: Corpus) -> set[Span]:
    """Return where the corpus is spelt as some letters are, but for one slip."""
    from rapidfuzz.distance import OSA

    spelling, places = _spelling(corpus.text)
    found: set[Span] = set()
    for piece, offset in _pieces(letters):
        position = spelling.find(piece)
        while position >= 0:
            for start in range(position - offset - 1, position - offset + 2):
                for end in range(start + len(letters) - 1, start + len(letters) + 2):
                    spelt = spelling[start:end]
                    if _OTHER in spelt:
                        continue  # a slip is no reason to run into the next clause, or the next text
                    if start in places and end in places and OSA.distance(letters, spelt) <= 1:
                        found.add((places[start], places[end]))
            position = spelling.find(piece, position + 1)
    return found


def patterns(letters: str, corpus: Corpus) -> Iterator[Pattern]:
    """Yield what is spelt by the piece that has no slip: it may begin and end within a syllable."""
    for piece, _ in _pieces(letters):
        inside = "".join(found for sound, found in corpus.by_sound.items() if piece in sound)
        yield Pattern((inside,), PRICE)
        for before in range(min(len(piece), LONGEST_SYLLABLE)):
            for after in range(min(len(piece) - before, LONGEST_SYLLABLE)):
                first, last = piece[:before], piece[len(piece) - after :]
                begin = [ending_with(first, corpus)] if first else []
                end = [beginning_with(last, corpus)] if last else []
                whole = piece[before : len(piece) - after]
                for cut in cuts(whole) if whole else [[]]:
                    middle = [read_as(part, corpus) for part in cut]
                    yield Pattern((*begin, *middle, *end), PRICE)


def _pieces(letters: str) -> tuple[tuple[str, int], tuple[str, int]]:
    """Return what stands before and behind a letter in the middle, of which no slip touches both, and where.

    Were they side by side, the end of one and the beginning of the other could be swapped.
    """
    half = len(letters) // 2
    return (letters[:half], 0), (letters[half + 1 :], half + 1)


@lru_cache(1)
def _spelling(text: str) -> tuple[str, dict[int, int]]:
    """Return a text in pinyin, and for each offset between two syllables that between their characters."""
    parts: list[str] = []
    places = {0: 0}
    length = 0
    for offset, character in enumerate(text):
        sounds = readings(character)
        parts.append(sounds[0] if sounds else _OTHER)
        length += len(parts[-1])
        places[length] = offset + 1
    return "".join(parts), places
