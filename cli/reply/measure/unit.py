"""What numbers count in: the units and classifiers of official letters, and rates made of them."""

# ruff: noqa: E501 - lists of words, read across

from collections.abc import Iterable, Mapping

UNITS = (
    # money
    "元", "美元", "港元", "欧元", "日元", "韩元", "澳元", "加元", "新元", "新加坡元", "台币", "新台币", "英镑", "瑞士法郎", "卢布", "泰铢", "越南盾", "林吉特", "角", "分", "美分",
    # people and bodies
    "人", "名", "位", "户", "家", "个", "员", "口", "支", "队", "组", "团", "班", "届",
    # length, area, volume, weight, energy
    "公里", "千米", "华里", "延米", "皮长公里", "米", "厘米", "毫米", "分米", "微米", "公分", "公尺", "英寸", "英尺", "英里", "海里", "平方米", "平方公里", "平方千米", "平方厘米", "平米", "㎡", "亩", "公顷",
    "立方米", "立方厘米", "方", "立方", "升", "千升", "毫升", "吨", "公斤", "千克", "克", "斤", "微克", "毫克", "担", "盎司", "磅",
    "千瓦", "千瓦时", "瓦", "兆瓦", "度", "马力", "标煤", "吨标准煤", "千克标准煤", "公斤标准煤", "吨煤", "兆", "兆瓦时", "伏", "千伏", "千伏安", "兆伏安", "安", "分贝", "赫兹", "千赫", "兆赫", "兆赫兹", "千帕", "兆帕", "千卡", "卡路里",
    # time and age
    "年", "天", "日", "周", "小时", "分钟", "秒", "岁", "周岁", "学时", "课时", "周年", "学年", "学期",
    # classifiers
    "项", "件", "宗", "起", "例", "所", "座", "处", "条", "台", "辆", "艘", "架", "栋", "幢", "间", "套", "张",
    "床", "份", "册", "本", "部", "场", "期", "批", "次", "节", "株", "棵", "头", "只", "羽", "匹", "尾", "眼",
    "盏", "块", "面", "片", "枚", "颗", "对", "双", "笔", "类", "种", "门", "款", "层", "级", "倍", "番",
    "折", "篇", "幅", "集", "首", "封", "段", "道", "根", "桶", "瓶", "箱", "袋", "车", "船",
    "页", "字", "票", "人份", "床位", "标段", "网", "格", "点", "行", "列", "轮",
    "卷", "站", "园", "校", "店", "厂", "馆", "库", "泵", "井", "渠", "畦", "垄", "丘", "宅", "铺", "档", "摊",
    "单位", "部门", "座位", "治疗量", "基点", "蒸吨", "头份", "国际单位", "通", "趟", "遍", "回", "顿", "餐", "顶", "盘", "碗", "杯", "盒", "包", "捆", "束", "串", "扇", "桌", "池", "滴", "程", "梯",
    "台套", "件套", "具", "柜", "屏", "樘", "副", "剂", "针", "粒", "味", "桩", "窝", "穴", "塘", "罐", "筐", "帧", "曲", "剧", "枝", "簇", "圈", "丛",
    "标台", "标箱", "吨级", "客位", "席", "泳道", "棒", "冢", "人口", "学位", "车位", "泊位", "岗位", "课", "股", "人天", "人年", "人日", "单", "芯公里", "立方米每秒", "立方每秒", "方每秒", "米每秒", "公里每小时", "车道", "户口", "家庭", "场所",
    # places
    "村", "镇", "县", "市", "区", "街", "乡", "乡镇", "街道", "社区", "行政村", "自然村",
    "等",
    # signs
    "%", "‰", "℃", "°C", "摄氏度", "度电", "°",
)  # fmt: skip
"""Units that stand after a number."""
UNITS_WITH_GE = (
    "百分点", "基点", "工作日", "交易日", "月", "小时", "学时", "课时", "等级", "档次", "班次", "标准", "季度", "学期", "学年", "星期",
)  # fmt: skip
"""What 个 counts as one unit: 个百分点, 个月. Before other nouns 个 is the unit itself."""
LATIN_UNITS = (
    "km", "km²", "km2", "m", "m²", "m2", "m³", "m3", "hm²", "hm2", "cm", "cm²", "cm2", "mm", "kg", "mg", "g", "t", "L", "ml", "mL", "kW", "kWh", "kw", "kwh",
    "MW", "MWh", "MWp", "GW", "GWh", "kV", "kVA", "MVA", "dB", "GB", "TB", "PB", "MB", "Mbps", "Gbps", "ha", "KM", "KG", "KW",
    "㎞", "㎏", "㎜", "㎝", "㎥", "㎎", "Hz", "MHz", "GHz", "MPa", "kPa", "ppm",
)  # fmt: skip
"""Not G, A, B and K alone: 5G, 4A, 3D and 4K are names."""
WITH_SCALE: Mapping[str, frozenset[str]] = {
    scale: frozenset(unit[1] for unit in (*UNITS, *UNITS_WITH_GE) if unit.startswith(scale) and len(unit) > 1)
    for scale in "百千"
}
"""What makes a scale the beginning of a unit: 2600千瓦 is 2600 of it; 百分点 and 百分之 are no hundreds."""
SAME_AS: Mapping[str, str] = {
    "人民币": "元", "元人民币": "元", "元钱": "元", "块钱": "元", "圆": "元", "圆整": "元", "元整": "元",
    "港币": "港元", "元港币": "港元", "美金": "美元", "元美金": "美元", "块": "块",
}  # fmt: skip
"""Other words for a unit, and the unit that they are."""
CURRENCIES: Mapping[str, str] = {
    "人民币": "元", "¥": "元", "港币": "港元", "HK$": "港元", "美金": "美元", "US$": "美元", "$": "美元", "新台币": "新台币", "€": "欧元", "£": "英镑",
}  # fmt: skip
"""What says before a number that it is money, and the unit that it gives."""
SMALLER: Mapping[str, Mapping[str, int]] = {
    "元": {"角": 10, "毛": 10, "分": 100},
    "块": {"毛": 10, "角": 10, "分": 100},
    "美元": {"美分": 100},
    "斤": {"两": 10},
    "年": {"个月": 12},
    "小时": {"分钟": 60},
}
"""The parts of a unit, and how many of each make one: 123元1角1分, 3斤5两."""
TOLD_IN_SMALLER = frozenset(("年", "小时"))
"""Units whose parts are no decimal ones, so that both together are told in the parts: 四年六个月 is 54个月."""
WITH_SMALLER: Mapping[str, str] = {"块": "元"}
"""Units that smaller ones after them make certain: 十块三毛 is money, 十块 may be stones."""
UNITS_OF_RATES = (
    "月", "季", "季度", "学期", "人次", "d", "h", "a", "s", "标准", "标煤", "标准煤", "生", "床", "学生", "学年",
)  # fmt: skip
"""What stands after / besides the units: 元/月, mg/L, 吨/d."""
SHARES = frozenset(("%", "‰"))
"""Units of what is a part of something else."""
TIMES = "次"
"""人次, 家次, 场次: what is counted each time it comes."""
NO_TIMES = frozenset(("年", "月", "天", "日", "周", "次", "元", "%", "个", "岁"))
"""Units that are not counted each time they come."""
NOT_AFTER_TIMES = frozenset("年日序要生级于品数")
"""Characters before which 次 begins another word: 次年, 次生."""
NOT_UNIT_BEFORE: Mapping[str, frozenset[str]] = {
    "元": frozenset("旦宵"), "分": frozenset("别布"), "位": frozenset("于置"), "口": frozenset("岸"),
    "方": frozenset("面案式"), "对": frozenset("口"), "面": frozenset("积"),
    "起": frozenset("来草"), "点": frozenset("建意"), "层": frozenset("面"), "部": frozenset("分"),
}  # fmt: skip
"""Characters before which a unit of one character begins another word: 元旦, 分别, 位于."""
LAST_WORDS = frozenset(("等",))
"""Units that no other word follows: 4.76等, and 5等地 are five and more places."""
_PER = frozenset("/·")


def by_first_character(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return words by what they begin with, the longest first: how tables are asked at a place."""
    table: dict[str, list[str]] = {}
    for word in words:
        table.setdefault(word[0], []).append(word)
    return {first: tuple(sorted(found, key=len, reverse=True)) for first, found in table.items()}


_LATIN = frozenset(LATIN_UNITS)
_AFTER_NUMBERS = by_first_character(
    {*UNITS, *(f"个{noun}" for noun in UNITS_WITH_GE), *LATIN_UNITS, *SAME_AS, *SMALLER}
)
_AFTER_PER = by_first_character({*UNITS, *UNITS_OF_RATES, *LATIN_UNITS})


def unit_end(text: str, at: int) -> int:
    """Return where the unit that begins at a place ends; the place itself where none begins.

    A rate is one unit: 元/人·月.
    """
    word = _longest(text, at, _AFTER_NUMBERS)
    if not word:
        return at
    end = at + len(word)
    if (
        text[end : end + 1] == TIMES
        and text[end + 1 : end + 2] not in NOT_AFTER_TIMES
        and word not in NO_TIMES
    ):
        end += 1
    while text[end : end + 1] in _PER and (per := _longest(text, end + 1, _AFTER_PER)):
        end += 1 + len(per)
    return end


def base_of(unit: str) -> str:
    """Return the unit that a word for it means: 人民币 is 元."""
    return SAME_AS.get(unit, unit)


def _longest(text: str, at: int, table: Mapping[str, tuple[str, ...]]) -> str:
    for word in table.get(text[at : at + 1], ()):
        if text.startswith(word, at) and _stands_there(word, text[at + len(word) : at + len(word) + 1]):
            return word
    return ""


def _stands_there(word: str, following: str) -> bool:
    """Tell whether a unit is not the beginning of another word."""
    if word in _LATIN:
        return not (following.isascii() and following.isalnum())
    if word in LAST_WORDS and following.isalpha():
        return False
    return not following or following not in NOT_UNIT_BEFORE.get(word, ())
