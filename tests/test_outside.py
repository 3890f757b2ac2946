"""Letters that were marked by someone who had not seen the program are read as well as they ever were."""

import pytest
from report_outside import SETS, shares

REACHED = {
    "outside_tune": {
        "value and unit": 331, "qualifier": 331, "period": 297, "per": 307, "status": 324, "label says all": 318,
        "label misleads not": 331, "head": 102, "destroyed digits": 19,
    },
    "outside_kept": {
        "value and unit": 325, "qualifier": 324, "period": 302, "per": 314, "status": 291, "label says all": 293,
        "label misleads not": 322, "head": 108, "destroyed digits": 19,
    },
    "status_tune": {"status": 146, "label says all": 147, "label misleads not": 147},
}  # fmt: skip
"""How many of each were right at best: what is reached is what is held."""


@pytest.mark.parametrize("name", REACHED)
def test_what_was_reached_is_held(name: str) -> None:
    found = shares(name)
    fewer = {measure: found[measure] for measure, right in REACHED[name].items() if found[measure][0] < right}
    assert fewer == {}


@pytest.mark.parametrize("name", REACHED)
def test_no_figure_is_read_that_nobody_marked(name: str) -> None:
    assert "no other figure" not in shares(name)


def test_the_letters_are_enough_to_judge_by() -> None:
    for name in SETS:
        found = shares(name)
        assert found["value and unit"][1] >= 325
        assert found["head"][1] == 6 * 19
