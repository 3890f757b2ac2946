"""Words of a query, each through the tiers until one finds it; then the texts that hold all words."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

from reply.lookup.corpus import Corpus, Match
from reply.lookup.fold import SCRIPT_TABLE, TABLE, fold, words_of
from reply.lookup.rank import score
from reply.lookup.tier import GUESSING, Tier, is_latin
from reply.sentences import Span

Places: TypeAlias = dict[int, list[tuple[Span, float]]]
"""For each text, where a word was found in it, and at what cost."""

EXACT, TERMS, PARTS, NONE = "exact", "terms", "parts", "none"
GUESSES = tuple(tier.name for tier in GUESSING)
TIERS = (EXACT, *GUESSES, TERMS, PARTS, NONE)
APART = "apart"
"""Said of words that do not stand in one section."""
_REACH = {tier: min(place, len(GUESSES)) for place, tier in enumerate(TIERS)}
"""How many tiers guess before a tier is done."""


SENTENCE = 16
"""Characters from which a word is a sentence that was copied: some of it may be written otherwise."""
_SLIPS = "edit"
"""Is not tried in a loose query: a word of it may be another, that is not there."""


class Hit(NamedTuple):
    """A text that answers the query."""

    text_index: int
    """Which of the texts."""
    spans: list[Span]
    """What matched, as offsets of the text."""
    score: float
    """0 to 100, to compare the hits of one answer."""


class Reading(NamedTuple):
    """How a word of the query was understood, where it does not stand in the texts as typed."""

    tier: str
    typed: str
    found: list[str]
    """What was found for it in the best text; several for a word whose parts were found apart."""


class Answer(NamedTuple):
    """The hits, best first, and how they were found."""

    tier: str
    hits: list[Hit]
    readings: list[Reading]
    suggestions: list[str]
    """What the query may have meant, when nothing was found but looser matches."""


class Found(NamedTuple):
    """A word, or a piece of one, and where it was found."""

    word: str
    tier: str
    places: Places


class Texts:
    """The texts to search, folded; traditional script is folded too once a word is not found without."""

    def __init__(self, originals: Sequence[str], guesses: Sequence[Tier]) -> None:
        self.originals, self._guesses = originals, guesses
        self._plain = Corpus(originals, TABLE)
        self._simplified: Corpus | None = None
        self._guessed: dict[str, Found | None] = {}

    @property
    def simplified(self) -> Corpus:
        """The texts in simplified script."""
        if self._simplified is None:
            self._simplified = Corpus(self.originals, SCRIPT_TABLE)
        return self._simplified

    def exact(self, word: str) -> Found | None:
        """Find a word as typed, but for folding."""
        matches = list(self._plain.occurrences(fold(word)))
        if matches:
            return self._found(word, EXACT, matches, self._plain)
        matches = list(self.simplified.occurrences(fold(word, SCRIPT_TABLE)))
        return self._found(word, EXACT, matches, self.simplified) if matches else None

    def guess(self, word: str) -> Found | None:
        """Find a word by the first tier that has it."""
        if word not in self._guessed:
            self._guessed[word] = self._guess(word)
        return self._guessed[word]

    def _guess(self, word: str) -> Found | None:
        folded = fold(word, SCRIPT_TABLE)
        for tier in self._guesses:
            if matches := tier.matches(folded, self.simplified):
                return self._found(word, tier.name, matches, self.simplified)
        return None

    @staticmethod
    def _found(word: str, tier: str, matches: list[Match], corpus: Corpus) -> Found:
        places: Places = {}
        for match in matches:
            index, span = corpus.original(match)
            places.setdefault(index, []).append((span, match.cost))
        return Found(word, tier, places)


def search(
    query: str,
    texts: Sequence[str],
    *,
    groups: Sequence[int] | None = None,
    head: str = "",
    exact: bool = False,
    until: str = NONE,
    alone: bool = False,
    loose: bool = False,
    needed: str = "",
) -> Answer:
    """Find the texts that hold all words of a query.

    A text that holds them all wins; where none does, the texts of a group (a section) that holds them all
    together, and then any text with one of them, where `head`, which is no answer itself, has the others. Of
    several words, or of a `loose` query, the greater part will do where there is no more. With `exact`,
    nothing is guessed: only the words as typed, but for folding. Tiers after `until` are not tried, and
    nothing is suggested instead; `alone`, those before it are not either. Without the end of the word that is
    `needed`, nothing is.
    """
    words = words_of(query)
    if not words:
        return Answer(NONE, [], [], [])
    several = groups is not None and is_several(words, loose=loose)
    reach = _REACH[until]
    tried = GUESSING[reach - 1 if alone and reach else 0 : reach]
    guesses = [tier for tier in tried if not loose or tier.name != _SLIPS]
    searched = Texts([*texts, head] if several else texts, guesses)
    for found in _ways(words, searched, exact, apart=until in (TERMS, PARTS, NONE)):
        indexes, together = _holding_all(found, groups, len(texts))
        if indexes:
            hits = [_hit(index, texts[index], found) for index in indexes]
            hits.sort(key=lambda hit: (-hit.score, hit.text_index))
            tier = max((item.tier for item in found), key=TIERS.index)
            readings = _readings(found, hits[0].text_index, searched.originals)
            apart = [] if together else [Reading(APART, query, [])]
            return Answer(tier, hits, [*readings, *apart], [])
    if several and groups is not None and not exact and until in (PARTS, NONE):
        from reply.lookup.parts import of_parts

        if answer := of_parts(words, searched, groups, needed):
            return answer
    if exact or until != NONE:
        return Answer(NONE, [], [], [])
    from reply.lookup.suggest import suggestions

    return Answer(
        NONE, [], [], suggestions([fold(word, SCRIPT_TABLE) for word in words], searched.simplified)
    )


def is_several(words: Sequence[str], *, loose: bool) -> bool:
    """Tell whether the greater part of a query will do: of several words, of a question, of a sentence."""
    return loose or len(words) > 1 or len(words[0]) >= SENTENCE


def _ways(words: list[str], searched: Texts, exact: bool, *, apart: bool) -> Iterator[list[Found]]:
    """Yield ways to find all words, the surest first."""
    as_typed = [searched.exact(word) for word in words]
    if all(as_typed):
        yield [found for found in as_typed if found]
    if exact:
        return
    if len(words) > 1 and all(map(is_latin, words)):  # yang lao is one word in pinyin
        together = searched.guess("".join(words))
        if together:
            yield [together]
    guessed = [found or searched.guess(word) for found, word in zip(as_typed, words, strict=True)]
    if all(guessed):
        yield [found for found in guessed if found]
    if apart and (pieces := _apart(words, guessed, searched)):
        yield pieces


def _apart(words: list[str], guessed: list[Found | None], searched: Texts) -> list[Found]:
    """Find the words that were not found piece by piece; empty when a piece is not found either."""
    from reply.lookup.terms import pieces

    found: list[Found] = []
    for word, whole in zip(words, guessed, strict=True):
        if whole:
            found.append(whole)
            continue
        parts = [
            searched.exact(piece) or searched.guess(piece)
            for piece in pieces(fold(word, SCRIPT_TABLE), searched.simplified)
        ]
        if not parts or not all(parts):
            return []
        found += [part._replace(tier=TERMS, word=word) for part in parts if part]
    return found


def _holding_all(found: list[Found], groups: Sequence[int] | None, head: int) -> tuple[set[int], bool]:
    """Return the texts that hold all words; else those of the groups that do; else those with one of them.

    Tells also whether the words stand together, in a text or a group.
    """
    inside = [item.places.keys() - {head} for item in found]
    indexes = set.intersection(*inside)
    if indexes or groups is None:
        return indexes, True
    shared = set.intersection(*({groups[index] for index in places} for places in inside))
    if indexes := {index for places in inside for index in places if groups[index] in shared}:
        return indexes, True
    if not _may_be_apart(found):
        return set(), False
    of_head = [head in item.places for item in found]
    told = [places for places, known in zip(inside, of_head, strict=True) if all(of_head) or not known]
    return set().union(*told) or {0}, False  # where the head alone has them, the letter itself is the answer


def _may_be_apart(found: list[Found]) -> bool:
    """Tell whether words may stand anywhere in a letter: not pieces of one, and none that only asks."""
    from reply.lookup.asking import light_words

    return not any(item.tier == TERMS or fold(item.word, SCRIPT_TABLE) in light_words() for item in found)


def _readings(found: list[Found], best: int, texts: Sequence[str]) -> list[Reading]:
    """Tell how the words were read, by what stands in the best text, or in the first that has the word."""
    phrases: dict[tuple[str, str], dict[str, None]] = {}
    for item in found:
        if item.tier != EXACT:
            index = best if best in item.places else min(item.places)
            (start, end), _ = min(item.places[index], key=lambda place: place[1])
            phrases.setdefault((item.tier, item.word), {})[texts[index][start:end]] = None
    return [Reading(tier, word, list(read_as)) for (tier, word), read_as in phrases.items()]


def _hit(index: int, text: str, found: list[Found]) -> Hit:
    places = [item.places.get(index, []) for item in found]
    return Hit(index, sorted({span for word in places for span, _ in word}), score(text, places))
