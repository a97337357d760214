"""Verbs that say one thing with a noun of theirs (رأى النور, فارق الحياة, لقي حتفه; docs/events.md §3.2)."""

from __future__ import annotations

from functools import cache

from timeline_cli.events.doers.phrases import phrase_end
from timeline_cli.events.reading import Reading
from timeline_cli.lexicon.loader import rows
from timeline_cli.text.clauses import Clause

_FURTHEST_IDIOM = 10


@cache
def _idioms() -> frozenset[tuple[str, str]]:
    return frozenset((row["lemma"], row["object_fold"]) for row in rows("events/idioms"))


def is_idiom(reading: Reading, clause: Clause) -> bool:
    """Tells whether a verb and the noun right behind it say one thing (رأى النور, فارق الحياة, لقي حتفه)."""
    verb = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
    after = reading.units[clause.verb + 1] if clause.verb + 1 < len(reading.units) else None
    if verb is None or after is None or after.date >= 0:
        return False
    return any((lemma, after.word.fold) in _idioms() for lemma in verb.lemma.split("|"))


def tells_idiom(reading: Reading, clause: Clause) -> bool:
    """Tells whether a verb says one thing with a noun right behind it or behind its subject (رأى المشروع النور)."""
    verb = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
    if verb is None or not any(lemma in _idiom_verbs() for lemma in verb.lemma.split("|")):
        return False
    behind = [reading.units[k].word.fold for k in clause.units if k > clause.verb and reading.units[k].date < 0]
    return any((lemma, noun) in _idioms() for lemma in verb.lemma.split("|") for noun in behind[:_FURTHEST_IDIOM])


def idiom_noun(reading: Reading, clause: Clause, first: int) -> int:
    """Returns the noun behind the subject that says one thing with its verb (لقي ثلاثة جنود │ مصرعهم), -1 without."""
    verb = reading.units[clause.verb].word.verb
    lemmas = verb.lemma.split("|") if verb is not None else []
    behind = (k for k in clause.units if k >= first and reading.units[k].date < 0)
    return next((k for k in behind if any((lemma, reading.units[k].word.fold) in _idioms() for lemma in lemmas)), -1)


@cache
def _idiom_verbs() -> frozenset[str]:
    return frozenset(lemma for lemma, _ in _idioms())


def behind_idiom(reading: Reading, clause: Clause) -> int:
    """Returns the unit behind a clause's verb, or behind the noun that says one thing with it."""
    return phrase_end(reading, clause.verb + 1) if is_idiom(reading, clause) else clause.verb + 1
