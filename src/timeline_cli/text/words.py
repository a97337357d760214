"""What the word lists say about a single word form: verb, noun of an act, function word, head of a name.

A form is analysed once and remembered (`word`); nothing here looks at neighbours (docs/events.md §1.3, §4, §11). It is
folded once: where a clitic is cut off the form, as much is cut off its fold.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from timeline_cli.lexicon.index import cues, lines_by_fold
from timeline_cli.lexicon.loader import rows
from timeline_cli.text import listed
from timeline_cli.text.clitics import article_and_preposition, attached_conjunction, attached_preposition, possessive
from timeline_cli.text.letters import bare, fold, unjoined
from timeline_cli.text.listed import (
    Row,
    classes_of,
    function_classes,
    lists_of,
    places,
    row_of,
)
from timeline_cli.text.listed_names import (
    BYNAMES,
    FATHERS,
    NO_NAME,
    listed_name,
    listed_place,
    name_openers,
    with_article,
)
from timeline_cli.text.nouns import is_construct, is_inflected_noun
from timeline_cli.text.shapes import NO_CLASSES, Verb, guessed_verb
from timeline_cli.text.verbs import Speech, attached_pronoun, object_form, speech_of, verb_of

_MOST_KNOWN = 65536
_CLAUSE_CLASSES = frozenset({"relative", "complementizer"})
SCENES = frozenset({"preposition-bound", "there"})
_STIRRING = frozenset({"aspect", "negation"})
_SPELLED = {"الى": "إلى", "حوالى": "حوالي"}  # particles whose last or first letter many write otherwise
_CLAUSE_WORDS = frozenset({"ما", "على", "وفق", "بحسب", "حسب", "وفقا", "طبقا", "تبعا", "حسبما"})
_CHAINED = frozenset({"بن", "ال", "ابو", "عبد"})
_PLURAL_PLACES = cues("plural-places")
_DAMMA = cues("damma-noun")
_JOINED = {"ت": "ة", "ئ": "ء", "ؤ": "ء"}
_OPEN = (
    "takes-object active-only attribute-noun group-noun statement-noun era-noun feminine person-noun waw-word fa-word",
    "site-noun bare-organisation adjective name-word ordinal vague-person reciprocal",
    "open-end needs-complement superlative dated-noun period-noun never-first last-person sport-word counts-as",
    "anaphor-noun",
    "named-by-purpose purpose-noun place-opener no-body passing-adjective plain-noun never-in-name field-noun",
)
PARTED = frozenset({"وردت", "وردوا", "ودعت"})
_SEVERAL = cues("several-readings")
_PROFESSIONS = frozenset({"محامي", "محاميه", "طبيب", "طبيبه"})
_NOUN_CLASSES = frozenset({"person-noun", "waw-word", "reciprocal", "ordinal"})
_OF_KIN = frozenset({"vague-person", "waw-word"})
_OF_NOUNS = frozenset({"place-opener", "feminine"})
_OPEN_CLASSES = frozenset(name for line in _OPEN for name in line.split())


@dataclass(slots=True, eq=False)
class Act:
    """A noun of an act of `event_nouns.csv`. `pronoun`: attached possessive or empty. `weak`: mostly a name's part."""

    kind: str
    plural: bool
    weak: bool
    pronoun: str


@dataclass(slots=True, eq=False)
class Word:
    """What is known of one word form, clitics apart.

    `lead`: an attached و or ف that joins clauses or words, `prefix`: an attached preposition (ب, ل, ك), both empty
    without one. `stem`: bare form after `lead`. `core`: folded form without lead, prefix, article. `classes`: classes
    of `function_words.csv`. `pronoun`: attached possessive as far as the shape tells. `common`: listed in
    `common_nouns.csv`, so no name by itself. `foreign`: a first name that takes no family name with ال behind it.
    `mark`, `number`: punctuation, digits. `connects`: the first word of a connective. `names`: may begin a listed name.
    `plain`: can neither open a clause nor govern one; `inert`: nor begin a connective. `stirs_next`: a particle that
    makes a verb of what follows. `unknown`: in no list at all.
    `feminine`: a feminine noun or a plural of things, by its ending or listed. `known_noun`: a noun of some list.
    `pattern_plural`: its shape may be a broken plural of things (قوات, أجهزة, مدارس, أعمال), which takes ة adjectives.
    `surname`: may name a person that was named in full before; `family`: the core without a second article.
    `listing`: the fold as lists of names hold it, the article kept, nothing else attached before it.
    `core_classes`: the classes of the core, which attached prepositions and the article do not hide. `own_office`: an
    office with a pronoun (مديرها, رئيسه).
    `opens_name`: a name may begin with it, a listed one (`names`) or one that no list holds: the others begin only with
    what the text has named before, or behind `of_two`, a head of two places (مقاطعتي).
    `unsettled`: what stands beside it may make another word of it (`neighbours`).
    `is_function`: of a closed class (particle, pronoun, number, adverb …). `preposition`: one that stands alone.
    """

    bare: str
    fold: str
    lead: str
    stem: str
    prefix: str
    core: str
    definite: bool
    pronoun: str
    classes: frozenset[str]
    verb: Verb | None = None
    speech: Speech | None = None
    act: Act | None = None
    office: Row | None = None
    given: str = ""
    organisation: Row | None = None
    place_head: Row | None = None
    nationality: Row | None = None
    place: Row | None = None
    common: bool = False
    foreign: bool = False
    mark: bool = False
    number: bool = False
    connects: bool = False
    names: bool = False
    plain: bool = False
    unknown: bool = False
    feminine: bool = False
    known_noun: bool = False
    pattern_plural: bool = False
    is_function: bool = False
    preposition: bool = False
    inert: bool = False
    stirs_next: bool = False
    family: str = ""
    surname: bool = False
    listing: str = ""
    core_classes: frozenset[str] = NO_CLASSES
    own_office: bool = False
    opens_name: bool = False
    of_two: bool = False
    unsettled: bool = False


def _is_feminine(stem: str, core: str) -> bool:
    if stem.endswith("ى") and core.startswith("م") and 3 < len(core) < 7:
        return False  # مستشفى, مبنى, ملتقى
    return stem.endswith(("ة", "ات", "ى")) or "feminine" in function_classes().get(core, NO_CLASSES)


def _is_pattern_plural(core: str) -> bool:
    if len(core) == 6 and core[2] == "ا" and core[4] == "ي":
        return True  # مشاريع, تقارير
    return len(core) in (4, 5) and ((core[:1] == "ا" and core[-2:-1] == "ا") or core[2:3] == "ا" or core[-2:-1] == "و")


def _act(noun: str, core: str) -> Act | None:
    row = row_of(listed.ACTS, noun, core)
    pronoun = ""
    if row is None and noun.endswith("ا") and len(noun) > 4:
        row = row_of(listed.ACTS, noun[:-1], core[:-1])
    if row is None:
        pronoun = attached_pronoun(noun)
        if not pronoun:
            return None
        base, plain = noun[: -len(pronoun)], core[: -len(pronoun)]
        row = row_of(listed.ACTS, base, plain)
        if row is None and base[-1] in _JOINED:
            last = _JOINED[base[-1]]
            row = row_of(listed.ACTS, base[:-1] + last, plain[:-1] + fold(last))
        if row is None:
            return None
    return Act(row["kind"].split("|")[0], row["number"] == "plural", row["title_head"] == "weak", pronoun)


def _is_vowelled_passive(text: str, lead: str) -> bool:
    """Tells whether the first letter has the ُ of a passive (نُقل, وعُقد)."""
    return text[len(lead) + 1 : len(lead) + 2] == "ُ"


class _Known(dict[str, Word]):
    """The words analysed so far, by their text.

    A dictionary that forgets all when it is full is read in half the time of an `lru_cache`, which puts what it was
    asked for in front each time.
    """

    def __missing__(self, text: str) -> Word:
        if len(self) >= _MOST_KNOWN:
            self.clear()
        known = self[text] = _analysed(text)
        return known


known_words = _Known()


def word(text: str) -> Word:
    """Returns what the lists know of a word as it stands in a text (vowel marks and tatweel do no harm)."""
    return known_words[text]


def parted(text: str) -> Word:
    """Returns what the lists know of a word whose first letter is و attached to it (و │ دعت)."""
    rest = word(text[1:])
    return replace(rest, bare=bare(text), fold=fold(text), lead="و", stirs_next=True)


def _analysed(text: str) -> Word:
    form = bare(text)
    if not form or not form[0].isalpha():
        return _mark_or_number(form, form[:1].isdigit())
    plain = fold(form)
    lead = attached_conjunction(form, plain)
    stem, plain_stem = (form[1:], plain[1:]) if lead else (form, plain)
    stem = _SPELLED.get(stem, stem)
    classes = classes_of(stem, plain_stem)
    is_function = not classes <= _OPEN_CLASSES
    prefix, cut, definite = article_and_preposition(stem, plain_stem)
    verb = None if prefix else verb_of(stem, plain_stem)
    if verb is None and "\u0651" in text and not definite:
        verb = object_form(stem, plain_stem)  # عطّلتها
    if verb is not None and verb.mark:
        verb = replace(verb, ambiguous=False) if verb.mark in text else None  # سوّر المدينة, سور المدينة
    if verb is not None:
        prefix, cut, definite = "", 0, False
    if verb is not None and is_function and "\u0651" in text:  # حوّل with its shadda is no preposition
        classes, is_function, verb = NO_CLASSES, False, replace(verb, ambiguous=False)
    if verb is not None and verb.aspect == "perfect" and plain_stem[0] == "ت" and _is_vowelled_passive(text, lead):
        verb = _imperfect_passive(stem, plain_stem) or verb
    vowelled = verb is not None and _is_vowelled_passive(text, lead) and plain_stem not in _DAMMA
    if verb is not None and vowelled:
        verb = replace(verb, ambiguous=False, passive=verb.passive or verb.aspect == "perfect")
        classes -= _OF_NOUNS
    speech = speech_of(stem, plain_stem)
    if speech is not None and verb is not None and verb.person in ("1s", "1p"):
        speech = None
    if speech is not None and verb is not None and speech.lemma != verb.lemma and speech.person != verb.person:
        verb = None
    noun, core = stem[cut:], plain_stem[cut:]
    name = listed_name(stem, plain_stem)
    place = listed_place(stem, plain_stem)
    if place is None and prefix and definite:
        place = listed_place("ال" + noun, "ال" + core)
    if not (is_function or verb or speech or definite or name is not NO_NAME or place):
        prefix = attached_preposition(stem, plain_stem)
        if prefix:
            noun, core = stem[1:], plain_stem[1:]
            name = listed_name(noun, core)._replace(nationality=None)
            if len(noun) < 4:
                name = name._replace(given="", foreign=False)
            place = listed_place(noun, core)
            if prefix == "ل" and noun[0] in "يت":
                verb = verb_of(noun, core)
                if verb is not None and verb.ambiguous and verb.aspect == "perfect" and not verb.unclear:
                    verb = None  # لتفاهم is ل and a masdar
                if verb is not None:
                    prefix, noun, core = "", stem, plain_stem
    elif prefix and definite:
        name = with_article(name, "ال" + noun, "ال" + core)
    act = None if is_function or vowelled else _act(noun, core)
    if act is not None and act.pronoun and (verb is not None and not verb.ambiguous) and not prefix:
        act = None
    common = bool(lists_of(core) & listed.COMMON)
    known_name = name.office or name.body or name.place_head or place
    named = known_name or name.nationality or name.given
    if not (verb or act or classes or definite or named or common or speech) and len(noun) >= 4:
        common = is_inflected_noun(noun, core)
    if not (verb or act or classes or prefix or definite or named or common or speech):
        verb = guessed_verb(stem, plain_stem)
    pronoun = "" if definite or classes - _OF_KIN else possessive(noun)
    first = ("ال" if definite else "") + core if prefix else plain_stem
    names = bool(known_name or name.given) or (name.nationality is not None and definite)
    names = names or "bare-organisation" in classes or first in _name_words() or plain in _CHAINED
    names = names or (core == "عبد" and not definite)  # لعبد العالي, وعبد الله
    own_office = not (definite or name.office or verb or name.given) and _is_own_office(stem)
    known_noun = bool(act or known_name or name.nationality) or not classes.isdisjoint(_NOUN_CLASSES)
    unknown = not (named or verb or act or classes or common or definite or speech) and len(stem) >= 4
    unknown = unknown and not is_construct(noun, core)
    if unknown and (prefix or stem[0] == "ل"):
        unknown = not (function_classes().get(core) or _is_purpose(stem, plain_stem))
    may_be_family = definite and not common and not known_noun and verb is None
    connectives = _connective_words()
    connects = plain in connectives or (bool(lead) and plain_stem in connectives)
    several, noun_alone = form in PARTED or stem in _SEVERAL, not (definite or is_function)
    joined = lead == "و" and not classes.isdisjoint(SCENES)
    stirs = joined or verb or speech or classes & _CLAUSE_CLASSES or first in connectives or stem in _CLAUSE_WORDS
    return Word(
        form, plain, lead, stem, prefix, core, definite, pronoun, classes, verb, speech, act, name.office, name.given,
        name.body, name.place_head, name.nationality, place, common, name.foreign,
        connects=connects,
        names=names,
        plain=not stirs,
        unknown=unknown,
        feminine=_is_feminine(stem, core),
        known_noun=known_noun,
        pattern_plural=_is_pattern_plural(core) and not form.removeprefix("ال").startswith("إ"),
        is_function=is_function,
        preposition="preposition" in classes or "preposition-place" in classes,
        inert=not stirs and not connects and "was" not in classes,
        stirs_next=not classes.isdisjoint(_STIRRING),
        family=core.removeprefix("ال"),
        surname=(unknown or may_be_family) and not is_function,
        listing=first,
        core_classes=function_classes().get(core, NO_CLASSES),
        own_office=own_office,
        opens_name=names or own_office or unknown or stem in name_openers() or plain in FATHERS or core in BYNAMES,
        unsettled=several
        or (prefix == "ك" and may_be_family)
        or _may_be_another(stem, lead, prefix, verb, noun=noun_alone, unknown=unknown),
        of_two=stem.endswith("تي") or stem in _PLURAL_PLACES,
    )  # fmt: skip


def _may_be_another(stem: str, lead: str, prefix: str, verb: Verb | None, *, noun: bool, unknown: bool) -> bool:
    """Tells whether a form may be read anew beside others: a verb of several readings, a noun with what may be a
    pronoun, a name in و, a town behind ب; `noun`: neither definite nor of a closed class."""
    if verb is not None:
        return verb.unclear or (lead == "و" and verb.guessed)
    return (noun and stem[-1] in "هام") or (unknown and (lead == "و" or (stem[0] == "ب" and not prefix)))


def _imperfect_passive(stem: str, plain: str) -> Verb | None:
    """Returns the passive imperfect that a form in تُ is rather than a perfect of the fifth form (تُقدم, تُوارى)."""
    if stem.startswith("توفي"):
        return None
    verb = verb_of("ي" + stem[1:], "ي" + plain[1:])
    return (
        replace(verb, base=stem, person="3fs", passive=True)
        if verb is not None and verb.aspect == "imperfect"
        else None
    )


def _is_purpose(stem: str, plain: str) -> bool:
    """Tells whether a form is ل and a listed imperfect (ليصل, لترتفع)."""
    verb = verb_of(stem[1:], plain[1:]) if stem[0] == "ل" and stem[1] in "يتن" else None
    return verb is not None and verb.aspect == "imperfect"


def _mark_or_number(form: str, number: bool) -> Word:
    plain = fold(form)
    return Word(
        form, plain, "", form, "", form, False, "", NO_CLASSES, mark=not number, number=number, plain=number,
        feminine=_is_feminine(form, form), pattern_plural=_is_pattern_plural(form), inert=number,
        family=form.removeprefix("ال"), listing=plain, core_classes=function_classes().get(form, NO_CLASSES),
    )  # fmt: skip


@cache
def _connective_words() -> frozenset[str]:
    return frozenset(row["fold"].split()[0] for row in rows("events/connectives"))


@cache
def _name_words() -> frozenset[str]:
    """Returns the first words of names of several words: places, and bodies that are listed whole."""
    bodies = (fold for fold in lines_by_fold("events/organisation_heads") if " " in fold)
    return frozenset(name.split()[0] for name in (*places(), *bodies) if " " in name)


def _is_own_office(stem: str) -> bool:
    """Tells whether a form is an office with a pronoun of the third person."""
    if not stem.endswith(("ها", "هم", "ه")):
        return False
    base = stem[:-1] if stem[-1] == "ه" else stem[:-2]
    row = word(unjoined(base)).office if len(base) > 3 else None
    courtesy = row is not None and "honorific" in row["family"] and row["fold"] not in _PROFESSIONS
    return row is not None and row["state"] == "indefinite" and not row["note"] and not courtesy
