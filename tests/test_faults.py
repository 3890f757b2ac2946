"""When the machine fails: full disks, killed processes, pipes in the place of files, clocks that jump, folders without end."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from conftest import LETTER, REPLY, environment, without_source
from reply import load
from reply.pack import pack
from reply.shelf.letters import WORTH_IT
from reply.store.writer import dump
from reply.whole import write_whole

resource = pytest.importorskip("resource", reason="only Unix limits what a process may write")

TEXT = "关于养老的答复\n2018年全县投入养老资金{n}万元。\n云溪县民政局\n2019年8月12日\n"


def a_folder(place: Path, count: int, *, packed: bool = False) -> Path:
    place.mkdir()
    for n in range(count):
        text = TEXT.format(n=n + 100)
        ending = "toml" if packed else "txt"
        (place / f"{n}.{ending}").write_text(dump(pack(text)) if packed else text, "utf-8")
    return place


def reply(
    *arguments: str | Path, limit: int | None = None, timeout: float = 120, **extra: str
) -> subprocess.CompletedProcess[str]:
    """Run it where no file may grow beyond so many bytes, as on a disk that is full."""

    outer: dict[str, str | None] = {}
    if limit is not None:
        # Python up to 3.13 keeps the module that it could write only half, and every later process fails on it.
        # And coverage has nowhere to write what it saw.
        outer = {"PYTHONDONTWRITEBYTECODE": "1", "COVERAGE_PROCESS_CONFIG": None}

    def full() -> None:
        if limit is not None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    return subprocess.run(
        [REPLY, *arguments],
        preexec_fn=full,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        env=environment({**extra, **outer}),
        timeout=timeout,
        check=False,
    )


def is_one_sentence(done: subprocess.CompletedProcess[str]) -> bool:
    return done.returncode == 2 and done.stderr.count("\n") == 1 and "Traceback" not in done.stderr


# Disks


@pytest.mark.parametrize(
    "command", ["figures -o {out}/f.csv", "figures -o {out}/f.xlsx", "pack {text} -o {out}/l.toml"]
)
def test_a_disk_that_fills_leaves_neither_half_a_file_nor_a_whole_one(tmp_path: Path, command: str) -> None:
    out = tmp_path / "out"
    out.mkdir()
    done = reply(*command.format(out=out, text=LETTER).split(), limit=1_000)
    assert is_one_sentence(done), done.stderr
    assert list(out.iterdir()) == []


def test_a_disk_that_fills_while_a_collection_is_written_leaves_what_was_there(tmp_path: Path) -> None:
    database = tmp_path / "letters.db"
    assert reply("pack", a_folder(tmp_path / "few", 3), "-o", database).returncode == 0
    before = database.stat().st_size
    done = reply("pack", a_folder(tmp_path / "many", 200), "-o", database, limit=before + 4096)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert reply("info", "--from", database).stdout.count("\n") == 4
    assert not list(tmp_path.glob("*-journal"))


def test_a_disk_that_fills_while_a_folder_is_kept_in_the_cache_does_no_harm(tmp_path: Path) -> None:
    folder = a_folder(tmp_path / "in", WORTH_IT, packed=True)
    done = reply("find", "养老", "--from", folder, limit=20_000, XDG_CACHE_HOME=str(tmp_path / "cache"))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("\n") == 2 * WORTH_IT + 1


def test_a_result_in_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    if not os.geteuid():
        pytest.skip("the superuser may write everywhere")
    (tmp_path / "out").mkdir(mode=0o500)
    assert is_one_sentence(reply("figures", "-o", tmp_path / "out" / "f.csv"))


# Kills


@pytest.mark.heavy
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("out", ["out/", "out.db", "out.jsonl"])
def test_a_kill_in_the_middle_leaves_whole_letters_and_no_process(
    tmp_path: Path, out: str, number: signal.Signals
) -> None:
    texts = tmp_path / "in"
    texts.mkdir()
    for n in range(200):
        (texts / f"{n}.txt").write_bytes(LETTER.read_bytes())
    process = subprocess.Popen(
        [REPLY, "pack", texts, "-o", tmp_path / out],
        stderr=subprocess.PIPE,
        env=environment({}),
        start_new_session=True,
    )
    until = time.monotonic() + 60
    while len(list(tmp_path.iterdir())) < 2 and out != "out.jsonl" and time.monotonic() < until:
        time.sleep(0.01)
    time.sleep(0.5)
    process.send_signal(number)
    _, errors = process.communicate(timeout=60)
    assert b"Traceback" not in errors
    left = {path.name for path in tmp_path.iterdir()} - {"in"}
    assert left <= {"out", "out.db", "out.db-journal", "out.db-wal", "out.db-shm", "out.jsonl"}
    if out == "out/":
        assert not [path for path in (tmp_path / "out").iterdir() if path.suffix != ".toml"]
        paths = list((tmp_path / "out").iterdir())
        assert len({without_source(path) for path in paths}) <= 1  # all are of the same text
        assert all(load(path).text.encode() == LETTER.read_bytes() for path in paths[:1])
    elif out == "out.db" and "out.db" in left:
        assert reply("info", "--from", tmp_path / "out.db").returncode in (0, 2)
        with sqlite3.connect(tmp_path / "out.db") as database:
            assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        database.close()
    until = time.monotonic() + 10
    while time.monotonic() < until and _lives(process.pid):
        time.sleep(0.1)
    assert not _lives(process.pid)


@pytest.mark.parametrize("old", [None, "old"])
def test_a_signal_right_after_a_file_has_a_name_leaves_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: str | None
) -> None:
    """The moment between a file's name and what is done next, which no kill in the middle surely hits."""
    place, link = tmp_path / "a.toml", os.link
    if old:
        place.write_text(old)

    def link_and_end(source: str, target: Path, **how: Any) -> None:
        link(source, target, **how)
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "link", link_and_end)
    with pytest.raises(KeyboardInterrupt):
        write_whole(place, b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["a.toml"]
    assert place.read_bytes() == (old or "new").encode()


def _lives(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except (ProcessLookupError, PermissionError):
        return False
    return True


# Pipes and other things in the place of files


def test_a_pipe_in_a_folder_of_letters_is_passed_over(tmp_path: Path) -> None:
    folder = a_folder(tmp_path / "in", 2, packed=True)
    os.mkfifo(folder / "f.toml")
    os.mkfifo(folder / "f.db")
    assert reply("find", "养老", "--from", folder, timeout=30).returncode == 0


def test_a_pipe_in_the_place_of_a_result_is_told_and_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    os.mkfifo(tmp_path / "a.toml")
    done = reply("pack", tmp_path / "a.txt", "-o", tmp_path / "a.toml", timeout=30)
    assert is_one_sentence(done)
    assert "exists" in done.stderr


@pytest.mark.parametrize("what", ["pipe", "folder", "link"])
def test_something_else_in_the_place_of_the_cache_does_no_harm(tmp_path: Path, what: str) -> None:
    folder, cache = a_folder(tmp_path / "in", WORTH_IT, packed=True), tmp_path / "cache"
    reply("find", "养老", "--from", folder, XDG_CACHE_HOME=str(cache))
    (kept,) = (cache / "reply").glob("*.db")
    kept.unlink()
    victim = tmp_path / "victim"
    victim.write_text("mine")
    if what == "pipe":
        os.mkfifo(kept)
    elif what == "folder":
        kept.mkdir()
    else:
        kept.symlink_to(victim)
    done = reply("find", "养老", "--from", folder, timeout=60, XDG_CACHE_HOME=str(cache))
    assert (done.returncode, done.stderr) == (0, "")
    assert victim.read_text() == "mine"


def test_a_full_device_in_the_place_of_a_result_is_told() -> None:
    if not os.path.exists("/dev/full"):
        pytest.skip("needs a device that is always full")
    assert is_one_sentence(reply("figures", "-o", "/dev/full"))
    assert is_one_sentence(reply("pack", LETTER, "-o", "/dev/full"))
    assert os.path.exists("/dev/full")


# Names and folders


@pytest.mark.parametrize(
    "name", [b"a\tb", b"a\nb", b"a'\"b", b"a\x1b[5mb", b"\xff\xfe", "a\u2028b".encode(), b"-rf", b"a\\b"]
)
def test_a_file_may_have_any_name(tmp_path: Path, name: bytes) -> None:
    """The same answer with and without a cache, the second time too."""
    folder = os.fsencode(a_folder(tmp_path / "in", WORTH_IT, packed=True))
    try:
        os.rename(folder + b"/0.toml", folder + b"/" + name + b".toml")
    except OSError:
        pytest.skip("this disk does not take the name")
    is_text = name != b"\xff\xfe"  # bytes that are no text are written in two ways, both of them safe
    columns = "letter,text,file" if is_text else "text"
    command: list[str | Path] = [REPLY, "find", "养老", "--from", tmp_path / "in", "-c", columns]
    answers = [
        subprocess.run(
            command, capture_output=True, env=environment({"XDG_CACHE_HOME": str(cache)}), check=False
        )
        for cache in (tmp_path / "cache", tmp_path / "cache", "/dev/null/x")
    ]
    assert [done.returncode for done in answers] == [0, 0, 0], answers[0].stderr
    assert answers[0].stdout == answers[1].stdout == answers[2].stdout
    assert answers[0].stdout.count(b"\n") == 2 * WORTH_IT + 1


@pytest.mark.heavy
def test_a_folder_may_be_a_thousand_deep(tmp_path: Path) -> None:
    here, letter = os.getcwd(), dump(pack(TEXT))
    os.chdir(tmp_path)
    try:
        for _ in range(1_000):
            os.mkdir("d")
            os.chdir("d")
        Path("deep.toml").write_text(letter, "utf-8")
        os.chdir(tmp_path)
        (tmp_path / "a.toml").write_text(letter, "utf-8")
        assert reply("find", "养老", "--from", tmp_path).returncode == 0
        assert reply("pack", tmp_path, "-o", tmp_path.parent / "deep_out").returncode in (0, 1, 2)
    finally:
        os.chdir(here)
        subprocess.run(["rm", "-rf", tmp_path / "d"], check=True)


# Clocks


@pytest.mark.parametrize("seconds", [-1_000_000_000, 0, 3_600, 10_000_000_000])
def test_a_letter_of_any_date_that_changes_is_read_again(tmp_path: Path, seconds: int) -> None:
    """Files from the future, as after a clock was set back, are no more trusted than others."""
    folder, cache = a_folder(tmp_path / "in", WORTH_IT, packed=True), str(tmp_path / "cache")
    times = (time.time() + seconds,) * 2
    for path in folder.iterdir():
        os.utime(path, times)
    assert reply("find", "100万元", "--from", folder, XDG_CACHE_HOME=cache).stdout.count("\n") == 2
    changed = folder / "0.toml"
    changed.write_text(dump(pack(TEXT.format(n=999))), "utf-8")
    os.utime(changed, times)
    assert reply("find", "100万元", "--from", folder, "--exact", XDG_CACHE_HOME=cache).returncode == 1
    assert reply("find", "999万元", "--from", folder, XDG_CACHE_HOME=cache).returncode == 0


# Collections that change, and large letters


def test_a_collection_that_may_only_be_read_answers(tmp_path: Path) -> None:
    database = tmp_path / "in" / "letters.db"
    assert reply("pack", a_folder(tmp_path / "texts", 3), "-o", tmp_path / "letters.db").returncode == 0
    database.parent.mkdir()
    (tmp_path / "letters.db").rename(database)
    database.chmod(0o400)
    database.parent.chmod(0o500)
    try:
        assert reply("find", "养老", "--from", database).returncode == 0
    finally:
        database.parent.chmod(0o700)


@pytest.mark.parametrize(
    "environment_",
    [{"HOME": ""}, {"HOME": "/nowhere"}, {"HOME": "~"}, {"HOME": "relative", "XDG_CACHE_HOME": "r"}],
)
def test_without_a_home_it_works_and_writes_nothing(tmp_path: Path, environment_: dict[str, str]) -> None:
    folder = a_folder(tmp_path / "in", WORTH_IT, packed=True)
    (tmp_path / "here").mkdir()
    done = subprocess.run(
        [REPLY, "find", "养老", "--from", folder],
        cwd=tmp_path / "here",
        env={**environment({}), **environment_},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert list((tmp_path / "here").iterdir()) == []
    assert not os.path.exists("/nowhere")


@pytest.mark.heavy
def test_a_letter_of_four_megabytes_is_packed_and_answers(tmp_path: Path) -> None:
    """One line of it, as a page without line ends is."""
    text = tmp_path / "a.txt"
    text.write_text("我县高度重视养老服务工作，取得了较好的成效。" * 70_000 + "投入5万元。", "utf-8")
    assert text.stat().st_size > 4_000_000
    assert reply("pack", text, "-o", tmp_path / "a.toml", timeout=300).returncode == 0
    assert reply("figures", "--from", tmp_path / "a.toml", "-f", "value", timeout=300).stdout == "50000\n"


@pytest.mark.heavy
def test_little_memory_is_said_in_a_sentence(tmp_path: Path) -> None:
    if sys.platform != "linux":
        pytest.skip("only Linux keeps to this limit")
    text = tmp_path / "a.txt"
    text.write_text("2018年投入500万元,建成养老院12所。\n" * 200_000, "utf-8")
    done = subprocess.run(
        ["bash", "-c", f"ulimit -v 100000; '{REPLY}' pack '{text}' -o '{tmp_path}/a.toml'"],
        capture_output=True,
        text=True,
        env=environment({}),
        timeout=300,
        check=False,
    )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "a.toml").exists()
