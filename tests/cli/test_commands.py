"""The commands on a timeline built by hand: options, output, exit status, errors."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.handmade import TEXT
from timeline_cli.cli import FAILED, FOUND, NOTHING, main
from timeline_cli.cli.chronology import day_in_name
from timeline_cli.events.choices import Choices
from timeline_cli.model import Day, Document, DocumentDate, Source, Timeline

EVERY = ("--all-dates", "--no-statements", "--spans", "--follow-up")
Captured = pytest.CaptureFixture[bytes]


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return path


@pytest.fixture
def extracted(timeline: Timeline, monkeypatch: pytest.MonkeyPatch) -> list[tuple[Document, Any, Choices]]:
    """What the extractor was asked; it answers with the timeline built by hand, or with none for an empty text."""
    asked: list[tuple[Document, Any, Choices]] = []

    def extract_document(document: Document, options: Any, choices: Choices) -> Timeline:
        asked.append((document, options, choices))
        date = DocumentDate(document.dct, document.dct_source or "none")
        source = Source(document.name, document.title, date, document.sha256, len(document.text))
        return Timeline(timeline.events if document.text else (), (source,))

    monkeypatch.setattr("timeline_cli.cli.chronology.extract_document", extract_document)
    return asked


def run(capture: Captured, *arguments: str) -> tuple[int, str, str]:
    status = main(arguments)
    out, err = capture.readouterr()
    return status, out.decode("utf-8"), err.decode("utf-8")


def pipe(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


@pytest.mark.usefixtures("extracted", "article")
def test_show_prints_plain_logical_text_where_there_is_no_terminal(capsysbinary: Captured) -> None:
    status, out, err = run(capsysbinary, "show", "article.txt")
    assert (status, err) == (FOUND, "")
    assert "   2022-08-23 ~?        زار الوفد المدينة والتقى رئيس البلدية\n" in out
    assert not set(out) & set("\x1b\u2066\u2067\u2068\u2069\u200f\u202b")


@pytest.mark.usefixtures("article")
def test_options_reach_the_extractor(capsysbinary: Captured, extracted: list[tuple[Document, Any, Choices]]) -> None:
    Path("names.txt").write_text("# names\nهيثم آب\n\nمايو\n", encoding="utf-8")
    arguments = ["--dct", "2023-03-15", "--date-order", "mdy", "--weekend", "fri-sat", "--hijri-offset", "-1"]
    run(capsysbinary, "show", "article.txt", *arguments, "--region", "EG", "--names", "names.txt", *EVERY)
    ((document, options, choices),) = extracted
    assert (document.dct, document.dct_source, document.text) == (Day.of(2023, 3, 15), "option", TEXT)
    assert (options.date_order, options.weekend, options.hijri_offset) == ("mdy", "fri-sat", -1)
    assert (options.region, options.names) == ("EG", frozenset({"هيثم آب", "مايو"}))
    assert choices == Choices(all_dates=True, statements=False, spans=True, follow_up=True)


@pytest.mark.usefixtures("extracted", "article")
@pytest.mark.parametrize(
    ("options", "years"),
    [
        (["--from", "2022-09"], ["2022", "2025"]),
        (["--to", "1944"], ["1944"]),
        (["--from", "2022-11-23", "--to", "2022"], ["2022"]),
        (["--contains", "البلديه"], ["2022"]),
        (["--precision", "month", "--limit", "1"], ["1944"]),
        (["--status", "planned"], ["2025"]),
        (["--min-confidence", "0.9", "--order", "reverse", "--limit", "2"], ["2025", "2022"]),
    ],
)
def test_selections(capsysbinary: Captured, options: list[str], years: list[str]) -> None:
    status, out, _ = run(capsysbinary, "export", "article.txt", "--format", "jsonl", *options)
    assert status == FOUND
    assert [json.loads(line)["begin"][:4] for line in out.splitlines()] == years


@pytest.mark.usefixtures("extracted", "article")
def test_nothing_that_was_asked_for_is_one_line_and_status_1(capsysbinary: Captured) -> None:
    status, out, err = run(capsysbinary, "show", "article.txt", "--from", "2030")
    assert (status, out) == (NOTHING, "")
    assert err == "timeline: article.txt: none of 4 events is what was asked for\n"
    assert run(capsysbinary, "show", "article.txt", "--from", "2030", "--quiet") == (NOTHING, "", "")


@pytest.mark.usefixtures("extracted", "article")
@pytest.mark.parametrize("command", [["show"], ["export", "-o", "out.csv"]])
def test_an_empty_file_is_one_line_and_status_1(capsysbinary: Captured, command: list[str]) -> None:
    Path("empty.txt").write_bytes(b"")
    status, out, err = run(capsysbinary, *command, "empty.txt")
    assert (status, out, err) == (NOTHING, "", "timeline: empty.txt: no dated events\n")
    assert not Path("out.csv").exists()


@pytest.mark.usefixtures("article")
@pytest.mark.parametrize("arguments", [["show"], ["show", "-"]])
def test_standard_input_is_read_where_it_is_piped(
    capsysbinary: Captured,
    monkeypatch: pytest.MonkeyPatch,
    extracted: list[tuple[Document, Any, Choices]],
    arguments: list[str],
) -> None:
    pipe(monkeypatch, TEXT.encode("utf-16"))
    status, out, _ = run(capsysbinary, *arguments)
    assert status == FOUND
    assert out.startswith(" standard input · undated · 4 events")
    assert (extracted[0][0].name, extracted[0][0].text) == ("-", TEXT)


@pytest.mark.usefixtures("article")
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["show", "gone.txt"], "gone.txt: no such file; check the name"),
        (["show", ".", "--glob", "*.doc"], ".: is a folder, and no file in it fits --glob '*.doc'"),
        (["show", "binary"], "binary: is no text (binary data); give a text file"),
        (["show", "article.txt", "gone.txt"], "gone.txt: no such file; check the name"),
        (["show", "--dct", "gestern", "article.txt"], "'gestern' is no day; write it as YYYY-MM-DD"),
        (["show", "--dct", "2023-02-30", "article.txt"], "'2023-02-30' is no day"),
        (["show", "--from", "2023-13", "article.txt"], "'2023-13' is no day; write it as YYYY, YYYY-MM or YYYY-MM-DD"),
        (["show", "--limit", "0", "article.txt"], "--limit"),
        (["show", "--encoding", "klingon", "article.txt"], "'klingon' is unknown"),
        (["show", "--names", "gone.txt", "article.txt"], "gone.txt: no such file"),
        (["show", "-", "-"], "standard input can be read only once"),
        (["show", "--nonsense"], "--nonsense"),
        (["nonsense"], "nonsense"),
        (["export", "article.txt", "-o", "out.doc"], "out.doc: the name does not say the format"),
        (["export", "article.txt", "-o", "there.csv"], "there.csv: exists already; replace it with --force"),
        (["export", "article.txt", "-o", "gone/out.csv"], "its folder does not exist"),
        (["export", "article.txt", "-o", ".", "--format", "csv"], ".: is a folder"),
        (["export", "article.txt", "-o", "article.txt", "--format", "csv", "--force"], "is the input itself"),
        (["export", "article.txt", "-o", "out.json", "--excel"], "--excel: is no setting of the format json"),
        (["export", "gone.txt", "-o", "out.csv"], "gone.txt: no such file"),
        (["annotate", "gone.jsonl"], "gone.jsonl: no such file"),
        (["annotate", "article.jsonl", "-o", "out.jsonl"], "article.jsonl:1: is no JSON"),
        (["annotate", "lines.jsonl", "-o", "out.jsonl"], "lines.jsonl:2: has no text"),
        (["annotate", "days.jsonl", "-o", "out.jsonl"], "days.jsonl:1: dct '2023-02-30' is no day"),
        (["parse", "عام 2011", "--dct", "x"], "'x' is no day"),
    ],
)
def test_what_is_wrong_is_one_line_and_status_2(capsysbinary: Captured, arguments: list[str], message: str) -> None:
    Path("binary").write_bytes(bytes(range(256)) * 10)
    Path("there.csv").write_text("old")
    Path("lines.jsonl").write_text('{"id": "a", "text": ""}\n{"id": "b"}\n')
    Path("article.jsonl").write_text(TEXT, encoding="utf-8")
    Path("days.jsonl").write_text('{"id": "a", "dct": "2023-02-30", "text": ""}\n')
    before = sorted(os.listdir())
    status, out, err = run(capsysbinary, *arguments)
    assert (status, out) == (FAILED, "")
    assert message in err
    assert err.startswith("timeline: ")
    assert err.count("\n") == 1
    assert sorted(os.listdir()) == before
    assert Path("there.csv").read_text() == "old"


@pytest.mark.usefixtures("extracted", "article")
def test_export_writes_by_suffix_and_says_so(capsysbinary: Captured) -> None:
    assert run(capsysbinary, "export", "article.txt", "-o", "out.csv") == (FOUND, "", "out.csv: 4 events\n")
    assert Path("out.csv").read_bytes().count(b"\r\n") == 5
    assert run(capsysbinary, "export", "article.txt", "-o", "out.json", "--quiet") == (FOUND, "", "")
    document = json.loads(Path("out.json").read_bytes())
    assert len(document["events"]) == 4
    assert document["options"]["date_order"] == "dmy"
    assert document["selection"] == {}
    assert run(capsysbinary, "export", "article.txt", "-o", "out.csv", "--force", "--excel", "-q")[0] == FOUND
    assert Path("out.csv").read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.usefixtures("extracted", "article")
def test_export_to_standard_output_is_json(capsysbinary: Captured) -> None:
    status, out, err = run(capsysbinary, "export", "article.txt", "--limit", "1")
    assert (status, err) == (FOUND, "")
    assert json.loads(out)["selection"] == {"limit": 1}


@pytest.mark.usefixtures("article")
def test_the_file_name_tells_the_date_only_where_nothing_else_does(
    capsysbinary: Captured, extracted: list[tuple[Document, Any, Choices]]
) -> None:
    Path("report-2023-03-15.txt").write_text(TEXT, encoding="utf-8")
    run(capsysbinary, "show", "report-2023-03-15.txt")
    assert [document.dct_source for document, _, _ in extracted] == [None, "file name"]
    extracted.clear()
    run(capsysbinary, "show", "report-2023-03-15.txt", "--dct", "2020-01-01")
    assert [str(document.dct) for document, _, _ in extracted] == ["2020-01-01"]


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("a/sputnik-2023-03-15.txt", "2023-03-15"),
        ("20230315_report.txt", "2023-03-15"),
        ("2023-03-15/a.txt", None),
        ("2023-03-15_2023-03-16.txt", None),
        ("2023-02-30.txt", None),
        ("id-99999999.txt", None),
        ("-", None),
    ],
)
def test_days_in_file_names(name: str, day: str | None) -> None:
    found = day_in_name(name)
    assert (str(found) if found else None) == day


@pytest.mark.usefixtures("article")
def test_an_error_of_ours_is_no_traceback(capsysbinary: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*arguments: object) -> Timeline:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr("timeline_cli.cli.chronology.extract_document", broken)
    monkeypatch.delenv("TIMELINE_DEBUG", raising=False)
    status, out, err = run(capsysbinary, "show", "article.txt")
    assert (status, out) == (FAILED, "")
    assert err.startswith("timeline: internal error: ZeroDivisionError: oh")
    monkeypatch.setenv("TIMELINE_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        main(["show", "article.txt"])


def test_schema_and_formats(capsysbinary: Captured) -> None:
    status, out, _ = run(capsysbinary, "schema")
    assert status == FOUND
    assert json.loads(out)["$id"] == "urn:timeline-cli:timeline:1"
    status, out, _ = run(capsysbinary, "formats")
    assert status == FOUND
    assert ".jsonl" in out
