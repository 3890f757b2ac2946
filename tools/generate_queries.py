"""Spoil the letter's own words by program, and draw common words that it does not hold.

    python -m pip install pypinyin==0.55.0 opencc-python-reimplemented==0.1.7 jieba==0.42.1
    python tools/generate_queries.py

writes tests/queries/generated.tsv. Nothing of `reply` is used, so that its tables cannot judge themselves.
"""

import random
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

import jieba
import jieba.posseg
from opencc import OpenCC
from pypinyin import Style, lazy_pinyin

ROOT = Path(__file__).parent.parent
LETTER = (ROOT / "tests" / "data" / "letter.txt").read_text("utf-8")
OUT = ROOT / "tests" / "queries" / "generated.tsv"
SYNONYMS = ROOT / "cli" / "reply" / "lookup" / "tables" / "synonyms.toml"
SEED = 20170606
PER_KIND = 300
ABSENT = 1000

COUNTS = {
    word: int(count)
    for word, count, *_ in (
        line.split(" ") for line in files(jieba).joinpath("dict.txt").read_text("utf-8").splitlines()
    )
}
COMMON_CHARACTERS = [word for word, count in COUNTS.items() if len(word) == 1 and count >= 1000]
BODY = LETTER[: LETTER.index("扫描关注")]


def main() -> None:
    """Write the queries of every kind."""
    chance = random.Random(SEED)  # noqa: S311 - repeatable on purpose
    words = _words()
    rows: list[tuple[str, str, str]] = []
    rows += _sample(chance, "homophone-2", _homophones(chance, [word for word in words if len(word) == 2]))
    rows += _sample(chance, "homophone-3+", _homophones(chance, [word for word in words if len(word) > 2]))
    rows += _sample(chance, "pinyin", (("".join(lazy_pinyin(word)), word) for word in words))
    initials = ((_initials(word), word) for word in words if len(word) > 2)
    rows += _sample(chance, "initials-3+", initials)
    convert = OpenCC("s2t").convert
    rows += _sample(chance, "traditional", ((convert(word), word) for word in words if convert(word) != word))
    rows += _sample(chance, "slip", _slips(chance, [word for word in words if len(word) > 2]))
    for length in (2, 3, 4):
        drawn = _absent(chance, length)
        rows += [(f"absent-{length}", word, "") for word in drawn]
    lines = ["kind\tquery\tmeant", *("\t".join(row) for row in rows)]
    OUT.write_text("\n".join(lines) + "\n", "utf-8", newline="\n")


def _words() -> list[str]:
    """Return the letter's words of two and more characters, and pairs of neighbours up to six."""
    found: dict[str, None] = {}
    for clause in re.findall(r"[\u4e00-\u9fff]+", BODY):
        tokens = [(word, flag) for word, flag in jieba.posseg.cut(clause)]
        for (word, flag), (following, next_flag) in zip(tokens, [*tokens[1:], ("", "")], strict=True):
            if len(word) > 1 and flag[0] in "nvajil":
                found[word] = None
                if len(following) > 1 and next_flag[0] in "nvajil" and len(word + following) <= 6:
                    found[word + following] = None
    return list(found)


def _sample(chance: random.Random, kind: str, pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str, str]]:
    fresh = [(query, word) for query, word in pairs if query and query not in LETTER]
    picked = fresh if len(fresh) <= PER_KIND else chance.sample(fresh, PER_KIND)
    return [(kind, query, word) for query, word in picked]


def _homophones(chance: random.Random, words: list[str]) -> list[tuple[str, str]]:
    """Replace one character by a common one of the same sound, as an input method offers it."""
    same: dict[str, list[str]] = defaultdict(list)
    for character in COMMON_CHARACTERS:
        same["".join(lazy_pinyin(character))].append(character)
    pairs = []
    for word in words:
        sounds = lazy_pinyin(word)
        position = chance.randrange(len(word))
        others = [other for other in same[sounds[position]] if other != word[position]]
        if others:
            pairs.append((word[:position] + chance.choice(others) + word[position + 1 :], word))
    return pairs


def _initials(word: str) -> str:
    return "".join(lazy_pinyin(word, style=Style.FIRST_LETTER))


def _slips(chance: random.Random, words: list[str]) -> list[tuple[str, str]]:
    """Make one slip of the hand: a character wrong, extra, doubled, swapped, or in long words missing."""
    pairs = []
    for word in words:
        at = chance.randrange(len(word))
        other = chance.choice(COMMON_CHARACTERS)
        slips = [
            word[:at] + other + word[at + 1 :],
            word[:at] + other + word[at:],
            word[:at] + word[at] + word[at:],
            word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :] if at else "",
            word[:at] + word[at + 1 :] if len(word) > 3 else "",
        ]
        pairs.append((chance.choice([slip for slip in slips if slip]), word))
    return pairs


def _absent(chance: random.Random, length: int) -> list[str]:
    """Draw common words that neither stand in the letter nor have a synonym that a reader would accept."""
    groups = tomllib.loads(SYNONYMS.read_text("utf-8"))["groups"]
    synonyms = Counter(word for group in groups for word in group["words"])
    candidates = [
        word
        for word, count in COUNTS.items()
        if len(word) == length
        and count >= (100 if length < 4 else 20)
        and re.fullmatch(r"[\u4e00-\u9fff]+", word)
        and word not in LETTER
        and not any(synonym in word for synonym in synonyms)
    ]
    return sorted(chance.sample(candidates, ABSENT))


if __name__ == "__main__":
    main()
