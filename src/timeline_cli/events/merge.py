"""The same act told twice, in one text or in several (docs/events.md §8)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz import fuzz

from timeline_cli.events.acts import MOVES
from timeline_cli.events.order import ordered
from timeline_cli.lexicon.index import cues
from timeline_cli.model import Day, Event, Flag, Name, Telling, Timeline
from timeline_cli.text.letters import fold
from timeline_cli.text.words import word

INSIDE = 5
ACROSS = 6
_CLOSE_TITLE, _LIKE_TITLE = 85, 70
_CONFLICT_DAYS = 31
_MOST_CANDIDATES = 40
_STATUS_RANK = {"past": 0, "ongoing": 1, "planned": 2, "hypothetical": 3, "denied": 4}
_SUMS = cues("figures")
_DONE_ONCE = MOVES | {"death"}
_FUZZY_CALENDARS = frozenset({"hijri"})


@dataclass(frozen=True, slots=True)
class Act:
    """What a title says for comparison: `lemma` and `kinds` of its head, folded content `words`, `figures` in it."""

    lemma: str
    kinds: frozenset[str]
    words: frozenset[str]
    figures: frozenset[str]
    definite: bool


@lru_cache(maxsize=65536)
def act_of(title: str) -> Act:
    """Returns the head and the content words of a title."""
    lemma, kinds, definite = "", frozenset[str](), False
    content = set()
    figures = set()
    for text in title.replace(":", " ").split():
        known = word(text.strip('«»“”"،.()'))
        if not lemma and known.verb is not None:
            lemma, kinds = known.verb.lemma, known.verb.kinds
        elif not lemma and known.act is not None:
            lemma, kinds, definite = known.core, frozenset({known.act.kind}), known.definite
        if text[:1].isdigit():
            figures.add(text)
        elif not known.is_function and len(known.core) > 2:
            content.add(known.core)
    return Act(lemma, kinds, frozenset(content), frozenset(figures), definite)


def within(events: list[Event]) -> list[Event]:
    """Returns the events of one document with tellings of the same act joined; two of one sentence stay two."""
    if len(events) < 2:
        return events
    return _without_reports(_joined(events, INSIDE))


def _without_reports(events: list[Event]) -> list[Event]:
    """Joins what is only known to lie before the day of a report to the entry that says when it was (قال أمس إن الوفد
    زار المصنع. وجرت الزيارة في مايو)."""
    dated = [event for event in events if not _reported(event) and not event.descriptive]
    if len(dated) == len(events):
        return events
    kept: list[Event] = []
    more: dict[str, tuple[Telling, ...]] = {}
    for event in events:
        own = next((e for e in dated if _when_it_was(event, e)), None) if _reported(event) else None
        if own is None:
            kept.append(event)
        else:
            more[own.id] = more.get(own.id, ()) + event.tellings
    return [replace(event, tellings=event.tellings + more.get(event.id, ())) for event in kept]


def _reported(event: Event) -> bool:
    return any(flag.code == "day-of-report" for flag in event.flags)


def _when_it_was(reported: Event, dated: Event) -> bool:
    """Tells whether an entry has its own days in the month before a report that tells the same journey or death."""
    if dated.last >= reported.begin or dated.status != reported.status or not _near(dated.last, reported.begin):
        return False
    first, second = act_of(reported.title), act_of(dated.title)
    shared = _people(reported) & _people(dated) or _texts(reported.places) & _texts(dated.places)
    return bool(shared) and bool(first.kinds & _DONE_ONCE) and _same_head(first, second)


def merge(timelines: Sequence[Timeline]) -> Timeline:
    """Returns one chronology of several documents.

    Tellings of the same act become one entry that keeps all of them; the same act on different days in different
    documents stays apart, each entry flagged `conflict` with the other's id.
    """
    events = [event for timeline in timelines for event in timeline.events]
    if len(timelines) > 1:
        events = _with_conflicts(_joined(events, ACROSS))
    return Timeline(ordered(events), tuple(source for timeline in timelines for source in timeline.sources))


def _joined(events: list[Event], threshold: int) -> list[Event]:
    groups = list(range(len(events)))

    def root(i: int) -> int:
        while groups[i] != i:
            groups[i] = groups[groups[i]]
            i = groups[i]
        return i

    for i, j in _pairs(events):
        if root(i) != root(j) and same_act(events[i], events[j], threshold):
            groups[root(j)] = root(i)
    members: dict[int, list[Event]] = {}
    for i, event in enumerate(events):
        members.setdefault(root(i), []).append(event)
    return [group[0] if len(group) == 1 else _one(group) for group in members.values()]


def _pairs(events: list[Event]) -> Iterable[tuple[int, int]]:
    """Yields pairs that share a day, month or year bucket and a content word, rare words first; never all pairs."""
    postings: dict[tuple[object, str], list[int]] = {}
    seen: set[tuple[int, int]] = set()
    said = Counter(text for event in events if not event.descriptive for text in act_of(event.title).words)
    for i, event in enumerate(events):
        shared = [text for text in act_of(event.title).words if said[text] > 1]
        if event.descriptive or not shared:
            continue
        for bucket in _buckets(event):
            for text in shared:
                before = postings.setdefault((bucket, text), [])
                for j in before[-_MOST_CANDIDATES:]:
                    if (j, i) not in seen:
                        seen.add((j, i))
                        yield j, i
                before.append(i)


def _buckets(event: Event) -> tuple[object, ...]:
    year, month, day = event.begin.ymd
    if event.begin == event.last:
        pairs = (("pair", event.begin.number // 2), ("pair", (event.begin.number + 1) // 2 + 0.5))
        return ((year, month, day), (year, month), year, *pairs)
    if event.last - event.begin <= 31:
        return ((year, month), year)
    return (year,)


def same_act(one: Event, other: Event, threshold: int) -> bool:
    """Tells whether two entries tell one act: compatible days and signals of §8.2 worth the threshold."""
    if not _days_agree(one, other) or _one_sentence(one, other):
        return False
    return score(one, other) >= threshold


def _one_sentence(one: Event, other: Event) -> bool:
    return any(
        a.document == b.document and a.sentence_start == b.sentence_start for a in one.tellings for b in other.tellings
    )


def _days_agree(one: Event, other: Event) -> bool:
    """§8.1: one span holds the other; a day apart where one is a day of report or a lunar day."""
    if (one.begin <= other.begin and other.last <= one.last) or (other.begin <= one.begin and one.last <= other.last):
        return True
    loose = any(
        event.calendar in _FUZZY_CALENDARS or any(flag.code == "day-of-report" for flag in event.flags)
        for event in (one, other)
    )
    return loose and abs(one.begin - other.begin) <= 1 and one.begin == one.last and other.begin == other.last


def score(one: Event, other: Event) -> int:
    """Returns the weight of what two entries share (§8.2); 0 where neither head nor title is close enough."""
    first, second = act_of(one.title), act_of(other.title)
    close = _title_likeness(first, second)
    head = _same_head(first, second)
    if not head and close < _CLOSE_TITLE:
        return 0
    total = 3 * head + (2 if close >= _CLOSE_TITLE else 1 if close >= _LIKE_TITLE else 0)
    total += 2 * bool(_people(one) & _people(other)) + bool(_texts(one.places) & _texts(other.places))
    total += bool(first.figures & second.figures) + 2 * (first.definite != second.definite and head)
    return total - 4 * _contradictions(one, other, first, second)


def _title_likeness(first: Act, second: Act) -> float:
    return fuzz.token_set_ratio(" ".join(sorted(first.words)), " ".join(sorted(second.words)))


def _same_head(first: Act, second: Act) -> bool:
    if not first.lemma or not second.lemma:
        return False
    if first.lemma == second.lemma:
        return True
    return bool(first.kinds & second.kinds) and _one_root(fold(first.lemma), fold(second.lemma))


def _one_root(one: str, other: str) -> bool:
    """Tells whether two folded words share their strong letters in order, as a verb and its masdar do."""
    skeletons = sorted(("".join(c for c in text if c not in "اويهتمن") for text in (one, other)), key=len)
    if len(skeletons[0]) < 2:
        return False
    letters = iter(skeletons[1])
    return all(letter in letters for letter in skeletons[0])


def _contradictions(one: Event, other: Event, first: Act, second: Act) -> int:
    denied = {one.status, other.status} == {"past", "denied"}
    ordinal = _ordinals(one.title) != _ordinals(other.title) and bool(_ordinals(one.title) and _ordinals(other.title))
    people = bool(_people(one) - _people(other)) and bool(_people(other) - _people(one))
    elsewhere = bool(one.places and other.places) and not _texts(one.places) & _texts(other.places)
    one_text = {telling.document for telling in one.tellings} & {telling.document for telling in other.tellings}
    sums = bool(one_text) and not first.figures & second.figures and _tells_sum(first) and _tells_sum(second)
    return denied + ordinal + people + elsewhere + sums


def _tells_sum(act: Act) -> bool:
    """Tells whether a title tells a profit or loss, which another figure in the same text does not tell again."""
    return any(text.removesuffix("ا") in _SUMS for text in act.words)


def _ordinals(title: str) -> frozenset[str]:
    return frozenset(known.core for known in map(word, title.split()) if "ordinal" in known.classes)


def _people(event: Event) -> frozenset[str]:
    return frozenset(fold(name.text) for name in event.participants if name.kind != "country")


def _texts(names: Iterable[Name]) -> frozenset[str]:
    return frozenset(fold(name.text) for name in names)


def _one(group: list[Event]) -> Event:
    """Returns the merged entry (§8.4): narrowest days, fullest title, all tellings, names and speakers."""
    days = min(group, key=lambda event: (event.last - event.begin, _STATUS_RANK[event.status]))
    titled = max(group, key=_title_merit)
    status = min((event.status for event in group), key=lambda name: _STATUS_RANK[name])
    differs = len({act_of(event.title).figures for event in group if act_of(event.title).figures}) > 1
    flags = tuple(dict.fromkeys(flag for event in (days, *group) for flag in event.flags))
    spoken = list(dict.fromkeys(event.attribution for event in group if event.attribution))
    told = any(event.attribution is None for event in group)
    tellings: tuple[Telling, ...] = tuple(
        dict.fromkeys(telling for event in (days, *(e for e in group if e is not days)) for telling in event.tellings)
    )
    return replace(
        days,
        title=titled.title,
        status=status,
        tellings=tellings,
        attribution=None if told or not spoken else "، ".join(spoken),
        participants=_union(event.participants for event in (titled, *group)),
        places=_union(event.places for event in (titled, *group)),
        confidence=max(event.confidence for event in group),
        flags=(*flags, Flag("figures-differ")) if differs else flags,
    )


def _title_merit(event: Event) -> tuple[bool, int, int]:
    words = len(event.title.split())
    return (4 <= words <= 12, len(event.participants) + len(event.places), -abs(words - 8))


def _union(lists: Iterable[tuple[Name, ...]]) -> tuple[Name, ...]:
    found: dict[str, Name] = {}
    for names in lists:
        for name in names:
            found.setdefault(fold(name.text), name)
    return tuple(found.values())


def _with_conflicts(events: list[Event]) -> list[Event]:
    """Flags entries of different documents that tell one act with different days."""
    postings: dict[tuple[str, str], list[int]] = {}
    flags: dict[int, list[Flag]] = {}
    for i, event in enumerate(events):
        act = act_of(event.title)
        if event.descriptive or not act.lemma or not _people(event):
            continue
        for name in _people(event):
            before = postings.setdefault((act.lemma, name), [])
            for j in before[-_MOST_CANDIDATES:]:
                if _conflict(events[j], event):
                    flags.setdefault(i, []).append(Flag("conflict", events[j].id))
                    flags.setdefault(j, []).append(Flag("conflict", event.id))
            before.append(i)
    return [
        replace(event, flags=event.flags + tuple(dict.fromkeys(flags[i]))) if i in flags else event
        for i, event in enumerate(events)
    ]


def _conflict(one: Event, other: Event) -> bool:
    sources = {telling.document for telling in one.tellings} & {telling.document for telling in other.tellings}
    if sources or _days_agree(one, other) or not _near(one.begin, other.begin):
        return False
    close = _title_likeness(act_of(one.title), act_of(other.title)) >= _CLOSE_TITLE
    return close and score(one, other) >= ACROSS


def _near(one: Day, other: Day) -> bool:
    return abs(one - other) <= _CONFLICT_DAYS
