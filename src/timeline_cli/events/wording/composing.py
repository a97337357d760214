"""What titles are put together from: the verb as it opens one, phrases as they stand, the finished title (§3.1, T3)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from timeline_cli.events.doers.naming import Antecedent
from timeline_cli.events.plain_words import plain_text, without_first_letter
from timeline_cli.events.reading import Phrase, Reading
from timeline_cli.events.story import Story
from timeline_cli.events.wording.span import pieces_of
from timeline_cli.events.wording.trim import Piece, closed, trimmed, written
from timeline_cli.text.clauses import Clause
from timeline_cli.text.listed import verbs_of
from timeline_cli.text.shapes import Verb
from timeline_cli.text.words import word

_FEWEST_AGAIN = 2


@dataclass(frozen=True, slots=True)
class Title:
    """A title and what it was made of. `units`: units of its sentence before it was cut to length; `named`: what was
    put in from elsewhere; `certain`: false where the head was a guess; `member`: of a list whose members differ;
    `order`: its units in the order of the title; `brief`: its subject was shortened."""

    text: str
    units: frozenset[int]
    named: tuple[Antecedent, ...] = ()
    certain: bool = True
    member: bool = False
    order: tuple[int, ...] = ()
    brief: bool = False


NO_TITLE = Title("", frozenset())


def finished(reading: Reading, pieces: list[Piece], named: tuple[Antecedent, ...] = ()) -> Title:
    """Returns the title of pieces brought to length; its units are those of its first clause, shown or not."""
    pieces = [piece for place, piece in enumerate(pieces) if not _again(piece, pieces[place - 1] if place else None)]
    pieces = _told_once(pieces)
    kept = _without_half(reading, trimmed(pieces))
    clause = next((reading.clause_of[piece.unit] for piece in pieces if piece.unit >= 0), -1)
    units = frozenset(p.unit for p in pieces if p.unit >= 0 and (reading.clause_of[p.unit] == clause or p in kept))
    return Title(written(kept), units, named, order=tuple(piece.unit for piece in kept if piece.unit >= 0))


def _told_once(pieces: list[Piece]) -> list[Piece]:
    """Leaves out a joined member that says the words before it again, since only their dates differed (قوائمها المالية
    الموحدة │ والقوائم المالية الموحدة)."""
    for start, piece in enumerate(pieces):
        if not piece.joins or start < _FEWEST_AGAIN:
            continue
        end = next(
            (n for n in range(start + 1, len(pieces)) if pieces[n].chunk != piece.chunk or pieces[n].joins), len(pieces)
        )
        words = [_plain(member.text) for member in pieces[start:end]]
        if len(words) >= _FEWEST_AGAIN and {_plain(before.text) for before in pieces[:start]}.issuperset(words):
            return _told_once(pieces[:start] + pieces[end:])
    return pieces


def _without_half(reading: Reading, kept: list[Piece]) -> list[Piece]:
    """Leaves out a description without الذي that is cut before its verb (أنقذ الجيش 20 صيادا │ كانت عصابة الميناء
    تحتجزهم)."""
    last = kept[-1].unit if kept else -1
    number = reading.clause_of[last] if last >= 0 else -1
    inner = reading.clauses[number] if number >= 0 else None
    if inner is None or inner.kind != "relative" or inner.opener >= 0 or inner.verb <= last:
        return kept
    left = [piece for piece in kept if piece.unit < 0 or reading.clause_of[piece.unit] != number]
    return closed(left) if len(left) > _FEWEST_AGAIN else kept


def _plain(text: str) -> str:
    known = word(text)
    return known.core.removesuffix(known.pronoun) if known.pronoun and not known.definite else known.core


def _again(piece: Piece, before: Piece | None) -> bool:
    """Tells whether both words of a family name were written out as the full name (دي بروين)."""
    return before is not None and piece.text == before.text and " " in piece.text


def plain_pieces(story: Story, reading: Reading, units: list[int]) -> list[Piece]:
    """Returns units as the text has them, the first without an attached و, ف or preposition."""
    pieces = pieces_of(story, reading, units, None)
    if pieces and pieces[0].unit >= 0:
        pieces[0] = replace(pieces[0], text=plain_text(reading.units, pieces[0].unit, True))
    return pieces


def verb_pieces(
    reading: Reading, clause: Clause, verb: Verb | None, *, filled: bool = False, doer: Phrase | None = None
) -> list[Piece]:
    """T3: the verb without و and س; لم, لن, لا and قد + imperfect stay before it.

    `filled`: the noun that its pronoun means is put in, so that the pronoun goes; `doer`: a subject before the verb
    that is moved behind it, where a plural verb becomes a singular.
    """
    unit = reading.units[clause.verb]
    text = without_first_letter(unit.text) if unit.word.lead else unit.text
    if verb is not None:
        if verb.future and unit.word.stem.startswith("س"):
            text = without_first_letter(text)
        if verb.pronoun and filled:
            text = verb.base
        if doer is not None and verb.person in ("3md", "3fd"):
            text = verb.base + _ending_of_two(verb, reading, doer)
        if doer is not None and verb.person == "3mp":
            text = _singular(verb, reading, doer) or text
    before = [k for k in clause.units if k < clause.verb]
    classes = frozenset().union(*(reading.units[k].word.classes for k in before[-4:])) if before else frozenset()
    kept = []
    for k in before[-2:]:
        particle = reading.units[k].word
        negation = "negation" in particle.classes and "still" not in classes and particle.stem != "لما"
        was = any("was" in reading.units[j].word.classes for j in before)
        maybe = particle.stem in ("قد", "وقد", "فقد") and verb is not None and verb.aspect == "imperfect" and not was
        if (negation or maybe) and k >= clause.verb - 1:
            kept.append(Piece("قد" if particle.stem == "فقد" else plain_text(reading.units, k, True), k))
    return [*kept, Piece(text, clause.verb)]


def _ending_of_two(verb: Verb, reading: Reading, doer: Phrase) -> str:
    """Returns the ت that the perfect of two takes before a feminine noun (المنظمة والبلدية أعلنا: أعلنت المنظمة)."""
    head = reading.units[doer.first].word
    plain = verb.aspect == "perfect" and verb.person == "3md" and verb.base[-1] not in "اىيت"
    return "ت" if plain and head.feminine and head.office is None and head.stem.endswith("ة") else ""


def _singular(verb: Verb, reading: Reading, doer: Phrase) -> str:
    """Returns the 3ms or 3fs form that a plural verb takes when it moves before its subject (T6), empty without one."""
    head = reading.units[doer.first].word
    counted = bool(head.classes & {"number", "quantifier"}) or head.core in ("مئات", "عشرات", "الاف")
    body = head.stem.endswith("ة") and bool(head.core_classes & {"group-noun", "attribute-noun"} or head.organisation)
    body = body or head.core == "مجموعه"
    wanted = "3fs" if not counted and (body or head.stem.endswith("ات")) else "3ms"
    stem = verb.base.removesuffix("ون").removesuffix("وا")
    of_woman = stem + "ت" if verb.aspect == "perfect" else "ت" + stem[1:]
    for form in (of_woman,) if wanted == "3fs" else (stem, stem + "ى", stem + "ي", verb.lemma):
        for row in verbs_of(form.replace("أ", "ا").replace("إ", "ا").replace("ى", "ي")):
            if (
                set(row["lemma"].split("|")) & set(verb.lemma.split("|"))
                and row["aspect"] == verb.aspect
                and row["person"] == wanted
            ):
                return row["form"]
    if wanted == "3fs":
        return ""
    if verb.aspect == "imperfect" and verb.base.endswith("ون"):
        return stem
    return stem if stem != verb.base and (verb.guessed or stem == verb.lemma) else ""
