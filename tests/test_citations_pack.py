"""Documents that a letter cites are read with title, number and who issued them; what is its own is not among them."""

import re

import pytest

from reply.measure.document import numbers
from reply.model import Citation
from reply.pack import formulas, pack
from reply.store.reader import parse
from reply.store.writer import dump

HEAD = "云民函〔2023〕87号\n李茂委员:\n您提出的《关于修路的提案》收悉,现答复如下:\n"


def cited(text: str) -> list[tuple[str | None, str | None, str | None]]:
    """Return title, number and issuer of what the answer cites."""
    return [(c.title, c.number, c.issuer) for c in citations(text)]


def citations(text: str) -> list[Citation]:
    reply = pack(f"{HEAD}{text}\n")
    assert parse(dump(reply), "again") == reply
    return list(reply.citations)


@pytest.mark.parametrize(
    ("text", "documents"),
    [
        ("按《修路办法》修路。", [("修路办法", None, None)]),
        ("按《修路办法》(云发〔2019〕3号)修路。", [("修路办法", "云发〔2019〕3号", None)]),
        ("按《修路办法》(云发〔2019〕 3 号)修路。", [("修路办法", "云发〔2019〕3号", None)]),
        ("按《修路办法》（云发［２０１９］３号）修路。", [("修路办法", "云发[2019]3号", None)]),
        ("按《修路办法》(云发﹝2019﹞3号)修路。", [("修路办法", "云发〔2019〕3号", None)]),
        ("按《修路办法》(云发(2019)3号)修路。", [("修路办法", "云发(2019)3号", None)]),
        ("按《修路办法》 ( 云发〔2019〕3号 )修路。", [("修路办法", "云发〔2019〕3号", None)]),
        ("按《修路办法》(云发〔2019〕3号,下称办法)修路。", [("修路办法", "云发〔2019〕3号", None)]),
        ("按《修路办法》云发〔2019〕3号文修路。", [("修路办法", "云发〔2019〕3号", None)]),
        ("按《2016 年修路办法》修路。", [("2016年修路办法", None, None)]),
        ("按《关于印发<修路办法>的通知》修路。", [("关于印发<修路办法>的通知", None, None)]),
        ("按《关于印发《修路办法》的通知》修路。", [("关于印发《修路办法》的通知", None, None)]),
        ("按云财社〔2017〕123、124号修路。", [(None, "云财社〔2017〕123、124号", None)]),
        ("按云发〔2019〕3号、云发〔2020〕4号修路。", [(None, "云发〔2019〕3号", None), (None, "云发〔2020〕4号", None)]),
        ("按国务院令第722号修路。", [(None, "国务院令第722号", "国务院")]),
        ("按《公路规定》(交通运输部令第16号)修路。", [("公路规定", "交通运输部令第16号", "交通运输部")]),
        ("按税务总局公告2019年第3号办理。", [(None, "税务总局公告2019年第3号", None)]),
        ("《》、《 》、《\u3000》。", []),
        ("您的《关于修路的提案》很好。", []),
        ("您的《关于 修路 的提案》很好。", []),
        ("您的《关于修路的提案》(云人建〔2023〕5号)很好。", []),
        ("云民函〔2023〕87号印发。", []),
        ("云民函［2023］ 87 号印发。", []),
        ("县人大建议【2021】7号收悉。", []),
        ("按《关于修桥的提案》办理。", [("关于修桥的提案", None, None)]),
        (f"按《{'路' * 298}》修路。", [("路" * 298, None, None)]),
        (f"按《{'路' * 299}》修路。", []),
        (f"按《{'路' * 300}《修路办法》修路。", [("修路办法", None, None)]),
        ("按》《修路办法》《修路。", [("修路办法", None, None)]),
    ],
)  # fmt: skip
def test_a_document_is_read_with_its_number(
    text: str, documents: list[tuple[str | None, str | None, str | None]]
) -> None:
    if "公告" in text:
        documents = [(title, number, "税务总局") for title, number, _ in documents]
    assert cited(text) == documents


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("按《修路办法》(云发〔2019〕 3 号)修路。", "《修路办法》(云发〔2019〕 3 号)"),
        ("按《修路办法》(云发〔2019〕3号,下称办法)修路。", "《修路办法》(云发〔2019〕3号"),
        ("按《2016 年修路办法》修路。", "《2016 年修路办法》"),
        ("按云发〔2019〕 3 号修路。", "云发〔2019〕 3 号"),
    ],
)
def test_its_words_reach_to_the_end_of_the_number_as_they_stand(text: str, words: str) -> None:
    assert [citation.text for citation in citations(text)] == [words]


@pytest.mark.parametrize(
    ("text", "issuers"),
    [
        ("民政部《养老方案》", ["民政部"]),
        ("省民政厅、省财政厅联合印发了《养老方案》", ["省民政厅、省财政厅"]),
        ("县委、县政府先后出台了《养老方案》、《助餐办法》", ["县委、县政府", "县委、县政府"]),
        ("县政府出台《养老方案》(云发〔2019〕3号)和《助餐办法》", ["县政府", "县政府"]),
        ("《省民政厅关于养老的意见》和《养老方案》", ["省民政厅", None]),
        ("县政府出台《省民政厅关于养老的意见》", ["省民政厅"]),
        ("《国务院办公厅关于养老的意见》", ["国务院办公厅"]),
        ("《县政府办公室转发民政局养老意见的通知》", ["县政府办公室"]),
        ("云溪市出台了《养老方案》", ["云溪市"]),
        ("我局印发的《养老方案》", ["我局"]),
        ("县里的《养老方案》", [None]),
        ("云溪市《养老方案》", [None]),
        ("出台了《养老方案》", [None]),
        ("我县全部《养老方案》", [None]),
        ("县民政局投入资金,出台《养老方案》", [None]),
        ("县民政局印发实施《养老方案》", ["县民政局"]),
        ("县民政局制定出台了《养老方案》", ["县民政局"]),
        (
            "县民政局、县财政局、县水利局、县教育局、县司法局、县公安局、县体育局、县交警局《养老方案》",
            ["县民政局、县财政局、县水利局、县教育局、县司法局、县公安局、县体育局、县交警局"],
        ),
        (
            "修路。省县民政局、县财政局、县水利局、县教育局、县司法局、县公安局、县体育局、县交警局《养老方案》",
            ["省县民政局、县财政局、县水利局、县教育局、县司法局、县公安局、县体育局、县交警局"],
        ),
        (
            "修路。我省县民政局、县财政局、县水利局、县教育局、县司法局、县公安局、县体育局、县交警局《养老方案》",
            [None],
        ),  # too many to see the first
        ("县民政局,出台《养老方案》", [None]),
        ("县民政局《养老方案》、《助餐办法》", ["县民政局", "县民政局"]),
        ("县民政局。《养老方案》", [None]),
        ("县政府出台《养老方案》,《助餐办法》", ["县政府", None]),
        ("《省民政厅关于养老的意见》、《养老方案》", ["省民政厅", None]),
        (
            "县民政局、县财政局、县水利局、县教育局、县司法局、县公安局、县体育局联合印发《养老方案》",
            ["县民政局、县财政局、县水利局、县教育局、县司法局、县公安局、县体育局"],
        ),
        (
            "县民政局、县财政局、县水利局、县教育局、县司法局、县公安局、县体育局、县税务局联合印发《养老方案》",
            [None],
        ),  # too many to see the first
        (
            "根据县民政局、县财政局、县水利局、县教育局、县司法局、县公安局、县体育局印发的《养老方案》",
            ["县民政局、县财政局、县水利局、县教育局、县司法局、县公安局、县体育局"],
        ),
    ],
)
def test_who_issued_it_is_told_where_the_letter_says_so(text: str, issuers: list[str | None]) -> None:
    assert [issuer for _, _, issuer in cited(text + "。")] == issuers


def test_who_issued_it_is_in_the_script_of_the_letter() -> None:
    assert [c.issuer for c in pack("縣民政局印發了《養老辦法》。").citations] == ["縣民政局"]


VERBS = ["印发", "下发", "出台", "制定", "发布", "颁布", "颁发", "公布", "转发", "制发"]
BEFORE = ["按照", "根据", "依据", "依照", "遵照", "参照", "贯彻", "落实", "执行", "结合", "遵循", "对照", "严格", "认真", "积极", "2021年", "同年", "2020年底", "长期以来", "建设期间", "近期", "近日", "目前", "此前", "同时", "其中", "分别", "随着", "配合", "新的", "争取", "推动", "协调", "报请", "提请", "督促", "指导", "通过", "促成", "由"]  # fmt: skip
ISSUERS = {
    "国务院": "国务院", "中共中央": "中共中央", "党中央": "党中央", "办公厅": "省府办公厅", "办公室": "县扶贫办公室", "[府委]办": "县政府办|省府办|县委办", "政府": "县政府", "党委": "镇党委",
    "[省市县区州盟]委": "县委", "委员会": "水利委员会", "局": "县民政局", "厅": "省民政厅", "署": "审计署", "联合会": "残疾人联合会", "残联": "县残联",
    "妇联": "县妇联", "团委": "县团委", "总工会": "县总工会", "工商联": "县工商联", "法院": "县法院", "检察院": "县检察院", "常委会": "县人大常委会", "政协": "县政协", "发改委": "国家发改委",
    "卫健委": "国家卫健委", "国资委": "国家国资委",
}  # fmt: skip
MINISTRIES = ["财政", "民政", "教育", "农业", "农业农村", "城乡建设", "交通运输", "水利", "卫生", "社会保障", "公安", "司法", "商务", "文化", "旅游", "生态环境", "环境保护", "自然资源", "信息化", "科技", "技术", "组织", "宣传", "统战", "应急管理"]  # fmt: skip


@pytest.mark.parametrize("verb", VERBS)
def test_what_is_said_of_those_who_issue(verb: str) -> None:
    assert cited(f"县民政局{verb}了《养老方案》。") == [("养老方案", None, "县民政局")]


@pytest.mark.parametrize("words", BEFORE)
def test_what_stands_before_a_name_is_no_part_of_it(words: str) -> None:
    assert cited(f"{words}县民政局印发的《养老方案》。") == [("养老方案", None, "县民政局")]


@pytest.mark.parametrize("name", [name for names in ISSUERS.values() for name in names.split("|")])
def test_who_issues_documents(name: str) -> None:
    assert cited(f"落实{name}《养老方案》。") == [("养老方案", None, name)]


@pytest.mark.parametrize(
    "words",
    [
        "2021年5月",
        "5月6日",
        "今年",
        "去年",
        "当年",
        "今年初",
        "2020年度",
        "近年来",
        "并",
        "经",
        "从",
        "自",
        "对",
        "按",
        "在",
        "如",
    ],
)
def test_what_dates_or_joins_a_name_is_no_part_of_it(words: str) -> None:
    assert cited(f"{words}县民政局印发的《养老方案》。") == [("养老方案", None, "县民政局")]


@pytest.mark.parametrize(
    "name",
    ["县数据局", "省经济和信息化厅", "自治区政府", "县对外经贸局", "县安全生产委员会", "县青年联合会", "县文化和旅游局", "县民政局与县财政局", "县民政局会同县财政局", "县在线教育局"],
)  # fmt: skip
def test_a_name_is_whole(name: str) -> None:
    assert cited(f"{name}印发了《养老方案》。") == [("养老方案", None, name)]


@pytest.mark.parametrize("name", MINISTRIES)
def test_which_ministries_issue_documents(name: str) -> None:
    assert cited(f"落实{name}部《养老方案》。") == [("养老方案", None, f"{name}部")]


def test_every_word_of_those_who_issue_has_its_example() -> None:
    assert tuple(VERBS) == formulas.ISSUED
    unused = [
        pattern for pattern in formulas.NOT_OF_ISSUER if not any(re.search(pattern, f"{e}县") for e in BEFORE)
    ]
    assert (unused, len(BEFORE)) == ([], len(formulas.NOT_OF_ISSUER))
    assert [pattern for pattern in formulas.ISSUERS if "部" not in pattern] == list(ISSUERS)


@pytest.mark.parametrize("words", ["按照", "依照", "遵照", "参照", "贯彻", "落实", "印发", "转发", "下发", "颁发", "发布", "出台", "制定", "执行", "关于", "通知", "文件", "办法", "文号", "字号", "编号", "和", "与", "以及", "按", "根据", "以", "详见", "的", "在", "经", "由", "为"])  # fmt: skip
def test_what_stands_before_a_code_is_no_part_of_it(words: str) -> None:
    assert [number.body_start for number in numbers(f"{words}云发〔2018〕3号")] == [len(words)]
