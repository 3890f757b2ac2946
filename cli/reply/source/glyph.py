"""A character on a page, as PDF and OFD place it."""

from typing import NamedTuple


class Glyph(NamedTuple):
    """A character at its place; `y` grows upwards."""

    text: str
    left: float
    right: float
    y: float
    """Of the base line."""
    size: float
    order: int
    """Its place in the order in which the file writes the characters of the page."""
