"""What the letter is, and the letter itself."""

from hashlib import sha256

from reply.listing import Listing
from reply.model import Letter

COLUMNS = (
    "number", "grade", "addressee", "subject", "issuer", "date", "source", "title", "file",
    "sections", "figures", "citations", "characters", "sha256", "planned", "standard",
)  # fmt: skip


SUMMARY = ("number", "issuer", "date", "subject", "sections", "figures", "citations")
"""What a person wants to know of one of many letters."""


def info(letter: Letter) -> Listing:
    """Return the head data and what there is to ask for."""
    text = letter.text
    statuses = [figure.status for figure in letter.figures]
    row = {
        "number": letter.number,
        "grade": letter.grade,
        "addressee": letter.addressee,
        "subject": letter.subject,
        "issuer": letter.issuer,
        "date": letter.date,
        "source": letter.source,
        "title": letter.title,
        "file": letter.file,
        "sections": len(letter.sections),
        "figures": len(statuses),
        "citations": len(list(letter.citations)),
        "characters": len(text),
        "sha256": sha256(text.encode()).hexdigest(),
        "planned": statuses.count("planned"),
        "standard": statuses.count("standard"),
    }
    return Listing(kind="info", columns=COLUMNS, rows=[row], value="number")


def summary(letter: Letter) -> Listing:
    """Return the one row that says what a letter is among others."""
    return info(letter)._replace(columns=SUMMARY)


def text(letter: Letter) -> Listing:
    """Return the letter as it was published."""
    return Listing(kind="text", columns=("text",), rows=[{"text": letter.text}], value="text")
