"""Tells prose from headline, heading, dateline, byline, caption and boilerplate, line by line (docs/events.md §1.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from timeline_cli.lexicon.loader import rows
from timeline_cli.text.datelines import FINAL, dateline, has_verb
from timeline_cli.text.letters import fold, visible
from timeline_cli.text.words import word

_LINE = re.compile(r"[^\n\r]+")
_FIRST = re.compile(r"[\w©]+")
_LABEL = re.compile(r"^[^|:/]{2,16}\s*[|/]\s*|^عاجل\s*[:|.-]*\s*")
_ITEM = re.compile(r"\s*(?:[-*•–▪◦]|\d{1,2}\s*[-.)]\s)\s*")
_MOST_WORDS = 20
_LONGEST_LISTED = 400


class Section(NamedTuple):
    """A line of a text, without its prefix. `kind`: prose, headline, heading, or one of the kinds that tell no events:
    dateline, byline, caption, footer, read-also, source, share, ad. Offsets are code points, half-open."""

    start: int
    end: int
    kind: str
    place: str = ""


@cache
def _boilerplate() -> dict[str, list[tuple[str, str, str, str]]]:
    """Returns the boilerplate rows by the fold of their first word: fold, kind, where, action."""
    found: dict[str, list[tuple[str, str, str, str]]] = {}
    for row in rows("events/boilerplate"):
        words = _FIRST.findall(row["fold"])
        if words and row["fold"][0] not in "(/" and not row["fold"].isupper() and "PLACE" not in row["fold"]:
            found.setdefault(words[0], []).append((row["fold"], row["kind"], row["where"], row["action"]))
    return found


def sections(text: str) -> Iterator[Section]:
    """Yields the lines of a text that hold anything, in order, each with its kind."""
    spans = (match.span() for match in _LINE.finditer(text))
    lines = [(start, end) for start, end in spans if not _is_blank(text[start:end])]
    skip_next = to_end = False
    for number, (start, end) in enumerate(lines):
        if to_end or skip_next:
            yield Section(start, end, "footer")
            skip_next = False
            continue
        kind, action = _listed_kind(text, start, end, number, len(lines))
        if kind:
            yield Section(start, end, kind)
            skip_next = "and the next" in action and end - start < 24
            to_end = "to end" in action and number > 0
            continue
        yield _plain(text, start, end, number, len(lines))


def _is_blank(line: str) -> bool:
    """Tells whether a line holds nothing but blanks and invisible marks."""
    return line.isspace() or (len(line) < 9 and not visible(line).strip())


def _listed_kind(text: str, start: int, end: int, number: int, count: int) -> tuple[str, str]:
    """Returns kind and action of the boilerplate row that a line begins with, two empty strings without one."""
    match = _FIRST.search(text, start, min(end, start + 40))
    if match is None:
        return "", ""
    candidates = _boilerplate().get(fold(match.group()))
    if not candidates:
        return "", ""
    line = fold(text[match.start() : min(end, match.start() + _LONGEST_LISTED)]).strip()
    for listed, kind, where, action in candidates:
        if kind in ("agency", "label", "heading") or not line.startswith(listed) or line[len(listed) :][:1].isalpha():
            continue
        rest = line[len(listed) :].strip(" :/-–.|")
        if _holds(where, number, count, len(rest), line[len(listed) :].lstrip()[:1]):
            return kind, action
    return "", ""


def _holds(where: str, number: int, count: int, rest: int, mark: str) -> bool:
    """Tells whether the `where` column of a boilerplate row holds for a line."""
    if "alone" in where:
        return rest == 0
    if "line start with" in where:
        return mark == ":" and rest < 90
    if where == "line start" or where == "any":
        return rest < 90
    if where.startswith("line 1"):
        return number < 2 and rest < 40
    if where.startswith("first or last"):
        return (number < 3 or number >= count - 3) and rest < 60
    if where.startswith("first"):
        return number < 3 and rest < 40
    if where == "last half":
        return number > count / 2
    return number >= count - 5 and rest < 60 and count > 1


def _plain(text: str, start: int, end: int, number: int, count: int) -> Section:
    """Returns the section of a line that no boilerplate row claims."""
    line = text[start:end].strip()
    words = line.split(None, _MOST_WORDS)
    final = line[-1] in FINAL
    if number < 3:
        prefix, place, whole = dateline(text, start, end)
        if whole:
            return Section(start, end, "dateline", place)
        if prefix:
            return Section(prefix, end, "prose", place)
    if number < 3 and _is_byline(line, words, final):
        return Section(start, end, "byline")
    if len(words) <= 8 and number and line[-1] == ":":
        return Section(start, end, "heading")
    item = _ITEM.match(text, start, end)
    if item is not None and item.end() < end:
        return Section(item.end(), end, "prose")
    if not final and len(words) <= 16 and count > 1 and number < count - 1:
        if number == 0:
            label = _LABEL.match(text[start:end])
            return Section(start + (label.end() if label else 0), end, "headline")
        if len(words) <= 9 and not has_verb(words) and not any(map(str.isdigit, line)):
            return Section(start, end, "heading")
    return Section(start, end, "prose")


@cache
def _weekdays() -> frozenset[str]:
    return frozenset(row["fold"] for row in rows("weekdays"))


def _is_byline(line: str, words: list[str], final: bool) -> bool:
    """Tells whether a short line only says who wrote, and on which day: a name run, with a place or weekday behind a
    dash at most."""
    if len(words) > 6:
        return False
    parts = [part.strip() for part in re.split(r"[-–—:،,/]", line) if part.strip()]
    if len(parts) == 2 and len(words) <= 5 and fold(parts[1]) in _weekdays():
        return True
    if final or has_verb(words) or any(map(str.isdigit, line)):
        return False
    return (bool(parts) and any(
        word(part.split()[0]).given and 2 <= len(part.split()) <= 5 for part in parts
    )) or (len(parts) == 2 and any(word(part).place is not None for part in parts))  # fmt: skip
