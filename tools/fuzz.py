"""Put inputs that nobody wrote to the program, for as long as you like, and show what breaks a promise.

python tools/fuzz.py --seconds 60
python tools/fuzz.py --seconds 60 --seed 7 --kinds text page
python tools/fuzz.py --kinds toml --seed 7 --number 4711

Inputs are tried in processes of their own. One that takes more time of the processor than two seconds for
10 kB ends its process, as does one that crashes it; both are found, made smaller and shown with their seed.
"""

import argparse
import mmap
import os
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from typing import NamedTuple

import fuzz_promises
from fuzz_inputs import MAKERS, make, smaller
from fuzz_texts import Case

CHUNK = 500
"""Inputs that a process tries."""
SECONDS = 2.0
"""Of the processor, for an input of up to 10 kB; more for more in proportion."""
TRIES = 300
"""Smaller inputs that are tried for one that was found."""
SHARES = {
    "query": 30,
    "toml": 25,
    "text": 25,
    "page": 8,
    "docx": 3,
    "ofd": 2,
    "pdf": 1,
    "database": 3,
    "command": 3,
}
"""How often each kind has its turn."""


class Fault(NamedTuple):
    """An input that broke a promise."""

    case: Case
    number: int
    what: str
    """Its kind: of two faults that are alike one is shown."""
    told: str


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a campaign; return 1 when something was found."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--inputs", type=int, help="stop after so many")
    parser.add_argument("--kinds", nargs="+", choices=list(MAKERS), default=list(MAKERS))
    parser.add_argument("--number", type=int, help="try the one input of this number again")
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        here = os.getcwd()
        os.chdir(folder)
        os.environ.update(HOME=folder, XDG_CACHE_HOME=folder, REPLY_LANG="en", TERM="xterm-256color")
        try:
            if asked.number is not None:
                found = [_shown(asked.seed, kind, asked.number) for kind in asked.kinds]
                return int(any(found))
            return _campaign(asked.kinds, asked.seed, asked.seconds, asked.inputs)
        finally:
            os.chdir(here)


def _campaign(kinds: Sequence[str], seed: int, seconds: float, most: int | None) -> int:
    """Give each kind its turns until the time is over."""
    until = time.monotonic() + seconds
    tried: Counter[str] = Counter()
    known: dict[str, Fault] = {}
    with suppress(KeyboardInterrupt):  # what was tried until then is told
        while time.monotonic() < until and (most is None or tried.total() < most):
            kind = min(kinds, key=lambda kind: tried[kind] / SHARES[kind])
            count = (
                CHUNK
                if most is None
                else min(CHUNK, most * SHARES[kind] // sum(SHARES[k] for k in kinds) + 1)
            )
            faults = chunk(kind, seed, range(tried[kind], tried[kind] + count))
            tried[kind] += count
            for fault in faults:
                if fault.what not in known:
                    known[fault.what] = fault
                    _show(fault, seed)
    told = ", ".join(f"{kind} {tried[kind]:,}" for kind in kinds)
    print(f"{tried.total():,} inputs ({told}); {len(known)} kinds of faults; seed {seed}", flush=True)
    return int(bool(known))


def chunk(kind: str, seed: int, numbers: range) -> list[Fault]:
    """Try inputs in other processes, a new one after each that was ended; return what was found."""
    found: list[Fault] = []
    while numbers:
        place = mmap.mmap(-1, 8)
        ours, theirs = os.pipe()
        process = os.fork()
        if process == 0:
            os.close(ours)
            _try_all(kind, seed, numbers, place, theirs)
        os.close(theirs)
        with open(ours, "rb") as pipe:
            lines = pipe.read().decode("utf-8", "replace").split("\0")[:-1]
        _, status = os.waitpid(process, 0)
        for line in lines:
            its_number, what, told = line.split("\x01")
            found.append(Fault(make(kind, seed, int(its_number)), int(its_number), what, told))
        number = int.from_bytes(place[:8], "little")
        if status == 0:
            break
        case = make(kind, seed, number)
        found.append(Fault(case, number, f"{_ended(status)} ({kind})", ""))
        numbers = range(number + 1, numbers.stop)
    return found


def _try_all(kind: str, seed: int, numbers: range, place: mmap.mmap, pipe: int) -> None:
    """Try inputs one by one, saying which before; never returns."""
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    for number in numbers:
        place[:8] = number.to_bytes(8, "little")
        case = make(kind, seed, number)
        signal.setitimer(signal.ITIMER_PROF, _allowed(case))
        try:
            fuzz_promises.keep(case)
        except BaseException as error:
            signal.setitimer(signal.ITIMER_PROF, 0)
            told = "".join(traceback.format_exception(error)[-4:])
            os.write(pipe, f"{number}\x01{_named(error)}\x01{told}\0".encode("utf-8", "replace"))
        signal.setitimer(signal.ITIMER_PROF, 0)
    os._exit(0)


def _allowed(case: Case) -> float:
    size = len(case.data) + sum(map(len, case.words))
    return SECONDS * max(1.0, size / 10_000) + (
        SECONDS if case.kind == "pdf" else 0
    )  # the libraries are loaded


def _named(error: BaseException) -> str:
    """Return by what two faults are known as one: the error, and where it was raised."""
    frames = traceback.extract_tb(error.__traceback__)
    last = frames[-1] if frames else None
    said = str(error).partition(":")[0][:60] if isinstance(error, fuzz_promises.Broken) else ""
    return f"{type(error).__name__} {said} {os.path.basename(last.filename)}:{last.lineno}" if last else said


def _ended(status: int) -> str:
    number = os.waitstatus_to_exitcode(status)
    if number == -signal.SIGPROF:
        return "it takes more than two seconds for 10 kB"
    return f"the process ended with {number}"


def _alone(case: Case) -> str:
    """Return the fault of one input, tried in a process of its own; empty when there is none."""
    ours, theirs = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(ours)
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_PROF, _allowed(case))
        try:
            fuzz_promises.keep(case)
        except BaseException as error:
            os.write(theirs, _named(error).encode("utf-8", "replace"))
        os._exit(0)
    os.close(theirs)
    with open(ours, "rb") as pipe:
        said = pipe.read().decode("utf-8", "replace")
    _, status = os.waitpid(process, 0)
    return said or (f"{_ended(status)} ({case.kind})" if status else "")


def minimised(fault: Fault) -> Case:
    """Return the smallest input found that has the same fault."""
    case, left = fault.case, TRIES if "seconds" not in fault.what else 20
    found = True
    while found and left > 0:
        found = False
        for candidate in smaller(case):
            left -= 1
            if left <= 0:
                break
            with suppress(OSError):
                if _alone(candidate) == fault.what:
                    case, found = candidate, True
                    break
    return case


def _show(fault: Fault, seed: int) -> None:
    case = minimised(fault)
    print(f"\n== {fault.what}\n   --seed {seed} --kinds {case.kind} --number {fault.number}")
    print(f"   name {case.name!a}, words {case.words!a}, {len(case.data)} bytes: {case.data[:600]!a}")
    print("   " + ascii(fault.told)[1:-1].replace("\\n", "\n   "), flush=True)


def _shown(seed: int, kind: str, number: int) -> bool:
    case = make(kind, seed, number)
    print(f"name {case.name!a}, words {case.words!a}, {len(case.data)} bytes\n{case.data!a}")
    fuzz_promises.keep(case)
    print("No promise is broken.")
    return False


if __name__ == "__main__":
    sys.exit(main())
