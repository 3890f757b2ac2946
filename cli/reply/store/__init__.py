"""TOML <-> model."""

from reply.store.reader import load, packaged

__all__ = ["load", "packaged"]
