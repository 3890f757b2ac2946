"""What is kept of a folder makes it quick, and never changes an answer."""

import os
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Result, Run
from reply.model import Letter
from reply.pack import pack
from reply.shelf import cache, letters
from reply.shelf.letters import WORTH_IT
from reply.store.writer import dump

COUNT = WORTH_IT + 10


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with enough letters for an index; every tenth is on 养老, one in traditional script."""
    place = tmp_path / "letters"
    (place / "more").mkdir(parents=True)
    for number in range(COUNT):
        topic = "養老" if number == 20 else "养老" if number % 10 == 0 else "教育"
        text = f"X民函〔2017〕{number}号\n2016年安排{topic}资金{number + 1}万元。\nX县民政局\n2017年6月6日\n"
        inside = place / "more" if number % 2 else place
        (inside / f"{number}.toml").write_text(dump(pack(text)), "utf-8")
    return place


@pytest.fixture
def find(run: Run, folder: Path, tmp_path: Path) -> "Find":
    return Find(run, folder, tmp_path / "cache")


class Find:
    """Asks the folder, with an index in a cache of the test's own."""

    def __init__(self, run: Run, folder: Path, cache: Path) -> None:
        self.run, self.folder, self.cache = run, folder, cache

    def __call__(self, *query: str, **environment: str) -> Result:
        environment = {"XDG_CACHE_HOME": str(self.cache), **environment}
        return self.run("find", *query, "--from", str(self.folder), **environment)

    def without_index(self, *query: str) -> Result:
        return self(*query, XDG_CACHE_HOME="/dev/null/nowhere")

    def files(self) -> list[Path]:
        return [path for path in self.cache.rglob("*") if path.is_file()]


@pytest.mark.parametrize(
    "query",
    [
        ["养老"],
        ["養老"],
        ["养佬"],
        ["养老", "资金"],
        ["养老", "11万元"],
        ["高铁"],
        ["资金11万元"],
        ["yanglao"],
        ["X民函〔2017〕30号"],
    ],
)
def test_answers_are_the_same_with_and_without_an_index(find: Find, query: list[str]) -> None:
    first, second, without = find(*query), find(*query), find.without_index(*query)
    assert first == second == without
    assert len(find.files()) == 1


@pytest.fixture
def asked(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], dict[str, str]]:
    """Return a function that brings what is kept up to date, and returns the amount that each letter names."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))

    def ask() -> dict[str, str]:
        entries = list(letters.files_of(str(folder), lambda error: None))
        collection = cache.cached(str(folder), entries, [])
        assert collection is not None
        kept = list(collection.letters(collection.order()))
        collection.close()
        return {os.path.basename(str(letter.file)): next(iter(letter.figures)).text for letter in kept}

    return ask


def change(file: Path, before: str, after: str) -> None:
    """Change the amount in a letter, and in what is kept of the folder nothing."""
    text = file.read_text("utf-8").replace(f"{before}万元", f"{after}万元")
    file.write_text(text.replace(f"value = {before}0000", f"value = {after}0000"), "utf-8")


def change_what_is_kept(home: Path) -> None:
    """Let it say of a letter what its file does not."""
    (place,) = home.rglob("*.db")
    with sqlite3.connect(place) as connection:
        connection.execute("UPDATE figure SET text = '77万元' WHERE text = '31万元'")
    connection.close()


def test_what_is_kept_is_used_once_the_clock_can_tell_that_no_file_has_changed(
    asked: Callable[[], dict[str, str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert asked()["30.toml"] == "31万元"
    change_what_is_kept(tmp_path / "cache")
    assert asked()["30.toml"] == "31万元"  # nobody can tell yet that the files have not changed
    change_what_is_kept(tmp_path / "cache")
    monkeypatch.setattr(cache, "_NEW", 0)
    assert asked()["30.toml"] == "31万元"
    change_what_is_kept(tmp_path / "cache")
    assert asked()["30.toml"] == "77万元"


def test_a_change_that_keeps_size_and_time_is_noticed(
    asked: Callable[[], dict[str, str]], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "_NEW", 0)
    changed = folder / "10.toml"
    stat = changed.stat()
    assert asked()["10.toml"] == "11万元"
    change(changed, "11", "99")
    os.utime(changed, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert (changed.stat().st_size, changed.stat().st_mtime_ns) == (stat.st_size, stat.st_mtime_ns)
    for _ in range(2):
        assert asked()["10.toml"] == "99万元"


def test_a_letter_that_changes_while_it_is_read_is_read_again(
    asked: Callable[[], dict[str, str]], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The stamp is taken first: what is written after it is older than the file."""
    monkeypatch.setattr(cache, "_NEW", -(10**18))  # whatever the clock says
    read = letters.read

    def slow(path: str, problems: list[str]) -> Letter | None:
        letter = read(path, problems)
        if path.endswith("/10.toml"):
            change(folder / "10.toml", "11", "99")
        return letter

    monkeypatch.setattr(cache, "read", slow)
    assert asked()["10.toml"] == "11万元"
    monkeypatch.setattr(cache, "read", read)
    assert asked()["10.toml"] == "99万元"


def test_what_is_kept_is_private(find: Find) -> None:
    find("养老")
    (place,) = find.files()
    assert place.stat().st_mode & 0o777 == 0o600
    assert place.parent.stat().st_mode & 0o777 == 0o700


def test_a_folder_is_kept_once_however_it_is_spelt(find: Find, folder: Path) -> None:
    find("养老")
    find.folder = folder / ".." / "letters"
    find("养老")
    assert len(find.files()) == 1


def test_the_cache_can_be_cleared_and_holds_no_more_than_its_limit(
    find: Find, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    find("养老")
    assert (
        find.run("--clear-cache", XDG_CACHE_HOME=str(find.cache)).stderr
        == "Removed what was kept of 1 folders.\n"
    )
    assert find.files() == []
    find("养老")
    monkeypatch.setenv("XDG_CACHE_HOME", str(find.cache))
    monkeypatch.setattr(cache, "MOST_BYTES", 1)
    (find.files()[0].parent / "left.index").write_bytes(b"of an older version")
    other = folder / "more"
    for number in range(WORTH_IT):
        (other / f"{number}.toml").write_bytes((folder / "0.toml").read_bytes())
    entries = list(letters.files_of(str(other), lambda error: None))
    assert cache.cached(str(other), entries, []) is not None
    assert len(find.files()) == 1


def test_a_changed_a_new_and_a_removed_letter_are_noticed(find: Find, folder: Path) -> None:
    before = len(find("养老").lines)
    changed = folder / "2.toml"
    changed.write_text(changed.read_text("utf-8").replace("教育", "养老"), "utf-8")
    assert len(find("养老").lines) == before + 1
    (folder / "new.toml").write_text(dump(pack("养老事业。\n")), "utf-8")
    assert len(find("养老").lines) == before + 2
    changed.unlink()
    assert len(find("养老").lines) == before + 1


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:-5],
        lambda data: b"",
        lambda data: data[:200] + b"X" + data[201:],
        lambda data: b"\xff" * 99,
    ],
)
def test_a_damaged_index_is_not_believed(find: Find, damage: "object") -> None:
    whole = find("养老")
    (place,) = find.files()
    place.write_bytes(damage(place.read_bytes()))  # type: ignore[operator] # the parameters are functions
    assert find("养老") == whole
    assert find("养老") == whole


def test_a_broken_letter_is_named_every_time(find: Find, folder: Path) -> None:
    (folder / "broken.toml").write_text("[letter")
    for _ in range(2):
        result = find("养老")
        assert result.status == 2
        assert "broken.toml: line 1, not valid TOML" in result.stderr
        assert len(result.lines) == 7


def test_a_cache_that_cannot_be_written_is_done_without(find: Find, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert find("养老", XDG_CACHE_HOME=str(tmp_path / "file")).status == 0
    assert (tmp_path / "file").read_text() == ""


def test_nothing_is_written_into_the_folder_of_letters(find: Find, folder: Path) -> None:
    before = sorted(os.listdir(folder))
    find("养老")
    assert sorted(os.listdir(folder)) == before


def test_a_small_folder_has_no_index(run: Run, folder: Path, tmp_path: Path) -> None:
    for path in list(folder.rglob("*.toml"))[WORTH_IT - 1 :]:
        path.unlink()
    cache = tmp_path / "cache"
    run("find", "养老", "--from", str(folder), XDG_CACHE_HOME=str(cache))
    assert not cache.exists()


@pytest.mark.parametrize(
    ("system", "place"), [("linux", ".cache"), ("darwin", "Library/Caches"), ("win32", "AppData/Local")]
)
def test_the_cache_lies_where_the_system_keeps_caches(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, system: str, place: str
) -> None:
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(sys, "platform", system)
    assert cache._home() == tmp_path / place / "reply"
