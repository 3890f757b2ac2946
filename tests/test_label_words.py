"""Each row of the tables of words that labels are made with has a sentence whose labels are others without it."""

import ast
import importlib
import importlib.machinery
import importlib.util
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import CodeType

import pytest

from reply.pack import pack, section

LINES = (Path(__file__).parent / "label_words.tsv").read_text("utf-8").splitlines()
EXAMPLES = [line.split("\t") for line in LINES if not line.startswith("#")]
TABLES = {
    "reply.telling": ("PLACES", "VERBS", "ACTIONS", "RELATIONS", "BESIDE", "ATTRIBUTES", "FILLERS"),
    "reply.pack.label.words": ("LEADS", "TRAILS", "KEPT"),
    "reply.pack.label.after": ("NOUN_ENDS",),
    "reply.pack.label.subject": ("HEADS", "BESIDE_THE_POINT"),
}
MODULE = {table: module for module, tables in TABLES.items() for table in tables}
ROWS = [
    (table, row)
    for module, tables in TABLES.items()
    for table in tables
    for row in getattr(importlib.import_module(module), table)
]


def labels(sentence: str) -> str:
    """Return the labels of the figures of a letter on a park."""
    text = f"王芳委员:\n您提出的《关于东湖公园的提案》收悉,现答复如下:\n{sentence}\n"
    return " | ".join(figure.label for figure in pack(text).figures)


@contextmanager
def without(table: str, row: str) -> Iterator[None]:
    """Make labels with the modules as they would be without a row of a table."""
    names = [name for name in sys.modules if name == "reply.telling" or name.startswith("reply.pack.label")]
    kept = {name: sys.modules.pop(name) for name in names}
    labels_class = vars(section)["Labels"]
    try:
        source = kept[MODULE[table]]
        rows = getattr(source, table)
        rest = tuple(other for other in rows if other != row)
        fresh = _loaded_without(MODULE[table], str(source.__file__), table, rest)
        vars(section)["Labels"] = fresh
        yield
    finally:
        vars(section)["Labels"] = labels_class
        for name in [n for n in sys.modules if n == "reply.telling" or n.startswith("reply.pack.label")]:
            del sys.modules[name]
        sys.modules.update(kept)
        for name, module in kept.items():
            parent, _, child = name.rpartition(".")
            setattr(sys.modules[parent], child, module)


@cache
def _parsed(path: str) -> tuple[ast.Module, dict[str, ast.Assign]]:
    """Return a module, and where it says what its names are; once, for it is loaded for every row."""
    tree = ast.parse(Path(path).read_text("utf-8"))
    assigned = [node for node in tree.body if isinstance(node, ast.Assign)]
    return tree, {ast.unparse(node.targets[0]): node for node in assigned}


class _Without(importlib.machinery.SourceFileLoader):
    """Loads a module with other rows in one of its tables."""

    table: str
    rows: tuple[str, ...]

    def get_code(self, fullname: str) -> CodeType:
        tree, assigned = _parsed(self.path)
        node = assigned[self.table]
        kept, node.value = node.value, ast.parse(repr(self.rows), mode="eval").body
        try:
            return compile(tree, self.path, "exec")
        finally:
            node.value = kept

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        return importlib.util.spec_from_loader(name, self) if name == self.name else None


def _loaded_without(name: str, path: str, table: str, rows: tuple[str, ...]) -> type:
    """Load what makes labels, with other rows in a table of one module; return the class."""
    loader = _Without(name, path)
    loader.table, loader.rows = table, rows
    sys.meta_path.insert(0, loader)
    try:
        found: type = importlib.import_module("reply.pack.label").Labels
    finally:
        sys.meta_path.pop(0)
    return found


def test_every_row_has_its_example() -> None:
    assert [tuple(example[:2]) for example in EXAMPLES] == ROWS


@pytest.mark.parametrize(("table", "row", "sentence", "expected"), EXAMPLES)
def test_no_row_can_be_left_out(table: str, row: str, sentence: str, expected: str) -> None:
    assert labels(sentence) == expected
    with without(table, row):
        assert labels(sentence) != expected
