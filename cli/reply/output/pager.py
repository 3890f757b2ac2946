"""Show what is longer than the screen by a pager: $REPLY_PAGER, $PAGER, or less."""

import os
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import chain

from reply.output.stream import write_all
from reply.visible import visible

_LESS = ("less", "-FRX")
_WIDE = "\u1100"
"""From here on characters may take two columns; so many are reckoned when lines of the screen are counted."""


def show(pieces: Iterable[str], *, drawn: bool = False) -> None:
    """Write pieces to the terminal; where the screen does not hold them, through a pager.

    But for what was drawn for a terminal, nothing reaches either that it would obey.
    """
    if not drawn:
        pieces = map(visible, pieces)
    command = _command()
    if command is None:
        write_all(pieces, drawn=True)
        return
    first, rest = _screenful(iter(pieces))
    if rest is None:
        write_all(first, drawn=True)
        return
    _through(command, chain(first, rest))


def _command() -> list[str] | None:
    """Return the pager; None where nobody could use one, or none is wanted."""
    if not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout)):
        return None
    if os.environ.get("TERM") == "dumb":
        return None
    named = next((os.environ[name] for name in ("REPLY_PAGER", "PAGER") if name in os.environ), None)
    try:
        command = list(_LESS) if named is None else shlex.split(named)
    except ValueError:  # a quotation mark that is not closed
        return None
    found = shutil.which(command[0]) if command and command != ["cat"] else None
    return [found, *command[1:]] if found else None


def _screenful(pieces: Iterator[str]) -> tuple[list[str], Iterator[str] | None]:
    """Return what was taken, and the rest where the screen does not hold it all."""
    columns, lines = os.get_terminal_size(sys.stdout.fileno())
    room, taken = lines - 1, list[str]()
    for piece in pieces:
        taken.append(piece)
        room -= sum(_lines_of(line, columns) for line in piece.splitlines())
        if room < 0:
            return taken, pieces
    return taken, None


def _lines_of(line: str, columns: int) -> int:
    cells = sum(2 if character >= _WIDE else 1 for character in line) if len(line) * 2 > columns else 0
    return max(-(-cells // max(columns, 1)), 1)


def _through(command: list[str], pieces: Iterable[str]) -> None:
    """Give pieces to a pager until it wants no more; a pager that cannot be run is done without."""
    environment = {"LESS": "FRX", "LESSCHARSET": "utf-8", **os.environ}
    try:
        pager = subprocess.Popen(command, stdin=subprocess.PIPE, bufsize=0, env=environment)  # noqa: S603
    except OSError:
        write_all(pieces, drawn=True)
        return
    # Ctrl-C is for the pager; whoever leaves it has read enough.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(OSError):  # BrokenPipeError; on Windows it is another one
        _feed(pager, pieces)
    pager.wait()
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _feed(pager: subprocess.Popen[bytes], pieces: Iterable[str]) -> None:
    assert pager.stdin is not None  # noqa: S101 # it was asked for
    with pager.stdin as stdin:
        for piece in pieces:
            data = memoryview(piece.encode("utf-8", "backslashreplace"))
            while data:
                data = data[stdin.write(data) :]
