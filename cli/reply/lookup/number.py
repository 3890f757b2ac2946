"""The same number in other digits: 五百万, 500万 and 5000000; 二〇一一年 and 2011年; 百分之三十二 and 32%."""

from decimal import localcontext

from reply.lookup.corpus import Corpus, Match, Pattern, is_whole_number, literal
from reply.measure.amount import PER_HUNDRED
from reply.measure.numeral import EXACT, Numeral, find


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
    with localcontext(EXACT):
        numerals = list(find(text))
    for numeral in numerals:
        digits = _digits(numeral)
        if digits is None:
            continue
        sign = _share(text, numeral.start)
        start = numeral.start - 3 if sign and numeral.start - 3 >= position else numeral.start
        digits += sign if start < numeral.start else ""
        parts += [text[position:start], digits]
        places += range(position, start)
        places += [start] * (len(digits) - 1) + [numeral.end - 1]
        position = numeral.end
    return "".join([*parts, text[position:]]), [*places, *range(position, len(text))]


def _share(text: str, start: int) -> str:
    """Return the sign for 百分之 or 千分之 before a number; empty where neither stands there."""
    lead = text[max(start - 3, 0) : start]
    return PER_HUNDRED.get(lead[:1], "") if lead[1:] == "分之" else ""


def _digits(numeral: Numeral) -> str | None:
    """Write a number in plain Arabic digits; None for one that is not certain."""
    value = None if numeral.is_doubtful or numeral.more else numeral.value
    if value is None or numeral.is_bare:
        return None
    return format(value.normalize(), "f")
