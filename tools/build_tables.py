"""Build the tables of sounds, scripts and words that lookup reads, from the packages that know them.

    python -m pip install pypinyin==0.55.0 opencc-python-reimplemented==0.1.7 jieba==0.42.1
    python tools/build_tables.py

The three are needed only here: pypinyin takes 400 ms to import, jieba 770, and the tables load in a few.
NOTICE names their licences.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator
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
SEEN = 3
"""How often a word must stand there for its reading to be kept."""
PLACE, COMMON_PLACE, PLACE_AS = "ns", 10, 8
"""The mark of the name of a place, how often one of two characters must stand there, and the most that its
rarity is rated: 惠州市 is 惠州|市 and no 惠|州市."""
DIVISIONS = frozenset("省市县区镇乡村")
"""What ends the name of a division: of two characters, most are no names but the ends of longer ones."""


def main() -> None:
    """Write all tables."""
    frequencies = _frequencies()
    sets, codes = _readings(frequencies)
    _write("lookup/tables/readings.txt", sets, codes)
    _write("lookup/tables/polyphones.txt", *_polyphones(frequencies, sets.split(" "), codes))
    _write("script.txt", *_script())
    _write("lookup/tables/vocabulary.txt", *_vocabulary(frequencies))


def _frequencies() -> Counter[str]:
    """Return how often each word of jieba's dictionary was counted."""
    return Counter({word: count for word, count, _ in _dictionary()})


def _dictionary() -> Iterator[tuple[str, int, str]]:
    """Yield the words of jieba's dictionary, how often each was counted, and what kind of word it is."""
    for line in files(jieba).joinpath("dict.txt").read_text("utf-8").splitlines():
        word, count, kind = line.split(" ")
        if all(FIRST <= ord(character) <= LAST for character in word):
            yield word, int(count), kind


def _places() -> set[str]:
    """Return the names of places, of two characters."""
    return {
        word
        for word, n, kind in _dictionary()
        if kind == PLACE and n >= COMMON_PLACE and len(word) == 2 and word[1] not in DIVISIONS
    }


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


def _polyphones(frequencies: Counter[str], sets: list[str], codes: str) -> list[str]:
    """Return the words in which a character has a reading that is left out as rare: 会计 kuai ji."""
    kept = {chr(FIRST + n): sets[ord(code) - FIRST].split("|") for n, code in enumerate(codes)}
    found = []
    for word, count in frequencies.items():
        sounds = lazy_pinyin(word, style=Style.NORMAL, v_to_u=False)
        is_told = len(word) in (2, 3) and count >= SEEN and len(sounds) == len(word)
        if is_told and any(sound not in kept[one] for one, sound in zip(word, sounds, strict=True)):
            found.append(f"{word} {' '.join(sounds)}")
    return sorted(found)


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
    places = _places()
    words |= {place: frequencies[place] for place in places}
    by_first: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        rarity = round(math.log2(most / words[word]))
        rarity = min(rarity, PLACE_AS) if word in places else rarity
        by_first[word[0]].append(f"{word[1:]}{chr(ord('a') + rarity)}")
    return ["", *(f"{first} {' '.join(rest)}" for first, rest in sorted(by_first.items()))]


def _write(name: str, *lines: str) -> None:
    path = PACKAGE / name
    path.write_text("\n".join(lines) + "\n", "utf-8", newline="\n")
    print(f"{name}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
