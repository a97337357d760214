from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from timeline_cli.model import Day, Flag, Timeline
from timeline_cli.terminal.when import LEGEND, cell_of, heading_of, legend_of


@pytest.mark.parametrize(
    ("begin", "last", "fields", "cell"),
    [
        ("2022-08-23", "2022-08-23", {}, "2022-08-23"),
        ("2022-08-23", "2022-08-23", {"how": "narrative"}, "2022-08-23 ~"),
        ("2022-08-23", "2022-08-23", {"how": "dct", "mod": "APPROX"}, "2022-08-23 ~≈"),
        ("2022-08-23", "2022-08-23", {"flags": (Flag("hijri-approx"),)}, "2022-08-23 ≈"),
        ("2022-08-23", "2022-08-23", {"flags": (Flag("weekday-conflict", "x"),)}, "2022-08-23 ?"),
        ("2022-08-23", "2022-08-23", {"precision": "time", "time": "10:30"}, "2022-08-23 10:30"),
        ("2022-08-23", "2022-08-23", {"precision": "daypart", "time": "EV"}, "2022-08-23 evening"),
        ("2022-08-23", "2022-08-23", {"relation": "until"}, "→ 2022-08-23"),
        ("2015-01-01", "2015-12-31", {"precision": "year", "relation": "since"}, "2015 →"),
        ("2015-01-01", "2015-12-31", {"precision": "year", "relation": "before"}, "before 2015"),
        ("2022-08-23", "2022-08-23", {"mod": "BEFORE"}, "by 2022-08-23"),
        ("2022-11-22", "2022-11-23", {"precision": "interval"}, "2022-11-22 → 11-23"),
        ("2022-11-22", "2022-11-23", {"precision": "interval", "relation": "until"}, "2022-11-22 → 11-23"),
        ("2022-11-22", "2023-01-03", {"precision": "interval"}, "2022-11-22 → 2023-01-03"),
        ("1944-07-01", "1944-07-31", {"precision": "month"}, "1944-07"),
        ("1944-07-01", "1944-07-31", {"precision": "month", "mod": "START"}, "1944-07 early"),
        ("1944-07-01", "1944-09-30", {"precision": "interval"}, "1944-07 → 09"),
        ("1944-07-01", "1945-09-30", {"precision": "interval"}, "1944-07 → 1945-09"),
        ("2015-01-01", "2015-12-31", {"precision": "year"}, "2015"),
        ("2015-01-01", "2017-12-31", {"precision": "interval"}, "2015 → 2017"),
        ("1990-01-01", "1999-12-31", {"precision": "decade"}, "1990s"),
        ("1800-01-01", "1899-12-31", {"precision": "century"}, "19th century"),
        ("2023-01-01", "2023-06-30", {"precision": "half"}, "2023-H1"),
        ("2021-07-01", "2021-09-30", {"precision": "quarter"}, "2021-Q3"),
        ("2006-06-01", "2006-08-31", {"precision": "season"}, "2006 summer"),
        ("2009-12-01", "2010-02-28", {"precision": "season"}, "2009 winter"),
        ("2023-03-06", "2023-03-12", {"precision": "week"}, "2023-03-06 → 03-12"),
        ("2009-08-22", "2009-09-19", {"precision": "month", "calendar": "hijri"}, "2009-08-22 → 09-19"),
        ("-0043-01-01", "-0043-12-31", {"precision": "year"}, "44 BCE"),
        ("-0043-03-15", "-0043-03-15", {}, "44 BCE-03-15"),
        ("-0489-01-01", "-0478-12-31", {"precision": "interval"}, "490 BCE → 479 BCE"),
        ("0680-10-10", "0680-10-10", {}, "0680-10-10"),
    ],
)
def test_cells(timeline: Timeline, begin: str, last: str, fields: dict[str, Any], cell: str) -> None:
    bare = replace(timeline.events[0], precision="day", edtf=None, begin=Day.parse(begin), last=Day.parse(last))
    assert cell_of(replace(bare, **fields)) == cell


@pytest.mark.parametrize(
    ("last", "relation", "legend"),
    [
        ("2022-11-23", "on", ["range"]),
        ("2022-11-22", "since", ["since"]),
        ("2022-11-22", "until", ["until"]),
        ("2022-11-22", "on", []),
    ],
)
def test_legend(timeline: Timeline, last: str, relation: str, legend: list[str]) -> None:
    event = replace(timeline.events[2], last=Day.parse(last), relation=relation)
    assert [LEGEND[sign] for sign in legend_of(event)] == legend


@pytest.mark.parametrize(
    ("begin", "last", "precision", "heading"),
    [
        ("2022-08-23", "2022-08-23", "day", "2022"),
        ("1990-01-01", "1999-12-31", "decade", "1990s"),
        ("1800-01-01", "1899-12-31", "century", "19th century"),
        ("1204-09-05", "1301-09-13", "century", "1204 → 1301"),
        ("-0043-03-15", "-0043-03-15", "day", "44 BCE"),
    ],
)
def test_headings(timeline: Timeline, begin: str, last: str, precision: str, heading: str) -> None:
    event = replace(timeline.events[0], precision=precision, begin=Day.parse(begin), last=Day.parse(last))
    assert heading_of(event) == heading
