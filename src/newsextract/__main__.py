"""The command `newsextract`, also as `python -m newsextract`."""

from __future__ import annotations

import io
import os
import sys

#: What shells report for a program that Ctrl-C or a closed pipe ended: 128 and the signal's number.
EXIT_INTERRUPTED = 130
EXIT_BROKEN_PIPE = 141
EXIT_NOT_WRITTEN = 1


def main() -> None:
    """Run the command line and end the process with its exit code."""
    _open_standard()
    if sys.stdout is None:  # the shell closed it: `>&-`
        sys.exit("newsextract: standard output: is closed; send it to /dev/null if it is not wanted")
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # whatever the locale: few have “ and …, and all that texts may hold
    try:
        from .cli import run

        code = run(sys.argv[1:])
        sys.stdout.flush()
    except KeyboardInterrupt:
        code = EXIT_INTERRUPTED
    except BrokenPipeError:
        # The reader has had enough (`| head`).
        _drop_output()
        code = EXIT_BROKEN_PIPE
    except OSError as error:
        # Inputs that cannot be read have errors of their own, so this is the output: a full disk. An error that has the
        # name of a file is another that nobody thought of: what goes to standard output has none.
        where = "standard output: cannot be written" if error.filename is None else error.filename
        print(f"newsextract: {where} ({error.strerror or error})", file=sys.stderr)  # noqa: T201
        _drop_output()
        code = EXIT_NOT_WRITTEN
    sys.exit(code)


def _open_standard() -> None:
    """What the shell closed of standard input, output and error goes nowhere, else the next file that is opened would
    take its number, and what anybody prints would stand in that."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # it takes the lowest number that is free
    if sys.stderr is None:
        sys.stderr = os.fdopen(2, "w", encoding="utf-8", closefd=False)


def _drop_output() -> None:
    """What is still buffered goes nowhere, else the interpreter would complain when it flushes at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()
