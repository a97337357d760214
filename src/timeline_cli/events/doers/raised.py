"""Doers that the sentence names above their clause: in brackets, before a quotation mark, before what is expected of
them, before the relative that says what is told of them (docs/events.md §3.2)."""

from __future__ import annotations

from timeline_cli.events.doers.forms import is_accusative
from timeline_cli.events.doers.fronted import subject_before
from timeline_cli.events.doers.phrases import is_nominal, phrase_end, phrase_start
from timeline_cli.events.reading import Phrase, Reading
from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause
from timeline_cli.text.shapes import Verb
from timeline_cli.text.words import word as known_word

_EXPECTED = cues("expected")
_NAMES = frozenset({"person", "organisation", "office", "country"})
_OPENING = frozenset({"was", "complementizer", "aspect"})
_MARKS = 2


def raised_doer(reading: Reading, clause: Clause) -> Phrase | None:
    """Returns the doer that stands above the clause of a verb without a subject of its own, in the words of the
    sentence; None where none agrees."""
    verb = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
    above = reading.clauses[clause.parent] if clause.parent >= 0 else None
    above = above or clause
    if verb is None or verb.person not in ("3ms", "3fs"):
        return None
    found = _in_brackets(reading, clause) or _before_quotation(reading, clause, above)
    found = found or _expected(reading, clause, above) or _described(reading, clause, above)
    return found if found is not None and _agrees(reading, found, verb) else None


def _in_brackets(reading: Reading, clause: Clause) -> Phrase | None:
    """Returns the name in brackets right before the verb, behind nothing but كان or أن (وكانت (المدينة) نشرت)."""
    units, last = reading.units, clause.verb - 1
    first = next((k for k in range(last - 1, max(-1, last - 5), -1) if units[k].text == "("), -1)
    if last < 2 or units[last].text != ")" or first < 0 or first + 1 == last:
        return None
    before = units[first - 1].word.classes if first else frozenset(("was",))
    named = all(is_nominal(units[k]) for k in range(first + 1, last))
    return Phrase(first + 1, last, reading.entity_at(first + 1)) if named and before & _OPENING else None


def _before_quotation(reading: Reading, clause: Clause, above: Clause) -> Phrase | None:
    """Returns X of أن X «سيفعل …»."""
    if clause.kind != "quote" or above.kind != "complement" or above.verb >= 0 or clause.units[0] != clause.verb:
        return None
    own = [k for k in above.units if above.opener < k < clause.verb and reading.units[k].date < 0]
    if not own or clause.verb - own[-1] > _MARKS or not all(is_nominal(reading.units[k]) for k in own):
        return None
    return Phrase(own[0], own[-1] + 1, reading.entity_at(own[0]))


def _expected(reading: Reading, clause: Clause, above: Clause) -> Phrase | None:
    """Returns X of X يتوقع أن يفعل: no person or body, who expects it of others."""
    opener = reading.units[clause.opener].word.stem if clause.opener >= 0 else ""
    if clause.kind != "complement" or opener not in ("أن", "ان") or above.verb < 0:
        return None
    if reading.units[above.verb].word.stem not in _EXPECTED or clause.units[0] not in (clause.opener, clause.verb):
        return None
    found = subject_before(reading, above)
    named = found is not None and found.entity is not None and found.entity.kind in _NAMES
    return found if not named else None


def _described(reading: Reading, clause: Clause, above: Clause) -> Phrase | None:
    """Returns X of X الذي قيل إنه فعل: the pronoun of أنه stands for what the relative describes."""
    opener = reading.units[clause.opener].word.stem if clause.opener >= 0 else ""
    if clause.kind != "complement" or not opener.endswith(("نه", "نها")):
        return None
    told = reading.clause_of[clause.opener - 1]
    above = reading.clauses[told] if told >= 0 else above
    if above.kind != "relative" or above.antecedent < 0:
        return None
    last = reading.units[above.antecedent].word
    if not (last.definite or last.place is not None or reading.entity_over(above.antecedent) is not None):
        return None
    feminine = opener.endswith("ها")
    first = phrase_start(reading, above.antecedent, feminine=feminine)
    while first < above.antecedent and reading.units[first].word.classes & {"demonstrative"}:
        first += 1
    return Phrase(first, max(above.antecedent + 1, phrase_end(reading, first)), reading.entity_at(first))


def _agrees(reading: Reading, phrase: Phrase, verb: Verb) -> bool:
    word = reading.units[phrase.first].word
    word = known_word(word.stem[:-1]) if is_accusative(word) else word
    if phrase.entity is not None and not phrase.entity.plural and phrase.entity.kind not in ("city", "place"):
        return phrase.entity.feminine == (verb.person == "3fs")
    things = word.feminine or word.pattern_plural or word.stem.endswith("ات") or word.core.startswith("بلاد")
    return things if verb.person == "3fs" else not word.stem.endswith(("ة", "ات"))
