"""The documents that the letter cites, and the letter itself."""

import hashlib
import json

import pytest

from conftest import Run
from reply import load
from reply.ask.citations import citations, question
from reply.ask.head import info, summary
from reply.pack import pack

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


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("养老", ["养老办法"]), ("2014年", ["养老办法", "低保办法"]), ("县民政局", ["养老办法", "低保办法"]), ("按照", ["优抚办法"]), ("其后", ["优抚办法"]),
        ("民发", ["优抚办法"]), ("印发", ["养老办法", "低保办法"]), ("另外", []),
    ],
)  # fmt: skip
def test_a_citation_is_looked_up_in_what_is_said_of_it(query: str, titles: list[str]) -> None:
    text = "另外,2014年县民政局印发了《养老办法》和《低保办法》;其后按照《优抚办法》(民发〔2015〕3号)办理。"
    assert [row["title"] for row in citations(pack(text), query).rows] == titles


def test_letters_are_narrowed_down_by_the_words() -> None:
    assert question().words is None
    words = question("养老", exact=True).words
    assert words is not None
    assert (words.words, words.exact) == ("养老", True)


def test_info_says_what_a_letter_is() -> None:
    letter = pack(
        "王芳委员:\n您提出的《关于修路的提案》收悉。\n已修路5条,计划修路6条,每条补助7万元。\n云溪县民政局\n2022年8月12日\n"
    )
    (row,) = info(letter).rows
    counted = {key: row[key] for key in ("sections", "figures", "citations", "planned", "standard")}
    assert counted == {"sections": 3, "figures": 3, "citations": 0, "planned": 1, "standard": 1}
    assert (row["addressee"], row["issuer"], row["date"], row["subject"]) == (
        "王芳委员",
        "云溪县民政局",
        "2022-08-12",
        "关于修路的提案",
    )
    assert list(summary(letter).rows) == [row]
