"""Every format parses back to the same rows with a standard parser."""

import csv
import io
import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from conftest import Run
from reply.listing import Cell, Listing
from reply.output import csv as csv_writer
from reply.output import json as json_writer
from reply.output import markdown, tsv, value
from reply.output.cells import plain

KEYS = {
    ("find", "养老"): "section tier score text spans start figures",
    ("section", "3.1"): "id heading title text parent figures citations",
    ("figures",): "id section label text value low high unit bound period basis per start end quote status",
    ("citations",): "id section title number start end quote issuer",
    (
        "info",
    ): "number grade addressee subject issuer date source title file sections figures citations characters sha256 planned standard",
}
COMMANDS = list(KEYS)

TSV_ESCAPES = {"\\t": "\t", "\\n": "\n", "\\r": "\r", "\\\\": "\\"}


def from_tsv(text: str) -> list[list[str]]:
    """Parse as the README says: split at line ends and tabs, then undo the escapes."""

    def unescaped(cell: str) -> str:
        pattern = r"\\(?:[tnr\\]|x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8})"
        return re.sub(pattern, lambda m: TSV_ESCAPES.get(m[0]) or chr(int(m[0][2:], 16)), cell)

    return [[unescaped(cell) for cell in line.split("\t")] for line in text.split("\n")[:-1]]


def from_csv(text: str) -> list[list[str]]:
    """Parse with the standard library, and take off the guard against formulas."""
    return [[cell.removeprefix("'") for cell in row] for row in csv.reader(io.StringIO(text, newline=""))]


def from_markdown(text: str) -> list[list[str]]:
    """Parse with a CommonMark parser and return the cells of the table."""
    rows: list[list[str]] = []
    for token in MarkdownIt("commonmark", {"html": True}).enable("table").parse(text):
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            parts = (child.content for child in token.children or [])
            rows[-1].append("".join("\n" if part == "<br>" else part for part in parts))
    return rows


@pytest.mark.parametrize("command", COMMANDS)
def test_the_keys_are_those_of_the_contract(run: Run, command: tuple[str, ...]) -> None:
    rows = json.loads(run(*command, "-f", "json").stdout)
    assert rows
    assert all(list(row) == KEYS[command].split() for row in rows)


@pytest.mark.parametrize("command", COMMANDS)
def test_all_formats_hold_the_same_rows(run: Run, command: tuple[str, ...]) -> None:
    rows: list[dict[str, Any]] = json.loads(run(*command, "-f", "json").stdout)
    cells = [list(rows[0]), *([plain(cell) for cell in row.values()] for row in rows)]
    assert [json.loads(line) for line in run(*command, "-f", "jsonl").lines] == rows
    assert from_tsv(run(*command, "-f", "tsv").text) == cells
    assert from_csv(run(*command, "-f", "csv").text) == cells
    stripped = [[cell.strip() for cell in row] for row in cells]
    assert from_markdown(run(*command, "-f", "md").text) == stripped


def test_numbers_are_numbers_and_exact(run: Run) -> None:
    rows = {row["id"]: row for row in json.loads(run("figures", "-f", "json").stdout)}
    assert repr(rows["3.1-4"]["value"]) == "110000000"
    assert repr(rows["3.1-5"]["value"]) == "313000000"
    assert repr(rows["2.1-8"]["value"]) == "99.4"
    assert rows["2.1-1"]["value"] is None
    assert (rows["2.1-1"]["low"], rows["2.1-1"]["high"]) == (600, 1300)
    assert rows["2.1-4"]["per"] == ["县(市、区)"]
    assert rows["3.1-5"]["per"] == []


def test_json_is_readable_chinese(run: Run) -> None:
    assert "养老服务体系建设资金" in run("figures", "3.1-5", "-f", "json").text


def test_empty_json_is_an_empty_array(run: Run) -> None:
    result = run("figures", "--min", "1000亿", "-f", "json")
    assert (result.status, result.text) == (1, "[]\n")


@pytest.mark.parametrize("name", ["tsv", "csv", "jsonl", "md", "value", "table"])
def test_other_formats_are_silent_when_empty(run: Run, name: str) -> None:
    result = run("figures", "--min", "1000亿", "-f", name)
    assert (result.status, result.text.strip()) == (1, "")
    assert result.stderr == "No figure passes these filters.\n"


def test_value_prints_the_bare_number(run: Run) -> None:
    assert run("figures", "3.1-5", "-f", "value").text == "313000000\n"


def test_value_prints_a_range_with_two_dots(run: Run) -> None:
    assert run("figures", "2.1-1", "-f", "value").text == "600..1300\n"


def test_value_prints_the_one_column_asked_for(run: Run) -> None:
    assert run("figures", "3.1-5", "-c", "text", "-f", "value").text == "3.13亿元\n"


def test_no_header_leaves_only_rows(run: Run) -> None:
    with_header, without = run("figures").lines, run("figures", "--no-header").lines
    assert without == with_header[1:]
    assert run("figures", "-f", "csv", "--no-header").lines == run("figures", "-f", "csv").lines[1:]


def test_a_byte_order_mark_comes_only_when_asked_for(run: Run) -> None:
    assert run("figures", "-f", "csv", "--bom").stdout.startswith(b"\xef\xbb\xbfid,section")
    assert run("figures", "-f", "csv").stdout.startswith(b"id,section")


def test_columns_come_in_the_order_asked_for(run: Run) -> None:
    assert run("figures", "3.1-5", "-c", "unit,value").text == "unit\tvalue\n元\t313000000\n"


def test_a_piped_table_is_as_wide_as_it_needs(run: Run) -> None:
    lines = run("figures", "-f", "table", "-c", "id,quote").lines
    assert max(map(len, lines)) > 300
    assert not any("…" in line for line in lines)


# What a cell may hold: anything but what UTF-8 cannot.
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30) | st.sampled_from(
    [
        "=1+1",
        "+SUM(A1)",
        "@x",
        "-2",
        "'=1",
        "=1",
        "a\tb",
        "a\nb",
        "a\r\nb",
        "\x1b[31m",
        "a|b",
        "\\t",
        "*b*",
        "[red]",
    ]
)
cells = st.one_of(st.none(), st.integers(), texts, st.lists(st.text("年县村", min_size=1), max_size=3))
tables = st.lists(st.fixed_dictionaries({"a": cells, "b": cells}), min_size=1, max_size=4)


def listing(rows: list[dict[str, Cell]]) -> Listing:
    return Listing(kind="citations", columns=("a", "b"), rows=rows, value="a")


def as_text(rows: list[dict[str, Cell]]) -> list[list[str]]:
    return [["a", "b"], *([plain(row["a"]), plain(row["b"])] for row in rows)]


@given(tables)
def test_any_tsv_parses_back(rows: list[dict[str, Cell]]) -> None:
    assert from_tsv("".join(tsv.render(listing(rows), header=True))) == as_text(rows)


@given(tables)
def test_any_csv_parses_back(rows: list[dict[str, Cell]]) -> None:
    assert from_csv("".join(csv_writer.render(listing(rows), header=True))) == as_text(rows)


@given(tables)
def test_any_json_parses_back(rows: list[dict[str, Cell]]) -> None:
    assert json.loads("".join(json_writer.render(listing(rows)))) == rows
    assert [
        json.loads(line) for line in "".join(json_writer.render_lines(listing(rows))).split("\n")[:-1]
    ] == rows


@given(st.lists(st.fixed_dictionaries({"a": st.text("社区*_`|<>&[]~\\ab1", min_size=1)}), min_size=1))
def test_any_markdown_parses_back(rows: list[dict[str, Cell]]) -> None:
    table = Listing(kind="citations", columns=("a",), rows=rows, value="a")
    assert from_markdown("".join(markdown.render(table, header=True))) == [
        ["a"],
        *([row["a"]] for row in rows),
    ]


@pytest.mark.parametrize(
    "formula",
    [
        "=1+1",
        "+1",
        "-1",
        "@cmd",
        "\t=1",
        "＝1",
        "\n=1",
        "\r\n=1",
        "\nx",
        " =1",
        "\u3000+1",
        "\ufeff@x",
        "\x85-1",
        "\x00=1",
    ],
)
def test_a_spreadsheet_runs_no_cell(formula: str) -> None:
    written = "".join(csv_writer.render(listing([{"a": formula, "b": 1}]), header=False))
    assert next(csv.reader(io.StringIO(written, newline="")))[0] == f"'{formula}"


@pytest.mark.parametrize("text", ["养老", "\u3000\u3000一、养老", "(1)养老", "3.1-5", "约-3.9%"])
def test_a_text_that_no_spreadsheet_runs_stays_as_it_is(text: str) -> None:
    written = "".join(csv_writer.render(listing([{"a": text, "b": 1}]), header=False))
    assert written == f"{text},1\n"


def test_a_negative_number_is_a_number_in_csv() -> None:
    assert "".join(csv_writer.render(listing([{"a": -5, "b": 1}]), header=False)) == "-5,1\n"


def test_value_ends_each_line_once() -> None:
    assert "".join(value.render(listing([{"a": "x\n", "b": 1}, {"a": "y", "b": 2}]))) == "x\ny\n"
