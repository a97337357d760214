"""Titles: what happened, in the text's own words, without the date (docs/events.md §3)."""

from __future__ import annotations

from dataclasses import replace

from timeline_cli.events.dating.attach import Attachment
from timeline_cli.events.doers.candidates import candidates
from timeline_cli.events.doers.phrases import is_nominal, phrase_start
from timeline_cli.events.reading import Reading
from timeline_cli.events.story import Story
from timeline_cli.events.wording.births import birth_title
from timeline_cli.events.wording.composing import Title, finished, plain_pieces
from timeline_cli.events.wording.noun_titles import noun_title
from timeline_cli.events.wording.participle_titles import participle_title
from timeline_cli.events.wording.span import pieces_of
from timeline_cli.events.wording.trim import MOST_WORDS, Piece, cut_right, words_of, written
from timeline_cli.events.wording.verb_titles import verb_title
from timeline_cli.events.wording.visible import visible
from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause
from timeline_cli.text.finite_verbs import is_verb
from timeline_cli.text.letters import unjoined
from timeline_cli.text.tokens import OPENING_QUOTES
from timeline_cli.text.words import Word, word

_OF_LIVES = frozenset({"birth", "death"})
_LASTS = cues("lasts")
_NEXT = cues("next-of-several")
_LONGEST_PLAN = 4
_SUPPOSED = cues("supposed")
_RELATIONS = frozenset({"قبل", "بعد", "منذ"})
_UNTIL_THEN = "حتى هذا التاريخ"
_UNTIL_HOUR = "حتى هذا الوقت"
_LONGEST_PHRASE = 9
_LONGEST_LABEL = 5
_ENTRY_MARKS = frozenset({":", "-", "–", "—"})


def title(story: Story, reading: Reading, head: Attachment, date: int) -> Title:
    """Returns the title of the act that a date was attached to."""
    clause = reading.clauses[head.clause]
    if head.kind == "verb":
        return verb_title(story, reading, clause)
    if head.kind == "noun":
        return noun_title(story, reading, clause, head, date)
    if head.kind == "participle":
        return participle_title(story, reading, head)
    if head.kind == "bracket":
        first = phrase_start(reading, head.unit)
        return finished(reading, plain_pieces(story, reading, list(range(first, head.unit + 1))))
    if head.rule == "D19":
        return birth_title(story, reading, clause, head.unit, date)
    return _nominal_title(story, reading, clause, head)


def with_end(reading: Reading, head: Attachment, date: int, made: Title) -> Title:
    """Says of what lasts until its day or hour that it does (يستمر المعرض حتى هذا التاريخ), where there is room."""
    expression = reading.expressions[reading.units[date].date]
    then = _UNTIL_THEN if expression.type != "TIME" else _UNTIL_HOUR
    verb = reading.units[head.unit].word.verb if head.kind == "verb" and reading.units[date].preposition else None
    room = len(made.text.split()) + len(_UNTIL_THEN.split()) <= MOST_WORDS
    if expression.type == "TIME" and max(made.order, default=0) > date:
        return made
    if verb is None or not room or not set(verb.lemma.split("|")) & _LASTS:
        return made
    return replace(made, text=f"{made.text} {then}")


def without_end(text: str) -> str:
    """Returns a title without the words that `with_end` gave it."""
    return text.removesuffix(_UNTIL_THEN).removesuffix(_UNTIL_HOUR).rstrip()


def with_exception(reading: Reading, head: Attachment, date: int, made: Title) -> Title:
    """Says that something happened on its day only, where a denial would turn that round (لم يصل الوفد إلا │ أمس);
    without words where there is no room."""
    made = replace(made, text=made.text.removesuffix(" إلا")) if made.text.endswith(" إلا") else made
    if "إلا" in made.text.split():
        return made
    before = date - 1
    while before > 0 and (reading.units[before].date >= 0 or reading.units[before].word.preposition):
        before -= 1
    only = head.kind == "verb" and before >= 0 and reading.units[before].word.stem == "إلا"
    if not only or "negation" not in reading.units[head.unit - 1].word.classes or before < head.unit:
        return made
    preposition = reading.units[date].preposition
    then = f"إلا {preposition if preposition in _RELATIONS else 'في'} هذا التاريخ"
    room = len(made.text.split()) + len(then.split()) <= MOST_WORDS
    return replace(made, text=f"{made.text} {then}" if room else "")


def with_plan(reading: Reading, head: Attachment, made: Title) -> Title:
    """Says of what had only been planned that it had (كان من المقرر أن │ تعقد الجلسة), where there is room."""
    clause = reading.clauses[head.clause]
    units = reading.units
    first = next((k for k in clause.units if k < clause.verb and "was" in units[k].word.classes), -1)
    between = units[first + 1 : clause.verb]
    if head.kind != "verb" or first < 0 or not between or between[-1].word.stem not in ("أن", "ان"):
        return made
    supposed = any("planned-participle" in u.word.classes or u.word.stem in _SUPPOSED for u in between)
    if not supposed or len(between) > _LONGEST_PLAN or any(u.is_mark or u.date >= 0 for u in between):
        return made
    if not made.text.startswith(units[clause.verb].text.removeprefix("و")) or len(made.text.split()) < 2:
        return made
    plan = " ".join([units[first].word.stem, *(u.text for u in between)])
    text = _shortened(made.text, MOST_WORDS - len(plan.split()))
    return replace(made, text=f"{plan} {text}") if text else made


def _shortened(text: str, most: int) -> str:
    """Returns a title cut before its last phrases to at most so many words, empty where no phrase begins there."""
    words = text.split()
    while len(words) > most:
        opening = (n for n in range(len(words) - 1, 3, -1) if _opens_phrase(word(words[n])))
        end = next(opening, 0)
        if not end:
            return ""
        words = words[:end]
    return " ".join(words)


def _opens_phrase(known: Word) -> bool:
    return known.preposition or known.prefix in ("ب", "ل") or known.fold == "بنحو"


def _nominal_title(story: Story, reading: Reading, clause: Clause, head: Attachment) -> Title:
    """D13, D14: a verbless clause; its words without كان, connectives and dates, whose birth or death it is put in
    (كان مولده في صنعاء)."""
    units = [k for k in visible(reading, clause) if head.unit < 0 or k >= head.unit or head.rule == "D13"]
    while units and _opens(reading, units[0]):
        units = units[1:]
    if len(units) > 2 and "planned-participle" in reading.units[units[1]].word.classes:
        units = units[2:] if reading.units[units[0]].word.stem == "من" else units
    units = _what_it_was(reading, clause, units)
    act = reading.units[units[0]].word.act if units else None
    if act is not None and act.pronoun in ("ه", "ها") and act.kind in _OF_LIVES:
        feminine = act.pronoun == "ها"
        who = next((c for c in candidates(story, reading, clause) if c.person and c.feminine == feminine), None)
        if who is not None:
            base = unjoined(reading.units[units[0]].word.stem.removesuffix(act.pronoun))
            rest = pieces_of(story, reading, units[1:], None, start=3, chunk=2)
            return finished(reading, [Piece(base, units[0]), Piece(who.words, -1), *rest], (who,))
    made = finished(reading, plain_pieces(story, reading, units))
    return replace(made, certain=head.certain)


def _what_it_was(reading: Reading, clause: Clause, units: list[int]) -> list[int]:
    """Returns the words that say what the next of several acts was, where كان says only that (كان الهجوم الثاني في │
    تفجير السوق), and leaves out how it was in the accusative before its place (كان الهجوم الثالث │ محليا │ في …)."""
    words = [reading.units[k].word for k in units[:4]]
    was = any("was" in reading.units[k].word.classes for k in clause.units if not units or k < units[0])
    counted = len(words) > 3 and words[0].act is not None and words[0].definite and words[1].definite
    counted = counted and words[1].core in _NEXT
    if not was or not counted:
        return units
    first, act = words[0].act, words[3].act
    if words[2].stem == "في" and act is not None and not (words[3].definite or act.pronoun):
        return units[3:] if first is not None and first.kind == act.kind else units
    how = words[2].stem.rstrip("ً").endswith("ا") and not words[2].definite and (words[3].preposition or words[3].prefix)
    return [*units[:2], *units[3:]] if how else units


def entry_title(story: Story, reading: Reading, date: int) -> Title | None:
    """Returns the text behind the date of a chronicle's line as it stands (`12 آب 1893: إعصار يدمر المنارة`); None for
    other dates."""
    units = reading.units
    if date + 2 >= len(units) or any(not unit.is_mark for unit in units[:date]):
        return None
    if units[date + 1].text not in _ENTRY_MARKS or sum(unit.date >= 0 for unit in units[: date + 2]) > 1:
        return None
    behind = _behind_label(reading, list(range(date + 2, len(units))))
    behind = _behind_phrase(reading, behind)
    if not is_nominal(units[behind[0]]) or units[behind[0]].word.preposition:
        return None
    behind = [k for k in behind if reading.clause_of[k] < 0 or reading.clauses[reading.clause_of[k]].kind != "bracket"]
    pieces = cut_right(pieces_of(story, reading, behind, None, whole=True))
    if words_of(pieces) < 2:
        return None
    order = tuple(piece.unit for piece in pieces if piece.unit >= 0)
    return Title(written(pieces), frozenset(order), order=order)


def _behind_phrase(reading: Reading, behind: list[int]) -> list[int]:
    """Returns the units behind the phrase and comma that a line may open with before its verb (لأول مرة منذ عقد، │ يفوز
    الفريق …)."""
    units = reading.units
    comma = next((n for n, k in enumerate(behind[: _LONGEST_PHRASE + 1]) if units[k].is_comma), -1)
    leads = bool(units[behind[0]].word.prefix) or units[behind[0]].word.preposition
    opens = leads and 0 < comma < len(behind) - 2 and is_verb(units, behind[comma + 1], True)
    return behind[comma + 1 :] if opens else behind


def _behind_label(reading: Reading, behind: list[int]) -> list[int]:
    """Returns the units behind the label that a line may open with before a colon (الحرب الثانية: │ الجيش يجتاح …)."""
    units = reading.units
    colon = next((n for n, k in enumerate(behind[: _LONGEST_LABEL + 1]) if units[k].text == ":"), -1)
    opens = 0 < colon < len(behind) - 2 and units[behind[colon + 1]].text not in OPENING_QUOTES
    if not opens or any(units[k].is_mark or units[k].word.speech is not None for k in behind[:colon]):
        return behind
    return behind[colon + 1 :]


def called_off_title(story: Story, reading: Reading, clause: Clause, off: Clause) -> Title:
    """Keeps `كان من المقرر أن … لكنها ألغيت` whole: an editor would say that nothing came of it (§5)."""
    planned = plain_pieces(story, reading, [k for k in clause.units if reading.units[k].date < 0])
    called = [k for k in off.units if k <= off.verb]
    tail = pieces_of(story, reading, called, None, chunk=20)
    pieces = planned[: 12 - len(tail)] + [replace(piece, open=False) for piece in tail]
    units = frozenset(piece.unit for piece in pieces if piece.unit >= 0)
    return Title(written(pieces), units)


def _opens(reading: Reading, k: int) -> bool:
    unit = reading.units[k]
    return (
        unit.is_mark
        or unit.date >= 0
        or bool(unit.word.classes & {"was", "clause-adverb", "complementizer", "aspect", "pronoun"})
    )
