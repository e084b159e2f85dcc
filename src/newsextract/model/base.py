"""What all records share: they are frozen, ignore unknown fields, and say where in the source they stand."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

__all__ = ["Confidence", "OptionalSpan", "Record", "Span", "without_surrogates"]

Offset = Annotated[int, Field(ge=0)]
Confidence = Annotated[float, Field(ge=0, le=1)]

_SURROGATES = re.compile("[\ud800-\udfff]")


class Record(BaseModel):
    """A frozen record. Fields it does not know are ignored, so that later minor versions can be read."""

    model_config = ConfigDict(
        frozen=True,
        extra="ignore",
        use_attribute_docstrings=True,
        # A default is written out too, so a reader may count on it.
        json_schema_serialization_defaults_required=True,
    )


class _Placed(Record):
    """A record with offsets, which stand behind its own fields: a reader looks for the text first."""

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        super().__pydantic_init_subclass__(**kwargs)
        fields = cls.model_fields
        for name in ("start", "end"):
            if name in fields:
                fields[name] = fields.pop(name)
        cls.model_rebuild(force=True)


class Span(_Placed):
    """A record with a place: `source[start:end]` is what was written.

    Offsets are half-open and count code points of the `str` that was parsed.
    """

    start: Offset
    """Offset of the first character, in code points."""
    end: Offset
    """Offset behind the last character, in code points."""


class OptionalSpan(_Placed):
    """A record with a place in the source, or None for both offsets where it did not come from there."""

    start: Offset | None = None
    """Offset of the first character, in code points, or null."""
    end: Offset | None = None
    """Offset behind the last character, in code points, or null."""


def without_surrogates(source: str) -> str:
    """The text with each lone surrogate replaced by U+FFFD, as records hold it: offsets stay, and it can be written as
    UTF-8."""
    try:
        source.encode()
    except UnicodeEncodeError:
        return _SURROGATES.sub("\ufffd", source)
    return source
