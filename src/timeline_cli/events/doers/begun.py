"""What begins, lasts or breaks out without being named again in its clause (docs/events.md §3.2)."""

from __future__ import annotations

from timeline_cli.events.doers.naming import Antecedent, of_phrase
from timeline_cli.events.doers.phrases import is_nominal, phrase_end
from timeline_cli.events.doers.subjects import subject
from timeline_cli.events.reading import Phrase, Reading
from timeline_cli.events.story import Story
from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause
from timeline_cli.text.shapes import Verb
from timeline_cli.text.words import Word

_PHASES = cues("phases")
_BREAK_OUT = cues("breaks-out")
_OUTBREAKS = frozenset({"disaster", "military", "attack", "protest", "diplomacy"})


def thing_told_of(story: Story, reading: Reading, clause: Clause, verb: Verb) -> Antecedent | None:
    """Returns the thing of the clauses before, in the sentence, that begins, lasts or breaks out: what was acted upon
    (أقر خطة عمل │ تبدأ في 1 تموز), or the outbreak named last (إخماد حريق │ وقالت إنه اندلع فجرا); None elsewhere."""
    feminine = verb.person == "3fs"
    if set(verb.lemma.split("|")) & _BREAK_OUT:
        for k in range(clause.verb - 1, -1, -1):
            word = reading.units[k].word
            if word.act is not None and word.act.kind in _OUTBREAKS and word.feminine == feminine:
                return of_phrase(story, reading, Phrase(k, k + 1)) if not word.definite and not word.pronoun else None
        return None
    if clause.kind not in ("and", "then") or not is_phase(reading, clause, verb):
        return None
    for before in reversed(reading.clauses[: clause.number]):
        if before.verb < 0 or before.kind in ("relative", "bracket", "tail"):
            continue
        told = reading.units[before.verb].word.verb
        phrase = _acted_on(reading, before)
        if phrase is not None and reading.units[phrase.first].word.feminine == feminine:
            return of_phrase(story, reading, phrase)
        if told is None or not is_phase(reading, before, told):
            return None
    return None


def _acted_on(reading: Reading, clause: Clause) -> Phrase | None:
    """Returns the noun phrase right behind the verb of a clause and its doer that is no name; None without one."""
    verb = reading.units[clause.verb].word.verb
    doer = subject(reading, clause)
    if verb is None or not verb.transitive or doer is None:
        return None
    start = doer.end if doer.first > clause.verb else clause.verb + 1
    k = next((k for k in clause.units if k >= start and reading.units[k].date < 0), -1)
    if k < 0 or not is_nominal(reading.units[k]) or reading.units[k].word.prefix or reading.entity_at(k) is not None:
        return None
    return Phrase(k, phrase_end(reading, k))


def is_phase(reading: Reading, clause: Clause, verb: Verb) -> bool:
    """Tells whether a verb says that a thing begins, lasts or ends: nothing is begun by anybody behind it (تبدأ في 4
    مارس, but بدأ مسيرته, بدأت في بناء السد)."""
    if not set(verb.lemma.split("|")) & _PHASES:
        return False
    behind = [k for k in clause.units if k > clause.verb and reading.units[k].date < 0 and not reading.units[k].is_mark]
    if not behind:
        return True
    word = reading.units[behind[0]].word
    after = reading.units[behind[1]].word if len(behind) > 1 else None
    begun = after is not None and (after.act is not None or after.pronoun or _is_doing(after))
    if word.prefix == "ب" or (word.stem in ("في", "من", "عن") and begun):
        return False
    return word.preposition or bool(word.prefix) or "preposition-bound" in word.classes


def _is_doing(word: Word) -> bool:
    """Tells whether an indefinite noun has the shape of a masdar of the second form or of one with ا (توليد, إنتاج)."""
    core = word.core
    if word.definite or word.place is not None or word.place_head is not None or not (word.common or word.known_noun):
        return False
    return (len(core) == 5 and core[0] == "ت" and core[3] == "ي") or (len(core) > 4 and core[0] == core[-2] == "ا")
