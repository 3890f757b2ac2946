"""Pinyin in all the ways people type it: half, shortened, with tone marks, of places and of polyphones."""

import pytest

from reply.lookup import misspelt, pinyin, search
from reply.lookup.corpus import Corpus
from reply.lookup.fold import SCRIPT_TABLE
from reply.lookup.sound import codes, read_as, southern
from reply.lookup.spelling import (
    classes,
    cuts,
    in_full,
    letters_of,
    shortened,
    shortened_cuts,
    southern_cuts,
    unfinished_cuts,
    with_accent,
)
from reply.lookup.tables import polyphones


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("志yuan", "全市注册志愿者", "志愿"),
        ("zhiyuan者", "全市注册志愿者", "志愿者"),
        ("志yuan者", "全市注册志愿者", "志愿者"),
        ("志愿zh", "全市注册志愿者", "志愿者"),
        ("志愿ze", "全市注册志愿者", "志愿者"),
        ("社区cs", "推进社区慈善工作", "社区慈善"),
        ("權責qd", "公布权责清单", "权责清单"),
        ("jianfuzx", "开展减负专项行动", "减负专项"),
        ("zhyzh", "全市注册志愿者", "志愿者"),
        ("shqu", "完善社区服务", "社区"),
        ("cí shàn", "公益慈善事业", "慈善"),
        ("yǎng lǎo fú wù", "发展养老服务", "养老服务"),
        ("huizhou", "惠州市已建成三处", "惠州"),
        ("jiangmen", "江门市已建成三处", "江门"),
        ("panyu", "番禺区已建成三处", "番禺"),
        ("dabu", "大埔县已建成三处", "大埔"),
        ("kuaiji", "每村聘请会计一名", "会计"),
        ("kuaijishi", "每村聘请会计室一间", "会计室"),
        ("zhuoli", "着力推进改革", "着力"),
        ("mudi", "达到目的之后", "目的"),
        ("liaojie", "深入了解情况", "了解"),
        ("lǜsè", "推行绿色殡葬", "绿色"),
    ],
)
def test_what_is_typed_by_its_sounds_is_found(query: str, text: str, found: str) -> None:
    answer = search(query, [text])
    assert [text[slice(*span)] for hit in answer.hits for span in hit.spans] == [found]
    assert answer.tier == "pinyin"


@pytest.mark.parametrize(
    ("query", "text"),
    [("A级", "被评为安全级别"), ("5g网络", "建成5个网络"), ("志愿xy", "全市注册志愿者"), ("me的", "我们的服务"), ("社区cs", "社区从何说起")],
)  # fmt: skip
def test_what_is_not_spelt_is_not_found(query: str, text: str) -> None:
    assert search(query, [text]).hits == []


def test_of_words_with_the_same_initials_a_name_leads() -> None:
    texts = ["办理街网上的业务", "建成警务室三间"]
    assert search("jws", texts).hits[0].text_index == 1


def test_words_with_a_reading_of_their_own_are_few() -> None:
    words = polyphones()
    assert words["kuai ji"] == ["会计"]
    assert words["pan yu"] == ["番禺"]
    assert sum(map(len, words.values())) < 1000


def of(*texts: str) -> Corpus:
    return Corpus(texts, SCRIPT_TABLE)


@pytest.mark.parametrize(
    ("word", "letters"),
    [
        ("yanglao", "yanglao"), ("yǎnglǎo", "yanglao"), ("志yuan", "志yuan"), ("lüse", "lvse"), ("lǜse", "lvse"), ("lu\u0308se", "lvse"),
        ("lüe", "lve"), ("lue", "lve"), ("nue", "nve"), ("ok", "ok"), ("o", None), ("a级", None), ("级a", None), ("5g", None), ("养老。", None),
        ("ya" * 30, "ya" * 30), ("ya" * 30 + "o", None),
    ],
)  # fmt: skip
def test_what_letters_are_pinyin(word: str, letters: str | None) -> None:
    assert letters_of(word) == letters


@pytest.mark.parametrize(
    ("word", "ways"),
    [
        ("yanglao", ["yang lao", "yang la o"]),
        ("xian", ["xian", "xia n", "xi an", "xi a n"]),
        ("志yuanz", []),
        ("志yuan者", ["志 yuan 者", "志 yu an 者", "志 yu a n 者"]),
        ("xx", []),
    ],
)
def test_letters_are_cut_into_syllables_the_longest_first(word: str, ways: list[str]) -> None:
    assert [" ".join(cut) for cut in cuts(word)] == ways


def test_of_many_ways_to_cut_some_are_tried() -> None:
    assert len(cuts("xian" * 10)) == 16
    assert len(cuts("xianxian志xianxian")) == 16
    assert cuts("xian" * 14 + "xx") == []  # which is given up


@pytest.mark.parametrize(
    ("word", "ways"),
    [("sequ", ["se qu"]), ("sanghai", ["sang hai"]), ("zong", ["zong"]), ("lanlin", ["lan lin"])],
)
def test_letters_are_cut_as_a_southern_accent_spells(word: str, ways: list[str]) -> None:
    assert [" ".join(cut) for cut in southern_cuts(word)][:1] == ways


@pytest.mark.parametrize(
    ("word", "ways"),
    [
        ("zyz", ["z y z"]),
        ("zhyzh", ["z h y z h", "zh y zh", "zh y z h", "z h y zh"]),
        ("shqu", ["s h q u", "sh qu", "s h qu"]),
    ],
)
def test_shortened_syllables_are_letters_first_and_then_as_few_as_can_be(word: str, ways: list[str]) -> None:
    assert [" ".join(cut) for cut in shortened_cuts(word)] == ways


@pytest.mark.parametrize(
    ("word", "ways"),
    [
        ("yangla", ["yang + la"]),
        ("yangl", ["yang + l"]),
        ("志zh", ["志 + zh"]),
        ("志y", []),  # 志y is a name, like A级
        ("xxzh", []),
        ("zh", []),
        ("yanglaov", []),  # no syllable begins so
        ("yangzhu", ["yang + zhu"]),
        ("zhuang", ["zhuan + g", "zhua n + g", "zhu an + g", "zhu a n + g", "zhu + ang"]),
    ],
)
def test_the_last_syllable_may_be_only_begun(word: str, ways: list[str]) -> None:
    assert [f"{' '.join(cut)} + {rest}" for cut, rest in unfinished_cuts(word)] == ways


@pytest.mark.parametrize(
    ("syllable", "heard"),
    [
        ("zhang", "zan"), ("chang", "can"), ("shang", "san"), ("nian", "lian"), ("ming", "min"), ("neng", "len"), ("ang", "an"),
        ("zi", "zi"), ("can", "can"), ("lan", "lan"), ("sheng", "sen"), ("shuang", "suan"), ("he", "he"),
    ],
)  # fmt: skip
def test_a_southern_accent_has_fewer_sounds(syllable: str, heard: str) -> None:
    assert southern(syllable) == heard


def test_characters_are_read_in_full_begun_and_with_an_accent() -> None:
    corpus = of("四十狮子社区老")
    assert [read("shi", corpus) for read in (in_full, shortened)] == ["十狮", "十狮"]
    assert sorted(with_accent("shi", corpus)) == ["十", "四", "狮"]
    assert [read("sh", corpus) for read in (in_full, shortened)] == ["", "十狮社"]
    assert [read("老", corpus) for read in (in_full, shortened, with_accent)] == ["老", "老", "老"]
    assert sorted(read_as("si", corpus, accent=True)) == ["十", "四", "狮"]
    assert [shortened(letter, of("饿阿恩")) for letter in "ae"] == ["阿", "恩饿"]  # a letter alone begins any


def test_a_word_with_a_reading_of_its_own_is_spelt_by_it_anywhere() -> None:
    assert ("室", "会", "计") in classes(["shi", "kuai", "ji"], of("会计室快记"))
    assert list(classes(["kuai", "ji"], of("快记"))) == [("快", "记"), ("会", "计")]
    assert list(classes(["yang", "lao"], of("养老"))) == [("养", "老")]


def test_sounds_are_compared_by_the_first_reading() -> None:
    assert codes("养老") == codes("仰老") != codes("养佬人")
    assert codes("a。") == "a。"


@pytest.mark.parametrize(
    ("letters", "text", "found"),
    [
        ("zhiyuanzhe", "注册志愿者", ["志愿者"]),
        ("zhiyuanze", "注册志愿者", ["志愿者"]),  # one missing
        ("zhiyuanzhee", "注册志愿者", ["志愿者"]),  # one more
        ("zihyuanzhe", "注册志愿者", ["志愿者"]),  # two swapped
        ("zhiyaunzhe", "注册志愿者", ["志愿者"]),  # in the middle
        ("chiyuanzhe", "注册志愿者", ["志愿者"]),  # one wrong
        ("iyuanzhe", "注册志愿者", ["愿者"]),
        ("yuanxhee", "注册志愿者", []),  # two slips
        ("zhiyuanze", "志,愿者", []),
        ("shequjianfu", "社区减妇,社区减负", ["社区减妇", "社区减负"]),
    ],
)
def test_a_spelling_may_have_one_slip(letters: str, text: str, found: list[str]) -> None:
    assert sorted(text[slice(*span)] for span in misspelt.spans(letters, of(text))) == found


@pytest.mark.parametrize(
    ("query", "found", "cost"),
    [
        ("yanglao", "养老", 0), ("yangla", "养老", 0.1), ("sequ", "社区", 0.3), ("ylfw", "养老服务", 0.4), ("zhiyuanzeh", "志愿者", 0.6),
        ("zyz", "志愿者", 0.4), ("fwd", "服务点", 0.4), ("jws", "警务室", 0.45), ("jianfo", "", None), ("yanglaa", "", None), ("lao", "", None),
    ],
)  # fmt: skip
def test_the_surest_reading_of_letters_answers_alone(query: str, found: str, cost: float | None) -> None:
    corpus = of("社区养老服务点,注册志愿者,警务室,减负")
    matches = pinyin.matches(query, corpus)
    assert {(corpus.text[match.start : match.end], match.cost) for match in matches} == (
        {(found, cost)} if found else set()
    )


def test_initials_stand_for_the_words_that_are_named_most_often() -> None:
    names = ["服务", "法务", "房屋", "飞舞", "范围", "防伪"]
    corpus = of("、".join([*names, *names[:5]]))
    assert {corpus.text[match.start : match.end] for match in pinyin.matches("fw", corpus)} == {*names[:5]}


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("hefu", "治理和服务", []),  # parts of two words
        ("lihefu", "治理和服务", ["理和服"]),  # three syllables in a row are no coincidence
        ("fuwu", "治理和服务", ["服务"]),
        ("xianl", "有先例,到西安路", ["先例", "西安路"]),
        ("zhuan", "猪啊你,转", []),
        ("fangji", "有方,放假", ["放假"]),  # two syllables, the second begun
        ("fangjia", "方案,放假,方基案", ["放假"]),
    ],
)
def test_letters_are_whole_words_or_many(query: str, text: str, found: list[str]) -> None:
    corpus = of(text)
    assert [corpus.text[match.start : match.end] for match in pinyin.matches(query, corpus)] == found
