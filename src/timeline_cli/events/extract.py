"""From the time expressions of a document to its events (docs/events.md §0)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace

from timeline_cli.annotators import Annotator, spans
from timeline_cli.dates.confidence import factors
from timeline_cli.events.choices import DEFAULT, Choices
from timeline_cli.events.dating.attach import Attachment, act_of_later_date, attach
from timeline_cli.events.dating.bounds import longer_ago, single_act_ago
from timeline_cli.events.dating.follow_ups import follow_ups
from timeline_cli.events.dating.mentions import reason_of_mention
from timeline_cli.events.dating.several_dates import (
    coordinated,
    is_other_end,
    is_second,
    is_told,
    members_dated,
    of_same_noun,
    without_doubles,
)
from timeline_cli.events.dating.span_of_days import DatedUnit, dated_units
from timeline_cli.events.dating.stretches import is_end_of, over_its_length, until
from timeline_cli.events.order import FOLLOW_UP
from timeline_cli.events.reading import Reading
from timeline_cli.events.story import Story
from timeline_cli.events.telling.attribution import attribution
from timeline_cli.events.telling.participants import names
from timeline_cli.events.telling.status import status
from timeline_cli.events.wording.drafting import REPORTED, SAYING, Draft, draft
from timeline_cli.events.wording.titles import entry_title, without_end
from timeline_cli.events.wording.trim import closed_text
from timeline_cli.model import Day, Document, Event, Flag, Name, Telling, TimeExpression
from timeline_cli.text.sentences import sentences

_DATED_TYPES = frozenset({"DATE", "TIME", "DURATION"})
_COARSE = frozenset({"month", "quarter", "half", "season", "year", "decade", "century"})


def events_of(
    document: Document,
    expressions: Sequence[TimeExpression],
    dct: Day | None,
    choices: Choices = DEFAULT,
    annotators: Sequence[Annotator] = (),
) -> list[Event]:
    """Returns the events that the time expressions of a document date, in the order of the text.

    `dct`: the document's date or None. `choices`: which entries are wanted. `annotators`: finders of names beside the
    rules.
    """
    dated = [e for e in expressions if e.begin is not None and e.last is not None and e.type in _DATED_TYPES]
    if not dated:
        return []
    story = Story(document.text, sentences(document.text, dated[-1].start), dated, spans(document.text, annotators))
    found: list[Event] = []
    for number in _dated_sentences(story, dated):
        found.extend(_of_sentence(document, story, story.reading(number), dct, choices))
    if choices.spans:
        found = [over_its_length(event, expressions) for event in found]
    if choices.all_dates:
        found.extend(_outside(document, story, dated))
    return found


def _of_sentence(document: Document, story: Story, reading: Reading, dct: Day | None, choices: Choices) -> list[Event]:
    """Returns the entries of a sentence that are wanted."""
    found: list[Event] = []
    before: Attachment | None = None
    for told in _drafts(story, reading, dct, choices.all_dates):
        said = SAYING in (told.doubts or ())
        if (told.reason and not choices.all_dates) or (said and not choices.statements):
            continue
        expression = told.dated.expression
        if choices.spans and before is not None and is_end_of(reading, before, told.head, expression):
            found[-1] = replace(until(found[-1], expression), title=without_end(told.made.text))
            before = None
            continue
        found.append(_event(document, story, told, dct))
        before = told.head
        if choices.follow_up and not told.reason and not said:
            later = [
                draft(story, reading, told.dated, head, "") for head in follow_ups(reading, told.head, told.dated.unit)
            ]
            found.extend(_event(document, story, one, dct, follows=True) for one in later if not one.reason)
            before = None if later else before
    return found


def _dated_sentences(story: Story, dated: Sequence[TimeExpression]) -> list[int]:
    numbers = {story.sentence_at(expression.start) for expression in dated}
    return sorted(number for number in numbers if number >= 0)


def _drafts(story: Story, reading: Reading, dct: Day | None, all_dates: bool) -> Iterable[Draft]:
    """Yields the events and mentions of a sentence; two expressions of one act and one day give one (§2.2, row 26).

    Without `all_dates`, what is known for a mention before it has a title is left out.
    """
    seen: dict[tuple[int, int, str], list[DatedUnit]] = {}
    passed: DatedUnit | None = None
    last: tuple[DatedUnit, Attachment] | None = None
    for dated in without_doubles(reading, dated_units(reading)):
        head = _head(reading, dated, dct)
        if last is not None and of_same_noun(reading, last[0].unit, last[1], dated.unit):
            head = last[1]
        last = dated, head
        others = seen.setdefault((head.clause, head.unit, head.kind), [])
        if is_told(reading, others, dated) or (is_other_end(others, dated) and not all_dates):
            continue
        if is_second(reading, head, others, dated):
            later = act_of_later_date(reading, head, others[-1].unit, dated.unit)
            if later is None and not all_dates:
                continue
            head = later or head
        reason = reason_of_mention(reading, head, dated.unit, dated.expression, future=_ends_ahead(dated, dct))
        if passed is not None and reading.units[dated.unit].lead and coordinated(reading, passed.unit, dated.unit):
            reason = reason or "listed"
        if members_dated(reading, head, dated.unit):
            reason = reason or "listed"
        if reason and entry_title(story, reading, dated.unit) is not None:
            reason = ""
        passed = dated if reason else None
        if not reason:
            others.append(dated)
        if head.rule == "D20":  # no second date goes to the verb around it
            seen.setdefault((head.clause, reading.clauses[head.clause].verb, "verb"), []).append(dated)
        if all_dates or not reason:
            yield draft(story, reading, dated, head, reason)


def _head(reading: Reading, dated: DatedUnit, dct: Day | None) -> Attachment:
    """Returns the head of a date, with what its days say of it beside the document's."""
    expression = dated.expression
    assert expression.begin is not None
    assert expression.last is not None
    return attach(
        reading,
        dated.unit,
        future=_ends_ahead(dated, dct),
        ahead=dct is not None and expression.begin > dct,
        past=dct is not None and expression.last < dct,
        since=expression.relation == "since",
        coarse=expression.precision in _COARSE or expression.type == "DURATION",
    )


def _ends_ahead(dated: DatedUnit, dct: Day | None) -> bool:
    last = dated.expression.last
    return dct is not None and last is not None and last > dct


def _event(document: Document, story: Story, told: Draft, dct: Day | None, follows: bool = False) -> Event:
    """Returns what a draft tells as an entry; `follows`: it is not the act that its date stands with."""
    expression = told.dated.expression
    reading = told.reading
    assert expression.begin is not None
    assert expression.last is not None
    if single_act_ago(reading, told.head, expression):
        expression = replace(expression, relation="on")
    participants, places = names(story, reading, told.head, told.made)
    said_by = attribution(story, reading, told.head)
    state = status(reading, told.head, expression, dct)
    mention = (Flag("mention", told.reason),) if told.reason else ()
    sentence = reading.sentence
    start, end, words = told.dated.start, told.dated.end, told.dated.text
    telling = Telling(
        document.name, document.text[sentence.start : sentence.end], sentence.start, start, end, words
    )  # fmt: skip
    act = str(reading.units[told.head.unit].start) if follows else ""
    kind = (Flag("statement"),) if SAYING in (told.doubts or ()) else (Flag(FOLLOW_UP, act),) if follows else ()
    sure = factors()["title:follow-up"] if follows else told.certainty  # no distance from its date to be unsure of
    return _dated(
        expression,
        telling,
        told.made.text,
        event_id(document.sha256, start, end, f"{words}\n{act}" if follows else words),
        status=state,
        mod="BEFORE" if Flag(REPORTED) in told.flags or longer_ago(reading, told.dated.unit) else expression.mod,
        attribution=said_by,
        participants=participants,
        places=places,
        confidence=round(expression.confidence * sure, 3),
        flags=expression.flags + told.flags + kind + _bounds(expression) + mention,
        descriptive=bool(told.reason),
    )


def _dated(
    expression: TimeExpression,
    telling: Telling,
    title: str,
    number: str,
    *,
    status: str,
    mod: str | None,
    confidence: float,
    flags: tuple[Flag, ...],
    descriptive: bool,
    attribution: str | None = None,
    participants: tuple[Name, ...] = (),
    places: tuple[Name, ...] = (),
) -> Event:
    """Returns an event with the days and words of its date; `number`: its id."""
    assert expression.begin is not None
    assert expression.last is not None
    return Event(
        id=number,
        begin=expression.begin,
        last=expression.last,
        title=title,
        status=status,
        tellings=(telling,),
        time=expression.time,
        zone=expression.zone,
        edtf=expression.edtf,
        precision=expression.precision,
        calendar=expression.calendar,
        relation=expression.relation,
        mod=mod,
        value=expression.value,
        attribution=attribution,
        participants=participants,
        places=places,
        how=expression.how,
        confidence=confidence,
        flags=flags,
        descriptive=descriptive,
    )


def _bounds(expression: TimeExpression) -> tuple[Flag, ...]:
    """Flags days that are only one end of a stretch (§2.5)."""
    code = {"since": "open-end", "from": "open-end", "until": "open-begin"}.get(expression.relation)
    return () if code is None or expression.has_flag(code) else (Flag(code),)


def event_id(sha256: str, start: int, end: int, date_text: str) -> str:
    """Returns the stable id of an event: e and 12 hexadecimal digits over document, offsets and expression.

    The letter keeps spreadsheets from reading an id as a number (123e456).
    """
    return "e" + hashlib.sha256(f"{sha256}\n{start}\n{end}\n{date_text}".encode()).hexdigest()[:12]


def _outside(document: Document, story: Story, dated: Sequence[TimeExpression]) -> Iterable[Event]:
    """Yields the dates of lines that tell no events (datelines, footers, captions) as descriptive entries."""
    for expression in dated:
        if story.sentence_at(expression.start) >= 0 or expression.begin is None or expression.last is None:
            continue
        start = document.text.rfind("\n", 0, expression.start) + 1
        stop = document.text.find("\n", expression.end)
        line = document.text[start : stop if stop >= 0 else len(document.text)].strip()
        words = closed_text(line.replace(expression.text, " ").split())
        telling = Telling(document.name, line, start, expression.start, expression.end, expression.text)
        yield _dated(
            expression,
            telling,
            words or line[:80],
            event_id(document.sha256, expression.start, expression.end, expression.text),
            status="past",
            mod=expression.mod,
            confidence=expression.confidence,
            flags=(*expression.flags, Flag("mention", "no-sentence")),
            descriptive=True,
        )
