"""Draw the screens that the tests compare: what a terminal shows at five widths, in both languages.

python tools/screens.py

The files in tests/screens/ are written anew; look at what changed before you keep it.
"""

import json
import os
import pty
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

SCREENS = Path(__file__).parent.parent / "tests" / "screens"
LETTERS = SCREENS / "letters"
"""Five letters in our own words, four of which have long names."""
WIDTHS = (20, 40, 60, 80, 120)
LANGUAGES = ("zh", "en")
REPLY = Path(sys.executable).with_name("reply")

PACKAGED = ["", "find 养老", "find 养老 -c score,tier,spans", "figures 2.1", "figures 3.1-4 3.1-5 -c {all}",
            "citations", "section", "section 3.1", "info", "-h", "figures -h"]  # fmt: skip
SEVERAL = ["", "info", "find 养老", "figures", "figures --sort -value -n 4", "citations", "section", "check",
           "figures --unit 元 -c letter,date,issuer,value"]  # fmt: skip
COLUMNS = "id,section,label,text,value,low,high,unit,bound,period,basis,per,start,end,quote,status"


# Runs commands one after the other in one process, each on a terminal as wide as it says.
DRIVER = """
import fcntl, json, os, struct, sys, termios
from reply.app import run
for width, command in json.loads(sys.argv[1]):
    fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 40, width, 0, 0))
    os.write(1, b"\\x1e")
    sys.argv = ["reply", *command.split()]
    run()
"""


def main() -> None:
    """Write the screens, and name those that changed."""
    with tempfile.TemporaryDirectory() as folder:
        pack(Path(folder))
        for language in LANGUAGES:
            for name, drawn in drawings(language, Path(folder)).items():
                file = SCREENS / name
                if not file.exists() or file.read_text("utf-8") != drawn:
                    print(name)
                    file.write_text(drawn, "utf-8")


def pack(folder: Path) -> None:
    """Pack the five letters into a folder and into a collection."""
    for out in ("letters/", "letters.db"):
        subprocess.run([REPLY, "pack", LETTERS, "-o", folder / out], capture_output=True, check=True)


def drawings(language: str, folder: Path) -> dict[str, str]:
    """Return for the name of every file in a language what the terminal shows, command by command."""
    wanted = [(name, width, command) for name, width, commands in screens(language) for command in commands]
    shown = on_terminal([(width, command) for _, width, command in wanted], language, folder)
    drawn: dict[str, str] = {}
    for (name, _, command), screen in zip(wanted, shown, strict=True):
        drawn[name] = drawn.get(name, "") + f"$ reply {command}".rstrip() + f"\n{screen}\n"
    return drawn


def screens(language: str) -> Iterator[tuple[str, int, list[str]]]:
    """Yield the name of each file, its width, and the commands that it shows."""
    sources = (("packaged", PACKAGED, ""), ("five", SEVERAL, "--from letters"))
    for width in WIDTHS:
        for name, commands, source in (*sources, ("collection", SEVERAL, "--from letters.db")):
            lines = [f"{source} {command}".strip().format(all=COLUMNS) for command in commands]
            yield f"{name}-{width}-{language}.txt", width, lines


def on_terminal(commands: list[tuple[int, str]], language: str, folder: Path) -> list[str]:
    """Return what a terminal shows of each command, without colours."""
    ours, theirs = pty.openpty()
    environment = {"PATH": os.environ["PATH"], "TERM": "xterm-256color", "REPLY_LANG": language}
    environment |= {"REPLY_PAGER": "", "HOME": str(folder), "XDG_CACHE_HOME": str(folder)}
    arguments = [sys.executable, "-c", DRIVER, json.dumps(commands)]
    written = b""
    with subprocess.Popen(
        arguments, stdin=theirs, stdout=theirs, stderr=theirs, env=environment, cwd=folder
    ) as process:
        os.close(theirs)
        try:
            while block := os.read(ours, 65536):
                written += block
        except OSError:
            pass  # the terminal hangs up when the process ends
        process.wait()
    os.close(ours)
    text = re.sub(r"\x1b\[[0-9;]*m", "", written.decode().replace("\r\n", "\n"))
    return text.split("\x1e")[1:]


if __name__ == "__main__":
    main()
