"""What a collection keeps of letters, and by what it finds them: never one too few, and seldom one too many."""

import json
import os
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from reply import load
from reply.ask import check, citations, figures, head, sections
from reply.ask.find import head_of, passages_of
from reply.ask.find import question as find
from reply.ask.question import Question, worded
from reply.ask.several import ask
from reply.errors import ReplyError
from reply.listing import Listing
from reply.lookup.search import EXACT
from reply.model import Figure, Letter
from reply.pack import pack
from reply.shelf import bounds, cache, letters, reader, sinks
from reply.shelf import find as finding
from reply.shelf.answer import answer
from reply.shelf.bounds import NO_BOUND, Bounds
from reply.shelf.database import created, opened, told
from reply.shelf.find import find as found_in
from reply.shelf.holding import holding
from reply.shelf.letters import files_of, is_collection
from reply.shelf.many import ask_many
from reply.shelf.narrow import Finder, Way, any_ways, ways
from reply.shelf.pairs import pairs, words_of
from reply.shelf.reader import Collection
from reply.shelf.schema import FORMAT, LETTER_BITS, PARTS, decoder, rows_of
from reply.shelf.shares import Shares
from reply.shelf.sources import Chosen, Files
from reply.shelf.stored import Stored
from reply.shelf.writer import Stamp, Writer, place_of
from reply.store.writer import dump

HEAD = "王芳委员:\n您提出的《关于发展养老服务的提案》收悉,现答复如下:\n"
FOOT = "云溪县民政局\n2022年8月12日\n"


def keep(path: Path, *texts: str, files: Sequence[str] = ()) -> Path:
    """Write letters to a collection, as 0.txt, 1.txt and so on."""
    writer = Writer(str(path))
    for number, text in enumerate(texts):
        writer.put(files[number] if files else f"{number}.txt", rows_of(pack(text)))
    writer.commit()
    writer.close()
    return path


@pytest.fixture
def finder(tmp_path: Path) -> Iterator[Finder]:
    """Return a finder in a collection of four letters."""
    collection = Collection(str(keep(tmp_path / "x.db", *TEXTS)))
    yield Finder(collection)
    collection.close()


TEXTS = ("发展养老服务。\n养老,养老。\n", "注册志愿者500万人。\n", "养护公路,老人出行。\n", "养“老”服务。\n")


# -- pairs -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("text", "found"), [("", []), ("养", ["养"]), ("养老院", ["养老", "老院", "院"])])
def test_every_character_of_a_text_begins_a_pair(text: str, found: list[str]) -> None:
    assert pairs(text) == found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("养老", ["养老 老"]),
        ("养老,养老。", ["养老 老, ,养 老。 。 养老2"]),
        ("养养养", ["养养 养 养养2"]),
        ("养老养老养老", ["养老 老养 老 养老2 养老3 老养2"]),
        ("养老养老养老养老养老", ["养老 老养 老 养老2 养老3 养老4 老养2 老养3 老养4"]),
        ("养“老”院", ["养老 老院 院 养老~ 老院~"]),
        ("养老 院", ["养老 老院 院 老院~"]),
        ("養老", ["养老 老"]),
        ("五百家", ["50 00 0家 五百 百家 家"]),
        ("养老。护理。", ["养老 老。 。", "护理 理。 。 。护"]),
        ("养老。\n“”\n护理。", ["养老 老。 。", "。", "护理 理。 。 。护"]),
        ("养老。二百家", ["养老 老。 。", "20 00 0家 二百 百家 家 。2 。二"]),
    ],
)
def test_a_passage_is_found_by_its_pairs_and_marks(text: str, words: list[str]) -> None:
    passages = [passage._replace(figures=()) for passage in passages_of(pack(text))]
    found = list(words_of(passages))
    assert [sorted(word.split(" ")) for word in found] == [sorted(word.split(" ")) for word in words]


def test_no_pair_runs_from_one_section_into_the_next() -> None:
    passages = passages_of(pack("一、养老\n二、护理\n"))
    assert [passage.section.id for passage in passages] == ["1", "2"]
    assert "老二" not in " ".join(words_of(passages))


# -- narrow ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tier", "word", "expected"),
    [
        (EXACT, "养老", [Way((("养老",),), "养老")]),
        (EXACT, "养", [Way((("养",),), "养")]),
        (EXACT, "养老院", [Way((("养老",), ("老院",)), "养老院")]),
        (EXACT, "，。", [Way(((",。",),), ",。")]),
        (EXACT, "“”", []),
        ("homophone", "养佬", [Way((("养老",),), "养老", 1 / 3)]),
        ("homophone", "志原者", [Way((("志愿",), ("愿者",)), "志愿者", 1 / 3)]),
        ("homophone", "曲速", [Way((("曲速",),), "曲速", 1 / 3)]),
        ("homophone", "养速", [Way((("养速",),), "养速", 1 / 3)]),
        (
            "pinyin",
            "yanglao",
            [Way((("养老",),), "养老", cost) for cost in (0, 0.1, 0.3)],
        ),  # in full, begun, with an accent
        ("pinyin", "xyuanzh", []),
        ("pinyin", "yangl", [Way((("养老",),), "养老", cost) for cost in (0.1, 0.4)]),
        ("synonym", "义工", None),
        ("abbreviation", "养服务", [Way((("养",), ("服",), ("务",)), "", 0.3)]),
        ("number", "五百万", [Way((("50",), ("00",), ("00",), ("00",), ("00",), ("00",)), "")]),
    ],
)
def test_the_ways_in_which_a_passage_may_hold_a_word(
    finder: Finder, tier: str, word: str, expected: list[Way] | None
) -> None:
    found = ways(tier, word, finder.vocabulary)
    assert found is not None
    if expected is None:
        assert found[0] == Way((("志愿",), ("愿者",)), "志愿者", 0.3)
    else:
        assert [way._replace(cost=round(way.cost, 5)) for way in found] == [
            way._replace(cost=round(way.cost, 5)) for way in expected
        ]


def test_half_of_what_is_spelt_with_a_slip_may_be_one_character(tmp_path: Path) -> None:
    finder = Finder(Collection(str(keep(tmp_path / "x.db", "装修村庄。"))))
    found = ways("pinyin", "zhuagyuan", finder.vocabulary)  # of zhuangyuan
    assert found is not None
    assert Way((("庄", "装"),), "", 0.6) in found
    assert len(finder.keys(found)) == 1


def test_of_a_long_word_the_first_sixty_pairs_are_looked_up(finder: Finder) -> None:
    for length, phrase in ((61, "养" * 61), (62, "")):
        found = ways(EXACT, "养" * length, finder.vocabulary)
        assert found == [Way((("养养",),) * 60, phrase)]


def test_of_a_pattern_with_many_readings_the_groups_of_pairs_are_looked_up(tmp_path: Path) -> None:
    for same, count in (("义亿艺议译异易益意疫", 100), ("义亿艺议译异易益意疫忆役谊毅翼", 0)):
        text = "".join(f"{one}{other}" for one in same for other in same)
        finder = Finder(Collection(str(keep(tmp_path / f"{count}.db", text))))
        found = ways("pinyin", "yiyi", finder.vocabulary)
        assert found
        assert len({way.phrase for way in found if way.phrase}) == count
        assert {len(pair) for way in found for group in way.groups for pair in group} == {2}


def test_pairs_between_two_classes_are_those_there_are(finder: Finder) -> None:
    def between(first: str, second: str) -> list[str]:
        return sorted(finder.vocabulary.between(first, second))

    assert between("养", "老护") == between("养曲", "老护服") == between("养", "") == ["养护", "养老"]
    assert between("养发", "老") == ["养老"]
    assert between("", "老") == [",老", "养老"]
    assert between("曲", "老") == between("老", "曲") == []


def test_a_word_is_looked_for_in_every_way(finder: Finder) -> None:
    found = any_ways("养佬", finder.vocabulary)
    assert found is not None
    assert {way.phrase for way in found} >= {"养佬", "养老"}


def test_the_passages_and_letters_that_hold_a_way(finder: Finder) -> None:
    way = Way((("养老",),), "养老")
    keys = finder.keys([way])
    assert (len(keys), finder.count(way)) == (3, 3)
    assert {key >> LETTER_BITS for key in keys} == finder.letters([way]) == {1, 4}
    assert finder.keys_of([way], [1, 2]) == {key for key in keys if key >> LETTER_BITS == 1}
    assert finder.keys_of([way], [4]) == {key for key in keys if key >> LETTER_BITS == 4}
    assert finder.keys_of([way], [3]) == finder.keys_of([way], []) == set()
    assert finder.letters([Way((("养",), ("公",)))]) == {3}
    assert finder.letters([Way((("养", "志"),))]) == {1, 2, 3, 4}
    assert finder.letters([]) == finder.keys([]) == set()
    special = finder.special(way)
    assert {count: {key >> LETTER_BITS for key in found} for count, found in special.items()} == {
        0: {4},
        2: {1},
    }


# -- holding, shares -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "letters"),
    [
        ("养老", {1, 3, 4}),  # 老人 is related to it
        ("养佬", {1, 4}), ("养老服务", {1, 4}), ("志愿者", {2}), ("义工", {2}), ("五百万", {2}), ("zhiyuanzhe", {2}), ("zhi yuan zhe", {2}),
        ("公路 出行", {3}), ("公路出行", {3}), ("出行的公路", {3}), ("注册 公路", {2, 3}),  # each holds the greater part, at most
        ("公路 高铁路网建设", set()), ("注册500", {2}), ("公路500", set()), ("500公路", set()), ("公路出行 高铁", {3}), ("曲速引擎", set()), ("。", None),
    ],
)  # fmt: skip
def test_the_letters_that_may_hold_a_query(finder: Finder, query: str, letters: set[int] | None) -> None:
    assert holding(finder, worded(query)) == letters


def test_with_exact_only_those_that_hold_it_as_typed(finder: Finder) -> None:
    assert (
        holding(finder, worded("养佬", exact=True))
        == holding(finder, worded("公路老人", exact=True))
        == set()
    )
    assert holding(finder, worded("养老", exact=True)) == {1, 4}
    assert holding(finder, worded("。")) is not None or holding(finder, worded("。")) is None


@pytest.mark.parametrize(
    ("words", "whole", "share"),
    [
        (["养老", "高铁"], [{1}, set()], 2 / 3),  # each of two that is gone weighs half at least
        (["养老", "高铁站"], [{1}, set()], 2 / 3.5),
        (["养老", "总数"], [{1}, set()], 1.0),  # which only asks
        (["养老院"], [{1}], 1.0),
        (["养老院"], [set()], 2 / 2.5),  # by its pairs
        (["高养老"], [set()], 2 / 2.5),
        (["高铁"], [set()], 0.0),
    ],
)  # fmt: skip
def test_the_greatest_share_of_a_query_that_a_letter_may_hold(
    words: list[str], whole: list[set[int]], share: float
) -> None:
    shares = Shares(words, whole, lambda pair: {1} if pair == "养老" else set())
    assert shares.most(1) == pytest.approx(share)
    assert shares.letters == ({1} if share else set())
    assert shares.most(2) == 0.0


# -- bounds ----------------------------------------------------------------------------------------------------


def levels(path: Path, *words: str) -> dict[float, set[int]]:
    """Return the most that letters may score by a query of words as typed."""
    finder = Finder(Collection(str(path)))
    rated = Bounds(finder)
    found = [way for word in words for way in ways(EXACT, word, finder.vocabulary) or ()]
    keys = [(way, finder.keys([way])) for way in found]
    if len(words) == 1:
        rated.of_one(keys)
    else:
        assert rated.of_all(keys) == all(map(bounds._is_simple, found))
    assert rated.letters() == set().union(*rated.levels.values())
    return {bound: letters for bound, letters in rated.levels.items() if letters}


SCORED = ("养老。", "发展养老服务。", "养老,养老。", "养“老”。", "养老,养老,养老,养老。")


def test_a_letter_is_bounded_by_what_its_passages_score(tmp_path: Path) -> None:
    path = keep(tmp_path / "x.db", *SCORED)
    assert levels(path, "养老") == {87.5: {1}, 81.8: {2}, 90.0: {3}, NO_BOUND: {4, 5}}
    for number, text in enumerate(SCORED, 1):
        (row,) = find("养老").ask(pack(text)).rows
        bound = next(bound for bound, letters in levels(path, "养老").items() if number in letters)
        assert float(str(row["score"])) <= bound
        assert bound in (NO_BOUND, row["score"])


def test_of_several_words_a_letter_is_bounded_by_how_many_it_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = keep(tmp_path / "x.db", "养老服务。", "养老。", "服务,服务。", "公路。")
    assert levels(path, "养老", "服务") == {92.0: {1}, 43.7: {2}, 45.0: {3}}
    monkeypatch.setattr(bounds, "_MOST_RATED", 3)
    assert levels(path, "养老", "服务") == {92.0: {1}, 43.7: {2}, 45.0: {3}}
    monkeypatch.setattr(bounds, "_MOST_RATED", 2)  # then one by one only those with both
    assert levels(path, "养老", "服务") == {92.0: {1}, 50.0: {2, 3}}
    monkeypatch.setattr(bounds, "_MOST_RATED", 1)
    assert levels(path, "养老", "老服") == {92.0: {1}, 57.5: {2}}  # what they share is covered twice


def test_a_word_that_overlaps_with_itself_is_not_counted(tmp_path: Path) -> None:
    path = keep(tmp_path / "x.db", "甲甲甲。", "老师好老。")
    assert levels(path, "甲甲") == {NO_BOUND: {1}}
    assert levels(path, "老师好老") == {NO_BOUND: {2}}
    assert NO_BOUND not in levels(path, "老师好")
    assert levels(path, "甲甲", "老师") == {}


# -- find ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "tier", "letters"),
    [
        ("养老", "exact", [1, 4]), ("养佬", "homophone", [1, 4]), ("志愿愿者", "edit", [2]), ("五百万", "number", [2]), ("zhi yuan zhe", "pinyin", [2]), ("公路老人", "terms", [3]), ("注册500", "terms", [2]), ("注册500万公路", "none", []),
        ("公路老人 高铁", "parts", [3]), ("曲速", "none", []), ("养老 服务", "exact", [1, 4]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("most", [None, 1, 10])
def test_letters_are_found_by_the_first_tier_that_has_the_words(
    finder: Finder, query: str, tier: str, letters: list[int], most: int | None
) -> None:
    answered_by, answers = found_in(finder._collection, worded(query), most=most)
    assert (answered_by, [answered.letter for answered in answers]) == (
        tier,
        letters,
    )


def test_only_some_letters_are_asked(finder: Finder) -> None:
    for only in ({4}, {1, 4}, {2}, set[int]()):
        _, answers = found_in(finder._collection, worded("养老"), most=None, only=only)
        assert {answered.letter for answered in answers} == only & {1, 4}


def test_where_one_word_is_rare_only_its_letters_are_looked_through(
    finder: Finder, monkeypatch: pytest.MonkeyPatch
) -> None:
    for few in (0, 1, 100):
        monkeypatch.setattr(finding, "_FEW", few)
        for query, holding_it in (("养老 服务", [1, 4]), ("养护 老人", [3]), ("养老 公路", [])):
            _, answers = found_in(finder._collection, worded(query, exact=True), most=None)
            assert [answered.letter for answered in answers] == holding_it


def test_a_query_without_a_word_is_refused(finder: Finder) -> None:
    with pytest.raises(ReplyError, match="no word in it"):
        found_in(finder._collection, worded("，。"), most=None)


# -- reader, writer, schema ------------------------------------------------------------------------------------


def test_letters_come_in_the_order_of_their_paths(tmp_path: Path) -> None:
    files = ["b.txt", "a/z.txt", "a.txt", "a/b/c.txt", "./a/a.txt"]
    stored = Collection(str(keep(tmp_path / "x.db", *["养老。"] * 5, files=files)))
    assert [file for _, file, _ in stored.heads()] == ["./a/a.txt", "a/b/c.txt", "a/z.txt", "a.txt", "b.txt"]
    assert stored.order() == [letter for letter, _, _ in stored.heads()] == [5, 4, 2, 3, 1]
    assert place_of("./a//b.txt") == place_of("a/b.txt") == b"a\0b.txt"


def test_a_passage_is_read_with_its_section_and_figures(tmp_path: Path) -> None:
    text = f"{HEAD}一、养老\n投入5万元;建成3所。\n二、护理\n床位20张。\n{FOOT}"
    stored = Collection(str(keep(tmp_path / "x.db", "养老。", text)))
    keys = stored.keys(2)
    own = passages_of(pack(text), everything=True)
    read = stored.passages(keys)
    assert [(p.text, p.start, p.figures, p.section.id) for p in read] == [
        (p.text, p.start, p.figures, p.section.id) for p in own
    ]
    assert stored.passages([]) == stored.passages([2 << LETTER_BITS]) == []
    assert [p.text for p in stored.passages(keys[3:4])] == [own[3].text]
    assert stored.head_words(2) == head_of(pack(text))
    assert stored.first(2, ("preamble", "residue")) == keys[:1]
    (second,) = stored.first(2, ("opening",))
    assert stored.passages([second])[0].section.id == "1"
    assert stored.first(1, ("body",)) == []


def test_hundreds_of_passages_are_read_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "".join(f"第{n}个镇投入{n}万元。\n" for n in range(1, 20))
    stored = Collection(str(keep(tmp_path / "x.db", text)))
    own = passages_of(pack(text))
    monkeypatch.setattr(reader, "_MOST_KEYS", 5)
    for chosen in ([3, 5, 8], [3, 4, 5, 6, 8], [1, 3, 4, 5, 6, 9], range(19)):
        read = stored.passages([stored.keys(1)[n] for n in chosen])
        assert [(passage.text, passage.figures) for passage in read] == [
            (own[n].text, own[n].figures) for n in chosen
        ]


def test_a_letter_is_replaced_and_taken_out(tmp_path: Path) -> None:
    path = keep(tmp_path / "x.db", "养老5所。", "护理6所。")
    writer = Writer(str(path))
    stamp = Stamp(1, 2, 3, 4, "x")
    writer.put("./0.txt", rows_of(pack("养老7所。")), stamp)
    writer.take_out(["1.txt", "nobody.txt"])
    assert writer.stamps() == {"./0.txt": stamp}
    writer.commit()
    writer.commit()
    writer.close()
    stored = Collection(str(path))
    assert [[f.text for f in letter.figures] for letter in stored.letters(stored.order())] == [["7所"]]
    assert [letter for letter, _, _ in stored.heads()] == [3]
    assert stored.column("SELECT count(*) FROM passage") == [2]


def test_what_was_not_committed_is_not_there(tmp_path: Path) -> None:
    path = keep(tmp_path / "x.db", "养老5所。")
    writer = Writer(str(path))
    writer.put("1.txt", rows_of(pack("护理6所。")))
    writer.close()
    assert Collection(str(path)).order() == [1]


def test_letters_with_corrections_are_known(tmp_path: Path) -> None:
    path = keep(tmp_path / "x.db", "养老5所。", "护理6所。")
    writer = Writer(str(path))
    assert writer.corrected() == {}
    letter = pack("护理7所。")
    (section,) = letter.sections
    mended = tuple(figure._replace(corrected=("label",)) for figure in section.figures)
    writer.put("1.txt", rows_of(letter._replace(sections=(section._replace(figures=mended),))))
    writer.commit()
    found = writer.corrected()
    assert {file: [figure.corrected for figure in letter.figures] for file, letter in found.items()} == {
        "1.txt": [("label",)]
    }


@pytest.mark.parametrize("number", [2**63 - 1, 2**63, -(2**63), -(2**63) - 1, 10**40, 3.0, 3])
def test_a_number_of_any_size_comes_out_as_it_went_in(tmp_path: Path, number: float) -> None:
    letter = pack("养老5所。")
    (section,) = letter.sections
    changed = letter._replace(
        sections=(
            section._replace(
                figures=tuple(f._replace(value=number, per=("户", "年")) for f in section.figures)
            ),
        )
    )
    writer = Writer(str(tmp_path / "x.db"))
    writer.put("0.txt", rows_of(changed))
    writer.commit()
    writer.close()
    (figure,) = Collection(str(tmp_path / "x.db")).letter(1).figures
    assert (figure.value, type(figure.value), figure.per) == (number, type(number), ("户", "年"))


def test_columns_become_the_values_of_the_model() -> None:
    decode = decoder(Figure, ("id", "value", "per", "corrected"))
    assert decode(["1", "99", '["户"]', "[]"]) == ["1", 99, ("户",), ()]
    assert decode(["1", 9.5, "[]", '["a", "b"]']) == ["1", 9.5, (), ("a", "b")]
    assert decode(["1", None, "[]", "[]"]) == ["1", None, (), ()]


def test_the_length_of_a_passage_is_kept_up_to_its_limit() -> None:
    rows = rows_of(pack("养" * 1022 + "。\n" + "老" * 1023 + "。\n" + "护" * 5 + "。\n"))
    assert [length for length, _ in rows.pairs] == [1023, 1023, 6, 0]
    assert rows_of(pack("养" * 1021 + "。\n")).pairs[0][0] == 1022
    assert rows_of(load()).sound is not None
    assert rows_of(pack("养老。")).sound is None  # it has no head


# -- database --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("SQLITE_BUSY", "another program is writing"), ("SQLITE_BUSY_SNAPSHOT", "another program is writing"), ("SQLITE_LOCKED", "another program is writing"),
        ("SQLITE_READONLY_DIRECTORY", "may not be written"), ("SQLITE_CANTOPEN", "cannot be opened"), ("SQLITE_PERM", "cannot be opened"), ("SQLITE_FULL", "check the disk"),
        ("SQLITE_IOERR_READ", "check the disk"), ("SQLITE_NOTADB", "is no collection"), ("SQLITE_CORRUPT", "is damaged"), ("SQLITE_ERROR", "is damaged"), ("", "is damaged"),
    ],
)  # fmt: skip
def test_what_sqlite_says_is_said_in_one_sentence(name: str, said: str) -> None:
    error = sqlite3.OperationalError("as it says")
    if name:
        error.sqlite_errorname = name
    with pytest.raises(ReplyError) as caught, told("x.db"):
        raise error
    assert str(caught.value).startswith("x.db: ")
    assert said in str(caught.value)


def test_a_collection_is_made_once_and_another_database_never(tmp_path: Path) -> None:
    path, other = str(tmp_path / "x.db"), str(tmp_path / "other.db")
    for careful, synchronous in (
        (True, 2),
        (False, 0),
    ):  # what is committed outlives a power failure, or need not
        connection = created(path, careful=careful)
        assert connection.execute("PRAGMA synchronous").fetchone() == (synchronous,)
        connection.close()
    made = Path(path).read_bytes()
    created(path, careful=False).close()
    assert Path(path).read_bytes() == made
    with sqlite3.connect(other) as foreign:
        foreign.execute("CREATE TABLE mine (x)")
    foreign.close()
    for use in (created, opened):
        with pytest.raises(ReplyError, match="is no collection of letters"):
            use(other)
    with sqlite3.connect(other) as foreign:
        foreign.execute("DROP TABLE mine")
        foreign.execute("PRAGMA application_id = 7")
    foreign.close()
    with pytest.raises(ReplyError, match="holds no letter"):
        created(other)
    with pytest.raises(ReplyError, match="cannot be opened"):
        opened(str(tmp_path / "none.db"))
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize("version", [FORMAT - 1, FORMAT + 1])
def test_a_collection_of_another_version_is_refused(tmp_path: Path, version: int) -> None:
    path = str(tmp_path / "x.db")
    connection = created(path)
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()
    for use in (created, opened):
        with pytest.raises(ReplyError, match=f"has format {version} of a collection"):
            use(path)


def test_whoever_reads_cannot_write(tmp_path: Path) -> None:
    reading = opened(str(keep(tmp_path / "x.db", "养老。")))
    with pytest.raises(sqlite3.OperationalError):
        reading.execute("DELETE FROM letter")


# -- letters, names, sources -----------------------------------------------------------------------------------


def test_what_is_taken_for_a_collection(tmp_path: Path) -> None:
    keep(tmp_path / "x.db", "养老。")
    (tmp_path / "x").write_bytes((tmp_path / "x.db").read_bytes())
    (tmp_path / "other").write_bytes(b"SQLite format 2")
    (tmp_path / "folder.db").mkdir()
    names = ("x.db", "x", "other", "folder.db", "none.db", "none", "a\0b")
    assert [is_collection(str(tmp_path / name)) for name in names] == [
        True,
        True,
        False,
        False,
        True,
        False,
        False,
    ]


def test_the_letters_of_a_folder_are_its_toml_files_and_those_of_the_folders_in_it(tmp_path: Path) -> None:
    for name in ("b.toml", "a/z.toml", "a/b/c.toml", "a.toml", "x.txt", "toml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    (tmp_path / "c.toml").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "a", target_is_directory=True)
    problems: list[OSError] = []
    found = [os.path.relpath(entry.path, tmp_path) for entry in files_of(str(tmp_path), problems.append)]
    assert (found, problems) == (["a/b/c.toml", "a/z.toml", "a.toml", "b.toml"], [])
    assert list(files_of(str(tmp_path / "none"), problems.append)) == []
    assert [error.errno for error in problems] == [2]


@pytest.mark.parametrize(
    ("issuers", "dated", "takes"),
    [
        ((), (), True), (("云溪",), (), True), (("雲 溪",), (), True), (("青山",), (), False), (("青山", "民政"), (), True), ((), ("2022",), True), ((), ("2021",), False),
        ((), ("2021", "2022-08"), True), (("云溪",), ("2021",), False), (("青山",), ("2022",), False),
    ],
)  # fmt: skip
def test_letters_are_chosen_by_issuer_and_date(
    issuers: tuple[str, ...], dated: tuple[str, ...], takes: bool
) -> None:
    assert Chosen(issuers, dated).takes("云溪县民政局", "2022-08-12") == takes
    assert Chosen(issuers, dated).takes(None, None) == (not issuers and not dated)


def test_times_of_letters_are_written_as_people_write_them() -> None:
    assert Chosen(("云溪",), ("2022年", "2021")).checked() == Chosen(("云溪",), ("2022", "2021"))
    with pytest.raises(ReplyError):
        Chosen(dated=("x",)).checked()


def sources(tmp_path: Path) -> list[Files | Stored]:
    """Return three letters as files, and as a collection."""
    texts = [
        f"{place}函〔2022〕{n}号\n{HEAD}投入{n}万元。\n{place}县民政局\n202{n}年8月12日\n"
        for n, place in ((2, "云溪"), (1, "青山"), (3, "东山"))
    ]
    letters = [pack(text)._replace(file=f"{n}.txt", name=f"{n}") for n, text in enumerate(texts)]
    return [Files(letters), Stored(Collection(str(keep(tmp_path / "x.db", *texts))))]


@pytest.mark.parametrize(("sort", "order"), [("date", "102"), ("-date", "201"), ("issuer", "201"), ("file", "012"), ("-file", "210"), ("letter", "012"), ("-letter", "210")])  # fmt: skip
def test_letters_are_sorted_by_head_data(tmp_path: Path, sort: str, order: str) -> None:
    for source in sources(tmp_path):
        source.name({f"{n}.txt": f"n{n}" for n in range(3)})
        source.sort(sort)
        found = [
            str(answered.letter.name)
            for answered in source.answers(figures.question(figures.Filters()), None)
        ]
        assert found == [f"n{n}" for n in order]


def test_letters_of_a_source_are_chosen_and_left_out(tmp_path: Path) -> None:
    for source in sources(tmp_path):
        assert [file for file, _ in source.heads()] == ["0.txt", "1.txt", "2.txt"]
        assert source.choose(Chosen(), frozenset()) == 3
        assert source.choose(Chosen(issuers=("山",)), frozenset()) == 2
        assert [file for file, _ in source.heads()] == ["1.txt", "2.txt"]
        assert source.choose(Chosen(issuers=("山",)), frozenset({"1.txt"})) == 1
        rows = [
            row["text"]
            for answered in source.answers(figures.question(figures.Filters()), None)
            for row in answered.listing.rows
        ]
        assert rows == ["3万元"]


# -- what letters have to say ----------------------------------------------------------------------------------


def folder_of(tmp_path: Path, *texts: str) -> Path:
    folder = tmp_path / "letters"
    folder.mkdir()
    for number, text in enumerate(texts):
        (folder / f"{number}.toml").write_text(dump(pack(text)), "utf-8")
    return folder


def rows_from(names: Sequence[str], question: Question, **options: object) -> list[str]:
    answered = answer(names, question, **options)  # type: ignore[arg-type] # by name
    return [str(row["id"]) for row in answered.listing.rows]


def test_a_letter_of_its_own_answers_without_a_name_and_several_with_theirs(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, f"投入5万元。\n{FOOT}", f"投入6万元。\n{FOOT}")
    asked = figures.question(figures.Filters())
    one = str(folder / "0.toml")
    database = str(keep(tmp_path / "x.db", "投入7万元。"))
    assert rows_from([one], asked) == ["body-1"]
    assert rows_from([one], asked, issuers=("云溪",)) == ["0:body-1"]
    assert rows_from([str(folder)], asked) == ["0:body-1", "1:body-1"]
    assert rows_from([str(folder)], asked, sort="-value") == ["1:body-1", "0:body-1"]
    assert rows_from([str(folder), one, one], asked) == ["0:body-1", "1:body-1"]
    assert rows_from([database], asked) == ["0:body-1"]
    assert rows_from([one, database], asked, sort="value") == [f"{folder}/0:body-1", "0:body-1"]
    assert rows_from([], asked) == [figure.id for figure in load().figures]
    assert rows_from([], asked, issuers=("广东",)) == rows_from([], asked)
    for chosen in ({"issuers": ("云溪",)}, {"dated": ("1999",)}):
        with pytest.raises(ReplyError, match="No letter passes"):
            rows_from([], asked, **chosen)
    with pytest.raises(ReplyError, match="No letter passes"):
        rows_from([str(folder)], asked, issuers=("青山",))


def test_a_folder_without_letters_is_told_and_a_broken_letter_beside_others(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    with pytest.raises(ReplyError, match="holds no letter"):
        ask_many([str(folder)], figures.question(figures.Filters()))
    (folder / "a.toml").write_text("[letter")
    with pytest.raises(ReplyError, match="not valid TOML"):
        ask_many([str(folder)], figures.question(figures.Filters()))
    (folder / "b.toml").write_text(dump(pack("投入5万元。")), "utf-8")
    listing, problems = ask_many([str(folder)], figures.question(figures.Filters()))
    assert ([row["letter"] for row in listing.rows], len(problems)) == (["b"], 1)


def test_what_nothing_is_found_in_is_said_of_one_letter_or_of_many(tmp_path: Path) -> None:
    for count, asked in ((1, "this letter"), (2, "these 2 letters")):
        path = keep(tmp_path / f"{count}.db", *["养老。"] * count)
        listing, _ = ask_many([str(path)], find("高铁"))
        assert (list(listing.rows), listing.nothing) == ([], f"Nothing in {asked} answers “高铁”.")


# -- sinks, cache ----------------------------------------------------------------------------------------------


def test_what_letters_go_into(tmp_path: Path) -> None:
    keep(tmp_path / "kept", "养老。")
    (tmp_path / "x.toml").write_text("[letter]")
    names = (None, "x.db", "x.jsonl", "x.toml", *(str(tmp_path / name) for name in ("kept", "x.toml", "")))
    assert [sinks.is_sink(name, None) for name in names] == [False, True, True, False, True, False, False]
    assert sinks.is_sink(None, "jsonl")
    places = (None, str(tmp_path / "x.db"), str(tmp_path / "x.jsonl"))
    made = [sinks.sink_for(name, None, print, force=True) for name in places]
    assert [type(sink) for sink in made] == [sinks.Lines, sinks.Database, sinks.Lines]
    for sink in made:
        sink.forget()


def test_lines_go_to_a_file_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    for end in ("forget", "close"):
        lines = sinks.Lines(str(path), print, force=False)
        lines.put("0.txt", lines.make(pack("投入5万元。")))
        getattr(lines, end)()
        assert path.exists() == (end == "close")
    assert json.loads(path.read_text("utf-8"))["sections"][0]["figures"][0]["value"] == 50000
    with pytest.raises(ReplyError, match="exists"):
        sinks.Lines(str(path), print, force=False)
    sinks.Lines(str(path), print, force=True).close()
    assert path.read_bytes() == b""
    with pytest.raises(ReplyError, match="cannot be written"):
        sinks.Lines(str(tmp_path / "none" / "x.jsonl"), print, force=False)
    written: list[str] = []
    out = sinks.Lines(None, written.append, force=False)
    out.put("0.txt", "{}")
    out.close()
    out.forget()
    assert (written, out.is_done("0.txt", ""), out.corrected()) == (["{}"], False, {})


def test_a_file_that_has_not_changed_is_done_unless_it_is_packed_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, path = tmp_path / "0.txt", str(tmp_path / "x.db")
    file.write_text("投入5万元。")
    first = sinks.Database(path, force=False)
    assert (first.is_done(str(file), "a"), first.corrected()) == (False, {})
    first.put(str(file), rows_of(pack("投入5万元。")))
    first.close()
    again = sinks.Database(path, force=False)
    assert [again.is_done(str(file), options) for options in ("a", "b")] == [True, False]
    assert not sinks.Database(path, force=True).is_done(str(file), "a")
    assert not again.is_done(str(tmp_path / "none.txt"), "a")
    file.write_text("投入6万元。..")
    assert not again.is_done(str(file), "a")
    # A batch is committed when it is large enough; the rest when it ends.
    monkeypatch.setattr(sinks, "_BATCH", 2)
    for count, kept in ((1, 1), (2, 3), (3, 5)):
        batch = sinks.Database(path, force=False)
        for number in range(count):
            batch.put(f"{count}{number}.txt", rows_of(pack("养老。")))
        batch.forget()
        assert len(Collection(path).order()) == kept


def test_a_letter_is_read_again_when_its_stamp_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = folder_of(tmp_path, "投入5万元。", "投入6万元。")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    reads: list[str] = []
    read = letters.read

    def noted(path: str, problems: list[str]) -> Letter | None:
        reads.append(os.path.basename(path))
        return read(path, problems)

    def asked() -> list[str]:
        reads.clear()
        collection = cache.cached(str(folder), list(files_of(str(folder), lambda error: None)), [])
        assert collection is not None
        kept = list(collection.letters(collection.order()))
        return [*(figure.text for letter in kept for figure in letter.figures), *reads]

    monkeypatch.setattr(cache, "read", noted)
    assert asked() == ["5万元", "6万元", "0.toml", "1.toml"]
    assert asked() == ["5万元", "6万元", "0.toml", "1.toml"]  # nobody can tell yet that they have not changed
    monkeypatch.setattr(cache, "_NEW", 0)
    assert asked() == ["5万元", "6万元", "0.toml", "1.toml"]
    assert asked() == ["5万元", "6万元"]
    (folder / "0.toml").write_text(dump(pack("投入77万元。")), "utf-8")
    assert asked() == ["77万元", "6万元", "0.toml"]
    (folder / "0.toml").unlink()
    assert asked() == ["6万元"]
    (folder / "1.toml").write_text("[letter")
    assert asked() == ["1.toml"]
    (place,) = (tmp_path / "cache" / "reply").iterdir()
    place.write_bytes(b"damaged")
    (folder / "1.toml").write_text(dump(pack("投入8万元。")), "utf-8")
    assert asked() == ["8万元", "1.toml"]
    assert cache.clear() == 1
    assert list((tmp_path / "cache" / "reply").iterdir()) == []


def test_the_cache_holds_no_more_than_its_limit_and_the_latest_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {name: tmp_path / name for name in ("own.db", "old.db", "new.db", "x.index", "x.txt")}
    for age, (name, path) in enumerate(files.items()):
        path.write_bytes(b"x" * 10)
        os.utime(path, (100 - age if name != "new.db" else 200,) * 2)
    for most, left in (
        (30, ["new.db", "old.db", "own.db", "x.txt"]),
        (29, ["new.db", "own.db", "x.txt"]),
        (1, ["own.db", "x.txt"]),
    ):
        monkeypatch.setattr(cache, "MOST_BYTES", most)
        cache._make_room(files["own.db"])
        assert sorted(path.name for path in tmp_path.iterdir()) == left


@pytest.mark.parametrize(
    ("variables", "place"),
    [
        ({"XDG_CACHE_HOME": "/x"}, "/x/reply"), ({"XDG_CACHE_HOME": "x", "LOCALAPPDATA": "/y"}, "/y/reply"), ({"XDG_CACHE_HOME": "x", "HOME": "/"}, "/.cache/reply"),
        ({"HOME": "/nobody/here"}, None), ({"HOME": "relative"}, None), ({"HOME": "."}, None),
    ],
)  # fmt: skip
def test_the_cache_lies_in_a_folder_that_is_there(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], place: str | None
) -> None:
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.platform", "linux")
    home = cache._home()
    assert (None if home is None else str(home)) == place


def test_whoever_asks_in_sql_sees_rows_as_they_are_printed(tmp_path: Path) -> None:
    path = keep(tmp_path / "x.db", f"{HEAD}一、养老\n按《养老办法》投入5万元。\n{FOOT}")
    stored = Collection(str(path))
    views = {
        "sections": stored.database.execute("SELECT * FROM sections"),
        "figures": stored.database.execute("SELECT * FROM figures"),
        "citations": stored.database.execute("SELECT * FROM citations"),
    }
    columns = {view: [name for name, *_ in rows.description] for view, rows in views.items()}
    head = ["letter", "issuer", "date", "subject", "file"]
    assert columns == {
        "sections": [*head, *PARTS["section"]],
        "figures": [*head, *PARTS["figure"]],
        "citations": ["letter", "date", "subject", "file", *PARTS["citation"]],
    }
    assert stored.column("SELECT id FROM figures") == ["0:1-1"]
    assert stored.column("SELECT section || ' ' || issuer FROM figures") == ["0:1 云溪县民政局"]
    assert stored.column("SELECT coalesce(parent, '') FROM sections") == [""] * 3


# -- which letters are read ------------------------------------------------------------------------------------

ASKED = (
    f"2018年投入5万元。\n{FOOT}",
    f"2019年新建敬老院3處。\n{FOOT}",
    f"一、养老服务\n2018年新建8处。\n{FOOT}",
    f"按《护理办法》(民发〔2018〕3号)办理。\n{FOOT}",
    f"新建6处。\n{FOOT}",
)


def filtered(*names: str, units: tuple[str, ...] = (), periods: tuple[str, ...] = ()) -> Question:
    return figures.question(figures.Filters(names, units=units, periods=periods))


@pytest.mark.parametrize(
    ("question", "read"),
    [
        (filtered(), "01234"),
        (filtered(units=("元",)), "0"),
        (filtered(units=("万元",)), "0"),
        (filtered(units=("处",)), "124"),
        (filtered(units=("處", "元")), "0124"),
        (filtered(periods=("2018",)), "02"),
        (filtered(periods=("2019/2020",)), "1"),
        (filtered(units=("处",), periods=("2018",)), "2"),
        (filtered(units=("处",), periods=("2018", "2019")), "12"),
        (filtered("2:1"), "2"),
        (filtered("养老"), "2"),
        (sections.question("养老服务"), "2"),
        (sections.question("1"), "01234"),
        (sections.question("closing"), "01234"),
        (citations.question(), "01234"),
        (citations.question("护理"), "3"),
        (citations.question("民发〔2018〕3号"), "3"),
        (Question(check.check, remarks=True), "01234"),
        (Question(head.info), "01234"),
    ],
)
def test_only_letters_that_may_answer_are_read(tmp_path: Path, question: Question, read: str) -> None:
    path = keep(tmp_path / "x.db", *ASKED)
    asked: list[str] = []

    def noted(letter: Letter) -> Listing:
        asked.append(str(letter.name))
        return question.ask(letter)

    source = Stored(Collection(str(path)))
    rows = [
        row
        for answered in source.answers(question._replace(ask=noted), None)
        for row in answered.listing.rows
    ]
    assert "".join(asked) == read
    assert rows


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (filtered(units=("光年",)), "No figure has the unit “光年”. There are"),
        (sections.question("9.9"), "There is no section “9.9”"),
    ],
)
def test_what_no_letter_can_answer_is_refused(tmp_path: Path, question: Question, said: str) -> None:
    path = keep(tmp_path / "x.db", *ASKED)
    with pytest.raises(ReplyError, match=said):
        list(ask_many([str(path)], question)[0].rows)


@pytest.mark.parametrize(
    ("question", "said"),
    [(filtered("高铁"), "No figure is about “高铁”."), (citations.question("高铁"), "cites nothing like “高铁”"), (filtered(periods=("1999",)), "No figure passes these filters.")],
)  # fmt: skip
def test_what_no_letter_holds_is_said_as_of_one(tmp_path: Path, question: Question, said: str) -> None:
    listing, _ = ask_many([str(keep(tmp_path / "x.db", *ASKED))], question)
    assert list(listing.rows) == []
    assert said in listing.nothing


PAGE = "| 发布机构 | 云溪县水务局 |\n\n关于水库建设的答复\n王明代表:\n您提出的建议收悉。\n水库年内开工。\n"


@pytest.mark.parametrize(
    ("texts", "query", "found"),
    [
        (
            ("养老服务。\n養老。\n服務。\n",),
            "養老 服務",
            ["養老。", "服務。"],
        ),  # as typed, before the other script
        (("养老服务。\n養老。\n服務。\n",), "养老 服务", ["养老服务。"]),
        (("养老服务。\n養老。\n",), "養老 服務", ["養老。", "养老服务。"]),
        (("养老。\n服务。\n", "养老服务。\n"), "养老 服务", ["养老服务。", "养老。", "服务。"]),
        (("13元。\n3元,5元。\n",), "3元 5元", ["3元,5元。"]),
        ((PAGE,), "云溪县", []),  # the head counts where there are several words
        ((PAGE,), "云溪县 水库", ["水库年内开工。", "关于水库建设的答复"]),
        ((PAGE,), "云溪县 水务局", ["关于水库建设的答复"]),
        (("水库5座。\n", "食堂。\n"), "水库有几座", ["水库5座。"]),
        (("水库5座。\n", "水库。\n"), "水库 食堂", []),
        (("养老服务。\n", "养老,志愿者服务。\n"), "养老服务志愿者", ["养老,志愿者服务。"]),
    ],
)
def test_a_collection_answers_with_what_its_letters_answer(
    tmp_path: Path, texts: tuple[str, ...], query: str, found: list[str]
) -> None:
    listing, _ = ask_many([str(keep(tmp_path / "x.db", *texts))], find(query))
    assert [row["text"] for row in listing.rows] == found
    letters_ = [pack(text)._replace(name=str(n)) for n, text in enumerate(texts)]
    assert [row["text"] for row in ask(letters_, find(query).ask).rows] == found


def test_letters_of_a_folder_are_called_by_its_path(tmp_path: Path) -> None:
    stored = Stored(Collection(str(keep(tmp_path / "x.db", "投入5万元。"))), folder="there")
    assert list(stored.heads()) == [("there/0.txt", None)]
    (answered,) = stored.answers(filtered(), None)
    assert (answered.letter.file, answered.letter.name) == ("there/0.txt", "0")
    assert stored.is_named
    assert stored.choose(Chosen(), frozenset({"there/0.txt"})) == 0
    assert stored.choose(Chosen(), frozenset({"0.txt"})) == 1


def test_a_collection_knows_its_characters_and_pairs_once(tmp_path: Path) -> None:
    stored = Collection(str(keep(tmp_path / "x.db", "养老,养老。", "养“老”")))
    assert sorted(stored.column("SELECT text FROM character")) == sorted("养老,。")
    assert sorted(stored.column("SELECT first || second FROM pair")) == sorted(["养老", "老,", ",养", "老。"])
