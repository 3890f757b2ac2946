"""What the letter is, and the letter itself."""

from hashlib import sha256

from reply.listing import Listing
from reply.model import Reply

COLUMNS = (
    "number", "grade", "addressee", "subject", "issuer", "date", "source", "title", "file",
    "sections", "figures", "citations", "characters", "sha256", "planned", "standard",
)  # fmt: skip


SUMMARY = ("number", "issuer", "date", "subject", "sections", "figures", "citations")
"""What a person wants to know of one of many letters."""


def info(reply: Reply) -> Listing:
    """Return the head data and what there is to ask for."""
    text = reply.text
    statuses = [figure.status for figure in reply.figures]
    row = {
        "number": reply.number,
        "grade": reply.grade,
        "addressee": reply.addressee,
        "subject": reply.subject,
        "issuer": reply.issuer,
        "date": reply.date,
        "source": reply.source,
        "title": reply.title,
        "file": reply.file,
        "sections": len(reply.sections),
        "figures": len(statuses),
        "citations": len(list(reply.citations)),
        "characters": len(text),
        "sha256": sha256(text.encode()).hexdigest(),
        "planned": statuses.count("planned"),
        "standard": statuses.count("standard"),
    }
    return Listing(kind="info", columns=COLUMNS, rows=[row], value="number")


def summary(reply: Reply) -> Listing:
    """Return the one row that says what a letter is among others."""
    return info(reply)._replace(columns=SUMMARY)


def text(reply: Reply) -> Listing:
    """Return the letter as it was published."""
    return Listing(kind="text", columns=("text",), rows=[{"text": reply.text}], value="text")
