"""The measures of the benchmarks: pairing, days, what is optional."""

from typing import Any

import pytest
from benchmarks.scorer import is_same_time, paired, score


def expression(
    start: int, end: int, begin: str | None = "2023-03-15", last: str | None = None, **more: Any
) -> dict[str, Any]:
    return {"start": start, "end": end, "begin": begin, "last": last or begin, **more}


def test_right_expressions_score_one() -> None:
    gold = [expression(0, 4), expression(10, 20, None)]
    scores = score([(gold, gold)])
    assert (scores.dated.f1, scores.strict.f1, scores.overlapping.f1) == (1, 1, 1)


def test_other_days_are_overlap_alone() -> None:
    scores = score([([expression(0, 4)], [expression(0, 3, "2023-03-16")])])
    assert (scores.dated.hits, scores.strict.hits, scores.overlapping.hits) == (0, 0, 1)


def test_precision_and_recall_count_all_documents() -> None:
    scores = score([([expression(0, 4), expression(6, 9)], [expression(0, 4)]), ([], [expression(1, 2)])])
    assert (scores.dated.precision, scores.dated.recall, scores.dated.f1) == (0.5, 0.5, 0.5)
    assert scores.false_in_empty == 1


def test_nothing_found_scores_zero() -> None:
    scores = score([([expression(0, 4)], [])])
    assert (scores.dated.precision, scores.dated.recall, scores.dated.f1) == (0, 0, 0)


def test_an_expression_pairs_once_and_with_its_own_span_first() -> None:
    gold = [expression(0, 10), expression(12, 20)]
    found = [expression(0, 18), expression(12, 20)]
    assert list(paired(gold, found)) == [(gold[1], found[1]), (gold[0], found[0])]


def test_the_largest_overlap_pairs_where_no_span_is_the_same() -> None:
    gold = [expression(0, 10)]
    found = [expression(0, 3), expression(4, 10)]
    assert list(paired(gold, found)) == [(gold[0], found[1])]


@pytest.mark.parametrize("found", [[], [expression(0, 4)]])
def test_optional_expressions_count_neither_way(found: list[dict[str, Any]]) -> None:
    scores = score([([expression(0, 4, optional=True), expression(6, 9)], [*found, expression(6, 9)])])
    assert (scores.dated.precision, scores.dated.recall) == (1, 1)


def test_alternatives_are_as_right() -> None:
    gold = expression(0, 4, alternatives=[{"begin": "2023-03-16", "last": "2023-03-16"}])
    assert is_same_time(gold, expression(0, 4, "2023-03-16"))
    assert not is_same_time(gold, expression(0, 4, "2023-03-17"))
