"""Ask official Chinese reply letters: their sections, their figures and the documents they cite.

>>> from reply import load
>>> letter = load()
>>> letter.figure("3.1-5").value
313000000

All names are in `__all__`; docs/python.md shows them at work.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reply.errors import ReplyError
    from reply.interface import Match, figures, find
    from reply.model import Citation, Figure, Flag, Letter, Section
    from reply.pack.letter import pack
    from reply.store import load
    from reply.store.writer import dump

__version__ = "0.1.0"
__all__ = [
    "Citation", "Figure", "Flag", "Letter", "Match", "ReplyError", "Section",
    "__version__", "dump", "figures", "find", "load", "pack",
]  # fmt: skip

_HOMES = {
    "Citation": "model",
    "Figure": "model",
    "Flag": "model",
    "Letter": "model",
    "Match": "interface",
    "ReplyError": "errors",
    "Section": "model",
    "dump": "store.writer",
    "figures": "interface",
    "find": "interface",
    "load": "store.reader",
}


def __getattr__(name: str) -> Any:
    """Import the library on first use, so that `reply --version` reads no letter (PEP 562)."""
    if name == "pack":
        return import_module(
            "reply.pack"
        )  # the folder, which can be called: importing it puts it here anyway
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"reply.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
