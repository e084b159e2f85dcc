"""What all commands share: the exit codes and how things are called."""

from __future__ import annotations

__all__ = ["EXIT_DONE", "EXIT_SOME_FAILED", "PROGRAM", "STDIN"]

EXIT_DONE, EXIT_SOME_FAILED = 0, 1
PROGRAM = "newsextract"
STDIN = "-"
