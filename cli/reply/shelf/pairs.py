"""The pairs of characters by which passages are found: words of two characters are most of the language.

Beside each pair stand marks by which passages are put in order unread: how often it occurs, and whether a
mark that folding takes out lies within it. Numbers are written out in digits as well, so that other digits
for the same number have a pair in common.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from reply.ask.find import Passage
from reply.lookup.fold import SCRIPT_TABLE, SEPARATOR, FoldTable, bordered, fold

COUNTS = "234"
"""Follow a pair that occurs so many times or more in a passage."""
CROSSING = "~"
"""Follows a pair that folding closed up: what is found there is longer in the letter than in the query."""

_GONE = "\0"
_OVER = re.compile(f"(?=([^{_GONE}]){_GONE}+([^{_GONE}]))")


class _MarkedTable(FoldTable):
    """Folds as lookup does, and marks what folding takes out."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = SCRIPT_TABLE[code] or _GONE
        return folded


_MARKED = _MarkedTable()


def pairs(text: str) -> list[str]:
    """Return the pairs of a folded text, and its last character, so that every character begins one."""
    return [*map(str.__add__, text, text[1:]), text[-1]] if text else []


def words_of(passages: Sequence[Passage]) -> Iterator[str]:
    """Yield for each passage of a letter the pairs and marks that find it, as one string."""
    from reply.lookup.number import written_out  # the reader of numbers, only where letters are written

    before, section = "", ""
    for passage in passages:
        marked = bordered(passage.searched.replace(SEPARATOR, " ")).translate(_MARKED)
        text = marked.replace(_GONE, "")
        counts = Counter(pairs(text))
        words = list(counts)
        words += [pair + mark for pair, count in counts.items() if count > 1 for mark in COUNTS[: count - 1]]
        words += {first + last + CROSSING for first, last in _OVER.findall(marked)}
        digits = written_out(text)
        if digits != text:
            words += {*pairs(digits)} - counts.keys()
        # A sentence that figures quote, and a title, may be several passages: the pair between is found too.
        if before and passage.section.id == section:
            words += {before[-1] + text[:1], before[-1] + digits[:1]} - counts.keys()
        own = fold(passage.text.replace(SEPARATOR, " "), SCRIPT_TABLE)
        before, section = own or before, passage.section.id
        yield " ".join(words)
