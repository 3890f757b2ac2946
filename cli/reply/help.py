"""Typer's commands with help pages in the reader's language, laid out by the width of the characters."""

from collections.abc import Iterator
from typing import Any, NamedTuple, NoReturn

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from reply import messages
from reply.ask.choices import near
from reply.complete import columns, columns_of_several
from reply.errors import ReplyError
from reply.framework import Context, HelpFormatter

Entry = tuple[str, str]


class Page(NamedTuple):
    """What there is to say of a command."""

    name: str
    usage: str
    about: str
    arguments: list[Entry]
    commands: list[Entry]
    options: list[Entry]
    columns: tuple[str, ...]
    """The keys of its rows."""
    of_several: tuple[str, ...]
    """Keys besides, where several letters are asked."""
    examples: str


class HelpfulCommand(TyperCommand):
    """A command whose help page is ours."""

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the help page."""
        _show(page(self, ctx))

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        """Return the option, described in the reader's language to the Tab key too."""
        return _translated(super().get_help_option(ctx))


class HelpfulGroup(TyperGroup):
    """The program itself: its help page, and what to say of an unknown command."""

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the help page."""
        _show(page(self, ctx))

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        """Return the option, described in the reader's language to the Tab key too."""
        return _translated(super().get_help_option(ctx))

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Read the options; those of completion may be followed by a shell, and need not."""
        return super().parse_args(ctx, list(_with_shells(args)))

    def resolve_command(self, ctx: Context, args: list[str]) -> Any:
        """Find the command; ReplyError names the near ones, and how to look the word up instead."""
        name = args[0]
        if name == "help" and not ctx.resilient_parsing:
            if not args[1:]:
                _show(page(self, ctx))
            return self.resolve_command(ctx, [args[1], "--help"])
        if name in self.commands or name.startswith("-") or ctx.resilient_parsing:
            return super().resolve_command(ctx, args)
        meant = [use for use, words in messages.OTHER_WORDS.items() if name.lower() in words]
        meant = meant or near(name, self.commands, 2)
        if meant:
            raise ReplyError(messages.UNKNOWN_COMMAND_NEAR.format(name=name, near=messages.listed(meant)))
        raise ReplyError(messages.UNKNOWN_COMMAND.format(name=name))


def _with_shells(args: list[str]) -> Iterator[str]:
    for place, argument in enumerate(args):
        yield argument
        following = args[place + 1 : place + 2]
        if argument in messages.COMPLETIONS and (not following or following[0].startswith("-")):
            yield ""


def _translated(option: TyperOption | None) -> TyperOption | None:
    if option is not None:
        option.help = messages.HELP_HELP
    return option


def page(command: TyperCommand | TyperGroup, ctx: Context) -> Page:
    """Return what there is to say of a command."""
    arguments: list[Entry] = []
    options: list[Entry] = []
    for parameter in command.get_params(ctx):
        names = "/".join([", ".join(sorted(parameter.opts, key=len)), *parameter.secondary_opts])
        if isinstance(parameter, TyperOption):
            options.append((f"{names} {parameter.metavar or ''}".strip(), parameter.help or ""))
        elif isinstance(parameter, TyperArgument):
            arguments.append((parameter.metavar or "", parameter.help or ""))
    commands = command.commands if isinstance(command, TyperGroup) else {}
    usage = " ".join([ctx.command_path, *(metavar for metavar, _ in arguments), "[OPTIONS]"])
    return Page(
        command.name or "",
        f"{ctx.command_path} COMMAND ..." if commands else usage,
        command.help or "",
        arguments,
        [(name, one.help or "") for name, one in commands.items()],
        options,
        columns(command.name),
        columns_of_several(command.name),
        command.epilog or "",
    )


def _show(shown: Page) -> NoReturn:
    """Write the page by the one way out, and exit: Click would print it past our care for full disks."""
    from reply.output import page, pager

    keys = [(" ".join(shown.columns), "")] if shown.columns else []
    if shown.of_several:
        keys.append((" ".join(shown.of_several), messages.OF_SEVERAL))
    groups = [
        (messages.ARGUMENTS, shown.arguments),
        (messages.COMMANDS, shown.commands),
        (messages.OPTIONS, shown.options),
    ]
    pager.show([page.draw_page(shown.usage, shown.about, groups, keys, shown.examples)], drawn=True)
    raise typer.Exit
