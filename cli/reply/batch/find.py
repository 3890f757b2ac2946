"""What to pack: the files that are named, and those in the folders named; what is passed over, and why."""

import os
import stat
from collections import Counter
from collections.abc import Callable, Iterable, Sequence, Set
from pathlib import Path
from typing import NamedTuple

from reply import messages
from reply.source.formats import ENDINGS

STDIN = "-"
_COMPANIONS = ("_files", ".files", "_file", "-Dateien")
"""What browsers add to the name of a page for the folder of its pictures and scripts."""
_PAGES = (".html", ".htm", ".shtml", ".xhtml", ".mht", ".mhtml")


class Item(NamedTuple):
    """A file to pack."""

    name: str
    inside: str
    """Its path inside the folder that was named; its own name when it was named itself."""


class PassedOver(NamedTuple):
    """Something in a folder that is not packed."""

    name: str
    reason: str
    failed: bool = False
    """Whether that is a failure: nobody knows what was missed."""


class Found(NamedTuple):
    """What stands in the files and folders that were named."""

    items: list[Item]
    passed_over: list[PassedOver]


def find(names: Iterable[str], out: str | None = None, endings: Set[str] = ENDINGS) -> Found:
    """Return the files to pack, each once, and what is passed over; the folder `out` is not looked into.

    In folders only files with these endings, or none, are taken.
    """
    found = Found([], [])
    seen: set[str] = set()
    for name in names:
        before = len(found.items)
        if name != STDIN and os.path.isdir(name):
            _search(name, out, found, endings)
        else:
            found.items.append(Item(name, os.path.basename(name) or name))
        new = found.items[before:]
        found.items[before:] = [item for item in new if not _is_known(item.name, seen)]
    return found


def _is_known(name: str, seen: set[str]) -> bool:
    try:
        place = os.path.realpath(name) if name != STDIN else name
    except ValueError:  # no file can have that name, which is said when it is read
        place = name
    if place in seen:
        return True
    seen.add(place)
    return False


def _search(top: str, out: str | None, found: Found, endings: Set[str]) -> None:
    """Search a folder and those in it, without recursion: a folder may be deeper than Python."""
    folders, skipped = [top], _place(out)
    while folders:
        folder = folders.pop()
        try:
            with os.scandir(folder) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError as error:
            found.passed_over.append(
                PassedOver(folder, messages.FOLDER_UNREADABLE.format(reason=error.strerror), failed=True)
            )
            continue
        names = {entry.name for entry in entries}
        inner: list[str] = []
        for entry in entries:
            reason = _reason(entry, names, endings)
            if reason:
                found.passed_over.append(PassedOver(entry.path, reason))
            elif entry.is_dir(follow_symlinks=False):
                if skipped is None or not os.path.samestat(entry.stat(follow_symlinks=False), skipped):
                    inner.append(entry.path)
            else:
                found.items.append(Item(entry.path, os.path.relpath(entry.path, top)))
        folders += reversed(inner)


def _place(out: str | None) -> os.stat_result | None:
    """Return what tells the folder `out` from all others; None where there is none yet."""
    try:
        return os.stat(out) if out is not None else None
    except (OSError, ValueError):
        return None


def _reason(entry: os.DirEntry[str], names: set[str], endings: Set[str]) -> str | None:
    """Return why something in a folder is passed over; None for what is not."""
    if entry.name.startswith("."):
        return messages.IS_HIDDEN
    if entry.is_symlink():
        return messages.IS_LINK
    try:
        mode = entry.stat(follow_symlinks=False).st_mode
    except OSError as error:
        return messages.FOLDER_UNREADABLE.format(reason=error.strerror)
    if stat.S_ISDIR(mode):
        return messages.IS_COMPANION if _is_companion(entry.name, names) else None
    if not stat.S_ISREG(mode):
        return messages.IS_NO_FILE
    ending = os.path.splitext(entry.name)[1].lower()
    return messages.UNKNOWN_ENDING.format(ending=ending) if ending and ending not in endings else None


def _is_companion(folder: str, names: set[str]) -> bool:
    stems = [folder.removesuffix(mark) for mark in _COMPANIONS if folder.endswith(mark)]
    return any(stem + ending in names for stem in stems for ending in _PAGES)


def targets(items: Sequence[Item], out: str) -> list[Path]:
    """Return where each file goes: into the folder `out`, under its own path with the ending .toml.

    Files that would go to one place keep their own ending in their name; those of several folders that still
    would are told apart by their folders.
    """
    stems = [os.path.splitext(item.inside)[0] if item.name != STDIN else "letter" for item in items]
    whole = [item.inside for item in items]
    apart = [os.path.relpath(name, _common(items)) for name in _absolute(items)]
    chosen = stems
    for otherwise in (whole, apart):
        times = Counter(_folded(name) for name in chosen)
        chosen = [
            other if times[_folded(name)] > 1 else name for name, other in zip(chosen, otherwise, strict=True)
        ]
    return [Path(out, f"{name}.toml") for name in chosen]


def _folded(name: str) -> str:
    """Return a name as file systems that do not tell upper from lower case see it."""
    return name.casefold()


def _absolute(items: Sequence[Item]) -> list[str]:
    return [os.path.abspath(item.name) if item.name != STDIN else os.path.abspath("letter") for item in items]


def _common(items: Sequence[Item]) -> str:
    try:
        return os.path.commonpath([os.path.dirname(name) for name in _absolute(items)])
    except ValueError:  # on two drives
        return os.sep


Tell = Callable[[str], None]
"""Takes a line for stderr."""


def tell_passed_over(passed_over: Iterable[PassedOver], results: Iterable[Path], tell: Tell) -> int:
    """Say what is passed over, but for the results themselves; return how much of it is a failure."""
    own = {os.path.abspath(path) for path in results}
    failed = 0
    for name, reason, is_failure in passed_over:
        if os.path.abspath(name) not in own:
            tell(messages.PASSED_OVER.format(file=name, reason=reason))
        failed += is_failure
    return failed
