"""Whether a figure is so, is planned, or is a norm: from the words that govern it, and from its time."""

# ruff: noqa: E501 - lists of words, read across

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal, NamedTuple

from reply.measure.quantity import Found
from reply.measure.unit import SHARES
from reply.model import Status
from reply.sentences import Span

PLANS = (
    # 计划 is a plan where something follows that is planned, and a name after what it is the plan of
    "(?:计划|拟)(?=(?:19|20)[0-9]{2}年)", r"计划(?![,。;、)》”\"的个项中内外经生育书单\d]|任务|指标|项目|工程|方案)", r"规划(?=建设|新建|投资|布局|总投资|用地|到|于|在|新增|改造|面积)", "(?<![模虚比])拟(?=[新建改扩投在于用将对从以增安开培支招选设实购引成按通再])",
    r"将(?=于|在|要|会|可|达|新|建|投|完|实|安|增|继续|进一步|全面|陆续|逐步|再|按|对|以|重点|积极|通过|配|启动|组织|开|改|推|筹|争取|力争|有|培|扩|提高|提升|累计|为|突破|超|覆盖|惠及|打造(?!成)|形成|保持|设)",
    "即将", "力争", "力求", "争取(?=到?20|到?今|到?明|年|在|用|于|尽快|早日|达|实现|完成|建成|把)", "预计", "预期", "有望", "准备(?!工作|金|就绪|好|充分)", "打算", "确保(?=到|在|年|20|今|明|完成|达|实现|按期|如期)", "目标(?=任务|是|为|到|[:：])",
    "还要", "(?<![只需主重必首纪摘])要(?=达到|完成|建成|实现|新建|新增|改造|建设|培训|超过|覆盖|再|全部|争取|在20|动工|投入)", "[要须]?确保(?=.{0,12}达到)", "明年", "后年", "下半年(?=计划|将|拟)", "届时", "到那时", "下一步", "下步", "今后", "接下来", "往后",
    "(?:建成|建好|修好|完工|竣工|投用|投产|实施|项目完成|建设完成|工程完工)后,?(?=[^,。;]{0,12}(?:可|能|将|每|年|日))", "估计要?", r"需(?=投入|投资|资金|要资金|要投入|要投资)", r"所需资金", r"(?:纳入|列入|列进|编入).{0,20}计划",
    "年内(?=力争|计划|完成|建成|再|新建|改造|全部)", "下达.{0,8}任务", "十五五期间", "启动实施", r"[从自]今年起,?连续", "提议", "建议(?=.{0,12}(?:投入|安排|新建|增加))", "设计为", "一期拟", "匡算", "测算", "[估概]算(?=.{0,4}投)", "约需", "(?:列入|纳入).{0,6}预算", "总投资(?:约|预计)", "待.{1,20}后", "已经?(?:立项|获批|通过.{0,6}评审|完成.{0,6}设计|批复)",
)  # fmt: skip
"""Patterns after which figures are to come."""
FACTS = (
    "目前", "眼下", "如今", "现已", "现有", "现在", "(?<!后)已经?(?!列入|纳入|进入|获批|立项|完成.{0,6}设计|编制)", "截[至止]", "迄今", "至今", "以来", "去年", "上年", "前年", "曾", "先后", "当前", "累计(?!将|可)", "实际", "近[两三四五几]年", "十[二三]五.{0,3}期间", "往年", "此外,?我",
)  # fmt: skip
"""Patterns after which figures are so again."""
NORMS = (
    "(?<!高)标准(?!化)(?:要?达到|应|须|为|是|按|每|不[得低少超高]|[:：]|由|从|提高|调整|分)?", "不得", "应当", "必须", "(?<![一])般?应(?=按|配|不|在|达|保|当|设|安|低|留|为)", "(?<!所)须(?=配|在|达|按|不|建)", "上限", "下限", "限额", "定额", "限[制定](?:在|为)?",
    "最高不超过", "一次性(?=补|奖|给|建|资|发)", "每[^,。;]{0,10}(?:不低于|不少于|不超过|不得|不高于)", "要求(?=.{0,20}不)",
    "[户人村亩生]均(?:补助|补贴)", "的,?(?:每[^,;。]{1,8})?(?:给予|予以)?(?:一次性)?(?:补助|补贴|奖励|奖补|资助)", "免费(?=停)",
)  # fmt: skip
"""Patterns of what ought to be, or is given each time."""
GIVEN = (
    "补助",
    "补贴",
    "奖励",
    "奖补",
    "资助",
    "津贴",
    "补偿",
    "收费",
    "收取",
    "处理费",
    "水价",
    "电价",
    "气价",
    "票价",
    "价格",
    "套餐",
    "奖金",
    "救助",
    "缴费",
    "缴纳",
    "租金",
    "费用",
    "工资",
    "餐标",
)
"""What is a rate where the amount is of each one."""
FEW = 12
"""Words before a figure that are asked."""
DONE_WITH = (
    "共",
    "累计",
    "已发",
    "发放了",
    "拨付",
    "兑付",
    "兑现",
    "支出",
    "争取到",
    "达到标准",
    "符合",
    "尚差",
    "还差",
    "相差",
)
"""What makes a norm no norm: 共发放补贴, 达到标准."""
DONE = (
    "累计",
    "共发",
    "共投",
    "共补",
    "共给",
    "共兑",
    "共收",
    "共支",
    "已",
    "发放了",
    "拨付",
    "支出",
    "兑付",
    "兑现",
    "落实",
    "争取",
    "筹",
    "投入",
    "安排",
    "投资",
    "下达",
    "到位",
    "年收入",
)
"""What makes an amount one that was paid, though something is given each time."""
_TIMES = frozenset(("年", "月", "天", "日", "周", "季度", "半年", "学期", "学年", "年度", "小时"))
_LIMITED = re.compile("不得?(?:低于|少于|超过|高于|大于|小于)")
_GIVEN = re.compile("|".join(GIVEN))
_DONE = re.compile("|".join(DONE))
_DONE_WITH = re.compile("|".join(DONE_WITH))
_GIVEN_AFTER = re.compile(f"[\u4e00-\u9fff]{{0,4}}?(?:{'|'.join(GIVEN)})")
_GIVEN_LATER = re.compile(f"[^,;。]{{0,30}}?(?:{'|'.join(GIVEN)})")
_BORNE = re.compile("(?:承担|分担|负担)$")
_BUILDING = re.compile("(?:正在|正)(?:施工|建设|修建)")
_DONE_AFTER = re.compile("(?:均|都|全部)?已(?![列纳]入)")
_DURATIONS = frozenset(("分钟", "小时", "个工作日", "工作日"))
_CONDITION = re.compile("的|范围内|以内|之内|内")
_WILL_BE = re.compile("[\u4e00-\u9fff]{0,6}(?:建成|建好|修好|完工|竣工|投用)后(?:能|可|将)")
_CHANGED = re.compile(
    "[,、]?[\u4e00-\u9fff]{0,3}?(?:提高|提升|增加|上升|扩大|下降|降低|减少|调整|降|升|增)[为至到]"
)
_PROPOSED = re.compile("拟(?=按|实行|执行|给予|对)[^;。]*$")
"""What makes a norm one that is proposed: 拟按建筑面积100㎡以上的食堂一次性奖补8万元."""
_NORM_AFTER = re.compile("[\u4e00-\u9fff]{0,6}的(?:国家|行业|规定|省定|最低)?标准")
_INSTALMENTS = re.compile("分[^,;。]{1,4}[年期次批](?=兑现|发放|拨付|支付|补齐)")
"""分五年兑现 is of the amount that is paid so."""
_SIZED = re.compile("不(?:得|应|宜)?[小大]于")
"""Of sizes, which a rule sets: 路面宽度不小于4.5米."""
_COMMAS = ",;。"
LONGEST_CLAUSE = 60
"""Characters before a number in which a norm is looked for."""

Kind = Literal["plan", "fact", "norm"]


class Told(NamedTuple):
    """What the words of a sentence say of the figures after them, in order of their ends."""

    ends: list[int]
    kinds: list[Kind]


_TOLD = re.compile(f"(?P<plan>{'|'.join(PLANS)})|(?P<fact>{'|'.join(FACTS)})|(?P<norm>{'|'.join(NORMS)})")


def told(text: str, sentence: Span) -> Told:
    """Read a sentence once, for all its figures."""
    found = [(match.end(), match.lastgroup) for match in _TOLD.finditer(text, *sentence)]
    return Told([end for end, _ in found], [kind for _, kind in found])  # type: ignore[misc] # the groups are the kinds


class Place(NamedTuple):
    """Where a figure stands, and what is known of it."""

    text: str
    sentence: Span
    told: Told
    found: Found
    before: int
    """Where the figure before ends, or the sentence begins."""
    condition: bool
    """Whether it says which things are counted: 60岁以上老人."""
    per: tuple[str, ...]
    period: str | None
    written: str | None
    """The date of the letter."""
    past: int
    """Where the last time before it stands that had passed when the letter was written; 0 for none."""
    outlook: bool
    """Whether its section says what comes next."""


def status_of(place: Place, previous: Status | None) -> Status:
    """Return the status of a figure; `previous` is that of the figure before in its sentence."""
    if _PROPOSED.search(
        place.text, max(place.sentence[0], place.found.start - LONGEST_CLAUSE), place.found.start
    ):
        return "planned"
    if place.condition or _says_which(place) or _NORM_AFTER.match(place.text, place.found.end):
        return "standard"
    if previous and _INSTALMENTS.match(place.text, place.found.start - 1):
        return previous
    if previous and _CHANGED.match(place.text, place.before, place.found.start):
        return previous
    plan = _is_plan(place)
    if _is_norm(place, previous, plan=plan):
        return "standard"
    return "planned" if plan else "actual"


def _says_which(place: Place) -> bool:
    """Tell whether a limit or a base is meant: 面积不低于60平方米的, 每1万人."""
    text, found = place.text, place.found
    share = found.quantity.unit is None or found.quantity.unit in SHARES
    limited = found.quantity.bound in ("at_least", "at_most") and not share
    return text[found.start - 1 : found.start] == "每" or (
        limited and _CONDITION.match(text, found.end) is not None
    )


def _is_norm(place: Place, previous: Status | None, *, plan: bool) -> bool:
    found, unit = place.found, place.found.quantity.unit or ""
    start = max(place.before, place.sentence[0], found.start - LONGEST_CLAUSE)
    comma = max(place.text.rfind(mark, start, found.number_start) for mark in _COMMAS) + 1
    clause = comma if start < comma < found.number_start - 1 else start
    said = place.text[clause : found.number_start]
    if "norm" in _between(place.told, clause, found.number_start) and not _DONE_WITH.search(said):
        return True
    if unit == "%" and _BORNE.search(said):
        return True
    if found.quantity.bound in ("about", "nearly"):
        return False
    if _SIZED.search(said):
        return True
    measured = unit == "%" or "/" in unit or unit in _DURATIONS
    if "不" in said and _LIMITED.search(said) and (measured or place.per or previous == "standard"):
        return not plan
    money = unit.startswith("元") or unit.endswith("元")
    return money and _is_rate(place, start, previous, plan=plan, done=_DONE.search(said) is not None)


def _is_rate(place: Place, start: int, previous: Status | None, *, plan: bool, done: bool) -> bool:
    """Tell whether an amount of money is what is given or paid each time; one that was paid is none."""
    text, found = place.text, place.found
    each = any(item not in _TIMES for item in place.per)
    timeless = place.period is None
    if not done:
        after = _GIVEN_AFTER.match(text, found.end) is not None
        given = after or _GIVEN.search(text, start, found.number_start) is not None
        given = given or (each and _GIVEN_LATER.match(text, found.end) is not None)
        if given and (each or (place.per and timeless)):
            return True
        if timeless and ((after and not plan) or "/" in (found.quantity.unit or "")):
            return True
    carries = previous == "standard" and timeless and bool(place.per or not done) and (each or not plan)
    return carries and not _between(place.told, place.before, found.start)


def _is_plan(place: Place) -> bool:
    told = place.told
    last = bisect_right(told.ends, place.found.number_start)
    kind = next((kind for kind in reversed(told.kinds[max(last - FEW, 0) : last]) if kind != "norm"), None)
    if _DONE_AFTER.match(place.text, place.found.end):
        return False
    if kind == "plan" and place.past and place.text.find(";", told.ends[last - 1], place.past) >= 0:
        return False  # 今年将提高;2016年投入5万元
    if kind is not None:
        return kind == "plan"
    clause = max(place.before, place.text.rfind(",", place.before, place.found.start) + 1)
    if place.text.startswith(("可", "能"), clause) and _BUILDING.search(
        place.text, max(place.sentence[0], clause - LONGEST_CLAUSE), clause
    ):
        return True
    if _is_to_come(place.period, place.written):
        return True
    return place.outlook or _WILL_BE.match(place.text, place.sentence[1]) is not None


def _is_to_come(period: str | None, written: str | None) -> bool:
    """Tell whether a time begins after the letter, or is a term that ends after it; a range of years is none."""
    if period is None or written is None:
        return False
    first, _, last = period.partition("/")
    when = last if first == ".." else first
    return when[:4].isdecimal() and when > written[: len(when)]


def _between(told: Told, start: int, end: int) -> Sequence[Kind]:
    """Return what is said between two places."""
    return told.kinds[bisect_right(told.ends, start) : bisect_right(told.ends, end)]
