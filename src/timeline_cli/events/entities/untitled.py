"""Persons named without an office: chains of fathers, kin, surnames alone (docs/events.md §4.2, P8–P11)."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from timeline_cli.events.entities.entity import Entity, person
from timeline_cli.events.entities.first_names import opens_faith
from timeline_cli.events.entities.name_words import (
    is_bare_family,
    is_known_stem,
    is_listed_family,
    is_woman,
    plain,
    word_behind,
)
from timeline_cli.events.entities.persons import name_end
from timeline_cli.lexicon.index import cues
from timeline_cli.text.finite_verbs import is_verb
from timeline_cli.text.listed_names import FATHERS, KUNYAS, PARENTS, kin_forms, name_openers
from timeline_cli.text.tokens import CLOSING_QUOTES, OPENING_QUOTES, Unit
from timeline_cli.text.words import Word

_OF_PEOPLE = frozenset({"birth", "death", "education", "appointment", "resignation", "family", "election"})
_OF_LIFE = frozenset({"birth", "death", "family", "attack", "injury", "appointment", "election"})
_REMAINS = cues("remains")
_CALLED = cues("called")
_NICKNAMED = cues("nicknamed")
_NTH = frozenset({"آخر", "أول", "أولى"})
_MEDALS = cues("named-by")
_FAITH = cues("faith")
_GOD_FIRSTS = cues("god-first")
_SONS_OF = cues("sons")
_NOUN_ENDS = ("ة", "ات", "ين", "ون", "ها", "هم", "ه", "اء", "ية", "ًا", "اً")


def untitled_person(units: Sequence[Unit], i: int, surnames: AbstractSet[str], found: list[Entity]) -> Entity | None:
    """Returns the person whose name begins at a unit without an office before it, or with a noun that has a pronoun
    (مديرها, ابنته) or tells a country; None elsewhere."""
    word = units[i].word
    opens = word.given or word.own_office or word.nationality is not None or word.stem in name_openers()
    if not (opens or word.fold in FATHERS or word.core in PARENTS or word.core == "عبد"):
        return None
    given_to = word.prefix in ("", "ل", "ب") and not (word.prefix and not word.stem.endswith("ي"))
    if word.own_office:
        start = i + 1
        while start < len(units) and plain(units[start]) and _office_adjective(units[start].word):
            start += 1
        end = name_end(units, start, strong=True) if start < len(units) else start
        if end - start >= 2:
            return person(units, i, start, end, feminine=_owned_feminine(word))
    if word.stem in kin_forms() and i + 1 < len(units) and plain(units[i + 1]) and units[i + 1].word.given:
        end = name_end(units, i + 1, strong=False)
        if end > i + 1:
            return person(units, i, i + 1, end, feminine=_owned_feminine(word))
    if word.nationality is not None and word.definite and given_to and not _describes_other(units, i):
        end = name_end(units, i + 1, strong=True)
        if end - i >= 3:
            return person(units, i, i + 1, end, feminine=word.feminine)
    if opens_faith(units, i):
        end = name_end(units, i, strong=True)
        if end >= i + 3:
            return person(units, i, i, end, feminine=False)  # خير الدين بربروس
    chained = _servant(units, i) or _chained(units, i, surnames, found)
    if chained is not None:
        return chained
    sons = i + 1 < len(units) and units[i + 1].word.stem in _SONS_OF  # يحيى │ ولد
    told = word.verb is not None and not sons and (word.lead != "" or is_verb(units, i, False))
    if word.given and not told:
        end = name_end(units, i, strong=False)
        if end - i >= 2 and _stands_as_name(units, i, end, found):
            return person(units, i, i, end, feminine=is_woman(word))
    return None


def nicknamed(units: Sequence[Unit], i: int, found: list[Entity]) -> Entity | None:
    """Returns the person whom a nickname alone names (اغتيل │ الملقب بـ«أبي شامة»), a role where it stands right behind
    a name; None without a nickname."""
    word = units[i].word
    bound = word.core in _NICKNAMED
    if not word.definite or word.lead or not (bound or word.core in _CALLED):
        return None
    k = i + 1 + (bound and i + 1 < len(units) and units[i + 1].word.fold == "ب")
    if k + 1 >= len(units) or (bound and k == i + 1 and units[k].word.prefix != "ب"):
        return None
    quoted = units[k].text in OPENING_QUOTES
    close = (
        next((j for j in range(k + 1, min(k + 5, len(units))) if units[j].text in CLOSING_QUOTES), 0) if quoted else 0
    )
    kunya = not quoted and units[k].word.core in PARENTS and plain(units[k + 1])
    if not close and not kunya:
        return None
    first, last, end = (k + 1, close, close + 1) if close else (k, k + 2, k + 2)
    behind = bool(found) and found[-1].kind == "person" and i - found[-1].end <= units[i - 1].is_comma
    behind = behind or (i > 0 and plain(units[i - 1]) and bool(units[i - 1].word.given))
    described = i > 0 and units[i - 1].word.definite and units[i - 1].word.office is None
    if behind:
        return Entity(i, end, first, last, "role", units[first].word.core)
    return (
        None
        if described
        else Entity(i, end, first, last, "person", units[last - 1].word.fold.removeprefix("ال"), word.feminine)
    )


def _describes_other(units: Sequence[Unit], i: int) -> bool:
    """Tells whether the adjective of a country describes the definite noun before it, which is no person whose name
    follows (السفينة │ الهولندية; but الخزافة │ الليبية سلمى …)."""
    before = units[i - 1].word if i and plain(units[i - 1]) else None
    if before is None or not before.definite:
        return False
    after = units[i + 1].word if i + 1 < len(units) and plain(units[i + 1]) else None
    if _foreigner_behind(units, i):
        return False
    if after is None or after.given in ("", "ambiguous") or after.definite or after.lead or after.prefix:
        return True
    thing = before.organisation or before.place_head or before.act or before.pattern_plural or before.office
    return bool(thing) or not before.feminine == units[i].word.feminine == is_woman(after)


def _foreigner_behind(units: Sequence[Unit], i: int) -> bool:
    """Tells whether two words in no list behind the adjective of a country name whom a verb of life and death tells of
    (قُتلت المتطوعة │ الأمريكية كيتلين مولر)."""
    verb = units[i - 2].word.verb if i > 1 and plain(units[i - 2]) else None
    if verb is None or not verb.kinds & _OF_LIFE or i + 2 >= len(units):
        return False
    thing = units[i - 1].word.organisation or units[i - 1].word.place_head
    return not thing and all(plain(unit) and _foreign_word(unit.word) for unit in units[i + 1 : i + 3])


def _owned_feminine(word: Word) -> bool:
    """Tells whether a noun of an office or of kin with a pronoun is feminine (ابنته, مديرتها)."""
    return word.stem.removesuffix("ها").removesuffix("هم").removesuffix("ه").endswith("ت")


def _office_adjective(word: Word) -> bool:
    """Tells whether a definite word describes an office (التنفيذي, العام, الجديد)."""
    if not word.definite or word.prefix or word.lead or word.given or word.office is not None:
        return False
    described = "adjective" in word.classes or word.nationality is not None
    return described or (word.common and word.stem.endswith(("ي", "ية")))


def _may_be_family(word: Word) -> bool:
    """Tells whether a word behind a first name that is also a noun reads as a family name (not حصة السهم)."""
    if word.definite:
        return is_listed_family(word) or word.stem.endswith("ي")
    return not word.stem.endswith(("ه", "ها", "هم"))


def house_at(units: Sequence[Unit], i: int, found: list[Entity]) -> Entity | None:
    """Returns the family whose name آل opens behind a verb or preposition (باع │ آل الجابري الأرض), None inside a
    name."""
    before = units[i - 1] if i else None
    if units[i].word.stem != "آل" or i + 1 >= len(units) or not plain(units[i + 1]) or (found and found[-1].end == i):
        return None
    name = units[i + 1].word
    told = before is None or before.date >= 0 or before.is_mark or before.word.preposition
    told = told or (before is not None and before.word.verb is not None and is_verb(units, i - 1, False))
    if not told or name.lead or name.prefix or name.is_function:
        return None
    return Entity(i, i + 2, i, i + 2, "organisation", name.core, feminine=False, plural=True)


def _servant(units: Sequence[Unit], i: int) -> Entity | None:
    """A name in عبد written apart, without a title (عبد الرحمن الداخل)."""
    word = units[i].word
    if word.core != "عبد" or word.definite or word.prefix not in ("", "ل", "ب") or i + 1 >= len(units):
        return None
    if not (units[i + 1].word.definite or units[i + 1].word.fold == "ربه"):
        return None
    end = name_end(units, i, strong=False)
    return person(units, i, i, end, feminine=False) if end > i + 2 else None


def _chained(units: Sequence[Unit], i: int, surnames: AbstractSet[str], found: list[Entity]) -> Entity | None:
    """A chain of fathers: بن + a family name said before, or بن behind an unlisted name (مقرب بن سعد)."""
    word = units[i].word
    if (word.fold not in FATHERS and word.core not in PARENTS) or i + 1 >= len(units) or not plain(units[i + 1]):
        return None
    if word.fold == "ولد" and son_of(units, i):
        end = name_end(units, i + 1, strong=True)
        return person(units, i, i, max(end, i + 2), feminine=False)
    if units[i + 1].word.core in surnames and not _is_born(units, i):
        return Entity(i, i + 2, i + 1, i + 2, "person", units[i + 1].word.core)
    if word.core in KUNYAS and word.prefix in ("", "ل", "ب") and _opens_kunya(units[i + 1].word):
        end = name_end(units, i, strong=False)
        alone = end == i + 2 and i > 0 and plain(units[i - 1]) and is_verb(units, i - 1, False)  # وصل أبو مازن
        if (end > i + 2 or (alone and word.fold == "ابو")) and units[end - 1].word.place is None:
            return person(units, i, i, end, feminine=False)  # أبو الحسن علي بن سعيد
    first = units[i - 1].word if i else None
    elected = (
        i > 1 and word.fold == "ابو" and units[i - 2].word.verb is not None and first is not None and first.unknown
    )
    if (
        (word.fold != "بن" and not elected)
        or first is None
        or not plain(units[i - 1])
        or (found and found[-1].end >= i)
    ):
        return None
    if first.is_function or first.office or len(first.stem) < 3:
        return None
    guessed = first.verb is not None and first.verb.guessed and word.fold == "بن"  # يغمراسن بن زيان
    if is_verb(units, i - 1, False) and not guessed:
        return None
    if first.definite and not _named_with_article(units, i - 1):
        return None
    if first.core in _REMAINS:
        return None
    end = name_end(units, i + 1, strong=True)
    return person(units, i - 1, i - 1, end, feminine=is_woman(first)) if end > i + 1 else None


def son_of(units: Sequence[Unit], i: int) -> bool:
    """Tells whether ولد with a first name behind a verb or title is who is called so in Mauritania (انتخب │ ولد سالم),
    no boy and no birth."""
    before, after = units[i - 1] if i else None, word_behind(units, i)
    if (
        before is None
        or after is None
        or not plain(before)
        or after.lead
        or after.prefix
        or after.definite
        or after.pronoun
    ):
        return False
    told = before.word.office is not None or (before.word.verb is not None and is_verb(units, i - 1, False))
    return told and bool(after.given or after.unknown) and not before.word.given


def _is_born(units: Sequence[Unit], i: int) -> bool:
    """Tells whether ولد is the verb before a family name (ولد الجلبي في بغداد), no son behind a verb or preposition."""
    if units[i].word.core != "ولد":
        return False
    before = units[i - 1] if i and units[i - 1].date < 0 else None
    return before is None or not (before.word.verb or before.word.speech or before.word.preposition)


def known_by_father(units: Sequence[Unit], i: int, surnames: AbstractSet[str]) -> Entity | None:
    """Returns the person who is called the son of somebody (ابن خلدون), None where ابن tells whose son someone is."""
    after = units[i + 1].word if i + 1 < len(units) and plain(units[i + 1]) else None
    if after is None or after.definite or after.lead or after.prefix or after.place:
        return None
    nisba = word_behind(units, i + 1)
    if (
        nisba is not None
        and nisba.definite
        and nisba.stem.endswith("ي")
        and not (nisba.common or nisba.prefix or nisba.lead)
    ):
        return person(units, i, i, i + 3, feminine=False)  # ابن جبير الكناني
    if after.given == "ambiguous":
        return None
    if after.core in surnames:
        return None
    behind = units[i + 2].word if i + 2 < len(units) and plain(units[i + 2]) else None
    family = behind is not None and is_listed_family(behind) and behind.office is None
    longer = behind is not None and not behind.lead and (behind.given or family or behind.unknown)
    return None if longer or not (after.given or after.unknown) else person(units, i, i, i + 2, feminine=False)


def stranger_at(units: Sequence[Unit], i: int) -> Entity | None:
    """Returns the person whom two words in no list name behind a verb (انسحب │ رافو نادولي), None elsewhere."""
    before, after = units[i - 1], units[i + 1] if i + 1 < len(units) else None
    verb = before.word.verb if before.date < 0 else None
    if verb is None or verb.guessed or verb.pronoun or verb.person not in ("3ms", "3fs") or after is None:
        return None
    if not (_foreign_word(units[i].word) and plain(after) and _foreign_word(after.word)):
        return None
    if after.word.stem.endswith(("ا", "ان")) and units[i].word.stem.endswith(("ن", "ا")):
        return None  # قمران كاملان
    if not is_verb(units, i - 1, False):
        return None
    end = name_end(units, i, strong=True)
    return person(units, i, i, end, feminine=verb.person == "3fs") if end >= i + 2 else None


def _foreign_word(word: Word) -> bool:
    """Tells whether a word in no list has the shape of no noun of Arabic."""
    if not word.unknown or word.definite or word.lead or word.prefix or word.pronoun:
        return False
    stem = word.stem
    if (stem[0] in "بلكف" and is_known_stem(stem[1:])) or (stem.endswith("ي") and is_known_stem(stem[:-1])):
        return False  # بغسل, جهازي
    if stem.endswith("تا") and is_known_stem(stem[:-2] + "ة"):
        return False  # شركتا
    return not (stem.endswith(_NOUN_ENDS) or stem.startswith(("است", "مت", "مس", "انت", "اح")))


def _opens_kunya(word: Word) -> bool:
    """Tells whether a word behind أبو reads as a name: a first name, or one with the article (أبو الفضل), no office
    (أبى │ الأمير أن)."""
    named = word.given or (word.definite and word.office is None)
    return bool(named) and not (word.lead or word.prefix or word.place)


def _named_with_article(units: Sequence[Unit], k: int) -> bool:
    """Tells whether a word with the article is a first name before بن: unlisted (العلاء بن مغيث), or an adjective
    behind a title (المجاهد العربي بن زيدان)."""
    word = units[k].word
    if not (word.common or word.known_noun):
        return True
    title = units[k - 1].word if k and plain(units[k - 1]) else None
    return word.core == "عربي" and not (
        title is not None and title.office is not None and title.office["family"] == "head"
    )


def _does_as_person(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a first name that is also a word stands behind a verb that only people do, with what reads as a
    family name behind it (ولدت │ ندى الراوي, عُينت │ وفاء الخطيب)."""
    before, second = units[i - 1] if i else None, units[i + 1].word
    verb = before.word.verb if before is not None and before.date < 0 else None
    if verb is None or verb.pronoun or (verb.person == "3fs") != is_woman(units[i].word):
        return False
    if verb.person not in ("3ms", "3fs"):
        return False
    if is_bare_family(second) or (second.given and not second.definite and not second.lead):
        return not _genitive_behind(units, i + 1)
    family = second.definite and (is_listed_family(second) or second.stem.endswith("ي"))
    of_people = bool(verb.kinds & _OF_PEOPLE)
    return of_people and not second.prefix and not second.lead and (family or second.unknown)


def _genitive_behind(units: Sequence[Unit], k: int) -> bool:
    """Tells whether a definite noun stands behind a unit, whose genitive it then is (أمل حياة │ المدينة)."""
    after = units[k + 1].word if k + 1 < len(units) and plain(units[k + 1]) else None
    return after is not None and after.definite and not (after.lead or after.prefix or is_listed_family(after))


def _stands_as_name(units: Sequence[Unit], i: int, end: int, found: list[Entity]) -> bool:
    """Rule P11: an ambiguous first name without a title needs a second known name, بن, or a person beside it."""
    word = units[i].word
    if i and units[i - 1].word.stem in _NTH:
        return False  # آخر │ مها بري
    if i and units[i - 1].word.place_head and not units[i - 1].word.definite and not is_verb(units, i - 1, False):
        return False
    if word.given != "ambiguous":
        return True
    second = units[i + 1].word
    if _does_as_person(units, i):
        return True
    beside = bool(found) and found[-1].kind == "person" and found[-1].end == i
    if beside and not word.lead and word.core in _MEDALS:
        return False
    if beside and not word.lead and word.known_noun and second.common and second.definite:
        return False  # قلد الرئيس الجنرال عثمان بكري │ وسام الشرف
    known = second.given not in ("", "ambiguous") or second.fold in ("بن", "بنت", "ال", "عبد")
    known = known or (second.definite and second.core in _FAITH)
    known = known or (second.stem == "الله" and word.stem in _GOD_FIRSTS and end - i > 2)
    known = known or (bool(second.given) and end - i > 2)
    if not beside and not known and not _may_be_family(second):
        return False
    if second.nationality is not None and second.definite and not second.lead and end == i + 2:
        return True
    if second.definite and is_listed_family(second) and second.office is None:
        return True
    return known or beside or not (second.common or second.known_noun or second.verb is not None)


def surname_at(units: Sequence[Unit], i: int, surnames: AbstractSet[str]) -> Entity | None:
    """Returns the person whom a last name that was said before names alone (P8), None elsewhere."""
    word = units[i].word
    act = word.act is not None and not (word.definite and word.core in surnames and i and units[i - 1].word.verb)
    if (word.verb is not None and is_verb(units, i, False)) or word.is_function or act:
        return None
    whole = word.fold
    if word.lead and whole in surnames:
        return Entity(i, i + 1, i, i + 1, "person", whole)
    key = word.core if word.prefix else (word.fold[1:] if word.lead else word.fold).removeprefix("ال")
    if word.unknown and word.fold[:1] in "لب" and word.fold[1:] in surnames and len(word.fold) > 4:
        return Entity(i, i + 1, i, i + 1, "person", word.fold[1:])
    if key not in surnames or (word.given and not _alone(units, i)):
        return None
    return Entity(i, i + 1, i, i + 1, "person", key, bare=False)


def _alone(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a first name stands without another name behind it."""
    after = units[i + 1] if i + 1 < len(units) else None
    if after is None or after.date >= 0 or after.is_mark or after.word.preposition or after.word.prefix:
        return True
    before = units[i - 1] if i else None
    opens = (
        before is None or before.is_mark or before.date >= 0 or bool(before.word.classes & {"was", "complementizer"})
    )
    told = after.word.classes & {"aspect", "negation", "complementizer"} or is_verb(units, i + 1, False)
    if opens and told:
        return True
    governed = i > 0 and units[i - 1].date < 0 and units[i - 1].word.verb is not None
    ordinary = after.word.common or after.word.act is not None or "complementizer" in after.word.classes
    return governed and ordinary and not after.word.given and not after.word.definite
