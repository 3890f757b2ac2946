"""Behaviour in a pipe, as the best Unix tools behave."""

import os
import shutil
import signal
import subprocess
import sys

import pytest

from conftest import REPLY, Run, environment


def shell(script: str) -> subprocess.CompletedProcess[str]:
    """Run a line of bash as a reader of the README would, with `reply` on the path."""
    path = f"{REPLY.parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-c", script], capture_output=True, text=True, env=environment({"PATH": path}), check=False
    )


def needs(program: str) -> None:
    if not shutil.which(program):
        pytest.skip(f"{program} is not installed")


def test_a_reader_that_goes_away_ends_it_quietly() -> None:
    done = shell("set -o pipefail; reply figures | head -1")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("id\tsection\tlabel")


def test_a_reader_that_never_reads_ends_it_quietly() -> None:
    done = shell("for i in 1 2 3; do reply text | true; reply figures -f json | true; done")
    assert (done.returncode, done.stderr) == (0, "")


def test_cut_takes_the_section_ids() -> None:
    assert shell("reply find 养老 | cut -f1").stdout == "section\n3.1\n"


def test_awk_reads_the_columns() -> None:
    done = shell("""reply figures --unit 元 | awk -F'\\t' 'NR>1 && $5>300000000 {print $1, $4}'""")
    assert done.stdout == "2.1-3 45258万元\n3.1-5 3.13亿元\n"


def test_the_shell_takes_one_number() -> None:
    assert shell("total=$(reply figures 3.1-5 -f value); echo $((total / 10000))").stdout == "31300\n"


def test_jq_reads_json() -> None:
    needs("jq")
    done = shell("reply figures -f json | jq '[.[] | select(.unit==\"元\" and .per==[]) | .value] | add'")
    assert done.stdout == f"{452580000 + 96660000 + 313000000 + 62700000}\n"


def test_sqlite_reads_csv() -> None:
    needs("sqlite3")
    done = shell(
        "reply figures -f csv > $TMP/f.csv; sqlite3 :memory: '.import --csv '$TMP'/f.csv f' "
        "\"SELECT count(*), sum(unit='元') FROM f\"".replace("$TMP", os.environ.get("TMPDIR", "/tmp"))  # noqa: S108
    )
    assert done.stdout == "44|10\n"


def test_the_letter_comes_out_byte_for_byte(run: Run, source: str) -> None:
    assert run("text").stdout == source.encode()


def test_a_section_is_not_wrapped(run: Run, source: str) -> None:
    section = run("section", "3.1").text
    assert section in source
    assert len(section.splitlines()) == 1


def test_a_chapter_holds_its_sections(run: Run, source: str) -> None:
    chapter = run("section", "三").text
    assert chapter in source
    assert chapter.splitlines()[0] == "三、关于社区服务资源来源和服务方式的问题"
    assert len(chapter.splitlines()) == 3


@pytest.mark.parametrize("command", ["find 养老", "figures", "section 3.1", "citations", "info", ""])
def test_nothing_is_coloured_boxed_or_cut(run: Run, command: str) -> None:
    text = run(*command.split()).text
    assert "\x1b" not in text
    assert not set("─│┃━…") & set(text)


def test_rows_have_as_many_cells_as_the_header(run: Run) -> None:
    for command in ("figures", "citations", "section", "info"):
        assert len({line.count("\t") for line in run(command).lines}) == 1


def test_results_go_to_stdout_and_the_rest_to_stderr(run: Run) -> None:
    found, not_found = run("find", "养佬"), run("find", "高铁")
    assert found.stderr == "No “养佬”; found “养老”, which sounds the same.\n"
    assert found.status == 0
    assert (not_found.status, not_found.stdout) == (1, b"")
    assert not_found.stderr == "Nothing in the letter answers “高铁”.\n"


@pytest.mark.parametrize("command", ["figures", "text", "find 养老", "--version", "-h", "section 3.1"])
def test_a_closed_stdout_is_said_in_one_sentence(command: str) -> None:
    done = shell(f"reply {command} >&-")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is always full")
@pytest.mark.parametrize(
    "command", ["figures", "text", "find 养老", "--version", "-h", "section 3.1 -f json"]
)
def test_a_full_disk_is_said_in_one_sentence(command: str) -> None:
    done = shell(f"reply {command} > /dev/full")
    assert done.returncode == 2
    assert done.stderr.startswith("Stdout cannot be written (No space left on device)")
    assert done.stderr.count("\n") == 1


def test_a_closed_stderr_does_no_harm() -> None:
    assert shell("reply find 养佬 2>&- | cut -f1,2").stdout == "section\ttier\n3.1\thomophone\n"


def test_ctrl_c_ends_it_at_once_and_without_a_traceback() -> None:
    code = """
import time
import reply.app
reply.app.run = lambda: print("running", flush=True) or time.sleep(30)
from reply.__main__ import main
main()
"""
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"running\n"
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=10)
    assert (process.returncode, errors) == (-signal.SIGINT, b"")
