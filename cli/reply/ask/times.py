"""Read a time as a person types it for a filter: EDTF, or as a letter says it (2016年, 2016-2018)."""

from reply import messages
from reply.errors import ReplyError
from reply.measure import period


def as_period(typed: str) -> str:
    """Return a time in EDTF. Raises ReplyError, which shows how times are written, when it is none."""
    found = next((read for text in (typed, f"{typed}年") if (read := _read(text.strip()))), None)
    if found is None:
        shown = typed if len(typed) <= 60 else typed[:60] + "…"
        raise ReplyError(messages.BAD_PERIOD_FILTER.format(period=shown))
    return found


def _read(text: str) -> str | None:
    """Return the period when the text is one, and nothing else."""
    try:
        period.span(text)
    except ValueError:
        return _as_said(text)
    return text


def _as_said(text: str) -> str | None:
    from reply.measure.reading import half_width
    from reply.measure.time import times

    found = times(half_width(text[:60]), (0, len(text)), written=None)
    return found[0].period if len(found) == 1 and (found[0].start, found[0].end) == (0, len(text)) else None
