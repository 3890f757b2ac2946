"""A question, and what a letter must have to answer it: by that many letters are narrowed down, unread."""

from collections.abc import Callable
from typing import NamedTuple

from reply.listing import Listing
from reply.model import Letter

Ask = Callable[[Letter], Listing]


class Question(NamedTuple):
    """What is asked of every letter. What is None narrows nothing down."""

    ask: Ask
    find: str | None = None
    """The words of a query whose passages are put in order across letters; the surest tier answers alone."""
    exact: bool = False
    words: str | None = None
    """Words that stand, as some tier reads them, in what a letter answers with."""
    title: str | None = None
    """Words of the title of every section that it answers with, or of what such a part is called."""
    of_several: Ask | None = None
    """What is asked instead where there are several letters."""
    units: tuple[str, ...] = ()
    """The units one of which every figure has that it answers with; empty for any."""
    periods: tuple[str, ...] = ()
    """The times, in EDTF, with one of which every figure shares a day; empty for any."""
    own: tuple[str, ...] = ()
    """Keys of its rows that have the names of head data, and are something else."""
    remarks: bool = False
    """Whether it answers with what is to be remarked on a letter, and nothing where that is sound."""
    letter: str | None = None
    """The one letter that can answer."""
    screenful: int | None = None
    """Rows that a person sees at once."""
