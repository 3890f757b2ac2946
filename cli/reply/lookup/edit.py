"""Slips of the hand: a wrong, missing, extra or swapped character in a word of three and more.

By the pigeonhole principle a text within k slips of a word holds one of any k + 1 pieces of the word
unchanged, so only the surroundings of such pieces are measured: time stays linear in the text.
"""

from collections.abc import Iterator

from rapidfuzz.distance import OSA

from reply.lookup.corpus import Corpus, Match

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
    if not SHORTEST <= len(word) <= LONGEST or any(c.isdecimal() for c in word):
        return []  # a slip in a number is another number
    found: dict[int, Match] = {}
    for start, end in _surroundings(word, corpus):
        match = _closest(word, corpus.text, start, end)
        if match and (match.start not in found or match.cost < found[match.start].cost):
            found[match.start] = match
    best = min((match.cost for match in found.values()), default=0)
    return [match for match in found.values() if match.cost == best]


def _surroundings(word: str, corpus: Corpus) -> Iterator[tuple[int, int]]:
    """Yield the stretches around each unchanged piece, wide enough for the word and its slips."""
    slips = allowed(word)
    size, rest = divmod(len(word), slips + 1)
    left = 0
    for piece in range(slips + 1):
        right = left + size + (piece < rest)
        for hit in corpus.occurrences(word[left:right]):
            yield max(hit.start - left - slips, 0), hit.end + len(word) - right + slips
        left = right


def _closest(word: str, text: str, start: int, end: int) -> Match | None:
    slips = allowed(word)
    best: Match | None = None
    for left in range(start, min(start + 2 * slips + 1, len(text))):
        for length in range(len(word) - slips, len(word) + slips + 1):
            window = text[left : left + length]
            if left + length > min(end, len(text)) or not window.isalnum():
                continue
            cost = OSA.distance(word, window, score_cutoff=slips)
            if cost <= slips and (best is None or cost < best.cost):
                best = Match(left, left + length, cost)
    return best
