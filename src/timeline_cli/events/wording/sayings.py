"""Speech frames with a date: what is an event there, and its title (docs/events.md §3.1 T14, §7 rows 20–23)."""

from __future__ import annotations

from dataclasses import replace

from timeline_cli.events.dating.attach import Attachment
from timeline_cli.events.doers.written_subjects import nominative
from timeline_cli.events.reading import Reading
from timeline_cli.events.story import Story
from timeline_cli.events.telling.attribution import attribution
from timeline_cli.events.telling.speakers import last_speaker, speaker
from timeline_cli.events.wording.composing import Title
from timeline_cli.events.wording.relatives import plural_nominative
from timeline_cli.events.wording.span import pieces_of
from timeline_cli.events.wording.titles import title
from timeline_cli.events.wording.trim import MOST_WORDS, Piece, trimmed, words_of, written
from timeline_cli.events.wording.verb_titles import verb_title
from timeline_cli.events.wording.visible import visible
from timeline_cli.text.clauses import Clause

_CONTENT = frozenset({"complement", "quote"})


def content_of(reading: Reading, head: Attachment) -> Clause | None:
    """Returns the clause that a report verb at the head of a date introduces, None for other heads and for acts."""
    if head.kind != "verb":
        return None
    speech = reading.units[reading.clauses[head.clause].verb].word.speech
    if speech is None or speech.act:
        return None
    frames = {head.clause}
    for clause in reading.clauses[head.clause + 1 :]:
        if clause.kind == "circumstance" and clause.parent == head.clause and clause.opener > head.unit:
            return None
        if clause.parent not in frames or clause.kind not in _CONTENT:
            continue
        if all(reading.units[k].is_mark for k in clause.units):  # أن and a colon before quotation marks
            frames.add(clause.number)
            continue
        opener = reading.units[clause.opener].text
        named = speech.sense == "go-on" and clause.kind == "quote" and opener != ":" and clause.parent == head.clause
        return None if named else _passed_on(reading, clause)
    return None


def _passed_on(reading: Reading, content: Clause) -> Clause:
    """Returns what somebody was told where the content only says that he was (قال المكتب إن الإدارة أبلغته │ بأن …)."""
    verb = reading.units[content.verb].word.verb if content.verb >= 0 else None
    if verb is None or "statement" not in verb.kinds or verb.pronoun not in ("ه", "ها", "هم"):
        return content
    told = (c for c in reading.clauses if c.kind == "complement" and c.verb >= 0 and c.opener == content.verb + 1)
    return next(told, content)


def is_dated(reading: Reading, content: Clause) -> bool:
    """Tells whether something under a speech frame has a date of its own."""
    number = content.number
    return any(
        reading.units[k].date >= 0
        for clause in reading.clauses[number:]
        if clause is content or clause.frame == number
        for k in clause.units
    )


def tells_an_act(reading: Reading, content: Clause) -> bool:
    """Tells whether what is said is an act in the perfect, which then happened by the day of the saying (row 21)."""
    if content.verb < 0 or content.kind == "quote":
        return False
    verb = reading.units[content.verb].word.verb
    negated = any("negation" in reading.units[k].word.classes for k in content.units if k < content.verb)
    return verb is not None and verb.aspect == "perfect" and not verb.stative and bool(verb.kinds) and not negated


def statement_title(story: Story, reading: Reading, head: Attachment, content: Clause) -> Title:
    """Returns `SPEAKER: content` for a dated saying (row 20)."""
    said = reading.clauses[head.clause]
    who = speaker(story, reading, said) or last_speaker(story, reading.number)
    body = _content_pieces(story, reading, content)
    return _spoken(who, body) if body else verb_title(story, reading, said)


def _content_pieces(story: Story, reading: Reading, content: Clause) -> list[Piece]:
    """Returns the words that are said, the first in the case that it has without أن (الراوي: المهربون لا يعملون)."""
    pieces = trimmed(pieces_of(story, reading, _depths(reading, content), None, start=1), 10)
    first = pieces[0].unit if pieces else -1
    text = nominative(reading, first, 0) if first >= 0 and reading.clause_of[first] == content.number else ""
    if not text:
        return pieces
    men = text.endswith("ون")  # اللاجئون │ السوريون
    adjectives = [plural_nominative(piece) for piece in pieces[1:2]] if men else pieces[1:2]
    return [replace(pieces[0], text=text), *adjectives, *pieces[2:]]


def _depths(reading: Reading, content: Clause) -> list[int]:
    """Returns the units of a content clause and of the clauses that its own speech verbs introduce."""
    units = visible(reading, content)
    for clause in reading.clauses[content.number + 1 :]:
        if clause.parent == content.number and clause.kind == "complement" and clause.opener not in units:
            units = sorted({*units, clause.opener, *_depths(reading, clause)})
    return units


def _spoken(who: str | None, body: list[Piece]) -> Title:
    lead = [Piece(word) for word in (who + ":").split()] if who is not None else []
    room = max(6, MOST_WORDS - len(lead))
    kept = trimmed(body, room) if not lead or words_of(body) > room else body
    units = frozenset(piece.unit for piece in kept if piece.unit >= 0)
    return Title(f"{written(lead)} {written(kept)}".strip(), units)


def first_person_title(story: Story, reading: Reading, head: Attachment, date: int) -> Title | None:
    """Returns `SPEAKER: clause` for an act told in the first person inside a quotation (T14), None for other heads."""
    clause = reading.clauses[head.clause]
    if head.kind != "verb":
        return None
    verb = reading.units[clause.verb].word.verb
    if verb is None or verb.person not in ("1s", "1p"):
        return None
    made = title(story, reading, head, date)
    if not made.text:
        return None
    who = attribution(story, reading, head)
    if who is None:
        return replace(made, text=_as_said(reading, clause, made.text))
    text = _as_said(reading, clause, made.text)
    words = text.split()[: max(6, 14 - len(who.split()))]
    return replace(made, text=f"{who}: {' '.join(words)}")


def _as_said(reading: Reading, clause: Clause, text: str) -> str:
    """Gives a first person its future س back, which a quotation keeps."""
    unit = reading.units[clause.verb]
    verb = unit.word.verb
    if verb is not None and verb.future and unit.word.stem.startswith("س") and not text.startswith("س"):
        return "س" + text
    return text
