"""Wrong usage is answered in one sentence that names the mend; help and version."""

import ast
import ctypes
import io
import os
import re
import string
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import reply
from conftest import Run, environment
from reply import load, messages
from reply.ask.find import find
from reply.errors import ReplyError
from reply.output.stream import write
from reply.store.files import packaged

COMMANDS = ["find", "section", "figures", "citations", "info", "text", "pack", "check"]

MISTAKES = [
    (["fidn", "养老"], "There is no command “fidn”; did you mean find?"),
    (["search", "养老"], "There is no command “search”; did you mean reply find?"),
    (["version"], "There is no command “version”; did you mean reply --version?"),
    (["list"], "There is no command “list”; did you mean reply section?"),
    (["养老"], "There is no command “养老”; to look it up, use reply find 养老."),
    (["figures", "--unti", "元"], "There is no option “--unti”; did you mean --unit? See reply figures -h."),
    (["figures", "-q"], "There is no option “-q”. See reply figures -h."),
    (
        ["find", "养老", "--formta=json"],
        "There is no option “--formta”; did you mean --format? See reply find -h.",
    ),
    (["figures", "--json"], "For JSON write -f json."),
    (["find", "-养老"], "To look up a word that begins with -, write reply find -- -养老."),
    (["find"], "Say what to look up, as in reply find 养老."),
    (["pack"], "Name what to pack, as in reply pack letter.txt."),
    (["find", "养老", "-n"], "Option -n lacks its value. See reply -h."),
    (["find", "--exact=1", "养老"], "Option --exact takes no value. See reply -h."),
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
    (["figures", "--sort", "value:desc"], "Write --sort value, or --sort -value for descending order."),
    (
        ["figures", "-f", "value", "-c", "id,text"],
        "-f value prints one column; for several, use -f tsv --no-header.",
    ),
    (
        ["figures", "--unit", "光年"],
        "No figure has the unit “光年”. There are "
        "个 (16), 元 (10), 项 (7), % (3), 家 (2), 平方米 (1), 人 (1), 年 (1) and others.",
    ),
    (
        ["figures", "--period", "去年"],
        "“去年” is not a period; write a year (2016), a month (2017-01) or an interval (2012/2016).",
    ),
    (["figures", "--min", "many"], "“many” is not a number; write it like 10000, 1万 or 3.13亿."),
    (["figures", "3.1-9"], "There is no figure “3.1-9”; near it: 3.1-6, 3.1-5, 3.1-4."),
    (["figures", "9.9-1"], "There is no figure “9.9-1”; reply figures lists them."),
    (["section", "9.9"], "There is no section “9.9”; reply section lists them."),
    (["section", "3.3"], "There is no section “3.3”; near it: 3.2, 3.1, 2.3."),
]


@pytest.mark.parametrize(("arguments", "said"), MISTAKES, ids=[" ".join(m[0]) for m in MISTAKES])
def test_a_mistake_is_answered_in_one_sentence(run: Run, arguments: list[str], said: str) -> None:
    result = run(*arguments)
    assert (result.status, result.stdout, result.stderr) == (2, b"", said + "\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["figures", "高铁"], "No figure is about “高铁”."),
        (["figures", "高铁", "--unit", "元"], "No figure is about “高铁”."),
        (["figures", "养老", "--unit", "名"], "No figure about “养老” passes these filters."),
        (["figures", "--min", "100万亿"], "No figure passes these filters."),
        (
            ["find", "养老|减负"],
            "Nothing in the letter answers “养老|减负”. "
            "reply finds what holds all of the words; for either, ask twice.",
        ),
    ],
)
def test_what_is_not_there_is_said_of_what_was_asked(run: Run, arguments: list[str], said: str) -> None:
    result = run(*arguments)
    assert (result.status, result.stdout, result.stderr) == (1, b"", said + "\n")


def test_whoever_asks_for_either_word_is_told_to_ask_twice(run: Run) -> None:
    found = run("find", "养老 OR 减负")
    assert (found.status, found.stderr.splitlines()[-1]) == (
        0,
        "reply finds what holds all of the words; for either, ask twice.",
    )


@pytest.mark.parametrize("typed", ["3.1-5,3.1-6", "3.1-5，3.1-6", "3.1-5、3.1-6"])
def test_ids_may_be_separated_by_commas(run: Run, typed: str) -> None:
    assert run("figures", typed, "-c", "id", "--no-header").lines == ["3.1-5", "3.1-6"]


@pytest.mark.parametrize("typed", ["圆", "yuan", "RMB", "万元", "亿元", "￥"])
def test_money_may_be_called_by_its_other_names(run: Run, typed: str) -> None:
    result = run("figures", "--unit", typed, "-c", "id")
    assert result.stdout == run("figures", "--unit", "元", "-c", "id").stdout
    assert result.stderr == f"Amounts in {typed} are listed under 元.\n"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2016年", "2016"),
        ("2015-2019", "2015/2019"),
        ("2015至2019年", "2015/2019"),
        ("2015—2019", "2015/2019"),
        ("2012年以来", "2012/.."),
    ],
)
def test_a_time_may_be_typed_as_a_letter_says_it(run: Run, typed: str, meant: str) -> None:
    assert run("figures", "-p", typed).stdout == run("figures", "-p", meant).stdout != b""
    assert run("info", "--dated", "2017年").text == run("info", "--dated", "2017").text


def test_what_is_not_packed_is_told_to_be_packed_first(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "my letter.txt"
    file.write_text("一、关于养老\n2018年投入5万元。\n", "utf-8")
    packed = tmp_path / "my letter.toml"
    result = run("info", "--from", str(file))
    said = f"{file}: is not packed yet; first run reply pack '{file}' -o '{packed}'.\n"
    assert (result.status, result.stdout, result.stderr) == (2, b"", said)


def test_the_toml_of_another_program_is_left_out(run: Run, tmp_path: Path) -> None:
    (tmp_path / "reply.toml").write_bytes(Path(str(packaged())).read_bytes())
    (tmp_path / "pyproject.toml").write_text("[project]\nname = 'x'\n", "utf-8")
    result = run("info", "--from", str(tmp_path), "-f", "value", "-c", "number")
    assert result.text == "粤民函〔2017〕1266号\n"
    assert result.stderr == f"{tmp_path}/pyproject.toml: is not a packed letter; it was left out.\n"


@pytest.mark.parametrize("command", ["", *COMMANDS])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_help_tells_usage_options_and_examples(run: Run, command: str, language: str) -> None:
    short = run(*command.split(), "-h", REPLY_LANG=language)
    long = run(*command.split(), "--help", REPLY_LANG=language)
    assert (short.status, short.stderr) == (0, "")
    assert short == long
    assert short.lines[0].startswith(
        {"en": f"Usage: reply {command}", "zh": f"用法：reply {command}"}[language].rstrip()
    )
    assert "-f, --format FORMAT" in short.text or command == "pack"
    assert {"en": "Show this page.", "zh": "显示这一页。"}[language] in short.text
    assert {"en": "Examples:", "zh": "例："}[language] in short.text


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
@example("数")
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
        assert row["spans"] or row["figures"]  # what stands only in the label of a figure is not marked
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


HALF_WIDTH = re.compile("[,:;()?]")
LITERAL = re.compile(
    r"^ *reply .*?(?: {3}|$)|\\{[a-z]+\\}|(?<=[A-Za-z0-9])[,:](?=[A-Za-z0-9/])", re.MULTILINE
)
"""What a person types, and what stands in for something else."""


def test_chinese_sentences_have_full_width_punctuation() -> None:
    for chinese, _ in pairs():
        assert not HALF_WIDTH.search(LITERAL.sub("", chinese)), chinese


def test_one_thing_has_one_name_in_chinese() -> None:
    others = re.compile("信函|(?<!微)信(?:里|中|库)|这封信|原信|打印|逐字节")
    for chinese, _ in pairs():
        assert not others.search(chinese), chinese


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
    ("spoken", "language"), [(0x0804, "zh"), (0x0404, "zh"), (0x0409, "en"), (0x0411, "en")]
)
def test_windows_says_its_language_where_no_locale_does(
    monkeypatch: pytest.MonkeyPatch, spoken: int, language: str
) -> None:
    windows = SimpleNamespace(kernel32=SimpleNamespace(GetUserDefaultUILanguage=lambda: spoken))
    monkeypatch.setattr(ctypes, "windll", windows, raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    assert messages._language({}) == language
    assert messages._language({"LANG": "zh_CN.UTF-8"}) == "zh"
    assert messages._language({"REPLY_LANG": "en"}) == "en"


def test_a_windows_console_is_given_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    class Console(io.StringIO):
        def isatty(self) -> bool:
            return True

        def fileno(self) -> int:
            raise AssertionError("bytes of UTF-8 are no characters of its code page")

    console = Console()
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(sys, "stdout", console)
    write("养老\n")
    assert console.getvalue() == "养老\n"


def test_a_folder_that_is_not_there_is_named(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "no" / "such" / "figures.csv"
    said = f"{file}: there is no folder {file.parent}; make it first.\n"
    assert run("figures", "-o", str(file)) == (2, b"", said)


def test_a_file_in_the_current_folder_is_not_taken_for_a_library(tmp_path: Path) -> None:
    for name in ("typer", "tomli", "rich", "signal", "gc"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('taken')")
    done = subprocess.run(
        [sys.executable, "-m", "reply", "figures", "3.1-5", "-f", "value"],
        cwd=tmp_path, capture_output=True, env=environment({}), check=False,
    )  # fmt: skip
    assert (done.stdout, done.stderr) == (b"313000000\n", b"")


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
