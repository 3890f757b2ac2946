"""The shell's Tab, by the protocols that Typer's scripts speak."""

import shutil
import subprocess
from pathlib import Path

import pytest

from conftest import REPLY, Run, environment
from reply.pack import pack
from reply.store.writer import dump


def bash(run: Run, typed: str, **extra: str) -> list[str]:
    """Return what bash is given for a line; bash takes words apart at colons and equals signs."""
    words = typed.replace("=", " = ").replace(":", " : ").split(" ")
    words = [word for word in words[:-1] if word] + ([words[-1]] if words[-1] or typed.endswith(" ") else [])
    place = str(len(words) - 1)
    return run(_REPLY_COMPLETE="complete_bash", COMP_WORDS="\n".join(words), COMP_CWORD=place, **extra).lines


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    """Return a folder of two letters."""
    folder = tmp_path / "many"
    folder.mkdir()
    (folder / "a.toml").write_text(dump(pack("一、关于养老\n2018年投入5万元。\n")), "utf-8")
    (folder / "b.toml").write_text(dump(pack("一、关于教育\n2019年补助6人。\n")), "utf-8")
    return folder


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
        ("reply figures --status p", ["planned"]),
        ("reply figures -c p", ["period", "per"]),
        ("reply figures -c id,te", ["id,text"]),
        ("reply figures -c id,id,v", ["id,id,value"]),
        ("reply citations --sort n", ["number"]),
        ("reply info -c s", ["subject", "source", "sections", "sha256", "standard"]),
        ("reply find 养老 -c t", ["tier", "text"]),
        ("reply check -c r", ["remark"]),
        ("reply section -c h", ["heading"]),
    ],
)
def test_bash_gets_the_candidates(run: Run, typed: str, expected: list[str]) -> None:
    assert bash(run, typed) == expected


def test_the_letter_that_is_asked_is_completed(run: Run, letters: Path) -> None:
    letter = letters / "a.toml"
    by_option = bash(run, f"reply section --from {letter} 1")
    before = bash(run, f"reply --from {letter} section 1")
    assert by_option == before == bash(run, "reply section 1", REPLY_FROM=str(letter)) == ["1"]
    assert bash(run, f"reply figures --from {letter} --unit ") == ["元"]
    assert bash(run, f"reply figures --from={letter} --unit ") == ["元"]


def test_of_several_letters_the_ids_say_which(run: Run, letters: Path, tmp_path: Path) -> None:
    database = tmp_path / "l.db"
    run("pack", str(letters / "a.toml"), "-o", str(database))
    zsh = run(_REPLY_COMPLETE="complete_zsh", _TYPER_COMPLETE_ARGS="reply figures b", REPLY_FROM=str(letters))
    assert zsh.text == '_arguments \'*: :(("b\\\\:1-1":"6人 补助"))\'\n'
    assert bash(run, "reply figures ", REPLY_FROM=str(letters)) == ["a:1-1", "b:1-1"]
    assert bash(run, f"reply figures --from {letters} --unit ") == ["人", "元"]
    assert bash(run, "reply figures -c iss", REPLY_FROM=str(letters)) == ["issuer"]


def test_bash_is_given_what_stands_after_the_last_colon(run: Run, letters: Path) -> None:
    assert bash(run, "reply section a:", REPLY_FROM=str(letters)) == ["1"]
    assert bash(run, "reply figures b:1", REPLY_FROM=str(letters)) == ["1-1"]


def test_a_letter_that_cannot_be_read_offers_nothing_and_says_nothing(run: Run, tmp_path: Path) -> None:
    arguments = {"COMP_WORDS": "reply\nsection\n1", "COMP_CWORD": "2"}
    result = run(_REPLY_COMPLETE="complete_bash", REPLY_FROM=str(tmp_path / "no"), **arguments)
    assert (result.text.strip(), result.stderr) == ("", "")


def test_zsh_gets_ids_with_their_titles(run: Run) -> None:
    text = run(_REPLY_COMPLETE="complete_zsh", _TYPER_COMPLETE_ARGS="reply section 3.").text
    assert '"3.1":"(一)加强社区治理和服务资金投入"' in text


def test_zsh_gets_figures_with_their_words(run: Run) -> None:
    text = run(_REPLY_COMPLETE="complete_zsh", _TYPER_COMPLETE_ARGS="reply figures 3.1-5").text
    assert '"3.1-5":"3.13亿元 省财政投入养老服务体系建设资金"' in text


def test_zsh_gets_columns_with_their_names(run: Run) -> None:
    text = run(
        _REPLY_COMPLETE="complete_zsh", _TYPER_COMPLETE_ARGS="reply figures -c id,p", REPLY_LANG="zh"
    ).text
    assert '"id,period":"时期"' in text
    assert '"id,per":"计量对象"' in text


def test_fish_gets_ids_with_their_titles(run: Run) -> None:
    arguments = {"_TYPER_COMPLETE_ARGS": "reply section 3.", "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
    lines = run(_REPLY_COMPLETE="complete_fish", **arguments).lines
    assert lines[0] == "3.1\t(一)加强社区治理和服务资金投入"


def test_powershell_gets_ids_with_their_titles(run: Run) -> None:
    arguments = {"_TYPER_COMPLETE_ARGS": "reply section 3.", "_TYPER_COMPLETE_WORD_TO_COMPLETE": "3."}
    lines = run(_REPLY_COMPLETE="complete_powershell", **arguments).lines
    assert lines[0] == "3.1:::(一)加强社区治理和服务资金投入"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_options_are_explained_in_the_readers_language(run: Run, language: str) -> None:
    text = run(
        _REPLY_COMPLETE="complete_zsh", _TYPER_COMPLETE_ARGS="reply figures --", REPLY_LANG=language
    ).text
    assert f'"--help":"{ {"zh": "显示这一页。", "en": "Show this page."}[language] }"' in text
    assert "Show this message" not in text


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell", "pwsh"])
def test_every_shell_has_its_script(run: Run, shell: str) -> None:
    result = run(_REPLY_COMPLETE=f"source_{shell}")
    assert result.status == 0
    named = run("--show-completion", shell)
    assert named.status == 0
    assert named.text.strip() == result.text.strip()
    assert f"complete_{'powershell' if shell == 'pwsh' else shell}" in named.text


def test_completion_is_set_up_for_the_shell_that_is_named(run: Run, tmp_path: Path) -> None:
    result = run("--install-completion", "zsh", HOME=str(tmp_path))
    file = tmp_path / ".zfunc" / "_reply"
    assert result.stderr == f"The Tab key of zsh is set up in {file}; open a new terminal.\n"
    assert "complete_zsh" in file.read_text()
    assert not (tmp_path / ".bashrc").exists()
    chinese = run("--install-completion", "fish", HOME=str(tmp_path), REPLY_LANG="zh").stderr
    assert chinese.startswith("已为 fish 安装 Tab 补全：")


def test_a_shell_that_cannot_be_told_is_asked_for(run: Run) -> None:
    for option in ("--show-completion", "--install-completion"):
        result = run(option, "csh")
        assert (result.status, result.stdout) == (2, b"")
        assert result.stderr == f"Name the shell: {option} bash (or zsh, fish, powershell).\n"


def test_the_script_completes_in_bash_itself() -> None:
    """The script is sourced, and bash asks as it does when Tab is pressed."""
    if not shutil.which("bash"):
        pytest.skip("bash is not installed")
    script = (
        'eval "$(reply --show-completion bash)"; COMP_WORDS=(reply section 3.); COMP_CWORD=2; '
        '_reply_completion reply; echo "${COMPREPLY[@]}"'
    )
    path = f"{REPLY.parent}:{environment({})['PATH']}"
    done = subprocess.run(
        ["bash", "-c", script], capture_output=True, text=True, env=environment({"PATH": path}), check=True
    )
    assert done.stdout == "3.1 3.2\n"
