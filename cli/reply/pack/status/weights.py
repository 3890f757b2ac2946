"""How much each feature speaks for a plan and for a norm: a log-linear model, learned from marked letters.

`weights.tsv` has a row for each feature: its kind, its value, and what it adds to the log-odds of planned and
of standard against actual, in hundredths. `tools/train_status.py` makes it from the
letters of `tests/letters/`.
"""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TypeAlias

from reply.pack.status.features import Feature

Weights: TypeAlias = dict[str, dict[str, tuple[int, int]]]
"""By kind, by value: hundredths for planned and for standard."""

TABLE = Path(__file__).with_name("weights.tsv")
INTERCEPT = "intercept"
"""The kind that every figure has once, without a value."""


@cache
def weights() -> Weights:
    """Return the table, read once."""
    table: Weights = {}
    for line in TABLE.read_text("utf-8").splitlines()[1:]:
        kind, value, planned, standard = line.split("\t")
        table.setdefault(kind, {})[value] = int(planned), int(standard)
    return table


def log_odds(features: Iterable[Feature]) -> tuple[float, float]:
    """Return the natural logarithms of the odds of planned and of standard against actual."""
    table = weights()
    planned, standard = table[INTERCEPT][""]
    for kind, values in features:
        if known := table.get(kind):
            for value in known.keys() & values:
                to_plan, to_norm = known[value]
                planned += to_plan
                standard += to_norm
    return planned / 100, standard / 100
