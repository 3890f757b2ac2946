"""Nothing takes four times as long for twice as much: what `tools/growth.py` prints, held for the slow ones."""

import pytest
from growth import PATTERNS, WORKS, seconds

FEW, MANY = 5_000, 20_000
"""Characters: four times as many take four times as long, and would take sixteen times where it is quadratic."""
AT_MOST = 9.0
LEAST = 0.02
"""Seconds of the processor below which the machine is measured and not the program."""

HOSTILE = {
    "pack": ["of which", "colours", "brackets", "closing", "titles", "headings", "spaces", "table"],
    "joined": ["lines", "spaces"],
    "parse": ["one sentence", "titles"],
    "rows": ["one sentence"],
    "find": ["sentences", "words"],
    "find none": ["sounds"],
    "figures": ["one sentence", "of which"],
    "figures none": ["one sentence"],
    "section": ["headings"],
    "citations": ["titles"],
    "check": ["of which"],
    "page": ["lines"],
    "page of tags": ["prose"],
    "page of boxes": ["prose"],
    "docx": ["lines"],
}  # fmt: skip
"""What was quadratic once, or looks as if it could be."""


@pytest.mark.parametrize(
    ("work", "pattern"), [(work, pattern) for work, patterns in HOSTILE.items() for pattern in patterns]
)
def test_time_grows_with_the_text(work: str, pattern: str) -> None:
    for _ in range(3):
        few, many = (max(seconds(work, pattern, length, runs=1), LEAST) for length in (FEW, MANY))
        if many / few < AT_MOST:
            return
    pytest.fail(f"{work} of {pattern}: {few:.2f} s and {many:.2f} s")


def test_every_work_and_pattern_is_known() -> None:
    assert set(HOSTILE) <= set(WORKS)
    assert {pattern for patterns in HOSTILE.values() for pattern in patterns} <= set(PATTERNS)
