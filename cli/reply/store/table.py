"""A TOML table that knows its place in its file, and says so when a key is wrong."""

import datetime
import difflib
import reprlib
from typing import Any, NoReturn, TypeVar

from reply import messages
from reply.errors import ReplyError
from reply.model import Number

Scalar = TypeVar("Scalar", str, int)


class Table:
    """Reads each key once; `done` reports the keys that nobody asked for."""

    def __init__(self, data: dict[str, Any], file: str, place: str = "") -> None:
        self._data, self._file, self._place = data, file, place
        self._known: set[str] = set()

    def fail(self, key: str, problem: str) -> NoReturn:
        """Raise a ReplyError that names file, table and key."""
        place = messages.KEY_PLACE.format(table=self._place, key=_short(key)) if self._place else _short(key)
        raise ReplyError(messages.DATA_ERROR.format(file=self._file, place=place, problem=_short(problem)))

    def optional(self, key: str, kind: type[Scalar]) -> Scalar | None:
        """Return a string or an integer, or None where the key is absent."""
        self._known.add(key)
        value = self._data.get(key)
        if value is None:
            return None
        if not isinstance(value, kind) or isinstance(value, bool) or _is_endless(value):
            self._wrong_type(key, value, messages.TYPE_NAMES[kind.__name__])
        return value

    def required(self, key: str, kind: type[Scalar]) -> Scalar:
        """Return a string or an integer that must be there."""
        value = self.optional(key, kind)
        if value is None:
            near = difflib.get_close_matches(key, set(self._data) - self._known, 1)
            mend = messages.MISSING_KEY_NEAR.format(near=near[0]) if near else messages.MISSING_KEY
            self.fail(key, mend)
        return value

    def number(self, key: str) -> Number | None:
        """Return an integer or a float, or None where the key is absent."""
        self._known.add(key)
        value = self._data.get(key)
        if value is None:
            return None
        if isinstance(value, int | float) and not isinstance(value, bool) and not _is_endless(value):
            return value
        return self._wrong_type(key, value, messages.TYPE_NAMES["number"])

    def date(self, key: str) -> str | None:
        """Return a TOML date in ISO 8601, or None where the key is absent."""
        self._known.add(key)
        value = self._data.get(key)
        if value is None:
            return None
        if not isinstance(value, datetime.date) or isinstance(value, datetime.datetime):
            self._wrong_type(key, value, messages.TYPE_NAMES["date"])
        return value.isoformat()

    def strings(self, key: str) -> tuple[str, ...]:
        """Return an array of strings, empty where the key is absent."""
        self._known.add(key)
        value = self._data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self._wrong_type(key, value, messages.TYPE_NAMES["strings"])
        return tuple(value)

    def table(self, key: str) -> "Table":
        """Return a table that must be there."""
        self._known.add(key)
        value = self._data.get(key)
        if not isinstance(value, dict):
            self.fail(key, messages.MISSING_TABLE.format(header=f"[{key}]"))
        return Table(value, self._file, f"[{key}]")

    def tables(self, key: str, place: str) -> "list[Table]":
        """Return an array of tables; `place` names one of them by its ordinal and id."""
        self._known.add(key)
        value = self._data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self.fail(key, messages.MISSING_TABLE.format(header=f"[[{key}]]"))
        return [
            Table(item, self._file, self._inner(place.format(ordinal=ordinal, id=_named(item))))
            for ordinal, item in enumerate(value, 1)
        ]

    def done(self) -> None:
        """Report the first key that is not part of the format, with the near one."""
        for key in self._data:
            if key not in self._known:
                near = difflib.get_close_matches(key, self._known, 1)
                self.fail(
                    key, messages.UNKNOWN_KEY_NEAR.format(near=near[0]) if near else messages.UNKNOWN_KEY
                )

    def _inner(self, place: str) -> str:
        return messages.INNER_PLACE.format(outer=self._place, inner=place) if self._place else place

    def _wrong_type(self, key: str, value: object, wanted: str) -> NoReturn:
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
