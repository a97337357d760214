"""Files that real programs have made (tests/data/formats), and what comes out of them."""

from __future__ import annotations

import contextlib
import gzip
import io
import random
import shutil
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from timeline_cli.errors import TimelineError
from timeline_cli.model import Document
from timeline_cli.readers import FORMATS, Extracted, ReadOptions, extracted, format_of
from timeline_cli.readers.markdown import text_of as text_of_markdown
from timeline_cli.readers.markup import heading_of, text_of
from timeline_cli.readers.visual import brackets_score, logical

DATA = Path(__file__).parents[1] / "data" / "formats"
ROWS = ["12 مايو 2011\tانتهى تجديد المستشفى", "٣ مارس ٢٠٢٠\tأعيد فتح قسم الطوارئ"]
LIST = ["أغلق السوق من 22-23 نوفمبر 2019 بسبب السيول.", "عاد التجار إلى السوق في 1 ديسمبر 2019."]
NEEDS = {
    "html": "trafilatura",
    "docx": "mammoth",
    "pdf": "pdfplumber",
    "parquet": "pyarrow",
    "warc": "fastwarc",
    "feeds": "feedparser",
}


def read(name: str, **options: str) -> Extracted:
    return extracted(str(DATA / name), ReadOptions(**options))  # type: ignore[arg-type]


def one(name: str) -> Document:
    (document,) = read(name).documents
    return document


def test_html_is_the_article_alone() -> None:
    pytest.importorskip("trafilatura")
    document = one("article.html")
    assert document.title == "وصول القافلة إلى الواحة"
    assert (str(document.dct), document.dct_source) == ("2021-04-07", "metadata")
    assert "يوم الاثنين 5 أبريل/ نيسان 2021" in document.text
    assert set(ROWS) <= set(document.text.splitlines())
    assert "2020، 1" not in document.text
    assert "الرئيسية" not in document.text
    assert "جميع الحقوق" not in document.text


PAGE = (
    "<html><head>{head}</head><body><article><h1>عنوان</h1>{time}<p>{text}</p></article>"
    "<footer>{footer}</footer></body></html>"
)
PROSE = "وصلت القافلة الطبية إلى الواحة يوم الاثنين 5 أبريل 2021، بعد رحلة استمرت ثلاثة أيام عبر الطريق. " * 4


@pytest.mark.parametrize(
    ("head", "time", "footer", "title", "day"),
    [
        ("<title>عنوان</title>", "", '<time datetime="2024-12-31">x</time>', None, None),
        ("", '<time datetime="2021-04-07T10:00">7 أبريل</time>', "31 ديسمبر 2024", None, "2021-04-07"),
        ('<meta property="og:title" content="أ &amp; ب">', "", "", "أ & ب", None),
        (
            '<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "datePublished": "1999-01-01"},'
            '{"@type": ["NewsArticle"], "headline": "خبر", "datePublished": "2021-04-07T10:00:00Z"}]}</script>',
            "",
            "",
            "خبر",
            "2021-04-07",
        ),
        ('<script type="application/ld+json">{broken</script>', "", "© 2024-01-01", None, None),
        ('<meta name="date" content="2021-02-30">', "", "", None, None),
    ],
)
def test_title_and_day_of_a_page_come_from_metadata_only(
    tmp_path: Path, head: str, time: str, footer: str, title: str | None, day: str | None
) -> None:
    pytest.importorskip("trafilatura")
    path = tmp_path / "page.html"
    path.write_text(PAGE.format(head=head, time=time, text=PROSE, footer=footer), encoding="utf-8")
    (document,) = extracted(str(path), ReadOptions()).documents
    assert document.title == title
    assert (str(document.dct) if document.dct else None) == day


def test_a_page_is_read_in_the_encoding_that_it_names(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    path = tmp_path / "page.htm"
    page = PAGE.format(head='<meta charset="windows-1256">', time="", text=PROSE, footer="")
    path.write_bytes(page.encode("cp1256"))
    assert "يوم الاثنين 5 أبريل 2021" in extracted(str(path), ReadOptions()).documents[0].text


def test_a_page_without_an_article_is_an_error(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    path = tmp_path / "page.html"
    path.write_text("<html><body></body></html>")
    with pytest.raises(TimelineError, match="holds no article"):
        extracted(str(path), ReadOptions())


def test_docx_of_libreoffice_with_its_table() -> None:
    pytest.importorskip("mammoth")
    document = one("log.docx")
    assert (document.title, document.dct) == ("سجل الواحة", None)
    lines = document.text.splitlines()
    assert lines[0] == "سجل الواحة"
    assert set(ROWS + LIST) <= set(lines)


def test_epub_of_libreoffice() -> None:
    document = one("log.epub")
    assert document.name.endswith("log.epub#OEBPS/sections/section0001.xhtml")
    assert document.title == "سجل الواحة"
    assert set(ROWS + LIST) <= set(document.text.splitlines())


@pytest.mark.parametrize("name", ["log.pdf", "article.pdf"])
def test_pdf_of_libreoffice_and_chromium(name: str) -> None:
    pytest.importorskip("pdfplumber")
    result = read(name)
    (document,) = result.documents
    assert "experimental" in result.remarks[0]
    assert "وصلت القافلة الطبية إلى الواحة يوم الاثنين 5 أبريل/ نيسان 2021، بعد رحلة" in document.text
    assert "عام 1987 (في عهد المحافظ السابق) وجدد مرتين بين عامي 2003 و2011" in document.text
    assert "من 22-23 نوفمبر 2019 بسبب السيول" in document.text
    assert "٣ مارس ٢٠٢٠ أعيد فتح قسم الطوارئ" in document.text
    assert [(part.start, part.end, part.label) for part in document.segments] == [(0, len(document.text), "page 1")]


def test_warc_of_wget() -> None:
    pytest.importorskip("fastwarc")
    pytest.importorskip("trafilatura")
    result = read("site.warc.gz")
    page, note = result.documents
    assert page.name.endswith("site.warc.gz#http://127.0.0.1:8765/article.html")
    assert (page.title, str(page.dct)) == ("وصول القافلة إلى الواحة", "2021-04-07")
    assert (note.text, note.dct) == ("نص بسيط: عقد اللقاء في 9 يونيو 2018.\n", None)
    assert "1 responses are no text or no success" in result.remarks[0]


def test_rss_and_atom() -> None:
    pytest.importorskip("feedparser")
    result = read("feed.rss")
    first, second = result.documents
    assert (first.name.rpartition("#")[2], first.title, str(first.dct)) == (
        "https://example.org/1",
        "وصول القافلة",
        "2021-04-07",
    )
    assert first.text == "وصلت القافلة إلى الواحة أمس الثلاثاء.\nوافتتح المستشفى عام 1987.\n"
    assert (str(second.dct), second.text) == ("2019-12-02", "عاد التجار إلى السوق في 1 ديسمبر <2019>.\n")
    assert result.remarks == (f"{DATA / 'feed.rss'}: 1 of 3 entries left out: entry 3: no text",)
    atom = one("feed.atom")
    assert (str(atom.dct), atom.text) == ("2021-04-07", "وصلت القافلة إلى الواحة أمس الثلاثاء.\n")


@pytest.mark.parametrize("extra", sorted(NEEDS))
def test_a_missing_extra_is_one_clear_line(extra: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in [name for name in sys.modules if name.split(".")[0] == NEEDS[extra]]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, NEEDS[extra], None)
    (form,) = [form for form in FORMATS if form.extra == extra]
    with pytest.raises(TimelineError) as caught:
        form.read(b"", "a", ReadOptions())
    assert f"needs {NEEDS[extra]}: pip install 'timeline-cli[{extra}]'" in str(caught.value)


def test_files_of_a_folder_whose_library_is_missing_are_one_remark(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "mammoth", None)
    for name in ("a.docx", "b.docx"):
        shutil.copy(DATA / "log.docx", tmp_path / name)
    (tmp_path / "c.txt").write_text("عام 2011")
    result = extracted(str(tmp_path), ReadOptions())
    assert len(result.documents) == 1
    assert result.remarks == (
        f"{tmp_path}: 2 files left out: reading DOCX needs mammoth: pip install 'timeline-cli[docx]'",
    )


@pytest.mark.parametrize(
    ("form", "data"),
    [
        ("docx", b"PK\x03\x04 damaged"),
        ("epub", b"PK\x03\x04 damaged"),
        ("epub", b""),
        ("pdf", b"%PDF-1.7 damaged"),
        ("parquet", b"PAR1 damaged PAR1"),
        ("warc", b"damaged"),
        ("feed", b"<damaged"),
        ("csv", b""),
        ("jsonl", b"{damaged"),
    ],
)
def test_what_is_damaged_is_one_error(form: str, data: bytes) -> None:
    (known,) = [known for known in FORMATS if known.name == form]
    if known.extra is not None:
        pytest.importorskip(NEEDS[known.extra])
    with pytest.raises(TimelineError, match=r"^a\.x: "):
        known.read(data, "a.x", ReadOptions())


@pytest.mark.parametrize("name", sorted(path.name for path in DATA.iterdir() if path.suffix != ".md"))
def test_damage_is_read_over_or_one_error(name: str) -> None:
    whole = (DATA / name).read_bytes()
    chance = random.Random(name)
    for _ in range(25):
        data = bytearray(whole[: chance.choice([len(whole), chance.randrange(1, len(whole))])])
        for _ in range(chance.choice([0, 3, 30])):
            data[chance.randrange(len(data))] = chance.randrange(256)
        form = format_of(name, bytes(data))
        if form.extra is not None:
            pytest.importorskip(NEEDS[form.extra])
        with contextlib.suppress(TimelineError):
            form.read(bytes(data), name, ReadOptions())


def test_a_feed_that_is_cut_short_says_so() -> None:
    pytest.importorskip("feedparser")
    data = (DATA / "feed.rss").read_bytes()[:700]
    (form,) = [form for form in FORMATS if form.name == "feed"]
    result = form.read(data, "a.rss", ReadOptions())
    assert len(result.documents) == 1
    assert result.remarks[-1] == "a.rss: is not well-formed; entries may be missing or cut"


def packed(*members: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for member in members:
            archive.writestr(member, "")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "form"),
    [
        ("a.txt", b"%PDF-1.7", "pdf"),
        ("-", packed("word/document.xml"), "docx"),
        ("a", packed("META-INF/container.xml"), "epub"),
        ("a.gz", gzip.compress(b"WARC/1.0\r\n"), "warc"),
        ("-", b"PAR1", "parquet"),
        ("-", b"\xef\xbb\xbf<!DOCTYPE html><html>", "html"),
        ("-", b'<?xml version="1.0"?>\n<rss version="2.0">', "feed"),
        ("-", b'<?xml version="1.0"?><html xmlns="x">', "html"),
        ("-", b'{"text": "x"}\n{', "jsonl"),
        ("-", b"{x} y", "text"),
        ("page.html", "نص".encode(), "html"),
        ("a.WARC.GZ", b"", "warc"),
        ("a.json", b"", "jsonl"),
    ],
)
def test_formats_are_told_by_content_and_suffix(name: str, data: bytes, form: str) -> None:
    assert format_of(name, data).name == form


def test_a_folder_is_read_with_all_that_is_below_it(tmp_path: Path) -> None:
    (tmp_path / "b" / ".git").mkdir(parents=True)
    (tmp_path / "b" / ".git" / "x.txt").write_text("x")
    (tmp_path / "b" / "two.md").write_text("# في **عام** 2011")
    (tmp_path / "a.txt").write_text("عام 2010")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / "broken.txt").write_bytes(bytes(range(256)))
    result = extracted(str(tmp_path), ReadOptions())
    assert [document.text for document in result.documents] == ["عام 2010", "في عام 2011"]
    assert "broken.txt: is no text (binary data); give a text file (left out)" in result.remarks[0]
    assert "1 files of unknown formats left out" in result.remarks[1]
    (only,) = extracted(str(tmp_path), ReadOptions(glob="b/*")).documents
    assert only.name.endswith("two.md")
    with pytest.raises(TimelineError, match="is no text"):
        extracted(str(tmp_path), ReadOptions(strict=True))
    with pytest.raises(TimelineError, match=r"no file in it fits --glob '\*\.x'"):
        extracted(str(tmp_path), ReadOptions(glob="*.x"))


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>في <b>12</b>&nbsp;مايو<br>2011</p>x", "في 12 مايو\n2011\nx\n"),
        (
            "<table><tr><td><p>12</p><p>مايو</p></td><td>وصل</td></tr><tr><th>a<td>b</tr></table>",
            "12 مايو\tوصل\na\tb\n",
        ),
        ("<style>x</style><script>y<z</script><p>a", "a\n"),
        ("&lt;b&gt; &#1593;", "<b> ع\n"),
        ("", ""),
    ],
)
def test_markup_to_text(markup: str, text: str) -> None:
    assert text_of(markup) == text


@pytest.mark.parametrize("sign", ["<a ", "<!--", "<![", "[", "![", "[^", "|", "*", "`", "_a ", "> ", "&"])
@pytest.mark.parametrize("reader", [text_of, text_of_markdown])
def test_no_sign_takes_more_than_linear_time(sign: str, reader: Callable[[str], str]) -> None:
    begin = time.process_time()
    reader(sign * (20_000 // len(sign)))
    assert time.process_time() - begin < 2


def test_the_first_heading() -> None:
    assert heading_of("<p>a</p><h2>عنوان <i>أول</i></h2><h1>b</h1>") == "عنوان أول"
    assert heading_of("<p>a</p>") is None


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("# عنوان #\n\nفي **12 مايو** 2011", "عنوان\n\nفي 12 مايو 2011"),
        ("[وصل](http://x/(y)) ![p](q) <https://x.y>", "وصل  https://x.y"),
        ("| a | b |\n|---|:-:|\n| 12 مايو | c |\n", "a\tb\n12 مايو\tc\n"),
        ("- [x] *مائل* و`code`\n> قول\n", "مائل وcode\nقول\n"),
        ("a_b_c 2*3*4 __غامق__ \\*x\\*", "a_b_c 2*3*4 غامق *x*"),
        ("- 12-5-2011\n1. أول\n", "12-5-2011\n1. أول\n"),
        ("1990-1995\n---\nنص", "1990-1995\n\nنص"),
    ],
)
def test_markdown_to_text(markdown: str, text: str) -> None:
    assert text_of_markdown(markdown) == text


@pytest.mark.parametrize(
    ("glyphs", "text"),
    [
        (".2011 ويام 12 يف", "في 12 مايو 2011."),
        ("٢٠٢٠ سرام ٣", "٣ مارس ٢٠٢٠"),
        ("23-22 نم", "من 22-23"),
        ("2011/5/12 خيراتب", "بتاريخ 2011/5/12"),
        ("ﺔﺣﺍﻮﻟﺍ", "الواحة"),
        ("Windows 10 ماظن", "نظام Windows 10"),
        ("2011-05-12 خيراتب", "بتاريخ 12-05-2011"),
        ("مويلا 2011-05-12", "2011-05-12 اليوم"),
    ],
)
def test_glyphs_to_reading_order(glyphs: str, text: str) -> None:
    assert logical(list(glyphs)) == text


def test_glyphs_of_a_line_that_runs_left_to_right() -> None:
    assert logical(list("written in 2011 by ميرك"), rtl=False) == "written in 2011 by كريم"


def test_a_ligature_keeps_the_order_of_its_letters() -> None:
    assert logical(["ة", "ث", "لا", "ث"]) == "ثلاثة"
    assert logical(["ﺔ", "ﺛ", "ﻼ", "ﺛ"]) == "ثلاثة"


def test_brackets_that_are_turned_round() -> None:
    assert brackets_score("(في عهد) ثم (بعد)") == 1
    assert brackets_score(")في عهد(") == -1


def test_signs_that_only_stretch_words_are_told_from_others() -> None:
    from timeline_cli.readers.pdf import _Line, _stretchers

    lines = [_Line(text, 0, 0, 0, 1, 0) for text in ("الم#ؤتمر الخ#امس «لمي#اه»", "م/ايو أ/يار ن/يسان", "أ&ب")]
    found = _stretchers(lines)
    assert found is not None
    assert [found.sub("", line.text) for line in lines] == ["المؤتمر الخامس «لمياه»", "م/ايو أ/يار ن/يسان", "أ&ب"]
    assert _stretchers([*lines, _Line("#وسم", 0, 0, 0, 1, 0)]) is None


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
def test_a_docx_made_now_by_libreoffice(tmp_path: Path) -> None:
    pytest.importorskip("mammoth")
    (tmp_path / "a.html").write_text(f'<html dir="rtl"><meta charset="utf-8"><p>{LIST[0]}</p></html>', encoding="utf-8")
    for step in ("odt", "docx"):
        source = "a.html" if step == "odt" else "a.odt"
        command = [
            "soffice",
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--headless",
            "--convert-to",
            step,
            source,
        ]
        subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    assert extracted(str(tmp_path / "a.docx"), ReadOptions()).documents[0].text.splitlines() == [LIST[0]]
