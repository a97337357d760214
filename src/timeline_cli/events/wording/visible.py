"""Which units a title may draw on: those of its clause, and of the clauses inside it (docs/events.md §3.1)."""

from __future__ import annotations

from timeline_cli.events.dating.governing import dated_back_above, governing_clause
from timeline_cli.events.doers.objects import amounts
from timeline_cli.events.doers.phrases import phrase_end
from timeline_cli.events.doers.subjects import subject
from timeline_cli.events.reading import Reading
from timeline_cli.events.wording.asides import asides
from timeline_cli.events.wording.bonds import TITLED
from timeline_cli.text.clauses import Clause

_LONGEST_NAME = 9
_SPOKEN = frozenset({"complement", "quote"})


def visible(reading: Reading, clause: Clause) -> list[int]:
    """Returns the units that a clause's title may draw on: its own, and those of undated relatives without الذي."""
    number = clause.number
    units = list(clause.units)
    for inner in reading.clauses[number + 1 :]:
        bare = inner.kind == "relative" and inner.opener < 0 and inner.parent == number
        named = inner.kind == "quote" and inner.parent == number and _quoted_name(reading, clause, inner)
        dated = any(reading.units[k].date >= 0 for k in inner.units)
        dated = dated and not _dates_back(reading, clause, inner) and not _bears_date(reading, clause, inner)
        bare = bare and not _doer_to_come(reading, inner)
        if named or (bare and (not dated or (clause.verb >= 0 <= inner.verb and amounts(reading, inner, clause)))):
            units.extend(inner.units)
        elif inner.parent == number and (
            (inner.kind in _SPOKEN and _announces(reading, clause)) or _finds(reading, clause, inner)
        ):
            units.extend(([inner.opener] if inner.kind == "complement" else []) + inner.units)
    return sorted(set(units) - asides(reading, clause))


def _dates_back(reading: Reading, clause: Clause, inner: Clause) -> bool:
    """Tells whether the date at the end of a bare relative clause is the one to which the verb above goes back (تعود
    آخر موجة │ ضربت المنطقة │ إلى 2004)."""
    return all(
        dated_back_above(reading, inner, k) is clause for k in inner.units if reading.units[k].date >= 0 and k > 0
    )


def _bears_date(reading: Reading, clause: Clause, inner: Clause) -> bool:
    """Tells whether the date in a bare relative clause in the present is that of the perfect above it (غرق قارب │ يقل
    مهاجرين قبالة عدن │ أمس)."""
    verb = reading.units[inner.verb].word.verb if inner.verb >= 0 else None
    told = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
    if verb is None or told is None or verb.aspect != "imperfect" or told.aspect != "perfect" or verb.pronoun:
        return False
    told_of = [k for k in inner.units if k > inner.verb and reading.units[k].date < 0 and not reading.units[k].is_mark]
    return bool(told_of) and governing_clause(reading, inner, future=False) is clause  # درهم │ يحمل تاريخ 170هـ


def _doer_to_come(reading: Reading, inner: Clause) -> bool:
    """Tells whether a bare relative clause breaks off before its doer (خطاب أرسله إلى الوزارة، │ المفتش العام)."""
    verb = reading.units[inner.verb].word.verb if inner.verb >= 0 else None
    after = reading.units[inner.verb + 1].word if 0 <= inner.verb < len(reading.units) - 1 else None
    if verb is None or after is None or verb.pronoun not in ("ه", "ها") or verb.guessed:
        return False
    if not (after.preposition or after.prefix) or subject(reading, inner) is not None:
        return False
    behind = range(max(inner.units) + 1, len(reading.units))
    comma = next((k for k in behind if reading.clause_of[k] == inner.parent), -1)
    named = reading.units[comma + 1].word if 0 < comma < len(reading.units) - 1 else None
    return reading.units[comma].is_comma and named is not None and named.definite and not named.lead


def _quoted_name(reading: Reading, clause: Clause, quote: Clause) -> bool:
    """Tells whether a preposition or bare act governs a name in quotation marks (إلى "بعثة المراقبين في المدينة", عن
    إطلاق «العمل الشعبي المشترك»)."""
    before = reading.units[quote.opener - 1] if quote.opener > 0 else None
    verbless = quote.verb < 0 and len(quote.units) <= _LONGEST_NAME
    governs = before is not None and (before.word.preposition or before.word.bare in ("ال", "لل"))
    act = before.word.act if before is not None else None
    governs = governs or (before is not None and before.word.core in TITLED)
    governs = governs or (act is not None and before is not None and not (before.word.definite or act.pronoun))
    return verbless and governs and quote.opener - 1 in clause.units


def _announces(reading: Reading, clause: Clause) -> bool:
    if clause.verb < 0:
        return False
    speech = reading.units[clause.verb].word.speech
    return speech is not None and speech.act


def _finds(reading: Reading, clause: Clause, inner: Clause) -> bool:
    """Tells whether أن opens the object of a verb of no speech, right behind its subject or what describes that (وجد
    تقرير أعدته اللجنة │ أن المبنى قديم)."""
    if clause.verb < 0 or inner.kind != "complement" or reading.units[inner.opener].word.stem not in ("أن", "ان"):
        return False
    word, doer = reading.units[clause.verb].word, subject(reading, clause)
    verb = word.verb
    if verb is None or word.speech is not None or not verb.transitive or verb.pronoun or verb.guessed or doer is None:
        return False
    end = max(doer.end, clause.verb + 1, phrase_end(reading, doer.first))
    between = (k for k in clause.units if end <= k < inner.opener)
    return all(reading.units[k].date >= 0 or reading.units[k].is_mark for k in between)
