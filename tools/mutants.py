"""Change one thing in a module, run the tests that should notice, and print the changes that none noticed.

    python tools/mutants.py cli/reply/measure/quantity.py --tests tests/measure/test_quantities.py
    python tools/mutants.py cli/reply/measure/*.py --sample 100 --seed 1      so many, drawn at random

A mutant is the module with one comparison turned, one number moved by one, one condition negated, one `and`
made an `or`, or one returned value lost. Each runs in a process of its own, up to the first test that fails.
"""

import argparse
import ast
import copy
import os
import random
import signal
import sys
from collections.abc import Callable, Container, Iterator, Sequence
from importlib.abc import InspectLoader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_loader
from pathlib import Path
from types import ModuleType
from typing import NamedTuple, TypeAlias

ROOT = Path(__file__).parent.parent
SECONDS = 120
"""After which a mutant that hangs counts as noticed."""
_TURNED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip


Change: TypeAlias = Callable[[ast.AST], None]
"""A change of a node in place."""


class Mutant(NamedTuple):
    """A changed module."""

    line: int
    what: str
    source: str


def count(source: str) -> int:
    """Return how many things can be changed in a module."""
    return sum(1 for node in ast.walk(ast.parse(source)) for _ in _changes(node))


def mutants(source: str, chosen: Container[int]) -> Iterator[Mutant]:
    """Yield a module with one thing changed, for each thing that can be and is among the chosen ones."""
    tree = ast.parse(source)
    nodes = list(ast.walk(tree))
    ordinal = -1
    for n, node in enumerate(nodes):
        for what, change in _changes(node):
            ordinal += 1
            if ordinal not in chosen:
                continue
            changed = copy.deepcopy(tree)
            change_node = list(ast.walk(changed))[n]
            before = ast.unparse(change_node)
            change(change_node)
            after = ast.unparse(change_node)
            if after != before:
                yield Mutant(getattr(node, "lineno", 0), f"{what}: {before} -> {after}", ast.unparse(changed))


def _changes(node: ast.AST) -> Iterator[tuple[str, Change]]:
    if isinstance(node, ast.Compare) and type(node.ops[0]) in _TURNED:
        yield "turned", _turn
    elif isinstance(node, ast.BoolOp):
        yield "and/or", _swap
    elif isinstance(node, ast.If | ast.IfExp | ast.While):
        yield "negated", _negate
    elif isinstance(node, ast.Constant) and type(node.value) is int:
        yield "one more", _one_more
    elif isinstance(node, ast.Return) and node.value is not None:
        yield "nothing returned", _return_nothing
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub):
        yield "plus/minus", _other_sign


def _turn(node: ast.AST) -> None:
    if isinstance(node, ast.Compare):
        node.ops[0] = _TURNED[type(node.ops[0])]()


def _swap(node: ast.AST) -> None:
    if isinstance(node, ast.BoolOp):
        node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()


def _negate(node: ast.AST) -> None:
    if isinstance(node, ast.If | ast.IfExp | ast.While):
        node.test = ast.UnaryOp(ast.Not(), node.test)


def _one_more(node: ast.AST) -> None:
    if isinstance(node, ast.Constant):
        node.value = int(str(node.value)) + 1


def _return_nothing(node: ast.AST) -> None:
    if isinstance(node, ast.Return):
        node.value = ast.Constant(None)


def _other_sign(node: ast.AST) -> None:
    if isinstance(node, ast.BinOp):
        node.op = ast.Sub() if isinstance(node.op, ast.Add) else ast.Add()


class _Mutated(MetaPathFinder, InspectLoader):
    """Gives one module another source."""

    def __init__(self, name: str, source: str) -> None:
        self._name, self._source = name, source

    def find_spec(self, name: str, path: object, target: ModuleType | None = None) -> ModuleSpec | None:
        return spec_from_loader(name, self) if name == self._name else None

    def get_source(self, fullname: str) -> str:
        return self._source

    def is_package(self, fullname: str) -> bool:
        return False


def is_noticed(name: str, source: str, tests: Sequence[str]) -> Callable[[], bool]:
    """Start the tests on a mutant in a process of its own; return what waits for its end."""
    child = os.fork()
    if child:
        return lambda: os.waitpid(child, 0)[1] != 0
    signal.alarm(SECONDS)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    sys.meta_path.insert(0, _Mutated(name, source))
    import pytest

    os._exit(int(pytest.main(["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", *tests])))


def survivors(
    path: Path, tests: Sequence[str], at_once: int, chosen: Container[int]
) -> Iterator[Mutant | None]:
    """Yield each mutant of a module that no test notices, and None for each that one does."""
    name = ".".join(path.resolve().relative_to(ROOT / "cli").with_suffix("").parts)
    running: list[tuple[Mutant, Callable[[], bool]]] = []
    for mutant in mutants(path.read_text("utf-8"), chosen):
        if len(running) >= at_once:
            first, noticed = running.pop(0)
            yield None if noticed() else first
        running.append((mutant, is_noticed(name, mutant.source, tests)))
    for mutant, noticed in running:
        yield None if noticed() else mutant


def main() -> None:
    """Print the survivors of each module, and how many were noticed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("modules", nargs="+", type=Path)
    parser.add_argument("--tests", nargs="+", default=["tests/measure"])
    parser.add_argument("--at-once", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--sample", type=int, help="how many of all changes are tried")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    every = [(path, n) for path in options.modules for n in range(count(path.read_text("utf-8")))]
    chance = random.Random(options.seed)  # noqa: S311 - the same sample each time
    chosen = chance.sample(every, min(options.sample or len(every), len(every)))
    total = noticed = 0
    for path in options.modules:
        tried = alive = 0
        ordinals = {n for place, n in chosen if place == path}
        for mutant in survivors(path, options.tests, options.at_once, ordinals):
            tried += 1
            if mutant:
                alive += 1
                print(f"{path}:{mutant.line}: {mutant.what}", flush=True)
        print(f"{path}: {tried - alive} of {tried} noticed", flush=True)
        total, noticed = total + tried, noticed + tried - alive
    print(f"{noticed} of {total} noticed, of {len(every)} that there are")


if __name__ == "__main__":
    main()
