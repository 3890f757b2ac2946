"""The documents that the letter cites, and the letter itself."""

import hashlib
import json

import pytest

from conftest import Run
from reply import load
from reply.ask.citations import citations

LETTER = load()


def ids(query: str) -> list[str]:
    return [str(row["id"]) for row in citations(LETTER, query).rows]


def test_all_citations_come_in_the_order_of_the_letter() -> None:
    assert len(ids("")) == 19
    assert ids("")[0] == "1.2-c1"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("粤府办", ["3.2-c2"]),
        ("民发〔2013〕170号", ["3.2-c1"]),
        ("民发[2013]170号", ["3.2-c1"]),
        ("减负", ["1.2-c2", "1.2-c3"]),
        ("jianfu", ["1.2-c2", "1.2-c3"]),
        ("慈善事业", ["2.3-c1"]),
        ("高铁", []),
    ],
)
def test_a_citation_is_found_by_title_and_number(query: str, found: list[str]) -> None:
    assert ids(query) == found


def test_a_document_that_is_not_cited_exits_1(run: Run) -> None:
    result = run("citations", "高铁")
    assert (result.status, result.stdout, result.stderr) == (
        1,
        b"",
        "The letter cites nothing like “高铁”.\n",
    )


def test_info_counts_what_there_is(run: Run, source: str) -> None:
    header, row = (line.split("\t") for line in run("info").lines)
    info = dict(zip(header, row, strict=True))
    assert (info["sections"], info["figures"], info["citations"]) == ("15", "44", "19")
    assert info["characters"] == str(len(source))
    assert info["sha256"] == hashlib.sha256(source.encode()).hexdigest()


def test_text_in_json_is_the_letter(run: Run, source: str) -> None:
    assert json.loads(run("text", "-f", "json").stdout) == [{"text": source}]
