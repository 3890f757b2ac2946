"""Nothing that comes from outside is obeyed by a terminal, a shell or a link; nothing is written where nobody asked."""

import contextlib
import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import REPLY, Run, Terminal, environment
from reply.output import stream
from reply.output.console import draw
from reply.pack import pack
from reply.store.writer import dump
from reply.visible import visible
from reply.whole import WholeFile, saving, write_whole

COPY = "\x1b]52;c;cm0gLXJmIH4=\x07"
HOSTILE = [COPY, "\x1b]0;title\x1b\\", "\x1b[5;95mred", "\x9b5m", "\x90q\x9c", "\x7f", "\u202e", "\u2066", "[red]x[/red]", "\x08\r"]  # fmt: skip
OWN = {"", "0", "1", "2", "22", "30", "36", "43"}
"""The styles of the program's own drawings."""


def a_letter(hostile: str) -> str:
    """Return the TOML of a letter that has something hostile in each place that is shown."""
    letter = pack(
        f"关于第5号{hostile}提案的答复\n王芳委员:\n您提出的提案收悉,现答复如下:\n一、关于养老{hostile}服务\n"
        f"2018年全县投入养老{hostile}资金500万元,每{hostile}村补助3万元,见《养老{hostile}办法》(国发〔2015〕17号)。\n"
        "云溪县民政局\n2019年8月12日\n"
    )
    head = dict.fromkeys(
        ("number", "title", "addressee", "subject", "issuer", "contact", "source"), f"云{hostile}"
    )
    sections = tuple(
        section._replace(
            figures=tuple(
                figure._replace(label=f"养老{hostile}", per=(f"村{hostile}",)) for figure in section.figures
            )
        )
        for section in letter.sections
    )
    return dump(letter._replace(**head, sections=sections))  # type: ignore[arg-type]


def obeyed(screen: str) -> str:
    """Return what a terminal would obey, but for the styles of the program's own drawings."""
    found = "".join(
        code for code in re.findall(r"\x1b\[([0-9;]*)m", screen) if not set(code.split(";")) <= OWN
    )
    bare = re.sub(r"\x1b\[[0-9;]*m", "", screen)
    return found + "".join(character for character in bare if character != visible(character))


COMMANDS = [
    "", "find 养老", "find {hostile}", "find 没有{hostile}", "section", "section 1", "section {hostile}", "figures", "citations",
    "figures {hostile}", "figures --unit {hostile}", "figures --period {hostile}", "citations {hostile}", "info", "check", "text",
    "pack {text}", "pack nowhere{hostile}", "{hostile}", "--{hostile}", "-f {hostile} info", "-c {hostile} info",
]  # fmt: skip


@pytest.mark.parametrize("columns", [20, 100])
@pytest.mark.parametrize("command", COMMANDS)
def test_a_terminal_obeys_nothing_from_outside(
    terminal: Terminal, tmp_path: Path, command: str, columns: int
) -> None:
    hostile = "".join(HOSTILE)
    folder = tmp_path / f"d{COPY}".replace("/", "")
    folder.mkdir()
    for name in ("a", f"b{COPY}\n\t\u202e"):
        (folder / f"{name}.toml").write_text(a_letter(hostile), "utf-8")
    text = folder / f"t{COPY}.txt"
    text.write_text(f"关于{hostile}养老的答复\n投入5万元。\n", "utf-8")
    words = [word.format(hostile=hostile, text=text) for word in command.split()]
    screen = terminal(*words, columns=columns, REPLY_FROM=str(folder))
    assert screen
    assert obeyed(screen) == ""


@pytest.mark.parametrize("fmt", ["table", "tsv", "csv", "json", "jsonl", "md", "value"])
@pytest.mark.parametrize("command", ["find 养老", "figures", "section 1", "info", "citations -c title,quote"])
def test_a_terminal_obeys_nothing_in_any_format(
    terminal: Terminal, tmp_path: Path, command: str, fmt: str
) -> None:
    place = tmp_path / f"x{COPY}.toml"
    place.write_text(a_letter("".join(HOSTILE)), "utf-8")
    screen = terminal(*command.split(), "-f", fmt, "--bom", "--from", str(place))
    assert obeyed(screen) == ""
    assert "\\x1b" in screen or "\\u001b" in screen or fmt == "value"


class _Screen:
    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def fileno(self) -> int:
        return self._descriptor

    def isatty(self) -> bool:
        return True


@given(
    text=st.text(
        st.characters(categories=["Cc", "Cf", "Cs", "Zl", "Zp", "Lo", "Zs"]) | st.sampled_from("\x1b[]\x9b"),
        max_size=40,
    )
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_written_to_a_terminal_is_shown_and_a_pipe_gets_every_byte(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (tmp_path / "screen").open("w+b", buffering=0) as file, monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", _Screen(file.fileno()))
        stream.write_all([text])
        stream.write(draw(text, 80), drawn=True)
        file.seek(0)
        assert obeyed(file.read().decode()) == ""
        patch.setattr(_Screen, "isatty", lambda self: False)
        file.truncate(0)
        file.seek(0)
        stream.write(text)
        file.seek(0)
        assert file.read() == text.encode("utf-8", "backslashreplace")


def test_only_the_drawings_and_help_pages_are_written_as_they_are() -> None:
    """Whoever writes `drawn=True` says that `console.draw` has drawn it."""
    package = Path(str(stream.__file__)).parent.parent
    trusting = {
        str(path.relative_to(package)): path.read_text("utf-8").count("drawn=")
        for path in package.rglob("*.py")
        if re.search(r"write(_all)?\([^\n]*drawn=", path.read_text("utf-8"))
    }
    assert set(trusting) <= {"output/stream.py", "output/emit.py", "output/pager.py", "help.py"}


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_candidates_for_the_tab_key_hold_nothing_to_obey(run: Run, tmp_path: Path, shell: str) -> None:
    place = tmp_path / "x.toml"
    place.write_text(a_letter(COPY), "utf-8")
    for line, at in (("reply section ", "2"), ("reply figures ", "2"), ("reply figures --unit ", "3")):
        asked = {
            "COMP_WORDS": line,
            "COMP_CWORD": at,
            "_TYPER_COMPLETE_ARGS": line,
            "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        }
        done = run(_REPLY_COMPLETE=f"complete_{shell}", REPLY_FROM=str(place), **asked)
        assert obeyed(done.text + done.stderr) == ""


# Files


def test_a_file_has_no_name_until_it_is_whole_and_then_the_rights_of_a_file(tmp_path: Path) -> None:
    place = tmp_path / ("长" * 83 + ".toml")  # 254 bytes, which the disk takes
    with saving(place) as file:
        file.write(b"x")
        file.file.flush()
        assert stat.S_IMODE(os.fstat(file.file.fileno()).st_mode) == 0o600
        assert not place.exists()
        if sys.platform == "linux":
            assert list(tmp_path.iterdir()) == []
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE(place.stat().st_mode) == 0o666 & ~mask
    place.chmod(0o640)
    write_whole(place, b"y")
    assert (place.read_bytes(), stat.S_IMODE(place.stat().st_mode)) == (b"y", 0o640)
    assert list(tmp_path.iterdir()) == [place]


def test_where_no_file_goes_without_a_name_it_has_one_that_nobody_guesses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reply.whole._unnamed", lambda folder: None)
    file = WholeFile(tmp_path / "a")
    (beside,) = tmp_path.iterdir()
    assert re.fullmatch(r"\.reply-\w{8}", beside.name)
    assert stat.S_IMODE(beside.stat().st_mode) == 0o600
    file.forget()
    assert list(tmp_path.iterdir()) == []
    with contextlib.suppress(ZeroDivisionError), saving(tmp_path / "a"):
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []


def test_a_link_in_the_place_of_a_result_is_replaced_and_not_followed(run: Run, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("mine")
    (tmp_path / "out.csv").symlink_to(victim)
    assert run("figures", "-o", str(tmp_path / "out.csv")).status == 0
    assert victim.read_text() == "mine"
    assert not (tmp_path / "out.csv").is_symlink()


def test_links_planted_at_temporary_names_lead_nobody_astray(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("mine")
    shared = tmp_path / "shared"
    shared.mkdir()
    text = tmp_path / "L.txt"
    text.write_text("投入5万元。\n", "utf-8")
    process = subprocess.Popen(["sleep", "0"])
    for number in range(process.pid, process.pid + 300):
        (shared / f".L.toml.{number}").symlink_to(victim)
    process.wait()
    done = subprocess.run(
        [REPLY, "pack", text, "-o", shared / "L.toml"], env=environment({}), capture_output=True, check=False
    )
    assert done.returncode == 0
    assert victim.read_text() == "mine"
    assert not (shared / "L.toml").is_symlink()


def test_a_device_is_written_to_and_never_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = subprocess.Popen(["cat", pipe], stdout=subprocess.PIPE)
    done = subprocess.run(
        [REPLY, "info", "-f", "json", "-o", pipe], env=environment({}), timeout=60, check=False
    )
    assert done.returncode == 0
    assert b'"number"' in reader.communicate(timeout=60)[0]
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)


PLANTED = (
    "reply",
    "typer",
    "rich",
    "tomli",
    "rapidfuzz",
    "json",
    "messages",
    "random",
    "unicodedata",
    "sqlite3",
)


def test_nothing_is_imported_from_or_written_into_the_current_folder(tmp_path: Path) -> None:
    for name in PLANTED:
        (tmp_path / f"{name}.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')\nraise SystemExit(9)\n")
    (tmp_path / "home").mkdir()
    text = tmp_path / "t.txt"
    text.write_text("投入5万元。\n", "utf-8")
    before = sorted(tmp_path.iterdir())
    for command in ("find 养佬", "figures -f table", "pack t.txt", "-h"):
        done = subprocess.run(
            [REPLY, *command.split()],
            cwd=tmp_path,
            env={**environment({}), "HOME": str(tmp_path / "home")},
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
    safe = [sys.executable, "-P", "-m", "reply", "info"]
    assert (
        subprocess.run(safe, cwd=tmp_path, env=environment({}), capture_output=True, check=False).returncode
        == 0
    )
    assert sorted(tmp_path.iterdir()) == before
    assert list((tmp_path / "home").iterdir()) == []
