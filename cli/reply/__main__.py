"""Start the program: `reply`, or `python -m reply`."""

import gc
import os
import signal
import sys


def main() -> None:
    """Run the command line and exit with its status."""
    # Ctrl-C ends a query at once and without a traceback, also while Python is still importing.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    # The process lives for milliseconds and leaves no garbage worth collecting; looking for it takes time.
    gc.disable()
    from reply.app import run

    status = run()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
    # Taking the interpreter down piece by piece takes a tenth of the run, and nothing waits for it.
    os._exit(status)


if __name__ == "__main__":
    main()
