"""What is offered where nothing is found: whole words and documents of the letter, that lead somewhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import Run
from reply.lookup import search
from reply.lookup.corpus import Corpus
from reply.lookup.fold import SCRIPT_TABLE, fold
from reply.lookup.suggest import MOST, suggestions


@pytest.mark.parametrize(
    ("query", "text", "offered"),
    [
        ("养考", "发展养老服务,养成习惯,养老为先", ["养老", "养成"]),
        ("市长", "市场监管", ["市场"]),
        ("师范", "示范项目,释放活力", ["示范"]),
        ("自愿", "志愿服务", ["志愿"]),
        ("yangloa", "社区养老服务", ["养老"]),
        ("云民函〔2018〕33号", "按照云民函〔2017〕1266号和云府〔2018〕3号", ["云民函〔2017〕1266号"]),
        ("云发〔2014〕170号", "按照云民函〔2014〕170号", ["云民函〔2014〕170号"]),
        ("物业管理", "物业同步建设", ["物业"]),
        ("養考", "發展養老服務", ["養老"]),
    ],
)
def test_words_and_documents_are_offered_as_they_are_written(
    query: str, text: str, offered: list[str]
) -> None:
    assert search(query, [text]).suggestions == offered


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("2017年2月", "截至2017年1月底"),
        ("1266号", "共12660号"),
        ("审判", "行政审批"),
        ("电梯", "发电厂,云梯"),
        ("总数表", "总数为三"),
        ("ok", "我可以"),
    ],
)
def test_what_is_far_from_the_query_is_not_offered(query: str, text: str) -> None:
    assert search(query, [text]).suggestions == []


@given(
    query=st.text("养老社区志愿者服务减负员佬考13号〔〕yanglo", min_size=2, max_size=8),
    texts=st.lists(st.text("养老社区志愿者服务减负13号〔2017〕,。“”", max_size=40), min_size=1, max_size=3),
)
def test_what_is_offered_leads_somewhere(query: str, texts: list[str]) -> None:
    offered = search(query, texts).suggestions
    assert len(offered) <= MOST
    for phrase in offered:
        assert any(phrase in text for text in texts)
        assert search(phrase, texts, exact=True).hits


def test_who_asks_in_another_language_is_told_what_the_letter_is_written_in(run: Run) -> None:
    assert run("find", "dinosaurs").stderr == (
        "Nothing in the letter answers “dinosaurs”. The letter is in Chinese: ask in Chinese or in pinyin.\n"
    )
    assert run("find", "Kuai ji").stderr == "Nothing in the letter answers “Kuai ji”.\n"


@pytest.mark.parametrize(
    ("words", "text", "offered"),
    [
        (["养考"], "养老,养成,养老,养护,养病,养成,养老,养护", ["养老", "养成", "养护"]),  # the most frequent
        (["养"], "养老", []),
        (["教体居"], "由教体局管", ["教体"]),  # three characters that are no word are not offered whole
        (["县教体居"], "由县教体局管", ["县教体局", "县教体"]),
        (["养考"], "养,护,好", []),  # a character is no word
        (["养老"], "养老", []),  # which is there
        (["x养考"], "养老", []),
        (["养考"] * 10, "养老", ["养老"]),
        (["曲速"] * 10 + ["养考"], "养老", []),
        (["曲速"] * 9 + ["养考"], "养老", ["养老"]),
        (
            ["曲" * 14 + "社区养老服务志愿服务慈善超市养老"],
            "社区养老服务志愿服务慈善超市养老",
            ["社区养老服务志愿服务慈善超市养老"],
        ),
        (
            ["曲" * 15 + "社区养老服务志愿服务慈善超市养老"],
            "社区养老服务志愿服务慈善超市养老",
            [],
        ),
        (["yagnlao"], "养老", ["养老"]),
        (["lxo"], "老人,养老", []),  # so few letters say nothing
        (["自愿", "市长"], "志愿,市场", ["志愿", "市场"]),
        (["日间照料站点"], "日间照料", ["日间照料"]),  # half of it and more
        (["日间的照料站点们"], "照料", []),
        (["云发3号"], "《办法》(云发〔2014〕4号)", ["云发〔2014〕4号"]),
        (["函〔2014〕3号"], "云发〔2014〕3号", ["云发〔2014〕3号"]),
        (["函〔2013〕3号"], "云发〔2014〕3号", []),
    ],
)
def test_what_is_offered_for_a_query(words: list[str], text: str, offered: list[str]) -> None:
    folded = [fold(word, SCRIPT_TABLE) for word in words]
    assert suggestions(folded, Corpus([text], SCRIPT_TABLE)) == offered
