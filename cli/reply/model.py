"""What a letter is: its sections, figures and citations.

Offsets are code points of the whole letter, so that `letter.text[figure.start:figure.end] == figure.text`.
"""

from collections.abc import Iterable
from typing import Literal, NamedTuple, TypeAlias, TypeVar

Number: TypeAlias = int | float
Bound = Literal["exact", "about", "nearly", "over", "at_least", "at_most", "range"]
Basis = Literal["stated", "carried", "resolved"]
IssuerFrom = Literal["title", "letterhead"]
Status = Literal["actual", "planned", "standard"]
Doubtful = Literal["status"]
"""A key of a figure that may be in doubt."""


class Figure(NamedTuple):
    """A quantity that the letter states, in Arabic digits or in Chinese numerals."""

    id: str
    """Section id, dash, ordinal in the section: `3.1-5`."""
    section: str
    """Id of the section it stands in."""
    label: str
    """What is measured, in short Chinese that is understood without the sentence."""
    text: str
    """The words of the letter, with approximator and unit: `约1.1亿元`."""
    value: Number | None
    """The number in the base unit (1.1亿元 is 110000000; 99.4% is 99.4); None for a range."""
    low: Number | None
    """The least that the words commit to; None when they leave it open."""
    high: Number | None
    """The most that the words commit to; None when they leave it open."""
    unit: str | None
    """Base unit or classifier, as in the letter: 元, 个, %; None for a bare number."""
    bound: Bound
    """How the words qualify the number."""
    period: str | None
    """The time it is of, in EDTF (ISO 8601-2): `2016`, `2012/..`, `2015/2019`, `2017-01`."""
    basis: Basis | None
    """Where the period comes from: stated in the figure's own clause, carried from earlier in the
    sentence, or resolved (今年) against the letter's date."""
    per: tuple[str, ...]
    """What one such amount is for, in the letter's words: ("年",); empty for a total."""
    start: int
    end: int
    quote: str
    """The sentence."""
    status: Status = "actual"
    """Whether it is or was so, was to come when the letter was written, or is a norm, a rate or a limit."""
    doubt: tuple[Doubtful, ...] = ()
    """The keys that the letter's words leave in doubt: a person should read the sentence."""
    corrected: tuple[str, ...] = ()
    """The keys that a person corrected after packing; packing again keeps them."""

    @property
    def in_doubt(self) -> bool:
        """Whether the status may be another one."""
        return "status" in self.doubt


class Citation(NamedTuple):
    """A mention of another document."""

    id: str
    """Section id, `-c`, ordinal in the section: `1.3-c2`."""
    section: str
    title: str | None
    """What stands in 《》; None for a document cited by its number alone."""
    number: str | None
    """Its document number, where the letter gives one: `粤办发〔2017〕14号`."""
    text: str
    """The words of the letter: from 《 to 》, and on to the end of the number where one follows."""
    start: int
    end: int
    quote: str
    issuer: str | None = None
    """Who issued it, where the letter says so: 国务院, 省民政厅、省财政厅."""


class Flag(NamedTuple):
    """Digits of which nobody can tell what number they are: kept as they stand, never guessed at."""

    text: str
    start: int


class Section(NamedTuple):
    """A part of the letter. The texts of all sections, joined, are the letter."""

    id: str
    """`opening`, `1`, `1.1`, …, `outlook`, `closing`, `residue`."""
    heading: str | None
    """The heading as it stands, with its number: `(一)加强社区治理和服务资金投入`."""
    title: str | None
    """The heading without its number."""
    text: str
    """The section's own text, heading and line ends included; the text of its subsections is theirs."""
    parent: str | None
    """Id of the chapter it belongs to."""
    start: int
    figures: tuple[Figure, ...]
    citations: tuple[Citation, ...]
    flagged: tuple[Flag, ...] = ()

    @property
    def end(self) -> int:
        """The offset after its last character."""
        return self.start + len(self.text)


class Letter(NamedTuple):
    """An official reply to a proposal. What the letter does not have is None."""

    number: str | None
    """Its own document number: `粤民函〔2017〕1266号`."""
    grade: str | None
    """How the proposal was dealt with: A solved, B planned, C not possible."""
    addressee: str | None
    subject: str | None
    """The proposal that it answers."""
    issuer: str | None
    """Who wrote it."""
    date: str | None
    """ISO 8601."""
    source: str | None
    """Where it was published."""
    sections: tuple[Section, ...]
    title: str | None = None
    """The title line, where the letter has one."""
    contact: str | None = None
    """The line on whom to ask."""
    copies: str | None = None
    """The line on who gets a copy (抄送)."""
    attachments: str | None = None
    issuer_from: IssuerFrom | None = None
    """Where the issuer stands when nobody signs; None for a signature."""
    name: str | None = None
    """What it is called among several letters; None when it is asked alone."""
    file: str | None = None
    """The file that it was read from; None for the letter that comes with the program."""

    @property
    def text(self) -> str:
        """The letter, character by character."""
        return "".join(section.text for section in self.sections)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All figures in the order of the text."""
        return tuple(figure for section in self.sections for figure in section.figures)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """All citations in the order of the text."""
        return tuple(citation for section in self.sections for citation in section.citations)

    def section(self, section_id: str) -> Section:
        """Return the section of that id; KeyError when there is none."""
        return _by_id(self.sections, section_id)

    def figure(self, figure_id: str) -> Figure:
        """Return the figure of that id; KeyError when there is none."""
        return _by_id(self.figures, figure_id)

    def within(self, section_id: str) -> tuple[Section, ...]:
        """Return a section together with everything below it, in the order of the text."""
        return tuple(s for s in self.sections if f"{s.id}.".startswith(f"{section_id}."))


Item = TypeVar("Item", Section, Figure)


def _by_id(items: Iterable[Item], wanted: str) -> Item:
    for item in items:
        if item.id == wanted:
            return item
    raise KeyError(wanted)
