r"""Print how other tools read the samples beside `reply pack`: who gives the letter and nothing else.

Run it in an environment of its own, whose pip is up to date:

    python -m venv peers && peers/bin/pip install -U pip
    peers/bin/pip install '.[files]' trafilatura readability-lxml python-docx docx2python \
        'markitdown[docx,pdf]' pypdf pdfminer.six
    peers/bin/python -W ignore tools/report_files.py

A tool gives all of a letter when every line of its text (`tests/samples/text`, `apart/N.txt`) stands in what
it gives; spaces, bars and line ends do not count. It gives nothing else when no more is left over than the
marks of a table and a repeated title take. Its figures are right when what it gives, packed, has those of the
letter: value, unit, period.
"""

import io
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from reply.errors import ReplyError
from reply.pack import pack
from reply.pack.paragraphs import joined
from reply.source import File, read_source

SAMPLES = Path(__file__).parent.parent / "tests" / "samples"
LETTERS = {
    **dict.fromkeys(("01", "02", "08", "10", "15", "17", "20", "d1", "d3", "d5", "p1"), "A"),
    **dict.fromkeys(("05", "13"), "B"),
    **dict.fromkeys(("06", "p2", "p9"), "C"),
    **dict.fromkeys(("p3", "p6", "p8"), "L"),
}
"""Which letter a sample holds, by how its name begins; those of `apart` hold N."""
SPARE = 40
"""Characters that may be left over."""
_LEFT_OUT = re.compile(r"[\s|←〃#*\\-]")

Read = Callable[[bytes], str]


def ours(data: bytes) -> str:
    """Read with `reply.source`."""
    return read_source(File("sample", data)).text


def trafilatura(data: bytes) -> str:
    """Read a page with trafilatura."""
    import trafilatura as peer

    return str(peer.extract(data.decode(_charset(data)), include_tables=True) or "")


def readability(data: bytes) -> str:
    """Read a page with readability-lxml; the text of its summary."""
    from lxml import html
    from readability import Document

    tree = html.fromstring(Document(data.decode(_charset(data))).summary())
    return "\n".join(tree.itertext())


def python_docx(data: bytes) -> str:
    """Read a Word file with python-docx: paragraphs, and the rows of tables."""
    from docx import Document
    from docx.table import Table

    lines = []
    for item in Document(io.BytesIO(data)).iter_inner_content():
        rows = item.rows if isinstance(item, Table) else []
        lines += [" ".join(cell.text for cell in row.cells) for row in rows] or [getattr(item, "text", "")]
    return "\n".join(lines)


def docx2python(data: bytes) -> str:
    """Read a Word file with docx2python."""
    from docx2python import docx2python as peer

    with peer(io.BytesIO(data)) as document:
        return str(document.body_text if hasattr(document, "body_text") else document.text)


def markitdown(data: bytes) -> str:
    """Read any file with MarkItDown."""
    from markitdown import MarkItDown

    return str(MarkItDown().convert_stream(io.BytesIO(data)).text_content)


def pypdf(data: bytes) -> str:
    """Read a PDF with pypdf."""
    from pypdf import PdfReader

    return "\n".join(str(page.extract_text()) for page in PdfReader(io.BytesIO(data)).pages)


def pdfminer(data: bytes) -> str:
    """Read a PDF with pdfminer.six."""
    from pdfminer.high_level import extract_text

    return str(extract_text(io.BytesIO(data)))


PEERS: dict[str, tuple[tuple[str, Read], ...]] = {
    "html": (
        ("reply", ours),
        ("trafilatura", trafilatura),
        ("readability-lxml", readability),
        ("markitdown", markitdown),
    ),
    "docx": (
        ("reply", ours),
        ("python-docx", python_docx),
        ("docx2python", docx2python),
        ("markitdown", markitdown),
    ),
    "pdf": (("reply", ours), ("pypdf", pypdf), ("pdfminer.six", pdfminer), ("markitdown", markitdown)),
    "ofd": (("reply", ours),),
    "mhtml": (("reply", ours), ("markitdown", markitdown)),
}


def _charset(data: bytes) -> str:
    return "gb18030" if b"gb2312" in data[:500] else "utf-8"


def _bare(text: str) -> str:
    return _LEFT_OUT.sub("", unicodedata.normalize("NFKC", text))


def _figures(text: str) -> Counter[tuple[object, ...]]:
    try:
        return Counter((f.value, f.low, f.unit, f.period) for f in pack(joined(text)).figures)
    except ReplyError:
        return Counter()


def judged(text: str, letter: str) -> tuple[bool, bool, bool]:
    """Return whether a text is all of a letter, nothing else, and whether its figures come out right."""
    bare, lines = _bare(text), [_bare(line) for line in letter.splitlines() if _bare(line)]
    if bare[:1] and "类别" not in bare:  # some pages leave the grade out
        lines = [line for line in lines if not line.startswith("类别")]
    missing = [line for line in lines if line not in bare]
    spare = len(bare) - sum(map(len, lines))
    figures = _figures(text) == _figures(letter)
    return not missing, not missing and spare <= SPARE, figures


def samples(kind: str) -> list[tuple[Path, str]]:
    """Return the samples of a kind, each with the letter that it holds."""
    endings = {"html": (".html",), "mhtml": (".mht", ".mhtml")}.get(kind, (f".{kind}",))
    found = []
    for path in sorted(path for path in SAMPLES.rglob("*") if path.suffix in endings):
        name = path.name[:2]
        letter = (
            "C"
            if path.name.startswith("own_C")
            else "L"
            if path.name.startswith("own_L")
            else LETTERS.get(name)
        )
        letter = "A" if path.parent.name == "mhtml" else letter
        if path.parent.name == "apart":
            found.append((path, (SAMPLES / "apart" / "N.txt").read_text("utf-8")))
        elif letter and path.parent.name != "small":
            found.append((path, (SAMPLES / "text" / f"{letter}.txt").read_text("utf-8")))
    return found


def main() -> None:
    """Print a line for each tool and format, and with `-v` one for each sample that is not right."""
    print(f"{'format':7}{'tool':18}{'files':>6}{'all':>6}{'only':>6}{'figures':>9}")
    for kind, peers in PEERS.items():
        for name, read in peers:
            results = []
            for path, letter in samples(kind):
                try:
                    result = judged(read(path.read_bytes()), letter)
                except Exception as error:  # whatever a peer raises, it has not read the file
                    result = (False, False, False)
                    print(f"        {name} {path.name}: {error!r:.80}", file=sys.stderr)
                results.append(result)
                if "-v" in sys.argv and result != (True, True, True):
                    print(f"        {path.name}: all, only, figures: {result}")
            right = [sum(column) for column in zip(*results, strict=True)]
            print(f"{kind:7}{name:18}{len(results):>6}{right[0]:>6}{right[1]:>6}{right[2]:>9}")


if __name__ == "__main__":
    main()
