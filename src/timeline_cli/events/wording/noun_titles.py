"""The title of an act that a noun tells, with its owner or doer (docs/events.md §3, T12)."""

from __future__ import annotations

from dataclasses import replace

from timeline_cli.events.acts import MOVES
from timeline_cli.events.dating.attach import Attachment
from timeline_cli.events.dating.plans import foresees
from timeline_cli.events.dating.told_acts import is_figure
from timeline_cli.events.doers.antecedents import hidden_subject, object_person
from timeline_cli.events.doers.naming import Antecedent, of_phrase, resolved
from timeline_cli.events.doers.object_pronouns import full_preposition
from timeline_cli.events.doers.phrases import is_nominal, phrase_end
from timeline_cli.events.doers.protagonist import hero_meant
from timeline_cli.events.doers.subjects import subject
from timeline_cli.events.doers.topics import may_be_meant, pronoun_meant
from timeline_cli.events.doers.written_subjects import plain_units
from timeline_cli.events.plain_words import plain_text
from timeline_cli.events.reading import Phrase, Reading
from timeline_cli.events.story import Story
from timeline_cli.events.wording.composing import Title, finished, plain_pieces
from timeline_cli.events.wording.resumptives import governed
from timeline_cli.events.wording.span import pieces_of
from timeline_cli.events.wording.trim import MOST_WORDS, Piece, words_of
from timeline_cli.events.wording.visible import visible
from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause
from timeline_cli.text.finite_verbs import is_verb
from timeline_cli.text.letters import fold, unjoined
from timeline_cli.text.tokens import Unit

_OF_BODIES = frozenset({"sport", "signing", "military", "attack", "election", "meeting", "appointment"})
_BEGINNINGS = frozenset({"founding", "opening", "economy"})
_ATTENDED = frozenset({"meeting", "sport"})
_OF_CLAUSE = frozenset({"D8", "D10", "D17", "D20"})
_OF_BODY, _OF_PERSON = cues("of-body"), cues("of-person")
_OF_CONTENT = frozenset({"عن", "إلى", "الى"})
_DONE_TO_PERSON = frozenset({"court", "death", "injury", "appointment", "resignation"})
_NEAR = 7
_SITES = frozenset({"place", "organisation"})
_LONGEST_DOER = 5
_BEATS = frozenset({"sport", "election"})
_DONE_TO = frozenset({"meeting", "visit", "opening", "signing", "law"})
_BEGINS = ("انطلاق", "افتتاح", "تاسيس", "انشاء", "بدء", "بدايه", "تدشين", "اطلاق")


def noun_title(story: Story, reading: Reading, clause: Clause, head: Attachment, date: int) -> Title:
    """T12: the noun of an act with its genitives, adjectives and phrases, up to the date or the next verb."""
    units = reading.units
    first = head.unit
    while first > 0 and "quantifier" in units[first - 1].word.classes and reading.clause_of[first - 1] == head.clause:
        first -= 1
    chosen = _units_told(reading, clause, head, first, date)
    behind = [k for k in chosen if k > head.unit]
    owned = _owned_act(story, reading, clause, head)
    if owned is not None:
        base, owner = owned
        rest = pieces_of(story, reading, behind, None, start=3, chunk=2)
        return finished(reading, [Piece(base, head.unit), Piece(owner.words, -1), *rest], (owner,))
    attends = _who_attends(reading, clause, head, behind)
    if attends is not None:
        guest = resolved(story, reading, of_phrase(story, reading, attends))
        start = [Piece(plain_text(units, head.unit, True), head.unit), Piece(guest.words, -1)]
        return finished(reading, start + pieces_of(story, reading, behind, None, start=3, chunk=2), (guest,))
    body = _whose_figure(story, reading, clause, head)
    if body is not None:
        return _figure_title(story, reading, clause, head, chosen, body)
    doer = _doer_of_act(reading, clause, head)
    if doer is not None:
        act_done = Piece(plain_text(units, head.unit, True), head.unit)
        lead = [act_done, *plain_units(reading, list(range(doer.first, doer.end)))]
        rest = pieces_of(story, reading, behind, None, start=words_of(lead), chunk=2)
        return finished(reading, lead + rest, (of_phrase(story, reading, doer),))
    theirs = _owned_genitive(story, reading, clause, head)
    if theirs is not None:
        base, owner = theirs
        lead = [
            Piece(plain_text(units, head.unit, True), head.unit),
            Piece(base, head.unit + 1),
            Piece(owner.words, -1),
        ]
        rest = pieces_of(story, reading, [k for k in behind if k > head.unit + 1], None, start=words_of(lead), chunk=2)
        return finished(reading, lead + rest, (owner,))
    act = units[head.unit].word.act
    bound = next((k for k in chosen if "preposition-bound" in units[k].word.classes), -1)
    if bound > first and act is not None and act.kind in _DONE_TO_PERSON:
        word = units[bound].word
        feminine = word.stem.endswith("ها")
        who = _only_person_before(story, reading, head, feminine=feminine) if head.rule == "D8" else None
        who = who or object_person(story, reading, clause, feminine=feminine)
        preposition = full_preposition(word)
        if who is not None and preposition:
            lead = plain_pieces(story, reading, [k for k in chosen if k < bound])
            rest = pieces_of(story, reading, [k for k in chosen if k > bound], None, start=4, chunk=2)
            return finished(reading, [*lead, *governed([Piece(who.words, -1)], preposition), *rest], (who,))
    said = next((k for k in chosen if k > date and head.rule == "D8" and _says_behind(reading, head, date)), -1)
    if said >= 0:
        lead = plain_pieces(story, reading, [k for k in chosen if k < said])
        rest = pieces_of(story, reading, [k for k in chosen if k >= said], None, start=words_of(lead), chunk=20)
        return finished(reading, [*lead, *_as_own(reading, rest)])
    content = _said_behind(reading, clause, head, chosen)
    if content is not None:
        lead = plain_pieces(story, reading, chosen)
        told = [content.opener, *visible(reading, content)]
        return finished(reading, [*lead, *pieces_of(story, reading, told, None, start=words_of(lead), chunk=20)])
    pieces = plain_pieces(story, reading, chosen)
    expected = (
        head.rule == "D10" and clause.verb >= 0 and foresees(reading, clause) and not units[head.unit].word.pronoun
    )
    described = len(behind) > 0 and units[behind[0]].word.stem.rstrip("ً").endswith("ا")
    if expected and pieces and pieces[0].unit == head.unit and not described:
        pieces[0] = _without_alef(reading, pieces[0])  # توقعت الأرصاد │ هطولا
    return finished(reading, pieces)


def _as_own(reading: Reading, rest: list[Piece]) -> list[Piece]:
    """Gives the first phrase of what is said the rank of the act's own, so that others go before it."""
    units = reading.units
    later = (
        n for n, piece in enumerate(rest) if n and (units[piece.unit].word.preposition or units[piece.unit].word.prefix)
    )
    end = next(later, len(rest))
    return [replace(piece, rank=1, chunk=rest[0].chunk) if n < end else piece for n, piece in enumerate(rest)]


def _units_told(reading: Reading, clause: Clause, head: Attachment, first: int, date: int) -> list[int]:
    """Returns the units from the first word of an act to its date, its verb, or what is said of it."""
    units = reading.units
    ascribed = _ascribed(reading, clause, first)
    says = head.rule == "D8" and _says_behind(reading, head, date)
    chosen = []
    for k in visible(reading, clause):
        if k < first:
            continue
        if ("complementizer" in units[k].word.classes and k > first + 1) or (k > date == k - 1 and _joins(units[k])):
            break
        if k > first and ascribed & {units[k].word.stem, units[k].word.prefix}:
            break
        if (
            k == clause.verb
            or (
                head.rule == "D8"
                and k > date
                and not (says or _between(reading, k, date) or _done_to(reading, head, k))
            )
            or (k > first and is_verb(units, k, False) and clause.verb > k)
        ):
            break
        if not (says and units[k].is_comma and units[k - 1].date >= 0):
            chosen.append(k)
    return chosen


def _says_behind(reading: Reading, head: Attachment, date: int) -> bool:
    """Tells whether what an act of speech says stands right behind its date (بعد إعلان الوزير في مايو │ عن إطلاق
    الحملة)."""
    units, word = reading.units, reading.units[head.unit].word
    if (word.act is None or word.act.kind != "statement") and "statement-noun" not in word.core_classes:
        return False
    k = date + 1
    while k < len(units) and (units[k].is_comma or units[k].date >= 0):
        k += 1
    told = any(unit.word.stem in _OF_CONTENT or unit.word.prefix == "ب" for unit in units[head.unit + 1 : date])
    return k < len(units) and not told and units[k].word.stem in _OF_CONTENT


def _said_behind(reading: Reading, clause: Clause, head: Attachment, chosen: list[int]) -> Clause | None:
    """Returns the clause with أن that tells what an act of speech says, right behind it or its date (بإعلان النادي │
    أن لاعبيه مضربون), one without a verb where all of it has room; None elsewhere."""
    word = reading.units[head.unit].word
    says = "statement-noun" in word.core_classes or (word.act is not None and word.act.kind == "statement")
    if not says or word.pronoun or not chosen:
        return None
    inner = next((c for c in reading.clauses if c.parent == clause.number and c.opener > head.unit), None)
    if inner is None or inner.kind != "complement" or not 0 < inner.opener - chosen[-1] < _NEAR:
        return None
    if inner.verb < 0 and len(chosen) + len(inner.units) > MOST_WORDS:
        return None
    between = reading.units[chosen[-1] + 1 : inner.opener]
    return inner if all(unit.date >= 0 or unit.is_mark for unit in between) else None


def _joins(unit: Unit) -> bool:
    """Tells whether a unit is a further noun joined by و (إعلان الرياض في مايو │ وقرارات المجلس)."""
    return unit.word.lead == "و" and is_nominal(unit)


def _ascribed(reading: Reading, clause: Clause, first: int) -> frozenset[str]:
    """Returns the prepositions with which a verb before an act says what it ascribes that to (عزا التأخير │ إلى)."""
    speech = reading.units[clause.verb].word.speech if 0 <= clause.verb < first else None
    if speech is None or speech.sense != "explain":
        return frozenset()
    return speech.complements & {"إلى", "ب", "ل"}


def _owned_act(story: Story, reading: Reading, clause: Clause, head: Attachment) -> tuple[str, Antecedent] | None:
    """Returns an act without its article or pronoun and whose it is (زيارته: زيارة, الرئيس), None where nobody is
    meant."""
    word = reading.units[head.unit].word
    act = word.act
    if act is None:
        return None
    vowed = word.definite and clause.verb >= 0 and _vowed(reading, clause, head)
    if word.definite and clause.verb >= 0 and (act.kind in MOVES or vowed):
        who = _owner(story, reading, clause, _feminine_doer(reading, clause), bodies=vowed)
        if who is not None:
            return word.stem.removeprefix(word.prefix if vowed else "").removeprefix("ال"), who
    if act.pronoun not in ("ه", "ها"):
        return None
    since = head.unit > 0 and reading.units[head.unit - 1].word.stem == "منذ"
    bodies = act.kind in _OF_BODIES or (since and act.kind in _BEGINNINGS)
    who = hero_meant(story, reading, clause, head.unit) if head.rule == "D1" else None
    who = who or (_site_before(story, reading, head) if since else None)
    who = who or _owner(story, reading, clause, act.pronoun == "ها", bodies=bodies)
    who = who or (_person_before(story, reading, head) if head.rule == "D8" else None)
    who = who or (pronoun_meant(story, reading, clause, head.unit) if head.rule == "D15" else None)
    who = who or hero_meant(story, reading, clause, head.unit)
    who = who or (_subject_since(story, reading, clause, head) if since else None)
    base = word.stem.removeprefix(word.prefix).removesuffix(act.pronoun)
    return (unjoined(base), who) if who is not None else None


def _subject_since(story: Story, reading: Reading, clause: Clause, head: Attachment) -> Antecedent | None:
    """Returns the thing that its clause tells of since it began (حظي المهرجان منذ │ انطلاقه بإقبال), else None."""
    doer = subject(reading, clause)
    if doer is None or doer.first > head.unit:
        return None
    word = reading.units[doer.first].word
    begins = reading.units[head.unit].word.core.startswith(_BEGINS)
    thing = word.definite and word.office is None and not word.classes & {"person-noun", "group-noun"}
    agrees = word.feminine == (reading.units[head.unit].word.pronoun == "ها")
    return resolved(story, reading, of_phrase(story, reading, doer)) if begins and thing and agrees else None


def _vowed(reading: Reading, clause: Clause, head: Attachment) -> bool:
    """Tells whether an act is what somebody promises or threatens to do himself (لوحت النقابة │ بالدخول في إضراب)."""
    speech = reading.units[clause.verb].word.speech
    after = reading.units[head.unit + 1] if head.unit + 1 < len(reading.units) else None
    vows = (
        speech is not None and speech.sense in ("promise", "threaten") and reading.units[head.unit].word.prefix == "ب"
    )
    return vows and after is not None and after.date < 0 and after.word.preposition


def _owned_genitive(story: Story, reading: Reading, clause: Clause, head: Attachment) -> tuple[str, Antecedent] | None:
    """Returns the noun behind an act of its own verb without its pronoun, and whose it is (عزت الشركة انخفاض │ أرباحها:
    انخفاض أرباح الشركة); None elsewhere."""
    after = reading.units[head.unit + 1] if head.unit + 1 < len(reading.units) else None
    verb = reading.units[clause.verb].word if 0 <= clause.verb < head.unit else None
    if after is not None and after.date < 0 and head.rule == "D1" and after.word.pronoun and after.word.verb is None:
        who = hero_meant(story, reading, clause, head.unit + 1)  # وبمناقشة │ أطروحته
        return (unjoined(after.word.stem.removesuffix(after.word.pronoun)), who) if who is not None else None
    if after is None or after.date >= 0 or verb is None:
        return None
    explained = verb.speech is not None and verb.speech.sense == "explain"
    if not explained and not _of_subject(reading, clause, head, after.word.pronoun):
        return None
    if after.word.pronoun not in ("ه", "ها") or after.word.prefix or after.word.lead or after.word.verb is not None:
        return None
    owner = _owner(story, reading, clause, after.word.pronoun == "ها", bodies=True)
    return (unjoined(after.word.stem.removesuffix(after.word.pronoun)), owner) if owner is not None else None


def _of_subject(reading: Reading, clause: Clause, head: Attachment, pronoun: str) -> bool:
    """Tells whether the pronoun of an act's genitive can only mean the subject of its clause, since nothing else of
    that gender stands between (اتهمت الحكومة المتمردين باستهداف │ مواقعها)."""
    doer = subject(reading, clause)
    if head.rule not in _OF_CLAUSE or doer is None or doer.end > head.unit:
        return False
    owned = fold(unjoined(reading.units[head.unit + 1].word.stem.removesuffix(pronoun)))
    kind = doer.entity.kind if doer.entity is not None else ""
    only = (kind == "organisation" and owned in _OF_BODY) or (kind == "person" and owned in _OF_PERSON)
    between = [k for k in range(doer.end, head.unit) if k != clause.verb and may_be_meant(reading, k, pronoun == "ها")]
    if only:  # only another body or person could be meant as well
        return not any((entity := reading.entity_at(k)) is not None and entity.kind == kind for k in between)
    return not between


def _doer_of_act(reading: Reading, clause: Clause, head: Attachment) -> Phrase | None:
    """Returns who does an act to something of its own, where the clause tells it before (تستعد المدارس لفتح أبوابها:
    فتح المدارس أبوابها); None elsewhere."""
    units = reading.units
    act, after = units[head.unit].word, units[head.unit + 1] if head.unit + 1 < len(units) else None
    if clause.verb < 0 or clause.verb > head.unit or act.definite or after is None or after.date >= 0:
        return None
    word = after.word
    if word.pronoun not in ("ه", "ها") or word.definite or word.prefix or word.lead or word.verb is not None:
        return None
    doer = subject(reading, clause)
    if doer is None or doer.end > head.unit or doer.end - doer.first > 5 or units[doer.first].word.pronoun:
        return None
    if units[doer.first].word.stem in ("أكثر", "أقل") and units[doer.end].word.stem == "من" and doer.end < head.unit:
        doer = Phrase(doer.first, phrase_end(reading, doer.end + 1))
    verb = units[clause.verb].word.verb
    feminine = verb is not None and verb.person == "3fs"
    governed = act.prefix == "ل" or units[head.unit - 1].word.stem in ("في", "على", "إلى")
    return doer if governed and feminine == (word.pronoun == "ها") else None


def _who_attends(reading: Reading, clause: Clause, head: Attachment, behind: list[int]) -> Phrase | None:
    """Returns who takes part in a bare act to come that he prepares for or is asked to (استعد الفريق لمباراة غدا:
    مباراة الفريق), or is asked to a place (دعي الوزير لزيارة تونس: زيارة الوزير تونس); None elsewhere."""
    word = reading.units[head.unit].word
    if (
        head.rule != "D10"
        or word.act is None
        or word.definite
        or word.prefix != "ل"
        or not 0 <= clause.verb < head.unit
    ):
        return None
    bare = not any(reading.units[k].date < 0 and not reading.units[k].is_mark for k in behind)
    visits = bool(behind) and reading.units[behind[0]].word.place is not None
    if not (word.act.kind == "visit" and visits) and not (word.act.kind in _ATTENDED and bare):
        return None
    named = reading.entity_at(clause.verb + 1) or reading.entity_over(clause.verb - 1)
    doer = subject(reading, clause) or (Phrase(named.first, named.end, named) if named is not None else None)
    if doer is None or doer.first > head.unit or doer.end - doer.first > _LONGEST_DOER:
        return None
    return None if reading.units[doer.first].word.pronoun else doer


def _whose_figure(story: Story, reading: Reading, clause: Clause, head: Attachment) -> Antecedent | None:
    """Returns the body whose profit or loss it announces for a period (أعلنت الشركة خسائر بقيمة مليون خلال النصف الأول:
    خسائر للشركة …); None elsewhere."""
    if head.rule != "D10" or not 0 <= clause.verb < head.unit or not is_figure(reading, head.unit):
        return None
    if reading.units[head.unit].word.definite or reading.units[clause.verb].word.speech is None:
        return None
    doer = subject(reading, clause)
    if doer is None or doer.entity is None or doer.entity.kind != "organisation" or doer.end > head.unit:
        return None
    return resolved(story, reading, of_phrase(story, reading, doer))


def _counts(clause: Clause, inner: Clause, chosen: list[int]) -> bool:
    """Tells whether a bare relative clause says how much something was (أرباحا │ بلغت 5 ملايين)."""
    return (
        inner.kind == "relative" and inner.opener < 0 and inner.parent == clause.number and inner.antecedent in chosen
    )


def _without_alef(reading: Reading, piece: Piece) -> Piece:
    """Returns a word of an object as it stands without its verb (أرباحا تشغيلية: أرباح تشغيلية)."""
    word = reading.units[piece.unit].word
    accusative = not word.definite and word.stem.rstrip("ً").endswith("ا") and len(word.stem) > 3
    return replace(piece, text=piece.text.rstrip("ً").removesuffix("ا").rstrip("ً")) if accusative else piece


def _figure_title(
    story: Story, reading: Reading, clause: Clause, head: Attachment, chosen: list[int], body: Antecedent
) -> Title:
    """Returns a profit or loss with its adjectives, its body behind ل, and how much it was."""
    end = next((n for n, k in enumerate(chosen) if k > head.unit and _closes(reading.units[k])), len(chosen))
    chosen = chosen + [k for c in reading.clauses if _counts(clause, c, chosen) for k in c.units]
    lead = [_without_alef(reading, piece) for piece in plain_pieces(story, reading, chosen[:end])]
    lead += governed([Piece(body.words, -1)], "ل")
    rest = pieces_of(story, reading, chosen[end:], None, start=words_of(lead), chunk=2)
    return finished(reading, lead + rest, (body,))


def _closes(unit: Unit) -> bool:
    """Tells whether a noun with its adjectives ends before a unit."""
    word = unit.word
    ends = unit.is_number or unit.is_mark or unit.date >= 0 or word.preposition or word.prefix or word.pronoun
    return bool(ends or word.is_function or word.verb is not None or word.classes & {"number", "open-end"})


def _between(reading: Reading, k: int, date: int) -> bool:
    """Tells whether a unit belongs to the بين phrase right behind a date or its list (مفاوضات الجمعة والسبت بين …)."""
    behind = [j for j in range(date + 1, k + 1) if reading.units[j].date < 0]
    return (
        bool(behind)
        and reading.units[behind[0]].word.stem == "بين"
        and not any(reading.units[j].is_comma for j in behind)
    )


def _done_to(reading: Reading, head: Attachment, k: int) -> bool:
    """Tells whether a unit belongs to what somebody's own act was done to, right behind the act's date (بعد لقائه أمس
    │ نظيره التونسي في جنيف, عقب تغلبه أمس │ على نظيره)."""
    units = reading.units
    act, first = units[head.unit].word.act, head.unit + 2
    if act is None or not act.pronoun or units[first - 1].date < 0 or first > k:
        return False
    if any(units[n].is_comma or units[n].date >= 0 for n in range(first, k + 1)):
        return False
    word = units[first].word
    if not _BEATS.isdisjoint(act.kind.split("|")) and word.stem == "على":
        return True
    plain = is_nominal(units[first]) and not (word.prefix or word.lead or word.is_function or word.verb)
    return plain and not _DONE_TO.isdisjoint(act.kind.split("|")) and not word.stem.endswith(("ا", "اً"))


def _feminine_doer(reading: Reading, clause: Clause) -> bool:
    verb = reading.units[clause.verb].word.verb
    return verb is not None and verb.person == "3fs"


def _owner(
    story: Story, reading: Reading, clause: Clause, feminine: bool, *, bodies: bool = False
) -> Antecedent | None:
    """Returns whose act a possessive means: the subject of its clause where the gender fits."""
    doer = subject(reading, clause) if clause.verb >= 0 else None
    if doer is not None and doer.entity is not None and doer.entity.end < doer.end:
        doer = Phrase(doer.entity.first, doer.entity.end, doer.entity)
    if doer is None:
        after = reading.units[clause.verb + 1] if 0 <= clause.verb < len(reading.units) - 1 else None
        told = after is not None and is_nominal(after) and not after.word.prefix
        who = hidden_subject(story, reading, clause) if clause.verb >= 0 and not told else None
        return who if who is not None and who.person and who.feminine == feminine else None
    who = resolved(story, reading, of_phrase(story, reading, doer))
    body = bodies and who.entity is not None and who.entity.kind in ("organisation", "country")
    return who if who.feminine == feminine and (who.person or body) else None


def _site_before(story: Story, reading: Reading, head: Attachment) -> Antecedent | None:
    """Returns the site that stands right before منذ and what began it (تاريخ قناة السويس │ منذ افتتاحها)."""
    act = reading.units[head.unit].word.act
    site = next((e for e in reading.entities if e.kind in _SITES and e.end == head.unit - 1), None)
    if act is None or site is None or act.kind not in _BEGINNINGS:
        return None
    feminine = site.feminine or reading.units[site.first].word.feminine
    agrees = feminine == (act.pronoun == "ها")
    return resolved(story, reading, of_phrase(story, reading, Phrase(site.first, site.end, site))) if agrees else None


def _only_person_before(story: Story, reading: Reading, head: Attachment, *, feminine: bool) -> Antecedent | None:
    """Returns the only person of a sentence before بعد and what was done to him (أبحر فاروق إلى منفاه بعد الإطاحة │
    به)."""
    before = [e for e in reading.entities if e.kind == "person" and e.end <= head.unit]
    if len(before) != 1 or before[0].feminine != feminine:
        return None
    return resolved(story, reading, of_phrase(story, reading, Phrase(before[0].first, before[0].end, before[0])))


def _person_before(story: Story, reading: Reading, head: Attachment) -> Antecedent | None:
    """Returns the person right before بعد or منذ and an act of his (والقائد مسجون في لاهاي منذ تسليمه في 2013)."""
    act = reading.units[head.unit].word.act
    near = [e for e in reading.entities if head.unit - _NEAR <= e.first and e.end < head.unit and e.kind == "person"]
    if act is None or not near or near[-1].feminine != (act.pronoun == "ها"):
        return None
    entity = near[-1]
    return resolved(story, reading, of_phrase(story, reading, Phrase(entity.first, entity.end, entity)))
