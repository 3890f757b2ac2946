"""Name a section: by id, by any spelling of its number, or by words of its title; and print it."""

import re
from collections.abc import Iterable, Sequence
from functools import partial
from typing import Literal

from reply import messages
from reply.ask.captions import heading, headings
from reply.ask.choices import near
from reply.ask.find import explained, looked_up, passages_of, shortened
from reply.ask.question import Question, Wording
from reply.errors import ReplyError
from reply.listing import Captions, Listing, Row
from reply.lookup import search
from reply.lookup.search import TIERS
from reply.model import Letter, Section

COLUMNS = ("id", "heading", "title", "text", "parent", "figures", "citations")

_NUMERAL = r"[0-9]+|[〇零一二三四五六七八九十百]+"
_SPELLING = re.compile(
    rf"第?\(?({_NUMERAL})\)?(?:(?:部分|章|节|条|[、.．,,\-·/(\s])\(?({_NUMERAL})\)?)*[、.章节条)部分]*"
)


def question(name: str, *, exact: bool = False) -> Question:
    """Return the question for a section, or for the outline; with `exact` no title is guessed at."""
    letter, _, own = name.rpartition(":")
    # A number need not stand in the letter as it is typed, and may be an id.
    in_title = own if own and not own.isascii() and number(own) is None else None
    return Question(
        partial(read, name=name, exact=exact), title=in_title, letter=letter or None, own=("title",)
    )


def outline(letter: Letter) -> Listing:
    """List all sections."""
    return _listing(letter, letter.sections, kind="outline")


def overview(letter: Letter) -> Listing:
    """List all sections under a line that says what this letter is."""
    head = (letter.number, letter.issuer, letter.date, letter.subject)
    columns = tuple(name for name in COLUMNS if name != "text")
    return outline(letter)._replace(
        columns=columns, title=" · ".join(part for part in head if part), hint=messages.OVERVIEW_HINT
    )


def _listing(letter: Letter, sections: Sequence[Section], kind: Literal["outline", "section"]) -> Listing:
    return Listing(
        kind=kind,
        columns=COLUMNS,
        rows=[_row(section) for section in sections],
        value="text" if kind == "section" else "id",
        captions=Captions(
            headings(letter),
            marks={
                section.id: [(f.start - section.start, f.end - section.start) for f in section.figures]
                for section in sections
            },
        ),
    )


def _row(section: Section) -> Row:
    """Return the keys that scripts rely on."""
    return {
        "id": section.id,
        "heading": section.heading,
        "title": section.title,
        "text": section.text,
        "parent": section.parent,
        "figures": [figure.id for figure in section.figures],
        "citations": [citation.id for citation in section.citations],
    }


def read(letter: Letter, name: str, *, exact: bool = False) -> Listing:
    """Return the section or chapter of that name, to be read.

    An outline when several titles fit, or when no name is given. Raises ReplyError when no title fits.
    """
    if not name:
        return outline(letter)
    name = own_name(letter, name)
    found, notes = _resolved(letter, name, exact=exact)
    if len(found) == 1:
        return _listing(letter, letter.within(found[0].id), kind="section")._replace(notes=notes)
    fitting = _listing(letter, found, kind="outline")
    return fitting._replace(notes=notes, hint=messages.SEVERAL_SECTIONS.format(name=name))


def resolve(letter: Letter, name: str) -> list[Section]:
    """Return the sections that a name may mean, best first. Raises ReplyError when there are none."""
    return _resolved(letter, own_name(letter, name), exact=False)[0]


def _resolved(letter: Letter, name: str, *, exact: bool) -> tuple[list[Section], list[str]]:
    """Return the sections that a name may mean, and how it was read. ReplyError when there are none."""
    sections = {section.id: section for section in letter.sections}
    for spelling in (name.strip(), number(name)):
        if spelling in sections:
            return [sections[spelling]], []
    named = [section for section in letter.sections if name.strip() in _names(section)]
    if named:
        return named, []
    titles = [section.title or heading(section) for section in letter.sections]
    wording = Wording(name, name, exact=exact)
    answer = search(name, titles, exact=exact)
    if answer.hits:
        return [letter.sections[hit.text_index] for hit in answer.hits], explained(wording, answer)
    is_word = any(map(str.isalnum, name)) and number(name) is None
    if is_word and letter.name is None and (told := _where_it_stands(letter, wording)):
        raise ReplyError(told)
    known = _near(name, letter.sections)
    said = messages.UNKNOWN_SECTION if known else messages.UNKNOWN_SECTION_FAR
    raise ReplyError(said.format(name=shortened(name), near=messages.listed(known)))


def _where_it_stands(letter: Letter, wording: Wording) -> str:
    """Say in which sections a word stands that no title has, and how it was read; empty where in none."""
    passages = passages_of(letter)
    answer = looked_up(passages, wording, until=TIERS[-2])
    ids = dict.fromkeys(passages[index].section.id for index in sorted(hit.text_index for hit in answer.hits))
    stands = messages.STANDS_IN_SECTIONS.format(name=wording.typed, ids=messages.listed(ids))
    return messages.SPACE.join([*explained(wording, answer), stands]) if ids else ""


def own_name(letter: Letter, name: str) -> str:
    """Return a name without that of its letter: LETTER:3.1 is 3.1. ReplyError where it is another."""
    named, _, own = name.rpartition(":")
    if letter.name is None or not named:
        return name
    if named != letter.name:
        raise ReplyError(messages.UNKNOWN_LETTER.format(name=named))
    return own


def _names(section: Section) -> tuple[str | None, ...]:
    """Return what a section is called, to the letter."""
    return (section.title, section.heading, *messages.PARTS.get(section.id, ()))


def number(name: str) -> str | None:
    """Read the number of a section however it is written: 三、(一), 3-1, 三.一 are 3.1."""
    from reply.measure.numeral import whole_number
    from reply.measure.reading import half_width

    plain = half_width(name).strip()
    if not _SPELLING.fullmatch(plain):
        return None
    return ".".join(str(whole_number(numeral)) for numeral in re.findall(_NUMERAL, plain))


def _near(name: str, sections: Iterable[Section]) -> list[str]:
    names = {text: section.id for section in sections for text in (section.id, heading(section)) if text}
    return list(dict.fromkeys(names[text] for text in near(name, names, 3)))
