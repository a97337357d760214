from __future__ import annotations

from pathlib import Path

import pytest

from timeline_cli.edits import Correction, applied, corrections_of, csv_of, span_of
from timeline_cli.errors import TimelineError
from timeline_cli.model import Day, Timeline


def test_a_file_of_corrections_reads_back(tmp_path: Path) -> None:
    made = [Correction("a", "drop", "", "سبب, بفاصلة"), Correction("b", "redate", "2011-05/2011-06")]
    path = tmp_path / "c.csv"
    path.write_bytes(csv_of(made))
    read = corrections_of(str(path))
    assert [(one.id, one.action, one.value, one.note) for one in read] == [
        ("a", "drop", "", "سبب, بفاصلة"),
        ("b", "redate", "2011-05/2011-06", ""),
    ]
    assert read[1].place == f"{path}:3"


def test_toml_says_the_same(tmp_path: Path) -> None:
    path = tmp_path / "c.toml"
    path.write_text('[[edit]]\nid = "a"\naction = "retitle"\nvalue = "عنوان"\n', encoding="utf-8")
    assert [(one.id, one.action, one.value) for one in corrections_of(str(path))] == [("a", "retitle", "عنوان")]


def test_each_action(timeline: Timeline) -> None:
    first, second, third, fourth = (event.id for event in timeline.events)
    result, lost = applied(
        timeline,
        [
            Correction(first, "redate", "2023-05"),
            Correction(first, "retitle", "عنوان"),
            Correction(second, "merge", third),
            Correction(fourth, "drop"),
        ],
    )
    assert lost == []
    assert [event.id for event in result.events] == [third, first]
    joined, redated = result.events
    assert len(joined.tellings) == 2
    assert [name.text for name in joined.participants] == ["الوفد", "رئيس البلدية"]
    assert (redated.begin, redated.last, redated.precision) == (Day.of(2023, 5, 1), Day.of(2023, 5, 31), "month")
    assert redated.title == "عنوان"
    assert [flag.detail for flag in redated.flags] == ["date was 1944-07-01/1944-07-31", "title was بدأت العلاقات"]


def test_a_new_date_settles_a_contradiction(timeline: Timeline) -> None:
    result, _ = applied(timeline, [Correction(timeline.events[1].id, "redate", "2022-08-24")])
    assert [flag.code for flag in result.events[1].flags] == ["year-inferred", "edited"]


def test_what_matches_nothing_is_returned(timeline: Timeline) -> None:
    known = timeline.events[0].id
    gone = [
        Correction("x", "drop"),
        Correction(known, "merge", "x"),
        Correction(known, "drop"),
        Correction(known, "drop"),
    ]
    result, lost = applied(timeline, gone)
    assert len(result) == 3
    assert [(one.id, one.action) for one in lost] == [("x", "drop"), (known, "merge"), (known, "drop")]


@pytest.mark.parametrize(
    ("value", "begin", "last", "precision"),
    [
        ("2011", "2011-01-01", "2011-12-31", "year"),
        ("2012-02", "2012-02-01", "2012-02-29", "month"),
        ("2011-05-12", "2011-05-12", "2011-05-12", "day"),
        ("2011-05-12/2011-06", "2011-05-12", "2011-06-30", "interval"),
        ("-0043", "-0043-01-01", "-0043-12-31", "year"),
    ],
)
def test_days_that_may_be_given(value: str, begin: str, last: str, precision: str) -> None:
    span = span_of(value)
    assert (str(span.begin), str(span.last), span.precision) == (begin, last, precision)


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("c.csv", "id,value\na,b\n", "c.csv:1: has no columns id and action"),
        ("c.csv", "id,action,value\na,rename,b\n", "c.csv:2: action 'rename' is unknown"),
        ("c.csv", "id,action,value\na,redate,2011-02-30\n", "c.csv:2: '2011-02-30' is no day"),
        ("c.csv", "id,action,value\na,redate,2012/2011\n", "is no day"),
        ("c.csv", "id,action,value\na,merge,\n", "c.csv:2: merge needs a value"),
        ("c.toml", "edit = 3\n", "c.toml: edit is no list"),
        ("c.toml", "[[edit\n", "c.toml: is no TOML"),
    ],
)
def test_what_is_wrong_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, text: str, message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).write_text(text, encoding="utf-8")
    with pytest.raises(TimelineError, match=message):
        corrections_of(name)
