"""The commands: arguments in, one question, one listing out. There is no logic here."""

import os
import sys
from collections.abc import Callable
from copy import copy
from dataclasses import fields, replace
from typing import Annotated, Any

import typer

from reply import __version__, complete, framework, messages
from reply.ask.question import Question
from reply.errors import ReplyError
from reply.failures import USAGE_OR_DATA, guarded
from reply.help import HelpfulCommand, HelpfulGroup
from reply.output import Options, emit, is_drawn, wanted
from reply.output.stream import tell, write
from reply.shared import Shared, joined, take_shared

app = typer.Typer(
    cls=HelpfulGroup,
    help=messages.HELP,
    epilog=messages.HELP_EPILOG,
    rich_markup_mode=None,  # Rich would cost half of the start-up
    pretty_exceptions_enable=False,
    add_completion=False,  # ours take the name of a shell, and speak the reader's language
    context_settings={"help_option_names": ["-h", "--help"]},
)

PackFormat = Annotated[
    str | None, typer.Option("-f", "--format", metavar="FORMAT", help=messages.HELP_PACK_FORMAT)
]


def asks(name: str, text: str, examples: str) -> Callable[[Callable[..., Question]], None]:
    """Make a command of what makes a question of its own arguments; the shared options are added here."""

    def add(make: Callable[..., Question]) -> None:
        def command(context: typer.Context, **values: Any) -> None:
            shared = Shared(**{field.name: values.pop(field.name) for field in fields(Shared)})
            shared = shared.over(context.obj)
            paths = values.pop("paths", None)
            _answer(
                make(**values), replace(shared, sources=joined(shared.sources, paths)) if paths else shared
            )

        take_shared(command, make)
        command.__doc__ = make.__doc__
        app.command(name, cls=HelpfulCommand, help=text, epilog=examples)(command)

    return add


def run() -> int:
    """Run the command line; return the exit status."""
    if "_REPLY_COMPLETE" in os.environ:
        framework.speak()
    # Typer inspects the parameters of every command it knows, and a run needs only the one it names.
    named = [command for command in app.registered_commands if command.name in sys.argv[1:2]]
    program = copy(app)
    program.registered_commands = named or app.registered_commands
    return guarded(lambda: program(prog_name=framework.PROGRAM, standalone_mode=False))


def _answer(question: Question, shared: Shared) -> None:
    """Put a question to the letters named with it, or by REPLY_FROM."""
    from reply.shelf import answer

    options = Options(
        shared.fmt,
        shared.columns,
        shared.no_header,
        shared.bom,
        shared.limit,
        shared.output,
        shared.no_pager,
    )
    named = shared.sources or os.environ.get("REPLY_FROM", "").split(os.pathsep)
    listing, problems = answer(
        [source for source in named if source],
        question,
        sort=shared.sort,
        most=wanted(options, question.screenful),
        issuers=shared.issuer or (),
        dated=shared.dated or (),
        drawn=is_drawn(options),
    )
    status = emit(listing, options)
    for problem in problems:
        tell(problem)
    raise typer.Exit(USAGE_OR_DATA if problems else status)


def _version(wanted: bool) -> None:
    if wanted:
        write(f"reply {__version__}\n")
        raise typer.Exit


def _clear(wanted: bool) -> None:
    if wanted:
        from reply.shelf.cache import clear

        tell(messages.CACHE_CLEARED.format(count=clear()))
        raise typer.Exit


def _completes(use: Callable[[str], None]) -> Callable[[typer.CallbackParam, str | None], None]:
    """Return what answers an option of completion: it names a shell, or is that of the reader."""

    def answered(option: typer.CallbackParam, shell: str | None) -> None:
        if shell is None:
            return
        named = shell or framework.detected()
        if named not in framework.SHELLS:
            raise ReplyError(messages.UNKNOWN_SHELL.format(option=option.opts[0]))
        use(named)
        raise typer.Exit

    return answered


def _install(shell: str) -> None:
    tell(messages.COMPLETION_INSTALLED.format(shell=shell, file=framework.install(shell)))


def _show(shell: str) -> None:
    write(f"{framework.script(shell)}\n")


def _print_man(context: typer.Context, wanted: bool) -> None:
    if wanted:
        from reply.man import man_page

        write(man_page(context))
        raise typer.Exit


def _of_completion(name: str, use: Callable[[str], None]) -> Any:
    return typer.Option(
        name, metavar="[SHELL]", callback=_completes(use), is_eager=True, help=messages.COMPLETIONS[name]
    )


def _main(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help=messages.HELP_VERSION)
    ] = False,
    clear_cache: Annotated[
        bool, typer.Option("--clear-cache", callback=_clear, is_eager=True, help=messages.HELP_CLEAR)
    ] = False,
    install_completion: Annotated[str | None, _of_completion("--install-completion", _install)] = None,
    show_completion: Annotated[str | None, _of_completion("--show-completion", _show)] = None,
    man: Annotated[
        bool, typer.Option("--man", callback=_print_man, is_eager=True, help=messages.HELP_MAN)
    ] = False,
    **shared: Any,
) -> None:
    context.obj = Shared(**shared)
    if context.invoked_subcommand is None:
        from reply.ask.head import summary
        from reply.ask.sections import overview

        _answer(Question(overview, of_several=summary), context.obj)


take_shared(_main, _main)
app.callback(invoke_without_command=True)(_main)


@asks("find", messages.HELP_FIND, messages.HELP_FIND_EXAMPLES)
def find(
    query: Annotated[list[str], typer.Argument(metavar="QUERY...", help=messages.HELP_QUERY)],
    exact: Annotated[bool, typer.Option("--exact", help=messages.HELP_EXACT)] = False,
) -> Question:
    """Fuzzy lookup; best passages first."""
    from reply.ask.find import question

    return question(" ".join(query), exact=exact)


@asks("section", messages.HELP_SECTION, messages.HELP_SECTION_EXAMPLES)
def section(
    name: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ID|TITLE]", help=messages.HELP_SECTION_NAME, autocompletion=complete.section_names
        ),
    ] = None,
    exact: Annotated[bool, typer.Option("--exact", help=messages.HELP_EXACT)] = False,
) -> Question:
    """Print one section or chapter; without argument, the outline."""
    from reply.ask.sections import question

    return question(" ".join(name or ()), exact=exact)


@asks("figures", messages.HELP_FIGURES, messages.HELP_FIGURES_EXAMPLES)
def figures(
    name: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ID|QUERY]...", help=messages.HELP_FIGURE_NAME, autocompletion=complete.figure_ids
        ),
    ] = None,
    section: Annotated[
        list[str] | None,
        typer.Option(
            "-s",
            "--section",
            metavar="ID|TITLE",
            help=messages.HELP_IN_SECTION,
            autocompletion=complete.section_names,
        ),
    ] = None,
    unit: Annotated[
        list[str] | None,
        typer.Option(
            "-u", "--unit", metavar="UNIT", help=messages.HELP_UNIT, autocompletion=complete.names("unit")
        ),
    ] = None,
    period: Annotated[
        list[str] | None,
        typer.Option(
            "-p",
            "--period",
            metavar="EDTF",
            help=messages.HELP_PERIOD,
            autocompletion=complete.names("period"),
        ),
    ] = None,
    least: Annotated[str | None, typer.Option("--min", metavar="N", help=messages.HELP_MIN)] = None,
    most: Annotated[str | None, typer.Option("--max", metavar="N", help=messages.HELP_MAX)] = None,
    status: Annotated[
        list[str] | None,
        typer.Option(
            "--status", metavar="STATUS", help=messages.HELP_STATUS, autocompletion=complete.names("status")
        ),
    ] = None,
    doubtful: Annotated[bool | None, typer.Option("--doubtful/--sure", help=messages.HELP_DOUBTFUL)] = None,
    exact: Annotated[bool, typer.Option("--exact", help=messages.HELP_EXACT)] = False,
) -> Question:
    """List figures."""
    from reply.ask.figures import Filters, question

    several = [tuple(values or ()) for values in (name, section, unit, period, status)]
    names, sections, units, periods, statuses = several
    return question(Filters(names, sections, units, periods, least, most, statuses, doubtful, exact))


@asks("citations", messages.HELP_CITATIONS, messages.HELP_CITATIONS_EXAMPLES)
def citations(
    query: Annotated[
        list[str] | None, typer.Argument(metavar="[QUERY]...", help=messages.HELP_CITATION_QUERY)
    ] = None,
    exact: Annotated[bool, typer.Option("--exact", help=messages.HELP_EXACT)] = False,
) -> Question:
    """List the documents that the letter cites, with number and place."""
    from reply.ask.citations import question

    return question(" ".join(query or ()), exact=exact)


@asks("info", messages.HELP_INFO, messages.HELP_INFO_EXAMPLES)
def info() -> Question:
    """Show number, grade, addressee, subject, issuer, date, source and counts."""
    from reply.ask.head import info

    return Question(info)


@asks("text", messages.HELP_TEXT, messages.HELP_TEXT_EXAMPLES)
def text() -> Question:
    """Print the letter, byte for byte."""
    from reply.ask.head import text

    return Question(text)


@asks("check", messages.HELP_CHECK, messages.HELP_CHECK_EXAMPLES)
def check(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="[PATH]...", help=messages.HELP_CHECK_PATHS)
    ] = None,
) -> Question:
    """Say what a person should look at."""
    from reply.ask.check import check

    return Question(check, remarks=True)


@app.command("pack", cls=HelpfulCommand, help=messages.HELP_PACK, epilog=messages.HELP_PACK_EXAMPLES)
def pack(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help=messages.HELP_PACK_FILES)],
    out: Annotated[str | None, typer.Option("-o", "--out", metavar="PATH", help=messages.HELP_OUT)] = None,
    keep: Annotated[str | None, typer.Option("--keep", metavar="FILE", help=messages.HELP_KEEP)] = None,
    keep_lines: Annotated[bool, typer.Option("--keep-lines", help=messages.HELP_KEEP_LINES)] = False,
    encoding: Annotated[
        str | None, typer.Option("--encoding", metavar="NAME", help=messages.HELP_ENCODING)
    ] = None,
    force: Annotated[bool, typer.Option("--force", help=messages.HELP_FORCE)] = False,
    fmt: PackFormat = None,
    cluster: Annotated[
        str | None, typer.Option("--cluster", metavar="ADDRESS", help=messages.HELP_CLUSTER)
    ] = None,
) -> None:
    """Turn published texts into TOML, or into a collection."""
    from reply.batch.command import PackOptions, run
    from reply.output.progress import progress

    how = PackOptions(out, keep, keep_lines, encoding, force, fmt, cluster)
    raise typer.Exit(run(files, how, tell=tell, write=write, progress=progress))
