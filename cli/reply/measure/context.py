"""Read the quantities of a whole text, and know each by its place."""

from functools import lru_cache

from reply.measure.expression import expressions
from reply.measure.guard import certain_quantities
from reply.measure.identifier import identifiers
from reply.measure.quantity import Found
from reply.measure.reading import closed_up, half_width
from reply.measure.table import table_figures
from reply.measure.time import spans_of_times
from reply.measure.value import Quantity
from reply.script import in_simplified


@lru_cache(maxsize=1)
def quantities_by_place(text: str) -> dict[tuple[int, int], Quantity]:
    """Return the quantities of a text as written, by start and end.

    Some need what stands around them: 10 is 10 hours in 10、9、8小时, and about 10 in 约需资金10元.
    """
    written = closed_up(half_width(text))
    plain = in_simplified(written.text)
    taken = bytearray(len(plain) + 1)
    others = [(other.start, other.end) for other in identifiers(plain)]
    for start, end in (*others, *spans_of_times(expressions(plain, 0, len(plain)))):
        taken[start:end] = b"\1" * (end - start)
    tables = table_figures(in_simplified(half_width(text)))
    for cell in tables:
        start, end = written.within(cell.start, cell.end)
        taken[start:end] = b"\1" * (end - start)
    found = [found for found in certain_quantities(plain, taken) if isinstance(found, Found)]
    own_script = {ord(p): w for p, w in zip(plain, written.text, strict=True) if p != w and p.isalpha()}
    return {(cell.start, cell.end): cell.quantity for cell in tables} | {
        written.span(start, end): quantity._replace(
            unit=quantity.unit and quantity.unit.translate(own_script)
        )
        for start, end, quantity, _ in found
    }
