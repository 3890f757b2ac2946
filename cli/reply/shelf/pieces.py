"""Which letters may hold a word cut into pieces, each of which any tier may find."""

from collections.abc import Callable

from reply.lookup.fold import SCRIPT_TABLE, fold
from reply.lookup.terms import atoms


def in_pieces(word: str, holding: Callable[[str, bool], set[int] | None]) -> set[int] | None:
    """Return the letters that may hold all the pieces of a word, cut in any way; None where that may be any.

    `holding` returns those of one piece, given whether it must stand as it is. Several characters must,
    for what tiers find for it they find for its pieces too; a number need not.
    """
    parts = atoms(fold(word, SCRIPT_TABLE))
    reached: list[set[int] | None] = [None, *(set() for _ in parts)]  # at the beginning, every letter
    for start in range(len(parts)):
        before = reached[start]
        if before is not None and not before:
            continue
        for end in range(start + 1, len(parts) + 1):
            piece = "".join(parts[start:end])
            alone = end == start + 1
            inside = holding(piece, not (alone or has_digit(piece)))
            if inside is not None and not inside and not alone:
                break
            if len(piece) > 1:
                reached[end] = in_either(reached[end], in_all([before, inside]))
    return reached[-1] if len(parts) > 1 else set()


def in_all(sets: list[set[int] | None]) -> set[int] | None:
    """Return what is in all sets, where None holds everything."""
    known = [inside for inside in sets if inside is not None]
    return set.intersection(*known) if known else None


def in_either(one: set[int] | None, other: set[int] | None) -> set[int] | None:
    """Return what is in either set, where None holds everything."""
    return None if one is None or other is None else one | other


def has_digit(word: str) -> bool:
    """Tell whether a word holds a digit, or a number in other signs."""
    return any(character.isnumeric() for character in word)
