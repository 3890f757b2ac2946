"""Print how well lookup does, by kind of query, beside what else people use.

    python tools/report_lookup.py            all query sets, and what else people use where it is installed
    python tools/report_lookup.py --misses tune
    python tools/report_lookup.py --folder FOLDER QUERIES       the letters of a folder of texts
    python tools/report_lookup.py --growth   seconds by length of the letter and of the query

A query counts as right when one of the sections it means is within the first three found; an absent one, when
nothing is found. The sets `people_tune` and `people_kept` were written by people who saw only the letter, and
are judged by the first passage: it holds what was meant, with the figure that answers marked or first.
"""

import argparse
import shutil
import subprocess
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

import asked
import peers_lookup
from rapidfuzz import fuzz

from reply.ask.find import find, passages_of
from reply.errors import ReplyError
from reply.listing import Row
from reply.model import Letter, Section
from reply.store import load

QUERIES = Path(__file__).parent.parent / "tests" / "queries"
SETS = ("tune", "report", "generated")
FIRST = 3


class Query(NamedTuple):
    """A query and the sections a reader would be glad of; none when the letter does not answer it."""

    kind: str
    text: str
    sections: frozenset[str]


Finder = Callable[[str], list[str]]
"""Takes a query and returns section ids, best first."""


def main() -> None:
    """Print what the command line asks for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--misses", choices=(*SETS, *asked.SETS), help="list the queries of a set that went wrong"
    )
    parser.add_argument("--growth", action="store_true", help="seconds by length")
    parser.add_argument("--folder", nargs=2, type=Path, metavar=("FOLDER", "QUERIES"), help="of many letters")
    arguments = parser.parse_args()
    letter = load()
    if arguments.growth:
        print_growth(letter)
    elif arguments.folder:
        folder, queries = arguments.folder
        ask = asked.of_folder(folder)
        print_shares("folder", {"reply": asked.shares(asked.read(queries), ask, asked.is_letter_right)})
    elif arguments.misses in asked.SETS:
        print_first_misses(arguments.misses, letter)
    elif arguments.misses:
        print_misses(read(arguments.misses, letter), finder(letter))
    else:
        print_table(letter)
        print_people(letter)
        print_commands(letter)


def print_people(letter: Letter) -> None:
    """Print how often the first passage is right, by kind, for the sets that people wrote."""
    texts = [passage.text for passage in passages_of(letter)]
    judge = asked.judge_of(letter)
    others = peers_lookup.peers(texts)
    for name in asked.SETS:
        queries = asked.read(QUERIES / f"{name}.tsv")
        columns = {"reply": asked.shares(queries, asked.of_letter(letter), judge)}
        for peer, ask in others.items():
            columns[peer] = asked.shares(queries, _as_rows(ask), _holds_what_is_meant(letter))
        print_shares(name, columns)


def _as_rows(ask: peers_lookup.Peer) -> asked.Ask:
    return lambda query: [{"text": text} for text in ask(query)]


def _holds_what_is_meant(letter: Letter) -> asked.Judge:
    """Return what judges a tool that marks nothing: by the words of its first passage."""

    def is_right(query: asked.Asked, rows: Sequence[Row]) -> bool:
        if query.want == "absent":
            return not rows
        return bool(rows) and any(asked.datum(letter, word) in str(rows[0]["text"]) for word in query.meant)

    return is_right


def print_shares(name: str, columns: dict[str, dict[str, tuple[int, int]]]) -> None:
    """Print how many of how many are right, by kind, a column for each tool."""
    print(f"\n{name:28} {'n':>4}  " + "  ".join(f"{column:>20}" for column in columns))
    first = next(iter(columns.values()))
    for kind in sorted(first):
        of = first[kind][1]
        right = (
            f"{counted[kind][0]:>13} {100 * counted[kind][0] / of:5.1f}%" for counted in columns.values()
        )
        print(f"{kind:28} {of:4}  " + "  ".join(right))


def print_first_misses(name: str, letter: Letter) -> None:
    """List the queries whose first passage is not what was meant."""
    ask, judge = asked.of_letter(letter), asked.judge_of(letter)
    for query in asked.read(QUERIES / f"{name}.tsv"):
        rows = ask(query.text)
        if not judge(query, rows):
            first = str(rows[0]["text"])[:40] if rows else "nothing"
            print(f"{query.kind}\t{query.text}\tmeant {'|'.join(query.meant) or 'nothing'}\tfound {first}")


def print_commands(letter: Letter) -> None:
    """Print how often figures, citations and section list what is meant, and little else."""
    counted: dict[str, tuple[int, int]] = {}
    for query in asked.read(QUERIES / "commands.tsv"):
        kind = f"{query.kind} ({query.want})"
        right, of = counted.get(kind, (0, 0))
        counted[kind] = (right + asked.is_command_right(letter, query), of + 1)
    print_shares("commands", {"reply": counted})


def read(name: str, letter: Letter) -> list[Query]:
    """Read a query set: kind, query, and the words of the letter that it means, several between bars."""
    _, *lines = (QUERIES / f"{name}.tsv").read_text("utf-8").splitlines()
    queries = []
    for line in lines:
        kind, query, meant = line.split("\t")
        words = meant.split("|") if meant else []
        holding = (section.id for section in letter.sections if any(word in section.text for word in words))
        queries.append(Query(kind, query, frozenset(holding)))
    return queries


def is_right(query: Query, found: Sequence[str]) -> bool:
    """Tell whether what was found is what was meant."""
    first = list(dict.fromkeys(found))[:FIRST]
    return bool(query.sections & set(first)) if query.sections else not found


def finder(letter: Letter) -> Finder:
    """Return the lookup of this package."""

    def sections(query: str) -> list[str]:
        try:
            return [str(row["section"]) for row in find(letter, query).rows]
        except ReplyError:
            return []

    return sections


def peers(letter: Letter) -> dict[str, Finder]:
    """Return what else people use, on one line for each section."""
    lines = {section.id: section.text.replace("\n", " ") for section in letter.sections}
    found: dict[str, Finder] = {}
    if shutil.which("rg"):
        found["rg -F -i"] = lambda query: _filter(["rg", "-F", "-i", "-e", query], lines)
    if shutil.which("fzf"):
        found["fzf --filter"] = lambda query: _filter(["fzf", "--filter", query], lines)
    for cutoff in (60, 70, 80):
        found[f"partial_ratio {cutoff}"] = partial(_partial_ratio, lines=lines, cutoff=cutoff)
    return found


def _filter(command: list[str], lines: dict[str, str]) -> list[str]:
    source = "".join(f"{section}\t{text}\n" for section, text in lines.items())
    done = subprocess.run(command, input=source, capture_output=True, text=True, check=False)
    return [line.partition("\t")[0] for line in done.stdout.splitlines()]


def _partial_ratio(query: str, lines: dict[str, str], cutoff: int) -> list[str]:
    scores = {section: fuzz.partial_ratio(query, text) for section, text in lines.items()}
    return sorted((s for s in scores if scores[s] >= cutoff), key=lambda s: -scores[s])


def print_table(letter: Letter) -> None:
    """Print the share of right answers by set and kind."""
    finders = {"reply": finder(letter)} | peers(letter)
    print(f"{'set':10} {'kind':14} {'n':>5}  " + "  ".join(f"{name:>16}" for name in finders))
    for name in SETS:
        by_kind: dict[str, list[Query]] = defaultdict(list)
        for query in read(name, letter):
            by_kind[query.kind].append(query)
        for kind, queries in by_kind.items():
            shares = (share(queries, ask) for ask in finders.values())
            print(f"{name:10} {kind:14} {len(queries):5}  " + "  ".join(f"{100 * s:15.1f}%" for s in shares))


def share(queries: Iterable[Query], ask: Finder) -> float:
    """Return the share of queries that are answered right."""
    right = [is_right(query, ask(query.text)) for query in queries]
    return sum(right) / len(right)


def print_misses(queries: list[Query], ask: Finder) -> None:
    """List what went wrong."""
    for query in queries:
        found = ask(query.text)
        if not is_right(query, found):
            meant = " ".join(sorted(query.sections)) or "nothing"
            first = " ".join(list(dict.fromkeys(found))[:FIRST]) or "nothing"
            print(f"{query.kind}\t{query.text}\tmeant {meant}\tfound {first}")


def print_growth(letter: Letter) -> None:
    """Print seconds by length of the letter, for a query of each tier, and by length of the query."""
    queries = ("养老", "五千万", "yanglao", "老人", "养佬", "志愿愿者", "减负社区", "高铁站")
    print(f"{'characters':>12} " + " ".join(f"{query:>9}" for query in queries))
    for times in (1, 10, 100, 256):
        longer = _repeated(letter, times)
        print(f"{len(longer.text):12,} " + " ".join(f"{_seconds(longer, query):9.3f}" for query in queries))
    for length in (10, 1_000, 100_000):
        seconds = [_seconds(letter, (query * length)[:length]) for query in queries]
        print(f"query {length:6,} " + " ".join(f"{second:9.3f}" for second in seconds))


def _repeated(letter: Letter, times: int) -> Letter:
    sections: list[Section] = []
    start = 0
    for round_ in range(times):
        for section in letter.sections:
            moved = section._replace(id=f"{section.id}.{round_}", start=start, figures=(), citations=())
            sections.append(moved)
            start += len(section.text)
    return letter._replace(sections=tuple(sections))


def _seconds(letter: Letter, query: str) -> float:
    start = time.perf_counter()
    find(letter, query)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
