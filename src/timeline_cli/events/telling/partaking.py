"""Which names in a clause take part in its act, and which only describe or explain something (docs/events.md §4.5)."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from timeline_cli.events.acts import MOVES
from timeline_cli.events.dating.attach import Attachment
from timeline_cli.events.doers.epithets import (
    is_child_of_town,
)
from timeline_cli.events.doers.objects import SOURCES
from timeline_cli.events.doers.subjects import subject
from timeline_cli.events.entities.entity import PLACE_KINDS, Entity
from timeline_cli.events.reading import Reading
from timeline_cli.events.telling.attribution import forecasts, reports
from timeline_cli.events.telling.where import (
    is_place,
)
from timeline_cli.events.wording.composing import Title
from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause
from timeline_cli.text.finite_verbs import is_verb
from timeline_cli.text.tokens import DOUBLE_QUOTES, OPENING_QUOTES
from timeline_cli.text.words import Word
from timeline_cli.text.words import word as analysed

_CAUSES = cues("cause")
_AFFECTED = cues("affected")
_WATERS = cues("waters")
_LONGEST_QUOTED = 5
_LONGEST_SOURCE = 9
_PEOPLE = frozenset({"person-noun", "vague-person"})
_SEATED_FOR = cues("seated-for")
_FORMING = cues("forming")
_FOUGHT = frozenset({"sport", "military", "attack"})
_CAUSE_BEFORE = 6
_GOVERNORS = cues("describing-noun")
_TROPHIES = cues("trophy")
_ENVOYS = cues("envoy")
_GATHERED = cues("gathered")
_NAMED_BY = cues("named-by")
_SEATS = cues("seat")
_HEADED = cues("headed")
_COMING = cues("coming")
_DEMANDS = cues("demand")
_WORKS = cues("work-about")
_CHARGES = cues("charge")
_LINES = cues("line")
_REIGNS = cues("reign")
_HEIRS = frozenset({"ورثه", "احفاد"})
_VOICES = cues("spokesman")


def partakers(reading: Reading, clause: Clause, head: Attachment, made: Title) -> Iterable[Entity]:
    """Yields the entities of the act's own words: the whole clause for a verb, the title's span for a noun."""
    own = set(made.units)
    if head.kind == "verb" and not made.member:
        own.update(clause.units)
    stop = _first_source(reading, own)
    inserted = _inserted_end(reading, stop) if clause.verb < stop else 0
    if inserted:
        own.difference_update(range(stop, inserted))
        stop = _first_source(reading, own)
    fronted = 0
    if stop < clause.verb and head.kind == "verb":
        fronted, stop = _source_end(reading, stop, clause.verb), len(reading.units)
    saying = head.kind == "verb" and (forecasts(reading, clause) or reports(reading, clause) or head.rule == "D16")
    sayer = subject(reading, clause) if saying else None
    for entity in reading.entities:
        if entity.first not in own or entity.first >= stop or entity.first < fronted:
            continue
        if head.kind == "verb" and _is_background(reading, entity, made):
            continue
        if (head.kind == "verb" or entity.kind == "country") and _describes(reading, clause, entity):
            continue
        if head.kind == "verb" and _of_act_before(reading, clause, entity):
            continue
        if entity.kind in PLACE_KINDS and _of_charge(reading, clause, entity):
            continue
        if entity.kind == "country" and _on_line(reading, entity):
            continue
        if entity.first not in made.units and _is_demanded(reading, clause, entity):
            continue
        if entity.first not in made.units and _is_result(reading, clause, entity):
            continue
        if head.kind == "verb" and (
            _told_beside(reading, clause, entity) or _only_explains(reading, clause, entity, made)
        ):
            continue
        if _is_only_name(reading, entity) or _ruled_then(reading, entity):
            continue
        if sayer is None or not sayer.first <= entity.first < sayer.end:
            yield entity


def _ruled_then(reading: Reading, entity: Entity) -> bool:
    """Tells whether a name only says in whose reign something was (في عهد │ يوسف باشا)."""
    k = entity.first - 1
    if entity.kind not in ("person", "office") or k < 1 or reading.units[k].word.core not in _REIGNS:
        return False
    return reading.units[k].word.stem.startswith("ب") or reading.units[k - 1].word.stem in ("في", "خلال", "إبان", "منذ")


def _told_beside(reading: Reading, clause: Clause, entity: Entity) -> bool:
    """Tells whether a name stands in a clause without الذي that describes a noun of the act (سفينة │ تحمل علم بنما), if
    it is not whose the noun is (منشأة │ تعود للمواطن سعيد ناصر); no place but of what was done to the noun (أجهزة │
    صممها مختبر في تورينو)."""
    number = reading.clause_of[entity.first]
    inner = reading.clauses[number] if number >= 0 else clause
    if inner is clause or inner.kind != "relative" or inner.verb < 0 or inner.opener not in (-1, inner.verb):
        return False
    word = reading.units[inner.verb].word
    owner = entity.first == inner.verb + 1 and reading.units[entity.first].word.prefix == "ل"
    if owner or word.stem.startswith("ال"):
        return False
    done_to = word.verb is not None and bool(word.verb.pronoun)
    return done_to or entity.kind not in PLACE_KINDS or not is_place(reading, entity, inner)


def _only_explains(reading: Reading, clause: Clause, entity: Entity, made: Title) -> bool:
    """Tells whether a body or country that the title does not show stands in a cause or purpose (بعد إدانته باختلاس …
    من │ صندوق البلدية); those of a fight or match take part (جراء مواجهات بين …)."""
    weighed = entity.kind == "organisation" or (entity.kind == "country" and not is_place(reading, entity, clause))
    if entity.first in made.order or not weighed:
        return False
    between = [reading.units[k] for k in clause.units if clause.verb < k < entity.first and reading.units[k].date < 0]
    start = next((n for n, unit in enumerate(between) if _gives_cause(unit.word)), -1)
    acts = (unit.word.act for unit in between[start:]) if start >= 0 else ()
    return start >= 0 and not any(act is not None and act.kind in _FOUGHT for act in acts)


def _gives_cause(word: Word) -> bool:
    return not word.lead and (word.stem in _CAUSES or (word.prefix == "ل" and word.act is not None))


def _of_act_before(reading: Reading, clause: Clause, entity: Entity) -> bool:
    """Tells whether a place is where another act happened, which came before (سلمته الشرطة بعد توقيفه في │ حلب)."""
    units = reading.units
    if entity.kind not in PLACE_KINDS or not (
        units[entity.first].word.prefix == "ب" or units[entity.first - 1].word.stem == "في"
    ):
        return False
    for k in range(entity.first - 1, max(clause.verb + 1, entity.first - _CAUSE_BEFORE), -1):
        word = units[k].word
        if units[k].date >= 0 or units[k].is_mark:
            return False
        if word.act is not None and word.pronoun and units[k - 1].word.stem in _CAUSES:
            return True
    return False


def _of_charge(reading: Reading, clause: Clause, entity: Entity) -> bool:
    """Tells whether a place stands in what somebody is charged with (حكم بسجنه لإدانته بتهريب أسلحة إلى │ بلجيكا)."""
    before = [reading.units[k].word for k in clause.units if clause.verb < k < entity.first]
    return any(
        word.core.removesuffix(word.pronoun) in _CHARGES and after.prefix == "ب" and after.act is not None
        for word, after in pairwise(before)
    )


def _on_line(reading: Reading, entity: Entity) -> bool:
    """Tells whether a country only tells which line or road is meant (إضافة خط │ تونس)."""
    before = reading.units[entity.first - 1] if entity.first else None
    word = reading.units[entity.first].word
    after = reading.units[entity.end] if entity.end < len(reading.units) else None
    named = before is not None and before.date < 0 and before.word.core in _LINES and not before.word.definite
    return named and not (word.prefix or word.lead) and not (after is not None and after.text in "-–—")


def _is_source(reading: Reading, k: int) -> bool:
    word = reading.units[k].word
    return reading.units[k].date < 0 and (word.fold[1:] if word.lead else word.fold) in SOURCES


def _first_source(reading: Reading, own: Iterable[int]) -> int:
    """Returns the first unit that opens a source, the end of the sentence without one."""
    return next((k for k in sorted(own) if _is_source(reading, k)), len(reading.units))


def _inserted_end(reading: Reading, k: int) -> int:
    """Returns the unit behind a source between two commas, where the sentence goes on (أنجز روايته، بحسب ناشره، │ في
    برلين); 0 for others."""
    if not 0 < k < len(reading.units) or not reading.units[k - 1].is_comma:
        return 0
    near = range(k + 1, min(k + _LONGEST_SOURCE, len(reading.units)))
    return next((j + 1 for j in near if reading.units[j].is_comma), 0)


def _source_end(reading: Reading, k: int, verb: int) -> int:
    """Returns the unit after a source that opens a sentence: behind its comma, or at the verb (وبحسب المدير رائد
    العجلوني، │ أغلق …)."""
    return next((j + 1 for j in range(k, verb) if reading.units[j].is_comma), verb)


def _is_demanded(reading: Reading, clause: Clause, entity: Entity) -> bool:
    """Tells whether a name only stands in what is demanded or protested (للمطالبة بالإفراج عن الوزير)."""
    return any(reading.units[k].word.fold in _DEMANDS for k in clause.units if clause.verb < k < entity.first)


def _describes(reading: Reading, clause: Clause, entity: Entity) -> bool:
    """Tells whether a name only tells which person or thing is meant: دورة برلين, العائد من إيطاليا, المولود بباتنة."""
    units = reading.units
    before = units[entity.first - 1].word if entity.first else None
    if before is None or units[entity.first - 1].date >= 0 or units[entity.first - 1].is_mark:
        return False
    word = units[entity.first].word
    if is_child_of_town(reading, entity.first - 1):
        return True
    if entity.kind in PLACE_KINDS and before.core in _GOVERNORS and not before.definite and not word.prefix:
        out = entity.first > 1 and (
            units[entity.first - 2].word.stem == "من" or units[entity.first - 2].word.core in _TROPHIES
        )
        return entity.kind != "city" or before.core not in _GATHERED or out
    if (
        entity.kind == "organisation"
        and not word.prefix
        and (before.core in _SEATS or "demonstrative" in before.classes)
    ):
        return True
    if entity.kind not in PLACE_KINDS and before.core in _NAMED_BY and not before.definite and not word.prefix:
        return True
    if entity.kind == "person" and before.core in _HEIRS and not before.definite and not word.prefix:
        return True  # رفعها ورثة │ المضف
    if entity.kind == "organisation" and before.stem == "بأعمال":
        return True  # القائم بأعمال │ السفارة
    if entity.kind == "organisation" and before.stem == "في":
        holder = reading.entity_at(entity.end)
        named = holder is not None and holder.kind == "person" and not units[entity.end].word.lead
        if named or _serves_there(reading, entity.first - 2):
            return True
    if entity.kind in PLACE_KINDS and before.stem in ("مقره", "مقرها", "مقرهم"):
        return True
    if word.prefix == "ب" and before.fold in _HEADED:
        return True
    if (
        before.stem == "عن"
        and entity.first > 1
        and entity.kind in ("person", "office")
        and units[entity.first - 2].word.core in _WORKS
    ):
        return True  # نشر مقالا عن │ وزير السكن
    farther = units[entity.first - 2].word if entity.first > 1 else None
    if entity.bare is False and before.core in _FORMING and units[entity.first].word.core == "حكومه":
        return True  # تشكيل │ الحكومة
    if farther is None or not before.preposition:
        return False
    if entity.kind in PLACE_KINDS and before.stem == "من" and _of_origin(reading, clause, entity):
        return True  # والمعشري معلم من │ ظفار، بدأ …
    given = entity.kind in PLACE_KINDS and not (farther.definite or farther.pronoun)
    if given and farther.stem.endswith("ا") and farther.core[:-1] in _ENVOYS:
        return True  # عين سفيرا في │ واشنطن
    sent = reading.entity_over(entity.first - 2) if entity.kind in PLACE_KINDS else None
    verb = units[clause.verb].word.verb if clause.verb >= 0 else None
    moves = verb is not None and bool(verb.kinds & MOVES) and before.stem != "لدى"
    envoy = sent is not None and sent.end == entity.first - 1 and units[sent.first].word.core in _ENVOYS
    if envoy and sent is not None and not moves and (sent.kind != "person" or before.stem == "لدى"):
        return True
    if entity.kind in PLACE_KINDS and before.stem == "على" and reading.entity_over(entity.first - 2) is not None:
        town = reading.entity_over(entity.first - 2)
        if town is not None and town.kind == "city" and units[entity.first].word.stem in _WATERS:
            return True  # رفاعة على النيل الأزرق
    if entity.kind in PLACE_KINDS and before.stem == "عن" and (farther.core in _SEATED_FOR or word.core == "دائره"):
        return True  # النائب عن │ دائرة عاليه
    coming = farther.core in _COMING and before.stem == "من" and farther.prefix != ""
    return farther.fold in _HEADED or (coming and entity.kind in PLACE_KINDS)


def _of_origin(reading: Reading, clause: Clause, entity: Entity) -> bool:
    """Tells whether a place behind an indefinite noun and من, a comma behind it, says where who does it comes from."""
    noun = reading.units[entity.first - 2]
    if not entity.end <= clause.verb or noun.date >= 0 or noun.is_mark or not reading.units[entity.end].is_comma:
        return False
    word = noun.word
    person = word.office is not None or word.common or bool(word.core_classes & _PEOPLE)
    return person and entity.first > 2 and not (word.definite or word.prefix or word.act or word.verb)


def _serves_there(reading: Reading, k: int) -> bool:
    """Tells whether a word names somebody by where he serves (الموظف السابق في │ وزارة الدفاع): an office with the
    article and its adjectives, no post that is given or held (أستاذا في │ جامعة دمشق)."""
    named = reading.entity_over(k)
    if named is not None and named.kind == "person":
        return False
    while k > 0 and reading.units[k].word.definite and reading.units[k].word.office is None:
        if reading.units[k].date >= 0 or reading.entity_over(k) is not None or not reading.units[k - 1].word.definite:
            return False
        k -= 1
    word = reading.units[k].word
    return (
        k >= 0
        and reading.units[k].date < 0
        and word.definite
        and not word.act
        and (word.office is not None or "person-noun" in word.classes)
    )


def _is_only_name(reading: Reading, entity: Entity) -> bool:
    """Tells whether a body is what something is called (باسم «نادي الأمل», في قضية «مصنع الورق»), not who speaks by
    another (الناطق باسم الشركة)."""
    units = reading.units
    if _inside_title(reading, entity):
        return True
    k = entity.first - 1
    k -= k >= 0 and units[k].text in OPENING_QUOTES
    if entity.kind != "organisation" or k < 0 or units[k].date >= 0:
        return False
    spoken = units[k - 1].word.core in _VOICES if k else False
    return (units[k].word.stem == "باسم" and not spoken) or (units[k].word.core == "قضيه" and k < entity.first - 1)


def _inside_title(reading: Reading, entity: Entity) -> bool:
    """Tells whether a name is part of what a thing is called in quotation marks (كتاب «تاريخ │ الجزائر»، الباخرة «│
    القصير»): behind a noun that is no body, place or person."""
    units = reading.units
    start = next(
        (
            k
            for k in range(entity.first - 1, max(-1, entity.first - _LONGEST_QUOTED), -1)
            if units[k].text in DOUBLE_QUOTES
        ),
        -1,
    )
    close = next(
        (k for k in range(entity.end, min(len(units), entity.end + _LONGEST_QUOTED)) if units[k].text in DOUBLE_QUOTES),
        0,
    )
    if (
        start < 1
        or units[start].text == "»"
        or not close
        or entity.kind == "organisation"
        or units[start - 1].date >= 0
    ):
        return False
    if any(is_verb(units, k, False) or "negation" in units[k].word.classes for k in range(start + 1, close)):
        return False
    if any(units[k].is_number for k in range(start + 1, close)):
        return True  # اختبرت │ «مسندم 3»
    noun = units[start - 1].word
    noun = units[start - 2].word if noun.definite and start > 1 and not (noun.common or noun.known_noun) else noun
    if noun.act is not None and entity.kind == "city" and entity.first == start + 1 and entity.end == close:
        return False  # مفاوضات │ «جنيف»
    named = (
        noun.organisation or noun.place_head or noun.office or noun.given or noun.place or noun.core_classes & _PEOPLE
    )
    told = noun.verb is not None or noun.preposition or noun.speech is not None or noun.prefix == "ل"
    return bool(noun.common or noun.known_noun or noun.pronoun) and not (named or told) and not units[start - 1].is_mark


def _is_result(reading: Reading, clause: Clause, entity: Entity) -> bool:
    """Tells whether a name stands behind ل with an imperfect that goes on from the act (ليرفع رصيده, لتصبح)."""
    between = (k for k in clause.units if clause.verb < k < entity.first)
    return any(_follows(reading, k) for k in between)


def _follows(reading: Reading, k: int) -> bool:
    form = reading.units[k].word.stem
    if (
        not form.startswith(("لي", "لت"))
        or not k
        or not (reading.units[k - 1].is_comma or reading.units[k - 1].date >= 0)
    ):
        return False
    verb = analysed(form[1:]).verb
    return verb is not None and verb.aspect == "imperfect" and verb.lemma != "خلف"  # ليخلف المدير سامي رزق


def _is_background(reading: Reading, entity: Entity, made: Title) -> bool:
    """Tells whether a country or body stands in an act that only explains this one (إثر سحب السويد ترخيصها)."""
    units = reading.units
    if entity.kind not in ("country", "organisation") or entity.first < 2:
        return False
    joined = reading.entity_over(entity.first - 1) if units[entity.first].word.lead else None
    if joined is not None and joined.first < entity.first:
        return _is_background(reading, joined, made)
    cause, act = units[entity.first - 2], units[entity.first - 1]
    if act.word.preposition and entity.kind == "country" and entity.first not in made.units:
        before = units[max(0, entity.first - _CAUSE_BEFORE) : entity.first]
        return any(unit.word.stem in _AFFECTED for unit in before)
    return cause.word.stem in _CAUSES and act.word.act is not None and not act.word.definite
