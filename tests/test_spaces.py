"""Spaces that typesetting leaves around numbers are closed up, and every character knows where it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reply.measure.reading import closed_up

typeset = st.text(alphabet="5 \u3000\u00a0万元年a%-,。\n")


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("投入 500 万元", "投入500万元"),
        ("截至 2023 年 5 月底", "截至2023年5月底"),
        ("95% 以上", "95%以上"),
        ("95 %", "95%"),
        ("18.7 km", "18.7km"),
        ("12 - 15 万元", "12-15万元"),
        ("“ 5 ”", "“5”"),
        ("4 200 个", "4 200个"),
        ("改造 3 个, 4 个", "改造3个, 4个"),
        ("张 三", "张 三"),
        ("\u3000\u3000一、", "\u3000\u3000一、"),
        ("\u3000\u30005 个", "\u3000\u30005个"),
        ("5 \n个", "5 \n个"),
    ],
)
def test_a_space_beside_a_number_is_closed_up(text: str, closed: str) -> None:
    assert closed_up(text).text == closed


@given(typeset)
def test_every_character_knows_where_it_was(text: str) -> None:
    closed = closed_up(text)
    assert "".join(text[place] for place in closed.places[:-1]) == closed.text == closed.of(text)
    assert closed.places[-1] == len(text)


@given(typeset, st.data())
def test_a_stretch_is_found_again_where_it_was(text: str, data: st.DataObject) -> None:
    closed = closed_up(text)
    start = data.draw(st.integers(0, len(closed.text)))
    end = data.draw(st.integers(start, len(closed.text)))
    if start < end:
        assert closed.within(*closed.span(start, end)) == (start, end)


@given(typeset)
def test_only_spaces_are_taken_out(text: str) -> None:
    bare = str.maketrans("", "", " \u3000\u00a0")
    assert closed_up(text).text.translate(bare) == text.translate(bare)
