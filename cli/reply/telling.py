"""How much the words of a label say: whether they name a thing, or only that something grew, or an attribute."""

# ruff: noqa: E501 - lists of words, read across

import re
from functools import lru_cache
from typing import Literal

Kind = Literal["place", "verb", "relation", "attribute", "filler"]

PLACES = (
    "全省", "全市", "全县", "全区", "全镇", "全乡", "全州", "全国", "我省", "我市", "我县", "我区", "我州", "我镇", "我乡",
    "本市", "本县", "本区", "辖区", "各地", "当地", "全村",
)  # fmt: skip
"""Whose it is, which says nothing of what it is."""
VERBS = (
    "新建", "改建", "改扩建", "新改扩建", "新增", "新增加", "增加", "添建", "建成", "建立", "建起", "修建", "修好", "建好", "完成", "完工",
    "开工", "实现", "投入", "投资", "安排", "下达", "拨付", "落实", "支出", "发放", "覆盖", "涉及", "惠及", "受益",
    "带动", "提供", "设", "设置", "配备", "配置", "开展", "组织", "举办", "开设", "开办", "成立", "规划",
    "计划", "拟", "预计", "包括", "纳入", "有", "建", "需", "需要", "解决", "改造", "实施",
    "补助", "补贴", "奖励", "资助", "收取", "收费", "受理", "合格", "检查", "参加", "享受", "拥有", "满足", "治理", "匡算", "测算",
    "财政", "硬化", "承担", "出资", "估算", "工程完工", "建成后", "可", "首批", "开放", "服务", "扩大", "扩", "容纳", "停车",
)  # fmt: skip
"""What was done, which asks of what."""
ACTIONS = (
    "取消", "下放", "清理", "压减", "开通", "选择", "购买", "购置", "安装", "查处", "查办", "出动", "培育", "孵化", "运营", "施划", "维修",
    "修缮", "接待", "开发", "推送", "推出", "发布", "清运", "收集", "栽植", "种植", "修复", "更换", "整治", "排查", "疏浚", "清淤", "铺设", "架设",
    "办理", "办结", "调解", "化解", "救助", "帮扶", "引进", "签约", "评定", "认定", "创建", "打造", "配发", "配齐", "投放", "采购", "聘用", "招聘", "招录", "培训",
)  # fmt: skip
"""What was done, of which the noun alone says too little: the next of a list has the verb too."""
RELATIONS = (
    "同比", "环比", "增长", "提高", "提升", "上升", "下降", "降低", "减少", "缩短", "压缩", "增幅", "降幅", "占", "比重", "翻",
    "比", "较", "还差", "总数", "总量",
)  # fmt: skip
"""What a figure is beside another one."""
BESIDE = ("占", "同比", "环比", "比上", "比去", "比20", "比19", "较上", "较去", "较20")
"""What begins words on a figure beside another one: 占总人口."""
RATES = r"[\u4e00-\u9fff]{1,3}率"
"""A rate is of what was counted before it."""
ATTRIBUTES = (
    "总面积", "建筑面积", "总建筑面积", "占地面积", "占地", "面积", "规模", "总额", "金额", "价格", "标准", "费用", "缺口", "长度", "全长", "总长", "人数", "户数", "工资", "月工资",
    "资金", "经费", "增速", "比例", "数量", "总投资", "总概算", "概算", "估算总投资", "期限", "年限", "时限", "均价", "造价", "坝高", "坝长", "库容", "总库容",
    "有效库容", "正常水位", "相应库容", "径流面积", "处理能力", "日处理能力", "里程", "总里程", "宽", "长", "高", "现宽", "深度", "宽度", "高度", "坡度", "年龄", "平均年龄", "年龄最大",
    "最大", "总功率", "功率", "容积", "产值", "产量", "总产量", "接待能力", "地下", "地上", "供水能力", "设计能力", "播放量", "阅读量", "获赞量", "粉丝量", "粉丝", "满意度",
    "社会资本投入", "任务", "指标", "自筹", "所需资金", "资金投入", "项目资金", "改造资金", "流量", "水深", "装机", "配套", "工期", "总工期",
)  # fmt: skip
"""What something has."""
FILLERS = (
    "初步",
    "已",
    "应",
    "的",
    "为",
    "后",
    "了",
    "人均",
    "户均",
    "村均",
    "亩均",
    "均",
    "平均",
    "年",
    "月",
    "日",
    "总",
    "总计",
    "最高",
    "最低",
    "分别",
    "又",
    "再",
    "各",
    "、",
    "和",
)

LONGEST_LITTLE = 24
"""Characters of words that say little; what is longer says something."""

CACHED = 4096
"""Words of which the answer is kept: letters say the same things again and again."""
UNNAMED = "数量"
"""The label of a figure of which the text does not say what it measures."""


_KINDS: dict[str, Kind] = {
    **dict.fromkeys(FILLERS, "filler"),
    **dict.fromkeys((*VERBS, *ACTIONS), "verb"),
    **dict.fromkeys(RELATIONS, "relation"),
    **dict.fromkeys(ATTRIBUTES, "attribute"),
    **dict.fromkeys(PLACES, "place"),
}
_BY_FIRST: dict[str, list[str]] = {}
for _word in sorted(_KINDS, key=len, reverse=True):
    _BY_FIRST.setdefault(_word[0], []).append(_word)
_RATE = re.compile(RATES)


@lru_cache(CACHED)
def kinds(words: str) -> tuple[Kind, ...] | None:
    """Return what each word is of words that name no thing; None where they name one."""
    if len(words) > LONGEST_LITTLE:
        return None
    if (words.startswith(BESIDE) and not words.startswith("占地")) or _RATE.fullmatch(words):
        return ("relation",)
    found: list[Kind] = []
    position = 0
    while position < len(words):
        word = next((w for w in _BY_FIRST.get(words[position], ()) if words.startswith(w, position)), None)
        if word is None:
            return (*found, "relation") if _RATE.fullmatch(words, position) else None
        found.append(_KINDS[word])
        position += len(word)
    return tuple(found)


def is_attribute(words: str) -> bool:
    """Tell whether words name only what something has: 面积, 总容积."""
    found = kinds(words)
    return found is not None and "attribute" in found and set(found) <= {"attribute", "filler"}


def says_little(words: str) -> bool:
    """Tell whether words name no thing that is measured: 投入, 全县新建, 面积, 同比增长."""
    return kinds(words) is not None
