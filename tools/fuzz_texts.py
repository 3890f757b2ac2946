"""Make texts, queries and TOML: the repository's own samples mutated, and sentences put together."""

import random
from functools import cache
from pathlib import Path
from typing import NamedTuple

import tomli

from reply.pack import pack
from reply.store.writer import dump

TESTS = Path(__file__).parent.parent / "tests"
TABLE: dict[str, list[str]] = tomli.loads(Path(__file__).with_name("fuzz_words.toml").read_text("utf-8"))
HOSTILE = [*TABLE["hostile"], "\ud800"]
"""What a terminal, a parser, a shell or a template would obey."""
_VALUES = [*TABLE["values"], "0x" + "f" * 5_000, "1" * 5_000, "[" * 300 + "]" * 300]


class Case(NamedTuple):
    """One input."""

    kind: str
    data: bytes = b""
    """A file's content; of a query or a command the letter that is asked."""
    words: tuple[str, ...] = ()
    """A query, or the arguments of a command."""
    name: str = "x"
    """What the file is called."""


@cache
def texts() -> tuple[str, ...]:
    """Return the samples that are text."""
    paths = [*TESTS.glob("samples/text/*.txt"), *TESTS.glob("samples/small/*.txt"), TESTS / "data/letter.txt"]
    return tuple(path.read_text("utf-8", "replace") for path in sorted(paths))


@cache
def lines() -> tuple[str, ...]:
    """Return single lines of all samples, with what they are marked with."""
    paths = sorted([*TESTS.glob("letters/*.txt"), *TESTS.glob("heads/*.txt"), *TESTS.glob("measure/*.t*")])
    found = [line for path in paths for line in path.read_text("utf-8").splitlines() if line.strip()]
    return tuple(found + [line for text in texts() for line in text.splitlines() if line.strip()])


def sentence(chance: random.Random) -> str:
    """Put a sentence together."""
    groups = (TABLE["words"], TABLE["numerals"], TABLE["units"], TABLE["marks"], HOSTILE)
    weights = (8, 6, 5, 4, 1)
    many = chance.randint(1, 25)
    return "".join(chance.choice(group) for group in chance.choices(groups, weights, k=many))


def mutated(chance: random.Random, text: str) -> str:
    """Change a text in a few places."""
    for _ in range(chance.choice((0, 1, 1, 2, 3, 8))):
        start = chance.randint(0, len(text))
        end = min(start + chance.choice((0, 1, 1, 2, 5, 20, 200)), len(text))
        piece = text[start:end]
        change = chance.randrange(7)
        if change == 0:
            piece = ""
        elif change == 1:
            piece = piece * chance.choice((2, 3, 50))
        elif change == 2:
            piece += chance.choice(HOSTILE)
        elif change == 3:
            piece += sentence(chance)
        elif change == 4:
            piece = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in piece)
        elif change == 5:
            piece = piece[::-1]
        else:
            piece += chance.choice(lines())
        text = text[:start] + piece + text[end:]
    return text[:20_000]


def a_text(chance: random.Random, *, whole: float = 0.02) -> str:
    """Return a text: seldom a whole letter, for those take long; mostly some lines."""
    if chance.random() < whole:
        return mutated(chance, chance.choice(texts()))
    some = [
        chance.choice(lines()) if chance.random() < 0.5 else sentence(chance)
        for _ in range(chance.choice((1, 1, 1, 2, 3, 6)))
    ]
    return mutated(chance, "\n".join(some) + chance.choice(("", "\n")))


def encoded(chance: random.Random, text: str) -> bytes:
    """Return a text in an encoding, mostly UTF-8."""
    encoding = chance.choice(("utf-8",) * 12 + ("gb18030", "big5", "utf-16", "utf-8-sig"))
    return text.encode(
        encoding, "surrogatepass" if encoding == "utf-8" and chance.random() < 0.1 else "replace"
    )


def damaged(chance: random.Random, data: bytes, *, most: float) -> bytes:
    """Change some bytes, in this share of all cases."""
    if not data or chance.random() >= most:
        return data
    changed = bytearray(data)
    for _ in range(chance.choice((1, 2, 5, 30))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    if chance.random() < 0.3:
        del changed[chance.randrange(len(changed)) :]
    return bytes(changed)


def a_name(chance: random.Random, ending: str) -> str:
    """Return the name of a file."""
    stem = chance.choice(
        ("x", "信", "a b", "-rf", "'q'", "[red]", "\x1b[5;95mn", "l\nn", "t\tn", "\u202en", "n\udcff")
    )
    return stem + ending


def text(chance: random.Random) -> Case:
    """Return a text file."""
    return Case(
        "text", damaged(chance, encoded(chance, a_text(chance)), most=0.03), name=a_name(chance, ".txt")
    )


def a_query(chance: random.Random) -> str:
    """Return what someone types, or a part of a letter."""
    way = chance.randrange(6)
    if way == 0:
        line = chance.choice(lines())
        start = chance.randrange(len(line))
        return line[start : start + chance.choice((1, 2, 3, 4, 6, 12, 60))]
    if way == 1:
        return "".join(chance.choices("abcdefghijklmnopqrstuvwxyz'", k=chance.randint(1, 12)))
    if way == 2:
        return mutated(chance, chance.choice(TABLE["words"]))[:80]
    if way == 3:
        return " ".join(
            chance.choice([*TABLE["words"], *TABLE["numerals"]]) for _ in range(chance.randint(1, 4))
        )
    if way == 4:
        return "".join(chr(chance.randrange(0x4E00, 0x9FFF)) for _ in range(chance.randint(1, 6)))
    return sentence(chance)[:200]


def query(chance: random.Random) -> Case:
    """Return a question to a letter."""
    command = chance.choice(("find",) * 5 + ("figures", "citations", "section", "unit", "period", "min"))
    return Case("query", str(chance.randrange(LETTERS)).encode(), (command, a_query(chance)))


LETTERS = 12
"""Letters that are asked."""


@cache
def letter_text(number: int) -> str:
    """Return the text of a letter that is asked."""
    chance = random.Random(f"letter {number}")  # noqa: S311
    return a_text(chance) + "。\n" + "\n".join(chance.sample(lines(), 6))


@cache
def tomls() -> tuple[str, ...]:
    """Return packed letters."""
    found = [
        dump(
            pack(
                "2018年全县投入养老资金500万元,每村补助约1.5万元(国发〔2015〕17号)。\n云溪县民政局\n2019年8月12日\n"
            )
        )
    ]
    for number in range(40):
        try:
            found.append(dump(pack(letter_text(number))))
        except Exception:  # noqa: S112 - that is what the fuzzer looks for, elsewhere
            continue
    return tuple(toml for toml in found if len(toml) < 8_000)


def toml(chance: random.Random) -> Case:
    """Return a letter that someone edited."""
    rows = chance.choice(tomls()).split("\n")
    for _ in range(chance.choice((0, 1, 1, 2, 4))):
        at = chance.randrange(len(rows))
        key, equals, _ = rows[at].partition(" = ")
        change = chance.randrange(8)
        if change == 0:
            del rows[at]
        elif change == 1:
            rows.insert(at, chance.choice(rows))
        elif change == 2 and equals:
            rows[at] = f"{key} = {chance.choice(_VALUES)}"
        elif change == 3 and equals:
            other_key = chance.choice(("title", "id", "start", "x", "a" + ".a" * 990))
            rows[at] = f"{other_key} = {rows[at].split(' = ')[1]}"
        elif change == 4:
            rows[at] = mutated(chance, rows[at])
        elif change == 5:
            other = chance.randrange(len(rows))
            rows[at], rows[other] = rows[other], rows[at]
        elif change == 6:
            rows[at] = f"[{rows[at]}]"
        else:
            rows[at] = chance.choice(chance.choice(tomls()).split("\n"))
        rows = rows or [""]
    text = "\n".join(rows)
    data = text.encode("utf-8", "surrogatepass" if chance.random() < 0.05 else "replace")
    return Case("toml", damaged(chance, data, most=0.05), name=a_name(chance, ".toml"))
