"""Titles of relative clauses: the noun that a clause describes, and how act and noun are told (docs/events.md §2.4).

A title of a relative clause is the verb with its noun put into the gap (وقع الطرفان الاتفاق); one whose noun or gap
is unclear has none, since a noun with its clause (الاتفاق الذي …) says nothing that happened.
"""

from __future__ import annotations

from dataclasses import replace

from timeline_cli.events.doers.antecedents import hidden_subject
from timeline_cli.events.doers.attributes import is_attribute
from timeline_cli.events.doers.fronted import subject_before
from timeline_cli.events.doers.naming import Antecedent, of_phrase
from timeline_cli.events.doers.objects import asks_for_object
from timeline_cli.events.doers.phrases import extended, is_nominal, phrase_end, phrase_start
from timeline_cli.events.doers.protagonist import hero_hidden_in
from timeline_cli.events.doers.subjects import subject
from timeline_cli.events.doers.written_subjects import plain_units, subject_pieces
from timeline_cli.events.plain_words import plain_text
from timeline_cli.events.reading import Phrase, Reading
from timeline_cli.events.story import Story
from timeline_cli.events.wording.agreeing import men_of, occurs
from timeline_cli.events.wording.composing import Title, finished, plain_pieces, verb_pieces
from timeline_cli.events.wording.described import described, wanted
from timeline_cli.events.wording.resumptives import is_first_of, resumed_title, resumes
from timeline_cli.events.wording.span import pieces_of
from timeline_cli.events.wording.told_units import told_units
from timeline_cli.events.wording.trim import FEWEST_WORDS, Piece, words_of
from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause
from timeline_cli.text.finite_verbs import is_verb
from timeline_cli.text.letters import unjoined
from timeline_cli.text.shapes import Verb
from timeline_cli.text.tokens import CLOSING_QUOTES, OPENING_QUOTES
from timeline_cli.text.words import Word
from timeline_cli.text.words import word as known_word

_PRONOUNS = {"ms": ("ه",), "fs": ("ها",), "dual": ("هما",), "mp": ("هم",), "fp": ("هن",)}
_SUFFERED = frozenset({"death", "injury", "disaster", "attack", "military"})
_MASDAR_VERBS = cues("masdar-verbs")
_DEGREES = cues("degrees")
_DOERS = frozenset({"person", "organisation", "office"})
_LONGEST_DOER = 9
_SOME = cues("some-of")
_OWN_BUSINESS = cues("own-business")


def relative_title(story: Story, reading: Reading, clause: Clause) -> Title | None:
    """Returns the title of a relative clause with a verb, None where the noun it describes is unclear."""
    verb = reading.units[clause.verb].word.verb
    if verb is None:
        return None
    kind = wanted(reading, clause, verb)
    if clause.opener >= 0 and reading.units[clause.opener].word.stem in ("ما", "لما", "بما", "مما"):
        return None
    head = described(reading, clause, kind, verb) if kind else None
    if head is None:
        return None
    if reading.units[head.first].word.core in _DEGREES and head.end == head.first + 1:
        return None  # لدرجة اضطرت معها المدرسة
    head = _with_mark(reading, head)
    victims = _act_before(reading, head) if occurs(verb) or not verb.transitive else -1
    if victims >= 0:
        pieces = plain_pieces(story, reading, list(range(victims, head.end)))
        return finished(reading, pieces, (_named(story, reading, head),))
    rest = told_units(reading, clause, verb)
    named = head.entity is not None and head.entity.kind in _DOERS
    told = "statement-noun" in reading.units[head.first].word.core_classes
    gap = _gap(reading, clause, verb, kind, rest, named=named, told=told)
    if gap == "subject":
        return _with_subject(story, reading, clause, verb, head, rest)
    if gap == "object":
        made = _with_object(story, reading, clause, verb, head, rest)
        if made is not None:
            return made
    if gap == "act":
        return _with_act(story, reading, head, rest)
    if gap == "other":
        return None
    pieces = _head_pieces(reading, head, nominative=False)
    if head.entity is None and _accusative(reading, head.first):
        pieces = [replace(piece, text=_without_tanwin(reading, piece)) for piece in pieces]  # إلى أسلوب لجأ إليه
    return resumed_title(story, reading, clause, verb, pieces, _named(story, reading, head), rest, _PRONOUNS[kind])


def _with_mark(reading: Reading, head: Phrase) -> Phrase:
    """Takes in the noun before a name in quotation marks that a relative clause describes (سوق "عكاظ" الذي …)."""
    units = reading.units
    opens = head.first > 1 and units[head.first - 1].text in OPENING_QUOTES
    if not opens or head.end >= len(units) or units[head.end].text not in CLOSING_QUOTES:
        return head
    if head.entity is not None and head.entity.kind == "person":
        return head
    before = units[head.first - 2]
    if not is_nominal(before) or before.word.definite or before.word.preposition or len(before.word.bare) < 3:
        return head
    first = head.first - 2
    return Phrase(first if before.word.prefix else phrase_start(reading, first), head.end + 1)  # امتدادا │ لبرنامج "…"


def _act_before(reading: Reading, head: Phrase) -> int:
    """Returns the death, injury or attack that happened in what occurred (مقتل عاملين في حريق اندلع), else -1."""
    units = reading.units
    if head.first < 2 or units[head.first - 1].word.stem != "في":
        return -1
    for k in range(head.first - 2, max(-1, head.first - 8), -1):
        unit = units[k]
        if unit.is_mark or unit.date >= 0 or unit.word.preposition or is_verb(units, k, False):
            return -1
        act = unit.word.act
        if act is not None and act.kind in _SUFFERED and not unit.word.definite:
            return k
    return -1


def _gap(reading: Reading, clause: Clause, verb: Verb, kind: str, rest: list[int], *, named: bool, told: bool) -> str:
    """Tells where the described noun belongs in the clause: subject, object, act (of تم);
    other for a pronoun that means something else, empty where it is unclear. `named`: the noun is a person or body;
    `told`: it is what is published or said (بيانات │ ستصدر غدا)."""
    units = reading.units
    own = _PRONOUNS[kind]
    undated = [k for k in rest if units[k].date < 0 and not units[k].is_mark]
    first = units[undated[0]].word if undated else None
    lemma = next(iter(set(verb.lemma.split("|")) & _MASDAR_VERBS), "")
    if lemma and verb.person in ("3ms", "3fs") and first is not None and first.act is not None:
        dated = rest[0] != undated[0]
        if any(resumes(units[k].word, own) for k in undated[1:5]):
            return ""  # سيتم استلامها أول طائرة │ منها
        return "act" if first.pronoun in own and not dated and lemma != "سبق" else ""
    if verb.pronoun:
        return "object" if verb.pronoun in own else ""
    before = [k for k in clause.units if k < clause.verb and k != clause.opener]
    if any(not units[k].word.is_function and not units[k].is_mark and units[k].date < 0 for k in before):
        return ""
    business = first is not None and first.core.removesuffix(first.pronoun) in _OWN_BUSINESS  # اختتم │ أعماله
    acts = verb.transitive and (named or business or asks_for_object(verb))
    if first is not None and _owned(first, own) and not acts:
        return ""
    if is_first_of(reading, undated) and units[undated[1]].word.pronoun in own and not verb.transitive:
        return ""  # التي انطلقت │ أولى مراحلها
    if any(resumes(units[k].word, own) for k in undated[:6]) and verb.person != "3mp":
        return ""
    possessed = first is not None and first.pronoun and not first.definite and first.verb is None and not first.place
    if first is not None and possessed and first.pronoun not in own:
        return "other"
    if possessed and not acts:
        return ""
    wanted = {"ms": ("3ms",), "fs": ("3fs",), "dual": ("3md", "3fd"), "mp": ("3mp",), "fp": ("3fp",)}[kind]
    if verb.person not in wanted or (verb.unclear and (undated or not told)):
        return ""
    if not verb.transitive and not verb.passive and first is not None and not first.prefix and not first.preposition:
        behind = reading.entity_at(undated[0])
        if (behind is not None and behind.kind in ("person", "office")) or (first.definite and first.act is not None):
            return ""
    return "subject"


def _owned(word: Word, own: tuple[str, ...]) -> bool:
    """Tells whether a listed noun carries the pronoun of the described noun (برامجها, مفهومه); no name in ه does."""
    if word.pronoun not in own or word.definite or word.verb is not None or word.place or word.stem == "الله":
        return False
    base = word.stem.removesuffix(word.pronoun)
    return word.pronoun != "ه" or bool(word.act) or any(_listed(form) for form in (base, base[:-1] + "ة"))


def _listed(form: str) -> bool:
    known = known_word(form)
    return bool(known.common or known.known_noun)


def _head_pieces(reading: Reading, head: Phrase, *, nominative: bool) -> list[Piece]:
    """Returns the described noun as it stands, in the form that a subject has where its ending is told."""
    entity = head.entity
    name_first = entity.name_first if entity is not None and entity.kind == "person" else -1
    office = reading.units[head.first].word.office
    kin = entity is not None and name_first > head.first and office is not None and office["family"] == "family"
    first = name_first if kin else head.first
    pieces = plain_units(reading, list(range(first, head.end)), name_first)
    if nominative and pieces and entity is None:
        word = reading.units[head.first].word
        text = pieces[0].text
        if _accusative(reading, head.first):
            pieces = [replace(piece, text=_without_tanwin(reading, piece)) for piece in pieces]
        elif text.endswith("تين") and len(text) > 6 and word.definite:
            pieces = [replace(pieces[0], text=text[:-2] + "ان"), *pieces[1:]]
        elif text.endswith("ي") and len(pieces) > 1 and men_of(word):
            pieces = [replace(pieces[0], text=text[:-1] + "و"), *pieces[1:]]  # متشددو التنظيم
        elif text.endswith("ين") and len(text) > 5 and word.definite:
            pieces = [replace(pieces[0], text=text[:-2] + "ون"), *(plural_nominative(piece) for piece in pieces[1:])]
    return pieces


def _accusative(reading: Reading, k: int) -> bool:
    """Tells whether a word ends in the ا of an indefinite object: with its tanwin, or a listed noun without it."""
    unit = reading.units[k]
    if unit.word.definite or not unit.word.stem.endswith("ا") or len(unit.word.stem) < 4:
        return False
    without = known_word(unit.word.stem[:-1])
    return "ً" in unit.text[-2:] or bool(without.common or without.known_noun)


def plural_nominative(piece: Piece) -> Piece:
    """Writes a definite plural in ين in the nominative (السوريين: السوريون), other words as they are."""
    text = piece.text
    return replace(piece, text=text[:-2] + "ون") if text.startswith("ال") and text.endswith("ين") else piece


def _without_tanwin(reading: Reading, piece: Piece) -> str:
    word = reading.units[piece.unit].word
    agrees = piece.unit > 0 and _accusative(reading, piece.unit - 1) and word.stem.endswith("ا") and word.unknown
    if not _accusative(reading, piece.unit) and not (agrees and not word.definite):
        return piece.text
    return piece.text.rstrip("ً").removesuffix("ا").rstrip("ً")


def _named(story: Story, reading: Reading, head: Phrase) -> Antecedent:
    return of_phrase(story, reading, head)


def _with_subject(
    story: Story, reading: Reading, clause: Clause, verb: Verb, head: Phrase, rest: list[int]
) -> Title | None:
    """وقع الحادث الإرهابي في المسجد: the noun is the doer."""
    start = verb_pieces(reading, clause, verb, doer=head)
    if verb.person == "3mp" and start[-1].text.endswith(("وا", "ون")):
        return None
    doer = [replace(piece, chunk=1) for piece in _head_pieces(reading, head, nominative=True)]
    body = pieces_of(story, reading, rest, verb, start=words_of(start) + words_of(doer), chunk=2)
    pieces = [*start, *doer, *body]
    if words_of(pieces) < FEWEST_WORDS:
        pieces += place_behind(story, reading, clause) or _told_further(story, reading, clause)
    return finished(reading, pieces, (_named(story, reading, head),))


def _with_object(
    story: Story, reading: Reading, clause: Clause, verb: Verb, head: Phrase, rest: list[int]
) -> Title | None:
    """وقع الطرفان الاتفاق في الدوحة: the noun stands for the verb's pronoun, behind a doer whose end is clear."""
    units = reading.units
    thing = _object_pieces(reading, head, reading.units[clause.verb].word)
    if not thing:
        return None
    start = verb_pieces(reading, clause, verb, filled=True)
    doer = subject(reading, clause) or subject_before(reading, clause)
    named: list[Antecedent] = []
    if doer is None:
        behind = next((k for k in rest if not units[k].is_mark), -1)
        free = behind < 0 or units[behind].date >= 0 or units[behind].word.preposition or units[behind].word.prefix
        who = hidden_subject(story, reading, clause) if free else None
        same = who is not None and who.reading is reading and who.entity is not None
        if who is None or not (who.person or same):
            who = hero_hidden_in(story, reading, clause) if free else None
        if who is None:
            return None
        lead, back = [Piece(who.words, -1, chunk=1)], rest
        named.append(who)
    else:
        before = doer.first < clause.verb  # التي كانت القوات قد احتلتها
        doer = doer if before else extended(reading, doer, rest)
        end = doer.end if before else _end_of_doer(reading, doer, rest)
        if end < 0:
            return None
        lead = subject_pieces(story, reading, doer, named)
        more = [k for k in rest if doer.end <= k < end]
        lead += pieces_of(story, reading, more, None, start=3) if more else []
        lead = [replace(piece, chunk=1, rank=0) for piece in lead]
        back = [k for k in rest if k >= end]
    body = pieces_of(story, reading, back, verb, start=words_of(start) + words_of(lead) + words_of(thing), chunk=2)
    return finished(reading, [*start, *lead, *thing, *body], (*named, _named(story, reading, head)))


def _object_pieces(reading: Reading, head: Phrase, verb: Word) -> list[Piece]:
    """Returns the described noun as an object: as it stands where its letters do not change, with the ا of an
    indefinite one (انفجار │ انفجارا); none where its form as an object is unclear."""
    units = reading.units
    pieces = [replace(piece, chunk=1) for piece in _head_pieces(reading, head, nominative=False)]
    if head.entity is None:  # أن │ صاروخا أطلقه مسلحون انفجر
        pieces = [replace(piece, text=plain_text(units, piece.unit, n == 0)) for n, piece in enumerate(pieces)]
    word = units[head.first].word
    if any(units[k].text in OPENING_QUOTES for k in range(head.first + 1, head.end)):
        return pieces  # صاروخ «طارق»
    after = units[head.first + 1].word if head.first + 1 < head.end else None
    genitive = after is not None and (after.definite or after.place is not None)
    if word.definite or head.entity or word.feminine or word.stem.endswith("ا") or genitive:
        return pieces
    if units[head.first].is_number or ("number" in word.classes and not word.stem.endswith(("ون", "ان"))):
        return pieces  # 17 رقيما, ثلاثين كتابا: the noun is in the form its number asks for
    inner = range(head.first + 1, head.end)
    if verb.act is not None or word.number or "number" in word.classes:
        return []
    if not all(is_attribute(reading, k) for k in inner) or not all(
        map(_takes_alef, (word, *(units[k].word for k in inner)))
    ):
        return []
    return [replace(piece, text=piece.text + "ا") for piece in pieces]


def _takes_alef(word: Word) -> bool:
    """Tells whether an indefinite word surely ends in ا as an object: no broken plural, no ending of its own."""
    plural = word.act.plural if word.act is not None else word.pattern_plural
    return not plural and word.stem[-1] not in "اىيءةن"


def _end_of_doer(reading: Reading, doer: Phrase, rest: list[int]) -> int:
    """Returns the unit behind a doer and the phrases and joined nouns that belong to it, up to the date or a mark
    (لجنة الحكام بالاتحاد │ أمس); -1 where something else stands there, so that the doer's end is unclear."""
    units = reading.units
    behind = [k for k in rest if k >= doer.end]
    if not behind or units[behind[0]].date >= 0 or units[behind[0]].is_comma:
        return doer.end
    first = units[behind[0]].word
    if first.stem == "من" and units[doer.end - 1].word.core in _SOME and behind[0] + 1 in behind:
        return phrase_end(reading, behind[0] + 1)  # عدد │ من رواد الرياضة
    if first.preposition or "adverb" in first.classes:
        return doer.end
    if first.prefix == "ب" and reading.entity_at(behind[0]) is None:
        return doer.end
    end = next((k for k in behind if units[k].date >= 0 or units[k].is_mark), -1)
    return end if (first.prefix or first.lead) and 0 < end - doer.first <= _LONGEST_DOER else -1


def _with_act(story: Story, reading: Reading, head: Phrase, rest: list[int]) -> Title | None:
    """خصخصة الشركة: the noun is what تم's act was done to."""
    first = next(k for k in rest if reading.units[k].date < 0 and not reading.units[k].is_mark)
    word = reading.units[first].word
    base = unjoined(plain_text(reading.units, first, True).removesuffix(word.pronoun))
    thing = _head_pieces(reading, head, nominative=False)
    start = [Piece(base, first), *thing]
    body = pieces_of(story, reading, [k for k in rest if k > first], None, start=words_of(start), chunk=2)
    return finished(reading, [*start, *body], (_named(story, reading, head),))


def _told_further(story: Story, reading: Reading, clause: Clause) -> list[Piece]:
    """Returns the second relative clause of the noun of a short one (القانون الذي اعتمد أمس الذي يسمح بالتغذية)."""
    last = max(clause.units)
    later = next((c for c in reading.clauses[clause.number + 1 :] if c.opener == last + 1), None)
    if later is None or later.kind != "relative" or clause.opener < 0 or later.verb < 0:
        return []
    if reading.units[later.opener].word.stem != reading.units[clause.opener].word.stem:
        return []
    stop = next((k for k in later.units if "pronoun" in reading.units[k].word.classes), len(reading.units))
    own = [k for k in (later.opener, *later.units) if k < stop]
    return pieces_of(story, reading, own, None, start=2, chunk=2, whole=True)


def place_behind(story: Story, reading: Reading, clause: Clause) -> list[Piece]:
    """Returns the phrase of place behind the comma that closes a short relative (اشتباكات وقعت أمس، غربي المدينة)."""
    last = max(clause.units)
    behind = [k for k in range(last + 1, min(last + 12, len(reading.units))) if reading.clause_of[k] == clause.parent]
    if len(behind) < 2 or not reading.units[behind[0]].is_comma or reading.units[last].date < 0:
        return []
    word = reading.units[behind[1]].word
    local = "preposition-place" in word.classes or word.stem.removesuffix("ي") in ("غرب", "شرق", "شمال", "جنوب", "وسط")
    if word.lead or not local:
        return []
    stop = next((k for k in behind[1:] if reading.units[k].is_mark), behind[-1] + 1)
    return pieces_of(story, reading, [k for k in behind[1:] if k < stop], None, start=2, chunk=2)
