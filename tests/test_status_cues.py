"""Each row of the table of cues has a sentence that the governing words misread without it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pack_letters import by_words_alone

from reply.pack import pack, section
from reply.pack.status import governing
from reply.pack.status.cues import CUES

FOOT = "\n云溪县民政局\n2022年8月12日\n"
LINES = (Path(__file__).parent / "status_cues.tsv").read_text("utf-8").splitlines()
EXAMPLES = [line.split("\t") for line in LINES if not line.startswith("#")]
ROWS = [(kind, reach, row) for (kind, reach), rows in CUES.items() for row in rows]


@pytest.fixture(autouse=True)
def without_weights(monkeypatch: pytest.MonkeyPatch) -> None:
    """The weights know most of these sentences too."""
    monkeypatch.setattr(section, "judged", by_words_alone)


def statuses(sentence: str) -> str:
    """Return the statuses of the figures of a letter of 2022-08-12; after ? of one without a date."""
    foot = "" if sentence.startswith("?") else FOOT
    return " ".join(figure.status[0] for figure in pack(f"答复:{sentence.lstrip('?')}{foot}").figures)


@contextmanager
def without(row: tuple[str, str, str]) -> Iterator[None]:
    """Take a row out of the table."""
    kind, reach, pattern = row
    key = next(key for key in CUES if key == (kind, reach))
    rows = CUES[key]
    CUES[key] = tuple(other for other in rows if other != pattern)
    governing.forget_patterns()
    try:
        yield
    finally:
        CUES[key] = rows
        governing.forget_patterns()


def test_every_row_has_its_example() -> None:
    assert [tuple(example[:3]) for example in EXAMPLES] == ROWS


@pytest.mark.parametrize(("kind", "reach", "row", "sentence", "expected"), EXAMPLES)
def test_no_row_can_be_left_out(kind: str, reach: str, row: str, sentence: str, expected: str) -> None:
    assert statuses(sentence) == expected
    with without((kind, reach, row)):
        assert statuses(sentence) != expected
