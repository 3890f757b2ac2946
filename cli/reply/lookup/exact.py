"""The first tier: the word stands in the text, as typed or but for width, case, spaces and soft marks."""

from reply.lookup.corpus import Corpus, Match


def matches(word: str, corpus: Corpus) -> list[Match]:
    """Return every place of a folded word."""
    return list(corpus.occurrences(word))
