"""What makes it start at once: which modules a command loads, and how often it reads the data."""

import json
import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
import tomli

from conftest import environment

HEAVY = {"rich", "rapidfuzz", "pydantic", "importlib.metadata", "pypinyin", "jieba", "opencc"}
TABLES = {"readings.txt", "script.txt", "vocabulary.txt", "synonyms.toml"}

# Runs the command line in a fresh process, and tells on stderr what it loaded and opened.
DRIVER = """
import json, os, sys
opened = []
sys.addaudithook(lambda event, arguments: event == "open" and opened.append(str(arguments[0])))
leave = os._exit
def report(status):
    names = [os.path.basename(name) for name in opened if name.endswith((".toml", ".txt"))]
    print(json.dumps({"status": status, "modules": sorted(sys.modules), "opened": names}), file=sys.stderr)
    leave(status)
os._exit = report
sys.argv[0] = "reply"
from reply.__main__ import main
main()
"""


def loaded(*arguments: str, **extra: str) -> tuple[set[str], list[str]]:
    """Return the modules that a piped command loads, and the data files that it opens."""
    done = subprocess.run(
        [sys.executable, "-c", DRIVER, *arguments], capture_output=True, env=environment(extra), check=False
    )
    told = json.loads(done.stderr.decode().splitlines()[-1])
    return set(told["modules"]), told["opened"]


@pytest.mark.parametrize(
    "command",
    [
        "find 养老",
        "figures",
        "figures 3.1-5 -f value",
        "section 3.1",
        "citations",
        "info",
        "text",
        "",
        "find 養老",
    ],
)
def test_an_exact_piped_command_loads_nothing_heavy_and_reads_the_letter_once(command: str) -> None:
    modules, opened = loaded(*command.split())
    assert not HEAVY & modules
    assert opened == (["reply.toml", "script.txt"] if "養" in command else ["reply.toml"])


@pytest.mark.parametrize("command", ["find 养老", "figures", "section", "citations", "info", "text", ""])
def test_numbers_of_the_letter_that_comes_with_it_are_not_read_again(command: str) -> None:
    modules, _ = loaded(*command.split())
    assert {name for name in modules if name.startswith("reply.measure.")} <= {
        "reply.measure.period",
        "reply.measure.value",
    }


@pytest.mark.parametrize("arguments", [["--version"], ["-h"]])
def test_what_needs_no_letter_reads_none(arguments: list[str]) -> None:
    modules, opened = loaded(*arguments)
    assert opened == []
    assert "tomli" not in modules
    assert "rapidfuzz" not in modules


def test_completion_of_commands_and_options_reads_no_letter_and_loads_no_rich() -> None:
    for typed in ("reply fi", "reply figures --un"):
        modules, opened = loaded(_REPLY_COMPLETE="complete_zsh", _TYPER_COMPLETE_ARGS=typed)
        assert opened == []
        assert not HEAVY & modules


def test_completion_of_ids_reads_the_letter_once() -> None:
    modules, opened = loaded(_REPLY_COMPLETE="complete_zsh", _TYPER_COMPLETE_ARGS="reply figures 3.1")
    assert opened == ["reply.toml"]
    assert not HEAVY & modules


@pytest.mark.parametrize(
    ("query", "tables"),
    [
        ("五百万", {"script.txt"}),
        ("yanglao", {"script.txt", "english.txt", "readings.txt", "polyphones.txt", "vocabulary.txt"}),
        ("老人", {"script.txt", "synonyms.toml"}),
        ("volunteers", {"script.txt", "english.txt"}),
        ("养佬", TABLES),
    ],
)
def test_a_tier_reads_only_the_tables_it_needs_and_each_once(query: str, tables: set[str]) -> None:
    modules, opened = loaded("find", query)
    assert sorted(opened) == sorted(tables | {"reply.toml"})
    assert not HEAVY & modules


def test_a_slip_loads_the_distance_and_nothing_else_heavy() -> None:
    modules, _ = loaded("find", "志愿愿者")
    assert HEAVY & modules == {"rapidfuzz"}


OF_FORMATS = {
    "ctypes",
    "email",
    "zipfile",
    "xml.etree",
    "selectolax",
    "charset_normalizer",
    "pypdfium2",
    "pypdf",
}


@pytest.mark.parametrize(
    ("name", "loads"),
    [
        ("text/A.txt", set()),
        ("html/01_trs.html", {"selectolax"}),
        ("docx/d1_A_autonum.docx", {"zipfile", "xml.etree"}),
        ("ofd/own_L_natural.ofd", {"zipfile", "xml.etree"}),
        ("pdf/p1_A_plain.pdf", {"ctypes", "pypdfium2"}),
    ],
)  # fmt: skip
def test_a_format_loads_what_it_needs_and_nothing_of_the_others(name: str, loads: set[str]) -> None:
    modules, _ = loaded("pack", str(Path(__file__).parent / "samples" / name))
    own = OF_FORMATS & modules
    if "pypdfium2" in loads:  # it loads what it likes
        assert {"selectolax", "pypdf", "charset_normalizer"}.isdisjoint(own)
    else:
        assert own == loads


def test_importing_the_library_loads_no_command_line() -> None:
    code = "import sys; from reply import load; load(); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"typer", "rich", "reply.app"} & set(done.stdout.split())


def test_the_upper_bound_on_typer_is_still_needed() -> None:
    """It can go when a Typer above it loads no pydantic; this fails once it was raised without a look."""
    project = tomli.loads((Path(__file__).parent.parent / "pyproject.toml").read_text("utf-8"))["project"]
    (bound,) = (item for item in project["dependencies"] if item.startswith("typer"))
    major, minor = (int(part) for part in version("typer").split(".")[:2])
    match = re.fullmatch(r"typer>=0\.26,<(\d+)\.(\d+)", bound)
    assert match is not None
    assert (major, minor) < (int(match[1]), int(match[2]))
    done = subprocess.run(
        [sys.executable, "-c", "import sys, typer; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "pydantic" not in done.stdout.split(), "this Typer imports pydantic: lower the bound"
