"""Documents that a text cites: in 《》, the outermost where they nest, or by their number alone."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from reply.sentences import Span

_MARKS = re.compile(r"[《》]")
_YEAR_NUMBER = r"[〔\[【]\s?[0-9]{4}\s?[〕\]】]\s?[0-9]+\s?号"
_ORDER = r"(?:令|公告)(?:[0-9]{4}年)?第?\s?[0-9一二三四五六七八九十百〇零]+\s?号"
_NUMBER_AFTER = re.compile(
    rf"[(（](?P<number>[\u4e00-\u9fff]{{1,12}}(?:\s?{_YEAR_NUMBER}|{_ORDER}))(?:(?P<closed>[)）])|[,，;；])"
)
_YEAR_AND_NUMBER = re.compile(_YEAR_NUMBER)
_BODY_BEFORE = re.compile(r"[\u4e00-\u9fff]{1,12}\s?$")
_NOT_IN_NUMBER = re.compile(r".*(?:按照|根据|依据|依照|贯彻|落实|印发|执行|关于|以及|和|与|按|据|以)")
"""Words that stand before a document number without being part of it."""
LONGEST = 300
"""Characters of a title; marks further apart belong to something broken."""


class Cited(NamedTuple):
    """A document where it is cited."""

    start: int
    end: int
    title: Span | None
    number: Span | None


def cited(text: str) -> list[Cited]:
    """Return the documents that a text in half width cites, in order."""
    if "《" not in text and "号" not in text:
        return []
    titles = list(_titles(text))
    inside = bytearray(len(text) + 1)
    for title in titles:
        inside[title.start : title.end] = b"\1" * (title.end - title.start)
    alone = [document for document in _alone(text) if not inside[document.start]]
    return sorted([*titles, *alone], key=lambda document: document.start)


def _titles(text: str) -> Iterator[Cited]:
    depth = start = 0
    for match in _MARKS.finditer(text):
        if match[0] == "《":
            if not depth or match.start() - start > LONGEST:
                start, depth = match.start(), 0
            depth += 1
        elif depth:
            depth -= 1
            if not depth and 1 < match.end() - start <= LONGEST:
                number = _NUMBER_AFTER.match(text, match.end())
                end = number.end() if number and number["closed"] else match.end()
                yield Cited(start, end, (start + 1, match.start()), number.span("number") if number else None)


def _alone(text: str) -> Iterator[Cited]:
    for match in _YEAR_AND_NUMBER.finditer(text):
        begin = max(match.start() - 12, 0)
        body = _BODY_BEFORE.search(text[begin : match.start()])
        if body is None:
            continue
        linked = _NOT_IN_NUMBER.match(body[0])
        start = begin + body.start() + (linked.end() if linked else 0)
        if start < match.start() and text[start - 1 : start] not in ("(", "（"):
            yield Cited(start, match.end(), None, (start, match.end()))
