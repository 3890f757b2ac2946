"""Print how well packing reads letters, on the half that was tuned on and on the half that was not.

python tools/report_pack.py
python tools/report_pack.py --misses tune
python tools/report_pack.py --growth
python tools/report_pack.py --heads
"""

import argparse
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from pack_letters import Expected, Marked, read_heads, read_marked

from reply.ask.check import check
from reply.model import Figure, Letter
from reply.pack import pack
from reply.pack.letter import account
from reply.pack.paragraphs import joined
from reply.source import File, read_source

HALVES = ("tune", "report")
HEAD = ("title", "number", "grade", "addressee", "subject", "issuer", "date")
HEADS = ("tune", "apart", "later")


class Check(NamedTuple):
    """One thing that was read, right or wrong."""

    measure: str
    right: bool
    detail: str


def main() -> None:
    """Print what the command line asks for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--misses", choices=HALVES)
    parser.add_argument("--growth", action="store_true")
    parser.add_argument("--heads", action="store_true")
    arguments = parser.parse_args()
    if arguments.misses:
        for check in checks(arguments.misses):
            if not check.right:
                print(f"{check.measure:22} {check.detail}")
    elif arguments.growth:
        print_growth()
    elif arguments.heads:
        print_heads()
    else:
        print_table()


def checks(half: str) -> Iterator[Check]:
    """Yield everything that is judged in a half."""
    for letter in read_marked(half):
        text = read_source(File(letter.name, letter.data)).text
        reply = pack(text)
        yield Check("text given back", reply.text == text == letter.text, letter.name)
        yield Check("digits accounted for", _accounted(letter, text, reply), letter.name)
        for key in HEAD:
            got, wanted = getattr(reply, key), letter.head.get(key)
            yield Check(f"head {key}", got == wanted, f"{letter.name}: {got} for {wanted}")
        headings = [section.heading for section in reply.sections if section.heading]
        yield Check("headings", headings == letter.headings, f"{letter.name}: {headings}")
        cited = [f"《{c.title}》{c.number or ''}" for c in reply.citations]
        yield Check("citations", cited == letter.cited, f"{letter.name}: {cited}")
        flagged = [flag.text for section in reply.sections for flag in section.flagged]
        yield Check("destroyed digits", flagged == letter.destroyed, f"{letter.name}: {flagged}")
        yield from _figures(letter, reply.figures)


def _accounted(letter: Marked, text: str, reply: Letter) -> bool:
    """Tell whether every digit is a figure exactly where a person marked one."""
    marked = {at for figure in letter.figures for at in range(figure.start, figure.start + len(figure.text))}
    return all((kind == "figure") == (at in marked) for at, kind in account(text, reply))


def _figures(letter: Marked, figures: Sequence[Figure]) -> Iterator[Check]:
    by_start = {figure.end: figure for figure in figures}
    ends = {expected.start + len(expected.text) for expected in letter.figures}
    for figure in figures:
        if figure.end not in ends:
            yield Check(
                "figure precision",
                False,
                f"{letter.name}: {figure.text} {figure.unit} in {figure.quote[:40]}",
            )
    for expected in letter.figures:
        got = by_start.get(expected.start + len(expected.text))
        right = got is not None and _value(got) == expected.value and got.unit == expected.unit
        detail = f"{letter.name}: {expected.text}: {got and (got.text, _value(got), got.unit)}"
        yield Check("figure recall", right, detail)
        if got is None:
            continue
        yield Check("figure precision", right, detail)
        yield Check("text", got.text == expected.text, detail)
        if expected.bound != "exact" or got.bound != "exact":
            yield Check(
                "qualifier", got.bound == expected.bound, f"{detail} {got.bound} for {expected.bound}"
            )
        yield from _clause(letter.name, expected, got)


def _clause(name: str, expected: Expected, got: Figure) -> Iterator[Check]:
    said = f"{name}: {expected.text}:"
    yield Check("period", got.period == expected.period, f"{said} {got.period} for {expected.period}")
    if expected.period and got.period == expected.period:
        yield Check("basis", got.basis == expected.basis, f"{said} {got.basis} for {expected.basis}")
    yield Check("per", got.per == expected.per, f"{said} {got.per} for {expected.per}")
    if expected.label:
        named = all(word in got.label for word in expected.label)
        yield Check("label", named, f"{said} {got.label} for {expected.label}")


def _value(figure: Figure) -> str:
    return f"{figure.low}..{figure.high}" if figure.value is None else str(figure.value)


def shares(half: str) -> dict[str, tuple[int, int]]:
    """Return for each measure how many are right, and how many there are."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for checked in checks(half):
        right[checked.measure] += checked.right
        total[checked.measure] += 1
    return {measure: (right[measure], total[measure]) for measure in total}


def print_table() -> None:
    """Print the shares of both halves."""
    found = {half: shares(half) for half in HALVES}
    for measure in dict.fromkeys(measure for half in HALVES for measure in found[half]):
        cells = (f"{half} {_share(found[half].get(measure))}" for half in HALVES)
        print(f"{measure:22} " + "   ".join(f"{cell:28}" for cell in cells).rstrip())


def _share(counts: tuple[int, int] | None) -> str:
    if counts is None:
        return "not marked"
    right, total = counts
    return f"{100 * right / total:5.1f}% ({right}/{total})"


def head_checks(name: str) -> Iterator[Check]:
    """Yield the head data and the headings of tests/heads/, each as a person read it."""
    for letter in read_heads(name):
        reply = pack(read_source(File(letter.name, letter.data)).text)
        for key in (*HEAD, "issuer_from"):
            got, wanted = getattr(reply, key), letter.head.get(key)
            yield Check(f"head {key}", got == wanted, f"{letter.name}: {got} for {wanted}")
        headings = [section.heading for section in reply.sections if section.heading]
        yield Check("headings", headings == letter.headings, f"{letter.name}: {headings}")


def print_heads() -> None:
    """Print what is read wrong in tests/heads/, and the shares."""
    for name in HEADS:
        found = list(head_checks(name))
        for checked in found:
            if not checked.right:
                print(f"{name} {checked.measure:18} {checked.detail}")
        right = Counter(c.measure for c in found if c.right)
        shares = (f"{m} {right[m]}/{n}" for m, n in Counter(c.measure for c in found).items())
        print(f"{name}: {', '.join(shares)}")


def print_growth() -> None:
    """Print seconds by length: packing lines and one line, joining broken lines, checking a sentence."""
    letter = next(iter(read_marked("tune"))).text
    broken = "投入资金,新建道路和桥梁,改造了供水管网以及\n"
    works: dict[str, Callable[[int], Callable[[], object]]] = {
        "lines": lambda length: partial(pack, _repeated(letter, length)),
        "one line": lambda length: partial(pack, _repeated(letter.replace("\n", ""), length)),
        "joining": lambda length: partial(joined, _repeated(broken, length)),
        "checking": lambda length: partial(check, pack(_repeated("50%,其中5%、", length))),
    }
    print(f"{'characters':>12} " + " ".join(f"{name:>8}" for name in works))
    for length in (1_000, 10_000, 100_000, 1_000_000):
        times = [_seconds(prepared(length)) for prepared in works.values()]
        print(f"{length:12,} " + " ".join(f"{seconds:8.3f}" for seconds in times))


def _repeated(text: str, length: int) -> str:
    return (text * (length // len(text) + 1))[:length]


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
