"""Learn the weights by which a status is judged from the letters that people marked; needs the extra `train`.

    python tools/train_status.py            # judge each set by weights that never saw it, and print how well
    python tools/train_status.py --write    # learn from all, and write cli/reply/pack/status/weights.tsv

Multinomial logistic regression on the features of `reply.pack.status.features`: those that FEWEST figures
have, and of these the ones that weigh LEAST. The sets of KEPT are never learned from, and report_outside.py
judges by them.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from statistics import fmean
from typing import NamedTuple, TypeAlias
from unittest import mock

from pack_letters import LETTERS, Expected, Marked, by_words_alone, places, read_marked
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from reply import load
from reply.model import Figure, Status
from reply.pack import pack, section
from reply.pack.status import Place, weights
from reply.pack.status.features import features

KEPT = ("outside_last", "outside_final")
UNTUNED = "marked_"
"""How the sets are called that the governing words were never tuned on; only for these is the trial fair."""
FEWEST, LEAST = 5, 0.15
STRENGTH = 1.0
"""Inverse of the strength of regularization."""
STATUSES: tuple[Status, ...] = ("actual", "planned", "standard")

_SEPARATORS = re.compile("[\t\r\n]")
"""What no row of the table can hold."""

Named: TypeAlias = tuple[str, str]
"""A feature: its kind, one of its values."""


class Example(NamedTuple):
    """A figure that a person marked."""

    set: str
    features: frozenset[Named]
    status: Status


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--write", action="store_true", help="write the weights of all sets")
    names = [path.stem for path in sorted(LETTERS.glob("*.txt")) if path.stem not in KEPT]
    examples = [example for name in names for example in _examples(name, read_marked(name))]
    examples += _examples("packaged", [_packaged()])
    if parser.parse_args().write:
        table = _learned(examples)
        weights.TABLE.write_text(_as_text(table), "utf-8")
        print(f"{sum(map(len, table.values()))} weights of {len(examples)} figures")
        return 0
    for name in names:
        if name.startswith(UNTUNED):
            print(_tried(name, _learned([one for one in examples if one.set != name])))
    return 0


def _packaged() -> Marked:
    """Return the packaged letter, whose statuses a person corrected."""
    letter = load()
    marks = [
        Expected(figure.text, figure.start, "", figure.bound, None, None, None, (), (), status=figure.status)
        for figure in letter.figures
    ]
    return Marked("packaged", letter.text, b"", {}, [], [], [], marks)


def _examples(name: str, letters: Iterable[Marked]) -> Iterator[Example]:
    """Yield the figures of a set whose status a person marked."""
    for letter in letters:
        of = dict(places(letter.text))
        for figure, status in _read(letter, of):
            yield Example(name, frozenset(_named(of[figure])), status)


def _read(letter: Marked, figures: Iterable[Figure]) -> Iterator[tuple[Figure, Status]]:
    """Yield the figures that a person marked too, with the status that the person gave."""
    left = list(figures)
    for mark in letter.figures:
        end = mark.start + len(mark.text)
        figure = next((figure for figure in left if figure.start < end and mark.start < figure.end), None)
        if figure is not None and mark.status is not None:
            left.remove(figure)
            yield figure, mark.status


def _named(place: Place) -> Iterator[Named]:
    yield weights.INTERCEPT, ""
    for kind, values in features(place):
        yield from ((kind, value) for value in values if not _SEPARATORS.search(kind + value))


def _learned(examples: Sequence[Example]) -> weights.Weights:
    """Return the weights of the features that are common and weigh something, learned without the others."""
    counts = Counter(feature for one in examples for feature in one.features)
    common = _fitted(examples, {feature for feature, count in counts.items() if count >= FEWEST})
    weighty = {feature for feature, weight in common.items() if max(map(abs, weight)) >= LEAST}
    table: weights.Weights = {}
    for (kind, value), (planned, standard) in sorted(_fitted(examples, weighty).items()):
        table.setdefault(kind, {})[value] = round(100 * planned), round(100 * standard)
    return table


def _fitted(examples: Sequence[Example], kept: AbstractSet[Named]) -> dict[Named, tuple[float, float]]:
    """Return what each feature adds to the log-odds of planned and of standard against actual."""
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([dict.fromkeys(sorted(one.features & kept), 1.0) for one in examples])
    model = LogisticRegression(C=STRENGTH, fit_intercept=False, max_iter=1000)
    model.fit(matrix, [STATUSES.index(one.status) for one in examples])
    actual, planned, standard = model.coef_
    odds = zip(planned - actual, standard - actual, strict=True)
    return dict(zip(vectorizer.feature_names_, odds, strict=True))


def _as_text(table: weights.Weights) -> str:
    rows = (
        f"{kind}\t{value}\t{p}\t{s}\n" for kind, values in table.items() for value, (p, s) in values.items()
    )
    return "kind\tvalue\tplanned\tstandard\n" + "".join(rows)


def _tried(name: str, table: weights.Weights) -> str:
    """Say how many figures of a set are judged rightly: by words alone, by all, where in no doubt."""
    letters = read_marked(name)
    with mock.patch.object(section, "judged", by_words_alone):
        words = [
            figure.status == status
            for one in letters
            for figure, status in _read(one, pack(one.text).figures)
        ]
    with mock.patch.object(weights, "weights", return_value=table):
        read = [pair for one in letters for pair in _read(one, pack(one.text).figures)]
    right = [figure.status == status for figure, status in read]
    sure = [figure.status == status for figure, status in read if not figure.doubt]
    return (
        f"{name}: right by words alone {fmean(words):.1%}, with weights {fmean(right):.1%}; "
        f"in doubt {1 - len(sure) / len(read):.1%}, right of the others {fmean(sure):.1%}"
    )


if __name__ == "__main__":
    sys.exit(main())
