"""What docs/scale.md says of many letters: its recipes run, and do what they are for."""

import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from conftest import REPLY, Run, environment

TEXT = (Path(__file__).parent.parent / "docs" / "scale.md").read_text("utf-8")
RECIPES = dict(re.findall(r"```sh ([a-z-]+)\n(.*?)```", TEXT, re.DOTALL))
COMMANDS = [line for block in re.findall(r"```sh\n(.*?)```", TEXT, re.DOTALL) for line in block.splitlines()]

SUMS = {"sqlite-utils": r'"yuan": 1500000', "duckdb": r"1500000", "pandas": r"1500000"}
"""What the recipes that sum find: 500,000 and a million 元, both of 云溪县民政局 in 2019."""


@pytest.fixture
def place(run: Run, tmp_path: Path) -> Path:
    texts = tmp_path / "texts"
    texts.mkdir()
    for name, amount in (("a", "50"), ("b", "100")):
        text = f"2018年安排养老资金{amount}万元。\n云溪县民政局\n2019年8月12日\n"
        (texts / f"{name}.txt").write_text(text, "utf-8")
    run("pack", str(texts), "-o", str(tmp_path / "letters.db"))
    return tmp_path


def shell(command: str, place: Path) -> str:
    path = f"{REPLY.parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", command],
        cwd=place,
        env=environment({"PATH": path}),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("tool", RECIPES)
def test_a_recipe_runs(tool: str, place: Path) -> None:
    is_module = tool in ("duckdb", "pandas")
    own = str(Path(sys.executable).parent)
    if find_spec(tool) is None if is_module else not shutil.which(tool, path=f"{own}:{os.environ['PATH']}"):
        pytest.skip(f"{tool} is not installed")
    printed = shell(RECIPES[tool], place)
    if tool in SUMS:
        assert re.search(SUMS[tool], printed)
    elif tool == "jq":
        assert (place / "bulk.ndjson").read_text("utf-8").count("\n") == 4
    else:
        assert '"issuer":"云溪县民政局"' in printed.replace(" ", "")


def test_there_is_a_recipe_for_every_tool() -> None:
    assert set(RECIPES) == {"sqlite-utils", "datasette", "duckdb", "pandas", "jq"}


@pytest.mark.parametrize("command", [line for line in COMMANDS if line])
def test_a_command_runs(command: str, place: Path) -> None:
    shell(command, place)
