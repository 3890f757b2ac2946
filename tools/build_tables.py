"""Build the tables of sounds, scripts and words that lookup reads, from the packages that know them.

    python -m pip install pypinyin==0.55.0 opencc-python-reimplemented==0.1.7 jieba==0.42.1
    python tools/build_tables.py

The three are needed only here: pypinyin takes 400 ms to import, jieba 770, and the tables load in a few.
NOTICE names their licences.
"""

import math
from collections import Counter, defaultdict
from importlib.resources import files
from pathlib import Path

import jieba
from pypinyin import Style, lazy_pinyin

PACKAGE = Path(__file__).parent.parent / "cli" / "reply"
FIRST, LAST = 0x4E00, 0x9FFF
"""The basic Han characters."""
RARE = 0.08
"""A reading with a smaller share of a character's use gives odd hits: nobody types it."""
COMMON = 50
"""How often a word stands in jieba's corpus to be in the vocabulary; about 42,000 words do."""


def main() -> None:
    """Write all tables."""
    frequencies = _frequencies()
    _write("lookup/tables/readings.txt", *_readings(frequencies))
    _write("script.txt", *_script())
    _write("lookup/tables/vocabulary.txt", *_vocabulary(frequencies))


def _frequencies() -> Counter[str]:
    """Return how often each word of jieba's dictionary was counted."""
    counts: Counter[str] = Counter()
    for line in files(jieba).joinpath("dict.txt").read_text("utf-8").splitlines():
        word, count, *_ = line.split(" ")
        if all(FIRST <= ord(character) <= LAST for character in word):
            counts[word] = int(count)
    return counts


def _readings(frequencies: Counter[str]) -> tuple[str, str]:
    """Return the distinct sets of readings, and for each Han character the set it has.

    A set is `le|yue`, the most used first; the character numbered n stands for the nth set, counted from
    U+4E00. A reading counts as often as the words in which a character has it.
    """
    uses: dict[str, Counter[str]] = defaultdict(Counter)
    for word, count in frequencies.items():
        sounds = lazy_pinyin(word, style=Style.NORMAL, v_to_u=False)
        if len(sounds) == len(word):
            for character, sound in zip(word, sounds, strict=True):
                uses[character][sound] += count
    sets: dict[str, int] = {}
    codes = []
    for code in range(FIRST, LAST + 1):
        character = chr(code)
        kept = _kept(uses[character]) or lazy_pinyin(character, style=Style.NORMAL, errors="ignore")
        codes.append(chr(FIRST + sets.setdefault("|".join(kept) or "-", len(sets))))
    return " ".join(sets), "".join(codes)


def _kept(uses: Counter[str]) -> list[str]:
    total = sum(uses.values())
    return [sound for sound, count in uses.most_common() if count >= RARE * total]


def _script() -> tuple[str, str]:
    """Return traditional characters and regional variants, and the simplified character of each."""
    dictionary = files("opencc").joinpath("dictionary")
    simplified: dict[str, str] = {}
    for line in dictionary.joinpath("TSCharacters.txt").read_text("utf-8").splitlines():
        traditional, _, choices = line.partition("\t")
        simplified[traditional] = choices.split()[0]
    for name in ("HKVariants.txt", "TWVariants.txt"):
        for line in dictionary.joinpath(name).read_text("utf-8").splitlines():
            standard, _, variants = line.partition("\t")
            for variant in variants.split():
                simplified.setdefault(variant, simplified.get(standard, standard))
    pairs = sorted((t, s) for t, s in simplified.items() if t != s and len(t) == len(s) == 1)
    written = {s for _, s in pairs}
    pairs = [(t, s) for t, s in pairs if t not in written]  # 么 is 麼 in simplified script, and no 幺
    return "".join(t for t, _ in pairs), "".join(s for _, s in pairs)


def _vocabulary(frequencies: Counter[str]) -> list[str]:
    """Return the common words of two and three characters, a line for each first character.

    社 区i 会d says that 社区 and 社会 are words; the letter is how rare they are, in powers of two from the
    most frequent word.
    """
    words = {word: n for word, n in frequencies.items() if len(word) in (2, 3) and n >= COMMON}
    most = max(words.values())
    by_first: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        rarity = round(math.log2(most / words[word]))
        by_first[word[0]].append(f"{word[1:]}{chr(ord('a') + rarity)}")
    return ["", *(f"{first} {' '.join(rest)}" for first, rest in sorted(by_first.items()))]


def _write(name: str, *lines: str) -> None:
    path = PACKAGE / name
    path.write_text("\n".join(lines) + "\n", "utf-8", newline="\n")
    print(f"{name}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
