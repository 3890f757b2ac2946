"""The commands: arguments in, one question, one listing out. There is no logic here."""

import os
import sys
from functools import partial
from typing import Annotated

import typer

from reply import __version__, complete, words
from reply.ask.question import Question
from reply.failures import USAGE_OR_DATA, guarded
from reply.help import HelpfulCommand, HelpfulGroup
from reply.output import Options, emit, is_drawn, wanted
from reply.output.stream import tell, write

app = typer.Typer(
    cls=HelpfulGroup,
    help=words.HELP,
    epilog=words.HELP_EPILOG,
    rich_markup_mode=None,  # Rich would cost half of the start-up
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

From = Annotated[list[str] | None, typer.Option("--from", metavar="PATH", help=words.HELP_FROM)]
Format = Annotated[
    str | None,
    typer.Option(
        "-f", "--format", help=words.HELP_FORMAT, metavar="FORMAT", autocompletion=complete.format_names
    ),
]
PackFormat = Annotated[
    str | None, typer.Option("-f", "--format", metavar="FORMAT", help=words.HELP_PACK_FORMAT)
]
Columns = Annotated[str | None, typer.Option("-c", "--columns", metavar="KEY,...", help=words.HELP_COLUMNS)]
NoHeader = Annotated[bool, typer.Option("--no-header", help=words.HELP_NO_HEADER)]
Bom = Annotated[bool, typer.Option("--bom", help=words.HELP_BOM)]


def run() -> int:
    """Run the command line; return the exit status."""
    if "_REPLY_COMPLETE" in os.environ:
        complete.prepare()
    # Typer inspects the parameters of every command it knows, and a run needs only the one it names.
    named = [command for command in app.registered_commands if command.name in sys.argv[1:2]]
    app.registered_commands = named or app.registered_commands
    return guarded(lambda: app(prog_name="reply", standalone_mode=False))


def _answer(
    context: typer.Context,
    sources: list[str] | None,
    question: Question,
    options: Options,
    *,
    sort: str | None = None,
) -> None:
    """Put a question to the letters named after the command, before it, or by REPLY_FROM."""
    from reply.shelf import answer

    named = sources or context.obj or os.environ.get("REPLY_FROM", "").split(os.pathsep)
    listing, problems = answer(
        [source for source in named if source],
        question,
        sort=sort,
        most=wanted(options, question.screenful),
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

        tell(words.CACHE_CLEARED.format(count=clear()))
        raise typer.Exit


@app.callback(invoke_without_command=True)
def _main(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help=words.HELP_VERSION)
    ] = False,
    clear_cache: Annotated[
        bool, typer.Option("--clear-cache", callback=_clear, is_eager=True, help=words.HELP_CLEAR)
    ] = False,
    sources: From = None,
    fmt: Format = None,
    columns: Columns = None,
    no_header: NoHeader = False,
    bom: Bom = False,
) -> None:
    context.obj = sources
    if context.invoked_subcommand is None:
        from reply.ask.sections import overview

        _answer(context, sources, Question(overview), Options(fmt, columns, no_header, bom))


@app.command("find", cls=HelpfulCommand, help=words.HELP_FIND, epilog=words.HELP_FIND_EXAMPLES)
def find(
    context: typer.Context,
    query: Annotated[list[str], typer.Argument(metavar="QUERY...", help=words.HELP_QUERY)],
    exact: Annotated[bool, typer.Option("--exact", help=words.HELP_EXACT)] = False,
    limit: Annotated[
        int | None, typer.Option("-n", "--limit", min=1, metavar="N", help=words.HELP_LIMIT)
    ] = None,
    sources: From = None,
    fmt: Format = None,
    columns: Columns = None,
    no_header: NoHeader = False,
    bom: Bom = False,
) -> None:
    """Fuzzy lookup; best passages first."""
    from reply.ask.find import question

    asked = question(" ".join(query), exact=exact)
    _answer(context, sources, asked, Options(fmt, columns, no_header, bom, limit))


@app.command("section", cls=HelpfulCommand, help=words.HELP_SECTION, epilog=words.HELP_SECTION_EXAMPLES)
def section(
    context: typer.Context,
    name: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ID|TITLE]", help=words.HELP_SECTION_NAME, autocompletion=complete.section_names
        ),
    ] = None,
    sources: From = None,
    fmt: Format = None,
    columns: Columns = None,
    no_header: NoHeader = False,
    bom: Bom = False,
) -> None:
    """Print one section or chapter; without argument, the outline."""
    from reply.ask.sections import read

    _answer(
        context,
        sources,
        Question(partial(read, name=" ".join(name or ()))),
        Options(fmt, columns, no_header, bom),
    )


@app.command("figures", cls=HelpfulCommand, help=words.HELP_FIGURES, epilog=words.HELP_FIGURES_EXAMPLES)
def figures(
    context: typer.Context,
    name: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ID|QUERY]...", help=words.HELP_FIGURE_NAME, autocompletion=complete.figure_ids
        ),
    ] = None,
    section: Annotated[
        str | None,
        typer.Option(
            "-s",
            "--section",
            metavar="ID|TITLE",
            help=words.HELP_IN_SECTION,
            autocompletion=complete.section_names,
        ),
    ] = None,
    unit: Annotated[
        str | None,
        typer.Option(
            "-u", "--unit", metavar="UNIT", help=words.HELP_UNIT, autocompletion=complete.names("unit")
        ),
    ] = None,
    period: Annotated[
        str | None,
        typer.Option(
            "-p", "--period", metavar="EDTF", help=words.HELP_PERIOD, autocompletion=complete.names("period")
        ),
    ] = None,
    least: Annotated[str | None, typer.Option("--min", metavar="N", help=words.HELP_MIN)] = None,
    most: Annotated[str | None, typer.Option("--max", metavar="N", help=words.HELP_MAX)] = None,
    sort: Annotated[str | None, typer.Option("--sort", metavar="[-]KEY", help=words.HELP_SORT)] = None,
    sources: From = None,
    fmt: Format = None,
    columns: Columns = None,
    no_header: NoHeader = False,
    bom: Bom = False,
) -> None:
    """List figures."""
    from reply.ask.figures import Filters, question

    asked = question(Filters(tuple(name or ()), section, unit, period, least, most))
    _answer(context, sources, asked, Options(fmt, columns, no_header, bom), sort=sort)


@app.command("citations", cls=HelpfulCommand, help=words.HELP_CITATIONS, epilog=words.HELP_CITATIONS_EXAMPLES)
def citations(
    context: typer.Context,
    query: Annotated[
        list[str] | None, typer.Argument(metavar="[QUERY]...", help=words.HELP_CITATION_QUERY)
    ] = None,
    sources: From = None,
    fmt: Format = None,
    columns: Columns = None,
    no_header: NoHeader = False,
    bom: Bom = False,
) -> None:
    """List the documents that the letter cites, with number and place."""
    from reply.ask.citations import question

    _answer(context, sources, question(" ".join(query or ())), Options(fmt, columns, no_header, bom))


@app.command("info", cls=HelpfulCommand, help=words.HELP_INFO, epilog=words.HELP_INFO_EXAMPLES)
def info(
    context: typer.Context,
    sources: From = None,
    fmt: Format = None,
    columns: Columns = None,
    no_header: NoHeader = False,
    bom: Bom = False,
) -> None:
    """Show number, grade, addressee, subject, issuer, date, source and counts."""
    from reply.ask.head import info

    _answer(context, sources, Question(info), Options(fmt, columns, no_header, bom))


@app.command("text", cls=HelpfulCommand, help=words.HELP_TEXT, epilog=words.HELP_TEXT_EXAMPLES)
def text(
    context: typer.Context,
    sources: From = None,
    fmt: Format = None,
    columns: Columns = None,
    no_header: NoHeader = False,
    bom: Bom = False,
) -> None:
    """Print the letter, byte for byte."""
    from reply.ask.head import text

    _answer(context, sources, Question(text), Options(fmt, columns, no_header, bom))


@app.command("pack", cls=HelpfulCommand, help=words.HELP_PACK, epilog=words.HELP_PACK_EXAMPLES)
def pack(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help=words.HELP_PACK_FILES)],
    out: Annotated[str | None, typer.Option("-o", "--out", metavar="PATH", help=words.HELP_OUT)] = None,
    keep: Annotated[str | None, typer.Option("--keep", metavar="FILE", help=words.HELP_KEEP)] = None,
    keep_lines: Annotated[bool, typer.Option("--keep-lines", help=words.HELP_KEEP_LINES)] = False,
    force: Annotated[bool, typer.Option("--force", help=words.HELP_FORCE)] = False,
    fmt: PackFormat = None,
) -> None:
    """Turn published texts into TOML, or into a collection."""
    from reply.output.progress import progress
    from reply.shelf.packing import How, run

    how = How(keep, keep_lines)
    raise typer.Exit(run(files, out, how, fmt, force=force, tell=tell, write=write, progress=progress))


@app.command("check", cls=HelpfulCommand, help=words.HELP_CHECK, epilog=words.HELP_CHECK_EXAMPLES)
def check(
    context: typer.Context,
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="[PATH]...", help=words.HELP_CHECK_PATHS)
    ] = None,
    fmt: Format = None,
    columns: Columns = None,
    no_header: NoHeader = False,
    bom: Bom = False,
) -> None:
    """Say what a person should look at."""
    from reply.ask.check import check

    _answer(context, paths, Question(check), Options(fmt, columns, no_header, bom))
