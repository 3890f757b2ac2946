"""A TOML table that knows its place in its file, and notes there what is wrong with a key.

Reading goes on after a mistake, so that a person sees all of a file at once. What stands in for a key that is
wrong is never used: `is_wrong` tells, and a file with mistakes gives no letter.
"""

import datetime
import difflib
import reprlib
from typing import Any, TypeVar

from reply import messages
from reply.errors import ReplyError
from reply.model import Number

Scalar = TypeVar("Scalar", str, int)
MOST = 100
"""Mistakes that are told of one file: who has more has another kind of file."""


class Mistakes:
    """What is wrong in one file, in the order in which it was found."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._told: list[str] = []

    def add(self, place: str, problem: str) -> None:
        """Note one. Raises ReplyError when there are too many to go on."""
        self._told.append(messages.DATA_ERROR.format(file=self._file, place=place, problem=problem))
        if len(self._told) == MOST:
            self._told.append(messages.TOO_MANY_MISTAKES.format(file=self._file, count=MOST))
            self.stop()

    def stop(self) -> None:
        """Raise a ReplyError that tells all that were noted, a line each, if there are any."""
        if self._told:
            raise ReplyError(*self._told)


class Table:
    """Reads each key once; `done` reports the keys that nobody asked for."""

    def __init__(self, data: dict[str, Any], mistakes: Mistakes, place: str = "") -> None:
        self._data, self._mistakes, self._place = data, mistakes, place
        self._known: set[str] = set()
        self._wrong: set[str] = set()

    def fail(self, key: str, problem: str) -> None:
        """Note the first mistake of a key, with the file and the table."""
        if key in self._wrong:
            return
        self._wrong.add(key)
        place = messages.KEY_PLACE.format(table=self._place, key=_short(key)) if self._place else _short(key)
        self._mistakes.add(place, _short(problem))

    def is_wrong(self, *keys: str) -> bool:
        """Tell whether a mistake was noted for one of these keys."""
        return not self._wrong.isdisjoint(keys)

    def optional(self, key: str, kind: type[Scalar]) -> Scalar | None:
        """Return a string or an integer, or None where the key is absent or wrong."""
        self._known.add(key)
        value = self._data.get(key)
        if value is None:
            return None
        if not isinstance(value, kind) or isinstance(value, bool) or _is_endless(value):
            self._wrong_type(key, value, messages.TYPE_NAMES[kind.__name__])
            return None
        return value

    def required(self, key: str, kind: type[Scalar]) -> Scalar:
        """Return a string or an integer that must be there; an empty one after a mistake."""
        value = self.optional(key, kind)
        if value is not None:
            return value
        near = difflib.get_close_matches(key, set(self._data) - self._known, 1)
        self._known.update(near)  # told here, and not again as a key that nobody knows
        self.fail(key, messages.MISSING_KEY_NEAR.format(near=near[0]) if near else messages.MISSING_KEY)
        return kind()

    def number(self, key: str) -> Number | None:
        """Return an integer or a float, or None where the key is absent or wrong."""
        self._known.add(key)
        value = self._data.get(key)
        if value is None:
            return None
        if isinstance(value, int | float) and not isinstance(value, bool) and not _is_endless(value):
            return value
        self._wrong_type(key, value, messages.TYPE_NAMES["number"])
        return None

    def date(self, key: str) -> str | None:
        """Return a TOML date in ISO 8601, or None where the key is absent or wrong."""
        self._known.add(key)
        value = self._data.get(key)
        if value is None:
            return None
        if not isinstance(value, datetime.date) or isinstance(value, datetime.datetime):
            self._wrong_type(key, value, messages.TYPE_NAMES["date"])
            return None
        return value.isoformat()

    def strings(self, key: str) -> tuple[str, ...]:
        """Return an array of strings, empty where the key is absent or wrong."""
        self._known.add(key)
        value = self._data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self._wrong_type(key, value, messages.TYPE_NAMES["strings"])
            return ()
        return tuple(value)

    def table(self, key: str) -> "Table":
        """Return a table that must be there; an empty one after a mistake."""
        self._known.add(key)
        value = self._data.get(key)
        if not isinstance(value, dict):
            self.fail(key, messages.MISSING_TABLE.format(header=f"[{key}]"))
            value = {}
        return Table(value, self._mistakes, f"[{key}]")

    def tables(self, key: str, place: str) -> "list[Table]":
        """Return an array of tables, empty where it is wrong; `place` names one by its ordinal and id."""
        self._known.add(key)
        value = self._data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self.fail(key, messages.MISSING_TABLE.format(header=f"[[{key}]]"))
            return []
        return [
            Table(item, self._mistakes, self._inner(place.format(ordinal=ordinal, id=_named(item))))
            for ordinal, item in enumerate(value, 1)
        ]

    def done(self) -> None:
        """Note the keys that are not part of the format, each with the near one."""
        for key in self._data:
            if key not in self._known:
                near = difflib.get_close_matches(key, self._known, 1)
                self.fail(
                    key, messages.UNKNOWN_KEY_NEAR.format(near=near[0]) if near else messages.UNKNOWN_KEY
                )

    def _inner(self, place: str) -> str:
        return messages.INNER_PLACE.format(outer=self._place, inner=place) if self._place else place

    def _wrong_type(self, key: str, value: object, wanted: str) -> None:
        self.fail(key, messages.WRONG_TYPE.format(value=_shown(value), wanted=wanted))


_LONGEST = 300
"""Characters of a sentence about a table that a person reads."""
_MOST_BITS = 4_000
"""Of a number; one with more digits than Python writes out is a hostile one."""


def _is_endless(value: object) -> bool:
    return isinstance(value, int) and value.bit_length() > _MOST_BITS


def _shown(value: object) -> str:
    """Return a value as TOML would have it, or nearly so, not too long to read."""
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return reprlib.repr("…" if _is_endless(value) else value)


def _named(item: dict[str, Any]) -> str:
    """Return what a table is called by its id, where that may be one."""
    named = item.get("id")
    return _short(named, 40) if isinstance(named, str) else "?"


def _short(text: str, most: int = _LONGEST) -> str:
    """Return a text without its middle, if it is longer than that."""
    return text if len(text) <= most else f"{text[: most // 2]}…{text[-most // 2 :]}"
