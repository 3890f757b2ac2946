"""CPU time of whole processes, as ratios to `python -c "import typer"` of the same environment, in one run.

    python benchmarks/startup.py [--rounds 20]

Each round runs every command once, so that a slow moment of the machine slows all of them. The least of the
rounds is compared: what else the machine does only ever adds time.
"""

import argparse
import os
import pty
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

PYTHON = sys.executable
REPLY = str(Path(sys.executable).with_name("reply"))
LETTER = Path(__file__).parent.parent / "tests" / "data" / "letter.txt"
BASELINE = 'python -c "import typer"'

PIPED: dict[str, tuple[list[str], float | None]] = {
    BASELINE: ([PYTHON, "-c", "import typer"], None),
    "python -c pass": ([PYTHON, "-c", "pass"], None),
    "reply --version": ([REPLY, "--version"], 1.15),
    "completion": ([REPLY], 1.15),
    "reply find 养老": ([REPLY, "find", "养老"], 1.25),
    "reply figures": ([REPLY, "figures"], 1.25),
    "reply figures -f json": ([REPLY, "figures", "-f", "json"], None),
    "reply find yanglao": ([REPLY, "find", "yanglao"], 1.45),
    "reply find 养佬": ([REPLY, "find", "养佬"], 1.45),
    "reply find 老人": ([REPLY, "find", "老人"], 1.7),
    "reply find 五百万": ([REPLY, "find", "五百万"], 1.7),
    "reply find 志愿愿者": ([REPLY, "find", "志愿愿者"], 1.7),
    "reply find 减负社区": ([REPLY, "find", "减负社区"], 1.7),
    "reply find 高铁": ([REPLY, "find", "高铁"], 1.7),
}
ON_TERMINAL = {
    "reply find 养老 (terminal)": ([REPLY, "find", "养老"], 2.2),
    "reply figures (terminal)": ([REPLY, "figures"], 2.2),
}


def main() -> None:
    """Print a line for each command: milliseconds, ratio, bar."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=20)
    rounds: int = parser.parse_args().rounds
    # A process that may not write bytecode compiles every module anew; an installed program never does.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    commands = {name: (_piped(name, command), bar) for name, (command, bar) in PIPED.items()}
    commands |= {name: (_on_terminal(command), bar) for name, (command, bar) in ON_TERMINAL.items()}
    commands |= {name: (_piped(name, command), None) for name, command in _peers().items()}
    least = dict.fromkeys(commands, float("inf"))
    for _ in range(rounds + 1):  # the first warms the caches; it never has the least time
        for name, (run, _bar) in commands.items():
            least[name] = min(least[name], _cpu_time(run))
    print(f"{'command':34} {'ms':>7} {'ratio':>6} {'bar':>5}")
    for name, (_, bar) in commands.items():
        ratio = least[name] / least[BASELINE]
        print(f"{name:34} {1000 * least[name]:7.1f} {ratio:6.2f} {bar or '':>5}")


def _peers() -> dict[str, list[str]]:
    """Return the same jobs done by what everyone has, for the record."""
    saved = Path(tempfile.mkdtemp()) / "figures.json"
    saved.write_bytes(
        subprocess.run([REPLY, "figures", "-f", "json"], capture_output=True, check=True).stdout
    )
    peers = {
        "rg 养老 letter.txt": ["rg", "养老", str(LETTER)],
        "jq '.[].label' figures.json": ["jq", ".[].label", str(saved)],
    }
    return {name: command for name, command in peers.items() if shutil.which(command[0])}


def _piped(name: str, command: list[str]) -> Callable[[], None]:
    environment = dict(os.environ)
    if name == "completion":
        environment |= {"_REPLY_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": "reply section 3"}

    def run() -> None:
        subprocess.run(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment, check=False
        )

    return run


def _on_terminal(command: list[str]) -> Callable[[], None]:
    def run() -> None:
        ours, theirs = pty.openpty()
        with subprocess.Popen(command, stdout=theirs, stderr=subprocess.DEVNULL) as process:
            os.close(theirs)
            try:
                while os.read(ours, 65536):
                    pass
            except OSError:
                pass  # the terminal hangs up when the process ends
            process.wait()
        os.close(ours)

    return run


def _cpu_time(run: Callable[[], None]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
