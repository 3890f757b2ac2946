"""What docs/scale.md says of many letters: its recipes run, and do what they are for."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from conftest import REPLY, Run, environment

TEXT = (Path(__file__).parent.parent / "docs" / "scale.md").read_text("utf-8")
RECIPES = dict(re.findall(r"```sh ([a-z-]+)\n(.*?)```", TEXT, re.DOTALL))
COMMANDS = [line for block in re.findall(r"```sh\n(.*?)```", TEXT, re.DOTALL) for line in block.splitlines()]

SUMS = {"sqlite-utils": r'"yuan": 1500000', "duckdb": r"1500000", "pandas": r"1500000"}
"""What the recipes that sum find: 500,000 and a million 元, both of 云溪县民政局 in 2019."""

NUMBERED = (
    "云溪县民政局关于第7号提案的答复\n云民函〔2019〕7号\n王芳委员:\n您提出的《关于发展养老服务的提案》收悉,现答复如下:\n"
    "2018年安排养老资金300-500万元。\n2018年建成养老院7所。\n云溪县民政局\n2019年8月12日\n"
)


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
        assert sum(part.read_text("utf-8").count("\n") for part in place.glob("bulk.*")) == 4
    else:
        assert json.loads(printed)[0]["issuer"] == "云溪县民政局"


@pytest.mark.skipif(shutil.which("jq") is None, reason="jq is not installed")
def test_a_bulk_request_is_two_lines_a_letter_of_which_the_first_says_where_it_goes(
    run: Run, place: Path
) -> None:
    """The format that OpenSearch takes: action, source, action, source; each a line, the last one ended too."""
    numbered = place / "texts" / "c.txt"
    numbered.write_text(NUMBERED, "utf-8")
    run("pack", str(place / "texts"), "-o", str(place / "letters.db"))
    shell(RECIPES["jq"], place)
    (part,) = place.glob("bulk.*")
    *lines, after = part.read_text("utf-8").split("\n")
    assert after == ""
    actions, sources = map(json.loads, lines[::2]), list(map(json.loads, lines[1::2]))
    assert list(actions) == [{"index": {}}, {"index": {}}, {"index": {"_id": "云民函〔2019〕7号"}}]
    assert [source["letter"].get("number") for source in sources] == [None, None, "云民函〔2019〕7号"]
    assert [set(source) for source in sources] == [{"format", "letter", "sections"}] * 3


def test_the_mapping_names_keys_that_letters_have(run: Run, place: Path) -> None:
    (mapping,) = re.findall(r"```json mapping\n(.*?)```", TEXT, re.DOTALL)
    (place / "c.txt").write_text(NUMBERED, "utf-8")
    line = json.loads(run("pack", str(place / "c.txt"), "-f", "jsonl").text)

    def named(properties: Mapping[str, Any], values: Sequence[Mapping[str, Any]]) -> None:
        for key, kind in properties.items():
            inside = [value[key] for value in values if key in value]
            assert inside, key
            if "properties" in kind:
                several = [
                    item for value in inside for item in (value if isinstance(value, list) else [value])
                ]
                named(kind["properties"], several)
            else:
                expected = (int, float) if kind["type"] == "double" else str
                assert all(isinstance(value, expected) for value in inside)

    named(json.loads(mapping)["mappings"]["properties"], [line])


def test_there_is_a_recipe_for_every_tool() -> None:
    assert set(RECIPES) == {"sqlite-utils", "datasette", "duckdb", "pandas", "jq"}


@pytest.mark.parametrize("command", [line for line in COMMANDS if line])
def test_a_command_runs(command: str, place: Path) -> None:
    shell(command, place)
