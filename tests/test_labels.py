"""What figures measure: labels that a program takes from the words of the letter."""

import pytest

from reply.pack import pack


def labels(text: str) -> list[str]:
    return [figure.label for figure in pack(text).figures]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # the words before the number, the noun after it, without times and what only connects
        ("2016年,全县共建成敬老院12所。", ["全县共建成敬老院"]),
        ("覆盖9个乡镇。", ["覆盖乡镇"]),
        ("其中在园幼儿3万人。", ["在园幼儿"]),
        ("同时按照标准建成中心5个。", ["标准建成中心"]),
        ("各级财政投入5亿元。", ["各级财政投入"]),
        ("养老服务补贴每人每月发放不低于200元。", ["养老服务补贴"]),
        ("5G基站达到300座。", ["5G基站"]),
        ("查处违法行为20起。", ["查处违法行为"]),
        # a condition is no number to leave out
        ("60岁以上老年人20万人。", ["老年人", "60岁以上老年人"]),
        ("500亩以上的基地9个。", ["基地", "500亩以上的基地"]),
        # what changed is the same before and after; by how much is said
        ("水价由2元提高到3元,提高1元。", ["水价", "水价", "水价：提高"]),
        # what says little says it of what stands before
        ("抽检食品1560批次,合格率99%,同比提高2个百分点。", ["抽检食品", "抽检食品：合格率", "抽检食品：合格率：同比提高"]),
        ("聘用护林员36名,人均管护面积80亩,月工资900元。", ["聘用护林员", "人均管护面积", "聘用护林员：月工资"]),
        ("一是基本药物补助,每村每年2万元。", ["基本药物补助"]),
        ("按照有关规定,每村每年2万元。", ["数量"]),
        # each item of a list for itself; what follows the list is of all in it
        ("开放停车场36家、泊位150个。", ["开放停车场", "泊位"]),
        ("县道补助70元、乡道补助35元,增加8元。", ["县道补助", "乡道补助", "增加"]),
        # numbers that are shared out
        ("受理426台,开工318台,分别增长41%、37%。", ["受理", "开工", "受理：增长", "开工：增长"]),
        ("小学、初中近视率分别为35%和71%。", ["小学、初中近视率：小学", "小学、初中近视率：初中近视率"]),
        ("对东、西部分别补助40%、60%。", ["东、西部补助：东", "东、西部补助：西部"]),
        ("各区的中心分别有3个、4个和5个。", ["各区的中心：1/3", "各区的中心：2/3", "各区的中心：3/3"]),
        # the clause is not the figure's where a comma stands between
        ("投入5万元,惠及居民200户。", ["投入", "惠及居民"]),
    ],
)  # fmt: skip
def test_a_label_says_what_is_measured(sentence: str, expected: list[str]) -> None:
    assert labels(sentence) == expected


def test_where_the_clause_says_little_the_title_of_the_section_says_of_what() -> None:
    assert labels("答复如下:\n一、错时共享\n首批开放36家。\n民政局\n2017年6月6日\n") == ["错时共享：首批开放"]


def test_a_label_is_short_enough_for_a_table() -> None:
    (label,) = labels("建成" + "某某" * 40 + "服务站5个。")
    assert label == ("某某" * 40 + "服务站")[-30:]
