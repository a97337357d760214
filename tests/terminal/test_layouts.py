"""Layouts, dates in words, other calendars, the histogram, Arabic messages."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.handmade import event_at
from timeline_cli.model import Day, Timeline
from timeline_cli.terminal.chronology import LONG, Page, lines_of
from timeline_cli.terminal.dates import beside, month_name, words_of
from timeline_cli.terminal.histogram import histogram_of


def text_of(timeline: Timeline, show_source: bool = False, **look: Any) -> list[str]:
    page = Page(None, "off", brackets=True, **look)
    return ["".join(span.text for span in line).rstrip() for line in lines_of(timeline, page, show_source)]


def test_a_tree(timeline: Timeline) -> None:
    assert text_of(timeline, layout="tree")[2:9] == [
        " 1944",
        " └─ 1944-07              بدأت العلاقات",
        " 2022",
        " ├─ 2022-08-23 ~?        زار الوفد المدينة والتقى رئيس البلدية",
        " └─ 2022-11-22 → 11-23   عقد الاجتماع",
        " 2025",
        " └─ 2025  planned        سيفتتح المعرض — وزارة الثقافة",
    ]


def test_a_table(timeline: Timeline) -> None:
    assert text_of(timeline, layout="table")[2:8] == [
        " date               │ status  │ event",
        " ───────────────────┼─────────┼────────────────────────",
        " 1944-07            │         │ بدأت العلاقات",
        " 2022-08-23 ~?      │         │ زار الوفد المدينة والتقى رئيس البلدية",
        " 2022-11-22 → 11-23 │         │ عقد الاجتماع",
        " 2025               │ planned │ سيفتتح المعرض — وزارة الثقافة",
    ]


def test_month_names_of_a_region(timeline: Timeline) -> None:
    lines = text_of(timeline, months="levant")
    assert "   تموز 1944" in lines[3]
    assert "   23 آب 2022 ~?" in lines[5]
    assert "   22–23 تشرين الثاني 2022" in lines[6]


@pytest.mark.parametrize(
    ("region", "name"),
    [("levant", "كانون الثاني"), ("egypt", "يناير"), ("maghreb", "جانفي"), ("dual", "كانون الثاني/يناير")],
)
def test_names_of_january(region: str, name: str) -> None:
    assert month_name(1, region) == name


@pytest.mark.parametrize(
    ("begin", "last", "fields", "expected"),
    [
        ("2022-08-23", "2022-08-23", {}, "23 أغسطس 2022"),
        ("2022-08-23", "2022-09-02", {}, "23 أغسطس – 2 سبتمبر 2022"),
        ("2022-12-30", "2023-01-02", {}, "30 ديسمبر 2022 – 2 يناير 2023"),
        ("2022-08-01", "2022-08-31", {}, "أغسطس 2022"),
        ("2022-08-01", "2022-10-31", {}, "أغسطس – أكتوبر 2022"),
        ("2022-01-01", "2022-12-31", {"relation": "since"}, "منذ 2022"),
        ("2022-01-01", "2022-12-31", {"mod": "START"}, "أوائل 2022"),
        ("1990-01-01", "1999-12-31", {"precision": "decade"}, "عقد 1990"),
        ("1901-01-01", "2000-12-31", {"precision": "century"}, "القرن 20"),
        ("-0043-03-15", "-0043-03-15", {}, "15 مارس 44 ق.م"),
        ("2022-08-23", "2022-08-23", {"time": "MO"}, "23 أغسطس 2022 صباحا"),
    ],
)
def test_dates_in_words(begin: str, last: str, fields: dict[str, Any], expected: str) -> None:
    assert words_of(event_at("عام 2025", begin, last, **fields), "egypt") == expected


@pytest.mark.parametrize(
    ("begin", "last", "calendar", "fields", "expected"),
    [
        ("2023-03-15", "2023-03-15", "hijri", {}, "1444-08-23 AH ±1"),
        ("2023-03-15", "2023-03-15", "hijri", {"calendar": "hijri"}, "1444-08-23 AH"),
        ("2023-01-01", "2023-12-31", "hijri", {"precision": "year"}, "1444 → 1445 AH"),
        ("1170-10-30", "1170-10-30", "julian", {}, "1170-10-23 OS"),
        ("2023-03-15", "2023-03-15", "gregorian", {}, ""),
    ],
)
def test_other_calendars(begin: str, last: str, calendar: str, fields: dict[str, Any], expected: str) -> None:
    assert beside(event_at("عام 2025", begin, last, **fields), calendar) == expected


def test_other_calendars_stand_in_a_column(timeline: Timeline) -> None:
    lines = text_of(timeline, calendar="hijri")
    assert lines[3].index("1363-") == lines[5].index("1444-01-25")


def test_ids(timeline: Timeline) -> None:
    assert timeline.events[0].id in text_of(timeline, ids=True)[3]


def test_arabic_messages(timeline: Timeline) -> None:
    lines = text_of(timeline, lang="ar")
    assert lines[0] == " article.txt · 2023-03-15 (من النص) · الأحداث: 4، 1944–2025"
    assert "   2025  مقرر" in lines[8]
    assert lines[-1] == " ~ مستنتج   → مدة   ? متناقض"


def many(years: range) -> Timeline:
    event = event_at("عام 2025", "2025-01-01")
    return Timeline(tuple(replace(event, begin=Day.of(y, 1, 1), last=Day.of(y, 1, 1), id=str(y)) for y in years))


def test_bars_stand_above_a_long_chronology(timeline: Timeline) -> None:
    long = replace(many(range(1990, 1990 + LONG)), sources=timeline.sources)
    assert text_of(long)[2:4] == [" 1990 " + "█" * LONG + " 2013", " a bar is 1 year(s)"]
    assert not any("█" in line for line in text_of(timeline))


def test_bars_count() -> None:
    events = (*many(range(1900, 2000)).events, *many(range(1900, 1902)).events)
    made = histogram_of(events)
    assert (made.first, made.last, made.step, made.unit, len(made.bars)) == (1900, 1999, 2, "year", 50)
    assert (made.bars[0], made.bars[1]) == ("█", "▄")
    months = tuple(replace(events[0], begin=Day.of(2011, month, 3)) for month in (1, 3, 3))
    assert histogram_of(months).bars == "▄ █"
