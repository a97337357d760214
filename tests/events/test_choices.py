"""What a reader may choose beside the default entries (docs/events.md §2.4, §2.5, §7)."""

from __future__ import annotations

import pytest

from timeline_cli import extract

DAY = "2019-05-10"


def told(text: str, **choices: bool) -> list[tuple[str, str, str]]:
    return [(str(event.begin), str(event.last), event.title) for event in extract(text, DAY, **choices)]


STRETCHES = [
    (
        "بدأ المعرض في 3 مايو 2019 واستمر حتى 9 مايو 2019.",
        [("2019-05-03", "2019-05-09", "استمر المعرض")],
        ["بدأ المعرض", "استمر المعرض حتى هذا التاريخ"],
    ),
    ("يغلق الجسر ثلاثة أيام ابتداء من 14 مايو 2019.", [("2019-05-14", "2019-05-16", "يغلق الجسر ثلاثة أيام")], None),
    ("يغلق الجسر لمدة أسبوعين اعتبارا من 14 مايو 2019.", [("2019-05-14", "2019-05-27", None)], None),
    ("يغلق الجسر لمدة شهر اعتبارا من 31 يناير 2020.", [("2020-01-31", "2020-02-28", None)], None),
    # two doers, two entries
    (
        "بدأ المعرض في 3 مايو 2019 واستمر المؤتمر حتى 9 مايو 2019.",
        [("2019-05-03", "2019-05-03", "بدأ المعرض"), ("2019-05-09", "2019-05-09", None)],
        None,
    ),
]


@pytest.mark.parametrize(("text", "wanted", "apart"), STRETCHES)
def test_spans(text: str, wanted: list[tuple[str, str, str | None]], apart: list[str] | None) -> None:
    found = told(text, spans=True)
    assert [entry[:2] for entry in found] == [entry[:2] for entry in wanted]
    assert all(title in (None, entry[2]) for entry, (_, _, title) in zip(found, wanted, strict=True))
    if apart is not None:
        assert [title for _, _, title in told(text)] == apart


def test_a_span_is_bounded_and_an_interval() -> None:
    (event,) = extract("يغلق الجسر ثلاثة أيام ابتداء من 14 مايو 2019.", DAY, spans=True)
    assert (event.edtf, event.precision, event.relation) == ("2019-05-14/2019-05-16", "interval", "on")
    assert not any(flag.code == "open-end" for flag in event.flags)


def test_follow_up() -> None:
    text = "في 7 مايو 2019 زار الوزير المصنع، ثم ألقى كلمة أمام العمال، ثم غادر المدينة في 9 مايو 2019."
    day = "2019-05-07"
    assert told(text) == [(day, day, "زار الوزير المصنع"), ("2019-05-09", "2019-05-09", "غادر الوزير المدينة")]
    events = list(extract(text, DAY, follow_up=True))
    assert [str(event.begin) for event in events] == [day, day, "2019-05-09"]
    assert events[1].title == "ألقى الوزير كلمة أمام العمال"
    assert [flag.code for flag in events[1].flags] == ["follow-up"]
    assert len({event.id for event in events}) == 3
    assert events[1].confidence < events[0].confidence


def test_statements() -> None:
    text = "قال وزير التعليم أمس إن المنهج لن يتغير. وافتتح مدرسة في 3 مايو 2019."
    (first, second) = extract(text, DAY)
    assert [flag.code for flag in second.flags] == ["statement"]
    assert list(extract(text, DAY, statements=False)) == [first]
