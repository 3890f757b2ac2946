"""What a query may have meant when nothing was found: loose matches are offered, never returned."""

from collections import Counter
from collections.abc import Iterator, Sequence

from reply.lookup import edit
from reply.lookup.corpus import Corpus
from reply.lookup.sound import sounding_like, spans
from reply.lookup.terms import pieces

MOST = 3
LONGEST = 30
"""Characters."""


def suggestions(words: Sequence[str], corpus: Corpus) -> list[str]:
    """Return phrases of the corpus that are like one of the folded words, the most frequent first."""
    phrases: Counter[str] = Counter()
    for word in words:
        if 2 <= len(word) <= LONGEST and word not in corpus.text:
            phrases.update(_alike(word, corpus))
    return [phrase for phrase, _ in phrases.most_common(MOST)]


def _alike(word: str, corpus: Corpus) -> Iterator[str]:
    """Yield words that sound alike with an accent or are a slip away, and the parts that are there."""
    if not word.isascii():
        classes = {c: sounding_like(c, corpus, accent=True) for c in set(word)}
        yield from _single_words(spans([classes[c] for c in word], corpus), corpus)
        yield from (
            piece for piece in pieces(word, corpus, least=1) if len(piece) > 1 and piece in corpus.text
        )
    yield from _single_words((match[:2] for match in edit.nearest(word, corpus)), corpus)


def _single_words(found: Iterator[tuple[int, int]], corpus: Corpus) -> Iterator[str]:
    """Yield what is one word, not a stretch of several."""
    for start, end in found:
        if corpus.is_word(start, end) and not any(corpus.is_word(at, at) for at in range(start + 1, end)):
            yield corpus.text[start:end]
