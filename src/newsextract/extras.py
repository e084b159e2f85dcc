"""Packages that only some uses need, and that may not be installed."""

from __future__ import annotations

import importlib
from typing import Any

from .errors import missing

__all__ = ["extra"]


def extra(module: str, name: str, use: str) -> Any:
    """A module of an extra. Raises MissingError where it is not installed."""
    try:
        return importlib.import_module(module)
    except ModuleNotFoundError as error:
        raise missing(error, f"{use} need", module, name) from None
