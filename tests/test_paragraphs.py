"""Lines that a page broke at its width become paragraphs again; other lines stay."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pack_letters import Marked, read_marked

from conftest import Run
from reply.pack import pack
from reply.pack.paragraphs import joined, width_of
from reply.store.reader import parse

LETTERS = [letter for half in ("tune", "report") for letter in read_marked(half)]
BROKEN = """\
        关于第5号提案的答复
王芳委员:
    您提出的关于发展养老服务的提案收悉,现答复
如下:
    一、养老机构
    2018年,全县投入养老资金5000余万元,建成养
老院12所,全部通过验收,新增护理床位也不少于
- 2 -
800张。其中,农村敬老院有9所,护理床位占比达到
35%。
                          云溪县民政局
                         2019年8月12日
"""


def broken(text: str, width: int) -> str:
    """Return a text as a page of so many characters prints it, paragraphs indented."""
    lines: list[str] = []
    for paragraph in text.splitlines():
        line = "\u3000\u3000" if len(paragraph) > 20 else ""
        for piece in re.findall(r"[0-9.]+%?|.", paragraph):
            if width_of(line + piece) > width and piece not in "，。；：、）》”,;:!?":
                lines.append(line)
                line = ""
            line += piece
        lines.append(line)
    return "".join(f"{line}\n" for line in lines)


def test_broken_lines_are_joined_over_a_page_number_too() -> None:
    body = joined(BROKEN).splitlines()
    assert (
        "    2018年,全县投入养老资金5000余万元,建成养老院12所,全部通过验收,新增护理床位也不少于800张。"
        in body[4]
    )
    assert [(f.text, f.period) for f in pack(joined(BROKEN)).figures][:3] == [
        ("5000余万元", "2018"),
        ("12所", "2018"),
        ("不少于800张", "2018"),
    ]


@pytest.mark.parametrize("letter", LETTERS, ids=[letter.name for letter in LETTERS])
def test_a_letter_whose_lines_no_page_broke_stays_as_it_is(letter: Marked) -> None:
    assert joined(letter.text) == letter.text


def test_lines_too_short_for_a_page_stay_as_they_are() -> None:
    text = "修路五条,架桥六座\n,通水三村,通电四村\n,全年投资,约五万元\n"
    assert joined(text) == text


def test_the_packaged_letter_stays_as_it_is(source: str) -> None:
    assert joined(source) == source


@pytest.mark.parametrize("width", [24, 28, 32, 36, 40])
def test_a_long_letter_that_a_page_broke_is_read_as_if_it_had_not(source: str, width: int) -> None:
    def readings(text: str) -> list[tuple[object, ...]]:
        return [(f.id, f.value, f.unit, f.bound, f.period, f.basis, f.per) for f in pack(text).figures]

    text = joined(broken(source, width))
    assert readings(text) == readings(source)


def line(width: int, *, comma: bool = True) -> str:
    """Return a line that a page of so many characters broke."""
    return ("路，" if comma else "路路") + "路" * (width - 2)


@pytest.mark.parametrize(
    ("widths", "is_joined"),
    [
        ((20, 20, 5), True), ((15, 15, 5), True), ((14, 14, 5), False), ((60, 60, 5), True), ((61, 61, 5), False),
        ((20, 18, 5), True),  # a page is as wide as two lines that differ by two
        ((20, 17, 17, 5), True), ((21, 17, 17, 5), True), ((22, 17, 17, 5), False),  # one line is longer by four at most
        ((24, 20, 20, 5), True), ((25, 20, 20, 5), False),
        ((20, 5), False), ((20, 5, 5), False),  # one line may be long by chance
    ],
)  # fmt: skip
def test_a_page_is_known_by_lines_of_one_width(widths: tuple[int, ...], is_joined: bool) -> None:
    text = "".join(f"{line(width)}\n" for width in widths)
    assert (joined(text) != text) == is_joined


@pytest.mark.parametrize(
    ("with_comma", "without", "is_joined"),
    [(2, 0, True), (1, 1, False), (0, 4, False), (2, 2, True), (2, 3, False), (3, 3, True)],
)
def test_lines_that_a_page_broke_are_mostly_clauses(with_comma: int, without: int, is_joined: bool) -> None:
    text = f"{line(20)}\n" * with_comma + f"{line(20, comma=False)}\n" * without + "路。\n"
    assert (joined(text) != text) == is_joined


@pytest.mark.parametrize(
    ("following", "is_joined"),
    [
        ("架桥。", True), ("16路,修好了。", True), ("\u3000架桥。", False), ("  架桥。", False), ("\t架桥。", False), (" 架桥。", True), ("\u00a0\u00a0架桥。", False), ("一、架桥。", False), ("(二)架桥。", False),
        ("3.架桥。", False), ("3.5公里。", True), ("王芳委员:", False), ("|架桥|", False), ("\n架桥。", False), ("- 3 -\n架桥。", True), ("\n- 3 -\n\n架桥。", True), ("- 3 -\n\u3000架桥。", False),
    ],
)  # fmt: skip
def test_what_goes_on_with_a_paragraph(following: str, is_joined: bool) -> None:
    text = f"{line(20)}\n{line(20)}\n{following}\n"
    last = joined(text).splitlines()[-1]
    assert (last == f"{line(20)}{line(20)}{following.rpartition(chr(10))[2]}") == is_joined
    if not is_joined:
        assert joined(text) == f"{line(20)}{line(20)}\n{following}\n"


@pytest.mark.parametrize(
    ("end", "is_joined"),
    [
        ("路", True),
        ("。", False),
        ("!”", False),
        (":", False),
        ("。》”)", False),
        (",", True),
        (")", True),
        ("|", False),
    ],
)
def test_what_a_paragraph_ends_with(end: str, is_joined: bool) -> None:
    text = f"{line(20)}\n{line(20)}\n\n{line(20 - len(end))}{end}\n架桥。\n"
    assert (f"{end}架桥。" in joined(text)) == is_joined


@pytest.mark.parametrize(("width", "is_joined"), [(20, True), (16, True), (15.5, False), (15, False)])
def test_a_line_that_a_page_broke_is_as_wide_but_for_four_characters(width: float, is_joined: bool) -> None:
    last = line(int(width)) + "a" * int(width % 1 * 2)
    text = f"{line(20)}\n{line(20)}\n\n{last}\n架桥。\n"
    assert (f"{last}架桥。" in joined(text)) == is_joined


def test_a_title_does_not_go_on() -> None:
    title = "关于县政协第35号提案办理情况的答复"
    text = f"{title}\n{line(20)}\n{line(20)}\n路。\n"
    assert joined(text).startswith(f"{title}\n")


def test_where_paragraphs_are_indented_a_number_begins_none() -> None:
    def text(indent: str) -> str:
        return f"{indent}{line(18)}\n{indent}{line(18)}\n{line(20)}\n3.架桥。\n"

    assert "\n3.架桥。" in joined(text(""))
    assert "\n3.架桥。" not in joined(text("\u3000\u3000"))


def test_a_character_of_ascii_takes_half_the_width() -> None:
    assert [width_of(text) for text in ("", "路", "ab", "路a")] == [0, 1, 1, 1.5]


@given(
    st.lists(
        st.sampled_from(["投入5万元,建成", "- 2 -", "\n", "\r\n", "\u3000", " ", "。", "一、", "王芳委员:"])
    ).map("".join)
)
def test_only_line_ends_spaces_and_page_numbers_go(text: str) -> None:
    def shown(text: str) -> str:
        return "".join(text.replace("- 2 -", "").split())

    assert shown(joined(text)) == shown(text)


def test_the_command_says_that_it_joined_lines_and_leaves_them_when_asked(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(BROKEN, "utf-8")
    result = run("pack", str(file))
    assert result.stderr == (
        f"{file}: lines that a page broke were joined to paragraphs; to pack them as they are, add --keep-lines.\n"
    )
    assert parse(result.text, "x").text == joined(BROKEN)
    as_it_is = run("pack", str(file), "--keep-lines")
    assert (parse(as_it_is.text, "x").text, as_it_is.stderr) == (BROKEN, "")
    (tmp_path / "b.txt").write_text("关于第5号提案的答复\n", "utf-8")
    many = run("pack", str(file), str(tmp_path / "b.txt"), "-o", str(tmp_path / "out"))
    assert many.stderr.splitlines() == [
        "Packed 2 of 2 files; 0 failed.",
        "In 1 of them lines that a page broke were joined to paragraphs; to pack them as they are, add --keep-lines.",
    ]
