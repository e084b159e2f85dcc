"""Raw article text in, typed records out. Names are imported when first used, so `import newsextract` costs nothing."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .api import parse_file, parse_html, parse_text
    from .assemble.raw import to_text
    from .batch.many import parse_many
    from .dates import find_dates, parse_date
    from .errors import DateError, DecodingError, InputError, LimitError, NewsExtractError, WorkerError
    from .export.chunks import Chunk, chunks
    from .export.html import to_html
    from .export.jsonld import to_jsonld
    from .export.markdown import to_markdown
    from .model import (
        Article,
        Block,
        Byline,
        Cell,
        Column,
        Date,
        Dateline,
        Failure,
        Furniture,
        Heading,
        Headline,
        Issue,
        ItemList,
        ListItem,
        Paragraph,
        Quantity,
        Quote,
        Section,
        Standfirst,
        Table,
    )

    __version__: str

__all__ = [
    "Article",
    "Block",
    "Byline",
    "Cell",
    "Chunk",
    "Column",
    "Date",
    "DateError",
    "Dateline",
    "DecodingError",
    "Failure",
    "Furniture",
    "Heading",
    "Headline",
    "InputError",
    "Issue",
    "ItemList",
    "LimitError",
    "ListItem",
    "NewsExtractError",
    "Paragraph",
    "Quantity",
    "Quote",
    "Section",
    "Standfirst",
    "Table",
    "WorkerError",
    "__version__",
    "chunks",
    "find_dates",
    "parse_date",
    "parse_file",
    "parse_html",
    "parse_many",
    "parse_text",
    "to_html",
    "to_jsonld",
    "to_markdown",
    "to_text",
]

#: Where the names that are no record live.
_HOMES = {
    "parse_file": "api",
    "parse_html": "api",
    "parse_text": "api",
    "find_dates": "dates",
    "parse_date": "dates",
    "parse_many": "batch.many",
    "Chunk": "export.chunks",
    "chunks": "export.chunks",
    "to_html": "export.html",
    "to_jsonld": "export.jsonld",
    "to_markdown": "export.markdown",
    "to_text": "assemble.raw",
    "DateError": "errors",
    "DecodingError": "errors",
    "InputError": "errors",
    "LimitError": "errors",
    "NewsExtractError": "errors",
    "WorkerError": "errors",
}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object
    if name == "__version__":
        from importlib.metadata import version

        value = version("newsextract")
    else:
        value = getattr(import_module(f".{_HOMES.get(name, 'model')}", __name__), name)
    globals()[name] = value  # the next access does not come here
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
