"""What letters spell: words typed in pinyin, or partly so, cut into syllables and initials."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from itertools import islice, product
from typing import TypeAlias

from reply.lookup.corpus import Corpus
from reply.lookup.sound import beginning_with, read_as, southern
from reply.lookup.tables import polyphones, syllables

Reader: TypeAlias = Callable[[str, Corpus], str]

LONGEST = 60
"""Characters."""
MOST_READINGS = 16
"""Ways to cut letters into syllables that are tried: xian is xian or xi'an."""
MOST_TRIED = 1000
INITIALS = frozenset([*"bpmfdtnlgkhjqxrzcsywaoe", "zh", "ch", "sh"])
"""What a syllable may be shortened to."""
LONGEST_SYLLABLE = len("zhuang")

_RUN = re.compile(r"[a-z]+|.")
_LATIN_AND_HAN = re.compile(r"[a-z\u4e00-\u9fff]+")


def letters_of(word: str) -> str | None:
    """Return a folded word with bare letters, ü as v; None for what cannot be pinyin, or partly so.

    A single letter beside Chinese is a name: A级, B超.
    """
    decomposed = unicodedata.normalize("NFD", word).replace("u\u0308", "v")
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    if not 2 <= len(plain) <= LONGEST or not _LATIN_AND_HAN.fullmatch(plain):
        return None
    if any(len(run) == 1 and run.isascii() for run in _RUN.findall(plain)):
        return None
    return plain.replace("lue", "lve").replace("nue", "nve")


def cuts(word: str) -> list[list[str]]:
    """Return the ways to cut a word into characters and syllables, long syllables first."""
    return list(_cuts(word, syllables()))


def southern_cuts(word: str) -> list[list[str]]:
    """Return the ways to cut a word that is spelt as a southern accent has it."""
    known = syllables()
    return list(_cuts(word, known | {southern(syllable) for syllable in known}))


def shortened_cuts(word: str) -> Iterator[list[str]]:
    """Yield the ways to cut a word with shortened syllables: into letters first, then into few parts."""
    alone = list(word)
    yield alone
    known = syllables() | INITIALS
    yield from (cut for cut in sorted(_cuts(word, known), key=len) if cut != alone)


def unfinished_cuts(word: str) -> Iterator[tuple[list[str], str]]:
    """Yield the ways to cut a word whose last syllable is only begun, and that beginning."""
    for length in range(1, min(LONGEST_SYLLABLE, len(word))):
        rest, before = word[-length:], word[:-length]
        if not rest.isascii():
            return
        is_begun = any(syllable.startswith(rest) for syllable in syllables())
        if is_begun and (length > 1 or before[-1].isascii()):
            for cut in cuts(before):
                yield cut, rest


def in_full(part: str, corpus: Corpus) -> str:
    """Return the characters of a corpus that are read as a part of a cut; a Chinese character is itself."""
    return read_as(part, corpus) if part.isascii() else part


def with_accent(part: str, corpus: Corpus) -> str:
    """Return the same of what a southern accent does not tell apart."""
    return read_as(part, corpus, accent=True) if part.isascii() else part


def shortened(part: str, corpus: Corpus) -> str:
    """Return the same where a part may be the beginning of a syllable; a single letter always is."""
    if len(part) > 1 and part in syllables():
        return read_as(part, corpus)
    return beginning_with(part, corpus) if part.isascii() else part


def classes(cut: Sequence[str], corpus: Corpus, read: Reader = in_full) -> Iterator[tuple[str, ...]]:
    """Yield the characters that may stand for each part of a cut, and the words that alone are read so."""
    plain = tuple(read(part, corpus) for part in cut)
    yield plain
    for start in range(len(cut) - 1):
        for end in range(start + 2, min(start + 3, len(cut)) + 1):
            for word in polyphones().get(" ".join(cut[start:end]), ()):
                yield (*plain[:start], *word, *plain[end:])


def _cuts(word: str, known: frozenset[str]) -> Iterator[list[str]]:
    runs = [[[run]] if not run.isascii() else list(_cut(run, known)) for run in _RUN.findall(word)]
    ways = islice(product(*runs), MOST_READINGS)
    yield from ([part for run in way for part in run] for way in ways)


def _cut(letters: str, known: frozenset[str]) -> Iterator[list[str]]:
    stack: list[tuple[int, list[str]]] = [(0, [])]
    tried = yielded = 0
    while stack and tried < MOST_TRIED and yielded < MOST_READINGS:
        tried += 1
        position, parts = stack.pop()
        if position == len(letters):
            yielded += 1
            yield parts
            continue
        for length in range(1, LONGEST_SYLLABLE + 1):
            part = letters[position : position + length]
            if len(part) == length and part in known:
                stack.append((position + length, [*parts, part]))
