"""Compares time expressions with a gold set: how many spans are the same, overlap, and mean the same days.

A gold expression and a prediction pair at most once each: equal spans first, then the largest overlap. `optional` gold
expressions count neither as missed nor, when found, as false; `alternatives` of begin and last are as right as the
expression's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

Expression = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1 of one measure."""

    hits: int
    predicted: int
    wanted: int

    @property
    def precision(self) -> float:
        return self.hits / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        return self.hits / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.hits / (self.predicted + self.wanted) if self.hits else 0.0


@dataclass(frozen=True, slots=True)
class Scores:
    """The measures of one gold set. `false_in_empty`: predictions in documents that have no expressions."""

    dated: Score
    strict: Score
    overlapping: Score
    false_in_empty: int


def score(documents: Iterable[tuple[Sequence[Expression], Sequence[Expression]]]) -> Scores:
    """Returns the scores of pairs of gold and predicted expressions, one pair a document."""
    wanted = predicted = dated = strict = overlapping = false_in_empty = 0
    for gold, found in documents:
        pairs = list(paired(gold, found))
        wanted += sum(not expression.get("optional") for expression in gold)
        predicted += len(found) - sum(bool(expression.get("optional")) for expression, _ in pairs)
        false_in_empty += 0 if gold else len(found)
        for expression, guess in pairs:
            if not expression.get("optional"):
                overlapping += 1
                strict += _span(expression) == _span(guess)
                dated += is_same_time(expression, guess)
    return Scores(
        Score(dated, predicted, wanted),
        Score(strict, predicted, wanted),
        Score(overlapping, predicted, wanted),
        false_in_empty,
    )


def paired(gold: Sequence[Expression], found: Sequence[Expression]) -> Iterator[tuple[Expression, Expression]]:
    """Yields gold expressions with their predictions, one to one."""
    candidates = sorted(
        (_span(one) != _span(other), -shared, i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(found)
        if (shared := min(one["end"], other["end"]) - max(one["start"], other["start"])) > 0
    )
    left, right = set(range(len(gold))), set(range(len(found)))
    for _, _, i, j in candidates:
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            yield gold[i], found[j]


def is_same_time(gold: Expression, guess: Expression) -> bool:
    """Tells whether a prediction has the days of a gold expression or of one of its alternatives; null equals null."""
    return any(_days(way) == _days(guess) for way in (gold, *gold.get("alternatives", ())))


def _span(expression: Expression) -> tuple[int, int]:
    return expression["start"], expression["end"]


def _days(expression: Expression) -> tuple[str | None, str | None]:
    return expression.get("begin"), expression.get("last")
