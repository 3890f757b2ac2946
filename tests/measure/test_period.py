"""Periods in EDTF: which days they are, whether two share one, and how they are written."""

import pytest

from reply.measure.period import adjoin, interval, iso, overlaps, span


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2016", "2016-01-01", "2016-12-31"),
        ("2016-02", "2016-02-01", "2016-02-31"),
        ("2016-02-05", "2016-02-05", "2016-02-05"),
        ("2015/2019", "2015-01-01", "2019-12-31"),
        ("2016-11/2017-03", "2016-11-01", "2017-03-31"),
        ("2016-05/2016", "2016-05-01", "2016-12-31"),
        ("2012/..", "2012-01-01", "9999-12-31"),
        ("../2020", "0001-01-01", "2020-12-31"),
    ],
)
def test_a_period_reaches_from_a_first_day_to_a_last(period: str, first: str, last: str) -> None:
    assert span(period) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "..",
        "../..",
        "2016/",
        "/2016",
        "2017/2016",
        "16",
        "2016-1",
        "2016-13",
        "2016-02-30",
        "２０１６",
        "20160",
        "2016-1-01",
    ],
)
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the callers say what is wrong, in two languages
        span(text)


@pytest.mark.parametrize(
    ("period", "other", "share"),
    [
        ("2016", "2016-12", True),
        ("2016", "2017", False),
        ("2017", "2016", False),
        ("2015/2017", "2017-01-01", True),
        ("2017-01-01", "2015/2017", True),
        ("2016-12-31", "2016-12-31", True),
        ("2012/..", "2018", False),
        ("2012/..", "2017-06", True),
        ("../2014", "2012/..", True),
        ("../2011", "2012/..", False),
    ],
)
def test_two_periods_overlap_when_they_share_a_day(period: str, other: str, share: bool) -> None:
    assert overlaps(period, other, today="2017-06-06") is share


def test_an_open_end_has_none_when_the_day_of_the_letter_is_not_known() -> None:
    assert overlaps("2012/..", "2018")
    assert overlaps("2012/2016", "2018", today="2019-01-01") is False


@pytest.mark.parametrize(
    ("date", "written"),
    [
        ((2016,), "2016"),
        ((987, 5), "0987-05"),
        ((2016, 2, 29), "2016-02-29"),
        ((2015, 2, 29), "2015-02"),
        ((2016, 3, 0), "2016-03"),
        ((2016, 3, 31), "2016-03-31"),
        ((2016, 4, 31), "2016-04"),
    ],
)
def test_a_date_is_written_as_far_as_there_is_one(date: tuple[int, ...], written: str) -> None:
    assert iso(*date) == written


@pytest.mark.parametrize(
    ("first", "last", "period"),
    [
        ("2016", "2016", "2016"),
        ("2016", "2017-03", "2016/2017-03"),
        ("2016", "2016-03", "2016/2016-03"),
        ("2016-03", "2016", "2016-03/2016"),
        ("2016-03-05", "2016-03", "2016-03-05/2016-03"),
        ("2017", "2016-03", None),
        ("2016-03-05", "2016-03-04", None),
    ],
)
def test_an_interval_does_not_end_before_it_begins(first: str, last: str, period: str | None) -> None:
    assert interval(first, last) == period


@pytest.mark.parametrize(
    ("one", "other", "whole"),
    [
        ("2018", "2019", True),
        ("2018", "2020", False),
        ("2018", "2019-01", True),
        ("2018", "2019-02", False),
        ("2020-02", "2020-03", True),
        ("2020-02", "2020-03-01", True),
        ("2020-02-28", "2020-03-01", False),
        ("2020-02-29", "2020-03-01", True),
        ("2019-02-28", "2019-03-01", True),
        ("2018-12-31", "2019-01-01", True),
        ("2018-12-30", "2019-01-01", False),
        ("2018-05", "2018-04", True),
    ],
)
def test_two_dates_adjoin_when_no_day_lies_between(one: str, other: str, whole: bool) -> None:
    assert adjoin(one, other) is whole
