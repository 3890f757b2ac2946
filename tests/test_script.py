"""A letter in traditional script is read like one in simplified script, and keeps its own characters."""

import pytest
from pack_letters import Marked, read_marked

from reply.measure.qualifier import AFTER as QUALIFIERS_AFTER
from reply.measure.qualifier import BEFORE as QUALIFIERS_BEFORE
from reply.measure.quantity import parse_quantity
from reply.model import Figure
from reply.pack import pack
from reply.script import TELLTALES, in_simplified, simplified

LETTERS = [letter for half in ("tune", "report") for letter in read_marked(half)]


def in_traditional(text: str) -> str:
    """Return a text with every character that has a traditional one replaced, by a common one if there is."""
    traditional: dict[int, str] = {}
    for code, plain in simplified().items():
        if ord(plain) not in traditional or chr(code) in TELLTALES:
            traditional[ord(plain)] = chr(code)
    return text.translate(traditional)


def reading(figure: Figure) -> tuple[object, ...]:
    words = (figure.unit or "", *figure.per, figure.label)
    return (*figure[4:7], figure.bound, figure.period, figure.basis, *map(in_simplified_anyway, words))


def in_simplified_anyway(text: str) -> str:
    return text.translate(simplified())


@pytest.mark.parametrize("letter", LETTERS, ids=[letter.name for letter in LETTERS])
def test_the_script_changes_no_figure(letter: Marked) -> None:
    plain = in_simplified_anyway(letter.text)
    text = in_traditional(plain)
    as_it_is, anew = pack(plain), pack(text)
    assert anew.text == text
    assert [reading(figure) for figure in anew.figures] == [reading(figure) for figure in as_it_is.figures]
    assert all(text[figure.start : figure.end] == figure.text for figure in anew.figures)
    assert [in_simplified_anyway(c.title or "") for c in anew.citations] == [
        in_simplified_anyway(c.title or "") for c in as_it_is.citations
    ]
    for key in ("number", "grade", "addressee", "subject", "issuer", "date", "contact", "copies"):
        assert in_simplified_anyway(getattr(anew, key) or "") == (getattr(as_it_is, key) or "")


def test_labels_units_and_what_one_is_for_keep_the_script_of_the_letter() -> None:
    (figure,) = pack("每個鄉鎮衛生院補助設備120臺。").figures
    assert (figure.label, figure.per, figure.unit) == ("補助設備", ("鄉鎮衛生院",), "臺")


@pytest.mark.parametrize("word", [*QUALIFIERS_BEFORE, *QUALIFIERS_AFTER])
def test_a_qualifier_is_known_in_both_scripts(word: str) -> None:
    common = {ord(simple): chr(code) for code, simple in simplified().items() if chr(code) in TELLTALES}
    simple, traditional = (
        f"{said}5米" if word in QUALIFIERS_BEFORE else f"5米{said}" for said in (word, word.translate(common))
    )
    assert parse_quantity(traditional) == parse_quantity(simple) is not None


def test_a_text_in_simplified_script_is_left_alone() -> None:
    text = "乾隆年间的著作"
    assert in_simplified(text) is text
