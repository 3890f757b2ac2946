"""A thousand letters: packing them, and asking them, beside asking one.

python benchmarks/folder.py [--letters 1000] [--rounds 10]
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
REPLY = Path(sys.executable).with_name("reply")
sys.path.insert(0, str(ROOT / "tools"))

from pack_letters import read_marked  # noqa: E402 - found beside the tools


def main() -> None:
    """Print seconds and ratios, the least of the rounds."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--letters", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=10)
    arguments = parser.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as place:
        os.environ["XDG_CACHE_HOME"] = f"{place}/cache"
        texts, packed = Path(place, "texts"), Path(place, "packed")
        texts.mkdir()
        write_texts(texts, arguments.letters)
        print(f"{arguments.letters} letters, {sum(p.stat().st_size for p in texts.iterdir()):,} bytes")
        one = least(["pack", str(texts / "0.txt")], 3)
        all_ = least(["pack", str(texts), "-o", str(packed), "--force"], 2)
        print(f"pack one {one:.3f} s, pack all {all_:.3f} s")
        single = least(["find", "养老"], arguments.rounds)
        first = least(["find", "养老", "--from", str(packed)], 1)
        many = least(["find", "养老", "--from", str(packed)], arguments.rounds)
        print(
            f"find one {single:.3f} s, find in all {many:.3f} s, ratio {many / single:.2f} (bar 2); ", end=""
        )
        print(f"before there is an index {first:.3f} s")


def write_texts(folder: Path, count: int) -> None:
    """Write letters: every second the packaged one with its topic changed, the others those of the tests."""
    letter = (ROOT / "tests" / "data" / "letter.txt").read_text("utf-8")
    small = [marked.text for half in ("tune", "report") for marked in read_marked(half)]
    for number in range(count):
        topic = "养老" if number % 100 == 0 else "教育"
        own = letter.replace("1266号", f"{3000 + number}号").replace("养老", topic)
        (folder / f"{number}.txt").write_text(small[number % len(small)] if number % 2 else own, "utf-8")


def least(arguments: list[str], rounds: int) -> float:
    """Return the least seconds that a command takes."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        subprocess.run([REPLY, *arguments], capture_output=True, check=False)
        times.append(time.perf_counter() - start)
    return min(times)


if __name__ == "__main__":
    main()
