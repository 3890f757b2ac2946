"""Text of any encoding; what is no text, or was destroyed, is refused with the mend."""

from pathlib import Path

import pytest

from reply.errors import ReplyError
from reply.source import File, read_source
from reply.source.listmarks import FORMATS, counted, letters, numbered, roman
from reply.source.radicals import SUPPLEMENT, without_radicals

SAMPLES = Path(__file__).parent / "samples"
LETTER = (SAMPLES / "text" / "A.txt").read_text("utf-8")
TRADITIONAL = "王芳委員:\n您提出的《關於發展養老服務的提案》收悉,現答覆如下:\n2018年全縣投入養老資金5000餘萬元,建成養老院12所。\n"


def text_of(data: bytes, name: str = "x", encoding: str | None = None) -> str:
    return read_source(File(name, data, encoding)).text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("养老", "utf-8"),
        ("养老", "utf-8-sig"),
        ("养老", "utf-16"),
        ("养老", "utf-32"),
        (LETTER, "gb18030"),
        (TRADITIONAL, "big5"),
        (TRADITIONAL, "gb18030"),
        (LETTER[:60], "gb18030"),
        (TRADITIONAL[:40], "big5"),
        ("养\r\n老\r", "utf-8"),
    ],
)
def test_an_encoding_that_nobody_named_is_found(text: str, encoding: str) -> None:
    assert text_of(text.encode(encoding)) == text


@pytest.mark.parametrize("charset", ["gb2312", "gbk", "big5"])
def test_a_page_is_read_in_the_encoding_that_it_declares(charset: str) -> None:
    words = "關於服務" if charset == "big5" else "关于服务"
    page = (
        f'<html><head><meta http-equiv=Content-Type content="text/html; charset={charset}"><body><p>{words}'
    )
    assert text_of(page.encode(charset)) == f"{words}\n"


def test_utf8_goes_before_a_declaration_that_a_conversion_left() -> None:
    assert text_of('<html><meta charset="gb2312"><p>关于服务'.encode()) == "关于服务\n"


def test_an_encoding_that_is_named_is_obeyed_or_refused() -> None:
    assert text_of("關於".encode("big5"), encoding="big5") == "關於"
    with pytest.raises(ReplyError, match=r"^x: is not in utf-8; name another encoding"):
        text_of("关于".encode("gb18030"), encoding="utf-8")
    with pytest.raises(ReplyError, match=r"^There is no encoding “klingon”; use utf-8, gb18030"):
        text_of(b"a", encoding="klingon")
    with pytest.raises(ReplyError, match=r"^There is no encoding “rot13”"):
        text_of(b"a", encoding="rot13")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            b"\x7fELF\0\0\xff",
            "x: is no text, or in an unknown encoding; save it as UTF-8, or name its encoding by --encoding.",
        ),
        (
            b"\xff" * 50,
            "x: is no text, or in an unknown encoding; save it as UTF-8, or name its encoding by --encoding.",
        ),
        (b"\x89PNG\r\n", "x: is a picture; extract its text on a phone"),
        (b"\xff\xd8\xff\xe0", "x: is a picture;"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "x: is a picture;"),
        (b"\0\0\0\x18ftypheic", "x: is a picture;"),
        (b"PK\x03\x04xl/workbook.xml", "x: is a spreadsheet or slides, no letter;"),
        (b"PK\x03\x04", "x: is an archive; unpack it and name the files or the folder."),
        (b"Rar!\x1a\x07\x00", "x: is an archive;"),
        (b"", "x: has no text;"),
        (b" \n\t\n", "x: has no text;"),
    ],
)
def test_what_is_no_text_is_refused_with_the_mend(data: bytes, said: str) -> None:
    with pytest.raises(ReplyError) as refused:
        text_of(data)
    assert str(refused.value).startswith(said)


@pytest.mark.parametrize("name", ["mojibake.txt", "mojibake2.txt"])
def test_text_that_a_wrong_encoding_destroyed_is_refused(name: str) -> None:
    with pytest.raises(
        ReplyError, match=r"^x: its characters were destroyed by a wrong encoding; fetch or copy"
    ):
        text_of((SAMPLES / "small" / name).read_bytes())


def test_big5_read_as_gbk_is_refused() -> None:
    destroyed = (TRADITIONAL * 3).encode("big5").decode("gb18030", "replace")
    with pytest.raises(ReplyError, match=r"destroyed by a wrong encoding|codes of glyphs"):
        text_of(destroyed.encode())


@pytest.mark.parametrize("text", ["(cid:17)(cid:18)(cid:9)年投入500万元", "\ue001\ue002\ue003年"])
def test_codes_of_glyphs_are_refused(text: str) -> None:
    with pytest.raises(ReplyError, match="has codes of glyphs instead of characters"):
        text_of(text.encode())


@pytest.mark.parametrize(
    "text", ["面积3.5万m²,气温30℃±2°,§5,A·B×2÷1", "Dear café owners: 12 000 €", "合计\ufffd500万元的补助"]
)
def test_signs_that_are_no_chinese_do_no_harm(text: str) -> None:
    assert text_of(text.encode()) == text


def test_radicals_are_read_as_the_characters_that_they_stand_for() -> None:
    assert without_radicals("1.9万⼈,养⽼⾦,⻓期、⻋⻔,金\uf90a") == "1.9万人,养老金,长期、车门,金金"
    assert all(len(value) == 1 and not "⺀" <= value <= "⿕" for value in SUPPLEMENT.values())
    assert text_of("养⽼".encode()) == "养老"


def test_all_other_characters_stay() -> None:
    text = "２０２１年　1 200人\u200b，﹝2021﹞﹒Ａ㎡①"
    assert without_radicals(text) == text


@pytest.mark.parametrize(
    ("number", "chinese"),
    [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (21, "二十一"), (100, "一百"), (101, "一百零一"), (110, "一百一十"), (1005, "一千零五"), (0, "0")],
)  # fmt: skip
def test_numbers_are_counted_in_chinese(number: int, chinese: str) -> None:
    assert counted(number) == chinese


@pytest.mark.parametrize(
    ("format_", "number", "printed"),
    [
        ("decimal", 12, "12"), ("decimalZero", 3, "03"), ("decimalFullWidth", 12, "１２"), ("decimalFullWidth2", 1, "１"),
        ("decimalHalfWidth", 1, "1"), ("decimalEnclosedCircle", 3, "③"), ("decimalEnclosedCircleChinese", 2, "②"),
        ("decimalEnclosedFullstop", 2, "⒉"), ("decimalEnclosedParen", 2, "⑵"), ("decimalEnclosedCircle", 21, "21"),
        ("upperRoman", 4, "IV"), ("lowerRoman", 19, "xix"), ("upperLetter", 27, "AA"), ("lowerLetter", 2, "b"),
        ("chineseCounting", 12, "十二"), ("chineseCountingThousand", 12, "十二"), ("japaneseCounting", 3, "三"),
        ("taiwaneseCounting", 3, "三"), ("taiwaneseCountingThousand", 3, "三"), ("koreanCounting", 3, "3"),
        ("ideographDigital", 10, "一〇"), ("japaneseDigitalTenThousand", 10, "一〇"), ("taiwaneseDigital", 10, "一〇"),
        ("chineseLegalSimplified", 12, "壹拾贰"), ("ideographLegalTraditional", 3, "叁"),
        ("ideographTraditional", 2, "乙"), ("ideographZodiac", 1, "子"), ("none", 3, ""), ("bullet", 3, ""),
    ],
)  # fmt: skip
def test_word_prints_a_number_by_its_format(format_: str, number: int, printed: str) -> None:
    assert FORMATS[format_](number) == printed


def test_every_format_has_an_example() -> None:
    marks = test_word_prints_a_number_by_its_format.pytestmark[0].args[1]  # type: ignore[attr-defined]  # pytest puts it there
    assert {format_ for format_, *_ in marks} == set(FORMATS)


def test_numbers_beyond_a_format_are_written_in_digits() -> None:
    assert (roman(4000), letters(781), letters(0)) == ("4000", "781", "0")


@pytest.mark.parametrize(
    ("style", "printed"),
    [("decimal", "3. "), ("1", "3. "), ("a", "c. "), ("A", "C. "), ("i", "iii. "), ("I", "III. "), ("cjk-ideographic", "三、"),
     ("CJK-IDEOGRAPHIC", "三、"), ("simp-chinese-formal", "叁、"), ("cjk-heavenly-stem", "丙、"), ("none", ""), ("square", "")],
)  # fmt: skip
def test_a_browser_prints_a_number_by_the_style_of_its_list(style: str, printed: str) -> None:
    assert numbered(3, style) == printed


def test_a_file_that_is_not_what_its_name_says_is_damaged() -> None:
    for name in ("a.docx", "a.PDF", "a.ofd"):
        with pytest.raises(ReplyError, match="is damaged or not whole; fetch it again"):
            text_of(b"not found", name)


def test_text_without_any_common_character_is_no_chinese() -> None:
    with pytest.raises(ReplyError, match="destroyed by a wrong encoding"):
        text_of(("闽祇甶緄狝叭某氮滦矗眡瞷郡戈皘" * 7).encode())
    assert text_of("闽祇甶緄".encode()) == "闽祇甶緄"  # too few to tell


def test_big5_of_hong_kong_is_read() -> None:
    page = '<html><meta charset="big5"><p>佢哋嘅屋邨㗎'
    assert text_of(page.encode("big5hkscs")) == "佢哋嘅屋邨㗎\n"
