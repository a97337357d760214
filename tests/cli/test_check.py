from __future__ import annotations

import json
from pathlib import Path

import pytest

from timeline_cli.cli import FAILED, main

Captured = pytest.CaptureFixture[bytes]

WRONG = "وصل الوفد إلى المدينة.\nوانتهت الأعمال يوم الثلاثاء 15 مارس 2023.\n"


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    path = tmp_path / "article.txt"
    path.write_text("---\ntitle: عنوان\n---\n" + WRONG, encoding="utf-8")
    return path


def run(capture: Captured, *arguments: str) -> tuple[int, str, str]:
    status = main(["check", *arguments])
    out, err = capture.readouterr()
    return status, out.decode("utf-8"), err.decode("utf-8")


@pytest.mark.usefixtures("article")
def test_a_contradiction_is_one_line_and_status_1(capsysbinary: Captured) -> None:
    status, out, err = run(capsysbinary, "article.txt")
    assert (status, err) == (1, "article.txt: 1 contradictions, 0 notes\n")
    assert out == (
        "article.txt:5:16: ⟦يوم الثلاثاء 15 مارس 2023⟧: 2023-03-15 is a Wednesday; "
        "the nearest Tuesday is 2023-03-14; 2022-03-15 is a Tuesday too\n"
    )


@pytest.mark.usefixtures("article")
def test_in_arabic(capsysbinary: Captured) -> None:
    _, out, err = run(capsysbinary, "article.txt", "--lang", "ar")
    assert "2023-03-15 يوم الأربعاء؛ ويوم الثلاثاء الأقرب إليه 2023-03-14" in out
    assert err == "article.txt: التناقضات 1، الملاحظات 0\n"


@pytest.mark.usefixtures("article")
def test_json_names_the_place(capsysbinary: Captured) -> None:
    status, out, _ = run(capsysbinary, "article.txt", "--json")
    record = json.loads(out)
    assert status == 1
    assert (record["line"], record["column"], record["kind"], record["right"]) == (
        5,
        16,
        "weekday",
        ["2023-03-14", "2022-03-15"],
    )
    assert WRONG[record["start"] : record["end"]] == record["words"]


def test_nothing_wrong_is_status_0(capsysbinary: Captured, article: Path) -> None:
    article.write_text("وصل الوفد يوم الأربعاء 15 مارس 2023.", encoding="utf-8")
    assert run(capsysbinary, "article.txt") == (0, "", "article.txt: nothing contradicts itself\n")


def test_notes_count_where_they_are_asked_to(capsysbinary: Captured, article: Path) -> None:
    article.write_text("وعقد المؤتمر في 23 شعبان 1444هـ الموافق 16 مارس 2023.", encoding="utf-8")
    assert run(capsysbinary, "article.txt")[0] == 0
    assert run(capsysbinary, "article.txt", "--count-notes")[0] == 1


@pytest.mark.usefixtures("article")
def test_an_error_is_status_2(capsysbinary: Captured) -> None:
    assert run(capsysbinary, "gone.txt")[0] == FAILED
