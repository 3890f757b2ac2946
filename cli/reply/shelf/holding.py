"""Which letters may hold a query in whatever they answer with: passages, titles, documents that they cite."""

from reply.ask.question import Wording
from reply.lookup.fold import words_of
from reply.lookup.parts import HALF
from reply.lookup.search import EXACT, is_several
from reply.shelf.narrow import Finder, Way, any_ways, ways
from reply.shelf.pieces import in_all, in_either, in_pieces
from reply.shelf.shares import Shares


def holding(finder: Finder, wording: Wording) -> set[int] | None:
    """Return the letters that may hold a query, as any tier reads it; None where that may be any."""
    typed = words_of(wording.words)
    if not typed:
        return None
    whole = [_by_any_tier(finder, word, exact=wording.exact) for word in typed]
    if wording.exact:
        return in_all(whole)
    together = _by_any_tier(finder, "".join(typed)) if all(word.isascii() for word in typed) else set()

    def in_letters(piece: str, exact: bool) -> set[int] | None:
        return _by_any_tier(finder, piece, exact=exact)

    apart = [
        in_either(inside, in_pieces(word, in_letters)) for word, inside in zip(typed, whole, strict=True)
    ]
    found = in_either(in_all(apart), together)
    if found is None or not is_several(typed, loose=wording.asked is not None):
        return found
    known = [inside or set() for inside in whole]  # what may be anywhere has made `found` None
    shares = Shares(typed, known, lambda pair: finder.letters([Way(((pair,),))]))
    return found | {letter for letter in shares.letters if shares.most(letter) > HALF}


def _by_any_tier(finder: Finder, word: str, *, exact: bool = False) -> set[int] | None:
    found = ways(EXACT, word, finder.vocabulary) if exact else any_ways(word, finder.vocabulary)
    return None if found is None else finder.letters(found)
