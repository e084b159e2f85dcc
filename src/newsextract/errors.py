"""What the library raises: a small tree, each message naming the place and the remedy."""

from __future__ import annotations

__all__ = [
    "DateError",
    "DecodingError",
    "EngineError",
    "InputError",
    "LimitError",
    "MissingError",
    "NewsExtractError",
    "StoreError",
    "WorkerError",
    "missing",
    "shortened",
]

#: So much of a text an error's message shows.
_BEGIN = 80


class NewsExtractError(Exception):
    """Anything that this library raises on purpose."""


class InputError(NewsExtractError, ValueError):
    """An argument or an input that cannot be used at all.

    Attributes:
        source: What a row of a dump calls itself, where it is one that has a name and no text.
    """

    source: str | None = None


class DecodingError(InputError):
    """Bytes that decode to no text."""


class LimitError(InputError):
    """An input over one of the library's limits; the message names the limit."""


class MissingError(InputError, ImportError):
    """A package that an extra brings, and that is not installed; the message has the command."""


class StoreError(InputError):
    """The folder of a run that cannot be used: damaged, of another run, or of something else."""


class DateError(NewsExtractError, ValueError):
    """A text that `parse_date` does not read as one date.

    Attributes:
        text: What was given.
        reason: Why it is no date, as a short clause.
    """

    def __init__(self, text: str, reason: str) -> None:
        super().__init__(f"{shortened(text)!r} is no date: {reason}")
        self.text = text
        self.reason = reason

    def __reduce__(self) -> tuple[type[DateError], tuple[str, str]]:
        return type(self), (self.text, self.reason)


class WorkerError(NewsExtractError):
    """Workers that cannot be started: `parse_many` raises it when the first article is asked for."""


class EngineError(NewsExtractError):
    """What Ray or Spark says of a run that it gave up; the same command goes on from there."""


def shortened(text: str) -> str:
    """As much of a text as an error's message shows."""
    return text if len(text) <= _BEGIN else f"{text[:_BEGIN]}…"


def missing(error: ModuleNotFoundError, needing: str, package: str, extra: str) -> ImportError:
    """The error for an import that failed: where the package of an extra is not installed, what installs it; where it
    is, and lacks something of its own, the error as it was.

    >>> missing(ModuleNotFoundError(name="pyarrow"), "shards need", "pyarrow", "arrow")
    MissingError('shards need pyarrow: pip install "newsextract[arrow]"')
    """
    module = (error.name or "").partition(".")[0]
    installed = package.partition(".")[0].replace("-", "_")
    if module and f"{installed}_".startswith(f"{module}_"):  # haystack-ai brings haystack
        return MissingError(f'{needing} {package}: pip install "newsextract[{extra}]"')
    return error
