"""What all records share: they are frozen, ignore unknown fields, and say where in the source they stand."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

__all__ = ["Confidence", "OptionalSpan", "Record", "Span"]

Offset = Annotated[int, Field(ge=0)]
Confidence = Annotated[float, Field(ge=0, le=1)]


class Record(BaseModel):
    """A frozen record. Fields it does not know are ignored, so that later minor versions can be read."""

    model_config = ConfigDict(
        frozen=True,
        extra="ignore",
        use_attribute_docstrings=True,
        # A default is written out too, so a reader may count on it.
        json_schema_serialization_defaults_required=True,
    )


class Span(Record):
    """A record with a place: `source[start:end]` is what was written.

    Offsets are half-open and count code points of the `str` that was parsed.
    """

    start: Offset
    """Offset of the first character."""
    end: Offset
    """Offset behind the last character."""


class OptionalSpan(Record):
    """A record with a place in the source, or None for both offsets where it did not come from there."""

    start: Offset | None = None
    """Offset of the first character, or null."""
    end: Offset | None = None
    """Offset behind the last character, or null."""
