"""What Python code gets from `from reply import …`; docs/python.md shows it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import reply
from conftest import Run
from reply import (
    Citation,
    Figure,
    Flag,
    Letter,
    Match,
    ReplyError,
    Section,
    dump,
    figures,
    find,
    load,
    pack,
)  # fmt: skip

TEXT = "关于第5号提案的答复\n王芳委员:\n2018年投入养老资金5000余万元,建成养老院12所,床位不少于800张。\n云溪县民政局\n2019年8月12日\n"


def test_importing_reads_no_letter_and_every_name_is_there() -> None:
    told = subprocess.run(
        [sys.executable, "-c", "import reply, sys; print([m for m in sys.modules if m.startswith('reply.')]); "
         "print(dir(reply) == sorted(reply.__all__), all(getattr(reply, name) for name in reply.__all__))"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert told.stdout == "[]\nTrue True\n"


def test_a_name_that_is_none_is_refused_as_python_does() -> None:
    with pytest.raises(AttributeError, match="module 'reply' has no attribute 'lode'"):
        _ = reply.lode


@pytest.mark.parametrize("before", ["", "import reply.pack.section", "from reply.pack.letter import pack"])
def test_pack_is_called_whatever_was_imported_before(before: str) -> None:
    code = f"{before}\nfrom reply import pack\nprint(pack('建成3所。').figures[0].text)\nimport reply.pack.lines as l\nprint(l.__name__)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout == "3所\nreply.pack.lines\n"


def test_a_text_is_packed_saved_and_loaded(tmp_path: Path) -> None:
    letter = pack(TEXT)
    (tmp_path / "a.toml").write_text(dump(letter), "utf-8")
    assert load(tmp_path / "a.toml") == letter
    assert (letter.issuer, letter.date, letter.text) == ("云溪县民政局", "2019-08-12", TEXT)


def test_letters_hold_their_parts_in_tuples() -> None:
    letter = load()
    assert isinstance(letter, Letter)
    for parts, kind in ((letter.sections, Section), (letter.figures, Figure), (letter.citations, Citation)):
        assert isinstance(parts, tuple)
        assert parts
        assert {type(part) for part in parts} == {kind}
    assert len(letter.figures) == len(letter.figures) == 44


def test_destroyed_digits_are_flags_of_their_section() -> None:
    flags = [flag for section in pack("投入3O0万元。\n").sections for flag in section.flagged]
    assert flags == [Flag("3O0万元", 2)]


def test_figures_are_those_that_the_command_lists(run: Run) -> None:
    letter = load()
    asked = [
        ((), {}, []),
        (("3.1-5", "1.2"), {}, ["3.1-5", "1.2"]),
        (("志愿者",), {}, ["志愿者"]),
        ((), {"unit": "元", "period": "2016"}, ["--unit", "元", "--period", "2016"]),
        ((), {"unit": ["元", "人"], "section": ("2", "3.1")}, ["--unit", "元", "--unit", "人", "--section", "2", "--section", "3.1"]),
        ((), {"least": 1e8, "most": "5亿"}, ["--min", "1亿", "--max", "5亿"]),
        ((), {"status": "standard"}, ["--status", "standard"]),
    ]  # fmt: skip
    for names, filters, arguments in asked:
        found = figures(letter, *names, **filters)  # type: ignore[arg-type] # a table of all of them
        assert isinstance(found, tuple)
        assert found
        assert [figure._asdict() | {"doubt": (), "corrected": ()} for figure in found] == [
            row | {"per": tuple(row["per"]), "doubt": (), "corrected": ()}
            for row in json.loads(run("figures", *arguments, "-f", "json").text)
        ]


def test_matches_are_passages_with_what_was_found_and_their_figures() -> None:
    letter = load()
    matches = find(letter, "养佬")
    assert isinstance(matches, tuple)
    (match,) = matches
    assert isinstance(match, Match)
    assert (match.section, match.tier) == (letter.section("3.1"), "homophone")
    assert {match.text[start:end] for start, end in match.spans} == {"养老"}
    assert letter.text[match.start :].startswith(match.text)
    assert match.figures == (letter.figure("3.1-5"), letter.figure("3.1-6"))
    assert find(letter, "养佬", exact=True) == ()


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda: find(load(), "。"), "word"),
        (lambda: figures(load(), unit="里"), "“里”"),
        (lambda: figures(load(), "3.1-99"), "3.1-99"),
        (lambda: figures(load(), period="去年"), "去年"),
        (lambda: figures(load(), least="many"), "many"),
        (lambda: load("nowhere.toml"), "nowhere.toml: there is no such file"),
        (lambda: pack(" \n"), "has no text"),
    ],
)  # fmt: skip
def test_what_cannot_be_answered_is_a_reply_error(ask: object, said: str) -> None:
    with pytest.raises(ReplyError, match=said):
        ask()  # type: ignore[operator]
