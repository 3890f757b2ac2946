"""Wrong usage is answered in one sentence that names the mend; help and version."""

import ast
import os
import re
import string
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reply
from conftest import Run
from reply import load, messages
from reply.ask.find import find
from reply.errors import ReplyError

COMMANDS = ["find", "section", "figures", "citations", "info", "text", "pack", "check"]

MISTAKES = [
    (["fidn", "养老"], "There is no command “fidn”; did you mean find?"),
    (["养老"], "There is no command “养老”; to look it up, use reply find 养老."),
    (["figures", "--unti", "元"], "There is no option “--unti”; near it: --unit. See reply figures -h."),
    (
        ["find", "养老", "--formta=json"],
        "There is no option “--formta”; near it: --format. See reply find -h.",
    ),
    (["find"], "QUERY... is missing. See reply find -h."),
    (["find", "养老", "-n"], "Option -n lacks its value, or takes none. See reply -h."),
    (["find", "养老", "-n", "x"], "--limit takes a whole number of at least 1. See reply find -h."),
    (["find", "养老", "-n", "0"], "--limit takes a whole number of at least 1. See reply find -h."),
    (["info", "x"], "reply info got more arguments than it takes. See reply info -h."),
    (["figures", "-f", "jsn"], "There is no format “jsn”; use json, jsonl."),
    (
        ["figures", "-f", "xml"],
        "There is no format “xml”; use table, tsv, csv, json, jsonl, md, value, xlsx.",
    ),
    (["figures", "-c", "lable"], "There is no column “lable”; use label, value."),
    (["figures", "--sort", "valu"], "There is no column “valu”; use value."),
    (["figures", "--unit", "万元"], "No figure has the unit “万元”; there are 元."),
    (
        ["figures", "--period", "去年"],
        "“去年” is not a period; write a year (2016), a month (2017-01) or an interval (2012/2016).",
    ),
    (["figures", "--min", "many"], "“many” is not a number; write it like 10000, 1万 or 3.13亿."),
    (["figures", "9.9-1"], None),
]


@pytest.mark.parametrize(("arguments", "said"), MISTAKES, ids=[" ".join(m[0]) for m in MISTAKES])
def test_a_mistake_is_answered_in_one_sentence(run: Run, arguments: list[str], said: str | None) -> None:
    result = run(*arguments)
    if said is None:  # no such section, so these are words to look up
        assert result.status == 1
        return
    assert (result.status, result.stdout, result.stderr) == (2, b"", said + "\n")


@pytest.mark.parametrize("command", ["", *COMMANDS])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_help_tells_usage_options_and_examples(run: Run, command: str, language: str) -> None:
    short = run(*command.split(), "-h", REPLY_LANG=language)
    long = run(*command.split(), "--help", REPLY_LANG=language)
    assert (short.status, short.stderr) == (0, "")
    assert short == long
    assert short.lines[0].startswith(
        {"en": f"Usage: reply {command}", "zh": f"用法: reply {command}"}[language].rstrip()
    )
    assert "-f, --format FORMAT" in short.text or command == "pack"
    assert {"en": "Show this page.", "zh": "显示这一页。"}[language] in short.text
    assert {"en": "Examples:", "zh": "例:"}[language] in short.text


def test_every_command_is_in_the_help(run: Run) -> None:
    assert all(f"  {command} " in run("-h").text for command in COMMANDS)


def test_the_version_is_that_of_the_package(run: Run) -> None:
    assert run("--version").text == f"reply {reply.__version__}\n"


def test_bytes_that_are_no_utf8_are_a_query_like_any_other(run: Run) -> None:
    result = run("find", b"\xff\xfe\x80")
    assert result.status in (1, 2)
    assert result.stderr.count("\n") == 1
    assert "Traceback" not in result.stderr


def test_a_very_long_query_is_answered_in_one_sentence(run: Run) -> None:
    result = run("find", "养老服务" * 7_500)
    assert (result.status, result.stdout) == (1, b"")
    assert result.stderr.count("\n") == 1
    assert len(result.stderr) < 300


@pytest.mark.parametrize("query", ["\x1b[31m红", "[red]红[/red]", "红\u202e红", "红\x07\x9b31m"])
def test_escapes_in_a_query_are_shown_not_obeyed(run: Run, query: str) -> None:
    said = run("find", query).stderr
    assert not any(ord(character) < 32 or 0x7F <= ord(character) < 0xA0 for character in said[:-1])
    assert "\u202e" not in said


@given(
    st.text(max_size=40)
    | st.text(st.characters(codec="utf-8", categories=["Lo", "Nd", "Po", "Cs", "Cc"]), max_size=8)
)
def test_any_query_is_answered(query: str) -> None:
    letter = load()
    try:
        listing = find(letter, query)
    except ReplyError:
        assert not any(map(str.isalnum, query))
        return
    rows: list[Any] = list(listing.rows)
    for row in rows:
        text = letter.text[row["start"] : row["start"] + len(row["text"])]
        assert row["text"] == text
        assert row["spans"]
        assert all(0 <= start < end <= len(text) for start, end in row["spans"])


def test_a_query_of_100000_characters_is_answered() -> None:
    listing = find(load(), "养老服务" * 25_000)
    assert listing.rows == []
    assert len(listing.nothing) < 100


def pairs() -> list[tuple[str, str]]:
    """Return what is said in Chinese and in English, from the source of the words."""
    tree = ast.parse(Path(str(messages.__file__)).read_text("utf-8"))
    calls = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say"
    ]
    calls = [
        call for call in calls if all(isinstance(keyword.value, ast.Constant) for keyword in call.keywords)
    ]
    texts = [{keyword.arg: ast.literal_eval(keyword.value) for keyword in call.keywords} for call in calls]
    return [(text["zh"], text["en"]) for text in texts]


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_say_the_same_things() -> None:
    assert len(pairs()) > 100
    for chinese, english in pairs():
        assert placeholders(chinese) == placeholders(english)
        assert chinese.strip()
        assert english.strip()
        assert chinese.endswith("。") <= english.rstrip().endswith((".", "?"))


def test_nothing_is_said_outside_the_messages() -> None:
    """No module but the words holds a Chinese sentence in a string that a person would see."""
    package = Path(str(messages.__file__)).parent
    sentence = re.compile("[\u4e00-\u9fff]{4,}.*。$", re.DOTALL)
    for path in package.rglob("*.py"):
        if path.name in ("messages.py", "writer.py"):  # the writer has the comment at the head of a data file
            continue
        tree = ast.parse(path.read_text("utf-8"))
        statements = {
            node.value.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        }
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and node.value not in statements
            ):
                assert not sentence.search(node.value), path


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_TW.Big5"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "de_DE.UTF-8"}, "en"),
        ({"LANG": "C", "LC_MESSAGES": "zh_CN"}, "zh"),
        ({"LANG": "C", "LC_ALL": "zh_CN.GB18030"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": ""}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "REPLY_LANG": "en"}, "en"),
        ({"LANG": "C", "REPLY_LANG": "ZH"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "REPLY_LANG": "fr"}, "zh"),
    ],
)
def test_the_locale_chooses_the_language(environment: dict[str, str], language: str) -> None:
    assert messages._language(environment) == language


@pytest.mark.parametrize(
    "locale",
    [
        {"LANG": "C"},
        {"LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"LANG": "zh_CN.GBK", "PYTHONIOENCODING": "gbk"},
        {"PYTHONIOENCODING": "cp1252"},
        {"PYTHONIOENCODING": "ascii:strict", "TERM": "dumb"},
    ],
)
def test_output_is_utf8_under_any_locale(run: Run, source: str, locale: dict[str, str]) -> None:
    assert run("text", **locale).stdout == source.encode()
    assert "养老服务体系" in run("find", "yanglao", **locale).stdout.decode("utf-8")
    assert "“养老”" in run("find", "yanglao", **locale).stderr
    assert run("find", os.fsencode("养老"), **locale).lines[1].startswith("3.1\texact")
