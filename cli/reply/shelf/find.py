"""Find passages in a collection: lookup itself decides, on the passages that may hold the words.

Tier by tier, the surest first, as over all letters one by one: a word that one letter holds is not guessed at
in another. When only the first rows are wanted, the letters that may be best are read first, and reading ends
where no other can come before what was found.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from math import inf
from typing import NamedTuple

from reply import messages
from reply.ask.captions import amounts, heading
from reply.ask.find import NOT_SEARCHED, Passage, find_in
from reply.ask.question import Wording
from reply.errors import ReplyError
from reply.listing import Captions, Listing
from reply.lookup.fold import SCRIPT_TABLE, fold, words_of
from reply.lookup.parts import HALF
from reply.lookup.rank import ceiling
from reply.lookup.search import EXACT, GUESSES, PARTS, TERMS, TIERS, is_several
from reply.lookup.terms import atoms
from reply.lookup.tier import is_latin
from reply.shelf.narrow import Finder, Way, ways
from reply.shelf.pairs import COUNTS
from reply.shelf.reader import Collection
from reply.shelf.schema import HEAD_LENGTH, LETTER_BITS, LONGEST
from reply.shelf.shares import Shares

_NO_BOUND = inf
_COUNTLESS = 1_000_000_000
_MOST_RATED = 5_000
"""Passages that are rated one by one."""
_FEW = 100
"""Letters that hold a rare word."""
_MOST_COUNTED = 6
"""Phrases that a word was found as, the commonest first, whose passages are counted."""
_MOST_TOLD = int(COUNTS[-1])
"""Times from which it is not told how often a phrase occurs."""


class Answered(NamedTuple):
    """What a letter answers."""

    letter: int
    listing: Listing


def find(
    collection: Collection, wording: Wording, *, most: int | None, only: set[int] | None = None
) -> tuple[str, Iterable[Answered]]:
    """Return the tier that answers, and what each letter answers that may have one of the first rows.

    Where all rows are wanted, a letter is read when its answer is taken.
    With `only`, no other letters are asked.
    """
    if not any(map(str.isalnum, wording.typed)):
        raise ReplyError(messages.EMPTY_QUERY)
    search = _Search(collection, wording, only)
    for tier in (EXACT,) if wording.exact else (EXACT, *GUESSES, TERMS, PARTS):
        if found := search.at(tier, most):
            return tier, found
    return TIERS[-1], []


class _Search:
    """The words of a query, and what is known of where they may stand."""

    def __init__(self, collection: Collection, wording: Wording, only: set[int] | None) -> None:
        self._collection, self._wording = collection, wording
        self._typed = typed = words_of(wording.words)
        self._several = is_several(typed, loose=wording.asked is not None)
        """Whether the head of a letter counts, and parts of the query will do."""
        order = collection.order()
        self._rank = {letter: n for n, letter in enumerate(order) if only is None or letter in only}
        """The letters that are asked, by their order. Pairs may lead to letters that are there no more."""
        self._finder = Finder(collection)
        self._ways: dict[tuple[str, str], list[Way] | None] = {}
        self._of_way: dict[Way, set[int]] = {}
        self._held: list[set[int]] = [set() for _ in typed]
        """For each word the passages that may hold it, by the tiers so far."""
        self._together: set[int] = set()
        self._pieces: set[int] = set()

    def at(self, tier: str, most: int | None) -> Iterable[Answered]:
        """Return what the letters answer in which a tier may find what those before it did not."""
        if tier == PARTS:
            return self._by_parts(most) if self._several else []
        if tier == EXACT and len(self._typed) > 1 and (few := self._of_the_rarest()):
            if found := self._asked(few, {_NO_BOUND: few}, tier, most):
                return found
            self.__dict__.pop("_whole", None)
        new: list[set[int]] = [self._keys(tier, word) if tier != TERMS else set() for word in self._typed]
        for held, more in zip(self._held, new, strict=True):
            held |= more
        joined = self._joined(tier)
        if tier == TERMS:
            letters = set.intersection(*map(self._in_pieces, range(len(self._typed))))
        else:
            letters = set.intersection(*map(_letters, self._held)) | _letters(joined)
            if self._held != new:
                letters &= _letters(joined.union(*new))
        letters &= self._rank.keys()
        return self._asked(letters, self._levels(tier, letters, new, most), tier, most) if letters else []

    def _of_the_rarest(self) -> set[int]:
        """Return the letters that may hold all words, where one word is rare; none where all are common.

        Then only those letters are looked through for the others.
        """
        found = [(word, way) for word in self._typed for way in self._ways_of(EXACT, word) or ()]
        rarest, _ = min(found, key=lambda item: self._finder.count(item[1]))
        letters = _letters(self._keys(EXACT, rarest)) & self._rank.keys()
        if len(letters) > _FEW:
            return set()
        self._held = [
            self._finder.keys_of([way for other, way in found if other == word], letters)
            for word in self._typed
        ]
        return set.intersection(*map(_letters, self._held))

    def _keys(self, tier: str, word: str) -> set[int]:
        """Return the passages in which a tier may find a word."""
        found = self._ways_of(tier, word)
        if found is None:
            return self._counted(self._collection.column("SELECT key FROM passage"))
        keys: set[int] = set()
        for way in found:
            if way not in self._of_way:
                self._of_way[way] = self._counted(self._finder.keys([way]))
            keys |= self._of_way[way]
        return keys

    def _counted(self, keys: Iterable[int]) -> set[int]:
        """Return those keys that count: heads do where there are several words."""
        return set(keys) if self._several else {key for key in keys if key & LONGEST != HEAD_LENGTH}

    def _ways_of(self, tier: str, word: str) -> list[Way] | None:
        if (tier, word) not in self._ways:
            self._ways[tier, word] = ways(tier, word, self._finder.vocabulary)
        return self._ways[tier, word]

    def _by_any_tier(self, word: str) -> set[int]:
        return set().union(*(self._keys(tier, word) for tier in (EXACT, *GUESSES)))

    def _joined(self, tier: str) -> set[int]:
        """Return the passages that may hold all words as one, by a tier: yang lao is one word in pinyin.

        Lookup tries that before it guesses at the words one by one, so these passages, by whichever tier, go
        with every guess.
        """
        if tier in (EXACT, TERMS) or len(self._typed) == 1 or not all(map(is_latin, self._typed)):
            return set()
        word = "".join(self._typed)
        self._together = self._together or set().union(*(self._keys(guess, word) for guess in GUESSES))
        return self._keys(tier, word)

    def _in_pieces(self, place: int) -> set[int]:
        """Return the letters that may hold a word as it is, or all its pieces."""
        parts = atoms(fold(self._typed[place], SCRIPT_TABLE))
        reached: list[set[int] | None] = [set() for _ in range(len(parts) + 1)]
        reached[0] = None  # every letter
        for start in range(len(parts)):
            before = reached[start]
            if before is not None and not before:
                continue
            for end in range(start + 1, len(parts) + 1):
                piece = "".join(parts[start:end])
                alone = end == start + 1
                keys = self._by_any_tier(piece) if alone or _has_digit(piece) else self._keys(EXACT, piece)
                if not keys and not alone:
                    break
                self._pieces |= keys
                inside = _letters(keys) if before is None else _letters(keys) & before
                if len(piece) > 1:
                    reached[end] = (reached[end] or set()) | inside
        last = reached[-1] if len(parts) > 1 else set()
        return _letters(self._held[place]) | (last or set())

    def _by_parts(self, most: int | None) -> Iterable[Answered]:
        """Return what the letters answer that may hold the greater part of the query."""
        whole = [_letters(self._by_any_tier(word)) for word in self._typed]
        shares = Shares(self._typed, whole, lambda pair: _letters(self._finder.keys([Way(((pair,),))])))
        levels: dict[float, set[int]] = defaultdict(set)
        for letter in self._rank.keys() & shares.letters:
            if (share := shares.most(letter)) > HALF:
                levels[round(100 * share, 1)].add(letter)
        return self._asked(set().union(*levels.values()), levels, PARTS, most)

    def _levels(
        self, tier: str, letters: set[int], new: list[set[int]], most: int | None
    ) -> dict[float, set[int]]:
        """Return letters by the most that they may score; all at the top where nothing is known of that."""
        if most is None or tier == TERMS or self._together:
            return {_NO_BOUND: letters}
        bounds = _Bounds(self._finder)
        if len(self._typed) == 1:
            found = self._ways_of(tier, self._typed[0])
            if found is None or not bounds.of_one([(way, self._of_way[way]) for way in found]):
                return {_NO_BOUND: letters}
        elif tier == EXACT:
            ways_ = [way for word in self._typed for way in self._ways_of(EXACT, word) or ()]
            if not bounds.of_all([(way, self._of_way[way]) for way in ways_]):
                return {_NO_BOUND: letters}
            bounds.at(0.0, letters)  # what the head alone has is answered, and scores nothing
        else:
            return {_NO_BOUND: letters}
        return {bound: letters & inside for bound, inside in bounds.levels.items()}

    def _asked(
        self, letters: set[int], levels: dict[float, set[int]], tier: str, most: int | None
    ) -> Iterable[Answered]:
        """Ask the letters that may score most first, as long as one may still have one of the first rows.

        Without `most` they are asked in their order, each when its answer is taken; empty where none answers.
        """
        sets = [keys for keys in (*self._held, self._together, self._pieces) if keys]
        keys = sorted(set().union(*sets)) if len(sets) != 1 else sorted(*sets)
        rank = self._rank
        if most is None:
            found = self._answering(sorted(letters, key=rank.__getitem__), keys, tier)
            first = next(found, None)
            return chain([first], found) if first else []
        asked: set[int] = set()
        answers: dict[int, Answered] = {}
        best: list[tuple[float, int]] = []
        for bound in sorted(levels, reverse=True):
            for letter in sorted(levels[bound] - asked, key=rank.__getitem__):
                if len(best) >= most and (-bound, rank[letter]) > best[most - 1]:
                    return [answers[place] for place in sorted(answers)]
                asked.add(letter)
                for answered in self._answering([letter], keys, tier):
                    answers[rank[letter]] = answered
                    best += [(-float(str(row["score"])), rank[letter]) for row in answered.listing.rows]
                    best = sorted(best)[:most]
        return [answers[place] for place in sorted(answers)]

    def _answering(self, letters: Iterable[int], keys: list[int], tier: str) -> Iterator[Answered]:
        """Ask letters; yield what those answer that answer by that tier."""
        for letter in letters:
            listing = self._ask(letter, keys, tier=tier)
            row = next(iter(listing.rows), None) if listing else None
            if listing is not None and row is not None and row["tier"] == tier:
                yield Answered(letter, listing)

    def _ask(self, letter: int, keys: list[int], *, tier: str) -> Listing | None:
        """Ask a letter by those of its passages that may hold a word; None where they are not its own."""
        if tier == EXACT and len(self._typed) > 1 and (whole := _of_letter(self._whole, letter)):
            # Passages with all words answer alone, if the words stand in them as typed. Else they may
            # do so elsewhere in the letter, and traditional script is then not looked at.
            passages = self._own(whole)
            texts = [fold(passage.searched) for passage in passages]
            if all(any(fold(word) in text for text in texts) for word in self._typed):
                return self._of(passages, tier)
        if tier == PARTS:
            return self._of(self._own(self._collection.keys(letter)), tier, letter)
        if not self._several:
            return self._of(self._own(_of_letter(keys, letter)), tier)
        # Words that the head alone has are answered by the first passage, whatever stands in it.
        first = self._collection.first(letter, NOT_SEARCHED)
        return self._of(self._own(sorted({*first, *_of_letter(keys, letter)})), tier, letter)

    @cached_property
    def _whole(self) -> list[int]:
        """The passages that may hold all words; none where a number may be a part of another."""
        if any(map(_has_digit, self._typed)):
            return []
        return sorted(set.intersection(*self._held))

    def _own(self, keys: Sequence[int]) -> list[Passage]:
        passages = self._collection.passages(keys) if keys else []
        return [passage for passage in passages if passage.section.id not in NOT_SEARCHED]

    def _of(self, passages: Sequence[Passage], tier: str, letter: int | None = None) -> Listing | None:
        captions = Captions(
            {passage.section.id: heading(passage.section) for passage in passages},
            amounts(figure for passage in passages for figure in passage.figures),
        )
        if not passages:
            return None
        head = self._collection.head_words(letter) if letter is not None else ""
        wording = self._wording._replace(exact=tier == EXACT)
        # No letter answered one word by a tier before, or this one would not be asked.
        alone = len(self._typed) == 1 and tier in GUESSES
        return find_in(passages, wording, head=head, until=tier, alone=alone, captions=captions)


def _of_letter(keys: Sequence[int], letter: int) -> Sequence[int]:
    """Return those of some keys, in order, that are of a letter."""
    left = bisect_left(keys, letter << LETTER_BITS)
    return keys[left : bisect_right(keys, (letter + 1 << LETTER_BITS) - 1)]


class _Bounds:
    """The most that passages may score, read off their keys; a letter stands at the best of its passages."""

    def __init__(self, finder: Finder) -> None:
        self._finder = finder
        self.levels: dict[float, set[int]] = defaultdict(set)

    def letters(self) -> set[int]:
        """Return the letters that are rated."""
        return set().union(*self.levels.values())

    def at(self, bound: float, letters: Iterable[int]) -> None:
        """Put letters at a bound."""
        self.levels[bound] |= set(letters)

    def of_one(self, found: Iterable[tuple[Way, set[int]]]) -> bool:
        """Rate the passages of one word, found in some ways; return whether that tells them apart.

        What is found in few passages, or cannot be counted, is read first, whatever it scores.
        """
        cheapest: dict[tuple[str, Way | None], tuple[Way, set[int]]] = {}
        for way, keys in found:  # a phrase may be found in several ways
            mark = (way.phrase, None) if way.phrase else ("", way)
            if mark not in cheapest or way.cost < cheapest[mark][0].cost:
                cheapest[mark] = (way, keys)
        by_size = sorted(cheapest.values(), key=lambda item: -len(item[1]))
        counted = [item for item in by_size[:_MOST_COUNTED] if _is_simple(item[0])]
        first: set[int] = set()
        seen: set[int] = set()
        for item in by_size:
            first |= item[1] & seen if item in counted else item[1]
            seen |= item[1]
        for way, keys in counted:
            counts = self._counts(way)
            first |= counts.pop(0)
            left = keys - first
            for count in sorted(counts, reverse=True):
                self._of_count(left & counts[count], len(way.phrase) * count, count, way.cost)
                left -= counts[count]
            self._of_count(left, len(way.phrase), 1, way.cost)
        self.at(_NO_BOUND, _letters(first))
        return True

    def of_all(self, found: Sequence[tuple[Way, set[int]]]) -> bool:
        """Rate the passages that hold some of several words as typed; return whether that can be told.

        Those that hold most of them are rated one by one; of the others only their words are counted.
        """
        if not all(map(_is_simple, (way for way, _ in found))):
            return False
        present = Counter(chain.from_iterable(keys for _, keys in found))
        by_words: dict[int, set[int]] = defaultdict(set)
        for key, words in present.items():
            by_words[words].add(key)
        rated: set[int] = set()
        for words in sorted(by_words, reverse=True):
            if rated and len(rated) + len(by_words[words]) > _MOST_RATED:
                # Words that share no character cover no text twice.
                apart = len(set("".join(way.phrase for way, _ in found)))
                twice = 1 if apart == sum(len(way.phrase) for way, _ in found) else len(found)
                whole = words / len(found)
                most = ceiling(LONGEST, LONGEST * twice, _COUNTLESS, whole=whole)
                self.at(most, _letters(by_words[words]))
            else:
                rated |= by_words[words]
        self._one_by_one(rated, present, found)
        return True

    def _one_by_one(
        self, rated: set[int], present: Mapping[int, int], found: Sequence[tuple[Way, set[int]]]
    ) -> None:
        covered = dict.fromkeys(rated, 0)
        times = dict.fromkeys(rated, 0)
        for way, keys in found:
            counts = self._counts(way)
            self.at(_NO_BOUND, _letters(counts.pop(0) & rated))
            for key in keys & rated:
                often = max((count for count, some in counts.items() if key in some), default=1)
                covered[key] += often * len(way.phrase)
                times[key] += often
        for key in rated:
            whole = present[key] / len(found)
            self.at(ceiling(key & LONGEST, covered[key], times[key], whole=whole), (key >> LETTER_BITS,))

    def _counts(self, way: Way) -> dict[int, set[int]]:
        """Return the passages that hold a phrase more than once, by how often; under 0 where that is open."""
        counts = self._finder.special(way)
        counts[0] |= counts.pop(_MOST_TOLD, set())
        return counts

    def _of_count(self, keys: Iterable[int], covered: int, count: int, cost: float) -> None:
        """Rate passages of which so much is covered by so many matches."""
        by_length: dict[int, set[int]] = defaultdict(set)
        for key in keys:
            by_length[key & LONGEST].add(key >> LETTER_BITS)
        for characters, letters in by_length.items():
            self.at(ceiling(characters, covered, count, cost=cost), letters)


def _is_simple(way: Way) -> bool:
    """Tell whether a way is a phrase of pairs that never overlaps with itself, so that it can be counted."""
    phrase = way.phrase
    return len(phrase) > 1 and not any(phrase[:n] == phrase[-n:] for n in range(1, len(phrase)))


def _letters(keys: Iterable[int]) -> set[int]:
    return {key >> LETTER_BITS for key in keys}


def _has_digit(word: str) -> bool:
    return any(character.isnumeric() for character in word)
