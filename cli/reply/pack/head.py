"""Who wrote to whom, when and about what: the head data, and nothing where the letter has nothing."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from reply.measure.reading import half_width
from reply.pack.dates import split_date
from reply.pack.lines import Line
from reply.pack.vocabulary import ATTACHMENTS, BODIES, CONTACT, COPIES, PEOPLE

_TITLE_START = re.compile(r"\s*(?:关于|对|[\u4e00-\u9fff]{2,20}(?:关于|对))")
_TITLE_END = re.compile(
    r"(?:答\s*[复覆]\s*(?:的?\s*函|意见)?|[复覆]\s*函|回\s*[复覆]|的\s*函|[会协]办意见|办理意见)$"
)
_TITLE_ENDS = frozenset("复覆函见")
_NUMBER = re.compile(r"[\u4e00-\u9fffA-Za-z]{1,12}\s*[〔\[【(（]\s*\d{4}\s*[〕\]】)）]\s*第?\s*\d+\s*号")
_GRADE = re.compile(
    r"\(\s*([A-D])\s*类?\s*\)"
    r"|(?:类\s*别|办理结果|办理类型|分类)\s*:?\s*\(?\s*([A-D])\s*类?\s*\)?"
    r"|([A-D])\s*类(?:\s+.*公开.*)?"
)
_SIGNED = ("日", *BODIES)
_STOPS = frozenset(",。;:、")
LONGEST_ADDRESSEE = 60
"""Characters."""
_PROPOSED = re.compile("收悉|提出")
_SUBJECT = re.compile(
    r"提出的?\s*[《“「]([^《》“”「」]{4,120}(?:提案|建议|议案))[》”」]|提出的?(关于[^《》。,，]{2,80}?的(?:提案|建议))"
)
_NOT_ADDRESSEE = re.compile("|".join(["[。;《》]", "答[复覆]", *CONTACT]))
_FALLBACK_SUBJECT = re.compile(r"《(关于[^《》]{4,120}(?:提案|建议|议案))》")


class Head(NamedTuple):
    """The head data, each None where the letter does not have it."""

    title: str | None
    number: str | None
    grade: str | None
    addressee: str | None
    subject: str | None
    addressed: Line | None
    """The line of the addressee."""


def is_title(line: str) -> bool:
    """Tell whether a line is the title of a reply, or the last line of one."""
    bare = line.rstrip()
    return (
        len(bare) < 100
        and bare[-1:] in _TITLE_ENDS
        and _TITLE_END.search(bare) is not None
        and "收悉" not in bare
    )


def is_addressee(line: str) -> bool:
    """Tell whether a line in half width names those whom the letter answers."""
    text = line.strip()
    bare = text.rstrip(":")
    if not 1 < len(bare) <= LONGEST_ADDRESSEE or not bare.endswith(PEOPLE) or _NOT_ADDRESSEE.search(bare):
        return False
    return text != bare or len(bare) <= 20


def addressee_line(opening: Sequence[Line]) -> Line | None:
    """Return the line of the addressee: known by its last word, or by the letter that begins after it."""
    for line in opening:
        if is_addressee(line.plain):
            return line
    shown = [line for line in opening if line.plain.strip()]
    for line, after in pairwise(shown):
        name = line.plain.strip()
        if name.endswith(":") and len(name) <= LONGEST_ADDRESSEE and _PROPOSED.search(after.plain):
            return line
    return None


def read_head(opening: Sequence[Line]) -> Head:
    """Read the head data from the lines of the opening, the page's own lines left out."""
    texts = [line.text.strip() for line in opening]
    plain = [line.plain.strip() for line in opening]
    addressed = addressee_line(opening)
    addressee = addressed.text.strip().rstrip(":：").removeprefix("尊敬的") if addressed else None
    whole = "\n".join(plain)
    subject = _SUBJECT.search(whole) or _FALLBACK_SUBJECT.search(whole)
    return Head(
        title=_title(opening),
        number=next(
            (half_width(text) for text, line in zip(texts, plain, strict=True) if _NUMBER.fullmatch(line)),
            None,
        ),
        grade=next((m[m.lastindex or 0] for line in plain if (m := _GRADE.fullmatch(line))), None),
        addressee=addressee,
        subject="\n".join(texts)[slice(*subject.span(subject.lastindex or 0))] if subject else None,
        addressed=addressed,
    )


def _title(opening: Sequence[Line]) -> str | None:
    """Return the title, its lines joined; of one printed twice, the last."""
    title = None
    for n, line in enumerate(opening):
        if not is_title(line.plain):
            continue
        begin = n
        while not _TITLE_START.match(opening[begin].plain) and begin > max(n - 3, 0):
            begin -= 1
        if _TITLE_START.match(opening[begin].plain):
            title = "".join("".join(part.text.split()) for part in opening[begin : n + 1])
    return title


class Signed(NamedTuple):
    """What a line says of who signed, and when; each None where it does not."""

    issuer: str | None
    date: str | None


@lru_cache(
    maxsize=32
)  # asked thrice of the last lines: where the letter ends, its closing begins, who signed
def signed(text: str) -> Signed:
    """Read a line that is a signature, a date, or both; of another one, nothing.

    It is in half width, without the white space around it.
    """
    if not text.endswith(_SIGNED):
        return Signed(None, None)
    words, date = split_date(text)
    if not words:
        return Signed(None, date)
    if 2 < len(words) <= 30 and words.endswith(BODIES) and not _STOPS.intersection(words):
        return Signed(words, date)
    return Signed(None, None)


class Foot(NamedTuple):
    """What stands at the end: who signed when, and whole lines."""

    issuer: str | None
    date: str | None
    contact: str | None
    copies: str | None
    attachments: str | None


def read_foot(closing: Sequence[Line]) -> Foot:
    """Read the last signature and date, contact, copies and attachments."""
    shown = [(line.text.strip(), line.plain.strip()) for line in closing]
    signatures = [(text, signed(plain)) for text, plain in shown]

    def line(marks: tuple[str, ...]) -> str | None:
        return next((text for text, plain in shown if plain.startswith(marks)), None)

    return Foot(
        next((text[: len(sign.issuer)] for text, sign in reversed(signatures) if sign.issuer), None),
        next((sign.date for _, sign in reversed(signatures) if sign.date), None),
        line(CONTACT),
        line(COPIES),
        line(ATTACHMENTS),
    )
