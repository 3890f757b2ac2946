"""What is promised of every input: an answer or a sentence, no character lost, no escape obeyed."""

import contextlib
import io
import os
import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from fuzz_texts import Case, letter_text

from reply import app as edge
from reply.ask.check import check
from reply.ask.citations import citations
from reply.ask.figures import Filters, figures
from reply.ask.find import find, passages_of, question
from reply.ask.head import info
from reply.ask.question import Question
from reply.ask.sections import read
from reply.batch.work import Task, pack_file
from reply.errors import ReplyError
from reply.listing import Listing
from reply.model import Citation, Figure, Letter
from reply.pack import pack
from reply.pack.paragraphs import joined
from reply.shelf.many import ask_many
from reply.source import File, read_source
from reply.store.reader import parse
from reply.store.writer import dump, dump_checked
from reply.visible import visible


class Broken(Exception):  # noqa: N818 - a promise is
    """A promise that was not kept."""


def keep(case: Case) -> None:
    """Do with an input what the program does. Raises whatever went wrong, Broken among it."""
    match case.kind:
        case "query":
            _ask(case)
        case "toml":
            _read_toml(case)
        case "text" | "page" | "docx" | "ofd" | "pdf":
            _pack(case)
        case "database":
            _ask_database(case)
        case "command":
            _run(case)


def _promise(kept: bool, what: str) -> None:
    if not kept:
        raise Broken(what)


def _holds_together(letter: Letter) -> None:
    """Check spans, quotes and ids of a letter."""
    text = letter.text
    ids = [section.id for section in letter.sections]
    parts: list[Figure | Citation] = [*letter.figures, *letter.citations]
    for part in parts:
        _promise(text[part.start : part.end] == part.text, f"{part.id}: letter[start:end] is not its text")
        _promise(part.text in part.quote and part.quote in text, f"{part.id}: the sentence does not hold it")
        ids.append(part.id)
    for section in letter.sections:
        _promise(text[section.start : section.end] == section.text, f"{section.id}: not at its place")
        for flag in section.flagged:
            _promise(
                text[flag.start : flag.start + len(flag.text)] == flag.text, "a flag is not at its place"
            )
    _promise(len(ids) == len(set(ids)), "two parts have one id")


def _rows(listing: Listing) -> int:
    rows = list(listing.rows)
    names = (*listing.columns, *listing.more)
    _promise(all(name in row for row in rows for name in names), "a row lacks a key")
    _promise(all(isinstance(note, str) for note in listing.notes), "a note is no text")
    return len(rows)


def _pack(case: Case) -> None:
    """Read a file, pack its text, write it and read it back."""
    try:
        source = read_source(File(case.name, case.data))
    except ReplyError:
        return
    text = joined(source.text) if source.broken else source.text
    letter = pack(text)
    _promise(letter.text == text, "the text did not come back")
    _holds_together(letter)
    again = parse(dump_checked(letter, case.name), case.name)
    _promise(again == letter, "the TOML says something else than the letter")
    _rows(check(letter))


def _read_toml(case: Case) -> None:
    try:
        source = case.data.decode()
    except UnicodeDecodeError:
        return
    try:
        letter = parse(source, case.name)
    except ReplyError as error:
        longest = max(map(len, str(error).split("\n")))  # a sentence for each mistake
        _promise(longest < 1_000 + len(case.name), "a sentence is too long")
        return
    _holds_together(letter)
    _promise(parse(dump(letter), case.name) == letter, "written and read back it is another letter")
    for listing in (check(letter), info(letter), figures(letter, Filters())):
        _rows(listing)


@cache
def _letter(number: int) -> Letter:
    return pack(letter_text(number))


def _ask(case: Case) -> None:
    letter = _letter(int(case.data or b"0"))
    command, words = case.words
    try:
        match command:
            case "find":
                _found(letter, find(letter, words))
            case "figures":
                _rows(figures(letter, Filters(names=(words,))))
            case "unit":
                _rows(figures(letter, Filters(units=(words,))))
            case "period":
                _rows(figures(letter, Filters(periods=(words,))))
            case "min":
                _rows(figures(letter, Filters(least=words)))
            case "citations":
                _rows(citations(letter, words))
            case _:
                _rows(read(letter, words))
    except ReplyError as error:
        _promise(len(str(error)) < 1_000 + len(words), "a sentence is too long")


def _found(letter: Letter, listing: Listing) -> None:
    rows: Iterable[Any] = listing.rows
    first = passages_of(letter)[0].start
    for row in rows:
        text, start, spans = row["text"], row["start"], row["spans"]
        _promise(letter.text[start : start + len(text)] == text, "a passage is not at its place")
        # A label may be what matched; where the head of a letter does, its first passage stands for it.
        _promise(bool(spans or row["figures"] or start == first), "a passage without what was found")
        _promise(all(0 <= left < right <= len(text) for left, right in spans), "a span is not inside")


def _ask_database(case: Case) -> None:
    path = Path("x.db")
    path.write_bytes(case.data)
    (words,) = case.words
    asked = (
        question(words),
        Question(info),
        Question(check),
        Question(lambda letter: figures(letter, Filters())),
    )
    for one in asked:
        try:
            listing, _ = ask_many([str(path)], one)
            _rows(listing)
        except ReplyError:
            continue


# Whole commands, on a terminal in memory

_OWN = {"0", "1", "2", "3", "22", "30", "36", "43"}
"""The styles of the program's own drawings; the hostile ones of the inputs are others."""


class Screen(io.TextIOWrapper):
    """A file that says that it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


@contextlib.contextmanager
def screens() -> Iterator[None]:
    """Let stdout be a terminal that can be read afterwards, and stderr a file."""
    before = sys.stdin, sys.stdout, sys.stderr
    with (
        open("stdout", "w+b", buffering=0) as out,
        open("stderr", "w+b", buffering=0) as err,
        open(os.devnull) as nothing,
    ):
        # On a terminal stderr has a progress bar, whose escapes are the program's own.
        plain = io.TextIOWrapper(err, "utf-8", write_through=True)
        sys.stdin, sys.stdout, sys.stderr = nothing, Screen(out, "utf-8", write_through=True), plain
        try:
            yield
        finally:
            sys.stdin, sys.stdout, sys.stderr = before


def _run(case: Case) -> None:
    text = case.data.decode()
    Path("x.txt").write_bytes(case.data)
    packed = pack_file(Task("x.txt"))
    _promise(packed.toml != "" or packed.problem != "", "neither packed nor refused")
    toml = packed.toml or dump(pack(text))
    Path("x.toml").write_text(toml, "utf-8")
    width = str((20, 40, 60, 80, 120)[len(text) % 5])
    status, out, err = run(case.words, COLUMNS=width)
    _promise(status in (0, 1, 2), f"the exit status is {status}")
    _promise("Traceback" not in err, "a traceback")
    _is_shown(out)
    _is_shown(err)


def run(words: tuple[str, ...], **environment: str) -> tuple[int, str, str]:
    """Run a command line on a terminal; return exit status, stdout and stderr."""
    commands, arguments, before = edge.app.registered_commands, sys.argv, dict(os.environ)
    try:
        os.environ.update(environment)
        sys.argv = ["reply", *words]
        with screens():
            status = edge.run()
        out, err = (Path(name).read_bytes().decode("utf-8", "replace") for name in ("stdout", "stderr"))
        return status, out, err
    finally:
        edge.app.registered_commands, sys.argv = commands, arguments
        os.environ.clear()
        os.environ.update(before)


def _is_shown(screen: str) -> None:
    """Check that a terminal finds nothing to obey but the styles of the program's own drawings."""
    for match in re.finditer(r"\x1b\[([0-9;]*)m", screen):
        _promise(set(match[1].split(";")) <= _OWN, f"a style from outside: {match[0]!r}")
    bare = re.sub(r"\x1b\[[0-9;]*m", "", screen)
    for at, character in enumerate(bare):
        if visible(character) != character:
            raise Broken("something that a terminal obeys: " + ascii(bare[max(at - 20, 0) : at + 20]))
