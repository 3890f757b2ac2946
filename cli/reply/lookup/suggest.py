"""What a query may have meant when nothing was found: loose matches are offered, never returned."""

from collections import Counter
from collections.abc import Iterator, Sequence

from reply.lookup import edit
from reply.lookup.corpus import Corpus
from reply.lookup.sound import sounding_like, spans
from reply.sentences import Span

MOST = 3
LONGEST = 30
"""Characters."""


def suggestions(words: Sequence[str], corpus: Corpus) -> list[str]:
    """Return phrases of the corpus that are like one of the folded words, the most frequent first."""
    phrases: Counter[str] = Counter()
    for word in words:
        if 2 <= len(word) <= LONGEST and word not in corpus.text:
            phrases.update(corpus.text[start:end] for start, end in _alike(word, corpus))
    return [phrase for phrase, _ in phrases.most_common(MOST)]


def _alike(word: str, corpus: Corpus) -> Iterator[Span]:
    """Yield what sounds alike with an accent, and what is one slip or one word away; whole words only."""
    if not word.isascii():
        classes = {c: sounding_like(c, corpus, accent=True) for c in set(word)}
        yield from (span for span in spans([classes[c] for c in word], corpus) if corpus.is_word(*span))
    yield from (
        (match.start, match.end) for match in edit.nearest(word, corpus) if corpus.is_word(*match[:2])
    )
