"""Ask an official Chinese reply letter: its sections, its figures and the documents it cites.

>>> from reply import load
>>> letter = load()
>>> letter.figure("3.1-5").value
313000000
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reply.model import Citation, Figure, Letter, Section
    from reply.store import load

__version__ = "0.1.0"
__all__ = ["Citation", "Figure", "Letter", "Section", "__version__", "load"]


def __getattr__(name: str) -> Any:
    """Import the library on first use, so that `reply --version` reads no letter (PEP 562)."""
    if name == "load":
        from reply.store import load

        return load
    if name in __all__:
        from reply import model

        return getattr(model, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
