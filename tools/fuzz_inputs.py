"""Make inputs for the fuzzer: each is told by its kind, the seed and its number, and by nothing else."""

import io
import random
import sqlite3
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TypeVar

from fuzz_texts import (
    HOSTILE,
    TABLE,
    TESTS,
    Case,
    a_name,
    a_query,
    a_text,
    damaged,
    encoded,
    mutated,
    query,
    text,
    toml,
)

from reply.pack import pack
from reply.shelf.schema import rows_of
from reply.shelf.writer import Writer


def make(kind: str, seed: int, number: int) -> Case:
    """Return the input of a number."""
    chance = random.Random(f"{seed} {kind} {number}")  # noqa: S311 - not for secrets
    return MAKERS[kind](chance)


@cache
def files(*patterns: str) -> tuple[tuple[str, bytes], ...]:
    """Return the samples of some endings."""
    found = [path for pattern in patterns for path in sorted((TESTS / "samples").rglob(pattern))]
    return tuple((path.suffix, path.read_bytes()) for path in found)


def _page(chance: random.Random) -> Case:
    if chance.random() < 0.1:
        _, data = chance.choice(files("*.html", "*.mht*"))
        text = data.decode("utf-8", "replace")
    else:
        pieces = [
            chance.choice(TABLE["tags"]) if chance.random() < 0.6 else a_text(chance, whole=0)
            for _ in range(chance.randint(2, 25))
        ]
        text = chance.choice(
            (
                "<!doctype html>",
                "<html><body>",
                "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n"
                "Content-Type: text/html\n\n",
            )
        ) + "".join(pieces)
    for _ in range(chance.choice((0, 1, 2, 6))):
        at = chance.randint(0, len(text))
        text = text[:at] + chance.choice([*TABLE["tags"], *HOSTILE]) + text[at:]
    return Case(
        "page",
        damaged(chance, encoded(chance, mutated(chance, text)), most=0.05),
        name=a_name(chance, ".html"),
    )


def _zipped(chance: random.Random, ending: str) -> bytes:
    """Return an archive of XML with one of its parts changed, seldom with its bytes changed."""
    _, data = chance.choice(files(f"*{ending}"))
    if chance.random() < 0.15:
        return damaged(chance, data, most=1)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for _ in range(chance.choice((1, 1, 2))):
        part = chance.choice([name for name in parts if name.endswith((".xml", ".rels"))])
        parts[part] = _xml(chance, parts[part].decode("utf-8", "replace")).encode("utf-8", "replace")
    if chance.random() < 0.1:
        del parts[chance.choice(list(parts))]
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content)  # else it holds the time of day
    return written.getvalue()


def _xml(chance: random.Random, text: str) -> str:
    """Change XML so that it mostly stays well formed: an attribute, a text, an element twice or gone."""
    for _ in range(chance.choice((1, 2, 4))):
        quoted = [at for at, c in enumerate(text) if c == '"']
        change = chance.randrange(5)
        if change == 0 and len(quoted) > 1:
            at = chance.randrange(len(quoted) // 2) * 2
            value = chance.choice(
                ("0", "-1", "99999999999", "", "x", "１", "nan", "1e9", "0 0", "upperRoman", "1.5")
            )
            text = text[: quoted[at] + 1] + value + text[quoted[at + 1] :]
        elif change == 1:
            at = text.find(">", chance.randint(0, len(text))) + 1
            text = text[:at] + a_text(chance, whole=0).translate({60: None, 38: None}) + text[at:]
        elif change == 2:
            start = text.find("<", chance.randint(0, len(text)))
            name = text[start + 1 : start + 40].split(" ")[0].split(">")[0].strip("/")
            end = text.find(f"</{name}>", start)
            if start >= 0 and end >= 0 and name:
                element = text[start : end + len(name) + 3]
                text = text[:start] + element * chance.choice((0, 2, 3)) + text[end + len(name) + 3 :]
        elif change == 3:
            text = mutated(chance, text) if len(text) < 20_000 else text
        else:
            text = text.replace(
                chance.choice(("w:val", "w:tr", "w:p>", "TextCode", "Boundary", "DeltaX")), "x", 1
            )
    return text


def _docx(chance: random.Random) -> Case:
    return Case("docx", _zipped(chance, ".docx"), name=a_name(chance, ".docx"))


def _ofd(chance: random.Random) -> Case:
    return Case("ofd", _zipped(chance, ".ofd"), name=a_name(chance, ".ofd"))


def _pdf(chance: random.Random) -> Case:
    _, data = chance.choice(files("*.pdf"))
    return Case("pdf", damaged(chance, data, most=1), name=a_name(chance, ".pdf"))


@cache
def databases() -> tuple[bytes, ...]:
    """Return a collection as a file, and another program's."""
    with tempfile.TemporaryDirectory() as folder:
        own, other = Path(folder, "own.db"), Path(folder, "other.db")
        writer = Writer(str(own))
        for number in range(4):
            writer.put(
                f"{number}.txt",
                rows_of(
                    pack(
                        f"201{number}年投入养老资金{number}5万元,建成社区{number}个。\n云溪县民政局\n2019年8月12日\n"
                    )
                ),
            )
        writer.commit()
        writer.close()
        with sqlite3.connect(other) as database:
            database.execute("CREATE TABLE letter (id, file)")
        database.close()
        return own.read_bytes(), other.read_bytes()


def _database(chance: random.Random) -> Case:
    own, other = databases()
    data = bytearray(other if chance.random() < 0.02 else own)
    for _ in range(chance.choice((0, 1, 1, 3, 10))):
        at = chance.randrange(len(data))
        change = chance.randrange(4)
        if change == 0:
            data[at] = chance.randrange(256)
        elif change == 1:
            at = chance.randrange(min(len(data), 100))
            data[at] = chance.randrange(256)
        elif change == 2:
            page = at // 4096 * 4096
            data[page : page + 4096] = bytes(4096)
        else:
            data[at : at + 8] = chance.randbytes(8)
    if chance.random() < 0.1:
        del data[chance.randrange(len(data)) :]
    return Case("database", bytes(data), (a_query(chance),), name="x.db")


def _command(chance: random.Random) -> Case:
    name = chance.choice(
        ("find", "section", "figures", "citations", "info", "text", "check", "pack", "", "fidn")
    )
    words: list[str] = [name] if name else []
    if name in ("find",):
        words.append(a_query(chance))
    if name == "pack":
        words.append(chance.choice(("x.txt", "x.toml", "nowhere")))
    for _ in range(chance.choice((0, 1, 1, 2, 3))):
        words.append(chance.choice(TABLE["options"]))
        words.append(chance.choice(TABLE["operands"]) if chance.random() < 0.8 else a_query(chance))
    if chance.random() < 0.8 and name != "pack":
        words += ["--from", "x.toml"]
    words = [word.replace("\0", "") for word in words]
    return Case("command", hostile_text(chance).encode("utf-8", "replace"), tuple(words))


def hostile_text(chance: random.Random) -> str:
    """Return a letter with something in each place of its head that a terminal would obey."""
    put: Callable[[], str] = lambda: chance.choice(HOSTILE).replace("\n", "").replace("\r", "")  # noqa: E731
    return (
        f"云民函〔2019〕{put()}7号\n关于{put()}第5号提案的答复\n王{put()}芳委员:\n您提出的{put()}提案收悉,现答复如下:\n"
        f"一、关于{put()}养老\n2018年{put()}投入{put()}资金5{put()}万元,"
        f"见《办{put()}法》(国发〔2015〕{put()}17号)。\n{a_text(chance, whole=0)}\n"
        f"云溪县{put()}民政局\n2019年8月12日\n"
    )


MAKERS: dict[str, Callable[[random.Random], Case]] = {
    "query": query,
    "toml": toml,
    "text": text,
    "page": _page,
    "docx": _docx,
    "ofd": _ofd,
    "pdf": _pdf,
    "database": _database,
    "command": _command,
}


def smaller(case: Case) -> Iterator[Case]:
    """Yield smaller inputs of the same kind, the much smaller first."""
    if case.kind in ("docx", "ofd"):
        return  # an archive with a part cut is another archive
    for place, word in enumerate(case.words):
        if len(case.words) > 1 and case.kind == "command":
            yield case._replace(words=case.words[:place] + case.words[place + 1 :])
        for piece in _cut(word):
            yield case._replace(words=(*case.words[:place], piece, *case.words[place + 1 :]))
    if case.kind in ("query", "database"):
        return
    try:
        written = case.data.decode()
    except UnicodeDecodeError:
        yield from (case._replace(data=data) for data in _cut(case.data))
        return
    yield from (case._replace(data=shorter.encode()) for shorter in _cut(written))


Whole = TypeVar("Whole", str, bytes)


def _cut(whole: Whole) -> Iterator[Whole]:
    length = len(whole) // 2
    while length:
        for start in range(0, len(whole), length):
            yield whole[:start] + whole[start + length :]
        length //= 2
