"""Slips of the hand: a wrong, missing, extra or swapped character in a word of three and more.

Distances are measured twice, on the characters and on their sounds, so that a homophone among the slips costs
a third. By the pigeonhole principle a text within k slips of a word holds one of any k + 1 pieces of the word
unchanged, so only the surroundings of such pieces are measured: time stays linear in the text. A swap that
breaks two pieces at once is found where nothing else is wrong.
"""

import re
from collections.abc import Iterable, Iterator

from rapidfuzz.distance import OSA, Levenshtein

from reply.lookup.corpus import Corpus, Match, Pattern
from reply.lookup.segment import is_made_of_words, is_word
from reply.lookup.sound import codes, sounding_like

SHORTEST = 3
"""Characters. One slip in a word of two leaves half of it: that is another word, not a slip."""
LONGEST = 64
"""Characters. Nobody looks up a whole sentence with slips in it; without a bound, time would grow with the
square of the query."""

PRICE_OF_SOUND = 1 / 3
"""The least that a slip costs: another character of the same sound."""
REORDERED = 0.5
"""The cost of the same characters in another order, the commonest slip of all."""


def allowed(word: str) -> int:
    """Return how many slips a word of this length may hold: one in three to five, two from six on."""
    return 0 if len(word) < SHORTEST else 1 if len(word) < 6 else 2


def matches(word: str, corpus: Corpus) -> list[Match]:
    """Return the best places that are within the allowed slips of a folded word."""
    if is_word(word):
        return []
    near = (match for match in _near(word, corpus) if _is_slip(word, corpus, match))
    if is_made_of_words(word):  # then nothing was meant that is none: 物业管理 is no 特业管理
        near = (
            match
            for match in near
            if match.cost == REORDERED or is_made_of_words(corpus.text[match.start : match.end])
        )
    return _best(near)


def patterns(word: str, corpus: Corpus) -> list[Pattern]:
    """Return the patterns of what is near a folded word: its pieces of which one is without a slip.

    Of a word of three characters a piece has two, or what lies around a slip in the middle or at an end.
    """
    if not SHORTEST <= len(word) <= LONGEST or any(c.isdecimal() for c in word):
        return []
    sounds = tuple(_same_sound(character, corpus) for character in word)
    others = "".join(sorted(set(word)))
    swapped = Pattern((others,) * len(word), REORDERED)
    if len(word) == SHORTEST:
        first, middle, last = sounds
        found = [(first, middle), (middle, last), (first, last), (first, "", last)]
        return [swapped, *(Pattern(classes, PRICE_OF_SOUND) for classes in found)]
    size, rest = divmod(len(word), allowed(word) + 1)
    found, left = [], 0
    for piece in range(allowed(word) + 1):
        right = left + size + (piece < rest)
        found.append(sounds[left:right])
        left = right
    return [swapped, *(Pattern(classes, PRICE_OF_SOUND) for classes in found)]


def _same_sound(character: str, corpus: Corpus) -> str:
    """Return what distances do not tell from a character: they know but one reading of each."""
    alike = sounding_like(character, corpus)
    return "".join(other for other in alike if codes(other) == codes(character))


def nearest(word: str, corpus: Corpus) -> list[Match]:
    """Return the places of the least distance within the allowed slips, be they slips or other words."""
    return _best(_near(word, corpus))


def _best(matches: Iterable[Match]) -> list[Match]:
    found: dict[int, Match] = {}
    for match in matches:
        if match.start not in found or match.cost < found[match.start].cost:
            found[match.start] = match
    least = min((match.cost for match in found.values()), default=0)
    return sorted(match for match in found.values() if match.cost == least)


def _near(word: str, corpus: Corpus) -> Iterator[Match]:
    if not SHORTEST <= len(word) <= LONGEST or any(c.isdecimal() for c in word):
        return  # a slip in a number is another number
    sounds, heard = codes(word), codes(corpus.text)
    yield from _reordered(word, corpus)
    for start, end in set(_surroundings(sounds, heard)):
        yield from _within(word, sounds, corpus.text, heard, start, end)


def _reordered(word: str, corpus: Corpus) -> Iterator[Match]:
    """Yield where the same characters stand in another order: a swap may break two pieces at once."""
    characters = sorted(word)
    any_of_them = f"[{re.escape(''.join(set(word)))}]"
    for match in re.finditer(f"(?={any_of_them}{{{len(word)}}})", corpus.text):
        end = match.start() + len(word)
        if sorted(corpus.text[match.start() : end]) == characters:
            yield Match(match.start(), end, REORDERED)


def _surroundings(sounds: str, heard: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches around each unchanged piece, wide enough for the word and its slips."""
    slips = allowed(sounds)
    size, rest = divmod(len(sounds), slips + 1)
    left = 0
    for piece in range(slips + 1):
        right = left + size + (piece < rest)
        position = heard.find(sounds[left:right])
        while position >= 0:
            yield max(position - left - slips, 0), min(position + len(sounds) - left + slips, len(heard))
            position = heard.find(sounds[left:right], position + 1)
        left = right


def _within(word: str, sounds: str, text: str, heard: str, start: int, end: int) -> Iterator[Match]:
    slips = allowed(word)
    for left in range(start, min(start + 2 * slips, end) + 1):
        for right in range(left + len(word) - slips, min(left + len(word) + slips, end) + 1):
            window = text[left:right]
            by_sound = OSA.distance(sounds, heard[left:right], score_cutoff=slips)
            cost = (OSA.distance(word, window) + 2 * by_sound) / 3
            if by_sound <= slips and cost <= slips and len(window) >= SHORTEST and window.isalnum():
                yield Match(left, right, cost)


def _is_slip(word: str, corpus: Corpus, match: Match) -> bool:
    """Tell a slip from another word: in a short word, a slip leaves something of every word it touches.

    消防车 is no slip for 消防|及: what differs there is a whole word. The same characters in another order
    are always a slip.
    """
    start, end = match.start, match.end
    if match.cost == REORDERED:
        return True
    if not corpus.fits(start, end):
        return False
    if len(word) > SHORTEST:
        return True
    touched = {
        start + position
        for edit in Levenshtein.opcodes(word, corpus.text[start:end])
        if edit.tag != "equal"
        for position in range(edit.dest_start, edit.dest_end)
    }
    return not any(corpus.is_word(position, position + 1) for position in touched)
