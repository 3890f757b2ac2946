"""Tell what is no packed letter before it is read as one: a text, a page, the TOML of another program."""

from pathlib import Path

from reply import messages
from reply.errors import ReplyError

_OWN = (b"[letter]", b"[[sections]]")
"""Tables one of which every packed letter has."""


def require_packed(file: Path, data: bytes) -> None:
    """Raise ReplyError, which says what to do instead, when a file is meant for something else."""
    if any(table in data for table in _OWN):
        return
    if file.suffix.lower() != ".toml":
        from shlex import quote

        names = {"typed": quote(str(file)), "packed": quote(str(file.with_suffix(".toml")))}
        raise ReplyError(messages.FILE_NOT_PACKED.format(file=file, **names))
    if _is_toml_of_others(data):
        raise ReplyError(messages.FILE_IS_OTHER.format(file=file))


def _is_toml_of_others(data: bytes) -> bool:
    """Tell whether it is TOML with none of our tables, nor a slip of them such as [leter]."""
    import tomli

    try:
        return not {"letter", "sections", "format"} & tomli.loads(data.decode()).keys()
    except (ValueError, RecursionError):
        return False
