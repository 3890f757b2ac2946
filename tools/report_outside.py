"""Print how packing reads the letters that were marked by someone who had not seen the program.

    python tools/report_outside.py [--misses outside_tune]

The letters are `tests/letters/outside_*.txt`; the first lines of each file say by whose hand they are and
what the first run on them gave. `outside_last` was never tuned on.
"""

import argparse
from collections.abc import Iterator
from typing import NamedTuple

from pack_letters import Expected, Marked, read_marked

from reply.model import Figure
from reply.pack import pack
from reply.script import simplified

SETS = (
    "outside_tune", "outside_kept", "outside_fresh", "outside_more", "outside_other",
    "outside_third", "outside_fourth", "outside_fifth", "outside_sixth", "outside_seventh",
    *(f"marked_{number:02}" for number in range(1, 12)), "outside_last", "outside_final",
)  # fmt: skip
HEAD = ("number", "grade", "addressee", "subject", "issuer", "date")


class Check(NamedTuple):
    """One thing that was read, right or wrong."""

    measure: str
    right: bool
    detail: str


def checks(name: str) -> Iterator[Check]:
    """Yield everything that is judged in a set."""
    for letter in read_marked(name):
        packed = pack(letter.text)
        for key in HEAD:
            got, wanted = getattr(packed, key), letter.head.get(key)
            yield Check("head", _plain(got or "") == _plain(wanted or ""), f"{letter.name}: {key} {got}")
        flagged = [flag.text for section in packed.sections for flag in section.flagged]
        yield Check("destroyed digits", bool(flagged) == bool(letter.destroyed), f"{letter.name}: {flagged}")
        yield from _figures(letter, list(packed.figures))


def _figures(letter: Marked, figures: list[Figure]) -> Iterator[Check]:
    left = list(figures)
    for expected in letter.figures:
        end = expected.start + len(expected.text)
        got = next((f for f in left if f.start < end and expected.start < f.end), None)
        where = f"{letter.name}: {expected.text}"
        yield Check(
            "value and unit", got is not None and _same(got, expected), f"{where}: {got and got.text}"
        )
        if got is None:
            continue
        left.remove(got)
        yield Check("qualifier", got.bound == expected.bound, f"{where}: {got.bound}")
        yield Check("period", got.period == expected.period, f"{where}: {got.period} for {expected.period}")
        yield Check("per", got.per == expected.per, f"{where}: {got.per} for {expected.per}")
        right = got.status == expected.status
        yield Check("status", right, f"{where}: {got.status} in {got.quote[:60]}")
        yield Check("status in no doubt", not got.doubt, f"{where}: {got.status} in {got.quote[:60]}")
        if not got.doubt:
            yield Check("status of these", right, f"{where}: {got.status} in {got.quote[:60]}")
        label = _plain(got.label)
        yield Check(
            "label says all",
            all(any(_plain(w) in label for w in either.split("|")) for either in expected.label),
            f"{where}: {got.label}",
        )
        strange = any(_plain(word) in label for word in expected.strange)
        yield Check("label misleads not", not strange, f"{where}: {got.label}")
    for figure in left:
        yield Check(
            "no other figure", right=False, detail=f"{letter.name}: {figure.text} in {figure.quote[:60]}"
        )


def _same(got: Figure, expected: Expected) -> bool:
    low, _, high = expected.value.partition("..")
    if high:
        read = [got.low, got.high]
    else:
        read, high = [got.value, got.value], low
    near = all(
        number is not None and abs(number - float(said)) <= 1e-9 * max(1, abs(float(said)))
        for number, said in zip(read, (low, high), strict=True)
    )
    return near and _plain(got.unit or "") == _plain(expected.unit or "")


def _plain(words: str) -> str:
    """Return words as they are compared: in one script, without spaces."""
    return "".join(words.translate(simplified()).split()).replace("平米", "平方米")


def shares(name: str) -> dict[str, tuple[int, int]]:
    """Return for each measure how many are right, of how many."""
    found: dict[str, tuple[int, int]] = {}
    for check in checks(name):
        right, count = found.get(check.measure, (0, 0))
        found[check.measure] = (right + check.right, count + 1)
    return found


def main() -> None:
    """Print the table, or what is wrong."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--misses", choices=SETS)
    arguments = parser.parse_args()
    if arguments.misses:
        for check in checks(arguments.misses):
            if not check.right:
                print(f"{check.measure:20} {check.detail}")
        return
    for name in SETS:
        for measure, (right, count) in sorted(shares(name).items()):
            print(f"{name:14} {measure:20} {right / count:6.1%} ({right}/{count})")


if __name__ == "__main__":
    main()
