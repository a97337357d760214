"""Titles: what happened, in the text's own words, without the date (docs/events.md §3)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from timeline_cli.events.antecedents import (
    Antecedent,
    hidden_subject,
    last_object,
    last_thing,
    object_person,
    of_phrase,
    resolved,
)
from timeline_cli.events.attach import Attachment
from timeline_cli.events.phrases import Phrase, is_nominal, phrase_end, phrase_start, subject, subject_before
from timeline_cli.events.span import pieces_of, visible
from timeline_cli.events.story import Reading, Story, plain_text, without_first_letter
from timeline_cli.events.trim import FEWEST_WORDS, Piece, trimmed, words_of, written
from timeline_cli.text.clauses import Clause
from timeline_cli.text.units import is_verb
from timeline_cli.text.words import Verb, verbs_of

_IMPERSONAL = frozenset(
    {"تقرر", "اتفق", "عثر", "حكم", "قبض", "أفرج", "ألقى", "كشف", "أعلن", "تم", "جرى", "قضى", "سمح", "رخص"}
)
_FREED = frozenset({"أفرج", "حكم", "قبض", "عفا", "ألقى", "أعفى", "عثر", "أطلق"})
_BOUND = {"عن": "عن", "علي": "على", "ال": "إلى", "الي": "إلى", "من": "من", "مع": "مع", "في": "في", "ب": "ب", "ل": "ل"}
_ENTERS = frozenset({"دخل", "صدر", "بدأ"})
_LONGEST_SUBJECT = 8


@dataclass(frozen=True, slots=True)
class Title:
    """A title and what it was made of. `units`: units of its sentence before it was cut to length; `named`: what was
    put in from elsewhere; `certain`: false where the head was a guess; `member`: of a list whose members differ."""

    text: str
    units: frozenset[int]
    named: tuple[Antecedent, ...] = ()
    certain: bool = True
    member: bool = False


def title(story: Story, reading: Reading, head: Attachment, date: int) -> Title:
    """Returns the title of the act that a date was attached to."""
    clause = reading.clauses[head.clause]
    if head.kind == "verb":
        return verb_title(story, reading, clause)
    if head.kind == "noun":
        return _noun_title(story, reading, clause, head, date)
    if head.kind == "participle":
        return _participle_title(story, reading, head)
    if head.kind == "bracket":
        first = phrase_start(reading, head.unit)
        return _finished(story, reading, _plain(story, reading, list(range(first, head.unit + 1))))
    return _nominal_title(story, reading, clause, head)


def _finished(story: Story, reading: Reading, pieces: list[Piece], named: tuple[Antecedent, ...] = ()) -> Title:
    kept = trimmed(pieces)
    clause = next((reading.clause_of[piece.unit] for piece in pieces if piece.unit >= 0), -1)
    units = frozenset(p.unit for p in pieces if p.unit >= 0 and (p in kept or reading.clause_of[p.unit] == clause))
    return Title(written(kept), units, named)


def _plain(story: Story, reading: Reading, units: list[int]) -> list[Piece]:
    pieces = pieces_of(story, reading, units, None)
    if pieces and pieces[0].unit >= 0:
        pieces[0] = replace(pieces[0], text=plain_text(reading.units, pieces[0].unit, True))
    return pieces


def verb_title(story: Story, reading: Reading, clause: Clause) -> Title:
    """Returns the title of a clause whose verb happened on the date: verb, doer, rest."""
    word = reading.units[clause.verb].word
    verb = word.verb
    named: list[Antecedent] = []
    doer, rest = _doer_and_rest(story, reading, clause, named)
    target, rest = _object_pronoun(story, reading, clause, verb, rest, named)
    rest = [k for k in rest if reading.units[k].date < 0] if "light" in word.classes else rest
    light = "light" in word.classes and (not doer or clause.kind == "relative")
    light = light or "light" in word.classes
    if light and doer and rest and (act := reading.units[rest[0]].word.act) is not None and act.pronoun:
        base = reading.units[rest[0]].text.removesuffix(act.pronoun)
        start = [Piece(_unjoined(base), rest[0])]
        return _finished(
            story, reading, start + doer + pieces_of(story, reading, rest[1:], None, start=3, chunk=2), tuple(named)
        )
    if light and rest and reading.units[rest[0]].word.act is not None:
        return _finished(story, reading, _plain(story, reading, rest), tuple(named))
    effect = _effect_title(story, reading, clause)
    if effect is not None:
        return effect
    filled = bool(target) or (clause.kind == "relative" and clause.opener >= 0)
    start = _verb_pieces(reading, clause, verb, filled, _before_it(reading, clause))
    rank = 0
    behind = subject(reading, clause)
    edge = behind.end if behind is not None and not doer else -1
    body = pieces_of(
        story, reading, rest, verb, start=words_of(start) + words_of(doer), chunk=2, subject_end=edge
    )  # fmt: skip
    pieces = start + [replace(piece, chunk=1, rank=rank) for piece in doer + target] + body
    made = _finished(story, reading, pieces, tuple(named))
    if words_of(pieces) < FEWEST_WORDS:
        made = _lengthened(story, made, named)
        if len(made.text.split()) < FEWEST_WORDS and clause.kind in ("where", "while", "relative"):
            made = _with_topic(story, reading, clause, made)
    return made


def _with_topic(story: Story, reading: Reading, clause: Clause, made: Title) -> Title:
    """Says what a short حيث-clause is about: the talks' two sides, or the subject of the clause before it."""
    here = clause.number
    before = next((c for c in reversed(reading.clauses[:here]) if c.frame == clause.frame and c.units), None)
    if before is None or clause.kind == "relative":
        return made
    phrase = subject(reading, before) if before.verb >= 0 else _topic(reading, before)
    if phrase is None:
        return made
    words = story.words(reading.units, phrase.first, phrase.end)
    acts = [reading.units[k].word.act for k in clause.units if reading.units[k].date < 0]
    if any(act is not None and act.kind == "meeting" for act in acts):
        first, *rest = words.split()
        if not first.endswith("ان") or first == "الجانبان":
            return made
        joined = " ".join([first[:-2] + "ين", *rest])
        return replace(made, text=f"{made.text} بين {joined}")
    return replace(made, text=f"{words}: {made.text}") if before.verb < 0 else made


def _topic(reading: Reading, clause: Clause) -> Phrase | None:
    """Returns the noun phrase that a verbless clause is about, with a بين phrase that belongs to it."""
    first = clause.units[0]
    word = reading.units[first].word
    if not is_nominal(reading.units[first]) or word.is_function or not (word.common or word.known_noun):
        return None
    end = phrase_end(reading, first)
    if end < len(reading.units) and reading.units[end].word.stem == "بين":
        end = phrase_end(reading, end + 1)
        if end < len(reading.units) and reading.units[end].word.lead == "و":
            end = phrase_end(reading, end)
    return Phrase(first, end)


def _effect_title(story: Story, reading: Reading, clause: Clause) -> Title | None:
    """T13: `أسفر الهجوم الذي وقع في 11 مارس عن مقتل ستة جنود` is `مقتل ستة جنود في الهجوم`; None for other verbs."""
    relative = clause if clause.kind == "relative" else None
    main = reading.clauses[clause.parent] if relative is not None and clause.parent >= 0 else clause
    verb = reading.units[main.verb].word.verb if main.verb >= 0 else None
    if verb is None or verb.title_head != "effect":
        return None
    own = sorted({*main.units, *clause.units})
    start = next((k for k in own if k > main.verb and reading.units[k].word.stem in verb.prepositions), -1)
    doer = subject(reading, main)
    if start < 0 or doer is None or start + 1 >= len(reading.units) or reading.units[start + 1].word.act is None:
        return None
    first = plain_text(reading.units, doer.first, True)
    result = pieces_of(story, reading, [k for k in own if k > start and reading.units[k].date < 0], None)
    cause = [Piece("في", -1, chunk=30), *_plain_units(reading, list(range(doer.first, doer.end)))]
    return _finished(story, reading, [*result, *(replace(p, chunk=30) for p in cause)]) if first else None


def _before_it(reading: Reading, clause: Clause) -> bool:
    return subject_before(reading, clause) is not None


def _lengthened(story: Story, made: Title, named: list[Antecedent]) -> Title:
    """Gives a very short title the profession that the text names the person by (T10)."""
    for who in named:
        office = story.titles.get(who.words, "")
        if who.person and office and len(office.split()) == 1 and office.startswith("ال") and who.words in made.text:
            return replace(made, text=made.text.replace(who.words, f"{office} {who.words}", 1))
    return made


def _verb_pieces(reading: Reading, clause: Clause, verb: Verb | None, filled: bool, moved: bool) -> list[Piece]:
    """T3: the verb without و, س and pronoun that is filled; لم, لن, لا and قد + imperfect stay before it."""
    unit = reading.units[clause.verb]
    text = without_first_letter(unit.text) if unit.word.lead else unit.text
    if verb is not None:
        if verb.future and unit.word.stem.startswith("س"):
            text = without_first_letter(text)
        if verb.pronoun and filled:
            text = verb.base
        if moved and verb.person == "3mp":
            text = _singular(verb, reading, clause) or text
    before = [k for k in clause.units if k < clause.verb]
    classes = frozenset().union(*(reading.units[k].word.classes for k in before[-4:])) if before else frozenset()
    kept = []
    for k in before[-2:]:
        particle = reading.units[k].word
        negation = "negation" in particle.classes and "still" not in classes and particle.stem != "لما"
        maybe = particle.stem in ("قد", "وقد") and verb is not None and verb.aspect == "imperfect"
        if (negation or maybe) and k >= clause.verb - 1:
            kept.append(Piece(plain_text(reading.units, k, True), k))
    return [*kept, Piece(text, clause.verb)]


def _singular(verb: Verb, reading: Reading, clause: Clause) -> str:
    """Returns the 3ms or 3fs form that a plural verb takes when it moves before its subject (T6)."""
    phrase = subject_before(reading, clause)
    head = reading.units[phrase.first].word if phrase is not None else None
    wanted = "3fs" if head is not None and head.stem.endswith(("ات", "ة")) else "3ms"
    stem = verb.base.removesuffix("ون").removesuffix("وا")
    for form in (stem, stem + "ى", stem + "ي", verb.lemma):
        for row in verbs_of(form.replace("أ", "ا").replace("إ", "ا").replace("ى", "ي")):
            if row["lemma"] == verb.lemma and row["aspect"] == verb.aspect and row["person"] == wanted:
                return row["form"]
    if wanted == "3fs":
        return ""
    return stem if stem != verb.base and verb.guessed else ""


def _doer_and_rest(
    story: Story, reading: Reading, clause: Clause, named: list[Antecedent]
) -> tuple[list[Piece], list[int]]:
    """Returns the doer's pieces where it has to be moved or put in, and the units that follow the verb."""
    rest = [k for k in visible(reading, clause) if k > clause.verb]
    if clause.kind == "relative" and clause.antecedent >= 0:
        return _relative_doer(story, reading, clause, rest, named)
    before = subject_before(reading, clause)
    if before is not None and before.end - before.first <= _LONGEST_SUBJECT:
        return _subject_pieces(story, reading, before, named), rest
    given = _owner_of_past(reading, clause)
    if given is not None:
        return _subject_pieces(story, reading, given, named), rest
    behind = subject(reading, clause)
    if behind is not None:
        if behind.entity is not None and behind.first in rest and _needs_words(behind):
            pieces = _subject_pieces(story, reading, behind, named)
            if rest and behind.first == rest[0]:
                return pieces, [k for k in rest if k >= behind.end]
        return [], rest
    who = _carried(story, reading, clause)
    if who is None or who.words.split()[-1] in {reading.units[k].text for k in rest}:
        return [], rest
    named.append(who)
    return [Piece(who.words, -1)], rest


def _needs_words(phrase: Phrase) -> bool:
    entity = phrase.entity
    return entity is not None and (entity.bare or (entity.kind == "person" and entity.name_end - entity.first == 1))


def _owner_of_past(reading: Reading, clause: Clause) -> Phrase | None:
    """Finds X of `سبق لX أن` before the verb."""
    before = [k for k in clause.units if k < clause.verb]
    for place, k in enumerate(before[:-2]):
        if reading.units[k].word.stem in ("سبق", "يسبق") and reading.units[before[place + 1]].word.prefix == "ل":
            first = before[place + 1]
            return Phrase(first, phrase_end(reading, first), reading.entity_at(first))
    return None


def _subject_pieces(story: Story, reading: Reading, phrase: Phrase, named: list[Antecedent]) -> list[Piece]:
    """Writes a subject: apposition commas go, a bare noun or surname gets its full name."""
    found = of_phrase(story, reading, phrase)
    full = resolved(story, reading, found)
    entity = phrase.entity
    if full is not found or (entity is not None and entity.kind == "person" and entity.end - entity.first == 1):
        named.append(full)
        tail = list(range(entity.end, phrase.end)) if entity is not None and full is found else []
        return [Piece(full.words, -1), *_plain_units(reading, tail)]
    named.append(found)
    return _plain_units(
        reading, list(range(phrase.first, phrase.end)), entity.name_first if entity and entity.kind == "person" else -1
    )


def _plain_units(reading: Reading, units: list[int], name_first: int = -1) -> list[Piece]:
    return [
        Piece(_nominative(reading, k, place) or plain_text(reading.units, k, place == 0), k, office=k < name_first)
        for place, k in enumerate(units)
        if not reading.units[k].is_mark and reading.units[k].date < 0
    ]


def _nominative(reading: Reading, k: int, place: int) -> str:
    """Writes a subject that stood behind أن in the case it has behind its verb: المسلحين, خسوفا; empty where equal."""
    clause = reading.clauses[reading.clause_of[k]] if reading.clause_of[k] >= 0 else None
    if clause is None or clause.kind != "complement" or k > clause.verb or clause.verb < 0:
        return ""
    unit = reading.units[k]
    verb = reading.units[clause.verb].word.verb
    if unit.word.is_function or reading.entity_over(k) is not None:
        return ""
    text = plain_text(reading.units, k, place == 0)
    if text.endswith("ين") and verb is not None and verb.person == "3mp":
        return text[:-2] + "ون"
    if unit.word.stem.endswith("ا") and not unit.word.definite and len(unit.word.stem) > 3 and (unit.word.act or place):
        return text.rstrip("ً").removesuffix("ا").rstrip("ً")
    return ""


def _carried(story: Story, reading: Reading, clause: Clause) -> Antecedent | None:
    """Returns the subject that a clause with a hidden one carries on (T5), None where none is meant or known."""
    unit = reading.units[clause.verb]
    verb = unit.word.verb
    if verb is None or verb.person not in ("3ms", "3fs") or unit.word.classes & {"light", "modal"}:
        return None
    behind = [k for k in clause.units if k > clause.verb and reading.units[k].date < 0]
    first = reading.units[behind[0]].word if behind else None
    if first is not None and verb.lemma in _FREED and "preposition-bound" in first.classes:
        return None
    starts = clause.kind == "main" and clause.frame < 0
    if (
        starts
        and verb.kinds & {"death", "injury"}
        and behind
        and is_nominal(reading.units[behind[0]])
        and not (first and first.prefix)
    ):
        return None
    if verb.lemma in _IMPERSONAL and starts and first is not None and (first.preposition or first.prefix):
        return None
    if not verb.transitive and _subject_behind_phrase(reading, behind):
        return None
    if subject_possible(reading, clause, behind) and not _fits_object(reading, clause):
        return None
    if verb.lemma in _ENTERS and clause.kind in ("and", "then"):
        thing = last_object(story, reading, clause, feminine=verb.person == "3fs")
        if thing is not None:
            return replace(thing, words=_definite(thing.words))
    return hidden_subject(story, reading, clause)


def _subject_behind_phrase(reading: Reading, behind: list[int]) -> bool:
    """Tells whether a noun phrase follows the first prepositional phrase (شارك في العملية أكثر من 63 ألف جندي)."""
    units = reading.units
    if len(behind) < 3:
        return False
    word = units[behind[0]].word
    if "preposition-bound" in word.classes:
        end = behind[1]
    elif word.preposition or word.prefix:
        end = phrase_end(reading, behind[0] + (1 if word.preposition else 0))
    else:
        return False
    if end not in behind:
        return False
    following = units[end]
    return (
        is_nominal(following)
        and not following.word.prefix
        and not following.word.lead
        and not following.word.stem.endswith("ا")
    )


def _definite(words: str) -> str:
    """Writes an indefinite noun of an act as it is taken up again: اتفاقا لترسيم الحدود becomes الاتفاق."""
    first = words.split()[0]
    if first.startswith("ال"):
        return words
    return "ال" + first.rstrip("ً").removesuffix("اً").removesuffix("ا")


def subject_possible(reading: Reading, clause: Clause, behind: list[int]) -> bool:
    """Tells whether what stands behind a verb may be its subject after all, so that nothing is put in."""
    if not behind:
        return False
    k = behind[0]
    word = reading.units[k].word
    entity = reading.entity_at(k)
    if word.preposition or word.prefix or "preposition-bound" in word.classes or reading.units[k].is_mark:
        return False
    if entity is not None or word.pronoun or (word.stem.endswith("ا") and not word.definite):
        return False
    verb = reading.units[clause.verb].word.verb
    return verb is None or not verb.transitive or not (verb.person == "3ms" and word.stem.endswith("ة"))


def _fits_object(reading: Reading, clause: Clause) -> bool:
    from timeline_cli.text.words import function_classes

    verb = reading.units[clause.verb].word.verb
    return verb is not None and "takes-object" in function_classes().get(verb.lemma, frozenset())


def _relative_doer(
    story: Story, reading: Reading, clause: Clause, rest: list[int], named: list[Antecedent]
) -> tuple[list[Piece], list[int]]:
    """§2.4: the head noun of a relative clause fills its gap."""
    verb = reading.units[clause.verb].word.verb
    feminine = None
    if clause.opener >= 0:
        relative = reading.units[clause.opener].word.stem
        feminine = relative in ("التي",) if relative in ("التي", "الذي") else None
    last = clause.antecedent
    if reading.units[last].word.classes & {"pronoun"}:
        who = hidden_subject(story, reading, clause)
        if who is None:
            return [], rest
        named.append(who)
        return [Piece(who.words, -1)], rest
    owner = reading.entity_over(last)
    if owner is not None and owner.kind == "person" and clause.opener >= 0:
        who = of_phrase(story, reading, Phrase(owner.first, owner.end, owner))
        if subject(reading, clause) is None:
            named.append(who)
            return [Piece(who.words, -1)], rest
    first = _nearest_act(reading, phrase_start(reading, last, feminine=feminine), last, feminine)
    entity = reading.entity_at(first)
    head = Phrase(first, last + 1, entity)
    inside = subject(reading, clause)
    own = [k for k in clause.units if k < clause.verb]
    if inside is not None and verb is not None and (verb.pronoun or _bound(reading, rest)):
        pieces = _subject_pieces(story, reading, inside, named)
        named.append(of_phrase(story, reading, head))
        back = [k for k in rest if not inside.first <= k < inside.end]
        return pieces + _plain_units(reading, list(range(first, last + 1))), back
    if inside is not None and own and inside.first in own:
        return _subject_pieces(story, reading, inside, named), rest
    if (
        inside is not None
        and verb is not None
        and not verb.pronoun
        and reading.units[inside.first].word.definite
        and rest
        and inside.first == rest[0]
        and not _human_head(reading, first)
    ):
        return [], rest
    named.append(of_phrase(story, reading, head))
    return _plain_units(reading, list(range(first, last + 1))), rest


def _nearest_act(reading: Reading, first: int, last: int, feminine: bool | None) -> int:
    """Returns the act that الذي or التي describes within a genitive chain (عائلات ضحايا التفجير الذي …), else its
    head."""
    if feminine is None or reading.units[first].word.act is not None:
        return first
    for k in range(last, first, -1):
        word = reading.units[k].word
        if word.act is not None and word.definite and word.feminine == feminine and not word.lead:
            return k
    return first


def _human_head(reading: Reading, first: int) -> bool:
    entity = reading.entity_at(first)
    return entity is not None and entity.kind in ("person", "office", "organisation")


def _bound(reading: Reading, rest: list[int]) -> bool:
    return bool(rest) and "preposition-bound" in reading.units[rest[0]].word.classes


def _object_pronoun(
    story: Story, reading: Reading, clause: Clause, verb: Verb | None, rest: list[int], named: list[Antecedent]
) -> tuple[list[Piece], list[int]]:
    """T7: fills ـه, ـها on the verb or on the preposition right behind a passive (أفرج عنه)."""
    if verb is None or clause.kind == "relative":
        return [], rest
    if rest and verb.lemma in _FREED and reading.units[rest[0]].word.stem[-1:] in "ها" and _bound(reading, rest):
        bound = reading.units[rest[0]].word
        who = object_person(story, reading, clause, feminine=bound.stem.endswith("ها"))
        preposition = _BOUND.get(bound.fold.removesuffix("ها").removesuffix("ه").rstrip("ي") or bound.fold[:1], "")
        if who is not None and preposition:
            named.append(who)
            return [Piece(preposition, -1), Piece(who.words, -1)], rest[1:]
        return [], rest
    if verb.pronoun not in ("ه", "ها"):
        return [], rest
    return _filled_object(story, reading, clause, verb, rest, named)


def _filled_object(
    story: Story, reading: Reading, clause: Clause, verb: Verb, rest: list[int], named: list[Antecedent]
) -> tuple[list[Piece], list[int]]:
    feminine = verb.pronoun == "ها"
    thing = (
        last_object(story, reading, clause, feminine=feminine)
        if verb.kinds & {"law", "signing", "publication"}
        else None
    )
    who = thing or object_person(story, reading, clause, feminine=feminine)
    if who is None or (feminine and not verb.kinds & {"death", "injury", "court", "appointment", "family"}):
        who = last_thing(story, reading, clause, feminine=feminine) or who
    if who is None:
        return [], rest
    words = _definite(who.words) if thing is not None else who.words
    named.append(who)
    doer = subject(reading, clause)
    own = [k for k in rest if doer is not None and doer.first <= k < doer.end]
    if doer is not None and doer.entity is not None:
        named.append(of_phrase(story, reading, doer))
    lead = _plain_units(reading, own)
    return [*lead, Piece(words, -1)], [k for k in rest if k not in own]


def _noun_title(story: Story, reading: Reading, clause: Clause, head: Attachment, date: int) -> Title:
    """T12: the noun of an act with its genitives, adjectives and phrases, up to the date or the next verb."""
    units = reading.units
    first = head.unit
    while first > 0 and "quantifier" in units[first - 1].word.classes and reading.clause_of[first - 1] == head.clause:
        first -= 1
    chosen = []
    for k in visible(reading, clause):
        if k < first:
            continue
        if (
            k == clause.verb
            or (head.rule == "D8" and k > date)
            or (k > first and is_verb(units, k, False) and clause.verb > k)
        ):
            break
        chosen.append(k)
    act = units[head.unit].word.act
    if act is not None and act.pronoun in ("ه", "ها"):
        who = _owner(story, reading, clause, act.pronoun == "ها")
        if who is not None:
            base = units[head.unit].word.stem.removesuffix(act.pronoun)
            lead = [Piece(_unjoined(base), head.unit), Piece(who.words, -1)]
            rest = pieces_of(story, reading, [k for k in chosen if k > head.unit], None, start=3, chunk=2)
            return _finished(story, reading, lead + rest, (who,))
    return _finished(story, reading, _plain(story, reading, chosen))


def _unjoined(base: str) -> str:
    """Writes a noun without the pronoun it was joined to: زيارت becomes زيارة, لقائ becomes لقاء."""
    return base[:-1] + {"ت": "ة", "ئ": "ء", "ؤ": "ء"}[base[-1]] if base[-1] in "تئؤ" else base


def _owner(story: Story, reading: Reading, clause: Clause, feminine: bool) -> Antecedent | None:
    """Returns whose act a possessive means: the subject of its clause where the gender fits."""
    doer = subject(reading, clause) if clause.verb >= 0 else None
    if doer is None:
        return None
    who = resolved(story, reading, of_phrase(story, reading, doer))
    return who if who.feminine == feminine and who.person else None


def _participle_title(story: Story, reading: Reading, head: Attachment) -> Title:
    """D2, D9: the noun phrase that المؤرخة, الموقع, المولود or المقرر describes."""
    participle = reading.units[head.unit].word
    last = head.unit - 1
    while last > 0 and reading.units[last].is_mark:
        last -= 1
    first = phrase_start(reading, last, feminine=participle.feminine)
    pieces = _plain(story, reading, list(range(first, last + 1)))
    verb = {"المولود": "ولد", "المولودة": "ولدت", "المتوفى": "توفي", "المتوفاة": "توفيت"}.get(participle.stem)
    entity = reading.entity_at(first)
    named = (of_phrase(story, reading, Phrase(first, last + 1, entity)),)
    between = [k for k in range(head.unit + 1, len(reading.units)) if reading.clause_of[k] == head.clause]
    stop = next((k for k in between if reading.units[k].date >= 0), head.unit + 1)
    if verb is not None:
        pieces = [Piece(verb, -1), *pieces, *pieces_of(story, reading, [k for k in between if k < stop], None, chunk=9)]
    after = reading.units[head.unit + 1].word if head.unit + 1 < len(reading.units) else None
    if "planned-participle" in participle.classes and after is not None and after.act is not None and after.act.pronoun:
        base = after.bare.removesuffix(after.act.pronoun)
        pieces = [Piece(base[:-1] + "ة" if base.endswith("ت") else base, head.unit + 1), *pieces]
    return _finished(story, reading, pieces, named)


def _nominal_title(story: Story, reading: Reading, clause: Clause, head: Attachment) -> Title:
    """D13, D14: a verbless clause; its words without كان, connectives and dates."""
    units = [k for k in visible(reading, clause) if head.unit < 0 or k >= head.unit or head.rule == "D13"]
    while units and _opens(reading, units[0]):
        units = units[1:]
    made = _finished(story, reading, _plain(story, reading, units))
    return replace(made, certain=head.certain)


def called_off_title(story: Story, reading: Reading, clause: Clause, off: Clause) -> Title:
    """Keeps `كان من المقرر أن … لكنها ألغيت` whole: an editor would say that nothing came of it (§5)."""
    planned = _plain(story, reading, [k for k in clause.units if reading.units[k].date < 0])
    called = [k for k in off.units if k <= off.verb]
    tail = pieces_of(story, reading, called, None, chunk=20)
    pieces = planned[: 12 - len(tail)] + [replace(piece, open=False) for piece in tail]
    units = frozenset(piece.unit for piece in pieces if piece.unit >= 0)
    return Title(written(pieces), units)


def _opens(reading: Reading, k: int) -> bool:
    unit = reading.units[k]
    return (
        unit.is_mark
        or unit.date >= 0
        or bool(unit.word.classes & {"was", "clause-adverb", "complementizer", "aspect", "pronoun"})
    )
