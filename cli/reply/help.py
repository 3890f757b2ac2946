"""Typer's commands with help pages in the reader's language, laid out by the width of the characters."""

from typing import Any, NoReturn

import typer
from typer._click import Context, HelpFormatter
from typer.core import TyperCommand, TyperGroup

from reply import messages
from reply.ask.choices import near
from reply.errors import ReplyError


class HelpfulCommand(TyperCommand):
    """A command whose help page is ours."""

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the help page."""
        _show_page(self, ctx, [])


class HelpfulGroup(TyperGroup):
    """The program itself: its help page, and what to say of an unknown command."""

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the help page."""
        _show_page(self, ctx, [(name, command.help or "") for name, command in self.commands.items()])

    def resolve_command(self, ctx: Context, args: list[str]) -> Any:
        """Find the command; ReplyError names the near ones, and how to look the word up instead."""
        name = args[0]
        if name in self.commands or name.startswith("-") or ctx.resilient_parsing:
            return super().resolve_command(ctx, args)
        meant = [use for use, words in messages.OTHER_WORDS.items() if name.lower() in words]
        meant = meant or near(name, self.commands, 2)
        if meant:
            raise ReplyError(messages.UNKNOWN_COMMAND_NEAR.format(name=name, near=messages.listed(meant)))
        raise ReplyError(messages.UNKNOWN_COMMAND.format(name=name))


def _show_page(
    command: TyperCommand | TyperGroup,
    ctx: Context,
    commands: list[tuple[str, str]],
) -> NoReturn:
    """Write the page by the one way out, and exit: Click would print it past our care for full disks."""
    from reply.output import page, pager

    arguments: list[tuple[str, str]] = []
    options: list[tuple[str, str]] = []
    for parameter in command.get_params(ctx):
        names = ", ".join(sorted(parameter.opts, key=len))
        if names in messages.HELP_OF_TYPER:
            options.append((names, messages.HELP_OF_TYPER[names]))
        elif isinstance(parameter, typer.core.TyperOption):
            options.append((f"{names} {parameter.metavar or ''}".strip(), parameter.help or ""))
        elif isinstance(parameter, typer.core.TyperArgument):
            arguments.append((parameter.metavar or "", parameter.help or ""))
    usage = " ".join([ctx.command_path, *(metavar for metavar, _ in arguments), "[OPTIONS]"])
    if commands:
        usage = f"{ctx.command_path} COMMAND ..."
    groups = [(messages.ARGUMENTS, arguments), (messages.COMMANDS, commands), (messages.OPTIONS, options)]
    pager.show([page.draw_page(usage, command.help or "", groups, command.epilog or "")], drawn=True)
    raise typer.Exit
