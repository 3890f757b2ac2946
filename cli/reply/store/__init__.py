"""TOML <-> model."""

from reply.store.files import packaged
from reply.store.reader import load

__all__ = ["load", "packaged"]
