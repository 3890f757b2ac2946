"""Candidates for the shell's Tab: ids with what they stand for, titles, units, periods, formats."""

from collections.abc import Callable, Iterable, Iterator

from reply.model import Section

Candidates = Iterable[tuple[str, str]]


def prepare() -> None:
    """Make completion quick: Typer takes Rich markup off the help by importing Rich; ours has none."""
    from typer import _completion_classes

    _completion_classes._sanitize_help_text = lambda text: text


def _letter() -> tuple[Section, ...]:
    """Return the sections of the letter; none when it cannot be read, for a Tab must not print an error."""
    from reply.errors import ReplyError
    from reply.store import load

    try:
        return load().sections
    except ReplyError:
        return ()


def section_names(incomplete: str) -> Candidates:
    """Yield section ids with their headings, and titles."""
    from reply.ask.captions import heading

    for section in _letter():
        if section.id.startswith(incomplete):
            yield section.id, heading(section)
        elif section.title and section.title.startswith(incomplete):
            yield section.title, section.id


def figure_ids(incomplete: str) -> Candidates:
    """Yield figure ids with their words and labels."""
    for section in _letter():
        for figure in section.figures:
            if figure.id.startswith(incomplete):
                yield figure.id, f"{figure.text} {figure.label}"


def names(attribute: str) -> Callable[[str], Iterator[str]]:
    """Return what yields the values that an attribute of the figures has in this letter."""

    def candidates(incomplete: str) -> Iterator[str]:
        values = {getattr(figure, attribute) for section in _letter() for figure in section.figures}
        return (value for value in sorted(filter(None, values)) if value.startswith(incomplete))

    return candidates


def format_names(incomplete: str) -> Iterator[str]:
    """Yield the formats."""
    from reply.output import FORMATS

    return (name for name in FORMATS if name.startswith(incomplete))
