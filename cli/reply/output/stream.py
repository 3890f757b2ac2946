"""The two streams. Bytes go straight to stdout, so that an error shows here and not when Python exits."""

import io
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import BinaryIO, TextIO

from reply import messages
from reply.errors import ReplyError
from reply.visible import visible

_BLOCK = 32_768
"""Characters that are written at once; a letter is rarely more."""


def on_terminal() -> bool:
    """Tell whether a person sees stdout."""
    return sys.stdout is not None and sys.stdout.isatty()


def write_all(pieces: Iterable[str], *, drawn: bool = False) -> None:
    """Write pieces to stdout as they come, as `write` does; when the reader went away, no more are made."""
    block: list[str] = []
    length = 0
    for piece in pieces:
        block.append(piece)
        length += len(piece)
        if length >= _BLOCK:
            if not write("".join(block), drawn=drawn):
                return
            block, length = [], 0
    write("".join(block), drawn=drawn)


def write(text: str, *, drawn: bool = False) -> bool:
    """Write to stdout in UTF-8; return whether anyone reads.

    A terminal gets nothing that it would obey, but the colours of what `console.draw` has drawn. A reader
    that went away (`| head -1`) is no error. Raises ReplyError when stdout is closed or the disk is full.
    """
    if not text:
        return True
    if not drawn and on_terminal():
        text = visible(text)
    data = memoryview(text.encode("utf-8", "backslashreplace"))
    try:
        if (descriptor := _descriptor(sys.stdout)) is None:
            sys.stdout.write(bytes(data).decode())
            sys.stdout.flush()
            return True
        while data:
            data = data[os.write(descriptor, data) :]
    except BrokenPipeError:
        return False
    except AttributeError:  # Python sets sys.stdout to None when it was closed before the start
        raise ReplyError(messages.STDOUT_CLOSED) from None
    except OSError as error:
        raise ReplyError(messages.STDOUT_FAILED.format(reason=error.strerror)) from None
    return True


def save_whole(name: str, make: Callable[[BinaryIO], None]) -> None:
    """Let a file be made, and put it in its place when it is whole. Raises ReplyError."""
    from reply.whole import saving

    try:
        with saving(Path(name)) as whole:
            make(whole.file)
    except FileNotFoundError:
        folder = os.path.dirname(name)
        raise ReplyError(messages.NO_FOLDER.format(file=name, folder=folder)) from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = getattr(error, "strerror", None) or error
        raise ReplyError(messages.CANNOT_SAVE.format(file=name, reason=reason)) from None


def write_file(file: BinaryIO, pieces: Iterable[str]) -> None:
    """Write pieces to a file in UTF-8. Raises OSError."""
    file.writelines(piece.encode("utf-8", "backslashreplace") for piece in pieces)


def tell(message: str) -> None:
    """Write one line for a person to stderr, with nothing in it that a terminal would obey."""
    if not message or sys.stderr is None:
        return
    line = _folded(visible(message).replace("\n", " ")) + "\n"
    data = line.encode("utf-8", "backslashreplace")
    try:
        if (descriptor := _descriptor(sys.stderr)) is None:
            sys.stderr.write(data.decode())
            sys.stderr.flush()
        else:
            os.write(descriptor, data)
    except OSError:
        return  # nobody is left to be told


def _descriptor(stream: TextIO) -> int | None:
    """Return where bytes of UTF-8 go; None where only characters do.

    So it is on a Windows console, whatever its code page, and where Python code has put a stream of its own.
    """
    if sys.platform == "win32" and stream.isatty():
        return None
    try:
        return stream.fileno()
    except io.UnsupportedOperation:
        return None


def _folded(line: str) -> str:
    """Return a line with line ends where a person's terminal would break it in the middle of a word."""
    try:
        columns = os.get_terminal_size(sys.stderr.fileno()).columns if sys.stderr.isatty() else 0
    except OSError:
        return line
    if not columns or 2 * len(line) <= columns:
        return line
    from reply.output.wrap import folded

    return folded(line, columns)
