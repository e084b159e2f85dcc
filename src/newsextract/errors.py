"""What the library raises: a small tree, each message naming the place and the remedy."""

from __future__ import annotations

__all__ = ["DateError", "DecodingError", "InputError", "LimitError", "NewsExtractError", "WorkerError"]


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


class DateError(NewsExtractError, ValueError):
    """A text that `parse_date` does not read as one date.

    Attributes:
        text: What was given.
        reason: Why it is no date, as a short clause.
    """

    def __init__(self, text: str, reason: str) -> None:
        super().__init__(f"{text!r} is no date: {reason}")
        self.text = text
        self.reason = reason

    def __reduce__(self) -> tuple[type[DateError], tuple[str, str]]:
        return type(self), (self.text, self.reason)


class WorkerError(NewsExtractError):
    """Workers that cannot be started: `parse_many` raises it when the first article is asked for."""
