"""No figure is a part of a number: every break in every place of many numbers is joined or flagged."""

from collections.abc import Callable
from decimal import Context, localcontext

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from prose import prose

from conftest import in_proportion
from reply.measure.context import quantities_by_place
from reply.measure.guard import certain_quantities
from reply.measure.numeral import whole_number
from reply.measure.quantity import Found, parse_quantity
from reply.measure.reading import reading
from reply.measure.span import Doubt
from reply.measure.value import Quantity

WHOLE = (
    "3326.4万元", "1亿5000万元", "12,345.6元", "2.5-3万元", "85.5%", "30分钟", "2个百分点", "560平方米", "约1200人", "不少于300张",
    "50%以上", "三百五十万元", "百分之八十", "二十五个", "10、9、8小时", "0.9×0.7米", "8万余人", "5000至1万元", "3年6个月", "300元/人·月",
    "20m3/s", "15个工作日", "三分之二", "八成", "十余家", "1/3", "翻两番", "123元1角1分", "800万千瓦时", "3倍多", "人民币800元", "2000万",
    "不超过总投资的30%", "零下5℃", "两、三年", "8.6万+户", "八成五", "半年",
)  # fmt: skip
BREAKS = (
    "\n", "\r\n", " ", "\u00a0", " \n ", "\ufffd", "\u200b", "\n\n", "\t", ",\n", ".\n", "\u3000\u3000", "\n\u3000\u3000", "\u2028", "\v", "\ufeff",
)  # fmt: skip


def read(text: str) -> tuple[list[Quantity], list[str], list[str]]:
    """Return the quantities of a text, their words, and what is in doubt."""
    plain = reading(text).text
    found = certain_quantities(plain, bytes(len(plain) + 1))
    sure = [item for item in found if isinstance(item, Found)]
    doubts = [plain[item.start : item.end] for item in found if isinstance(item, Doubt)]
    return [item.quantity for item in sure], [plain[item.start : item.end] for item in sure], doubts


def is_kept(broken: str, whole: str) -> bool:
    """Tell whether a broken text gives what the whole one gives, or a part of it with the rest in doubt."""
    (quantities, _, doubts), (known, *_) = read(broken), read(whole)
    return quantities == known or (set(quantities) < set(known) and bool(doubts))


@pytest.mark.parametrize("words", WHOLE)
@pytest.mark.parametrize("gap", BREAKS, ids=[ascii(gap) for gap in BREAKS])
def test_a_number_broken_anywhere_is_joined_or_flagged(words: str, gap: str) -> None:
    whole = f"全县共投入{words}。"
    start = whole.index(words)
    places = range(start + 1, start + len(words))
    assert [at for at in places if not is_kept(whole[:at] + gap + whole[at:], whole)] == []


numbers = st.one_of(
    st.integers(0, 10**12).map(str),
    st.decimals(0, 10**6, places=2).map(str),
    st.integers(1000, 10**9).map(lambda n: f"{n:,}"),
    st.tuples(st.integers(1, 99), st.integers(1000, 9999)).map(lambda pair: f"{pair[0]}亿{pair[1]}万"),
)
units = st.sampled_from(
    ["元", "万元", "%", "平方米", "个百分点", "万吨", "人次", "km2", "元/月", "公里以上", "余户"]
)


@given(numbers, units, st.sampled_from(BREAKS), st.data())
def test_any_number_broken_anywhere_is_joined_or_flagged(
    number: str, unit: str, gap: str, data: st.DataObject
) -> None:
    whole = f"全县共投入{number}{unit}。"
    at = data.draw(st.integers(6, len(whole) - 2))
    assert is_kept(whole[:at] + gap + whole[at:], whole)


marks = st.text(
    "0123456789,.-~%、×+/年月日个元万亿百千余多半成约近以上不 \n\t\ufffd一二三两十几〇点分之零下人次m",
    max_size=40,
)


@given(marks)
@example("3\n326.4万元")
@example(".5万元")
@example("5亿亿元")
@example("01/2")
def test_whatever_stands_beside_a_figure_is_no_part_of_its_number(text: str) -> None:
    plain = reading(text).text
    for found in certain_quantities(plain, bytes(len(plain) + 1)):
        assert 0 <= found.start < found.end <= len(plain)
        if isinstance(found, Found):
            left = plain[: found.number_start].rstrip(" \n\t\ufffd,.")
            assert not (plain[found.number_start].isdigit() and left[-1:].isdigit())


@given(marks)
def test_what_is_found_follows_each_other_and_never_overlaps(text: str) -> None:
    plain = reading(text).text
    position = 0
    for found in certain_quantities(plain, bytes(len(plain) + 1)):
        assert found.start >= position
        position = found.end


@pytest.mark.parametrize(
    ("text", "words", "doubts"),
    [
        ("惠及3\n260户", [], ["3\n260户"]),
        ("新增 4 200 个", [], ["4 200个"]),
        ("新增5个。\n3户受益", ["5个", "3户"], []),
        ("新增5个\n3户受益", ["5个", "3户"], []),
        ("不低\n于30%", [], ["不低\n于30%"]),
        ("30%\n以上", [], ["30%\n以上"]),
        ("3\ufffd6万元", [], ["3\ufffd6万元"]),
        ("\ufffd326万元", [], ["326万元"]),
        ("共投入3O0万元", [], ["3O0万元"]),
        ("约3..6亩", [], ["3..6亩"]),
        ("投入1亿5000万1亿5000万元", [], ["1亿5000万1亿5000万元"]),
    ],
)
def test_what_is_in_doubt_is_told_with_all_that_belongs_to_it(
    text: str, words: list[str], doubts: list[str]
) -> None:
    assert read(text)[1:] == (words, doubts)


GROWING: dict[str, Callable[[int], str]] = {
    "digits": lambda n: "1" * n,
    "one scale after the other": lambda n: "亿" * n,
    "numerals": lambda n: "一千" * n,
    "ranges in ranges": lambda n: "1-" * n + "元",
    "a list": lambda n: "1、" * n + "2元",
    "a list without a unit": lambda n: "1、" * n,
    "a list of numerals": lambda n: "三、" * n + "四年",
    "figures": lambda n: "投入5万元,约建成三十座," * (n // 12),
    "spaces": lambda n: "5" + " " * n + "5元",
    "line ends": lambda n: "5\n" * n,
    "lost characters": lambda n: "5\ufffd" * n,
    "commas": lambda n: "1,234" * (n // 5),
    "points": lambda n: "1." * n,
    "qualifiers": lambda n: "不低于" * n + "5元",
    "times": lambda n: "3×" * n + "3米",
    "parts": lambda n: "百分之" * n + "五",
}


@pytest.mark.parametrize("kind", GROWING)
def test_reading_takes_time_in_proportion_to_the_text(kind: str) -> None:
    assert in_proportion(
        lambda length: reading(GROWING[kind](length)).text,
        lambda plain: certain_quantities(plain, bytes(len(plain) + 1)),
        1_500,
    )


DIGITS = [chr(code) for code in range(0x110000) if chr(code).isdecimal()]


def test_digits_of_every_script_are_digits() -> None:
    assert len(DIGITS) > 600
    for digit in DIGITS:
        assert read(f"共{digit}元")[0] == read(f"共{int(digit)}元")[0]


@pytest.mark.parametrize("seed", [1, 2])
def test_official_prose_without_quantities_has_no_figure(seed: int) -> None:
    text = prose(seed, 100_000)
    assert [text[slice(*place)] for place in quantities_by_place(text)] == []


def test_no_precision_of_the_process_changes_a_number() -> None:
    with localcontext(Context(prec=3)):
        (quantity,) = read("投入1亿2345万元")[0]
        assert (quantity.value, parse_quantity("三分之二"), whole_number("一万二千三百四十五")) == (
            123450000, Quantity(0.666666666667, 0.666666666667, 0.666666666667, None, "exact"), 12345,
        )  # fmt: skip
