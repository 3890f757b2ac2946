"""The text of a section, in which figures, citations and flags stand."""

from reply import messages
from reply.measure.value import Quantity
from reply.sentences import Span, around, sentences
from reply.store.table import Table

_SHOWN = 5
"""Places that are named of a text that stands in many."""


def stands_once(section: str, text: str) -> bool:
    """Tell whether a text stands in a section once, so that nobody needs to say where."""
    return section.find(text, section.find(text) + 1) < 0


class SectionText:
    """Knows where in the section each text stands, and the sentence around it."""

    def __init__(
        self,
        section: str,
        text: str,
        start: int,
        counted_from: int,
        *,
        has_id: bool,
        has_text: bool,
        is_checked: bool,
    ) -> None:
        """`start`: of the section, in the letter; `counted_from`: where `start` in the file counts from.

        Where its id or its text is wrong, nothing is said of what depends on it. With `is_checked` somebody
        has seen to it that the numbers are those of the words.
        """
        self.section, self._text, self._start, self._counted_from = section, text, start, counted_from
        self.has_id, self._has_text, self.is_checked = has_id, has_text, is_checked
        self._sentences = sentences(text)
        self._quotes: dict[Span, str] = {}

    def locate(self, table: Table) -> Span | None:
        """Read where in the section the text of a table stands; None after a mistake.

        `start` is needed only where the text stands there more than once.
        """
        text, stated = table.required("text", str), table.optional("start", int)
        if not self._has_text or table.is_wrong("text", "start"):
            return None
        first = self._text.find(text) if text else -1
        at = first if stated is None else stated - (self._start - self._counted_from)
        if first < 0:
            table.fail("text", messages.SPAN_NOWHERE.format(text=text, section=self.section))
        elif at < 0 or not self._text.startswith(text, at):
            self._elsewhere(table, text, at)
        elif stated is None and not stands_once(self._text, text):
            self._not_clear(table, text)
        else:
            return at, at + len(text)
        return None

    def _elsewhere(self, table: Table, text: str, at: int) -> None:
        if stands_once(self._text, text):
            table.fail("start", messages.SPAN_ONCE.format(start=self._said(at), text=text))
            return
        nearest = min(_places(self._text, text), key=lambda place: abs(place - at))
        table.fail(
            "start",
            messages.SPAN_ELSEWHERE.format(start=self._said(at), text=text, found=self._said(nearest)),
        )

    def _not_clear(self, table: Table, text: str) -> None:
        places = [self._said(place) for place in _places(self._text, text)]
        shown = messages.listed(places[:_SHOWN])
        table.fail("start", messages.SPAN_NOT_CLEAR.format(text=text, count=len(places), places=shown))

    def _said(self, at: int) -> int:
        """Return a place as the file counts it."""
        return at + self._start - self._counted_from

    def in_letter(self, span: Span) -> Span:
        """Return a span of the section as one of the letter."""
        return span[0] + self._start, span[1] + self._start

    def quantity(self, span: Span) -> Quantity | None:
        """Return the quantity that stands at a place, read with what stands around it."""
        from reply.measure.context import quantities_by_place

        return quantities_by_place(self._text).get(span)

    def quote(self, span: Span) -> str:
        """Return the sentence around a span, the same string to all that stand in it."""
        sentence = around(self._sentences, *span)
        if sentence not in self._quotes:
            self._quotes[sentence] = self._text[sentence[0] : sentence[1]]
        return self._quotes[sentence]


def _places(section: str, text: str) -> list[int]:
    found = []
    place = section.find(text)
    while place >= 0:
        found.append(place)
        place = section.find(text, place + 1)
    return found
