"""Tables in a letter: each number is a figure, with the words, the unit and the year of its heads."""

from pathlib import Path

import pytest

from conftest import in_proportion
from reply.measure.table import table_figures
from reply.pack import pack
from reply.source import File, read_source
from reply.store.reader import parse
from reply.store.writer import dump

Reading = list[tuple[str, object, str, str, str | None]]


def read(text: str) -> Reading:
    return [(text[f.start : f.end], f.value, f.unit, f.label, f.period) for f in table_figures(text)]


def test_a_number_has_the_words_of_its_row_and_its_column_and_the_unit_of_the_head() -> None:
    table = (
        "| 地区 | 2019年新增学位(个) | 财政投入(万元) |\n| 青山市 | 3,200 | 4320.5 |\n| 临江市 | -12 | 0 |\n"
    )
    assert read(table) == [
        ("3,200", 3200, "个", "青山市新增学位", "2019"),
        ("4320.5", 43205000, "元", "青山市财政投入", None),
        ("-12", -12, "个", "临江市新增学位", "2019"),
        ("0", 0, "元", "临江市财政投入", None),
    ]


def test_heads_of_two_rows_and_merged_cells() -> None:
    table = (
        "| 地区 | ← | 2019年 | ← | 2020年 | ← |\n| 〃 | ← | 学位(个) | 投入(亿元) | 学位(个) | 投入(亿元) |\n"
        "| 山区 | 青山县 | 1 | 1.5 | 3 | 4 |\n| 〃 | 临江县 | 5 | 6 | 7 | 8 |\n"
    )
    assert read(table) == [
        ("1", 1, "个", "山区青山县学位", "2019"),
        ("1.5", 150000000, "元", "山区青山县投入", "2019"),
        ("3", 3, "个", "山区青山县学位", "2020"),
        ("4", 400000000, "元", "山区青山县投入", "2020"),
        ("5", 5, "个", "山区临江县学位", "2019"),
        ("6", 600000000, "元", "山区临江县投入", "2019"),
        ("7", 7, "个", "山区临江县学位", "2020"),
        ("8", 800000000, "元", "山区临江县投入", "2020"),
    ]


@pytest.mark.parametrize(
    ("table", "readings"),
    [
        # the unit stands in the head of the row
        ("| 指标 | 2019年 | 2020年 |\n| 新增床位(张) | 320 | 400 |", [("320", 320, "张", "新增床位", "2019"), ("400", 400, "张", "新增床位", "2020")]),
        # in a column of its own
        ("| 指标 | 单位 | 2020年 |\n| 床位 | 张 | 320 |\n| 投入 | 万元 | 5 |", [("320", 320, "张", "床位", "2020"), ("5", 50000, "元", "投入", "2020")]),
        # above the table, or in a row that goes over all of it
        ("单位:万元\n| 地区 | 投入 |\n| 青山市 | 5 |", [("5", 50000, "元", "青山市投入", None)]),
        ("| 各地投入情况(单位:万元) | ← |\n| 地区 | 投入 |\n| 青山市 | 5 |", [("5", 50000, "元", "青山市投入", None)]),
        ("| 地区 | 投入,单位:万元 | 占比(%) |\n| 青山市 | 5 | 12.5 |", [("5", 50000, "元", "青山市投入", None), ("12.5", 12.5, "%", "青山市占比", None)]),
        ("| 地区 | 投入/万元 |\n| 青山市 | 5 |", [("5", 50000, "元", "青山市投入", None)]),
        # numbers of rows count nothing, years name a row
        ("| 序号 | 地区 | 投入(元) |\n| 1 | 青山市 | 5 |", [("5", 5, "元", "青山市投入", None)]),
        ("| 年份 | 投入(元) |\n| 2019 | 5 |", [("5", 5, "元", "投入", "2019")]),
        ("| 地区 | 年份 | 投入(元) |\n| 青山市 | 2019 | 5 |", [("5", 5, "元", "青山市投入", "2019")]),
        # a part of a year is no year
        ("| 地区 | 2020年上半年投入(元) |\n| 青山市 | 5 |", [("5", 5, "元", "青山市2020年上半年投入", None)]),
        # Markdown
        ("| 地区 | 投入(元) |\n|---|:-:|\n| 青山市 | 5 |", [("5", 5, "元", "青山市投入", None)]),
        # no unit, other words in the cell, a remark in brackets, two units, two years
        ("| 地区 | 投入 |\n| 青山市 | 5 |", []),
        ("| 地区 | 投入(元) |\n| 青山市 | 约5 |", []),
        ("| 地区 | 学校(含民办) |\n| 青山市 | 5 |", []),
        ("| 指标 | 2020年(个) |\n| 投入(元) | 5 |", []),
        ("| 2019年情况 | 2020年投入(元) |\n| 2019年青山市 | 5 |", []),
        ("| 联系电话 | 邮编 |\n| 5500123 | 511400 |", []),
        ("| 名称 | 电话 |\n| 青山市(个) | 5500123 |", []),
        # pasted, the cells parted by tabs or spaces
        ("地区\t投入(元)\t学位(个)\n青山市\t5\t6\n", [("5", 5, "元", "青山市投入", None), ("6", 6, "个", "青山市学位", None)]),
        ("见下表。\n地区 投入(元) 学位(个)\n青山市 5 —\n以上。", [("5", 5, "元", "青山市投入", None)]),
        ("地区  投入 总额(元)  学位(个)\n青山市  5  6\n", [("5", 5, "元", "青山市投入总额", None), ("6", 6, "个", "青山市学位", None)]),
        # a row that is shorter than the others
        ("| 地区 | 投入(元) | 学位(个) |\n| 青山市 | 5 |\n| 临江市 | 6 | 7 |", [("5", 5, "元", "青山市投入", None), ("6", 6, "元", "临江市投入", None), ("7", 7, "个", "临江市学位", None)]),
        ("投入(元) 5\n学位(个) 6\n", []),
        ("第一 段话\n第二 段话 5 6\n", []),
    ],
)  # fmt: skip
def test_where_the_unit_may_stand_and_what_is_left_alone(table: str, readings: Reading) -> None:
    assert read(table) == readings


def test_a_letter_with_a_table_is_packed_and_read_back() -> None:
    letter = pack((Path(__file__).parent / "samples" / "text" / "C.txt").read_text("utf-8"))
    figures = [(f.text, f.value, f.unit, f.period, f.label) for f in letter.figures]
    assert figures[:4] == [
        ("3200", 3200, "个", "2019", "青山市新增学位"),
        ("4150", 4150, "个", "2020", "青山市新增学位"),
        ("5680", 56800000, "元", None, "青山市财政投入"),
        ("2750", 2750, "个", "2019", "临江市新增学位"),
    ]
    assert len(figures) == 13
    assert parse(dump(letter), "again") == letter
    assert all(letter.text[f.start : f.end] == f.text for f in letter.figures)
    assert next(iter(letter.figures)).quote.strip() == "青山市 3200 4150 5680"


def test_a_table_of_a_page_gives_its_figures() -> None:
    page = (Path(__file__).parent / "samples" / "small" / "table.html").read_bytes()
    letter = pack(read_source(File("x", page)).text)
    assert [(f.text, f.value, f.unit) for f in letter.figures] == [
        ("3200", 3200, "个"),
        ("5680", 56800000, "元"),
        ("2750", 2750, "个"),
        ("4320.5", 43205000, "元"),
    ]


@pytest.mark.parametrize(
    "piece",
    [
        "| 青山市 | 5 |\n",
        "青山市 5 6\n",
        "| ",
        " 1",
        "\t1",
        "||||",
        "5 5 5 5 5\n",
        "单位:万元\n",
        "( |",
        "2019年",
    ],
)
def test_the_time_grows_with_the_text(piece: str) -> None:
    def text(size: int) -> str:
        return "| 地区 | 投入(元) |\n" + piece * (size // len(piece))

    assert in_proportion(text, table_figures, 8_000)
