"""Show what a terminal would obey instead of letting it: escapes, controls, reversed writing."""

import unicodedata

_OBEYED = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
"""Unicode categories: controls such as ESC, formats such as right-to-left override, lone surrogates, and
the separators that some terminals take for line ends."""
_ESCAPES = {2: "\\x", 4: "\\u", 8: "\\U"}


class _VisibleTable(dict[int, str]):
    def __missing__(self, code: int) -> str:
        character = chr(code)
        obeyed = character not in "\n\t" and unicodedata.category(character) in _OBEYED
        digits = 2 if code < 0x100 else 4 if code < 0x10000 else 8
        shown = self[code] = f"{_ESCAPES[digits]}{code:0{digits}x}" if obeyed else character
        return shown


_TABLE = _VisibleTable()


def visible(text: str) -> str:
    r"""Replace what a terminal would obey by its escape: ESC becomes `\x1b`. Tab and newline stay."""
    return text.translate(_TABLE)
