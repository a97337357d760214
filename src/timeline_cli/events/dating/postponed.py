"""What is put off to a date, and what is called off that had been planned for one (docs/events.md §2.1, D10, D16)."""

from __future__ import annotations

from timeline_cli.events.doers.objects import object_unit
from timeline_cli.events.doers.subjects import subject
from timeline_cli.events.reading import Reading
from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause
from timeline_cli.text.waiting import PLANNED

_CANCELS = frozenset({"ألغى", "ألغي"})
_POSTPONES = cues("postpones")
_CANCELLING = cues("cancelling")
_TO = frozenset({"إلى", "الي", "حتى", "حتي"})


def put_off_to(reading: Reading, clause: Clause, date: int) -> int:
    """Returns the first unit of the thing that a verb puts off to a date (أجلت الجامعة │ امتحاناتها إلى 4 سبتمبر, أما
    السباق فأُرجئ إلى الجمعة), -1 elsewhere."""
    units = reading.units
    verb = units[clause.verb].word.verb if clause.verb >= 0 else None
    if units[date].preposition not in _TO or date < clause.verb or verb is None:
        return -1
    doer = subject(reading, clause) if _POSTPONES & set(verb.lemma.split("|")) else None
    if doer is None or verb.passive or not verb.transitive:
        return doer.first if doer is not None else -1
    moved = object_unit(reading, [k for k in clause.units if clause.verb < k < date], doer.end, verb)
    passive = moved < 0 and doer.first < clause.verb and units[doer.first].word.act is not None
    return doer.first if passive else moved  # غير أن │ الجلسة أجلت إلى 10 مايو


def put_off_above(reading: Reading, clause: Clause, date: int) -> tuple[Clause, int] | None:
    """Returns the clause before one that only tells what the trial or game was about, and what it puts off to the date
    behind both (أجلت المحكمة محاكمة الراوي في قضية وثائق، وتتعلق بالأمن، إلى 16 أغسطس), None elsewhere."""
    units = reading.units
    verb = units[clause.verb].word.verb if 0 <= clause.verb < date else None
    off = called_off(reading, clause) if date and units[date].preposition in _TO else None
    if off is not None and units[date - 1].date >= 0:
        what = put_off_to(reading, off, date)  # أرجأ المجلس الجلسة التي كانت مقررة غدا │ إلى 21 مايو
        return (off, what) if what >= 0 else None
    if units[date].preposition not in _TO or not date or not units[date - 1].is_comma or verb is None:
        return None
    if clause.kind not in ("relative", "and") or _POSTPONES & set(verb.lemma.split("|")):
        return None
    for above in reversed(reading.clauses[: clause.number]):
        what = put_off_to(reading, above, date)
        if what >= 0:
            return above, what
    return None


def was_planned(reading: Reading, clause: Clause) -> bool:
    """Tells whether a relative clause only says for when something had been planned (التي كانت مقررة غدا)."""
    if clause.kind != "relative" or clause.verb >= 0 or clause.parent < 0:
        return False
    words = [reading.units[k].word for k in clause.units if reading.units[k].date < 0]
    planned = any(word.stem in PLANNED or "planned-participle" in word.classes for word in words)
    return planned and any("was" in word.classes for word in words[:2])


def called_off(reading: Reading, clause: Clause) -> Clause | None:
    """Returns the clause that calls off or puts off what a relative one says had been planned for a date (ألغت الفرقة
    حفلها الذي كان مقررا الخميس), None elsewhere."""
    above = reading.clauses[clause.parent] if was_planned(reading, clause) else None
    if above is None or above.verb < 0:
        return None
    verb = reading.units[above.verb].word.verb
    off = verb is not None and not (_CANCELS | _POSTPONES).isdisjoint(verb.lemma.split("|"))
    nouns = (reading.units[k].word.core for k in above.units if above.verb < k <= clause.antecedent)
    return above if off or not _CANCELLING.isdisjoint(nouns) else None
