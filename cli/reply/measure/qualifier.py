"""Words that say how a number is meant: 约, 不低于, 至少有, 以上, and what they make of it."""

# ruff: noqa: E501 - lists of words, read across

import re
from collections.abc import Iterable, Mapping
from functools import cache

from reply.measure.unit import by_first_character
from reply.model import Bound

_NOT = ("不", "不得", "不能", "不应", "不宜", "不可", "不会", "未", "不应当", "不允许", "不许")
_LESS = ("低于", "少于", "小于")
_MORE = ("超过", "高于", "多于", "大于", "超出", "超")
BEFORE: Mapping[str, Bound] = {
    **{negation + word: "at_least" for negation in _NOT for word in _LESS},
    **{negation + word: "at_most" for negation in _NOT for word in _MORE},
    **dict.fromkeys(("至少", "最少", "最低", "最低为", "最短", "起码", "不下于", "不下", "下限为", "下限"), "at_least"),
    **dict.fromkeys(("大于等于", "大于或等于", "≥", ">="), "at_least"),
    **dict.fromkeys(
        ("最高不超过", "最高", "最高为", "最高额度", "最高额度为", "最长", "最多", "至多", "不足", "不到", "不满", "未满", "不及", "上限为", "上限", "封顶"),
        "at_most",
    ),
    **dict.fromkeys(("小于等于", "小于或等于", "≤", "<=", "<", *_LESS), "at_most"),
    **dict.fromkeys((*_MORE, "逾", "突破", "不止", ">"), "over"),
    **dict.fromkeys(("大约", "约为", "约", "大概", "大致", "估算"), "about"),
    **dict.fromkeys(("接近", "将近", "近"), "nearly"),
}  # fmt: skip
"""What stands before a number."""
AFTER: Mapping[str, Bound] = {
    "(含)以上": "at_least",
    "(含)以下": "at_most",
    "及以上": "at_least",
    "以上": "at_least",
    "之上": "at_least",
    "或以上": "at_least",
    "及以下": "at_most",
    "以下": "at_most",
    "以内": "at_most",
    "之内": "at_most",
    "内": "at_most",
    "范围内": "at_most",
    "范围以内": "at_most",
    "左右": "about",
    "上下": "about",
    "许": "about",
    "封顶": "at_most",
    "为限": "at_most",
    "有余": "over",
    "+": "over",
}
"""What stands after a number and its unit."""
BEFORE_BARE: Mapping[str, Bound] = {"上": "at_least", "成": "at_least"}
"""What stands before a scale without digits only: 上百, 上千."""
VERBS = (
    "补", "奖", "需", "占", "为", "有", "达", "可", "能", "会", "了", "要", "应", "须", "到", "投入", "安排",
    "配备", "设置", "建成", "完成", "覆盖", "容纳", "提供", "拥有", "具有", "保持", "控制在", "在", "每", "培训", "开展", "组织",
    "新增", "增加", "减少", "节约", "节省", "下降", "提高", "增长", "涉及", "惠及", "给予", "支付", "使用", "建设", "新建", "改造",
)  # fmt: skip
"""What may stand between a qualifier and the words before its number: 约需资金300万元."""
REACHES: Mapping[str, tuple[str, ...]] = {
    "近": ("需", "占", "达", "有", "为"),
    **dict.fromkeys(("接近", "将近"), ()),
    **dict.fromkeys(
        ("超过", "超出", "突破", "超", "逾", "高于", "多于", "大于", "低于", "少于", "小于"), ("了",)
    ),
    **dict.fromkeys(("不足", "不到", "不满", "未满", "不及"), ()),
    **dict.fromkeys(("估算", "至少", "最少", "起码"), ("",)),
    **dict.fromkeys(("≥", ">=", "≤", "<=", "<", ">"), ()),
}
"""Qualifiers that reach over fewer words than `VERBS`: 车位不足需新建500个 says nothing of the 500."""
FARTHEST = 14
"""Characters between a qualifier and the number that it governs."""
FARTHEST_LIMIT = 20
"""Characters between a limit and its share."""
WITHIN = frozenset(
    ("分钟", "小时", "天", "日", "年", "个月", "个工作日", "公里", "米", "周", "%", "秒", "个小时", "千米")
)
"""Units after which a bare 内 says "at most"."""
NOT_WITHIN = frozenset("设资河部外需容涵地陆科")
"""Characters before which 内 begins another word: 内设, 内资."""
PART_OF_WORD: Mapping[str, frozenset[str]] = {
    "约": frozenset("节预合签条契公制简履违特邀集"),
    "近": frozenset("附最远靠亲邻临就"),
    "超": frozenset("赶反高彩B"),
    "上": frozenset("以之网线地身路街年月北海同马晚早楼"),
    "不足": frozenset("些补在之"),
    "封顶": frozenset("已体构部"),
}
"""Characters after which a qualifier is part of another word: 节约 is to save."""
PART_OF_NOUN: Mapping[str, tuple[str, ...]] = {"最低": ("工资", "生活", "标准", "缴费")}
"""Words before which a qualifier is part of a noun: 最低工资标准的80% is no least."""

LONGEST = max(map(len, BEFORE))
"""Characters."""
BY_LENGTH = sorted(BEFORE.items(), key=lambda row: len(row[0]), reverse=True)
"""Qualifiers before numbers, the longest first."""
_AFTER = by_first_character(AFTER)
_ENDS = frozenset(word[-1] for word in BEFORE)
_STOPS = re.compile(r"[,;:。、()!?|\s\d]")


def before(text: str, at: int, *, is_bare: bool = False) -> str:
    """Return the qualifier that ends at a place; empty where none does."""
    if text[at - 1 : at] not in _ENDS and not is_bare:
        return ""
    for length in range(min(LONGEST, at), 0, -1):
        word = text[at - length : at]
        if word in BEFORE or (is_bare and word in BEFORE_BARE):
            return "" if _is_part_of_word(text, at - length, word) else word
    return ""


def bound_before(word: str) -> Bound | None:
    """Return what a qualifier before a number makes of it; None for no qualifier."""
    return BEFORE.get(word) or BEFORE_BARE.get(word)


def after(text: str, at: int, unit: str) -> str:
    """Return the qualifier that begins at a place, after a number in a unit; empty where none does."""
    for word in _AFTER.get(text[at : at + 1], ()):
        if text.startswith(word, at):
            if word == "内" and (unit not in WITHIN or text[at + 1 : at + 2] in NOT_WITHIN):
                return ""
            return word
    return ""


def from_afar(text: str, start: int, at: int) -> Bound | None:
    """Return what a qualifier earlier in the clause makes of the number at `at`.

    It is looked for from `start` on: 大概占到人口的23.9%, 至少有10个, 不超过总投资的30%.
    """
    first = max(start, at - FARTHEST)
    stretch = text[first:at]
    stops = [stop.end() for stop in _STOPS.finditer(stretch)]
    first += stops[-1] if stops else 0
    for match in reversed(list(_reaching().finditer(text, first, at))):
        word = match["word"]
        if not _is_part_of_word(text, match.start(), word):
            return BEFORE[word]
    return None


def limit_of_share(text: str, start: int, at: int) -> int:
    """Return where a limit with the noun before a share begins: 不超过总投资的30%; -1 where none does."""
    if text[at - 1 : at] != "的":
        return -1
    match = _limit().search(text, max(start, at - FARTHEST_LIMIT), at)
    return match.start() if match and not _is_part_of_word(text, match.start(), match["word"]) else -1


@cache
def _limit() -> re.Pattern[str]:
    words = _either(word for word in BEFORE if len(word) > 1 and REACHES.get(word) != ())
    return re.compile(rf"(?P<word>{words})[^\d,;。、的约近至到\s]{{1,12}}的$")


@cache
def _reaching() -> re.Pattern[str]:
    far = [word for word in BEFORE if word not in REACHES]
    by_verbs = [(far, VERBS), *(([word], verbs) for word, verbs in REACHES.items() if verbs)]
    ways = [f"(?:{_either(words)})(?={_either(verbs)})" for words, verbs in by_verbs]
    return re.compile(f"(?P<word>{'|'.join(ways)})")


def _either(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def _is_part_of_word(text: str, at: int, word: str) -> bool:
    is_ended = at > 0 and text[at - 1] in PART_OF_WORD.get(word, ())
    return is_ended or text.startswith(PART_OF_NOUN.get(word, ()), at + len(word))


def forget_patterns() -> None:
    """Make the patterns anew that were made of the tables: for whoever changes a table."""
    _reaching.cache_clear()
    _limit.cache_clear()
