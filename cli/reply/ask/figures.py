"""List figures: by id, by section, by what they measure, by how large they are and of which time."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import NamedTuple, TypeVar

from reply import messages
from reply.ask import choices, sections
from reply.ask.captions import headings
from reply.ask.find import explained, head_of, looked_up, offering, passages_of, shortened
from reply.ask.question import Question, Wording, worded
from reply.ask.times import as_period
from reply.ask.units import explained as explained_units
from reply.ask.units import meant, require_unit
from reply.errors import ReplyError
from reply.listing import Captions, Listing, Row
from reply.lookup import search
from reply.measure import period
from reply.model import Figure, Letter, Number, Status

COLUMNS = (
    "id", "section", "label", "text", "value", "low", "high", "unit", "bound",
    "period", "basis", "per", "start", "end", "quote", "status",
)  # fmt: skip
MORE = ("doubt",)
"""What is shown when it is asked for."""


Kind = TypeVar("Kind")
STATUSES: tuple[Status, ...] = ("actual", "planned", "standard")


class Filters(NamedTuple):
    """Which figures; what is None or empty asks for nothing, and of several values each will do."""

    names: tuple[str, ...] = ()
    """Ids of figures and sections, and free words on label and quote."""
    sections: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    least: str | None = None
    most: str | None = None
    statuses: tuple[str, ...] = ()
    doubtful: bool | None = None
    """Whether the status is in doubt; None takes both."""
    exact: bool = False
    """Whether free words are not guessed at, nor read as a question."""


def question(filters: Filters) -> Question:
    """Return the question for the figures that pass some filters."""
    filters = filters._replace(
        names=tuple(one for name in filters.names for one in _separated(name)),
        periods=tuple(map(as_period, filters.periods)),
    )
    letters = {name.rpartition(":")[0] for name in filters.names}
    # In Latin letters a name may be an id; only a letter knows which of its own there are.
    free = [name for name in filters.names if not name.isascii() and ":" not in name]
    return Question(
        partial(figures, filters=filters),
        words=worded(" ".join(free), exact=filters.exact) if free else None,
        units=tuple(dict.fromkeys(name for unit in filters.units for name in (unit, meant(unit)))),
        periods=filters.periods,
        letter=letters.pop() if len(letters) == 1 and "" not in letters else None,
    )


def figures(letter: Letter, filters: Filters) -> Listing:
    """List the figures that pass all filters, in the order of the letter."""
    own = _own(filters.names, letter.name)
    kept, free = _named(letter, own)
    if filters.names and not own:
        kept = []  # only figures of other letters are named
    found = _matching(letter, kept, worded(" ".join(free), exact=filters.exact)) if free else None
    kept = found.figures if found else kept
    if filters.sections:
        named = _each(letter, filters.sections, lambda name: sections.resolve(letter, name))
        ids = {inner.id for some in named for section in some for inner in letter.within(section.id)}
        kept = [figure for figure in kept if figure.section in ids]
    units: list[str] = []
    if filters.units:
        counts = Counter(figure.unit for figure in letter.figures if figure.unit).most_common()
        units = _each(letter, filters.units, lambda unit: require_unit(unit, counts))
        kept = [figure for figure in kept if figure.unit in units]
    if filters.periods:
        kept = _of_periods(kept, filters.periods, letter.date)
    if filters.statuses:
        statuses = [choices.require(name, STATUSES, messages.UNKNOWN_STATUS) for name in filters.statuses]
        kept = [figure for figure in kept if figure.status in statuses]
    if filters.doubtful is not None:
        kept = [figure for figure in kept if figure.in_doubt == filters.doubtful]
    kept, undecided = _between(kept, _amount(filters.least), _amount(filters.most))
    return Listing(
        kind="figures",
        columns=COLUMNS,
        rows=[_row(figure) for figure in kept],
        value="value",
        more=MORE,
        captions=Captions(headings(letter)),
        tier=found.tier if found else "",
        notes=[
            *(found.notes if found else ()),
            *explained_units(set(filters.units) - set(units)),
            *_left_out(undecided),
            *_doubted(kept, filters),
        ],
        nothing=found.nothing if found and not found.figures else _nothing(filters),
    )


def _doubted(kept: list[Figure], filters: Filters) -> list[str]:
    """Say how many are in doubt, where one asked for a status."""
    count = sum(figure.in_doubt for figure in kept)
    asked = filters.statuses and filters.doubtful is None
    return [messages.DOUBTFUL_AMONG.format(count=count)] if asked and count else []


def _left_out(undecided: list[Figure]) -> list[str]:
    ids = messages.listed(figure.id for figure in undecided)
    return [messages.UNDECIDED.format(ids=ids)] if undecided else []


def _nothing(filters: Filters) -> str:
    """Say what there is none of."""
    query = shortened(" ".join(filters.names))
    filtered = any(filters._replace(names=()))
    if query:
        said = messages.NO_FIGURES_ABOUT_FILTERED if filtered else messages.NO_FIGURES_ABOUT
        return said.format(query=query)
    return messages.NO_FIGURES if filtered else messages.NO_FIGURES_AT_ALL


_ID = re.compile(r"(?:.+:)?(?:[a-z0-9.]+-|\d+\.)\d+")
"""What the ids of figures look like, and those of sections with a point."""


def _separated(name: str) -> list[str]:
    """Return the ids that were typed with commas between them: 3.1-5,3.1-6."""
    ids = [part for part in re.split("[,，、;；]", name) if part]
    return ids if len(ids) > 1 and all(map(_ID.fullmatch, ids)) else [name]


def _each(letter: Letter, names: Sequence[str], known: Callable[[str], Kind]) -> list[Kind]:
    """Return what names mean. Raises ReplyError for one that is unknown; of several letters, when all are."""
    found: list[Kind] = []
    refusal: ReplyError | None = None
    for name in names:
        try:
            found.append(known(name))
        except ReplyError as error:
            refusal = refusal or error
    if refusal is not None and (letter.name is None or not found):
        raise refusal
    return found


def _row(figure: Figure) -> Row:
    """Return the keys that scripts rely on."""
    return {name: getattr(figure, name) for name in (*COLUMNS, *MORE)}


def _own(names: tuple[str, ...], letter: str | None) -> tuple[str, ...]:
    """Return the names that may be of this letter, without its own: LETTER:3.1-5 is 3.1-5."""
    if letter is None:
        return names
    return tuple(n.removeprefix(f"{letter}:") for n in names if ":" not in n or n.startswith(f"{letter}:"))


def _named(letter: Letter, names: tuple[str, ...]) -> tuple[list[Figure], list[str]]:
    """Return the figures of the ids given, or all; and the names that are no ids but free words."""
    everything = list(letter.figures)
    section_ids = {section.id for section in letter.sections}
    figure_ids = {figure.id for figure in everything}
    chosen: set[str] = set()
    free: list[str] = []
    for name in names:
        if name in figure_ids:
            chosen.add(name)
        elif name in section_ids:
            inner = {section.id for section in letter.within(name)}
            chosen |= {figure.id for figure in everything if figure.section in inner}
        elif _is_id(name, section_ids):
            section = name.rpartition("-")[0]
            raise ReplyError(_unknown(name, figure_ids if section in section_ids else ()))
        else:
            free.append(name)
    kept = everything if len(free) == len(names) else [f for f in everything if f.id in chosen]
    return kept, free


def _is_id(name: str, sections: set[str]) -> bool:
    """Tell whether a name can be nothing but the id of a figure: 3.1-9, 9.9-1."""
    section, _, number = name.rpartition("-")
    return number.isdecimal() and (section in sections or bool(re.fullmatch(r"\d+(?:\.\d+)+", section)))


def _unknown(name: str, ids: Iterable[str]) -> str:
    near = choices.near(name, sorted(ids), 3)
    said = messages.UNKNOWN_FIGURE if near else messages.UNKNOWN_FIGURE_FAR
    return said.format(name=name, near=messages.listed(near))


class _Matching(NamedTuple):
    """The figures that free words find, and how the words were read."""

    figures: list[Figure]
    tier: str
    notes: list[str]
    nothing: str
    """What to say where there are none."""


def _matching(letter: Letter, kept: list[Figure], wording: Wording) -> _Matching:
    """Return the figures in the passages that words find; those whose label holds the words come alone."""
    passages = passages_of(letter)
    answer = looked_up(passages, wording, head=head_of(letter))
    among = {figure.id for figure in kept}
    inside = [
        figure
        for index in sorted(hit.text_index for hit in answer.hits)
        for figure in passages[index].figures
        if figure.id in among
    ]
    labelled = search(wording.words, [f"{f.label}。{f.text}" for f in inside], until=answer.tier)
    if inside and labelled.hits:
        inside = [inside[index] for index in sorted(hit.text_index for hit in labelled.hits)]
    if wording.asked:
        from reply.ask.answering import wanted

        inside = wanted(wording.asked, inside)
    nothing = "" if inside else offering(messages.NO_FIGURES_ABOUT, wording.typed, answer.suggestions)
    return _Matching(inside, answer.tier, explained(wording, answer), nothing)


def _of_periods(kept: list[Figure], wanted: Sequence[str], today: str | None) -> list[Figure]:
    times = list(map(as_period, wanted))
    return [f for f in kept if f.period and any(period.overlaps(f.period, one, today=today) for one in times)]


def _amount(text: str | None) -> Number | None:
    """Read a limit: 10000, 1,000, 1万, 3.13亿."""
    if text is None:
        return None
    from reply.measure.quantity import parse_quantity

    negative = text.startswith("-")
    quantity = parse_quantity(text.removeprefix("-"))
    if quantity is None or quantity.value is None or quantity.bound != "exact":
        raise ReplyError(messages.BAD_AMOUNT.format(amount=shortened(text)))
    return -quantity.value if negative else quantity.value


def _between(
    kept: list[Figure], least: Number | None, most: Number | None
) -> tuple[list[Figure], list[Figure]]:
    """Return the figures whose words commit to the limits, and those of which they leave it open."""
    passing, undecided = [], []
    for figure in kept:
        inside = (least is None or (figure.low is not None and figure.low >= least)) and (
            most is None or (figure.high is not None and figure.high <= most)
        )
        if inside:
            passing.append(figure)
        elif _may_be_inside(figure, least, most):
            undecided.append(figure)
    return passing, undecided


def _may_be_inside(figure: Figure, least: Number | None, most: Number | None) -> bool:
    return (
        figure.value is not None
        and (least is None or figure.value >= least)
        and (most is None or figure.value <= most)
    )
