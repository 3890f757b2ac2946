"""A TOML table that knows its place in its file, and says so when a key is wrong."""

import datetime
import difflib
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
        place = messages.KEY_PLACE.format(table=self._place, key=key) if self._place else key
        raise ReplyError(messages.DATA_ERROR.format(file=self._file, place=place, problem=problem))

    def optional(self, key: str, kind: type[Scalar]) -> Scalar | None:
        """Return a string or an integer, or None where the key is absent."""
        self._known.add(key)
        value = self._data.get(key)
        if value is None:
            return None
        if not isinstance(value, kind) or isinstance(value, bool):
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
        if value is None or (isinstance(value, int | float) and not isinstance(value, bool)):
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
            Table(item, self._file, self._inner(place.format(ordinal=ordinal, id=item.get("id", "?"))))
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
        self.fail(key, messages.WRONG_TYPE.format(value=repr(value)[:60], wanted=wanted))
