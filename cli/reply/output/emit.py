"""Choose the format, write the listing, and say what the exit status is."""

import sys
from typing import Final, NamedTuple

from reply import words
from reply.ask.choices import require
from reply.listing import Listing
from reply.output.stream import tell, write
from reply.visible import visible

FORMATS: Final = ("table", "tsv", "csv", "json", "jsonl", "md", "value")

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


def emit(listing: Listing, options: Options) -> int:
    """Write a listing to stdout and its notes to stderr; return the exit status."""
    on_terminal = sys.stdout is not None and sys.stdout.isatty()
    listing = _with_columns(listing, options.columns)
    name = _format(listing, options, on_terminal)
    if options.limit is not None or (name == "table" and on_terminal):
        listing = _first_rows(listing, options.limit or listing.screenful)
    text = _render(listing, name, not options.no_header)
    if on_terminal and name != "table":
        text = visible(text)
    for note in listing.notes:
        tell(note)
    write(("\ufeff" if options.bom else "") + text)
    tell(listing.hint if listing.rows else listing.nothing)
    return NOTHING_FOUND if bool(listing.rows) == listing.none_is_good else FOUND


def _with_columns(listing: Listing, wanted: str | None) -> Listing:
    """Keep the columns asked for; `-f value` prints the first of them."""
    if wanted is None:
        return listing
    names = [name.strip() for name in wanted.replace("，", ",").split(",")]
    columns = tuple(require(name, listing.columns, words.UNKNOWN_COLUMN) for name in names)
    return listing._replace(columns=columns, value=columns[0], chosen=True)


def _first_rows(listing: Listing, shown: int | None) -> Listing:
    everything = len(listing.rows)
    if shown is None or everything <= shown:
        return listing
    hint = words.MORE_PASSAGES.format(shown=shown, all=everything)
    return listing._replace(rows=listing.rows[:shown], hint=hint)


def _format(listing: Listing, options: Options, on_terminal: bool) -> str:
    if options.format is not None:
        return require(options.format, FORMATS, words.UNKNOWN_FORMAT)
    if listing.kind == "text" and not listing.chosen:
        return "value"
    if on_terminal:
        return "table"
    return "value" if listing.kind == "section" and not listing.chosen else "tsv"


def _render(listing: Listing, name: str, header: bool) -> str:
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
        case "value":
            from reply.output import value

            return value.render(listing)
        case _:
            from reply.output import table

            return table.render(listing, header)
