"""A timeline built by hand, so that views, writers and commands are tested apart from the extractor."""

from __future__ import annotations

import hashlib
from typing import Any

from timeline_cli.model import Day, DocumentDate, Event, Flag, Name, Source, Telling, Timeline

TEXT = (
    "زار الوفد المدينة في 23 أغسطس/ آب، والتقى رئيس البلدية.\n"
    "بدأت العلاقات في يوليو/ تموز عام 1944.\n"
    "عقد الاجتماع من 22 إلى 23 نوفمبر 2022.\n"
    "سيفتتح المعرض عام 2025.\n"
)


def event_at(words: str, begin: str, last: str | None = None, title: str = "حدث ما", **fields: Any) -> Event:
    """An event whose date stands in TEXT with these words."""
    start = TEXT.index(words)
    line = TEXT.rfind("\n", 0, start) + 1
    sentence = TEXT[line : TEXT.index("\n", start)]
    telling = Telling("article.txt", sentence, line, start, start + len(words), words)
    defaults: dict[str, Any] = {"status": "past", "tellings": (telling,), "precision": "day"}
    return Event(
        id=hashlib.sha256(words.encode()).hexdigest()[:12],
        begin=Day.parse(begin),
        last=Day.parse(last or begin),
        title=title,
        **(defaults | fields),
    )


def source_of(name: str = "article.txt", day: str | None = "2023-03-15", **fields: Any) -> Source:
    date = DocumentDate(Day.parse(day) if day else None, "text" if day else "none", "اليوم" if day else "")
    return Source(name, fields.get("title"), date, hashlib.sha256(TEXT.encode()).hexdigest(), len(TEXT))


def handmade_timeline() -> Timeline:
    return Timeline(
        (
            event_at(
                "يوليو/ تموز عام 1944", "1944-07-01", "1944-07-31", "بدأت العلاقات", precision="month", edtf="1944-07"
            ),
            event_at(
                "23 أغسطس/ آب",
                "2022-08-23",
                title="زار الوفد المدينة والتقى رئيس البلدية",
                how="narrative",
                participants=(Name("الوفد", "organisation"), Name("رئيس البلدية", "person")),
                places=(Name("حلب", "city"),),
                confidence=0.8,
                flags=(Flag("year-inferred"), Flag("weekday-conflict", "2022-08-24")),
            ),
            event_at("22 إلى 23 نوفمبر 2022", "2022-11-22", "2022-11-23", "عقد الاجتماع", precision="interval"),
            event_at(
                "عام 2025",
                "2025-01-01",
                "2025-12-31",
                "سيفتتح المعرض",
                precision="year",
                status="planned",
                attribution="وزارة الثقافة",
            ),
        ),
        (source_of(),),
    )
