"""What a number says with its unit and its qualifier. Loads nothing: whoever has read it needs no reader."""

from typing import NamedTuple

from reply.model import Bound, Number


class Quantity(NamedTuple):
    """A number with its unit and what the words commit to; the fields are those of `Figure`."""

    value: Number | None
    low: Number | None
    high: Number | None
    unit: str | None
    bound: Bound


def limits(value: Number | None, bound: Bound) -> tuple[Number | None, Number | None]:
    """Return the least and the most that a qualified number commits to; None where it leaves that open."""
    return (
        value if bound in ("exact", "over", "at_least") else None,
        value if bound in ("exact", "nearly", "at_most") else None,
    )
