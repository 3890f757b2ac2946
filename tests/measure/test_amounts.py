"""One amount: what it is multiplied or parted by, its smaller units, its halves; and where it ends."""

import pytest

from reply.measure.amount import read_amount


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "unit", "more"),
    [
        ("8.6万+户居民", "8.6万+户", 86000, 86000, "户", "+"),
        ("1/20的村", "1/20", 0.05, 0.05, None, ""),
        ("十成把握", "十成", 100, 100, "%", ""),
        ("三成多", "三成多", 30, 30, "%", "多"),
        ("八成五。", "八成五", 85, 85, "%", ""),
        ("八成五的", "八成", 80, 80, "%", ""),
        ("六七成", "六七成", 60, 70, "%", ""),
        ("百分之五多", "百分之五多", 5, 5, "%", "多"),
        ("三分之二多", "三分之二多", 0.6666666666666666, 0.6666666666666666, None, "多"),
        ("三米三。", "三米三", 3.3, 3.3, "米", ""),
        ("三米二。", "三米", 3, 3, "米", ""),
        ("三米九个", "三米", 3, 3, "米", ""),
        ("5元2角3分", "5元2角3分", 5.23, 5.23, "元", ""),
        ("5元3分2角", "5元3分", 5.03, 5.03, "元", ""),
        ("5元12角", "5元", 5, 5, "元", ""),
        ("2小时30分钟", "2小时30分钟", 150, 150, "分钟", ""),
        ("2年12个月", "2年", 2, 2, "年", ""),
        ("3个多月", "3个多月", 3, 3, "个月", "多"),
        ("3个半小时", "3个半小时", 3.5, 3.5, "小时", ""),
        ("3个半成品", "3个", 3, 3, "个", ""),
        ("一万五人", "一万五人", 15000, 15000, "人", ""),
        ("一万五个", "一万", 10000, 10000, None, ""),
        ("半天", "半天", 0.5, 0.5, "天", ""),
        ("一半", "一半", 0.5, 0.5, None, ""),
        ("翻番", "翻番", 2, 2, "倍", ""),
        ("翻三番", "翻三番", 8, 8, "倍", ""),
    ],
)
def test_an_amount_is_read_to_its_end(
    text: str, words: str, low: float, high: float, unit: str | None, more: str
) -> None:
    amount = read_amount(text, 0)
    assert amount is not None
    assert (text[: amount.end], amount.unit, amount.more) == (words, unit, more)
    assert (float(amount.low), float(amount.high)) == (low, high)


@pytest.mark.parametrize(
    ("text", "words", "unit"),
    [
        ("1/21的村", "1", None),
        ("5/5的村", "5", None),
        ("十一成", "十一", None),
        ("两分之", None, None),
        ("百分之", None, None),
        ("零分之一", None, None),
        ("二〇一九年", None, None),
    ],
)
def test_what_looks_like_a_part_is_none(text: str, words: str | None, unit: str | None) -> None:
    amount = read_amount(text, 0)
    assert (amount and (text[: amount.end], amount.unit)) == (words and (words, unit))
