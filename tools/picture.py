"""Draw the pictures of docs/: what a terminal shows, in English and in Chinese.

python tools/picture.py

Every character is placed at its own cell, a Chinese one over two, so that columns stand straight in a browser
that has none of the fonts named.
"""

import os
import pty
import re
import struct
import subprocess
import sys
import tempfile
import termios
from collections.abc import Iterator
from fcntl import ioctl
from itertools import groupby
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

from rich.cells import cell_len
from rich.color import Color
from rich.style import Style
from rich.text import Text

ROOT = Path(__file__).parent.parent
LETTERS = ROOT / "tests" / "samples" / "text"
"""Invented letters, for the picture of a collection."""
CELL, LINE, MARGIN, BAR = 9, 24, 16, 32
"""In pixels: the width of a cell, the height of a line, the edge, and the title bar."""
NARROW, WIDE = 15, 17
"""The size of characters of one cell, whose width is three fifths of it, and of two, who are square."""
FONTS = "'DejaVu Sans Mono', Menlo, Consolas, 'Noto Sans Mono CJK SC', 'Microsoft YaHei', monospace"
BASE = 17
"""From the top of a line down to the line that characters stand on."""
INK, PAPER = "#d6d8dc", "#1e2127"
COLOURS = {0: "#1e2127", 1: "#e06c75", 2: "#98c379", 3: "#e5c07b", 4: "#61afef", 6: "#56b6c2", 7: INK}
"""Those of the eight of a terminal."""
DIM = "#8b919c"


class Picture(NamedTuple):
    """A file of docs/, without the language in its name, and the commands that it shows."""

    name: str
    columns: int
    commands: tuple[str, ...]


PICTURES = (
    Picture("find", 84, ("reply find 养老",)),
    Picture("figures", 88, ("reply figures --unit 元 --period 2016 --sort -value -n 5",)),
    Picture(
        "collection",
        100,
        (
            "reply pack letters/ -o letters.db",
            "reply figures --from letters.db --unit 元 --sort -value -n 4 -c issuer,date,text,label",
        ),
    ),
)


def main() -> None:
    """Run the commands on a terminal and draw what they show."""
    for picture in PICTURES:
        for language, ending in (("en", ""), ("zh", ".zh")):
            with tempfile.TemporaryDirectory() as folder:
                (Path(folder) / "letters").symlink_to(LETTERS)
                lines = [
                    line
                    for command in picture.commands
                    for line in (
                        Text(f"$ {command}", "bold color(2)"),
                        *screen(command, picture.columns, language, folder),
                    )
                ]
            path = ROOT / "docs" / f"{picture.name}{ending}.svg"
            path.write_text(drawn(lines, picture.columns, language), "utf-8")


def screen(command: str, columns: int, language: str, folder: str) -> list[Text]:
    """Return the lines that a command writes to a terminal."""
    ours, theirs = pty.openpty()
    ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    program, *arguments = command.split()
    environment = {"PATH": os.environ["PATH"], "TERM": "xterm-256color", "REPLY_LANG": language}
    written = b""
    with subprocess.Popen(
        [Path(sys.executable).with_name(program), *arguments],
        stdout=theirs, stderr=theirs, env=environment, cwd=folder,
    ):  # fmt: skip
        os.close(theirs)
        try:
            while block := os.read(ours, 65536):
                written += block
        except OSError:
            pass  # the terminal hangs up when the process ends
    shown = written.decode().replace("\r\n", "\n")
    shown = re.sub(r"[^\n]*\r|\x1b\[[0-9]*[^0-9;m]", "", shown)  # what moves the cursor back
    lines = [Text.from_ansi(line) for line in shown.strip("\n").split("\n")]
    return [line for line in lines if not line.plain.startswith("━")]


def drawn(lines: list[Text], columns: int, language: str) -> str:
    """Return the picture of a terminal with these lines."""
    width, height = 2 * MARGIN + columns * CELL, BAR + 2 * MARGIN + len(lines) * LINE
    label = escape(lines[0].plain.removeprefix("$ "))
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}"'
            f' height="{height}" lang="{language if language == "en" else "zh-CN"}" role="img">',
            f"<title>{label}</title>",
            f"<style>text {{ font-size: {NARROW}px; font-family: {FONTS}; white-space: pre }}</style>",
            f'<rect width="{width}" height="{height}" rx="8" fill="{PAPER}"/>',
            *(f'<circle cx="{20 + 20 * n}" cy="{BAR / 2:g}" r="6" fill="#4b5263"/>' for n in range(3)),
            *(shape for row, line in enumerate(lines) for shape in _line(line, BAR + MARGIN + row * LINE)),
            "</svg>\n",
        ]
    )


def _line(line: Text, top: int) -> Iterator[str]:
    """Yield the backgrounds of a line, then its characters, each run of one style."""
    runs = list(_runs(line))
    for style, column, text in runs:
        if style.bgcolor is not None:
            yield (
                f'<rect x="{MARGIN + column * CELL}" y="{top}" width="{cell_len(text) * CELL}"'
                f' height="{LINE - 2}" fill="{_colour(style.bgcolor, PAPER)}"/>'
            )
    for style, column, text in runs:
        for piece, at in _alike(text, column):
            yield _text(style, at, piece, top + BASE)


def _runs(line: Text) -> Iterator[tuple[Style, int, str]]:
    """Yield the stretches of one style, each with the column where it begins."""
    styles = [Style.null()] * len(line.plain)
    for start, end, style in line.spans:
        named = Style.parse(style) if isinstance(style, str) else style
        styles[start:end] = [before + named for before in styles[start:end]]
    whole = Style.parse(line.style) if isinstance(line.style, str) else line.style
    column = 0
    for style, characters in groupby(zip(styles, line.plain, strict=True), key=lambda pair: whole + pair[0]):
        text = "".join(character for _, character in characters)
        yield style, column, text
        column += cell_len(text)


def _alike(text: str, column: int) -> Iterator[tuple[str, int]]:
    """Yield the stretches of wide and of narrow characters, each with its column."""
    for _, group in groupby(text, key=cell_len):
        piece = "".join(group)
        if piece.strip():
            yield piece, column
        column += cell_len(piece)


def _text(style: Style, column: int, text: str, base: int) -> str:
    """Return a run of characters, the place of each written out."""
    places: list[str] = []
    shown: list[str] = []
    for character in text:
        if character != " ":
            shown.append(character)
            places.append(str(MARGIN + column * CELL))
        column += cell_len(character)
    colour = DIM if style.dim else _colour(style.color, INK)
    size = f' style="font-size: {WIDE}px"' if cell_len(text[0]) == 2 else ""
    weight = ' font-weight="bold"' if style.bold else ""
    where = f'x="{" ".join(places)}" y="{base}"'
    return f'<text fill="{colour}"{size}{weight} {where}>{escape("".join(shown))}</text>'


def _colour(colour: Color | None, otherwise: str) -> str:
    """Return a colour of a terminal as the picture has it; those outside the eight are plain."""
    return otherwise if colour is None else COLOURS.get(colour.number or 0, otherwise)


if __name__ == "__main__":
    main()
