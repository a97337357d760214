"""JSON lines, CSV and Parquet: a row a document."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from timeline_cli.errors import TimelineError
from timeline_cli.readers import Extracted, ReadOptions
from timeline_cli.readers.csv_rows import read as read_csv
from timeline_cli.readers.days import day_of
from timeline_cli.readers.json_rows import read as read_json


def read_lines(*lines: Any, **options: Any) -> Extracted:
    text = "\n".join(line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines)
    return read_json(text.encode(), "rows.jsonl", ReadOptions(**options))


def test_the_usual_names_of_fields() -> None:
    result = read_lines(
        {"id": 7, "title": "عنوان", "date": "2011-05-13T08:00:00Z", "text": "أمس\r\nوصل"},
        {"url": "http://x/2", "headline": "ثان", "published": "Fri, 13 May 2011 10:00:00 +0300", "content": "نص"},
        {"العنوان": "ثالث", "التاريخ": "13 مايو 2011", "النص": "نص آخر"},
    )
    assert result.remarks == ()
    first, second, third = result.documents
    assert (first.name, first.title, str(first.dct), first.text) == ("rows.jsonl#7", "عنوان", "2011-05-13", "أمس\nوصل")
    assert (second.name, second.title, str(second.dct)) == ("rows.jsonl#http://x/2", "ثان", "2011-05-13")
    assert (third.name, third.title, str(third.dct)) == ("rows.jsonl#line 3", "ثالث", "2011-05-13")


def test_fields_that_are_named_also_nested() -> None:
    row = {"text": "لا", "a": {"body": "نعم", "when": "2011-05-13"}, "k": "x", "a.b": "t"}
    (document,) = read_lines(row, text_field="a.body", date_field="a.when", id_field="k", title_field="a.b").documents
    assert (document.name, document.text, str(document.dct), document.title) == (
        "rows.jsonl#x",
        "نعم",
        "2011-05-13",
        "t",
    )


BAD = ("{broken", "", [1], {"id": "a"}, {"text": 5}, {"text": " "}, {"text": "نص"}, {"text": None})


def test_bad_rows_are_counted_named_and_left_out() -> None:
    result = read_lines(*BAD)
    assert [document.text for document in result.documents] == ["نص"]
    assert result.remarks == (
        "rows.jsonl: 6 of 7 rows left out: line 1: is no JSON; line 3: is no JSON object; line 4: no text; "
        "line 5: its text is no text; line 6: its text is no text and 1 more",
    )
    with pytest.raises(TimelineError, match=r"rows\.jsonl: line 1: is no JSON; without --strict"):
        read_lines(*BAD, strict=True)


def test_a_damaged_line_is_one_bad_row() -> None:
    data = '{"text": "أول"}\n{"text": "'.encode() + b"\xff" + '"}\n{"text": "ثالث"}\n'.encode()
    result = read_json(data, "a", ReadOptions())
    assert [document.text for document in result.documents] == ["أول", "ثالث"]
    assert "line 2: is no UTF-8" in result.remarks[0]


def test_a_date_that_is_none_is_said() -> None:
    result = read_lines({"text": "نص", "date": "غدا"}, {"text": "نص", "date": "2011-02-30"}, {"text": "نص", "date": ""})
    assert [document.dct for document in result.documents] == [None] * 3
    assert result.remarks == ("rows.jsonl: the date of 2 rows is no day and was not used, such as line 1: 'غدا'",)


def test_ids_that_occur_twice_stay_apart() -> None:
    result = read_lines({"id": "a", "text": "أ"}, {"id": "a", "text": "ب"})
    assert [document.name for document in result.documents] == ["rows.jsonl#a", "rows.jsonl#a (line 2)"]


def test_no_text_field_at_all_is_an_error_that_names_the_fields() -> None:
    with pytest.raises(TimelineError, match="--text-field: date, words"):
        read_lines({"words": "نص", "date": "2011-01-01"})
    with pytest.raises(TimelineError, match="no field 'x'"):
        read_lines({"text": "نص"}, text_field="x")


def test_half_a_character_is_no_character() -> None:
    assert read_json(b'{"text": "a\\ud800b"}', "a", ReadOptions()).documents[0].text == "a\ufffdb"


def test_a_json_array() -> None:
    result = read_json('[{"text": "أ"}, 5]'.encode(), "a.json", ReadOptions())
    assert [document.name for document in result.documents] == ["a.json#entry 1"]
    assert "entry 2: is no JSON object" in result.remarks[0]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1256"])
def test_csv(delimiter: str, encoding: str) -> None:
    rows = [
        ["id", "date", "text"],
        ["1", "2011-05-13", '"وصل، ثم\nمضى"'],
        ["2", "13/05/2011", "ثم عاد في اليوم التالي"],
    ]
    data = "\r\n".join(delimiter.join(row) for row in rows).encode(encoding)
    first, second = read_csv(data, "a.csv", ReadOptions()).documents
    assert (first.name, str(first.dct), first.text) == ("a.csv#1", "2011-05-13", "وصل، ثم\nمضى")
    assert (second.name, str(second.dct)) == ("a.csv#2", "2011-05-13")


def test_rows_of_csv_that_do_not_fit_the_header() -> None:
    result = read_csv("id,text\n1,نص\n2,نص,زائد\n\n3\n".encode(), "a.csv", ReadOptions())
    assert len(result.documents) == 1
    assert "2 of 3 rows left out: line 3: has 3 cells, the header 2; line 5: has 1 cells" in result.remarks[0]


def test_parquet_of_pyarrow() -> None:
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    from datetime import date, datetime

    from timeline_cli.readers.parquet import read

    table = pyarrow.table(
        {
            "id": ["a", "b", "c"],
            "date": [datetime(2011, 5, 13, 8), None, datetime(2012, 1, 1)],
            "meta": [{"body": "أول", "day": date(2010, 1, 1)}, {"body": "ثان", "day": None}, None],
        }
    )
    stream = io.BytesIO()
    parquet.write_table(table, stream)
    result = read(stream.getvalue(), "a.parquet", ReadOptions(text_field="meta.body"))
    assert [(document.name, str(document.dct)) for document in result.documents] == [
        ("a.parquet#a", "2011-05-13"),
        ("a.parquet#b", "None"),
    ]
    assert result.remarks == ("a.parquet: 1 of 3 rows left out: row 3: no text",)
    nested = read(stream.getvalue(), "a.parquet", ReadOptions(text_field="meta.body", date_field="meta.day"))
    assert str(nested.documents[0].dct) == "2010-01-01"


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2011-05-13", "2011-05-13"),
        ("20110513T101500Z", "2011-05-13"),
        ("2011-05-13 23:59:59+03:00", "2011-05-13"),
        ("Fri, 13 May 2011 23:59:59 -0500", "2011-05-13"),
        ("13 مايو 2011", "2011-05-13"),
        ("13/05/2011", "2011-05-13"),
        ("مايو 2011", None),
        ("أمس", None),
        ("2011", None),
        ("", None),
        (None, None),
        (1305244800, None),
        ("2011-13-01", None),
    ],
)
def test_days_of_metadata(value: Any, day: str | None) -> None:
    found = day_of(value)
    assert (str(found) if found else None) == day
