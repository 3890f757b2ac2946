"""Every example of the README and of docs/ does what it shows, in its language, and everything is in them."""

import os
import re
import shutil
import subprocess
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

from conftest import REPLY, Run, environment

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md"))]
DOCUMENTS = "\n".join(page.read_text("utf-8") for page in PAGES)


class Example(NamedTuple):
    """A command of a page and what it shows, in the language of the page."""

    page: str
    command: str
    shown: str
    language: str


def examples() -> list[Example]:
    """Return the commands of the console blocks, each with what it shows.

    A command that shows nothing prepares the next ones of its block, and is run before each of them.
    """
    found = []
    for page in PAGES:
        language = "zh" if page.name.endswith(".zh.md") else "en"
        for block in re.findall(r"```console\n(.*?)```", page.read_text("utf-8"), re.DOTALL):
            before = ""
            for example in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
                command, _, shown = example.partition("\n")
                if shown:
                    found.append(Example(page.name, before + command, shown, language))
                else:
                    before += f"{{ {command}; }} 2>/dev/null\n"
    return found


@pytest.mark.parametrize(
    "example", examples(), ids=[f"{e.page} {e.command.splitlines()[-1]}" for e in examples()]
)
def test_an_example_shows_what_the_command_prints(example: Example, tmp_path: Path) -> None:
    for program in ("jq", "sqlite3", "sha256sum"):
        if re.search(rf"\b{program}\b", example.command) and not shutil.which(program):
            pytest.skip(f"{program} is not installed")
    path = f"{REPLY.parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", example.command],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=environment({"PATH": path, "REPLY_LANG": example.language}),
        check=False,
    )
    status = f"[exit status {done.returncode}]\n" if done.returncode else ""
    printed = done.stderr + done.stdout
    assert printed + ("" if printed.endswith("\n") else "\n") + status == example.shown


def test_there_are_examples_of_every_command_and_in_both_languages() -> None:
    commands = " ".join(example.command for example in examples())
    for name in ("find", "section", "figures", "citations", "info", "text", "pack", "check"):
        assert f"reply {name}" in commands
    assert {example.language for example in examples()} == {"en", "zh"}


@pytest.mark.parametrize(
    "command", ["", "find", "section", "figures", "citations", "info", "text", "pack", "check"]
)
def test_every_option_is_in_the_documents(run: Run, command: str) -> None:
    for option in re.findall(r"(?<=  )--[a-z-]+|(?<=, )--[a-z-]+", run(*command.split(), "-h").text):
        assert re.search(rf"`[^`\n]*{option}\b", DOCUMENTS) or option == "--help"


def test_the_readme_can_be_read_at_one_go() -> None:
    for page in PAGES:
        if page.name.startswith("README"):
            assert len(page.read_text("utf-8").splitlines()) < 150


def test_the_commands_to_copy_are_those_that_ci_runs() -> None:
    commands = re.findall(r"```sh\n(.*?)\n```", README)
    assert len(commands) == 2
    assert commands[0].endswith("reply find 养老")
    assert commands[1].endswith("python -m pytest -q -n auto")
    assert "grep -m1 -F 'python -m pytest' README.md" in (ROOT / ".ci" / "run").read_text("utf-8")
    assert f"```sh\n{commands[0]}\n```" in (ROOT / "README.zh.md").read_text("utf-8")


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_what_a_page_points_to_is_there(page: Path) -> None:
    for target in re.findall(r"\]\(([^)]+)\)", page.read_text("utf-8")):
        file, _, heading = target.partition("#")
        pointed = page.parent / file if file else page
        assert pointed.exists()
        assert not heading or f"\n## {heading.replace('-', ' ')}\n" in pointed.read_text("utf-8").lower()
        if file.endswith(".svg"):
            assert pointed.read_text("utf-8").startswith("<svg")


def test_every_tier_of_lookup_is_explained() -> None:
    from reply.lookup.search import NONE, TIERS

    text = (ROOT / "docs" / "lookup.md").read_text("utf-8")
    assert [tier for tier in TIERS if tier != NONE] == re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE)


def test_every_room_is_on_the_page_of_the_inside() -> None:
    from test_architecture import MAY_IMPORT

    text = (ROOT / "docs" / "inside.md").read_text("utf-8")
    for room in MAY_IMPORT:
        if not room.startswith("__"):
            assert f"`{room}/`" in text or f"`{room}.py`" in text


def test_every_page_of_docs_is_reached_from_both_readmes() -> None:
    for name in ("README.md", "README.zh.md"):
        text = (ROOT / name).read_text("utf-8")
        for page in (ROOT / "docs").glob("*.md"):
            assert f"(docs/{page.name})" in text


def test_every_character_of_a_picture_has_its_place() -> None:
    """Fonts differ in width: only what is placed cell by cell stands straight in all of them."""
    from rich.cells import cell_len

    for picture in (ROOT / "docs").glob("*.svg"):
        runs = re.findall(r'x="([\d ]+)" y="\d+">([^<]+)<', picture.read_text("utf-8"))
        assert len(runs) > 10
        for places, text in runs:
            characters = re.sub(r"&\w+;", "&", text)
            assert len({cell_len(character) for character in characters}) == 1
            at = [int(place) for place in places.split()]
            assert len(at) == len(characters)
            width = 9 * cell_len(characters[0])
            assert all(
                (after - before) % 9 == 0 and after - before >= width for before, after in pairwise(at)
            )


def test_the_keys_in_the_documents_are_those_of_the_tests() -> None:
    from test_formats import KEYS

    for command, keys in KEYS.items():
        assert f"| `{command[0]}` | `{keys}` |" in DOCUMENTS


def test_the_changelog_begins_with_this_version() -> None:
    import reply

    versions = re.findall(r"^## ([0-9.]+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert versions[0] == reply.__version__


def test_every_given_dependency_is_declared_and_no_other() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    names = {re.split(r"[<>=]", item)[0] for item in project["dependencies"]}
    assert names == {"typer", "rich", "rapidfuzz", "tomli"}


def test_every_example_of_a_tier_is_read_by_it() -> None:
    from reply import find, load

    text = (ROOT / "docs" / "lookup.md").read_text("utf-8")
    examples = [
        (tier, query)
        for tier, queries in re.findall(r"^\| `(\w+)` \|[^|]*\|([^|]*)\|$", text, re.MULTILINE)
        for query in re.findall(r"`([^`]+)`", queries)
    ]
    assert len(examples) >= 20
    letter = load()
    assert [(find(letter, query)[0].tier, query) for _, query in examples if find(letter, query)] == examples
