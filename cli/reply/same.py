"""When two texts have the same words: width, spaces, what cannot be seen, brackets and script aside.

Typesetting changes these and nothing else, so what packing closes up and what the store looks for in the
letter are compared here and nowhere else.
"""

_BRACKETS = str.maketrans("[]【】﹝﹞［］〖〗", "〔〕〔〕〔〕〔〕〔〕")
_DASHES = str.maketrans("‐‑‒–—―−－", "-" * 8)


def same_words(text: str) -> str:
    """Return a text as it is compared: two that are equal then have the same words."""
    from unicodedata import category, normalize

    from reply.script import simplified

    # Character by character: what stands beside a character must not change how it is compared.
    plain = "".join([normalize("NFKC", character) for character in text.translate(_BRACKETS)])
    shown = (c for c in plain.translate(_BRACKETS).translate(_DASHES) if not c.isspace())
    return "".join(c for c in shown if category(c) not in ("Cf", "Cc")).translate(simplified())


def holds(text: str, wanted: str) -> bool:
    """Tell whether a text has the words of another in it, next to each other."""
    return wanted in text or same_words(wanted) in same_words(text)
