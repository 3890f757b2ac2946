"""Data goes one way: file -> source -> text -> pack -> letter -> store; TOML -> model -> question -> listing -> writer. Nothing to the left imports to the right."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import reply
from conftest import in_proportion

PACKAGE = Path(str(reply.__file__)).parent
MODULES = sorted(path for path in PACKAGE.rglob("*.py"))

# What a room may import of the others; a room is a module or a folder of the package.
MAY_IMPORT: dict[str, set[str]] = {
    "errors": set(),
    "messages": set(),
    "visible": set(),
    "whole": set(),
    "model": set(),
    "sentences": set(),
    "measure": {"model", "script", "sentences"},
    "listing": set(),
    "script": set(),
    "telling": set(),
    "same": {"script"},
    "store": {"errors", "measure", "model", "same", "sentences", "messages"},
    "lookup": {"measure", "script", "sentences"},
    "ask": {"errors", "listing", "lookup", "measure", "model", "script", "sentences", "telling", "messages"},
    "output": {"ask", "errors", "listing", "visible", "whole", "messages"},
    "source": {"errors", "messages"},
    "pack": {"errors", "measure", "model", "same", "script", "sentences", "telling", "messages"},
    "shelf": {
        "ask",
        "errors",
        "listing",
        "lookup",
        "measure",
        "model",
        "script",
        "sentences",
        "store",
        "whole",
        "messages",
    },
    "batch": {
        "__version__",
        "ask",
        "errors",
        "measure",
        "model",
        "pack",
        "shelf",
        "source",
        "store",
        "whole",
        "messages",
    },
    "framework": {"visible"},
    "complete": {"ask", "errors", "listing", "output", "shelf", "messages", "visible"},
    "shared": {"complete", "messages"},
    "help": {"ask", "complete", "errors", "framework", "output", "messages"},
    "man": {"framework", "help", "messages"},
    "failures": {"ask", "errors", "framework", "output", "messages"},
    "app": {
        "ask",
        "batch",
        "complete",
        "errors",
        "failures",
        "framework",
        "help",
        "listing",
        "man",
        "output",
        "shared",
        "shelf",
        "messages",
    },
    "__main__": {"app"},
    "interface": {"ask", "model"},
    "__init__": {"errors", "interface", "model", "pack", "store"},
}
RICH = {
    "output/table.py",
    "output/layout.py",
    "output/console.py",
    "output/page.py",
    "output/wrap.py",
    "output/progress.py",
}


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[str]:
    """Yield the full name of everything a module imports, in functions too."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", MODULES, ids=[str(path.relative_to(PACKAGE)) for path in MODULES])
def test_a_room_imports_only_what_stands_before_it(path: Path) -> None:
    names = {name.split(".")[1] for name in imported(path) if name.startswith("reply.")}
    assert names - {room(path), "__version__"} <= MAY_IMPORT[room(path)]


def test_only_the_drawings_know_rich() -> None:
    knowing = {
        str(p.relative_to(PACKAGE)) for p in MODULES for name in imported(p) if name.split(".")[0] == "rich"
    }
    assert knowing == RICH


def test_only_the_edge_knows_typer() -> None:
    knowing = {room(path) for path in MODULES for name in imported(path) if name.split(".")[0] == "typer"}
    assert knowing == {"app", "help", "framework", "shared"}


def test_the_commands_have_no_logic() -> None:
    """A command imports what it needs, makes a question of its arguments, and hands it over."""
    tree = ast.parse((PACKAGE / "app.py").read_text("utf-8"))
    commands = [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.decorator_list]
    assert len(commands) >= 7
    for command in commands[1:]:
        assert not any(isinstance(node, ast.If | ast.For | ast.While | ast.Try) for node in ast.walk(command))
        *before, last = command.body
        assert isinstance(last, ast.Raise | ast.Expr | ast.Return)
        assert all(isinstance(step, ast.ImportFrom | ast.Assign | ast.Expr) for step in before)
        assert len(before) <= 4


@pytest.mark.parametrize("path", MODULES, ids=[str(path.relative_to(PACKAGE)) for path in MODULES])
def test_every_module_says_what_it_is_about(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text("utf-8")))


def test_no_word_of_the_letter_stands_in_the_code() -> None:
    letter = reply.load()
    telling = [figure.text for figure in letter.figures if len(figure.text) > 5] + [
        str(section.title) for section in letter.sections if section.title
    ]
    telling += [str(letter.addressee), str(letter.number)]
    for path in MODULES:
        tree = ast.parse(path.read_text("utf-8"))
        documented = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documented:
                assert not [word for word in telling if word in node.value]


def test_a_quadratic_pattern_is_not_in_proportion() -> None:
    """What the tests of time rest on."""
    import re

    assert in_proportion(lambda size: "ab" * size, lambda text: text.count("a"), 10_000)
    assert not in_proportion(lambda size: " " * size, re.compile(r"\s+x").search, 3_000)
