"""Run the installed command as a process: through pipes and on a terminal."""

import os
import re
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple, Protocol, TypeVar

import pytest
from hypothesis import settings

# How long one example takes says more about the machine than about the code; `CI` draws the same ones each time.
settings.register_profile("project", deadline=None, derandomize="CI" in os.environ)
settings.register_profile("nightly", deadline=None, derandomize=False, max_examples=2000, print_blob=True)
settings.load_profile("project")

Made = TypeVar("Made")
REPLY = Path(sys.executable).with_name("reply")
LETTER = Path(__file__).parent / "data" / "letter.txt"
KEPT = ("PATH", "HOME", "SYSTEMROOT", "COVERAGE_PROCESS_CONFIG")
"""What a process needs of the tester's environment: the last one so that its lines are counted too."""


class Result(NamedTuple):
    """What a finished process left."""

    status: int
    stdout: bytes
    stderr: str

    @property
    def text(self) -> str:
        return self.stdout.decode()

    @property
    def lines(self) -> list[str]:
        return self.text.splitlines()


class Run(Protocol):
    def __call__(self, *arguments: str | bytes, **environment: str) -> Result: ...


class Terminal(Protocol):
    def __call__(self, *arguments: str, columns: int = 80, **environment: str | None) -> str: ...


def environment(extra: Mapping[str, str | None]) -> dict[str, str]:
    """Return an environment with nothing of the tester's own in it; what is None is not set."""
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    wanted = {**kept, "REPLY_LANG": "en", "REPLY_PAGER": "", "TERM": "xterm-256color", **extra}
    return {name: value for name, value in wanted.items() if value is not None}


@pytest.fixture
def run() -> Run:
    """Return a function that runs `reply` with its output in pipes."""

    def run_reply(*arguments: str | bytes, **extra: str) -> Result:
        done = subprocess.run(
            [REPLY, *arguments],
            capture_output=True,
            stdin=subprocess.DEVNULL,
            env=environment(extra),
            timeout=60,
            check=False,
        )
        return Result(done.returncode, done.stdout, done.stderr.decode())

    return run_reply


@pytest.fixture
def terminal() -> Terminal:
    """Return a function that runs `reply` on a terminal and returns what it wrote to it."""
    if sys.platform == "win32":
        pytest.skip("Windows has no pty")
    import fcntl
    import pty
    import termios

    def run_reply(*arguments: str, columns: int = 80, **extra: str | None) -> str:
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
        process = subprocess.Popen(
            [REPLY, *arguments], stdin=theirs, stdout=theirs, stderr=theirs, env=environment(extra)
        )
        os.close(theirs)
        written = b""
        try:
            while block := os.read(ours, 65536):
                written += block
        except OSError:
            pass  # the terminal hangs up when the process ends
        os.close(ours)
        process.wait()
        return written.decode().replace("\r\n", "\n")

    return run_reply


def in_proportion(make: Callable[[int], Made], read: Callable[[Made], object], size: int) -> bool:
    """Tell whether eight times as much takes far less than the 64 times as long of a quadratic reader.

    It is the time of the processor, other programs left out, and taken again when it looks bad: a machine has
    its moods, and a quadratic pattern has none.
    """

    def seconds(count: int) -> float:
        made = make(count)
        started = time.process_time()
        read(made)
        return time.process_time() - started

    fewer = max(min(seconds(size), seconds(size)), 0.02)  # less is noise
    return any(seconds(8 * size) < 24 * fewer for _ in range(3))


def without_source(path: Path) -> str:
    """Return a packed letter but for what names the text it was packed from."""
    return re.sub(r"^(?:source = |# packed from ).*$", "", path.read_text("utf-8"), flags=re.MULTILINE)


def without_colour(screen: str) -> str:
    """Take the colours, and nothing else, out of what was written to a terminal."""
    return re.sub(r"\x1b\[[0-9;]*m", "", screen)


@pytest.fixture(scope="session")
def source() -> str:
    """Return the letter as it was published."""
    return LETTER.read_bytes().decode()
