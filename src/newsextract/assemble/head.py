"""The head of an article: headline, standfirst, byline, and what stands twice."""

from __future__ import annotations

from ..bylines import LONGEST_WIDE_NAME, bare_names
from ..text import HEAD_BLOCKS, LONGEST_STANDFIRST, Block, Wire, has_dateline, line_of, shown_of, text_key, with_hidden
from ..writing import FIRST_WIDE, QUESTIONS, SENTENCE_END, is_unspaced

__all__ = ["authors_of", "mark_head", "mark_repeats", "mark_seconds"]

#: Kinds of lines that may turn out to be the headline that a caller knows, and kinds that are the body.
_LINES = ("headline", "heading", "paragraph", "standfirst")
_BODY = ("paragraph", "list", "table", "quote")
#: Kinds that an article has one of.
_SINGLE = ("headline", "standfirst", "byline")
#: How many blocks at the end may say who the author is.
_TAIL_BLOCKS = 3
_FIRST_LETTERS = 4
_LEAST_SUMMARY_WORDS = 4
#: A title may well be a question, and end in dots.
_STOPS = frozenset(SENTENCE_END) - frozenset(QUESTIONS + "…")


def mark_head(blocks: list[Block], given: str | None) -> None:
    """Give the headline, its copies, the standfirst and the author's biography their kinds.

    A headline given by the caller is looked for in the text; else it is the one found in front of the body.
    """
    shown = shown_of(blocks)
    _mark_shown(shown, given)
    blocks[:] = with_hidden(shown, blocks)


def _mark_shown(blocks: list[Block], given: str | None) -> None:
    headline = _find_headline(blocks, given)
    for block in blocks:
        if block.kind == "headline" and block is not headline:
            block.kind = "heading"
    if headline is not None:
        headline.kind = "headline"
    mark_repeats(blocks, headline.text if headline is not None else given)
    _mark_standfirst(blocks)
    mark_seconds(blocks)
    _mark_biography(blocks)
    _mark_links(blocks)


def _find_headline(blocks: list[Block], given: str | None) -> Block | None:
    if given:
        wanted = text_key(given)
        return next(
            (block for block in blocks[:HEAD_BLOCKS] if block.kind in _LINES and text_key(block.text) == wanted),
            None,
        )
    for block in blocks:
        # Marks say that a line is a heading, and not which: the first of all is the headline.
        if block.kind == "headline" or (block.kind == "heading" and "confidence" not in block.data):
            return block
        if block.kind in _BODY:
            break
    return None


def mark_repeats(blocks: list[Block], headline: str | None) -> None:
    """Give the copies of a headline their kind."""
    if not headline:
        return
    wanted = text_key(headline)
    for block in blocks:
        # Half and twice the length leave room for what text_key drops; most others begin with another letter.
        near = len(headline) <= 2 * len(block.text) <= 4 * len(headline)
        if (
            near
            and wanted.startswith(text_key(block.text[:_FIRST_LETTERS]))
            and block.kind in ("heading", "paragraph", "standfirst", "furniture")
            and text_key(block.text) == wanted
        ):
            block.kind, block.data = "furniture", {"kind": "repeat"}


def _mark_standfirst(blocks: list[Block]) -> None:
    """The standfirst stands below the headline and above the body; there is one at most. A dateline opens the body."""
    at = next((at for at, block in enumerate(blocks) if block.kind == "headline"), None)
    found = None
    for place, block in enumerate(blocks):
        if block.kind != "standfirst":
            continue
        if _is_no_summary(block.text):
            block.kind, block.data = "furniture", {"kind": "credit"}
        elif (
            at is None
            or place < at
            or found is not None
            or any(above.kind in _BODY for above in blocks[at:place])
            or has_dateline(block)
        ):
            block.kind = "paragraph"
        else:
            found = block
    if at is None or at + 2 >= len(blocks) or (found is not None and found is not blocks[at + 2]):
        return
    block, after = blocks[at + 1], blocks[at + 2]
    if block.kind not in ("paragraph", "heading") or "mark" in block.data or len(block.text) > LONGEST_STANDFIRST:
        return
    if has_dateline(block) or _is_no_summary(block.text):
        return
    if after.kind == "byline" or after.is_furniture("timestamp"):
        block.kind = "standfirst"
    elif found is not None and block.kind == "heading" and not {block.text[-1], found.text[-1]} & _STOPS:
        block.kind, found.kind = "standfirst", "paragraph"  # a summary of two lines: no heading stands over nothing


def _is_no_summary(text: str) -> bool:
    """Whether a line is a name, or of fewer words than a summary has.

    >>> _is_no_summary("Ana Ruiz and Bo van der Hill"), _is_no_summary("محمد حسن - القاهرة"), _is_no_summary("王明")
    (True, True, True)
    >>> _is_no_summary("Nobody slept for an hour"), _is_no_summary("镇议会中午开会，一直开到晚上")
    (False, False)
    """
    if text[0] >= FIRST_WIDE or text[-1] >= FIRST_WIDE or is_unspaced(text[0]):
        return len(text) <= LONGEST_WIDE_NAME
    words = text.count(" ") + 1 - text.count(" - ") - text.count(" | ")
    return words < _LEAST_SUMMARY_WORDS or (text[0].isalpha() and bool(bare_names(text)))


def mark_seconds(blocks: list[Block]) -> None:
    """An article has one headline, standfirst and byline: of several the first. Others are parts of other kinds, or
    their text would be laid out and stand in no record."""
    found: set[str] = set()
    for block in blocks:
        if block.kind in found:
            if block.kind == "byline":
                block.kind, block.data = "furniture", {**block.data, "kind": "credit"}
            else:
                block.kind = "paragraph"
        elif block.kind in _SINGLE:
            found.add(block.kind)


def authors_of(blocks: list[Block], stated: tuple[str, ...] = ()) -> Wire:
    """The fields `byline` and `authors`; those that a page's metadata state are the authors."""
    for block in blocks:
        if block.kind == "byline":
            names = block.data["authors"]
            return {
                "byline": {"text": block.text, "authors": names, "start": block.start, "end": block.end},
                "authors": stated or names,
            }
    return {"byline": None, "authors": stated}


def _mark_biography(blocks: list[Block]) -> None:
    """A paragraph at the end that begins with an author's name is about the author: nobody reports on themselves."""
    names = tuple(f"{name} " for name in authors_of(blocks)["authors"] if len(name.split()) > 1)
    if not names or sum(block.kind == "paragraph" for block in blocks) < _TAIL_BLOCKS:
        return
    tail = [block for block in blocks if block.kind != "furniture"][-_TAIL_BLOCKS:]
    for block in tail:
        if block.kind == "paragraph" and block.text.startswith(names):
            block.kind, block.data = "furniture", {"kind": "credit"}


def _mark_links(blocks: list[Block]) -> None:
    """A list under a line such as "Related stories", or among the furniture at the end, is a list of links: each item
    is furniture."""
    links = {
        at
        for at in range(1, len(blocks))
        if blocks[at].kind == "list" and blocks[at - 1].is_furniture("related") and not _are_sentences(blocks[at])
    }
    end = len(blocks)
    while end and (blocks[end - 1].kind == "furniture" or end - 1 in links):
        end -= 1
    # A list between the last of the body and the furniture behind it stands under no phrase, but among furniture.
    if end > 1 and blocks[end - 1].kind == "list" and blocks[end - 2].kind == "furniture":
        links.add(end - 1)
    if links:
        blocks[:] = [part for at, block in enumerate(blocks) for part in (_links(block) if at in links else (block,))]


def _are_sentences(block: Block) -> bool:
    """Whether most items of a list end in a stop, as titles do not."""
    items = block.data["items"]
    return 2 * sum(item["text"][-1:] in _STOPS for item in items) > len(items)


def _links(block: Block) -> list[Block]:
    return [
        Block(
            "furniture",
            line_of(block, item),
            item["start"],
            item["end"],
            0,
            {"kind": "related"},
            block.dates_in(item["start"], item["end"]),
        )
        for item in block.data["items"]
    ]
