"""A listing on its way out: one small writer per format, one place that writes."""

from reply.output.emit import FORMATS, Options, emit, is_drawn, wanted

__all__ = ["FORMATS", "Options", "emit", "is_drawn", "wanted"]
