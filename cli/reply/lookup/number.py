"""The same number in other digits: 五百万, 500万 and 5000000; 二〇一一年 and 2011年; 百分之三十二 and 32%."""

import re
from functools import lru_cache

from reply.lookup.corpus import Corpus, Match, Pattern, is_whole_number, literal
from reply.lookup.numerals import arabic

_NUMBER = re.compile(
    r"百分之(?P<percent>[零〇○一二两三四五六七八九十百点]+)|(?P<number>(?:[0-9][0-9,]*(?:\.[0-9]+)?|[零〇○一二两三四五六七八九十百千点]+)[十百千万亿]*)"
)


def matches(word: str, corpus: Corpus) -> list[Match]:
    """Return the places that equal a folded word once all numbers are written out in digits."""
    plain, _ = _written_out(word)
    if not any(character.isdecimal() for character in plain):
        return []
    text, places = _written_out(corpus.text)
    found = []
    position = text.find(plain)
    while position >= 0:
        end = position + len(plain)
        if is_whole_number(text, position, end):
            found.append(Match(places[position], places[end - 1] + 1))
        position = text.find(plain, position + 1)
    return found


def patterns(word: str, corpus: Corpus) -> list[Pattern]:
    """Return the patterns of what is found for a folded word, in texts that are written out."""
    plain = written_out(word)
    return [literal(plain)] if any(character.isdecimal() for character in plain) else []


def written_out(text: str) -> str:
    """Return a folded text with its numbers in plain digits: texts of which one holds the other match."""
    return _written_out(text)[0]


def _written_out(text: str) -> tuple[str, list[int]]:
    """Return a text with its numbers in plain digits, and for each character where it came from.

    The last digit of a number comes from the number's end, so that a match covers all of it.
    """
    parts: list[str] = []
    places: list[int] = []
    position = 0
    for match in _NUMBER.finditer(text):
        digits = _digits(match)
        if digits is None:
            continue
        parts += [text[position : match.start()], digits]
        places += range(position, match.start())
        places += [match.start()] * (len(digits) - 1) + [match.end() - 1]
        position = match.end()
    return "".join([*parts, text[position:]]), [*places, *range(position, len(text))]


def _digits(match: re.Match[str]) -> str | None:
    percent = match["percent"]
    plain = _plain(percent or match["number"])
    return None if plain is None else plain + "%" if percent else plain


_plain = lru_cache(100_000)(arabic)
"""Years and small counts come again and again."""
