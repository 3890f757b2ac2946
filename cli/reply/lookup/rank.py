"""Order hits so that the first is the one a reader would choose."""

from collections.abc import Sequence
from itertools import pairwise

from reply.sentences import Span

SURE, DENSITY, OFTEN, TOGETHER = 0.6, 0.15, 0.15, 0.1
"""How much each of these counts; together they are 1."""


def score(text: str, found: Sequence[Sequence[tuple[Span, float]]]) -> float:
    """Rate a text from 0 to 100 by what was found in it, a list of spans and costs for each word.

    How sure the matches are counts most; then how much of the text they make up (a heading that is about the
    word beats a paragraph that mentions it), how often it is named, and how near to each other and in what
    order the words stand.
    """
    present = [places for places in found if places]
    cost = sum(min(cost for _, cost in places) for places in present) / max(len(present), 1)
    covered = sum(end - start for places in present for (start, end), _ in places)
    density = covered / max(len(text), 1)
    often = 1 - 1 / (1 + sum(len(places) for places in present))
    whole = len(present) / len(found)
    together = _nearness([places[0][0] for places in present])
    certainty = 1 / (1 + cost)
    return round(100 * certainty * whole * _weighed(density, often, together), 1)


def ceiling(length: int, covered: int, count: int, *, cost: float = 0, whole: float = 1) -> float:
    """Return the most that a text scores, of whose characters so many are covered by so many matches.

    By it the best of many texts are found without reading all of them.
    """
    density, often = covered / max(length, 1), 1 - 1 / (1 + count)
    return round(100 / (1 + cost) * whole * _weighed(density, often, 1), 1)


def _weighed(density: float, often: float, together: float) -> float:
    return SURE + DENSITY * density + OFTEN * often + TOGETHER * together


def _nearness(firsts: Sequence[Span]) -> float:
    """Rate how near to each other and in what order the words stand: 1 for side by side, in order."""
    gaps = [later[0] - earlier[1] for earlier, later in pairwise(firsts)]
    if not gaps:
        return 1.0
    distance = sum(gap if gap >= 0 else 2 * -gap for gap in gaps) / len(gaps)
    return 1 / (1 + distance / 10)
