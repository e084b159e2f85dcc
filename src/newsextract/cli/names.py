"""What all commands share: the exit codes and how things are called."""

from __future__ import annotations

__all__ = ["EXIT_DONE", "EXIT_SOME_FAILED", "EXIT_WRONG_USE", "PROGRAM", "STDIN"]

EXIT_DONE, EXIT_SOME_FAILED, EXIT_WRONG_USE = 0, 1, 2
PROGRAM = "newsextract"
STDIN = "-"
