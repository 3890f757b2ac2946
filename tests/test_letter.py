"""The packaged letter against its source, by program."""

import hashlib
import re
from pathlib import Path

import pytest
import tomli

from reply import load
from reply.model import Figure, Letter

HAND_READ = tomli.loads((Path(__file__).parent / "data" / "figures.toml").read_text("utf-8"))["figures"]

# What digits may be when they count nothing. A run is accounted for by the first pattern around it.
NOT_FIGURES = {
    "document number": r"〔[0-9]{4}〕[0-9]+号",
    "date": r"[0-9]{4}年[0-9]{1,2}月([0-9]{1,2}日|底)?",
    "year": r"[0-9]{4}年",
}


@pytest.fixture(scope="module")
def letter() -> Letter:
    return load()


def unaccounted(text: str, figures: list[Figure]) -> list[str]:
    """Return the digit runs that are neither in a figure nor a date, a year or a document number."""
    covered = {offset for figure in figures for offset in range(figure.start, figure.end)}
    for pattern in NOT_FIGURES.values():
        for match in re.finditer(pattern, text):
            covered |= set(range(*match.span()))
    return [run[0] for run in re.finditer(r"[0-9]+", text) if run.start() not in covered]


def test_the_letter_is_its_source_byte_for_byte(letter: Letter, source: str) -> None:
    digest = "6f780b1b4792532ea9ccad4cee369d2e0ee11d3c4d69fdb4de59f89fd18dfb91"
    assert hashlib.sha256(source.encode()).hexdigest() == digest
    assert letter.text == source


def test_every_digit_is_in_a_figure_or_a_date_a_year_or_a_document_number(
    letter: Letter, source: str
) -> None:
    assert unaccounted(source, list(letter.figures)) == []


@pytest.mark.parametrize("position", range(len(HAND_READ)))
def test_the_digit_test_notices_each_missing_figure(letter: Letter, source: str, position: int) -> None:
    figures = list(letter.figures)
    missing = figures.pop(position)
    digits = re.findall(r"[0-9]+", missing.text)
    assert unaccounted(source, figures) == digits


def test_there_are_as_many_figures_as_were_read_by_hand(letter: Letter) -> None:
    assert [figure.text for figure in letter.figures] == [expected["text"] for expected in HAND_READ]


@pytest.mark.parametrize("position", range(len(HAND_READ)))
def test_each_figure_is_what_was_read_by_hand(letter: Letter, position: int) -> None:
    figure, expected = list(letter.figures)[position], HAND_READ[position]
    read = {
        name: getattr(figure, name)
        for name in ("text", "value", "low", "high", "unit", "bound", "period", "basis", "per", "status")
        if getattr(figure, name) not in (None, ())
    }
    assert read == {**expected, **({"per": tuple(expected["per"])} if "per" in expected else {})}


def test_figures_stand_where_they_say(letter: Letter, source: str) -> None:
    for figure in letter.figures:
        assert source[figure.start : figure.end] == figure.text
        section = letter.section(figure.section)
        assert section.start <= figure.start
        assert figure.end <= section.end
        assert figure.text in figure.quote
        assert figure.quote in source


def test_figures_are_numbered_in_the_order_of_their_section(letter: Letter) -> None:
    for section in letter.sections:
        assert [figure.id for figure in section.figures] == [
            f"{section.id}-{ordinal}" for ordinal in range(1, len(section.figures) + 1)
        ]
        starts = [figure.start for figure in section.figures]
        assert starts == sorted(starts)


def test_a_quote_is_one_whole_sentence(letter: Letter, source: str) -> None:
    for figure in letter.figures:
        assert figure.quote.endswith("。")
        assert not re.search(r"[。\n]", figure.quote[:-1])
        assert source[source.index(figure.quote) - 1] in "。\n"


def test_labels_are_words_without_the_number_itself(letter: Letter) -> None:
    labels = [figure.label for figure in letter.figures]
    assert len(set(labels)) == len(labels)
    for figure in letter.figures:
        assert len(figure.label) >= 4
        assert figure.text not in figure.label


def test_every_title_in_book_marks_is_cited_once_for_each_mention(letter: Letter, source: str) -> None:
    mentions = re.findall(r"《([^《》]*)》", source)
    assert [citation.title for citation in letter.citations if citation.title] == mentions
    assert len(mentions) == 18


def test_a_title_within_a_title_counts_once(letter: Letter) -> None:
    nested = [citation for citation in letter.citations if citation.title and "<" in citation.title]
    assert [citation.number for citation in nested] == ["粤府办〔2016〕19号"]


def test_citations_have_the_document_numbers_of_the_letter(letter: Letter) -> None:
    assert [c.number for c in letter.citations if c.number] == [
        "粤办发〔2017〕14号",
        "民发〔2013〕170号",
        "粤府办〔2016〕19号",
    ]
    assert [c.title for c in letter.citations if c.number == "民发〔2013〕170号"] == [None]


def test_citations_stand_where_they_say(letter: Letter, source: str) -> None:
    for citation in letter.citations:
        assert source[citation.start : citation.end] == citation.text
        assert citation.title is None or f"《{citation.title}》" in citation.text
        assert citation.text in citation.quote


def test_sections_follow_each_other_without_a_gap(letter: Letter, source: str) -> None:
    position = 0
    for section in letter.sections:
        assert section.start == position
        assert source[section.start : section.end] == section.text
        position = section.end
    assert position == len(source)


def test_the_outline_is_that_of_the_letter(letter: Letter) -> None:
    assert [section.id for section in letter.sections] == (
        [
            "opening",
            "1",
            "1.1",
            "1.2",
            "1.3",
            "2",
            "2.1",
            "2.2",
            "2.3",
            "3",
            "3.1",
            "3.2",
            "outlook",
            "closing",
            "residue",
        ]
    )
    assert [s.parent for s in letter.sections if s.parent] == ["1", "1", "1", "2", "2", "2", "3", "3"]
    for section in letter.sections:
        assert section.heading is None or section.text.startswith(section.heading)
        assert section.title is None or str(section.heading).endswith(section.title)


def test_the_head_is_what_the_letter_says(letter: Letter, source: str) -> None:
    assert letter.number in source.splitlines()
    assert f"({letter.grade})" in source.splitlines()
    assert f"{letter.addressee}:" in source.splitlines()
    assert f"您提出的{letter.subject}收悉" in source
    assert letter.issuer in source.splitlines()
    assert letter.date == "2017-06-06"
    assert "2017年6月6日" in source.splitlines()
