"""Datelines: place, agency and date in front of the first sentence of a report (docs/events.md §1.1)."""

from __future__ import annotations

import re
from functools import cache

from timeline_cli.lexicon.loader import rows
from timeline_cli.text.letters import fold
from timeline_cli.text.listed import places
from timeline_cli.text.words import word

FINAL = frozenset('.!؟?…»"”,،؛')
_DATELINE_BREAK = re.compile(r"\s*[–—‒―:/]\s*|\s+-\s*|\)\s*[-–—:]?\s*|\s*ـ\s+|\s{2,}")
_LOOK_AHEAD = 110
_UNLISTED = re.compile(r"\s*([^\W\d_]+(?: [^\W\d_]+){0,2})\s*[(]([^()]{2,30})[)]\s*[-–—:]\s*")
_PART = re.compile(r"\d{1,4}(?:\s*[-./]\s*\d{1,4}){1,2}|\d+|(?:[^\W\d_][\u064b-\u0652]*)+|[-–—‒―:/()،,ـ]+|\S")
_MARKS = frozenset("-–—‒―:/()،,ـ")
_LONGEST_NAME = 4


@cache
def _agencies() -> frozenset[str]:
    return frozenset(row["fold"] for row in rows("events/boilerplate") if row["kind"] == "agency")


@cache
def _agency_words() -> frozenset[tuple[str, ...]]:
    """Returns the names of agencies as the words and letters that they are written with (ا ش ا for أ.ش.أ)."""
    return frozenset(tuple(re.findall(r"[^\W\d_]+", name)) for name in _agencies())


@cache
def _date_words() -> frozenset[str]:
    months = {piece for row in rows("months") for piece in row["fold"].split()}
    days = {row["fold"] for row in rows("weekdays")}
    return frozenset(months | days | {"في", "يوم", "م", "ه", "الموافق"})


@cache
def _place_openings() -> frozenset[str]:
    """Returns the first words of the names of places."""
    return frozenset(name.split()[0] for name in places())


def _by_agency(head: str) -> tuple[int, str]:
    """Returns where the prose begins behind a place, an agency and at most a date between marks, and the place; 0
    without them (المنامة في 27 يونيو / بنا / قضت …)."""
    folded = ((match.start(), fold(match.group())) for match in _PART.finditer(head))
    written = (part for part in folded if part[1])
    first = next(written, None)
    if first is None or first[1] not in _place_openings():
        return _by_bracket(head)
    parts = [first, *written]
    k, place = _place_at(head, parts)
    named = False
    while place and k < len(parts):
        behind = k + 1
        text = parts[k][1]
        if text[0] not in _MARKS and not text[0].isdigit():
            behind = _agency_end(parts, k)
            if behind and not named and _marked(parts, k, behind):
                named = True
            elif text in _date_words() and not named:
                behind = k + 1
            else:
                break
        elif text[0].isdigit() and named:
            break
        k = behind
    return (parts[k][0], place) if named and 0 < k < len(parts) else (0, "")


def _by_bracket(head: str) -> tuple[int, str]:
    """Returns the same for a place that no list holds, with its agency in brackets (كوبلنتس (د ب أ) – طلب …)."""
    found = _UNLISTED.match(head)
    agency = tuple(re.findall(r"[^\W\d_]+", fold(found[2]))) if found is not None else ()
    return (found.end(), found[1]) if found is not None and agency in _agency_words() else (0, "")


def _place_at(head: str, parts: list[tuple[int, str]]) -> tuple[int, str]:
    """Returns the number of parts of the listed place that a line begins with, and its words."""
    for count in (3, 2, 1):
        name = " ".join(text for _, text in parts[:count])
        if len(parts) > count and name in places():
            return count, head[: parts[count][0]].strip(" -–—:/(،,")
    return 0, ""


def _agency_end(parts: list[tuple[int, str]], k: int) -> int:
    """Returns the part behind an agency's name that begins at a part, dots between its letters left out; 0 for none."""
    letters: list[str] = []
    for place in range(k, min(len(parts), k + 2 * _LONGEST_NAME)):
        text = parts[place][1]
        if text in (".", "·"):
            continue
        if not text[0].isalpha():
            break
        letters.append(text)
        after = parts[place + 1][1] if place + 1 < len(parts) else ""
        if tuple(letters) in _agency_words() and not (len(text) == 1 and len(after) == 1 and after.isalpha()):
            return place + (2 if after == "." else 1)
    return 0


def _marked(parts: list[tuple[int, str]], k: int, behind: int) -> bool:
    """Tells whether a mark stands before or behind an agency's name, which is often a word of the language too."""
    before, after = parts[k - 1][1], parts[behind][1] if behind < len(parts) else ""
    return before[0] in _MARKS or after[:1] in _MARKS


def has_verb(words: list[str]) -> bool:
    """Tells whether one of some words is a listed verb that is no noun and no name as well."""
    analysed = [word(item.strip('.,،:؛"«»()')) for item in words]
    return any(item.verb is not None and not item.verb.ambiguous and not item.given for item in analysed)


def dateline(text: str, start: int, end: int) -> tuple[int, str, bool]:
    """Finds a dateline at the start of a line: where the prose begins (0 without one), its place, whole line or not."""
    head = text[start : min(end, start + _LOOK_AHEAD)]
    stop, place = _by_agency(head)
    words = head[stop:].split() if stop else []
    if len(words) > _LONGEST_NAME or has_verb(words):
        return start + stop, place, False
    whole = end - start <= _LOOK_AHEAD and len(head.split()) <= 14
    found = (0, "", False)
    for match in _DATELINE_BREAK.finditer(head):
        before = head[: match.end()].strip(" –—-:/()ـ\t")
        if not before or len(before.split()) > 9:
            continue
        kind = _dateline_parts(before)
        if kind:
            rest = head[match.end() :]
            following = re.match(r"[\s–—‒―:/()-]*", rest)
            begin = start + match.end() + (following.end() if following else 0)
            rest_words = text[begin:end].split()
            only_name = len(rest_words) <= 4 and text[begin:end].rstrip()[-1:] not in FINAL and not has_verb(rest_words)
            if only_name:
                return 0, kind, True
            found = (begin, kind, False)
        elif found[0]:
            break
    if found[0]:
        return found
    if whole and _dateline_parts(head.strip()) and any(_is_agency(part) for part in _parts(head)):
        return 0, "", True
    return 0, "", False


def _parts(stretch: str) -> list[str]:
    return [part.strip() for part in re.split(r"[،,()\-–—:/]|\sـ\s", stretch) if part.strip()]


def _is_agency(part: str) -> bool:
    plain = fold(part)
    last = plain.rpartition(" ")[2]
    return plain in _agencies() or last in _agencies() or last == "واس"


def _dateline_parts(stretch: str) -> str:
    """Returns the place of a stretch that is nothing but place, agency, name and date; empty where it is more."""
    parts = _parts(stretch)
    if not parts or len(parts) > 4:
        return ""
    place = agency = ""
    for part in parts:
        words = part.split()
        first = word(words[0])
        named = first.place is not None or bool(places().get(fold(part)))
        if named and (len(words) == 1 or word(words[1]).verb is None) and len(words) <= 9:
            rest = [item for item in words[1:] if not any(c.isdigit() for c in item)]
            if len(rest) > 5 or any(has_verb([item]) for item in rest):
                return ""
            place = place or words[0]
        elif _is_agency(part):
            agency = part
        elif place and len(words) == 1 and not (first.office or has_verb(words)):
            agency = agency or part  # a paper that no list has: حلب – النهضة:
        elif (
            len(words) > 4
            or has_verb(words)
            or not (first.given or first.office or any(c.isdigit() for c in part) or len(words) in (2, 3))
        ):
            return ""
    if place and (agency or len(parts) > 1 or len(stretch.split()) <= 2):
        return place
    return agency if agency and len(parts) <= 2 else ""
