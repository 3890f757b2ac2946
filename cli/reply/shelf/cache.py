"""A collection of every folder that is asked, in the user's cache: derived, private, done without at need.

A letter is read again when anything of its file's stamp has changed. The stamp is taken before the file is
read, and one as new as the clock can tell is not kept: the file may change again without changing it.
"""

import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from reply.errors import ReplyError
from reply.shelf.letters import read
from reply.shelf.reader import Collection
from reply.shelf.schema import FORMAT, STAMP, rows_of
from reply.shelf.writer import NO_STAMP, Stamp, Writer, stamp_of

MOST_BYTES = 4_000_000_000
"""What the cache may hold; the folders that were not asked for the longest time go first."""
_NEW = 2_000_000_000
"""Nanoseconds in which a file may change unseen, on the coarsest of file systems."""
_BATCH_SECONDS = 5.0
_USUAL = {"darwin": "~/Library/Caches", "win32": "~/AppData/Local"}
"""Where a system keeps caches, if that is not where Linux does."""


def cached(folder: str, entries: Sequence[os.DirEntry[str]], problems: list[str]) -> Collection | None:
    """Return the collection of a folder, brought up to date; None where none can be kept.

    Letters that are broken are told each time.
    """
    place = _place(folder)
    if place is None:
        return None
    told: list[str] = []
    for _ in range(2):  # one that is damaged is made anew
        told.clear()
        try:
            _prepare(place)
            _refresh(place, folder, entries, told)
            os.utime(place)
            collection = Collection(str(place))
        except (ReplyError, OSError):
            with suppress(OSError):
                place.unlink(missing_ok=True)
            continue
        _make_room(place)
        problems += told
        return collection
    return None


def clear() -> int:
    """Remove everything that is kept; return how many folders that were."""
    found = list(_kept(_home()))
    for path in found:
        with suppress(OSError):
            path.unlink()
    return len(found)


def _refresh(place: Path, folder: str, entries: Sequence[os.DirEntry[str]], problems: list[str]) -> None:
    now = time.time_ns()
    stamps = {os.path.relpath(entry.path, folder): stamp_of(entry.stat()) for entry in entries}
    known = _known(place)
    changed = [file for file, stamp in stamps.items() if known.get(file) != stamp]
    gone = known.keys() - stamps.keys()
    if not changed and not gone:
        return
    writer = Writer(str(place), careful=False)
    writer.take_out(gone)
    since = time.monotonic()
    for file in changed:
        letter = read(os.path.join(folder, file), problems)
        if letter is None:
            writer.take_out([file])
            continue
        stamp = stamps[file]
        settled = now - max(stamp.modified, stamp.changed) > _NEW
        writer.put(file, rows_of(letter), stamp if settled else NO_STAMP)
        if time.monotonic() - since > _BATCH_SECONDS:
            writer.commit()
            since = time.monotonic()
    writer.commit()
    writer.close()


def _known(place: Path) -> dict[str, Stamp]:
    if not place.stat().st_size:
        return {}
    collection = Collection(str(place))
    rows = collection.query(f"SELECT file, {', '.join(STAMP)} FROM letter")
    known = {file: Stamp(*stamp) for file, *stamp in rows}
    collection.close()
    return known


def _home() -> Path | None:
    """Return the folder of the cache; None where there is none. Relative paths are ignored, as XDG says."""
    stated = (os.environ.get(name, "") for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"))
    if place := next((path for path in stated if os.path.isabs(path)), None):
        return Path(place) / "reply"
    home = os.path.expanduser("~")
    usual = os.path.expanduser(_USUAL.get(sys.platform, "~/.cache"))
    return Path(usual) / "reply" if os.path.isabs(home) and os.path.isdir(home) else None


def _place(folder: str) -> Path | None:
    """Return where the collection of a folder lies, however the folder is spelt."""
    home = _home()
    real = os.path.realpath(folder).encode("utf-8", "surrogateescape")
    name = blake2b(real, digest_size=16, person=f"format {FORMAT}".encode()).hexdigest()
    return home / f"{name}.db" if home else None


def _prepare(place: Path) -> None:
    """Make an empty file that nobody else may read, if there is none."""
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    place.parent.chmod(0o700)
    os.close(os.open(place, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600))


def _kept(home: Path | None) -> Iterator[Path]:
    if home is not None:
        yield from (path for path in home.glob("*") if path.suffix in (".db", ".index"))


def _make_room(own: Path) -> None:
    """Remove what was not used for the longest time, and what older versions left."""
    with suppress(OSError):
        found = sorted(
            ((path.stat(), path) for path in _kept(own.parent)), key=lambda item: -item[0].st_mtime
        )
        held = 0
        for stat, path in found:
            held += stat.st_size
            if path != own and (held > MOST_BYTES or path.suffix == ".index"):
                path.unlink()
