"""Who wrote to whom, when and about what: the head data, and nothing where the letter has nothing."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from reply.pack.lines import Line
from reply.pack.vocabulary import ATTACHMENTS, CONTACT, COPIES, PEOPLE

_TITLE_START = re.compile(r"\s*(?:关于|對|对|關於|[\u4e00-\u9fff]{2,20}(?:关于|对))")
_TITLE_END = re.compile(r"(?:答\s*[复覆]\s*(?:的?\s*函|意见)?|[复覆]\s*函|回\s*[复覆]|的\s*函)\s*$")
_NUMBER = re.compile(r"[\u4e00-\u9fffA-Za-z]{1,12}\s*[〔\[【(（]\s*\d{4}\s*[〕\]】)）]\s*第?\s*\d+\s*号")
_GRADE = re.compile(
    r"\(\s*([A-D])\s*类?\s*\)"
    r"|(?:类\s*别|办理结果|办理类型|分类)\s*:?\s*\(?\s*([A-D])\s*类?\s*\)?"
    r"|([A-D])\s*类(?:\s+.*公开.*)?"
)
_SUBJECT = re.compile(
    r"提出的?\s*《([^《》]{4,120}(?:提案|建议|建議|议案))》|提出的?((?:关于|關於)[^《》。,，]{2,80}?的(?:提案|建议|建議))"
)
_NOT_ADDRESSEE = re.compile("|".join(["[。;《》]", "答[复覆]", *CONTACT]))
_FALLBACK_SUBJECT = re.compile(r"《((?:关于|關於)[^《》]{4,120}(?:提案|建议|建議|议案))》")


class Head(NamedTuple):
    """The head data, each None where the letter does not have it."""

    title: str | None
    number: str | None
    grade: str | None
    addressee: str | None
    subject: str | None


def is_title(line: str) -> bool:
    """Tell whether a line is the title of a reply, or the last line of one."""
    return len(line) < 100 and _TITLE_END.search(line) is not None and "收悉" not in line


def is_addressee(line: str) -> bool:
    """Tell whether a line in half width names those whom the letter answers."""
    text = line.strip()
    bare = text.rstrip(":")
    if not 1 < len(bare) <= 60 or not bare.endswith(PEOPLE) or _NOT_ADDRESSEE.search(bare):
        return False
    return text != bare or len(bare) <= 20


def read_head(opening: Sequence[Line]) -> Head:
    """Read the head data from the lines of the opening, the page's own lines left out."""
    text = "\n".join(line.text.strip() for line in opening)
    plain = [line.plain.strip() for line in opening]
    addressee = next((line.text.strip().rstrip(":：") for line in opening if is_addressee(line.plain)), None)
    if addressee:
        addressee = addressee.removeprefix("尊敬的")
    subject = _SUBJECT.search(text) or _FALLBACK_SUBJECT.search(text)
    return Head(
        title=_title(opening),
        number=next((m[0] for line in plain if (m := _NUMBER.fullmatch(line))), None),
        grade=next((m[m.lastindex or 0] for line in plain if (m := _GRADE.fullmatch(line))), None),
        addressee=addressee,
        subject=next(filter(None, subject.groups()), None) if subject else None,
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


class Foot(NamedTuple):
    """What stands after the signature, whole lines."""

    contact: str | None
    copies: str | None
    attachments: str | None


def read_foot(closing: Sequence[Line]) -> Foot:
    """Read contact, copies and attachments."""

    def line(marks: tuple[str, ...]) -> str | None:
        return next((text for line in closing if (text := line.text.strip()).startswith(marks)), None)

    return Foot(line(CONTACT), line(COPIES), line(ATTACHMENTS))
