"""Which dated statements are events, and which dates only tell one thing from another (docs/events.md §7)."""

from __future__ import annotations

from timeline_cli.events.attach import Attachment
from timeline_cli.events.beside import (
    exists,
    goes_back,
    only_reported,
    opens_anew,
    tells_which,
    than_what,
    would_be,
)
from timeline_cli.events.named_years import (
    in_a_name,
    names_a_thing,
    names_an_edition,
    of_a_law,
    of_holder,
    of_participle,
    of_results,
    unit_before,
)
from timeline_cli.events.status import is_asked
from timeline_cli.events.story import Reading
from timeline_cli.events.subjects import subject, tells_idiom
from timeline_cli.lexicon.index import cues
from timeline_cli.model import TimeExpression
from timeline_cli.text.clauses import Clause
from timeline_cli.text.tokens import Unit
from timeline_cli.text.units import is_verb

_AFFIRMING = cues("affirming")  # لم يكد يعلن …
_ARRIVES = frozenset({"جاء", "أتى"})
_FALLS_ON = frozenset({"صادف", "وافق"})
_YEARLY = frozenset({"year", "decade", "century", "season", "month"})
_PERIODS = _YEARLY | {"quarter", "half"}
_ASKS = cues("asks")
_BOUNDS = cues("bounds")
_BECOMES = cues("becomes")
_OF_NOW = cues("of-now")
_SAME = cues("same")
_LEVELS = cues("levels")
_AMONG = 7
_GAMES = cues("games")
_UP_TO = frozenset({"حتي", "حتى", "لغايه", "لغاية"})
_LASTS = cues("lasts")
_POSTPONES = cues("postpones")
_HOPES = cues("hopes")
_HAPPENS = frozenset({"حدث", "حصل", "جرى", "وقع", "كان"})
_GENERAL_THINGS = cues("general-things")
_IS_NOT = frozenset({"ليس", "ليست", "ليسوا", "ليسا"})
_BEING = frozenset({"عليه", "عليها", "عليهم"})
_NUMBERED = frozenset({"number", "quantifier"})


def is_mention(
    reading: Reading, head: Attachment, date: int, expression: TimeExpression, *, future: bool = False
) -> bool:
    """Tells whether a date says nothing about when something happened; the rows are those of §7.

    `future`: its last day is after the document's date, when a state is one to come.
    """
    clause = reading.clauses[head.clause]
    checks = (
        _bounds_a_period,
        _usual,
        names_a_thing,
        _compares,
        _is_birth_year,
        of_a_law,
        _arrives,
        _is_paper,
        _nowadays,
        _bare_saying,
        in_a_name,
        _only_bounds,
        _beside_another_clause,
        _on_unknown_day,
        of_participle,
        _asked_for,
        _daily_hours,
        _deadline,
        of_holder,
        of_results,
        names_an_edition,
        _from_figure,
        _likens,
        _was_hoped,
    )
    if (
        head.rule == "far"
        or goes_back(reading, clause, date)
        or tells_which(reading, clause, expression)
        or opens_anew(reading, clause, head, date)
        or only_reported(reading, head, date, expression, future=future)
        or is_asked(reading, head, date)
        or _nothing_happens(reading, head)
    ):
        return True
    if any(check(reading, clause, head, date, expression) for check in checks):
        return True
    lasting = future or expression.relation == "since"
    if any("planned-participle" in reading.units[k].word.classes for k in clause.units if k < clause.verb):
        return False
    if exists(reading, clause, head) and not (future and expression.precision == "day"):
        return True
    return not lasting and _states(reading, clause, head, date, expression)


def _usual(reading: Reading, clause: Clause, head: Attachment, date: int, expression: TimeExpression) -> bool:
    """Row 24: what happens every year (تسقط الأمطار عادة بين يونيو وسبتمبر)."""
    verb = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
    if verb is None or verb.aspect != "imperfect" or verb.future:
        return False
    return any(reading.units[k].word.stem in ("عادة", "دائما", "غالبا") for k in clause.units)


def _bounds_a_period(reading: Reading, clause: Clause, head: Attachment, date: int, expression: TimeExpression) -> bool:
    """Row 36: the date says when a fiscal year or period ends (للفترة المنتهية في, السنة التي انتهت في)."""
    if clause.kind == "relative" and clause.antecedent >= 0 and head.kind == "verb":
        noun = reading.units[clause.antecedent]
        return noun.date >= 0 or "period-noun" in noun.word.core_classes
    near = reading.units[max(0, date - 2) : date]
    return any(unit.word.stem in ("المنتهي", "المنتهية", "المنتهيه", "المنتهى") for unit in near)


def _compares(reading: Reading, clause: Clause, head: Attachment, date: int, expression: TimeExpression) -> bool:
    """Row 11: the date belongs to what a figure is compared with (مقارنة بـ, بزيادة … عن, أدنى مستوى منذ)."""
    before = unit_before(reading, date)
    if before is not None and before.word.fold == "عن" and expression.precision in _PERIODS:
        return True
    same = before is not None and before.word.fold in _SAME and expression.precision in _PERIODS and date > 2
    if same and reading.units[date - 3].word.stem in ("عن", "مع"):
        return True
    if expression.text.startswith(("الفترة", "المدة", "الوقت", "الشهر نفسه", "العام نفسه")) and "من" in expression.text:
        return True
    if expression.precision == "year" and date < clause.verb and _superlative_before(reading, date):
        return True
    if expression.precision in _YEARLY and _set_against(reading, clause, date):
        return True
    if than_what(reading, clause):
        return True
    since = expression.relation == "since"
    if since and head.kind == "verb" and head.unit and "negation" in reading.units[head.unit - 1].word.classes:
        return True
    if since and any(reading.units[k].word.stem == "عدم" for k in clause.units if head.unit < k < date):
        return True
    own = reading.clauses[reading.clause_of[date]] if reading.clause_of[date] >= 0 else clause
    for k in reversed([k for k in own.units if k < date][-9:]):
        unit = reading.units[k]
        if unit.date >= 0 and k + 1 < date and not reading.units[k + 1].is_mark and not unit.lead:
            continue
        if unit.date >= 0 or k == clause.verb:
            return False
        if "comparison" in unit.word.classes or (unit.word.core in _LEVELS and reading.units[k - 1].word.stem == "عن"):
            return True
        after = reading.units[k + 1].word.stem if k + 1 < len(reading.units) else ""
        if since and (
            (_is_superlative(unit) and after != "من")
            or (unit.word.stem in ("أول", "آخر") and after)
            or (unit.word.core == "مره" and reading.units[k].word.prefix)
        ):
            return True
    return False


def _is_superlative(unit: Unit) -> bool:
    listed = unit.word.core_classes
    return "superlative" in unit.word.classes or (bool(unit.word.prefix) and "superlative" in listed)


def _set_against(reading: Reading, clause: Clause, date: int) -> bool:
    """Tells whether a figure of another time is set against the clause's own up to a date (مقابل 4 ملايين عام 2014)."""
    for k in range(date - 1, max(clause.verb, date - 16), -1):
        unit = reading.units[k]
        if unit.is_comma or (unit.word.verb is not None and is_verb(reading.units, k, False)):
            return False
        if unit.word.stem in ("مقابل", "مقارنة", "قياسا"):
            return any(unit.is_number for unit in reading.units[k:date])
    return False


def _superlative_before(reading: Reading, date: int) -> bool:
    """Tells whether a year says among what something is the most (الحريق الأكثر خطورة هذا العام)."""
    near = [reading.units[k] for k in range(max(0, date - 4), date)]
    return any("superlative" in unit.word.classes and unit.word.definite for unit in near)


def _is_birth_year(reading: Reading, clause: Clause, head: Attachment, date: int, expression: TimeExpression) -> bool:
    """Row 7: مواليد 1964; life dates in brackets behind a person."""
    before = unit_before(reading, date)
    if before is not None and before.word.core == "مواليد":
        return True
    if clause.kind != "bracket" or clause.opener < 1:
        return False
    return _owner_is_named(reading, clause)


def _owner_is_named(reading: Reading, clause: Clause) -> bool:
    k = clause.opener - 1
    entity = reading.entity_over(k)
    if entity is not None and entity.kind in ("person", "office"):
        return True
    return head_act(reading, k) is False


def head_act(reading: Reading, k: int) -> bool:
    """Tells whether the noun phrase that ends at a unit names an act, a war, a reign."""
    for j in range(k, max(-1, k - 5), -1):
        unit = reading.units[j]
        if unit.date >= 0 or unit.is_mark or unit.word.preposition:
            return False
        if unit.word.act is not None or "era-noun" in unit.word.classes or "era-noun" in unit.word.core_classes:
            return True
    return False


def _states(reading: Reading, clause: Clause, head: Attachment, date: int, expression: TimeExpression) -> bool:
    """Rows 12a, 15, 18: a state without a figure, a duration without a counted result, a negated state."""
    if head.kind != "verb":
        return expression.type == "DURATION" and expression.how == "dct"
    verb = reading.units[clause.verb].word.verb
    if tells_idiom(reading, clause):
        return False
    figure = any(reading.units[k].is_number or reading.units[k].word.classes & _NUMBERED for k in clause.units)
    denied = reading.units[clause.verb - 1].word.stem in ("لم", "لن") if clause.verb > 0 else False
    if verb is not None and verb.stative and not figure and not denied:
        return True
    if expression.type == "DURATION":
        return not (verb is not None and verb.aspect == "perfect" and figure)
    before = [reading.units[k].word for k in clause.units if k < clause.verb]
    denied = any("negation" in word.classes for word in before)
    return denied and any("was" in word.classes and word.stem not in _AFFIRMING for word in before)


def _arrives(reading: Reading, clause: Clause, head: Attachment, date: int, expression: TimeExpression) -> bool:
    """Row 27: جاء ذلك أمس."""
    if head.kind != "verb":
        return False
    verb = reading.units[clause.verb].word.verb
    after = reading.units[clause.verb + 1].word if clause.verb + 1 < len(reading.units) else None
    if verb is not None and verb.lemma in _FALLS_ON and date == clause.verb + 1 and not reading.units[date].preposition:
        return True
    shown = after is not None and "demonstrative" in after.classes and after.stem in ("ذلك", "هذا")
    speech = reading.units[clause.verb].word.speech
    source = reading.units[clause.verb + 2].word if clause.verb + 2 < len(reading.units) else None
    if verb is not None and verb.lemma in _ARRIVES and after is not None:
        told = "statement-noun" in after.core_classes and not after.prefix
        if told:
            return True
    if verb is not None and verb.lemma in _ARRIVES and after is not None and after.stem == "في":
        return source is not None and "statement-noun" in source.core_classes
    return shown and ((verb is not None and verb.lemma in _ARRIVES) or speech is not None)


def _only_bounds(reading: Reading, clause: Clause, head: Attachment, date: int, expression: TimeExpression) -> bool:
    """Tells whether something past is only said to lie after or before a year (للمرة الأولى بعد 1987), or a length of
    play is all that is dated (في آخر ربع ساعة)."""
    verb = reading.units[head.unit].word.verb if head.kind == "verb" else None
    past = verb is not None and verb.aspect == "perfect"
    if past and expression.relation in ("after", "before") and expression.precision in _YEARLY:
        return expression.text[:4].isdigit()
    return expression.text.startswith(("آخر", "أخر", "اخر")) and any(
        word in expression.text for word in ("ساعة", "دقيقة", "دقائق")
    )


def _beside_another_clause(
    reading: Reading, clause: Clause, head: Attachment, date: int, expression: TimeExpression
) -> bool:
    """Tells whether a verbless clause of its own stands between a verb and a date (…، المنتخب هم أبطال 2006)."""
    if head.kind != "verb" or date < head.unit:
        return False
    between = [k for k in clause.units if head.unit < k < date]
    comma = next((place for place, k in enumerate(between) if reading.units[k].is_comma), -1)
    if comma < 0:
        return False
    return any(reading.units[k].word.stem in ("هو", "هي", "هم", "هما") for k in between[comma + 2 :])


def _on_unknown_day(reading: Reading, clause: Clause, head: Attachment, date: int, expression: TimeExpression) -> bool:
    """Tells whether a clock time belongs to a numbered day of a programme, which is not the document's (في اليوم الثاني
    … عند الساعة 5:30)."""
    if expression.precision != "time" or expression.how != "dct":
        return False
    for k, unit in enumerate(reading.units[:-1]):
        numbered = "ordinal" in reading.units[k + 1].word.classes or reading.units[k + 1].word.fold in _SAME
        if unit.word.core == "يوم" and unit.date < 0 and numbered:
            return True
    return False


def _daily_hours(reading: Reading, clause: Clause, head: Attachment, date: int, expression: TimeExpression) -> bool:
    """Tells whether a clock time is one end of daily hours (يحظر العمل من الساعة 12 ظهرا إلى الساعة 3)."""
    if expression.precision != "time" or expression.how != "dct":
        return False
    between = " إلى " in expression.text or " حتى " in expression.text
    verb = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
    near = range(max(0, date - 4), date)
    opened = between or any(reading.units[k].word.stem in ("من", "بين") and reading.units[k].date < 0 for k in near)
    daily = any(reading.units[k].word.stem in ("يوميا", "يومياً") for k in clause.units)
    return daily or (opened and verb is not None and verb.aspect == "imperfect" and not verb.future)


def _asked_for(reading: Reading, clause: Clause, head: Attachment, date: int, expression: TimeExpression) -> bool:
    """Tells whether a first day belongs to what is asked for (طلبت الوزارة … مراجعتها ابتداء من الثلاثاء)."""
    verb = reading.units[head.unit].word.verb if head.kind == "verb" else None
    if verb is None or verb.lemma not in _ASKS or date < head.unit:
        return False
    near = [reading.units[k].word.stem.rstrip("ً") for k in range(max(0, date - 4), date)]
    return expression.relation in ("from", "until") or not _BOUNDS.isdisjoint(near)


def _deadline(reading: Reading, clause: Clause, head: Attachment, date: int, expression: TimeExpression) -> bool:
    """Row 16: the day until which something is granted, put off or valid, unless a figure counts up to it or the verb
    tells what lasted (منح الاتحاد مهلة حتى 30 يوليو)."""
    up_to = reading.units[date].preposition in _UP_TO
    if expression.relation != "until" or head.rule == "D15" or (head.kind != "verb" and not up_to):
        return False
    if head.kind != "verb":
        return head.kind == "noun"
    if expression.type == "TIME":
        return False  # what was heard or done until late
    verb = reading.units[head.unit].word.verb
    lemmas = set(verb.lemma.split("|")) if verb is not None else set()
    if verb is None or verb.aspect != "perfect" or lemmas & _LASTS or (not up_to and lemmas & _POSTPONES):
        return False
    return not any(reading.units[k].is_number or "number" in reading.units[k].word.classes for k in clause.units)


def _from_figure(reading: Reading, clause: Clause, head: Attachment, date: int, expression: TimeExpression) -> bool:
    """Row 11: the first of two figures with a date each (ارتفع العدد من 600 ألف عام 1407 إلى 6 ملايين عام 1436)."""
    if head.kind != "verb" or head.unit > date or expression.relation == "since":
        return False
    units = reading.units
    near = range(date - 1, max(head.unit, date - _AMONG), -1)
    start = next((k for k in near if units[k].word.stem == "من" and "superlative" not in units[k - 1].word.classes), -1)
    end = next((k for k in range(date + 1, min(len(units), date + 4)) if units[k].word.stem in ("إلى", "الى")), -1)
    if start >= 0 and end < 0:
        grown = any(units[k].word.stem in ("إلى", "الى") for k in range(max(head.unit, start - _AMONG), start))
        return grown and units[start + 1].is_number
    if start < 0 or end < 0:
        return False
    return any(units[k].is_number for k in range(start, date)) and any(
        units[k].is_number for k in range(end, min(len(units), end + 4))
    )


def _was_hoped(reading: Reading, clause: Clause, head: Attachment, date: int, expression: TimeExpression) -> bool:
    """Row 18: what somebody only hoped to do (كانت الوكالة تأمل ببدء الرحلات في 2023)."""
    hoped = (k for k in clause.units if k and reading.units[k].word.core in _HOPES)
    return any("was" in reading.units[k - 1].word.classes for k in hoped)


def _likens(reading: Reading, clause: Clause, head: Attachment, date: int, expression: TimeExpression) -> bool:
    """Row 11: what happened before is only likened to (كما حدث في جلسة الأحد)."""
    verb = reading.units[clause.verb].word.verb if head.kind == "verb" and clause.kind == "as" else None
    happened = verb is not None and bool(set(verb.lemma.split("|")) & _HAPPENS)
    return happened and clause.verb == clause.opener + 1 and subject(reading, clause) is None


def _nowadays(reading: Reading, clause: Clause, head: Attachment, date: int, expression: TimeExpression) -> bool:
    """Row 24: a bare اليوم beside a present without a named doer, or beside "we", means these days."""
    addressed = reading.units[date - 1].word.verb if date else None
    if addressed is not None and addressed.pronoun in ("ك", "كم") and clause.frame < 0:
        return True
    if expression.text == "اليوم" and reading.units[date].preposition in ("إلى", "حتى"):
        return True
    before = [unit.word.stem for unit in reading.units[max(0, date - 2) : date]]
    if expression.text == "اليوم" and (not _BEING.isdisjoint(before[-1:]) or "كما" in before[:1]):
        return True
    if expression.text == "اليوم" and date + 1 < len(reading.units) and reading.units[date + 1].word.stem == "هناك":
        return True
    if expression.text in ("اليوم", "الأمس", "أمس") and clause.verb < 0:
        return any(reading.units[k].word.stem in ("هو", "هي", "هم") for k in clause.units)
    if head.kind != "verb" or expression.text != "اليوم":
        return False
    doer = subject(reading, clause)
    if doer is not None and doer.entity is None and reading.units[doer.first].word.core in _GENERAL_THINGS:
        return True
    verb = reading.units[clause.verb].word.verb
    lemma = verb.lemma.split("|")[0] if verb is not None else ""
    if lemma in _BECOMES or (verb is not None and not verb.future and verb.aspect == "imperfect" and lemma in _OF_NOW):
        return True
    if verb is not None and verb.aspect == "imperfect" and verb.stative and not verb.future:
        return True
    if date < clause.verb and reading.units[clause.verb - 1].word.stem == "لا":
        return True
    if verb is None or verb.aspect != "imperfect" or verb.future or clause.kind == "quote" or clause.frame >= 0:
        return False
    return verb.person in ("1s", "1p") or verb.guessed or verb.stative or subject(reading, clause) is None


def _bare_saying(reading: Reading, clause: Clause, head: Attachment, date: int, expression: TimeExpression) -> bool:
    """Row 20: a speech verb with its speaker and nothing said."""
    if head.kind != "verb":
        return False
    speech = reading.units[clause.verb].word.speech
    if speech is None or tells_idiom(reading, clause):
        return False
    verb = reading.units[clause.verb].word.verb
    counted = verb is not None and "economy" in verb.kinds
    if counted and any(reading.units[k].is_number for k in clause.units if k > clause.verb):
        return False
    if any(
        inner.parent == clause.number and inner.kind in ("complement", "quote", "saying") for inner in reading.clauses
    ):
        return False
    doer = subject(reading, clause)
    after = [k for k in clause.units if k > clause.verb and reading.units[k].date < 0 and not reading.units[k].is_mark]
    told = range(max(0, clause.antecedent - 3), clause.antecedent + 1)
    ends_something = speech.sense == "go-on" and any(reading.units[k].word.act is not None for k in (*after, *told))
    ends_something |= speech.sense == "go-on" and (doer.entity is None if doer else clause.kind == "provided")
    if speech.sense in ("say", "go-on") and not speech.act:
        return not ends_something
    return doer is not None and doer.first > clause.verb and all(k < doer.end for k in after)


def _is_paper(reading: Reading, clause: Clause, head: Attachment, date: int, expression: TimeExpression) -> bool:
    """Row 9: الصحف الصادرة اليوم."""
    if head.kind == "verb":
        verb = reading.units[clause.verb].word.verb
        near = reading.units[max(0, clause.verb - 2) : clause.verb + 2]
        papers = any("statement-noun" in unit.word.core_classes for unit in near)
        return (
            verb is not None
            and verb.lemma.split("|")[0] in ("صدر", "أصدر")
            and papers
            and (clause.kind == "relative" or bool(verb.pronoun))
        )
    if head.kind != "participle" or not reading.units[head.unit].word.stem.startswith("الصادر"):
        return False
    return any(
        reading.units[k].word.core in ("صحف", "صحيفه", "صحيفة", "جريده", "عدد")
        for k in range(max(0, head.unit - 3), head.unit)
    )


def _dates_a_noun(reading: Reading, participle: int) -> bool:
    """Tells whether the noun phrase before المقرر, المؤرخة, or what follows it, is an act, a document or a person."""
    known = reading.units[participle].word
    if "planned-participle" not in known.classes:
        return True
    after = reading.units[participle + 1].word if participle + 1 < len(reading.units) else None
    if after is not None and after.act is not None:
        return True
    noun = participle - 1 - reading.units[participle - 1].is_comma
    games = any(reading.units[k].word.core in _GAMES for k in range(max(0, noun - 4), noun + 1))
    return games or head_act(reading, noun)


def _nothing_happens(reading: Reading, head: Attachment) -> bool:
    """Row 8 and the record's first need: a verbless head must name an act."""
    if head.kind == "bracket":
        return not head_act(reading, head.unit)
    if head.kind == "participle":
        return not _dates_a_noun(reading, head.unit)
    if head.kind != "nominal":
        return False
    clause = reading.clauses[head.clause]
    if clause.kind in ("bracket", "relative", "circumstance"):
        return True
    if any("still" in reading.units[k].word.classes for k in clause.units):
        return False
    if any(reading.units[k].word.stem in _IS_NOT for k in clause.units) or would_be(reading, clause):
        return True
    own = [k for k in clause.units if reading.units[k].date < 0 and not reading.units[k].is_mark]
    was = any("was" in reading.units[k].word.classes for k in own[:2])
    words = [reading.units[k].word for k in own if not reading.units[k].word.is_function][: 6 if was else 2]
    return not any(word.act is not None or "era-noun" in word.core_classes for word in words)
