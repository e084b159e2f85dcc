"""Packages that only some uses need, and that may not be installed."""

from __future__ import annotations

import importlib
from typing import Any

from .errors import InputError

__all__ = ["MissingError", "extra"]


class MissingError(InputError):
    """A package that is not installed: no file is to blame."""


def extra(module: str, name: str, use: str) -> Any:
    """A module of an extra. Raises MissingError where it is not installed."""
    try:
        return importlib.import_module(module)
    except ImportError:
        raise MissingError(f'{use} need {module}: pip install "newsextract[{name}]"') from None
