"""`reply check`: what a person should look at."""

import cProfile
import io
import pstats
from fractions import Fraction
from pathlib import Path

import pytest
from pack_letters import read_marked
from plant import NUMBER, names, plants, said

from conftest import Run
from reply.ask.check import check
from reply.ask.sums import Group, exact, groups, scale, step, written
from reply.pack import pack
from reply.store.writer import dump

HEAD = "王芳委员:\n您提出的《关于发展养老服务的提案》收悉,现答复如下:\n"
FOOT = "\n云溪县民政局\n2022年8月12日\n"


def checked(text: str) -> list[tuple[str, str]]:
    """Return what is found in a letter that has a head and a foot, but for labels."""
    rows = check(pack(HEAD + text + FOOT)).rows
    return [(str(row["check"]), str(row["text"])) for row in rows if row["check"] != "label"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("全县200个村已建成150个,完成率75%。", []),
        ("全县200个村已建成150个,完成率57%。", [("rate", "57%")]),
        ("全县29个村已建成20个,完成率69.0%。", []),
        ("居民用户400户、工商用户30户,气化率26%。", []),
        ("托位200个,每千人口拥有3个,入托率8%。", []),
        ("全县20个乡有20个站,已建成10个,完成率50%。", []),
        ("共投入100万元,其中省级60万元、市级30万元。", []),
        ("配置率73%,其中医院100%、车站87%、商场66%。", []),
        ("共100万元,其中省级60万元,其中专项50万元。", []),
        ("占比70%,其中省级60%、市级50%。", []),
        # a rate is compared with exactly the two counts that it is of
        ("抽检320批次,合格313批次,合格率97.8%。", []),
        ("抽检320批次,合格313批次,合格率87.8%。", [("rate", "87.8%")]),
        ("共有幼儿园54所,小学35所(教学点56所),覆盖率达100%。", []),
        ("已有374处卫生室达标,今年还将改造70处,力争2023年达标率达100%。", []),
        # brackets hold all parts, 其中 some of them
        ("学校82所(小学52所,中学30所)。", []),
        ("学校82所(小学52所,中学31所)。", [("sum", "82所")]),
        ("学校82所(小学52所,中学14所)。", [("sum", "82所")]),
        ("学校82所(其中小学52所,中学14所)。", []),
        ("学校82所(小学52所,中学14所等)。", []),
        ("学校82所(含小学52所)。", []),
        ("学校82所(小学52所)。", []),  # one part is not all parts
        ("学校82所(小学92所)。", []),
        ("学校82所(小学46所,中学91所,幼儿园15所)。", [("sum", "82所")]),
        ("学校82所,其中小学52所,中学14所。", []),
        ("幼儿园96所,其中公办园41所、民办园54所。", [("sum", "96所")]),
        ("投资4200万元,其中上级补助1500万元、县级自筹2600万元。", [("sum", "4200万元")]),
        ("公厕312座,其中2019年新建26座,改造58座。", []),
        # long numbers that differ by one digit
        ("面积385620.47平方米,其中东街282960.15平方米、西街102760.32平方米。", [("sum", "385620.47平方米")]),
        ("面积385620平方米,其中东街282960平方米、西街100000平方米。", []),
        # place by place: where one column adds up, the others must
        ("楼房20幢,住户90户,其中:东街12幢,50户;西街8幢,40户。", []),
        ("楼房20幢,住户90户,其中:东街12幢,50户;西街8幢,41户。", [("sum", "90户")]),
        ("楼房20幢,住户90户,其中:东街12幢,50户;西街8幢,30户。", [("sum", "90户")]),
        ("楼房21幢,住户95户,其中:东街12幢,50户;西街8幢,40户。", []),
        # rounding, another status, another unit
        ("资金3.2亿元(省级1.1亿元、市级2.2亿元)。", []),
        ("资金3.2亿元(省级1.1亿元、市级2.4亿元)。", [("sum", "3.2亿元")]),
        ("建成学校9所(小学5所、计划新建中学3所)。", []),
        # shares, counts, years
        ("森林覆盖率达163%。", [("share", "163%")]),
        ("毛入园率达103%,完成率达102%,同比增长150%。", []),
        ("接待群众23.8人次。", [("count", "23.8人次")]),
        ("接待群众23.8万人次,户均3.5人,每户2.5人。", []),
        ("共投入100万元,其中省级60万元、市级50万元。", [("sum", "100万元")]),
        ("自20164月以来,建成5个站。", [("damaged", "20164")]),
        ("共约100万元,其中省级60万元、市级50万元。", []),
        # a rate stands right behind its counts, and is of them
        ("全县200个村已建成150个,经过全县上下共同努力加快建设进度后完成率57%。", []),
        ("全县200个村已建成150个,经过全县上下努力后完成率57%。", [("rate", "57%")]),
        ("全县200个村、已建成150个,完成率57%。", []),
        ("全县200个村已建成150座,完成率57%。", []),
        ("全县150个村已建成200个,完成率57%。", []),
        ("全县约200个村已建成150个,完成率57%。", []),
        ("全县200个村已建成150个。完成率57%。", []),
        ("全县200个村已建成0个,完成率57%。", []),
        ("全县200个村已达标150个,达标率57%。", [("rate", "57%")]),
        ("全县200个村已签约150个,签约率为57%。", [("rate", "57%")]),
        ("全县200个村已建成151个,完成率75%。", []),  # half a per cent is rounding
        ("全县200个村已建成152个,完成率75%。", [("rate", "75%")]),
        # what is never more than the whole, and what is counted whole
        ("森林覆盖率达100%。", []),
        ("毛入学覆盖率达103%。", []),
        ("受益群众25人次。", []),
        ("平均接待群众23.8人次。", []),
        ("面积23.8亩。", []),
        ("楼房20幢,其中:东街12幢;西街9幢。", []),  # one number a place is no table
        ("共投入1亿5000万元,其中省级8000万元、市级5000万元、县级3000万元。", [("sum", "1亿5000万元")]),
        ("共投入1亿5000万元,其中省级8000万元、市级5000万元、县级2000万元。", []),
        # years
        ("改造始于1899年,历时3年。", []),
        ("工程历时1900年。", []),
        # 其中 counts what is like the total before it
        ("学校82所、学生900人,其中小学52所、中学31所。", []),  # 其中 is of what stands before it
        ("共100万元,其中主要60万元、市级50万元。", []),
        ("共100万元,其中省级60万元、另有50万元。", []),
        ("共100万元,其中省级160万元、市级150万元。", []),  # both are more: no parts
        ("共100万元,其中省级160万元、市级150万元、县级10万元。", [("sum", "100万元")]),
        ("男30人、女20人,共51人。", []),
        ("共51人,其中男30人、女20人。", [("sum", "51人")]),
        ("共51人,其中男30名、女20名。", [("sum", "51人")]),
        ("共51人,其中老人30人、孩子20人。", []),
        ("共51%,其中男30%、女20%。", []),
        # after a comma another thing may be counted, and what is left over may have no number
        ("共投入100万元,其中省级60万元,市级50万元。", [("sum", "100万元")]),
        ("茶园21万亩,其中可采面积17万亩,良种茶园9万亩。", []),
        ("公厕69座,其中一类8座、二类43座,开放的37座。", []),
        ("完成投资1860万元,其中中央投资1116万元、省级配套372万元,其余由县级自筹。", []),
        ("完成投资1860万元,其中中央投资1116万元、省级配套372万元。", [("sum", "1860万元")]),
        ("完成投资1860万元(中央1116万元、省级372万元,其余由县级自筹)。", []),
        ("完成投资1860万元(中央1116万元、省级372万元)。", [("sum", "1860万元")]),
        ("企业143家,其中投产118家、规模以上52家。", []),
        ("新建35座,改建12座。其中新建11座、改建5座。", []),
        ("零售2316.8亿元,其中农村1107.3亿元,占47.8%;农产品209.5亿元,增长13.2%。", []),
    ],
)
def test_check_says_what_a_person_should_look_at(text: str, found: list[tuple[str, str]]) -> None:
    assert checked(text) == found


@pytest.mark.parametrize("rest", ["其余", "余下", "剩余", "剩下", "其他", "其它"])
def test_parts_beside_which_something_is_left_are_not_all(rest: str) -> None:
    parts = "完成投资1860万元,其中中央投资1116万元、省级配套372万元"
    assert checked(f"{parts},{rest}由县级自筹。") == []
    assert checked(f"{parts},由县级实施。") == [("sum", "1860万元")]


@pytest.mark.parametrize("limit", ["以上", "以下", "以内"])
def test_a_part_that_a_limit_names_is_none_of_those_that_are_not(limit: str) -> None:
    assert checked(f"企业143家,其中投产118家、规模{limit}52家。") == []
    assert checked("企业143家,其中投产118家、停产52家。") == [("sum", "143家")]


def test_a_list_that_is_announced_and_does_not_come_is_no_list() -> None:
    assert checked("共投入500万元,其中") == []


def test_checking_takes_time_in_proportion_to_the_figures() -> None:
    """Counts the work, not the seconds: each 其中 of a long sentence must not read all that follows."""

    def steps(times: int) -> int:
        letter = pack("50元,其中5元、" * times)
        profile = cProfile.Profile()
        profile.runcall(check, letter)
        return int(pstats.Stats(profile, stream=io.StringIO()).total_calls)  # type: ignore[attr-defined]

    assert steps(400) < 2.3 * steps(200)


def test_the_packaged_letter_stands_up_to_the_check(run: Run) -> None:
    result = run("check")
    assert (result.status, result.stdout, result.stderr) == (0, b"", "Nothing needs a second look.\n")


def test_a_check_that_finds_something_exits_1_and_a_broken_file_2(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(dump(pack(HEAD + "全县200个村已建成150个,完成率57%。" + FOOT)), "utf-8")
    result = run("check", str(tmp_path), "-c", "id,remark", "--no-header")
    assert (result.status, result.text) == (1, "a:body-3\t150个 of 200个 are 75.00%, not 57%.\n")
    (tmp_path / "b.toml").write_text("")
    assert run("check", str(tmp_path)).status == 2


def test_a_letter_without_head_or_foot_is_named() -> None:
    (row,) = check(pack("建成敬老院12所。")).rows
    assert (row["check"], row["text"]) == ("head", "issuer, date, addressee, subject")
    assert check(pack(HEAD + "建成敬老院12所。" + FOOT)).rows == []


def test_a_label_that_says_too_little_is_named_until_a_person_has_completed_it() -> None:
    letter = pack("建成敬老院12所,面积300平方米。同比增长5%。")
    assert [row["text"] for row in check(letter).rows if row["check"] == "label"] == ["5%"]
    section = letter.sections[0]
    figures = tuple(f._replace(label="增长", corrected=("label",)) for f in section.figures)
    mended = letter._replace(sections=(section._replace(figures=figures),))
    assert not [row for row in check(mended).rows if row["check"] == "label"]


def test_what_contradicts_itself_is_found_and_what_does_not_is_left_alone() -> None:
    found = [said(plant.text) > 0 for _, plant in zip(range(NUMBER), plants(names()), strict=False)]
    assert sum(found) / NUMBER >= 0.9
    letters = [marked for name in names() for marked in read_marked(name)]
    assert len(letters) >= 100
    assert [marked.name for marked in letters if said(marked.text)] == []


@pytest.mark.parametrize(
    ("text", "value", "last", "one", "as_written"),
    [
        ("1.6亿元", 160_000_000, 10_000_000, 100_000_000, "0.125亿元"),
        ("3250万元", 32_500_000, 10_000, 10_000, "1250万元"),
        ("1,500.5万元", 15_005_000, 1_000, 10_000, "1250万元"),
        ("12所", 12, 1, 1, "12500000所"),
        ("三十二万元", 320_000, 1, 1, "12500000元"),
        ("1亿5000万元", 150_000_000, 10_000, 1, "12500000元"),
        ("25万6千元", 256_000, 1_000, 1, "12500000元"),
        ("123元1角", Fraction("123.1"), Fraction("0.1"), 1, "12500000元"),
    ],
)  # fmt: skip
def test_what_the_last_digit_of_a_number_counts(
    text: str, value: Fraction | int, last: Fraction | int, one: int, as_written: str
) -> None:
    (figure,) = pack(f"投入{text}。").figures
    assert [exact(figure), step(figure), scale(figure)] == [Fraction(value), Fraction(last), Fraction(one)]
    assert written(Fraction(12_500_000), like=figure) == as_written


@pytest.mark.parametrize(
    ("numbers", "whole", "differs"),
    [
        ("100 60 40", True, False), ("100 60 41", False, True), ("100 60 39", False, False), ("100 60 39", True, True),
        ("1.0 0.6 0.5", True, False), ("1.0 0.6 0.6", True, True), ("1.00 0.6 0.5", True, False), ("100 60.5 38.9", True, False), ("100 60.5 38.8", True, True),
        ("5000 3000 1000", False, True), ("5000 3000 1900", False, True), ("5000 3000 1890", False, False), ("999 500 399", False, False), ("1000 500 400", False, True),
        ("1000 500 399", False, False),
    ],
)  # fmt: skip
def test_when_parts_contradict_a_total(numbers: str, whole: bool, differs: bool) -> None:
    total, *parts = pack("、".join(f"甲{number}亩" for number in numbers.split())).figures
    assert Group(total, tuple(parts), whole).differs() == differs


@pytest.mark.parametrize(("count", "told"), [(59, True), (60, False)])
def test_a_list_of_parts_has_an_end(count: int, told: bool) -> None:
    text = f"共500所({'、'.join('甲1所' for _ in range(count))})。"
    assert ([len(group.parts) for group in groups(pack(text).figures, text)] == [count]) == told


@pytest.mark.parametrize(
    ("value", "unit", "period", "is_told"),
    [
        (5, "所", "1899", True), (5, "所", "1900", False), (5, "所", "2100-05", False), (5, "所", "2101/..", True), (5, "所", "../2018", False), (5, "所", None, False),
        (1899, "年", None, False), (1900, "年", None, False), (2100, "年", None, False), (2101, "年", None, True), (2101, "所", None, False),
    ],
)  # fmt: skip
def test_which_years_there_are(value: int, unit: str, period: str | None, is_told: bool) -> None:
    letter = pack(HEAD + "建成敬老院5所。" + FOOT)
    (section,) = (section for section in letter.sections if section.figures)
    figure = section.figures[0]._replace(value=value, unit=unit, period=period)
    changed = letter._replace(sections=(section._replace(figures=(figure,)),))
    assert ("year" in [row["check"] for row in check(changed).rows]) == is_told
