"""Which letters may hold a query in whatever they answer with: passages, titles, documents that they cite."""

from reply.ask.question import Wording
from reply.lookup.fold import SCRIPT_TABLE, fold, words_of
from reply.lookup.parts import HALF
from reply.lookup.search import EXACT, is_several
from reply.lookup.terms import atoms
from reply.shelf.narrow import Finder, Way, any_ways, ways
from reply.shelf.shares import Shares


def holding(finder: Finder, wording: Wording) -> set[int] | None:
    """Return the letters that may hold a query, as any tier reads it; None where that may be any."""
    typed = words_of(wording.words)
    if not typed:
        return None
    whole = [_by_any_tier(finder, word, exact=wording.exact) for word in typed]
    if wording.exact:
        return _all(whole)
    together = _by_any_tier(finder, "".join(typed)) if all(word.isascii() for word in typed) else set()
    apart = [_union(inside, _in_pieces(finder, word)) for word, inside in zip(typed, whole, strict=True)]
    found = _union(_all(apart), together)
    if found is None or not is_several(typed, loose=wording.asked is not None):
        return found
    known = [inside or set() for inside in whole]  # what may be anywhere has made `found` None
    shares = Shares(typed, known, lambda pair: finder.letters([Way(((pair,),))]))
    return found | {letter for letter in shares.letters if shares.most(letter) > HALF}


def _by_any_tier(finder: Finder, word: str, *, exact: bool = False) -> set[int] | None:
    found = ways(EXACT, word, finder.vocabulary) if exact else any_ways(word, finder.vocabulary)
    return None if found is None else finder.letters(found)


def _in_pieces(finder: Finder, word: str) -> set[int] | None:
    """Return the letters that may hold all the pieces of a word."""
    parts = atoms(fold(word, SCRIPT_TABLE))
    if len(parts) < 2:
        return set()
    reached: list[set[int] | None] = [None, *(set() for _ in parts)]  # at the beginning, every letter
    for start in range(len(parts)):
        before = reached[start]
        if before is not None and not before:
            continue
        for end in range(start + 1, len(parts) + 1):
            piece = "".join(parts[start:end])
            alone = end == start + 1 or any(map(str.isnumeric, piece))
            inside = _by_any_tier(finder, piece, exact=not alone)
            if inside is not None and not inside and end > start + 1:
                break
            if len(piece) > 1:
                reached[end] = _union(reached[end], _all([before, inside]))
    return reached[-1]


def _all(sets: list[set[int] | None]) -> set[int] | None:
    """Return what is in all sets, where None holds everything."""
    known = [inside for inside in sets if inside is not None]
    return set.intersection(*known) if known else None


def _union(one: set[int] | None, other: set[int] | None) -> set[int] | None:
    """Return what is in either set, where None holds everything."""
    return None if one is None or other is None else one | other
