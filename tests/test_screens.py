"""What terminals of five widths show, to the letter; and that no width breaks an amount, an id, a unit or a date.

After a change that is wanted: `python tools/screens.py`, and look at the difference.
"""

import sys
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from reply.ask import check, citations, figures, find, head, sections
from reply.ask.question import Question
from reply.ask.several import ask
from reply.errors import ReplyError
from reply.listing import Listing
from reply.model import Letter
from reply.output import table
from reply.pack import pack

if sys.platform == "win32":
    pytest.skip("needs a pty", allow_module_level=True)

import screens as tool


@pytest.fixture(scope="module", params=tool.LANGUAGES)
def drawings(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return what the terminals show in a language, by the names of the files."""
    folder = tmp_path_factory.mktemp("screens")
    tool.pack(folder)
    return tool.drawings(request.param, folder)


@pytest.mark.parametrize("width", tool.WIDTHS)
def test_the_screens_are_as_they_were_looked_at(drawings: dict[str, str], width: int) -> None:
    of_width = {name: drawn for name, drawn in drawings.items() if f"-{width}-" in name}
    assert len(of_width) == 3
    for name, drawn in of_width.items():
        assert drawn == (tool.SCREENS / name).read_text("utf-8"), name
        assert [line for line in drawn.splitlines() if cell_len(line) > width and line[:1] != "$"] == []


def test_a_collection_shows_what_a_folder_of_the_same_letters_shows(drawings: dict[str, str]) -> None:
    for name, drawn in drawings.items():
        if name.startswith("five"):
            beside = drawings[name.replace("five", "collection")]
            assert drawn == beside.replace("--from letters.db", "--from letters")


RIGID = {
    "figures": ("id", "text", "period"),
    "citations": ("id", "number"),
    "find": ("section", "figures"),
    "check": ("id",),
    "info": ("date", "figures"),
}
"""Keys of what is never broken, of what a table shows of each kind."""
ALL_RIGID = ("id", "section", "text", "value", "low", "high", "unit", "bound", "period", "start", "end")

UNITS = ["元", "万元", "亿元", "平方米", "人次", "%", "个", "公里", "立方米"]
AMOUNTS = st.builds(
    "{}{}{}".format,
    st.sampled_from(["", "约", "不少于", "超过", "近"]),
    st.integers(1, 10**9),
    st.sampled_from(UNITS),
)
SENTENCES = st.builds(
    "{}年,全{}{}{}。".format,
    st.integers(2001, 2017),
    st.sampled_from(["市", "省各级财政每年", "县社区居家养老服务中心和日间照料中心"]),
    st.sampled_from(["投入", "建成社区养老服务设施", "安排每个行政村公共服务平台建设补助资金"]),
    AMOUNTS,
)
NAMES = st.text("市民政局关于第号提案答复的函0123456789_〔〕", min_size=1, max_size=60)


def _letter(name: str | None, sentences: Sequence[str]) -> Letter:
    text = "".join(f"{sentence}\n" for sentence in sentences)
    return pack(f"一、关于养老\n{text}根据《社区养老服务办法》(民发〔2016〕46号)办理。\n")._replace(name=name)


@settings(max_examples=60)
@given(
    st.lists(st.lists(SENTENCES, min_size=1, max_size=3), min_size=1, max_size=4),
    st.lists(NAMES, min_size=4, max_size=4, unique=True),
    st.integers(20, 130),
    st.booleans(),
)
def test_no_amount_id_unit_or_date_is_broken_at_any_width(
    texts: list[list[str]], names: list[str], width: int, chosen: bool
) -> None:
    own = [None] if len(texts) == 1 else names
    letters = [_letter(name, sentences) for name, sentences in zip(own, texts, strict=False)]
    questions: list[Question] = [
        figures.question(figures.Filters()), citations.question(), find.question("养老"),
        Question(check.check), Question(head.summary if len(texts) > 1 else head.info), sections.question(""),
    ]  # fmt: skip
    for question in questions:
        try:
            listing = ask(letters, question.ask)
        except ReplyError:
            continue
        listing = listing._replace(rows=list(listing.rows), chosen=chosen and listing.kind == "figures")
        screen = _drawn(listing, width)
        assert all(cell_len(line) <= width for line in screen.splitlines())
        for row in listing.rows:
            keys = ALL_RIGID if listing.chosen else RIGID.get(listing.kind, ("id",))
            for word in _rigid(row, keys):
                if cell_len(word) <= width:
                    assert word in screen, (listing.kind, width, word)


def _drawn(listing: Listing, width: int) -> str:
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("COLUMNS", str(width))
        return table.render(listing, header=True)


def _rigid(row: Mapping[str, Any], keys: Sequence[str]) -> list[str]:
    """Return the words of a row that must not be broken; ids as they are under the name of their letter."""
    words = []
    for key in keys:
        cell = row[key]
        several = cell if isinstance(cell, list | tuple) else [] if cell is None else [cell]
        words += [str(one).removeprefix(f"{row.get('letter')}:") for one in several]
    return words
