"""Start the program: `reply`, or `python -m reply`."""

import gc
import signal
import sys


def main() -> None:
    """Run the command line and exit with its status."""
    # Ctrl-C ends a query at once and without a traceback, also while Python is still importing.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    # The process lives for milliseconds and leaves no garbage worth collecting; looking for it takes time.
    gc.disable()
    from reply.app import run

    sys.exit(run())


if __name__ == "__main__":
    main()
