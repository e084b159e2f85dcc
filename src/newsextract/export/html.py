"""An article as semantic HTML. Whatever its texts hold, they are text in the result."""

from __future__ import annotations

from html import escape

from ..arguments import check_article
from ..model import Article, Block, Cell, Date, ItemList, ListItem, Quantity, Quote, Table
from .inline import DEEPEST, DatesByPlace, direction, iso_stamp
from .markdown import NUMBER_OF_MARKER

__all__ = ["escaped", "page_head", "to_html"]

#: What a reader of HTML would drop or change even where it is escaped.
_UNWRITABLE = str.maketrans({"\0": "\ufffd", "\r": "&#13;"})


def to_html(article: Article) -> str:
    """The article as an HTML element, `<article>`, for a page of your own.

    Kept: headline, standfirst and byline in a `<header>`, headings by level, each in its `<section>`, paragraphs, lists
    with nesting, numbers and labels, tables with caption and alignment, quotes with attribution. A date is a `<time>`
    where HTML has a form that is just as fine ("2023-10"), else, like an amount, a `<data>` with its value (a season,
    an interval). Left out is furniture, as in Markdown, and a headline promoted from the first heading stands there
    alone. All text is escaped; there are no scripts, styles, links or ids.

    Raises InputError for what is no Article.
    """
    check_article(article, "to_html")
    dates = DatesByPlace(article)
    language = f' lang="{escaped(article.language)}"' if article.language else ""
    lines = [f'<article{language} dir="{direction(article.language)}">', *_header(article, dates)]
    for section in article.sections:
        lines.append("<section>")
        if section.heading:
            heading = section.heading
            text = _dated(dates, heading.text, heading.start, heading.end)
            lines.append(f"<h{heading.level}>{text}</h{heading.level}>")
        lines += [_block(block, dates) for block in section.blocks]
        lines.append("</section>")
    return "\n".join([*lines, "</article>"]) + "\n"


def page_head(title: str) -> str:
    """What makes a page of the articles' elements that are written behind it. (Its other tags HTML lets one omit.)"""
    return f'<!doctype html>\n<meta charset="utf-8">\n<title>{escaped(title)}</title>\n'


def escaped(text: str) -> str:
    """Text for an element or a quoted attribute.

    >>> escaped("<b title='x'>\\0")
    '&lt;b title=&#x27;x&#x27;&gt;�'
    """
    return escape(text).translate(_UNWRITABLE)


def _header(article: Article, dates: DatesByPlace) -> list[str]:
    lines = []
    headline, standfirst, byline = article.headline, article.standfirst, article.byline
    if headline and headline.origin != "first_heading":
        lines.append(f"<h1>{_dated(dates, headline.text, headline.start, headline.end)}</h1>")
    if standfirst:
        lines.append(f'<p class="standfirst">{_dated(dates, standfirst.text, standfirst.start, standfirst.end)}</p>')
    if byline and byline.text:
        lines.append(f'<p class="byline">{_dated(dates, byline.text, byline.start, byline.end)}</p>')
    for name, date in (("published", article.published), ("modified", article.modified)):
        if date and not _is_shown(date, article):
            lines.append(f'<p class="{name}">{_date(date, date.text)}</p>')
    return ["<header>", *lines, "</header>"] if lines else []


def _is_shown(date: Date, article: Article) -> bool:
    """Whether the date stands in a part of the head, so that a line of its own would say it twice."""
    at = date.start
    if at is None:
        return False
    heads = [head for head in (article.headline, article.standfirst, article.byline) if head]
    return any(head.start <= at < head.end for head in heads if head.start is not None and head.end is not None)


def _block(block: Block, dates: DatesByPlace) -> str:
    match block:
        case ItemList():
            return _list(block, dates)
        case Table():
            return _table(block, dates)
        case Quote():
            return _quote(block, dates)
        case _:
            return f"<p>{_dated(dates, block.text, block.start, block.end)}</p>"


def _list(block: ItemList, dates: DatesByPlace) -> str:
    """A list, each nested one in the item above it."""
    lines: list[str] = []
    open_lists: list[str] = []
    for item in block.items:
        depth = min(item.depth, len(open_lists), DEEPEST)
        name = "ol" if item.ordered else "ul"
        while len(open_lists) > depth + 1 or (len(open_lists) == depth + 1 and open_lists[-1] != name):
            lines[-1] += f"</li>\n</{open_lists.pop()}>"
        if len(open_lists) == depth + 1:
            lines[-1] += "</li>"
        else:
            lines.append(f"<{name}>")
            open_lists.append(name)
        lines.append(_item(item, dates))
    while open_lists:
        lines[-1] += f"</li>\n</{open_lists.pop()}>"
    return "\n".join(lines)


def _item(item: ListItem, dates: DatesByPlace) -> str:
    """An item without its end tag, with the number that was written."""
    number = NUMBER_OF_MARKER.fullmatch(item.marker) if item.ordered else None
    start = f'<li value="{int(number[1])}">' if number else "<li>"
    text = _dated(dates, item.text, item.start, item.end)
    label = escaped(item.label or "")
    return f"{start}<b>{label}</b>{text[len(label) :]}" if label and text.startswith(label) else start + text


def _table(table: Table, dates: DatesByPlace) -> str:
    """A table; one without a header has a body alone."""
    lines = ["<table>"]
    if table.caption:
        lines.append(f"<caption>{escaped(table.caption)}</caption>")
    aligns = [f' style="text-align: {column.align}"' if column.align else "" for column in table.columns]
    if any(table.header):
        cells = (
            f'<th scope="col"{align}>{escaped(name)}</th>' for name, align in zip(table.header, aligns, strict=True)
        )
        lines += ["<thead>", f"<tr>{''.join(cells)}</tr>", "</thead>"]
    lines.append("<tbody>")
    for row in table.rows:
        tds = (f"<td{align}>{_cell(cell, dates)}</td>" for cell, align in zip(row, aligns, strict=True))
        lines.append(f"<tr>{''.join(tds)}</tr>")
    return "\n".join([*lines, "</tbody>", "</table>"])


def _cell(cell: Cell, dates: DatesByPlace) -> str:
    if isinstance(cell.value, Quantity):
        unit = f" {cell.value.unit}" if cell.value.unit else ""
        return f'<data value="{escaped(format(cell.value.number, "f") + unit)}">{escaped(cell.text)}</data>'
    if isinstance(cell.value, Date):
        return _date(cell.value, cell.text)
    return _dated(dates, cell.text, cell.start, cell.end)


def _quote(quote: Quote, dates: DatesByPlace) -> str:
    # Its paragraphs are looked at together, since only the whole has a place.
    text = _dated(dates, quote.text, quote.start, quote.end)
    paragraphs = "\n".join(f"<p>{line}</p>" for line in text.split("\n") if line.strip())
    quoted = f"<blockquote>\n{paragraphs}\n</blockquote>"
    if not quote.attribution:
        return quoted
    return f"<figure>\n{quoted}\n<figcaption>— {escaped(quote.attribution)}</figcaption>\n</figure>"


def _dated(dates: DatesByPlace, text: str, start: int | None, end: int | None) -> str:
    return "".join(_date(date, piece) if date else escaped(piece) for piece, date in dates.pieces(text, start, end))


def _date(date: Date, text: str) -> str:
    stamp = iso_stamp(date)
    if stamp:
        return f'<time datetime="{stamp}">{escaped(text)}</time>'
    return f'<data value="{escaped(date.value)}">{escaped(text)}</data>' if date.value else escaped(text)
