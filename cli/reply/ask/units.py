"""Name a unit: as the letter writes it, in either script, or by what people call money."""

from collections.abc import Iterable

from reply import messages
from reply.errors import ReplyError
from reply.script import simplified

ALSO_CALLED = {
    "圆": "元", "人民币": "元", "yuan": "元", "rmb": "元", "cny": "元", "￥": "元", "¥": "元",
    "m2": "平方米", "m²": "平方米", "㎡": "平方米", "percent": "%", "％": "%", "百分之": "%",
}  # fmt: skip
"""What a unit is also called, where no letter writes it so."""
_MULTIPLES = ("百万", "千万", "十万", "万", "亿", "萬", "億")
"""What stands in the number and not in the unit: an amount in 万元 is one in 元."""
TOLD = 8
"""Units that an answer names."""


def meant(unit: str) -> str:
    """Return the unit that a name stands for; the name itself where it is none of another."""
    unit = unit.strip()
    multiple = next((words for words in _MULTIPLES if unit.startswith(words) and unit != words), "")
    own = unit.removeprefix(multiple)
    return ALSO_CALLED.get(own.lower(), own)


def explained(units: Iterable[str]) -> list[str]:
    """Say of each unit that is listed under another one."""
    return [messages.UNIT_UNDER.format(typed=unit, unit=meant(unit)) for unit in units if meant(unit) != unit]


def require_unit(unit: str, counts: Iterable[tuple[str, int]]) -> str:
    """Return a unit as the letter writes it: 处 is 處 in a letter in traditional script.

    `counts` are the units of the letter with the number of their figures, the most frequent first. Raises
    ReplyError, which names them, where none of them is meant.
    """
    known = dict(counts)
    for name in (unit, meant(unit)):
        if name in known:
            return name
        plain = name.translate(simplified())
        for written in sorted(known):
            if written.translate(simplified()) == plain:
                return written
    told = [messages.COUNTED.format(name=name, count=count) for name, count in [*known.items()][:TOLD]]
    near = messages.listed(told) + (messages.AND_OTHERS if len(known) > TOLD else "")
    raise ReplyError((messages.UNKNOWN_UNIT if known else messages.NO_UNITS).format(name=unit, near=near))
