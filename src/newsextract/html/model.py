"""The fitted trees that weigh a run's features. They are in model.json, which tools/fit_content.py writes."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib.resources import files
from math import exp
from typing import Any

__all__ = ["confidence"]

Tree = list[Any]
"""A leaf [value], or [feature, threshold, tree where the feature is at most that, tree where it is more]."""


def _expression(tree: Tree) -> str:
    """A tree as a Python expression over the features `f0`, `f1` and so on."""
    if len(tree) == 1:
        return repr(float(tree[0]))
    feature, threshold, low, high = tree
    return f"({_expression(low)} if f{int(feature)} <= {float(threshold)!r} else {_expression(high)})"


def _compiled() -> Callable[..., float]:
    """The sum of all trees as one function of the features, each an argument: asked node by node they would take five
    times as long, and a page has hundreds of runs."""
    model = json.loads(files(__package__).joinpath("model.json").read_text(encoding="utf-8"))
    arguments = ", ".join(f"f{at}" for at in range(len(model["features"])))
    trees = " + ".join([repr(float(model["bias"])), *map(_expression, model["trees"])])
    source = f"lambda {arguments}: {trees}"
    function: Callable[..., float] = eval(source, {"__builtins__": {}})  # numbers alone, made above
    return function


_sum = _compiled()


def confidence(row: list[float]) -> float:
    """How sure the features make it that a run is the article's, 0 to 1."""
    return 1.0 / (1.0 + exp(-_sum(*row)))
