"""Where a figure stands, and what is known of it."""

from typing import NamedTuple

from reply.measure.quantity import Found
from reply.model import Basis, Status
from reply.pack.status.governing import Told
from reply.sentences import Span


class Place(NamedTuple):
    """A figure in its sentence."""

    text: str
    sentence: Span
    told: Told
    found: Found
    before: int
    """Where the figure before ends, or the sentence begins."""
    condition: bool
    """Whether it says which things are counted: 60岁以上老人."""
    per: tuple[str, ...]
    period: str | None
    written: str | None
    """The date of the letter."""
    time: int
    """Where the time stands that it is of; 0 where none stands before it."""
    outlook: bool
    """Whether its section says what comes next."""
    earlier: Status | None
    """Of the last figure of the paragraph before its sentence."""


def has_passed(period: str | None, written: str | None) -> bool:
    """Tell whether a time had passed when the letter was written."""
    last = period.rpartition("/")[2] if period else ""
    return written is not None and last[:4].isdecimal() and last < written[: len(last)]


def is_dated(status: Status, period: str, basis: Basis | None, first: Status, written: str | None) -> bool:
    """Tell whether a figure may be of a time of another clause, whose first figure has the status `first`.

    A norm holds on. It is of the year that its sentence names for what was done: 2016年投入9亿元,每村补3万元.
    It is of a time since when it is in force; but of no month, of no 去年, and of no year of a plan:
    2019年计划招聘6人,每人补助3万元. No plan is of a month that is over: 今年3月完成评审,投资1146万元.
    """
    if status == "standard":
        return ".." in period or ("-" not in period and basis == "carried" and first != "planned")
    return status == "actual" or "/" in period or "-" not in period or not has_passed(period, written)


def has_begun(period: str | None, written: str | None) -> bool:
    """Tell whether a range of years had begun when the letter was written, and was to go on."""
    first, _, last = (period or "").partition("/")
    return written is not None and first[:4].isdecimal() and first[:4] <= written[:4] < last[:4]


def is_to_come(period: str | None, written: str | None) -> bool:
    """Tell whether a time begins after the letter, or is a term that ends after it; no range of years is."""
    if period is None or written is None:
        return False
    first, _, last = period.partition("/")
    when = last if first == ".." else first
    return when[:4].isdecimal() and when > written[: len(when)]
