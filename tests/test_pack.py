"""A published text becomes a letter: nothing lost, nothing guessed, figures as a person reads them."""

import io
import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pack_letters import read_marked
from report_pack import HEAD, checks, shares

from reply import load
from reply.batch.keep import keep_corrections
from reply.errors import ReplyError
from reply.measure.quantity import parse_quantity
from reply.measure.reading import half_width
from reply.model import Figure
from reply.pack import pack
from reply.pack.letter import account
from reply.store.reader import parse
from reply.store.writer import dump

MISSED = {"tune": {"per": 3}, "report": {"period": 2, "basis": 1, "label": 2}}
"""How many of each measure were wrong at best; of all others none. What is reached is what is held."""


@pytest.mark.parametrize("half", MISSED)
def test_letters_of_the_genre_are_read_as_well_as_they_ever_were(half: str) -> None:
    found = shares(half)
    assert {f"head {key}" for key in HEAD} | {"figure recall", "figure precision", "period"} <= set(found)
    wrong = {measure: of - right for measure, (right, of) in found.items() if right < of}
    more = {measure: count for measure, count in wrong.items() if count > MISSED[half].get(measure, 0)}
    assert more == {}


@pytest.mark.parametrize("half", ["tune", "report"])
def test_a_half_holds_enough_to_judge_by(half: str) -> None:
    letters = read_marked(half)
    figures = [figure for letter in letters for figure in letter.figures]
    assert len(letters) >= 20
    assert len(figures) >= 120
    assert len({figure.unit for figure in figures}) >= 35


def test_the_judge_notices_a_figure_that_is_read_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("report_pack.pack", lambda text: pack(text.replace("万", "亿")))
    assert any(not check.right for check in checks("tune") if check.measure == "figure recall")


def test_the_packaged_letter_is_its_source_packed_and_corrected(source: str) -> None:
    packed, letter = pack(source), load()
    assert dump(keep_corrections(packed, letter).letter) == dump(letter)
    corrected = {figure.id: figure.corrected for figure in letter.figures}
    for figure, ours in zip(packed.figures, letter.figures, strict=True):
        unchanged = figure._replace(label="", corrected=())
        assert unchanged == ours._replace(label="", corrected=())
        assert (figure.label == ours.label) != (corrected[figure.id] == ("label",))


def test_a_letter_that_has_nothing_gets_nothing() -> None:
    reply = pack("喂")
    assert [section.id for section in reply.sections] == ["body"]
    assert {getattr(reply, key) for key in (*HEAD, "contact", "copies", "attachments", "source")} == {None}


@pytest.mark.parametrize("text", ["", " \n\t\r\n"])
def test_a_text_without_a_character_is_refused(text: str) -> None:
    with pytest.raises(ReplyError, match="has no text"):
        pack(text)


genre = st.lists(
    st.sampled_from(
        ["关于第5号提案的答复\n", "王芳委员:\n", "一、", "(一)", "1.", "2016年", "截至2017年1月底,", "投入", "约", "1.1亿元", "5000余万元",
         "600-1300平方米", "每个村", "《关于", "》", "(粤办发〔2017〕14号)", "。", ",", "、", "\n", "\r\n", "20164月", "二〇一六年六月六日\n",
         "個", "萬餘", "不超過", "關於", "每", "人均", "分别", "的", "比", "由", "提高到", "率", " ", "\u3000", "km", "4 200", "5 - 6 个",
         "县民政局\n", "打印本页", "联系人:李,0756-1234567", "12", "%", "今年", "9-15社", "３．２万", "\x00", "\x1b[31m", "\ud800"]
    ),
    max_size=25,
).map("".join)  # fmt: skip


@given(st.text() | genre)
def test_any_text_packs_and_is_given_back_or_is_refused(text: str) -> None:
    try:
        reply = pack(text)
    except ReplyError:
        assert not text.strip()
        return
    assert reply.text == text
    for figure in reply.figures:
        assert text[figure.start : figure.end] == figure.text
        assert parse_quantity(figure.text) is not None
    assert len(account(text, reply)) == len(
        [c for c, before in zip(half_width(text), " " + half_width(text), strict=False)
         if c in "0123456789" and before not in "0123456789"]
    )  # fmt: skip


@given(genre.filter(lambda text: text.strip() and "\ud800" not in text))
def test_what_packs_is_written_and_read_back(text: str) -> None:
    reply = pack(text)
    assert parse(dump(reply), "again") == reply


def indented(text: str) -> str:
    return re.sub(r"^(?=.)", "\u3000\u3000", text, flags=re.MULTILINE)


def with_crlf(text: str) -> str:
    return "\r\n".join(text.splitlines())


def with_blank_lines(text: str) -> str:
    return "\n\n".join(text.splitlines())


def in_full_width(text: str) -> str:
    return text.translate(str.maketrans(",;:()0123456789.%", "，；：（）０１２３４５６７８９．％"))


def spaced_out(text: str) -> str:
    return re.sub(r"(?<=[\u4e00-\u9fff])(\d[\d,.]*)(?=[\u4e00-\u9fff])", r" \1 ", text)


@pytest.mark.parametrize("typeset", [indented, with_crlf, with_blank_lines, in_full_width, spaced_out])
def test_how_a_letter_is_typeset_changes_no_figure(typeset: Callable[[str], str]) -> None:
    for letter in [*read_marked("tune"), *read_marked("report")]:
        as_it_is, anew = pack(letter.text), pack(typeset(letter.text))
        assert [reading(figure) for figure in anew.figures] == [
            reading(figure) for figure in as_it_is.figures
        ]
        assert (anew.date, anew.grade) == (as_it_is.date, as_it_is.grade)


def reading(figure: Figure) -> tuple[object, ...]:
    return (*figure[4:9], figure.period, figure.basis, figure.per)


def test_packing_takes_time_in_proportion_to_the_text() -> None:
    """Counts the work, not the seconds: twice the text must not be four times the steps."""
    import cProfile
    import pstats

    letter = read_marked("tune")[0].text

    def steps(times: int) -> int:
        profile = cProfile.Profile()
        profile.runcall(pack, letter * times)
        return int(pstats.Stats(profile, stream=io.StringIO()).total_calls)  # type: ignore[attr-defined]

    assert steps(40) < 2.3 * steps(20)


@pytest.mark.parametrize(
    "text",
    ["1" * 20_000, "a" * 20_000, "1a" * 20_000, "1," * 20_000, "《" * 20_000 + "》" * 20_000, "“" * 20_000, "每" * 20_000, "〔2017〕" * 5_000,
     "每满" * 20_000, "不超过总" * 20_000, "由2016年的" * 5_000, "1:" * 20_000, "合格率提高到" * 5_000],
    ids=["digits", "letters", "names", "commas", "titles", "quotes", "each", "numbers",
         "full", "limits", "times", "ratios", "changes"],
)  # fmt: skip
def test_monotonous_text_packs_and_has_no_figure(text: str) -> None:
    """Each of these would keep a careless regular expression busy for minutes."""
    reply = pack(text)
    assert reply.text == text
    assert list(reply.figures) == []


def test_what_stands_in_one_sentence_shares_its_text() -> None:
    reply = pack("前言。" + "按照国发〔2016〕1号投入5万元," * 10_000)
    figures, citations = list(reply.figures), list(reply.citations)
    assert len(figures) == len(citations) == 10_000
    assert len({id(figure.quote) for figure in figures} | {id(citation.quote) for citation in citations}) == 1
