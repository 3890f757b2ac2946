"""Several letters: which files they are, what they are called, and which of them may answer."""

from reply.shelf.answer import Answered, answer

__all__ = ["Answered", "answer"]
