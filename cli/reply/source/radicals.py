"""Radicals and compatibility ideographs, as fonts of PDF files write them, and what they stand for.

The Kangxi radicals (U+2F00-2FD5) and the compatibility ideographs (U+F900-FAFF) have a decomposition in
Unicode; the supplement of radicals (U+2E80-2EF3) has none, so those that are words on their own stand here,
after EquivalentUnifiedIdeograph.txt of the Unicode Character Database.
"""

import re
import unicodedata

SUPPLEMENT = dict(
    zip(
        "⺒⺝⺟⺠⺧⺩⺫⺬⺮⺵⺶⺻⺼⻁⻄⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳⺌⺎⺓⺜⺪⻊⻗⻡⻫⻭⻯⻱⻲",
        "巳月母民牛王目示竹网羊聿肉虎西见角贝车長长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟小尢幺日疋足雨首斉歯竜龜亀",
        strict=True,
    )
)
_STANDING_FOR_OTHERS = re.compile("[\u2e80-\u2fd5\uf900-\ufaff]")


def without_radicals(text: str) -> str:
    """Return a text of the same length with ordinary characters for radicals that stand for them."""
    return _STANDING_FOR_OTHERS.sub(_ordinary, text)


def _ordinary(match: re.Match[str]) -> str:
    character = match[0]
    ordinary = SUPPLEMENT.get(character) or unicodedata.normalize("NFKC", character)
    return ordinary if len(ordinary) == 1 else character
