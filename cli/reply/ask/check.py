"""What a person should look at: numbers that do not fit each other, and what was not read well."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby

from reply import messages
from reply.ask.captions import amounts, headings
from reply.ask.sums import Group, exact, groups, step, written
from reply.listing import Captions, Listing, Row
from reply.measure.reading import half_width
from reply.model import Figure, Flag, Letter
from reply.script import in_simplified
from reply.telling import says_little

COLUMNS = ("id", "check", "text", "remark", "start", "quote")

HEAD = ("issuer", "date", "addressee", "subject")
"""What every letter has."""
_RATE = re.compile(r"(?P<what>[\u4e00-\u9fff]{2})率(?:为|是|达到?)?$")
_COUNTED = {"完成": ("完成", "建成"), "达标": ("达标", "符合"), "合格": ("合格",)}
"""Words of the part of which a rate is, where they are not its own: 完成率."""
_SHARES = re.compile(
    "(?:占比?|占总数|覆盖率|普及率|持证率|合格率|办结率|满意率|满意度|达标率|通畅率|治理率|入园率|参保率|签约率|建档率|知晓率)"
    "(?:为|是|达到?|的)?$"
)
"""What is never more than the whole."""
_PEOPLE = frozenset(("人", "名", "人次", "位", "户", "家", "所", "个", "辆", "台", "件", "起"))
"""Units of what is counted whole."""
_AVERAGES = re.compile("均|每|比|率|比例|平均|密度|指数|拥有")
_YEARS = range(1900, 2101)
_BACK = 20
"""Characters before a number that are read."""


def check(letter: Letter) -> Listing:
    """List what looks wrong; an empty list is the good answer. It speaks only when it is sure."""
    figures = letter.figures
    text = in_simplified(half_width(letter.text))
    rows: list[Row] = list(_head(letter))
    for _, section in groupby(figures, lambda figure: figure.section):
        together = list(section)
        rows += [_sum(group) for group in groups(together, text) if group.differs()]
        rows += _ratios(together, text)
        rows += [row for figure in together for row in _alone(figure, text)]
    rows += [_damaged(section.id, flag) for section in letter.sections for flag in section.flagged]
    return Listing(
        kind="check",
        columns=COLUMNS,
        rows=rows,
        value="id",
        captions=Captions(headings(letter), amounts(letter.figures)),
        nothing=messages.NOTHING_TO_CHECK,
        none_is_good=True,
    )


def _head(letter: Letter) -> Iterator[Row]:
    """Name what the letter has not, or what was not found in it."""
    missing = [key for key in HEAD if getattr(letter, key) is None]
    if missing:
        remark = messages.HEAD_MISSING.format(
            keys=messages.listed(messages.COLUMN_NAMES[key] for key in missing)
        )
        section = letter.sections[0]
        yield {
            "id": section.id, "check": "head", "text": messages.listed(missing), "remark": remark,
            "start": section.start, "quote": None,
        }  # fmt: skip


def _sum(group: Group) -> Row:
    total = group.total
    parts = " + ".join(part.text for part in group.parts)
    counted = written(sum(map(exact, group.parts), Fraction(0)), like=total)
    return _row(total, "sum", messages.SUM_DIFFERS.format(parts=parts, sum=counted, total=total.text))


def _ratios(figures: Sequence[Figure], text: str) -> Iterator[Row]:
    """Compare a rate with the two counts right before it: 25929个村…完成25783个,完成率99.4%."""
    for whole, part, rate in zip(figures, figures[1:], figures[2:], strict=False):
        if rate.unit != "%" or not (whole.quote == part.quote == rate.quote):
            continue
        said = text[max(part.end, rate.start - _BACK) : rate.start]
        named, between = _RATE.search(said), text[whole.end : part.start]
        if named is None or "、" in between or rate.start - part.end > _BACK:
            continue
        of_part = between + text[part.end : part.end + 8].partition(",")[0]
        if not any(word in of_part for word in _COUNTED.get(named["what"], (named["what"],))):
            continue
        three = (whole, part, rate)
        alike = whole.unit == part.unit and whole.per == part.per and len({f.status for f in three}) == 1
        certain = all(figure.bound == "exact" and figure.value for figure in three)
        if not (alike and certain) or exact(part) > exact(whole):
            continue
        counted = 100 * exact(part) / exact(whole)
        if abs(exact(rate) - counted) > step(rate) * Fraction(11, 20):
            counts = {"part": part.text, "whole": whole.text, "counted": f"{float(counted):.2f}"}
            yield _row(rate, "rate", messages.RATE_DIFFERS.format(**counts, said=rate.text))


def _alone(figure: Figure, text: str) -> Iterator[Row]:
    """Name what is wrong with a figure by itself."""
    before = text[max(figure.start - _BACK, 0) : figure.start]
    value = figure.value if figure.value is not None else 0
    if figure.unit == "%" and value > 100 and _SHARES.search(before) and "毛" not in before:
        yield _row(figure, "share", messages.SHARE_TOO_LARGE)
    decimals = figure.value is not None and exact(figure).denominator != 1
    if decimals and figure.unit in _PEOPLE and not figure.per and not _AVERAGES.search(before):
        yield _row(figure, "count", messages.COUNT_NOT_WHOLE.format(unit=figure.unit))
    counted = figure.unit == "年" and value >= _YEARS[0] and value not in _YEARS
    dated = re.match(r"\d{4}", figure.period or "")
    if counted or (dated and int(dated[0]) not in _YEARS):
        yield _row(figure, "year", messages.NO_YEAR)
    if "label" not in figure.corrected and says_little(in_simplified(figure.label)):
        yield _row(figure, "label", messages.LABEL_SHORT.format(label=figure.label))


def _row(figure: Figure, kind: str, remark: str) -> Row:
    return {
        "id": figure.id, "check": kind, "text": figure.text, "remark": remark,
        "start": figure.start, "quote": figure.quote,
    }  # fmt: skip


def _damaged(section: str, flag: Flag) -> Row:
    return {
        "id": section, "check": "damaged", "text": flag.text, "remark": messages.DIGITS_DAMAGED,
        "start": flag.start, "quote": None,
    }  # fmt: skip
