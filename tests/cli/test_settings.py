"""Defaults from variables and files, completion, doctor, edit, diff, the language of errors."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from timeline_cli.cli import FAILED, FOUND, NOTHING, main
from timeline_cli.cli.progress import bar_of, progress

Captured = pytest.CaptureFixture[bytes]
TEXT = "وصل الوفد إلى حلب في 12 مايو 2011.\nوقع الوزير الاتفاق في 3 يونيو 2012.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def run(capture: Captured, *arguments: str) -> tuple[int, str, str]:
    status = main(arguments)
    out, err = capture.readouterr()
    return status, out.decode("utf-8"), err.decode("utf-8")


def test_a_file_gives_defaults(capsysbinary: Captured) -> None:
    Path("timeline.toml").write_text('quiet = true\nlang = "ar"\n[show]\nlimit = 1\nmonth_names = "levant"\n')
    assert run(capsysbinary, "show", "a.txt")[1] == "   12 أيار 2011   وصل الوفد إلى حلب\n"
    assert run(capsysbinary, "show", "a.txt", "--limit", "2")[1].count("\n") == 2
    assert run(capsysbinary, "parse", "عام 2011", "--json")[0] == FOUND


def test_a_project_gives_defaults(capsysbinary: Captured) -> None:
    Path("pyproject.toml").write_text("[tool.timeline]\nquiet = true\n[tool.timeline.show]\nfrom = 2012\n")
    assert run(capsysbinary, "show", "a.txt")[1] == "   2012-06-03   وقع الوزير الاتفاق\n"


def test_variables_go_before_files(capsysbinary: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("timeline.toml").write_text("quiet = true\nlimit = 2\n")
    monkeypatch.setenv("TIMELINE_LIMIT", "1")
    monkeypatch.setenv("TIMELINE_CONTAINS", f"الوفد{os.pathsep}حلب")
    assert run(capsysbinary, "show", "a.txt")[1] == "   2011-05-12   وصل الوفد إلى حلب\n"


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ("nonsense = 1\n", "timeline.toml: 'nonsense' is no option of any command"),
        ("[show]\nexcel = true\n", "timeline.toml: 'excel' in [show] is no option of timeline show"),
        ("[shown]\nlimit = 1\n", "timeline.toml: [shown] is no command"),
        ("force = true\n", "timeline.toml: 'force' is no option"),
        ("limit = 0\n", "--limit"),
        ("= 1\n", "timeline.toml: cannot be read"),
    ],
)
def test_what_is_wrong_with_settings_is_said(capsysbinary: Captured, settings: str, message: str) -> None:
    Path("timeline.toml").write_text(settings)
    status, out, err = run(capsysbinary, "show", "a.txt")
    assert (status, out) == (FAILED, "")
    assert message in err


def test_errors_in_arabic(capsysbinary: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = "timeline: gone.txt: لا ملف بهذا الاسم؛ تحقق من الاسم\n"
    assert run(capsysbinary, "show", "gone.txt", "--lang", "ar")[2] == expected
    monkeypatch.setenv("LC_ALL", "ar_SY.UTF-8")
    assert run(capsysbinary, "export", "gone.txt")[2] == expected


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(capsysbinary: Captured, shell: str) -> None:
    assert "_TIMELINE_COMPLETE" in run(capsysbinary, "completion", shell)[1]


def test_a_shell_completes_commands_and_values() -> None:
    asked = {"_TIMELINE_COMPLETE": "bash_complete", "COMP_WORDS": "timeline show --layout t", "COMP_CWORD": "3"}
    code = "from timeline_cli.cli import main; main([])"
    result = subprocess.run([sys.executable, "-c", code], env=os.environ | asked, capture_output=True, check=False)
    assert result.stdout.decode().split() == ["plain,table", "plain,tree"]


def test_the_doctor_tells(capsysbinary: Captured) -> None:
    status, out, _ = run(capsysbinary, "doctor")
    assert status == FOUND
    assert "timeline-cli" in out
    assert "[bidi]" in out
    assert "no timeline.toml" in out


def test_corrections_are_written_and_made(capsysbinary: Captured) -> None:
    records = [json.loads(line) for line in run(capsysbinary, "export", "a.txt", "--format", "jsonl")[1].splitlines()]
    first, second = (record["id"] for record in records)
    status, _, err = run(capsysbinary, "edit", "c.csv", "a.txt", "--redate", first, "2013-01", "--drop", second)
    assert (status, err) == (FOUND, "c.csv: 2 corrections\n")
    assert run(capsysbinary, "show", "a.txt", "--edits", "c.csv", "-q")[1] == "   2013-01   وصل الوفد إلى حلب\n"
    assert "2011-05-12 وصل الوفد إلى حلب" in run(capsysbinary, "edit", "c.csv")[1]
    assert run(capsysbinary, "edit", "c.csv", "--undo", second, "--retitle", first, "عنوان", "-q")[0] == FOUND
    out = run(capsysbinary, "export", "a.txt", "--edits", "c.csv", "--format", "jsonl")[1]
    assert [json.loads(line)["title"] for line in out.splitlines()] == ["وقع الوزير الاتفاق", "عنوان"]


def test_corrections_that_match_nothing_are_reported(capsysbinary: Captured) -> None:
    assert run(capsysbinary, "edit", "c.csv", "a.txt", "--drop", "nosuch")[0] == NOTHING
    status, _, err = run(capsysbinary, "show", "a.txt", "--edits", "c.csv")
    assert status == FOUND
    assert err == "timeline: c.csv:2: no event has the id nosuch (drop); left out\n"
    assert run(capsysbinary, "edit", "c.csv", "--redate", "x", "2011-13")[0] == FAILED


def test_a_difference_is_status_1(capsysbinary: Captured) -> None:
    Path("b.txt").write_text(TEXT.replace("12 مايو", "13 مايو"), encoding="utf-8")
    status, out, err = run(capsysbinary, "diff", "a.txt", "b.txt")
    assert (status, err) == (1, "a.txt, b.txt: 1 redated\n")
    assert out == " ~ 2011-05-12 ⇒ 2011-05-13   وصل الوفد إلى حلب\n"
    change = json.loads(run(capsysbinary, "diff", "a.txt", "b.txt", "--json")[1])
    assert (change["kind"], change["old"]["begin"], change["new"]["begin"]) == ("redated", "2011-05-12", "2011-05-13")
    assert run(capsysbinary, "diff", "a.txt", "a.txt", "--lang", "ar")[::2] == (0, "a.txt, a.txt: لا تغيير\n")


def test_an_export_can_be_compared(capsysbinary: Captured) -> None:
    run(capsysbinary, "export", "a.txt", "-o", "old.json", "-q")
    assert run(capsysbinary, "diff", "old.json", "a.txt", "-q") == (0, "", "")


@pytest.mark.parametrize(
    ("options", "count"),
    [
        (["--from", "1433 هـ"], 1),
        (["--to", "١٤٣٢ هـ"], 1),
        (["--from", "1432-06 هـ", "--to", "1432-06-09هـ"], 1),
        (["--from", "1432-06-10 AH", "--to", "1433"], 0),
        (["--from", "٢٠١٢"], 1),
    ],
)
def test_the_hijri_calendar_selects(capsysbinary: Captured, options: list[str], count: int) -> None:
    assert len(run(capsysbinary, "show", "a.txt", "-q", *options)[1].splitlines()) == count


def test_a_hijri_day_that_does_not_exist(capsysbinary: Captured) -> None:
    assert "is no Hijri day" in run(capsysbinary, "show", "a.txt", "--from", "1432-13 هـ")[2]


def test_progress_is_silent_where_nobody_looks(capsysbinary: Captured) -> None:
    assert list(progress([1, 2, 3])) == [1, 2, 3]
    assert capsysbinary.readouterr().err == b""
    assert bar_of(3, 4) == "█" * 18 + "░" * 6 + " 3/4"
