"""What a person wants of packing, and what is told of it."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from reply import messages
from reply.batch.find import Tell
from reply.batch.work import Packed

Write = Callable[[str], object]
"""Takes text for stdout."""
Progress = Callable[[Iterable[Packed], int], Iterable[Packed]]
"""Passes results on and shows how many of how many have come."""


class PackOptions(NamedTuple):
    """What a person wants of packing."""

    out: str | None = None
    """The file, the folder or the collection that the results go to; None for stdout."""
    keep: str | None = None
    """A packed file, or a folder of them, whose corrections stay."""
    keep_lines: bool = False
    encoding: str | None = None
    force: bool = False
    """Whether files that are not the program's own results are overwritten."""
    fmt: str | None = None
    """`toml` or `jsonl`; None for what the name of the result says."""
    cluster: str | None = None
    """The address of a scheduler whose workers pack; None for the cores of this machine."""


def warn(packed: Packed, tell: Tell) -> None:
    """Tell what a person should look at in one result."""
    if packed.flagged:
        tell(messages.FLAGGED.format(file=packed.name, digits=messages.quoted(packed.flagged)))
    if packed.lost:
        tell(messages.NOT_KEPT.format(file=packed.name, figures=messages.quoted(packed.lost)))


def tell_many(tell: Tell, *, packed: int, count: int, failed: int, left: int, joined: int) -> None:
    """Tell what became of many files."""
    tell(messages.PACKED.format(packed=packed, all=count, failed=failed))
    if left:
        tell(messages.LEFT_AS_THEY_ARE.format(count=left))
    if joined:
        tell(messages.JOINED_MANY.format(count=joined))
