"""What Typer keeps to itself and we need: its own copy of Click, and the scripts of its completion.

The one place that knows private names of Typer; tests/test_framework.py says which, so that a new Typer
that has them no more is seen at once.
"""

from typing import Any

from typer._click import Context, HelpFormatter
from typer._click import exceptions as click

from reply.visible import visible

__all__ = ["SHELLS", "Context", "HelpFormatter", "click", "detected", "install", "script", "speak"]

PROGRAM, VARIABLE = "reply", "_REPLY_COMPLETE"
SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")


def speak() -> None:
    """Answer the shells that ask for candidates.

    Typer takes Rich markup off the help by importing Rich; ours has none. Bash takes a word apart at colons
    and equals signs, and LETTER:3.1 is one word.
    """
    from typer import _completion_classes as classes
    from typer._click.shell_completion import CompletionItem, add_completion_class

    class Bash(classes.BashComplete):
        _before = ""

        def get_completion_args(self) -> tuple[list[str], str]:
            arguments, incomplete = super().get_completion_args()
            words = _joined([*arguments, incomplete])
            self._before = words[-1].rpartition(":")[0]
            return words[:-1], words[-1]

        def format_completion(self, item: CompletionItem) -> str:
            before = f"{self._before}:" if self._before else ""
            return super().format_completion(item).removeprefix(before)

    classes.completion_init()
    add_completion_class(Bash, "bash")
    classes._sanitize_help_text = visible  # a shell prints it as it is


def _joined(words: list[str]) -> list[str]:
    """Put together what bash took apart: LETTER : 3.1, and --from = PATH."""
    joined: list[str] = []
    for place, word in enumerate(words):
        after = place > 0 and words[place - 1] in (":", "=")
        if joined and (word in (":", "=") or after):
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def detected() -> str | None:
    """Return the shell that the program was started from, where it can be told."""
    from typer._completion_shared import _get_shell_name

    return _get_shell_name()


def script(shell: str) -> str:
    """Return the script that makes the Tab key of a shell ask us."""
    from typer._completion_shared import get_completion_script

    return get_completion_script(prog_name=PROGRAM, complete_var=VARIABLE, shell=shell)


def install(shell: str) -> Any:
    """Set up the Tab key of a shell; return the file that was written. Raises OSError."""
    from typer._completion_shared import install

    return install(shell=shell, prog_name=PROGRAM, complete_var=VARIABLE)[1]
