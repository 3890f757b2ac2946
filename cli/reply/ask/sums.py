"""Totals and their parts, where the words say which belong together: in brackets, after 其中, place by place."""

# ruff: noqa: E501 - lists of words, read across

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from reply.measure.numeral import SCALES
from reply.measure.reading import half_width
from reply.model import Figure
from reply.script import in_simplified

MOST_PARTS = 60
FEW_PARTS = 2
"""So many of which each is more than the total are no parts of it: 小学35所(教学点56所)."""
FEW = 6
"""Figures before 其中 among which its totals are."""
_OPENED = re.compile(r"[^()]{0,12}\($")
REST = ("自筹", "配套", "其余", "其他", "其它", "剩余")
"""What the last part is called where the parts are all of it."""
PAIRS = (
    ("公办", "民办"), ("城镇", "农村"), ("城市", "农村"), ("男", "女"),
    ("公立", "民营"), ("公共", "私人"), ("县道", "乡道", "村道"), ("大学", "中学", "小学"),
)  # fmt: skip
"""What is all there is."""
LONGEST_LEVEL = 3
"""Characters of a name that tells one level or kind from others: 省级, 公办园."""
LONGEST_NAME = 12
"""Characters of what a part is called."""
_ENDS = re.compile("[。\n]")
_OTHER_PARTS = re.compile("其中|含|包括|比|增长|提高|占|约|每|均|或|不|超|主要|另|还|共")
"""Words by which numbers are no parts, or not all parts, of the total before."""
_REMAINDER = re.compile("其余|余下|剩余|剩下|其他|其它")
"""What is named after the parts where these are not all: 其余由县级自筹."""
_MARKS = re.compile("[,、:和及;]")
_SLIP = re.compile(r"[1-9]0*")
LEAST_OF_SLIP = 1000
"""Below that a difference of one digit may well be a part that is not named."""
_ALIKE = {"幢": "栋", "千米": "公里", "平米": "平方米", "㎡": "平方米", "名": "人"}
"""Units that count the same things."""
_NUMBER = re.compile(rf"(?P<digits>\d[\d,]*(?:\.(?P<decimals>\d+))?)(?P<scales>[{''.join(SCALES)}]*)")


class Group(NamedTuple):
    """A total and what the words say are its parts."""

    total: Figure
    parts: tuple[Figure, ...]
    whole: bool
    """Whether the parts are all of it; after 其中 some may be left out."""

    def differs(self) -> bool:
        """Tell whether the parts contradict the total, beyond what rounding explains."""
        said, counted = exact(self.total), sum(map(exact, self.parts))
        beyond = abs(counted - said) - self.rounding()
        if beyond <= 0:
            return False
        return counted > said or self.whole or self._slipped(abs(counted - said))

    def rounding(self) -> Fraction:
        """Return by how much rounded numbers may differ from their sum."""
        steps = [step(figure) for figure in (self.total, *self.parts)]
        if max(steps) == min(steps) == 1:
            return Fraction(0)
        return min(sum(steps, Fraction(0)) / 2, max(steps))

    def _slipped(self, difference: Fraction) -> bool:
        """Tell whether the numbers are long and differ as by one wrong digit, which no part left out does."""
        unit = min(step(figure) for figure in (self.total, *self.parts))
        in_steps = difference / unit
        if exact(self.total) / unit < LEAST_OF_SLIP or in_steps.denominator != 1:
            return False
        return _SLIP.fullmatch(str(in_steps.numerator)) is not None


def exact(figure: Figure) -> Fraction:
    """Return the value as it is written, without the error of a float."""
    return Fraction(str(figure.value))


def step(figure: Figure) -> Fraction:
    """Return what the last digit of a number counts: 10000000 of 1.6亿."""
    numbers = list(_NUMBER.finditer(half_width(figure.text)))
    if len(numbers) > 1:  # 1亿5000万, 123元1角1分
        if exact(figure).denominator > 1:
            return Fraction(1, 10 ** len(str(figure.value).partition(".")[2]))
        return Fraction(10 ** sum(SCALES[character] for character in numbers[-1]["scales"]))
    return scale(figure) / 10 ** len(numbers[0]["decimals"] or "") if numbers else Fraction(1)


def scale(figure: Figure) -> Fraction:
    """Return what one of a number as it is written counts: 100000000 of 1.6亿; 1 where it is not one in digits."""
    digits = _digits(figure)
    return exact(figure) / digits if digits else Fraction(1)


def _digits(figure: Figure) -> Fraction:
    """Return the one number in digits that a figure is written with; 0 where there is none, or several."""
    numbers = list(_NUMBER.finditer(half_width(figure.text)))
    return Fraction(numbers[0]["digits"].replace(",", "")) if len(numbers) == 1 else Fraction(0)


def written(amount: Fraction, like: Figure) -> str:
    """Return an amount as another figure is written: 110万元."""
    match = _NUMBER.search(half_width(like.text))
    unit = like.text[match.start("scales") :] if match and _digits(like) else like.unit
    return f"{float(amount / scale(like)):.12g}{unit}"


def groups(figures: Sequence[Figure], text: str) -> Iterator[Group]:
    """Yield the totals of a letter with their parts; `text` is the letter in half width."""
    plain = in_simplified(text)
    gaps = [plain[a.end : b.start] for a, b in pairwise(figures)]
    gaps += [plain[figure.end : figure.end + LONGEST_NAME] for figure in figures[-1:]]
    for n, gap in enumerate(gaps):
        if _OPENED.fullmatch(gap[: gap.find("(") + 1]) and gap.count("(") > gap.count(")"):
            yield from _in_brackets(figures, gaps, n)
        elif "其中" in gap and not _ENDS.search(gap):
            yield from _after_which(figures, gaps, n)


def _in_brackets(figures: Sequence[Figure], gaps: Sequence[str], n: int) -> Iterator[Group]:
    """学校82所(小学52所,中学30所): all that stands in the brackets, if nothing else does."""
    if _OTHER_PARTS.search(gaps[n].rpartition("(")[2]):
        return
    parts: list[Figure] = []
    for at in range(n + 1, min(len(figures), n + MOST_PARTS)):
        parts.append(figures[at])
        gap = gaps[at]
        if ")" in gap.partition("(")[0]:
            behind = gap.partition(")")[0]
            if not _belong(figures[n], parts) or "等" in behind:
                return
            yield Group(figures[n], tuple(parts), whole=len(parts) > 1 and not _REMAINDER.search(behind))
            return
        if _OTHER_PARTS.search(gap) or _ENDS.search(gap) or "(" in gap:
            return


def _after_which(figures: Sequence[Figure], gaps: Sequence[str], n: int) -> Iterator[Group]:
    """共100万元,其中省级60万元、市级40万元; or place by place: 其中:东区7栋,126户;西区8栋,154户."""
    rows: list[list[Figure]] = [[]]
    for at in range(n + 1, min(len(figures), n + MOST_PARTS)):
        rows[-1].append(figures[at])
        gap = gaps[at]
        if ";" in gap:
            rows.append([])
        if _ENDS.search(gap) or "其中" in gap or "(" in gap:
            break
    table = _is_table(rows, gaps[n + 1 : n + MOST_PARTS])
    totals = [figures[n]]
    if table:
        totals = list(figures[max(n - FEW, 0) : n + 1])
        columns = [[row[column] for row in rows] for column in range(len(rows[0]))]
    else:
        columns = [_list_of(rows[0], gaps, n)]
    found: list[tuple[Figure, Sequence[Figure]]] = []
    for column in columns:
        total = next((t for t in reversed(totals) if _unit(t) == _unit(column[0])), None) if column else None
        pair = not table and _leaves_nothing(gaps, n, len(column))
        if total is not None and len(column) > 1 and _belong(total, column, certain=pair):
            found.append((total, column))
    # Where one column adds up, the rows are all there are, and the other columns must add up too.
    whole = table and any(sum(map(exact, column)) == exact(total) for total, column in found)
    whole = whole or (not table and _leaves_nothing(gaps, n, len(columns[0])))
    yield from (Group(total, tuple(column), whole=whole) for total, column in found)


def _leaves_nothing(gaps: Sequence[str], n: int, count: int) -> bool:
    """Tell whether a list names all parts: both of a pair, or the rest."""
    named = [gap[-LONGEST_NAME:] for gap in gaps[n : n + count]]
    if _REMAINDER.search(gaps[n + count][:LONGEST_NAME] if n + count < len(gaps) else ""):
        return False
    if count and any(word in named[-1] for word in REST):
        return True
    return any(
        count == len(pair) and all(any(word in name for name in named) for word in pair) for pair in PAIRS
    )


def _list_of(row: Sequence[Figure], gaps: Sequence[str], n: int) -> list[Figure]:
    """Return the figures of one list, up to what is no part."""
    if not row or _OTHER_PARTS.search(gaps[n].rpartition("其中")[2]):
        return []
    parts, name = [row[0]], gaps[n].rpartition("其中")[2]
    for at, figure in enumerate(row[1:], n + 1):
        if _unit(figure) != _unit(row[0]) or _OTHER_PARTS.search(gaps[at]) or not _are_alike(name, gaps[at]):
            break
        parts.append(figure)
    return parts


def _is_table(rows: Sequence[Sequence[Figure]], gaps: Sequence[str]) -> bool:
    """Tell whether rows of several figures each say the same of place after place: 东区7栋,126户;西区8栋,154户.

    `gaps` are the words after each of their figures.
    """
    width = len(rows[0])
    if len(rows) < 2 or width < 2 or any(len(row) != width for row in rows):
        return False
    return all(gaps[at] == gaps[at % width] for at in range(len(rows) * width) if at % width < width - 1)


def _are_alike(first: str, gap: str) -> bool:
    """Tell whether what names a part is like what names the first: after a comma another thing may be counted.

    省级60万元,市级40万元 are alike; 可采面积17.9万亩,良种茶园9.4万亩 are not, and no name ends in 的.
    """
    name = _MARKS.sub("", gap)
    if name.endswith("的") or _is_limited(name) != _is_limited(first):
        return False
    if "、" in gap or "," not in gap or name[-1:] == first[-1:]:
        return True
    return len(name) <= LONGEST_LEVEL and len(name) == len(_MARKS.sub("", first))


def _is_limited(name: str) -> bool:
    """Tell whether a name says which of the things are counted: 规模以上52家 are among 投产118家."""
    return name.endswith(("以上", "以下", "以内"))


def _belong(total: Figure, parts: Sequence[Figure], *, certain: bool = False) -> bool:
    """Tell whether all are exact, of one unit and status, and may be parts of the total."""
    everything = (total, *parts)
    return (
        all(figure.bound == "exact" and figure.value is not None for figure in everything)
        and len({_unit(figure) for figure in everything}) == 1
        and total.unit not in (None, "%", "‰", "岁", "周岁", "倍")
        and len({figure.status for figure in everything}) == 1
        and len({figure.per for figure in everything}) == 1
        and (certain or len(parts) > FEW_PARTS or any(exact(part) <= exact(total) for part in parts))
    )


def _unit(figure: Figure) -> str:
    unit = in_simplified(figure.unit or "")
    return _ALIKE.get(unit, unit)
