"""What a query may have meant when nothing was found: loose matches are offered, never returned.

What is offered are words and documents of the texts, whole and in their own characters, so that each leads
somewhere when it is asked for.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reply.lookup import edit, misspelt
from reply.lookup.asking import light_words
from reply.lookup.corpus import Corpus, Match
from reply.lookup.fold import SCRIPT_TABLE, fold
from reply.lookup.segment import is_word
from reply.lookup.sound import sounding_like, spans
from reply.lookup.spelling import letters_of
from reply.lookup.terms import pieces
from reply.lookup.tier import is_latin
from reply.sentences import Span

MOST = 3
MOST_WORDS = 10
"""Words of a query for which something is offered."""
LONGEST = 30
"""Characters."""
SHORTEST_SPELT = 4
"""Letters of pinyin with a slip in it."""
LEAST_PART = 0.5
"""The share of a query that a part of it is, to be offered alone."""
_BRACKETS = ("()", "（）", "《》", "〔〕", "“”", "<>", "「」")


def suggestions(words: Sequence[str], corpus: Corpus) -> list[str]:
    """Return what is like one of the folded words: what is most like it first, then what is frequent."""
    offered: dict[str, None] = {}
    for word in words[:MOST_WORDS]:
        if 2 <= len(word) <= LONGEST and word not in corpus.text:
            for found in _kinds(word, corpus):
                offered |= dict.fromkeys(phrase for phrase, _ in Counter(found).most_common(MOST))
    return [phrase for phrase in offered if _leads_somewhere(phrase, corpus)][:MOST]


def _kinds(word: str, corpus: Corpus) -> Iterator[Iterator[str]]:
    """Yield what may be offered for a word, kind by kind."""
    if any(map(str.isdecimal, word)):
        yield _documents(word, corpus)
        return
    if is_latin(word):
        letters = letters_of(word) or ""
        if len(letters) >= SHORTEST_SPELT:
            yield _words(sorted(misspelt.spans(letters, corpus)), corpus)
        return
    same = list(_words(_sounding_alike(word, corpus), corpus))
    yield iter(same or _words(_sounding_alike(word, corpus, accent=True), corpus))
    yield _words([match[:2] for match in edit.nearest(word, corpus)], corpus)
    if len(word) == 2 and not is_word(word):
        yield _words(_half_the_same(word, corpus), corpus)
    yield _parts(word, corpus)


def _sounding_alike(word: str, corpus: Corpus, *, accent: bool = False) -> Iterator[Span]:
    classes = {character: sounding_like(character, corpus, accent=accent) for character in set(word)}
    return spans([classes[character] for character in word], corpus)


def _half_the_same(word: str, corpus: Corpus) -> Iterator[Span]:
    """Yield words of two characters of which one is the same: 养老 for 养考."""
    for start, (first, second) in enumerate(pairwise(corpus.text)):
        if (first == word[0]) != (second == word[1]) and first.isalpha() and second.isalpha():
            yield start, start + 2


def _words(found: Iterator[Span] | Sequence[Span], corpus: Corpus) -> Iterator[str]:
    """Yield what is one word, or is long enough to be meant as it stands, in the characters of the texts."""
    for start, end in found:
        is_single = is_word(corpus.text[start:end])
        if corpus.is_word(start, end) and (is_single or end - start > edit.SHORTEST):
            yield _as_written(Match(start, end), corpus)


def _parts(word: str, corpus: Corpus) -> Iterator[str]:
    """Yield the words that a word is made of and that are there, the longest first."""
    found = [part for part in pieces(word, corpus, least=1) if len(part) >= LEAST_PART * len(word)]
    for part in found:
        if len(part) > 1 and part not in light_words():
            yield from (
                _as_written(match, corpus)
                for match in corpus.occurrences(part)
                if corpus.is_word(match.start, match.end)
            )


def _documents(word: str, corpus: Corpus) -> Iterator[str]:
    """Yield the documents that are cited with the same code of an office, or the same number."""
    from reply.measure.document import numbers
    from reply.measure.reading import half_width

    for original in corpus.originals:
        text = half_width(original)
        for number in numbers(text):
            code, serial = text[number.body_start : number.start], text[number.start : number.end]
            has_code = number.body_start < number.start and word.startswith(fold(code, SCRIPT_TABLE))
            if has_code or word.endswith(fold(serial, SCRIPT_TABLE)):
                yield original[number.body_start : number.end]


def _as_written(match: Match, corpus: Corpus) -> str:
    index, (start, end) = corpus.original(match)
    return corpus.originals[index][start:end]


def _leads_somewhere(phrase: str, corpus: Corpus) -> bool:
    """Tell whether a phrase is found when it is asked for, and has no half of a bracket."""
    is_whole = all(phrase.count(pair[0]) == phrase.count(pair[1]) for pair in _BRACKETS)
    return is_whole and next(corpus.occurrences(fold(phrase, SCRIPT_TABLE)), None) is not None
