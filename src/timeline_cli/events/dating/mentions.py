"""Which dated statements are events, and which dates only tell one thing from another (docs/events.md §7)."""

from __future__ import annotations

from collections.abc import Callable

from timeline_cli.events.dating.attach import Attachment
from timeline_cli.events.dating.beside import (
    exists,
    goes_back,
    lies_in,
    only_reported,
    opens_anew,
    recalls,
    tells_which,
    would_be,
)
from timeline_cli.events.dating.bounds import (
    asked_for,
    deadline,
    denies_being,
    lives_then,
    long_ago,
    one_side,
    only_bounds,
    total_since,
)
from timeline_cli.events.dating.comparisons import compares, from_figure, only_likens
from timeline_cli.events.dating.named_years import (
    in_a_name,
    names_a_thing,
    names_an_edition,
    of_a_law,
    of_holder,
    of_participle,
    of_results,
    unit_before,
)
from timeline_cli.events.dating.nowadays import daily_hours, nowadays, on_unknown_day, usual
from timeline_cli.events.doers.idioms import tells_idiom
from timeline_cli.events.doers.subjects import subject
from timeline_cli.events.reading import Phrase, Reading
from timeline_cli.events.telling.status import is_asked
from timeline_cli.lexicon.index import cues
from timeline_cli.model import TimeExpression
from timeline_cli.text.clauses import Clause

Check = Callable[[Reading, Clause, Attachment, int, TimeExpression], bool]

_ANNOUNCED = cues("announced")
_AFFIRMING = cues("affirming")  # لم يكد يعلن …
_ARRIVES = frozenset({"جاء", "أتى"})
_FALLS_ON = frozenset({"صادف", "وافق"})
_GAMES = cues("games")
_GENERAL_THINGS = cues("general-things")
_HOPES = cues("hopes")
_IS_NOT = frozenset({"ليس", "ليست", "ليسوا", "ليسا"})
_PUBLISHES = cues("publishes") | cues("passes-on")
_STATEMENTS = cues("statement-nouns")
_THIS = ("هذا", "هذه")
_NTH = cues("nth")
_NUMBERED = frozenset({"number", "quantifier"})


def reason_of_mention(
    reading: Reading, head: Attachment, date: int, expression: TimeExpression, *, future: bool = False
) -> str:
    """Returns why a date says nothing about when something happened: the code of the first of `CHECKS` that holds, or
    that of a state; empty where the date is that of an event. The rows are those of §7.

    `future`: its last day is after the document's date, when a state is one to come.
    """
    clause = reading.clauses[head.clause]
    if head.rule == "D19":
        return ""
    if only_reported(reading, head, date, expression, future=future):
        return "only-reported"
    found = next((code for code, check in CHECKS if check(reading, clause, head, date, expression)), "")
    if found or any("planned-participle" in reading.units[k].word.classes for k in clause.units if k < clause.verb):
        return found
    if exists(reading, clause, head) and not (future and expression.precision == "day"):
        return "existence"
    lasting = (future and not _is_under_way(reading, head, expression)) or expression.relation == "since"
    return "state" if not lasting and _states(reading, clause, head, date, expression) else ""


def _is_under_way(reading: Reading, head: Attachment, expression: TimeExpression) -> bool:
    """Tells whether a state is one of this year (تعد الحرارة هذا العام الأعلى), neither to come nor denied."""
    verb = reading.units[head.unit].word.verb if head.kind == "verb" else None
    if verb is None or verb.future or "negation" in reading.units[head.unit - 1].word.classes:
        return False
    return expression.how == "dct" and expression.precision == "year" and expression.text.startswith(_THIS)


def _too_far(reading: Reading, clause: Clause, head: Attachment, date: int, expression: TimeExpression) -> bool:
    """Tells whether a date stands where it can be that of no act (§2.1)."""
    return head.rule == "far"


def _is_asked(reading: Reading, clause: Clause, head: Attachment, date: int, expression: TimeExpression) -> bool:
    """Tells whether an act is only asked about (هل استقال المدير أمس؟)."""
    return is_asked(reading, head, date)


def _bounds_a_period(reading: Reading, clause: Clause, head: Attachment, date: int, expression: TimeExpression) -> bool:
    """Row 36: the date says when a fiscal year or period ends (للفترة المنتهية في, السنة التي انتهت في)."""
    if clause.kind == "relative" and clause.antecedent >= 0 and head.kind == "verb":
        noun = reading.units[clause.antecedent]
        verb = reading.units[clause.verb].word.verb
        ends = clause.opener < 0 and verb is not None and verb.lemma in ("انتهى", "بدأ")
        told = range(max(0, clause.antecedent - 4 * ends), clause.antecedent + 1)  # سنة مالية لكل ناد │ تنتهي في يونيو
        return noun.date >= 0 or any("period-noun" in reading.units[k].word.core_classes for k in told)
    if " المالي المنتهي" in expression.text or " المالية المنتهي" in expression.text:
        return True
    near = reading.units[max(0, date - 2) : date]
    return any(unit.word.stem in ("المنتهي", "المنتهية", "المنتهيه", "المنتهى") for unit in near)


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
    return not _names_an_act(reading, k)


def _names_an_act(reading: Reading, k: int) -> bool:
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
        agreed = date + 1 < len(reading.units) and reading.units[date + 1].word.stem == "على"
        return not agreed  # وافق │ أمس │ على الاتفاق
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


def _was_hoped(reading: Reading, clause: Clause, head: Attachment, date: int, expression: TimeExpression) -> bool:
    """Row 18: what somebody only hoped to do (كانت الوكالة تأمل ببدء الرحلات في 2023)."""
    hoped = (k for k in clause.units if k and reading.units[k].word.core in _HOPES)
    return any("was" in reading.units[k - 1].word.classes for k in hoped)


def _announced(reading: Reading, clause: Clause, doer: Phrase) -> bool:
    """Tells whether what seems the subject of تعلن is what is announced (تعلن │ النتائج, ستعلن │ أسماء الفائزين)."""
    word = reading.units[doer.first].word
    verb = reading.units[clause.verb].word.speech
    acts = doer.entity is not None or word.organisation is not None or word.office is not None or bool(word.given)
    people = (word.classes | word.core_classes) & {"person-noun", "group-noun", "statement-noun", "vague-person"}
    thing = bool(word.common or word.known_noun) and not (acts or people)
    thing |= word.core in _ANNOUNCED
    return thing and verb is not None and verb.aspect == "imperfect" and doer.first == clause.verb + 1


def _bare_saying(reading: Reading, clause: Clause, head: Attachment, date: int, expression: TimeExpression) -> bool:
    """Row 20: a speech verb with its speaker and nothing said."""
    if head.kind != "verb":
        return False
    speech = reading.units[clause.verb].word.speech
    if speech is None or tells_idiom(reading, clause):
        return False
    verb = reading.units[clause.verb].word.verb
    other = verb is not None and not speech.act and speech.lemma not in verb.lemma.split("|")
    vowelled = "\u064f" in reading.units[clause.verb].text[:3] and speech.aspect == "imperfect"  # تُعلن أسماء
    if other or vowelled or (verb is not None and verb.passive) or (verb is None and speech.sense == "repeat"):
        return False  # تظهر النتائج, أُعلنت النتائج, تكرر الانقطاع
    counted = verb is not None and "economy" in verb.kinds
    if counted and any(reading.units[k].is_number for k in clause.units if k > clause.verb):
        return False
    if any(
        inner.parent == clause.number and inner.kind in ("complement", "quote", "saying") for inner in reading.clauses
    ):
        return False
    doer = subject(reading, clause)
    if speech.lemma == "أعلن" and doer is not None and _announced(reading, clause, doer):
        return False
    after = [k for k in clause.units if k > clause.verb and reading.units[k].date < 0 and not reading.units[k].is_mark]
    told = range(max(0, clause.antecedent - 3), clause.antecedent + 1)
    ends_something = speech.sense == "go-on" and any(reading.units[k].word.act is not None for k in (*after, *told))
    ends_something |= speech.sense == "go-on" and (doer.entity is None if doer else clause.kind == "provided")
    if speech.sense in ("say", "go-on") and not speech.act:
        return not ends_something
    return doer is not None and doer.first > clause.verb and all(k < doer.end for k in after)


def _is_paper(reading: Reading, clause: Clause, head: Attachment, date: int, expression: TimeExpression) -> bool:
    """Row 9: الصحف الصادرة اليوم; بيان نقلته الوكالة أمس; وفقا لما نشرته الصحيفة أمس."""
    if head.kind == "verb":
        verb = reading.units[clause.verb].word.verb
        near = reading.units[max(0, clause.verb - (4 if date < clause.verb else 2)) : clause.verb + 2]
        papers = any("statement-noun" in unit.word.core_classes for unit in near)
        passed_on = verb is not None and not _PUBLISHES.isdisjoint(verb.lemma.split("|"))
        if passed_on and verb is not None and verb.pronoun and clause.kind == "tail":
            return clause.verb > 0 and reading.units[clause.verb - 1].word.stem in ("ما", "لما")
        return (
            verb is not None
            and (
                (papers and verb.lemma.split("|")[0] in ("صدر", "أصدر"))
                or (passed_on and any(unit.word.core in _STATEMENTS for unit in near))
            )
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
    return games or _names_an_act(reading, noun)


def _nothing_happens(reading: Reading, clause: Clause, head: Attachment, date: int, expression: TimeExpression) -> bool:
    """Row 8 and the record's first need: a verbless head must name an act."""
    if head.kind == "bracket":
        return not _names_an_act(reading, head.unit)
    if head.kind == "participle":
        return not _dates_a_noun(reading, head.unit)
    if head.kind != "nominal":
        return False
    if clause.kind in ("bracket", "relative", "circumstance"):
        return True
    if any("still" in reading.units[k].word.classes for k in clause.units):
        return False
    if any(reading.units[k].word.stem in _IS_NOT for k in clause.units) or would_be(reading, clause):
        return True
    own = [k for k in clause.units if reading.units[k].date < 0 and not reading.units[k].is_mark]
    if any(_is_nth(reading, k) for k in own):
        return True
    was = any("was" in reading.units[k].word.classes for k in own[:2])
    if was and any(reading.units[k].word.core in _GENERAL_THINGS for k in own[:2]):
        return True  # وحتى عام 2012 كان الوضع قاتما
    words = [reading.units[k].word for k in own if not reading.units[k].word.is_function][: 6 if was else 2]
    return not any(word.act is not None or "era-noun" in word.core_classes for word in words)


def _is_nth(reading: Reading, k: int) -> bool:
    """Tells whether a clause only says which of its kind something is (الحادث هو │ الثالث من نوعه هذا العام, هذا
    │ ثاني حادث هذا العام)."""
    if reading.units[k].word.stem not in ("هو", "هي", "هذا", "هذه") or k + 1 >= len(reading.units):
        return False
    after = reading.units[k + 1].word
    return "ordinal" in after.classes or after.stem in _NTH


CHECKS: tuple[tuple[str, Check], ...] = (
    ("too-far", _too_far),
    ("goes-back", goes_back),
    ("tells-which", tells_which),
    ("recalled", recalls),
    ("opens-anew", opens_anew),
    ("question", _is_asked),
    ("no-act", _nothing_happens),
    ("period-end", _bounds_a_period),
    ("usual", usual),
    ("name-of-thing", names_a_thing),
    ("comparison", compares),
    ("life-dates", _is_birth_year),
    ("law", of_a_law),
    ("arrival", _arrives),
    ("paper", _is_paper),
    ("nowadays", nowadays),
    ("bare-saying", _bare_saying),
    ("in-a-name", in_a_name),
    ("only-bounds", only_bounds),
    ("one-side", one_side),
    ("other-clause", _beside_another_clause),
    ("unknown-day", on_unknown_day),
    ("of-participle", of_participle),
    ("asked-for", asked_for),
    ("not-there", denies_being),
    ("daily-hours", daily_hours),
    ("deadline", deadline),
    ("of-holder", of_holder),
    ("of-results", of_results),
    ("edition", names_an_edition),
    ("from-figure", from_figure),
    ("likened", only_likens),
    ("hoped", _was_hoped),
    ("existence", lies_in),
    ("total", total_since),
    ("lives", lives_then),
    ("long-ago", long_ago),
)
"""Why a date dates no event, in the order in which the checks are asked: code and check."""
