"""An amount in a query, in any dress, and where texts say it: 700w, ¥2100万, 3万块, 600㎡, 五成以上."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal, localcontext
from functools import lru_cache
from typing import NamedTuple

from reply.lookup.corpus import Corpus, Match
from reply.measure.numeral import EXACT, HAN_DIGITS
from reply.measure.quantity import Found, parse_quantity, quantities
from reply.measure.unit import SHARES
from reply.measure.value import Quantity

AS_TYPED = ((re.compile(r"(?<=\d)w(?![a-z])"), "万"), (re.compile(r"(?<=\d)k(?![a-z])"), "千"))
"""What only those who type write."""
SAME_UNITS: Mapping[str, str] = {
    "块": "元", "m2": "平方米", "㎡": "平方米", "平米": "平方米", "m3": "立方米",
    "km": "公里", "千米": "公里", "kg": "公斤", "千克": "公斤", "名": "人", "位": "人",
    "km2": "平方公里",
}  # fmt: skip
"""Units that those who ask do not tell apart, of folded texts, and the one that stands for them."""
LEAST_WITHOUT_UNIT = 100
"""Smaller numbers without a unit say too little of what is asked."""
_TENTHS = "成"


class Amount(NamedTuple):
    """An amount in a word, and what stands around it."""

    before: str
    quantity: Quantity
    after: str

    @property
    def digits(self) -> list[str]:
        """What any text has, numbers written out, in which it is found: the digits, or those of tenths."""
        number = self._number
        if number is None:
            return []
        found = [_plain(number)]
        if self.quantity.unit in SHARES and not number % 10:
            found.append(f"{_plain(number / 10)}{_TENTHS}")
        return found

    @property
    def _number(self) -> Decimal | None:
        """The number; of a range the greater end, of whose scale the other may have a share."""
        number = self.quantity.high if self.quantity.value is None else self.quantity.value
        return None if number is None else Decimal(str(number))


def amount_in(word: str) -> Amount | None:
    """Return the amount that a folded word is, or the only one in it."""
    if not any(character.isdecimal() or character in HAN_DIGITS for character in word):
        return None  # 万余 and 上万 are no number that can be asked for
    for pattern, written in AS_TYPED:
        word = pattern.sub(written, word)
    whole = parse_quantity(word)
    if whole:
        return Amount("", whole, "") if _says_enough(whole) else None
    found = _found(word)
    only = found[0] if len(found) == 1 else None
    if only is None or not _says_enough(only.quantity):
        return None
    return Amount(word[: only.start], only.quantity, word[only.end :])


def amounts(word: str) -> dict[int, int]:
    """Return where the amounts of a folded word begin and end."""
    return {item.start: item.end for item in _found(word)}


def _found(text: str) -> list[Found]:
    """Return the amounts of a text that are certain."""
    with localcontext(EXACT):
        return [item for item in quantities(text, bytes(len(text) + 1)) if isinstance(item, Found)]


_of_corpus = lru_cache(1)(_found)
"""Read once for all words of a query."""


def same_amounts(amount: Amount, corpus: Corpus) -> Iterator[Match]:
    """Yield where a corpus says an amount, between the same words."""
    text = corpus.text
    for item in _of_corpus(text):
        if not _is_same(amount.quantity, item.quantity):
            continue
        start, end = item.start - len(amount.before), item.end + len(amount.after)
        if start >= 0 and text[start : item.start] == amount.before and text[item.end : end] == amount.after:
            yield Match(start, end)


def _says_enough(quantity: Quantity) -> bool:
    number = quantity.high if quantity.value is None else quantity.value
    return quantity.unit is not None or (number or 0) >= LEAST_WITHOUT_UNIT


def _is_same(asked: Quantity, found: Quantity) -> bool:
    """Tell whether a quantity is the one that is asked for, or a range that begins or ends with it."""
    if asked.unit is not None and _unit(asked) != _unit(found):
        return False
    if asked.value is None:
        return (asked.low, asked.high) == (found.low, found.high)
    ends = (found.low, found.high) if found.value is None else (found.value,)
    return asked.value in ends


def _unit(quantity: Quantity) -> str | None:
    return SAME_UNITS.get(quantity.unit or "", quantity.unit)


def _plain(number: Decimal) -> str:
    return format(number.normalize(), "f")
