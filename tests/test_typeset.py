"""How a letter is typeset changes neither head nor citations nor figures, and none is refused for it."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pack_letters import read_heads, read_marked

from reply.model import Letter
from reply.pack import pack
from reply.same import holds, same_words
from reply.store.reader import parse
from reply.store.writer import dump

LETTERS = [
    *(letter for half in ("tune", "report") for letter in read_marked(half)),
    *(letter for name in ("tune", "apart", "later") for letter in read_heads(name)),
]
_BESIDE = "[\u4e00-\u9fff〕〔、“”（）()《》]"


def spaced(text: str) -> str:
    """Put a space between Chinese and digits, as word processors do."""
    return re.sub(f"(?<={_BESIDE})(?=[0-9])|(?<=[0-9%])(?={_BESIDE})", " ", text)


def with_no_break_spaces(text: str) -> str:
    return spaced(text).replace(" ", "\u00a0")


def with_full_width_digits(text: str) -> str:
    return text.translate({ord(digit): ord(digit) + 0xFEE0 for digit in "0123456789"})


def with_full_width_marks(text: str) -> str:
    return text.translate(str.maketrans(",;:()", "，；：（）"))


def indented_by_tabs(text: str) -> str:
    return re.sub(r"^(?=.)", "\t", text, flags=re.MULTILINE)


def bracketed(marks: str) -> Callable[[str], str]:
    def typeset(text: str) -> str:
        return re.sub(r"[〔\[【](\s*\d{4}\s*)[〕\]】](?=\s*第?\s*\d)", rf"{marks[0]}\1{marks[1]}", text)

    typeset.__name__ = marks
    return typeset


TYPESET: list[Callable[[str], str]] = [
    spaced, with_no_break_spaces, with_full_width_digits, with_full_width_marks, indented_by_tabs,
    *map(bracketed, ("﹝﹞", "[]", "［］", "【】")),
]  # fmt: skip


def words(text: str | None) -> str | None:
    return None if text is None else same_words(text)


def head(letter: Letter) -> dict[str, str | None]:
    keys = (
        "title",
        "number",
        "addressee",
        "subject",
        "issuer",
        "issuer_from",
        "contact",
        "copies",
        "attachments",
    )
    return {"grade": letter.grade, "date": letter.date, **{key: words(getattr(letter, key)) for key in keys}}


def citations(letter: Letter) -> list[tuple[object, ...]]:
    return [
        (c.id, words(c.title), words(c.number), words(c.issuer), words(c.text), words(c.quote))
        for c in letter.citations
    ]


def outline(letter: Letter) -> list[tuple[str, str | None]]:
    return [(section.id, words(section.heading)) for section in letter.sections]


def figures(letter: Letter) -> list[tuple[object, ...]]:
    return [(f.id, f.value, f.low, f.high, f.unit, f.bound, f.period) for f in letter.figures]


@pytest.mark.parametrize("typeset", TYPESET, ids=[typeset.__name__ for typeset in TYPESET])
def test_typesetting_refuses_no_letter_and_changes_nothing(typeset: Callable[[str], str]) -> None:
    changed = 0
    for letter in LETTERS:
        text = typeset(letter.text)
        changed += text != letter.text
        as_it_is, anew = pack(letter.text), pack(text)
        assert parse(dump(anew), letter.name) == anew
        reads = (head, citations, outline, figures)
        for read in reads[: 3 if re.search(r"\d \d", letter.text) else 4]:  # 4 200 is damaged: told, not read
            assert (letter.name, read(anew)) == (letter.name, read(as_it_is))
    assert changed >= 5


def test_numbers_in_round_brackets_are_those_in_square_ones() -> None:
    for letter in LETTERS:
        if letter.head.get("number"):
            anew = pack(re.sub(r"[〔\[【](\d{4})[〕\]】](?=\d)", r"(\1)", letter.text))
            assert same_words(anew.number or "") == same_words(
                re.sub("[〔【[](.*)[〕】\\]]", r"(\1)", letter.head["number"])
            )


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("《关于做好 2016 年工作的通知》", "关于做好2016年工作的通知"),
        ("（云民发［２０１６］\u2009５\u00a0号）", "云民发〔2016〕5号"),
        ("云民发﹝2016﹞5号", "云民发【2016】5号"),
        ("云民\u200b发〔2016〕\ufeff5号", "云民发〔2016〕5号"),
        ("雲民發〔2016〕5號", "云民发〔2016〕5号"),
        ("《实施办法——试行》", "实施办法--试行"),
        ("《甲\n乙\t丙》", "甲乙丙"),
    ],
)
def test_typesetting_does_not_change_which_words_a_text_holds(text: str, wanted: str) -> None:
    assert holds(text, wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("云民发〔2016〕5号", "云民发〔2016〕6号"),
        ("养老服务", "养老的服务"),
        ("3.5万", "35万"),
        ("甲、乙", "甲乙"),
    ],
)
def test_other_words_are_other_words(text: str, wanted: str) -> None:
    assert not holds(text, wanted)


@given(st.text(), st.text(), st.text())
def test_what_stands_in_a_text_is_held_by_it(before: str, text: str, after: str) -> None:
    assert holds(before + text + after, text)
    assert same_words(same_words(text)) == same_words(text)


def test_a_citation_corrected_by_hand_is_read_whatever_brackets_the_letter_has() -> None:
    source = dump(pack("按照《养老办法》(云民发[2016] 5 号)执行。\n"))
    assert 'number = "云民发[2016]5号"' in source
    parse(source.replace('"云民发[2016]5号"', '"云民发〔2016〕5号"'), "by hand")
