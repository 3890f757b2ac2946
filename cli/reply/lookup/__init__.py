"""Fuzzy lookup of Chinese: what a reader types, found in texts. It knows no letter and no terminal."""

from reply.lookup.fold import fold
from reply.lookup.search import Answer, Hit, Reading, search

__all__ = ["Answer", "Hit", "Reading", "fold", "search"]
