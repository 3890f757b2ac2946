"""`reply check`: what a person should look at."""

import cProfile
import io
import pstats
from pathlib import Path

import pytest

from conftest import Run
from reply.ask.check import check
from reply.pack import pack
from reply.store.writer import dump


def checked(text: str) -> list[tuple[str, str]]:
    return [(str(row["check"]), str(row["text"])) for row in check(pack(text)).rows]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("全县200个村已建成150个,完成率75%。", []),
        ("全县200个村已建成150个,完成率57%。", [("rate", "57%")]),
        ("全县29个村已建成20个,完成率69.0%。", []),
        ("居民用户400户、工商用户30户,气化率26%。", []),
        ("托位200个,每千人口拥有3个,入托率8%。", []),
        ("全县20个乡有20个站,已建成10个,完成率50%。", []),
        ("共投入100万元,其中省级60万元、市级30万元。", []),
        ("配置率73%,其中医院100%、车站87%、商场66%。", []),
        ("共100万元,其中省级60万元,其中专项50万元。", []),
        ("占比70%,其中省级60%、市级50%。", [("sum", "70%")]),
        ("共投入100万元,其中省级60万元、市级50万元。", [("sum", "100万元")]),
        ("2016年投入3万元,目前有5个站,2017年投入4万元。", [("period", "5个")]),
        ("自20164月以来,建成5个站。", [("damaged", "20164")]),
        ("共约100万元,其中省级60万元、市级50万元。", []),
    ],
)
def test_check_says_what_a_person_should_look_at(text: str, found: list[tuple[str, str]]) -> None:
    assert checked(text) == found


def test_checking_takes_time_in_proportion_to_the_figures() -> None:
    """Counts the work, not the seconds: each 其中 of a long sentence must not read all that follows."""

    def steps(times: int) -> int:
        letter = pack("50%,其中5%、" * times)
        profile = cProfile.Profile()
        profile.runcall(check, letter)
        return int(pstats.Stats(profile, stream=io.StringIO()).total_calls)  # type: ignore[attr-defined]

    assert steps(400) < 2.3 * steps(200)


def test_the_packaged_letter_stands_up_to_the_check(run: Run) -> None:
    result = run("check")
    assert (result.status, result.stdout, result.stderr) == (0, b"", "Nothing needs a second look.\n")


def test_a_check_that_finds_something_exits_1_and_a_broken_file_2(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(dump(pack("全县200个村已建成150个,完成率57%。")), "utf-8")
    result = run("check", str(tmp_path), "-c", "id,remark", "--no-header")
    assert (result.status, result.text) == (1, "a:body-3\t150个 of 200个 are 75.00%, not 57%.\n")
    (tmp_path / "b.toml").write_text("")
    assert run("check", str(tmp_path)).status == 2
