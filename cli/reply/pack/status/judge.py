"""Judge what a figure is: by the words that govern it, and by how people marked figures among such words."""

from math import exp
from typing import NamedTuple

from reply.model import Status
from reply.pack.status.decide import governed
from reply.pack.status.features import features
from reply.pack.status.place import Place
from reply.pack.status.weights import log_odds

GOVERNED: dict[Status, float] = {"actual": 3.0, "planned": 6.0, "standard": 3.0}
"""What governing words add to the log-odds of what they say: they count 20 to 1, and 400 to 1 where they
plan, for what is only planned must not be read as a fact."""
CAUTIOUS, SURE = 2.0, 0.9
"""What they add where doubt is weighed, 7 to 1; and the probability under which a status is in doubt."""


class Judged(NamedTuple):
    """What a figure most likely is."""

    status: Status
    in_doubt: bool
    """Whether another is likely, or governing words are overruled: a person should read the sentence."""


def judged(place: Place, previous: Status | None) -> Judged:
    """Return what a figure is; `previous` is the status of the figure before in its sentence."""
    said = governed(place, previous)
    planned, standard = log_odds(features(place))
    unsaid: dict[Status, float] = {"actual": 0.0, "planned": planned, "standard": standard}
    scores = _added(unsaid, said, GOVERNED)
    status = max(scores, key=scores.__getitem__)
    cautious = _added(unsaid, said, dict.fromkeys(GOVERNED, CAUTIOUS))
    probability = 1 / sum(exp(score - cautious[status]) for score in cautious.values())
    return Judged(status, in_doubt=probability < SURE or said not in (None, status))


def _added(
    scores: dict[Status, float], said: Status | None, weight: dict[Status, float]
) -> dict[Status, float]:
    return scores if said is None else {**scores, said: scores[said] + weight[said]}
