"""The index of a folder makes it quick, and never changes an answer."""

import os
from pathlib import Path

import pytest

from conftest import Result, Run
from reply.pack import pack
from reply.shelf.index import WORTH_IT, read_index
from reply.store.writer import dump

COUNT = WORTH_IT + 10


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with enough letters for an index; every tenth is on 养老, one in traditional script."""
    letters = tmp_path / "letters"
    (letters / "more").mkdir(parents=True)
    for number in range(COUNT):
        topic = "養老" if number == 20 else "养老" if number % 10 == 0 else "教育"
        text = f"X民函〔2017〕{number}号\n2016年安排{topic}资金{number + 1}万元。\nX县民政局\n2017年6月6日\n"
        place = letters / "more" if number % 2 else letters
        (place / f"{number}.toml").write_text(dump(pack(text)), "utf-8")
    return letters


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


def test_the_index_is_used(find: Find, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    find("养老")
    monkeypatch.setenv("XDG_CACHE_HOME", str(find.cache))
    index = read_index(str(folder))
    assert index is not None
    assert len(index.letters()) == COUNT
    assert len(index.holding("养老")) == 6
    assert index.holding("养老 31万元") == [str(folder / "30.toml")]
    assert index.holding("高铁") == []


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
