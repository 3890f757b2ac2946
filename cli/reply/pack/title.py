"""The title of a reply: one line or several, printed once or by the page too."""

import re
from collections.abc import Sequence

from reply.measure.document import numbers
from reply.measure.reading import half_width
from reply.pack.formulas import BODIES
from reply.pack.lines import Line

_START = re.compile(r"\s*(?:[\u4e00-\u9fff]{2,30}?\s?)?(?:关于|对|[\u4e00-\u9fff]{2,12}会议《)")
_END = re.compile(
    r"(?:答\s*[复覆]\s*(?:的?\s*函|意见)?|[复覆]\s*函|回\s*[复覆]|的\s*函|[会协]办意见|办理意见)$"
)
_ENDS = frozenset("复覆函见")
_ISSUER = re.compile(rf"([\u4e00-\u9fff]{{2,30}}?(?:{'|'.join(BODIES)}))\s*(?:关于|对)")
_REMARK = re.compile(r"\s{0,8}\((?:[^()]|\([^()]{0,10}\)){1,40}\)\s{0,8}$")
"""What may stand behind a title: who wrote the letter, its number."""
LONGEST = 100
"""Characters in the last line of a title."""
MOST_LINES = 4


def is_title(line: str) -> bool:
    """Tell whether a line in half width and simplified script is the title of a reply, or ends one."""
    bare = _REMARK.sub("", line.rstrip()) if len(line) < 2 * LONGEST else ""
    return len(bare) < LONGEST and bare[-1:] in _ENDS and _END.search(bare) is not None and "收悉" not in bare


def title_start(lines: Sequence[Line], last: int) -> int | None:
    """Return the first line of the title that ends with line `last`; None where no title begins before it.

    Blank lines do not count.
    """
    shown = 0
    for n in range(last, -1, -1):
        plain = lines[n].plain
        if not plain.strip():
            continue
        if shown == MOST_LINES or (n < last and is_title(plain)):
            return None
        if _START.match(_without_number(plain)):
            above = next((m for m in range(n - 1, -1, -1) if lines[m].plain.strip()), None)
            return above if above is not None and is_letterhead(lines[above].plain) else n
        shown += 1
    return None


def is_letterhead(line: str) -> bool:
    """Tell whether a line is the name of a body and nothing else."""
    name = line.strip()
    return (
        2 < len(name) <= 30 and name.endswith(BODIES) and re.fullmatch("[\u4e00-\u9fff]+", name) is not None
    )


def joined_title(lines: Sequence[Line]) -> str:
    """Return the title in its own script, without the number that may stand before it."""
    texts = ["".join(line.text.split()) for line in lines if line.plain.strip()]
    plain = ["".join(line.plain.split()) for line in lines if line.plain.strip()]
    whole = texts[0][len(plain[0]) - len(_without_number(plain[0])) :] + "".join(texts[1:])
    return whole[: len(_REMARK.sub("", half_width(whole)))]


def number_of(line: str) -> tuple[int, int] | None:
    """Return where a title names the number of the letter: before it, or in brackets behind it."""
    remark = _REMARK.search(line)
    for number in numbers(line):
        if not line[: number.body_start].strip() or (remark and number.body_start > remark.start()):
            return number.body_start, number.end
    return None


def issuer_of(title: str) -> int:
    """Return how many characters at the start of a title name who wrote the letter; 0 where none do."""
    named = _ISSUER.match(title)
    return named.end(1) if named else 0


def _without_number(line: str) -> str:
    """Take off the number that stands before the title: 云民函〔2025〕35号关于…的答复函."""
    number = next(numbers(line), None)
    return line[number.end :] if number and not line[: number.body_start].strip() else line
