"""Decide what a figure is: the nearest word wins, and what reaches farther is asked later."""

import re

from reply.model import Status
from reply.pack.status.governing import Said, follows, goes_on, is_attribute, is_passage_to_come
from reply.pack.status.norm import is_condition, is_norm
from reply.pack.status.place import Place, has_begun, has_passed, is_to_come

LONGEST_PASSAGE = 200
"""Characters before and after a figure that are searched for what is to come."""
LONGEST_CLAUSE = 60
"""Characters before a number in which its clause begins."""
_CHANGE = "(?:涨|提高|提升|增加|增长|上升|扩大|下降|降低|减少|压缩|调整|降|升|增)[为至到]"
_CHANGED = re.compile(f"[,、]?[\u4e00-\u9fff]{{0,3}}?{_CHANGE}")
_WILL_CHANGE = re.compile(f"[,、]?[\u4e00-\u9fff]{{0,4}}?{_CHANGE}")
_FROM = re.compile("[由从]")
_PROPOSED = re.compile(
    "拟(?=按|实行|执行|给予|对|从)[^;。]*$"
    "|[你您](?:们)?(?:在?(?:提案|建议)中)?(?:希望|呼吁)[^,;。]*$"
    '|[你您贵](?:们|委)?所?(?:建议|要求|提出)的?(?:[“"]|[由将把对再给在县市区省每一新增扩设延])[^,;。]*$'
    "|[你您贵](?:们|委)?所?(?:建议|提出|要求)(?!的)(?=[^,;。]{0,24}(?:增加|提[高至到]|安排|至少))[^,;。]*$"
)
"""What makes a norm one that is proposed: 拟按建筑面积100㎡以上的食堂一次性奖补8万元, 您建议提高到500元."""
_SUGGESTED = re.compile("[^,;。\\d]{0,20}的(?:建议|提议|诉求|请求)")
"""The same after it: 每村安排20万元经费的建议."""
_INSTALMENTS = re.compile("分[^,;。]{0,4}[年期次批](?=兑现|发放|拨付|支付|补齐)")
"""分五年兑现 is of the amount that is paid so."""
_DONE = re.compile("已|完成|到位|建成|累计|完工|先后|现有|现状|目前")
_BUILDING = re.compile("(?:正在|正)(?:施工|建设|修建)")
_SAME = ("、", "和", "与", "及", "也就是")
"""What stands between a figure and another of the same status."""
_REACHED = re.compile("完成[^,;。]*$")
"""What a share of a target is of that was reached: 完成全年目标4500人的63%."""
_WILL_BE = re.compile("[\u4e00-\u9fff]{0,6}(?:建成|建好|修好|完工|竣工|投用)后(?:能|可|将)")


def governed(place: Place, previous: Status | None) -> Status | None:
    """Return the status of a figure by the words that govern it, None where none does.

    `previous` is the status of the figure before in its sentence.
    """
    text, found = place.text, place.found
    proposed = _PROPOSED.search(text, max(place.sentence[0], found.start - LONGEST_CLAUSE), found.start)
    if proposed and not _will_change(place):
        return "planned"
    if _SUGGESTED.match(text, found.end):
        return "planned"
    if follows(text, found.end, "norm"):
        return "standard"
    if previous and _CHANGED.match(text, place.before, found.start):
        return _after_change(place, previous)
    if (place.condition or is_condition(place)) and not _is_term_of_plan(place):
        return "standard"
    if previous and _INSTALMENTS.match(text, found.start - 1):
        return previous
    if previous and text[place.before : found.start] in _SAME:
        return previous
    if text[place.before : found.start] == "的" and _REACHED.search(
        text, max(place.sentence[0], place.before - LONGEST_CLAUSE), place.before
    ):
        return "actual"
    plan = _is_plan(place, found.number_start)
    if is_norm(place, previous, plan=bool(plan)):
        return "standard"
    if plan and _will_change(place):
        return "actual"
    return None if plan is None else "planned" if plan else "actual"


def _is_term_of_plan(place: Place) -> bool:
    """Tell whether a time is by when something is planned: 争取两年内解决."""
    said = place.told.nearest(place.found.end)
    return (
        place.found.quantity.unit == "年"
        and said is not None
        and said.kind == "plan"
        and said.end >= place.found.start - 2
    )


def _after_change(place: Place, previous: Status) -> Status:
    """Return the status of what something changes to: planned where that is governed by a plan."""
    if previous == "standard":
        return previous
    origin = max(place.text.rfind(word, place.sentence[0], place.before) for word in "由从")
    return "planned" if _is_plan(place, origin if origin >= 0 else place.before) else previous


def _will_change(place: Place) -> bool:
    start = max(place.before, place.found.start - LONGEST_CLAUSE)
    return bool(
        _FROM.search(place.text, start, place.found.start) and _WILL_CHANGE.match(place.text, place.found.end)
    )


def _is_plan(place: Place, position: int) -> bool | None:
    """Tell whether what governs a figure is to come; None where nothing says so or not."""
    text, found = place.text, place.found
    if follows(text, found.end, "fact"):
        return False
    if follows(text, found.end, "plan"):
        return True
    clause = max(place.before, text.rfind(",", place.before, found.start) + 1)
    said = place.told.nearest(position)
    if (said is None or said.kind == "fact") and _is_of_what_comes(place, clause):
        return True
    if said is not None:
        return _is_plan_said(place, said, clause)
    if place.earlier == "planned" and goes_on(text, place.sentence[0]):
        return True
    if text.startswith(("可", "能"), clause) and _BUILDING.search(
        text, max(place.sentence[0], clause - LONGEST_CLAUSE), clause
    ):
        return True
    if is_to_come(place.period, place.written):
        return True
    if place.time and has_passed(place.period, place.written):
        return False
    if "年" in place.per and has_begun(place.period, place.written):
        return False  # 2015年至2019年每年安排2100万元
    if place.told.project(position) and _is_of_project(place, clause):
        return True
    around = place.outlook or place.told.planned_around(position)
    return True if around or _WILL_BE.match(text, place.sentence[1]) else None


def _is_of_what_comes(place: Place, clause: int) -> bool:
    """Tell whether a figure is of what is to come by its passage: 总投资3亿元,预计明年开工."""
    text, found = place.text, place.found
    if not _is_of_project(place, clause):
        return False
    start = text.rfind(";", place.sentence[0], found.start) + 1
    end = text.find(";", found.end, place.sentence[1])
    return is_passage_to_come(
        text, max(start, place.sentence[0], found.start - LONGEST_PASSAGE),
        min(end if end >= 0 else place.sentence[1], found.end + LONGEST_PASSAGE),
    )  # fmt: skip


def _is_of_project(place: Place, clause: int) -> bool:
    """Tell whether a figure is the size or the cost of something, and not what is there of it."""
    end = place.found.number_start
    return is_attribute(place.text, clause, end) and not _DONE.search(place.text, clause, end)


def _is_plan_said(place: Place, said: Said, clause: int) -> bool:
    """Tell whether a figure is planned after what its sentence says nearest before it."""
    if said.kind == "plan":  # but not in 今年将提高;2016年投入5万元
        later = re.search("[,;]", place.text[said.end : place.time]) is not None
        return not (later and has_passed(place.period, place.written))
    if place.time >= said.end and is_to_come(place.period, place.written):
        return True
    project = place.told.project(place.found.number_start)
    return project is not None and project.end > said.end and _is_of_project(place, clause)
