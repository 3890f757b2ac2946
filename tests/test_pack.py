"""A published text becomes a letter: nothing lost, nothing guessed, figures as a person reads them."""

import io
import json
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pack_letters import read_marked
from report_pack import HEAD, checks, shares

from conftest import LETTER, REPLY, Run, environment
from reply import load
from reply.errors import ReplyError
from reply.pack import decode, pack
from reply.pack.keep import keep_corrections
from reply.pack.letter import account
from reply.quantity import half_width, parse_quantity
from reply.store.reader import parse
from reply.store.writer import dump

BARS = {
    "text given back": 1.0, "digits accounted for": 1.0, "destroyed digits": 1.0,
    "figure precision": 0.97, "figure recall": 0.97, "qualifier": 0.97, "period": 0.9,
    **{f"head {key}": 0.95 for key in HEAD},
}  # fmt: skip


@pytest.mark.parametrize("half", ["tune", "report"])
def test_letters_of_the_genre_are_read_to_the_bars(half: str) -> None:
    found = shares(half)
    missed = {m: found[m] for m, bar in BARS.items() if found[m][0] / found[m][1] < bar}
    assert not missed


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
    assert dump(keep_corrections(packed, letter)) == dump(letter)
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


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("养老".encode(), "养老"),
        ("养老".encode("utf-8-sig"), "养老"),
        ("养老".encode("utf-16"), "养老"),
        ("养老".encode("gb18030"), "养老"),
        ("養老㐀".encode("gb18030"), "養老㐀"),
        ("养\r\n老\r".encode(), "养\r\n老\r"),
        (b"<!DOCTYPE html><p>a&nbsp;1<br>b<script>9</script><td>c<td>d</p>", "a\xa01\nb c d\n"),
        ("<html><head><title>t</title></head><body><nav>x</nav><div>养老<span>服务</span></div></body>".encode(), "养老服务\n"),
    ],
)  # fmt: skip
def test_encodings_and_pages_are_recognised(data: bytes, text: str) -> None:
    assert decode(data, "x") == text


@pytest.mark.parametrize(
    ("data", "kind"),
    [(b"%PDF-1.4", "PDF"), (b"PK\x03\x04", "Word"), (b"\x89PNG\r\n", "PNG"), (b"\x7fELF\0\0\xff", "binary")],
)
def test_what_is_no_text_is_refused_with_the_mend(data: bytes, kind: str) -> None:
    with pytest.raises(ReplyError, match=f"x: is a {kind} file, .*; copy the text out of a reader"):
        decode(data, "x")


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


def test_corrections_are_kept_where_the_words_still_stand(source: str) -> None:
    letter = load()
    moved = pack("\n" + source)
    kept = keep_corrections(moved, letter)
    assert kept.figure("3.1-5").label == letter.figure("3.1-5").label
    assert kept.figure("1.1-1").label == letter.figure("1.1-1").label
    changed = pack(source.replace("警务室7465个", "警务室7466个"))
    assert keep_corrections(changed, letter).figure("2.1-9").corrected == ()


def test_one_text_goes_to_stdout(run: Run, source: str) -> None:
    result = run("pack", str(LETTER))
    assert (result.status, result.stderr) == (0, "")
    assert parse(result.text, "x").text == source


def test_standard_input_is_a_dash(source: str) -> None:
    done = subprocess.run(
        [REPLY, "pack", "-"], input=source.encode(), capture_output=True, env=environment({}), check=True
    )
    assert parse(done.stdout.decode(), "x").text == source


def test_a_folder_goes_into_a_folder_and_failures_are_named(run: Run, tmp_path: Path) -> None:
    texts, out = tmp_path / "texts", tmp_path / "out"
    texts.mkdir()
    letters = read_marked("tune")
    for letter in letters:
        (texts / f"{letter.name.split()[0]}.txt").write_bytes(letter.data)
    (texts / "bad.txt").write_bytes(b"%PDF-1.7")
    (texts / "note.docx").write_bytes(b"PK")
    result = run("pack", str(texts), "-o", str(out))
    assert result.status == 1
    assert result.stderr.splitlines()[-1] == f"Packed {len(letters)} of {len(letters) + 1} files; 1 failed."
    assert f"{texts / 'bad.txt'}: is a PDF file" in result.stderr
    assert "the page damaged the digits “20164”, “20213”" in result.stderr
    assert sorted(path.name for path in out.iterdir()) == [f"{n:02}.toml" for n in range(1, len(letters) + 1)]


def test_ctrl_c_in_the_middle_of_a_folder_leaves_only_whole_files(tmp_path: Path) -> None:
    texts, out = tmp_path / "texts", tmp_path / "out"
    texts.mkdir()
    for number in range(600):
        (texts / f"{number}.txt").write_bytes(LETTER.read_bytes())
    process = subprocess.Popen(
        [REPLY, "pack", texts, "-o", out], stderr=subprocess.PIPE, env=environment({}), start_new_session=True
    )
    while not any(out.glob("[0-9]*.toml")):  # not the file beside, which becomes one when it is renamed
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    written = list(out.iterdir())
    assert (process.returncode, errors) == (130, b"")
    assert 0 < len(written) < 600
    assert all(load(path).text == LETTER.read_bytes().decode() for path in written)


def test_nothing_is_overwritten_unless_forced(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "letter.toml"
    assert run("pack", str(LETTER), "-o", str(out)).status == 0
    out.write_text("mine")
    refused = run("pack", str(LETTER), "-o", str(out))
    assert (refused.status, out.read_text()) == (2, "mine")
    assert refused.stderr == f"{out}: exists and was left as it is; add --force to overwrite it.\n"
    assert run("pack", str(LETTER), "-o", str(out), "--force").status == 0
    assert load(out).number == load().number


def test_keep_carries_corrections_over(run: Run, tmp_path: Path) -> None:
    from reply.store import packaged

    assert run("pack", str(LETTER), "--keep", str(packaged())).text == packaged().read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["missing.txt"], "missing.txt: there is no such file; check the path."),
        (["a.txt", "b.txt"], "Several files need a folder to go into; name it with -o."),
        (["a/x.txt", "b/x.txt", "-o", "out"], "b/x.txt: would go to out/x.toml, as a/x.txt does; rename it or pack the two apart."),
        (["empty.txt"], "empty.txt: has no text; give the text of a published reply."),
        (["folder"], "folder: holds no text file (.txt, .html); name the texts of replies."),
    ],
)  # fmt: skip
def test_what_cannot_be_packed_is_said_in_one_sentence(
    tmp_path: Path, arguments: list[str], said: str
) -> None:
    (tmp_path / "empty.txt").write_text(" \n")
    (tmp_path / "folder").mkdir()
    done = subprocess.run(
        [REPLY, "pack", *arguments],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=environment({}),
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (2, "", said + "\n")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is always full")
def test_a_full_disk_is_said_in_one_sentence() -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [REPLY, "pack", LETTER], stdout=full, stderr=subprocess.PIPE, env=environment({}), check=False
        )
    assert done.returncode == 2
    assert done.stderr.decode().startswith("Stdout cannot be written")


def test_a_folder_that_cannot_be_written_leaves_nothing_behind(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    result = run(
        "pack", str(LETTER), str(LETTER.with_name("figures.toml")), "-o", str(tmp_path / "file" / "out")
    )
    assert result.status == 2
    assert "cannot be written" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the letters of one half, packed."""
    out = tmp_path_factory.mktemp("letters")
    for letter in read_marked("report"):
        (out / f"{letter.name.split()[0]}.toml").write_text(dump(pack(letter.text)), "utf-8")
    return out


def test_a_letter_of_ones_own_is_asked_like_the_packaged_one(run: Run, folder: Path) -> None:
    one = str(folder / "01.toml")
    rows = json.loads(run("figures", "--unit", "座", "--from", one, "-f", "json").stdout)
    assert [(row["id"], row["text"]) for row in rows] == [("body-7", "400余座")]
    assert run("--from", one, "info", "-c", "addressee", "--no-header").text == "冯雪梅委员\n"
    assert run("info", "-c", "addressee", "--no-header", REPLY_FROM=one).text == "冯雪梅委员\n"


def test_every_row_of_several_letters_says_which_letter(run: Run, folder: Path) -> None:
    rows = json.loads(run("figures", "--unit", "亩", "--from", str(folder), "-f", "json").stdout)
    assert [row["letter"] for row in rows] == ["08", "08", *["农办案〔2020〕201号"] * 3, "16"]
    assert rows[2]["id"] == "农办案〔2020〕201号:1-2"
    assert next(iter(rows[0])) == "letter"


def test_an_id_with_its_letter_names_one_figure(run: Run, folder: Path) -> None:
    assert run("figures", "08:body-2", "--from", str(folder), "-f", "value").text == "362000\n"


def test_find_ranks_across_letters_and_the_best_tier_answers_alone(run: Run, folder: Path) -> None:
    rows = json.loads(run("find", "残疾人", "--from", str(folder), "-f", "json").stdout)
    assert {row["letter"] for row in rows} == {"15"}
    scores = [
        row["score"] for row in json.loads(run("find", "补助", "--from", str(folder), "-f", "json").stdout)
    ]
    assert scores == sorted(scores, reverse=True)
    assert len(scores) > 3


def test_figures_of_a_folder_are_sorted_as_one_table(run: Run, folder: Path) -> None:
    rows = json.loads(
        run("figures", "--unit", "元", "--sort", "-value", "--from", str(folder), "-f", "json").stdout
    )
    values = [row["value"] for row in rows if row["value"] is not None]
    assert values == sorted(values, reverse=True)
    assert values[0] == 85_900_000_000


def test_a_broken_file_in_a_folder_is_named_and_the_others_answer(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "good.toml").write_bytes((folder / "01.toml").read_bytes())
    (tmp_path / "bad.toml").write_text("[letter")
    result = run("figures", "--unit", "座", "--from", str(tmp_path), "-c", "id", "--no-header")
    assert (result.status, result.text) == (2, "body-7\n")
    assert result.stderr.startswith(f"{tmp_path / 'bad.toml'}: line 1, not valid TOML")


def test_an_empty_folder_and_a_missing_file_are_said(run: Run, tmp_path: Path) -> None:
    assert (
        run("info", "--from", str(tmp_path)).stderr
        == f"{tmp_path}: holds no letter (.toml); pack some into it.\n"
    )
    assert run("info", "--from", str(tmp_path / "x.toml")).status == 2


def test_an_unknown_unit_is_an_error_only_when_no_letter_has_it(run: Run, folder: Path) -> None:
    assert run("figures", "--unit", "幢", "--from", str(folder)).status == 0
    assert run("figures", "--unit", "光年", "--from", str(folder)).status == 2


@pytest.mark.parametrize(
    ("words", "period", "basis"),
    [
        ("2016年建成", "2016", "stated"),
        ("2016年度建成", "2016", "stated"),
        ("2016 年 3 月底建成", "2016-03", "stated"),
        ("2016年3月5日建成", "2016-03-05", "stated"),
        ("2016年3月至9月建成", "2016-03/2016-09", "stated"),
        ("2016年3月1日至9月30日建成", "2016-03-01/2016-09-30", "stated"),
        ("2016年9月至2017年3月建成", "2016-09/2017-03", "stated"),
        ("2015—2016年建成", "2015/2016", "stated"),
        ("2016年上半年建成", "2016-01/2016-06", "stated"),
        ("2016年第三季度建成", "2016-07/2016-09", "stated"),
        ("2016年前5个月建成", "2016-01/2016-05", "stated"),
        ("2016年前建成", "../2016", "stated"),
        ("2000年以前建成的小区共", None, None),
        ("2016年起建成", "2016/..", "stated"),
        ("自2016年开展试点以来,建成", "2016/..", "stated"),
        ("“十三五”期间建成", "2016/2020", "stated"),
        ("十二五末,建成", "2015", "stated"),
        ("今年建成", "2017", "resolved"),
        ("今年上半年建成", "2017-01/2017-06", "resolved"),
        ("今年1-5月建成", "2017-01/2017-05", "resolved"),
        ("去年以来建成", "2016/..", "resolved"),
        ("截至5月底建成", "2017-05", "resolved"),
        ("截至11月底建成", "2016-11", "resolved"),
        ("预计11月建成", "2017-11", "resolved"),
        ("2015年试点,其中9月建成", "2015-09", "carried"),
        ("2015年建成,比上年增加", "2015", "carried"),
        ("2015年建成,较2013年增加", "2015", "carried"),
        ("2015年与2013年相比增加", "2015", "stated"),
        ("2015年上学期,建成", "2015", "stated"),
        ("2015年,通过试点,建成", "2015", "stated"),
        ("2015年由上年的少数增加到", "2015", "stated"),
        ("2015年试点。建成", None, None),
        ("2015年试点,目前建成", None, None),
        ("2015年试点,近三年建成", None, None),
        ("按照农业部令2016年第2号建成", None, None),
        ("按照《关于2016年工作的意见》建成", None, None),
    ],
)
def test_a_figure_is_of_the_time_that_its_sentence_names(
    words: str, period: str | None, basis: str | None
) -> None:
    reply = pack(f"各位委员:\n答复如下:\n{words}5个站。\n民政局\n2017年6月6日\n")
    assert [(f.period, f.basis) for f in reply.figures] == [(period, basis)]


@pytest.mark.parametrize(
    ("text", "value", "unit", "bound"),
    [
        ("500 万元", 5_000_000, "元", "exact"),
        ("约 50 %", 50, "%", "about"),
        ("1.2 万余个", 12_000, "个", "over"),
        ("18.7km", 18.7, "km", "exact"),
        ("20mg/L", 20, "mg/L", "exact"),
        ("2000元/月", 2000, "元/月", "exact"),
        ("300元/人·月", 300, "元/人·月", "exact"),
        ("50亩（含）以上", 50, "亩", "at_least"),
        ("5万人口", 50_000, "人口", "exact"),
        ("不超过总投资的30%", 30, "%", "at_most"),
        ("0.6個百分點", 0.6, "個百分點", "exact"),
    ],
)
def test_a_quantity_is_read_with_its_spaces_and_its_rate(
    text: str, value: float, unit: str, bound: str
) -> None:
    (figure,) = pack(f"全县共{text}。").figures
    assert (figure.text, figure.value, figure.unit, figure.bound) == (text, value, unit, bound)


@pytest.mark.parametrize(
    "text",
    [
        "5G基站",
        "24小时热线",
        "15分钟生活圈",
        "附件 1 名单",
        "A4纸",
        "PM2.5",
        "12345热线",
        "119等热线",
        "1+5+N",
        "80后",
        "9-15社",
        "4:6分担",
    ],
)
def test_a_name_with_digits_is_no_figure(text: str) -> None:
    assert list(pack(f"全县有{text}。").figures) == []


def test_a_multiple_of_another_year_is_of_the_year_that_has_it() -> None:
    (figure,) = pack("2015年继续增加,是2013年的2倍。").figures
    assert (figure.text, figure.period, figure.basis) == ("2倍", "2015", "carried")


@pytest.mark.parametrize(
    ("words", "per"),
    [
        ("2016年人均补助45元", ("人",)),
        ("年人均补助45元", ("年", "人")),
        ("每人每年补助45元", ("人", "年")),
        ("每个乡镇补助45元", ("乡镇",)),
        ("每台电梯补助45元", ("电梯",)),
        ("每张补助45元", ("张",)),
        ("每千人口补助45元", ("千人口",)),
        ("月工资45元", ("月",)),
        ("2016年7月工资45元", ()),
        ("日处理45元/日", ()),
    ],
)
def test_what_one_such_amount_is_for_is_said_in_the_words_of_its_clause(
    words: str, per: tuple[str, ...]
) -> None:
    assert [f.per for f in pack(f"{words}。").figures] == [per]


def test_what_counts_years_of_service_belongs_to_what_one_amount_is_for() -> None:
    *_, figure = pack("工龄每满1年每月补助15元。").figures
    assert (figure.text, figure.per) == ("15元", ("满1年", "月"))


def test_digits_that_may_be_one_number_or_two_are_flagged_and_never_guessed() -> None:
    reply = pack("新增泊位 4 200 个。")
    assert list(reply.figures) == []
    assert [flag.text for section in reply.sections for flag in section.flagged] == ["4 200"]


def checked(text: str) -> list[tuple[str, str]]:
    from reply.ask.check import check

    return [(str(row["check"]), str(row["text"])) for row in check(pack(text)).rows]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("全县200个村已建成150个,完成率75%。", []),
        ("全县200个村已建成150个,完成率57%。", [("rate", "57%")]),
        ("全县29个村已建成20个,完成率69.0%。", []),
        ("共投入100万元,其中省级60万元、市级30万元。", []),
        ("共投入100万元,其中省级60万元、市级50万元。", [("sum", "100万元")]),
        ("2016年投入3万元,目前有5个站,2017年投入4万元。", [("period", "5个")]),
        ("自20164月以来,建成5个站。", [("damaged", "20164")]),
        ("共约100万元,其中省级60万元、市级50万元。", []),
    ],
)
def test_check_says_what_a_person_should_look_at(text: str, found: list[tuple[str, str]]) -> None:
    assert checked(text) == found


def test_the_packaged_letter_stands_up_to_the_check(run: Run) -> None:
    result = run("check")
    assert (result.status, result.stdout, result.stderr) == (0, b"", "Nothing needs a second look.\n")


def test_a_check_that_finds_something_exits_1_and_a_broken_file_2(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(dump(pack("全县200个村已建成150个,完成率57%。")), "utf-8")
    result = run("check", str(tmp_path), "-c", "id,remark", "--no-header")
    assert (result.status, result.text) == (1, "body-3\t150个 of 200个 are 75.00%, not 57%.\n")
    (tmp_path / "b.toml").write_text("")
    assert run("check", str(tmp_path)).status == 2


def test_a_letter_named_twice_is_asked_once(run: Run, folder: Path) -> None:
    twice = run(
        "info", "--from", str(folder), "--from", str(folder / "01.toml"), "-c", "letter", "--no-header"
    )
    assert len(twice.lines) == 20


def test_letters_of_the_same_file_name_are_told_apart(run: Run, folder: Path, tmp_path: Path) -> None:
    for place in ("a", "b"):
        (tmp_path / place).mkdir()
        (tmp_path / place / "x.toml").write_bytes((folder / "01.toml").read_bytes())
    names = run("info", "--from", str(tmp_path), "-c", "letter", "--no-header").lines
    assert names == [str(tmp_path / "a" / "x"), str(tmp_path / "b" / "x")]


@pytest.mark.parametrize(
    "text",
    ["1" * 20_000, "a" * 20_000, "1a" * 20_000, "1," * 20_000, "《" * 20_000 + "》" * 20_000, "“" * 20_000, "每" * 20_000, "〔2017〕" * 5_000],
    ids=["digits", "letters", "names", "commas", "titles", "quotes", "each", "numbers"],
)  # fmt: skip
def test_monotonous_text_packs_and_has_no_figure(text: str) -> None:
    """Each of these would keep a careless regular expression busy for minutes."""
    reply = pack(text)
    assert reply.text == text
    assert list(reply.figures) == []


def test_ten_thousand_figures_in_one_sentence_share_its_text() -> None:
    figures = list(pack("前言。" + "投入5万元," * 10_000).figures)
    assert len(figures) == 10_000
    assert len({id(figure.quote) for figure in figures}) == 1


@pytest.mark.parametrize("digits", ["1" * 5000, "9" * 31, "1" * 5000 + "万元"])
def test_a_number_longer_than_any_quantity_is_none(digits: str) -> None:
    assert parse_quantity(digits) is None
    assert list(pack(f"投入{digits}").figures) == []
