"""A name by a character of each of its words: 省住建厅 is 省住房城乡建设厅, 中组部 is 中央组织部."""

from collections.abc import Iterator, Sequence

from reply.lookup.corpus import Corpus, Match, Pattern, scattered

SHORTEST, LONGEST = 3, 8
"""Characters of an abbreviation; two fit almost anything."""
PRICE = 0.3
_LONGEST_NAME = 20
_MOST_LEFT_OUT = 1
"""Words in a row of which an abbreviation has nothing."""


def matches(word: str, corpus: Corpus) -> list[Match]:
    """Return the names that a folded word shortens."""
    if not _may_be_one(word):
        return []
    found = []
    position = corpus.text.find(word[0])
    while position >= 0:
        length = 0
        if _holds(corpus.text[position : position + _LONGEST_NAME], word) and corpus.is_word(
            position, position
        ):
            ends = (end for end in _ends(word, _words_from(position, corpus)) if end > len(word))
            length = next(ends, 0)
        if length:
            found.append(Match(position, position + length, PRICE))
        position = corpus.text.find(word[0], position + max(length, 1))
    return found


def patterns(word: str, corpus: Corpus) -> list[Pattern]:
    """Return the pattern of what is found for a folded word: each of its characters, in whatever places."""
    return [scattered(word, PRICE)] if _may_be_one(word) else []


def _may_be_one(word: str) -> bool:
    return SHORTEST <= len(word) <= LONGEST and all("\u4e00" <= character <= "\u9fff" for character in word)


def _holds(name: str, word: str) -> bool:
    """Tell whether a name has the characters of a word in order, before words are looked for."""
    at = 0
    for character in word:
        at = name.find(character, at) + 1
        if not at:
            return False
    return True


def _words_from(start: int, corpus: Corpus) -> list[str]:
    """Return the words of the corpus from a place on, up to a mark."""
    end = start
    while end < min(start + _LONGEST_NAME, len(corpus.text)) and corpus.text[end].isalpha():
        end += 1
    while not corpus.is_word(end, end):
        end -= 1
    return corpus.words(start, end)


def _ends(word: str, name: Sequence[str], left_out: int = 0, *, is_first: bool = True) -> Iterator[int]:
    """Yield where the words end that a word shortens: a beginning of each, or the end of the last too."""
    if not name:
        return
    first = name[0]
    for length in range(min(len(word), len(first)), 0, -1):
        if not first.startswith(word[:length]):
            continue
        rest = word[length:]
        if not rest:
            yield len(first)
            continue
        if not is_first and first.endswith(rest) and length + len(rest) < len(first):
            yield len(first)
        yield from (len(first) + end for end in _ends(rest, name[1:], is_first=False))
    if left_out < _MOST_LEFT_OUT and not is_first:
        yield from (len(first) + end for end in _ends(word, name[1:], left_out + 1, is_first=False))
