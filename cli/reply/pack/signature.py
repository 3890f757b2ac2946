"""The end of a letter: who signed, when, and the lines that stand around a signature."""

import re
from functools import lru_cache
from typing import NamedTuple

from reply.pack.dates import split_date
from reply.pack.formulas import ATTACHMENTS, BODIES, CLOSING, CONTACT, COPIES, NOTES

_SIGNED = ("日", ")", *BODIES)
_STOPS = frozenset(",。;:、!?《》|>")
_NOTE = re.compile(r"(?<=.)\s*\([^()]{1,20}\)$")
"""What stands behind a name or a date: (盖章), (此件公开发布)."""
_PRINTED = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日印发?$")
_DAMAGED = re.compile(r"(?:19|20)\d{5,6}|(?:19|20)\d{2} {1,4}\d{3,4}")
_AROUND = (*CONTACT, *COPIES, *ATTACHMENTS, *NOTES)
LONGEST = 30
"""Characters in the name of a body."""


class Signed(NamedTuple):
    """What a line says of who signed, and when; each None where it does not."""

    issuer: str | None
    date: str | None


@lru_cache(
    maxsize=64
)  # where the letter ends, where its closing begins, who signed: each asks the last lines
def signed(text: str) -> Signed:
    """Read a line that is a signature, a date, or both; of another one, nothing.

    It is in half width and simplified script, without the white space around it.
    """
    if not text.endswith(_SIGNED) or len(text) > 300:
        return Signed(None, None)
    words, date = split_date(_NOTE.sub("", text))
    if not words:
        return Signed(None, date)
    if 2 < len(words) <= LONGEST and words.endswith(BODIES) and not _STOPS.intersection(words):
        return Signed(words, date)
    return Signed(None, None)


def is_dated(text: str) -> bool:
    """Tell whether a line is or ends with the letter's date, which the page may have destroyed."""
    return signed(text).date is not None or _DAMAGED.fullmatch(text) is not None


def is_around(text: str) -> bool:
    """Tell whether a line stands before or behind a signature: contact, copies, attachments, notes."""
    return (
        text.lstrip("( ").startswith(_AROUND) or text.startswith(NOTES) or _PRINTED.search(text) is not None
    )


def is_formal(text: str) -> bool:
    """Tell whether a line belongs to the end of a letter, or shows nothing."""
    if not text or any(signed(text)) or is_dated(text):
        return True
    if text.startswith(ATTACHMENTS) and "。" in text:
        return False
    return text.startswith(CLOSING) or is_around(text)
