"""A published text -> model: what `reply pack` does, without files and terminal."""

import sys
from types import ModuleType

from reply.model import Letter
from reply.pack.letter import pack

__all__ = ["pack"]


class _Room(ModuleType):
    """A folder that can be called, for what `reply` exports by its name is a function."""

    def __call__(self, text: str) -> Letter:
        """Make a letter of a published text. Raises ReplyError for a text without a character that shows."""
        return pack(text)


sys.modules[__name__].__class__ = _Room
