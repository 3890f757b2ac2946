"""A collection in one file answers as if all letters were read, and is never half used."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pack_letters import read_marked

from conftest import REPLY, Run, environment
from reply.ask import citations, figures, sections
from reply.ask.check import check
from reply.ask.find import question as find
from reply.ask.head import COLUMNS, info
from reply.ask.question import Ask, Question
from reply.ask.several import HEAD, answers, best_tier, joined, ordered
from reply.errors import ReplyError
from reply.listing import Listing, Row
from reply.lookup.corpus import Corpus, Match
from reply.lookup.tier import Tier
from reply.model import Citation, Figure, Flag, Letter, Section
from reply.pack import pack
from reply.shelf.many import ask_many
from reply.shelf.names import named
from reply.shelf.reader import Collection
from reply.shelf.schema import FORMAT, PARTS, rows_of
from reply.shelf.writer import Writer
from reply.store.reader import parse
from reply.store.writer import dump

REAL = [letter.text for half in ("tune", "report") for letter in read_marked(half)]


def collection(path: Path, letters: Sequence[str]) -> list[Letter]:
    """Write letters to a collection, and return them as packed, by the names that they have among each other."""
    packed = {f"{number:03}.txt": pack(text) for number, text in enumerate(letters)}
    writer = Writer(str(path))
    for file, letter in packed.items():
        writer.put(file, rows_of(letter))
    writer.commit()
    writer.close()
    names = named({file: letter.number for file, letter in packed.items()})
    return [letter._replace(file=file, name=names[file]) for file, letter in packed.items()]


def of_all(letters: Sequence[Letter], question: Question, sort: str | None = None) -> list[Row] | str:
    """Ask every letter, one by one."""
    told = said_of_all(letters, question, sort)
    return told if isinstance(told, str) else told[0]


def said_of_all(
    letters: Sequence[Letter], question: Question, sort: str | None = None
) -> tuple[list[Row], list[str]] | str:
    """Ask every letter, one by one; return what is said of the rows too."""
    try:
        found = ordered(joined(best_tier(answers(letters, question.ask))), sort)
        return list(found.rows), list(found.notes)
    except ReplyError as error:
        return str(error)


def of_database(
    path: Path, question: Question, most: int | None = None, sort: str | None = None
) -> list[Row] | str:
    told = said_of_database(path, question, most, sort)
    return told if isinstance(told, str) else told[0]


def said_of_database(
    path: Path, question: Question, most: int | None = None, sort: str | None = None
) -> tuple[list[Row], list[str]] | str:
    try:
        found = ask_many([str(path)], question, most=most, sort=sort)[0]
        return list(found.rows), list(found.notes)
    except ReplyError as error:
        return str(error)


def test_a_letter_comes_out_of_a_collection_as_it_went_in(tmp_path: Path) -> None:
    letters = collection(tmp_path / "x.db", REAL)
    stored = Collection(str(tmp_path / "x.db"))
    assert list(stored.letters(stored.order())) == letters


def test_every_key_of_the_model_is_a_column() -> None:
    apart = {"figures", "citations", "flagged"}
    for table, kind in (("section", Section), ("figure", Figure), ("citation", Citation), ("flag", Flag)):
        assert set(PARTS[table]) == set(kind._fields) - apart


# Letters of few words, so that what is asked is often there, nearly there, and there in other words.
WORDS = [
    "养老", "養老", "养佬", "老人", "长者", "服务", "志愿者", "志愿愿者", "社区", "设区", "和服", "减负", "“双百”",
    "500万元", "五百万元", "5000000元", "30%", "百分之三十", "2018年", "APP", "互联网+", "志愿服务组织", "慈善", "2018年3月5日", "的", "、", ";", "。", "\n",
    "《关于养老的意见》", "民发〔2018〕3号", "其中", "每村", "一、关于养老\n", "二、关于社区\n", "青山县民政局\n", "2018年3月4日\n",
    "李明代表:\n", "青民函〔2018〕5号\n", "2016年至2018年",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=30).map("".join).filter(str.strip)
FEET = ["", "云溪县民政局\n2019年8月12日\n", "青山县民政局\n2018年3月1日\n", "云溪县民政局\n2018年12月30日\n"]
QUERIES = st.one_of(
    st.lists(
        st.sampled_from(
            [*WORDS[:24], "yanglao", "yang lao", "zyz", "shequ", "yanglaofuwu", "zhiyuanzhee", "老", "志yuan者", "社区yl", "volunteers", "elderly care", "500w元", "¥500万",
             "三成", "2018-03", "义工", "捐款", "社服", "养社志", "大数据", "养老。", "养 老", "减负的社区",
             "志愿人", "志员者", "愿志者", "养劳服务", "曲速引擎", "区社养老服务", "x", "1", "负减", "养老社区减负",
             "青山县", "民政局", "云溪县", "总数", "情况", "李明", "第5号"]
        ),
        min_size=1,
        max_size=3,
    ).map(" ".join),
    st.text("养老社区志愿者服务减负员佬0135万元%APPyangloshequ ;。", min_size=1, max_size=9),
    # Questions, and what is asked of the letter itself.
    st.lists(
        st.sampled_from(
            ["养老", "志愿者", "志愿服务", "社区", "减负", "青山县", "云溪县", "每村", "曲速引擎", "的", "有", "开始", "总数", "多少钱", "有多少", "几个",
             "什么时候", "谁", "哪个部门", "哪里", "是什么", "吗", "百分之几", "写的", "答复", "这封信", "志愿愿者", "养养老服务"]
        ),
        min_size=1,
        max_size=5,
    ).map("".join),
)  # fmt: skip


@given(texts=st.lists(TEXTS, min_size=1, max_size=6), query=QUERIES, exact=st.booleans())
def test_find_answers_as_if_all_letters_were_read(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], query: str, exact: bool
) -> None:
    path = tmp_path_factory.mktemp("x") / "x.db"
    letters = collection(path, texts)
    question = find(query, exact=exact)
    assert said_of_database(path, question) == said_of_all(letters, question)
    everything = of_all(letters, question)
    for most in (1, 3):
        first = of_database(path, question, most)
        assert first[:most] == everything[:most] if isinstance(first, list) else first == everything


@given(
    texts=st.lists(TEXTS, min_size=1, max_size=5),
    words=st.lists(QUERIES, max_size=2),
    units=st.lists(st.sampled_from(["元", "%", "處", "光年"]), max_size=2),
    periods=st.lists(st.sampled_from(["2018", "2017/2019", "../2018", "2020"]), max_size=2),
)
def test_figures_citations_and_sections_answer_as_if_all_letters_were_read(
    tmp_path_factory: pytest.TempPathFactory,
    texts: list[str],
    words: list[str],
    units: list[str],
    periods: list[str],
) -> None:
    path = tmp_path_factory.mktemp("x") / "x.db"
    letters = collection(path, texts)
    filters = figures.Filters(tuple(words), units=tuple(units), periods=tuple(periods))
    query = " ".join(words)
    for question in (figures.question(filters), citations.question(query), sections.question(query)):
        expected, found = of_all(letters, question), of_database(path, question)
        # Where no letter can answer, both refuse, though another letter may be the one that says why.
        assert found == expected or (isinstance(found, str) and isinstance(expected, str))


KEYS = [*figures.COLUMNS, *citations.COLUMNS, *sections.COLUMNS, *COLUMNS, *HEAD, "letter"]


@given(
    texts=st.lists(st.tuples(TEXTS, st.sampled_from(FEET)), min_size=1, max_size=5),
    key=st.sampled_from(KEYS),
    backwards=st.booleans(),
)
def test_rows_are_sorted_as_if_all_letters_were_read(
    tmp_path_factory: pytest.TempPathFactory, texts: list[tuple[str, str]], key: str, backwards: bool
) -> None:
    path = tmp_path_factory.mktemp("x") / "x.db"
    letters = collection(path, [f"{text}\n{foot}" for text, foot in texts])
    sort = f"-{key}" if backwards else key
    for question in (
        figures.question(figures.Filters()), citations.question(), sections.question(""), find("养老"),
        Question(info), Question(check, remarks=True),
    ):  # fmt: skip
        expected = of_all(letters, question, sort)
        assert of_database(path, question, 1, sort) == expected


def noting(asked: list[str | None], ask: Ask) -> Ask:
    """Ask, and note of which letter."""

    def noted(letter: Letter) -> Listing:
        asked.append(letter.name)
        return ask(letter)

    return noted


def test_check_reads_only_letters_of_which_it_has_something_to_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    head = "王芳委员:\n您提出的《关于发展养老服务的提案》收悉,现答复如下:\n"
    sound = f"{head}2018年全县投入养老资金500万元。\n云溪县民政局\n2019年8月12日\n"
    letters = collection(tmp_path / "x.db", [sound, sound.replace("500万元", "3O0万元"), sound])
    question = Question(check, remarks=True)
    asked: list[str | None] = []
    looked = question._replace(ask=noting(asked, check))
    assert of_database(tmp_path / "x.db", looked) == of_all(letters, question) != []
    assert asked == ["001"]
    # A person who changes a letter may have made a mistake.
    asked.clear()
    execute(tmp_path / "x.db", "UPDATE figure SET label = '的' WHERE letter = 3")
    rows = of_database(tmp_path / "x.db", looked)
    assert asked == ["001", "002"]
    assert [(row["id"], row["check"]) for row in rows if isinstance(row, dict)][1:] == [
        ("002:body-1", "label")
    ]
    execute(tmp_path / "x.db", "UPDATE letter SET issuer = NULL WHERE id = 1")
    of_database(tmp_path / "x.db", looked)
    assert asked[2:] == ["000", "001", "002"]
    # Another version of the program may see more.
    asked.clear()
    monkeypatch.setattr("reply.shelf.stored.__version__", "9.9")
    of_database(tmp_path / "x.db", looked)
    assert asked == ["000", "001", "002"]


def test_a_letter_is_read_when_its_rows_are_wanted_and_no_sooner(tmp_path: Path) -> None:
    """Sorted by what is the same for a whole letter, the first rows are there when one letter is read."""
    collection(tmp_path / "x.db", [f"投入{n}万元。\n云溪县民政局\n20{n}年1月2日\n" for n in range(10, 40)])
    asked: list[str | None] = []
    question = figures.question(figures.Filters())
    looked = question._replace(ask=noting(asked, question.ask))
    listing, _ = ask_many([str(tmp_path / "x.db")], looked, sort="-date")
    assert next(iter(listing.rows))["text"] == "39万元"
    assert asked == ["029"]


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Letter]]:
    """Return a collection of the letters of the genre, and the letters as packed."""
    path = tmp_path_factory.mktemp("real") / "x.db"
    return path, collection(path, REAL)


@pytest.mark.parametrize(
    "query",
    ["养老", "资金 养老", "志愿者", "石斛", "yanglao", "养佬", "志愿愿者", "五百万", "资金投入", "ylfw", "补助标准的提高", "中", "2018年"],
)  # fmt: skip
def test_real_letters_answer_as_if_all_were_read(real: tuple[Path, list[Letter]], query: str) -> None:
    path, letters = real
    question = find(query)
    everything = of_all(letters, question)
    assert of_database(path, question) == everything
    assert of_database(path, question, 5)[:5] == everything[:5]


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """Return a folder of forty texts, of which every tenth is on 养老."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for number in range(40):
        topic = "养老" if number % 10 == 0 else "教育"
        text = f"云民函〔2017〕{number + 100}号\n2016年安排{topic}资金{number + 1}万元。\n云溪县民政局\n2017年6月6日\n"
        (folder / f"{number:02}.txt").write_text(text, "utf-8")
    return folder


@pytest.fixture
def database(run: Run, texts: Path, tmp_path: Path) -> Path:
    path = tmp_path / "letters.db"
    assert run("pack", str(texts), "-o", str(path)).stderr == "Packed 40 of 40 files; 0 failed.\n"
    return path


def test_a_folder_of_texts_becomes_one_file_that_answers(run: Run, database: Path) -> None:
    assert run("find", "养老", "--from", str(database), "-c", "letter,text", "--no-header").lines == [
        f"{number:02}\t2016年安排养老资金{number + 1}万元。" for number in (0, 10, 20, 30)
    ]
    assert run("figures", "--min", "40万", "--from", str(database), "-f", "value").text == "400000\n"


def test_a_changed_a_new_and_an_unchanged_file(run: Run, database: Path, texts: Path) -> None:
    changed = texts / "05.txt"
    changed.write_text(changed.read_text("utf-8").replace("教育", "养老"), "utf-8")
    (texts / "99.txt").write_text("云溪镇发展养老事业。\n", "utf-8")
    result = run("pack", str(texts), "-o", str(database))
    assert result.stderr == (
        "Packed 2 of 41 files; 0 failed.\n"
        "39 of them have not changed and were left as they are; to pack them again, add --force.\n"
    )
    letters = run("find", "养老", "--from", str(database), "-c", "letter", "--no-header").lines
    assert sorted(letters) == sorted(["99", "00", "05", "10", "20", "30"])
    assert run("find", "教育", "--from", str(database), "--no-header").text.count("05:") == 0


def test_a_collection_gives_the_toml_back(run: Run, database: Path, texts: Path, tmp_path: Path) -> None:
    run("pack", str(texts), "-o", str(tmp_path / "direct"))
    assert run("pack", str(database), "-o", str(tmp_path / "back")).stderr == "Wrote 40 letters.\n"
    direct = {path.name: path.read_text("utf-8") for path in (tmp_path / "direct").rglob("*.toml")}
    back = {path.name: path.read_text("utf-8") for path in (tmp_path / "back").rglob("*.toml")}
    # Only what was packed straight from a file says at its end from which.
    assert {name: text.partition("\n# packed from ")[0] for name, text in direct.items()} == back
    edited = next((tmp_path / "back").rglob("07.toml"))
    edited.write_text(back["07.toml"] + "# mine\n", "utf-8")
    again = run("pack", str(database), "-o", str(tmp_path / "back"))
    assert (again.status, again.stderr.splitlines()) == (
        1,
        [f"{edited}: exists and was left as it is; add --force to overwrite it.", "Wrote 39 letters."],
    )
    assert edited.read_text("utf-8").endswith("# mine\n")
    assert run("pack", str(database), "-o", str(tmp_path / "back"), "--force").status == 0
    assert edited.read_text("utf-8") == back["07.toml"]


def test_a_collection_is_never_written_into_itself(run: Run, database: Path) -> None:
    before = database.read_bytes()
    refused = run("pack", str(database), "-o", str(database))
    assert (refused.status, refused.stderr) == (
        2,
        f"{database}: cannot be written into itself; name another file.\n",
    )
    assert database.read_bytes() == before


def test_files_packed_otherwise_are_packed_again(run: Run, database: Path, texts: Path) -> None:
    said = run("pack", str(texts), "-o", str(database), "--keep-lines").stderr
    assert said == "Packed 40 of 40 files; 0 failed.\n"


def test_keep_takes_corrections_from_a_folder_into_a_collection(
    run: Run, database: Path, texts: Path, tmp_path: Path
) -> None:
    run("pack", str(texts), "-o", str(tmp_path / "old"))
    old = tmp_path / "old" / "10.toml"
    text = old.read_text("utf-8").replace(
        'label = "安排养老资金"', 'label = "养老的钱"\ncorrected = ["label"]'
    )
    old.write_text(text, "utf-8")
    result = run("pack", str(texts), "-o", str(database), "--keep", str(tmp_path / "old"))
    assert result.status == 0, result.stderr
    labels = run("figures", "--min", "11万", "--max", "11万", "--from", str(database), "-c", "label")
    assert labels.lines == ["label", "养老的钱"]


def test_everything_in_a_folder_goes_into_a_collection_or_is_named(
    run: Run, texts: Path, tmp_path: Path
) -> None:
    (texts / "notes.xyz").write_text("x", "utf-8")
    (texts / "broken.toml").write_text("x = [", "utf-8")
    path = tmp_path / "x.db"
    result = run("pack", str(texts), "-o", str(path))
    passed_over, broken, packed = result.stderr.splitlines()
    assert (result.status, passed_over) == (
        1,
        f"{texts}/notes.xyz: was not packed (the ending .xyz is unknown; to pack it, name it).",
    )
    assert broken.startswith(f"{texts}/broken.toml: ")
    assert packed == "Packed 40 of 41 files; 1 failed."


def test_a_letter_and_the_text_it_was_packed_from_count_once(run: Run, texts: Path, tmp_path: Path) -> None:
    run("pack", str(texts), "-o", str(texts))
    edited = texts / "10.toml"
    text = edited.read_text("utf-8").replace(
        'label = "安排养老资金"', 'label = "养老的钱"\ncorrected = ["label"]'
    )
    edited.write_text(text, "utf-8")
    path = tmp_path / "x.db"
    result = run("pack", str(texts), "-o", str(path))
    *passed_over, packed = result.stderr.splitlines()
    assert packed == "Packed 40 of 40 files; 0 failed."
    assert len(passed_over) == 40
    assert passed_over[0] == f"{texts}/00.toml: was not packed (it was packed from {texts}/00.txt)."
    labels = run("figures", "--min", "11万", "--max", "11万", "--from", str(path), "-c", "label")
    assert labels.lines == ["label", "养老的钱"]


def test_one_file_that_cannot_be_packed_leaves_no_empty_collection(run: Run, tmp_path: Path) -> None:
    result = run("pack", str(tmp_path / "none.txt"), "-o", str(tmp_path / "x.db"))
    assert (result.status, result.stderr.count("\n")) == (2, 1)
    assert not (tmp_path / "x.db").exists()


def test_a_correction_stays_when_the_letter_is_packed_again(run: Run, database: Path, texts: Path) -> None:
    with sqlite3.connect(database) as connection:
        connection.execute(
            "UPDATE figure SET label = '养老的钱', corrected = '[\"label\"]' WHERE text = '11万元'"
        )
    connection.close()
    assert run("pack", str(texts), "-o", str(database), "--force").status == 0
    labels = run("figures", "--min", "11万", "--max", "11万", "--from", str(database), "-c", "label")
    assert labels.lines == ["label", "养老的钱"]


def test_packed_letters_go_into_a_collection_too(
    run: Run, database: Path, texts: Path, tmp_path: Path
) -> None:
    run("pack", str(texts), "-o", str(tmp_path / "toml"))
    run("pack", str(tmp_path / "toml"), "-o", str(tmp_path / "other.db"))
    for name in ("letters.db", "other.db"):
        rows = run("figures", "--from", str(tmp_path / name)).text
        assert rows.count("\n") == 41


def test_json_lines_hold_a_letter_each_with_the_keys_of_its_toml(
    run: Run, database: Path, texts: Path, tmp_path: Path
) -> None:
    import tomllib

    run("pack", str(texts), "-o", str(tmp_path / "toml"))
    run("pack", str(texts), "-o", str(tmp_path / "lines.jsonl"))
    lines = (tmp_path / "lines.jsonl").read_text("utf-8").splitlines()
    expected = [
        json.loads(json.dumps(tomllib.loads(path.read_text("utf-8")), default=str))
        for path in sorted((tmp_path / "toml").iterdir())
    ]
    assert list(map(json.loads, lines)) == expected
    assert run("pack", str(database), "-f", "jsonl").text.splitlines() == lines
    again = run("pack", str(texts), "-o", str(tmp_path / "lines.jsonl"))
    assert again.status == 2
    assert "exists and was left as it is" in again.stderr


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda path: path.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000), "is no collection of letters"),
        (lambda path: path.write_bytes(b"not a database at all, but text of some length" * 99), "is no collection"),
        (lambda path: path.write_bytes(b""), "holds no letter"),
        (lambda path: path.write_bytes(path.read_bytes()[:9000]), "is damaged"),
        (lambda path: execute(path, f"PRAGMA user_version = {FORMAT + 1}"), f"has format {FORMAT + 1} of a collection"),
        (lambda path: execute(path, "PRAGMA application_id = 7"), "is no collection of letters"),
        (lambda path: execute(path, "DROP TABLE letter"), "is damaged"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_good_is_told(run: Run, database: Path, damage: "object", said: str) -> None:
    damage(database)  # type: ignore[operator] # the parameters are functions
    for command in (["info"], ["find", "养老"], ["figures"]):
        result = run(*command, "--from", str(database))
        assert (result.status, result.stdout) == (2, b"")
        assert result.stderr.startswith(f"{database}: ")
        assert said in result.stderr
        assert result.stderr.count("\n") == 1


def execute(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()


def test_what_is_no_collection_is_not_overwritten(run: Run, texts: Path, tmp_path: Path) -> None:
    other = tmp_path / "notes.db"
    other.write_text("my notes, which nobody may lose")
    assert run("pack", str(texts), "-o", str(other)).status == 2
    assert other.read_text() == "my notes, which nobody may lose"
    execute(tmp_path / "foreign.db", "CREATE TABLE mine (x)")
    assert "is no collection" in run("pack", str(texts), "-o", str(tmp_path / "foreign.db")).stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anything")
def test_a_collection_that_may_not_be_written_answers_and_takes_no_letter(
    run: Run, database: Path, texts: Path
) -> None:
    database.chmod(0o444)
    assert run("find", "养老", "--from", str(database)).status == 0
    result = run("pack", str(texts), "-o", str(database), "--force")
    assert (result.status, "may not be written" in result.stderr) == (2, True)


def test_two_writers_wait_for_each_other(texts: Path, tmp_path: Path) -> None:
    path, other = tmp_path / "x.db", tmp_path / "other"
    other.mkdir()
    for text in texts.iterdir():
        (other / f"b{text.name}").write_bytes(text.read_bytes())
    writers = [
        subprocess.Popen([REPLY, "pack", folder, "-o", path], env=environment({}), stderr=subprocess.PIPE)
        for folder in (texts, other)
    ]
    said = [writer.communicate(timeout=60)[1] for writer in writers]
    assert said == [b"Packed 40 of 40 files; 0 failed.\n"] * 2
    stored = Collection(str(path))
    assert len(stored.order()) == 80


@pytest.mark.parametrize("delay", [0.1, 0.25, 0.4, 0.6])
def test_a_kill_leaves_what_was_there(run: Run, database: Path, texts: Path, delay: float) -> None:
    before = run("info", "--from", str(database)).stdout
    writer = subprocess.Popen(
        [REPLY, "pack", texts, "-o", database, "--force"], env=environment({}), stderr=subprocess.DEVNULL
    )
    time.sleep(delay)
    writer.send_signal(signal.SIGKILL)
    writer.wait()
    assert run("info", "--from", str(database)).stdout == before
    assert execute_one(database, "PRAGMA integrity_check") == "ok"


def execute_one(path: Path, statement: str) -> object:
    connection = sqlite3.connect(path)
    (value,) = connection.execute(statement).fetchone()
    connection.close()
    return value


def test_a_collection_that_grows_while_it_is_read_is_read_as_it_was(
    run: Run, database: Path, texts: Path
) -> None:
    listing, _ = ask_many([str(database)], figures.question(figures.Filters()))
    rows = iter(listing.rows)
    first = next(rows)
    (texts / "00.txt").write_text("云溪镇发展养老事业投入9万元。\n", "utf-8")
    writer = subprocess.Popen(
        [REPLY, "pack", texts, "-o", database], env=environment({}), stderr=subprocess.PIPE
    )
    time.sleep(0.5)  # by then it waits, or has not begun
    assert [row["text"] for row in (first, *rows)] == [f"{number}万元" for number in range(1, 41)]
    del rows, listing
    assert b"Packed 1 of 40 files; 0 failed." in writer.communicate(timeout=60)[1]
    assert run("figures", "00", "--from", str(database), "-c", "text").status != 2
    assert run("figures", "00:body", "--from", str(database), "-c", "text").lines == ["text", "9万元"]


def test_letters_of_one_sentence_are_not_all_read_for_the_first_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever thousands of letters have in common, as many are read, by as many statements, as of a hundred."""
    text = "按照《关于养老的意见》,2018年发展养老事业投入5万元。\n云溪县民政局\n2019年8月12日\n"
    statements: list[str] = []
    column, query = Collection.column, Collection.query

    def noted(ask: Callable[..., Any]) -> Callable[..., Any]:
        def counted(self: Collection, statement: str, values: Sequence[object] = ()) -> Any:
            statements.append(statement)
            return ask(self, statement, values)

        return counted

    monkeypatch.setattr(Collection, "column", noted(column))
    monkeypatch.setattr(Collection, "query", noted(query))
    packed = rows_of(pack(text))
    filters = figures.Filters(units=("元",), periods=("2018",))
    questions = [
        find("养老"), find("养佬"), find("yanglao"), find("曲速引擎"), find("养老", exact=True),
        figures.question(filters), citations.question(), sections.question(""), Question(info),
    ]  # fmt: skip
    needed: list[list[int]] = []
    for count in (100, 500):
        path = tmp_path / f"{count}.db"
        writer = Writer(str(path))
        for number in range(count):
            writer.put(f"{number:04}.txt", packed)
        writer.commit()
        writer.close()
        of_each = []
        for question in questions:
            statements.clear()
            listing, _ = ask_many([str(path)], question, most=10)
            assert len(list(islice(listing.rows, 10))) == (0 if question.find == questions[3].find else 10)
            of_each.append(len(statements))
        needed.append(of_each)
    assert needed[0] == needed[1]


def test_a_query_that_waits_for_a_lock_answers_when_it_is_gone(run: Run, database: Path) -> None:
    connection = sqlite3.connect(database, isolation_level=None, check_same_thread=False)
    connection.execute("BEGIN EXCLUSIVE")
    asking = subprocess.Popen(
        [REPLY, "info", "--from", database], env=environment({}), stdout=subprocess.PIPE
    )
    time.sleep(0.4)
    connection.execute("COMMIT")
    connection.close()
    assert asking.communicate(timeout=30)[0].count(b"\n") == 41


def test_names_with_tabs_line_ends_and_escapes_are_letters_like_others(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "odd"
    folder.mkdir()
    for name in ("a\tb", "a\nb", "a'b\"c", "\x1b]52;c;x\x07", "。", "a\u2028b"):
        (folder / f"{name}.txt").write_text("发展养老事业投入5万元。\n", "utf-8")
    path = tmp_path / "odd.db"
    assert run("pack", str(folder), "-o", str(path)).status == 0
    rows = json.loads(run("figures", "--from", str(path), "-f", "json").stdout)
    assert {row["letter"] for row in rows} == {"a\tb", "a\nb", "a'b\"c", "\x1b]52;c;x\x07", "。", "a\u2028b"}
    assert b"\x1b" not in run("find", "养老", "--from", str(path)).stdout


def test_letters_are_chosen_by_issuer_and_date(run: Run, texts: Path, database: Path) -> None:
    (texts / "x.txt").write_text("2018年安排养老资金5万元。\n青山县民政局\n2019年3月4日\n", "utf-8")
    run("pack", str(texts), "-o", str(database))
    run("pack", str(texts), "-o", str(texts / "toml"))
    for place in (database, texts / "toml"):
        chosen = run("figures", "--issuer", "青山", "--from", str(place), "-c", "letter,issuer,date,text")
        assert chosen.lines == ["letter\tissuer\tdate\ttext", "x\t青山县民政局\t2019-03-04\t5万元"]
        dated = ["养老", "--dated", "2019", "--from", str(place), "-c", "letter"]
        assert run("find", *dated).lines == ["letter", "x"]
        assert run("info", "--dated", "2017-06", "--from", str(place), "--no-header").text.count("\n") == 40
        # Given twice, before the command or after it, either will do.
        either = ["--issuer", "青山", "info", "--issuer", "云溪", "--from", str(place), "--no-header"]
        assert run(*either).text.count("\n") == 41
        years = ["info", "--dated", "2019", "--dated", "2016", "--from", str(place), "-c", "letter"]
        assert run(*years).lines == ["letter", "x"]
        none = run("info", "--issuer", "光明", "--from", str(place))
        assert (none.status, none.stderr) == (2, "No letter passes --issuer and --dated.\n")


def test_the_letter_of_the_program_is_chosen_too(run: Run) -> None:
    assert run("info", "--issuer", "广东省民政厅", "-f", "value").status == 0
    none = run("info", "--issuer", "云溪")
    assert (none.status, none.stderr) == (2, "No letter passes --issuer and --dated.\n")


@pytest.mark.heavy
def test_a_letter_of_megabytes_is_kept_and_found_in_linear_time(tmp_path: Path) -> None:
    lines = [f"2018年第{n}个镇投入养老资金{n}万元,建成养老院12所。\n" for n in range(100, 200)]
    (section,) = pack("".join(lines)).sections

    def seconds(size: int) -> float:
        times = size // len(section.text.encode())
        figures = tuple(
            figure._replace(
                id=f"body-{copy * len(section.figures) + n}",
                start=figure.start + copy * len(section.text),
                end=figure.end + copy * len(section.text),
            )
            for copy in range(times)
            for n, figure in enumerate(section.figures, 1)
        )
        long = section._replace(text=section.text * times, figures=figures)
        letter = pack("养老\n")._replace(sections=(long,))
        path = tmp_path / f"{size}.db"

        started = time.process_time()
        writer = Writer(str(path))
        writer.put("x.txt", rows_of(letter))
        writer.commit()
        writer.close()
        assert of_database(path, find("养老 所"), most=5)
        return time.process_time() - started

    assert seconds(800_000) < 10 * seconds(200_000)


def test_a_unit_that_no_letter_has_is_refused_with_the_commonest_that_there_are(
    run: Run, database: Path, texts: Path
) -> None:
    (texts / "00.txt").write_text("云溪镇建成养老院3所。\n", "utf-8")
    run("pack", str(texts), "-o", str(database))
    result = run("figures", "--unit", "光年", "--from", str(database))
    assert (result.status, result.stderr) == (
        2,
        "No figure has the unit “光年”. There are 元 (39), 所 (1).\n",
    )
    assert run("figures", "--unit", "光年", "--unit", "所", "--from", str(database)).status == 0


def test_a_qualified_name_answers_for_its_letter_alone(run: Run, database: Path) -> None:
    for command in (["section", "05:body"], ["figures", "05:body"], ["figures", "--section", "05:body"]):
        rows = json.loads(run(*command, "--from", str(database), "-f", "json").stdout)
        assert [row["letter"] for row in rows] == ["05"]
    missing = run("section", "77:body", "--from", str(database))
    assert (missing.status, missing.stderr) == (2, "There is no letter “77”.\n")


def test_several_sources_are_one_answer_and_a_letter_in_two_is_asked_once(
    run: Run, database: Path, texts: Path, tmp_path: Path
) -> None:
    one = tmp_path / "one.toml"
    run("pack", str(texts / "00.txt"), "-o", str(one))
    sources = ["--from", str(database), "--from", str(one), "--from", str(one)]
    rows = run("find", "养老", *sources, "-c", "letter", "--no-header").lines
    assert sorted(rows) == ["00", "10", "20", "30", "one"]
    # A word that one letter holds is not guessed at in another, wherever that one lies.
    (texts / "y.txt").write_text("发展养佬事业。\n", "utf-8")
    run("pack", str(texts / "y.txt"), "-o", str(tmp_path / "y.toml"))
    sources += ["--from", str(tmp_path / "y.toml")]
    assert run("find", "养佬", *sources, "-c", "letter", "--no-header").lines == ["y"]


def test_info_and_the_overview_of_many_are_one_row_a_letter(run: Run, database: Path) -> None:
    assert run("info", "--from", str(database)).text.count("\n") == 41
    overview = run("--from", str(database), "-n", "1").lines
    assert overview == [
        "letter\tnumber\tissuer\tdate\tsubject\tsections\tfigures\tcitations",
        "00\t\t云溪县民政局\t2017-06-06\t\t2\t1\t1",
    ]


@pytest.mark.heavy
def test_memory_does_not_grow_with_the_letters(run: Run, texts: Path, tmp_path: Path) -> None:
    """Rows are made when they are written: the peak of 400 letters is that of 40, but for a little."""
    peaks = []
    for count in (10, 1):
        folder = tmp_path / f"of{count}"
        folder.mkdir()
        for text in texts.iterdir():
            for copy in range(count):
                number, body, *foot = text.read_text("utf-8").splitlines()
                long = "\n".join([number, *[body] * 20, *foot])
                (folder / f"{copy}{text.name}").write_text(long, "utf-8")
        run("pack", str(folder), "-o", str(tmp_path / f"{count}.db"))
        code = (
            "import os,resource,sys; from reply.__main__ import main\n"
            "leave = os._exit\n"
            "def report(status):\n"
            "    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr); leave(status)\n"
            "os._exit = report; main()"
        )
        asked = ["figures", "-f", "csv", "--from", str(tmp_path / f"{count}.db")]
        command = [sys.executable, "-c", code, *asked]
        done = subprocess.run(command, capture_output=True, env=environment({}), check=True)
        assert done.stdout.count(b"\n") == count * 40 * 20 + 1
        peaks.append(int(done.stderr.split()[-1]))
    assert peaks[0] < 1.1 * peaks[1]


def test_letters_of_one_name_are_told_apart() -> None:
    assert named({"x/A.toml": "B", "x/B.toml": None}) == {"x/A.toml": "x/A", "x/B.toml": "x/B"}
    assert named({"a/1.toml": None, "b/1.toml": None, "2.toml": "N"}) == {
        "a/1.toml": "a/1", "b/1.toml": "b/1", "2.toml": "N",
    }  # fmt: skip
    assert named({"a.toml": None, "a.txt": None}) == {"a.toml": "a.toml", "a.txt": "a.txt"}


def test_what_is_stored_is_what_its_toml_says(tmp_path: Path) -> None:
    (letter,) = collection(tmp_path / "x.db", [REAL[3]])
    assert parse(dump(letter), "x") == letter._replace(file=None, name=None)


def test_a_tier_that_found_a_word_in_no_letter_is_not_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "一、关于志愿服务\n志愿者人人愿做,{n}名志愿者到了。\n云溪县民政局\n2019年8月12日\n"
    collection(tmp_path / "x.db", [text.format(n=n) for n in range(10, 15)])
    tried: list[str] = []
    matches = Tier.matches

    def counted(tier: Tier, word: str, corpus: Corpus) -> list[Match]:
        tried.append(tier.name)
        return matches(tier, word, corpus)

    monkeypatch.setattr(Tier, "matches", counted)
    rows = of_database(tmp_path / "x.db", find("志愿愿者"))
    assert {row["tier"] for row in rows if isinstance(row, dict)} == {"edit"}
    assert "abbreviation" in tried  # which may be meant by these characters
    assert set(tried[tried.index("edit") :]) == {"edit"}
