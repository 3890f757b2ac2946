"""The edge: every error becomes one sentence on stderr and an exit status."""

import sys
from collections.abc import Callable

from reply import messages
from reply.ask.choices import near
from reply.errors import ReplyError
from reply.framework import click
from reply.output import FORMATS
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
        tell(_problem(error))
    return USAGE_OR_DATA


def _problem(error: click.UsageError) -> str:
    """Say in the reader's language what Click says in English, and how to see the rest."""
    match error:
        case click.NoSuchOption(option_name=name) if told := _meant(name, error):
            return told
        case click.MissingParameter():
            return _said(error)
    return _said(error) + messages.SEE_HELP.format(command=_command(error))


def _said(error: click.UsageError) -> str:
    match error:
        case click.NoSuchOption(option_name=name):
            known = near(name, _options(error), 1)
            said = messages.UNKNOWN_OPTION_NEAR if known else messages.UNKNOWN_OPTION
            return said.format(name=name, near=messages.listed(known))
        case click.MissingParameter():
            command = error.ctx.command.name if error.ctx else None
            return messages.MISSING.get(command or "", messages.MISSING_ARGUMENT.format(name=_name(error)))
        case click.BadParameter():
            return messages.BAD_VALUE.format(name=_name(error))
        case click.BadOptionUsage(option_name=name):
            takes_value = "requires" in error.message
            said = messages.OPTION_LACKS_VALUE if takes_value else messages.OPTION_TAKES_NONE
            return said.format(name=name)
    return messages.EXTRA_ARGUMENT.format(command=_command(error))


def _meant(name: str, error: click.UsageError) -> str:
    """Say what to write instead of an option that is a format, or a word that begins with a hyphen."""
    if (format_name := name.strip("-")) in FORMATS:
        return messages.FORMAT_OPTION.format(shown=format_name.upper(), format=format_name)
    if not name.isascii():
        word = next((argument for argument in sys.argv[1:] if argument.startswith(name)), name)
        return messages.WORD_WITH_HYPHEN.format(command=_command(error), word=word)
    return ""


def _options(error: click.UsageError) -> list[str]:
    if error.ctx is None:
        return []
    return [name for parameter in error.ctx.command.get_params(error.ctx) for name in parameter.opts]


def _name(error: click.BadParameter) -> str:
    if error.param is None:
        return ""
    return error.param.metavar or "" if error.param.param_type_name == "argument" else error.param.opts[-1]


def _command(error: click.UsageError) -> str:
    return error.ctx.command_path if error.ctx else "reply"
