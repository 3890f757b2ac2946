"""Read files, with every way in which that fails said in one sentence."""

from pathlib import Path

from reply import messages
from reply.errors import ReplyError


def packaged() -> Path:
    """Return the file of the letter that comes with the program."""
    package = Path(__file__).parent.parent
    installed = package / "reply.toml"
    # A checkout has the file once, outside the package; the wheel carries it inside.
    return installed if installed.exists() else package.parent.parent / "data" / "reply.toml"


def read_bytes(file: Path | str, limit: int, too_large: str) -> bytes:
    """Return what a file holds.

    Raises ReplyError; `too_large` says what is wrong with more than `limit` bytes.
    """
    try:
        with open(file, "rb") as stream:
            data = stream.read(limit + 1)
    except FileNotFoundError:
        raise ReplyError(messages.FILE_MISSING.format(file=file)) from None
    except IsADirectoryError:
        raise ReplyError(messages.FILE_IS_FOLDER.format(file=file)) from None
    except PermissionError:
        raise ReplyError(messages.FILE_FORBIDDEN.format(file=file)) from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = getattr(error, "strerror", None) or error
        raise ReplyError(messages.FILE_UNREADABLE.format(file=file, reason=reason)) from None
    if len(data) > limit:
        raise ReplyError(too_large.format(file=file, limit=limit // 1_000_000))
    return data
