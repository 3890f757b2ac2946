"""Print how the time of every piece of work grows with its input: seconds over doublings, by hostile text.

python tools/growth.py
python tools/growth.py --works find figures --to 1000000 --seconds 20

A line ends where one run takes longer than --seconds. What is quadratic takes four times as long for each
doubling; such a line is marked with !.
"""

import argparse
import io
import time
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise

from reply.ask.check import check
from reply.ask.citations import citations
from reply.ask.figures import Filters, figures
from reply.ask.find import find
from reply.ask.head import info
from reply.ask.sections import read
from reply.errors import ReplyError
from reply.model import Letter
from reply.output.csv import render
from reply.pack import pack
from reply.pack.paragraphs import joined
from reply.shelf.schema import rows_of
from reply.source import File, read_source
from reply.store.reader import parse
from reply.store.writer import dump

PATTERNS = {
    "prose": "我县高度重视养老服务工作，取得了较好的成效。",
    "one sentence": "2018年投入500万元,",
    "sentences": "2018年投入500万元。",
    "lines": "2018年投入养老资金500万元\n",
    "of which": "50%,其中5个、",
    "per": "每村每年补助5万元，",
    "numbers": "1.",
    "numerals": "三百五十",
    "colours": "\x1b[31m",
    "brackets": "(《〔",
    "closing": "《5》)】",
    "titles": "《养老办法》(国发〔2015〕17号)、",
    "headings": "一、养老\n(一)服务\n",
    "words": "养老 服务 ",
    "spaces": "5 　 ",
    "table": "| 5 | 养老(万元) |\n",
    "sounds": "羊老扬劳",
}
"""What a text is that repeats; each was slow once, or might be."""
WORD = "养老"

Work = Callable[[], object]


def _of_text(work: Callable[[str], object]) -> Callable[[str], Work]:
    return lambda text: partial(work, text)


def _of_letter(work: Callable[[Letter], object]) -> Callable[[str], Work]:
    def prepared(text: str) -> Work:
        return partial(work, pack(text))

    return prepared


def _of_file(name: str, made: Callable[[str], bytes]) -> Callable[[str], Work]:
    def prepared(text: str) -> Work:
        data = made(text)

        def work() -> object:
            try:
                return read_source(File(name, data))
            except ReplyError:
                return None

        return work

    return prepared


def _page(text: str) -> bytes:
    return f"<!doctype html><meta charset=utf-8><body><p>{text.replace(chr(10), '<p>')}".encode()


def _tags(text: str) -> bytes:
    return f"<!doctype html><meta charset=utf-8><body>{'<' * len(text)}养老服务".encode()


def _nested(text: str) -> bytes:
    return (
        f"<!doctype html><meta charset=utf-8><body>{'<div><table><tr><td>' * (len(text) // 20)}养老".encode()
    )


def _docx(text: str) -> bytes:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    shown = "".join(c for c in text if c >= " " or c == "\n").replace("&", "").replace("<", "")
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in shown.split("\n"))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "word/document.xml", f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'
        )
    return file.getvalue()


WORKS: dict[str, Callable[[str], Work]] = {
    "pack": _of_text(pack),
    "joined": _of_text(joined),
    "dump": _of_letter(dump),
    "parse": lambda text: partial(parse, dump(pack(text)), "x"),
    "rows": _of_letter(rows_of),
    "find": _of_letter(lambda letter: find(letter, WORD)),
    "find none": _of_letter(lambda letter: find(letter, "高铁站台")),
    "figures": _of_letter(lambda letter: figures(letter, Filters((WORD,)))),
    "figures none": _of_letter(lambda letter: figures(letter, Filters(("高铁站台",)))),
    "figures unit": _of_letter(lambda letter: _tried(lambda: figures(letter, Filters(units=("个",))))),
    "section": _of_letter(lambda letter: _tried(lambda: read(letter, WORD))),
    "citations": _of_letter(lambda letter: citations(letter, WORD)),
    "check": _of_letter(check),
    "info": _of_letter(info),
    "csv": _of_letter(lambda letter: list(render(figures(letter, Filters()), True))),
    "page": _of_file("x.html", _page),
    "page of tags": _of_file("x.html", _tags),
    "page of boxes": _of_file("x.html", _nested),
    "docx": _of_file("x.docx", _docx),
}
"""What is done with a text; what is needed for it, such as packing, is done before the clock starts."""


def _tried(work: Work) -> object:
    try:
        return work()
    except ReplyError:
        return None


def repeated(pattern: str, length: int) -> str:
    """Return a text of about so many characters."""
    return pattern * max(length // len(pattern), 1)


def seconds(work: str, pattern: str, length: int, runs: int = 1) -> float:
    """Return the least time of the processor that a piece of work took."""
    done = WORKS[work](repeated(PATTERNS[pattern], length))
    times = []
    for _ in range(runs):
        started = time.process_time()
        done()
        times.append(time.process_time() - started)
    return min(times)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--works", nargs="+", choices=list(WORKS), default=list(WORKS))
    parser.add_argument("--patterns", nargs="+", choices=list(PATTERNS), default=list(PATTERNS))
    parser.add_argument("--to", type=int, default=1_300_000, help="characters; 1,300,000 are 4 MB of Chinese")
    parser.add_argument("--seconds", type=float, default=10)
    asked = parser.parse_args()
    lengths = list(_doublings(20_000, asked.to))
    print(f"{'':30}" + "".join(f"{length // 1000:>7}k" for length in lengths))
    for work in asked.works:
        for pattern in asked.patterns:
            print_line(work, pattern, lengths, asked.seconds)


def print_line(work: str, pattern: str, lengths: list[int], most: float) -> None:
    """Print the seconds of a piece of work with a pattern."""
    times: list[float] = []
    started = time.process_time()
    for length in lengths:
        times.append(seconds(work, pattern, length))
        if time.process_time() - started > most:
            break
    slow = [late / early for early, late in pairwise(times) if early > 0.1]
    mark = " !" if len(slow) > 1 and min(slow[-2:]) > 3 else ""
    print(f"{work:14}{pattern:16}" + "".join(f"{spent:8.3f}" for spent in times) + mark, flush=True)


def _doublings(first: int, last: int) -> Iterator[int]:
    while first <= last:
        yield first
        first *= 2


if __name__ == "__main__":
    main()
