"""Choose the format, write the listing, and say what the exit status is."""

import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Final, NamedTuple

from reply import messages
from reply.ask.choices import require
from reply.errors import ReplyError
from reply.listing import Listing
from reply.output.stream import on_terminal, save_whole, tell, write_all, write_file

FORMATS: Final = ("table", "tsv", "csv", "json", "jsonl", "md", "value", "xlsx")
_BY_ENDING: Final = {f".{name}": name for name in FORMATS[1:]}

_WHOLE = ("table",)
"""Formats that need all rows before they can write the first."""
FOUND, NOTHING_FOUND = 0, 1


class Options(NamedTuple):
    """How the user wants it."""

    format: str | None = None
    """One of FORMATS; None for what suits where stdout goes."""
    columns: str | None = None
    """The keys to show, separated by commas; None for all."""
    no_header: bool = False
    bom: bool = False
    """Begin with a byte order mark, by which Excel knows UTF-8."""
    limit: int | None = None
    """Rows at most; None for all, but on a terminal a screenful."""
    output: str | None = None
    """The file to write; None for stdout."""
    no_pager: bool = False


def is_drawn(options: Options) -> bool:
    """Tell whether a person will see a drawing, which needs more than the rows."""
    return options.format == "table" or (options.format is None and _on_terminal(options))


def wanted(options: Options, screenful: int | None) -> int | None:
    """Return how many rows will be shown; None for all."""
    return options.limit or (screenful if _on_terminal(options) and is_drawn(options) else None)


def emit(listing: Listing, options: Options) -> int:
    """Write a listing to stdout and its notes to stderr; return the exit status.

    Rows that are made when they are taken are written as they come; a drawing needs all of them first.
    """
    listing = _with_columns(listing, options.columns)
    name = _format(listing, options)
    if name == "xlsx" and options.output is None:
        raise ReplyError(messages.XLSX_NEEDS_FILE)
    if name == "value" and listing.chosen and len(listing.columns) > 1:
        raise ReplyError(messages.VALUE_OF_ONE)
    if name in _WHOLE and not isinstance(listing.rows, Sequence):
        listing = listing._replace(rows=list(listing.rows))
    listing, found = _first_rows(listing, wanted(options, listing.screenful))
    streams = not isinstance(listing.rows, Sequence)
    if not streams:
        _tell_all(listing.notes)
    pieces = _render(listing, name, not options.no_header)
    marked = options.bom and name != "xlsx" and not _on_terminal(options)
    pieces = chain(["\ufeff"] if marked else [], pieces)
    if _on_terminal(options) and not options.no_pager:
        from reply.output import pager

        pager.show(_ended(pieces), drawn=name == "table")
    elif _on_terminal(options):
        write_all(_ended(pieces), drawn=name == "table")
    elif options.output is None:
        write_all(pieces, drawn=name == "table")
    elif name == "xlsx":
        from reply.output import xlsx

        place = options.output
        save_whole(place, lambda file: xlsx.save(listing, file, place, header=not options.no_header))
    else:
        save_whole(options.output, lambda file: write_file(file, pieces))
    if streams:
        _tell_all(listing.notes)
    tell((listing.hint or _counted(listing, name, options)) if found else listing.nothing)
    return NOTHING_FOUND if found == listing.none_is_good else FOUND


def _on_terminal(options: Options) -> bool:
    return options.output is None and on_terminal()


def _counted(listing: Listing, name: str, options: Options) -> str:
    """Say how many rows a person has before them, who may have seen the last of them only."""
    if name != "table" or not _on_terminal(options) or listing.kind not in messages.COUNTS:
        return ""
    count = len(listing.rows) if isinstance(listing.rows, Sequence) else 0
    return messages.COUNTS[listing.kind].format(count=count) if count > 1 else ""


def _ended(pieces: Iterable[str]) -> Iterator[str]:
    """Yield pieces, and a line end where they have none: the prompt of the shell begins its own line."""
    last = "\n"
    for piece in pieces:
        last = piece or last
        yield piece
    if not last.endswith("\n"):
        yield "\n"


def _tell_all(notes: Iterable[str]) -> None:
    for note in notes:
        tell(note)


def _with_columns(listing: Listing, wanted: str | None) -> Listing:
    """Keep the columns asked for; `-f value` prints the first of them."""
    if wanted is None:
        return listing
    names = [name.strip() for name in wanted.replace("，", ",").split(",")]
    columns = tuple(
        require(name, (*listing.columns, *listing.more), messages.UNKNOWN_COLUMN) for name in names
    )
    return listing._replace(columns=columns, value=columns[0], chosen=True)


def _first_rows(listing: Listing, shown: int | None) -> tuple[Listing, bool]:
    """Keep so many rows, and say that there are more; return also whether there is one."""
    if isinstance(listing.rows, Sequence):
        everything = len(listing.rows)
        if shown is None or everything <= shown:
            return listing, bool(everything)
        of_all = messages.MORE_PASSAGES if listing.kind == "find" else messages.MORE_OF_ROWS
        hint = messages.MORE_ROWS if listing.partial else of_all
        hint = hint.format(shown=shown, all=everything, more=2 * shown)
        return listing._replace(rows=listing.rows[:shown], hint=hint), True
    rows = iter(listing.rows)
    first = list(islice(rows, 1 if shown is None else shown + 1))
    if shown is None:
        return listing._replace(rows=chain(first, rows)), bool(first)
    hint = messages.MORE_ROWS.format(shown=shown, more=2 * shown) if len(first) > shown else listing.hint
    return listing._replace(rows=first[:shown], hint=hint), bool(first)


def _format(listing: Listing, options: Options) -> str:
    if options.format is not None:
        return require(options.format, FORMATS, messages.UNKNOWN_FORMAT)
    if listing.kind == "text" and not listing.chosen:
        return "value"
    if options.output is not None and (named := _BY_ENDING.get(os.path.splitext(options.output)[1].lower())):
        return named
    if _on_terminal(options):
        return "table"
    return "value" if listing.kind == "section" and not listing.chosen else "tsv"


def _render(listing: Listing, name: str, header: bool) -> Iterable[str]:
    """Call the writer of a format; each is imported only when it is used."""
    match name:
        case "tsv":
            from reply.output import tsv

            return tsv.render(listing, header)
        case "csv":
            from reply.output import csv

            return csv.render(listing, header)
        case "json" | "jsonl":
            from reply.output import json

            return json.render(listing) if name == "json" else json.render_lines(listing)
        case "md":
            from reply.output import markdown

            return markdown.render(listing, header)
        case "xlsx":
            return ()
        case "value":
            from reply.output import value

            return value.render(listing)
        case _:
            from reply.output import table

            return [table.render(listing, header)]
