"""Put a letter together: head data, sections, and what each run of digits is."""

import re

from reply import words
from reply.errors import ReplyError
from reply.model import Reply
from reply.pack.digits import others
from reply.pack.head import read_foot, read_head
from reply.pack.lines import lines
from reply.pack.section import NOT_READ, Known, read_section
from reply.pack.spaces import closed_up
from reply.pack.structure import parts
from reply.quantity import half_width
from reply.script import in_simplified


def pack(text: str) -> Reply:
    """Make a letter of a published text. Every character is in one section: `reply.text == text`.

    Raises ReplyError for a text without a character that shows.
    """
    if not text.strip():
        raise ReplyError(words.TEXT_EMPTY.format(file=words.THE_TEXT))
    narrow = half_width(text)
    plain = in_simplified(narrow)
    found = parts(lines(text, plain))
    by_id = {part.id: part.lines for part in found}
    head = read_head(by_id.get("opening", ()))
    foot = read_foot(by_id.get("closing", ()))
    letter = Known(foot.date, head.number, head.addressed, head.subject, traditional=plain != narrow)
    return Reply(
        number=head.number,
        grade=head.grade,
        addressee=head.addressee,
        subject=head.subject,
        issuer=foot.issuer,
        date=foot.date,
        source=None,
        sections=tuple(read_section(part, letter) for part in found),
        title=head.title,
        contact=foot.contact,
        copies=foot.copies,
        attachments=foot.attachments,
    )


def account(text: str, reply: Reply) -> list[tuple[int, str]]:
    """Return the offset and the class of every run of digits: figure, or a kind of `Other`, or page."""
    plain = in_simplified(half_width(text))
    closed = closed_up(plain)
    kinds: dict[int, str] = {}
    for other in others(closed.text):
        kinds.update(dict.fromkeys(range(*closed.span(other.start, other.end)), other.kind))
    for section in reply.sections:
        if section.id in NOT_READ:
            kinds.update({at: kinds.get(at, "page") for at in range(section.start, section.end)})
    for figure in reply.figures:
        kinds.update(dict.fromkeys(range(figure.start, figure.end), "figure"))
    return [(run.start(), kinds.get(run.start(), "name")) for run in re.finditer("[0-9]+", plain)]
