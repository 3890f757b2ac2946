"""Automatic numbers of Word: which paragraph has one, and how it is printed (ECMA-376, part 1, 17.9)."""

import re
from typing import TYPE_CHECKING, NamedTuple

from reply.source.listmarks import FORMATS
from reply.source.wordml import W, is_on, number, value

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

LEVELS = 9
_PLACE = re.compile("%([1-9])")


class _Level(NamedTuple):
    start: int
    format: str
    text: str
    """The number as printed: `%1、`, `(%2)`, `%1.%2`."""
    after: str
    """`tab`, `space` or `nothing`."""
    legal: bool
    """Whether all numbers in it are printed as decimal ones."""
    restart: int | None
    """The level, from 1, at which this one begins anew; 0: never; None: at any higher one."""
    style: str | None


class _List(NamedTuple):
    abstract: str
    levels: dict[int, _Level]
    starts: dict[int, int]
    """Where levels begin that this list starts anew."""


class Numbering:
    """The lists of a file, and how far each has counted."""

    def __init__(self, root: "Element | None", styles: dict[str, "Element"]) -> None:
        self._styles = styles
        self._lists = _lists(root, styles) if root is not None else {}
        self._default = next((id_ for id_, style in styles.items() if _is_default(style)), None)
        self._of_styles: dict[str | None, tuple[str | None, int]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()

    def number(self, properties: "Element | None") -> str:
        """Return the number that is printed before a paragraph, and count it; empty where there is none."""
        which, level = self._of(properties)
        its = self._lists.get(which or "")
        if its is None or level not in its.levels:
            return ""
        counts = self._counts.setdefault(its.abstract, [None] * LEVELS)
        if which and which not in self._begun:
            self._begun.add(which)
            for restarted in its.starts:
                counts[restarted] = None
        before = counts[level]
        counts[level] = its.starts.get(level, its.levels[level].start) if before is None else before + 1
        for deeper in range(level + 1, LEVELS):
            restart = its.levels[deeper].restart if deeper in its.levels else None
            if restart is None or (0 < restart <= deeper and level < restart):
                counts[deeper] = None
        return _printed(its, level, counts)

    def _of(self, properties: "Element | None") -> tuple[str | None, int]:
        """Return the list and the level of a paragraph: its own, or those of its style."""
        own = properties.find(W + "numPr") if properties is not None else None
        style = value(properties.find(W + "pStyle")) if properties is not None else None
        which, level = (None, None) if own is None else (value(own.find(W + "numId")), own.find(W + "ilvl"))
        if which is not None:
            return which, number(level, 0)
        which, depth = self._of_style(style or self._default)
        return which, number(level, depth)

    def _of_style(self, name: str | None) -> tuple[str | None, int]:
        """Return the list and the level of a style: its own, or those of the style that it is based on."""
        if name not in self._of_styles:
            which: str | None = None
            level: Element | None = None
            based, steps = name, 0
            while (
                which is None and (style := self._styles.get(based or "")) is not None and steps < LEVELS * 2
            ):
                found = style.find(f"{W}pPr/{W}numPr")
                if found is not None:
                    which = value(found.find(W + "numId"))
                    level = found.find(W + "ilvl") if level is None else level
                based, steps = value(style.find(W + "basedOn")), steps + 1
            levels = self._lists[which].levels if which in self._lists else {}
            depth = next((n for n, its in levels.items() if its.style == name), number(level, 0))
            self._of_styles[name] = which, depth
        return self._of_styles[name]


def _is_default(style: "Element") -> bool:
    return style.get(W + "default") == "1" and style.get(W + "type") == "paragraph"


def _lists(root: "Element", styles: dict[str, "Element"]) -> dict[str, _List]:
    abstracts = {a.get(W + "abstractNumId") or "": a for a in root.findall(W + "abstractNum")}
    found: dict[str, _List] = {}
    linked = {
        value(a.find(W + "styleLink")): id_
        for id_, a in abstracts.items()
        if a.find(W + "styleLink") is not None
    }
    for its in root.findall(W + "num"):
        id_ = value(its.find(W + "abstractNumId")) or ""
        abstract = abstracts.get(id_)
        if abstract is not None and (link := value(abstract.find(W + "numStyleLink"))):
            id_ = linked.get(link, id_)
            abstract = abstracts.get(id_)
        if abstract is None:
            continue
        levels = _levels(abstract)
        starts: dict[int, int] = {}
        for override in its.findall(W + "lvlOverride"):
            levels.update(_levels(override))
            start = override.find(W + "startOverride")
            if start is not None:
                at = override.get(W + "ilvl") or ""
                starts[int(at) if at in "012345678" and at else 0] = number(start, 1)
        found[its.get(W + "numId") or ""] = _List(id_, levels, starts)
    return found


def _levels(parent: "Element") -> dict[int, _Level]:
    levels: dict[int, _Level] = {}
    for level in parent.findall(W + "lvl"):
        at = level.get(W + "ilvl") or ""
        if not re.fullmatch("[0-8]", at):
            continue
        restart = level.find(W + "lvlRestart")
        levels[int(at)] = _Level(
            number(level.find(W + "start"), 1),
            value(level.find(W + "numFmt")) or "decimal",
            value(level.find(W + "lvlText")) or "",
            value(level.find(W + "suff")) or "tab",
            is_on(level.find(W + "isLgl")),
            None if restart is None else number(restart, 0),
            value(level.find(W + "pStyle")),
        )
    return levels


def _printed(its: _List, level: int, counts: list[int | None]) -> str:
    own = its.levels[level]
    if own.format == "bullet":
        return ""

    def one(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        if at > level or at not in its.levels:
            return ""
        count = counts[at]
        which = its.levels[at]
        form = "decimal" if own.legal else which.format
        return FORMATS.get(form, str)(which.start if count is None else count)

    mark = _PLACE.sub(one, own.text)
    # What Word sets apart by its position must stay apart in a text: `1.` before `2020年` is no 1.2020.
    return f"{mark} " if mark[-1:].isascii() and mark[-1:] not in ("", ")", " ") else mark
