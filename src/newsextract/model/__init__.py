"""The records: what parsing gives. They derive and never parse; nothing here reads or writes."""

from .article import (
    SCHEMA_VERSION,
    Article,
    Block,
    Byline,
    Dateline,
    Failure,
    Furniture,
    FurnitureKind,
    Heading,
    Headline,
    Issue,
    ItemList,
    ListItem,
    Paragraph,
    Quote,
    Section,
    Standfirst,
)
from .base import without_surrogates
from .date import Date, DateKind, DateOrigin, Precision
from .table import Cell, Column, ColumnKind, Quantity, Table

__all__ = [
    "SCHEMA_VERSION",
    "Article",
    "Block",
    "Byline",
    "Cell",
    "Column",
    "ColumnKind",
    "Date",
    "DateKind",
    "DateOrigin",
    "Dateline",
    "Failure",
    "Furniture",
    "FurnitureKind",
    "Heading",
    "Headline",
    "Issue",
    "ItemList",
    "ListItem",
    "Paragraph",
    "Precision",
    "Quantity",
    "Quote",
    "Section",
    "Standfirst",
    "Table",
    "without_surrogates",
]
