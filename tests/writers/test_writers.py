from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from tests.handmade import TEXT
from timeline_cli.errors import TimelineError
from timeline_cli.model import Timeline
from timeline_cli.writers import FORMATS, format_named, format_of
from timeline_cli.writers.csv_table import inert
from timeline_cli.writers.provenance import Provenance, rules_version
from timeline_cli.writers.record import FIELDS
from timeline_cli.writers.schema import schema_text


def written(timeline: Timeline, name: str, **settings: Any) -> bytes:
    stream = io.BytesIO()
    format_named(name).write(timeline, Provenance({"weekend": "sat-sun"}, {"limit": 4}), stream, **settings)
    return stream.getvalue()


def schema() -> dict[str, Any]:
    document: dict[str, Any] = json.loads(schema_text())
    return document


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


def test_json_fits_its_schema(timeline: Timeline) -> None:
    document = json.loads(written(timeline, "json"))
    jsonschema.Draft202012Validator(schema()).validate(document)
    assert document["options"] == {"weekend": "sat-sun"}
    assert document["selection"] == {"limit": 4}
    assert document["tool"]["rules"] == rules_version()
    assert document["documents"][0] | {"sha256": ""} == {
        "name": "article.txt",
        "title": None,
        "date": "2023-03-15",
        "date_source": "text",
        "date_clue": "اليوم",
        "sha256": "",
        "length": len(TEXT),
    }


def test_the_schema_names_the_fields_of_the_record_in_their_order() -> None:
    event = schema()["$defs"]["event"]
    assert tuple(event["properties"]) == tuple(event["required"]) == FIELDS


def test_a_line_of_jsonl_is_an_event_of_the_schema(timeline: Timeline) -> None:
    lines = written(timeline, "jsonl").splitlines()
    validator = jsonschema.Draft202012Validator({"$ref": "#/$defs/event", "$defs": schema()["$defs"]})
    assert len(lines) == len(timeline)
    for line in lines:
        validator.validate(json.loads(line))
        assert tuple(json.loads(line)) == FIELDS


def test_offsets_of_every_record_slice_the_words_of_the_date(timeline: Timeline) -> None:
    for record in json.loads(written(timeline, "json"))["events"]:
        assert TEXT[record["start"] : record["end"]] == record["date_text"]
        for telling in record["tellings"]:
            start = telling["sentence_start"]
            assert TEXT[start : start + len(telling["sentence"])] == telling["sentence"]


def test_csv_is_rfc_4180(timeline: Timeline) -> None:
    text = written(timeline, "csv").decode("utf-8")
    assert text.startswith("id,begin,last,")
    assert text.count("\r\n") == len(timeline) + 1
    assert "\n" not in text.replace("\r\n", "")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert tuple(rows[0]) == FIELDS
    assert [row["begin"] for row in rows] == ["1944-07-01", "2022-08-23", "2022-11-22", "2025-01-01"]
    assert rows[1]["participants"] == "الوفد; رئيس البلدية"
    assert rows[1]["flags"] == "year-inferred; weekday-conflict: 2022-08-24"
    assert rows[1]["tellings"] == "1"
    assert rows[0]["time"] == ""


def test_csv_keeps_quotes_commas_and_line_ends(timeline: Timeline) -> None:
    title = 'قال "نعم", ثم\nمضى'
    text = written(replace(timeline, events=(replace(timeline.events[0], title=title),)), "csv").decode("utf-8")
    assert next(csv.DictReader(io.StringIO(text, newline="")))["title"] == title


def test_excel_gets_a_byte_order_mark_and_inert_cells(timeline: Timeline) -> None:
    events = (replace(timeline.events[0], title="=1+1"),)
    data = written(replace(timeline, events=events), "csv", excel=True)
    assert data.startswith(b"\xef\xbb\xbfid,")
    assert next(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))["title"] == "'=1+1"
    assert not written(timeline, "csv").startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("وصل الوفد", "وصل الوفد"),
        ("", ""),
        ("2022-08-23", "2022-08-23"),
        ("=1+1", "'=1+1"),
        (" =1+1", "' =1+1"),
        ("\t=1+1", "'\t=1+1"),
        ("\rنص", "'\rنص"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("＝1+1", "'＝1+1"),
        ("+963", "+963"),
        ("+963 11 2345678", "+963 11 2345678"),
        ("-5.3", "-5.3"),
        ("-بوتين", " -بوتين"),
        ("- وصل الوفد إلى دمشق", " - وصل الوفد إلى دمشق"),
        ("-1+1", "'-1+1"),
        ("+963-11-23", "'+963-11-23"),
        ("-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"),
        ('+HYPERLINK("x")', '\'+HYPERLINK("x")'),
        ("+A1", "'+A1"),
        ("وصل =1+1", "وصل =1+1"),
    ],
)
def test_cells_are_inert_and_readable(cell: str, expected: str) -> None:
    assert inert(cell) == expected


def test_json_holds_nothing_that_a_line_reader_takes_for_a_line_end(timeline: Timeline) -> None:
    events = (replace(timeline.events[0], title="سطر\u2028سطر\x85سطر \ud800"),)
    data = written(replace(timeline, events=events), "jsonl")
    assert len(data.decode("utf-8").splitlines()) == 1
    assert json.loads(data)["title"] == "سطر\u2028سطر\x85سطر \ud800"


def test_a_mention_is_flagged(timeline: Timeline) -> None:
    events = (replace(timeline.events[0], descriptive=True),)
    assert json.loads(written(replace(timeline, events=events), "jsonl"))["flags"] == [["mention", ""]]


def test_the_same_timeline_is_written_the_same_twice(timeline: Timeline) -> None:
    for form in (form for form in FORMATS if form.events and form.extra is None):
        assert written(timeline, form.name) == written(timeline, form.name)


def test_formats_are_found_by_suffix_and_name() -> None:
    assert format_of("out.CSV").name == "csv"
    assert format_of("a/b.ndjson").name == "jsonl"
    with pytest.raises(TimelineError, match=r"out\.doc: .*--format"):
        format_of("out.doc")
    with pytest.raises(TimelineError, match="csv, json, jsonl"):
        format_named("xml")


def test_a_setting_of_another_format_is_refused(timeline: Timeline) -> None:
    with pytest.raises(TimelineError, match="--excel: is no setting of the format json"):
        written(timeline, "json", excel=True)
