"""The commands on the texts of data/, nothing replaced."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest

from timeline_cli.cli import FAILED, FOUND, main
from timeline_cli.readers import documents
from timeline_cli.writers.schema import schema_text

TEXTS = sorted((Path(__file__).parents[2] / "data").glob("*.txt"))
Captured = pytest.CaptureFixture[bytes]


def run(capture: Captured, *arguments: str) -> str:
    assert main(arguments) == FOUND
    return capture.readouterr().out.decode("utf-8")


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
@pytest.mark.parametrize("dates", [[], ["--all-dates"]])
def test_exports_fit_the_schema_and_their_offsets_the_text(
    path: Path, dates: list[str], capsysbinary: Captured
) -> None:
    exported = json.loads(run(capsysbinary, "export", str(path), *dates))
    jsonschema.Draft202012Validator(json.loads(schema_text())).validate(exported)
    (document,) = documents(str(path))
    assert exported["documents"][0]["sha256"] == document.sha256
    for event in exported["events"]:
        for telling in event["tellings"]:
            words = document.text[telling["start"] : telling["end"]]
            first, *_, last = telling["date_text"].split(" … ") * 2
            assert words.startswith(first)
            assert words.endswith(last)
            start = telling["sentence_start"]
            assert document.text[start : start + len(telling["sentence"])] == telling["sentence"]
        assert event["begin"] <= event["last"]
    days = [event["begin"] for event in exported["events"]]
    assert days == sorted(days)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_every_format_tells_the_same(path: Path, capsysbinary: Captured) -> None:
    table = list(csv.DictReader(io.StringIO(run(capsysbinary, "export", str(path), "--format", "csv"), newline="")))
    lines = [json.loads(line) for line in run(capsysbinary, "export", str(path), "--format", "jsonl").splitlines()]
    events = json.loads(run(capsysbinary, "export", str(path)))["events"]
    assert lines == events
    assert [row["id"] for row in table] == [event["id"] for event in events]
    assert [row["title"] for row in table] == [event["title"] for event in events]
    assert f"{len(events)} events" in run(capsysbinary, "show", str(path))


@pytest.mark.parametrize(
    ("path", "day", "source"),
    [
        ("news-port", "2024-05-12", "text"),
        ("communique-water", "2024-04-18", "text"),
        ("osint-log", "2023-10-09", "metadata"),
        ("biography-architect", None, "none"),
    ],
)
def test_the_document_date_and_where_it_comes_from(
    path: str, day: str | None, source: str, capsysbinary: Captured
) -> None:
    (text,) = [text for text in TEXTS if text.stem == path]
    (document,) = json.loads(run(capsysbinary, "export", str(text)))["documents"]
    assert (document["date"], document["date_source"]) == (day, source)


def test_several_texts_make_one_chronology(capsysbinary: Captured) -> None:
    exported = json.loads(run(capsysbinary, "export", *map(str, TEXTS)))
    assert [document["name"] for document in exported["documents"]] == [str(path) for path in TEXTS]
    assert {event["document"] for event in exported["events"]} == {str(path) for path in TEXTS}
    assert len({event["id"] for event in exported["events"]}) == len(exported["events"])


def test_annotate_slices_and_streams(tmp_path: Path, capsysbinary: Captured) -> None:
    texts = [documents(str(path))[0].text for path in TEXTS]
    lines = [json.dumps({"id": number, "dct": None, "text": text}) for number, text in enumerate(texts)]
    source = tmp_path / "docs.jsonl"
    source.write_text("\n\n".join(lines), encoding="utf-8")
    annotated = [json.loads(line) for line in run(capsysbinary, "annotate", str(source)).splitlines()]
    assert [entry["id"] for entry in annotated] == list(range(len(texts)))
    for entry, text in zip(annotated, texts, strict=True):
        assert entry["dct"] is None
        assert entry["timexes"]
        for timex in entry["timexes"]:
            assert text[timex["start"] : timex["end"]] == timex["text"]
    assert [entry.get("dct_found") for entry in annotated][3] == "2024-05-12"


def test_parse_says_what_an_expression_means(capsysbinary: Captured) -> None:
    meaning = json.loads(run(capsysbinary, "parse", "يوليو/ تموز 1944", "--json", "--explain"))
    assert (meaning["value"], meaning["begin"], meaning["last"]) == ("1944-07", "1944-07-01", "1944-07-31")
    assert meaning["pattern"]
    assert meaning["steps"]
    impossible = json.loads(run(capsysbinary, "parse", "31 فبراير 2020", "--json"))
    assert (impossible["begin"], impossible["flags"][0][0]) == (None, "impossible-date")
    assert "2023-03-14" in run(capsysbinary, "parse", "أمس الثلاثاء", "--dct", "2023-03-15")


def test_annotate_reads_whatever_can_be_read(tmp_path: Path, capsysbinary: Captured) -> None:
    (tmp_path / "a.md").write_text("---\ndate: 2023-03-15\n---\nوصل الوفد **أمس**.", encoding="utf-8")
    (tmp_path / "rows.csv").write_text("key,words\nk1,وصل الوفد في 12 مايو 2011\n", encoding="utf-8")
    arguments = [str(tmp_path), "--text-field", "words", "--id-field", "key"]
    first, second = map(json.loads, run(capsysbinary, "annotate", *arguments).splitlines())
    assert (first["id"], first["dct"], first["timexes"][0]["value"]) == (f"{tmp_path}/a.md", "2023-03-15", "2023-03-14")
    assert (second["id"], second["timexes"][0]["value"]) == (f"{tmp_path}/rows.csv#k1", "2011-05-12")


def test_no_file_of_a_folder_that_is_read_is_overwritten(tmp_path: Path, capsysbinary: Captured) -> None:
    (tmp_path / "a.md").write_text("وصل الوفد في 12 مايو 2011.", encoding="utf-8")
    assert main(["export", str(tmp_path), "-o", str(tmp_path / "a.md"), "--force"]) == FAILED
    assert b"is the input itself" in capsysbinary.readouterr().err
    assert (tmp_path / "a.md").read_text(encoding="utf-8").startswith("وصل")
