"""Formulas of a page as text."""

from __future__ import annotations

from .tree import Element

__all__ = ["formula_of"]

#: Elements of formulas whose parts stand above or below each other: their letters in a row would say something else.
_IN_TWO_DIMENSIONS = (
    *("mfrac", "msqrt", "mroot", "msub", "msup", "msubsup", "munder", "mover", "munderover"),
    *("mmultiscripts", "mtable", "mlongdiv", "mstack", "menclose"),
)
_ANNOTATIONS = ("annotation", "annotation-xml")


def formula_of(math: Element) -> str:
    """What a formula says on a line: its letters in a row where that says it, else as its author wrote it, "" where no
    one knows.

    >>> from lxml.html import fromstring
    >>> formula_of(fromstring("<math alttext='y'><mi>y</mi><mo>=</mo><mn>2</mn></math>"))
    'y=2'
    >>> formula_of(fromstring("<math><mfrac><mn>1</mn><mi>y</mi></mfrac><annotation>1/y</annotation></math>"))
    '1/y'
    """
    if next(math.iter(*_IN_TWO_DIMENSIONS), None) is None:
        parts = [each for each in math.iter() if each.text and each.tag not in _ANNOTATIONS]
        text = "".join(each.text if each.tag == "mtext" else each.text.strip() for each in parts)
        return " ".join(text.split())
    written = next(math.iter("annotation"), None)
    text = math.get("alttext") or (written.text if written is not None else "") or ""
    return " ".join(text.split())
