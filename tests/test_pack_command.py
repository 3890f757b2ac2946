"""`reply pack`: what it writes, and what it leaves alone."""

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest
from pack_letters import read_marked

from conftest import LETTER, REPLY, Run, environment
from reply import load
from reply.store.reader import parse


def test_one_text_goes_to_stdout(run: Run, source: str) -> None:
    result = run("pack", str(LETTER))
    assert (result.status, result.stderr) == (0, "")
    assert parse(result.text, "x").text == source


def test_standard_input_is_a_dash(source: str) -> None:
    done = subprocess.run(
        [REPLY, "pack", "-"], input=source.encode(), capture_output=True, env=environment({}), check=True
    )
    assert parse(done.stdout.decode(), "x").text == source


def test_a_folder_goes_into_a_folder_and_failures_are_named(run: Run, tmp_path: Path) -> None:
    texts, out = tmp_path / "texts", tmp_path / "out"
    texts.mkdir()
    letters = read_marked("tune")
    for letter in letters:
        (texts / f"{letter.name.split()[0]}.txt").write_bytes(letter.data)
    (texts / "bad.txt").write_bytes(b"%PDF-1.7")
    (texts / "note.docx").write_bytes(b"PK")
    result = run("pack", str(texts), "-o", str(out))
    assert result.status == 1
    assert result.stderr.splitlines()[-1] == f"Packed {len(letters)} of {len(letters) + 2} files; 2 failed."
    assert f"{texts / 'bad.txt'}: is damaged or not whole; fetch it again." in result.stderr
    assert f"{texts / 'note.docx'}: is damaged or not whole; fetch it again." in result.stderr
    assert "nobody can tell which numbers “20164”, “20213—5” are" in result.stderr
    assert sorted(path.name for path in out.iterdir()) == [f"{n:02}.toml" for n in range(1, len(letters) + 1)]


def test_ctrl_c_in_the_middle_of_a_folder_leaves_only_whole_files(tmp_path: Path) -> None:
    texts, out = tmp_path / "texts", tmp_path / "out"
    texts.mkdir()
    for number in range(600):
        (texts / f"{number}.txt").write_bytes(LETTER.read_bytes())
    process = subprocess.Popen(
        [REPLY, "pack", texts, "-o", out], stderr=subprocess.PIPE, env=environment({}), start_new_session=True
    )
    while not any(out.glob("[0-9]*.toml")):  # not the file beside, which becomes one when it is renamed
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    written = list(out.iterdir())
    assert (process.returncode, errors) == (130, b"")
    assert 0 < len(written) < 600
    assert all(load(path).text == LETTER.read_bytes().decode() for path in written)


def test_nothing_is_overwritten_unless_forced(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "letter.toml"
    assert run("pack", str(LETTER), "-o", str(out)).status == 0
    out.write_text("mine")
    refused = run("pack", str(LETTER), "-o", str(out))
    assert (refused.status, out.read_text()) == (2, "mine")
    assert refused.stderr == f"{out}: exists and was left as it is; add --force to overwrite it.\n"
    assert run("pack", str(LETTER), "-o", str(out), "--force").status == 0
    assert load(out).number == load().number


def test_keep_carries_corrections_over(run: Run, tmp_path: Path) -> None:
    from reply.store import packaged

    assert run("pack", str(LETTER), "--keep", str(packaged())).text == packaged().read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["missing.txt"], "missing.txt: there is no such file; check the path."),
        (["a.txt", "b.txt"], "Several files need a folder to go into; name it with -o."),
        (["empty.txt"], "empty.txt: has no text; give the text of a published reply."),
        (["folder"], "folder: holds no file that can be packed; name pages, Word, PDF, OFD or texts of replies."),
    ],
)  # fmt: skip
def test_what_cannot_be_packed_is_said_in_one_sentence(
    tmp_path: Path, arguments: list[str], said: str
) -> None:
    (tmp_path / "empty.txt").write_text(" \n")
    (tmp_path / "folder").mkdir()
    done = subprocess.run(
        [REPLY, "pack", *arguments],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=environment({}),
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (2, "", said + "\n")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is always full")
def test_a_full_disk_is_said_in_one_sentence() -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [REPLY, "pack", LETTER], stdout=full, stderr=subprocess.PIPE, env=environment({}), check=False
        )
    assert done.returncode == 2
    assert done.stderr.decode().startswith("Stdout cannot be written")


def test_a_folder_that_cannot_be_written_leaves_nothing_behind(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    result = run(
        "pack", str(LETTER), str(LETTER.with_name("figures.toml")), "-o", str(tmp_path / "file" / "out")
    )
    assert result.status == 2
    assert "cannot be written" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
