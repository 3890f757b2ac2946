"""The same number in other digits, the same amount or time in other words: 五百万 and 5000000, 五成 and 50%.

Whatever is found holds certain digits once all numbers are written out; by them a collection finds it.
"""

from collections.abc import Iterator
from decimal import localcontext
from functools import lru_cache

from reply.lookup import moment
from reply.lookup.amount import Amount, amount_in, same_amounts
from reply.lookup.corpus import Corpus, Match, Pattern, is_whole_number, literal
from reply.measure.amount import PER_HUNDRED
from reply.measure.numeral import EXACT, Numeral, find

LONGEST = 100
"""Characters of a word that is read as an amount or a time."""


def matches(word: str, corpus: Corpus) -> list[Match]:
    """Return the places that equal a folded word once numbers are written out; else what says the same."""
    found = _same_digits(word, corpus)
    if found or len(word) > LONGEST:
        return found
    if amount := amount_in(word):
        found = _holding(amount.digits, same_amounts(amount, corpus), corpus)
    if not found and (period := moment.period_of(word)):
        found = _holding(moment.digits_of(period), moment.same_times(period, corpus), corpus)
    return found


def patterns(word: str, corpus: Corpus) -> list[Pattern]:
    """Return the patterns of what is found for a folded word, in texts that are written out."""
    plain = written_out(word)
    digits = [plain] if any(character.isdecimal() for character in plain) else []
    if len(word) <= LONGEST:
        amount: Amount | None = amount_in(word)
        period = moment.period_of(word)
        digits += amount.digits if amount else []
        digits += moment.digits_of(period) if period else []
    return [literal(one) for one in dict.fromkeys(digits)]


def written_out(text: str) -> str:
    """Return a folded text with its numbers in plain digits: texts of which one holds the other match."""
    return _written_out(text)[0]


def _holding(digits: list[str], found: Iterator[Match], corpus: Corpus) -> list[Match]:
    """Keep what has some digits in it once it is written out: two to three thousand has no 2000."""
    return [
        match
        for match in found
        if any(one in written_out(corpus.text[match.start : match.end]) for one in digits)
    ]


def _same_digits(word: str, corpus: Corpus) -> list[Match]:
    plain, _ = _written_out(word)
    if not any(character.isdecimal() for character in plain):
        return []
    text, places = _corpus_written_out(corpus.text)
    found = []
    position = text.find(plain)
    while position >= 0:
        end = position + len(plain)
        if is_whole_number(text, position, end):
            found.append(Match(places[position], places[end - 1] + 1))
        position = text.find(plain, position + 1)
    if not found and word.isascii():  # 45,258, before whatever scale, as 45258 is found before it
        found = list(corpus.occurrences(plain))
    return found


@lru_cache(1)
def _corpus_written_out(text: str) -> tuple[str, list[int]]:
    """Do it once for all words of a query."""
    return _written_out(text)


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
