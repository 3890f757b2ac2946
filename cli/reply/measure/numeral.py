"""Read one number at a place in a text: 3.13, 1亿5000万, 三百五十, 二十几万, 数百, 5000余万.

A number is read whole or not at all. Digits that are no number that can be decided (1,18 or 3万5 or 5亿亿)
come back as doubtful, up to their end, so that nobody takes a part of them.
"""

import re
from collections.abc import Iterator
from decimal import Context, Decimal, localcontext
from typing import NamedTuple

from reply.measure.unit import WITH_SCALE
from reply.model import Bound, Number

_GROUPS = ("〇零○", "一壹", "二贰两", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
HAN_DIGITS = {character: n for n, group in enumerate(_GROUPS) for character in group}
"""The value of each Chinese digit. Text is in simplified script."""
_SMALL = {"十": 1, "拾": 1, "百": 2, "佰": 2, "千": 3, "仟": 3}
_LARGE = {"万": 4, "亿": 8}
SCALES = {**_SMALL, **_LARGE}
"""What multiplies the digits before it, and by which power of ten."""
MORE: dict[str, Bound] = {"余": "over", "多": "over", "来": "about"}
"""What says "and some" after a number, or before its 万 and 亿: 5000余万, 十来."""
SOME = frozenset("几数")
"""Digits that are not told. Before a scale they are 1 to 10 (几十, 数百), after one 几 is 0 to 9 (十几)."""
FEW = frozenset(("一二", "二三", "两三", "三四", "三五", "四五", "五六", "六七", "七八", "八九"))
"""Two digits side by side that mean from the one to the other."""
NOT_SOME_AFTER = frozenset("人户总次指参多少无件个额篇岁分倍代函系基常奇偶票字天期届")
"""Characters after which 数 is the count of them and no digit: 人数, 无数."""
LONGEST = 40
"""Characters; what has more is no number of a letter."""
MOST_DIGITS = 15
"""Digits of a number: as many as data keep exactly when it has a fraction."""
STARTS = "0-9" + "".join([*HAN_DIGITS, *SCALES, *SOME])
"""What a number may begin with, as the inside of a character class."""

EXACT = Context(prec=60)
"""In which numbers are added up, whatever precision the rest of the process works with."""

_Range = tuple[Decimal, Decimal]

_ARABIC = re.compile(r"[0-9]+(?:[,.][0-9]+)*")
_WELL_FORMED = re.compile(r"(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.[0-9]+)?")
_POINT = re.compile(f"点([0-9]+|[{''.join(HAN_DIGITS)}]+)(?![十拾百佰千仟0-9,.时分])([万亿]*)")
_STRING = re.compile(f"[{''.join(HAN_DIGITS)}]{{2,}}")
_GOES_ON = re.compile(f"[0-9{''.join(_LARGE)}]|[,.][0-9]")
_RUN = re.compile(f"(?:[0-9,.]*[0-9]|[{''.join([*HAN_DIGITS, *SCALES])}])*")
_MAY_BEGIN = re.compile(f"[{STARTS}]")
_ZEROS = frozenset(_GROUPS[0])
_ZEROS_AND_SCALES = _ZEROS | {"百", "佰", "千", "仟"}
_BEFORE_LAST_SOME = _ZEROS | _SMALL.keys()


class Numeral(NamedTuple):
    """A number at its place."""

    start: int
    end: int
    low: Decimal
    high: Decimal
    """Above `low` only where the number is a range in itself: 七八百, 几十."""
    more: str = ""
    """余, 多 or 来, where one says that it is more or about that."""
    scale: int = 0
    """The power of ten of the scales at its end, which a number before it may share: 7 in 2-3千万."""
    is_han: bool = False
    """Whether it begins with a Chinese numeral."""
    is_bare: bool = False
    """Whether it is a scale without digits, which counts only beside 近, 余 and the like: 百余."""
    is_string: bool = False
    """Whether its Chinese digits are read one by one: 二〇一九."""
    is_elided: bool = False
    """Whether its last digit lacks its scale: 一万五."""
    is_doubtful: bool = False
    """Whether it cannot be decided which number it is; `low` and `high` say nothing then."""

    @property
    def value(self) -> Decimal | None:
        """The number; None where it is a range in itself."""
        return self.low if self.low == self.high else None


def as_number(value: Decimal) -> Number:
    """Return a number as data hold it: an integer where it is one, else to twelve digits after the point.

    It is rounded by writing it: `round` has no room for twelve more digits after many before the point.
    """
    return int(value) if value == int(value) else float(f"{value:.12f}")


def read(text: str, at: int, *, elided: bool = True) -> Numeral | None:
    """Return the number that begins at a place, as far as it goes; None where none does.

    Without `elided`, 一万五 is 一万 before something else.
    """
    character = text[at : at + 1]
    if character.isascii():
        digits = _ARABIC.match(text, at)
        if digits is None:
            return None
        end = digits.end()
        if text[end : end + 1] not in _MORE_TO_READ:
            value = _decimal(digits[0])
            return _doubtful(at, end) if value is None else Numeral(at, end, value, value)
    elif character in HAN_DIGITS and (string := _string(text, at)):
        return string
    elif character in SOME and not _begins_with_some(text, at):
        return None
    return _Reader(text, at, elided=elided).number()


def find(text: str) -> Iterator[Numeral]:
    """Yield the numbers of a text in order, none a part of another."""
    position = 0
    for match in _MAY_BEGIN.finditer(text):
        if match.start() >= position and (numeral := read(text, match.start())):
            yield numeral
            position = numeral.end


def whole_number(text: str) -> int | None:
    """Read an integer that is the whole of a text, in Arabic or Chinese digits; None when it is not one.

    Chinese digits without 十百千 are read one by one, as years are: 二〇一一 is 2011.
    """
    if not text or len(text) > LONGEST:
        return None
    if text.isdecimal():
        return int(text)
    if all(character in HAN_DIGITS for character in text):
        return int("".join(str(HAN_DIGITS[character]) for character in text))
    with localcontext(EXACT):
        numeral = read(text, 0)
    if numeral is None or numeral.end != len(text) or numeral.is_doubtful or numeral.more:
        return None
    value = numeral.value
    return int(value) if value is not None and value == int(value) else None


_MORE_TO_READ = frozenset([*SCALES, *MORE])


def _doubtful(start: int, end: int) -> Numeral:
    return Numeral(start, end, Decimal(), Decimal(), is_doubtful=True)


def _decimal(digits: str) -> Decimal | None:
    """Return the number that Arabic digits write; None where they write none (1,18 or 3.1.2)."""
    if len(digits) > LONGEST or not _WELL_FORMED.fullmatch(digits):
        return None
    value = Decimal(digits.replace(",", ""))
    return value if len(value.as_tuple().digits) <= MOST_DIGITS else None


def _string(text: str, at: int) -> Numeral | None:
    """Return Chinese digits that are read one by one: three and more, or two that are no 两三."""
    run = _STRING.match(text, at)
    if run is None or text[run.end() : run.end() + 1] in SCALES or run[0] in FEW:
        return None
    if len(run[0]) > LONGEST:
        return _doubtful(at, run.end())
    value = Decimal("".join(str(HAN_DIGITS[character]) for character in run[0]))
    return Numeral(at, run.end(), value, value, is_han=True, is_string=True)


def _begins_with_some(text: str, at: int) -> bool:
    """Tell whether 几 or 数 stands for a digit here: before a scale, and not in 人数百分之五."""
    following = text[at + 1 : at + 2]
    if following not in SCALES or text[at + 2 : at + 3] in WITH_SCALE.get(following, ()):
        return False
    return text[at] != "数" or text[at - 1 : at] not in NOT_SOME_AFTER or at == 0


class _Reader:
    """Adds up a number: terms before falling scales make a section, sections before 万 and 亿 the number."""

    def __init__(self, text: str, at: int, *, elided: bool) -> None:
        self._text, self._start, self._at = text, at, at
        self._may_elide = elided
        self._more = ""
        self._is_bare = self._is_elided = self._is_doubtful = self._has_fraction = False

    def number(self) -> Numeral | None:
        """Return the number; None where there is none."""
        total = self._total()
        if total is None:
            return None
        text, start = self._text, self._start
        is_han = not text[start].isascii()
        if is_han and not self._more and (point := _POINT.match(text, self._at)):
            total = self._with_fraction(total, point)
        if not self._more:
            self._take_more()
        if self._is_doubtful or self._at - start > LONGEST or self._goes_on(is_han=is_han):
            run = _RUN.match(text, self._at)
            return _doubtful(start, run.end() if run else self._at)
        scale = _scale_before(text, start, self._at)
        return Numeral(
            start, self._at, *total, self._more, scale, is_han, self._is_bare, is_elided=self._is_elided
        )

    def _goes_on(self, *, is_han: bool) -> bool:
        """Tell whether digits or a scale follow that do not go with the number: 5亿亿, 一万零百.

        In 队伍132支 the first digit is the end of a word.
        """
        character = self._peek()
        if is_han and character in _ZEROS_AND_SCALES:
            return self._peek(1) not in WITH_SCALE.get(character, ())
        if self._text[self._at - 1] in HAN_DIGITS and character.isdecimal():
            return False
        return _GOES_ON.match(self._text, self._at) is not None

    def _peek(self, offset: int = 0) -> str:
        return self._text[self._at + offset : self._at + offset + 1]

    def _total(self) -> _Range | None:
        """Add up the sections, each before a smaller one of 万 and 亿 than the last."""
        total: _Range | None = None
        power = 0  # of the 万 or 亿 before
        while self._at - self._start <= LONGEST and not self._has_fraction and not self._more:
            before = self._at
            has_zero = self._skip_zeros() if total else False
            section, width, small = self._section(is_first=total is None)
            if section is None and total is None and self._peek() in _LARGE:
                section, self._is_bare = (Decimal(1), Decimal(1)), True
            if section is None:
                self._at = before
                break
            if self._peek() in MORE and self._peek(1) in _LARGE:
                self._take_more()
            large = self._take_large()
            self._is_doubtful |= bool(large) and self._is_elided  # 一千五万
            if total is None:
                total = _times(section, large)
            elif large == 8 and power == 4 and total[1] < 10**8:  # 一万五千亿, and no 1亿5000万1亿
                total = _times(_plus(total, section), large)
            elif large:
                self._is_doubtful |= large >= power
                total = _plus(total, _times(section, large))
            elif has_zero or small:
                self._is_doubtful |= section[1] >= 10**power
                total = _plus(total, section)
            else:
                last = self._last_places(section, width, power)
                if last is None:
                    self._at = before
                    break
                total = _plus(total, last)
            if not large:
                break
            power = large
        return total

    def _section(self, *, is_first: bool) -> tuple[_Range | None, int, bool]:
        """Add up what stands before one 万 or 亿.

        Return it with the places that Arabic digits at its end fill, and whether it has a scale of its own.
        """
        value: _Range | None = None
        power, width = 4, 0
        while True:
            before = self._at
            has_zero = self._skip_zeros() if value else False
            term, width = self._term(is_first=is_first and value is None)
            small = self._take_small(below=power)
            if small and (term or small == 1 or (is_first and value is None)):
                self._is_bare |= term is None and small > 1
                term = _times(term or (Decimal(1), Decimal(1)), small)
                value, power = _plus(value, term) if value else term, small
                continue
            if term is None or small:
                self._at = before
            elif value is None:
                return term, width, False
            elif has_zero or power == 1:
                value = _plus(value, term)
            elif (last := self._last_places(term, width, power)) is not None:
                value = _plus(value, last)
            else:
                self._at = before
            return value, width, value is not None

    def _last_places(self, term: _Range, width: int, power: int) -> _Range | None:
        """Return what digits after a scale are worth: 3万5000, 一万五; None where they are no part of it."""
        if width:
            self._is_doubtful |= width != power
            return term
        if not self._may_elide or term[0] != term[1] or term[0] == 1 or self._text[self._at - 1] == "两":
            return None
        self._is_elided = True
        return _times(term, power - 1)

    def _term(self, *, is_first: bool) -> tuple[_Range | None, int]:
        """Take the digits before a scale; return them, and the places that they fill if they are Arabic."""
        text, at = self._text, self._at
        character = self._peek()
        if character.isascii() and (digits := _ARABIC.match(text, at)):
            return self._arabic(digits, is_first=is_first)
        if text[at : at + 2] in FEW and text[at + 2 : at + 3] not in HAN_DIGITS:
            self._at += 2
            return (Decimal(HAN_DIGITS[character]), Decimal(HAN_DIGITS[text[at + 1]])), 0
        if character in HAN_DIGITS and (is_first or character not in _ZEROS):
            self._at += 1
            return (Decimal(HAN_DIGITS[character]),) * 2, 0
        if character == "几" and text[at - 1] in _BEFORE_LAST_SOME and not is_first:
            self._at += 1
            return (Decimal(0), Decimal(9)), 0
        if character in SOME and text[at + 1 : at + 2] in SCALES:
            self._at += 1
            return (Decimal(1), Decimal(10)), 0
        return None, 0

    def _arabic(self, digits: re.Match[str], *, is_first: bool) -> tuple[_Range, int]:
        value = _decimal(digits[0])
        self._at = digits.end()
        self._has_fraction = "." in digits[0]
        self._is_doubtful |= value is None or (self._has_fraction and not is_first)
        return (value or Decimal(),) * 2, len(digits[0].partition(".")[0].replace(",", ""))

    def _skip_zeros(self) -> bool:
        before = self._at
        while self._peek() in _ZEROS:
            self._at += 1
        return self._at > before

    def _take_small(self, below: int) -> int:
        """Take 十, 百 or 千, if it is smaller than the one before and begins no unit; return its power."""
        character = self._peek()
        power = _SMALL.get(character, below)
        if power >= below or self._peek(1) in WITH_SCALE.get(character, ()):
            return 0
        self._at += 1
        return power

    def _take_large(self) -> int:
        """Take 万, 亿 or 万亿; return its power."""
        power = _LARGE.get(self._peek(), 0)
        self._at += bool(power)
        if power == 4 and self._peek() == "亿":
            self._at += 1
            return 12
        return power

    def _take_more(self) -> None:
        character = self._peek()
        if character in MORE and (character != "来" or self._is_round()):
            self._more = character
            self._at += 1

    def _is_round(self) -> bool:
        """Tell whether 来 may follow: 十来家, 40来平方米, and not 40来自."""
        return self._text[self._at - 1] in SCALES or (
            self._text[self._at - 1] == "0" and self._peek(1) != "自"
        )

    def _with_fraction(self, total: _Range, point: re.Match[str]) -> _Range:
        """Add what stands after 点, and multiply both with what follows: 二点五亿."""
        digits = "".join(str(HAN_DIGITS.get(character, character)) for character in point[1])
        power = sum(_LARGE[character] for character in point[2])
        self._is_doubtful |= len(digits) > MOST_DIGITS or point[2] not in ("", "万", "亿", "万亿")
        self._at = point.end()
        return _times(_plus(total, (Decimal(f"0.{digits}"),) * 2), power)


def _plus(value: _Range, other: _Range) -> _Range:
    return value[0] + other[0], value[1] + other[1]


def _times(value: _Range, power: int) -> _Range:
    return value[0].scaleb(power), value[1].scaleb(power)


def _scale_before(text: str, start: int, end: int) -> int:
    """Return the power of the scales at the end of a number, 余 and 多 left out: 5000余万."""
    power = 0
    while end > start and (text[end - 1] in SCALES or text[end - 1] in MORE):
        end -= 1
        power += SCALES.get(text[end], 0)
    return power
