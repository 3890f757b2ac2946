"""A published text -> model: what `reply pack` does, without files and terminal."""

from reply.pack.letter import pack

__all__ = ["pack"]
