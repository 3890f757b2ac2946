"""Word: the text as Word prints it, from files that the tests build."""

import io
import os
import stat
import zipfile
from pathlib import Path

import pytest

from conftest import in_proportion
from reply.errors import ReplyError
from reply.source import File, read_source

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def docx(
    body: str, *, numbering: str = "", styles: str = "", footnotes: str = "", part: str = "document"
) -> bytes:
    """Return a Word file with a body, and the other parts that are given."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"word/{part}.xml", f"<w:document {NAMES}><w:body>{body}</w:body></w:document>")
        for name, inside in (("numbering", numbering), ("styles", styles), ("footnotes", footnotes)):
            if inside:
                archive.writestr(f"word/{name}.xml", f"<w:{name} {NAMES}>{inside}</w:{name}>")
    return data.getvalue()


def text_of(data: bytes) -> str:
    return read_source(File("x.docx", data)).text


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(inside: str, properties: str = "") -> str:
    inside = inside if inside.startswith("<") else run(inside)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def numbered(text: str, level: int = 0, number: int = 1) -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def level(at: int, format_: str, text: str, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{format_}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def lists(levels: str, *nums: str) -> str:
    """Return the definition of a list, and the lists that use it."""
    uses = nums or ('<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>',)
    return f'<w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>{"".join(uses)}'


OUTLINE = (
    level(0, "chineseCounting", "%1、") + level(1, "chineseCounting", "(%2)") + level(2, "decimal", "%3.")
)


def test_automatic_numbers_are_written_as_word_prints_them() -> None:
    body = "".join(
        [
            numbered("甲"),
            numbered("乙", 1),
            numbered("丙", 2),
            paragraph("文"),
            numbered("丁", 2),
            numbered("戊", 1),
            numbered("己"),
            numbered("庚", 1),
        ]
    )
    assert text_of(docx(body, numbering=lists(OUTLINE))).splitlines() == [
        "一、甲", "(一)乙", "1. 丙", "文", "2. 丁", "(二)戊", "二、己", "(一)庚",
    ]  # fmt: skip


def test_a_number_before_digits_stays_apart() -> None:
    assert text_of(docx(numbered("2020年"), numbering=lists(level(0, "decimal", "%1.")))) == "1. 2020年\n"


def test_numbers_of_higher_levels_and_legal_ones() -> None:
    levels = (
        level(0, "chineseCounting", "第%1章")
        + level(1, "decimal", "%1.%2", "<w:isLgl/>")
        + level(2, "bullet", "")
    )
    body = numbered("甲") + numbered("乙", 1) + numbered("丙", 1) + numbered("丁", 2)
    assert text_of(docx(body, numbering=lists(levels))) == "第一章甲\n1.1 乙\n1.2 丙\n丁\n"


def test_two_lists_of_one_definition_go_on_unless_one_starts_anew() -> None:
    more = '<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>'
    anew = '<w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    first = '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    body = (
        numbered("甲")
        + numbered("乙", 0, 2)
        + numbered("丙", 0, 3)
        + numbered("丁", 0, 3)
        + numbered("戊", 0, 1)
    )
    assert text_of(docx(body, numbering=lists(OUTLINE, first, more, anew))).splitlines() == [
        "一、甲", "二、乙", "五、丙", "六、丁", "七、戊",
    ]  # fmt: skip


def test_a_level_that_never_restarts_counts_on() -> None:
    levels = level(0, "chineseCounting", "%1、") + level(1, "decimal", "(%2)", '<w:lvlRestart w:val="0"/>')
    body = numbered("甲") + numbered("乙", 1) + numbered("丙") + numbered("丁", 1)
    assert text_of(docx(body, numbering=lists(levels))) == "一、甲\n(1)乙\n二、丙\n(2)丁\n"


def test_a_style_numbers_its_paragraphs_and_zero_takes_the_number_away() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="a"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="c"><w:basedOn w:val="a"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = "".join(
        paragraph(text, f'<w:pStyle w:val="{style}"/>')
        for text, style in (("甲", "a"), ("乙", "b"), ("丙", "c"))
    )
    body += paragraph("丁", '<w:pStyle w:val="a"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert text_of(docx(body, numbering=lists(OUTLINE), styles=styles)) == "一、甲\n二、乙\n(一)丙\n丁\n"


def test_a_style_that_is_based_on_itself_does_no_harm() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="a"/></w:style>'
    assert text_of(docx(paragraph("甲", '<w:pStyle w:val="a"/>'), styles=styles)) == "甲\n"


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (f"{run('投入')}<w:ins>{run('3260')}</w:ins><w:del><w:r><w:delText>29</w:delText></w:r></w:del>{run('万元')}", "投入3260万元"),
        (f"<w:moveFrom>{run('旧')}</w:moveFrom><w:moveTo>{run('新')}</w:moveTo>", "新"),
        (f"{run('有')}{run('9999万元', '<w:vanish/>')}{run('6', '<w:strike/>')}{run('7', '<w:dstrike/>')}{run('8', '<w:webHidden/>')}", "有"),
        (run("有", '<w:vanish w:val="0"/><w:strike w:val="false"/>'), "有"),
        (run("9", '<w:rStyle w:val="hidden"/>') + run("有"), "有"),
        (f"<w:hyperlink>{run('云府办')}</w:hyperlink><w:sdt><w:sdtPr/><w:sdtContent>{run('〔2019〕')}</w:sdtContent></w:sdt><w:smartTag>{run('22号')}</w:smartTag>", "云府办〔2019〕22号"),
        (f"{run('甲')}<w:r><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:br w:type='page'/><w:noBreakHyphen/><w:t>丁</w:t></w:r>", "甲\t乙\n丙-丁"),
        (f"{run('甲')}<w:r><w:fldChar/><w:instrText>PAGE 9</w:instrText></w:r>", "甲"),
        ("<w:r><w:ruby><w:rt><w:r><w:t>a</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>甲</w:t></w:r></w:rubyBase></w:ruby></w:r>", "甲"),
        (run("3万m") + run("2", '<w:vertAlign w:val="superscript"/>') + run("投入5") + run("1", '<w:vertAlign w:val="superscript"/>') + run("万元"), "3万m²投入5[1]万元"),
        (f"<w:r><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>{paragraph('框')}</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{paragraph('框')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>{run('文')}", "框\n文"),
    ],
)  # fmt: skip
def test_what_word_prints_is_the_text(inside: str, text: str) -> None:
    styles = '<w:style w:type="character" w:styleId="hidden"><w:rPr><w:vanish/></w:rPr></w:style>'
    assert text_of(docx(paragraph(inside), styles=styles)) == f"{text}\n"


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    body = (
        paragraph("投入", "<w:rPr><w:del/></w:rPr>")
        + paragraph("5万元")
        + paragraph("甲", "<w:rPr><w:del/></w:rPr>")
    )
    assert text_of(docx(body)) == "投入5万元\n甲\n"


def test_footnotes_stand_at_the_end_in_the_order_in_which_they_are_named() -> None:
    body = paragraph(
        f"{run('甲')}<w:r><w:footnoteReference w:id='5'/></w:r>{run('乙')}<w:r><w:footnoteReference w:id='2'/></w:r>"
    )
    notes = f"<w:footnote w:id='2'>{paragraph('后')}</w:footnote><w:footnote w:id='5'>{paragraph('前')}</w:footnote>"
    assert text_of(docx(body, footnotes=notes)) == "甲[1]乙[2]\n[1] 前\n[2] 后\n"


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def test_a_table_is_written_with_bars_and_its_merged_cells_marked() -> None:
    rows = (
        f"<w:tr>{cell('地区', '<w:vMerge w:val=' + chr(34) + 'restart' + chr(34) + '/>')}{cell('2020年', '<w:gridSpan w:val=' + chr(34) + '2' + chr(34) + '/>')}</w:tr>"
        f"<w:tr>{cell('', '<w:vMerge/>')}{cell('学位(个)')}{cell('投入(万元)')}</w:tr>"
        f"<w:tr><w:sdt><w:sdtContent>{cell('青山市')}</w:sdtContent></w:sdt>{cell('4150')}{cell('5680')}</w:tr>"
        f"<w:tr><w:trPr><w:del/></w:trPr>{cell('旧')}{cell('1')}{cell('2')}</w:tr>"
    )
    text = text_of(docx(paragraph("见下表。") + f"<w:tbl>{rows}</w:tbl>"))
    assert (
        text == "见下表。\n| 地区 | 2020年 | ← |\n| 〃 | 学位(个) | 投入(万元) |\n| 青山市 | 4150 | 5680 |\n"
    )


def test_a_table_for_the_layout_is_text() -> None:
    rows = f"<w:tr>{cell('类别:A')}{cell('云民函〔2021〕36号')}</w:tr>"
    assert text_of(docx(f"<w:tbl>{rows}</w:tbl>")) == "类别:A\n云民函〔2021〕36号\n"


def test_the_main_part_may_have_another_name() -> None:
    assert text_of(docx(paragraph("甲"), part="document2")) == "甲\n"


def test_a_document_type_is_refused() -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("word/document.xml", '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')
    with pytest.raises(
        ReplyError, match=r"^x.docx: has a document type \(DTD\), which Word and OFD never write"
    ):
        text_of(data.getvalue())


def test_a_bomb_is_not_unpacked() -> None:
    data = io.BytesIO()
    with (
        zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/document.xml", "w") as part,
    ):
        for _ in range(70):
            part.write(b" " * 1_000_000)
    assert len(data.getvalue()) < 100_000
    with pytest.raises(ReplyError, match="unpacks to more than 60 MB, which no letter does; it was not read"):
        text_of(data.getvalue())


@pytest.mark.parametrize("keep", [60, 200, 0.5, 0.9])
def test_a_file_that_is_not_whole_is_said_to_be_damaged(keep: float) -> None:
    data = docx(paragraph("甲") * 100)
    with pytest.raises(ReplyError, match="is damaged or not whole; fetch it again"):
        text_of(data[: int(keep if keep > 1 else keep * len(data))])


@pytest.mark.parametrize("body", ["<w:p>", "<w:p></w:r>", "\0"])
def test_broken_xml_is_said_to_be_damaged(body: str) -> None:
    with pytest.raises(ReplyError, match="is damaged or not whole"):
        text_of(docx(body))


def test_elements_within_each_other_without_end_are_refused() -> None:
    with pytest.raises(ReplyError, match="is nested deeper than any letter"):
        text_of(docx("<w:sdt>" * 20_000 + "</w:sdt>" * 20_000))


def test_a_file_with_a_password_is_refused() -> None:
    data = bytearray(docx(paragraph("甲")))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    with pytest.raises(ReplyError, match="is locked by a password"):
        text_of(bytes(data))


OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100


@pytest.mark.parametrize("data", [OLD, b"{\\rtf1 a}"])
def test_old_word_asks_for_docx_where_nothing_converts_it(
    data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ReplyError, match=r"open it in Word or WPS and save it as \.docx"):
        read_source(File("x.doc", data))


def test_old_word_is_converted_by_libreoffice_where_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stand-in for soffice, which converts every file to the same one."""
    (tmp_path / "letter.docx").write_bytes(docx(numbered("甲"), numbering=lists(OUTLINE)))
    program = tmp_path / "soffice"
    program.write_text(
        f'#!/bin/sh\nwhile [ "$1" != --outdir ]; do shift; done\n/bin/mkdir -p "$2" && /bin/cp {tmp_path}/letter.docx "$2"\n'
    )
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    assert read_source(File("x.wps", OLD)).text == "一、甲\n"


def test_the_time_grows_with_the_file() -> None:
    def file(count: int) -> bytes:
        return docx(
            (numbered("甲") + paragraph("投入5万元") + f"<w:tbl><w:tr>{cell('1')}{cell('2')}</w:tr></w:tbl>")
            * count,
            numbering=lists(OUTLINE),
        )

    assert in_proportion(file, text_of, 500)
