"""Queries as people typed them who saw only the letter, and whether the first answer is what they meant."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from reply.ask import sections
from reply.ask.citations import citations
from reply.ask.figures import Filters, figures
from reply.ask.find import find, question
from reply.ask.several import answers, best_tier, joined
from reply.errors import ReplyError
from reply.listing import Row
from reply.model import Letter
from reply.pack import pack
from reply.shelf.names import named

QUERIES = Path(__file__).parent.parent / "tests" / "queries"
SETS = ("people_tune", "people_kept")
HEAD = "HEAD:"
"""Begins what is meant where that is a datum of the letter's head."""


class Asked(NamedTuple):
    """A query, and what its first answer must be."""

    kind: str
    text: str
    want: str
    """`must` or `nice` where the letter answers it; `absent` where nothing may be found."""
    meant: tuple[str, ...]
    """Words one of which stands in the first passage; of several letters, their names."""
    figures: tuple[str, ...] = ()
    """Figures one of which comes first or is marked; of several letters, words of the passage."""


FEW = 3
"""Sections that a message may name in which a word stands; a list of all tells nobody anything."""
_ID = re.compile(r"[0-9]+(?:\.[0-9]+)*|[a-z]+")

Ask = Callable[[str], Sequence[Row]]
"""Takes a query and returns rows, best first."""
Judge = Callable[[Asked, Sequence[Row]], bool]


def read(path: Path) -> list[Asked]:
    """Read a set: kind, query, want, what is meant, figures."""
    _, *lines = path.read_text("utf-8").splitlines()
    cells = ([*line.split("\t"), "", ""][:5] for line in lines if line)
    return [
        Asked(kind, text, want, _several(meant), _several(more)) for kind, text, want, meant, more in cells
    ]


def _several(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def of_letter(letter: Letter) -> Ask:
    """Return what asks one letter."""

    def ask(query: str) -> Sequence[Row]:
        try:
            return list(find(letter, query).rows)
        except ReplyError:
            return []

    return ask


def judge_of(letter: Letter) -> Judge:
    """Return what tells whether the rows of one letter are right."""
    amounts = {figure.id: figure.text for figure in letter.figures}

    def is_right(asked: Asked, rows: Sequence[Row]) -> bool:
        if asked.want == "absent":
            return not rows
        if not rows:
            return False
        row: Any = rows[0]
        marked = [row["text"][start:end] for start, end in row["spans"]]
        if not any(_means(letter, word, row["text"], marked) for word in asked.meant):
            return False
        first = amounts.get(row["figures"][0], "") if row["figures"] else ""
        shown = [first, *marked]
        return not asked.figures or any(text in one for text in asked.figures for one in shown)

    return is_right


def _means(letter: Letter, word: str, text: str, marked: Sequence[str]) -> bool:
    """Tell whether a passage holds a word; a datum of the head must be marked in it."""
    if not word.startswith(HEAD):
        return word in text
    return any(datum(letter, word) in one for one in marked)


def datum(letter: Letter, word: str) -> str:
    """Return what is meant, as the letter writes it: its own issuer for HEAD:issuer."""
    if not word.startswith(HEAD):
        return word
    value = str(getattr(letter, word.removeprefix(HEAD)))
    if word == f"{HEAD}date":
        year, month, day = map(int, value.split("-"))
        value = f"{year}年{month}月{day}日"
    return value


def of_folder(folder: Path) -> Ask:
    """Return what asks the letters of a folder of texts, each read."""
    texts = {path.name: path.read_text("utf-8") for path in sorted(folder.glob("*.txt"))}
    packed = {name: pack(text) for name, text in texts.items()}
    names = named(dict.fromkeys(packed))
    letters = [letter._replace(file=name, name=names[name]) for name, letter in packed.items()]

    def ask(query: str) -> Sequence[Row]:
        try:
            return list(joined(best_tier(answers(letters, question(query).ask))).rows)
        except ReplyError:
            return []

    return ask


def is_letter_right(asked: Asked, rows: Sequence[Row]) -> bool:
    """Tell whether the first row is of the letter that is meant."""
    if asked.want == "absent":
        return not rows
    return bool(rows) and str(rows[0]["letter"]) in asked.meant


def shares(queries: Sequence[Asked], ask: Ask, is_right: Judge) -> dict[str, tuple[int, int]]:
    """Return how many of how many are right: of all that must be found, of each kind, of what is absent."""
    counted: dict[str, tuple[int, int]] = {}
    for asked in queries:
        right = is_right(asked, ask(asked.text))
        of_all = {"must": "MUST FIND", "nice": "nice to find", "absent": "ABSENT, silent"}[asked.want]
        of_kind = asked.kind if asked.want == "must" else f"{asked.kind} ({asked.want})"
        for name in (of_all, of_kind):
            hits, of = counted.get(name, (0, 0))
            counted[name] = (hits + right, of + 1)
    return counted


def answers_command(letter: Letter, command: str, query: str) -> tuple[list[str], str]:
    """Return the words of each row that a command answers with, and what it says where it refuses."""
    try:
        match command:
            case "figures":
                rows = figures(letter, Filters((query,))).rows
                return [str(row["text"]) for row in rows], ""
            case "citations":
                rows = citations(letter, query).rows
                return [f"{row['title']} {row['number']}" for row in rows], ""
            case _:
                return [str(row["title"]) for row in sections.read(letter, query).rows], ""
    except ReplyError as error:
        return [], str(error)


def is_command_right(letter: Letter, asked: Asked) -> bool:
    """Tell whether a command lists all that is meant, and little else; or says in which section it stands."""
    rows, said = answers_command(letter, asked.kind, asked.text)
    if asked.want == "absent":
        return not rows
    if not rows:
        titles = {section.id: section.title or "" for section in letter.sections}
        named = [name for name in _ID.findall(said.partition(":")[0]) if name in titles]
        return asked.kind == "section" and any(titles[name] in asked.meant for name in named[:FEW])
    meant = [row for row in rows if any(word in row or row in word for word in asked.meant)]
    if asked.kind == "section":
        return bool(meant)
    listed = all(any(word in row or row in word for row in rows) for word in asked.meant)
    return listed and 2 * len(meant) >= len(rows)
