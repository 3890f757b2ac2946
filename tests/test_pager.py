"""What is longer than the screen is paged where a person reads it, and nowhere else."""

import sys
from pathlib import Path
from typing import Any

import pytest

from conftest import Run, Terminal, without_colour

if sys.platform == "win32":
    pytest.skip("needs a pty", allow_module_level=True)


@pytest.fixture
def pager(tmp_path: Path) -> Path:
    """Return a pager that says that it was there before what it is given."""
    script = tmp_path / "my pager"
    script.write_text('#!/bin/sh\necho "paged $*"\ncat\n')
    script.chmod(0o755)
    return script


def test_what_is_longer_than_the_screen_is_paged(terminal: Terminal, pager: Path) -> None:
    screen = without_colour(terminal("figures", REPLY_PAGER=f"'{pager}' -x"))
    assert screen.splitlines()[0] == "paged -x"
    assert "3.2-6" in screen
    assert screen.endswith("44 figures\n")


@pytest.mark.parametrize(
    "arguments",
    [["text"], ["section", "2", "--from", "{letter}"], ["figures", "-f", "csv"], ["figures", "-h"]],
)
def test_text_sections_rows_and_help_are_paged_too(
    terminal: Terminal, pager: Path, arguments: list[str]
) -> None:
    letter = str(Path(__file__).parent.parent / "data" / "reply.toml")
    arguments = [argument.format(letter=letter) for argument in arguments]
    assert terminal(*arguments, REPLY_PAGER=f"'{pager}'", columns=40).startswith("paged")


def test_the_pager_of_the_system_is_used_where_there_is_none_of_its_own(
    terminal: Terminal, pager: Path
) -> None:
    assert terminal("text", PAGER=f"'{pager}'", REPLY_PAGER=None).startswith("paged")


def test_what_the_screen_holds_is_not_paged(terminal: Terminal, pager: Path) -> None:
    assert "paged" not in terminal("figures", "3.1", REPLY_PAGER=f"'{pager}'")
    assert "paged" not in terminal("--version", REPLY_PAGER=f"'{pager}'")


@pytest.mark.parametrize(
    "extra", [{"REPLY_PAGER": ""}, {"REPLY_PAGER": "cat"}, {"REPLY_PAGER": "no-such-pager"}, {"TERM": "dumb"}]
)
def test_whoever_wants_no_pager_has_none(terminal: Terminal, pager: Path, extra: dict[str, Any]) -> None:
    wanted: dict[str, Any] = {"PAGER": f"'{pager}'", "REPLY_PAGER": f"'{pager}'", **extra}
    screen = terminal("figures", **wanted)
    assert "paged" not in screen
    assert "3.2-6" in screen


def test_an_option_leaves_the_pager_out(terminal: Terminal, pager: Path) -> None:
    assert "paged" not in terminal("figures", "--no-pager", REPLY_PAGER=f"'{pager}'")
    assert "paged" not in terminal("--no-pager", "figures", REPLY_PAGER=f"'{pager}'")


def test_a_pipe_is_never_paged(run: Run, pager: Path) -> None:
    assert "paged" not in run("figures", "-f", "table", REPLY_PAGER=f"'{pager}'").text


def test_a_pager_that_is_left_early_is_no_error(terminal: Terminal, tmp_path: Path) -> None:
    leaves = tmp_path / "leaves"
    leaves.write_text("#!/bin/sh\nhead -c 100\nexit 3\n")
    leaves.chmod(0o755)
    folder = tmp_path / "letters"
    folder.mkdir()
    letter = Path(__file__).parent.parent / "data" / "reply.toml"
    for number in range(40):
        (folder / f"{number}.toml").write_bytes(letter.read_bytes())
    screen = terminal("text", "--from", str(folder), REPLY_PAGER=str(leaves))
    assert len(screen.encode()) < 1000
    assert "Traceback" not in screen


def test_less_shows_colours_and_leaves_when_it_need_not_stay(terminal: Terminal, tmp_path: Path) -> None:
    """What `less` is told by its environment, where the user tells it nothing."""
    tells = tmp_path / "tells"
    tells.write_text('#!/bin/sh\necho "$LESS $LESSCHARSET"\n')
    tells.chmod(0o755)
    assert "FRX utf-8" in terminal("figures", REPLY_PAGER=str(tells))
    assert "S utf-8" in terminal("figures", REPLY_PAGER=str(tells), LESS="S")
