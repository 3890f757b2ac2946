"""Read a query as a question: what it asks for, and the words that are looked up. Its words are data."""

import re
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple, TypeAlias

import tomli

from reply.lookup.fold import SCRIPT_TABLE, fold
from reply.lookup.segment import boundaries

Wanted: TypeAlias = Literal["sum", "share", "count", "time", "who", "where", "what"]
Datum: TypeAlias = Literal["addressee", "number", "issuer", "date"]

COUNTABLE: tuple[Wanted, ...] = ("sum", "share", "count")
"""What is asked for by these is a figure."""
LONGEST = 100
"""Characters of a question."""
_COUNTER = "#"
_GAP = " "


class Asked(NamedTuple):
    """How a query was read as a question."""

    wanted: Wanted
    words: tuple[str, ...]
    """What is looked up."""
    counter: str = ""
    """What is counted in, where the question says it: 家 in 几家."""
    thing: str = ""
    """What is counted, where it follows the question word: 床位 in 有几张床位."""
    attribute: str = ""
    """What ends with what is asked for, before the question word: 网格员工资 in 网格员工资多少."""
    result: bool = False
    """Whether it asks what something came to: 减到多少."""
    datum: Datum | None = None
    """What of the letter's head is asked for; nothing is looked up then."""

    @property
    def needed(self) -> str:
        """Return the word whose end must be there, or the question is not the letter's."""
        return self.thing if self.counter and self.thing else self.attribute


def read(query: str) -> Asked | None:
    """Return how a query is read as a question; None where it is none, or asks about nothing."""
    if len(query) > LONGEST:
        return None
    plain = _without_ending(" ".join(fold(word, SCRIPT_TABLE) for word in query.split()))
    found = list(_table().pattern.finditer(plain))
    if not found:
        return None
    told = [_table().wanted(match) for match in found]
    wanted, counter = min(told, key=lambda item: _table().order.index(item[0]))
    rest = _table().pattern.sub(_GAP, plain)
    if datum := _datum(plain, rest, wanted):
        return Asked(wanted, (), counter, datum=datum)
    words = [word for part in rest.split() for word in unfilled(part)]
    at = found[told.index((wanted, counter))]
    following = unfilled(_table().pattern.sub(_GAP, plain[at.end() :]).partition(_GAP)[0])
    thing = following[0] if wanted in COUNTABLE and following and following[0] in words else ""
    telling = tuple(word for word in words if len(word) > 1 or word == thing)
    if not any(len(word) > 1 for word in telling):
        return None
    before = unfilled(plain[: at.start()].rpartition(_GAP)[2])
    attribute = before[-1] if wanted in COUNTABLE and before and not following else ""
    return Asked(
        wanted,
        telling,
        counter,
        thing,
        attribute,
        plain[: at.start()].rstrip("了").endswith(_table().results),
    )


def unfilled(text: str) -> list[str]:
    """Return what stands between the words that say nothing."""
    marks = boundaries(text)
    fillers = _table().fillers
    parts, start, position = [], 0, 0
    while position < len(text):
        ends = (end for end in range(min(position + 4, len(text)), position, -1) if marks[end])
        end = next((end for end in ends if text[position:end] in fillers), 0) if marks[position] else 0
        if end:
            parts.append(text[start:position])
            start = position = end
        else:
            position += 1
    return [part for part in (_bare(part) for part in [*parts, text[start:]]) if part]


def are_same_counters(one: str, other: str) -> bool:
    """Tell whether people count in two classifiers alike: 人 and 名."""
    return one == other or any(one in same and other in same for same in _table().same_counters)


def endings_of(wanted: Wanted) -> list[str]:
    """Return how what answers a question ends: a body for who, a place for where; nothing for others."""
    return _table().endings_of.get(wanted, [])


def is_named_place(word: str) -> bool:
    """Tell whether a folded word is a place that does not say so: 东莞."""
    return word in _table().places


def light_words() -> frozenset[str]:
    """Return the words that ask, more than they say what about: 总数, 情况."""
    return _table().light


def _bare(text: str) -> str:
    return text.strip(",.;:!?、。·-")


def _without_ending(text: str) -> str:
    """Return a question without its mark and the word that only makes it one."""
    text = text.rstrip("?!。.,;:~ ")
    ending = next((ending for ending in _table().endings if text.endswith(ending)), "")
    if ending and not _table().pattern.search(text, len(text) - len(ending) - 1):
        return f"{text[: -len(ending)]}{_GAP}{_table().mark}"
    return text


def _datum(plain: str, rest: str, wanted: Wanted) -> Datum | None:
    """Return what of the letter's head a question asks for that is about nothing else."""
    table = _table()
    for datum, kind, words in table.data:
        named = next((word for word in words if word in plain), "")
        if not named and kind != wanted:
            continue
        if not named and not any(word in rest for word in table.head):
            continue
        left = plain
        for word in sorted((*words, *table.head), key=len, reverse=True):
            left = left.replace(word, _GAP)
        left = table.pattern.sub(_GAP, left)
        if not any(unfilled(part) for part in left.split()):
            return datum
    return None


class _Table(NamedTuple):
    """The table, made ready."""

    pattern: re.Pattern[str]
    kinds: dict[str, Wanted]
    order: list[Wanted]
    endings: list[str]
    fillers: frozenset[str]
    light: frozenset[str]
    results: tuple[str, ...]
    places: frozenset[str]
    same_counters: list[str]
    endings_of: dict[str, list[str]]
    head: list[str]
    data: list[tuple[Datum, Wanted | None, list[str]]]
    mark: str
    """A question word that asks for nothing in particular."""

    def wanted(self, match: re.Match[str]) -> tuple[Wanted, str]:
        """Return what a question word asks for, and in what it counts."""
        word = match.group()
        if word in self.kinds:
            return self.kinds[word], ""
        return self.kinds[word[:-1] + _COUNTER], word[-1]


@cache
def _table() -> _Table:
    source = (Path(__file__).parent / "tables" / "asking.toml").read_text("utf-8")
    data: dict[str, Any] = tomli.loads(source)
    kinds: dict[str, Wanted] = {word: row["wanted"] for row in data["questions"] for word in _folded(row)}
    words = sorted(kinds, key=len, reverse=True)
    alone = "几"  # asks only where nothing follows: 几何 and 几内亚 are no questions
    counters = f"[{data['counters']}]"
    patterns = [
        f"{alone}(?=$|{_GAP})" if word == alone else re.escape(word).replace(re.escape(_COUNTER), counters)
        for word in words
    ]
    return _Table(
        re.compile("|".join(patterns)),
        kinds,
        [row["wanted"] for row in data["questions"]],
        sorted(_folded(data["endings"]), key=len, reverse=True),
        frozenset(_folded(data["fillers"])),
        frozenset(_folded(data["light"])),
        tuple(_folded(data["results"])),
        frozenset(_folded(data["places"])),
        data["same_counters"],
        data["endings_of"],
        _folded(data["head"]),
        [(row["datum"], row.get("wanted"), _folded(row)) for row in data["data"]],
        next(word for word, wanted in kinds.items() if wanted == "what"),
    )


def _folded(row: dict[str, Any]) -> list[str]:
    """Return the words of a row as a query is folded; a mark in them stays."""
    return [word if _COUNTER in word else fold(word, SCRIPT_TABLE) for word in row["words"]]
