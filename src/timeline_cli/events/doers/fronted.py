"""What stands before the verb of a clause: its subject (SVO), what أما sets apart (docs/events.md §3.2)."""

from __future__ import annotations

from timeline_cli.events.doers.attributes import is_attribute
from timeline_cli.events.doers.phrases import is_nominal, phrase_end
from timeline_cli.events.reading import Phrase, Reading
from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause
from timeline_cli.text.connectives import connective_at
from timeline_cli.text.finite_verbs import is_verb
from timeline_cli.text.tokens import CLOSING_QUOTES, OPENING_QUOTES, Unit
from timeline_cli.text.words import Word

BEFORE_VERB = frozenset({"negation", "aspect", "was", "still", "complementizer"})
_LONGEST_RUN = 5
_MANY = frozenset({"مئات", "عشرات", "الاف", "ملايين"})
_ONE_OF = frozenset({"واحدة", "واحد", "إحدى", "أحد", "واحدا"})
_THERE_IS = frozenset({"هناك", "ثمة"})
_DASHES = frozenset("-–—")
_SOURCES = cues("sources")
_EXPECTED = cues("expected")
_LEADING = frozenset(
    {"was", "phase", "aspect", "clause-adverb", "complementizer", "adverb", "still", "negation", "modal"}
)


def set_apart(reading: Reading, clause: Clause) -> Phrase | None:
    """Returns what أما sets apart before the verb that tells of it (أما مؤشر السوق فهبط), None elsewhere."""
    if clause.opener < 0 or reading.units[clause.opener].word.stem != "أما" or clause.verb < 0:
        return None
    before = [k for k in clause.units if clause.opener < k < clause.verb]
    if not before or before[0] != clause.opener + 1:
        return None
    first, head = before[0], reading.units[before[0]]
    named = reading.entity_at(first)
    if not is_nominal(head) or head.word.prefix or head.word.preposition:
        return None
    end = named.end if named is not None else phrase_end(reading, first)
    while end in before and end - first <= _LONGEST_RUN and not _begins_phrase(reading.units[end]):
        end += 1
    return Phrase(first, end, named)


def _begins_phrase(unit: Unit) -> bool:
    word = unit.word
    return unit.is_mark or unit.date >= 0 or bool(word.prefix or word.preposition or word.is_function)


def subject_before(reading: Reading, clause: Clause) -> Phrase | None:
    """Returns the noun phrase that stands right before the verb of a clause (SVO), leading words left out."""
    key = clause.number, clause.verb, len(clause.units)
    if key not in reading.subjects_before:
        apart = clause.verb >= 0 and _acts_behind(reading, clause)
        reading.subjects_before[key] = None if apart else _subject_before(reading, clause)
    return reading.subjects_before[key]


def _acts_behind(reading: Reading, clause: Clause) -> bool:
    """Tells whether a name right behind a verb does what is done to an accusative behind it, so that nothing before the
    verb does (وزير الإعلام العماني │ تلقى رئيس الاتحاد اتصالا: a headline before its sentence)."""
    verb = reading.units[clause.verb].word.verb
    doer = reading.entity_at(clause.verb + 1)
    if verb is None or not verb.transitive or verb.passive or verb.pronoun or doer is None or doer.plural:
        return False
    if doer.kind not in ("person", "office", "organisation") or reading.units[doer.first].word.prefix:
        return False
    thing = next((unit for unit in reading.units[doer.end :] if unit.date < 0), None)
    if thing is None or verb.person != ("3fs" if doer.feminine else "3ms"):
        return False
    accusative = thing.word.stem.rstrip("ً").endswith("ا") and not thing.word.definite
    return accusative and is_nominal(thing) and thing.word.act is not None and not thing.word.lead


def _subject_before(reading: Reading, clause: Clause) -> Phrase | None:
    units = reading.units
    before = [k for k in clause.units if k < clause.verb]
    entry = connective_at(units, clause.opener) if clause.opener >= 0 and clause.opener in before[:1] else None
    before = before[len(entry.words) :] if entry is not None else before
    before = _without_quoted_number(units, _without_empty_pairs(units, before))
    colon = next((place for place in range(len(before) - 1, -1, -1) if units[before[place]].text == ":"), -1)
    before = before[colon + 1 :]
    inner = next((place for place, k in enumerate(before) if place and "was" in units[k].word.classes), 0)
    if any(is_nominal(units[k]) for k in before[inner + 1 :]):
        before = before[inner:]
    if (
        len(before) > 2
        and units[before[-2]].word.stem in _EXPECTED
        and "complementizer" in units[before[-1]].word.classes
    ):
        before = before[:-2] if _is_thing(reading, before) else before  # قيودا جديدة │ يمكن أن │ تفرض
    if not before:
        return None
    last = len(before) - 1
    if (
        last > 0
        and units[before[last]].text in OPENING_QUOTES
        and sum(units[k].text in OPENING_QUOTES for k in before) == 1
    ):
        last -= 1  # أن بلاده │ «ستفتح …»
    while last >= 0 and (units[before[last]].word.classes & BEFORE_VERB or units[before[last]].date >= 0):
        if "complementizer" in units[before[last]].word.classes:
            return None
        last -= 1
    before = _without_description(reading, before, last)
    last = min(last, len(before) - 1)
    was = any("was" in units[k].word.classes for k in (before[0], *clause.units[:1]) if k < clause.verb)
    topic = entry is not None and entry.kind == "topic"
    closed = last >= 0 and units[before[last]].is_comma and not was and not topic
    if closed and _told_what_he_is(reading, clause, before[:last]) is not None:
        return _told_what_he_is(reading, clause, before[:last])
    if last < 0 or (closed and not _apposition(reading, before, last) and not _stray_comma(reading, clause, before)):
        return None
    if units[before[last]].is_comma:
        last -= 1
    if last > 0 and units[before[last]].word.preposition:
        last -= 1  # عناصر من الفرقة من │ الذين …
    comma = next((k for k in range(last, -1, -1) if units[before[k]].is_comma), -1)
    first = comma + 1 if comma >= 0 and not _apposed(reading, before, comma) else 0
    while first <= last and (_leading(units[before[first]]) or units[before[first]].text in _DASHES):
        first += 1
    if first > last or before[first] != before[last] - (last - first):
        first = next((k for k in range(last, -1, -1) if before[k] != before[last] - (last - k)), first - 1) + 1
    if first > last:
        return None
    quoted = _quoted_before(reading, before, last, comma=closed)
    if quoted is not None:
        return quoted
    start = before[first]
    head = units[start]
    aside = head.word.stem.endswith("ا") and not head.word.definite and units[start + 1].word.preposition
    aside = aside and not head.word.pronoun  # أن مبيعاتها في الصين
    aside = aside and not (clause.kind == "complement" and units[start + 1].word.stem == "من")  # أن عددا │ من الجنود
    if head.word.stem in _SOURCES or (aside and reading.entity_over(start) is None):
        return None
    if not is_nominal(head) or head.word.prefix or head.word.preposition:
        return name_before(reading, before[last])
    if any(units[k].word.verb is not None and is_verb(units, k, False) for k in before[first : last + 1]):
        return None
    entity = reading.entity_at(start)
    if entity is None and not head.word.definite and not _definite_run(reading, before[first : last + 1]):
        was = any("was" in units[k].word.classes for k in clause.units if k < clause.verb)
        told = (
            was
            or topic
            or _unlisted(reading, before[first : last + 1])
            or clause.kind in ("complement", "quote", "but")
            or after_that(reading, clause)
        )
        if not told:
            return None
        if last - first > _LONGEST_RUN:
            return _first_of(reading, start, before[last])
    known = units[clause.verb].word.verb
    of_woman = known is not None and known.person == "3fs" and known.aspect == "perfect"
    if entity is None and of_woman and _is_mans_act(head.word):
        return None  # تأخير الطرح │ تناقلت الصحف …: a heading
    stop = _before_insertion(reading, start, before[last])
    behind = next((k for k in range(entity.end, stop) if units[k].date < 0), stop) if entity is not None else stop
    if entity is not None and behind < stop and units[behind].word.stem in _ONE_OF:
        return Phrase(start, entity.end, entity)  # كانت الشركة │ واحدة من شركات تخوض حربا
    if entity is None and _described_at_end(reading, clause, Phrase(start, stop)):
        return None
    if entity is None and any(units[k].word.stem in _THERE_IS for k in before[:first]):
        return _of_gender(reading, Phrase(start, stop), clause)
    return Phrase(start, stop, entity)


def _described_at_end(reading: Reading, clause: Clause, phrase: Phrase) -> bool:
    """Tells whether a feminine verb describes the indefinite noun behind a preposition that ends a phrase, whose head
    is definite and masculine (القادم من │ تجربة تمتد لسنوات)."""
    verb, head = reading.units[clause.verb].word.verb, reading.units[phrase.first].word
    last = phrase.end - 1
    if verb is None or verb.person != "3fs" or last != clause.verb - 1 or last < phrase.first + 2:
        return False
    many = head.feminine or head.pattern_plural or head.stem.endswith(("ات", "اء", "ى", "ا")) or len(head.core) == 3
    word = reading.units[last].word
    governed = reading.units[last - 1].word.preposition or bool(word.prefix)
    return head.definite and not many and governed and word.feminine and not word.definite and not word.place


def _of_gender(reading: Reading, phrase: Phrase, clause: Clause) -> Phrase | None:
    """Returns what there is where a feminine verb describes it: the noun behind the preposition of a masculine act
    (هناك ارتفاعا في │ أسعار الفنادق قد تصل إلى الضعف), None where that does not agree either."""
    verb, head = reading.units[clause.verb].word.verb, reading.units[phrase.first].word
    masculine = head.act is not None and not (head.feminine or head.act.plural)
    if verb is None or verb.person != "3fs" or not masculine:
        return phrase
    for k in range(phrase.first + 1, phrase.end - 1):
        inner = reading.units[k + 1].word
        if reading.units[k].word.preposition:
            agrees = inner.feminine or inner.pattern_plural or inner.stem.endswith("ات")
            end = phrase_end(reading, k + 1)
            return Phrase(k + 1, end, reading.entity_at(k + 1)) if agrees else None
    return None


def _is_mans_act(word: Word) -> bool:
    """Tells whether a word is surely an act of masculine gender."""
    act = word.act is not None and not word.act.plural
    shaped = len(word.core) == 5 and word.core[0] == "ت" and word.core[3] == "ي"  # تأخير
    return (act or shaped) and not (word.feminine or word.pattern_plural or word.definite or word.pronoun)


def _told_what_he_is(reading: Reading, clause: Clause, before: list[int]) -> Phrase | None:
    """Returns the name of which an indefinite noun up to the comma before a verb says what it is (والراوي │ طبيب من
    حماة، افتتح …), which the verb goes on with; None elsewhere."""
    units = reading.units
    quoted = len(before) > 3 and units[before[0]].text in OPENING_QUOTES
    entity = reading.entity_at(before[quoted]) if len(before) > 1 else None
    verb = units[clause.verb].word.verb
    if entity is None or entity.kind not in ("person", "organisation") or verb is None or entity.end not in before:
        return None
    behind = entity.end + (quoted and units[entity.end].text in CLOSING_QUOTES)
    what = units[min(behind, len(units) - 1)]
    indefinite = is_nominal(what) and not (what.word.definite or what.word.prefix or what.word.lead)
    agrees = verb.person == ("3fs" if entity.feminine else "3ms") and what.word.feminine == entity.feminine
    told = any(units[k].is_comma or is_verb(units, k, False) for k in before if k > behind)
    return Phrase(entity.first, entity.end, entity) if indefinite and agrees and not told else None


def _is_thing(reading: Reading, before: list[int]) -> bool:
    """Tells whether no person or body stands right before what is expected, who might expect it."""
    entity = reading.entity_over(before[-3])
    return entity is None or entity.kind in ("place", "city")


def _stray_comma(reading: Reading, clause: Clause, before: list[int]) -> bool:
    """Tells whether a comma only parts what أن opens with from its verb, behind which no other subject stands (أن عدد
    الزوار المسجلين، بلغ 300 ألف)."""
    opener = reading.units[clause.opener].word.stem if clause.opener >= 0 else ""
    head = reading.units[before[0]].word
    if opener.endswith(("ه", "ها")) or not is_nominal(reading.units[before[0]]):
        return False
    if clause.kind not in ("complement", "but") and not _topic_of(reading, clause, head):
        return False
    behind = [k for k in clause.units if k > clause.verb and reading.units[k].date < 0]
    unit = reading.units[behind[0]] if behind else None
    if unit is None or unit.is_number or unit.is_mark or not is_nominal(unit):
        return True
    return bool(unit.word.prefix or unit.word.classes & {"open-end", "number"} or unit.word.stem.endswith("ا"))


def _topic_of(reading: Reading, clause: Clause, head: Word) -> bool:
    """Tells whether a definite noun that opens a main clause agrees with its verb (لكن الانطلاقة الحقيقية للمشروع،
    تأخرت)."""
    verb = reading.units[clause.verb].word.verb
    if clause.kind != "main" or verb is None or not head.definite or head.place is not None or head.classes:
        return False
    if verb.person == "3ms":
        return not (head.feminine or head.pattern_plural or head.stem.endswith("ات"))
    return verb.person == "3fs" and (head.feminine or head.pattern_plural or head.stem.endswith("ات"))


def _unlisted(reading: Reading, run: list[int]) -> bool:
    """Tells whether a word or two that no list holds stand before a verb, so that they name who did it."""
    return len(run) < 3 and all(reading.units[k].word.unknown and not reading.units[k].word.is_function for k in run)


def _governed(reading: Reading, k: int) -> bool:
    """Tells whether a preposition governs the noun at a unit, so that a name between commas behind it is that of the
    same thing (في قناته، │ «قناة الضفاف»، دافع عن …)."""
    before = reading.units[k - 1].word if k else None
    nominal = is_nominal(reading.units[k]) and reading.units[k].date < 0
    return nominal and (bool(reading.units[k].word.prefix) or (before is not None and before.preposition))


def _quoted_before(reading: Reading, before: list[int], last: int, *, comma: bool) -> Phrase | None:
    """Returns a name in quotation marks right before a verb (وكانت «الواحة» قد نشرت …), None elsewhere; `comma`: one
    stands between the name and the verb."""
    if reading.units[before[last]].text not in CLOSING_QUOTES or last < 2:
        return None
    for place in range(last - 2, max(-1, last - 5), -1):
        if reading.units[before[place]].text in OPENING_QUOTES:
            named = all(is_nominal(reading.units[k]) for k in before[place + 1 : last])
            opens = place == 0 or _leading(reading.units[before[place - 1]])
            opens = opens and not (comma and place > 1 and _governed(reading, before[place - 2]))
            inner = before[place + 1]
            return Phrase(inner, before[last], reading.entity_at(inner)) if named and opens else None
    return None


def _first_of(reading: Reading, first: int, last: int) -> Phrase | None:
    """Returns the noun phrase that a long row of words before a verb begins with, where it is definite (أفراد فرقة
    الإنقاذ في الدفاع المدني التابع للمدينة انتشلوا …)."""
    end = phrase_end(reading, first)
    while end <= last and reading.units[end].date < 0 and is_attribute(reading, end):
        end += 1
    words = [reading.units[k].word for k in range(first, end)]
    named = any(word.definite or word.place is not None for word in words) or reading.entity_at(first) is not None
    if any(reading.units[k].is_comma for k in range(first, last + 1)):
        return None
    return Phrase(first, end, reading.entity_at(first)) if named and end <= last else None


def _before_insertion(reading: Reading, first: int, last: int) -> int:
    """Returns the unit after a subject, without a participle between commas that only describes it (محاكمة لومير،
    البالغ من العمر 58 عاما، انطلقت)."""
    for k in range(first + 1, last):
        if not reading.units[k].is_comma:
            continue
        word = reading.units[k + 1].word
        told = any(reading.entity_at(j) is not None for j in range(k + 1, last + 1))
        return k if word.definite and not word.lead and not told and word.office is None else last + 1
    return last + 1


def after_that(reading: Reading, clause: Clause) -> bool:
    """Tells whether أن opens a clause with its connective (إلا أن مسلحين قصفوا …), or إن behind ف (وبحسب التقرير │ فإن
    أسعار المنازل ارتفعت)."""
    if clause.opener >= 0 and reading.units[clause.opener].word.stem in ("فإن", "فان"):
        return True
    entry = connective_at(reading.units, clause.opener) if clause.opener >= 0 else None
    return entry is not None and len(entry.words) > 1 and entry.words[-1] in ("ان", "أن")


def _without_empty_pairs(units: list[Unit], before: list[int]) -> list[int]:
    """Leaves out two commas between which a relative clause stood (زعيم الخلية، الذي …، كان يعتزم)."""
    pairs = {
        k
        for place, k in enumerate(before[:-1])
        if units[k].is_comma and units[before[place + 1]].is_comma and before[place + 1] > k + 1
        for k in (k, before[place + 1])
    }
    return [k for k in before if k not in pairs] if pairs else before


def _without_description(reading: Reading, before: list[int], last: int) -> list[int]:
    """Leaves out an insertion between commas right before a verb that only describes its subject (أن القمر، البالغ وزنه
    طنا، │ سلم; أن الركاب، وعددهم 118، │ غادروا)."""
    units = reading.units
    if last < 3 or not units[before[last]].is_comma:
        return before
    opening = next((place for place in range(last - 2, 0, -1) if units[before[place]].is_comma), -1)
    if opening < 1:
        return before
    first, noun = units[before[opening + 1]], units[before[opening - 1]].word
    if first.date >= 0 or reading.entity_over(before[opening + 1]) is not None or not is_nominal(units[before[0]]):
        return before
    counted = (
        first.word.lead == "و" and first.word.stem.endswith(("ه", "ها", "هم")) and "open-end" in first.word.classes
    )
    described = first.word.definite and not (first.word.lead or first.word.prefix or first.word.office)
    described = described and first.word.feminine == noun.feminine and first.word.act is None
    participle = "open-end" in first.word.classes or first.word.stem.startswith("الم") or first.word.common
    return before[:opening] if counted or (described and participle) else before


def _without_quoted_number(units: list[Unit], before: list[int]) -> list[int]:
    """Leaves out the marks around how many did it («آلاف» │ السكان خرجوا)."""
    for place in range(len(before) - 3):
        first, number, last = (units[k] for k in before[place : place + 3])
        counts = number.word.classes & {"number", "quantifier"} or number.word.core in _MANY
        if first.text in OPENING_QUOTES and last.text in CLOSING_QUOTES and counts:
            return [*before[:place], before[place + 1], *before[place + 3 :]]
    return before


def _apposed(reading: Reading, before: list[int], comma: int) -> bool:
    """Tells whether a comma before the verb belongs to a name in apposition (رئيس الديوان، فهد الخطيب، أعلن)."""
    k = before[comma]
    around = reading.entity_over(k - 1), reading.entity_over(k)
    return any(entity is not None and entity.kind in ("person", "office", "role", "organisation") for entity in around)


def name_before(reading: Reading, last: int) -> Phrase | None:
    """Returns the name that ends right before the verb where the clause opens with something else."""
    entity = reading.entity_over(last)
    if entity is None or entity.end != last + 1 or entity.kind not in ("person", "organisation", "office"):
        return None
    before = reading.units[entity.first - 1] if entity.first else None
    governed = before is not None and (before.word.preposition or (before.date < 0 and not before.is_mark))
    return None if governed or reading.units[entity.first].word.prefix else Phrase(entity.first, entity.end, entity)


def _apposition(reading: Reading, before: list[int], last: int) -> bool:
    return any(reading.units[k].is_comma for k in before[:last])


def _definite_run(reading: Reading, run: list[int]) -> bool:
    return len(run) <= 8 and any(reading.units[k].word.definite or reading.units[k].word.place for k in run)


def _leading(unit: Unit) -> bool:
    return unit.date >= 0 or unit.is_comma or not unit.word.classes.isdisjoint(_LEADING)
