"""Every writer's output, opened by the program it is for or by a parser of its own."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import sys
import xml.etree.ElementTree as ET
import zipfile
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.handmade import TEXT, handmade_timeline
from timeline_cli.dates import DateOptions, read
from timeline_cli.errors import TimelineError
from timeline_cli.events import extract_document
from timeline_cli.model import Day, Document, Event, Name, TimeExpression, Timeline
from timeline_cli.readers import FORMATS as READ
from timeline_cli.readers.hashing import sha256_of
from timeline_cli.selection import searchable
from timeline_cli.writers import FORMATS, format_named, format_of
from timeline_cli.writers.grain import parts_of, span_of
from timeline_cli.writers.provenance import Provenance

HARD = (
    "\u0001زار 😀 الوفدُ المدينةَ أمس الثلاثاء، وقال «نعم» & <b>لا</b>.\n\n"
    "- بدأت العلاقات في يوليو/ تموز عام 1944،\nوعقد الاجتماع من 22 إلى 23 نوفمبر 2022.\n"
    "وصل في 12 مايو 2011 الساعة 14:30 بتوقيت غرينتش.\n"
    "وأمس كل يوم جمعة لمدة ثلاثة أيام؛ و١٢/٥/٢٠١١ هو 9 جمادى الآخرة 1432هـ."
)
NEEDS = {"xlsx": "xlsxwriter", "parquet": "pyarrow", "ics": "icalendar"}


def a_document(text: str = HARD, name: str = "folder/نص (1).txt") -> Document:
    return Document(name, text, "عنوان <&>", Day.of(2023, 3, 15), "option", sha256_of(text))


def expressions_of(text: str = HARD) -> tuple[TimeExpression, ...]:
    return read(text, Day.of(2023, 3, 15)).expressions


def written(name: str, timeline: Timeline, documents: tuple[Document, ...] = (), **selection: Any) -> bytes:
    return write(name, timeline, documents, **selection)[0]


def write(
    name: str, timeline: Timeline, documents: tuple[Document, ...] = (), **selection: Any
) -> tuple[bytes, tuple[str, ...]]:
    form = format_named(name)
    if form.extra is not None:
        pytest.importorskip("duckdb" if name == "duckdb" else NEEDS[form.extra])
    stream = io.BytesIO()
    remarks = form.write(timeline, Provenance({"weekend": "sat-sun"}, selection), stream, documents)
    return stream.getvalue(), remarks


def with_event(timeline: Timeline, **fields: Any) -> Timeline:
    return replace(timeline, events=(replace(timeline.events[0], **fields), *timeline.events[1:]))


def at(event: Event, begin: str, last: str | None = None) -> Event:
    return replace(event, begin=Day.parse(begin), last=Day.parse(last or begin))


ANCIENT = ("-0043-03-15", "-0043-03-15")


def ancient(timeline: Timeline) -> Timeline:
    return with_event(timeline, begin=Day.parse(ANCIENT[0]), last=Day.parse(ANCIENT[1]), title="قتل قيصر")


@pytest.mark.parametrize(
    ("begin", "last", "span"),
    [
        ("1944-07-01", "1944-07-31", "1944-07"),
        ("2020-02-01", "2020-02-29", "2020-02"),
        ("2019-02-01", "2019-03-31", "2019-02 – 2019-03"),
        ("1990-01-01", "1999-12-31", "1990 – 1999"),
        ("2022-11-22", "2022-11-23", "2022-11-22 – 2022-11-23"),
        ("-0043-01-01", "-0043-12-31", "-0043"),
        ("0000-01-01", "0000-01-31", "0000-01"),
    ],
)
def test_the_coarsest_parts_of_a_stretch(begin: str, last: str, span: str) -> None:
    assert span_of(Day.parse(begin), Day.parse(last)) == span
    first, end = parts_of(Day.parse(begin), Day.parse(last))
    assert first <= end


@pytest.mark.parametrize("name", [form.name for form in FORMATS if form.name not in ("html", "duckdb")])
def test_the_same_timeline_gives_the_same_bytes(name: str, timeline: Timeline) -> None:
    documents = (a_document(),)
    assert written(name, timeline, documents) == written(name, timeline, documents)


@pytest.mark.parametrize("name", [form.name for form in FORMATS if form.name != "html"])
def test_no_format_stumbles_over_odd_characters(name: str, timeline: Timeline) -> None:
    odd = "a\ud800b\x01\x0bc\u2028 =1+1 |<script>]]>\t\n;,:\\"
    name_ = Name(odd, "person")
    strange = with_event(timeline, title=odd, attribution=odd, participants=(name_,), places=(name_,))
    assert written(name, strange, (a_document(odd.replace("\ud800", "") + " 12 مايو 2011"),))


@pytest.mark.parametrize("name", [form.name for form in FORMATS if form.name != "html"])
def test_no_format_stumbles_over_years_before_the_first(name: str, timeline: Timeline) -> None:
    assert written(name, ancient(timeline), (a_document("قتل عام 44 قبل الميلاد"),))


@pytest.mark.parametrize("extra", sorted(NEEDS))
def test_a_missing_extra_is_one_clear_line(extra: str, monkeypatch: pytest.MonkeyPatch, timeline: Timeline) -> None:
    for module in [name for name in sys.modules if name.split(".")[0] == NEEDS[extra]]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, NEEDS[extra], None)
    for form in FORMATS:
        if form.extra == extra and form.name != "duckdb":
            with pytest.raises(TimelineError) as caught:
                form.require()
            with pytest.raises(TimelineError, match="needs"):
                form.write(timeline, Provenance(), io.BytesIO())
            assert f"needs {NEEDS[extra]}: pip install 'timeline-cli[{extra}]'" in str(caught.value)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("a.csv", "csv"),
        ("a.timelinejs.csv", "timelinejs-csv"),
        ("a.TimelineJS.json", "timelinejs-json"),
        ("a.vis.json", "vis"),
        ("a.timesketch.jsonl", "timesketch"),
        ("a.labelstudio.json", "label-studio"),
        ("a.doccano.jsonl", "doccano"),
        ("a.tml.zip", "timeml-zip"),
        ("a.brat.zip", "brat"),
        ("a.db", "sqlite"),
    ],
)
def test_the_longest_suffix_says_the_format(path: str, name: str) -> None:
    assert format_of(path).name == name


def test_xlsx_in_openpyxl(timeline: Timeline) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    events = tuple(at(timeline.events[0], day) for day in ("-0043-03-15", "1900-02-28", "1900-03-01", "2011-05-12"))
    events = (*events, replace(timeline.events[1], title="=1+1", begin=Day.of(2012, 1, 1), last=Day.of(2012, 1, 2)))
    data, remarks = write("xlsx", replace(timeline, events=events))
    assert remarks == ()
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = book["events"]
    assert sheet.sheet_view.rightToLeft
    header, *rows = sheet.iter_rows(values_only=True)
    begins = [row[header.index("begin")] for row in rows]
    assert begins == ["-0043-03-15", "1900-02-28", datetime(1900, 3, 1), datetime(2011, 5, 12), datetime(2012, 1, 1)]
    assert rows[4][header.index("last")] == datetime(2012, 1, 2)
    title = sheet.cell(6, header.index("title") + 1)
    assert (title.value, title.data_type) == ("=1+1", "s")
    assert rows[4][header.index("confidence")] == 0.8
    assert rows[4][header.index("start")] == TEXT.index("23 أغسطس/ آب")
    assert book["documents"]["A2"].value == "article.txt"


def test_xlsx_cuts_what_no_cell_holds(timeline: Timeline) -> None:
    data, remarks = write("xlsx", with_event(timeline, title="ن" * 40_000))
    assert remarks == ("1 cells cut at 32767 characters",)
    openpyxl = pytest.importorskip("openpyxl")
    sheet = openpyxl.load_workbook(io.BytesIO(data))["events"]
    assert max(len(str(cell.value)) for cell in sheet[2]) == 32_767


def test_sqlite(timeline: Timeline, tmp_path: Path) -> None:
    path = tmp_path / "out.sqlite"
    path.write_bytes(written("sqlite", with_event(ancient(timeline), title="زارَ أحمدُ المدينةَ")))
    base = sqlite3.connect(path)
    assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    rows = base.execute("SELECT begin, typeof(confidence), start FROM events ORDER BY begin_day").fetchall()
    assert [row[0] for row in rows] == ["-0043-03-15", "2022-08-23", "2022-11-22", "2025-01-01"]
    assert rows[0][1:] == ("real", TEXT.index("يوليو/ تموز عام 1944"))
    assert base.execute("SELECT role, text, kind FROM names WHERE role = 'place'").fetchall() == [
        ("place", "حلب", "city")
    ]
    assert ("weekday-conflict", "2022-08-24") in base.execute("SELECT code, detail FROM flags").fetchall()
    assert base.execute("SELECT name, length FROM documents").fetchall() == [("article.txt", len(TEXT))]
    find = "SELECT e.title FROM search JOIN events e ON e.id = search.event WHERE search MATCH ?"
    for words in ("احمد", searchable("أَحْمَد المدينة"), "المدينه احمد"):
        assert base.execute(find, (words,)).fetchall() == [("زارَ أحمدُ المدينةَ",)], words
    assert json.loads(base.execute("SELECT value FROM provenance WHERE key = 'tool'").fetchone()[0])["name"]
    base.close()


def test_parquet_has_types(timeline: Timeline) -> None:
    data, remarks = write("parquet", ancient(timeline))
    parquet = pytest.importorskip("pyarrow.parquet")
    table = parquet.read_table(io.BytesIO(data))
    rows = table.to_pylist()
    assert rows[0]["begin"] is None
    assert [row["begin_iso"] for row in rows] == ["-0043-03-15", "2022-08-23", "2022-11-22", "2025-01-01"]
    assert rows[1]["begin"] == date(2022, 8, 23)
    assert rows[1]["participants"][0] == {"text": "الوفد", "kind": "organisation"}
    assert rows[1]["flags"][1] == {"code": "weekday-conflict", "detail": "2022-08-24"}
    assert rows[1]["tellings"][0]["start"] == rows[1]["start"]
    assert json.loads(table.schema.metadata[b"timeline"])["documents"][0]["name"] == "article.txt"
    assert remarks == ("1 events lie outside the years 1 to 9999: their days stand in begin_iso and last_iso only",)


def test_duckdb(timeline: Timeline, tmp_path: Path) -> None:
    path = tmp_path / "out.duckdb"
    path.write_bytes(written("duckdb", timeline))
    duckdb = pytest.importorskip("duckdb")
    base = duckdb.connect(str(path), read_only=True)
    assert base.execute("SELECT min(begin), count(*) FROM events").fetchone() == (date(1944, 7, 1), 4)
    query = "SELECT title FROM events WHERE contains(folded, ?) AND year(begin) = 2022"
    assert base.execute(query, [searchable("رئيس البلديّة")]).fetchall() == [("زار الوفد المدينة والتقى رئيس البلدية",)]
    assert base.execute("SELECT participants[1].kind FROM events WHERE len(places) > 0").fetchone() == ("organisation",)
    assert base.execute("SELECT name FROM documents").fetchall() == [("article.txt",)]
    base.close()


def test_icalendar(timeline: Timeline) -> None:
    icalendar = pytest.importorskip("icalendar")
    data, remarks = write("ics", ancient(timeline))
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    calendar = icalendar.Calendar.from_ical(data)
    entries = list(calendar.walk("VEVENT"))
    assert [(e.decoded("dtstart"), e.decoded("dtend")) for e in entries] == [
        (date(2022, 8, 23), date(2022, 8, 24)),
        (date(2022, 11, 22), date(2022, 11, 24)),
        (date(2025, 1, 1), date(2026, 1, 1)),
    ]
    assert data.count(b"DTSTART;VALUE=DATE:") == 3
    assert [str(e["uid"]) for e in entries] == [f"{event.id}@timeline-cli" for event in timeline.events[1:]]
    assert str(entries[0]["summary"]) == timeline.events[1].title
    assert str(entries[0]["location"]) == "حلب"
    assert remarks == ("1 events left out (iCalendar knows the years 1 to 9999): -0043-03-15 قتل قيصر",)


def test_timelinejs_csv(timeline: Timeline) -> None:
    text = written("timelinejs-csv", with_event(ancient(timeline), title="<b>أ & ب</b>")).decode()
    columns = (
        "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,"
        "Media Caption,Media Thumbnail,Type,Group,Background"
    )
    assert text.startswith(columns + "\r\n")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    dates = [[row[c] for c in ("Year", "Month", "Day", "End Year", "End Month", "End Day")] for row in rows]
    assert dates == [
        ["-44", "3", "15", "", "", ""],
        ["2022", "8", "23", "", "", ""],
        ["2022", "11", "22", "2022", "11", "23"],
        ["2025", "", "", "", "", ""],
    ]
    assert rows[0]["Headline"] == "&lt;b&gt;أ &amp; ب&lt;/b&gt;"


def test_timelinejs_json(timeline: Timeline) -> None:
    clock = replace(timeline.events[1], time="14:30")
    slides = json.loads(written("timelinejs-json", replace(timeline, events=(timeline.events[0], clock))))["events"]
    assert slides[0]["start_date"] == {"year": 1944, "month": 7}
    assert "end_date" not in slides[0]
    assert slides[1]["start_date"] == {"year": 2022, "month": 8, "day": 23, "hour": 14, "minute": 30}
    assert slides[1]["unique_id"] == timeline.events[1].id


def test_vis_timeline(timeline: Timeline) -> None:
    content = json.loads(written("vis", ancient(timeline)))
    assert content["options"]["rtl"] is True
    assert [(item["start"], item.get("end"), item["type"]) for item in content["items"]] == [
        ("-000043-03-15", None, "box"),
        ("2022-08-23", None, "box"),
        ("2022-11-22", "2022-11-24", "range"),
        ("2025-01-01", "2026-01-01", "range"),
    ]


def test_timesketch(timeline: Timeline) -> None:
    clock = replace(timeline.events[1], time="14:30", zone="+03:00")
    data, remarks = write("timesketch", replace(ancient(timeline), events=(*ancient(timeline).events[:1], clock)))
    (line,) = map(json.loads, data.splitlines())
    assert (line["datetime"], line["timestamp"]) == ("2022-08-23T14:30:00+03:00", 1661254200000000)
    assert line["timestamp_desc"] == "Event date in text (day)"
    assert line["zone_in_text"] == "+03:00"
    assert remarks == ("1 events left out (Timesketch knows 1677-09-22 to 2262-04-10): -0043-03-15 قتل قيصر",)
    last = json.loads(written("timesketch", timeline).splitlines()[-1])
    assert (last["datetime"], last["zone_in_text"]) == ("2025-01-01T00:00:00+00:00", None)
    assert (last["last_day"], last["timestamp_desc"]) == ("2025-12-31", "Event date in text (first day of year)")


def test_markdown(timeline: Timeline) -> None:
    lines = written("markdown", with_event(timeline, title="a|b\n*c* <d>")).decode().splitlines()
    assert lines[0] == "| التاريخ | الحدث | المشاركون | المكان | الحالة | المصدر |"
    assert lines[1].count("---") == 6
    assert lines[2].startswith("| 1944-07 | a\\|b \\*c\\* &lt;d> | ")
    assert lines[5] == "| 2025 | سيفتتح المعرض — وزارة الثقافة |  |  | مخطط له | article.txt |"


def spans() -> list[tuple[int, int, str]]:
    return [(e.start, e.end, e.type) for e in expressions_of()]


def test_timeml_gives_back_text_and_offsets() -> None:
    tree = ET.fromstring(written("timeml", Timeline(()), (a_document(),)))
    body = tree.find("TEXT")
    assert body is not None
    assert "".join(body.itertext()) == HARD.replace("\x01", "\ufffd")
    found, place = [], len(body.text or "")
    for element in body:
        words = element.text or ""
        kind = "DATE" if element.get("beginPoint") else element.get("type")
        found.append((place, place + len(words), kind))
        place += len(words) + len(element.tail or "")
    assert found == spans()
    created = tree.find("DCT/TIMEX3")
    assert created is not None
    assert (created.get("value"), created.get("functionInDocument")) == ("2023-03-15", "CREATION_TIME")
    (period,) = [element for element in body if element.get("endPoint")]
    assert (period.text, period.get("type"), period.get("value")) == ("22 إلى 23 نوفمبر 2022", "DURATION", "P2D")
    ids = [element.get("tid") for element in tree.iter("TIMEX3")]
    assert len(ids) == len(set(ids))
    for element in tree.iter("TIMEX3"):
        for point in ("anchorTimeID", "beginPoint", "endPoint"):
            assert element.get(point) is None or element.get(point) in ids
        assert element.get("value")


def test_timeml_holds_one_text() -> None:
    with pytest.raises(TimelineError, match=r"one text, not 2; .*\.tml\.zip"):
        written("timeml", Timeline(()), (a_document(), a_document()))
    archive = zipfile.ZipFile(io.BytesIO(written("timeml-zip", Timeline(()), (a_document(), a_document()))))
    assert archive.namelist() == ["نص__1_.tml", "نص__1_-2.tml"]
    for member in archive.namelist():
        ET.fromstring(archive.read(member))


def test_brat_gives_back_offsets() -> None:
    archive = zipfile.ZipFile(io.BytesIO(written("brat", Timeline(()), (a_document(),))))
    text = archive.read("نص__1_.txt").decode()
    assert text == HARD
    found = []
    for line in archive.read("نص__1_.ann").decode().splitlines():
        if line.startswith("T"):
            _, place, words = line.split("\t")
            kind, offsets = place.split(" ", 1)
            fragments = [tuple(map(int, fragment.split())) for fragment in offsets.split(";")]
            assert " ".join(text[start:end] for start, end in fragments) == words
            found.append((fragments[0][0], fragments[-1][1], kind))
    assert found == spans()
    assert b"DURATION" in archive.read("annotation.conf")


def test_brat_breaks_an_expression_at_the_end_of_a_line() -> None:
    from timeline_cli.writers.brat import standoff_of

    expression = TimeExpression(3, 16, "12 مايو \n2011", "DATE")
    line = standoff_of("في 12 مايو \n2011", (expression,)).splitlines()[0]
    assert line == "T1\tDATE 3 10;12 16\t12 مايو 2011"


def test_doccano_gives_back_offsets() -> None:
    (line,) = map(json.loads, written("doccano", Timeline(()), (a_document(),)).splitlines())
    assert line["text"] == HARD
    assert [tuple(label) for label in line["label"]] == spans()
    assert line["dct"] == "2023-03-15"


def test_label_studio_gives_back_offsets() -> None:
    (task,) = json.loads(written("label-studio", Timeline(()), (a_document(),)))
    (prediction,) = task["predictions"]
    regions = [region["value"] for region in prediction["result"]]
    assert [(value["start"], value["end"], *value["labels"]) for value in regions] == spans()
    assert all(task["data"]["text"][value["start"] : value["end"]] == value["text"] for value in regions)


def test_conll_gives_back_offsets() -> None:
    conllu = pytest.importorskip("conllu")
    text = written("conll", Timeline(()), (a_document(),)).decode()
    found: list[tuple[int, int, str]] = []
    covered = set()
    for sentence in conllu.parse_incr(io.StringIO(text)):
        for token in sentence:
            start, end, label = int(token["start"]), int(token["end"]), token["timex"]
            assert HARD[start:end] == token["form"]
            covered.update(range(start, end))
            if label.startswith("B-"):
                found.append((start, end, label[2:]))
            elif label.startswith("I-"):
                first, _, kind = found.pop()
                assert kind == label[2:]
                found.append((first, end, kind))
    assert found == spans()
    assert not [c for place, c in enumerate(HARD) if place not in covered and not c.isspace() and c != "\x01"]


def test_annotations_have_a_least_confidence_and_say_what_does_not_apply() -> None:
    _, remarks = write("doccano", Timeline(()), (a_document(),), min_confidence=0.99, limit=3)
    assert remarks[0] == "the selection of events (limit) does not apply: all time expressions are written"
    assert remarks[1].endswith("expressions below --min-confidence left out")


@pytest.mark.parametrize("path", sorted((Path(__file__).parents[2] / "data").glob("*.txt")), ids=lambda path: path.stem)
@pytest.mark.parametrize("name", [form.name for form in FORMATS if form.name != "html"])
def test_real_chronologies_in_every_format(path: Path, name: str) -> None:
    text = path.read_text(encoding="utf-8")
    document = Document(path.name, text, sha256=sha256_of(text))
    timeline = extract_document(document, DateOptions())
    data, _ = write(name, timeline, (document,))
    assert data


def test_the_documentation_names_every_format_and_suffix() -> None:
    page = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")
    for form in (*FORMATS, *READ):
        assert f"| {form.name} | `{'` `'.join(form.suffixes)}` |" in page, form.name


def test_further_tellings_are_reported() -> None:
    timeline = handmade_timeline()
    first = timeline.events[0]
    twice = with_event(timeline, tellings=first.tellings * 2)
    for name in ("xlsx", "timelinejs-csv", "vis", "markdown"):
        assert "1 further tellings left out; the first stands for all" in write(name, twice)[1]
