"""PDF and OFD: paragraphs from the places of characters."""

import io
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest

from conftest import in_proportion
from reply.errors import ReplyError
from reply.source import File, read_source
from reply.source.glyph import Glyph
from reply.source.layout import is_east_asian, paragraphs

SAMPLES = Path(__file__).parent / "samples"
SIZE = 10.0
LEFT, WIDE = 50.0, 20
"""Where lines begin, and how many characters a full one has."""


def line(
    text: str, y: float, x: float = LEFT, size: float = SIZE, step: float | None = None, up: float = 0
) -> list[Glyph]:
    """Place a line of characters, those of Chinese as wide as high, others half as wide."""
    glyphs = []
    for character in text:
        width = size if is_east_asian(character) else size / 2
        glyphs.append(Glyph(character, x, x + width, y + up, size, 0))
        x += step or width
    return glyphs


def page(*lines: list[Glyph]) -> list[Glyph]:
    glyphs = [glyph for its in lines for glyph in its]
    return [glyph._replace(order=n) for n, glyph in enumerate(glyphs) if glyph.text.strip()]


def typeset(texts: Iterable[str], top: float = 700.0, x: float = LEFT) -> list[list[Glyph]]:
    """Set paragraphs in lines, the first one of each set in by two characters."""
    lines: list[list[Glyph]] = []
    for text in texts:
        written = f"　　{text}"
        while written:
            lines.append(line(written[:WIDE], top - 16 * len(lines), x))
            written = written[WIDE:]
    return lines


FIRST = "我局高度重视此项工作多次召开会议进行专题研究并提出具体的办理意见和措施要求"
SECOND = "全县共投入资金五百万元新建养老院十二所改造敬老院六所新增床位四百二十张有余"


def test_lines_are_joined_where_no_paragraph_begins() -> None:
    assert paragraphs([page(*typeset([FIRST, SECOND]))]) == [FIRST, SECOND]


def test_lines_stay_when_they_are_to() -> None:
    lines = paragraphs([page(*typeset([FIRST]))], keep_lines=True)
    assert lines == [FIRST[:18], FIRST[18:]]


def test_a_number_is_joined_where_a_line_broke_it() -> None:
    glyphs = page(
        line("　　" + FIRST[:18], 700),
        line("对每个社区的养老服务站点共安排补助6.", 684),
        line("5亿元。", 668),
        *typeset([SECOND], 652),
    )
    assert paragraphs([glyphs]) == [f"{FIRST[:18]}对每个社区的养老服务站点共安排补助6.5亿元。", SECOND]


def test_paragraphs_go_on_from_page_to_page_without_heads_and_page_numbers() -> None:
    lines = typeset([FIRST + SECOND])
    first = page(line("云溪县民政局文件", 760), *lines[:2], line("— 1 —", 40, 280))
    second = page(
        line("云溪县民政局文件", 760),
        *[[g._replace(y=g.y + 32) for g in its] for its in lines[2:]],
        line("— 2 —", 40, 280),
    )
    assert paragraphs([first, second]) == [FIRST + SECOND]


def test_a_bare_page_number_goes_only_when_it_stands_apart() -> None:
    assert paragraphs([page(*typeset([FIRST]), line("3", 40, 280))]) == [FIRST]
    close = page(*typeset([FIRST]), line("3", 668))
    assert paragraphs([close])[-1].endswith("3")


def test_a_title_and_a_signature_are_paragraphs_of_their_own() -> None:
    glyphs = page(
        line("关于第五号提案的答复", 740, 105), line("王芳委员:", 716), *typeset([FIRST, SECOND]),
        line("云溪县民政局", 630, 190), line("2021年8月17日", 614, 180), line("联系人:李立", 590),
    )  # fmt: skip
    assert paragraphs([glyphs]) == [
        "关于第五号提案的答复",
        "王芳委员:",
        FIRST,
        SECOND,
        "云溪县民政局",
        "2021年8月17日",
        "联系人:李立",
    ]


FULL = FIRST[:WIDE]
"""A line of its full width, without a stop."""


def test_a_gap_between_lines_begins_a_paragraph() -> None:
    assert (
        paragraphs([page(line(FULL, 700), line(FULL, 684), line(FULL, 640), line(FULL, 624))])
        == [FULL * 2] * 2
    )


def test_another_size_begins_a_paragraph() -> None:
    assert paragraphs([page(line(FULL, 700, size=12), line(FULL, 684), line(FULL, 668))]) == [FULL, FULL * 2]


def test_a_stop_ends_a_paragraph_where_none_is_set_in() -> None:
    stopped = FULL[:-1] + "。"
    assert paragraphs([page(line(stopped, 700), line(FULL, 684), line("完成任务", 668))]) == [
        stopped,
        FULL + "完成任务",
    ]


def test_two_rows_of_two_cells_are_no_table() -> None:
    rows = [its for n in range(2) for its in (line("联系人", 700 - 16 * n), line("0756", 700 - 16 * n, 200))]
    assert paragraphs([page(*rows)]) == ["联系人  0756"] * 2
    rows += [line("联系人", 668), line("0756", 668, 200)]
    assert paragraphs([page(*rows)]) == ["| 联系人 | 0756 |"] * 3


def test_two_columns_are_read_one_after_the_other() -> None:
    left, right = typeset([FIRST, SECOND, FIRST]), typeset([SECOND, FIRST, SECOND], x=LEFT + 230)
    mixed = [its for pair in zip(left, right, strict=True) for its in pair]
    title = line("关于第五号提案的答复答复", 740, 200, 12)
    assert paragraphs([page(title, *mixed)]) == [
        "关于第五号提案的答复答复",
        FIRST,
        SECOND,
        FIRST,
        SECOND,
        FIRST,
        SECOND,
    ]


def test_the_order_in_the_file_says_nothing() -> None:
    glyphs = page(*typeset([FIRST, SECOND]))
    backwards = [glyph._replace(order=n) for n, glyph in enumerate(reversed(glyphs))]
    assert paragraphs([backwards]) == [FIRST, SECOND]


def test_a_table_has_its_cells_apart() -> None:
    rows = [
        ("地区", "2019年新增", "财政投入(万"),
        ("", "学位(个)", "元)"),
        ("青山市", "3200", "5680"),
        ("临江市", "2750", "4320.5"),
    ]
    lines = [
        line(text, 660 - 16 * n, LEFT + 90 * m) for n, row in enumerate(rows) for m, text in enumerate(row)
    ]
    assert paragraphs([page(*typeset([FIRST]), *lines)])[1:] == [
        "| 地区 | 2019年新增学位(个) | 财政投入(万元) |", "| 青山市 | 3200 | 5680 |", "| 临江市 | 2750 | 4320.5 |",
    ]  # fmt: skip


def test_cells_that_lie_over_each_other_are_not_mixed() -> None:
    head = [line("地区", 700, 50), line("2019年新增学位(个)", 700, 100), line("2020年新增学位(个)", 700, 180)]
    row = [line("青山市", 684, 50), line("3200", 684, 120), line("4150", 684, 200)]
    other = [line("临江市", 668, 50), line("2750", 668, 120), line("2980", 668, 200)]
    assert paragraphs([page(*head, *row, *other)])[0] == "| 地区 | 2019年新增学位(个) | 2020年新增学位(个) |"


@pytest.mark.parametrize(
    ("step", "text"), [(14, "投入3260.5万元"), (10, "投入3260.5万元"), (17, "投入3260.5万元")]
)
def test_characters_that_are_spread_out_are_no_words(step: float, text: str) -> None:
    assert paragraphs([page(line(text, 700, step=step))]) == [text]


def test_two_numbers_are_never_glued() -> None:
    glyphs = page(line("共2750", 700), line("2980个", 700, LEFT + 30 + 4))
    assert paragraphs([glyphs]) == ["共2750 2980个"]


def test_what_word_leaves_between_chinese_and_digits_is_no_space() -> None:
    glyphs = page(line("投入", 700), line("500", 700, LEFT + 22.5), line("万元", 700, LEFT + 40))
    assert paragraphs([glyphs]) == ["投入500万元"]


def test_a_raised_number_is_the_mark_of_a_footnote_or_a_power() -> None:
    def raised(before: str, mark: str, after: str) -> str:
        start = line(before, 700)
        up = line(mark, 700, start[-1].right, 6, up=4)
        (text,) = paragraphs([page(start, up, line(after, 700, up[-1].right))])
        return text

    assert raised("投入1200", "1", "万元") == "投入1200[1]万元"
    assert raised("绿地3万m", "2", "有余") == "绿地3万m²有余"


def test_bold_that_is_printed_twice_is_there_once() -> None:
    glyphs = line("投入500万元", 700)
    assert paragraphs(
        [page(glyphs, [g._replace(left=g.left + 0.3, right=g.right + 0.3) for g in glyphs])]
    ) == ["投入500万元"]
    doubled = [copy for g in glyphs for copy in (g, g._replace(left=g.left + 0.3))]
    assert paragraphs([page(doubled)]) == ["投入500万元"]


def test_the_time_grows_with_the_pages() -> None:
    def pages(count: int) -> list[list[Glyph]]:
        glyphs = page(
            *[
                its
                for n in range(count)
                for its in (
                    line("青山市", -16.0 * n),
                    line("3200", -16.0 * n, 150),
                    line("5680", -16.0 * n, 250),
                )
            ]
        )
        return [glyphs]

    assert in_proportion(pages, paragraphs, 500)


# OFD


def ofd(*pages: str, template: str = "") -> bytes:
    data = io.BytesIO()
    space = 'xmlns:ofd="http://www.ofdspec.org/2016"'
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "OFD.xml",
            f"<ofd:OFD {space}><ofd:DocBody><ofd:DocRoot>/Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        )
        common = '<ofd:TemplatePage ID="9" BaseLoc="T.xml"/>' if template else ""
        listed = "".join(f'<ofd:Page ID="{n}" BaseLoc="Pages/{n}.xml"/>' for n in range(len(pages)))
        archive.writestr(
            "Doc_0/Document.xml",
            f"<ofd:Document {space}><ofd:CommonData>{common}</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages></ofd:Document>",
        )
        use = '<ofd:Template TemplateID="9"/>' if template else ""
        for n, inside in enumerate(pages):
            archive.writestr(
                f"Doc_0/Pages/{n}.xml",
                f"<ofd:Page {space}>{use}<ofd:Content><ofd:Layer>{inside}</ofd:Layer></ofd:Content></ofd:Page>",
            )
        if template:
            archive.writestr(
                "Doc_0/T.xml",
                f"<ofd:Page {space}><ofd:Content><ofd:Layer>{template}</ofd:Layer></ofd:Content></ofd:Page>",
            )
    return data.getvalue()


def text_object(x: float, y: float, text: str, deltas: str = "", more: str = "", size: float = 5) -> str:
    return f'<ofd:TextObject Boundary="{x} {y} 100 7" Size="{size}" {more}><ofd:TextCode X="0" Y="{size}" DeltaX="{deltas}">{text}</ofd:TextCode></ofd:TextObject>'


def ofd_text(*pages: str, template: str = "") -> str:
    return read_source(File("x.ofd", ofd(*pages, template=template))).text


def test_ofd_text_is_read_by_its_places_not_by_its_order() -> None:
    parts = [
        text_object(20, 60, "第二行"),
        text_object(36, 40, "500", "2.5 2.5"),
        text_object(20, 40, "共投入", "g 2 5"),
        text_object(44, 40, "万元", "5"),
    ]
    assert ofd_text("".join(parts)) == "共投入500万元\n第二行\n"


def test_an_ofd_matrix_moves_and_scales() -> None:
    part = text_object(20, 40, "投入5万元", "g 4 10", 'CTM="0.5 0 0 0.5 10 0"', size=10)
    assert ofd_text(part + text_object(10, 40, "共")) == "共  投入5万元\n"


def test_hidden_text_of_an_ofd_is_not_there_and_a_template_is() -> None:
    assert (
        ofd_text(
            text_object(20, 40, "甲") + text_object(20, 60, "乙", more='Visible="false"'),
            template=text_object(20, 20, "文件头"),
        )
        == "文件头\n甲\n"
    )


def test_a_page_that_is_a_picture_is_named_and_the_letter_not_packed() -> None:
    picture = '<ofd:ImageObject ResourceID="1" Boundary="0 0 210 297"/>'
    with pytest.raises(
        ReplyError, match=r"^x\.ofd: page 2 is a picture without text, so the letter is not whole"
    ):
        ofd_text(text_object(20, 40, "甲"), picture)
    with pytest.raises(ReplyError, match="page 1 is a picture"):
        ofd_text(
            '<ofd:PathObject Boundary="0 0 1 1"><ofd:AbbreviatedData>M 0 0</ofd:AbbreviatedData></ofd:PathObject>'
        )
    assert ofd_text(text_object(20, 40, "甲"), "") == "甲\n"


def test_an_ofd_bomb_of_distances_does_no_harm() -> None:
    assert ofd_text(text_object(20, 40, "甲乙", "g 9999999 5")) == "甲乙\n"
    assert "".join(ofd_text(text_object(20, 40, "甲乙", "x y g g")).split()) == "甲乙"


def test_an_ofd_that_is_not_whole_is_damaged() -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("OFD.xml", "<OFD><DocBody><DocRoot>Doc_0/Document.xml</DocRoot></DocBody></OFD>")
    with pytest.raises(ReplyError, match="is damaged or not whole"):
        read_source(File("x.ofd", data.getvalue()))


# PDF


def pdf(*contents: bytes, more: bytes = b"") -> bytes:
    """Return a PDF of pages with these contents, in Helvetica."""
    parts = [b"<</Type/Catalog/Pages 2 0 R>>"]
    kids = b" ".join(b"%d 0 R" % (4 + 2 * n) for n in range(len(contents)))
    parts += [
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(contents)),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for n, content in enumerate(contents):
        parts += [
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font<</F 3 0 R>>/XObject<</I %d 0 R>>>>>>"
            % (5 + 2 * n, 4 + 2 * len(contents)),
            b"<</Length %d>>\nstream\n%s\nendstream" % (len(content), content),
        ]
    parts.append(
        b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>\nstream\n0\nendstream"
    )
    data, places = b"%PDF-1.4\n", []
    for n, part in enumerate(parts, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (n, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        data
        + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF"
        % (len(parts) + 1, table, len(parts) + 1, more, len(data))
    )


TEXT = b"BT /F 12 Tf 72 700 Td (Letter 2021) Tj ET"
PICTURE = b"q 500 0 0 700 40 60 cm /I Do Q"


def test_a_pdf_is_read() -> None:
    assert read_source(File("x.pdf", pdf(TEXT))).text == "Letter 2021\n"
    assert read_source(File("x.pdf", pdf(TEXT, b""))).text == "Letter 2021\n"  # an empty page is no picture


def test_scanned_pages_of_a_pdf_are_named() -> None:
    with pytest.raises(ReplyError, match=r"^x\.pdf: page 2, 3 is a picture without text"):
        read_source(File("x.pdf", pdf(TEXT, PICTURE, PICTURE)))


def test_a_pdf_with_a_password_and_one_that_is_not_whole_are_refused() -> None:
    locked = pdf(
        TEXT,
        more=b"/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<"
        + b"00" * 32
        + b">/U<"
        + b"11" * 32
        + b">>>",
    )
    with pytest.raises(ReplyError, match="is locked by a password; open it and save it without one"):
        read_source(File("x.pdf", locked))
    with pytest.raises(ReplyError, match="is damaged or not whole"):
        read_source(File("x.pdf", b"%PDF-1.7\nnothing"))


def test_the_time_of_a_pdf_grows_with_its_pages() -> None:
    content = (
        b"BT /F 12 Tf 16 TL 72 780 Td "
        + b"(The county spent 500 on 12 homes for 300 of the old there) Tj T* " * 45
        + b"ET"
    )
    assert in_proportion(lambda pages: File("x.pdf", pdf(*[content] * pages)), read_source, 2)
