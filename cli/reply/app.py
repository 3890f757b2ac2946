"""The commands: arguments in, one call, one listing out. There is no logic here."""

import os
import sys
from typing import Annotated

import typer

from reply import __version__, complete, words
from reply.failures import guarded
from reply.help import HelpfulCommand, HelpfulGroup
from reply.listing import Listing
from reply.output import Options, emit
from reply.output.stream import write

app = typer.Typer(
    cls=HelpfulGroup,
    help=words.HELP,
    epilog=words.HELP_EPILOG,
    rich_markup_mode=None,  # Rich would cost half of the start-up
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Format = Annotated[
    str | None,
    typer.Option(
        "-f", "--format", help=words.HELP_FORMAT, metavar="FORMAT", autocompletion=complete.format_names
    ),
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


def _show(listing: Listing, fmt: str | None, columns: str | None, no_header: bool, bom: bool) -> None:
    options = Options(format=fmt, columns=columns, header=not no_header, bom=bom)
    raise typer.Exit(emit(listing, options))


def _version(wanted: bool) -> None:
    if wanted:
        write(f"reply {__version__}\n")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def _main(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help=words.HELP_VERSION)
    ] = False,
    fmt: Format = None,
    columns: Columns = None,
    no_header: NoHeader = False,
    bom: Bom = False,
) -> None:
    if context.invoked_subcommand is None:
        from reply.ask.sections import overview
        from reply.store import load

        _show(overview(load()), fmt, columns, no_header, bom)


@app.command("find", cls=HelpfulCommand, help=words.HELP_FIND, epilog=words.HELP_FIND_EXAMPLES)
def find(
    query: Annotated[list[str], typer.Argument(metavar="QUERY...", help=words.HELP_QUERY)],
    exact: Annotated[bool, typer.Option("--exact", help=words.HELP_EXACT)] = False,
    limit: Annotated[
        int | None, typer.Option("-n", "--limit", min=1, metavar="N", help=words.HELP_LIMIT)
    ] = None,
    fmt: Format = None,
    columns: Columns = None,
    no_header: NoHeader = False,
    bom: Bom = False,
) -> None:
    """Fuzzy lookup; best passages first."""
    from reply.ask.find import find
    from reply.store import load

    _show(find(load(), " ".join(query), exact=exact, limit=limit), fmt, columns, no_header, bom)


@app.command("section", cls=HelpfulCommand, help=words.HELP_SECTION, epilog=words.HELP_SECTION_EXAMPLES)
def section(
    name: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ID|TITLE]", help=words.HELP_SECTION_NAME, autocompletion=complete.section_names
        ),
    ] = None,
    fmt: Format = None,
    columns: Columns = None,
    no_header: NoHeader = False,
    bom: Bom = False,
) -> None:
    """Print one section or chapter; without argument, the outline."""
    from reply.ask.sections import outline, read
    from reply.store import load

    letter = load()
    _show(read(letter, " ".join(name)) if name else outline(letter), fmt, columns, no_header, bom)


@app.command("figures", cls=HelpfulCommand, help=words.HELP_FIGURES, epilog=words.HELP_FIGURES_EXAMPLES)
def figures(
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
    fmt: Format = None,
    columns: Columns = None,
    no_header: NoHeader = False,
    bom: Bom = False,
) -> None:
    """List figures."""
    from reply.ask.figures import Filters, figures
    from reply.store import load

    filters = Filters(
        names=tuple(name or ()), section=section, unit=unit, period=period, least=least, most=most
    )
    _show(figures(load(), filters, sort=sort), fmt, columns, no_header, bom)


@app.command("citations", cls=HelpfulCommand, help=words.HELP_CITATIONS, epilog=words.HELP_CITATIONS_EXAMPLES)
def citations(
    query: Annotated[
        list[str] | None, typer.Argument(metavar="[QUERY]...", help=words.HELP_CITATION_QUERY)
    ] = None,
    fmt: Format = None,
    columns: Columns = None,
    no_header: NoHeader = False,
    bom: Bom = False,
) -> None:
    """List the documents that the letter cites, with number and place."""
    from reply.ask.citations import citations
    from reply.store import load

    _show(citations(load(), " ".join(query or ())), fmt, columns, no_header, bom)


@app.command("info", cls=HelpfulCommand, help=words.HELP_INFO)
def info(fmt: Format = None, columns: Columns = None, no_header: NoHeader = False, bom: Bom = False) -> None:
    """Show number, grade, addressee, subject, issuer, date, source and counts."""
    from reply.ask.head import info
    from reply.store import load

    _show(info(load()), fmt, columns, no_header, bom)


@app.command("text", cls=HelpfulCommand, help=words.HELP_TEXT)
def text(fmt: Format = None, columns: Columns = None, no_header: NoHeader = False, bom: Bom = False) -> None:
    """Print the letter, byte for byte."""
    from reply.ask.head import text
    from reply.store import load

    _show(text(load()), fmt, columns, no_header, bom)
