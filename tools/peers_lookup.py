"""What else people look words up with: each takes a query and returns passages of a letter, best first."""

import json
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Sequence

from reply.lookup.fold import SCRIPT_TABLE, fold

Peer = Callable[[str], list[str]]

_PINYIN_PRO = """
const { match } = require("pinyin-pro");
const [query, ...texts] = JSON.parse(require("fs").readFileSync(0, "utf8"));
const found = texts.map((_, at) => at).filter((at) => match(texts[at], query, { continuous: true }));
console.log(JSON.stringify(found));
"""


def peers(texts: Sequence[str]) -> dict[str, Peer]:
    """Return those that are there, by name."""
    lines = [text.replace("\n", " ") for text in texts]
    found: dict[str, Peer] = {"fts5 pairs, OR, bm25": _pairs(lines)}
    if shutil.which("rg"):
        found["rg -F -i"] = lambda query: _filtered(["rg", "-F", "-i", "-e", query], lines)
    if shutil.which("fzf"):
        found["fzf --filter"] = lambda query: _filtered(["fzf", "--filter", query], lines)
    if shutil.which("node") and _runs(["node", "-e", 'require("pinyin-pro")']):
        found["pinyin-pro"] = lambda query: _by_pinyin(query, lines)
    return found


def _runs(command: list[str]) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def _filtered(command: list[str], lines: Sequence[str]) -> list[str]:
    done = subprocess.run(command, input="\n".join(lines), capture_output=True, text=True, check=False)
    return done.stdout.splitlines()


def _by_pinyin(query: str, lines: Sequence[str]) -> list[str]:
    given = json.dumps([query, *lines])
    command = ["node", "-e", _PINYIN_PRO]
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=False)
    return [lines[at] for at in json.loads(done.stdout or "[]")]


def _pairs(lines: Sequence[str]) -> Peer:
    """Return what takes any passage with a pair of the query, the best by BM25 first."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE line USING fts5(pairs, tokenize = 'unicode61')")
    database.executemany(
        "INSERT INTO line (pairs) VALUES (?)", [(" ".join(_tokens(line)),) for line in lines]
    )

    def ask(query: str) -> list[str]:
        tokens = [token for word in query.split() for token in _tokens(word)]
        if not tokens:
            return []
        expression = " OR ".join(f'"{token}"' for token in tokens)
        statement = "SELECT rowid FROM line WHERE line MATCH ? ORDER BY bm25(line)"
        return [lines[row - 1] for (row,) in database.execute(statement, (expression,))]

    return ask


def _tokens(text: str) -> list[str]:
    plain = "".join(character for character in fold(text, SCRIPT_TABLE) if character.isalnum())
    return [plain[at : at + 2] for at in range(len(plain) - 1)] or ([plain] if plain else [])
