"""Break lines of Chinese without breaking a number: 700万人 over two lines reads as another number.

Rich folds text without spaces wherever the line is full. Here a run of digits or Latin letters stays whole,
with what multiplies a number; no line begins with a closing mark, and none ends with an opening one.
"""

import re

from rich.cells import cell_len
from rich.text import Text

# What stays together: opening marks, then a run of digits or Latin with its multiplier or one other
# character, then closing marks; or white space.
_PIECE = re.compile(
    r"\s|[(（《〈“‘「『【〔\[{]*"
    r"(?:[0-9A-Za-z０-９.,:/%+~@_&?=#-]+[万亿萬億多余餘]*|\S)"
    r"[,，。;；:：!！?？、)）》〉”’」』】〕\]}%]*"
)


def wrapped(text: Text, columns: int) -> Text:
    """Return a text with line ends where lines of so many columns must end; its own line ends stay."""
    offsets: list[int] = []
    used = 0
    for match in _PIECE.finditer(text.plain):
        piece = match[0]
        if piece == "\n":
            used = 0
            continue
        width = cell_len(piece)
        if used and used + width > columns:
            offsets.append(match.start())
            used = 0
        used += width
    return Text("\n").join(text.divide(offsets)) if offsets else text
