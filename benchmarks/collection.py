"""Many letters in one file beside one letter: CPU time of whole processes, as ratios in one run, and bars.

    python benchmarks/collection.py [--letters 10000] [--rounds 5] [--folder PLACE]

The letters are made by program (generate.py). With --folder they are made there, and used again next time.
"""

import argparse
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import generate

REPLY = str(Path(sys.executable).with_name("reply"))
ONE = ["find", "养老"]
QUESTIONS: dict[str, tuple[list[str], float | None]] = {
    "a common word": (["find", "社区", "-n", "10"], 2.0),
    "the commonest word": (["find", "资金", "-n", "10"], 2.0),
    "a rare word": (["find", "石斛种植"], 2.0),
    "an absent word": (["find", "曲速引擎"], 1.5),
    "an absent word, exact": (["find", "--exact", "曲速引擎"], 2.0),
    "five words": (["find", "石斛种植 资金 万元 带动 增收", "-n", "10"], 2.0),
    "five common words": (["find", "养老服务 资金 泵站 覆盖率 群众", "-n", "10"], 2.0),
    "a homophone": (["find", "养佬", "-n", "10"], 2.0),
    "pinyin": (["find", "yanglao", "-n", "10"], 2.0),
    "a slip": (["find", "石解斛种植", "-n", "10"], 2.0),
    "a slip in a common word": (["find", "志愿愿者", "-n", "10"], 2.0),
    "sums of 2018": (["figures", "--unit", "元", "--period", "2018", "-n", "50"], 2.0),
    "figures on a word": (["figures", "养老", "-n", "50"], 2.0),
    "info": (["info", "-n", "50"], 2.0),
    "info, the latest": (["info", "--sort", "-date", "-n", "50"], 2.0),
    "figures, the latest": (["figures", "--sort", "-date", "-n", "50"], 2.0),
    "check": (["check"], 2.0),
    "a common word, every row": (["find", "社区", "-f", "tsv"], None),
    "all sums of 2018": (["figures", "--unit", "元", "--period", "2018"], None),
    "all figures as CSV": (["figures", "-f", "csv"], None),
    "the largest figures": (["figures", "--sort", "-value", "-n", "20"], None),
}
"""The question, and how many times `find 养老` of one letter it may cost."""
FROM_FOLDER, GROWTH, PACKING, CORES, REPLACING = 4.0, 1.5, 1.3, 1.7, 2.0
"""The other bars: a folder beside one letter, ten times the letters, a collection beside TOML, two cores
beside one, one letter replaced beside one packed."""
SMALL, PACKED = 10, 1000
"""A tenth of the letters for growth; letters that packing is measured with."""


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--letters", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--folder", type=Path)
    arguments = parser.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as temporary:
        place = arguments.folder or Path(temporary)
        os.environ["XDG_CACHE_HOME"] = str(place / "cache")
        many, few = made(place, arguments.letters), made(place, arguments.letters // SMALL)
        ask(many, few, arguments.rounds)
        from_folder(place, many, arguments.rounds)
        beside(place, many, arguments.letters, arguments.rounds)
        pack(place)


def made(place: Path, count: int) -> Path:
    """Return a collection of so many letters, made if it is not there."""
    database, texts = place / f"{count}.db", place / f"{count}"
    if not database.exists():
        generate.write(texts, count)
        seconds, _ = cpu([REPLY, "pack", str(texts), "-o", str(database)])
        size = sum(path.stat().st_size for path in texts.iterdir())
        made_of = (
            f"{count:,} letters, {size / 1e6:.0f} MB of text, are {database.stat().st_size / 1e6:.0f} MB"
        )
        print(f"{made_of}; packed in {seconds:.0f} s of CPU", flush=True)
    return database


def ask(many: Path, few: Path, rounds: int) -> None:
    """Print what every question costs, beside one letter and beside a tenth of the letters."""
    commands = {"one letter": [REPLY, *ONE], "import typer": [sys.executable, "-c", "import typer"]}
    for name, (question, _) in QUESTIONS.items():
        commands[name] = [REPLY, *question, "--from", str(many)]
        commands[f"{name}, a tenth"] = [REPLY, *question, "--from", str(few)]
    least, peak = measured(commands, rounds)
    one = least["one letter"]
    print(f"\n{'question':28} {'s':>7} {'ratio':>6} {'bar':>4} {'growth':>6} {'bar':>4} ", end="")
    print(f"{'MB':>5} {'a tenth':>7}")
    print(f"{'find 养老, one letter':26} {one:7.3f} {1:6.2f} {'':16} {peak['one letter']:5.0f}")
    print(f"{'python -c import typer':28} {least['import typer']:7.3f} {least['import typer'] / one:6.2f}")
    for name, (_, bar) in QUESTIONS.items():
        line = f"{name:28} {least[name]:7.3f} {least[name] / one:6.2f} "
        if bar is not None:
            growth = least[name] / least[f"{name}, a tenth"]
            missed = least[name] / one > bar or growth > GROWTH
            line += f"{bar:4.1f} {growth:6.2f} {GROWTH:4.1f} "
        else:
            missed = False
            line += f"{'':17}"
        line += f"{peak[name]:5.0f} {peak[f'{name}, a tenth']:7.0f}{' MISSED' if missed else ''}"
        print(line, flush=True)


def from_folder(place: Path, many: Path, rounds: int) -> None:
    """Print what a folder of TOML files costs, the first time and then."""
    folder = place / "toml"
    if not folder.exists():
        cpu([REPLY, "pack", str(many), "-o", str(folder)])
    command = [REPLY, "find", "社区", "-n", "10", "--from", str(folder)]
    first, _ = cpu(command)
    least, _ = measured({"one": [REPLY, *ONE], "folder": command}, rounds)
    ratio = least["folder"] / least["one"]
    print(
        f"\nfrom a folder {least['folder']:.3f} s, {ratio:.2f} times one letter (bar {FROM_FOLDER}); ", end=""
    )
    print(f"the first time {first:.1f} s{' MISSED' if ratio > FROM_FOLDER else ''}", flush=True)


def beside(place: Path, many: Path, count: int, rounds: int) -> None:
    """Print what ripgrep and SQL alone cost on the same letters."""
    code = (
        "import sqlite3, sys; d = sqlite3.connect(sys.argv[1]); "
        "print(*d.execute('SELECT rowid FROM pairs WHERE pairs MATCH ? LIMIT 10', ('\"社区\"',)))"
    )
    commands = {"a bare FTS5 query": [sys.executable, "-c", code, str(many)]}
    if shutil.which("rg") and (place / str(count)).exists():
        texts = str(place / str(count))
        commands |= {
            "rg -F 社区": ["rg", "-F", "社区", texts],
            "rg -F 曲速引擎": ["rg", "-F", "曲速引擎", texts],
        }
    least, peak = measured(commands, rounds)
    for name, seconds in least.items():
        print(f"{name:28} {seconds:7.3f} {'':23} {peak[name]:5.0f}")


def pack(place: Path) -> None:
    """Print what packing costs into a collection, beside TOML, on one core and on two, and for one letter."""
    texts = place / f"{PACKED} to pack"
    generate.write(texts, PACKED)
    database, folder = place / "packed.db", place / "packed"
    into, toml = [], []
    for _ in range(3):
        database.unlink(missing_ok=True)
        into.append(cpu([REPLY, "pack", str(texts), "-o", str(database)])[0])
        toml.append(cpu([REPLY, "pack", str(texts), "-o", str(folder), "--force"])[0])
    ratio = min(into) / min(toml)
    print(f"\npacking {PACKED} letters: TOML {min(toml):.2f} s, collection {min(into):.2f} s, ", end="")
    print(f"ratio {ratio:.2f} (bar {PACKING}){' MISSED' if ratio > PACKING else ''}")
    if shutil.which("taskset") and (os.cpu_count() or 1) > 1:
        walls = {}
        for cores in ("0", "0,1"):
            database.unlink(missing_ok=True)
            begun = time.perf_counter()
            cpu(["taskset", "-c", cores, REPLY, "pack", str(texts), "-o", str(database)])
            walls[cores] = time.perf_counter() - begun
        faster = walls["0"] / walls["0,1"]
        print(
            f"on one core {walls['0']:.2f} s, on two {walls['0,1']:.2f} s: {faster:.2f} times as fast ",
            end="",
        )
        print(f"(bar {CORES}; on a machine that does nothing else){' MISSED' if faster < CORES else ''}")
    changed = texts / "000007.txt"
    commands = {
        "one": [REPLY, "pack", str(changed), "-o", str(place / "one.toml"), "--force"],
        "replaced": [REPLY, "pack", str(changed), "-o", str(max(place.glob("*0.db"), key=len_of)), "--force"],
    }
    least, _ = measured(commands, 5)
    ratio = least["replaced"] / least["one"]
    print(f"one letter packed {least['one']:.3f} s, replaced among all {least['replaced']:.3f} s, ", end="")
    print(f"ratio {ratio:.2f} (bar {REPLACING}){' MISSED' if ratio > REPLACING else ''}")


def len_of(database: Path) -> int:
    """Return how many letters a collection holds."""
    with sqlite3.connect(database) as connection:
        (count,) = connection.execute("SELECT count(*) FROM letter").fetchone()
    return int(count)


def measured(commands: dict[str, list[str]], rounds: int) -> tuple[dict[str, float], dict[str, float]]:
    """Return the least seconds of CPU and the most megabytes of each command, all of them once a round."""
    least, peak = dict.fromkeys(commands, float("inf")), dict.fromkeys(commands, 0.0)
    for _ in range(rounds):
        for name, command in commands.items():
            seconds, megabytes = cpu(command)
            least[name], peak[name] = min(least[name], seconds), max(peak[name], megabytes)
    return least, peak


def cpu(command: Sequence[str]) -> tuple[float, float]:
    """Return the seconds of CPU and the megabytes that a command and its processes take."""
    pid = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).pid
    _, _, used = os.wait4(pid, 0)
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


if __name__ == "__main__":
    main()
