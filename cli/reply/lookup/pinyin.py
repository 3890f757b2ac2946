"""A query in Latin letters read as pinyin: in full, with an unfinished end, as initials, with an accent."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from reply.lookup.corpus import Corpus, Match, Pattern
from reply.lookup.sound import beginning_with, read_as, southern, spans
from reply.lookup.tables import readings, syllables
from reply.sentences import Span

LONGEST = 60
"""Letters."""
MOST_READINGS = 16
"""Ways to cut letters into syllables that are tried: xian is xian or xi'an."""
MOST_PHRASES = 5
"""Different words that initials may stand for; two letters fit almost anything."""
_UNFINISHED, _ACCENT, _INITIALS, _SLIP = 0.1, 0.3, 0.4, 0.6
_SLIP_FROM = 9
_OTHER = "|"
"""Stands in a spelling for what is no Han character."""


def matches(word: str, corpus: Corpus) -> list[Match]:
    """Return the places that a folded Latin word spells."""
    letters = _letters(word)
    if letters is None:
        return []
    cuts = list(_cut(letters))
    return (
        _spelt(cuts, corpus, accent=False, cost=0)
        or _unfinished(letters, corpus, most=min(map(len, cuts), default=LONGEST))
        or (_initials(letters, corpus) if not cuts else [])
        or _spelt(_southern(letters), corpus, accent=True, cost=_ACCENT)
        or _slipped(letters, corpus)
    )


def patterns(word: str, corpus: Corpus) -> list[Pattern]:
    """Return the patterns of what a folded Latin word may spell."""
    letters = _letters(word)
    if letters is None:
        return []
    cuts = list(_cut(letters))
    found = [Pattern(tuple(read_as(part, corpus) for part in cut)) for cut in cuts if len(cut) >= 2]
    for length in range(1, min(6, len(letters))):
        ending = beginning_with(letters[-length:], corpus)
        for reading in _cut(letters[:-length]):
            classes = (*(read_as(part, corpus) for part in reading), ending)
            found.append(Pattern(classes, _UNFINISHED))
    if not cuts:
        found.append(Pattern(tuple(beginning_with(letter, corpus) for letter in letters), _INITIALS))
    found += [
        Pattern(tuple(read_as(part, corpus, accent=True) for part in cut), _ACCENT)
        for cut in _southern(letters)
    ]
    if len(letters) >= _SLIP_FROM:
        found += _slips(letters, corpus)
    return [pattern for pattern in found if all(pattern.classes)]


def _slips(letters: str, corpus: Corpus) -> Iterator[Pattern]:
    """Yield what is spelt by the half that has no slip: it may begin and end within a syllable."""
    half = len(letters) // 2
    for piece in (letters[:half], letters[half:]):
        inside = "".join(found for sound, found in corpus.by_sound.items() if piece in sound)
        yield Pattern((inside,), _SLIP)
        for before in range(min(len(piece), 6)):
            for after in range(min(len(piece) - before, 6)):
                first, last = piece[:before], piece[len(piece) - after :]
                begin = [_ending_with(first, corpus)] if first else []
                end = [beginning_with(last, corpus)] if last else []
                for cut in _cut(piece[before : len(piece) - after]):
                    middle = [read_as(part, corpus) for part in cut]
                    yield Pattern((*begin, *middle, *end), _SLIP)


def _ending_with(letters: str, corpus: Corpus) -> str:
    return "".join(found for sound, found in corpus.by_sound.items() if sound.endswith(letters))


def _letters(word: str) -> str | None:
    """Return the bare letters, ü as v; None for what cannot be pinyin."""
    plain = unicodedata.normalize("NFD", word.replace("ü", "v").replace("u\u0308", "v"))
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    is_pinyin = letters.isascii() and letters.isalpha() and 2 <= len(letters) <= LONGEST
    return letters.replace("lue", "lve").replace("nue", "nve") if is_pinyin else None


def _cut(letters: str, known: frozenset[str] | None = None) -> Iterator[list[str]]:
    """Yield the ways to cut letters into syllables, long syllables first."""
    known = syllables() if known is None else known
    stack: list[tuple[int, list[str]]] = [(0, [])]
    tried = yielded = 0
    while stack and tried < 1000 and yielded < MOST_READINGS:
        tried += 1
        position, parts = stack.pop()
        if position == len(letters):
            yielded += 1
            yield parts
            continue
        for length in range(1, 7):
            part = letters[position : position + length]
            if len(part) == length and part in known:
                stack.append((position + length, [*parts, part]))


def _southern(letters: str) -> Iterator[list[str]]:
    known = syllables()
    return _cut(letters, known | {southern(syllable) for syllable in known})


def _spelt(cuts: Iterable[list[str]], corpus: Corpus, *, accent: bool, cost: float) -> list[Match]:
    found: set[Span] = set()
    for cut in cuts:
        if len(cut) >= 2:
            found |= set(spans([read_as(part, corpus, accent=accent) for part in cut], corpus))
    return _whole(found, corpus, cost)


def _unfinished(letters: str, corpus: Corpus, most: int) -> list[Match]:
    """Find what the letters begin to spell in at most so many syllables: yangla for 养老.

    fangjia is two syllables, so it is no beginning of fang ji an.
    """
    found: set[Span] = set()
    for length in range(1, 6):
        rest = letters[-length:]
        for reading in _cut(letters[:-length]) if length < len(letters) else ():
            if 0 < len(reading) < most and any(syllable.startswith(rest) for syllable in syllables()):
                classes = [read_as(part, corpus) for part in reading]
                found |= set(spans([*classes, beginning_with(rest, corpus)], corpus))
        if found:
            break
    return [Match(start, end, _UNFINISHED) for start, end in sorted(found) if corpus.fits(start, end)]


def _whole(found: set[Span], corpus: Corpus, cost: float) -> list[Match]:
    """Keep what is made of whole words; three syllables in a row need not be."""
    whole = [Match(start, end, cost) for start, end in sorted(found) if corpus.fits(start, end)]
    return whole or [Match(start, end, cost) for start, end in sorted(found) if end - start >= 3]


def _initials(letters: str, corpus: Corpus) -> list[Match]:
    """Find words by the first letters of their syllables, the words that are named most often first."""
    classes = {letter: beginning_with(letter, corpus) for letter in set(letters)}
    found = [span for span in spans([classes[letter] for letter in letters], corpus) if corpus.is_word(*span)]
    return [Match(start, end, _INITIALS) for start, end in _most_named(found, corpus)]


def _most_named(found: Sequence[Span], corpus: Corpus) -> list[Span]:
    counts = Counter(corpus.text[start:end] for start, end in found)
    phrases = {phrase for phrase, _ in counts.most_common(MOST_PHRASES)}
    return [(start, end) for start, end in found if corpus.text[start:end] in phrases]


def _slipped(letters: str, corpus: Corpus) -> list[Match]:
    """Find what is spelt with one slip: a letter wrong, missing, extra or swapped.

    One of the halves is then without a slip, so only the surroundings of such halves are measured.
    """
    from rapidfuzz.distance import OSA

    if len(letters) < _SLIP_FROM:
        return []
    spelling, places = _spelling(corpus.text)
    half = len(letters) // 2
    found: set[Span] = set()
    for piece, offset in ((letters[:half], 0), (letters[half:], half)):
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
    return _whole(found, corpus, _SLIP)


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
