"""Which figures pass the filters, and in what order."""

import json
from contextlib import suppress
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import Run
from reply import load
from reply.ask.choices import near
from reply.ask.figures import COLUMNS, Filters, figures, question
from reply.ask.question import Wording
from reply.ask.several import ask
from reply.ask.times import as_period
from reply.ask.units import explained, meant, require_unit
from reply.errors import ReplyError
from reply.pack import pack

LETTER = load()


def ids(
    *names: str,
    sort: str | None = None,
    section: str | None = None,
    unit: str | None = None,
    period: str | None = None,
    least: str | None = None,
    most: str | None = None,
) -> list[str]:
    filters = Filters(names, one(section), one(unit), one(period), least, most)
    listing = ask([LETTER], partial(figures, filters=filters), sort=sort)
    return [str(row["id"]) for row in listing.rows]


def one(value: str | None) -> tuple[str, ...]:
    return () if value is None else (value,)


def test_all_figures_come_in_the_order_of_the_letter() -> None:
    assert ids() == [figure.id for figure in LETTER.figures]


def test_ids_choose_figures_and_sections() -> None:
    assert ids("3.1-5") == ["3.1-5"]
    assert ids("1.2", "3.1-5") == ["1.2-1", "1.2-2", "1.2-3", "3.1-5"]
    assert ids("1") == [figure.id for figure in LETTER.figures if figure.id.startswith("1.")]


def test_words_choose_by_what_is_measured() -> None:
    assert ids("志愿者") == ["2.3-2", "2.3-8"]
    assert ids("养老") == ["3.1-5", "3.1-6"]
    assert ids("珠海") == ["1.2-1", "1.2-2", "1.2-3"]


def test_words_that_no_label_has_choose_by_the_sentence() -> None:
    assert ids("互联互通") == []
    assert "3.1-5" in ids("日间照料")


def test_words_go_through_the_same_lookup_as_find() -> None:
    assert ids("zyz") == ids("志愿者") == ids("志愿愿者") == ids("志願者")


def test_words_choose_among_the_ids() -> None:
    assert ids("3.1", "养老") == ["3.1-5", "3.1-6"]


def test_a_section_is_named_as_for_section() -> None:
    assert ids(section="三(一)") == ids(section="3.1") == ids(section="资金投入") == ids("3.1")


@pytest.mark.parametrize("unit", ["处", "處"])
def test_a_unit_is_the_same_in_either_script(unit: str) -> None:
    for text in ("全縣現有5處。", "全县现有5处。"):
        assert [row["text"] for row in figures(pack(text), Filters(units=(unit,))).rows] == [text[4:6]]


def test_a_unit_is_one_of_the_letter() -> None:
    assert len(ids(unit="元")) == 10
    assert ids(unit="万元") == ids(unit="元")
    with pytest.raises(ReplyError, match=r"No figure has the unit “光年”. There are 个 \(16\)"):
        ids(unit="光年")


def test_a_year_matches_every_period_that_covers_it() -> None:
    assert ids(period="2013") == ["1.1-1", "1.1-2", "1.1-3", "1.1-4", "3.1-4"]
    assert "2.1-2" in ids(period="2018")
    assert ids(period="2018") == ["2.1-2", *(f"2.3-{n}" for n in range(4, 9))]


def test_a_month_and_an_interval_match_what_shares_a_day_with_them() -> None:
    assert "2.1-6" in ids(period="2017-01")
    assert "2.1-6" not in ids(period="2017-02")
    assert ids(period="2019/2021") == ["2.1-2", *(f"2.3-{n}" for n in range(4, 9))]


def test_an_open_period_ends_with_the_letter() -> None:
    assert "1.1-1" in ids(period="2017")
    assert "1.1-1" not in ids(period="2018")


def test_limits_are_on_what_the_words_commit_to() -> None:
    assert "1.1-3" in ids(least="10000")
    assert "1.1-3" not in ids(most="30000")
    assert "2.1-14" not in ids(least="10000")
    assert "2.1-14" in ids(most="15万")
    assert ids(least="600", most="1300", unit="平方米") == ["2.1-1"]


def test_what_the_words_leave_open_is_named_but_not_returned(run: Run) -> None:
    result = run("figures", "--unit", "元", "--min", "1亿", "-c", "id", "--no-header")
    assert result.lines == ["2.1-3", "3.1-5"]
    assert "commit to the limit: 3.1-4." in result.stderr


@pytest.mark.parametrize("amount", ["3.13亿", "313,000,000", "31300万", "３１３００００００"])
def test_a_limit_is_written_in_any_digits(amount: str) -> None:
    assert ids(least=amount, most=amount) == ["3.1-5"]


@pytest.mark.parametrize("amount", ["", "abc", "约3", "1-2", "--5", "1,2"])
def test_a_limit_that_is_no_number_is_said_to_be_none(amount: str) -> None:
    with pytest.raises(ReplyError, match=r"is not a number; write it like 10000, 1万 or 3\.13亿\."):
        ids(least=amount)


def test_sorting_puts_numbers_in_order_and_nothing_last() -> None:
    assert ids(unit="元", sort="-value")[:2] == ["2.1-3", "3.1-5"]
    assert ids(section="2.1", sort="value")[-1] == "2.1-1"
    assert ids(section="2.1", sort="-value")[-1] == "2.1-1"
    assert ids("2.1", sort="id") == ids("2.1")
    assert ids(sort="period")[0].startswith("1.1")


def test_a_mistyped_column_names_the_near_one(run: Run) -> None:
    assert run("figures", "-c", "id,lable").stderr == "There is no column “lable”; use label, value.\n"
    with pytest.raises(ReplyError, match="There is no column “valeu”; use value"):
        ids(sort="-valeu")


def test_an_unknown_figure_names_the_near_ones(run: Run) -> None:
    result = run("figures", "3.1-7")
    assert (result.status, result.stdout) == (2, b"")
    assert result.stderr.startswith("There is no figure “3.1-7”; near it: 3.1-")


def test_a_mistyped_unit_of_a_word_finds_nothing() -> None:
    assert ids("高铁") == []


options = st.none() | st.text(max_size=8) | st.sampled_from([*COLUMNS, "2016", "元", "3.1", "1万", "-1"])


@given(
    names=st.lists(st.text(max_size=6), max_size=2),
    section=options,
    unit=options,
    period=options,
    least=options,
    sort=options,
)
def test_any_filters_answer_or_say_why_not(
    names: list[str],
    section: str | None,
    unit: str | None,
    period: str | None,
    least: str | None,
    sort: str | None,
) -> None:
    filters = Filters(tuple(names), one(section), one(unit), one(period), least)
    with suppress(ReplyError):
        assert ask([LETTER], partial(figures, filters=filters), sort=sort).columns == COLUMNS


def test_a_filter_that_is_given_twice_means_either() -> None:
    text = (
        "一、关于养老\n2016年安排养老资金5万元,建成养老院3所。\n"
        "二、关于教育\n2017年补助教师6人。2019年拟新建学校7所。\n"
    )
    letter = pack(text)

    def texts(**filters: tuple[str, ...]) -> list[object]:
        return [row["text"] for row in figures(letter, Filters(**filters)).rows]  # type: ignore[arg-type] # by name

    assert texts() == ["5万元", "3所", "6人", "7所"]
    assert texts(units=("元", "人")) == ["5万元", "6人"]
    assert texts(sections=("1", "教育")) == ["5万元", "3所", "6人", "7所"]
    assert texts(sections=("1", "1")) == ["5万元", "3所"]
    assert texts(periods=("2016", "2019")) == ["5万元", "3所", "7所"]
    assert texts(statuses=("actual", "planned")) == ["5万元", "3所", "6人", "7所"]
    assert texts(units=("所", "人"), statuses=("planned",)) == ["7所"]


@pytest.mark.parametrize(
    "filters",
    [Filters(units=("元", "光年")), Filters(sections=("3.1", "9.9")), Filters(periods=("2016", "x")),
     Filters(statuses=("actual", "x"))],
)  # fmt: skip
def test_one_value_that_is_unknown_is_refused_beside_one_that_is_known(filters: Filters) -> None:
    with pytest.raises(ReplyError):
        figures(LETTER, filters)


def test_of_several_letters_those_answer_that_know_one_of_the_values() -> None:
    letters = [
        pack(text)._replace(name=name) for name, text in (("a", "投入5万元。\n"), ("b", "补助6人。\n"))
    ]
    listing = ask(letters, partial(figures, filters=Filters(units=("元", "人"))))
    assert [row["id"] for row in listing.rows] == ["a:body-1", "b:body-1"]


def test_a_filter_is_repeated_on_the_command_line(run: Run) -> None:
    either = run("figures", "--unit", "元", "--unit", "平方米", "-c", "unit", "--no-header").lines
    assert set(either) == {"元", "平方米"}


def test_rows_that_are_left_out_are_counted_as_rows(run: Run) -> None:
    said = run("figures", "--unit", "元", "-n", "2").stderr
    assert said == "Showing 2 of 10 rows; -n 4 shows more.\n"


def test_the_json_of_a_figure_is_whole(run: Run) -> None:
    (row,) = json.loads(run("figures", "3.1-5", "-f", "json").stdout)
    assert row == {
        "id": "3.1-5",
        "section": "3.1",
        "label": "省财政投入养老服务体系建设资金",
        "text": "3.13亿元",
        "value": 313000000,
        "low": 313000000,
        "high": 313000000,
        "unit": "元",
        "bound": "exact",
        "period": "2016",
        "basis": "stated",
        "per": [],
        "start": 3024,
        "end": 3030,
        "quote": next(figure.quote for figure in LETTER.figures if figure.id == "3.1-5"),
        "status": "actual",
    }


@pytest.mark.parametrize(
    ("unit", "own"),
    [
        ("元", "元"), ("万元", "元"), ("百万元", "元"), ("億元", "元"), ("圆", "元"), ("yuan", "元"), ("RMB", "元"), ("万", "万"), ("百万", "百万"), ("m2", "平方米"),
        ("亿m2", "平方米"), ("％", "%"), (" 万元 ", "元"), ("光年", "光年"),
    ],
)  # fmt: skip
def test_what_unit_a_name_stands_for(unit: str, own: str) -> None:
    assert meant(unit) == own
    assert (explained([unit]) != []) == (own != unit)


def test_a_unit_that_is_not_there_is_told_with_the_first_eight_that_are() -> None:
    for count in (8, 9):
        counts = [(f"u{n}", 9 - n) for n in range(count)]
        with pytest.raises(ReplyError) as told:
            require_unit("光年", counts)
        names = ", ".join(f"u{n} ({9 - n})" for n in range(8))
        assert f"There are {names}{' and others' if count > 8 else ''}." in str(told.value)
    with pytest.raises(ReplyError, match="has a unit"):
        require_unit("光年", [])
    assert require_unit("万元", [("家", 2), ("元", 1)]) == "元"
    assert require_unit("處", [("处", 2)]) == "处"


@pytest.mark.parametrize(
    ("typed", "period"),
    [
        ("2016", "2016"), ("2016年", "2016"), ("2016-2018", "2016/2018"), ("2016年6月", "2016-06"), ("2017.6.6", "2017-06-06"), (" 2016 ", "2016"), ("../2018", "../2018"),
        ("2016年至2018年", "2016/2018"), ("2016年和2017年", "2016/2017"),
    ],
)  # fmt: skip
def test_a_time_for_a_filter_is_written_as_people_write_it(typed: str, period: str) -> None:
    assert as_period(typed) == period


@pytest.mark.parametrize("typed", ["x", "", "17年", "2016年的", "去年", "2016-13", "x" * 60])
def test_what_is_no_time_is_told_as_it_was_typed(typed: str) -> None:
    with pytest.raises(ReplyError, match=f"^“{typed}” is not a period"):
        as_period(typed)


def test_of_a_long_time_that_is_none_the_beginning_is_told() -> None:
    with pytest.raises(ReplyError, match=f"^“{'x' * 60}…” is not a period"):
        as_period("x" * 61)


@pytest.mark.parametrize(
    ("name", "known", "found"),
    [
        ("lable", ["text", "label", "value"], ["label", "value"]),
        ("va", ["other", "value"], ["value"]),  # which begins so
        ("values", ["other", "value", "x"], ["value"]),
        ("a", ["ab", "b"], ["ab"]),
        ("a", ["abcdef"], []),  # one character is a part of too much
        ("abcdef", ["a"], []),
        ("xab", ["a", "ab"], ["ab"]),
        ("qq", ["label"], []),
        ("ab", ["ab1", "ab2", "ab3", "ab4", "ab5", "ab6"], ["ab1", "ab2", "ab3", "ab4", "ab5"]),
    ],
)
def test_names_that_are_like_one_are_near(name: str, known: list[str], found: list[str]) -> None:
    assert near(name, known) == found


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("3.1-5,3.1-6", ["3.1-5", "3.1-6"]), ("3.1、3.2", ["3.1", "3.2"]), ("body-1；body-2", ["body-1", "body-2"]), ("a:3.1-5,a:3.1-6", ["a:3.1-5", "a:3.1-6"]),
        ("养老,食堂", ["养老,食堂"]), ("3.1-5,养老", ["3.1-5,养老"]), ("1,2", ["1,2"]), ("3.1-5", ["3.1-5"]),
    ],
)  # fmt: skip
def test_ids_may_stand_in_one_word(typed: str, names: list[str]) -> None:
    ask = question(Filters((typed,))).ask
    assert isinstance(ask, partial)
    assert list(ask.keywords["filters"].names) == names


@pytest.mark.parametrize(
    ("names", "words", "letter"),
    [
        ((), None, None), (("养老",), "养老", None), (("3.1", "养老", "食堂"), "养老 食堂", None), (("a:3.1",), None, "a"), (("a:3.1", "a:养老"), None, "a"),
        (("a:3.1", "b:3.1"), None, None), (("a:3.1", "养老"), "养老", None), (("yanglao",), None, None), (("a:b:3.1",), None, "a:b"),
    ],
)  # fmt: skip
def test_letters_are_narrowed_down_by_what_is_asked(
    names: tuple[str, ...], words: str | None, letter: str | None
) -> None:
    asked = question(Filters(names, units=("万元",), periods=("2016年",)))
    assert asked.words == (None if words is None else Wording(words, words))
    assert (asked.letter, asked.units, asked.periods) == (letter, ("万元", "元"), ("2016",))


@pytest.mark.parametrize(
    ("least", "most", "passing", "undecided"),
    [
        (None, None, "3所 5至8所 约20所 30多所 40所以上 不到50所", ""),
        ("5", None, "5至8所 30多所 40所以上", "约20所 不到50所"),
        ("6", "30", "", "约20所 30多所"),
        ("30", None, "30多所 40所以上", "不到50所"),
        ("31", None, "40所以上", "不到50所"),
        (None, "8", "3所 5至8所", ""),
        (None, "7", "3所", ""),
        (None, "50", "3所 5至8所 不到50所", "约20所 30多所 40所以上"),
        ("3", "3", "3所", ""),
        ("-1", "3", "3所", ""),
    ],
)
def test_a_figure_passes_the_limits_that_its_words_commit_to(
    least: str | None, most: str | None, passing: str, undecided: str
) -> None:
    letter = pack("甲镇3所,乙镇5至8所,丙镇约20所,丁镇30多所,戊镇40所以上,己镇不到50所。")
    listing = figures(letter, Filters(least=least, most=most))
    texts = {figure.id: figure.text for figure in letter.figures}
    left_out = [texts[id_] for id_ in texts if f"{id_}" in " ".join(listing.notes)]
    assert (" ".join(str(row["text"]) for row in listing.rows), " ".join(left_out)) == (passing, undecided)


@pytest.mark.parametrize(
    ("filters", "said"),
    [
        (Filters(), "There are no figures in the letter."),
        (Filters(most="1"), "No figure passes these filters."),
        (Filters(("养老",)), "No figure is about “养老”."),
        (Filters(("养老",), most="1"), "养老"),
    ],
)
def test_it_is_said_what_there_is_none_of(filters: Filters, said: str) -> None:
    assert said in figures(pack("发展事业。"), filters).nothing


def test_ids_of_another_letter_name_none_of_this_one() -> None:
    letter = pack("投入5万元。")._replace(name="a")
    assert [row["id"] for row in figures(letter, Filters(("a:body-1", "b:body-2"))).rows] == ["body-1"]
    assert list(figures(letter, Filters(("b:body-1",))).rows) == []
    assert [row["id"] for row in figures(letter._replace(name=None), Filters(("body-1",))).rows] == ["body-1"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("body-9", "near it: body-1"),
        ("3.1-1", "There is no figure “3.1-1”"),
        ("x-1", None),
        ("3-1", None),
        ("body-x", None),
    ],
)
def test_what_can_only_be_an_id_is_no_word(name: str, said: str | None) -> None:
    letter = pack("投入5万元。")
    if said is None:
        assert list(figures(letter, Filters((name,))).rows) == []
    else:
        with pytest.raises(ReplyError, match=said):
            figures(letter, Filters((name,)))
