"""A short run of `tools/fuzz.py`, the same each time; and that it finds what is wrong."""

import faulthandler
import os
import time
from pathlib import Path

import fuzz
import fuzz_promises
import pytest
from fuzz_inputs import MAKERS, make, smaller
from fuzz_texts import Case

COUNTS = {"query": 120, "toml": 120, "text": 120, "page": 30, "docx": 10, "ofd": 10, "pdf": 6, "database": 20, "command": 20}  # fmt: skip


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The fuzzer writes into the current folder, as its command line sees to."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))


@pytest.mark.parametrize("kind", list(MAKERS))
def test_no_input_breaks_a_promise(kind: str) -> None:
    found = fuzz.chunk(kind, 20261125, range(COUNTS[kind]))
    assert [(fault.number, fault.what, fault.told) for fault in found] == []


@pytest.mark.parametrize("kind", list(MAKERS))
def test_an_input_is_told_by_kind_seed_and_number(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    first, other = make(kind, 1, 5), make(kind, 2, 5)
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 1000)
    again = make(kind, 1, 5) == first  # large ones are not for pytest to compare
    assert again
    assert first != other


def keeper(monkeypatch: pytest.MonkeyPatch, fault: "object") -> None:
    """Put a fault in the place of the promises, for texts that hold a 5."""

    def keep(case: Case) -> None:
        if b"5" in case.data:
            fault()  # type: ignore[operator] # the tests give functions

    monkeypatch.setattr(fuzz_promises, "keep", keep)


def test_a_broken_promise_is_found_and_made_as_small_as_can_be(monkeypatch: pytest.MonkeyPatch) -> None:
    def fault() -> None:
        raise fuzz_promises.Broken("a 5")

    keeper(monkeypatch, fault)
    found = fuzz.chunk("text", 1, range(40))
    assert found
    assert {fault.what.partition(" fuzz")[0].strip() for fault in found} == {
        found[0].what.partition(" fuzz")[0]
    }
    assert fuzz.minimised(found[0]).data == b"5"


def test_a_crash_and_a_hang_are_found_and_the_others_are_tried_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzz, "SECONDS", 0.2)
    numbers = [number for number in range(30) if b"5" in make("text", 1, number).data]

    def crash() -> None:
        faulthandler.disable()  # else the runner of the tests prints where
        os.abort()

    keeper(monkeypatch, crash)
    assert [fault.number for fault in fuzz.chunk("text", 1, range(30))] == numbers
    keeper(monkeypatch, lambda: [time.process_time() for _ in range(10**9)])
    (first, *_) = found = fuzz.chunk("text", 1, range(numbers[0] + 1))
    assert len(found) == 1
    assert first.what.startswith("it takes more than two seconds")


def test_smaller_inputs_are_smaller() -> None:
    for kind in MAKERS:
        case = make(kind, 1, 3)
        size = len(case.data) + sum(map(len, case.words))
        assert all(len(c.data) + sum(map(len, c.words)) <= size for c in smaller(case))


def test_the_command_line_shows_what_it_found(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    assert fuzz.main(["--inputs", "5", "--kinds", "text"]) == 0
    assert "0 kinds of faults" in capfd.readouterr().out

    def fault() -> None:
        raise ZeroDivisionError

    keeper(monkeypatch, fault)
    assert fuzz.main(["--inputs", "40", "--kinds", "text", "--seed", "1"]) == 1
    said = capfd.readouterr().out
    assert "ZeroDivisionError" in said
    assert "--seed 1 --kinds text --number" in said
