"""Slips of the hand: a wrong, missing, extra or swapped character in a word of three and more.

Distances are measured twice, on the characters and on their sounds, so that a homophone among the slips costs
a third. By the pigeonhole principle a text within k slips of a word holds one of any k + 1 pieces of the word
unchanged, so only the surroundings of such pieces are measured: time stays linear in the text.
"""

from collections.abc import Iterator

from rapidfuzz.distance import OSA, Levenshtein

from reply.lookup.corpus import Corpus, Match
from reply.lookup.sound import codes

SHORTEST = 3
"""Characters. One slip in a word of two leaves half of it: that is another word, not a slip."""
LONGEST = 64
"""Characters. Nobody looks up a whole sentence with slips in it; without a bound, time would grow with the
square of the query."""


def allowed(word: str) -> int:
    """Return how many slips a word of this length may hold: one in three to five, two from six on."""
    return 0 if len(word) < SHORTEST else 1 if len(word) < 6 else 2


def matches(word: str, corpus: Corpus) -> list[Match]:
    """Return the best places that are within the allowed slips of a folded word."""
    return [match for match in nearest(word, corpus) if _is_slip(word, corpus, match)]


def nearest(word: str, corpus: Corpus) -> list[Match]:
    """Return the places of the least distance within the allowed slips, be they slips or other words."""
    if not SHORTEST <= len(word) <= LONGEST or any(c.isdecimal() for c in word):
        return []  # a slip in a number is another number
    sounds, heard = codes(word), codes(corpus.text)
    found: dict[int, Match] = {}
    for start, end in _surroundings(sounds, heard):
        for match in _within(word, sounds, corpus.text, heard, start, end):
            if match.start not in found or match.cost < found[match.start].cost:
                found[match.start] = match
    best = min((match.cost for match in found.values()), default=0)
    return [match for match in found.values() if match.cost == best]


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
            if by_sound <= slips and len(window) >= SHORTEST and window.isalnum():
                yield Match(left, right, (OSA.distance(word, window) + 2 * by_sound) / 3)


def _is_slip(word: str, corpus: Corpus, match: Match) -> bool:
    """Tell a slip from another word: a slip leaves something of every word it touches.

    消防车 is no slip for 消防|及: what differs there is a whole word.
    """
    start, end = match.start, match.end
    if not corpus.fits(start, end):
        return False
    touched = {
        start + position
        for edit in Levenshtein.opcodes(word, corpus.text[start:end])
        if edit.tag != "equal"
        for position in range(edit.dest_start, edit.dest_end)
    }
    return not any(
        corpus.is_word(position, position + 1) and position in touched for position in range(start, end)
    )
