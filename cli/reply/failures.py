"""The edge: every error becomes one sentence on stderr and an exit status."""

from collections.abc import Callable

from typer._click import exceptions as click  # Typer exports none of these but BadParameter

from reply import messages
from reply.ask.choices import near
from reply.errors import ReplyError
from reply.output.stream import tell

USAGE_OR_DATA = 2


def guarded(command: Callable[[], int | None]) -> int:
    """Run a command and return its exit status, having said what went wrong if anything did."""
    try:
        return command() or 0
    except SystemExit as exit_:  # completion, and a help page whose reader went away
        return exit_.code if isinstance(exit_.code, int) else 0
    except ReplyError as error:
        for sentence in error.args:
            tell(sentence)
    except OSError as error:  # a help page on a full disk
        tell(messages.STDOUT_FAILED.format(reason=error.strerror))
    except click.UsageError as error:
        tell(f"{_problem(error)} {_help_hint(error)}")
    return USAGE_OR_DATA


def _problem(error: click.UsageError) -> str:
    """Say in the reader's language what Click says in English."""
    match error:
        case click.NoSuchOption(option_name=name):
            return messages.UNKNOWN_OPTION.format(
                name=name, near=messages.listed(near(name, _options(error), 1)) or "-h"
            )
        case click.MissingParameter():
            return messages.MISSING_ARGUMENT.format(name=_name(error))
        case click.BadParameter():
            return messages.BAD_VALUE.format(name=_name(error))
        case click.BadOptionUsage(option_name=name):
            return messages.OPTION_USAGE.format(name=name)
    return messages.EXTRA_ARGUMENT.format(command=error.ctx.command_path if error.ctx else "reply")


def _options(error: click.UsageError) -> list[str]:
    if error.ctx is None:
        return []
    return [name for parameter in error.ctx.command.get_params(error.ctx) for name in parameter.opts]


def _name(error: click.BadParameter) -> str:
    if error.param is None:
        return ""
    return error.param.metavar or "" if error.param.param_type_name == "argument" else error.param.opts[-1]


def _help_hint(error: click.UsageError) -> str:
    return messages.SEE_HELP.format(command=error.ctx.command_path if error.ctx else "reply")
