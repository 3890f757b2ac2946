"""Other words for the same, what is related, names in short, English; and what is a word is not another."""

from pathlib import Path

import pytest
import tomli

import reply.lookup
from conftest import Run
from reply.lookup import search
from reply.lookup.english import in_chinese
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
