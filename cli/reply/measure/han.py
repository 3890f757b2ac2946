"""Which Chinese numerals count something: 两座公厕 and 三百户 do, 三个方面, 一站式, 二级公路 and 三台县 do not.

Digits count what they stand before. A Chinese numeral, and a single one above all, is as often part of a
name, an ordinal or a manner of speaking.
"""

# ruff: noqa: E501 - lists of words, read across

import re

from reply.measure.amount import Amount
from reply.measure.numeral import HAN_DIGITS, SCALES
from reply.measure.unit import SHARES

COUNTED_ALONE = frozenset((
    "个", "名", "位", "人", "户", "家", "所", "座", "处", "台", "辆", "条", "项", "种", "间", "栋", "幢", "套", "张", "场", "份", "件", "宗", "起", "艘", "架", "支", "段", "盏", "根", "棵", "株", "部", "门", "册", "本", "笔", "块", "床", "例",
    "元", "美元", "港元", "欧元", "公里", "千米", "米", "公顷", "亩", "平方米", "平方公里", "立方米", "吨", "公斤", "千克", "斤", "克", "厘米", "英寸", "英里", "公尺", "公分",
    "小时", "分钟", "天", "日", "周", "年", "个月", "个小时", "个工作日", "个百分点", "个季度", "个学期", "岁", "周岁", "周年", "倍", "%", "‰", "人次", "次", "副",
    "村", "镇", "县", "乡镇", "社区", "街道", "千瓦", "度",
))  # fmt: skip
"""Units of which one Chinese digit counts some. With others it is mostly an ordinal or a name: 三期, 五方."""
ONLY_TWO = frozenset(("期", "批", "层", "轮", "类"))
"""Units of which only 两 counts some: 两期 are two, and 二期 is the second."""
COUNTED_BY_ONE = frozenset(
    ("元", "美元", "港元", "欧元", "公里", "公顷", "亩", "平方米", "吨", "公斤", "斤", "%", "‰", "倍")
)
"""Units of which 一 counts one without more words: before others it is an article."""
NOT_COUNTED_BY_ONE = frozenset(("块", "起", "段", "部", "份", "种", "度", "支"))
"""Units with which 一 makes a word of its own: 一起, 一部分."""
ORDERED = frozenset(("届", "字", "点"))
"""Units of which Chinese numerals, however long, are ordinals or names: 十八届, 十字路口."""
PAIRED = frozenset(("级", "类"))
"""Units of which two digits are two by their names, and not a few, where a mark stands between them or the first
is 二, which counts nothing: 四、五类, 二三级."""
COUNTED_BY_SECOND = frozenset(("人", "名", "位"))
"""Units that 二 counts: of others it means the second, for two of them are 两."""
NO_THINGS = (
    "方面", "层面", "问题", "环节", "阶段", "层次", "重点", "关键", "原则", "意识", "自信", "维护", "确立", "代表", "文明", "结合",
    "统一", "转变", "坚持", "注重", "强化", "到位", "一", "必须", "不", "优先", "维度", "角度", "确保", "要求", "特点", "优势", "突破",
    "全覆盖", "同步", "共同", "全面", "行动", "世界", "文化", "部分", "方向", "领域", "举措", "措施", "办法", "步骤", "主体", "机制",
    "体系", "情况", "情形", "内容", "任务", "工作", "建议", "改革", "规定", "职能", "红线", "底线", "主线", "意见", "关系", "方式", "形式", "模式", "目标", "责任",
)  # fmt: skip
"""What 个, 项, 条 and 种 precede that nobody could go and count: 三个方面."""
_BEFORE_NO_THINGS = frozenset(("个", "项", "条", "种"))
WORDS = (
    "部委", "部曲", "年级", "年制", "年行动", "年计划", "年规划", "年方案", "年会", "年任务", "年攻坚", "年大计", "年老", "年一贯", "年一遇", "年义务", "年生存率", "条线", "段锦", "人制", "次性", "次产业", "次分配", "次供水", "次污染", "次元", "次能源", "次会议", "次全", "次代表", "次常", "次创业", "次装修", "年古", "年目标", "人转",
    "人小组", "人大", "位一体", "位数", "台阶", "段式", "支一扶", "起案", "张网", "张表", "张图", "件事", "件民生", "件实事", "日游", "周边", "小时热线", "小时生活圈", "小时经济圈",
    "小时交通圈", "小时服务", "分钟生活圈", "分钟服务圈", "门诊", "项制", "条龙", "条心", "元结构", "元化", "元制", "户型", "处理", "本账", "本经", "场硬仗",
    "岁以下", "例会", "天津",
)  # fmt: skip
"""Words that begin with a unit and count nothing with a numeral before them: 三部门, 五位一体, 三年行动."""
FORMAL = frozenset("叁肆伍陆柒捌玖拾")
"""Digits of accounts: alone they count money, and are parts of words before all else: 队伍."""
PLACE_UNITS = frozenset(("台", "家", "门", "元"))
"""Units that names of places hold."""
PLACES = (*"县市区镇乡村路街山河湖岛港沟店庄寨里岭巷桥溪洲峡渠州", "林场", "农场", "牧场")
"""Endings of places: 三台县, 五家渠 and 三门峡 are names."""
NOT_AFTER = frozenset("第初周")
"""Characters after which a Chinese numeral orders: 第三, 初三, 周三."""
QUOTES = frozenset('“"‘「『〈《')
"""Marks behind which a Chinese numeral begins a name: “三个一批”."""
EACH = re.compile("(?:[每各仅由]|其中|只有|现有|分别)[^,;。:、0-9]*$")
"""Words after which 一 is a number: 每村一名, 其中一名."""
ENDS = frozenset("、,。;)")
"""Marks before which 一 with its unit is a number, for what it counts stands before it: 污水处理厂一座."""
ONE_IN_TIME = frozenset(("年", "天", "周", "日", "个月", "小时", "分钟", "个小时", "个工作日", "岁"))
"""Units of which 一 counts one only where the number itself is qualified: 每任职一年 counts none."""
NOT_NOUNS = frozenset("在于为成是同合归统另某任头")
"""Characters before 一 that are the end of no noun: 不在一处."""
FARTHEST_EACH = 10
"""Characters between 每 and its 一."""
QUALIFIED_BARE = frozenset(("近", "上", "约", "逾", "超", "超过", "不足", "成", "将近", "接近", "大约"))
"""Qualifiers beside which a scale without digits counts: 近百家."""


def counts(text: str, start: int, amount: Amount, qualifier: str, after: str, *, is_one: bool = True) -> bool:
    """Tell whether a Chinese numeral with a unit counts something.

    The number, or the list or range that it ends, begins at `start`. `qualifier` and `after` are the words
    that qualify it, before and after; `is_one` says that it is no end of a range or a list.
    """
    numeral, unit = amount.numeral, amount.unit
    if numeral is None or amount.is_fraction:
        return True
    before = text[start - 1 : start] if start else ""
    if (before in NOT_AFTER and not qualifier) or before in QUOTES:
        return False
    if unit is None:
        return numeral.scale >= SCALES["万"] and not numeral.is_bare
    written = _written_unit(text, amount)
    if unit in SHARES and written not in SHARES:
        return True  # 百分之八十, 八成
    if numeral.is_bare and not numeral.more and not after and qualifier not in QUALIFIED_BARE:
        return False
    at = amount.end - len(written)
    if (
        unit in ORDERED
        or (unit in PAIRED and (text.startswith("、", start + 1) or text.startswith(("二三", "二、"), start)))
        or text.startswith(WORDS, at)
        or (unit in _BEFORE_NO_THINGS and text.startswith(NO_THINGS, amount.end))
    ):
        return False
    if numeral.end - numeral.start > 1 or amount.low != numeral.low:
        return True
    following = text[amount.end : amount.end + 1]
    is_told = bool(qualifier or after) or (
        unit not in ONE_IN_TIME
        and (
            (following in ENDS and before not in NOT_NOUNS)
            or EACH.search(text, max(start - FARTHEST_EACH, 0), start) is not None
        )
    )
    return _counts_alone(text[numeral.start], unit, text[amount.end : amount.end + 2], is_told or not is_one)


def _written_unit(text: str, amount: Amount) -> str:
    return text[amount.numeral.end : amount.end] if amount.numeral else ""


def _counts_alone(digit: str, unit: str, following: str, is_told: bool) -> bool:
    """Tell whether one Chinese digit counts a unit; `following` are the two characters after it."""
    if unit in PLACE_UNITS and following.startswith(PLACES):
        return False
    if digit in ("一", "壹"):
        return unit in COUNTED_BY_ONE or (is_told and unit in COUNTED_ALONE - NOT_COUNTED_BY_ONE)
    if digit in ("二", "贰"):
        return unit in COUNTED_BY_SECOND or unit in COUNTED_BY_ONE
    if digit in FORMAL:
        return unit == "元"
    if digit == "两" and unit in ONLY_TWO:
        return True
    return unit in COUNTED_ALONE and (HAN_DIGITS.get(digit, 1) > 0)
