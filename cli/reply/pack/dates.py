"""The letter's own date."""

import re
from datetime import date

from reply.measure.numeral import whole_number

_ZEROS = str.maketrans("OoＯｏ0０○零", "〇〇〇〇〇〇〇〇")
_NUMERALS = "一二三四五六七八九十"
_CHINESE_DATE = re.compile(
    rf"((?:[〇{_NUMERALS[:9]}]\s*){{4}})年\s*([{_NUMERALS}]{{1,3}})\s*月\s*([{_NUMERALS}]{{1,3}})\s*日$"
)
_DATE = re.compile(r"(?<!\d)([12]\d{3})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日$")


def split_date(line: str) -> tuple[str, str | None]:
    """Return what stands before the date at the end of a line in half width, and the date in ISO 8601.

    It is written 2017年6月6日, 二〇一七年六月六日 or 二OO七年十月八日, mostly alone.
    """
    line = line.strip()
    if not line.endswith("日"):
        return line, None
    if match := _DATE.search(line):
        return line[: match.start()].rstrip(), _iso(*map(int, match.groups()))
    if match := _CHINESE_DATE.search(line.translate(_ZEROS)):
        numbers = [whole_number("".join(part.split())) for part in match.groups()]
        return line[: match.start()].rstrip(), _iso(*numbers)
    return line, None


def _iso(year: int | None, month: int | None, day: int | None) -> str | None:
    """Return a date in ISO 8601; None where there is no such day, or one of its numbers is none: 十十月."""
    if year is None or month is None or day is None:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
