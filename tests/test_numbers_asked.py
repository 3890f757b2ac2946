"""Numbers and dates are found in every dress in which people type them, and never in a part of another."""

import pytest

from reply.lookup import search
from reply.lookup.amount import amount_in, amounts
from reply.lookup.corpus import Corpus, literal
from reply.lookup.fold import TABLE
from reply.lookup.moment import digits_of, period_of
from reply.lookup.number import matches, patterns, written_out


def found(query: str, text: str) -> list[str]:
    answer = search(query, [text])
    return (
        [text[slice(*span)] for hit in answer.hits for span in hit.spans] if answer.tier == "number" else []
    )


@pytest.mark.parametrize(
    ("query", "text", "where"),
    [
        ("四亿五千二百五十八万", "安排45258万元", "45258万"),
        ("45,258", "安排45258万元", "45258"),
        ("4.5258亿", "安排45258万元", "45258万"),
        ("700w", "志愿者700万人", "700万人"),
        ("700W人", "志愿者700万人", "700万人"),
        ("5k人", "共5000人", "5000人"),
        ("¥2100万", "安排2100万元", "2100万元"),
        ("￥2100万", "安排2100万元", "2100万元"),
        ("3万块", "补助3万元", "3万元"),
        ("3万块钱", "补助3万元", "3万元"),
        ("补助一万块", "每村补助1万元", "补助1万元"),
        ("600㎡", "面积600-1300平方米", "600-1300平方米"),
        ("1300平米", "面积600-1300平方米", "600-1300平方米"),
        ("600到1300", "面积600-1300平方米", "600-1300平方米"),
        ("600~1300平米", "面积600-1300平方米", "600-1300平方米"),
        ("5km", "道路5公里", "5公里"),
        ("5千米", "道路5公里", "5公里"),
        ("10kg", "大米10公斤", "10公斤"),
        ("10千克", "大米10公斤", "10公斤"),
        ("3m2", "面积3平方米", "3平方米"),
        ("8m3", "蓄水8立方米", "8立方米"),
        ("2平方公里", "面积2km²", "2km²"),
        ("700万名", "志愿者700万人", "700万人"),
        ("700万位", "志愿者700万人", "700万人"),
        ("五成以上", "压减50%以上", "50%以上"),
        ("50%", "压减五成", "五成"),
        ("2.1万项", "审批21000多项", "21000多项"),
        ("2017-06-06", "云溪县民政局2017年6月6日", "2017年6月6日"),
        ("2017.6.6", "云溪县民政局2017年6月6日", "2017年6月6日"),
        ("2017/6/6", "云溪县民政局2017年6月6日", "2017年6月6日"),
        ("二〇一七年六月六日", "印发于2017-06-06", "2017-06-06"),
        ("2017年1月末", "截至2017年1月底", "2017年1月底"),
        ("2015-2019", "2015年至2019年", "2015年至2019年"),
        ("12年到16年", "2012年至2016年", "2012年至2016年"),
        ("17年6月", "2017年6月", "2017年6月"),
    ],
)
def test_a_number_is_found_in_the_dress_in_which_it_is_typed(query: str, text: str, where: str) -> None:
    assert where in found(query, text)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("万余", "一万人"),
        ("上万元", "投入1万元"),
        ("3块", "3家"),
        ("2千", "投入2-3千万元"),
        ("700w", "志愿者7000万人"),
        ("5%", "压减五成"),
        ("2017-06-07", "2017年6月6日"),
        ("2017年", "2017年6月至2018年"),
        ("600㎡", "600-1300米"),
        ("五百", "500万元"),
        ("7w5", "共75人"),
    ],
)
def test_no_other_number_is_taken_for_it(query: str, text: str) -> None:
    assert found(query, text) == []


def test_an_amount_stays_together_where_words_are_found_apart() -> None:
    text = "培育10000名能开展服务的志愿者"
    (hit,) = search("一万名志愿者", [text]).hits
    assert [text[slice(*span)] for span in hit.spans] == ["10000名", "志愿者"]


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("二〇一九年", "2019年"), ("1亿5000万元", "150000000元"), ("1,786户", "1786户"), ("三点五亿", "350000000"),
        ("百分之五十", "50%"), ("千分之三", "3‰"), ("占百分之五,百分之六", "占5%,6%"), ("万分之三", "万分之3"), ("分之三", "分之3"), ("百分之", "百分之"),
        ("几十", "几十"), ("上万", "上万"), ("两三千", "两三千"), ("养老", "养老"), ("", ""),
    ],
)  # fmt: skip
def test_numbers_are_written_out_where_they_are_certain(text: str, digits: str) -> None:
    assert written_out(text) == digits


@pytest.mark.parametrize(
    ("word", "before", "number", "unit", "after", "digits"),
    [
        ("700w", "", 7_000_000, None, "", ["7000000"]),
        ("5k人", "", 5_000, "人", "", ["5000"]),
        ("7kw", "", 7, "kw", "", ["7"]),
        ("100", "", 100, None, "", ["100"]),
        ("1元", "", 1, "元", "", ["1"]),
        ("补助一万块", "补助", 10_000, "块", "", ["10000"]),
        ("a5元b", "a", 5, "元", "b", ["5"]),
        ("50%", "", 50, "%", "", ["50", "5成"]),
        ("五成以上", "", 50, "%", "", ["50", "5成"]),
        ("55%", "", 55, "%", "", ["55"]),
        ("600到1300米", "", None, "米", "", ["1300"]),
    ],
)
def test_an_amount_in_a_word_and_the_digits_it_is_found_by(
    word: str, before: str, number: int | None, unit: str | None, after: str, digits: list[str]
) -> None:
    amount = amount_in(word)
    assert amount is not None
    assert (amount.before, amount.quantity.value, amount.quantity.unit, amount.after) == (
        before,
        number,
        unit,
        after,
    )
    assert amount.digits == digits


@pytest.mark.parametrize("word", ["99", "养老", "万余", "上万", "5元6元", "3wa", ""])
def test_what_is_no_amount_that_can_be_asked_for(word: str) -> None:
    assert amount_in(word) is None


def test_where_amounts_begin_and_end() -> None:
    assert amounts("补助一万元和3块") == {2: 5, 6: 8}


@pytest.mark.parametrize(
    ("word", "period", "digits"),
    [
        ("2017", "2017", ["2017"]),
        ("2017年", "2017", ["2017"]),
        ("2017.6.6", "2017-06-06", ["2017"]),
        ("17年6月", "2017-06", ["2017"]),
        ("12年到16年", "2012/2016", ["2012"]),
        ("12年到2016年", "2012/2016", ["2012"]),
        ("2018年以前", "../2018", ["2018"]),
        ("2018年以来", "2018/..", ["2018"]),
    ],
)
def test_a_period_in_a_word_and_the_digits_it_is_found_by(word: str, period: str, digits: list[str]) -> None:
    assert (period_of(word), digits_of(period)) == (period, digits)


@pytest.mark.parametrize("word", ["6月", "养老", "6月到16年", "12年和", "2017年6月有", "12年x"])
def test_what_is_no_period_that_can_be_asked_for(word: str) -> None:
    assert period_of(word) is None


@pytest.mark.parametrize(
    ("word", "digits"),
    [
        ("五百万", ["5000000"]),
        ("50%", ["50%", "50", "5成"]),
        ("17年6月", ["17年6月", "17", "2017"]),
        ("万余", []),
        ("养老", []),
        ("5" + "元" * 99, ["5" + "元" * 99, "5"]),
        ("5" + "元" * 100, ["5" + "元" * 100]),
    ],
)
def test_a_number_is_looked_up_by_its_digits(word: str, digits: list[str]) -> None:
    assert patterns(word, Corpus([], TABLE)) == [literal(one) for one in digits]


@pytest.mark.parametrize(
    ("word", "text", "where"),
    [
        ("五百万", "投入500万元,又5000000元", ["500万", "5000000"]),
        ("45258", "45,258户", ["45,258"]),
        ("45,258", "45258万元", ["45258"]),
        ("四万五千二百五十八", "45258万元", []),
        ("百分之五", "占5%", ["5%"]),
        ("5%", "占百分之五", ["百分之五"]),
        ("30", "投入130元", []),
    ],
)
def test_the_same_number_is_found_from_its_first_character_to_its_last(
    word: str, text: str, where: list[str]
) -> None:
    assert [text[match.start : match.end] for match in matches(word, Corpus([text], TABLE))] == where
