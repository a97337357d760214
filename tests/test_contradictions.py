from __future__ import annotations

import pytest

from timeline_cli.contradictions import CONTRADICTION, NOTE, Contradiction, contradictions
from timeline_cli.model import Day, Document
from timeline_cli.places import Lines
from timeline_cli.terminal.chronology import Page
from timeline_cli.terminal.contradictions import lines_of_contradictions


def found(text: str, dct: str | None = None) -> list[Contradiction]:
    return contradictions([Document("a.txt", text, dct=Day.parse(dct) if dct else None)])


@pytest.mark.parametrize(
    ("text", "kind", "level", "words", "days", "right"),
    [
        (
            "وصل الوفد يوم الثلاثاء 15 مارس 2023 إلى المدينة.",
            "weekday",
            CONTRADICTION,
            "يوم الثلاثاء 15 مارس 2023",
            1,
            ("2023-03-14", "2022-03-15"),
        ),
        (
            "وقع الاتفاق في 10 رمضان 1444هـ الموافق 15 أبريل 2023.",
            "calendar-pair",
            CONTRADICTION,
            "10 رمضان 1444هـ … 15 أبريل 2023",
            14,
            ("2023-04-01", "1444-09-24"),
        ),
        (
            "وعقد المؤتمر في 23 شعبان 1444هـ الموافق 16 مارس 2023.",
            "calendar-pair",
            NOTE,
            "23 شعبان 1444هـ",
            1,
            ("2023-03-15",),
        ),
        (
            "وبدأت الأعمال في 23 نيسان/ مارس 2022.",
            "month-pair",
            CONTRADICTION,
            "23 نيسان/ مارس 2022",
            None,
            ("2022-04-23", "2022-03-23"),
        ),
        ("وانتهت في 31 فبراير 2020.", "impossible-date", CONTRADICTION, "31 فبراير 2020", None, ("2020-02-29",)),
        ("وانتهت في 31/02/2020.", "impossible-date", CONTRADICTION, "31/02/2020", None, ("2020-02-29",)),
        (
            "استمرت من 12 مايو 2015 إلى 3 أبريل 2015.",
            "range-order",
            CONTRADICTION,
            "12 مايو 2015 إلى 3 أبريل 2015",
            39,
            ("2015-04-03 → 2015-05-12",),
        ),
        (
            "استمر المعرض في الفترة 2015-2012.",
            "range-order",
            NOTE,
            "2015-2012",
            None,
            ("2012-01-01 → 2015-12-31",),
        ),
    ],
)
def test_each_kind(text: str, kind: str, level: str, words: str, days: int | None, right: tuple[str, ...]) -> None:
    (one,) = found(text)
    assert (one.kind, one.level, one.days, one.right) == (kind, level, days, right)
    assert one.place.words == words
    if "…" not in words:
        assert text[one.place.start : one.place.end] == words


TWICE = (
    "وقع الوزير سامر الحلبي اتفاق النقل البحري في 12 مايو 2021.\n"
    "وذكر البيان أن الوزير سامر الحلبي وقع اتفاق النقل البحري مع الشركة في 14 مايو 2021.\n"
)


def test_one_act_told_with_two_days() -> None:
    (one,) = found(TWICE)
    assert (one.kind, one.days, one.right) == ("two-days", 2, ("2021-05-12",))
    assert one.place.words == "14 مايو 2021"
    assert one.other is not None
    assert one.other.words == "12 مايو 2021"


def test_one_act_told_with_two_days_in_two_texts() -> None:
    first, second = TWICE.splitlines()
    both = [
        Document("a.txt", first),
        Document("b.txt", second.replace("وذكر البيان أن ", "").replace(" مع الشركة", "")),
    ]
    assert [(one.kind, one.place.document) for one in contradictions(both)] == [("two-days", "b.txt")]


@pytest.mark.parametrize(
    "text",
    [
        "وصل الوفد يوم الأربعاء 15 مارس 2023 إلى المدينة.",
        "باشرت فرق الإنقاذ البحري حادثا في 3 مايو 2012. وباشرت فرق الإنقاذ البحري حادثا آخر في 4 مايو 2012.",
        "يستمر التسجيل حتى 30/11/1436هـ.",
        "وقع الاتفاق في 24 رمضان 1444هـ الموافق 15 أبريل 2023.",
        "استمرت من 10 ديسمبر إلى 5 يناير 2021.",
        "قصفت الطائرات المدينة في 3 مايو 2012. وقصفت الطائرات المدينة في 4 مايو 2012.",
        "وفي 20 شوال سنة 583هـ، الموافق 23 ديسمبر 1187م، دخل المدينة رسول من حلب يحمل خبر الصلح.",
    ],
)
def test_what_agrees_is_left_alone(text: str) -> None:
    assert [one for one in found(text) if one.level == CONTRADICTION] == []


def test_a_weekday_is_held_against_the_date_of_the_document() -> None:
    assert [one.kind for one in found("وصل الوفد أمس الثلاثاء.", "2023-03-14")] == ["weekday"]
    assert found("وصل الوفد أمس الثلاثاء.", "2023-03-15") == []


def test_places_are_lines_and_columns() -> None:
    lines = Lines("سطر\nوسطر\n", before=3)
    assert [lines.place(offset) for offset in (0, 3, 4, 6)] == [(4, 1), (4, 4), (5, 1), (5, 3)]


def test_on_a_terminal_the_message_stands_below_its_words() -> None:
    text = "وصل الوفد يوم الثلاثاء 15 مارس 2023 إلى المدينة."
    page = Page(60, "isolate", brackets=False)
    lines = list(lines_of_contradictions(found(text), {"a.txt": Lines(text)}, page, "en"))
    shown = ["".join(span.text for span in line) for line in lines]
    assert shown[0] == "a.txt:1:11: \u2068يوم الثلاثاء 15 مارس 2023\u2069"
    assert all(line.startswith("   ") and len(line) <= 60 for line in shown[1:])
    assert " ".join(line.strip() for line in shown[1:]).startswith("2023-03-15 is a Wednesday; the nearest Tuesday is")
