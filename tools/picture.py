"""Draw docs/reply.svg: what a terminal of 88 columns shows, exported by Rich.

python tools/picture.py
"""

import html
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from fcntl import ioctl
from pathlib import Path

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

COLUMNS = 88
COMMANDS = (
    ["reply", "find", "养老"],
    ["reply", "figures", "--unit", "元", "--period", "2016", "--sort", "-value"],
)
PICTURE = Path(__file__).parent.parent / "docs" / "reply.svg"


def main() -> None:
    """Run the commands on a terminal and save what they show."""
    console = Console(width=COLUMNS, record=True, file=open(os.devnull, "w"), force_terminal=True)  # noqa: SIM115
    for command in COMMANDS:
        console.print(Text(f"$ {' '.join(command)}", "bold green"))
        console.print(Text.from_ansi(shown(command)))
    PICTURE.parent.mkdir(exist_ok=True)
    svg = _widened(console.export_svg(title="reply", unique_id="reply"))
    PICTURE.write_text("\n".join(line.rstrip() for line in svg.splitlines()) + "\n", "utf-8")


def _widened(svg: str) -> str:
    """Give every text its width in columns: Rich counts characters, and a Chinese one takes two columns."""

    def widened(match: re.Match[str]) -> str:
        length, attributes, text = match.groups()
        characters = html.unescape(text)
        width = float(length) / len(characters) * cell_len(characters)
        return f'textLength="{width:g}"{attributes}>{text}<'

    return re.sub(r'textLength="([0-9.]+)"([^>]*)>([^<]+)<', widened, svg)


def shown(command: list[str]) -> str:
    """Return what a command writes to a terminal."""
    ours, theirs = pty.openpty()
    ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, COLUMNS, 0, 0))
    program = Path(sys.executable).with_name(command[0])
    environment = {"PATH": os.environ["PATH"], "TERM": "xterm-256color", "REPLY_LANG": "zh"}
    written = b""
    with subprocess.Popen([program, *command[1:]], stdout=theirs, env=environment) as process:
        os.close(theirs)
        try:
            while block := os.read(ours, 65536):
                written += block
        except OSError:
            pass  # the terminal hangs up when the process ends
        process.wait()
    return written.decode().replace("\r\n", "\n").rstrip("\n")


if __name__ == "__main__":
    main()
