"""The report in a browser: search, filters, jump to the sentence, keyboard, saving, injection, speed."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.handmade import TEXT, handmade_timeline, source_of
from timeline_cli.edits import corrections_of
from timeline_cli.model import Day, Document, Event, Name, Telling, Timeline
from timeline_cli.writers import format_named
from timeline_cli.writers.provenance import Provenance
from timeline_cli.writers.record import FIELDS, record_of
from timeline_cli.writers.schema import schema_text

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
if CHROMIUM is None:
    pytest.skip("no Chromium here: apt-get install chromium, or name one in CHROMIUM", allow_module_level=True)
sync_api = pytest.importorskip("playwright.sync_api", reason="no Playwright here: pip install '.[dev]'")

READY, PREPARED = "html[data-ready]", "html[data-prepared]"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    context = browser.new_context(viewport={"width": 1300, "height": 900}, accept_downloads=True)
    page = context.new_page()
    page.problems = []
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    page.on("console", lambda message: page.problems.append(message.text))
    page.on("dialog", lambda dialog: (page.problems.append("dialog"), dialog.accept()))
    page.on("request", lambda request: request.url.startswith("http") and page.problems.append(request.url))
    yield page
    assert page.problems == []
    context.close()


def visit(page: Any, folder: Path, timeline: Timeline, text: str = TEXT, address: str = "") -> None:
    path = folder / "report.html"
    with path.open("wb") as stream:
        format_named("html").write(timeline, Provenance(), stream, [Document("article.txt", text)])
    page.goto(f"{path.as_uri()}{address}")
    page.wait_for_selector(READY, state="attached")


def titles(page: Any) -> list[str]:
    return [
        text.split("\n")[0]
        for text in page.locator(".entry .title").evaluate_all("all => all.map(e => e.firstChild.data)")
    ]


def test_the_list_shows_the_events_under_their_years(page: Any, tmp_path: Path, timeline: Timeline) -> None:
    visit(page, tmp_path, timeline)
    assert page.locator("html").get_attribute("dir") == "rtl"
    assert page.locator("#list h2").all_inner_texts() == ["1944", "2022", "2025"]
    assert page.locator(".entry .when").all_inner_texts() == ["يوليو", "23 أغسطس", "22–23 نوفمبر", "2025"]
    page.select_option("#months", "dual")
    page.locator(".entry .when", has_text="تموز/يوليو").first.wait_for()
    page.click("#language")
    page.locator(".entry .when", has_text="July").first.wait_for()
    assert page.locator("html").get_attribute("dir") == "ltr"
    assert page.locator(".entry .when").all_inner_texts() == ["July", "23 August", "22–23 November", "2025"]
    assert page.locator("#count").inner_text() == "4 events"


@pytest.mark.parametrize(
    ("query", "found"),
    [("البلديه", 1), ("المَدينة", 1), ("١٩٤٤", 1), ("الوفد البلدية", 1), ('"بدأت العلاقات"', 1), ("زيارة", 0)],
)
def test_search_folds_letters(page: Any, tmp_path: Path, timeline: Timeline, query: str, found: int) -> None:
    visit(page, tmp_path, timeline)
    page.fill("#q", query)
    assert page.locator(".entry").count() == found
    page.fill("#q", "")
    assert page.locator(".entry").count() == 4


def test_search_marks_what_it_found(page: Any, tmp_path: Path, timeline: Timeline) -> None:
    visit(page, tmp_path, timeline)
    page.fill("#q", "المدينه")
    page.locator(".entry mark").first.wait_for()
    assert page.locator(".entry mark").all_text_contents() == ["المدينة"]


def test_filters_and_their_address(page: Any, tmp_path: Path, timeline: Timeline) -> None:
    visit(page, tmp_path, timeline)
    page.select_option("#status", "planned")
    assert page.locator(".entry").count() == 1
    page.click("#clear")
    page.select_option("#precision", "day")
    assert page.locator(".entry").count() == 1
    page.select_option("#precision", "")
    page.select_option("#sure", "conflict")
    assert page.locator(".entry").count() == 1
    page.click("#clear")
    page.select_option("#who", label="الوفد (1)")
    assert page.locator(".entry").count() == 1
    page.click("#clear")
    page.fill("#from", "2022-09")
    page.fill("#to", "٢٠٢٢")
    assert page.locator(".entry").count() == 1
    page.wait_for_timeout(300)
    address = page.evaluate("location.hash")
    visit(page, tmp_path, timeline, address=address)
    page.reload()
    page.wait_for_selector(READY, state="attached")
    assert page.locator(".entry").count() == 1
    assert page.input_value("#from") == "2022-09"


def test_of_several_documents_one_can_be_chosen(page: Any, tmp_path: Path, timeline: Timeline) -> None:
    other = replace(timeline.events[0], tellings=(replace(timeline.events[0].tellings[0], document="b.txt"),))
    both = Timeline((other, *timeline.events[1:]), (source_of(), source_of("b.txt")))
    visit(page, tmp_path, both)
    page.select_option("#source", "b.txt")
    assert page.locator(".entry").count() == 1
    page.click(".entry")
    assert page.locator("#text .sentence .words").inner_text() == "يوليو/ تموز عام 1944"


def test_an_event_jumps_to_its_sentence(page: Any, tmp_path: Path, timeline: Timeline) -> None:
    long = "سطر قبل النص 😀.\n" * 200
    moved = tuple(
        replace(
            event,
            tellings=tuple(
                replace(
                    one,
                    start=one.start + len(long),
                    end=one.end + len(long),
                    sentence_start=one.sentence_start + len(long),
                )
                for one in event.tellings
            ),
        )
        for event in timeline.events
    )
    visit(page, tmp_path, replace(timeline, events=moved), long + TEXT)
    page.click(".entry:has-text('عقد الاجتماع')")
    assert page.locator("#text .sentence").inner_text() == "عقد الاجتماع من 22 إلى 23 نوفمبر 2022."
    assert page.locator("#text .words").inner_text() == "22 إلى 23 نوفمبر 2022"
    box, sentence = page.locator("#text").bounding_box(), page.locator("#text .sentence").bounding_box()
    assert box["y"] <= sentence["y"]
    assert sentence["y"] + sentence["height"] <= box["y"] + box["height"]
    assert page.locator("#text").inner_text().startswith("سطر قبل النص 😀.")


def test_the_keyboard_is_enough(page: Any, tmp_path: Path, timeline: Timeline) -> None:
    visit(page, tmp_path, timeline)
    focused = "document.activeElement.dataset.id || document.activeElement.id"
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.evaluate(focused) == timeline.events[1].id
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    assert page.locator("#pane").is_visible()
    assert page.evaluate(focused) == "pane"
    assert page.locator('.entry[aria-expanded="true"]').count() == 1
    page.keyboard.press("Escape")
    assert page.locator("#pane").is_hidden()
    assert page.evaluate(focused) == timeline.events[0].id
    page.keyboard.press("/")
    assert page.evaluate(focused) == "q"
    page.keyboard.insert_text("الاجتماع")
    assert page.locator(".entry").count() == 1
    page.keyboard.press("Escape")
    assert page.locator(".entry").count() == 4
    page.keyboard.press("ArrowDown")
    assert page.evaluate(focused) == timeline.events[0].id


def test_a_screen_reader_finds_its_way(page: Any, tmp_path: Path, timeline: Timeline) -> None:
    visit(page, tmp_path, timeline)
    page.wait_for_timeout(500)
    assert page.get_by_role("main").count() == 1
    assert page.get_by_role("search").count() == 1
    assert page.get_by_role("heading", level=1).count() == 1
    assert page.get_by_role("status").inner_text() == "4 أحداث"
    unnamed = (
        """all => all.filter(e => e.checkVisibility() && !(e.innerText || e.ariaLabel || e.labels?.length)).length"""
    )
    assert page.locator("button, input, select").evaluate_all(unnamed) == 0
    assert page.locator("#picture-table td").all_inner_texts() == ["1", "2", "1"]
    assert page.locator("#picture").get_attribute("role") == "img"


def test_the_picture_zooms_opens_and_filters(page: Any, tmp_path: Path, timeline: Timeline) -> None:
    visit(page, tmp_path, timeline)
    assert page.locator("#picture .mark").count() == 4
    page.locator(f'#picture .mark[data-id="{timeline.events[0].id}"] .hit').click()
    assert page.locator("#pane-title").inner_text() == "بدأت العلاقات"
    strip = page.locator("#overview").bounding_box()
    page.mouse.move(strip["x"] + 5, strip["y"] + 20)
    page.mouse.down()
    page.mouse.move(strip["x"] + strip["width"] * 0.4, strip["y"] + 20)
    page.mouse.up()
    assert page.locator(".entry").count() == 3
    page.click("#zoom-all")
    page.mouse.move(strip["x"] + 300, strip["y"] - 60)
    page.mouse.wheel(0, -300)
    page.wait_for_timeout(400)
    assert "view=" in page.evaluate("location.hash")


def test_the_filtered_list_is_saved(page: Any, tmp_path: Path, timeline: Timeline) -> None:
    visit(page, tmp_path, timeline)
    page.fill("#from", "2022")
    with page.expect_download() as download:
        page.click("#save-json")
    saved = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(json.loads(schema_text())).validate(saved)
    assert saved["events"] == [record_of(event) for event in timeline.events[1:]]
    with page.expect_download() as download:
        page.click("#save-csv")
    rows = list(csv.DictReader(io.StringIO(Path(download.value.path()).read_text(encoding="utf-8-sig"), newline="")))
    assert tuple(rows[0]) == FIELDS
    assert [row["begin"] for row in rows] == ["2022-08-23", "2022-11-22", "2025-01-01"]
    assert rows[0]["flags"] == "year-inferred; weekday-conflict: 2022-08-24"


def test_corrections_are_saved_as_the_tool_reads_them(page: Any, tmp_path: Path, timeline: Timeline) -> None:
    visit(page, tmp_path, timeline)
    page.click(".entry:has-text('عقد الاجتماع')")
    page.click("#pane summary")
    page.fill('#pane input[name="title"]', "عقد الاجتماع العشرون")
    page.fill('#pane input[name="last"]', "2022-11-24")
    page.click("text=تطبيق")
    assert "عقد الاجتماع العشرون" in page.locator("#list").inner_text()
    page.click(".entry:has-text('سيفتتح المعرض')")
    page.click("#pane summary")
    page.click("#pane >> text=حذف")
    with page.expect_download() as download:
        page.click("#save-edits")
    path = tmp_path / "corrections.csv"
    path.write_bytes(Path(download.value.path()).read_bytes())
    made = [(one.id, one.action, one.value) for one in corrections_of(str(path))]
    assert made == [
        (timeline.events[2].id, "redate", "2022-11-22/2022-11-24"),
        (timeline.events[2].id, "retitle", "عقد الاجتماع العشرون"),
        (timeline.events[3].id, "drop", ""),
    ]


ATTACK = "</script><script>alert(1)</script><img src=x onerror=alert(2)><svg onload=alert(3)>"


def test_a_text_that_tries_to_inject_a_script_is_text(page: Any, tmp_path: Path, timeline: Timeline) -> None:
    text = TEXT.replace("بدأت", ATTACK + "بدأت")
    shift = len(ATTACK)
    first = timeline.events[0]
    telling = first.tellings[0]
    sentence = ATTACK + telling.sentence
    told = replace(telling, sentence=sentence, start=telling.start + shift, end=telling.end + shift)
    event = replace(first, title=ATTACK, attribution=ATTACK, participants=(Name(ATTACK, "person"),), tellings=(told,))
    visit(page, tmp_path, Timeline((event,), (source_of("article.txt", title=ATTACK),)), text)
    page.fill("#q", "script")
    page.click(".entry")
    page.click("#language")
    page.wait_for_timeout(300)
    assert page.locator("#pane-title").inner_text() == ATTACK
    assert ATTACK in page.locator("#text").inner_text()
    assert page.locator("h1").inner_text() == ATTACK
    assert page.locator("img, iframe, body script:not(#data)").count() == 1


def test_an_inserted_script_does_not_run(page: Any, tmp_path: Path, timeline: Timeline) -> None:
    visit(page, tmp_path, timeline)
    page.evaluate(
        "const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.body.append(s)"
    )
    assert page.evaluate("window.ran") is None
    assert page.problems
    assert all("Content Security Policy" in problem for problem in page.problems)
    page.problems.clear()


def many(count: int) -> tuple[Timeline, str]:
    base = handmade_timeline().events[0]
    events: list[Event] = []
    lines = []
    place = 0
    for number in range(count):
        line = f"زار الوفد رقم {number} المدينة والتقى رئيس البلدية في يوم من الأيام."
        day = Day.of(2011 + number % 12, number % 11 + 1, number % 27 + 1)
        told = Telling("article.txt", line, place, place + 4, place + 9, line[4:9])
        title = f"زار الوفد رقم {number} المدينة"
        events.append(
            replace(base, id=f"e{number}", begin=day, last=day, precision="day", title=title, tellings=(told,))
        )
        lines.append(line)
        place += len(line) + 1
    events.sort(key=lambda event: event.begin)
    return Timeline(tuple(events), (source_of(),)), "\n".join(lines)


def test_ten_thousand_events_filter_in_200_ms_a_keystroke(page: Any, tmp_path: Path) -> None:
    timeline, text = many(10_000)
    visit(page, tmp_path, timeline, text)
    page.wait_for_selector(PREPARED, state="attached")
    page.evaluate(
        """() => { window.times = []; document.getElementById('q').addEventListener('input', () => {
             const channel = new MessageChannel(), begin = window.pressed;
             channel.port1.onmessage = () => times.push(performance.now() - begin);
             requestAnimationFrame(() => channel.port2.postMessage(0)); }, true); }"""
    )
    page.focus("#q")
    for letter in "الوفد 77":
        page.evaluate("window.pressed = performance.now()")
        page.keyboard.insert_text(letter)
        page.wait_for_timeout(120)
    times = sorted(page.evaluate("times"))
    assert len(times) == 8
    assert times[len(times) // 2] < 200
    assert page.locator("#count").inner_text().endswith("من 10000")


def test_dense_stretches_become_counts(page: Any, tmp_path: Path) -> None:
    timeline, text = many(2_000)
    visit(page, tmp_path, timeline, text)
    assert page.locator("#picture .heap text").count() > 5
    assert page.locator("#picture *").count() < 1_500


@pytest.mark.parametrize("width", [360, 800, 1400])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_wider_than_the_window(
    browser: Any, tmp_path: Path, timeline: Timeline, width: int, scheme: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    visit(page, tmp_path, timeline, address=f"#event={timeline.events[1].id}")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    box = page.locator("#text .sentence").bounding_box()
    assert 0 <= box["y"] < 800
    context.close()


def test_it_prints_every_event(page: Any, tmp_path: Path) -> None:
    timeline, text = many(600)
    visit(page, tmp_path, timeline, text)
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".entry").count() == 600
    assert page.locator(".where").first.is_visible()
    assert page.locator("#filters").is_hidden()
