"""A query in Latin letters, or partly so, read as pinyin: in full, unfinished, shortened, with an accent."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from reply.lookup import misspelt
from reply.lookup.corpus import Corpus, Match, Pattern
from reply.lookup.sound import beginning_with, spans
from reply.lookup.spelling import (
    Reader,
    classes,
    cuts,
    in_full,
    letters_of,
    shortened,
    shortened_cuts,
    southern_cuts,
    unfinished_cuts,
    with_accent,
)
from reply.sentences import Span

MOST_PHRASES = 5
"""Different words that initials may stand for; two letters fit almost anything."""
UNFINISHED, ACCENT, SHORTENED = 0.1, 0.3, 0.4
UNLIKELY = 0.05
SLIP_FROM = 9
"""Letters from which on one may be a slip: in less, it is another word."""


def matches(word: str, corpus: Corpus) -> list[Match]:
    """Return the places that a folded word spells."""
    letters = letters_of(word)
    if letters is None:
        return []
    full = cuts(letters)
    return (
        _spelt(full, corpus, 0)
        or _unfinished(letters, corpus, most=min(map(len, full), default=len(letters)))
        or (_shortened(letters, corpus) if not full else [])
        or _spelt(southern_cuts(letters), corpus, ACCENT, with_accent)
        or (_whole(misspelt.spans(letters, corpus), corpus, misspelt.PRICE) if _may_slip(letters) else [])
    )


def patterns(word: str, corpus: Corpus) -> list[Pattern]:
    """Return the patterns of what a folded word may spell."""
    letters = letters_of(word)
    if letters is None:
        return []
    full = cuts(letters)
    found = list(_patterns(full, corpus, 0))
    for cut, rest in unfinished_cuts(letters):
        ending = beginning_with(rest, corpus)
        found += [Pattern((*every, ending), UNFINISHED) for every in classes(cut, corpus)]
    if not full:
        found += _patterns(shortened_cuts(letters), corpus, SHORTENED, shortened)
    found += _patterns(southern_cuts(letters), corpus, ACCENT, with_accent)
    if _may_slip(letters):
        found += misspelt.patterns(letters, corpus)
    return [pattern for pattern in found if all(pattern.classes)]


def _may_slip(letters: str) -> bool:
    return letters.isascii() and len(letters) >= SLIP_FROM


def _patterns(
    found: Iterable[list[str]], corpus: Corpus, cost: float, read: Reader = in_full
) -> Iterator[Pattern]:
    for cut in found:
        if len(cut) >= 2:
            yield from (Pattern(every, cost) for every in classes(cut, corpus, read))


def _places(found: Iterable[list[str]], corpus: Corpus, read: Reader = in_full) -> set[Span]:
    """Return where some cuts of two and more parts are spelt."""
    return {
        span
        for cut in found
        if len(cut) >= 2
        for every in classes(cut, corpus, read)
        for span in spans(every, corpus)
    }


def _spelt(found: Iterable[list[str]], corpus: Corpus, cost: float, read: Reader = in_full) -> list[Match]:
    return _whole(_places(found, corpus, read), corpus, cost)


def _unfinished(letters: str, corpus: Corpus, most: int) -> list[Match]:
    """Find what the letters begin to spell in at most so many syllables: yangla for 养老.

    fangjia is two syllables, so it is no beginning of fang ji an.
    """
    found: set[Span] = set()
    shortest = ""
    for cut, rest in unfinished_cuts(letters):
        if found and rest != shortest:
            break
        if len(cut) < most:
            shortest, ending = rest, beginning_with(rest, corpus)
            found |= {span for every in classes(cut, corpus) for span in spans((*every, ending), corpus)}
    return [Match(start, end, UNFINISHED) for start, end in sorted(found) if corpus.fits(start, end)]


def _whole(found: set[Span], corpus: Corpus, cost: float) -> list[Match]:
    """Keep what is made of whole words; three syllables in a row need not be."""
    whole = [Match(start, end, cost) for start, end in sorted(found) if corpus.fits(start, end)]
    return whole or [Match(start, end, cost) for start, end in sorted(found) if end - start >= 3]


def _shortened(letters: str, corpus: Corpus) -> list[Match]:
    """Find words by the first letters of their syllables, the words that are named most often first."""
    for cut in shortened_cuts(letters):
        found = [span for span in sorted(_places([cut], corpus, shortened)) if corpus.is_word(*span)]
        if found:
            return [
                Match(start, end, SHORTENED + UNLIKELY * _is_led_by_one(start, end, corpus))
                for start, end in _most_named(found, corpus)
            ]
    return []


def _is_led_by_one(start: int, end: int, corpus: Corpus) -> bool:
    """Tell whether a word of one character leads what is no single word: few names are made so."""
    return end - start > 2 and corpus.is_word(start, start + 1)


def _most_named(found: Sequence[Span], corpus: Corpus) -> list[Span]:
    counts = Counter(corpus.text[start:end] for start, end in found)
    phrases = {phrase for phrase, _ in counts.most_common(MOST_PHRASES)}
    return [(start, end) for start, end in found if corpus.text[start:end] in phrases]
