from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.handmade import event_at, source_of
from timeline_cli.model import Day, Timeline
from timeline_cli.terminal.bidi import PDI, RLI
from timeline_cli.terminal.chronology import Page, lines_of

LOGICAL = Page(width=None, treatment="off", brackets=True)


def text_of(timeline: Timeline, page: Page = LOGICAL, show_source: bool = False, quiet: bool = False) -> list[str]:
    return ["".join(span.text for span in line).rstrip() for line in lines_of(timeline, page, show_source, quiet)]


def test_the_whole_view(timeline: Timeline) -> None:
    assert text_of(timeline) == [
        " article.txt · 2023-03-15 (from the text) · 4 events 1944–2025",
        "",
        " 1944",
        "   1944-07              بدأت العلاقات",
        " 2022",
        "   2022-08-23 ~?        زار الوفد المدينة والتقى رئيس البلدية",
        "   2022-11-22 → 11-23   عقد الاجتماع",
        " 2025",
        "   2025  planned        سيفتتح المعرض — وزارة الثقافة",
        "",
        " ~ inferred   → range   ? contradicts itself",
    ]


def test_the_view_in_the_documentation_is_this_one(timeline: Timeline) -> None:
    page = (Path(__file__).parents[2] / "docs" / "cli.md").read_text(encoding="utf-8")
    assert "```\n" + "\n".join(text_of(timeline)) + "\n```" in page


def test_the_column_is_as_wide_as_its_widest_cell(timeline: Timeline) -> None:
    lines = text_of(replace(timeline, events=timeline.events[:2]))
    assert lines[3] == "   1944-07         بدأت العلاقات"
    planned = replace(timeline.events[0], status="hypothetical")
    lines = text_of(replace(timeline, events=(planned, timeline.events[1])))
    assert lines[3] == "   1944-07  hypothetical   بدأت العلاقات"


def test_the_legend_names_only_what_occurs(timeline: Timeline) -> None:
    assert text_of(replace(timeline, events=timeline.events[:1]))[-1] == "   1944-07   بدأت العلاقات"
    assert text_of(replace(timeline, events=timeline.events[1:2]))[-1] == " ~ inferred   ? contradicts itself"


def test_quiet_leaves_the_entries(timeline: Timeline) -> None:
    assert len(text_of(timeline, quiet=True)) == len(timeline)


def test_the_source_is_shown_with_the_words_of_the_date_marked(timeline: Timeline) -> None:
    lines = text_of(replace(timeline, events=timeline.events[:1]), show_source=True)
    assert lines[4:6] == [
        "             article.txt 73–93",
        "             بدأت العلاقات في ⟦يوليو/ تموز عام 1944⟧.",
    ]


def test_another_order_than_that_of_time_has_no_headings(timeline: Timeline) -> None:
    mixed = replace(timeline, events=(timeline.events[1], timeline.events[0], timeline.events[2]))
    assert [line for line in text_of(mixed) if line.startswith(" ") and not line.startswith("  ")][1:-1] == []
    backward = replace(timeline, events=timeline.events[::-1])
    assert [line.strip() for line in text_of(backward) if line in (" 2025", " 2022", " 1944")] == [
        "2025",
        "2022",
        "1944",
    ]


def test_a_title_stands_in_the_head(timeline: Timeline) -> None:
    titled = replace(timeline, sources=(source_of("article.txt", title="عنوان المقال"),))
    assert text_of(titled)[:3] == [
        " article.txt · 2023-03-15 (from the text) · 4 events 1944–2025",
        " عنوان المقال",
        "",
    ]


def test_of_several_documents_those_that_tell_are_numbered_and_listed(timeline: Timeline) -> None:
    first, second = timeline.events[:2]
    also = replace(second.tellings[0], document="b.txt")
    events = (first, replace(second, tellings=(*second.tellings, also)))
    sources = (source_of("a.txt"), source_of("b.txt", day=None, title="عنوان"), source_of("article.txt"))
    assert text_of(Timeline(events, sources)) == [
        " 3 documents · 2 events 1944–2022",
        "",
        " 1944",
        "   1944-07  [2]           بدأت العلاقات",
        " 2022",
        "   2022-08-23 ~?  [1,2]   زار الوفد المدينة والتقى رئيس البلدية",
        "",
        " ~ inferred   ? contradicts itself",
        "",
        " [1] b.txt · undated",
        "     عنوان",
        " [2] article.txt · 2023-03-15 (from the text)",
    ]
    assert "[" not in "".join(text_of(Timeline(events, sources), quiet=True))


LONG = "زار الوفد المدينة والتقى رئيس البلدية ووقع معه على اتفاق طويل الأمد للتعاون في مجالات النقل والمياه والتعليم"


@pytest.mark.parametrize("width", [30, 40, 60, 80, 120, 200])
@pytest.mark.parametrize("treatment", ["off", "isolate", "reorder"])
def test_no_line_is_wider_than_the_page(timeline: Timeline, width: int, treatment: str) -> None:
    long = replace(timeline, events=(*timeline.events[:3], replace(timeline.events[3], title=LONG)))
    page = Page(width, treatment, brackets=False)
    entries = text_of(long, page, show_source=True, quiet=True)
    assert max(cell_len(line.replace(RLI, "").replace(PDI, "")) for line in entries) <= width


def test_broken_lines_are_isolated_each_and_stand_under_the_first() -> None:
    timeline = Timeline((event_at("عام 2025", "2025-01-01", "2025-12-31", LONG, precision="year"),), (source_of(),))
    first, *rest = text_of(timeline, Page(60, "isolate", False), quiet=True)
    assert first.startswith(f"   2025   {RLI}")
    assert len(rest) > 1
    for line in (first, *rest):
        assert line.count(RLI) == line.count(PDI) == 1
        assert line.endswith(PDI)
    assert all(line.startswith(" " * 10) for line in rest)
    words = " ".join(line[line.index(RLI) + 1 : -1] for line in (first, *rest))
    assert words == LONG


def test_lines_of_one_entry_end_at_the_same_cell() -> None:
    timeline = Timeline((event_at("عام 2025", "2025-01-01", "2025-12-31", LONG, precision="year"),), (source_of(),))
    for treatment in ("isolate", "reorder"):
        lines = text_of(timeline, Page(60, treatment, False), quiet=True)
        assert len({cell_len(line.replace(RLI, "").replace(PDI, "")) for line in lines}) == 1


def test_a_narrow_page_puts_the_text_below_the_date(timeline: Timeline) -> None:
    lines = text_of(replace(timeline, events=timeline.events[:1]), Page(30, "off", False), quiet=True)
    assert lines == ["   1944-07", "     بدأت العلاقات"]


def test_years_before_our_era(timeline: Timeline) -> None:
    events = (replace(timeline.events[0], begin=Day.of(-43, 1, 1), last=Day.of(-43, 12, 31), precision="year"),)
    assert text_of(replace(timeline, events=events))[:4] == [
        " article.txt · 2023-03-15 (from the text) · 1 event 44 BCE",
        "",
        " 44 BCE",
        "   44 BCE   بدأت العلاقات",
    ]
