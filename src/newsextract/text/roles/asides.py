"""Lines in brackets, and sentences with a bracket behind them."""

from __future__ import annotations

import re

from ..line_model import CLASS_OF_KIND, FURNITURE, Answer
from ..units import Unit

__all__ = ["overrule_asides"]

_BRACKETS = (")", "）", "]")
#: Nothing but a bracket: "(Laughter)". A number in one counts, and in lenticular brackets 【】 headings stand.
_ASIDE = re.compile(r"[(（\[][^()（）\[\]]{5,}[)）\]]")
#: A stop that ends nothing but sentences, and in a bracket behind it who said or sent that: （读者 阿青 推荐）.
_SENTENCE_AND_ASIDE = re.compile(r".*[。।።][”」』]?\s?[（(][^（()）]{1,40}[)）]")
_CAPTION = CLASS_OF_KIND["caption"]


def overrule_asides(units: list[Unit], answers: list[Answer]) -> None:
    """What stands in brackets heads nothing, and a sentence is no notice for the bracket behind it. (A caption may be
    one: who took the picture stands in brackets too.)"""
    for at, (unit, (name, confidence)) in enumerate(zip(units, answers, strict=True)):
        if not unit.text.endswith(_BRACKETS) or unit.block.kind != "line":
            continue
        is_aside = name == "H" and _ASIDE.fullmatch(unit.text)
        if is_aside or (name in FURNITURE and name != _CAPTION and _SENTENCE_AND_ASIDE.fullmatch(unit.text)):
            answers[at] = Answer("P", 1 - confidence)
