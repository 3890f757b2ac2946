"""Whether a figure is so, is planned, or is a norm: told from the words that govern it and from its time."""

from pathlib import Path

import pytest
from pack_letters import by_words_alone

from conftest import Run
from reply.ask.figures import Filters, figures
from reply.errors import ReplyError
from reply.pack import pack, section
from reply.store.reader import parse
from reply.store.writer import dump

FOOT = "\n云溪县民政局\n2022年8月12日\n"
A, P, S = "actual", "planned", "standard"


def statuses(text: str) -> list[str]:
    return [figure.status for figure in pack(f"答复:{text}{FOOT}").figures]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # plans, by their verbs
        ("计划投入500万元,新建学校3所。", [P, P]),
        ("拟建敬老院2所。", [P]),
        ("将新建公厕12座。", [P]),
        ("力争覆盖率达到95%。", [P]),
        ("争取到明年建成5个站。", [P]),
        ("预计投资300万元。", [P]),
        ("今年还要改造64处。", [P]),
        ("覆盖率要达到90%。", [P]),
        ("需投入300万元。", [P]),
        ("建成后可灌溉农田3100亩。", [P]),
        ("上级下达我县任务4.2万亩,其中新建3万亩。", [P, P]),
        ("已纳入改造计划,涉及楼房12栋。", [P]),
        ("大楼正在施工,可停车420辆。", [P]),
        ("下一步,新增床位300张。", [P]),
        # estimates of what is to be built
        ("该水厂估算总投资7.6亿元。", [P]),
        ("水渠维修初步匡算35万元。", [P]),
        ("经测算,治理费用2600万元。", [P]),
        ("按现行价格约需225万元。", [P]),
        ("食堂纳入明年预算,经费38万元。", [P]),
        # a norm that is proposed
        ("拟按面积100平方米以上的食堂一次性奖补8万元。", [P, P]),
        # and what only looks like one
        ("完成年度目标的85%。", [A]),
        ("争取资金500万元。", [A]),
        ("将12个村纳入试点。", [A]),
        # what was planned for a time before the letter stays planned, if it is not said to be done
        ("2019年计划投入500万元。", [P]),
        ("拟2019年新建学校7所。", [P]),
        ("计划2019年新建学校7所。", [P]),
        # a time after the letter
        ("到2025年,全县床位3000张。", [P]),
        ("2025年底前建成公园2个。", [P]),
        # a range of years that ends after the letter is not by itself a plan
        ("2021年至2025年,每年安排2100万元。", [A]),
        # facts after a plan
        ("计划改造小区71个,目前已开工45个。", [P, A]),
        ("拟建公园15个以上,东湖公园等13个已经开放。", [P, A]),
        ("今年将提高补助;2016年投入5亿元。", [A]),
        ("计划新建5所;已建成3所。", [P, A]),
        # what changes by a plan is so before it
        ("计划将规模由2000万元增至3000万元。", [A, P]),
        ("力争改造率由目前的55%提高到94%。", [A, P]),
        # a project that is not built yet, until its paragraph speaks of another
        ("该库属新建小型水库,现场12公里。库容250万立方米,总投资1.7亿元。", [A, P, P]),
        ("已于2021年批复,建设内容为渠道2800米,已完成投资3万元。", [P, A]),
        ("总投资2.4亿元,预计2023年底完工;东路已投入2亿元。", [P, A]),
        ("新建管网16公里和2座泵站已全部纳入改造项目,预计年底建成。", [P, P]),
        ("完成投资3亿元,预计2023年底完工。", [A]),
        # a sentence that goes on with a plan
        ("计划投入1400万元。其中第一批安排480万元。", [P, P]),
        # a time that is to come, after what is so now
        ("目前有公园15个,到2023年5月将有17个,2021年有14个。", [A, P, A]),
        ("计划投入600万元;2020年投入500万元。", [P, A]),
        ("将加强整治,上半年查处违法236起。", [A]),
        # what is there of a project is so
        ("主体工程正在施工,到位资金6400万元,占地20亩。", [A, P]),
        ("泵站现有抽排能力12吨,已列入项目储备,资金1600万元。", [A, P]),
        ("装电梯须经三分之二以上业主同意。", [S]),
        # norms: standards, limits, what is given to each
        ("补助标准为县道每公里80万元,村道每公里25万元。", [S, S]),
        ("每户补助2000元。", [S]),
        ("对新建的站点一次性补助5万元。", [S]),
        ("小学每班不得超过45人。", [S]),
        ("利率不高于4.5%。", [S]),
        ("每天开放不少于8小时。", [S]),
        ("每小时收费3元。", [S]),
        ("资金由省财政承担70%、县财政承担30%。", [S, S]),
        ("评为五星级的奖励20万元。", [S]),
        ("补助标准由180元提高到210元。", [S, S]),
        ("按直流桩每千瓦300元、交流桩每千瓦100元给予建设补贴。", [S, S]),
        ("还林每亩补助1600元,分五年兑现。", [S, S]),
        ("将新建村道,路面宽度不小于4.5米。", [S]),
        ("用房面积距1000平方米的国家标准尚差360平方米。", [S, A]),
        ("保洁员工资每人每月500元。", [S]),
        ("三分之二以上的村通了公路。", [A]),
        ("退耕每亩补助1500元(第一年500元,第三年300元)。", [S, S, S]),
        ("村支书报酬每月3200元,副职每月2600元。", [S, S]),
        ("日均工资80元。", [A]),
        ("月工资由1900元提高到2300元。", [A, A]),
        ("任教满五年的优先调动。", [S]),
        ("每周至少开展2次巡查。", [S]),
        ("距学校5公里以内,免费接送。", [S]),
        ("每具减免额以880元为限,其余自理。", [S]),
        ("2020年户均补助2.1万元。", [A]),
        ("2020年人均补助标准为84元。", [S]),
        ("火灾受害率控制在0.1‰以内。", [A]),
        ("“最多跑一次”事项占98.7%。", [A]),
        ("给予80%的补助。", [S]),
        ("对困难学生,小学每生每年1000元。", [S]),
        ("力争补助比例不低于30%。", [P]),
        ("争取两年内解决。", [P]),
        ("截至5月底,大专以上学历不低于85%。", [A]),
        # which things are counted
        ("60岁以上老人9441人。", [S, A]),
        ("50亩以上的基地9个。", [S, A]),
        ("面积不低于60平方米的有186个。", [S, A]),
        # and what only looks like one
        ("建成高标准农田31万亩。", [A]),
        ("符合建设标准的15处。", [A]),
        ("共发放补贴1240万元。", [A]),
        ("2021年至2022年,每年安排补助资金1亿元。", [A]),
        ("2018年建成,床位不少于800张。", [A]),
        ("建成敬老院12所。", [A]),
    ],
)  # fmt: skip
def test_a_plan_and_a_norm_are_told_from_a_fact(text: str, expected: list[str]) -> None:
    assert statuses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021年至2025年,每年安排2100万元。", [A]),  # by itself no plan
        ("下达工程计划127个。", [P]),
        ("投入1400万元。其中第一批安排480万元。", [P]),
        ("每套价格约4万元。", [S]),
    ],
)
def test_what_words_leave_open_is_in_doubt(text: str, expected: list[str]) -> None:
    letter = pack(f"答复:{text}{FOOT}")
    assert [figure.status for figure in letter.figures if figure.doubt == ("status",)] == expected


def test_words_that_plan_win_however_much_else_speaks_against_them() -> None:
    assert statuses("入园率有望超过90%。") == [P]


def test_without_a_date_a_year_is_no_plan() -> None:
    assert [figure.status for figure in pack("2025年建成公园2个。").figures] == [A]


def test_in_the_part_on_what_comes_next_figures_are_planned() -> None:
    letter = pack(
        f"王芳委员:\n您的提案收悉,现答复如下:\n一、现状\n建成5所。\n下一步,我局抓好落实。新建3所。{FOOT}"
    )
    assert [(figure.section, figure.status) for figure in letter.figures] == [("1", A), ("outlook", P)]


@pytest.mark.parametrize("heading", ["下一步工作", "2023年工作计划", "工作打算", "2023年将重点抓好三件事"])
def test_a_heading_that_plans_governs_its_section_and_those_below(heading: str) -> None:
    letter = pack(
        f"王芳委员:\n您的提案收悉,现答复如下:\n一、现状\n建成5所。\n二、{heading}\n(一)学校\n新建3所。已完成1所。\n(二)医院\n新建2所。{FOOT}"
    )
    assert [(figure.section, figure.status) for figure in letter.figures] == [
        ("1", A),
        ("2.1", P),
        ("2.1", A),
        ("2.2", P),
    ]


@pytest.mark.parametrize("word", ["现状", "情况", "进展", "成效", "做法"])
def test_a_heading_on_what_is_and_what_comes_plans_nothing(word: str) -> None:
    text = "王芳委员:\n您的提案收悉,现答复如下:\n一、大堤的{}和加固安排\n敬老院5所。"
    planned, said = (pack(text.format(w) + FOOT).figures[0].status for w in ("设想", word))
    assert (planned, said) == (P, A)


def test_what_is_said_again_in_other_words_is_the_same() -> None:
    assert [figure.status for figure in pack("农户自缴20%也就是12斤。").figures] == [S, S]


@pytest.mark.parametrize("one", "台户站条日笔套件栋幢座次")
def test_a_single_one_is_each_one(one: str) -> None:
    (figure,) = pack(f"单{one}最高800元。").figures
    assert figure.per == (one,)


@pytest.mark.parametrize(
    "verb",
    [
        "开工", "新建", "建成", "建设", "改造", "完成", "培训", "新增", "增加", "培育", "引进", "举办", "开展", "覆盖", "打造",
    ],
)  # fmt: skip
def test_a_limit_after_a_verb_is_one_of_how_many(verb: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(section, "judged", by_words_alone)
    (count,) = pack(f"去年{verb}20个以上小区。{FOOT}").figures
    (condition,) = pack(f"去年涉及20个以上小区。{FOOT}").figures
    assert (count.status, condition.status) == (A, S)


def test_a_heading_on_what_was_proposed_plans_nothing() -> None:
    letter = pack(f"王芳委员:\n您的提案收悉,现答复如下:\n一、关于下一步建设计划的建议\n建成5所。{FOOT}")
    assert [figure.status for figure in letter.figures] == [A]


def test_the_toml_has_the_status_where_it_is_not_actual() -> None:
    text = dump(pack("拟建敬老院2所。建成敬老院12所。"))
    assert text.count("status = ") == 1
    assert [figure.status for figure in parse(text, "x").figures] == [P, A]


def test_a_status_that_is_none_is_named() -> None:
    text = dump(pack("拟建敬老院2所。")).replace('"planned"', '"plan"')
    with pytest.raises(ReplyError, match="“plan” is unknown; use one of actual, planned, standard"):
        parse(text, "x")


def test_figures_of_one_status_are_asked_for() -> None:
    letter = pack("拟建敬老院2所。建成敬老院12所。每户补助2000元。")
    asked = {s: [row["text"] for row in figures(letter, Filters(statuses=(s,))).rows] for s in (A, P, S)}
    assert asked == {A: ["12所"], P: ["2所"], S: ["2000元"]}
    with pytest.raises(ReplyError, match="There is no status “plan”; use planned"):
        figures(letter, Filters(statuses=("plan",)))


def test_a_terminal_marks_what_is_no_fact(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text(dump(pack("拟建敬老院2所。建成公园12个。每户补助2000元。")), "utf-8")
    table = run("figures", "--from", str(file), "-f", "table").text
    assert "(planned) 拟建敬老院" in table
    assert "(standard) 补助" in table
    assert "(actual)" not in table
    assert "（计划）拟建敬老院" in run("figures", "--from", str(file), "-f", "table", REPLY_LANG="zh").text
    assert run("figures", "--status", "planned", "--from", str(file), "-f", "value").text == "2\n"


def test_info_counts_plans_and_norms(run: Run) -> None:
    assert run("info", "-c", "figures,planned,standard", "--no-header").text == "44\t5\t5\n"


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("奖补标准为2-5万元/每个。", ("个",)),
        ("补贴3万元/每家。", ("家",)),
        ("每人每年补助300元。", ("人", "年")),
        ("按每人每月50元发放。", ("人", "月")),
        ("每个工作室资助10万元。", ("工作室",)),
        ("每套价格约4万元。", ("套",)),
        ("建成后年接待能力100万人次。", ("年",)),
        ("单个企业补贴最高200万元。", ("企业",)),
        ("单台最高800元。", ("台",)),
        ("单车日均营收200元。", ("车", "日")),
        ("件均成本0.9元。", ("件",)),
        ("日烘干能力180吨。", ("日",)),
        ("月补贴500元。", ("月",)),
        ("亩产茶油42公斤。", ("亩",)),
        ("年租金9.6万元。", ("年",)),
        ("一年要多支出35万元。", ("年",)),
        ("届时年发电量1.8亿千瓦时。", ("年",)),
        ("年内再建6座。", ()),
        ("年末存栏6000头。", ()),
        ("日益增长5%。", ()),
        ("单位职工300人。", ()),
        ("每亩保费60元。", ("亩",)),
        ("每亩精准补贴10元。", ("亩",)),
        ("每吨青贮补助60元。", ("吨",)),
        ("每平方公里配备3人。", ("平方公里",)),
        ("每户保费60元。", ("户",)),
        ("每家亏损5万元。", ("家",)),
        ("每个县区年内有2个镇推进。", ("县区",)),
    ],
)
def test_what_one_such_amount_is_for(text: str, per: tuple[str, ...]) -> None:
    (figure,) = pack(text).figures
    assert figure.per == per


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("筹资标准为人均1020元,其中个人缴费380元。", [("人",), ("人",)]),
        ("筹资标准为人均1020元(其中个人缴费380元)。", [("人",), ("人",)]),
        ("省级每人每年8000元,州级3000元。", [("人", "年"), ("人", "年")]),
        ("每亩补助30元,投入500元。", [("亩",), ()]),
        ("每名劳动者一年内不超过3次。", [("劳动者",), ("劳动者",)]),
        ("每亩补助30元,其中茶园5亩。", [("亩",), ()]),
        ("每亩补助30元。其中茶园5元。", [("亩",), ()]),
    ],
)
def test_the_parts_of_an_amount_for_each_are_for_each_too(text: str, per: list[tuple[str, ...]]) -> None:
    assert [figure.per for figure in pack(text).figures] == per


def test_each_figure_of_a_clause_is_for_its_own() -> None:
    figures = pack("每天不低于4小时或每周不少于3天。").figures
    assert [figure.per for figure in figures] == [("天",), ("周",)]
