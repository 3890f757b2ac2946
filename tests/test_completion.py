"""The shell's Tab, by the protocols that Typer's scripts speak."""

from pathlib import Path

import pytest

from conftest import Run
from reply.pack import pack
from reply.store.writer import dump


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("reply fi", ["find", "figures"]),
        ("reply section 3", ["3", "3.1", "3.2"]),
        ("reply section 加强社区治理", ["加强社区治理和服务资金投入"]),
        ("reply figures 3.1-", [f"3.1-{n}" for n in range(1, 7)]),
        ("reply figures -f j", ["json", "jsonl"]),
        ("reply figures --section 1.", ["1.1", "1.2", "1.3"]),
        ("reply figures --period 2015", ["2015", "2015/2019"]),
    ],
)
def test_bash_gets_the_candidates(run: Run, typed: str, expected: list[str]) -> None:
    words = typed.split(" ")
    result = run(_REPLY_COMPLETE="complete_bash", COMP_WORDS=typed, COMP_CWORD=str(len(words) - 1))
    assert result.lines == expected


def test_the_letter_that_is_asked_is_completed_and_several_are_not(run: Run, tmp_path: Path) -> None:
    letter, folder = tmp_path / "c.toml", tmp_path / "many"
    folder.mkdir()
    letter.write_text(dump(pack("一、关于养老\n2018年投入5万元。\n")), "utf-8")
    typed = f"reply section --from {letter} 1"
    by_option = run(_REPLY_COMPLETE="complete_bash", COMP_WORDS=typed, COMP_CWORD="4")
    by_name = run(
        _REPLY_COMPLETE="complete_bash", COMP_WORDS="reply section 1", COMP_CWORD="2", REPLY_FROM=str(letter)
    )
    assert by_option.lines == by_name.lines == ["1"]
    of_many = run(
        _REPLY_COMPLETE="complete_bash", COMP_WORDS="reply section 1", COMP_CWORD="2", REPLY_FROM=str(folder)
    )
    assert (of_many.text.strip(), of_many.stderr) == ("", "")


def test_zsh_gets_ids_with_their_titles(run: Run) -> None:
    text = run(_REPLY_COMPLETE="complete_zsh", _TYPER_COMPLETE_ARGS="reply section 3.").text
    assert '"3.1":"(一)加强社区治理和服务资金投入"' in text


def test_zsh_gets_figures_with_their_words(run: Run) -> None:
    text = run(_REPLY_COMPLETE="complete_zsh", _TYPER_COMPLETE_ARGS="reply figures 3.1-5").text
    assert '"3.1-5":"3.13亿元 省财政投入养老服务体系建设资金"' in text


def test_fish_gets_ids_with_their_titles(run: Run) -> None:
    arguments = {"_TYPER_COMPLETE_ARGS": "reply section 3.", "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
    lines = run(_REPLY_COMPLETE="complete_fish", **arguments).lines
    assert lines[0] == "3.1\t(一)加强社区治理和服务资金投入"


def test_powershell_gets_ids_with_their_titles(run: Run) -> None:
    arguments = {"_TYPER_COMPLETE_ARGS": "reply section 3.", "_TYPER_COMPLETE_WORD_TO_COMPLETE": "3."}
    lines = run(_REPLY_COMPLETE="complete_powershell", **arguments).lines
    assert lines[0] == "3.1:::(一)加强社区治理和服务资金投入"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_every_shell_has_its_script(run: Run, shell: str) -> None:
    result = run(_REPLY_COMPLETE=f"source_{shell}")
    assert result.status == 0
    assert f"complete_{shell}" in result.text
