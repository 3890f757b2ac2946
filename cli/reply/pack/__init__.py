"""A published text -> model: what `reply pack` does, without files and terminal."""

from reply.pack.decode import decode
from reply.pack.letter import pack

__all__ = ["decode", "pack"]
