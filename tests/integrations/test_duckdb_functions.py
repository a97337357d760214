"""The functions in DuckDB."""

from __future__ import annotations

from typing import Any

import pytest

duckdb = pytest.importorskip("duckdb")


@pytest.fixture
def base() -> Any:
    from timeline_cli.integrations.duckdb_functions import register

    return register(duckdb.connect())


@pytest.mark.parametrize(
    ("call", "answer"),
    [
        ("timeline_parse('يوليو/ تموز 1944', NULL).value", "1944-07"),
        ("timeline_parse('أمس', '2023-03-15').begin_day", "2023-03-14"),
        ("TRY_CAST(timeline_parse('أمس', '2023-03-15T08:00').begin_day AS DATE)::VARCHAR", "2023-03-14"),
        ("timeline_parse('كتاب', NULL)", None),
        ("timeline_parse(NULL, NULL)", None),
        ("timeline_parse('أمس', 'غدا').begin_day", None),
        ("timeline_events('وصل الوفد إلى حلب في 12 مايو 2011.', NULL)[1].title", "وصل الوفد إلى حلب"),
        ("len(timeline_events('لا شيء', NULL))", 0),
        ("timeline_events(NULL, NULL)", None),
    ],
)
def test_functions(base: Any, call: str, answer: Any) -> None:
    assert base.execute(f"SELECT {call}").fetchone() == (answer,)


def test_over_a_table(base: Any) -> None:
    base.execute(
        "CREATE TABLE texts AS SELECT 'وصل الوفد إلى حلب في 12 مايو ' || y || '.' AS text FROM range(2000, 2005) t(y)"
    )
    query = "SELECT unnest(timeline_events(text, NULL)).begin_day AS day FROM texts ORDER BY day"
    assert [day for (day,) in base.execute(query).fetchall()] == [f"{year}-05-12" for year in range(2000, 2005)]
