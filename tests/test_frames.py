"""Timelines as tables of Arrow, pandas and polars."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date, datetime

import pytest

from timeline_cli.errors import TimelineError
from timeline_cli.model import Day, Timeline
from timeline_cli.writers.record import FIELDS


@pytest.fixture
def with_caesar(timeline: Timeline) -> Timeline:
    ides = Day.parse("-0043-03-15")
    return replace(timeline, events=(replace(timeline.events[0], begin=ides, last=ides), *timeline.events[1:]))


def test_arrow(with_caesar: Timeline) -> None:
    pytest.importorskip("pyarrow")
    table = with_caesar.to_arrow()
    assert table.column_names == [*FIELDS, "begin_iso", "last_iso"]
    assert table["begin"].to_pylist() == [None, date(2022, 8, 23), date(2022, 11, 22), date(2025, 1, 1)]
    assert table["begin_iso"].to_pylist()[0] == "-0043-03-15"
    assert Timeline(()).to_arrow().schema == table.schema


def test_pandas(with_caesar: Timeline) -> None:
    pandas = pytest.importorskip("pandas")
    frame = with_caesar.to_pandas()
    assert frame["begin"].dtype.kind == "M"
    assert pandas.isna(frame["begin"][0])
    assert frame["begin"][1] == datetime(2022, 8, 23)
    assert frame.loc[frame["begin"] >= "2022-11", "title"].tolist() == ["عقد الاجتماع", "سيفتتح المعرض"]


def test_polars(with_caesar: Timeline) -> None:
    polars = pytest.importorskip("polars")
    frame = with_caesar.to_polars()
    assert frame.schema["begin"] == polars.Date
    assert frame.filter(polars.col("begin").dt.year() == 2022).height == 2
    assert frame["participants"].list.len().to_list() == [0, 2, 0, 0]


@pytest.mark.parametrize(
    ("method", "library", "extra"), [("to_pandas", "pandas", "frames"), ("to_polars", "polars", "frames")]
)
def test_a_missing_library_is_one_clear_line(
    method: str, library: str, extra: str, timeline: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(TimelineError, match=rf"needs {library}: pip install 'timeline-cli\[{extra}\]'"):
        getattr(timeline, method)()
