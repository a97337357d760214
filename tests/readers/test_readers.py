from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from timeline_cli.errors import TimelineError
from timeline_cli.model import Day
from timeline_cli.readers import documents, format_of
from timeline_cli.readers.encoding import decode

PROSE = "وصل الوفد إلى المدينة في 12 مايو عام 2011، والتقى رئيس البلدية في اليوم التالي.\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1256", "iso-8859-6"]
)
@pytest.mark.parametrize("text", [PROSE, PROSE * 200, "في عام 2011"])
def test_encodings_are_recognised(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize("text", ["", "\n", "plain ASCII of 1998\n", "naïve façade, 12 مايو", "x"])
def test_utf8_is_taken_as_it_is(text: str) -> None:
    assert decode(text.encode(), "a.txt") == text


def test_typographic_marks_of_windows_1256() -> None:
    text = "قال “نعم” – ثم مضى… في 12 أيار ‏2011"
    assert decode(text.encode("cp1256"), "a.txt") == text


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\x7fELF\x02\x01\x01\x00" + bytes(range(256)) * 4, "is no text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)), "is no text"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "is a PDF"),
        (b"PK\x03\x04\x14\x00", "is a ZIP archive or an office document"),
        (b"text\x00with zero", "is no text"),
        (PROSE.encode() + b"\xff" + PROSE.encode(), r"byte \d+ \(0xFF\) is damaged"),
        (b"\xff\xfeabc", "does not fit"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(TimelineError, match=f"^a.txt: .*{words}"):
        decode(data, "a.txt")


def test_a_text_that_was_cut_inside_a_letter_loses_that_letter() -> None:
    assert decode(PROSE.encode().rstrip(b"\n") + "م".encode()[:1], "a.txt") == PROSE.rstrip("\n")


@pytest.mark.parametrize("text", ["\x02" + PROSE, PROSE.replace("وصل", "وصل\x1a\x1a")])
def test_stray_control_characters_are_no_binary_data(text: str) -> None:
    assert decode(text.encode(), "a.txt") == text


def test_a_forced_encoding_decides_alone() -> None:
    assert decode("عام".encode("cp1256"), "a.txt", "cp1256") == "عام"
    assert decode(b"ab\xff", "a.txt", "utf-8") == "ab\ufffd"
    with pytest.raises(TimelineError, match="--encoding: 'klingon' is unknown"):
        decode(b"ab", "a.txt", "klingon")


def test_a_document_knows_its_hash_and_name(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(PROSE.replace("\n", "\r\n").encode("cp1256"))
    (document,) = documents(str(path))
    assert document.text == PROSE
    assert document.sha256 == hashlib.sha256(PROSE.encode()).hexdigest()
    assert (document.name, document.title, document.dct, document.dct_source) == (str(path), None, None, None)


def test_front_matter_gives_title_and_date(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(f'---\ntitle: "وصول الوفد"\nauthor: x\nDate: 2011-05-13T08:00:00Z\n---\n{PROSE}', encoding="utf-8")
    (document,) = documents(str(path))
    assert document.title == "وصول الوفد"
    assert (document.dct, document.dct_source) == (Day.of(2011, 5, 13), "metadata")
    assert document.text == PROSE


@pytest.mark.parametrize("date", ["غدا", "2011-13-45", ""])
def test_a_date_in_front_matter_that_is_none_is_left_aside(tmp_path: Path, date: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"---\ndate: {date}\n---\n{PROSE}", encoding="utf-8")
    (document,) = documents(str(path))
    assert (document.dct, document.dct_source) == (None, None)


def test_a_rule_at_the_start_is_no_front_matter(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"---\n{PROSE}", encoding="utf-8")
    assert documents(str(path))[0].text == f"---\n{PROSE}"


def test_missing_files_and_folders(tmp_path: Path) -> None:
    with pytest.raises(TimelineError, match=r"gone\.txt: no such file"):
        documents(str(tmp_path / "gone.txt"))
    with pytest.raises(TimelineError, match="is a folder"):
        documents(str(tmp_path))
    with pytest.raises(TimelineError, match="cannot be read"):
        documents("a\0b")


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*args: object, **kwargs: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", denied)
    with pytest.raises(TimelineError, match="may not be read"):
        documents(str(tmp_path / "a.txt"))


@pytest.mark.parametrize("name", ["a.txt", "a.TXT", "a", "-", "a.unknown"])
def test_text_is_the_format_of_what_says_nothing(name: str) -> None:
    assert format_of(name).name == "text"
