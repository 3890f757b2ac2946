"""Whether a figure is a norm: a limit, a rate, what something is a condition of."""

import re

from reply.measure.unit import SHARES
from reply.model import Status
from reply.pack.status.place import Place, has_passed, is_to_come
from reply.pack.status.rates import DONE, DONE_WITH, GIVEN, PAID

LONGEST_CLAUSE = 60
"""Characters before a number in which a norm is looked for."""
_COMMAS = ",;。"
_TIMES = frozenset(("年", "月", "天", "日", "周", "季度", "半年", "学期", "学年", "年度", "小时"))
_EACH_TIME = tuple(f"每{time}" for time in sorted(_TIMES))
_DURATIONS = frozenset(("分钟", "秒", "小时", "个工作日", "工作日"))
_LIMITED = re.compile("不得?(?:低于|少于|超过|高于|大于|小于)|至少|最多(?!跑)|最低(?!的)|最高(?!的|含量)")
_GIVEN_SHARE = re.compile("的?(?:累加|给予|予以)?(?:补助|补贴|报销|减免|优惠|奖励|贴息)")
"""What a share is of that is given: 给予80%的补助."""
_LAID_DOWN = re.compile("应|须|宜|享受|休假|延长|分别为|不得|达到")
"""What a rule says of a figure that is neither limit nor rate."""
_SIZED = re.compile("不(?:得|应|宜)?[小大]于")
"""Of sizes, which a rule sets: 路面宽度不小于4.5米."""
_GIVEN = re.compile("|".join(GIVEN))
_GIVEN_AFTER = re.compile(f"[\u4e00-\u9fff]{{0,4}}?(?:{'|'.join(GIVEN)})")
_GIVEN_LATER = re.compile(f"[^,;。]{{0,30}}?(?:{'|'.join(GIVEN)})")
_PAID = re.compile(f"(?:{'|'.join(PAID)})[^,;。]*每|每[^,;。]*(?:{'|'.join(PAID)})")
_DONE = re.compile("|".join(DONE))
_DONE_WITH = re.compile("|".join(DONE_WITH))
_BORNE = re.compile("(?:承担|分担|负担|自缴|自付|财政补助?|(?:财政|级|合计)补[助贴])$")
_WITHIN = ("以内", "之内", "为限")
_CONDITION = re.compile("的|范围内|以内|之内|内")


def is_condition(place: Place) -> bool:
    """Tell whether a limit or a base is meant: 面积不低于60平方米的, 每1万人, 任教满五年的."""
    text, found = place.text, place.found
    share = found.quantity.unit is None or found.quantity.unit in SHARES
    limited = found.quantity.bound in ("at_least", "at_most") and not share
    served = text.endswith(("每满", "年满"), 0, found.start) or (
        text.endswith("满", 0, found.start) and text.startswith(("的", "以上", ","), found.end)
    )
    return (
        served
        or text[found.start - 1 : found.start] == "每"
        or (
            limited
            and (
                text.endswith(_WITHIN, found.start, found.end)
                or _CONDITION.match(text, found.end) is not None
            )
        )
    )


def is_norm(place: Place, previous: Status | None, *, plan: bool) -> bool:
    """Tell whether a figure is a norm, given whether its sentence plans and what the figure before is."""
    found, unit = place.found, place.found.quantity.unit or ""
    start = max(place.before, place.sentence[0], found.start - LONGEST_CLAUSE)
    comma = max(place.text.rfind(mark, start, found.number_start) for mark in _COMMAS) + 1
    clause = comma if start < comma < found.number_start - 1 else start
    said = place.text[clause : found.number_start]
    if is_to_come(place.period, place.written) and place.time >= clause:
        return False  # 到2025年每千人不少于4.6个 is aimed at
    if _is_told(place, clause) and not _DONE_WITH.search(said.rpartition("(")[2]):
        return True
    if _is_laid_down(place, said):
        return True
    if unit == "%" and (_BORNE.search(said) or _GIVEN_SHARE.match(place.text, found.end)):
        return True
    if found.quantity.bound in ("about", "nearly"):
        return False
    if _SIZED.search(said):
        return True
    measured = unit == "%" or "/" in unit or unit in _DURATIONS
    if _LIMITED.search(said) and (measured or place.per or previous == "standard"):
        return not plan and not _is_fact(place)
    if unit in _DURATIONS and found.quantity.bound == "at_most":
        return not plan
    money = unit.endswith("元") or unit.startswith("元")
    return money and _is_rate(place, start, previous, plan=plan, done=_DONE.search(said) is not None)


def _is_told(place: Place, clause: int) -> bool:
    """Tell whether a word between the clause's beginning and the number says so, and none that plans."""
    said = place.told.near.between(clause, place.found.number_start)
    kinds = [cue.kind for cue in said]
    return "norm" in kinds and "plan" not in kinds


def _is_laid_down(place: Place, said: str) -> bool:
    """Tell whether a figure is what a cited rule lays down; `said` stands before it in its clause."""
    if place.period or _DONE.search(said) or not place.told.is_ruled(place.found.number_start):
        return False
    limited = place.found.quantity.bound in ("at_least", "at_most")
    return (
        limited
        or bool(place.per)
        or "/" in (place.found.quantity.unit or "")
        or _LAID_DOWN.search(said) is not None
    )


def _is_fact(place: Place) -> bool:
    """Tell whether the sentence says how things are: 截至5月底,大专以上学历不低于85%."""
    said = place.told.nearest(place.found.number_start)
    return said is not None and said.kind == "fact"


def _is_rate(place: Place, start: int, previous: Status | None, *, plan: bool, done: bool) -> bool:
    """Tell whether an amount of money is what is given or paid each time; one that was paid is none."""
    text, found = place.text, place.found
    said = text[start : found.number_start]
    averaged = "均" in said and "标准" not in said and has_passed(place.period, place.written)
    done = done or averaged  # 2020年户均补助2.1万元 is what it came to
    each = any(item not in _TIMES for item in place.per)
    timeless = place.period is None
    if not done:
        after = _GIVEN_AFTER.match(text, found.end) is not None
        given = after or any(p.search(text, start, found.number_start) for p in (_GIVEN, _PAID))
        given = given or (each and _GIVEN_LATER.match(text, found.end) is not None)
        slashed = "/" in (found.quantity.unit or "")
        if each and len(place.per) > 1 and text.endswith(_EACH_TIME, start, found.number_start):
            return True  # 每生每年1000元
        if given and (each or slashed or (place.per and (timeless or "每" in text[start : found.start]))):
            return True
        if timeless and ((after and not plan) or slashed):
            return True
    carries = (
        previous == "standard"
        and (timeless or place.time <= place.before)
        and bool(place.per or not done)
        and (each or not plan)
    )
    return carries and not place.told.near.between(place.before, found.start)
