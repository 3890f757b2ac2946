"""What ids stand for, where a person reads them."""

from collections.abc import Iterable

from reply import messages
from reply.model import Figure, Letter, Section


def headings(letter: Letter) -> dict[str, str]:
    """Return a heading for the id of every section."""
    return {section.id: heading(section) for section in letter.sections}


def heading(section: Section) -> str:
    """Return the heading, or what such a part is called where it has none."""
    return section.heading or messages.PART_NAMES.get(section.id, section.id)


def amounts(figures: Iterable[Figure]) -> dict[str, tuple[str, str]]:
    """Return the words and the label, with the mark of its status, for the id of every figure."""
    return {
        figure.id: (figure.text, marked(figure.label, figure.status, in_doubt=figure.in_doubt))
        for figure in figures
    }


def marked(label: str, status: str, *, in_doubt: bool) -> str:
    """Return a label with the mark of a plan or a norm, which is no fact, and of doubt: (计划?)社区食堂."""
    mark = messages.STATUSES.get(status, "") + (messages.IN_DOUBT if in_doubt else "")
    return messages.WITH_STATUS.format(label=label, mark=mark) if mark else label
