"""The commonest English words of the field, for those who read a Chinese letter with a dictionary."""

from functools import cache
from pathlib import Path

from reply.lookup.corpus import Corpus, Match, Pattern, literal
from reply.lookup.synonym import places

PRICE = 0.3
_ENDINGS = (("ies", "y"), ("es", ""), ("s", ""))


def matches(word: str, corpus: Corpus) -> list[Match]:
    """Return the places of the first Chinese word for a folded English one that is there."""
    for chinese in in_chinese(word):
        if found := places([chinese], corpus, PRICE):
            return found
    return []


def patterns(word: str, corpus: Corpus) -> list[Pattern]:
    """Return the patterns of what is found for a folded word."""
    return [literal(chinese, PRICE) for chinese in in_chinese(word)]


def in_chinese(word: str) -> list[str]:
    """Return the Chinese words for a folded English one, singular or plural; the commonest first."""
    plain = word.replace("-", "").replace("'", "")
    singular = [plain.removesuffix(end) + instead for end, instead in _ENDINGS if plain.endswith(end)]
    return next((_table()[one] for one in (plain, *singular) if one in _table()), [])


@cache
def _table() -> dict[str, list[str]]:
    source = (Path(__file__).parent / "tables" / "english.txt").read_text("utf-8")
    lines = (line.split(" ") for line in source.splitlines())
    return {english.replace("_", ""): chinese for english, *chinese in lines}
