"""The report as a file: what stands in it, and that no text can become markup. test_report_page.py opens it."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest

from tests.handmade import TEXT, source_of
from timeline_cli.model import Document, Name, Timeline
from timeline_cli.selection import searchable
from timeline_cli.writers import format_named, format_of
from timeline_cli.writers.provenance import Provenance
from timeline_cli.writers.report import DEFAULTS, title_of

ATTACK = "</script><script>alert(1)</script><!--<img src=x onerror=alert(2)>\u2028&lt;"


def page_of(timeline: Timeline, text: str = TEXT) -> str:
    stream = io.BytesIO()
    documents = [Document("article.txt", text)]
    format_named("html").write(timeline, Provenance(), stream, documents)
    return stream.getvalue().decode("utf-8")


def data_of(page: str) -> dict[str, Any]:
    block = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert block is not None
    data: dict[str, Any] = json.loads(block[1])
    return data


class Tags(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs


def test_the_suffix_names_the_format() -> None:
    assert format_of("out.html").name == "html"


def test_the_page_is_small_and_asks_no_network_for_anything(timeline: Timeline) -> None:
    page = page_of(timeline)
    assert len(page.encode("utf-8")) < 100_000
    tags = Tags(page)
    assert not {"link", "img", "iframe", "object", "base"} & set(tags.tags)
    assert not {"src", "style", "onclick", "onload"} & {name for name, _ in tags.attributes}
    assert all(url == "http://www.w3.org/2000/svg" for url in re.findall(r"https?://[^\s\"'<]+", page))


def test_style_and_script_are_allowed_by_hash_alone(timeline: Timeline) -> None:
    page = page_of(timeline)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    rules = policy[1].replace("&#39;", "'")
    assert rules.startswith("default-src 'none'; ")
    assert "unsafe" not in rules
    for tag in ("style", "script"):
        body = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        assert len(body) == 1
        digest = base64.b64encode(hashlib.sha256(body[0].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in rules


def test_nothing_of_a_text_becomes_markup(timeline: Timeline) -> None:
    plain = Tags(page_of(timeline)).tags
    first = timeline.events[0]
    event = replace(first, title=ATTACK, attribution=ATTACK, participants=(Name(ATTACK, "person"),), id=ATTACK)
    event = replace(event, tellings=(replace(first.tellings[0], sentence=ATTACK, date_text=ATTACK),))
    attacked = Timeline((event, *timeline.events[1:]), (source_of("article.txt", title=ATTACK),))
    page = page_of(attacked, TEXT + ATTACK)
    assert Tags(page).tags == plain
    assert page.count("<script") == page_of(timeline).count("<script")
    data = data_of(page)
    assert data["events"][0]["title"] == ATTACK
    assert data["documents"][0]["text"] == TEXT + ATTACK


def test_events_are_records_without_what_goes_without_saying(timeline: Timeline) -> None:
    data = data_of(page_of(timeline))
    event = data["events"][0]
    assert event["tellings"] == [[0, 56, 94, 73, 93]]
    text = data["documents"][0]["text"]
    assert text[73:93] == "يوليو/ تموز عام 1944"
    assert not {"status", "how", "calendar"} & set(event)
    assert set(data["fields"]) - set(DEFAULTS) - set(event) == {"date_text", "sentence", "document", "start", "end"}


def test_a_sentence_comes_along_where_its_text_does_not(timeline: Timeline) -> None:
    stream = io.BytesIO()
    format_named("html").write(timeline, Provenance(), stream)
    data = data_of(stream.getvalue().decode("utf-8"))
    assert data["documents"][0]["text"] is None
    assert data["events"][0]["tellings"][0][5:] == ["بدأت العلاقات في يوليو/ تموز عام 1944.", "يوليو/ تموز عام 1944"]


@pytest.mark.parametrize("word", ["أحمد", "إبـراهيم", "مَدرَسة", "هدى", "١٩٤٤", "رِسالةٌ", "آب"])
def test_the_page_folds_letters_as_the_tool_does(timeline: Timeline, word: str) -> None:
    folding = data_of(page_of(timeline))["folding"]
    assert "".join(folding.get(letter, letter) for letter in word).lower() == searchable(word)


def test_labels_have_both_languages(timeline: Timeline) -> None:
    for key, texts in data_of(page_of(timeline))["labels"].items():
        assert texts["ar"], key
        assert texts["en"], key


def test_the_same_timeline_gives_the_same_bytes(timeline: Timeline) -> None:
    assert page_of(timeline) == page_of(timeline)


def test_the_title_is_the_documents_or_its_first_line_or_its_name(timeline: Timeline) -> None:
    def title(text: str, title: str | None = None) -> str:
        sources = (source_of("folder/article.txt", title=title),)
        return title_of(replace(timeline, sources=sources), [Document("folder/article.txt", text)])

    assert title("\nعنوان أول\nنص", "عنوان") == "عنوان"
    assert title("\nعنوان أول\nنص") == "عنوان أول"
    assert title("كلمة " * 60) == "article.txt"
    assert title_of(replace(timeline, sources=(source_of(), source_of("b.txt")))) == "تسلسل زمني · النصوص: 2"
