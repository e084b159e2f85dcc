"""An article is the same at whatever width it was hard-wrapped."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import ROOT
from invariants import tree
from newsextract import parse_text, to_text

ARTICLES = sorted((ROOT / "fixtures" / "articles").glob("*.txt"))
assert len(ARTICLES) >= 60

#: Characters that no line begins with.
CLOSING = "。，、：；！？）」』”’】》"


@pytest.mark.parametrize("width", [60, 66, 72, 80])
@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_an_article_is_the_same_at_any_width(path: Path, width: int) -> None:
    article = parse_text(path.read_bytes().decode("utf-8"))
    text = to_text(article)
    wrapped = "\n".join(piece for line in text.split("\n") for piece in wrap(line, width))
    assert tree(parse_text(wrapped, language=article.language)) == tree(parse_text(text, language=article.language))


def wrap(line: str, width: int) -> Iterator[str]:
    """A line broken where the next word, or the next character of Chinese and Japanese, does not fit. Rows of tables
    and marked headings are never broken."""
    body = line.lstrip()
    indent = line[: len(line) - len(body)]
    if not body or body[0] in "|#":
        yield line
        return
    if body[0] == ">":
        indent, body = indent + "> ", body[2:]
    filled = ""
    for word in words(body):
        if filled.strip() and columns(indent + filled + word.rstrip()) > width:
            yield indent + filled.rstrip()
            filled = ""
        filled += word
    yield indent + filled.rstrip()


def words(text: str) -> Iterator[str]:
    """What is not broken, each with the space behind it."""
    word = ""
    for character in text:
        fresh = bool(word) and (word[-1] == " " or is_wide(word[-1]) or is_wide(character)) and character != " "
        if fresh and character not in CLOSING:
            yield word
            word = ""
        word += character
    yield word


def columns(text: str) -> int:
    return len(text) + sum(map(is_wide, text))


def is_wide(character: str) -> bool:
    """Whether a character takes two columns and needs no space around it: Chinese and Japanese, not Korean."""
    return character >= "\u2e80" and not "\uac00" <= character <= "\ud7a3"


def test_the_wrapping_of_this_test_breaks_lines() -> None:
    assert list(wrap("- two of  them", 8)) == ["- two of", "them"]
    assert list(wrap("> 北京的天气。", 8)) == ["> 北京的", "> 天气。"]
