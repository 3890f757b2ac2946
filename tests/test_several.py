"""Several letters asked at once: --from, REPLY_FROM, ids with their letter."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from pack_letters import read_marked

from conftest import Run
from reply.ask.figures import Filters, figures
from reply.ask.find import question as finding
from reply.ask.several import HEAD, LETTER, answers, ask, best_tier, joined
from reply.errors import ReplyError
from reply.listing import Listing
from reply.model import Letter
from reply.pack import pack
from reply.store.writer import dump


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with twenty letters, packed."""
    out = tmp_path_factory.mktemp("letters")
    for letter in read_marked("report")[:20]:
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


def test_a_folder_of_one_letter_gives_the_columns_of_many(run: Run, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes((folder / "01.toml").read_bytes())
    of_folder = run("figures", "--from", str(tmp_path), "-c", "letter,id", "--no-header").lines[0]
    of_file = run("figures", "--from", str(tmp_path / "a.toml"), "-c", "id", "--no-header").lines[0]
    assert (of_folder, of_file) == ("a\ta:body-1", "body-1")


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
    assert (result.status, result.text) == (2, "good:body-7\n")
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


def test_an_answer_of_the_surest_tier_waits_for_no_other_letter() -> None:
    said = ["养老 is 养佬 here: 养佬院8所。", "养老院5所。", "养佬院9所。", "养老院6所。"]
    read: list[str] = []

    def letters() -> Iterator[Letter]:
        for text in said:
            read.append(text)
            yield pack(text)

    found = best_tier(answers(letters(), lambda letter: figures(letter, Filters(("养老院",)))))
    assert [row["text"] for row in next(found).listing.rows] == ["5所"]
    assert read == said[:2]
    assert [[row["text"] for row in answer.listing.rows] for answer in found] == [["6所"]]


def all_figures(letter: Letter) -> Listing:
    return figures(letter, Filters())


def named(**texts: str) -> list[Letter]:
    return [pack(text)._replace(name=name) for name, text in texts.items()]


@pytest.mark.parametrize(
    ("query", "letters"),
    [
        ("志愿者", ["a", "c"]),
        ("义工", ["b"]),  # where one letter has the word, it is not guessed at in others
        ("zhiyuanzhe", ["a", "c"]),  # a guess that is as sure in two letters answers with both
        ("养佬", ["b", "c"]),
        ("高铁", []),
    ],
)
def test_the_letters_that_answer_by_the_surest_tier_answer_together(query: str, letters: list[str]) -> None:
    asked = named(a="注册志愿者。", b="义工发展养老。", c="志愿者养老。")
    rows = ask(asked, finding(query).ask).rows
    assert sorted(str(row["letter"]) for row in rows) == letters


def test_rows_of_several_letters_say_whose_they_are() -> None:
    listing = joined(answers(named(a="投入5万元、6万元。", b="投入7万元。"), finding("投入").ask))
    rows = list(listing.rows)
    assert [(row["letter"], row["section"], row["figures"]) for row in rows] == [
        ("a", "a:body", ["a:body-1", "a:body-2"]), ("b", "b:body", ["b:body-1"]),
    ]  # fmt: skip
    assert dict(listing.captions.amounts) == {
        "a:body-1": ("5万元", "投入"), "a:body-2": ("6万元", "投入"), "b:body-1": ("7万元", "投入"),
    }  # fmt: skip
    assert listing.columns[0] == LETTER
    assert set(listing.more) == set(HEAD)


def test_what_ids_stand_for_is_kept_only_where_it_is_drawn_and_notes_where_there_are_rows() -> None:
    listing = joined(answers(named(a="义工。", b="志愿者。", c="高铁。"), finding("义工").ask), drawn=False)
    assert len(list(listing.rows)) == 2
    assert not listing.captions.amounts
    assert not listing.captions.headings
    assert list(listing.notes) == ["No “义工”; found “志愿者”, another word for it."]


def test_one_letter_without_a_name_answers_as_it_is() -> None:
    (letter,) = named(a="投入5万元。")
    assert [row["id"] for row in ask([letter], all_figures).rows] == ["a:body-1"]
    assert [row["id"] for row in ask([letter._replace(name=None)], all_figures).rows] == ["body-1"]


def test_when_no_letter_can_answer_the_first_says_why() -> None:
    asked = named(a="投入5万元。", b="补助6人。")
    with pytest.raises(ReplyError, match="There are 元"):
        ask(asked, lambda letter: figures(letter, Filters(units=("光年",))))
    rows = ask(asked, lambda letter: figures(letter, Filters(units=("人",)))).rows
    assert [row["id"] for row in rows] == ["b:body-1"]


@pytest.mark.parametrize(("sort", "texts"), [("value", ["5万元", "6万元", "7万元"]), ("-value", ["7万元", "6万元", "5万元"]), (None, ["6万元", "5万元", "7万元"])])  # fmt: skip
def test_rows_of_several_letters_are_sorted_together(sort: str | None, texts: list[str]) -> None:
    asked = named(a="投入6万元、5万元。", b="投入7万元。")
    assert [row["text"] for row in ask(asked, all_figures, sort=sort).rows] == texts
