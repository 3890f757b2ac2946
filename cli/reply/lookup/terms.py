"""Words of a query found apart: 减负社区 is 社区 and 减负, in one passage."""

import re

from reply.lookup.corpus import Corpus
from reply.lookup.segment import boundaries, words

_SPACE = re.compile(r"[^\w%.+/-]+")
_LINKS = frozenset("的和与及或对在是了")
"""Characters that link words and need not be found."""
LONGEST = 100
"""Characters of a query that is taken apart."""


def pieces(word: str, corpus: Corpus, *, least: int = 2) -> list[str]:
    """Cut a folded word into words that can be looked up one by one; empty when one is shorter than `least`.

    What stands in the corpus as it is stays together; the rest is cut where words meet.
    """
    if len(word) > LONGEST:
        return []
    found = [
        piece for part in _SPACE.split(word) for clause in _unlinked(part) for piece in _cut(clause, corpus)
    ]
    return found if len(found) > 1 and all(len(piece) >= least for piece in found) else []


def atoms(word: str) -> list[str]:
    """Return the shortest words of a folded word, in order: a piece, whatever the texts, is some in a row."""
    if len(word) > LONGEST:
        return []
    found: list[str] = []
    for part in _SPACE.split(word):
        for clause in _unlinked(part):
            found += words(clause)
    return found


def _unlinked(word: str) -> list[str]:
    """Return what stands between the characters that link: 减负的社区 is 减负 and 社区."""
    marks = boundaries(word)
    parts, start = [], 0
    for position, character in enumerate(word):
        if character in _LINKS and marks[position] and marks[position + 1]:
            parts.append(word[start:position])
            start = position + 1
    return [part for part in [*parts, word[start:]] if part]


def _cut(word: str, corpus: Corpus) -> list[str]:
    """Cut off the longest beginning that is whole words of the corpus, or the first word, again and again.

    An amount stays together with its unit.
    """
    marks = boundaries(word)
    counted = _amounts(word)
    parts = []
    start = 0
    while start < len(word):
        ends = [end for end in range(len(word), start, -1) if marks[end]]
        end = next((end for end in ends if end - start > 1 and word[start:end] in corpus.text), ends[-1])
        end = max(end, counted.get(start, end)) if marks[counted.get(start, end)] else end
        parts.append(word[start:end])
        start = end
    return parts


def _amounts(word: str) -> dict[int, int]:
    if not any(map(str.isnumeric, word)):
        return {}
    from reply.lookup.amount import amounts

    return amounts(word)
