"""What a person should look at in a letter: numbers that do not fit each other, and damaged digits."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from reply import words
from reply.ask.captions import amounts, headings
from reply.listing import Captions, Listing, Row
from reply.model import Figure, Flag, Reply

COLUMNS = ("id", "check", "text", "remark", "start", "quote")

_RATES = ("率", "率为", "率达", "率达到")


def check(reply: Reply) -> Listing:
    """List what looks wrong; an empty list is the good answer."""
    sentences = [list(figures) for _, figures in groupby(reply.figures, lambda f: (f.section, f.quote))]
    text = reply.text
    rows: list[Row] = [row for figures in sentences for row in _of_sentence(figures, text)]
    rows += [_damaged(section.id, flag) for section in reply.sections for flag in section.flagged]
    return Listing(
        kind="check",
        columns=COLUMNS,
        rows=rows,
        value="id",
        captions=Captions(headings(reply), amounts(reply)),
        nothing=words.NOTHING_TO_CHECK,
        none_is_good=True,
    )


def _of_sentence(figures: Sequence[Figure], text: str) -> Iterator[Row]:
    yield from _ratios(figures, text)
    yield from _sums(figures, text)
    yield from _periods(figures)


def _ratios(figures: Sequence[Figure], text: str) -> Iterator[Row]:
    """Compare a rate with the two counts right before it: 25929个村…25783个,完成率99.4%."""
    for whole, part, rate in zip(figures, figures[1:], figures[2:], strict=False):
        if rate.unit != "%" or not text[part.end : rate.start].endswith(_RATES):
            continue
        listed = "、" in text[whole.end : part.start]  # one beside the other, not one of the other
        if whole.unit != part.unit or whole.per != part.per or listed:
            continue
        if not all(figure.bound == "exact" and figure.value for figure in (whole, part, rate)):
            continue
        said, counted = float(rate.value or 0), 100 * float(part.value or 0) / float(whole.value or 1)
        if abs(said - counted) > _rounding(rate.text):
            counts = {"part": part.text, "whole": whole.text, "counted": f"{counted:.2f}"}
            yield _row(rate, "rate", words.RATE_DIFFERS.format(**counts, said=rate.text))


def _sums(figures: Sequence[Figure], text: str) -> Iterator[Row]:
    """Compare a total with its parts after 其中: they may be fewer, but not more.

    Percentages of which one is more than the total are no parts of it: 配置率73.5%,其中医院100%.
    """
    for position, (total, first) in enumerate(pairwise(figures)):
        if total.high is None or "其中" not in text[total.end : first.start]:
            continue
        parts = list(_parts(figures, position, text))
        least = [part.low or 0 for part in parts]
        if len(parts) < 2 or (total.unit == "%" and max(least) > total.high):
            continue
        if sum(least) > total.high:
            listed = " + ".join(part.text for part in parts)
            yield _row(total, "sum", words.SUM_DIFFERS.format(parts=listed, total=total.text))


def _parts(figures: Sequence[Figure], position: int, text: str) -> Iterator[Figure]:
    """Yield the parts of a total: what follows it in its unit, up to a stop or to parts of a part."""
    for n in range(position + 1, len(figures)):
        between = text[figures[n - 1].end : figures[n].start]
        ends = any(mark in between for mark in (";", "；", "。")) or (n > position + 1 and "其中" in between)
        if ends or figures[n].unit != figures[position].unit:
            return
        yield figures[n]


def _periods(figures: Sequence[Figure]) -> Iterator[Row]:
    """Name a figure without a period between two that have one."""
    for earlier, figure, later in zip(figures, figures[1:], figures[2:], strict=False):
        if figure.period is None and earlier.period and later.period:
            remark = words.PERIOD_MISSING.format(earlier=earlier.period, later=later.period)
            yield _row(figure, "period", remark)


def _rounding(text: str) -> float:
    """Return half a unit of the last digit that a number shows, and a little for rounding twice."""
    digits = text.rstrip("%").partition(".")[2]
    return float(f"0.{'0' * len(digits)}55")


def _row(figure: Figure, kind: str, remark: str) -> Row:
    return {
        "id": figure.id, "check": kind, "text": figure.text, "remark": remark,
        "start": figure.start, "quote": figure.quote,
    }  # fmt: skip


def _damaged(section: str, flag: Flag) -> Row:
    return {
        "id": section, "check": "damaged", "text": flag.text, "remark": words.DIGITS_DAMAGED,
        "start": flag.start, "quote": None,
    }  # fmt: skip
