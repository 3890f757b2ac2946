"""A workbook holds what the other formats hold: ids as text, numbers as numbers."""

from pathlib import Path

import openpyxl
import pytest

from conftest import Run
from reply import load
from reply.listing import Listing, Row
from reply.output import xlsx


def test_numbers_are_numbers_and_ids_are_text(run: Run, tmp_path: Path) -> None:
    place = tmp_path / "f.xlsx"
    assert run("figures", "--unit", "元", "-o", str(place)).stdout == b""
    sheet = openpyxl.load_workbook(place).active
    assert sheet is not None
    header, *rows = sheet.iter_rows(values_only=True)
    assert header[:5] == ("id", "section", "label", "text", "value")
    figures = [figure for figure in load().figures if figure.unit == "元"]
    assert [row[:5] for row in rows] == [(f.id, f.section, f.label, f.text, f.value) for f in figures]
    assert sheet.freeze_panes == "A2"
    assert sheet["A2"].data_type == "s"
    assert sheet["E2"].data_type == "n"


def test_no_cell_is_a_formula_a_link_or_a_rounded_number(tmp_path: Path) -> None:
    odd = ["=1+1", "1.10", "2-1", "http://x.example", "+1", "\x1b[31m", "00123"]
    rows: list[Row] = [{"a": text, "b": 12345678901234567890} for text in odd]
    listing = Listing(kind="citations", columns=("a", "b"), rows=rows, value="a")
    with (tmp_path / "x.xlsx").open("w+b") as file:
        xlsx.save(listing, file, "x.xlsx", header=False)
    sheet = openpyxl.load_workbook(tmp_path / "x.xlsx").active
    assert sheet is not None
    cells = list(sheet.iter_rows(values_only=True))
    assert [cell[0] for cell in cells if cell[0] != odd[5]][:4] == odd[:4]
    assert {cell[1] for cell in cells} == {"12345678901234567890"}
    assert {cell.data_type for (cell, _) in sheet.iter_rows()} == {"s"}


@pytest.mark.parametrize("name", ["f.tsv", "f.csv", "f.json", "f.jsonl", "f.md"])
def test_a_file_holds_what_stdout_would(run: Run, tmp_path: Path, name: str) -> None:
    place = tmp_path / name
    assert run("figures", "-o", str(place)).stdout == b""
    assert place.read_bytes() == run("figures", "-f", name.partition(".")[2]).stdout
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_file_that_cannot_be_written_is_told_and_nothing_is_left(run: Run, tmp_path: Path) -> None:
    result = run("figures", "-o", str(tmp_path / "no" / "f.csv"))
    assert result.status == 2
    assert result.stderr.endswith(f"there is no folder {tmp_path / 'no'}; make it first.\n")
    assert run("figures", "-f", "xlsx").stderr == "xlsx goes into a file; name it with -o table.xlsx.\n"
    assert list(tmp_path.iterdir()) == []
