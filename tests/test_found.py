"""What the fuzzer found, one of each kind."""

import sqlite3
from pathlib import Path

import pytest

from conftest import Run
from reply.ask.check import check
from reply.errors import ReplyError
from reply.pack import pack
from reply.source import grid
from reply.source.glyph import Glyph
from reply.source.layout import paragraphs
from reply.store.reader import parse
from reply.store.writer import dump

LETTER = "关于养老的答复\n2018年投入养老资金5万元,每村3万元。\n云溪县民政局\n2019年8月12日\n"


@pytest.mark.parametrize("text", ["5件\u202e", "《5%去年(0sp;\u202e", "0m會ｍ", "5 \u200b。\u200b”"])
def test_written_and_read_back_it_is_the_same_letter(text: str) -> None:
    letter = pack(text)
    assert parse(dump(letter), "x") == letter


def test_of_which_without_anything_behind_it_is_no_sum() -> None:
    assert check(pack("八件其中")).rows is not None


def test_characters_without_a_size_and_far_away_are_read() -> None:
    far = [Glyph("养", n * 1e9, n * 1e9 + 1, 9.0 - n % 3, 0.1, n) for n in range(30)]
    assert grid.rows_of(far)
    assert paragraphs([far])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('id = "body-1"', "id = 0x" + "f" * 5_000),
        ("value = 50000", "value = 0x" + "f" * 5_000),
        ('label = "', "start = 0x" + "f" * 5_000 + '\nlabel = "'),
        ("[letter]", "[letter]\ntitle = 0x" + "f" * 5_000),
        ("[letter]", "[letter]\n" + "title" + ".a" * 900 + " = 1"),
        ('label = "', 'heading = "' + "长" * 9_000),
        ("date = 2019-08-12", "date = 2019-08-12T00:00:00Z"),
    ],
)
def test_a_hostile_value_is_told_in_a_sentence_that_can_be_read(before: str, after: str) -> None:
    toml = dump(pack(LETTER))
    assert before in toml
    with pytest.raises(ReplyError) as told:
        parse(toml.replace(before, after, 1), "x.toml")
    assert len(str(told.value)) < 700
    assert "datetime.datetime" not in str(told.value)


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE figure SET per = 'no json'",
        "UPDATE figure SET corrected = NULL",
        "UPDATE figure SET value = 'x'",
        "UPDATE section SET start = 'x'",
        "DELETE FROM section",
        "UPDATE character SET text = CAST(x'ff' AS TEXT) WHERE text = '养'",
        "UPDATE letter SET issuer = CAST(x'ff' AS TEXT)",
    ],
)
def test_a_collection_that_holds_what_no_letter_has_is_told(run: Run, tmp_path: Path, damage: str) -> None:
    text, database = tmp_path / "a.txt", tmp_path / "a.db"
    text.write_text(LETTER, "utf-8")
    run("pack", str(text), "-o", str(database))
    connection = sqlite3.connect(database)
    connection.execute(damage)
    connection.commit()
    connection.close()
    for command in ("figures", "find 老养", "info", "check", "section"):
        done = run(*command.split(), "--from", str(database))
        assert done.status in (0, 1, 2)
        assert "Traceback" not in done.stderr
        assert done.stderr.count("\n") <= 1


def test_headings_of_one_number_each_have_an_id_of_their_own() -> None:
    letter = pack("一、养老\n内容。\n" * 4)
    numbers = [section.id for section in letter.sections]
    assert len(set(numbers)) == len(numbers)
