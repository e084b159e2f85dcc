"""The command `newsextract`, also as `python -m newsextract`."""

from __future__ import annotations

import os
import sys

#: What shells report for a program that Ctrl-C or a closed pipe ended: 128 and the signal's number.
EXIT_INTERRUPTED = 130
EXIT_BROKEN_PIPE = 141


def main() -> None:
    """Run the command line and end the process with its exit code."""
    try:
        from .cli import run

        code = run(sys.argv[1:])
        sys.stdout.flush()
    except KeyboardInterrupt:
        code = EXIT_INTERRUPTED
    except BrokenPipeError:
        # The reader has had enough (`| head`). What is still buffered goes nowhere, else the interpreter would
        # complain when it flushes at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = EXIT_BROKEN_PIPE
    sys.exit(code)


if __name__ == "__main__":
    main()
