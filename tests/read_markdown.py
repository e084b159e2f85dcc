"""What an independent reader makes of Markdown, and what it should make of an article's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from newsextract import Article, Block, ItemList, Paragraph, Quote, Table

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def plain(token: Token) -> str:
    """What a reader sees of a line; markup that the text did not have would be missing from it."""
    for child in token.children or []:
        assert child.type in ("text", "text_special"), child
    return "".join(child.content for child in token.children or [])


def read(markdown: str) -> list[tuple[Any, ...]]:
    """The blocks of a Markdown text: ("heading", level, text), ("item", depth, ordered, text), ("row", *cells) ..."""
    found: list[tuple[Any, ...]] = []
    stack: list[Token] = []
    cells: list[str] = []
    for token in READER.parse(markdown):
        if token.nesting == 1:
            stack.append(token)
            if token.type == "list_item_open":
                depth = sum(outer.tag in ("ul", "ol") for outer in stack) - 1
                found.append(("item", depth, stack[-2].tag == "ol", ""))
            elif token.type == "blockquote_open":
                found.append(("quote",))
            elif token.type == "tr_open":
                cells = []
        elif token.nesting == -1:
            if stack.pop().type == "tr_open":
                found.append(("row", *cells))
        else:
            assert token.type == "inline", f"markup that the article does not have: {token}"
            _add(found, cells, [outer.tag for outer in stack], plain(token))
    return found


def _add(found: list[tuple[Any, ...]], cells: list[str], tags: list[str], text: str) -> None:
    if tags[-1] in ("th", "td"):
        cells.append(text)
    elif tags[-1] in ("h1", "h2", "h3", "h4", "h5", "h6"):
        found.append(("heading", int(tags[-1][1]), text))
    elif "li" in tags:
        kind, depth, ordered, before = found[-1]
        assert (kind, before) == ("item", "")
        found[-1] = (kind, depth, ordered, text)
    elif "blockquote" in tags:
        found[-1] = (*found[-1], text)
    else:
        found.append(("paragraph", text))


def written(article: Article) -> list[tuple[Any, ...]]:
    """What `read` should find, taken from the records. An item lies at most one level below the one before it."""
    found: list[tuple[Any, ...]] = []
    if article.headline and article.headline.origin != "first_heading":
        found.append(("heading", 1, article.headline.text))
    found.extend(("paragraph", part.text) for part in (article.standfirst, article.byline) if part)
    for section in article.sections:
        if section.heading:
            found.append(("heading", section.heading.level, section.heading.text))
        for block in section.blocks:
            found.extend(_written(block))
    return found


def _written(block: Block) -> Iterator[tuple[Any, ...]]:
    match block:
        case Paragraph():
            yield "paragraph", block.text
        case ItemList():
            depth = -1
            for entry in block.items:
                depth = min(entry.depth, depth + 1)
                yield "item", depth, entry.ordered, entry.text
        case Table():
            if block.caption:
                yield "paragraph", block.caption
            yield "row", *block.header
            for row in block.rows:
                yield "row", *(cell.text for cell in row)
        case Quote():
            lines = block.text.splitlines()
            yield "quote", *lines, *([f"— {block.attribution}"] if block.attribution else [])
