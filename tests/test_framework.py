"""What we use of Typer though it is private: each is named here, so that a Typer without it is seen at once."""

import sys

import pytest
from typer.testing import CliRunner

from reply import app, framework


def test_the_private_names_of_typer_are_there() -> None:
    from typer import _completion_classes as classes
    from typer import _completion_shared as shared
    from typer._click import Context, HelpFormatter, exceptions, shell_completion

    assert callable(classes.completion_init)
    assert callable(classes._sanitize_help_text)
    assert {"get_completion_args", "format_completion"} <= vars(classes.BashComplete).keys()
    assert callable(shell_completion.add_completion_class)
    assert callable(shared.get_completion_script)
    assert callable(shared.install)
    assert callable(shared._get_shell_name)
    assert {shell.value for shell in shared.Shells} == set(framework.SHELLS)
    assert issubclass(exceptions.NoSuchOption, exceptions.UsageError)
    assert (Context, HelpFormatter) == (framework.Context, framework.HelpFormatter)


def test_no_other_module_knows_them() -> None:
    from test_architecture import MODULES, imported

    knowing = {
        path.stem
        for path in MODULES
        for name in imported(path)
        if name.startswith("typer.") and name.split(".")[1].startswith("_")
    }
    assert knowing == {"framework"}


def test_two_runs_in_one_process_know_all_commands(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    for arguments, first in (
        (["figures", "3.1-5", "-f", "value"], "313000000"),
        (["info", "-f", "value"], "粤"),
    ):
        monkeypatch.setattr(sys, "argv", ["reply", *arguments])
        assert app.run() == 0
        assert capfd.readouterr().out.startswith(first)


def test_the_application_answers_a_runner_of_tests() -> None:
    runner = CliRunner()
    assert runner.invoke(app.app, ["figures", "3.1-5", "-f", "value"]).stdout == "313000000\n"
    assert runner.invoke(app.app, ["find", "高铁"]).exit_code == 1
