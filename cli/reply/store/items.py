"""TOML tables -> figures, citations and flags; None for one that cannot be made, whose mistake is noted."""

from typing import TypeVar, get_args

from reply import messages
from reply.measure.value import Quantity, limits
from reply.model import Basis, Bound, Citation, Doubtful, Figure, Flag, Status
from reply.same import holds
from reply.sentences import Span
from reply.store.section_text import SectionText
from reply.store.table import Table

_BASES: tuple[Basis, ...] = ("stated", "carried", "resolved")
_BOUNDS: tuple[Bound, ...] = get_args(Bound)
_STATUSES: tuple[Status, ...] = ("actual", "planned", "standard")
_DOUBTFUL: tuple[Doubtful, ...] = get_args(Doubtful)
Word = TypeVar("Word", bound=str)


def read_figure(table: Table, ground: SectionText, seen: set[str]) -> Figure | None:
    """Read a figure; `seen` are the ids so far."""
    figure_id = _item_id(table, ground, "-", seen)
    span = ground.locate(table)
    quantity = _quantity(table, ground, span)
    label, (stated_period, basis) = _label(table), _period(table, ground)
    status, per = one_of(table, "status", _STATUSES) or "actual", _per(table)
    doubt, corrected = _doubt(table), table.strings("corrected")
    table.done()
    if quantity is None or span is None:
        return None
    start, end = ground.in_letter(span)
    return Figure(
        id=figure_id,
        section=ground.section,
        label=label,
        text=table.required("text", str),
        value=quantity.value,
        low=quantity.low,
        high=quantity.high,
        unit=quantity.unit,
        bound=quantity.bound,
        period=stated_period,
        basis=basis,
        per=per,
        start=start,
        end=end,
        quote=ground.quote(span),
        status=status,
        doubt=doubt,
        corrected=corrected,
    )


def read_citation(table: Table, ground: SectionText, seen: set[str]) -> Citation | None:
    """Read a citation; `seen` are the ids so far."""
    citation_id = _item_id(table, ground, "-c", seen)
    title: str | None = table.optional("title", str)
    number: str | None = table.optional("number", str)
    issuer: str | None = table.optional("issuer", str)
    span = ground.locate(table)
    text = table.required("text", str)
    for key, value in (("title", title), ("number", number)):
        if value is not None and not table.is_wrong("text") and not holds(text, value):
            table.fail(key, messages.NOT_IN_CITATION.format(value=value, text=text))
    if not title and not number and not table.is_wrong("title", "number"):
        table.fail("title", messages.CITATION_WITHOUT_NAME)
    table.done()
    if span is None:
        return None
    start, end = ground.in_letter(span)
    return Citation(
        id=citation_id,
        section=ground.section,
        title=title,
        number=number,
        text=text,
        start=start,
        end=end,
        quote=ground.quote(span),
        issuer=issuer,
    )


def read_flag(table: Table, ground: SectionText) -> Flag | None:
    """Read digits of which nobody can tell what number they are."""
    span = ground.locate(table)
    table.done()
    return None if span is None else Flag(table.required("text", str), ground.in_letter(span)[0])


def one_of(table: Table, key: str, known: tuple[Word, ...]) -> Word | None:
    """Read a key that is one of a few words; None where it is absent or wrong."""
    named: str | None = table.optional(key, str)
    found = next((word for word in known if word == named), None)
    if named is not None and found is None:
        table.fail(key, messages.NONE_OF_THESE.format(named=named, known=messages.listed(known)))
    return found


def _doubt(table: Table) -> tuple[Doubtful, ...]:
    """Read which keys are in doubt."""
    named = table.strings("doubt")
    if strange := [key for key in named if key not in _DOUBTFUL]:
        known = messages.listed(_DOUBTFUL)
        table.fail("doubt", messages.NONE_OF_THESE.format(named=messages.listed(strange), known=known))
    return tuple(key for key in _DOUBTFUL if key in named)


def note_twice(table: Table, item_id: str, seen: set[str]) -> None:
    """Note an id that is there already."""
    if item_id in seen:
        table.fail("id", messages.DUPLICATE_ID.format(id=item_id))
    seen.add(item_id)


def _item_id(table: Table, ground: SectionText, mark: str, seen: set[str]) -> str:
    """Read and check the id of a figure or citation: section id, `mark`, ordinal."""
    item_id: str = table.required("id", str)
    if table.is_wrong("id") or not ground.has_id:
        return item_id
    prefix = ground.section + mark
    ordinal = item_id.removeprefix(prefix)
    if ordinal == item_id or not (ordinal.isascii() and ordinal.isdecimal()):
        table.fail("id", messages.BAD_ITEM_ID.format(id=item_id, example=f"{prefix}1"))
    else:
        note_twice(table, item_id, seen)
    return item_id


def _quantity(table: Table, ground: SectionText, span: Span | None) -> Quantity | None:
    """Read the number, and check it against the words that it was read from; None after a mistake.

    The ends of a range are in the file, for whoever reads it; files of before have none.
    """
    value, low, high = (table.number(key) for key in ("value", "low", "high"))
    unit: str | None = table.optional("unit", str)
    bound = table.required("bound", str)
    if span is None:
        return None
    if ground.is_checked:
        known: Bound = next(word for word in _BOUNDS if word == bound)
        ends = (low, high) if known == "range" else limits(value, known)
        return Quantity(value, *ends, unit, known)
    ends_said = {key: end for key, end in (("low", low), ("high", high)) if end is not None}
    return _as_read(table, ground, span, {"value": value, **ends_said, "unit": unit, "bound": bound})


def _as_read(table: Table, ground: SectionText, span: Span, said: dict[str, object]) -> Quantity | None:
    """Return what the words say, if it is what the file says."""
    from reply.measure.quantity import parse_quantity

    text = table.required("text", str)
    quantity = parse_quantity(text)
    if quantity is None or any(getattr(quantity, key) != value for key, value in said.items()):
        quantity = ground.quantity(span) or quantity
    if quantity is None:
        table.fail("text", messages.NOT_A_QUANTITY.format(text=text))
        return None
    for key, value in said.items():
        says = getattr(quantity, key)
        if value == says or table.is_wrong(key):
            continue
        if key == "value" and says is None:
            table.fail(key, messages.RANGE_HAS_NO_VALUE.format(text=text))
        else:
            table.fail(key, messages.VALUE_CONTRADICTS.format(text=text, value=value, says=says))
    return quantity


def _label(table: Table) -> str:
    label: str = table.required("label", str)
    if not label.strip():
        table.fail("label", messages.LABEL_EMPTY)
    return label


def _period(table: Table, ground: SectionText) -> tuple[str | None, Basis | None]:
    stated: str | None = table.optional("period", str)
    if stated is not None and not ground.is_checked:
        from reply.measure import period

        try:
            period.span(stated)
        except ValueError:
            table.fail("period", messages.BAD_PERIOD.format(period=stated))
    basis = one_of(table, "basis", _BASES)
    if (stated is None) != (basis is None) and not table.is_wrong("period", "basis"):
        table.fail("basis" if basis is None else "period", messages.PERIOD_AND_BASIS)
    return stated, basis


def _per(table: Table) -> tuple[str, ...]:
    per = table.strings("per")
    if any(";" in item or not item for item in per):
        table.fail("per", messages.BAD_PER)
    return per
