"""What packing reads of a figure: its number, its time, what one of it is for; and what is no figure."""

import pytest

from reply.measure.quantity import parse_quantity
from reply.pack import pack
from reply.pack.clauses import clause_start


@pytest.mark.parametrize(
    ("words", "period", "basis"),
    [
        ("2016年建成", "2016", "stated"),
        ("2016年度建成", "2016", "stated"),
        ("2016 年 3 月底建成", "2016-03", "stated"),
        ("2016年3月5日建成", "2016-03-05", "stated"),
        ("2016年3月至9月建成", "2016-03/2016-09", "stated"),
        ("2016年3月1日至9月30日建成", "2016-03-01/2016-09-30", "stated"),
        ("2016年9月至2017年3月建成", "2016-09/2017-03", "stated"),
        ("2015—2016年建成", "2015/2016", "stated"),
        ("2016年上半年建成", "2016-01/2016-06", "stated"),
        ("2016年第三季度建成", "2016-07/2016-09", "stated"),
        ("2016年前5个月建成", "2016-01/2016-05", "stated"),
        ("2016年前建成", "../2016", "stated"),
        ("2000年以前建成的小区共", None, None),
        ("2016年起建成", "2016/..", "stated"),
        ("自2016年开展试点以来,建成", "2016/..", "stated"),
        ("“十三五”期间建成", "2016/2020", "stated"),
        ("十二五末,建成", "2015", "stated"),
        ("今年建成", "2017", "resolved"),
        ("今年上半年建成", "2017-01/2017-06", "resolved"),
        ("今年1-5月建成", "2017-01/2017-05", "resolved"),
        ("去年以来建成", "2016/..", "resolved"),
        ("截至5月底建成", "2017-05", "resolved"),
        ("截至11月底建成", "2016-11", "resolved"),
        ("预计11月建成", "2017-11", "resolved"),
        ("2015年试点,其中9月建成", "2015-09", "carried"),
        ("2015年建成,比上年增加", "2015", "carried"),
        ("2015年建成,较2013年增加", "2015", "carried"),
        ("2015年与2013年相比增加", "2015", "stated"),
        ("2015年上学期,建成", "2015", "stated"),
        ("2015年,通过试点,建成", "2015", "stated"),
        ("2015年由上年的少数增加到", "2015", "stated"),
        ("2015年试点。建成", None, None),
        ("2015年试点,目前建成", None, None),
        ("2015年试点,近年来建成", None, None),
        ("2015年试点,近三年建成", "2014/2017", "resolved"),
        ("按照农业部令2016年第2号建成", None, None),
        ("按照《关于2016年工作的意见》建成", None, None),
    ],
)
def test_a_figure_is_of_the_time_that_its_sentence_names(
    words: str, period: str | None, basis: str | None
) -> None:
    reply = pack(f"各位委员:\n答复如下:\n{words}5个站。\n民政局\n2017年6月6日\n")
    assert [(f.period, f.basis) for f in reply.figures] == [(period, basis)]


@pytest.mark.parametrize(
    ("text", "value", "unit", "bound"),
    [
        ("500 万元", 5_000_000, "元", "exact"),
        ("约 50 %", 50, "%", "about"),
        ("1.2 万余个", 12_000, "个", "over"),
        ("18.7km", 18.7, "km", "exact"),
        ("20mg/L", 20, "mg/L", "exact"),
        ("2000元/月", 2000, "元/月", "exact"),
        ("300元/人·月", 300, "元/人·月", "exact"),
        ("50亩（含）以上", 50, "亩", "at_least"),
        ("5万人口", 50_000, "人口", "exact"),
        ("不超过总投资的30%", 30, "%", "at_most"),
        ("0.6個百分點", 0.6, "個百分點", "exact"),
        ("11.2万单位", 112_000, "单位", "exact"),
    ],
)
def test_a_quantity_is_read_with_its_spaces_and_its_rate(
    text: str, value: float, unit: str, bound: str
) -> None:
    (figure,) = pack(f"全县共{text}。").figures
    assert (figure.text, figure.value, figure.unit, figure.bound) == (text, value, unit, bound)


@pytest.mark.parametrize(
    "text",
    [
        "5G基站",
        "24小时热线",
        "15分钟生活圈",
        "附件 1 名单",
        "A4纸",
        "PM2.5",
        "12345热线",
        "119等热线",
        "1+5+N",
        "80后",
        "9-15社",
        "4:6分担",
        "50年一遇的标准",
    ],
)
def test_a_name_with_digits_is_no_figure(text: str) -> None:
    assert list(pack(f"全县有{text}。").figures) == []


def test_a_multiple_of_another_year_is_of_the_year_that_has_it() -> None:
    (figure,) = pack("2015年继续增加,是2013年的2倍。").figures
    assert (figure.text, figure.period, figure.basis) == ("2倍", "2015", "carried")


@pytest.mark.parametrize(
    ("words", "per"),
    [
        ("2016年人均补助45元", ("人",)),
        ("年人均补助45元", ("年", "人")),
        ("每人每年补助45元", ("人", "年")),
        ("每个乡镇补助45元", ("乡镇",)),
        ("每台电梯补助45元", ("电梯",)),
        ("每张补助45元", ("张",)),
        ("每千人口补助45元", ("千人口",)),
        ("月工资45元", ("月",)),
        ("2016年7月工资45元", ()),
        ("日处理45元/日", ()),
        ("年产值45元", ("年",)),
        ("2016年产值45元", ()),
    ],
)
def test_what_one_such_amount_is_for_is_said_in_the_words_of_its_clause(
    words: str, per: tuple[str, ...]
) -> None:
    assert [f.per for f in pack(f"{words}。").figures] == [per]


def test_what_counts_years_of_service_belongs_to_what_one_amount_is_for() -> None:
    *_, figure = pack("工龄每满1年每月补助15元。").figures
    assert (figure.text, figure.per) == ("15元", ("满1年", "月"))


def test_digits_that_may_be_one_number_or_two_are_flagged_and_never_guessed() -> None:
    reply = pack("新增泊位 4 200 个。")
    assert list(reply.figures) == []
    assert [flag.text for section in reply.sections for flag in section.flagged] == ["4 200 个"]


@pytest.mark.parametrize("digits", ["1" * 5000, "9" * 31, "1" * 5000 + "万元"])
def test_a_number_longer_than_any_quantity_is_none(digits: str) -> None:
    assert parse_quantity(digits) is None
    assert list(pack(f"投入{digits}").figures) == []


@pytest.mark.parametrize("space", ["\t", "\x85", "\u3000", " "])
def test_what_an_amount_is_for_is_never_empty(space: str) -> None:
    letter = pack(f"答复\n按每{space}5村1万元、每{space}村2万元补助。\n")
    assert all(item.strip() for figure in letter.figures for item in figure.per)
    assert letter.figures[-1].per == ("村",)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("甲,乙5元", 2), ("甲;乙,丙5元", 4), ("甲:乙5元", 2), ("甲。乙5元", 2), ("甲、乙5元", 0), ("5元", 0), ("甲,5元", 2),
        ("甲," + "乙" * 199 + "5元", 2), ("甲," + "乙" * 200 + "5元", 2), ("甲," + "乙" * 201 + "5元", 3),
    ],
)  # fmt: skip
def test_where_the_clause_of_a_figure_begins(text: str, start: int) -> None:
    assert clause_start(text, (0, len(text)), text.index("5")) == start


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("每户补助5元。", ("户",)), ("每人每年补助5元。", ("人", "年")), ("人均补助5元。", ("人",)), ("年人均补助5元。", ("年", "人")), ("补助5元/每家。", ("家",)), ("补助5元/户。", ()), ("月工资5元。", ("月",)),
        ("单个食堂补助5元。", ("食堂",)), ("每“星”级补助5元。", ("“星”级",)), ("每“12”补助5元。", ()), ("每满10户补助5元。", ("满10户",)), ("每百户补助5元。", ("百户",)), ("每个食堂补助5元。", ("食堂",)),
        ("被服务人员每人补助5元。", ("被服务人员", "人")), ("每户补助5元,共6元。", ()), ("补助5元。", ()),
    ],
)  # fmt: skip
def test_what_one_amount_is_for(text: str, per: tuple[str, ...]) -> None:
    assert list(pack(text).figures)[-1].per == per
