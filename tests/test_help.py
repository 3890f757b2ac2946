"""Help in the reader's language: pages, `reply help`, the man page."""

import re
import shutil
import subprocess

import pytest

from conftest import Run
from reply.ask import citations, figures, find, head, sections

COLUMNS = {
    "find": find.COLUMNS,
    "section": sections.COLUMNS,
    "figures": figures.COLUMNS,
    "citations": citations.COLUMNS,
    "info": head.COLUMNS,
}


@pytest.mark.parametrize("command", COLUMNS)
def test_the_help_of_a_command_names_its_columns(run: Run, command: str) -> None:
    words = run(command, "-h").text.partition("Columns (-c, --sort)\n")[2].partition("Of several")[0].split()
    assert tuple(words) == COLUMNS[command]


def test_the_help_says_what_several_letters_have_besides(run: Run) -> None:
    said = run("figures", "-h").text.partition("Of several letters also: ")[2].partition("\n\n")[0].split()
    assert said == ["letter", "issuer", "date", "subject", "title", "number", "addressee", "file"]


@pytest.mark.parametrize("command", ["", *COLUMNS, "pack", "text", "check"])
def test_help_is_a_command_too(run: Run, command: str) -> None:
    assert run("help", *command.split()) == run(*command.split(), "-h")


def test_help_of_what_is_no_command_says_so(run: Run) -> None:
    assert run("help", "fidn").stderr == "There is no command “fidn”; did you mean find?\n"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_man_page_has_every_command_option_and_column(run: Run, language: str) -> None:
    page = run("--man", REPLY_LANG=language).text.replace("\\-", "-")
    for command in (*COLUMNS, "pack", "text", "check"):
        assert f".SS reply {command}\n" in page
        for option in re.findall(r"^  (-\S.*?)(?:  |$)", run(command, "-h").text, re.MULTILINE):
            assert f".B {option}\n" in page
    assert " ".join(figures.COLUMNS) in page
    assert {"zh": "模糊查找", "en": "Look words up"}[language] in page


def test_the_man_page_is_roff_without_a_slip(run: Run) -> None:
    if not (groff := shutil.which("groff")):
        pytest.skip("groff is not installed")
    done = subprocess.run(
        [groff, "-man", "-Tutf8", "-ww", "-z", "-K", "utf8"],
        input=run("--man").stdout,
        capture_output=True,
        check=True,
    )
    assert done.stderr == b""
