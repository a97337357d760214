"""Who takes part in an act unnamed: whom its hidden subject and its pronouns mean (docs/events.md §4.5)."""

from __future__ import annotations

from collections.abc import Iterator

from timeline_cli.events.dating.attach import Attachment
from timeline_cli.events.doers.antecedents import hidden_subject
from timeline_cli.events.doers.carried import FREED
from timeline_cli.events.doers.forms import counts_men
from timeline_cli.events.doers.naming import Antecedent
from timeline_cli.events.doers.possible import fits_object, happens_behind_phrase, subject_possible, two_phrases
from timeline_cli.events.doers.subjects import subject
from timeline_cli.events.doers.topics import is_named, pronoun_meant, pronoun_of
from timeline_cli.events.entities.entity import ACTING_KINDS, PLACE_KINDS
from timeline_cli.events.reading import Phrase, Reading
from timeline_cli.events.story import Story
from timeline_cli.events.telling.attribution import attribution, forecasts, reports
from timeline_cli.events.telling.meant import participant
from timeline_cli.events.telling.there import place_of
from timeline_cli.events.wording.composing import Title
from timeline_cli.lexicon.index import cues
from timeline_cli.model import Name
from timeline_cli.text.clauses import Clause
from timeline_cli.text.shapes import Verb

_DENIES = cues("denies")
_DONE_TO_SOMEONE = cues("object-person")
_SUFFERED = frozenset({"death", "injury"})
_FOUGHT = frozenset({"military", "attack"})


def understood(story: Story, reading: Reading, clause: Clause, head: Attachment, made: Title) -> Iterator[Name]:
    """Yields persons and bodies that an act means without naming them: who does it where its subject is hidden, and
    whom its pronouns mean where nothing in its clause can be meant."""
    doer = subject(reading, clause) if clause.verb >= 0 else None
    denier = _denier(story, reading, clause, head)
    if denier is not None:
        yield denier
        return
    own = _is_object(reading, clause, doer) if doer is not None else _owns_next(reading, clause)
    if (
        head.kind == "verb"
        and not made.named
        and not _of_noun_before(reading, clause)
        and (own or (doer is None and not _may_name_doer(reading, clause)))
    ):
        who = hidden_subject(story, reading, clause)
        name = _name(story, who) if who is not None else None
        if name is not None:
            yield name
    for k in sorted(set(made.units) | ({clause.verb} if head.kind == "verb" and clause.verb >= 0 else set())):
        pronoun = pronoun_of(reading, k) if k == clause.verb or reading.units[k].word.verb is None else ""
        if head.kind == "verb" and _is_there(reading, clause, k):
            continue
        if not pronoun or any(who.feminine == (pronoun == "ها") for who in made.named):
            continue
        owner = doer.entity if doer is not None and head.kind == "noun" and doer.first < k else None
        if owner is not None and not owner.bare and owner.first not in made.units and owner.kind in ACTING_KINDS:
            name = participant(story, reading, owner) if owner.feminine == (pronoun == "ها") else None
            if name is not None:
                yield name
            continue
        if (
            head.kind == "noun"
            and doer is None
            and clause.verb >= 0
            and reading.units[clause.verb].word.verb is not None
        ):
            hidden = hidden_subject(story, reading, clause)
            name = _name(story, hidden) if hidden is not None and hidden.feminine == (pronoun == "ها") else None
            if name is not None:
                yield name
                continue
        meant = pronoun_meant(story, reading, clause, k, nearby=True)
        name = _name(story, meant) if meant is not None and place_of(story, meant) is None else None
        if name is not None:
            yield name


def _of_noun_before(reading: Reading, clause: Clause) -> bool:
    """Tells whether the verb of a relative clause is what its noun does, so that nobody is hidden in it (الدورة التي │
    جرت أمس): it agrees with the noun, which no pronoun takes up."""
    verb = reading.units[clause.verb].word.verb if clause.kind == "relative" and clause.verb >= 0 else None
    if verb is None or clause.antecedent < 0 or verb.pronoun or reading.entity_over(clause.antecedent) is not None:
        return False
    feminine = reading.units[clause.antecedent].word.feminine
    taken_up = "ها" if feminine else "ه"
    again = any(reading.units[k].word.stem.endswith(taken_up) for k in clause.units if reading.units[k].word.pronoun)
    again = again or any("preposition-bound" in reading.units[k].word.classes for k in clause.units)
    return not again and verb.person == ("3fs" if feminine else "3ms")


def _is_there(reading: Reading, clause: Clause, k: int) -> bool:
    """Tells whether ب or في with a pronoun only says where a verb without an object of that preposition happens (مات │
    بها)."""
    verb = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
    stem = reading.units[k].word.stem
    if verb is None or verb.transitive or stem not in ("بها", "به", "فيها", "فيه"):
        return False
    return stem[:1] not in verb.prepositions and "في" not in verb.prepositions


def _denier(story: Story, reading: Reading, clause: Clause, head: Attachment) -> Name | None:
    """Returns who denies an act that he is said to have done (نفى الوزير أن │ يكون قد سحب المشروع), since nobody stands
    between يكون and the verb."""
    own = [k for k in clause.units if k < clause.verb and reading.units[k].date < 0]
    was = next((n for n, k in enumerate(own) if reading.units[k].word.stem in ("يكون", "تكون")), -1)
    frame = reading.clauses[clause.frame] if clause.frame >= 0 else None
    if was < 0 or frame is None or frame.parent < 0 or any(reading.units[k].word.stem != "قد" for k in own[was + 1 :]):
        return None
    said = reading.clauses[frame.parent]
    words = (reading.units[k].word for k in (said.verb, said.opener) if k >= 0)
    if not any(word.core in _DENIES or (word.verb is not None and word.verb.lemma in _DENIES) for word in words):
        return None
    speaker = subject(reading, said) if said.verb >= 0 else None
    if speaker is not None and speaker.entity is not None and not speaker.entity.bare:
        return participant(story, reading, speaker.entity)
    who = attribution(story, reading, head)
    return Name(who, "person") if who is not None else None


def _is_object(reading: Reading, clause: Clause, doer: Phrase) -> bool:
    """Tells whether what stands for the subject of a verb is rather its object: something or somebody of the doer's
    (قدمت │ أوراق اعتمادها, أقال │ مدربه سامي رزق), what tells how (قفل │ راجعا), or a phrase in ب."""
    word, verb = reading.units[doer.first].word, reading.units[clause.verb].word.verb
    if verb is None or doer.first < clause.verb or verb.person not in ("3ms", "3fs"):
        return False
    if doer.entity is not None and not set(verb.lemma.split("|")) & _DONE_TO_SOMEONE:
        return False
    told_how = word.stem.endswith("ا") and len(word.stem) > 3 and not (word.definite or word.given or word.pronoun)
    if word.prefix or told_how:
        return True
    if verb.passive or not verb.transitive or verb.kinds & _SUFFERED:
        return False
    owner = "ها" if verb.person == "3fs" else "ه"
    return any(reading.units[k].word.pronoun == owner for k in range(doer.first, min(doer.end, doer.first + 2)))


def _owns_next(reading: Reading, clause: Clause) -> bool:
    """Tells whether the word right behind a verb that takes an object is the doer's (التقط │ صورته), so that it names
    no doer."""
    behind = [k for k in clause.units if k > clause.verb >= 0 and reading.units[k].date < 0]
    verb = reading.units[clause.verb].word.verb if behind else None
    if verb is None or not verb.transitive or verb.passive or verb.pronoun or verb.kinds & (_SUFFERED | _FOUGHT):
        return False
    word = reading.units[behind[0]].word
    return not word.prefix and word.pronoun == {"3fs": "ها", "3ms": "ه"}.get(verb.person, "-")


def _may_name_doer(reading: Reading, clause: Clause) -> bool:
    """Tells whether a clause without a clear subject may have one all the same, or only says what somebody said."""
    if reports(reading, clause) or forecasts(reading, clause):
        return True
    behind = [k for k in clause.units if k > clause.verb and reading.units[k].date < 0]
    named = reading.entity_at(behind[0]) if behind else None
    if counts_men(reading, clause, behind):
        return False
    if behind and (reading.units[behind[0]].is_number or two_phrases(reading, behind)):
        return True
    if named is not None and named.kind not in PLACE_KINDS:
        return True
    verb = reading.units[clause.verb].word.verb
    if verb is not None and (happens_behind_phrase(reading, behind, verb) or _done_to_phrase(reading, behind, verb)):
        return True
    return subject_possible(reading, clause, behind) and not fits_object(reading, clause)


def _done_to_phrase(reading: Reading, behind: list[int], verb: Verb) -> bool:
    """Tells whether a verb that mostly stands without its doer has what it is done to behind its own preposition (عُثر
    │ على نسخة خطية), so that nobody is hidden in it."""
    if len(behind) < 2 or verb.person != "3ms" or not set(verb.lemma.split("|")) & FREED:
        return False
    first = reading.units[behind[0]].word
    return first.stem in verb.prepositions and "preposition-bound" not in first.classes


def _name(story: Story, who: Antecedent) -> Name | None:
    if not is_named(who):
        return None
    if who.entity is None:
        return Name(who.words, "person") if who.words in story.names.full_names.values() else None
    return participant(story, who.reading, who.entity)
