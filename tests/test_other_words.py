"""Other words for the same, what is related, names in short, English; and what is a word is not another."""

from pathlib import Path

import pytest
import tomli

import reply.lookup
from conftest import Run
from reply.lookup import abbreviation, homophone, search, synonym
from reply.lookup import english as in_english
from reply.lookup import related as relatives
from reply.lookup.corpus import Corpus, literal, scattered
from reply.lookup.english import in_chinese
from reply.lookup.fold import SCRIPT_TABLE
from reply.lookup.synonym import groups, others, related

TABLES = Path(str(reply.lookup.__file__)).parent / "tables"


@pytest.mark.parametrize(
    ("query", "text", "tier"),
    [
        ("捐款", "开展社区募捐", "synonym"),
        ("捐款", "慈善超市", "related"),
        ("农民工", "外来务工人员", "synonym"),
        ("农民工", "非户籍人口", "related"),
        ("大数据", "信息化建设", "related"),
        ("信息化", "大数据平台", "related"),
        ("慈善事业", "公益事业", "related"),
        ("心理安慰", "提供精神慰藉", "synonym"),
    ],
)
def test_synonyms_and_what_is_related_are_two_things(query: str, text: str, tier: str) -> None:
    assert search(query, [text]).tier == tier


def test_a_synonym_answers_before_what_is_related() -> None:
    assert [hit.text_index for hit in search("捐款", ["慈善事业", "社区募捐"]).hits] == [1]


def test_what_is_related_to_one_word_is_not_related_to_each_other() -> None:
    assert search("数字化", ["大数据平台"]).hits == []


def test_no_word_is_a_synonym_and_related_too() -> None:
    for group in groups():
        for word in group.words:
            assert not {*others(word)} & {*related(word)}, word


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("省住建厅", "由省住房城乡建设厅印发", "省住房城乡建设厅"),
        ("中组部", "中共中央组织部印发", "中共中央组织部"),
        ("社工站", "建成社工服务站三个", "社工服务站"),
        ("县教体局", "由县教育体育局负责", "县教育体育局"),
    ],
)
def test_a_name_is_found_by_what_it_is_shortened_to(query: str, text: str, found: str) -> None:
    answer = search(query, [text])
    assert answer.tier == "abbreviation"
    assert [text[slice(*span)] for hit in answer.hits for span in hit.spans] == [found]


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("省建厅", "省住房,城乡建设厅"),
        ("社会站", "社工服务站"),
        ("住建", "住房建设"),
        ("厅建省", "省住房城乡建设厅"),
    ],
)
def test_characters_here_and_there_are_no_name(query: str, text: str) -> None:
    assert search(query, [text]).tier != "abbreviation"


@pytest.mark.parametrize(
    ("query", "text", "tier"),
    [
        ("市长", "市场监管", "none"),
        ("权利", "权力清单", "none"),
        ("物业管理", "场所特业管理", "none"),
        ("市政府", "一门一网式政府服务", "none"),
        ("师范", "示范项目", "none"),
        ("行政村村", "每个行政村", "edit"),
        ("有限衔接", "有效衔接", "edit"),
        ("养佬", "养老", "homophone"),
    ],
)
def test_a_word_is_never_returned_as_another(query: str, text: str, tier: str) -> None:
    assert search(query, [text]).tier == tier


def test_what_sounds_like_a_word_is_offered() -> None:
    assert search("市长", ["市场监管"]).suggestions == ["市场"]


@pytest.mark.parametrize(
    ("query", "found"), [("volunteers", "志愿者"), ("Charities", "慈善"), ("elderly care", "养老服务"), ("nursing-home", "养老院")]
)  # fmt: skip
def test_english_is_found_by_its_chinese(query: str, found: str) -> None:
    text = f"发展{found}事业"
    answer = search(query, [text])
    assert answer.tier == "english"
    assert [text[slice(*span)] for hit in answer.hits for span in hit.spans] == [found]


def test_english_says_what_the_letter_is_written_in(run: Run) -> None:
    result = run("find", "volunteers")
    assert result.stderr == "The letter is in Chinese; for “volunteers” found “志愿者”.\n"


def test_the_table_of_english_words_is_small_and_every_line_of_it_leads_somewhere() -> None:
    lines = [line.split(" ") for line in (TABLES / "english.txt").read_text("utf-8").splitlines()]
    assert 200 <= len(lines) <= 250
    assert len({line[0] for line in lines}) == len(lines)
    for english, *chinese in lines:
        assert chinese
        assert in_chinese(english.replace("_", "")) == chinese
        assert search(english.replace("_", " "), [f"关于{chinese[0]}的"]).hits


def test_a_group_of_other_words_has_two_things_to_say_and_why() -> None:
    for group in tomli.loads((TABLES / "synonyms.toml").read_text("utf-8"))["groups"]:
        assert {"words", "reason"} <= set(group) <= {"words", "related", "reason"}, group
        assert group["reason"].strip()
        words = [*group["words"], *group.get("related", [])]
        assert len(set(words)) == len(words) >= 2, group


def of(*texts: str) -> Corpus:
    return Corpus(texts, SCRIPT_TABLE)


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("县教体局", "县教育体育局"),  # a beginning of each word, or all of it
        ("县育体局", ""),  # no end of one
        ("社工站", "社工服务站"),  # one word is left out
        ("社工心", ""),
        ("中组部", "中共中央组织部"),
        ("省住建厅", "省住房城乡建设厅"),
        ("住建厅省", ""),
        ("教体局", "教育体育局"),
    ],
)
def test_a_short_name_takes_a_beginning_of_each_word(word: str, name: str) -> None:
    corpus = of("由县教育体育局、社工服务站、中共中央组织部、省住房城乡建设厅、社工服务分中心印发")
    found = {corpus.text[match.start : match.end] for match in abbreviation.matches(word, corpus)}
    assert found == ({name} if name else set())


def test_a_short_name_has_some_characters_that_may_stand_anywhere() -> None:
    for length in range(1, 10):
        word = "县教体局社工站中组"[:length]
        expected = [scattered(word, 0.3)] if 3 <= length <= 8 else []
        assert abbreviation.patterns(word, of()) == expected
    assert abbreviation.patterns("县教a局", of()) == []
    assert [abbreviation.patterns(word, of()) != [] for word in ("一龥龥", "一龥々", "一龥\u9fff")] == [
        True,
        False,
        True,
    ]


def test_a_name_is_found_wherever_it_stands() -> None:
    corpus = of("县教育体育局同县教育体育局", "县教育体育局", "县教育", "体育局")
    assert [(match.start, match.end) for match in abbreviation.matches("县教体局", corpus)] == [
        (0, 6),
        (7, 13),
        (14, 20),
    ]


@pytest.mark.parametrize(
    ("word", "chinese"),
    [
        ("volunteer", ["志愿者", "志愿服务"]),
        ("volunteers", ["志愿者", "志愿服务"]),
        ("charities", ["慈善"]),
        ("buses", ["公交"]),
        ("nursing-homes", ["养老院", "敬老院", "养老机构"]),
        ("seniors", ["长者", "老年人"]),  # which has a line of its own
        ("charitys", ["慈善"]),
        ("xyzzy", []),
    ],
)
def test_english_is_read_in_the_plural_too(word: str, chinese: list[str]) -> None:
    assert in_chinese(word) == chinese


def test_of_the_words_for_an_english_one_the_first_that_is_there_is_found() -> None:
    corpus = of("志愿服务,志愿服务", "志愿者")
    assert [(match.start, match.end, match.cost) for match in in_english.matches("volunteers", corpus)] == [
        (10, 13, 0.3)
    ]
    assert in_english.matches("volunteers", of("养老")) == []


def test_words_and_names_are_looked_up_as_they_are() -> None:
    assert in_english.patterns("volunteers", of()) == [literal("志愿者", 0.3), literal("志愿服务", 0.3)]
    assert literal("志愿者", 0.3) in synonym.patterns("义工", of())
    assert literal("大数据", 0.6) in relatives.patterns("信息化", of())
    assert synonym.patterns("曲速", of()) == relatives.patterns("曲速", of()) == []


@pytest.mark.parametrize(
    ("word", "text", "found"),
    [
        ("养佬", "养老", [("养老", 1 / 3)]),
        ("设区减负", "社区减负", [("社区减负", 1 / 3)]),
        ("设去减负", "社区减负,设区减负", [("设区减负", 1 / 3)]),  # the fewest slips
        ("设去", "社区", []),  # of two characters one must be there
        ("射渠兼副", "社区减负", [("社区减负", 4 / 3)]),  # four syllables in a row are no coincidence
        ("和服", "治理和服务", []),
        ("何务", "和服务", []),
        ("佬", "老", []),
        ("市长", "市场", []),  # which is a word itself
        ("佬" * 30, "老" * 30, [("老" * 30, 10)]),
        ("佬" * 31, "老" * 31, []),
    ],
)
def test_what_sounds_the_same_is_found_where_it_proves_something(
    word: str, text: str, found: list[tuple[str, float]]
) -> None:
    corpus = of(text)
    matches = homophone.matches(word, corpus)
    assert [text[match.start : match.end] for match in matches] == [there for there, _ in found]
    assert [match.cost for match in matches] == pytest.approx([cost for _, cost in found])


def test_what_may_sound_the_same_is_looked_up_by_classes() -> None:
    (pattern,) = homophone.patterns("养佬", of("仰老养佬"))
    assert [set(characters) for characters in pattern.classes] == [{"养", "仰"}, {"佬", "老"}]
    assert pattern.cost == pytest.approx(1 / 3)
    for word, count in (
        ("佬", 0),
        ("市长", 0),
        ("佬" * 30, 1),
        ("佬" * 31, 0),
    ):
        assert len(homophone.patterns(word, of("老"))) == count
