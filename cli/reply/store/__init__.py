"""TOML <-> model."""

from reply.store.load import load, packaged

__all__ = ["load", "packaged"]
