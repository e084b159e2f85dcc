"""An article as schema.org's NewsArticle, in JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from ..arguments import check_article
from ..assemble.raw import pipe_row
from ..model import Article, Block, ItemList, ListItem, Quote, Table
from .inline import DEEPEST, iso_stamp

__all__ = ["to_jsonld"]


def to_jsonld(article: Article) -> str:
    """The article as a JSON-LD object of type `NewsArticle` (schema.org), indented.

    `articleBody` is the body as plain text, headings and items on lines of their own. Lists and tables are parts
    (`hasPart`) too: an `ItemList` with an item's nested list as its `item`, and a `Table` with its rows as `text`.
    `datePublished` and `dateModified` are as fine as what was written ("2023-10"), and missing where ISO 8601 has no
    such form. Authors have a name and no type: a byline does not say whether it names a person or an agency. What is
    not known is left out, as is furniture. It can stand in a page's `<script type="application/ld+json">`, whatever its
    texts hold.

    Raises InputError for what is no Article.
    """
    check_article(article, "to_jsonld")
    known = {name: value for name, value in _properties(article) if value}
    text = json.dumps({"@context": "https://schema.org", "@type": "NewsArticle", **known}, ensure_ascii=False, indent=2)
    return text.replace("<", "\\u003c") + "\n"  # so that no text ends the script that it stands in


def _properties(article: Article) -> Iterator[tuple[str, Any]]:
    yield "url", article.url
    yield "identifier", article.source
    yield "inLanguage", article.language
    yield "headline", article.headline and article.headline.text
    yield "description", article.standfirst and article.standfirst.text
    yield "author", [{"name": name} for name in article.authors]
    yield "dateline", article.dateline and article.dateline.text
    yield "datePublished", iso_stamp(article.published)
    yield "dateModified", iso_stamp(article.modified)
    yield "articleBody", "\n\n".join(_body(article))
    yield "hasPart", [_part(block) for block in article.blocks if isinstance(block, (ItemList, Table))]


def _body(article: Article) -> Iterator[str]:
    for section in article.sections:
        if section.heading and section.heading.text:
            yield section.heading.text
        yield from filter(None, map(_text, section.blocks))


def _text(block: Block) -> str:
    match block:
        case ItemList():
            return "\n".join(f"{item.marker} {item.text}".strip() for item in block.items)
        case Table():
            return "\n".join([*([block.caption] if block.caption else []), *_rows(block)])
        case Quote():
            return f"{block.text}\n— {block.attribution}" if block.attribution else block.text
        case _:
            return block.text


def _rows(table: Table) -> list[str]:
    header = [pipe_row(table.header)] if any(table.header) else []
    return header + [pipe_row(cell.text for cell in row) for row in table.rows]


def _part(block: ItemList | Table) -> dict[str, Any]:
    if isinstance(block, Table):
        named = {"name": block.caption} if block.caption else {}
        return {"@type": "Table", **named, "text": "\n".join(_rows(block))}
    named = {"name": block.intro} if block.intro else {}
    return {**_item_list(block.items[:1]), **named, "itemListElement": _elements(block)}


def _elements(block: ItemList) -> list[dict[str, Any]]:
    """The items, each with those nested below it."""
    outer: list[dict[str, Any]] = []
    levels = [outer]  # by depth, the elements of the list that is open there
    for item in block.items:
        depth = min(item.depth, len(levels), DEEPEST)
        if depth == len(levels) and not levels[-1]:
            depth -= 1
        elif depth == len(levels):
            nested = levels[-1][-1]["item"] = _item_list((item,))
            levels.append(nested["itemListElement"])
        del levels[depth + 1 :]
        levels[depth].append({"@type": "ListItem", "position": len(levels[depth]) + 1, "name": item.text})
    return outer


def _item_list(items: tuple[ListItem, ...]) -> dict[str, Any]:
    """A list that begins with these items, without any as yet; its order says something where they are numbered."""
    order = "OrderAscending" if items and items[0].ordered else "Unordered"
    return {"@type": "ItemList", "itemListOrder": f"https://schema.org/ItemList{order}", "itemListElement": []}
