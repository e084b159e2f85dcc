"""Names of streets that have a date in them."""

from __future__ import annotations

import re

__all__ = ["is_street"]

_STREET = re.compile(
    r"""(?<!\w) (?: (?: [Rr]ue | [Aa]venue | [Bb]oulevard )\ du | [Aa]venida | [Cc]alle | [Pp]laza | [Rr]ua
                 | (?: [Vv]ia(?:le)? | [Pp]iazza | [Cc]orso )(?:\ [IVX]+)? | [Uu]l(?:ic\w{1,3}|\.)
                 | \w{0,12}(?:[Ss]traße|[Pp]latz)\ des )
        \ (?=[\dA-Z])""",
    re.VERBOSE,
)
#: What such a name ends with, but for the words of "ulica", which have any ending.
_STREET_ENDS = (
    "du ",
    "nida ",
    "alle ",
    "aza ",
    "azza ",
    "ua ",
    "ia ",
    "ale ",
    "orso ",
    "I ",
    "V ",
    "X ",
    "ul. ",
    "Ul. ",
    "des ",
)
_ANY_STREET = "lic"
#: So many characters before a date the name of a street begins.
_NEAR = 20


def is_street(part: str, start: int, end: int, text: str) -> bool:
    """ "Avenida 9 de Julio", "rue du 4 Septembre", "via XX Settembre 12", "Straße des 17. Juni", "Rua Sete de
    Setembro"."""
    if "Y" in part or text[start - 1 : start] != " ":
        return False
    first = max(0, start - _NEAR)
    if not text.endswith(_STREET_ENDS, first, start) and _ANY_STREET not in text[first:start]:
        return False  # most dates: no need to look for where the name would begin
    return any(street.end() == start for street in _STREET.finditer(text, first, end))
