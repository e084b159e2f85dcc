"""Lines of code, which how-tos and release notes have between their paragraphs."""

from __future__ import annotations

import re

from ..line_model import FURNITURE, Answer
from ..shapes import NO_HEADING
from ..units import Unit
from .headings import BY_RULE

__all__ = ["overrule_code"]

#: No word or mark alone: headings name functions ("render()"), options ("--fast") and types ("Map -> Set") too.
_CODE = re.compile(
    r"""
      \$\ [a-z].*[-/.=|]                                           # $ make -j test
    | sudo\ .*[-/.] | \./[a-z]                                      # sudo rm -r pages, ./run.sh
    | [a-z][\w./-]*\ (?:.*\ )?(?:&&|\|\||[!=]=)\ \S                 # mkdir pages && cd pages
    | [a-z][\w.]*\ (?::?=|<-)\ (?:["'{\[]|.*\w[(\[].*[)\]];?$)       # rows = load("a.csv")
    | [a-z][a-z0-9_]+\ =\ (?:\d[\w.]*|true|false)$                  # port = 4433
    | (?:const|let|var)\ \w+\ =\ \S                                 # let rows = old;
    | (?:DELETE|GET|HEAD|PATCH|POST|PUT)\ /\S*$                     # GET /orders?limit=50
    | (?:export\ )?[A-Z][A-Z0-9]*_[A-Z0-9_]*=\S                     # export MAIL_HOST=mail.example.org
    | (?:def|fn|func|function)\ \w+\(.*[:{]$                        # def handle(message):
    | [^{}]*[)=]\ ?\{$                                               # if (ready) {
    """,
    re.VERBOSE | re.ASCII,
)
#: A longer line is no code, in characters, and would take the expression long.
_LONGEST_CODE = 300
_OPTION = re.compile(r"--?[A-Za-z][\w-]*(?:=\S*)?")
_MISTAKEN = frozenset(("H", "L", *FURNITURE))
#: A heading may name a command with an option.
_LEAST_OPTIONS = 2


def overrule_code(units: list[Unit], answers: list[Answer]) -> None:
    """A line of code is no heading or notice, nor an item that lost its marker, but a paragraph. As a heading that the
    model is sure of it stands over what it does."""
    for at, (unit, answer) in enumerate(zip(units, answers, strict=True)):
        is_lost = answer.name in _MISTAKEN and unit.block.kind == "line" and unit.shape not in NO_HEADING
        if is_lost and not (answer.name == "H" and answer.confidence >= BY_RULE) and _is_code(unit.text):
            answers[at] = Answer("P", BY_RULE)


def _is_code(text: str) -> bool:
    """
    >>> _is_code("mkdir pages && cd pages"), _is_code("tidy -r --into=old pages/"), _is_code('rows = load("a.csv")')
    (True, True, True)
    >>> _is_code("git commit --amend"), _is_code("Freiheit = Verantwortung (und Glück)"), _is_code("$ 5 million more")
    (False, False, False)
    """
    if len(text) > _LONGEST_CODE:
        return False
    if _CODE.match(text):
        return True
    words = text.split()
    is_command = words[0].isascii() and words[0].islower()
    return is_command and sum(_OPTION.fullmatch(word) is not None for word in words) >= _LEAST_OPTIONS
