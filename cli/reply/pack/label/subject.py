"""What a clause, or a heading, is about."""

# ruff: noqa: E501 - lists of words, read across

import re
from functools import lru_cache

from reply.pack.label.patterns import one_of
from reply.telling import ACTIONS, ATTRIBUTES, PLACES, VERBS, says_little

_PREDICATE = re.compile(
    "属于?(?![地性实])|是(?!否)|为(?![民主])|位于|地处|始建|建于|正在|正按|已(?![故婚])|现(?![代场金状实])|主体|选址|于(?!是)|应(?![急用对])|须|由"
    "|项目总|完工|建成|修好|目前|长期|均|将(?!军)|拟|可(?!回)|设有|共有|能(?![源力])|纳入|列入|实行|包括"
)
_ADVERBIAL = re.compile(
    "按照|根据|依据|通过|为|在|对|经|随着|结合|针对|积极|切实|大力|进一步|认真|不断|按|据|从|自|如|截|您|你|我|本|其|该|这|那|同时|以|因|由|把|将"
    "|并|以及|坚持|围绕|聚焦|一律|普遍|全部|并且|其中|另外|此外|一是|二是|三是|四是|五是|加强|加大|推进|推动|统筹|全面|着力|持续"
)
_GENERIC = re.compile(
    ".*(?:基本情况|主要做法|下一步|现状|情况|工作|打算|措施|成效|问题|存在|答复|回复|建议|提案|做法|经过|概况)$|关于您|您提"
)
_ASKED = re.compile("(?:关于|關於)?(?P<what>.+?)的?(?:建议|提案|议案|意见建议|意见|问题|请求)?$")
_STARTS = tuple(sorted({*VERBS} - {"财政", "首批", "服务", "培训", "开放"}, key=len, reverse=True))
_ENDS = tuple(sorted(ATTRIBUTES, key=len, reverse=True))
LONGEST_SUBJECT, LONGEST_HEADING = 20, 24
"""Characters."""


def subject_of(clause: str) -> str:
    """Return what a clause says something of: 黑石沟水库属小型水库; "" where that is not certain."""
    predicate = _PREDICATE.search(clause, 2)
    if predicate is None or _ADVERBIAL.match(clause):
        return ""
    words = clause[: predicate.start()]
    named = words.endswith(HEADS) or (words.endswith(")") and words.partition("(")[0].endswith(HEADS))
    if (
        not named
        or not 2 < len(words) <= LONGEST_SUBJECT
        or words.startswith((*_STARTS, *PLACES))
        or _ACTS.search(words)
    ):
        return ""
    return words


HEADS = (
    "水库", "渠道", "大坝", "水渠", "河道", "湖", "公园", "广场", "停车场", "市场", "广场", "小区", "社区", "街道", "家园", "公寓", "宿舍", "用房",
    "学校", "小学", "中学", "幼儿园", "学院", "校区", "医院", "卫生院", "卫生室", "中心", "馆", "站", "体育场", "食堂", "敬老院", "养老院", "福利院",
    "项目", "工程", "一期", "二期", "基地", "园区", "开发区", "景区", "产业园", "大道", "路", "桥", "隧道", "高速", "管网", "水系",
    "系统", "平台", "账号", "公众号", "保护区", "林场", "农场", "厂", "酒店", "民宿", "大楼", "综合楼", "教学楼", "村", "镇", "片区",
)  # fmt: skip
"""Ends of the names of what can have figures of its own."""
_ACTS = re.compile("[对从把将被让使,;:“”《》]|推进|加快|加强|关于|率先|主动|适应")


def heading_subject(heading: str) -> str:
    """Return what a heading or the subject of a letter is about; "" where it says too little or too much."""
    match = _ASKED.match(heading)
    words = match["what"] if match else ""
    if not 2 < len(words) <= LONGEST_HEADING or _GENERIC.match(words) or "“" in words or "," in words:
        return ""
    return words


_LEAD = re.compile(f"(?:(?:{one_of(sorted({*ACTIONS, *_STARTS}, key=len, reverse=True))})和?)+(?=..)")
BESIDE_THE_POINT = (
    "涉及",
    "惠及",
    "覆盖",
    "受益",
    "带动",
    "辐射",
    "解决",
    "满足",
    "增长",
    "人均",
    "户均",
    "日均",
    "年均",
    "月均",
    "村均",
    "亩均",
    "平均",
)
"""What begins words whose thing is not what attributes after it are of."""
_JOINED = (
    "性", "类", "型", "化", "费", "金", "标准", "资金", "政策", "项目", "工程", "点", "站", "中心", "率", "任务", "能力", "规模", "面积",
)  # fmt: skip
"""What makes one noun with the verb before it: 补贴性培训, 改造项目."""
_GIVEN_ENDS = ("一次性补助", "一次性奖励", "一次性补贴")
_PLACE = re.compile(one_of(PLACES))
_VERB = re.compile(one_of(_STARTS))
_BARED = (*_GIVEN_ENDS, *_ENDS)
_ATTRIBUTE = re.compile(f"(?:{'|'.join(_BARED)})$")
CACHED = 4096
"""Words of which what they say is kept: letters say the same things again and again."""
_ITEM = re.compile(r"[\u4e00-\u9fff()]{2,12}")


def lead_of(words: str) -> str:
    """Return what was done to all things of a list: [建成]服务站5个、食堂3个."""
    place = _PLACE.match(words)
    lead = _LEAD.match(words, place.end() if place else 0)
    return lead[0] if lead else ""


def is_item(words: str) -> bool:
    """Tell whether words are the name of one that figures follow: 城东区:12个."""
    return bool(_ITEM.fullmatch(words)) and not (
        says_little(words) or _ADVERBIAL.match(words) or words.startswith(_STARTS)
    )


@lru_cache(CACHED)
def stripped_of_verb(words: str) -> str:
    """Return the thing in words that begin with what was done: 建成敬老院."""
    place = _PLACE.match(words)
    start = place.end() if place and len(words) > place.end() + 3 else 0
    done = start
    while (verb := _VERB.match(words, done)) and len(words) - verb.end() > 1:
        if words.startswith(_JOINED, verb.end()):
            break
        done = verb.end()
    return words[done:].removeprefix("的") if done > start else words


def bare(words: str) -> str:
    """Return the thing of which words name an attribute: 区体育馆建筑面积."""
    end = _ATTRIBUTE.search(words) if words.endswith(_BARED) else None
    return words[: end.start()] if end and end.start() > 1 else words
