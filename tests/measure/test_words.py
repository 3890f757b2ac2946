"""Each row of the tables of words that numbers are read by has a sentence that fails without it."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from reply.measure import amount, han, identifier, numeral, qualifier, quantity, span, unit
from reply.measure.context import quantities_by_place

Rows = dict[str, dict[str, tuple[str, str]]]
Remove = Callable[[pytest.MonkeyPatch, str], None]


def _examples() -> Rows:
    tables: Rows = {}
    for line in (Path(__file__).parent / "words.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            table, row, sentence, figures = line.split("\t")
            tables.setdefault(table, {})[row] = (sentence, figures)
    return tables


EXAMPLES = _examples()


def read(sentence: str) -> str:
    """Return the figures of a sentence: text|unit|bound."""
    quantities_by_place.cache_clear()
    qualifier.forget_patterns()
    found = quantities_by_place(sentence)
    return " ".join(f"{sentence[a:b]}|{q.unit or ''}|{q.bound}" for (a, b), q in found.items()) or "-"


def _from_units(patch: pytest.MonkeyPatch, row: str) -> None:
    for table in ("_AFTER_NUMBERS", "_AFTER_PER"):
        words = getattr(unit, table)
        patch.setitem(words, row[0], tuple(word for word in words.get(row[0], ()) if word != row))


def _from_same_as(patch: pytest.MonkeyPatch, row: str) -> None:
    patch.delitem(unit.SAME_AS, row)
    _from_units(patch, row)


def _from_verbs(patch: pytest.MonkeyPatch, row: str) -> None:
    patch.setattr(qualifier, "VERBS", [word for word in qualifier.VERBS if word != row])


def _from_before(patch: pytest.MonkeyPatch, row: str) -> None:
    for table in (qualifier.BEFORE, qualifier.REACHES):
        patch.delitem(table, row, raising=False)
    patch.setattr(qualifier, "BY_LENGTH", [item for item in qualifier.BY_LENGTH if item[0] != row])


def _from_reaches(patch: pytest.MonkeyPatch, row: str) -> None:
    word, _, verb = row.partition("+")
    rest = tuple(other for other in qualifier.REACHES[word] if other != verb)
    patch.setitem(qualifier.REACHES, word, rest)


def _from_part_of_word(patch: pytest.MonkeyPatch, row: str) -> None:
    word, character = row[:-1], row[-1]
    rest = qualifier.PART_OF_WORD[word] - {character}
    patch.setitem(qualifier.PART_OF_WORD, word, rest)


def _from_not_unit_before(patch: pytest.MonkeyPatch, row: str) -> None:
    word, character = row[:-1], row[-1]
    patch.setitem(unit.NOT_UNIT_BEFORE, word, unit.NOT_UNIT_BEFORE[word] - {character})


def _from_after(patch: pytest.MonkeyPatch, row: str) -> None:
    words = qualifier._AFTER
    patch.setitem(words, row[0], tuple(word for word in words[row[0]] if word != row))


def _from_identifiers(patch: pytest.MonkeyPatch, row: str) -> None:
    after_words = [
        (kind, tuple(word for word in words if word != row), rest)
        for kind, words, rest in identifier.AFTER_WORDS
    ]
    at_digits = [(kind, rest.replace(row, "\0")) for kind, rest in identifier.AT_DIGITS]
    patch.setattr(identifier, "_ANY", identifier.pattern_of(after_words, at_digits))


def _from(module: object, name: str) -> Remove:
    """Return what takes a row out of a table that is asked where it stands."""

    def remove(patch: pytest.MonkeyPatch, row: str) -> None:
        table = getattr(module, name)
        if isinstance(table, dict):
            patch.delitem(table, row)
        else:
            patch.setattr(module, name, type(table)(item for item in table if item != row))

    return remove


REMOVE: dict[str, Remove] = {
    "UNITS": _from_units,
    "UNITS_WITH_GE": lambda patch, row: _from_units(patch, f"个{row}"),
    "LATIN_UNITS": _from_units,
    "SAME_AS": _from_same_as,
    "NOT_UNIT_BEFORE": _from_not_unit_before,
    "LAST_WORDS": _from(unit, "LAST_WORDS"),
    "CURRENCIES": _from(unit, "CURRENCIES"),
    "UNITS_OF_RATES": _from_units,
    "BEFORE": _from_before,
    "AFTER": _from_after,
    "VERBS": _from_verbs,
    "REACHES": _from_reaches,
    "PART_OF_WORD": _from_part_of_word,
    "IDIOMS": _from_identifiers,
    "ROUND_THE_CLOCK": _from_identifiers,
    **{name: _from(qualifier, name) for name in ("WITHIN", "NOT_WITHIN")},
    **{
        name: _from(han, name)
        for name in (
            "COUNTED_ALONE", "COUNTED_BY_ONE", "NOT_COUNTED_BY_ONE", "ONLY_TWO", "ORDERED", "COUNTED_BY_SECOND",
            "NO_THINGS", "WORDS", "FORMAL", "PLACE_UNITS", "PLACES", "NOT_AFTER", "QUOTES", "ENDS", "ONE_IN_TIME", "NOT_NOUNS",
            "QUALIFIED_BARE", "PAIRED",
        )
    },
    **{
        name: _from(amount, name)
        for name in (
            "NOT_TENTHS_BEFORE", "HALVES", "NOT_HALF_BEFORE", "HALVED", "HALF_OF", "NOT_BEFORE_HALF", "NOT_AFTER_HALF",
            "MORE_AFTER", "NOT_MORE_BEFORE", "NOT_ELIDED_BEFORE", "WITH_TENTHS",
        )
    },
    **{name: _from(numeral, name) for name in ("FEW", "NOT_SOME_AFTER")},
    **{name: _from(quantity, name) for name in ("COUNT_BEFORE", "VALUE_BEFORE", "NAME_AFTER")},
    "MAY_BE_NEGATIVE": _from(span, "MAY_BE_NEGATIVE"),
}  # fmt: skip


def rows_of(table: str) -> Iterable[str]:
    """Return the rows of a table of words, as the examples name them."""
    if table == "REACHES":
        return [f"{word}+{verb}" for word, verbs in qualifier.REACHES.items() for verb in verbs]
    for name, characters in (
        ("PART_OF_WORD", qualifier.PART_OF_WORD),
        ("NOT_UNIT_BEFORE", unit.NOT_UNIT_BEFORE),
    ):
        if table == name:
            return [word + character for word, found in characters.items() for character in found]
    modules = (unit, qualifier, han, amount, numeral, quantity, span, identifier)
    return next(getattr(module, table) for module in modules if hasattr(module, table))


@pytest.mark.parametrize("table", REMOVE)
def test_every_row_has_its_example(table: str) -> None:
    assert set(EXAMPLES[table]) == set(rows_of(table))


@pytest.mark.parametrize("table", REMOVE)
def test_every_example_is_read_as_a_person_reads_it(table: str) -> None:
    wrong = {row: read(text) for row, (text, figures) in EXAMPLES[table].items() if read(text) != figures}
    assert not wrong


@pytest.mark.parametrize("table", REMOVE)
def test_no_row_can_be_left_out(table: str) -> None:
    idle = []
    for row, (sentence, figures) in EXAMPLES[table].items():
        with pytest.MonkeyPatch.context() as patch:
            REMOVE[table](patch, row)
            if read(sentence) == figures:
                idle.append(row)
    quantities_by_place.cache_clear()
    qualifier.forget_patterns()
    assert idle == []
