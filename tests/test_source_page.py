"""Saved pages: read as a browser reads them; the letter, all of it and nothing else."""

import sys
from email.message import EmailMessage

import pytest

from conftest import in_proportion
from reply.errors import ReplyError
from reply.source import File, read_source

OPENING = "<p>关于第5号提案的答复</p><p>王芳委员:</p><p>您提出的提案收悉,现答复如下:</p>"
CLOSING = "<p>云溪县民政局</p><p>2021年8月17日</p>"
HEAD = "关于第5号提案的答复\n王芳委员:\n您提出的提案收悉,现答复如下:\n"
FOOT = "云溪县民政局\n2021年8月17日\n"


def text_of(page: str) -> str:
    return read_source(File("x", page.encode())).text


def shown(inside: str) -> str:
    """Return what is shown of HTML that stands in a letter."""
    text = text_of(f"<html><body>{OPENING}{inside}{CLOSING}")
    assert text.startswith(HEAD)
    assert text.endswith(FOOT)
    return text.removeprefix(HEAD).removesuffix(FOOT)


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<p>投入<b>5</b>00万元", "投入500万元\n"),
        ("<p>投入<p>产出", "投入\n产出\n"),
        ("投入<br>产出", "投入\n产出\n"),
        ("<p>新建<del>120</del><ins>135</ins>公里,<s>500</s><strike>6</strike>800元", "新建135公里,800元\n"),
        (
            "<p>投入1200<sup>1</sup>万元<sup>[2]</sup>,绿地3万m<sup>2</sup>,容量5m<sup>3</sup>",
            "投入1200[1]万元[2],绿地3万m²,容量5m³\n",
        ),
        ("<p>一般<sup>注</sup>", "一般[注]\n"),
        (
            '<p>有<span style="DISPLAY: none">999万元</span>的<i style="visibility:hidden">8</i><u hidden>7</u><span style="text-decoration:line-through">6</span>',
            "有的\n",
        ),
        (
            "<p>a<script>1</script><style>2</style><textarea>3</textarea><select><option>4</select><button>5</button>",
            "a\n",
        ),
        ("<nav>首页</nav><p>有<template>1</template><noscript>2</noscript><iframe>3</iframe>", "有\n"),
        ("<pre>第一行\n  第二行\n</pre>", "第一行\n  第二行\n"),
        ('<div style="white-space: pre-wrap">第一行\n第二行</div>', "第一行\n第二行\n"),
        ("<p>投\n  入资金\n2020\n年 A\nB", "投入资金 2020 年 A B\n"),
        ("<ol><li>甲<li>乙</ol>", "1. 甲\n2. 乙\n"),
        ('<ol start=3 style="list-style-type:cjk-ideographic"><li>甲<li value=7>乙</ol>', "三、甲\n七、乙\n"),
        ("<ol><li>一、甲<li>(二)乙</ol>", "一、甲\n(二)乙\n"),
        ("<ol><li>甲<ol type=a><li>乙</ol><li>丙</ol>", "1. 甲\na. 乙\n2. 丙\n"),
        ("<ul><li>甲<li>乙</ul>", "甲\n乙\n"),
        ("<p>投入&nbsp;500&emsp;元&#12288;", "投入\xa0500\u2003元\n"),
        ("<!-- 9 --><p>有<!-- 8 -->无", "有无\n"),
    ],
)
def test_a_page_is_read_as_a_browser_shows_it(inside: str, text: str) -> None:
    assert shown(inside) == text


@pytest.mark.parametrize(
    "page",
    [
        "<!doctype html><html><head><meta charset=utf-8><title>t</title><body><p>王芳委员:",
        "<html><head><title>t</title><p>王芳委员:",
        "<p>王芳委员:",
        '<?xml version="1.0"?>\n<!-- saved --><!DOCTYPE html><p>王芳委员:',
        "<div><button><p>x</button><p>王芳委员:",
    ],
)
def test_end_tags_may_be_left_out(page: str) -> None:
    assert text_of(page) == "王芳委员:\n"


def test_a_table_of_data_is_written_with_bars_and_its_merged_cells_marked() -> None:
    table = (
        "<table><tr><th rowspan=2>地区<th colspan=2>2020年<tr><td>学位(个)<td>投入(万元)"
        "<tr><td>青山市<td>4150<td><p>56</p><p>80</p><tr><td>a|b<td><td>1</table>"
    )
    assert shown(table) == (
        "| 地区 | 2020年 | ← |\n| 〃 | 学位(个) | 投入(万元) |\n| 青山市 | 4150 | 56 80 |\n| a｜b |  | 1 |\n"
    )


def test_a_table_for_the_layout_is_text() -> None:
    page = f"<table><tr><td>首页<td><table><tr><td>{OPENING}<p>投入5万元。{CLOSING}</table></table>"
    assert text_of(page) == f"{HEAD}投入5万元。\n{FOOT}"


def test_menu_related_links_and_footer_are_no_part_of_the_letter() -> None:
    menu = "<ul><li>一、机构职能<li><a>关于第9号提案的答复</a> 2021-05-06</ul>"
    related = "<div><a>关于第3号提案的答复</a><span>2021年2月3日</span></div>"
    footer = "<div><p>2020年财政收入18.6亿元<p>联系电话:0756-5500000</div>"
    page = f"<body>{menu}<div class=a>{OPENING}<p>投入5万元。{CLOSING}</div>{related}{footer}"
    assert text_of(page) == f"{HEAD}投入5万元。\n{FOOT}"


def test_what_stands_around_a_letter_without_a_container_goes_from_the_end() -> None:
    page = f"<body>{OPENING}{CLOSING}<p>联系电话:0756-1<div><p>财政收入18.6亿元<p>ICP备1号</div>"
    assert text_of(page) == f"{HEAD}{FOOT}联系电话:0756-1\n"


def test_attachments_in_a_block_after_the_date_stay() -> None:
    page = f"<body>{OPENING}{CLOSING}<div><p>附件:<p>1.一览表</div><footer>联系我们</footer>"
    assert text_of(page) == f"{HEAD}{FOOT}附件:\n1.一览表\n"


def test_title_and_number_come_from_above_and_from_the_metadata_alone() -> None:
    metadata = (
        "<table><tr><td>索 引 号:<td>00714/2021<td>发布机构:<td>云溪县民政局"
        "<tr><td>文 号:<td>云溪民函〔2021〕36号<td>发布日期:<td>2021-09-10</table>"
    )
    letter = f"<div><p>王芳委员:<p>您提出的提案收悉,现答复如下:{CLOSING}</div>"
    expected = f"云溪民函〔2021〕36号\n关于第5号提案的答复\n王芳委员:\n您提出的提案收悉,现答复如下:\n{FOOT}"
    assert text_of(f"<body>{metadata}<h1>关于第5号提案的答复</h1>{letter}") == expected
    definition = "<dl><dt>发文字号<dd>云溪民函〔2021〕36号<dt>日期<dd>2021-09-10</dl>"
    assert text_of(f"<body>{definition}<h1>关于第5号提案的答复</h1>{letter}") == expected
    line = "<p>文号:云溪民函〔2021〕36号</p>"
    assert text_of(f"<body>{line}<h1>关于第5号提案的答复</h1>{letter}") == expected


def test_a_page_without_a_letter_is_all_shown() -> None:
    assert text_of("<html><body><p>第一</p><div>第二</div>") == "第一\n第二\n"


def test_thanks_end_a_letter_without_a_date() -> None:
    page = "<body><p>首页</p><div><p>您的提案收悉。<p>感谢您的支持。</div><p>版权所有"
    assert text_of(page) == "您的提案收悉。\n感谢您的支持。\n"


def test_the_address_of_a_saved_page_is_known() -> None:
    page = "<html><!-- saved from url=(0033)http://www.example.cn/a/t20210910.html --><p>王芳委员:"
    assert read_source(File("x", page.encode())).published == "http://www.example.cn/a/t20210910.html"


def mhtml(page: str, charset: str) -> bytes:
    message = EmailMessage()
    message["Subject"] = "页面"
    message["MIME-Version"] = "1.0"
    message["Snapshot-Content-Location"] = "http://www.example.cn/a.html"
    message.make_related()
    message.add_related(page.encode(charset), "text", "html", cte="base64", headers=[f"X-Kind: {charset}"])
    message.add_related("<p>广告:1000万元</p>".encode(), "text", "html", cte="quoted-printable")
    return message.as_bytes()


@pytest.mark.parametrize("charset", ["utf-8", "gb18030"])
def test_a_page_saved_as_one_file_is_its_first_page(charset: str) -> None:
    source = read_source(File("x.mht", mhtml(f"<html><body>{OPENING}{CLOSING}", charset)))
    assert source.text == HEAD + FOOT
    assert source.published == "http://www.example.cn/a.html"


def test_a_file_of_pictures_alone_holds_no_page() -> None:
    data = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: image/png\r\n\r\n1\r\n--x--"
    with pytest.raises(ReplyError, match="holds no page; save it again in a browser"):
        read_source(File("x.mht", data))


@pytest.mark.parametrize(
    "page",
    # An hour, if they were read: the time limit of the tests says when they are.
    ["<div>" * 100_000, "<b>" * 5_000 + "<p>x" * 5_000, "<table><tr><td>" * 20_000, "<font color=1>" * 2000],
    ids=["blocks", "formatting", "tables", "fonts"],
)
def test_elements_within_each_other_without_end_are_refused_at_once(page: str) -> None:
    with pytest.raises(ReplyError, match="is nested deeper than any letter"):
        text_of(f"<html>{page}")


@pytest.mark.parametrize(
    "piece",
    ["<", "<p>", "<p>收悉", "<li>", "<td>", "<a>x</a>", "<!--", "<p>2021年8月17日", "a<sup>1</sup>", "<br>", "&amp;", "<div>a</div>",
     "<table><tr><td>1<td>2<tr><td>1<td>2</table>", "<td rowspan=5000 colspan=5000>", "<p>文号:"],
)  # fmt: skip
def test_the_time_grows_with_the_page(piece: str) -> None:
    def page(size: int) -> str:
        return f"<html><body><p>您的提案收悉{piece * (size // len(piece))}"

    assert in_proportion(page, text_of, 10_000)


def test_without_the_extra_one_sentence_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    for library in ("selectolax", "selectolax.lexbor", "charset_normalizer", "pypdfium2"):
        monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(
        ReplyError, match=r"^x: reading it needs selectolax; run pip install 'reply-cli\[files\]'\.$"
    ):
        text_of("<html><p>a")
    with pytest.raises(ReplyError, match="needs pypdfium2; run pip install"):
        read_source(File("x", b"%PDF-1.7"))


def test_a_title_that_is_a_link_is_another_letters() -> None:
    letter = f"<div><p>王芳委员:<p>您提出的提案收悉,现答复如下:{CLOSING}</div>"
    related = "<ul><li><a>关于第9号提案的答复</a></ul>"
    assert text_of(f"<body><h1>关于第5号提案的答复</h1>{related}{letter}") == f"{HEAD}{FOOT}"


def test_the_metadata_of_a_letter_without_a_container_goes_too() -> None:
    metadata = "<table><tr><td>索引号<td>00714<td>名称<td>答复<tr><td>文号<td>云溪民函〔2021〕36号<td>主题词<td></table>"
    assert text_of(f"<body>{metadata}{OPENING}{CLOSING}") == f"云溪民函〔2021〕36号\n{HEAD}{FOOT}"


def test_text_that_begins_with_a_scrap_of_a_page_is_text() -> None:
    text = '<wbr id="q"><sup></sup></wbr>\n  王芳委员:\n  投入5万元。\n'
    assert text_of(text) == text
