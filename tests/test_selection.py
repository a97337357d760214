from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from timeline_cli.model import Day, Timeline
from timeline_cli.selection import Selection, grain_of, searchable, selected


@pytest.mark.parametrize(
    ("asked", "years"),
    [
        ({}, [1944, 2022, 2022, 2025]),
        ({"begin": Day.of(1944, 7, 31)}, [1944, 2022, 2022, 2025]),
        ({"begin": Day.of(1944, 8, 1)}, [2022, 2022, 2025]),
        ({"last": Day.of(2022, 11, 22)}, [1944, 2022, 2022]),
        ({"last": Day.of(2022, 11, 21)}, [1944, 2022]),
        ({"begin": Day.of(2025, 6, 1), "last": Day.of(2025, 6, 2)}, [2025]),
        ({"contains": ("المدينه",)}, [2022]),
        ({"contains": ("اغسطس",)}, [2022]),
        ({"contains": ("الوَفْد", "حَلَب")}, [2022]),
        ({"contains": ("٢٠٢٢",)}, [2022]),
        ({"contains": ("وزارة",)}, [2025]),
        ({"contains": ("الوفد", "وزارة")}, []),
        ({"precision": "day"}, [2022]),
        ({"precision": "week"}, [2022, 2022]),
        ({"precision": "month"}, [1944, 2022, 2022]),
        ({"precision": "century"}, [1944, 2022, 2022, 2025]),
        ({"statuses": ("planned", "denied")}, [2025]),
        ({"min_confidence": 0.9}, [1944, 2022, 2025]),
        ({"order": "reverse"}, [2025, 2022, 2022, 1944]),
        ({"order": "text"}, [2022, 1944, 2022, 2025]),
        ({"limit": 2}, [1944, 2022]),
        ({"order": "reverse", "limit": 1}, [2025]),
    ],
)
def test_what_is_asked_for_is_selected(timeline: Timeline, asked: dict[str, Any], years: list[int]) -> None:
    assert [event.begin.year for event in selected(timeline, Selection(**asked)).events] == years


def test_sources_stay(timeline: Timeline) -> None:
    assert selected(timeline, Selection(contains=("لا شيء",))).sources == timeline.sources


def test_spelling_variants_are_equal() -> None:
    assert searchable("إِلــى  المدينةِ\nAl ١٢") == "الي المدينه al 12"


@pytest.mark.parametrize(
    ("begin", "last", "precision", "grain"),
    [
        ("2022-11-22", "2022-11-22", "interval", "day"),
        ("2022-11-22", "2022-11-28", "interval", "week"),
        ("2009-08-22", "2009-09-19", None, "month"),
        ("2009-01-01", "2012-12-31", "interval", "decade"),
        ("1801-01-01", "1944-12-31", "interval", "century"),
        ("1944-07-01", "1944-07-31", "month", "month"),
    ],
)
def test_a_date_without_a_grain_has_that_of_its_length(
    timeline: Timeline, begin: str, last: str, precision: str | None, grain: str
) -> None:
    event = replace(timeline.events[0], begin=Day.parse(begin), last=Day.parse(last), precision=precision)
    assert grain_of(event) == grain


def test_a_selection_says_what_was_asked() -> None:
    assert Selection().asked() == {}
    asked = Selection(begin=Day.of(2011, 1, 1), contains=("مايو",), limit=3)
    assert asked.asked() == {"begin": "2011-01-01", "contains": ["مايو"], "limit": 3}
