"""Find passages in a collection: lookup itself decides, on the passages that may hold the words.

Tier by tier, the surest first, as over all letters one by one: a word that one letter holds is not guessed at
in another. When only the first rows are wanted, the letters that may be best are read first, and reading ends
where no other can come before what was found.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from reply import messages
from reply.ask.captions import amounts, heading
from reply.ask.find import NOT_SEARCHED, Passage, find_in
from reply.ask.question import Wording
from reply.errors import ReplyError
from reply.listing import Captions, Listing
from reply.lookup.fold import fold, words_of
from reply.lookup.parts import HALF
from reply.lookup.search import EXACT, GUESSES, PARTS, TERMS, TIERS, is_several
from reply.lookup.tier import is_latin
from reply.shelf.bounds import NO_BOUND, Bounds, letters_of
from reply.shelf.narrow import Finder, Way, ways
from reply.shelf.pieces import has_digit, in_pieces
from reply.shelf.reader import Collection
from reply.shelf.schema import HEAD_LENGTH, LETTER_BITS, LONGEST
from reply.shelf.shares import Shares

_FEW = 100
"""Letters that hold a rare word."""


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
            if found := self._asked(few, {NO_BOUND: few}, tier, most):
                return found
            self.__dict__.pop("_whole", None)
        new: list[set[int]] = [self._keys(tier, word) if tier != TERMS else set() for word in self._typed]
        for held, more in zip(self._held, new, strict=True):
            held |= more
        joined = self._joined(tier)
        if tier == TERMS:
            letters = set.intersection(*map(self._in_pieces, range(len(self._typed))))
        else:
            letters = set.intersection(*map(letters_of, self._held)) | letters_of(joined)
            if self._held != new:
                letters &= letters_of(joined.union(*new))
        letters &= self._rank.keys()
        return self._asked(letters, self._levels(tier, letters, new, most), tier, most) if letters else []

    def _of_the_rarest(self) -> set[int]:
        """Return the letters that may hold all words, where one word is rare; none where all are common.

        Then only those letters are looked through for the others.
        """
        found = [(word, way) for word in self._typed for way in self._ways_of(EXACT, word) or ()]
        rarest, _ = min(found, key=lambda item: self._finder.count(item[1]))
        letters = letters_of(self._keys(EXACT, rarest)) & self._rank.keys()
        if len(letters) > _FEW:
            return set()
        self._held = [
            self._finder.keys_of([way for other, way in found if other == word], letters)
            for word in self._typed
        ]
        return set.intersection(*map(letters_of, self._held))

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
        last = in_pieces(self._typed[place], self._of_piece) or set()
        return letters_of(self._held[place]) | last

    def _of_piece(self, piece: str, exact: bool) -> set[int]:
        keys = self._keys(EXACT, piece) if exact else self._by_any_tier(piece)
        self._pieces |= keys
        return letters_of(keys)

    def _by_parts(self, most: int | None) -> Iterable[Answered]:
        """Return what the letters answer that may hold the greater part of the query."""
        whole = [letters_of(self._by_any_tier(word)) for word in self._typed]
        shares = Shares(self._typed, whole, lambda pair: letters_of(self._finder.keys([Way(((pair,),))])))
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
            return {NO_BOUND: letters}
        bounds = Bounds(self._finder)
        if len(self._typed) == 1:
            found = self._ways_of(tier, self._typed[0])
            if found is None:
                return {NO_BOUND: letters}
            bounds.of_one([(way, self._of_way[way]) for way in found])
        elif tier == EXACT:
            ways_ = [way for word in self._typed for way in self._ways_of(EXACT, word) or ()]
            if not bounds.of_all([(way, self._of_way[way]) for way in ways_]):
                return {NO_BOUND: letters}
            bounds.at(0.0, letters)  # what the head alone has is answered, and scores nothing
        else:
            return {NO_BOUND: letters}
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
        if any(map(has_digit, self._typed)):
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
