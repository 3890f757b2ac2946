"""What stands right after a number: the thing that it counts, or what the money is for."""

# ruff: noqa: E501 - lists of words, read across

import re

from reply.pack.label.patterns import one_of

NOUN_ENDS = (
    "进行", "开展", "用于", "用以", "实施", "由", "被", "在(?![校园职岗册])", "于", "从(?!业)", "支持", "参加", "享受", "获得", "正在", "已", "均", "全部", "都", "分别", "占", "达(?!标)",
    "是", "有(?![机关限效])", "免费", "禁止", "完成", "申请", "设(?!施|备|计)", "位于", "共(?!建|享)", "纳入", "列入", "需", "投入", "通过(?!率)", "使用", "可(?!回)", "的", "中(?![心小学等医药型])", "为", "或", "并", "负责", "承担", "经营", "应(?!急)",
    "以上", "以下", "以内", "左右", "不", "将", "其", "等", "采取", "收取", "还", "也", "又", "约(?!定)", "因", "前往", "组成", "涉及", "受益", "到(?!户)", "能", "得到", "办理", "建成", "建设(?!用地|项目|工程|资金)", "每", "发放",
    "解决", "改造提升", "提升为", "给(?!水|排)", "对(?!接)", "累计", "配备", "购买", "购置", "作为", "来(?!访|电)", "让", "要", "就(?!业)",
)  # fmt: skip
"""Patterns before which the noun after a number has ended."""
_ENDS = re.compile(one_of(NOUN_ENDS))
_RUN = re.compile(r"(?:[\u4e00-\u9fffA-Za-z“”]|\((?:[^()。,;\d]{1,10}|[12])\))+")
_LINKS = re.compile("[与和及]")
_OWNED = re.compile(r"的(?!标准|要求|比例|目标)(?P<noun>[\u4e00-\u9fffA-Za-z“”]{2,16})")
_DESCRIBED = re.compile(r"[\u4e00-\u9fff]{2,12}的[\u4e00-\u9fff]{2,8}(?=[,;。、])")
"""10000名[能持续开展服务的志愿者]."""
_PURPOSE = re.compile(
    r"(?:,?(?:专项)?用于|投向|拨给|支持|购买|购置|建设|实施|对|为|补助|资助|新建|改造|修建)(?:[^,;。:\d()]|\([^(),;。\d]{1,10}\)){2,28}"
)
_CHANGED = re.compile(
    "(?:提高|提升|增加|增长|上升|扩大|延长|下降|降低|减少|缩短|压缩|缩减|调整|增|降|升)[为至到]"
)
_MONEY = frozenset("元")
LONGEST_NOUN, LONGEST_PREDICATE = 20, 36
"""Characters."""


def noun_after(text: str, end: int, last: int, unit: str) -> str:
    """Return the noun after a number; what it changed into is none, and a share counts nothing."""
    if unit in ("%", "‰", "倍", "℃") or _CHANGED.match(text, end, last):
        return ""
    owned = _OWNED.match(text, end, last)
    run = owned["noun"] if owned else _first(_RUN.match(text, end, min(last, end + 2 * LONGEST_NOUN)))
    stop = _ENDS.search(run)
    noun = run[: stop.start()] if stop else run
    if end + len(run) == last:  # what a link leads to is the next number's: 5个县和3个区
        noun = _LINKS.split(noun)[0]
    if not noun and (described := _DESCRIBED.match(text, end, last)):
        return described[0]
    return noun if 1 < len(noun) <= LONGEST_NOUN or (noun and noun in "村乡镇县市区街楼园") else ""


def predicate_after(text: str, end: int, last: int) -> str:
    """Return what is said of the things counted: 214个[居民小区开展垃圾分类]."""
    run = _first(_RUN.match(text, end, min(last, end + LONGEST_PREDICATE + 1)))
    followed = end + len(run) == last or run.startswith("的") or len(run) > LONGEST_PREDICATE
    return "" if followed else run


def purpose_after(text: str, end: int, last: int, unit: str) -> str:
    """Return what the money is for: 9666万元[支持社区党建工作]."""
    if unit[:1] not in _MONEY and not unit.endswith("元"):
        return ""
    return _first(_PURPOSE.match(text, end, last)).lstrip(",")


def _first(match: re.Match[str] | None) -> str:
    return match[0] if match else ""
