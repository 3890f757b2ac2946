"""The numbers of documents are found in every form they are typed, typeset and scanned in."""

import pytest

from conftest import in_proportion
from reply.measure.document import numbers

FORMS = [
    ("按照云政办发〔2017〕14号文件执行", [("云政办发", "〔2017〕14号")]),
    ("云政办发[2017]14号", [("云政办发", "[2017]14号")]),
    ("云政办发【2017】14号", [("云政办发", "【2017】14号")]),
    ("云政办发﹝2017﹞14号", [("云政办发", "﹝2017﹞14号")]),
    ("云政办发(2017)14号", [("云政办发", "(2017)14号")]),
    ("云政办发〔2017]14号", [("云政办发", "〔2017]14号")]),
    ("云政办发 〔 2017 〕 14 号", [("云政办发 ", "〔 2017 〕 14 号")]),
    ("云政办发〔2017〕第14号", [("云政办发", "〔2017〕第14号")]),
    ("云政字〔2012〕30-17号", [("云政字", "〔2012〕30-17号")]),
    ("云政办发〔二〇一七〕14号", [("云政办发", "〔二〇一七〕14号")]),
    ("云财社〔2017〕123、124号", [("云财社", "〔2017〕123、124号")]),
    ("云财社〔2017〕123号、124号和130号", [("云财社", "〔2017〕123号、124号和130号")]),
    ("云财社〔2017〕123号、云财农〔2018〕7号", [("云财社", "〔2017〕123号"), ("云财农", "〔2018〕7号")]),
    ("云财社〔2017〕123号,124户", [("云财社", "〔2017〕123号")]),
    ("民政部令第16号", [("民政部", "令第16号")]),
    ("民政部令第六十六号", [("民政部", "令第六十六号")]),
    ("国务院第722号令", [("国务院", "第722号令")]),
    ("税务总局公告2019年第3号", [("税务总局", "公告2019年第3号")]),
    ("县政府2019年第3号公告", [("县政府", "2019年第3号公告")]),
    ("[2019]5号", [("", "[2019]5号")]),
    ("贯彻云发〔2018〕3号", [("云发", "〔2018〕3号")]),
    ("《办法》(云民发〔2018〕3号)", [("云民发", "〔2018〕3号")]),
]  # fmt: skip


def found(text: str) -> list[tuple[str, str]]:
    return [(text[n.body_start : n.start], text[n.start : n.end]) for n in numbers(text)]


@pytest.mark.parametrize(("text", "number"), FORMS, ids=[text for text, _ in FORMS])
def test_a_number_is_found_with_the_code_before_it(text: str, number: list[tuple[str, str]]) -> None:
    assert found(text) == number


@pytest.mark.parametrize(
    "text",
    ["第14号提案", "(2016)5号", "〔2017〕14个", "〔2017〕号", "〔201714号", "令人高兴的第3号工程", "地铁【2019】5号线", "5号令", "第3号", "2017年14号"],
)  # fmt: skip
def test_what_is_numbered_otherwise_is_no_document(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    ["〔2017〕1、" * 20_000, "〔2017〕" + "1、" * 100_000, "〔" * 200_000, "令第" * 100_000, "国" * 200_000, "〔2017〕1" + " " * 200_000, "按" * 99_999 + "〔2017〕1"],
    ids=["lists", "list", "brackets", "orders", "code", "spaces", "links"],
)  # fmt: skip
def test_hostile_text_takes_time_in_proportion(text: str) -> None:
    def part(size: int) -> str:
        ends = text[: size // 2] + text[-(size // 2) :]
        return ends + "号" + "〔2017〕1号" * (size // 25)

    assert len(found(part(25_000))) >= 999
    assert in_proportion(part, found, 12_500)
