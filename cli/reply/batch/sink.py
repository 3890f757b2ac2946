"""Where packed letters go, when that is not a TOML file for each."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from reply.model import Letter

Make = Callable[[Letter], Any]
"""Makes of a letter what a sink takes; runs where the letter was packed, in another process."""


class Sink(Protocol):
    """Takes letters one by one."""

    make: Make

    def is_done(self, name: str, options: str) -> bool:
        """Tell whether the letter of a file is there, packed with these options from the file as it is."""

    def corrected(self) -> Mapping[str, Letter]:
        """Return by their files the letters that hold corrections, which packing again keeps."""

    def put(self, name: str, made: Any) -> None:
        """Take what was made of the letter of a file. Raises ReplyError."""

    def close(self) -> None:
        """Finish. Raises ReplyError."""

    def forget(self) -> None:
        """Leave nothing half done behind, after a failure or Ctrl-C."""
