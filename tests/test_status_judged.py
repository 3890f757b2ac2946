"""A status is judged by governing words and by weights of all that stands around; where these disagree it is in doubt."""

import json
from collections.abc import Iterator
from math import exp, log
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pack_letters import places, read_marked

from conftest import Run
from reply import figures
from reply.batch.keep import keep_corrections
from reply.errors import ReplyError
from reply.model import Status
from reply.pack import pack
from reply.pack.status import Place, judge, judged, weights
from reply.pack.status.features import features
from reply.store.reader import parse
from reply.store.writer import dump

FOOT = "\n云溪县民政局\n2022年8月12日\n"
A: Status = "actual"
P: Status = "planned"
S: Status = "standard"


def seen(text: str) -> list[Place]:
    """Return what packing knows of each figure of a letter of 2022."""
    return [place for _, place in places(f"答复:{text}{FOOT}")]


def read(text: str, planned: float, standard: float) -> tuple[Status, bool]:
    """Judge the one figure of a text, given the log-odds of what stands around it."""
    (place,) = seen(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(judge, "log_odds", lambda features: (planned, standard))
        return judged(place, None)


# --- what is seen ------------------------------------------------------------------------------


def test_the_words_around_a_figure_are_its_features() -> None:
    (place,) = seen("东村修渠。东村修渠;西村种树,已于2019年投入30万元,用于补助;北村栽果。")
    found = {kind: list(values) for kind, values in features(place)}
    assert found == {
        "before": ["已", "于", "0", "年", "投", "入", "已于", "于0", "0年", "年投", "投入", "已于0", "于0年", "0年投", "年投入"],
        "opening": ["已", "于", "0", "年", "投", "入", "已于", "于0", "0年", "年投", "投入", "已于0", "于0年", "0年投", "年投入"],
        "after": [],
        "earlier": ["西村", "村种", "种树", "树,"],
        "before that": ["东村", "村修", "修渠", "渠;"],
        "later": [",用", "用于", "于补", "补助"],
        "before 元": ["已于", "于0", "0年", "年投", "投入"],
        "after 元": [],
        "time": ["past"],
        "unit": ["元", "元, past", "元, 0 per"],
        "bound": ["exact"],
        "per": [],
        "money": [""],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("建成公园5个。", "none"),
        ("2021年建成公园5个。", "past"),
        ("2022年建成公园5个。", "same"),
        ("2025年建成公园5个。", "future"),
        ("2019年至2021年建成公园5个。", "past range"),
        ("2021年至2022年建成公园5个。", "same range"),
        ("2023年至2025年建成公园5个。", "future range"),
        ("2021年至2025年建成公园5个。", "begun"),
        ("2022年至2025年建成公园5个。", "begun"),
        ("2022年9月至2025年6月建成公园5个。", "begun"),
    ],
)
def test_a_time_is_seen_as_it_lies_to_the_letter(text: str, time: str) -> None:
    (place,) = seen(text)
    assert dict(features(place))["time"] == (time,)


def test_what_comes_next_is_seen() -> None:
    letter = "一、现状\n建成5所。\n二、下一步工作\n新建3所。"
    assert ["outlook" in dict(features(place)) for place in seen(f"\n{letter}")] == [False, True]


def test_however_long_a_sentence_is_a_figure_has_no_more_features() -> None:
    def most(clauses: int) -> int:
        row = ",".join(["城乡居民养老服务设施建设补助资金共投入3万元用于各村"] * clauses)
        return max(sum(len(list(values)) for _, values in features(place)) for place in seen(f"{row}。"))

    assert most(100) == most(10) < 400


# --- the weights --------------------------------------------------------------------------------


def marked() -> Iterator[tuple[Place, Status]]:
    for name in ("marked_01", "marked_06", "marked_11"):
        for letter in read_marked(name):
            by_end = {figure.end: place for figure, place in places(letter.text)}
            for mark in letter.figures:
                place = by_end.get(mark.start + len(mark.text))
                if place is not None and mark.status is not None:
                    yield place, mark.status


MARKED = list(marked())


def likelihood(table: weights.Weights) -> float:
    """Return the mean log-likelihood of what people marked, by weights alone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(weights, "weights", lambda: table)
        total = 0.0
        for place, status in MARKED:
            planned, standard = weights.log_odds(features(place))
            total += {A: 0.0, P: planned, S: standard}[status] - log(1 + exp(planned) + exp(standard))
    return total / len(MARKED)


KINDS = sorted(weights.weights())


@pytest.mark.parametrize(
    "kind", [kind for kind in KINDS if kind != "intercept" and (" " not in kind or kind == "before that")]
)
def test_every_kind_of_feature_makes_what_people_marked_more_likely(kind: str) -> None:
    table = weights.weights()
    assert likelihood({**table, kind: {}, weights.INTERCEPT: table[weights.INTERCEPT]}) < likelihood(table)


def test_what_is_seen_with_a_unit_makes_it_more_likely_too() -> None:
    table = weights.weights()
    alone = {
        kind: values
        for kind, values in table.items()
        if not kind.startswith(("before ", "after ")) or kind == "before that"
    }
    assert len(alone) < len(table)
    assert likelihood(alone) < likelihood(table)


def test_the_weights_fit_the_features_that_are_read() -> None:
    assert len(MARKED) > 1400
    assert likelihood(weights.weights()) > -0.02336  # what is reached is held: most rows are seen by it
    assert likelihood({weights.INTERCEPT: {"": (0, 0)}}) < -1


def test_no_weight_knows_a_number() -> None:
    values = {
        value for kind, known in weights.weights().items() if kind not in ("unit", "per") for value in known
    }
    assert not [value for value in values if any(character in "123456789" for character in value)]


@given(st.text(alphabet="0123年万元,;。:的将拟每补助(建成)\n", max_size=60))
def test_any_text_has_odds(text: str) -> None:
    for place in seen(text):
        assert all(abs(odds) < 100 for odds in weights.log_odds(features(place)))


# --- what is judged of both ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "planned", "standard", "status", "in_doubt"),
    [
        # no word governs: the likeliest is taken, in doubt below nine in ten
        ("公园5个。", -2.9, -9, A, False),
        ("公园5个。", -2.1, -9, A, True),
        ("公园5个。", 0.1, -9, P, True),
        ("公园5个。", 2.3, -9, P, False),
        ("公园5个。", -9, 2.3, S, False),
        # words count twenty to one, for doubt seven to one
        ("目前公园5个。", -0.3, -9, A, False),
        ("目前公园5个。", 0.3, -9, A, True),
        ("目前公园5个。", 2.9, -9, A, True),
        ("目前公园5个。", 9, -9, P, True),  # they are overruled: in doubt however likely
        ("每户补助2000元。", 2.9, 0, S, True),
        ("每户补助2000元。", -9, 0.5, S, False),
        # and where they plan four hundred to one, so that no plan is printed as a fact
        ("将新建公园5个。", -5.9, -9, P, True),
        ("将新建公园5个。", -6.1, -9, A, True),
        ("将新建公园5个。", 0.5, -9, P, False),
    ],
)  # fmt: skip
def test_words_that_govern_count_more_than_what_stands_around(
    text: str, planned: float, standard: float, status: Status, in_doubt: bool
) -> None:
    assert read(text, planned, standard) == (status, in_doubt)


# --- what a person sees of a doubt -----------------------------------------------------------------

OPEN, CLEAR = "投入1400万元。其中第一批安排480万元。", "目前已建成敬老院12所。"


@pytest.fixture
def letter(tmp_path: Path) -> str:
    path = tmp_path / "a.toml"
    path.write_text(dump(pack(f"答复:{OPEN}{CLEAR}{FOOT}")), "utf-8")
    return str(path)


def test_a_doubt_is_in_the_toml_and_read_back() -> None:
    packed = pack(f"答复:{OPEN}{CLEAR}{FOOT}")
    assert [figure.doubt for figure in packed.figures] == [(), ("status",), ()]
    assert dump(packed).count('doubt = ["status"]\n') == 1
    assert parse(dump(packed), "x").figures == packed.figures


def test_a_key_that_cannot_be_in_doubt_is_named() -> None:
    text = dump(pack(f"答复:{OPEN}{FOOT}")).replace('doubt = ["status"]', 'doubt = ["value"]')
    with pytest.raises(ReplyError, match="“value” is unknown; use one of status"):
        parse(text, "x")


def test_what_a_person_corrected_is_no_longer_in_doubt() -> None:
    packed = pack(f"答复:{OPEN}{FOOT}")
    parts = tuple(
        one._replace(
            figures=tuple(f._replace(status=A, doubt=(), corrected=("status",)) for f in one.figures)
        )
        for one in packed.sections
    )
    kept = keep_corrections(packed, packed._replace(sections=parts)).letter
    assert [(figure.status, figure.doubt) for figure in kept.figures] == [(A, ())] * 2


def test_figures_in_doubt_are_asked_for_or_left_out(run: Run, letter: str) -> None:
    def asked(*options: str) -> list[str]:
        return run("figures", "--from", letter, "-c", "text,doubt", "--no-header", *options).lines

    assert asked() == ["1400万元\t", "480万元\tstatus", "12所\t"]
    assert asked("--doubtful") == ["480万元\tstatus"]
    assert asked("--sure") == ["1400万元\t", "12所\t"]


def test_the_keys_that_scripts_rely_on_stay_as_they_were(run: Run, letter: str) -> None:
    (row, *_) = json.loads(run("figures", "--from", letter, "-f", "json").text)
    assert list(row)[-2:] == ["quote", "status"]


def test_who_asks_for_a_status_is_told_how_many_are_in_doubt(run: Run, letter: str) -> None:
    said = "The status of 1 of these is in doubt: --doubtful lists only them, --sure only the others.\n"
    assert run("figures", "--status", "planned", "--from", letter).stderr == said
    assert run("figures", "--status", "planned", "--sure", "--from", letter).stderr != said
    assert run("figures", "--status", "actual", "--from", letter).stderr == ""
    assert run("figures", "--from", letter).stderr == ""


def test_a_table_marks_a_doubt(run: Run, letter: str) -> None:
    assert "(planned?) " in run("figures", "--from", letter, "-f", "table").text
    assert "（计划？）" in run("figures", "--from", letter, "-f", "table", REPLY_LANG="zh").text


def test_doubt_is_asked_of_several_letters_too(run: Run, letter: str, tmp_path: Path) -> None:
    both = tmp_path / "both.db"
    text = tmp_path / "b.txt"
    text.write_text(f"答复:{OPEN}{FOOT}", "utf-8")
    assert run("pack", str(text), "-o", str(both)).status == 0
    for source in ([letter, letter], [str(both)]):
        options = [option for path in source for option in ("--from", path)]
        rows = run("figures", "--doubtful", *options, "-c", "text,doubt", "--no-header").lines
        assert set(rows) == {"480万元\tstatus"}


def test_python_code_asks_too() -> None:
    packed = pack(f"答复:{OPEN}{CLEAR}{FOOT}")
    assert [figure.text for figure in figures(packed, doubtful=True)] == ["480万元"]
    assert [figure.text for figure in figures(packed, doubtful=False)] == ["1400万元", "12所"]


# --- what a time of another clause dates ------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        # a norm holds on
        ("去年修订了办法,对新建的站点每个补助5万元。", [None]),
        ("2021年6月修订了办法,对新建的站点每个补助5万元。", [None]),
        ("2023年计划招聘6人,补助标准为每人3万元。", ["2023", None]),
        # of what was done in a year it is too, and since when it is in force
        ("2021年安排9亿元,每村补助3万元。", ["2021", "2021"]),
        ("2021年6月起执行新办法,每村补助3万元。", ["2021-06/.."]),
        # no plan is of a month that is over
        ("今年3月完成评审,计划投资1146万元。", [None]),
        ("今年完成评审,计划投资1146万元。", ["2022"]),
        ("今年3月完成评审,建成5座。", ["2022-03"]),
        ("完善制度,按标准每户补助2000元已于5月拨付。", ["2022-05"]),  # the time is of its own clause
        ("2021年1月至6月完成评审,计划投资1146万元。", ["2021-01/2021-06"]),
    ],
)
def test_a_time_of_another_clause_dates_no_norm_and_no_plan_that_it_cannot_be_of(
    text: str, periods: list[str | None]
) -> None:
    assert [figure.period for figure in pack(f"答复:{text}{FOOT}").figures] == periods
