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
    """Return the words and the label for the id of every figure."""
    return {figure.id: (figure.text, figure.label) for figure in reply.figures}
