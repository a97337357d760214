"""Whether a word behind a first name goes on with the name of the person (docs/events.md §4.2, N4–N8)."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_cli.events.acts import MOVES, TAKES_PLACES
from timeline_cli.events.entities.name_words import (
    is_bare_family,
    is_bare_noun,
    is_clan,
    is_known_stem,
    is_listed_family,
    is_maghrebi,
    is_of_maghreb,
    may_be_name,
    only_place,
    plain,
    word_behind,
)
from timeline_cli.lexicon.index import cues
from timeline_cli.text.finite_verbs import is_verb
from timeline_cli.text.tokens import Unit
from timeline_cli.text.words import Word

_NAMED_ALONE = cues("named-alone")
_FAITH = cues("faith")
_REMAINS = cues("remains")
_LONGEST_TITLE = 8
_RANKS = cues("rank-behind")
_MEDALS = cues("named-by")


def _titled(units: Sequence[Unit], k: int) -> bool:
    """Tells whether a sure first name with a title before it stands before a unit (الخبيرة ريما │ سلوم)."""
    title = units[k - 2].word
    return (
        units[k - 1].word.given not in ("", "ambiguous")
        and (title.office is not None or title.definite)
        and title.core not in _NAMED_ALONE
    )


def _foreign_family(word: Word) -> bool:
    """Tells whether a word behind a title and a foreign first name is a family name that looks like a town (ليما) or
    like a noun with a pronoun (سيسيه)."""
    if word.definite or word.is_function or word.verb is not None or word.act is not None:
        return False
    town = word.place is not None and not (word.place_head or word.nationality or word.prefix)
    return town or (word.pronoun == "ه" and not word.known_noun and not is_known_stem(word.stem[:-1]))


def _ends_phrase(units: Sequence[Unit], k: int) -> bool:
    after = units[k + 1] if k + 1 < len(units) else None
    return after is None or after.is_mark


def _closes(units: Sequence[Unit], k: int) -> bool:
    """Tells whether a noun in ة is the last word of a name, since a preposition or the end follows (سلمى نعمة │ في)."""
    word = units[k].word
    if not word.stem.endswith("ة") or not word.common or word.known_noun or word.act is not None or word.is_function:
        return False
    after = units[k + 1] if k + 1 < len(units) else None
    if after is None or after.date >= 0 or after.is_mark or after.word.preposition or bool(after.word.prefix):
        return True
    return after.word.stem.endswith("ا") and is_known_stem(after.word.stem[:-1])  # ناصر عودة │ اتصالا


def _closed_by_comma(units: Sequence[Unit], k: int) -> bool:
    """Tells whether a noun between a first name with its title and a comma is the family name (الدكتور عادل رزق،)."""
    word = units[k].word
    after = units[k + 1] if k + 1 < len(units) else None
    closed = after is None or after.is_comma or after.date >= 0 or after.word.stem in ("في", "من", "إلى")
    if not closed or not units[k - 1].word.given:
        return False
    return word.common and not (word.definite or word.lead or word.prefix or word.pronoun or word.is_function)


def _no_verb_here(units: Sequence[Unit], k: int) -> bool:
    """Tells whether a word with the letters of a verb or adjective is a family name behind a title and first name: it
    ends its phrase, another verb begins the clause (استقبل الرئيس موسى │ سار وفدا), or the name is a woman's."""
    word = units[k].word
    verb = word.verb is not None and word.verb.aspect == "perfect" and word.verb.person == "3ms"
    verb = verb and word.verb is not None and not word.verb.pronoun and len(word.stem) <= 4
    adjective = "adjective" in word.classes and not (word.definite or word.feminine or word.pronoun)
    if not (verb or adjective) or word.is_function or not (_titled(units, k) or units[k - 2].word.definite):
        return False
    if (verb and _ends_phrase(units, k)) or (adjective and units[k - 1].word.given == "f"):
        return True
    for j in range(k - 2, max(-1, k - 2 - _LONGEST_TITLE), -1):
        if not plain(units[j]) or units[j].word.preposition or units[j].word.is_function:
            return False
        if is_verb(units, j, False):
            return units[j].word.verb is not None
    return False


def _of_foreigner(units: Sequence[Unit], k: int) -> bool:
    """Tells whether the name of a town behind a foreign first name is its family name (جاك │ لندن), not where someone
    goes (زارت ماريا │ لندن)."""
    before = units[k - 2].word if k > 1 and units[k - 2].date < 0 else None
    verb = before.verb if before is not None else None
    moves = verb is not None and bool(verb.kinds & MOVES)
    moves = moves or (before is not None and "negation" in before.classes)  # لم ينس │ صنعاء
    foreign = units[k - 1].word.foreign or (
        units[k - 1].word.unknown and before is not None and before.definite and before.nationality is not None
    )
    return foreign and not units[k].word.definite and not moves


def _third_of_foreigner(units: Sequence[Unit], k: int) -> bool:
    """Tells whether a word that may be a town is the family name behind two foreign first names and a title (البيروفي
    خوسيه ماريو │ ليما), where nobody goes anywhere."""
    first, title = units[k - 2].word, units[k - 3].word
    titled = title.office is not None or (title.definite and title.nationality is not None)
    foreign = first.foreign and bool(first.given) and units[k - 1].word.foreign and bool(units[k - 1].word.given)
    if not (titled and foreign) or units[k].word.definite:
        return False
    verbs = (unit.word.verb for unit in units[max(0, k - 3 - _LONGEST_TITLE) : k - 3] if unit.date < 0)
    object_ = units[k].word.unknown and is_known_stem(units[k].word.stem[:-1])  # سجل … │ هدفا
    return not any(v is not None and (v.kinds & TAKES_PLACES or (object_ and v.transitive)) for v in verbs)


def _in_alif(word: Word) -> bool:
    return word.unknown and word.stem.endswith("ا") and not (word.definite or word.lead or word.prefix)


def _short_in_waw(units: Sequence[Unit], k: int) -> bool:
    """Tells whether a short word in و that no list holds ends a foreign name (هنري │ وودز)."""
    word = units[k].word
    listed = word.common or word.known_noun or word.is_function or word.verb or word.speech or word.definite
    foreign = units[k - 1].word.foreign or units[k - 1].word.unknown
    return foreign and word.stem.isalpha() and len(word.stem) == 3 and not (listed or word.prefix)


def _guessed_in_waw(units: Sequence[Unit], k: int) -> bool:
    """Tells whether a foreign name in و only looks like و and an imperfect of no list (هارولد │ ويتمور)."""
    verb = units[k].word.verb
    return verb is not None and verb.guessed and verb.aspect == "imperfect" and units[k - 1].word.foreign


def in_bal(units: Sequence[Unit], k: int) -> bool:
    """Tells whether a foreign family name only looks like بالـ and a noun of no list (أرماندو │ بالينغاسا)."""
    word = units[k].word
    noun = word.common or word.known_noun or word.place or word.given or word.organisation or word.office or word.act
    return units[k - 1].word.foreign and word.prefix == "ب" and word.definite and not (noun or word.lead)


def _object_pair(units: Sequence[Unit], k: int) -> bool:
    """Tells whether a word with the ا of an object stands before its adjective (هاروكو ساتو │ مذنبا جديدا)."""
    after = units[k + 1] if k + 1 < len(units) else None
    word = units[k].word
    if (
        after is None
        or after.date >= 0
        or word.given
        or not word.stem.endswith("ا")
        or not after.word.stem.endswith("ا")
    ):
        return False
    return not after.word.given and is_known_stem(after.word.stem[:-1])


def names_family(units: Sequence[Unit], k: int) -> bool:
    """Tells whether a listed family name stands at a unit, so that a title before it is part of it (قائد السبسي)."""
    return k < len(units) and plain(units[k]) and units[k].word.definite and is_listed_family(units[k].word)


def _bare_family(units: Sequence[Unit], k: int, taken: int) -> bool:
    """Tells whether a family name that is also another word ends a name (وليد │ بركات, بولس │ وهبة), not the noun
    that a definite one follows (فتح │ الباب), a title, or a verb of the sentence."""
    word, before, after = units[k].word, units[k - 1].word, word_behind(units, k)
    joined = before.definite and k > 1 and (before.core in _FAITH or units[k - 2].word.fold == "عبد")
    joined = joined or before.stem == "الله"  # سعد الله │ ونوس
    if not is_bare_family(word) or not (before.given or joined) or is_verb(units, k, False):
        return False
    if word.lead and taken == 1 and (before.given == "ambiguous" or before.lead):
        return False
    if word.office is not None and after is not None and after.place is not None:
        return False  # قابوس بن سعيد │ سلطان عمان
    noun = after is not None and after.definite and not (after.prefix or after.lead) and not is_listed_family(after)
    noun = noun and after is not None and after.place is None
    act = word.act is not None and not word.lead
    described = before.given == "ambiguous" and not _titled(units, k)
    if described and (word.nationality is not None or "adjective" in word.classes):
        return False
    return not (noun and (act or (before.given == "ambiguous" and not _titled(units, k))))


def _genitive_behind(units: Sequence[Unit], k: int) -> bool:
    """Tells whether a first name that is also a noun stands behind a whole name before the definite noun that it
    belongs to (عثمان بكري │ وسام الشرف)."""
    word, after = units[k].word, word_behind(units, k)
    if word.given != "ambiguous" or not word.known_noun or after is None or not after.definite or after.lead:
        return False
    return not (after.prefix or after.given or is_listed_family(after) or after.stem.endswith("ي") or after.nationality)


def _medal(units: Sequence[Unit], k: int) -> bool:
    """Tells whether a medal or prize with its name stands behind a whole name (آدم بكري │ وسام فيكتوريا)."""
    after = word_behind(units, k)
    return units[k].word.core in _MEDALS and after is not None and not (after.prefix or after.lead or after.preposition)


def _of_somebody(units: Sequence[Unit], k: int) -> bool:
    """Tells whether a noun is that of the person behind it, no family name (مسجد السيدة نفيسة │ جثمان الفنانة)."""
    word, after = units[k].word, word_behind(units, k)
    if word.given or word.definite or is_bare_family(word) or after is None or after.lead:
        return False
    return word.core in _REMAINS and after.definite


def _dual_of_noun(units: Sequence[Unit], k: int) -> bool:
    """Tells whether a word is the dual of a noun, so an object (ساديو نداي │ هدفين)."""
    word = units[k].word
    return word.stem.endswith("ين") and len(word.stem) > 4 and not word.given and is_known_stem(word.stem[:-2])


def continues_name(units: Sequence[Unit], k: int, taken: int, known: bool) -> bool:
    """Tells whether a unit goes on with a name of which `taken` units stand before it; `known`: a first name or chain
    is among them."""
    word = units[k].word
    titled = k >= 2 and units[k - 2].word.definite and bool(units[k - 1].word.given)
    if _of_somebody(units, k):
        return False
    if taken < 3 and _bare_family(units, k, taken):
        return True
    if _dual_of_noun(units, k) or (taken > 1 and (_genitive_behind(units, k) or _medal(units, k))):
        return False
    sure = units[k - 1].word.given != "ambiguous" or (titled and units[k - 2].word.nationality is not None)
    foreign = word.unknown or _short_in_waw(units, k) or _guessed_in_waw(units, k)
    joined = word.lead == "و" and foreign and not word.pronoun and sure
    stranger = k >= 2 and units[k - 1].word.unknown and units[k - 2].word.nationality is not None
    if taken == 1 and joined and (units[k - 1].word.foreign or titled or stranger):
        return True
    if taken == 1 and titled and known and is_of_maghreb(word):
        return True
    if word.lead or word.prefix or word.preposition or (word.office is not None and taken > 1):
        return False
    if _object_pair(units, k):
        return False
    if taken == 1 and only_place(word) and _of_foreigner(units, k):
        return True
    if taken == 2 and k > 2 and (only_place(word) or _in_alif(word)) and _third_of_foreigner(units, k):
        return True
    maghrebi = is_maghrebi(word)
    servant = taken == 2 and units[k - 2].word.fold == "عبد"
    if taken == 1 and k >= 2 and units[k - 1].word.foreign and _titled(units, k) and _foreign_family(word):
        return True
    if maghrebi and known and (taken == 1 or servant) and not word.lead and word.verb is None:
        return True
    if word.fold in _RANKS and known:
        return True
    if word.stem in ("أكبر", "أصغر") and units[k - 1].word.given and taken == 1 and k + 1 < len(units):
        return bool(units[k + 1].word.given or units[k + 1].word.unknown)
    if taken == 1 and titled and word.office is not None and "honorific" in word.office["family"]:
        after = word_behind(units, k)
        return after is None or not (after.office or after.given or after.definite)
    if taken == 1 and k >= 2 and units[k - 1].word.foreign and _titled(units, k) and _ends_phrase(units, k):
        return not (word.is_function or word.definite or word.act or word.office or word.place)
    if taken == 1 and k >= 2 and _titled(units, k) and is_bare_noun(word, foreign=units[k - 1].word.foreign):
        return True
    if taken == 1 and k >= 2 and (titled or _titled(units, k)) and _closes(units, k):
        return True
    if taken == 1 and k >= 2 and (units[k - 2].word.office is not None or titled) and _closed_by_comma(units, k):
        return True
    if taken == 1 and k >= 2 and _no_verb_here(units, k):
        return True
    kin = word.office is not None and word.office["family"] == "family"  # يعقوب │ نجل الملا
    if known and taken < 3 and word.office is not None and not (word.definite or kin) and names_family(units, k + 1):
        return True
    if word.given:
        return not (is_verb(units, k, False) and word.given == "ambiguous" and word.verb is not None)
    feminine = (
        known
        and not (word.stem.startswith("ب") and is_known_stem(word.stem[1:]))
        and (taken == 1 or servant)
        and word.stem.endswith("ة")
        and not (word.common or word.known_noun or word.verb or word.is_function)
    )
    nisba = feminine or (
        known and word.stem.endswith("ي") and taken < 3 and not (word.known_noun or word.classes or word.verb)
    )
    if known and taken < 3 and not word.definite and is_clan(word):
        return True
    if known and taken < 3 and word.nationality is not None and word.stem.endswith("ي") and not word.definite:
        return True
    return nisba or (may_be_name(units, k) and taken < 4)
