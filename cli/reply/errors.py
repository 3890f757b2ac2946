"""What can go wrong, in one sentence a person can act on."""


class ReplyError(Exception):
    """Wrong usage or bad data; its text is the one sentence that is shown. Exit status 2.

    Of a file with several mistakes there is a sentence for each: `args` holds them, the text a line each.
    """

    def __str__(self) -> str:
        return "\n".join(map(str, self.args))
