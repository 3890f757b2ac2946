"""What a person sees on a terminal."""

import re
from itertools import pairwise

import pytest
from rich.cells import cell_len

from conftest import Run, Terminal, without_colour
from reply.ask.find import COLUMNS

COMMANDS = [
    "",
    "find 养老",
    "find 社区",
    "figures",
    "figures --columns id,label,value",
    "section",
    "section 2.1",
    "citations",
    "info",
    "-h",
    "figures -h",
]


@pytest.mark.parametrize("columns", [20, 40, 80, 120])
@pytest.mark.parametrize("command", COMMANDS)
def test_nothing_is_wider_than_the_terminal_or_cut(terminal: Terminal, command: str, columns: int) -> None:
    screen = without_colour(terminal(*command.split(), columns=columns, REPLY_LANG="zh"))
    hints = ("共", "查找：", "以下")
    lines = [line for line in screen.splitlines() if not line.startswith(hints)]
    assert lines
    assert max(map(cell_len, lines)) <= columns
    assert "…" not in screen


def test_a_table_at_80_columns_holds_every_figure_whole(terminal: Terminal) -> None:
    screen = without_colour(terminal("figures"))
    rows = re.findall(r"^ ?([0-9.]+-[0-9]+) ", screen, re.MULTILINE)
    assert len(rows) == 44
    for text in ("3.13亿元", "约1.1亿元", "8000多项", "2015/2019"):
        assert text in screen
    assert "600-1300" in screen


def test_a_table_at_120_columns_shows_the_numbers_too(terminal: Terminal) -> None:
    assert "313,000,000 元" in terminal("figures", columns=120)
    assert "600–1,300 平方米" in terminal("figures", columns=120)
    assert "313,000,000" not in terminal("figures")


def test_a_narrow_terminal_stacks_the_figures(terminal: Terminal) -> None:
    screen = without_colour(terminal("figures", "3.1-4", columns=40))
    assert screen.splitlines()[0] == "3.1-4  约1.1亿元"


def test_a_passage_comes_with_its_place_and_figures(terminal: Terminal) -> None:
    lines = without_colour(terminal("find", "养老")).splitlines()
    assert lines[0] == "3.1  (一)加强社区治理和服务资金投入"
    assert lines[1].startswith("  支持城乡养老服务发展,2016年省财政投入养老服务体系建设资金3.13亿元")
    assert "  3.1-5  3.13亿元  省财政投入养老服务体系建设资金" in lines


@pytest.mark.parametrize("columns", [30, 40, 80, 81, 82, 83, 84, 120])
def test_no_number_is_broken_over_two_lines(terminal: Terminal, source: str, columns: int) -> None:
    for section in ("2.1", "2.3", "3.1"):
        lines = without_colour(terminal("section", section, columns=columns)).splitlines()
        joined = "".join(lines)
        assert joined in source
        for earlier, later in pairwise(lines):
            assert not (earlier[-1:].isdecimal() and later[:1] in "0123456789万亿.%")
            assert later[:1] not in tuple(",。、;)》”")


def test_the_match_is_marked(terminal: Terminal) -> None:
    marked = re.findall(r"\x1b\[1;30;43m(.*?)\x1b\[0m", terminal("find", "养老", columns=200))
    assert set(marked) == {"养老"}


def test_the_prompt_begins_a_line_of_its_own(terminal: Terminal, run: Run, source: str) -> None:
    assert not source.endswith("\n")
    assert terminal("text") == f"{source}\n"
    assert run("text").text == source


def test_the_contents_count_the_figures_of_each_section(terminal: Terminal) -> None:
    lines = without_colour(terminal("section", columns=80)).splitlines()
    counts = {line.split()[0]: re.findall(r"\d+ figures?(?=\s*$)", line) for line in lines if line.strip()}
    assert (counts["1.1"], counts["1.3"], counts["2.2"]) == (["6 figures"], ["1 figure"], [])


def test_figures_stand_out_in_a_section(terminal: Terminal) -> None:
    screen = terminal("section", "2.3", columns=400)
    marked = re.findall(r"\x1b\[1;36m(.*?)\x1b\[0m", screen)
    assert marked == ["216家", "700万人", "8108个", "5年", "200个", "1000个", "200个", "10000名"]


def test_a_section_is_the_text_of_the_letter(terminal: Terminal, source: str) -> None:
    screen = without_colour(terminal("section", "3.1", columns=60))
    assert screen.replace("\n", "") in source


def test_many_passages_are_cut_to_a_screenful_and_say_so(terminal: Terminal) -> None:
    screen = without_colour(terminal("find", "社区"))
    assert len(re.findall(r"^[0-9a-z.]+  \S", screen, re.MULTILINE)) == 10
    assert re.search(r"Showing 10 of \d+ passages; -n 20 shows more\.\n$", screen)
    assert "Showing" not in terminal("find", "社区", "-n", "60")


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_colour_is_left_out_where_it_is_not_wanted(terminal: Terminal, environment: dict[str, str]) -> None:
    screen = terminal("figures", columns=80, **environment)
    assert not re.search(r"\x1b\[[0-9;]*3[0-9]", screen)


def test_forced_colour_reaches_a_table_in_a_pipe(run: Run) -> None:
    assert "\x1b[" in run("figures", "-f", "table", FORCE_COLOR="1").text
    assert "\x1b[" not in run("figures", "-f", "table").text
    assert "\x1b[" not in run("figures", FORCE_COLOR="1").text


def test_columns_of_the_environment_win(terminal: Terminal) -> None:
    lines = without_colour(terminal("section", "3.1", columns=200, COLUMNS="50")).splitlines()
    assert max(map(cell_len, lines)) <= 50


@pytest.mark.parametrize("language", ["en", "zh"])
def test_headings_are_in_the_readers_language(terminal: Terminal, language: str) -> None:
    heading = {"en": "What is measured", "zh": "指标"}[language]
    assert heading in terminal("figures", REPLY_LANG=language)


def test_the_bare_command_says_what_this_letter_is(terminal: Terminal) -> None:
    screen = without_colour(terminal())
    assert (
        screen.splitlines()[0] == "粤民函〔2017〕1266号 · 广东省民政厅 · 2017-06-06 · 关于完善社区服务的提案"
    )
    assert screen.splitlines()[-2].startswith("Look up: reply find WORD")
    assert screen.splitlines()[-1] == "reply -h."


@pytest.mark.parametrize("column", COLUMNS)
def test_any_column_of_find_may_stand_alone(terminal: Terminal, column: str) -> None:
    screen = without_colour(terminal("find", "慈善超市", "-c", column, "-f", "table"))
    assert "Traceback" not in screen
    assert len(screen.splitlines()) >= 3  # the heading, a line and what is asked for
