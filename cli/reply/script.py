"""Traditional characters read as simplified ones, one for one: offsets stay."""

from functools import cache
from pathlib import Path

_TABLE = Path(__file__).with_name("script.txt")
TELLTALES = frozenset(
    "萬億餘約過於內滿應會將個為關對設業務後發與處條實這來們時間學機構進動項場縣區戶兩點陸貳"
)
"""The commonest traditional characters: a text that has none of them is in simplified script."""


@cache
def simplified() -> dict[int, str]:
    """Return the simplified character for each traditional one, and for regional variants."""
    traditional, simple, *_ = _TABLE.read_text("utf-8").split("\n")
    return {ord(character): plain for character, plain in zip(traditional, simple, strict=True)}


def in_simplified(text: str) -> str:
    """Return a text with its traditional characters replaced, if it is in traditional script."""
    return text if TELLTALES.isdisjoint(text) else text.translate(simplified())
