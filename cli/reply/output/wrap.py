"""Break lines of Chinese without breaking a number: 700万人 over two lines reads as another number.

Rich folds text without spaces wherever the line is full. Here a run of digits or Latin letters stays whole,
with what multiplies a number; no line begins with a closing mark, and none ends with an opening one.
"""

import re
from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.text import Text

_CLOSING = r"[,，。;；:：!！?？、)）》〉”’」』】〕\]}%]*"
# What stays together: opening marks, then a run of digits or Latin with its multiplier or one other
# character, then closing marks; or white space.
_PIECE = re.compile(
    r"\s|[(（《〈“‘「『【〔\[{]*(?:[0-9A-Za-z０-９.,:/%+~@_&?=#-]+[万亿萬億多余餘]*|\S)" + _CLOSING
)
_AFTER = re.compile(_CLOSING)

Stretches = Sequence[tuple[int, int]]


def wrapped(text: Text, columns: int, whole: Stretches = ()) -> Text:
    """Return a text with line ends where lines of so many columns must end; its own line ends stay.

    The stretches that are to be `whole` stand on one line, where a line holds them.
    """
    offsets: list[int] = []
    used = 0
    for start, piece in _pieces(text.plain, columns, whole):
        if piece == "\n":
            used = 0
            continue
        width = cell_len(piece)
        if used and used + width > columns and piece != " ":
            offsets.append(start)
            used = 0
        used += width
    return Text("\n").join(_trimmed(text, offsets)) if offsets else text


def folded(line: str, columns: int) -> str:
    """Return one line as lines of so many columns."""
    return wrapped(Text(line), columns).plain


def _trimmed(text: Text, offsets: list[int]) -> Iterator[Text]:
    for line in text.divide(offsets):
        line.rstrip()
        yield line


def _pieces(text: str, columns: int, whole: Stretches) -> Iterator[tuple[int, str]]:
    """Yield what stays together, with its offset."""
    kept = iter(sorted(span for span in whole if 0 < cell_len(text[span[0] : span[1]]) <= columns))
    left, right = next(kept, (len(text), len(text)))
    at = 0
    while match := _PIECE.search(text, at):
        start, end = match.span()
        while right <= start:
            left, right = next(kept, (len(text) + 1, len(text) + 1))
        if left < end:
            end = max(end, right)
            after = _AFTER.match(text, end)
            end = after.end() if after else end
            if cell_len(text[start:end]) > columns:
                end = max(match.end(), right)
        at = end
        yield start, text[start:end]
