"""Lines in brackets, sentences with a bracket behind them, and those that say who is quoted above."""

from __future__ import annotations

import re
from itertools import pairwise

from ...bylines import bare_names
from ...writing import ANY_QUOTATION_MARK
from ..line_model import CLASS_OF_KIND, FURNITURE, Answer
from ..units import Unit

__all__ = ["overrule_asides"]

_BRACKETS = (")", "）", "]")
#: Nothing but a bracket: "(Laughter)". A number in one counts, and in lenticular brackets 【】 headings stand.
_ASIDE = re.compile(r"[(（\[][^()（）\[\]]{5,}[)）\]]")
#: A stop that ends nothing but sentences, and in a bracket behind it who said or sent that: （读者 阿青 推荐）.
_SENTENCE_AND_ASIDE = re.compile(r".*[。।።][”」』]?\s?[（(][^（()）]{1,40}[)）]")
#: What parts a name from who that is; behind quotations a heading may have it too ("Big plans, small steps"), but not
#: behind several.
_BEHIND_NAME = re.compile(r", | [–—|-] ")
_LEAST_QUOTED, _LONGEST_QUOTED = 2, 80
_CAPTION = CLASS_OF_KIND["caption"]


def overrule_asides(units: list[Unit], answers: list[Answer]) -> None:
    """What stands in brackets heads nothing, nor does who is quoted above, and a sentence is no notice for the bracket
    behind it. (A caption may be one: who took the picture stands in brackets too.)"""
    for at, (unit, (name, confidence)) in enumerate(zip(units, answers, strict=True)):
        if not unit.text.endswith(_BRACKETS) or unit.block.kind != "line":
            continue
        is_aside = name == "H" and _ASIDE.fullmatch(unit.text)
        if is_aside or (name in FURNITURE and name != _CAPTION and _SENTENCE_AND_ASIDE.fullmatch(unit.text)):
            answers[at] = Answer("P", 1 - confidence)
    quoted = [at for at, (above, unit) in enumerate(pairwise(units), 1) if _says_who(above, unit)]
    for at in quoted if len(quoted) >= _LEAST_QUOTED else ():
        if answers[at].name == "H":
            answers[at] = answers[at]._replace(name="P")


def _says_who(above: Unit, unit: Unit) -> bool:
    """Whether a line under a quotation has the name of a person and who that is: "Ana Ruiz, baker"."""
    if above.text[:1] not in ANY_QUOTATION_MARK or above.text[-1:] not in ANY_QUOTATION_MARK or not unit.is_bare:
        return False
    name, *rest = _BEHIND_NAME.split(unit.text, maxsplit=1)
    return (
        rest != []
        and len(unit.text) <= _LONGEST_QUOTED
        and " " in name
        and all(word[0].isupper() for word in name.split())
        and bare_names(name) == (name,)
    )
