"""From the time expressions of a document to its events (docs/events.md §0)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from timeline_cli.annotators import Annotator, spans
from timeline_cli.events import sayings
from timeline_cli.events.attach import Attachment, act_of_later_date, attach, coordinated
from timeline_cli.events.attribution import attribution
from timeline_cli.events.carried import IMPERSONAL
from timeline_cli.events.certainty import certainty, too_unsure
from timeline_cli.events.composing import Title
from timeline_cli.events.lists import has_own_words, member_title
from timeline_cli.events.mentions import reason_of_mention
from timeline_cli.events.participants import names
from timeline_cli.events.plain import plain_title
from timeline_cli.events.possible import doer_possible
from timeline_cli.events.reading import Reading
from timeline_cli.events.span_of_days import DatedUnit, dated_units
from timeline_cli.events.status import cancelled, status
from timeline_cli.events.story import Story
from timeline_cli.events.subjects import subject, tells_idiom
from timeline_cli.events.titles import called_off_title, entry_title, title, with_end
from timeline_cli.events.trim import closed_text
from timeline_cli.events.wellformed import is_wellformed, says_enough
from timeline_cli.lexicon.index import cues
from timeline_cli.model import Day, Document, Event, Flag, Telling, TimeExpression
from timeline_cli.text.sentences import sentences
from timeline_cli.text.words import Word, word

_DATED_TYPES = frozenset({"DATE", "TIME", "DURATION"})
_OLD_TABLES = 15  # days
_REPORTED = "day-of-report"
_SOURCES = cues("sources")
_FIRST_PERSON = cues("first-person")
_STAGES = cues("stages")
_WE = cues("we")
_GAMES = cues("games")
_TO_YOU = frozenset({"كنت", "كنتم", "كنتي"})
_SHARES = frozenset({"المئة", "المائة", "بالمئة", "بالمائة", "%", "٪", "نقطة", "نقاط", "دولار", "ريال", "يورو", "درهم"})
_COARSE = frozenset({"month", "quarter", "half", "season", "year", "decade", "century"})
_COUNTED = frozenset({"عدد", "اعداد", "حجم", "قيمه", "نسبه", "اجمالي", "مجموع", "متوسط", "معدل", "سعر"})


@dataclass(frozen=True, slots=True)
class Draft:
    """An event before it is written down. `descriptive`: the date tells only one thing from another. `doubts`: how its
    title came about, as codes of `lexicon/confidence.csv`; None for a line of a chronicle, of which there are none."""

    dated: DatedUnit
    reading: Reading
    head: Attachment
    made: Title
    descriptive: bool
    doubts: tuple[str, ...] | None = ()
    certainty: float = 1.0
    flags: tuple[Flag, ...] = ()


def events_of(
    document: Document,
    expressions: Sequence[TimeExpression],
    dct: Day | None,
    all_dates: bool = False,
    annotators: Sequence[Annotator] = (),
) -> list[Event]:
    """Returns the events that the time expressions of a document date, in the order of the text.

    `dct`: the document's date or None. `all_dates` adds descriptive dates, flagged as such.
    `annotators`: finders of names beside the rules.
    """
    dated = [e for e in expressions if e.begin is not None and e.last is not None and e.type in _DATED_TYPES]
    if not dated:
        return []
    story = Story(document.text, sentences(document.text, dated[-1].start), dated, spans(document.text, annotators))
    found: list[Event] = []
    for number in _dated_sentences(story, dated):
        for draft in _drafts(story, story.reading(number), dct, all_dates):
            if all_dates or not draft.descriptive:
                found.append(_event(document, story, draft, dct))
    if all_dates:
        found.extend(_outside(document, story, dated))
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
    for dated in _without_doubles(dated_units(reading)):
        expression = dated.expression
        assert expression.last is not None
        future = dct is not None and expression.last > dct
        head = attach(
            reading,
            dated.unit,
            future=future,
            ahead=_lies_ahead(expression, dct),
            since=expression.relation == "since",
            coarse=expression.precision in _COARSE,
            past=dct is not None and expression.last < dct,
        )
        if last is not None and _of_same_noun(reading, last[0].unit, last[1], dated.unit):
            head = last[1]
        last = dated, head
        key = (head.clause, head.unit, head.kind)
        others = seen.setdefault(key, [])
        if any(_same_time(other.expression, expression) for other in others):
            continue
        if others and _says_again(reading, others[-1].unit, dated.unit):
            continue
        if others and expression.relation == "until" and not all_dates:
            continue  # the end of what began or was done on the day before
        if others and expression.relation == others[-1].expression.relation == "since" and not all_dates:
            continue  # the same beginning in other words
        later = head
        first = others[-1].expression.relation if others else ""
        if first == "on" and head.kind in ("verb", "noun") and not _in_list(reading, head, others[-1].unit, dated.unit):
            later = act_of_later_date(reading, head, others[-1].unit, dated.unit) or head
            if later is head and not all_dates:
                continue
        head = later
        mention = bool(reason_of_mention(reading, head, dated.unit, expression, future=future))
        if passed is not None and reading.units[dated.unit].lead and coordinated(reading, passed.unit, dated.unit):
            mention = True
        if mention and entry_title(story, reading, dated.unit) is not None:
            mention = False
        passed = dated if mention else None
        if not mention:
            others.append(dated)
        if all_dates or not mention:
            yield _judged(_draft(story, reading, dated, head, mention=mention))


def _of_same_noun(reading: Reading, first: int, head: Attachment, second: int) -> bool:
    """Tells whether a date is joined by و to the one right before it, which a noun has taken (بعد هزيمتين أمامه في 2013
    و2014)."""
    if head.kind != "noun" or head.unit > first or second != first + 1:
        return False
    return reading.units[second].lead == "و" and reading.clause_of[first] == reading.clause_of[second]


def _lies_ahead(expression: TimeExpression, dct: Day | None) -> bool:
    return dct is not None and expression.begin is not None and expression.begin > dct


def _says_again(reading: Reading, first: int, second: int) -> bool:
    """Tells whether a time is the other of two, or the same in other words (سبتمبر أو أكتوبر, عام 4241 أي منذ …)."""
    between = reading.units[first + 1 : second]
    words = [unit.word for unit in between if not unit.is_mark]
    if not any(word.stem in ("أو", "أي") for word in words):
        return False
    return all(word.is_function or word.stem in ("أو", "أي") for word in words)


def _without_doubles(found: Iterable[DatedUnit]) -> Iterable[DatedUnit]:
    """Leaves out the Hijri side of a pair whose Christian side, right behind it, is a few days off by old tables."""
    units = list(found)
    for dated, after in zip_longest(units, units[1:]):
        if after is None or not _is_other_side(dated, after):
            yield dated


def _is_other_side(first: DatedUnit, second: DatedUnit) -> bool:
    one, other = first.expression, second.expression
    if one.calendar != "hijri" or other.calendar == "hijri" or second.unit - first.unit > 3:
        return False
    if one.begin is None or other.begin is None or one.precision != "day" or other.precision != "day":
        return False
    return 0 < abs(one.begin.number - other.begin.number) <= _OLD_TABLES


def _in_list(reading: Reading, head: Attachment, first: int, second: int) -> bool:
    """Tells whether two dates of one verb stand in a list: alone, with words of their own, or told by their number
    (الأولى غدا …، والثانية يوم 9 يونيو)."""
    if coordinated(reading, first, second) or has_own_words(reading, reading.clauses[head.clause], second):
        return True
    return any("ordinal" in unit.word.classes and unit.word.lead == "و" for unit in reading.units[first + 1 : second])


def _same_time(one: TimeExpression, other: TimeExpression) -> bool:
    """Tells whether two expressions of one act mean one time: equal days, or a clock or daypart inside the other's."""
    if one.begin == other.begin and one.last == other.last:
        return True
    if one.begin is None or other.begin is None or one.last is None or other.last is None:
        return False
    within = one.begin <= other.begin and other.last <= one.last
    return within and other.type == "TIME" and one.precision in ("day", "time", "daypart")


def _judged(draft: Draft) -> Draft:
    """Adds how sure a draft is; one that is too unsure is kept out of the chronology."""
    if draft.doubts is None:
        return draft
    value = certainty(draft.reading, draft.head, draft.dated.unit, draft.made, draft.doubts)
    flags = (Flag(_REPORTED),) if _REPORTED in draft.doubts else ()
    if not draft.descriptive and too_unsure(draft.reading, value):
        return replace(draft, certainty=value, flags=(*flags, Flag("unsure-act")), descriptive=True)
    return replace(draft, certainty=value, flags=flags)


def _draft(story: Story, reading: Reading, dated: DatedUnit, head: Attachment, *, mention: bool) -> Draft:
    clause = reading.clauses[head.clause]
    entry = entry_title(story, reading, dated.unit)
    if entry is not None and (mention or subject(reading, clause) is None or head.kind != "verb"):
        return Draft(dated, reading, head, entry, False, None)
    content = sayings.content_of(reading, head)
    if content is not None and not mention:
        return _said(story, reading, dated, head)
    off = cancelled(reading, clause) if head.kind == "verb" else None
    if off is not None:
        made = called_off_title(story, reading, clause, off)
    else:
        made = (
            sayings.first_person_title(story, reading, head, dated.unit)
            or member_title(story, reading, head, dated.unit)
            or title(story, reading, head, dated.unit)
        )
    mention = mention or (len(made.text.split()) < 2 and head.rule == "D8")
    brief = len(made.text.split()) < 2 or (_is_wanted(reading, head) and not _sane(made))
    if brief and head.kind == "noun" and clause.verb >= 0 and head.rule != "D8":
        head = Attachment(head.clause, clause.verb, "verb", "D6")
        made = title(story, reading, head, dated.unit)
        mention = mention or bool(reason_of_mention(reading, head, dated.unit, dated.expression))
    described = head.kind == "verb" and clause.kind == "relative"
    mention = mention or (described and not made.text)
    if len(made.text.split()) < 2:
        made = replace(made, text=_whole_clause(story, reading, head, made), certain=False)
        mention = mention or head.kind in ("participle", "bracket") or len(made.text.split()) < 2
    mention = mention or _private(story, reading, head)
    if off is None and not mention and not is_wellformed(reading, reading.clauses[head.clause], made):
        made = made if described else plain_title(story, reading, head)
        mention = described or not says_enough(reading, reading.clauses[head.clause], made)
    elif not mention and off is None and not described and _unnamed(reading, head, made):
        made = plain_title(story, reading, head)
    mention = mention or (off is None and _of_nobody(reading, head, made))
    if head.kind in ("nominal", "noun") and _change_without_figure(made):
        mention = True
    if head.kind == "noun" and _says_nothing(made):
        mention = True
    if head.kind == "participle" and not _tells_an_act(made):
        mention = True
    if head.kind == "nominal" and not head.certain and not _tells_an_act(made):
        mention = True
    if _points_back(reading, head, made):
        head, made, mention = _behind_pronoun(story, reading, head, dated.unit, mention=mention)
    if _dies_unnamed(reading, head, made):
        mention = True
    if any(word(text).stem == "وذلك" for text in made.text.split()[1:]):
        mention = True
    if not _sane(made) or _nobody(reading, head, made) or _wants_figure(reading, head, made):
        mention = True
    if head.rule == "F3":
        return Draft(dated, reading, head, made, mention, (_REPORTED,))
    named = not _unnamed(reading, head, made)
    if dated.expression.relation == "until" and dated.expression.type != "TIME" and not mention:
        made = with_end(reading, head, dated.unit, made)
    return Draft(dated, reading, head, made, mention, () if made.certain and head.certain and named else ("plain-cut",))


def _private(story: Story, reading: Reading, head: Attachment) -> bool:
    """Tells whether a first person tells the act, or tells it of himself and his readers, outside any speech whose
    speaker is known (columns, poems)."""
    verb = reading.units[head.unit].word.verb if head.kind == "verb" else None
    before = reading.units[head.unit - 1].word.stem if head.unit else ""
    first = verb is not None and (verb.person in ("1s", "1p") or (verb.base.endswith("ت") and before in _FIRST_PERSON))
    clause = reading.clauses[head.clause]
    first = first or (clause.frame < 0 and any(reading.units[k].word.stem in _TO_YOU for k in clause.units[:2]))
    first = first or (clause.frame < 0 and any(reading.units[k].word.stem in _WE for k in clause.units))
    if not first or story.in_quotation(reading.number):
        return False
    return attribution(story, reading, head) is None


def _unnamed(reading: Reading, head: Attachment, made: Title) -> bool:
    """Tells whether a third person stands without any doer in front of its object or phrase (T5)."""
    verb = reading.units[head.unit].word.verb if head.kind == "verb" else None
    if verb is None or made.named or verb.person not in ("3ms", "3fs") or verb.passive:
        return False
    behind = reading.entity_at(head.unit + 1)
    if behind is not None and behind.kind == "organisation" and verb.kinds & {"death", "injury"}:
        return False
    return subject(reading, reading.clauses[head.clause]) is None


def _dies_unnamed(reading: Reading, head: Attachment, made: Title) -> bool:
    """Tells whether a title says that somebody died or was born and not who (توفي في مستشفى في كراتشي)."""
    verb = reading.units[head.unit].word.verb if head.kind == "verb" else None
    if verb is None or not verb.kinds & {"death", "birth"} or not _unnamed(reading, head, made):
        return False
    second = made.order[1] if len(made.order) > 1 else -1
    if second < 0:
        return False
    word = reading.units[second].word
    if verb.lemma == "رحل" and word.stem in ("إلى", "من"):
        return False
    asked = {word.stem, word.prefix} & verb.prepositions and "birth" not in verb.kinds
    return not asked and (word.preposition or bool(word.prefix))


def _points_back(reading: Reading, head: Attachment, made: Title) -> bool:
    """Tells whether a title opens with a verb whose pronoun means something that the title does not name (أعدها
    المدير)."""
    verb = reading.units[head.unit].word.verb if head.kind == "verb" else None
    if (
        verb is None
        or verb.pronoun not in ("ه", "ها", "هما", "هم", "هن")
        or tells_idiom(reading, reading.clauses[head.clause])
    ):
        return False
    opens = made.order[:1] == (head.unit,) and not made.named and head.unit > 0
    before = reading.units[head.unit - 1]
    described = before.is_comma or not (before.date >= 0 or before.is_mark or before.word.is_function)
    described = described and (before.is_comma or not before.word.definite)  # بعد الحرب │ اقتحمها الثوار
    described = described and not reading.units[head.unit].word.lead
    return opens and described and made.text.split()[0].endswith(verb.pronoun)


def _behind_pronoun(
    story: Story, reading: Reading, head: Attachment, date: int, *, mention: bool
) -> tuple[Attachment, Title, bool]:
    """Returns the act that follows something (تعقبها │ مراسم توقيع الاتفاق), else what is told as a mention."""
    after = reading.units[head.unit + 1].word if head.unit + 1 < len(reading.units) else None
    if after is None or after.act is None or after.definite or after.prefix:
        return head, title(story, reading, head, date), True
    act = Attachment(head.clause, head.unit + 1, "noun", "D10")
    return act, title(story, reading, act, date), mention


def _of_nobody(reading: Reading, head: Attachment, made: Title) -> bool:
    """Tells whether a title begins with a verb that the text gives a doer elsewhere, if at all (row 35)."""
    if head.kind == "verb" and _moves_unnamed(reading, head, made):
        return True
    if not _unnamed(reading, head, made) or made.order[:1] != (head.unit,):
        return False
    verb = reading.units[head.unit].word.verb
    if verb is not None and verb.title_head == "effect":
        return True
    clause = reading.clauses[head.clause]
    behind = [k for k in clause.units if k > head.unit and reading.units[k].date < 0 and not reading.units[k].is_mark]
    after = reading.units[behind[0]].word if behind else None
    impersonal = verb is not None and verb.lemma in IMPERSONAL and after is not None
    if impersonal and after is not None and (after.preposition or after.prefix):
        return False
    return not doer_possible(reading, behind, verb)


def _moves_unnamed(reading: Reading, head: Attachment, made: Title) -> bool:
    """Tells whether a title only says by how much something rose or fell, and not what (هبطت 59 مليار دولار)."""
    verb = reading.units[head.unit].word.verb
    if verb is None or verb.transitive or made.named or len(made.order) < 2 or made.order[0] != head.unit:
        return False
    return _measures_only(reading, made.order[1])


def _measures_only(reading: Reading, k: int) -> bool:
    """Tells whether a unit only says by how much something moved (تراجع │ 8.5 في المئة)."""
    unit, after = reading.units[k], [word.text.rstrip("اً") for word in reading.units[k + 1 : k + 3]]
    return unit.word.stem in ("بنسبة", "بمقدار", "بواقع") or (unit.is_number and bool(_SHARES & set(after)))


def _wants_figure(reading: Reading, head: Attachment, made: Title) -> bool:
    """Tells whether بلغ stands in a title without the figure, stage or place that it tells."""
    verb = reading.units[head.unit].word.verb if head.kind == "verb" else None
    words = [word(text) for text in made.text.split()]
    if verb is None or any(character.isdigit() for character in made.text):
        return False
    reaches = verb.lemma in ("بلغ", "سجل")
    if not reaches and not any(known.core == "بلوغ" and known.act is not None for known in words):
        return False
    counted = any(known.core in _COUNTED for known in words[1:3])
    if any(known.core in _STAGES or (known.place is not None and not counted) for known in words):
        return False
    return verb.lemma != "سجل" and not any("number" in word(text).classes for text in made.text.split())


def _nobody(reading: Reading, head: Attachment, made: Title) -> bool:
    """Tells whether a plural verb stands without its doer in its title (§3.2)."""
    verb = reading.units[head.unit].word.verb if head.kind == "verb" else None
    if verb is None and head.kind == "verb" and made.order[:1] == (head.unit,):
        word_ = reading.units[head.unit].word
        return word_.unknown and word_.stem.endswith("ن")  # وقد تعرضن لـ…
    if verb is not None and verb.person in ("3md", "3fd") and not made.named:
        return made.order[:1] == (head.unit,) and subject(reading, reading.clauses[head.clause]) is None
    if verb is None or verb.person != "3mp" or made.named:
        return False
    return made.text.split()[0].endswith(("وا", "ون")) or (bool(verb.pronoun) and made.order[:1] == (head.unit,))


def _sane(made: Title) -> bool:
    """Tells whether a title can stand alone (T16): no relative word near its start or at its end, something named
    in it."""
    words = [word(text.strip('«»“”":،()')) for text in made.text.split()]
    early = words[: 3 if made.certain else 1]
    if any("relative" in known.classes for known in [*early, *words[-1:]]) or any(
        known.stem in _SOURCES for known in words[:1]
    ):
        return False
    if words and (made.text.split()[0].endswith("اً") or (words[0].stem == "ما" and _describes_thing(words[1:2]))):
        return False
    return any(_names(known) for known in words[1:])


def _describes_thing(behind: list[Word]) -> bool:
    """Tells whether ما opens a relative clause before a word, not a denial (ما يعيشه البلد)."""
    return bool(behind) and behind[0].verb is not None and behind[0].stem.endswith(("ه", "ها"))


def _change_without_figure(made: Title) -> bool:
    """Tells whether a title is a rise or fall in a short phrase that names neither thing nor figure (row 12)."""
    words = made.text.split()
    known = word(words[0]) if words else None
    moves = known is not None and known.act is not None and known.act.kind == "economy"
    return moves and len(words) < 6 and not any(character.isdigit() for character in made.text)


def _is_wanted(reading: Reading, head: Attachment) -> bool:
    """Tells whether an act is what a present wants, whose own title tells more (يطالب المجلس بخفض عددها)."""
    verb = reading.units[reading.clauses[head.clause].verb].word.verb
    return head.rule == "D10" and verb is not None and verb.aspect == "imperfect"


def _says_nothing(made: Title) -> bool:
    """Tells whether a title of two words names nothing (نزاع مستمر)."""
    words = [word(text) for text in made.text.split()]
    return len(words) < 3 and not any(w.definite or w.number or w.place or w.given or w.unknown for w in words)


def _tells_an_act(made: Title) -> bool:
    """Tells whether a title begins with an act, a document or a verb (D2)."""
    known = word((made.text.split() or [""])[0])
    listed = known.core_classes & {"era-noun", "statement-noun", "attribute-noun"}
    return known.act is not None or known.verb is not None or bool(listed) or known.core in _GAMES


def _names(known: Word) -> bool:
    """Tells whether a word of a title names something by itself."""
    if known.pronoun and not known.definite:
        return False
    listed = known.definite or known.place or known.known_noun or known.given or known.common
    return bool(listed) or not (known.verb or known.is_function)


def _said(story: Story, reading: Reading, dated: DatedUnit, head: Attachment) -> Draft:
    """§7 rows 20, 21, 23: a dated report frame."""
    content = sayings.content_of(reading, head)
    assert content is not None
    if sayings.is_dated(reading, content):
        made = sayings.statement_title(story, reading, head, content)
        return Draft(dated, reading, head, made, True)
    if sayings.tells_an_act(reading, content):
        inner = Attachment(content.number, content.verb, "verb", "D4")
        made = title(story, reading, inner, dated.unit)
        if len(made.text.split()) > 2 and not _nobody(reading, inner, made):
            return Draft(dated, reading, inner, made, False, (_REPORTED,))
    made = sayings.statement_title(story, reading, head, content)
    said = made.text.partition(":")[2].split()
    tells = any(known.verb is not None or known.act is not None for known in map(word, said))
    half = content.kind == "complement" and content.verb < 0
    half = half and any(c.kind == "relative" and c.parent == content.number and c.verb >= 0 for c in reading.clauses)
    return Draft(dated, reading, head, made, len(said) < 3 or half or not tells, ("saying",))


def _whole_clause(story: Story, reading: Reading, head: Attachment, made: Title) -> str:
    """Returns the clause's own words as the title of last resort (T16)."""
    clause = reading.clauses[head.clause]
    words = [
        reading.units[k].text for k in clause.units if reading.units[k].date < 0 and not reading.units[k].is_mark
    ]  # fmt: skip
    return closed_text(words) or made.text


def _event(document: Document, story: Story, draft: Draft, dct: Day | None) -> Event:
    expression = draft.dated.expression
    reading = draft.reading
    assert expression.begin is not None
    assert expression.last is not None
    participants, places = names(story, reading, draft.head, draft.made)
    said_by = attribution(story, reading, draft.head)
    state = status(reading, draft.head, expression, dct)
    if cancelled(reading, reading.clauses[draft.head.clause]) is not None:
        state = "denied"
    sentence = reading.sentence
    start, end, words = draft.dated.start, draft.dated.end, draft.dated.text
    telling = Telling(
        document.name, document.text[sentence.start : sentence.end], sentence.start, start, end, words
    )  # fmt: skip
    return replace(
        _dated(document, expression, telling, draft.made.text),
        status=state,
        mod="BEFORE" if Flag(_REPORTED) in draft.flags else expression.mod,
        attribution=said_by,
        participants=participants,
        places=places,
        confidence=round(expression.confidence * draft.certainty, 3),
        flags=expression.flags + draft.flags + _bounds(expression),
        descriptive=draft.descriptive,
    )


def _dated(document: Document, expression: TimeExpression, telling: Telling, title: str) -> Event:
    """Returns an event with the days and words of its date."""
    assert expression.begin is not None
    assert expression.last is not None
    return Event(
        id=event_id(document.sha256, telling.start, telling.end, telling.date_text),
        begin=expression.begin,
        last=expression.last,
        title=title,
        status="past",
        tellings=(telling,),
        time=expression.time,
        zone=expression.zone,
        edtf=expression.edtf,
        precision=expression.precision,
        calendar=expression.calendar,
        relation=expression.relation,
        mod=expression.mod,
        value=expression.value,
        how=expression.how,
        confidence=expression.confidence,
        flags=expression.flags,
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
        yield replace(_dated(document, expression, telling, words or line[:80]), descriptive=True)
