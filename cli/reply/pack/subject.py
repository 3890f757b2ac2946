"""The proposal that a letter answers, in the words of the letter."""

import re
from collections.abc import Iterator, Sequence

from reply.pack.lines import Line
from reply.pack.opening import Opening

_PROPOSAL = "(?:建议案|建议|提案|议案)"
_GAP = r"\s{0,4}"
_ORDINAL = rf"第?{_GAP}\d{{1,6}}{_GAP}号"
_QUOTED = "|".join(
    rf"{opening}(?P<{name}>[^{opening}{closing}\n]{{2,200}}){closing}"
    for name, opening, closing in (
        ("book", "《", "》"),
        ("double", "“", "”"),
        ("corner", "「", "」"),
        ("straight", '"', '"'),
    )
)
_PUT_FORWARD = r"(?:提出|所提|提交|您|你|你们|贵[\u4e00-\u9fff]{1,6})"
_SUBJECT = re.compile(
    # 您提出的《关于…的提案》, 第7号“关于修路”的建议: what is quoted is called a proposal, within or behind
    rf"(?:{_QUOTED})(?P<after>{_GAP}(?:\([^()\n]{{0,20}}\))?{_GAP}的?{_GAP}(?:{_ORDINAL})?{_GAP}(?:建议|提案|议案))?"
    # 您提出的关于…的提案
    rf"|{_PUT_FORWARD}(?:了|的)?(?:{_ORDINAL})?(?P<plain>关于[^《。;!?“\"「\n]{{2,80}}?的?{_PROPOSAL})"
)
_IS_PROPOSAL = re.compile(rf"{_PROPOSAL}$")
_PROPOSED = re.compile(rf"{_PUT_FORWARD}(?:了|的)?(?:{_ORDINAL})?(?:建议|提案|议案)?(?:关于)?{_GAP}$")


def subject_of(opening: Opening) -> str | None:
    """Return the proposal: from the first sentences, or else from the title."""
    for lines in (opening.said, *reversed(opening.titles), opening.head):
        text, plain = _joined(lines)
        for match in _SUBJECT.finditer(plain):
            if name := _named(match, plain):
                return text[slice(*match.span(name))].strip()
    return None


def _joined(lines: Sequence[Line]) -> tuple[str, str]:
    return "".join(line.text for line in lines), "".join(line.plain for line in lines)


def _named(match: re.Match[str], plain: str) -> str | None:
    """Return the group that is the proposal; None where something else is quoted."""
    name = next(_groups(match))
    if name == "plain":
        return name
    before = plain[max(match.start() - 40, 0) : match.start()]
    proposed = _PROPOSED.search(before) is not None
    return name if proposed or match["after"] or _IS_PROPOSAL.search(match[name].strip()) else None


def _groups(match: re.Match[str]) -> Iterator[str]:
    return (name for name, said in match.groupdict().items() if said and name != "after")
