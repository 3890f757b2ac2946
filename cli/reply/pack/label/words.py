"""The words of a label: a stretch of the letter without its times, what only connects, and what leads to a number."""

# ruff: noqa: E501 - lists of words, read across

import re
from collections.abc import Iterable, Iterator, Sequence

from reply.pack.label.patterns import lasts, one_of
from reply.sentences import Span

LEADS = (
    r"[一二三四五六七八九十]是", r"[一二三四五六七八九十]要", r"第[一二三四五六七八九十][,、](?!\d)", "其中", r"\(?[0-9一二三四五六七八九十]{1,2}[)、.](?![0-9一二三四五级])", "并且?(?!网)", "同时", "另[有外]?", "此外", "以及", "累计", "全年", "原来的", "同期", "按照", "按(?![揭摩期需])", "及(?!时|格)", "和(?![谐平睦])", "与", "共计?(?![享建治同产青性])", "已经?",
    "还有", "还(?=[将要可需为在对新建投安开完解])", "又", "现(?![代场金状阶行])", "由", "对(?![口外接象])", "为(?![民农老何])", "在(?![园校册岗编建职读籍训院线家馆])", "将(?!军)", "从(?![业事严])", "至(?!少)",
    "到(?![位岗期达场馆会课])", "等(?![级待])", "的", "了", "较(?![大2去上同前])", "或者?", "且", "但", "而", "力争再?", "争取", "确保", "要(?![素求件闻])", "准备", "再(?![生就造])", "先后", "陆续",
    "先行", "新近", "今", "届时", "都", "均(?![价衡])", "全部", "只", "仅", "使(?![用馆])", "让", "因此", "给予", "予以", "期间", "所以", "如(?![期厕皋])",
    "首先", "最后", "下一步", "接下来", "我们", "我局", "我委", "我厅", "我办", "我院", "我部", "本局", "约", "大约", "近", "有(?![效机关限])", "之后", "之前", "前后", "总共", "一共", "合计", "总计",
    "设计为", "是(?!否)", "达(?!标)", "上级", "间", "后", "来", "牵头", "自(?![来行主动然愿助筹])", "起(?![来草步重])",
)  # fmt: skip
"""Patterns of what stands before the words and belongs to none of them."""
TRAILS = (
    "分别达?到?", "为", "至", "到", "达到?", "共计?", "累计", "合计", "总计", "是", "只有", "有", "了", "的", "控制在", "保持在", "由原来", "由", "从", "以", "按",
    "仅", "已经?", "予以", "一次性", "总共", "现有", "约占?(?=$)", "将", "要", "应", "须", "可", "能", "又", "还", "再", "就", "占比?为", "设计为",
    "(?<=..)发放", "可供", "用", "需", "均", "各", "也", "都", "不得", "不", "应当", "要求", "等", "出", "于", "即", "每", "在", "和", "与", "及", "或", "拥", "前后", "使", "让", "定", "调整",
    "首", "提高到?", "增加到", "增至", "上升到", "下降到", "降至", "减少到", "扩大到",
)  # fmt: skip
"""Patterns of what stands between the words and their number."""
KEPT = (
    "行为", "认为", "作为", "成为", "直达", "抵达", "下达", "送达", "传达", "表达", "节约", "预约", "签约", "合约", "契约", "条约", "通达", "到达", "沟通到", "收到", "得到", "享有", "国有",
    "所有", "公有", "民有", "自用", "使用", "公用", "利用", "应用", "费用", "信用", "专用", "民用", "备用", "高等", "初等", "中等", "同等", "平等", "对等", "家用", "商用", "农用",
    "支出", "产出", "输出", "演出", "突出", "由于", "关于", "对于", "位于", "用于", "处于", "存在", "参与", "涉及", "惠及", "波及", "顾及", "以及", "普及", "自由",
    "采用", "拥有", "设有", "建有", "固定", "规定", "评定", "鉴定", "认定", "稳定", "协定", "制定", "人均", "户均", "日均", "年均", "提高", "平均", "环境要求", "供需", "急需", "军需",
    "必需", "总和", "饱和", "共和", "温和", "缓和", "可可", "许可", "认可", "技能", "功能", "智能", "节能", "性能", "效能", "潜能", "职能", "太阳能", "新能", "可能", "动能", "产能",
    "热能", "电能", "核能", "储能", "光能", "风能", "失能", "主要", "需要", "重要", "首要", "纪要", "摘要", "只要", "供应", "效应", "反应", "适应", "响应", "相应", "对应", "必须",
)  # fmt: skip
"""Words whose ends are none of TRAILS."""
_LEADING = re.compile(f'(?:{one_of((*LEADS, "[,;:、)”・ ]"))}|")+')
_TRAILING = re.compile(f'(?:{"|".join(TRAILS)}|[,;:、("“ ])$')
_LAST = lasts(TRAILS) | frozenset(',;:、("“ ')
_PAIRED = re.compile('[“”()《》"]')
LONGEST_TRAIL = 5
"""Characters of the longest of TRAILS."""
_INNER = re.compile(
    r"(?<=[全我本][省市县区州镇乡])(?:累计|总共|共计|一共|共有|共(?=建成|建立)|共(?![享建治同产青性])|现有|已经?|先后|陆续|现共有|有)+"
)
"""What stands between a place and what was done there: 全县[共]建成."""
_NOW = re.compile("截[至止]目前|[到至]目前|目前|眼下|如今|现在|当前|现已|迄今|至今")
_OF_NOW, _OF_INNER = frozenset("目眼如现当迄至截"), frozenset("全我本")
"""Characters of which one is in every match: most words have none, and need no search."""
_PAIRS = (("“", "”"), ("(", ")"), ("《", "》"), ('"', '"'))


def cleaned(text: str, start: int, end: int, cuts: Sequence[Span]) -> str:
    """Return the words of a stretch without what is cut out of it and what only connects."""
    words = "".join(_without(text, start, end, cuts)) if cuts else text[start:end]
    if not _OF_NOW.isdisjoint(words):
        words = _NOW.sub("", words)
    words = begun(words)
    if not _OF_INNER.isdisjoint(words):
        words = begun(_INNER.sub("", words))
    return paired(ended(words))


def begun(words: str) -> str:
    """Take off what stands before the words."""
    leading = _LEADING.match(words)
    return words[leading.end() :] if leading else words


def ended(words: str) -> str:
    """Take off what stands between the words and their number."""
    while words and words[-1] in _LAST and not words.endswith(KEPT):
        trail = _TRAILING.search(words, max(len(words) - LONGEST_TRAIL, 0))
        if trail is None:
            break
        words = words[: trail.start()]
    return words


def paired(words: str) -> str:
    """Drop quotation marks and brackets that lost their partner, and what stands around the words."""
    for opening, closing in _PAIRS if _PAIRED.search(words) else ():
        if words.count(opening) != words.count(closing):
            words = words.replace(opening, "").replace(closing, "")
        words = words.replace(opening + closing, "")
    return words.strip(" 、,;:.·-\t\u3000")


def _without(text: str, start: int, end: int, cuts: Iterable[Span]) -> Iterator[str]:
    position = start
    for cut_start, cut_end in cuts:
        if position <= cut_start < end:
            yield text[position:cut_start]
            position = min(cut_end, end)
    yield text[position:end]
