"""Every example of the README does what it shows, and everything is in the README."""

import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

from conftest import REPLY, Run, environment

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def examples() -> list[tuple[str, str]]:
    """Return the commands of the console blocks, each with what it shows.

    A command that shows nothing prepares the next ones of its block, and is run before each of them.
    """
    found = []
    for block in re.findall(r"```console\n(.*?)```", README, re.DOTALL):
        before = ""
        for example in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, shown = example.partition("\n")
            if shown:
                found.append((before + command, shown))
            if not shown or " -o " in command:
                before += f"{command} 2>/dev/null\n"
    return found


@pytest.mark.parametrize(("command", "shown"), examples(), ids=[command for command, _ in examples()])
def test_an_example_shows_what_the_command_prints(command: str, shown: str, tmp_path: Path) -> None:
    for program in ("jq", "sqlite3", "sha256sum"):
        if re.search(rf"\b{program}\b", command) and not shutil.which(program):
            pytest.skip(f"{program} is not installed")
    path = f"{REPLY.parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", command],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=environment({"PATH": path}),
        check=False,
    )
    status = f"[exit status {done.returncode}]\n" if done.returncode else ""
    printed = done.stderr + done.stdout
    assert printed + ("" if printed.endswith("\n") else "\n") + status == shown


def test_there_are_examples_of_every_command() -> None:
    commands = " ".join(command for command, _ in examples())
    for name in ("find", "section", "figures", "citations", "info", "text", "pack", "check"):
        assert f"reply {name}" in commands


@pytest.mark.parametrize(
    "command", ["", "find", "section", "figures", "citations", "info", "text", "pack", "check"]
)
def test_every_option_is_in_the_readme(run: Run, command: str) -> None:
    for option in re.findall(r"(?<=  )--[a-z-]+|(?<=, )--[a-z-]+", run(*command.split(), "-h").text):
        assert option in README or option in ("--help", "--format", "--limit", "--out", "--output")


def test_the_python_example_is_true() -> None:
    example = re.search(r"```python\n(.*?)```", README, re.DOTALL)
    assert example is not None
    scope: dict[str, object] = {}
    for line in example[1].splitlines():
        code, _, expected = line.partition("  # ")
        if expected and "or load" not in expected:
            assert repr(eval(code, scope)) == expected  # noqa: S307 - our own README
        elif code:
            exec(code, scope)  # noqa: S102


def test_the_commands_to_copy_are_those_that_ci_runs() -> None:
    commands = re.findall(r"```sh\n(.*?)\n```", README)
    assert len(commands) == 2
    assert commands[1].endswith("python -m pytest -q -n auto")
    assert "grep -m1 -F 'python -m pytest' README.md" in (ROOT / ".ci" / "run").read_text("utf-8")


def test_the_picture_is_there() -> None:
    picture = re.search(r"!\[.*?\]\((.*?)\)", README)
    assert picture is not None
    assert (ROOT / picture[1]).read_text("utf-8").startswith("<svg")


def test_the_keys_in_the_readme_are_those_of_the_tests() -> None:
    from test_formats import KEYS

    for command, keys in KEYS.items():
        assert f"| `{command[0]}` | `{keys}` |" in README


def test_the_changelog_begins_with_this_version() -> None:
    import reply

    versions = re.findall(r"^## ([0-9.]+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert versions[0] == reply.__version__


def test_every_given_dependency_is_declared_and_no_other() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    names = {re.split(r"[<>=]", item)[0] for item in project["dependencies"]}
    assert names == {"typer", "rich", "rapidfuzz", "tomli"}
