"""Documents that a text cites, in 《》 or by their number alone, and who issued them."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reply.measure.document import OPENING_BRACKETS, DocumentNumber, numbers
from reply.pack.formulas import ISSUED, ISSUERS, NOT_OF_ISSUER
from reply.same import same_words
from reply.sentences import Span

_MARKS = re.compile(r"[《》]")
_BODY = rf"[\u4e00-\u9fff]{{0,16}}?(?:{'|'.join(ISSUERS)})(?:办公厅|办公室)?"
_BODIES = re.compile(rf"{_BODY}(?:(?:[、和与及]|会同){_BODY})*")
_PLACE = re.compile("[\u4e00-\u9fff]{1,8}[省市县区州盟镇乡]|[我本][省市县区州局厅部委办]")
"""Who issues what, where a verb says so: 珠海市出台了《…》, 我局印发的《…》."""
_ISSUED = re.compile(
    rf"(?:联合|共同|正式|已|又|还|先后|陆续|相继){{0,2}}(?:{'|'.join(ISSUED)}){{1,2}}(?:实施)?(?:了|的)?$"
)
_IN_TITLE = re.compile(rf"({_BODY}(?:[、 ]{_BODY})*)(?:关于|印发|转发)")
_NOT_OF_ISSUER = re.compile(rf".*(?:{'|'.join(NOT_OF_ISSUER)})")
_LISTED = ("、", "和", "及", "以及", "与")
"""What stands between the titles of a list, which share who issued them."""
_PROPOSAL = re.compile("(?:建议|提案|议案)$")
LONGEST = 300
"""Characters of a title; marks further apart belong to something broken."""
LONGEST_ISSUERS = 40
"""Characters before a title in which those who issued it are looked for."""


class Cited(NamedTuple):
    """A document where it is cited."""

    start: int
    end: int
    title: Span | None
    number: Span | None
    issuer: Span | None = None


class Own:
    """What the letter is and what it answers: named in it, but no other documents."""

    def __init__(self, number: str | None, subject: str | None) -> None:
        self._number = number and same_words(number)
        self._subject = subject and same_words(subject)

    def names(self, title: str | None, number: str | None) -> bool:
        """Tell whether a title or a number is the letter's own, or that of the proposal it answers."""
        if number is not None and self._number and same_words(number) == self._number:
            return True
        if title is None:
            return number is not None and _is_of_proposal(number)
        return self._subject is not None and same_words(title) == self._subject


def _is_of_proposal(number: str) -> bool:
    """Tell whether a number counts proposals: 人大建议【2021】5号."""
    return _PROPOSAL.search(re.split(r"[〔﹝\[【(]", number)[0].strip()) is not None


def cited(text: str) -> list[Cited]:
    """Return the documents that a text in half width and simplified script cites, in order."""
    if "《" not in text and "号" not in text:
        return []
    numbered = list(numbers(text))
    by_start = {number.body_start: number for number in numbered if number.body_start < number.start}
    titles = list(_titles(text, by_start))
    inside = bytearray(len(text) + 1)
    for title in titles:
        inside[title.start : title.end] = b"\1" * (title.end - title.start)
    alone = _alone(text, [number for number in numbered if not inside[number.start]])
    return sorted([*titles, *alone], key=lambda document: document.start)


def _titles(text: str, numbered: dict[int, DocumentNumber]) -> Iterator[Cited]:
    depth = start = 0
    before: Cited | None = None
    for match in _MARKS.finditer(text):
        if match[0] == "《":
            if not depth or match.start() - start > LONGEST:
                start, depth = match.start(), 0
            depth += 1
        elif depth:
            depth -= 1
            span = (start + 1, match.start())
            if not depth and match.end() - start <= LONGEST and text[slice(*span)].strip():
                before = _titled(text, span, numbered, before)
                yield before


def _titled(text: str, title: Span, numbered: dict[int, DocumentNumber], before: Cited | None) -> Cited:
    """Return the document of a title, with the number that follows in brackets or at once."""
    start, after = title[0] - 1, title[1] + 1
    issuer = _issuer_in_title(text, title)
    if issuer is None and before is not None and text[before.end : start].strip() in _LISTED:
        issuer = before.issuer if before.issuer and before.issuer[1] <= before.start else None
    issuer = issuer or _issuer_before(text, start)
    at = _past_spaces(text, after)
    opened = text[at : at + 1] in ("(", "（")
    number = numbered.get(_past_spaces(text, at + 1) if opened else at)
    if number is None:
        return Cited(start, after, title, None, issuer)
    closing = _past_spaces(text, number.end)
    closed = opened and text[closing : closing + 1] in (")", "）")
    end = closing + 1 if closed else number.end
    return Cited(start, end, title, (number.body_start, number.end), issuer or _issuer_of_order(text, number))


def _past_spaces(text: str, at: int) -> int:
    while text[at : at + 1] in (" ", "\t", "\u3000", "\u00a0"):
        at += 1
    return at


def _alone(text: str, numbered: Iterable[DocumentNumber]) -> Iterator[Cited]:
    for number in numbered:
        if number.body_start == number.start:
            continue
        span = (number.body_start, number.end)
        yield Cited(*span, None, span, _issuer_of_order(text, number))


def _issuer_of_order(text: str, number: DocumentNumber) -> Span | None:
    """Return who issued an order or an announcement: a name stands before 令 and 公告, elsewhere a code."""
    if text[number.start] in OPENING_BRACKETS or not _BODIES.fullmatch(text, number.body_start, number.start):
        return None
    return number.body_start, number.start


def _issuer_in_title(text: str, title: Span) -> Span | None:
    """Return who issued a document whose title begins with it: 《省民政厅关于…的意见》."""
    named = _IN_TITLE.match(text, *title)
    return named.span(1) if named else None


def _issuer_before(text: str, start: int) -> Span | None:
    """Return who issued a document, where the words before its title say so, from their beginning on."""
    first = max(start - LONGEST_ISSUERS - 1, 0)  # with the mark that may stand before them
    begin = first + max(map(text[first:start].rfind, ",;。:()《》“”\n")) + 1
    issued = _ISSUED.search(text, begin, start)
    end = issued.start() if issued else start
    linked = _NOT_OF_ISSUER.match(text, begin, end)
    if begin == first > 0 and linked is None:
        return None  # the first of those names would be cut in two
    begin = linked.end() if linked else begin
    said = text[begin:end].strip()
    begin = text.index(said, begin)
    if _BODIES.fullmatch(said) or (issued and _PLACE.fullmatch(said)):
        return begin, begin + len(said)
    return None
