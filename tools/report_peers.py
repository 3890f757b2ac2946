"""Print how other tools read the figures of the test letters, and how long JioNLP takes beside packing.

Run it in an environment of its own:

    python -m venv peers
    peers/bin/pip install . jionlp==1.5.31 'emoji<2' recognizers-text-suite chinese2digits
    peers/bin/python -W ignore tools/report_peers.py

A tool is given each letter whole. A figure counts as read when the tool finds a number that ends where the
figure's digits and multiplier end, or spans them; what it finds elsewhere is no figure.
"""

import logging
import re
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from pack_letters import Expected, read_marked

from reply.pack import pack


class Read(NamedTuple):
    """What a tool found: where, which value, which unit, which qualifier; None where it does not say."""

    start: int
    end: int
    value: float | None
    unit: str | None = None
    bound: str | None = None


Reader = Callable[[str], Iterator[Read]]


def ours(text: str) -> Iterator[Read]:
    """Read with `reply pack`."""
    for figure in pack(text).figures:
        value = figure.value if figure.value is not None else figure.high
        yield Read(figure.start, figure.end, float(value or 0), figure.unit, figure.bound)


def digits(text: str) -> Iterator[Read]:
    r"""Read with the regular expression \d+."""
    for match in re.finditer(r"\d+", text):
        yield Read(match.start(), match.end(), float(match[0]))


def jionlp(text: str) -> Iterator[Read]:
    """Read sums of money with JioNLP."""
    from jionlp import ner

    for money in ner.extract_money(text, with_parsing=True):
        number = money["detail"]["num"]
        first = number[0] if isinstance(number, list) else number
        bound = {"accurate": "exact", "blur": "over"}.get(money["detail"]["definition"])
        start, end = money["offset"]
        yield Read(start, end, float(first), money["detail"]["case"], bound)


def recognizers(text: str) -> Iterator[Read]:
    """Read numbers, sums and measures with Recognizers-Text."""
    from recognizers_number import recognize_number
    from recognizers_number_with_unit import recognize_currency, recognize_dimension
    from recognizers_text import Culture

    units = {"Chinese yuan": "元", "Kilometer": "公里", "Square meter": "平方米", "Meter": "米", "Ton": "吨"}
    measured = [*recognize_currency(text, Culture.Chinese), *recognize_dimension(text, Culture.Chinese)]
    for result in measured:
        unit = str(result.resolution.get("unit"))
        yield Read(result.start, result.end + 1, _number(result.resolution["value"]), units.get(unit, unit))
    spans = [(result.start, result.end) for result in measured]
    for result in recognize_number(text, Culture.Chinese):
        if not any(start <= result.start <= end for start, end in spans):
            yield Read(result.start, result.end + 1, _number(result.resolution["value"]))


def chinese2digits(text: str) -> Iterator[Read]:
    """Read numbers with chinese2digits, which says no places: they are looked for from left to right."""
    import chinese2digits

    found = chinese2digits.takeNumberFromString(text)
    position = 0
    for written, value in zip(found["CHNumberStringList"], found["digitsStringList"], strict=True):
        start = text.find(written, position)
        if start >= 0:
            position = start + len(written)
            yield Read(start, position, _number(value))


def _number(value: object) -> float | None:
    try:
        return float(str(value).rstrip("%"))
    except ValueError:
        return None


def judge(reader: Reader, half: str) -> tuple[int, int, int, int, int, int]:
    """Count figures, right values, those with right units, qualified ones, right qualifiers, false finds."""
    total = values = units = qualified = qualifiers = false = 0
    for letter in read_marked(half):
        found = list(reader(letter.text))
        used: set[int] = set()
        for expected in letter.figures:
            hit = next((n for n, read in enumerate(found) if n not in used and _same(read, expected)), None)
            total += 1
            qualified += expected.bound not in ("exact", "range")
            if hit is None:
                continue
            used.add(hit)
            read = found[hit]
            right = read.value == float(expected.value.rpartition("..")[2])
            values += right
            units += right and read.unit == expected.unit
            qualifiers += expected.bound not in ("exact", "range") and read.bound == expected.bound
        spans = [(e.start, e.start + len(e.text)) for e in letter.figures]
        false += sum(not any(read.start < end and start < read.end for start, end in spans) for read in found)
    return total, values, units, qualified, qualifiers, false


_IN_NUMBERS = frozenset("0123456789０１２３４５６７８９〇零一二两三四五六七八九十百千万亿半番成")


def _same(read: Read, expected: Expected) -> bool:
    end = expected.start + len(expected.text)
    last_digit = max(
        at for at in range(expected.start, end) if expected.text[at - expected.start] in _IN_NUMBERS
    )
    return read.start <= last_digit < read.end and read.start >= expected.start - 1


def main() -> None:
    """Print the table and the times."""
    readers = {
        "reply pack": ours, r"\d+": digits, "JioNLP money": jionlp, "Recognizers-Text": recognizers,
        "chinese2digits": chinese2digits,
    }  # fmt: skip
    print(f"{'':18} {'half':7} {'figures':>8} {'value':>7} {'+unit':>7} {'qualifier':>10} {'false':>6}")
    for name, reader in readers.items():
        for half in ("tune", "report"):
            total, values, units, qualified, qualifiers, false = judge(reader, half)
            print(
                f"{name:18} {half:7} {total:8} {values:7} {units:7} {qualifiers:>6}/{qualified:<3} {false:6}"
            )
    print_times()


def print_times() -> None:
    """Print the seconds of packing and of JioNLP's money and time, for short letters and a long one."""
    from jionlp import ner

    logging.disable()  # it logs what it cannot parse
    short = [letter.text for half in ("tune", "report") for letter in read_marked(half)]
    long = [(Path(__file__).parents[1] / "tests/data/letter.txt").read_text(encoding="utf-8")]
    for name, texts in (("test letters", short), ("packaged letter", long)):
        packing, extracting = _seconds(
            texts, pack, lambda t: (ner.extract_money(t, with_parsing=True), ner.extract_time(t))
        )
        print(
            f"{name}: packing {packing * 1000:.1f} ms; JioNLP's money and time {extracting * 1000:.1f} ms",
            end="",
        )
        print(f", {extracting / packing:.1f} times as long")


def _seconds(texts: list[str], *works: Callable[[str], object]) -> list[float]:
    """Return the middle of eleven times for each work; they take turns, after a round that loads things."""
    rounds = [[_time(work, texts) for work in works] for _ in range(12)]
    return [statistics.median(times) for times in zip(*rounds[1:], strict=True)]


def _time(work: Callable[[str], object], texts: list[str]) -> float:
    start = time.perf_counter()
    for text in texts:
        work(text)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
