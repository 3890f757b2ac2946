"""Fold what readers do not tell apart: width, case, spaces, quotation marks and brackets.

Folding goes character by character, so that every folded character knows where it came from; a match
is highlighted in the original even where folding made it shorter or longer.
"""

import unicodedata

SOFT = frozenset("\"'`“”‘’「」『』〝〞()[]{}<>《》〈〉〔〕【】〖〗·•・‧_*#~^|\\")
"""Marks that readers leave out when they type; compared after NFKC. Commas and stops are no such marks:
they keep a match from running over the end of a clause."""
_DASHES = dict.fromkeys("‐‑‒–—―−－", "-")
SEPARATOR = "\n"
"""Stands between the texts of a corpus; no query holds it, so no match runs from one text into the next."""


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
    plain = unicodedata.normalize("NFKC", _DASHES.get(character, character)).casefold()
    # U+2047 and others decompose to what is soft itself; spaces and controls go with the soft marks.
    return "".join(c for c in plain if c not in SOFT and not c.isspace() and c.isprintable())


TABLE = FoldTable()
SCRIPT_TABLE = ScriptTable()


def fold(text: str, table: FoldTable = TABLE) -> str:
    """Return the folded text."""
    return text.translate(table)


def origins(text: str, table: FoldTable = TABLE) -> list[int]:
    """Return, for each character of `fold(text)`, the offset in `text` that it came from."""
    return [offset for offset, character in enumerate(text) for _ in table[ord(character)]]
