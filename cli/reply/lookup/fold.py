"""Fold what readers do not tell apart: width, case, spaces, quotation marks and brackets.

Folding goes character by character, so that every folded character knows where it came from; a match
is highlighted in the original even where folding made it shorter or longer. Only between two digits a mark
stays as a border: 〔2017〕14 is no 201714.
"""

import re
import unicodedata

SOFT = frozenset("\"'`“”‘’「」『』〝〞()[]{}<>《》〈〉〔〕【】〖〗·•・‧_*#~^|\\")
"""Marks that readers leave out when they type; compared after NFKC. Commas and stops are no such marks:
they keep a match from running over the end of a clause."""
_DASHES = dict.fromkeys("‐‑‒–—―−－", "-")
SEPARATOR = "\n"
"""Stands between the texts of a corpus; no query holds it, so no match runs from one text into the next."""
BORDER = "‖"
"""Stands for the marks and spaces between two digits, so that they never run together."""
STOPS = "。.,，、;；:：?？!！…⋯~～"
"""What input methods leave around a word."""
_TILDES = "~～〜∼"
_SOFT = "".join(sorted(SOFT))
_BEFORE, _AFTER = STOPS.replace(".", "") + _SOFT, STOPS + _SOFT
"""Before a number a point is a part of it."""
_NUMERALS = r"\d〇零一二三四五六七八九十百千万亿两"
_BETWEEN_NUMERALS = re.compile(rf"(?<=[{_NUMERALS}])[\W_]+(?=[{_NUMERALS}])")


class FoldTable(dict[int, str]):
    """A table for `str.translate` that works out each character when it is first seen."""

    def __missing__(self, code: int) -> str:
        """Fold one character."""
        folded = self[code] = fold_character(chr(code))
        return folded


class ScriptTable(FoldTable):
    """A table that folds traditional characters to simplified ones too."""

    def __missing__(self, code: int) -> str:
        """Fold one character."""
        from reply.script import simplified

        folded = self[code] = fold_character(chr(code)).translate(simplified())
        return folded


def fold_character(character: str) -> str:
    """Fold one character; the result is empty for a soft mark and may be longer than one."""
    if character == SEPARATOR or "\u4e00" <= character <= "\u9fff":
        return character  # Han characters are what they are, and most of a letter
    plain = unicodedata.normalize("NFKC", character).casefold()
    # U+2047 and others decompose to what is soft itself; spaces and controls go with the soft marks.
    return "".join(_DASHES.get(c, c) for c in plain if c not in SOFT and not c.isspace() and c.isprintable())


TABLE = FoldTable()
SCRIPT_TABLE = ScriptTable()


def fold(text: str, table: FoldTable = TABLE) -> str:
    """Return the folded text."""
    return bordered(text).translate(table)


def origins(text: str, table: FoldTable = TABLE) -> list[int]:
    """Return, for each character of `fold(text)`, the offset in `text` that it came from."""
    return [offset for offset, character in enumerate(bordered(text)) for _ in table[ord(character)]]


def bordered(text: str) -> str:
    """Return a text in which a border is the first of the marks between two digits; offsets stay.

    What is invisible parts nothing: the digits beside it are one number.
    """
    return _BETWEEN_NUMERALS.sub(_border, text)


def _border(match: re.Match[str]) -> str:
    run, text = match[0], match.string
    if run in _TILDES:
        return "-"  # from one number to another
    is_soft = not run.translate(TABLE) and any(mark.isprintable() or mark.isspace() for mark in run)
    beside_digit = text[match.start() - 1].isdecimal() or text[match.end()].isdecimal()
    return BORDER + " " * (len(run) - 1) if is_soft and beside_digit else run


def words_of(query: str) -> list[str]:
    """Return the words of a query, without the stops that an input method left around them."""
    words = [word.lstrip(_BEFORE).rstrip(_AFTER) for word in query.split()]
    return [word for word in words if fold(word)]
