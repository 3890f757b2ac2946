"""The letters of tests/letters/, in whose texts the expected figures are marked where they stand.

    {5000余万元;50000000;o;元;c2018;年+人;补助+!奖励;a}

is the text, the value (600..1300 for a range), the bound by its initial (e exact, a about, n nearly, o over,
g at_least, m at_most, r range), the unit, the period after s, c or r for its basis, what one is for,
words that its label must have, or after ! must not have (补助|补贴 is either), and its status by its initial
(a actual, p planned, s standard).
"""

import re
from pathlib import Path
from typing import NamedTuple
from unittest import mock

from reply.model import Figure, Status
from reply.pack import pack, section
from reply.pack.status import Judged, Place, governed

LETTERS = Path(__file__).parent.parent / "tests" / "letters"
_BOUNDS = {
    "e": "exact", "a": "about", "n": "nearly", "o": "over", "g": "at_least", "m": "at_most", "r": "range",
}  # fmt: skip
_BASES = {"s": "stated", "c": "carried", "r": "resolved"}
_STATUSES: dict[str, Status] = {"a": "actual", "p": "planned", "s": "standard"}
_MARK = re.compile(r"\{([^{}]*)\}")


class Expected(NamedTuple):
    """A figure as a person read it."""

    text: str
    start: int
    value: str
    bound: str
    unit: str | None
    period: str | None
    basis: str | None
    per: tuple[str, ...]
    label: tuple[str, ...]
    """Words that its label must have; none where nobody said."""
    strange: tuple[str, ...] = ()
    """Words that its label must not have."""
    status: Status | None = None
    """None where nobody said."""


class Marked(NamedTuple):
    """A letter and what a person read in it."""

    name: str
    text: str
    data: bytes
    head: dict[str, str]
    headings: list[str]
    destroyed: list[str]
    cited: list[str]
    """Titles with their numbers; the proposal that a letter answers is no document that it cites."""
    figures: list[Expected]


def by_words_alone(place: Place, previous: Status | None) -> Judged:
    """Judge a figure by the words that govern it, without the weights."""
    return Judged(governed(place, previous) or "actual", in_doubt=False)


def places(text: str) -> list[tuple[Figure, Place]]:
    """Return the figures of a text, their statuses by words alone, each with what packing knows of it."""
    seen: list[Place] = []

    def judged(place: Place, previous: Status | None) -> Judged:
        seen.append(place)
        return by_words_alone(place, previous)

    with mock.patch.object(section, "judged", judged):
        return list(zip(pack(text).figures, seen, strict=True))


def read_marked(name: str) -> list[Marked]:
    """Read a half: `tune` or `report`."""
    return _read(LETTERS / f"{name}.txt")


def read_heads(name: str) -> list[Marked]:
    """Read the heads and feet of tests/heads/: `tune` or `apart`."""
    return _read(LETTERS.parent / "heads" / f"{name}.txt")


def _read(path: Path) -> list[Marked]:
    source = path.read_text("utf-8")
    return [_marked(block) for block in re.split(r"^=== ", source, flags=re.MULTILINE)[1:]]


def _marked(block: str) -> Marked:
    name, *lines = block.splitlines()
    said = dict(line[1:].split(" ", 1) for line in lines if line.startswith("#"))
    body = "\n".join(line for line in lines if not line.startswith("#")) + "\n"
    if said.get("newline") == "crlf":
        body = body.replace("\n", "\r\n")
    text, figures = _unmarked(body)
    keys = ("title", "number", "grade", "addressee", "subject", "issuer", "issuer_from", "date")
    page = "".join(f"<p>{line}</p>\n" for line in text.splitlines())
    head = "<head><title>x</title><script>var a = 12;</script></head>"
    html = f"<!DOCTYPE html><html>{head}<body><div class='nav 3'>{page}</div></body></html>"
    return Marked(
        name,
        text,
        (html if said.get("format") == "html" else text).encode(said.get("encoding", "utf-8")),
        {key: said[key] for key in keys if key in said},
        said["headings"].split("|") if "headings" in said else [],
        said["destroyed"].split("|") if "destroyed" in said else [],
        said["cited"].split("|") if "cited" in said else [],
        figures,
    )


def _unmarked(body: str) -> tuple[str, list[Expected]]:
    figures: list[Expected] = []
    parts: list[str] = []
    length = position = 0
    for match in _MARK.finditer(body):
        before = body[position : match.start()]
        text, value, bound, unit, *rest = match[1].split(";")
        period, per, label, status = [*rest, "", "", "", ""][:4]
        words = label.split("+") if label else []
        start = length + len(before)
        figures.append(
            Expected(
                text, start, value, _BOUNDS[bound], unit or None,
                period[1:] or None, _BASES.get(period[:1]), tuple(per.split("+")) if per else (),
                tuple(word for word in words if not word.startswith("!")),
                tuple(word[1:] for word in words if word.startswith("!")),
                _STATUSES.get(status),
            )
        )  # fmt: skip
        parts += [before, text]
        length, position = start + len(text), match.end()
    return "".join([*parts, body[position:]]), figures
