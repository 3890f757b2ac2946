"""Pinyin in all the ways people type it: half, shortened, with tone marks, of places and of polyphones."""

import pytest

from reply.lookup import search
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
