"""Compares the chronology of an article with that of a careful editor."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from timeline_cli.events import extract_document
from timeline_cli.model import Day, Document, Event
from timeline_cli.text.letters import fold

DATA = Path(__file__).parents[1] / "data"
LONGEST_TITLE = 14


def articles(name: str) -> list[dict[str, Any]]:
    """Returns the articles of a data file."""
    return [json.loads(line) for line in (DATA / f"{name}.jsonl").read_text("utf-8").splitlines()]


def events_of(article: dict[str, Any]) -> tuple[Event, ...]:
    """Returns the events that the tool finds in an article."""
    dct = Day.parse(article["dct"]) if article["dct"] else None
    return extract_document(Document(article["id"], article["text"], dct=dct, sha256=article["id"])).events


def pairs(article: dict[str, Any]) -> Iterator[tuple[dict[str, Any], Event | None]]:
    """Yields each expected event with the found one of the same days that shares most key words, None without one."""
    left = list(events_of(article))
    for expected in article["events"]:
        days = (expected["begin"], expected["last"])
        same = [event for event in left if (str(event.begin), str(event.last)) == days]
        best = max(same, key=lambda event: words_found(expected, event), default=None)
        if best is not None:
            left.remove(best)
        yield expected, best


def words_found(expected: dict[str, Any], event: Event) -> int:
    """Counts the key words that a title holds; each has alternatives."""
    title = fold(event.title)
    return sum(any(fold(word) in title for word in group) for group in expected["keywords"])


def figures(name: str) -> dict[str, float]:
    """Returns the shares of events with right date, of titles with all key words, of statuses and speakers, and the F1
    of participants over a data file."""
    count: Counter[str] = Counter()
    for article in articles(name):
        for expected, event in pairs(article):
            count["events"] += 1
            if event is None:
                count["missed"] += len(expected["participants"])
                continue
            count["dates"] += 1
            short = len(event.title.split()) <= LONGEST_TITLE
            count["titles"] += short and words_found(expected, event) == len(expected["keywords"])
            count["statuses"] += event.status in expected["status"].split("|")
            count["speakers"] += fold(event.attribution or "") == fold(expected["attribution"] or "")
            found, wanted = {fold(n.text) for n in event.participants}, {fold(n) for n in expected["participants"]}
            count["named"] += len(found & wanted)
            count["missed"] += len(wanted - found)
            count["wrong"] += len(found - wanted)
    total = count["events"]
    f1 = 2 * count["named"] / (2 * count["named"] + count["missed"] + count["wrong"])
    return {name: count[name] / total for name in ("dates", "titles", "statuses", "speakers")} | {"participants": f1}
