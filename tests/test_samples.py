"""The same letters in every format give the same figures and the same head."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reply.batch.work import Packed, Task, pack_file
from reply.errors import ReplyError
from reply.model import Letter
from reply.source import File, read_source
from reply.source.formats import READERS
from reply.store.reader import parse

SAMPLES = Path(__file__).parent / "samples"
LETTERS = {
    "A": ("html/01*", "html/02*", "html/08*", "html/10*", "html/15*", "html/17*", "html/20*", "mhtml/page*", "docx/d1*", "docx/d3*", "docx/d5*", "pdf/p1*"),
    "B": ("html/05*", "html/13*"),
    "C": ("html/06*", "docx/p2*", "pdf/p2*", "pdf/p9*", "ofd/own_C*"),
    "L": ("docx/p3*", "pdf/p6*", "pdf/p8*", "ofd/own_L*"),
}  # fmt: skip
PAIRS = [
    (letter, path)
    for letter, names in LETTERS.items()
    for name in names
    for path in sorted(SAMPLES.glob(name))
]
APART = sorted((SAMPLES / "apart").glob("*_*"))


READS = {"html": "page"}
"""The name of the reader of a folder, where it is not that of the folder."""


@pytest.mark.parametrize("path", dict.fromkeys(path for _, path in PAIRS), ids=lambda path: str(path.name))
def test_a_sample_is_read_by_the_reader_of_its_folder(path: Path) -> None:
    """The reader of texts takes whatever no other knows: without this one a sample might be read by it."""
    reader = next(reader for reader in READERS if reader.detects(path.read_bytes()))
    assert (reader.name, path.suffix in reader.endings) == (
        READS.get(path.parent.name, path.parent.name),
        True,
    )


def packed(path: Path) -> Packed:
    return pack_file(Task(str(path)))


def letter_of(path: Path) -> Letter:
    result = packed(path)
    assert result.problem == ""
    return parse(result.toml, path.name)


def plain(text: str | None) -> str:
    return "".join(unicodedata.normalize("NFKC", text or "").split())


def reading(letter: Letter) -> tuple[list[str], tuple[str, ...]]:
    figures = sorted(
        str((plain(f.text), f.value, f.low, f.high, f.unit, f.bound, f.period)) for f in letter.figures
    )
    head = tuple(plain(getattr(letter, key)) for key in ("number", "grade", "addressee", "issuer", "date"))
    return figures, head


@pytest.mark.parametrize(("letter", "path"), PAIRS, ids=[path.name for _, path in PAIRS])
def test_a_letter_is_the_same_in_every_format(letter: str, path: Path) -> None:
    figures, head = reading(letter_of(SAMPLES / "text" / f"{letter}.txt"))
    got, got_head = reading(letter_of(path))
    assert got == figures
    no_grade = path.name.startswith(("02", "08"))  # these pages have none
    assert got_head[0] == head[0]
    assert no_grade or got_head[1] == head[1]
    assert got_head[2:] == head[2:]


@pytest.mark.parametrize("path", APART, ids=[path.name for path in APART])
def test_so_is_the_letter_that_was_kept_apart(path: Path) -> None:
    assert reading(letter_of(path)) == reading(letter_of(SAMPLES / "apart" / "N.txt"))


def test_every_sample_is_judged() -> None:
    judged = {*(path for _, path in PAIRS)} | {
        SAMPLES / "html" / name for name in ("21_ol.html", "22_sup.html")
    }
    others = {"text", "small", "apart"}  # what they must say, single traits, and what was kept apart
    assert {path for path in SAMPLES.glob("*/*") if path.parent.name not in others} == judged


@pytest.mark.parametrize(
    ("name", "figures"),
    [
        ("html/21_ol.html", ["3260.5万元", "613名"]),
        ("small/hidden.html", ["300万元"]),
        ("small/footphone.html", ["300万元"]),
        ("small/metanum.html", ["300万元"]),
        ("small/pre.html", ["300万元"]),
        ("small/wrapsrc.html", ["300万元", "12所", "60%"]),
        ("small/kangxi.txt", ["3260.5万元", "1.9万人", "12所", "68.4%", "613人"]),
    ],
)
def test_what_a_difficulty_leaves(name: str, figures: list[str]) -> None:
    assert [figure.text for figure in letter_of(SAMPLES / name).figures] == figures


def test_numbers_of_a_list_make_the_sections() -> None:
    letter = letter_of(SAMPLES / "html" / "21_ol.html")
    assert [section.id for section in letter.sections] == ["opening", "1", "2", "closing"]


def test_a_document_number_in_the_metadata_is_the_letters_own() -> None:
    letter = letter_of(SAMPLES / "small" / "metanum.html")
    assert (letter.number, list(letter.citations)) == ("云溪民函〔2021〕36号", [])


def test_the_source_is_the_address_of_a_page_or_the_file() -> None:
    assert (
        letter_of(SAMPLES / "html" / "15_pre.html").source
        == "http://www.yunxi.gov.cn/mzj/zwgk/t20210910_12345.html"
    )
    assert letter_of(SAMPLES / "docx" / "d1_A_autonum.docx").source == "d1_A_autonum.docx"


@given(st.data())
def test_whatever_is_damaged_is_read_or_refused_in_a_sentence(data: st.DataObject) -> None:
    path = data.draw(
        st.sampled_from(sorted(path for path in SAMPLES.glob("*/*") if path.parent.name != "text"))
    )
    content = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, max(len(content) - 1, 0)))
        length = data.draw(st.integers(0, 200))
        content[at : at + length] = data.draw(st.binary(max_size=20))
    try:
        said = ""
        text = read_source(File(path.name, bytes(content))).text
    except ReplyError as refused:
        said, text = str(refused), ""
    assert said.startswith(f"{path.name}: ") or text.strip()
