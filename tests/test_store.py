"""Every slip of a hand that edits the data is named with file, table and key."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import Run
from reply import load
from reply.errors import ReplyError
from reply.model import Letter, Section
from reply.pack import pack
from reply.store import packaged
from reply.store.reader import parse
from reply.store.writer import dump

LETTER = '''
format = 1

[letter]
number = "粤民函〔2017〕1号"
date = 2017-06-06

[[sections]]
id = "1"
heading = "一、投入"
title = "投入"
text = """
一、投入
2016年安排3.13亿元。见《通知》(粤办发〔2017〕14号)。
"""

[[sections.figures]]
id = "1-1"
label = "投入资金"
text = "3.13亿元"
start = 12
value = 313000000
unit = "元"
bound = "exact"
period = "2016"
basis = "stated"

[[sections.citations]]
id = "1-c1"
title = "通知"
number = "粤办发〔2017〕14号"
text = "《通知》(粤办发〔2017〕14号)"
start = 20

[[sections]]
id = "1.1"
text = "建成3所,改建5所,又建成3所。"

[[sections.figures]]
id = "1.1-1"
label = "建成"
text = "3所"
start = 2
value = 3
unit = "所"
bound = "exact"

[[sections.figures]]
id = "1.1-2"
label = "改建"
text = "5所"
value = 5
unit = "所"
bound = "exact"

[[sections.figures]]
id = "1.1-3"
label = "又建成"
text = "3所"
start = 13
value = 3
unit = "所"
bound = "exact"

[[sections.flagged]]
text = "改建"
'''


def problems(source: str) -> list[str]:
    """Return what the store says of a broken letter, a line each, without the name of the file."""
    with pytest.raises(ReplyError) as caught:
        parse(source, "my.toml")
    lines = str(caught.value).split("\n")
    assert all(line.startswith("my.toml: ") for line in lines)
    return [line.removeprefix("my.toml: ") for line in lines]


def problem(source: str) -> str:
    """Return the one thing that the store says of a broken letter."""
    (only,) = problems(source)
    return only


def test_the_letter_of_these_tests_is_right() -> None:
    reply = parse(LETTER, "my.toml")
    assert reply.figure("1-1").value == 313000000
    assert reply.figure("1-1").quote == "2016年安排3.13亿元。"
    assert [citation.number for citation in reply.citations] == ["粤办发〔2017〕14号"]
    assert reply.section("1.1").parent == "1"
    assert [(figure.start, figure.text) for figure in reply.section("1.1").figures] == [
        (42, "3所"), (47, "5所"), (53, "3所"),
    ]  # fmt: skip
    assert [(flag.start, flag.text) for flag in reply.section("1.1").flagged] == [(45, "改建")]
    assert all(reply.text[figure.start : figure.end] == figure.text for figure in reply.figures)


FIGURE = "[[sections]] 1 “1”, figures 1 “1-1”, key "
TWICE = "[[sections]] 2 “1.1”, figures 1 “1.1-1”, key "
CITATION = "[[sections]] 1 “1”, citations 1 “1-c1”, key "

MISTAKES = [
    ("wrong type", 'start = 12\nvalue', 'start = "12"\nvalue', FIGURE + "start: '12' has the wrong type; write an integer."),
    ("a boolean", "value = 313000000", "value = true", FIGURE + "value: True has the wrong type; write a number."),
    ("an unknown place of the issuer", "date = 2017-06-06", 'issuer = "县民政局"\nissuer_from = "seal"\ndate = 2017-06-06', "[letter], key issuer_from: “seal” is unknown; use one of title, letterhead."),
    ("a quoted date", "date = 2017-06-06", 'date = "2017-06-06"', "[letter], key date: '2017-06-06' has the wrong type; write a date (such as 2017-06-06, without quotes)."),
    ("an unknown key", 'label = "投入资金"', 'label = "投入资金"\nlable = "x"', FIGURE + "lable: is not a key of the format; did you mean “label”?"),
    ("a stray key", 'label = "投入资金"', 'label = "投入资金"\nzzz = "x"', FIGURE + "zzz: is not a key of the format; remove it."),
    ("a misspelt key", "label = ", "lable = ", FIGURE + "label: is missing; should “lable” be renamed to it?"),
    ("a missing key", 'bound = "exact"\n', "", FIGURE + "bound: is missing; add it."),
    ("a duplicate id", 'id = "1.1"', 'id = "1"', "[[sections]] 2 “1”, key id: “1” is used twice; choose another one."),
    ("an id of another section", 'id = "1-1"', 'id = "2-1"', "[[sections]] 1 “1”, figures 1 “2-1”, key id: “2-1” must begin with the id of its section, like 1-1."),
    ("a bad section id", 'id = "1.1"', 'id = "末"', "[[sections]] 2 “末”, key id: “末” cannot be a section id; write it like 3.1 or opening."),
    ("a section without its chapter", '[[sections]]\nid = "1.1"', '[[sections]]\nid = "2.1"\ntext = "x"\n[[sections]]\nid = "1.1"', "[[sections]] 2 “2.1”, key id: “2”, the chapter of “2.1”, does not stand before it; write the chapter first."),
    ("an ordinal that is no number", 'id = "1-1"', 'id = "1-x"', "[[sections]] 1 “1”, figures 1 “1-x”, key id: “1-x” must begin with the id of its section, like 1-1."),
    ("an ordinal twice", 'id = "1.1-2"', 'id = "1.1-1"', "[[sections]] 2 “1.1”, figures 2 “1.1-1”, key id: “1.1-1” is used twice; choose another one."),
    ("a start that is needless and wrong", "start = 12", "start = 11", FIGURE + "start: “3.13亿元” does not stand at 11; the section has it once, so remove start."),
    ("a start beyond the end", "start = 12", "start = 99999", FIGURE + "start: “3.13亿元” does not stand at 99999; the section has it once, so remove start."),
    ("a start before the beginning", "start = 12", "start = -1", FIGURE + "start: “3.13亿元” does not stand at -1; the section has it once, so remove start."),
    ("a moved start of what stands twice", "start = 2\n", "start = 3\n", TWICE + "start: “3所” does not stand at 3 but at 2; write 2."),
    ("the nearest of two", "start = 2\n", "start = 9\n", TWICE + "start: “3所” does not stand at 9 but at 13; write 13."),
    ("a start from the end", "start = 2\n", "start = -4\n", TWICE + "start: “3所” does not stand at -4 but at 2; write 2."),
    ("no start of what stands twice", "start = 2\n", "", TWICE + "start: the section has “3所” 2 times; say with start which one is meant: 2, 13."),
    ("a text of another section", 'text = "3.13亿元"', 'text = "5所"', FIGURE + "text: “5所” does not stand in section 1; compare it with the section's text."),
    ("no text", 'text = "3.13亿元"', 'text = ""', FIGURE + "text: “” does not stand in section 1; compare it with the section's text."),
    ("a text that is no text", 'text = "《通知》(粤办发〔2017〕14号)"', "text = 1", CITATION + "text: 1 has the wrong type; write a string."),
    ("a text that is no quantity", 'text = "3.13亿元"\nstart = 12', 'text = "安排"', FIGURE + "text: “安排” does not read as one quantity; give number and unit as in the letter."),
    ("a citation without a name", 'title = "通知"\nnumber = "粤办发〔2017〕14号"\n', "", CITATION + "title: write title or number, or both."),
    ("a citation with an empty name", 'title = "通知"\nnumber = "粤办发〔2017〕14号"\n', 'title = ""\n', CITATION + "title: write title or number, or both."),
    ("a date for words", 'label = "投入资金"', "label = 2017-06-06", FIGURE + "label: 2017-06-06 has the wrong type; write a string."),
    ("a time for a date", "date = 2017-06-06", "date = 2017-06-06T10:00:00", "[letter], key date: 2017-06-06T10:00:00 has the wrong type; write a date (such as 2017-06-06, without quotes)."),
    ("a number too long to write out", "value = 313000000", f"value = 0x1{'0' * 1000}", FIGURE + "value: '…' has the wrong type; write a number."),
    ("an id of 41 characters", 'id = "1-1"', f'id = "1-{"1" * 39}"\nx = 1', f"[[sections]] 1 “1”, figures 1 “1-{'1' * 18}…{'1' * 20}”, key x: is not a key of the format; remove it."),
    ("an id of 40 characters", 'id = "1-1"', f'id = "1-{"1" * 38}"\nx = 1', f"[[sections]] 1 “1”, figures 1 “1-{'1' * 38}”, key x: is not a key of the format; remove it."),
    ("a long key", 'label = "投入资金"', f'label = "投入资金"\n{"x" * 301} = 1', FIGURE + f"{'x' * 150}…{'x' * 150}: is not a key of the format; remove it."),
    ("a key of three hundred", 'label = "投入资金"', f'label = "投入资金"\n{"x" * 300} = 1', FIGURE + f"{'x' * 300}: is not a key of the format; remove it."),
    ("a newer format in words", "format = 1", 'format = "1"', "format: '1' has the wrong type; write an integer."),
    ("a format that never was", "format = 1", "format = 0", "format: there is no format 0; write 1."),
    ("an unknown status", 'basis = "stated"', 'basis = "stated"\nstatus = "done"', FIGURE + "status: “done” is unknown; use one of actual, planned, standard."),
    ("an empty per", 'basis = "stated"', 'basis = "stated"\nper = [""]', FIGURE + "per: each item needs words, and none may hold “;”, which separates them in tables."),
    ("a number in corrected", 'basis = "stated"', 'basis = "stated"\ncorrected = [1]', FIGURE + "corrected: [1] has the wrong type; write an array of strings."),
    ("figures that are no tables", "[[sections.flagged]]\ntext", "[sections.flagged]\ntext", "[[sections]] 2 “1.1”, key flagged: must be a table; write [[flagged]]."),
    ("a text that is not there", 'text = "3.13亿元"', 'text = "3.14亿元"', FIGURE + "text: “3.14亿元” does not stand in section 1; compare it with the section's text."),
    ("a value that contradicts", "value = 313000000", "value = 3130000", FIGURE + "value: is 3130000, but “3.13亿元” says 313000000; correct one of them."),
    ("a unit that contradicts", 'unit = "元"', 'unit = "万元"', FIGURE + "unit: is 万元, but “3.13亿元” says 元; correct one of them."),
    ("a bound that contradicts", 'bound = "exact"', 'bound = "about"', FIGURE + "bound: is about, but “3.13亿元” says exact; correct one of them."),
    ("an end that contradicts", "value = 313000000", "value = 313000000\nlow = 1", FIGURE + "low: is 1, but “3.13亿元” says 313000000; correct one of them."),
    ("an empty label", 'label = "投入资金"', 'label = " "', FIGURE + "label: is empty; say what is measured."),
    ("a period in words", 'period = "2016"', 'period = "去年"', FIGURE + "period: “去年” is not an EDTF period; write it like 2016, 2017-01, 2015/2019 or 2012/... "),
    ("a period backwards", 'period = "2016"', 'period = "2019/2015"', FIGURE + "period: “2019/2015” is not an EDTF period; write it like 2016, 2017-01, 2015/2019 or 2012/... "),
    ("a basis that is none", 'basis = "stated"', 'basis = "guessed"', FIGURE + "basis: “guessed” is unknown; use one of stated, carried, resolved."),
    ("a period without basis", 'basis = "stated"', "", FIGURE + "basis: period and basis go together; write both or neither."),
    ("a semicolon in per", 'basis = "stated"', 'basis = "stated"\nper = ["年;月"]', FIGURE + "per: each item needs words, and none may hold “;”, which separates them in tables."),
    ("a heading of elsewhere", 'heading = "一、投入"', 'heading = "二、投入"', "[[sections]] 1 “1”, key heading: the text of the section does not begin with “二、投入”; compare it with text."),
    ("a title of elsewhere", 'title = "投入"', 'title = "产出"', "[[sections]] 1 “1”, key title: “产出” is not in the heading; compare the two."),
    ("a number of elsewhere", 'number = "粤办发〔2017〕14号"', 'number = "粤办发〔2017〕15号"', "[[sections]] 1 “1”, citations 1 “1-c1”, key number: “粤办发〔2017〕15号” is not in “《通知》(粤办发〔2017〕14号)”; compare them."),
    ("a number for a table", '[letter]\nnumber = "粤民函〔2017〕1号"\ndate = 2017-06-06', "letter = 1", "letter: must be a table; write [letter]."),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "said"), [m[1:] for m in MISTAKES], ids=[m[0] for m in MISTAKES])
def test_a_mistake_is_named_with_its_table_and_key(before: str, after: str, said: str) -> None:
    assert before in LETTER
    assert problem(LETTER.replace(before, after, 1)) == said.rstrip()


def test_a_number_of_four_thousand_bits_is_still_written_out() -> None:
    said = problem(LETTER.replace("value = 313000000", f"value = 0x{'f' * 1000}"))
    assert said.startswith(FIGURE + "value: is 1318204093")
    assert said.endswith("910949375, but “3.13亿元” says 313000000; correct one of them.")


def test_all_mistakes_of_a_file_are_told_at_once() -> None:
    broken = LETTER
    for before, after in (
        ("format = 1\n", "format = 1\nfromat = 1\n"),
        ("date = 2017-06-06", 'date = "2017"'),
        ('bound = "exact"\nperiod', "period"),
        ('period = "2016"', 'period = "去年"'),
        ("改建5所", "改建5至8所"),
        ('text = "5所"', 'text = "5至8所"'),
    ):
        assert before in broken
        broken = broken.replace(before, after, 1)
    assert problems(broken) == [
        "[letter], key date: '2017' has the wrong type; write a date (such as 2017-06-06, without quotes).",
        FIGURE + "bound: is missing; add it.",
        FIGURE + "period: “去年” is not an EDTF period; write it like 2016, 2017-01, 2015/2019 or 2012/...",
        "[[sections]] 2 “1.1”, figures 2 “1.1-2”, key value: “5至8所” is a range and has no one value; remove the key.",
        "[[sections]] 2 “1.1”, figures 2 “1.1-2”, key bound: is exact, but “5至8所” says range; correct one of them.",
        "[[sections]] 2 “1.1”, figures 3 “1.1-3”, key start: “3所” does not stand at 13 but at 15; write 15.",
        "fromat: is not a key of the format; did you mean “format”?",
    ]  # fmt: skip


def test_the_mistakes_of_a_file_are_shown_a_line_each(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(LETTER.replace("start = 12", "start = 11\nzzz = 1"), "utf-8")
    (tmp_path / "b.toml").write_text(LETTER, "utf-8")
    for source in (tmp_path / "a.toml", tmp_path):
        asked = run("info", "--from", str(source))
        assert asked.status == 2
        assert [line.rpartition(": ")[0] for line in asked.stderr.splitlines()] == [
            f"{tmp_path / 'a.toml'}: {FIGURE}start",
            f"{tmp_path / 'a.toml'}: {FIGURE}zzz",
        ]


def test_what_depends_on_a_mistake_is_no_second_one() -> None:
    assert problem(LETTER.replace('text = "建成3所,改建5所,又建成3所。"', "text = 3")).endswith(
        "write a string."
    )
    assert problem(LETTER.replace('text = "建成3所,改建5所,又建成3所。"\n', "")).endswith(
        "is missing; add it."
    )


@pytest.mark.parametrize("section", [section.id for section in load().sections])
def test_a_character_typed_into_a_section_costs_a_mend_only_where_words_stand_there_twice(
    section: str,
) -> None:
    text = load().section(section).text
    typed = re.sub(r"[。\n]", r"\g<0>甲", text, count=1)
    source = packaged().read_text("utf-8")
    assert source.count(text) == 1
    source = source.replace(text, typed)
    if section == "2.3":
        assert [line.partition(" stand at ")[2] for line in problems(source)] == [
            "299 but at 300; write 300.",
            "333 but at 334; write 334.",
        ]
    else:
        assert parse(source, "x").section(section).text == typed


def test_who_makes_a_hundred_mistakes_is_told_so() -> None:
    told = problems(LETTER + "".join(f"\n[[sections.flagged]]\ntext = '{n}!'" for n in range(200)))
    assert len(told) == 101
    assert told[99].startswith("[[sections]] 2 “1.1”, flagged 101, key text: ")
    assert told[100] == "that makes 100 mistakes, and it was not read on; correct these first."


def test_a_file_of_version_0_1_0_is_read_as_it_was_written() -> None:
    old = (
        LETTER.replace("format = 1\n", "")
        .replace("start = 13", "start = 53")
        .replace("start = 2\n", "start = 42\n")
    )
    assert parse(old, "old.toml") == parse(LETTER, "new.toml")
    assert problem(old.replace("start = 53", "start = 54")) == (
        "[[sections]] 2 “1.1”, figures 3 “1.1-3”, key start: “3所” does not stand at 54 but at 53; write 53."
    )


def test_a_file_of_a_newer_format_says_so_and_nothing_else() -> None:
    newer = LETTER.replace("format = 1", "format = 2") + '\nstrange = "x"'
    assert problem(newer) == "made by a newer reply (format 2; this one reads 1); upgrade reply."


def test_a_start_is_written_only_where_words_stand_twice_in_their_section() -> None:
    written = dump(parse(LETTER, "x"))
    assert "\nformat = 1\n" in written
    assert [line for line in written.splitlines() if line.startswith("start")] == ["start = 2", "start = 13"]
    assert parse(written, "x") == parse(LETTER, "x")


def test_a_key_given_twice_is_named_with_its_line() -> None:
    said = problem(LETTER.replace("start = 12", "start = 12\nstart = 12"))
    assert said.startswith("line 22, not valid TOML (")
    assert said.endswith("; correct it there.")


BROKEN = [
    ("a header", "[letter", "line 1, not valid TOML ("),
    ("a value", "\nx = ", "line 2, not valid TOML ("),
    ("a key twice", "a = 1\na = 2", "line 2, not valid TOML ("),
    ("a text without end", "x = '''\n", "line 2, not valid TOML ("),
    ("deep tables", "[" * 5000 + "]" * 5000, "line 1, not valid TOML ("),
    ("deep arrays", "x = " + "[" * 100_000, "not valid TOML ("),
    ("deep keys", "a." * 20_000 + "x = 1", "not valid TOML ("),
]


@pytest.mark.parametrize(("source", "said"), [b[1:] for b in BROKEN], ids=[b[0] for b in BROKEN])
def test_broken_toml_is_said_in_one_sentence_with_its_line_where_it_has_one(source: str, said: str) -> None:
    told = problem(source)
    assert told.startswith(said)
    assert told.endswith("); correct it there.")


def test_a_letter_without_sections_is_no_letter() -> None:
    assert problem("[letter]") == "sections: has no section; write [[sections]]."


def sparse(path: Path) -> None:
    with path.open("wb") as stream:
        stream.truncate(200_000_000)


FILES: list[tuple[str, Callable[[Path], object], str]] = [
    ("missing", lambda path: None, "there is no such file; check the path."),
    ("empty", lambda path: path.write_bytes(b" \n"), "is empty; name the TOML file of a letter."),
    ("folder", lambda path: path.mkdir(), "is a folder; name a TOML file in it."),
    ("binary", lambda path: path.write_bytes(b"\x89PNG\0\0"), "is a binary file; name the TOML file of a letter."),
    ("gbk", lambda path: path.write_bytes("a = 1\nb = '养老'".encode("gbk")), "line 2 is not UTF-8; save the file as UTF-8."),
    ("gbk below an empty line", lambda path: path.write_bytes("\nb = '养老'".encode("gbk")), "line 2 is not UTF-8; save the file as UTF-8."),
    ("utf-16", lambda path: path.write_bytes("养老".encode("utf-16")), "line 1 is not UTF-8; save the file as UTF-8."),
    ("huge", sparse, "has more than 100 MB, which no letter has; name the TOML file of a letter."),
]  # fmt: skip


@pytest.mark.parametrize(("make", "said"), [f[1:] for f in FILES], ids=[f[0] for f in FILES])
def test_a_file_that_is_no_letter_is_said_in_one_sentence(
    tmp_path: Path, make: Callable[[Path], object], said: str
) -> None:
    path = tmp_path / "my.toml"
    make(path)
    with pytest.raises(ReplyError) as caught:
        load(path)
    assert str(caught.value) == f"{path}: {said}"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_said_in_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "my.toml"
    path.write_text(LETTER)
    path.chmod(0)
    with pytest.raises(ReplyError, match="you may not read it; change its permissions"):
        load(path)


def test_a_name_that_no_file_can_have_is_said_in_one_sentence() -> None:
    with pytest.raises(ReplyError, match="cannot be read"):
        load("a\0b")


LETTER_OF_FIVE = "[[sections]]\nid = '1'\ntext = '投入5元'\n"


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("my.toml", LETTER_OF_FIVE, None),
        ("my.txt", LETTER_OF_FIVE, "letter: must be a table; write [letter]."),
        ("my.toml", "[tool.x]\ny = 1\n", "is not a packed letter; it was left out."),
        ("my.TOML", "[tool.x]\ny = 1\n", "is not a packed letter; it was left out."),
        ("my.toml", "format = 1\n[leter]\n", "[letter]"),
        ("my.toml", "发展养老事业。", "not valid TOML"),
        ("my letter.txt", "[tool.x]\ny = 1\n", "is not packed yet; first run reply pack '{folder}/my letter.txt' -o '{folder}/my letter.toml'."),
        ("my.txt", "发展养老事业。", "is not packed yet; first run reply pack {folder}/my.txt -o {folder}/my.toml."),
    ],
)  # fmt: skip
def test_what_is_no_packed_letter_is_told_apart(
    tmp_path: Path, name: str, data: str, said: str | None
) -> None:
    path = tmp_path / name
    path.write_text(data if said else f"[letter]\n{data}", "utf-8")
    if said is None:
        assert load(path).text == "投入5元"
    else:
        with pytest.raises(ReplyError) as caught:
            load(path)
        assert said.format(folder=tmp_path) in str(caught.value)


def test_a_number_is_read_with_what_stands_around_it_or_by_its_own_words() -> None:
    letter = pack("每天开放10、9、8小时。\n")
    toml = dump(letter)
    assert [(figure.text, figure.unit) for figure in letter.figures] == [
        ("10", "小时"),
        ("9", "小时"),
        ("8小时", "小时"),
    ]
    assert parse(toml, "x") == letter
    # What is said of it is what the words alone say: nothing else is asked.
    alone = toml.replace('text = "10"\nvalue = 10\nunit = "小时"', 'text = "10"\nvalue = 10')
    assert alone != toml
    assert [figure.unit for figure in parse(alone, "x").figures] == [None, "小时", "小时"]
    assert problem(toml.replace("value = 9", "value = 7")).endswith(
        "value: is 7, but “9” says 9; correct one of them."
    )


@pytest.mark.parametrize(("count", "places"), [(2, "0, 1"), (5, "0, 1, 2, 3, 4"), (6, "0, 1, 2, 3, 4")])
def test_of_many_places_the_first_five_are_named(count: int, places: str) -> None:
    said = problem(
        f"[letter]\n[[sections]]\nid = '1'\ntext = '{'元' * count}'\n[[sections.flagged]]\ntext = '元'"
    )
    assert said.endswith(f"the section has “元” {count} times; say with start which one is meant: {places}.")


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    path = tmp_path / "my.toml"
    path.write_text(LETTER, "utf-8-sig")
    assert load(path).number == "粤民函〔2017〕1号"


def test_the_packaged_letter_is_written_as_it_is_read() -> None:
    letter = load()
    assert dump(letter) == packaged().read_text("utf-8")
    assert parse(dump(letter), "again") == letter


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=4))
def test_any_text_is_written_and_read_back(texts: list[str]) -> None:
    sections = []
    start = 0
    for number, text in enumerate(texts, 1):
        sections.append(
            Section(
                id=str(number),
                heading=None,
                title=None,
                text=text,
                parent=None,
                start=start,
                figures=(),
                citations=(),
            )
        )
        start += len(text)
    blank = dict.fromkeys(("number", "grade", "addressee", "subject", "issuer", "date", "source"))
    letter = Letter(**blank, sections=tuple(sections))
    assert parse(dump(letter), "again") == letter


def test_the_ends_of_a_range_stand_in_the_file_and_are_checked_where_they_do() -> None:
    letter = pack("答复\n新建食堂5至8所,补助2万元以上。\n")
    toml = dump(letter)
    assert "low = 5\nhigh = 8\n" in toml
    assert toml.count("low = ") == 1
    assert parse(toml, "x") == letter
    assert parse(toml.replace("low = 5\nhigh = 8\n", ""), "x") == letter  # as files of before have it
    assert problem(toml.replace("high = 8", "high = 9")).endswith(
        "high: is 9, but “5至8所” says 8; correct one of them."
    )


def test_the_letter_that_comes_with_it_reads_the_same_when_its_numbers_are_checked() -> None:
    source = packaged().read_text("utf-8")
    assert load() == parse(source, "x")
