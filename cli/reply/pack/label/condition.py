"""Figures that say which things are counted, and figures that something changes from or to."""

import re
from collections.abc import Sequence

from reply.measure.quantity import Found
from reply.measure.unit import SHARES
from reply.pack.label.after import noun_after
from reply.pack.label.parts import Label, apart, core
from reply.pack.label.speech import Speech
from reply.pack.label.subject import bare
from reply.pack.label.words import cleaned
from reply.telling import is_attribute, says_little

AGES = ("岁", "周岁")
LONGEST_CHANGE = 5
"""Characters between a number and what it changes to that say no other thing."""
LONGEST_TO = 26
"""Characters between what something was and what it changed to."""
_ENDS = ("以上", "以下", "以内", "之内", "之上", "及以上", "及以下", "内", "(含)以上", "(含)以下")
_MEASURES = ("的标准", "的要求", "的比例", "的目标", "的任务", "的办法")
_CHANGE = "(?:提高|提升|增加|增长|上升|扩大|延长|下降|降低|减少|缩短|压缩|缩减|调整|删减|增|降|升)"
_CHANGED = re.compile(f"[,、]?(?:再|又)?{_CHANGE}[为至到]$")
_CHANGES = re.compile(_CHANGE + "[、\u4e00-\u9fff]{0,4}[为至到]")
_DOES = (
    "开工", "新建", "建成", "建设", "改造", "完成", "培训",
    "新增", "增加", "培育", "引进", "举办", "开展", "覆盖", "打造",
)  # fmt: skip
"""Verbs after which a limit is one of how many: 年内开工20个以上小区."""
_COUNTED = frozenset("个所座处家条")
_ORIGINS = ("由", "从", "原来")


def is_condition(text: str, figures: Sequence[Found], ordinal: int) -> bool:
    """Tell whether a figure says which things are counted: 60岁以上老人, 20户以上的村."""
    found = figures[ordinal]
    unit = found.quantity.unit
    if unit is None or unit in SHARES:
        return False  # 八成以上的村受益 says how many
    following = text[found.end : found.end + 1]
    if not "\u4e00" <= following <= "\u9fff" and (
        ordinal + 1 == len(figures) or figures[ordinal + 1].start != found.end
    ):
        return False
    if unit in AGES and (following not in "的" or found.quantity.bound != "exact"):
        return True
    if text.startswith(_MEASURES, found.end):
        return False
    if following == "的" and found.quantity.bound in ("at_least", "at_most"):
        return True
    return text.endswith(_ENDS, found.start, found.end) and not _is_count(text, found)


def _is_count(text: str, found: Found) -> bool:
    """Tell whether a limit is one of how many: 年内开工20个以上小区, and not 建成20户以上自然村."""
    return found.quantity.unit in _COUNTED and text.endswith(_DOES, 0, found.start)


def condition(text: str, found: Found, before: int, last: int, speech: Speech) -> Label:
    """Return the label of a figure that says which things are counted: of these things, their age or size."""
    is_age = found.quantity.unit in AGES
    noun = noun_after(text, found.end, last, found.quantity.unit or "")
    if noun and is_age:
        return Label(noun, "年龄")
    start = max(before, *(text.rfind(mark, before, found.start) + 1 for mark in ",(:;"))
    own = cleaned(text, start, found.start, ())
    if noun:
        measure = own if is_attribute(own) else own.removeprefix(bare(own))
        return Label(noun, f"{measure}条件")
    if not speech.topic and own and not says_little(own):
        speech.topic = own
    about = own or speech.topic
    if not about and text.find("其中", before, found.start) >= 0:
        about = apart(core(speech.previous), text[found.start : found.end])
    return Label(about, "年龄" if is_age else "条件")


def has_changed(text: str, start: int, found: Found) -> bool:
    """Tell whether a figure is what the one before changed to: 由2元[提高到]3元."""
    if not text.endswith(("为", "至", "到"), start, found.start):
        return False
    return _CHANGED.search(text, max(start - 1, found.start - 2 * LONGEST_CHANGE), found.start) is not None


def will_change(text: str, figures: Sequence[Found], ordinal: int, start: int) -> bool:
    """Tell whether a figure is what something was before it changed: [由]2元提高到3元."""
    found = figures[ordinal]
    if ordinal + 1 == len(figures):
        return False
    after = figures[ordinal + 1].start
    if after - found.end > LONGEST_TO or not any(
        text.find(origin, start, found.start) >= 0 for origin in _ORIGINS
    ):
        return False
    change = _CHANGES.search(text, found.end, after + 1)
    return change is not None and after - change.end() <= 2
