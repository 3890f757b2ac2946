"""Every spelling a reader would try names its section."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import Run
from reply import load
from reply.ask.sections import number, outline, overview, own_name, question, read, resolve
from reply.errors import ReplyError

LETTER = load()


def ids(name: str) -> list[str]:
    return [section.id for section in resolve(LETTER, name)]


@pytest.mark.parametrize(
    "spelling",
    ["3.1", "三(一)", "三、(一)", "三（一）", "三.一", "3-1", "３．１", "三、一", "3(1)", "三 一", "第三部分(一)", " 3.1 ", "资金投入",
     "加强社区治理和服务资金投入", "(一)加强社区治理和服务资金投入", "zijintouru", "資金投入", "资金头入"],
)  # fmt: skip
def test_a_section_has_many_spellings(spelling: str) -> None:
    assert ids(spelling) == ["3.1"]


@pytest.mark.parametrize("spelling", ["三", "3", "三、", "第三", "第三部分", "三章"])
def test_a_chapter_has_many_spellings(spelling: str) -> None:
    assert ids(spelling) == ["3"]


@pytest.mark.parametrize(
    ("name", "section"), [("opening", "opening"), ("outlook", "outlook"), ("residue", "residue")]
)
def test_parts_without_a_heading_have_names(name: str, section: str) -> None:
    assert ids(name) == [section]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", ["下一步", "Next steps"])
def test_the_names_of_parts_are_known_in_both_languages(run: Run, name: str, language: str) -> None:
    assert run("section", name, REPLY_LANG=language).text.startswith("下一步,我省将进一步加强")


def test_an_unknown_section_names_the_near_ones(run: Run) -> None:
    result = run("section", "3.9")
    assert (result.status, result.stdout) == (2, b"")
    assert result.stderr == "There is no section “3.9”; near it: 3.2, 3.1.\n"


@pytest.mark.parametrize("name", ["高铁", "4", "四", "9.9.9", "(", "。", "", "\x1b[31m"])
def test_what_names_nothing_is_an_error(name: str) -> None:
    with pytest.raises(ReplyError, match=r"There is no section .*; reply section lists them\."):
        resolve(LETTER, name)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("志愿者", "No section is called “志愿者”; it stands in 2.3; reply find 志愿者 shows it.\n"),
        (
            "养佬",
            "No “养佬”; found “养老”, which sounds the same. "
            "No section is called “养佬”; it stands in 3.1; reply find 养佬 shows it.\n",
        ),
    ],
)
def test_a_word_that_no_title_has_is_told_where_it_stands(run: Run, name: str, said: str) -> None:
    result = run("section", name)
    assert (result.status, result.stdout, result.stderr) == (2, b"", said)


def test_a_title_that_was_guessed_at_is_told_and_exact_guesses_at_none(run: Run) -> None:
    guessed = run("section", "社区减赋增效")
    assert guessed.text.startswith("(二)推进社区减负增效。")
    assert guessed.stderr == "No “社区减赋增效”; found “社区减负增效”, which sounds the same.\n"
    assert run("section", "--exact", "社区减赋增效").status == 2


def test_a_title_that_fits_several_lists_them(run: Run) -> None:
    result = run("section", "社区服务")
    rows = [line.split("\t")[0] for line in result.lines[1:]]
    assert (result.status, len(rows) > 1) == (0, True)
    assert {"1.3", "3.2"} <= set(rows)
    assert result.stderr == "The titles of several sections fit “社区服务”; name one by its id.\n"


def test_without_a_name_it_is_the_outline(run: Run) -> None:
    assert [row["id"] for row in json.loads(run("section", "-f", "json").stdout)] == [
        s.id for s in LETTER.sections
    ]


def test_a_chapter_comes_in_rows_of_its_sections(run: Run) -> None:
    rows = json.loads(run("section", "3", "-f", "json").stdout)
    assert [(row["id"], row["parent"]) for row in rows] == [("3", None), ("3.1", "3"), ("3.2", "3")]
    assert rows[1]["figures"] == [f"3.1-{n}" for n in range(1, 7)]
    assert rows[2]["citations"] == ["3.2-c1", "3.2-c2"]


def test_the_bare_command_is_the_outline_without_the_text(run: Run) -> None:
    result = run()
    assert result.status == 0
    assert result.lines[0] == "id\theading\ttitle\tparent\tfigures\tcitations"
    assert len(result.lines) == 16


@given(st.text(max_size=12) | st.text("三一二3.1()（）、-第章 ", max_size=10))
def test_any_name_is_a_section_or_an_error(name: str) -> None:
    with suppress(ReplyError):
        assert resolve(LETTER, name)


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("三(一)", "3.1"), ("3-1", "3.1"), ("第三部分(一)", "3.1"), ("三章", "3"), ("第三", "3"), ("第3条", "3"), ("十二、", "12"), ("3.1.2", "3.1.2"), ("二〇", "20"),
        ("3.x", None), ("养老", None), ("", None), ("三养", None), ("部分", None),
    ],
)  # fmt: skip
def test_how_the_number_of_a_section_is_written(name: str, id_: str | None) -> None:
    assert number(name) == id_


@pytest.mark.parametrize(
    ("name", "title", "letter"),
    [("养老", "养老", None), ("a:养老", "养老", "a"), ("三", None, None), ("body", None, None), ("a:3.1", None, "a"), ("", None, None), ("a:", None, "a")],
)  # fmt: skip
def test_letters_are_narrowed_down_by_the_title_or_the_letter(
    name: str, title: str | None, letter: str | None
) -> None:
    asked = question(name)
    assert (asked.title, asked.letter, asked.own) == (title, letter, ("title",))


def test_a_name_may_say_its_letter() -> None:
    letter = LETTER._replace(name="a")
    assert [own_name(letter, name) for name in ("3.1", "a:3.1")] == ["3.1", "3.1"]
    assert own_name(LETTER, "a:3.1") == "a:3.1"
    with pytest.raises(ReplyError, match="There is no letter “b”"):
        own_name(letter, "b:3.1")
    with pytest.raises(
        ReplyError, match="There is no section"
    ):  # of many letters, where it stands is not told
        resolve(letter, "志愿者")


def test_a_section_a_chapter_and_an_outline_are_read() -> None:
    one, chapter, several, everything = (read(LETTER, name) for name in ("3.1", "3", "社区服务", ""))
    assert ([row["id"] for row in one.rows], one.kind, one.value, one.hint) == (
        ["3.1"],
        "section",
        "text",
        "",
    )
    assert [row["id"] for row in chapter.rows] == ["3", "3.1", "3.2"]
    assert (several.kind, several.value, several.notes) == ("outline", "id", [])
    assert several.hint == "The titles of several sections fit “社区服务”; name one by its id."
    assert everything == outline(LETTER)
    assert [row["id"] for row in everything.rows] == [section.id for section in LETTER.sections]
    figures = LETTER.section("3.1").figures
    start = LETTER.section("3.1").start
    assert one.captions.marks == {"3.1": [(figure.start - start, figure.end - start) for figure in figures]}
    assert read(LETTER, "社区减赋增效").notes == [
        "No “社区减赋增效”; found “社区减负增效”, which sounds the same."
    ]
    with pytest.raises(ReplyError):
        read(LETTER, "社区减赋增效", exact=True)


def test_the_overview_says_what_the_letter_is_and_leaves_the_text_out() -> None:
    assert overview(LETTER).title.startswith("粤民函〔2017〕1266号 · 广东省民政厅 · 2017-06-06 · ")
    assert "text" not in overview(LETTER).columns


@pytest.mark.parametrize(
    ("name", "said"),
    [("志愿者", "it stands in 2.3"), ("养佬", "found “养老”, which sounds the same. No section is called “养佬”; it stands in 3.1"), ("3.9", "near it: 3.2, 3.1."), ("高铁", "reply section lists them.")],
)  # fmt: skip
def test_a_name_that_no_section_has_is_told_with_what_helps(name: str, said: str) -> None:
    with pytest.raises(ReplyError) as told:
        read(LETTER, name)
    assert said in str(told.value)
