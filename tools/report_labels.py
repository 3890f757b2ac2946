"""Print how well labels say what figures measure, and how well plans and norms are told from facts.

python tools/report_labels.py
python tools/report_labels.py --misses labels_tune
python tools/report_labels.py --blind labels_kept

A label is right when it has all the words that a reader marked as needed, and none that name another thing;
misleading when it has one of those; otherwise thin. `--blind` prints labels without their sentences, to be
read by somebody who then compares them with the sentences: `--sentences` prints those in the same order.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from pack_letters import Expected, read_marked

from reply import messages
from reply.model import Figure
from reply.pack import pack
from reply.source import File, read_source

HALVES = ("labels_tune", "labels_kept")
"""Letters that were tuned on, and letters that were not."""


class Judged(NamedTuple):
    """A figure that was marked, and what packing made of it."""

    letter: str
    expected: Expected
    got: Figure

    @property
    def label(self) -> str:
        """Return right, thin or misleading."""
        said = self.got.label
        if any(word in said for word in self.expected.strange):
            return "misleading"
        needed = all(any(word in said for word in either.split("|")) for either in self.expected.label)
        return "right" if needed else "thin"


def judged(half: str) -> Iterator[Judged]:
    """Yield the figures of a half that were found."""
    for letter in read_marked(half):
        by_end = {
            figure.end: figure for figure in pack(read_source(File(letter.name, letter.data)).text).figures
        }
        for expected in letter.figures:
            if got := by_end.get(expected.start + len(expected.text)):
                yield Judged(letter.name, expected, got)


def shares(half: str) -> dict[str, tuple[int, int]]:
    """Return for each measure how many figures it is true of, and of how many."""
    figures = list(judged(half))
    labels = Counter(one.label for one in figures)
    said = [one for one in figures if one.expected.status]
    return {
        **{kind: (labels[kind], len(figures)) for kind in ("right", "thin", "misleading")},
        "status": (sum(one.got.status == one.expected.status for one in said), len(said)),
        "per": (sum(one.got.per == one.expected.per for one in figures), len(figures)),
    }


def main() -> None:
    """Print what the command line asks for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--misses", metavar="HALF")
    parser.add_argument("--blind", metavar="HALF")
    parser.add_argument("--sentences", metavar="HALF")
    arguments = parser.parse_args()
    if arguments.misses:
        print_misses(arguments.misses)
    elif arguments.blind:
        for number, (_, _, got) in enumerate(judged(arguments.blind), 1):
            print(number, got.label, f"[{got.unit}]", got.period or "", messages.listed(got.per), sep="\t")
    elif arguments.sentences:
        for number, (_, _, got) in enumerate(judged(arguments.sentences), 1):
            print(number, got.text, got.quote, sep="\t")
    else:
        for half in HALVES:
            for measure, (count, total) in shares(half).items():
                print(f"{half:12} {measure:12} {100 * count / total:5.1f}% ({count}/{total})")


def print_misses(half: str) -> None:
    """Print what is not right."""
    for one in judged(half):
        said, wanted = f"{one.letter:14.14} {one.got.text:10}", one.expected
        if one.label != "right":
            print(
                said,
                one.label,
                one.got.label,
                "for",
                [*wanted.label, *(f"!{word}" for word in wanted.strange)],
            )
        if wanted.status and one.got.status != wanted.status:
            print(said, "status", one.got.status, "for", wanted.status)
        if one.got.per != wanted.per:
            print(said, "per", one.got.per, "for", wanted.per)


if __name__ == "__main__":
    main()
