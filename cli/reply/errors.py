"""What can go wrong, in one sentence a person can act on."""


class ReplyError(Exception):
    """Wrong usage or bad data; its text is the one sentence that is shown. Exit status 2."""
