"""Slips of an input method: the right sounds, another character. 养佬 is 养老, 设区减负 is 社区减负."""

from reply.lookup.corpus import Corpus, Match, Pattern
from reply.lookup.segment import is_word
from reply.lookup.sound import sounding_like, spans

LONGEST = 30
"""Characters; longer ones are no words."""
PRICE = 1 / 3
"""Of one replaced character: a third of a slip of the hand."""


def matches(word: str, corpus: Corpus) -> list[Match]:
    """Return the places that sound like a folded word and share enough of its characters.

    What is a word itself is no slip: 市长 is no 市场.
    """
    return [] if is_word(word) else alike(word, corpus)


def alike(word: str, corpus: Corpus) -> list[Match]:
    """Return the places that sound like a folded word, be it a slip or another word."""
    if not 2 <= len(word) <= LONGEST:
        return []
    classes = {character: sounding_like(character, corpus) for character in set(word)}
    found = []
    for start, end in spans([classes[character] for character in word], corpus):
        kept = sum(a == b for a, b in zip(word, corpus.text[start:end], strict=True))
        if _is_safe(word, kept, corpus, start, end):
            found.append(Match(start, end, (len(word) - kept) * PRICE))
    best = min((match.cost for match in found), default=0)
    return [match for match in found if match.cost == best]


def patterns(word: str, corpus: Corpus) -> list[Pattern]:
    """Return the patterns of what is found for a folded word."""
    if not 2 <= len(word) <= LONGEST or is_word(word):
        return []
    return [Pattern(tuple(sounding_like(character, corpus) for character in word), PRICE)]


def _is_safe(word: str, kept: int, corpus: Corpus, start: int, end: int) -> bool:
    """Sound alone proves little in a short word: one written character must stay, and words be whole.

    Four syllables in a row are no coincidence.
    """
    return (kept > 0 or len(word) >= 4) and (len(word) >= 4 or corpus.fits(start, end))
