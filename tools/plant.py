"""Plant contradictions in the letters of tests/letters/, and print how many of them `check` finds.

python tools/plant.py

A contradiction is one digit changed of a total or a part that agrees with the others as the letter has it.
After 其中 parts may be left out, so there a change contradicts only where
the parts become more than their total.
What `check` says of the letters as they are is printed last.
"""

import random
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from pack_letters import LETTERS, read_marked

from reply.ask.check import check
from reply.ask.sums import exact, groups
from reply.measure.reading import half_width
from reply.model import Figure, Letter
from reply.pack import pack
from reply.script import in_simplified

NUMBER = 200
SEED = 2026
SURE = ("sum", "rate")


class Plant(NamedTuple):
    """A letter with one digit changed, and where."""

    kind: str
    text: str
    place: str


class Place(NamedTuple):
    """A figure of a sum that agrees."""

    kind: str
    figure: Figure
    contradicts: int
    """Which way a change contradicts: 1 up, -1 down, 0 both."""


def agreeing(letter: Letter) -> Iterator[Place]:
    """Yield the figures of sums that agree."""
    plain = in_simplified(half_width(letter.text))
    for section in letter.sections:
        for group in groups(section.figures, plain):
            several = len(group.parts) > 1  # 拾万元(¥100000元) is one amount, written twice
            if several and sum(map(exact, group.parts)) == exact(group.total):
                kind = "all parts" if group.whole else "some parts"
                yield Place(f"total of {kind}", group.total, 0 if group.whole else -1)
                yield from (Place(f"one of {kind}", part, 0 if group.whole else 1) for part in group.parts)


def plants(names: list[str]) -> Iterator[Plant]:
    """Yield letters with one digit changed, without end."""
    chosen = random.Random(SEED)  # noqa: S311 - the same plants each time, no secret
    letters = [pack(marked.text) for name in names for marked in read_marked(name)]
    places = [(letter, place) for letter in letters for place in agreeing(letter)]
    while True:
        letter, (kind, figure, contradicts) = chosen.choice(places)
        digits = [at for at in range(figure.start, figure.end) if letter.text[at] in "0123456789"]
        if not digits:
            continue  # 三所
        at = chosen.choice(digits)
        others = [d for d in "0123456789" if d != letter.text[at] and (d != "0" or at > digits[0])]
        digit = chosen.choice(others)
        if contradicts * (int(digit) - int(letter.text[at])) < 0:
            continue
        text = letter.text[:at] + digit + letter.text[at + 1 :]
        yield Plant(kind, text, f"{figure.text} -> {text[figure.start : figure.end]} in {figure.quote[:60]}")


def said(text: str) -> int:
    """Return how many sums and rates `check` names."""
    return sum(row["check"] in SURE for row in check(pack(text)).rows)


def names() -> list[str]:
    """Return the halves of the marked letters."""
    return sorted(path.stem for path in LETTERS.glob("*.txt"))


def main() -> None:
    """Print the share found of each kind, what was missed, and the alarms without plants."""
    found: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for _, plant in zip(range(NUMBER), plants(names()), strict=False):
        hit = said(plant.text) > 0
        total[plant.kind] += 1
        found[plant.kind] += hit
        if not hit:
            print("missed:", plant.kind, plant.place)
    for kind in sorted(total):
        print(f"{kind:20} {found[kind]} of {total[kind]}")
    print(f"{'all':20} {found.total()} of {total.total()}")
    letters = [marked for name in names() for marked in read_marked(name)]
    alarms = [marked.name for marked in letters if said(marked.text)]
    print(f"alarms without a plant: {len(alarms)} in {len(letters)} letters {alarms}")


if __name__ == "__main__":
    main()
