"""What ids stand for, where a person reads them."""

from reply import words
from reply.model import Reply, Section


def headings(reply: Reply) -> dict[str, str]:
    """Return a heading for the id of every section."""
    return {section.id: heading(section) for section in reply.sections}


def heading(section: Section) -> str:
    """Return the heading, or what such a part is called where it has none."""
    return section.heading or words.PART_NAMES.get(section.id, section.id)


def amounts(reply: Reply) -> dict[str, tuple[str, str]]:
    """Return the words and the label, with the mark of its status, for the id of every figure."""
    return {figure.id: (figure.text, marked(figure.label, figure.status)) for figure in reply.figures}


def marked(label: str, status: str) -> str:
    """Return a label with the mark of a plan or a norm, which is no fact: (计划)社区食堂."""
    mark = words.STATUSES.get(status)
    return words.WITH_STATUS.format(label=label, mark=mark) if mark else label
