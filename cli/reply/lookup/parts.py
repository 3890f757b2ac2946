"""Answer the greater part of a query: what is there is found, what is not is told, and ranks below.

A query of which half or less is there is not answered.
"""

from collections.abc import Sequence
from math import log
from typing import NamedTuple

from reply.lookup.asking import is_named_place, light_words
from reply.lookup.corpus import Corpus, is_whole_number
from reply.lookup.fold import SCRIPT_TABLE, fold
from reply.lookup.rank import score
from reply.lookup.search import EXACT, PARTS, SENTENCE, TERMS, Answer, Found, Hit, Reading, Texts
from reply.lookup.segment import is_word

LONGEST = 400
"""Characters of a query of which parts are looked up."""
SHORTEST, SHORTEST_OF_SENTENCE = 2, 4
"""Characters of a part. Any two sentences on one matter share some words; whole phrases they do not."""
HALF = 0.5
"""More than this share of a query must be there."""
SINGLE = 0.5
"""What a character that stands alone weighs; others weigh 1."""
GUESSED = 0.5
"""What a character weighs that stands there in other words only."""
PLACE = 2
"""How many times as much a place or a year weighs that is not there, for what is asked of it is not told of
others; and how many times less a place that is there, for it is no answer to what is not."""
_PLACES = frozenset("省市县区镇乡村州盟旗")
_SHORTEST_PLACE = 2
_LONGEST_YEAR = 5
IN_SECTION, IN_LETTER = 0.5, 0.25
"""How much it counts for a passage that a part stands in its section, or elsewhere in the letter."""
_WORTH_SHOWING = 0.5
"""A passage that scores less than this share of the best is not shown."""


class Cover(NamedTuple):
    """The parts of a query that are there, and those that are not."""

    found: list[Found]
    missing: list[str]

    @property
    def share(self) -> float:
        """How much of the query is there, from 0 to 1."""
        there = sum(found_weight(item) for item in self.found)
        gone = sum(lost_weight(word) for word in self.missing)
        return there / (there + gone) if there else 0.0


def weight(part: str) -> float:
    """Return how much a part counts."""
    return len(part) if len(part) > 1 else SINGLE


def found_weight(found: Found) -> float:
    """Return how much a part counts for what is not there."""
    guessed = GUESSED if found.tier != EXACT else 1
    return weight(found.word) * guessed / (PLACE if _is_place(found.word) else 1)


def lost_weight(part: str) -> float:
    """Return how much a part counts that is not there."""
    if part in light_words():
        return 0.0
    return weight(part) * (PLACE if _is_place(part) or _is_year(part) else 1)


def _is_year(part: str) -> bool:
    return len(part) <= _LONGEST_YEAR and part[0].isdecimal() and part.endswith("年")


def _ends(needed: str, missing: str) -> bool:
    """Tell whether what is missing is what is needed, or the end of it."""
    return missing not in light_words() and (
        missing == needed or (len(missing) > 1 and needed.endswith(missing))
    )


def _is_place(part: str) -> bool:
    return (len(part) >= _SHORTEST_PLACE and part[-1] in _PLACES) or is_named_place(part)


def of_parts(words: Sequence[str], searched: Texts, groups: Sequence[int], needed: str = "") -> Answer | None:
    """Return the texts that hold most of a query, best first; None where too little of it is there."""
    folded = [fold(word, SCRIPT_TABLE) for word in words]
    if sum(map(len, folded)) > LONGEST:
        return None
    cover = covered(folded, searched)
    if cover.missing and (cover.share <= HALF or any(_ends(needed, word) for word in cover.missing)):
        return None
    hits = _hits(cover, searched, groups)
    if not hits:
        return None
    told = [searched.originals[hit.text_index][slice(*span)] for hit in hits[:1] for span in hit.spans]
    found = list(dict.fromkeys(told)) or [item.word for item in cover.found]
    tier, typed = (PARTS, cover.missing) if cover.missing else (TERMS, list(words))
    return Answer(PARTS, hits, [Reading(tier, " ".join(typed), found)], [])


def covered(words: Sequence[str], searched: Texts) -> Cover:
    """Find the words of a query whole, or the longest stretches of them."""
    cover = Cover([], [])
    for word in words:
        if word in light_words():
            cover.missing.append(word)
            continue
        whole = searched.exact(word) or (searched.guess(word) if len(word) > 1 else None)
        if whole:
            cover.found.append(whole)
            continue
        position = 0
        for start, end in _parts_of(word, searched.simplified):
            if start > position:
                cover.missing.append(word[position:start])
            if found := searched.exact(word[start:end]):
                cover.found.append(found._replace(word=word[start:end]))
            else:
                cover.missing.append(word[start:end])
            position = end
        if position < len(word):
            cover.missing.append(word[position:])
    return cover


def _parts_of(word: str, corpus: Corpus) -> list[tuple[int, int]]:
    """Return the parts of a word that may answer for it; none where more of its beginning is missing.

    What comes first says which: 农贸市场 is not any market. And 体育馆, which is one word, is not 体育.
    """
    if len(word) >= SENTENCE:
        return stretches(word, corpus, SHORTEST_OF_SENTENCE)
    found = [] if is_word(word) else stretches(word, corpus, SHORTEST)
    there = sum(end - start for start, end in found if word[start:end] not in light_words())
    beginning = word[: found[0][0]] if found else word
    return found if not beginning or lost_weight(beginning) < there else []


def stretches(word: str, corpus: Corpus, least: int) -> list[tuple[int, int]]:
    """Return the stretches of a word, of `least` characters or more, that cover most of it, as few as can be.

    None cuts a number in two.
    """
    reach = [_reach(word, start, corpus) for start in range(len(word))]
    # For each end: the most characters covered, in the fewest stretches, and the stretches.
    best: list[tuple[int, int, list[tuple[int, int]]]] = [(0, 0, [])]
    for end in range(1, len(word) + 1):
        options = [best[end - 1]]
        for start in range(end - least + 1):
            if reach[start] >= end and is_whole_number(word, start, end):
                count, negative, before = best[start]
                options.append((count + end - start, negative - 1, [*before, (start, end)]))
        best.append(max(options, key=lambda option: option[:2]))
    return best[-1][2]


def _reach(word: str, start: int, corpus: Corpus) -> int:
    """Return the end of the longest stretch from a start that stands in the corpus."""
    end = start + 1
    while end < len(word) and word[start : end + 1] in corpus.text:
        end += 1
    return end


def _hits(cover: Cover, searched: Texts, groups: Sequence[int]) -> list[Hit]:
    count = len(groups)
    weights = [weight(item.word) * log(1 + count / len(item.places)) for item in cover.found]
    inside = [item.places.keys() - {count} for item in cover.found]
    sections = [{groups[index] for index in places} for places in inside]
    scored: list[tuple[float, int]] = []
    for index in sorted(set().union(*inside)):
        near = sum(
            rated * _nearness(index, places, groups[index] in known)
            for rated, places, known in zip(weights, inside, sections, strict=True)
        )
        places = [item.places.get(index, []) for item in cover.found]
        local = near / sum(weights) * (0.8 + 0.2 * score(searched.originals[index], places) / 100)
        scored.append((local, index))
    scored.sort(key=lambda item: (-item[0], item[1]))
    return [
        Hit(
            index,
            sorted({span for item in cover.found for span, _ in item.places.get(index, [])}),
            round(100 * cover.share * local, 1),
        )
        for local, index in scored
        if local >= _WORTH_SHOWING * scored[0][0]
    ]


def _nearness(index: int, places: set[int], in_section: bool) -> float:
    return 1.0 if index in places else IN_SECTION if in_section else IN_LETTER
