"""Put a letter together: head data, sections, and what each run of digits is."""

import re

from reply import messages
from reply.errors import ReplyError
from reply.measure.expression import expressions
from reply.measure.identifier import identifiers
from reply.measure.reading import closed_up, half_width
from reply.measure.time import spans_of_times
from reply.model import Letter
from reply.pack.head import read_head
from reply.pack.lines import lines
from reply.pack.section import NOT_READ, LetterFacts, read_section
from reply.pack.structure import parts, parts_to_come
from reply.script import in_simplified


def pack(text: str) -> Letter:
    """Make a letter of a published text. Every character is in one section: `letter.text == text`.

    Raises ReplyError for a text without a character that shows.
    """
    if not text.strip():
        raise ReplyError(messages.TEXT_EMPTY.format(file=messages.THE_TEXT))
    narrow = half_width(text)
    plain = in_simplified(narrow)
    cut = parts(lines(text, plain))
    head = read_head(cut.opening, cut.closing)
    letter = LetterFacts(
        head.date, head.number, head.subject, cut.opening.stretch(), traditional=plain != narrow
    )
    to_come = parts_to_come(cut.parts)
    return Letter(
        number=head.number,
        grade=head.grade,
        addressee=head.addressee,
        subject=head.subject,
        issuer=head.issuer,
        date=head.date,
        source=None,
        sections=tuple(read_section(part, letter, to_come=part.id in to_come) for part in cut.parts),
        title=head.title,
        contact=head.contact,
        copies=head.copies,
        attachments=head.attachments,
        issuer_from=head.issuer_from,
    )


def account(text: str, letter: Letter) -> list[tuple[int, str]]:
    """Return the offset and the class of every run of digits: figure, or a kind of `Identifier`, or page."""
    plain = in_simplified(half_width(text))
    closed = closed_up(plain)
    kinds: dict[int, str] = {}
    for start, end in spans_of_times(expressions(closed.text, 0, len(closed.text))):
        kinds.update(dict.fromkeys(range(*closed.span(start, end)), "date"))
    for other in identifiers(closed.text):
        kinds.update(dict.fromkeys(range(*closed.span(other.start, other.end)), other.kind))
    for section in letter.sections:
        if section.id in NOT_READ:
            kinds.update({at: kinds.get(at, "page") for at in range(section.start, section.end)})
    for figure in letter.figures:
        kinds.update(dict.fromkeys(range(figure.start, figure.end), "figure"))
    return [(run.start(), kinds.get(run.start(), "name")) for run in re.finditer("[0-9]+", plain)]
