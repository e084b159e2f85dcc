"""Fits the line model: a multinomial logistic regression that looks twice."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from corpus import CLASSES, Text
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from newsextract.text.line_model import UNIT, ZERO, doubt_of
from newsextract.text.line_model.echoes import echoes
from newsextract.text.line_model.facts import ECHO, features_of

#: A feature is one only if so many sites have it: what fewer have is those sites' own.
LEAST_SITES = 5
#: Inverse strengths of the regularisation of the first and of the second look.
STRENGTHS = (0.3, 0.1)
#: The fit ends where no gradient is larger: at ten times this, documents are exact .01 less often in all three corpora,
#: on sites left out.
_TOLERANCE, _MOST_ITERATIONS = 1e-4, 400
#: The first look that the second one learns from must not have seen the text: so many parts, by site.
_PARTS = 4
#: A feature whose weights are no larger, in units, is not written: one in four is so slight. Without them, on sites
#: left out, headings and lines are right as often to .001; of the editor's documents .004 less are exact, and .002 more
#: of those that were Markdown.
_SLIGHT = 1
#: Weights are written as one character each.
_SMALLEST, _LARGEST = 0x21 - ZERO, 0x7E - ZERO


@dataclass
class Rows:
    """All open units of some texts, a row each."""

    matrix: sparse.csr_matrix
    names: list[str]
    targets: np.ndarray
    weights: np.ndarray
    parts: np.ndarray


def train(texts: Sequence[Text], shares: Sequence[float]) -> str:
    """The model fitted to the texts, each of which counts as much as its share says, as weights.txt has it."""
    rows = _rows(texts, shares)
    known = rows.weights > 0
    first = _fit(rows, rows.matrix, known, STRENGTHS[0])
    scores = np.zeros((len(rows.targets), len(CLASSES)))
    for part in range(_PARTS):
        held = rows.parts == part
        if held.any():
            scores[held] = _scores(_fit(rows, rows.matrix, known & ~held, STRENGTHS[0]), rows.matrix[held])
    heard = _echoes(texts, scores)
    echo_names, echo_matrix = _matrix(texts, heard)
    both = sparse.hstack([rows.matrix, echo_matrix]).tocsr()
    second = _fit(rows, both, known, STRENGTHS[1])
    return _written(rows.names, first, echo_names, second)


def _rows(texts: Sequence[Text], shares: Sequence[float]) -> Rows:
    names, matrix = _matrix(texts, [text.features for text in texts])
    places = [(text, share, at) for text, share in zip(texts, shares, strict=True) for at in _open(text)]
    possible = np.array([[name in text.possible[at] for name in CLASSES] for text, _, at in places])
    weights = np.array([share * text.shares[at] for text, share, at in places])
    weights[~possible.any(axis=1)] = 0
    parts = np.array([text.fold // 15 % _PARTS for text, _, _ in places])
    rows = Rows(matrix, names, possible.argmax(axis=1), weights, parts)
    several = possible.sum(axis=1) > 1
    if several.any():
        # The likeliest of the possible classes by a model of the certain ones counts as much as it is likely.
        model = _fit(rows, matrix, (weights > 0) & ~several, STRENGTHS[0])
        chances = _softmax(_scores(model, matrix[several])) * possible[several]
        rows.targets[several] = chances.argmax(axis=1)
        rows.weights[several] *= chances.max(axis=1) / chances.sum(axis=1)
    return rows


def _open(text: Text) -> Iterable[int]:
    return (at for at, found in enumerate(text.features) if found is not None)


def _matrix(
    texts: Sequence[Text], features: Sequence[Sequence[list[str] | None]]
) -> tuple[list[str], sparse.csr_matrix]:
    """The features that enough sites have, and which open unit has which."""
    sites: dict[str, set[str]] = defaultdict(set)
    for text, found in zip(texts, features, strict=True):
        for at in _open(text):
            for name in found[at] or ():
                if len(sites[name]) < LEAST_SITES:
                    sites[name].add(text.site)
    names = sorted(name for name, seen in sites.items() if len(seen) >= LEAST_SITES)
    index = {name: at for at, name in enumerate(names)}
    columns, ends = [], [0]
    for text, found in zip(texts, features, strict=True):
        for at in _open(text):
            # A feature may be named twice, and counts twice. In order: sets have none, and sums depend on theirs.
            columns += sorted(index[name] for name in found[at] or () if name in index)
            ends.append(len(columns))
    ones = np.ones(len(columns), np.float32)
    return names, sparse.csr_matrix((ones, columns, ends), shape=(len(ends) - 1, len(names)))


def _fit(rows: Rows, matrix: sparse.csr_matrix, use: np.ndarray, strength: float) -> LogisticRegression:
    model = LogisticRegression(C=strength, max_iter=_MOST_ITERATIONS, tol=_TOLERANCE)
    return model.fit(matrix[use], rows.targets[use], rows.weights[use])


def _scores(model: LogisticRegression, matrix: sparse.csr_matrix) -> np.ndarray:
    """Logits for all classes; what the model has never seen is out of the question."""
    scores = np.full((matrix.shape[0], len(CLASSES)), -9.0)
    scores[:, model.classes_] = model.decision_function(matrix)
    return scores


def _softmax(scores: np.ndarray) -> np.ndarray:
    odds: np.ndarray = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(odds / odds.sum(axis=1, keepdims=True))


def _echoes(texts: Sequence[Text], scores: np.ndarray) -> list[list[list[str]]]:
    """What the second look is told of the first one's answers."""
    heard, row = [], 0
    for text in texts:
        answers: list[str] = []
        doubts: list[str | None] = []
        for given, found in zip(text.given, text.features, strict=True):
            if found is None:
                answers.append(given)
                doubts.append(None)
            else:
                name, doubt = doubt_of([round(score * UNIT) for score in scores[row]], CLASSES)
                answers.append(name)
                doubts.append(doubt)
                row += 1
        heard.append(list(map(features_of, echoes(text.units, text.forms, answers, doubts))))
    return heard


def _written(names: list[str], first: LogisticRegression, echo_names: list[str], second: LogisticRegression) -> str:
    """The file: for a feature a character for each class and look, for an echo those of the second look alone."""
    early, late = _weights(first), _weights(second)
    intercepts = [*_intercepts(first), *_intercepts(second)]
    lines = [json.dumps({"classes": CLASSES, "intercepts": intercepts})]
    for at, name in enumerate(names):
        weights = [*early[:, at], *late[:, at]]
        if _tells(weights):
            lines.append(f"{name}\t{_characters(weights)}")
    for at, name in enumerate(echo_names, len(names)):
        assert name.startswith(ECHO)
        if _tells(late[:, at]):
            lines.append(f"{name}\t{_characters(late[:, at])}")
    return "\n".join(lines) + "\n"


def _tells(weights: Iterable[int]) -> bool:
    """Whether a feature speaks for or against a class enough to be kept."""
    return any(abs(weight) > _SLIGHT for weight in weights)


def _weights(model: LogisticRegression) -> np.ndarray:
    weights = np.zeros((len(CLASSES), model.coef_.shape[1]), int)
    weights[model.classes_] = np.clip(np.rint(model.coef_ * UNIT), _SMALLEST, _LARGEST)
    return weights


def _intercepts(model: LogisticRegression) -> list[int]:
    intercepts = np.full(len(CLASSES), -9 * UNIT)
    intercepts[model.classes_] = np.rint(model.intercept_ * UNIT)
    return intercepts.tolist()


def _characters(weights: Iterable[int]) -> str:
    return "".join(chr(ZERO + int(weight)) for weight in weights)
