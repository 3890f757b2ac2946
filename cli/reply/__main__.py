"""Start the program: `reply`, or `python -m reply`."""

import sys

if __name__ == "__main__" and not sys.flags.safe_path:
    # `python -m` looks for libraries in the current folder first, where a file may have the name of one.
    del sys.path[0]

import gc
import os
import signal


def main() -> None:
    """Run the command line and exit with its status."""
    # Ctrl-C ends a query at once and without a traceback, also while Python is still importing.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    # The process lives for milliseconds and leaves no garbage worth collecting; looking for it takes time.
    gc.disable()
    sys.argv = [_as_utf8(argument) for argument in sys.argv]
    from reply.app import run

    status = run()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
    # Taking the interpreter down piece by piece takes a tenth of the run, and nothing waits for it.
    os._exit(status)


def _as_utf8(argument: str) -> str:
    """Read an argument as UTF-8 where the locale (`LC_ALL=C`) could not; what is no UTF-8 stays as it is."""
    if argument.isprintable():  # the surrogates that stand for undecoded bytes are not
        return argument
    try:
        return os.fsencode(argument).decode()
    except UnicodeError:
        return argument


if __name__ == "__main__":
    main()
