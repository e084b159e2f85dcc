"""The article and its parts."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .base import Confidence, OptionalSpan, Record, Span
from .date import Date
from .table import Table

__all__ = [
    "Article",
    "Block",
    "Byline",
    "Dateline",
    "Failure",
    "Furniture",
    "FurnitureKind",
    "Heading",
    "Headline",
    "Issue",
    "ItemList",
    "ListItem",
    "PLAIN_LEVEL",
    "Paragraph",
    "Quote",
    "SCHEMA_VERSION",
    "Section",
    "Standfirst",
]

SCHEMA_VERSION = "1.0"
PLAIN_LEVEL = 2
"""The level of a heading where nothing tells."""

FurnitureKind = Literal[
    "advertisement",
    "share",
    "related",
    "newsletter",
    "copyright",
    "credit",
    "caption",
    "timestamp",
    "repeat",
    "other",
]


class Headline(OptionalSpan):
    """The article's headline."""

    text: str
    """Its text, marks and markers left out."""
    origin: Literal["line", "first_heading", "given", "metadata"] = "line"
    """A line of its own; the first heading, whose span it shares; given by the caller; or a page's metadata (the last
    two have no span)."""
    confidence: Confidence | None = None
    """How sure it is that this is the headline: of those given .9, nine in ten are right. Null where the source marks
    it as one, or it was given."""


class Standfirst(Span):
    """The summary line under the headline."""

    text: str
    """Its text."""


class Byline(OptionalSpan):
    """The line that names the authors."""

    text: str
    """The line as written, white space folded."""
    authors: tuple[str, ...] = ()
    """The names in it, without "By", roles and addresses."""


class Dateline(Span):
    """Place and agency at the head of the first paragraph ("NAIROBI (Agency) - "), a span of that paragraph."""

    text: str
    """What was written, the dash included."""
    place: str
    """The place alone."""


class Heading(Span):
    """A heading, with or without markup in the source."""

    text: str
    """Its text, marks left out; a number that belongs to it stays."""
    level: Annotated[int, Field(ge=1, le=6)] = PLAIN_LEVEL
    """1 to 6, as in HTML; 2 where nothing tells."""
    confidence: Confidence | None = None
    """How sure it is that the line is a heading: of those given .9, nine in ten are right. Null where the source marks
    it as one ("# Prices rise")."""


class Paragraph(Span):
    """A paragraph of running text."""

    type: Literal["paragraph"] = "paragraph"
    """Tells blocks apart."""
    text: str
    """Its text on one line, white space folded."""


class ListItem(Span):
    """An item of a list; its span has the marker and all its lines."""

    text: str
    """Its text without the marker, with the label, on one line."""
    label: str | None = None
    """"Cost" in "Cost: two million"."""
    marker: str = ""
    """The marker as written ("-", "•", "1.", "(iv)"); "" where it was lost."""
    ordered: bool = False
    """Whether the marker counts."""
    depth: Annotated[int, Field(ge=0)] = 0
    """Nesting, 0 for the outermost."""

    @property
    def body(self) -> str:
        """The text after the label and its colon; the whole text where there is no label."""
        if self.label is None:
            return self.text
        return self.text[len(self.label) :].lstrip().lstrip(":：").lstrip()


class ItemList(Span):
    """A list. Nested items follow their parent and carry a greater depth."""

    type: Literal["list"] = "list"
    """Tells blocks apart."""
    ordered: bool = False
    """Whether its first item is numbered."""
    intro: str | None = None
    """The sentence ending in a colon right before it, which stays in its paragraph too."""
    items: tuple[ListItem, ...]
    """The items in order."""


class Quote(Span):
    """A quotation set apart."""

    type: Literal["quote"] = "quote"
    """Tells blocks apart."""
    text: str
    """Its paragraphs, parted by newlines, marks left out."""
    attribution: str | None = None
    """Who said it, where a line of its own says so; that line lies in the quote's span."""


class Section(Record):
    """A heading and what stands under it. Sections are flat and in reading order."""

    heading: Heading | None = None
    """Its heading; null before the first heading."""
    blocks: tuple[Block, ...] = ()
    """Its blocks in reading order."""

    @property
    def title(self) -> str | None:
        """The heading's text, or None."""
        return self.heading.text if self.heading else None


class Furniture(Span):
    """Text that surrounds the article and is not part of it."""

    kind: FurnitureKind
    """What it is: "advertisement", the label of one; "share", buttons to share, follow or comment; "related", links to
    other articles, topics or contents; "newsletter", a call to subscribe or donate; "copyright", a notice of rights;
    "credit", a sign-off, source, note of the editors or life of the author; "caption", of a picture, with or without
    who took it; "timestamp", a line with the time of publication or update alone; "repeat", a second copy of the
    headline; "other", rules ("***") and all else."""
    text: str
    """Its text, white space folded."""


class Issue(OptionalSpan):
    """Something that could not be read for certain, or was read in a way that the user should know of."""

    code: str
    """A short stable code; docs/issues.md lists them."""
    message: str
    """What was found and what was made of it, for a person."""


class Article(Record):
    """An article as records. Every non-space character of the source lies in exactly one part: headline, standfirst,
    byline, headings, blocks and furniture; dates, datelines, items and cells are spans inside parts."""

    schema_version: Annotated[str, Field(pattern=r"^1\.\d+$")] = SCHEMA_VERSION
    """Version of this schema. Optional fields raise the minor; a reader takes any record of its own major."""
    source: str | None = None
    """The caller's own id, path or URL, carried through."""
    url: str | None = None
    """The page's address, where one is known."""
    language: str | None = None
    """BCP 47 tag, as given or as detected; null where there was too little text to tell."""
    headline: Headline | None = None
    """The headline, or null."""
    standfirst: Standfirst | None = None
    """The summary line under the headline, or null."""
    byline: Byline | None = None
    """The line that names the authors, or null."""
    authors: tuple[str, ...] = ()
    """The authors' names, from the byline or a page's metadata."""
    dateline: Dateline | None = None
    """Place and agency at the head of the first paragraph, or null."""
    published: Date | None = None
    """When it was published: as given, else as a byline, a timestamp or a page's metadata says, else the full
    day in its dateline."""
    modified: Date | None = None
    """When it was last updated, by the same sources."""
    sections: tuple[Section, ...] = ()
    """The body in reading order."""
    dates: tuple[Date, ...] = ()
    """All dates of all parts, in reading order."""
    furniture: tuple[Furniture, ...] = ()
    """What surrounds the article: advertisements, share bars, credits, captions, timestamps."""
    issues: tuple[Issue, ...] = ()
    """What could not be read for certain."""

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All blocks of all sections."""
        return tuple(block for section in self.sections for block in section.blocks)

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The headings of all sections that have one."""
        return tuple(section.heading for section in self.sections if section.heading)

    @property
    def lead(self) -> Paragraph | None:
        """The first paragraph, or None."""
        return next(iter(self.paragraphs), None)

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All paragraphs."""
        return tuple(block for block in self.blocks if isinstance(block, Paragraph))

    @property
    def lists(self) -> tuple[ItemList, ...]:
        """All lists."""
        return tuple(block for block in self.blocks if isinstance(block, ItemList))

    @property
    def tables(self) -> tuple[Table, ...]:
        """All tables."""
        return tuple(block for block in self.blocks if isinstance(block, Table))

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """All quotes."""
        return tuple(block for block in self.blocks if isinstance(block, Quote))


class Failure(Record):
    """An item of `parse_many` that could not be read."""

    source: str | None = None
    """The item's own id, path or URL."""
    position: Annotated[int, Field(ge=0)]
    """Which item it was, counted from 0."""
    error: str
    """The error's class name: "InputError", "DecodingError", "LimitError"; "TimeoutError", "MemoryError" or
    "WorkerDied" where reading it took too long, took too much memory or ended its process; any other is a bug of the
    library."""
    message: str
    """What was wrong and what can be done."""


Block = Annotated[Paragraph | ItemList | Table | Quote, Field(discriminator="type")]
"""One of four records: a union for annotations, which `isinstance` does not take. Ask for `isinstance(block, Table)`,
or for `block.type`."""

Section.model_rebuild()
Article.model_rebuild()
