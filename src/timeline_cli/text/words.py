"""What the word lists say about a single word form: verb, noun of an act, function word, head of a name.

A form is analysed once and remembered (`word`); nothing here looks at neighbours (docs/events.md §1.3, §4, §11).
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from timeline_cli.lexicon.index import entries, lines_by_fold
from timeline_cli.lexicon.loader import rows
from timeline_cli.text import letters
from timeline_cli.text.letters import bare
from timeline_cli.text.shapes import NO_CLASSES, Verb, guessed_verb

fold = lru_cache(maxsize=65536)(letters.fold)
_SUFFIXES = ("هما", "ها", "هم", "هن", "نا", "ني", "ه")
_CLAUSE_CLASSES = frozenset({"relative", "complementizer"})
_CLAUSE_WORDS = frozenset({"ما", "على", "وفق", "بحسب", "حسب", "وفقا", "حسبما"})
_CHAINED = frozenset({"بن", "ال", "ابو"})
_JOINED = {"ت": "ة", "ئ": "ء", "ؤ": "ء"}
_OPEN = (
    "takes-object active-only attribute-noun group-noun statement-noun era-noun feminine person-noun waw-word fa-word",
    "site-noun bare-organisation adjective name-word ordinal vague-person reciprocal",
    "open-end needs-complement superlative dated-noun period-noun never-first named-by-purpose purpose-noun place-opener",
    "no-body passing-adjective plain-noun never-in-name anaphor-noun",
)
_NOUN_CLASSES = frozenset({"person-noun", "waw-word", "reciprocal", "ordinal"})
OPEN_CLASSES = frozenset(name for line in _OPEN for name in line.split())


class Speech(NamedTuple):
    """A form of `attribution_verbs.csv`. `act`: the saying is an event of its own (announce, call, deny)."""

    lemma: str
    aspect: str
    person: str
    sense: str
    complements: frozenset[str]
    act: bool
    ambiguous: bool


class Act(NamedTuple):
    """A noun of an act of `event_nouns.csv`. `pronoun`: attached possessive or empty. `weak`: mostly a name's part."""

    kind: str
    plural: bool
    weak: bool
    pronoun: str


class Word(NamedTuple):
    """What is known of one word form, clitics apart.

    `lead`: an attached و or ف that joins clauses or words, `prefix`: an attached preposition (ب, ل, ك), both empty
    without one. `stem`: bare form after `lead`. `core`: folded form without lead, prefix, article. `classes`: classes
    of `function_words.csv`. `pronoun`: attached possessive as far as the shape tells. `common`: listed in
    `common_nouns.csv`, so no name by itself. `foreign`: a first name that takes no family name with ال behind it.
    `mark`, `number`: punctuation, digits. `connects`: the first word of a connective. `names`: may begin a listed name.
    `plain`: can neither open a clause nor govern one; `inert`: nor begin a connective. `unknown`: in no list at all.
    `feminine`: a feminine noun or a plural of things, by its ending or listed. `known_noun`: a noun of some list.
    `pattern_plural`: its shape may be a broken plural of things (قوات, أجهزة, مدارس, أعمال), which takes ة adjectives.
    `surname`: may name a person that was named in full before; `family`: the core without a second article.
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
    office: dict[str, str] | None = None
    given: str = ""
    organisation: dict[str, str] | None = None
    place_head: dict[str, str] | None = None
    nationality: dict[str, str] | None = None
    place: dict[str, str] | None = None
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
    family: str = ""
    surname: bool = False


def _is_feminine(stem: str, core: str) -> bool:
    return stem.endswith(("ة", "ات", "ى")) or "feminine" in function_classes().get(core, NO_CLASSES)


def _is_pattern_plural(core: str) -> bool:
    return len(core) in (4, 5) and ((core[:1] == "ا" and core[-2:-1] == "ا") or core[2:3] == "ا" or core[-2:-1] == "و")


@cache
def function_classes() -> dict[str, frozenset[str]]:
    """Returns the classes of every function word, by bare form and by folded form."""
    found: dict[str, set[str]] = {}
    for row in rows("events/function_words"):
        found.setdefault(row["form"], set()).add(row["class"])
        found.setdefault(row["fold"], set()).add(row["class"])
    exact: dict[str, set[str]] = {}
    for row in rows("events/function_words"):
        exact.setdefault(row["form"], set()).add(row["class"])
    return {form: frozenset(exact.get(form, classes)) for form, classes in found.items()}


@cache
def places() -> dict[str, dict[str, str]]:
    """Returns the one- and many-word names of countries, cities and regions by folded form; hand lists win."""
    found: dict[str, dict[str, str]] = {}
    for name in ("places", "territories", "exemplar_cities"):
        for row in rows(f"events/{name}"):
            found.setdefault(row["fold"], row)
    return found


def _compatible(form: str, listed: str) -> bool:
    """Tells whether two spellings with the same fold may be one word: a written hamza or ta marbuta must agree."""
    if len(form) != len(listed):
        return True
    for place, (ours, theirs) in enumerate(zip(form, listed, strict=True)):
        if place and ours in "أإآ" and theirs == "ا":
            return False
        if ours != theirs and ((ours in "أإآ" and theirs in "أإآ") or ours == "ة" or (theirs == "ة" and ours != "ه")):
            return False
    return True


def _best(name: str, form: str) -> dict[str, str] | None:
    plain = fold(form)
    if plain not in lines_by_fold(name):
        return None
    found = _rows_of(name, plain)
    row = next((row for row in found if row["form"] == form), found[0])
    return row if _compatible(form, row["form"]) else None


@cache
def _rows_of(name: str, plain: str) -> tuple[dict[str, str], ...]:
    """Returns the rows of a list under a folded form that it holds; each is parsed once."""
    return tuple(entries(name, plain))


def _split(values: str) -> frozenset[str]:
    return frozenset(values.replace(" ", "|").split("|")) if values else NO_CLASSES


def _listed_verb(form: str) -> dict[str, str] | None:
    return _best("events/event_verbs", form)


def _verb_of(row: dict[str, str], base: str, future: bool = False, pronoun: str = "") -> Verb:
    return Verb(
        base=base,
        lemma=row["lemma"],
        kinds=_split(row["kind"]),
        aspect=row["aspect"].split("|")[0],
        person=row["person"].split("|")[0],
        passive=row["voice"] == "passive",
        transitive=not row["valency"].startswith("intransitive"),
        prepositions=_split(row["preposition"]),
        title_head=row["title_head"].split("|")[0],
        ambiguous="noun" in row["ambiguous"] and not future,
        stative="stative" in row["ambiguous"],
        future=future,
        pronoun=pronoun,
        unclear="|" in row["person"] or "|" in row["aspect"],
    )


def _without_pronoun(form: str) -> tuple[str, str]:
    """Splits an attached pronoun off a verb form; the base gets back the spelling it has without one."""
    if not form.endswith(_SUFFIXES):
        return form, ""
    for suffix in _SUFFIXES:
        if form.endswith(suffix) and len(form) - len(suffix) >= 3:
            return form[: -len(suffix)], suffix
    return form, ""


def _verb(form: str) -> Verb | None:
    """Returns the verb reading of a form without و and ف, None where no list has it."""
    row = _listed_verb(form)
    if row is not None and form[0] == "أ" and row["form"][0] == "ا":
        return _first_person(form) or _verb_of(row, form)
    if row is not None:
        return _verb_of(row, form)
    if form[0] == "س" and len(form) > 3 and form[1] in "يتنأا":
        row = _listed_verb(form[1:])
        if row is not None and row["aspect"].startswith("imperfect"):
            return _verb_of(row, form[1:], future=True)
        base, pronoun = _without_pronoun(form[1:])
        row = _listed_verb(base) if pronoun else None
        if row is not None and row["aspect"].startswith("imperfect"):
            return _verb_of(row, base, future=True, pronoun=pronoun)
        return _first_person(form[1:], future=True)
    base, pronoun = _without_pronoun(form)
    if pronoun and pronoun not in ("نا", "ني"):
        for candidate in (base, base[:-1] + "ى" if base[-1] == "ا" else base + "ا"):
            row = _listed_verb(candidate)
            if row is not None and "transitive" in row["valency"].split("|"):
                return _verb_of(row, candidate, pronoun=pronoun)
    return _first_person(form)


def _first_person(form: str, future: bool = False) -> Verb | None:
    """Derives a first person from the third: أقترح and نوقع from يقترح and يوقع, سجلنا and سجلت from سجل."""
    if form[0] in "أن" and len(form) > 3:
        row = _listed_verb("ي" + form[1:])
        if row is not None and row["aspect"] == "imperfect":
            verb = _verb_of(row | {"person": "1s" if form[0] == "أ" else "1p", "ambiguous": ""}, form, future)
            return verb
    if form.endswith("نا") and len(form) > 4 and not future:
        row = _listed_verb(form[:-2])
        if row is not None and row["aspect"] == "perfect" and row["person"].startswith("3ms"):
            return _verb_of(row | {"person": "1p"}, form)
    return None


def _speech(form: str) -> Speech | None:
    row = _best("events/attribution_verbs", form)
    future = row is None and form[0] == "س" and len(form) > 3
    if future:
        row = _best("events/attribution_verbs", form[1:])
        if row is not None and row["aspect"] != "imperfect":
            row = None
    if row is None:
        return None
    return Speech(
        row["lemma"], row["aspect"], row["person"], row["sense"], _split(row["complement"]),
        row["frame"].startswith("act"), bool(row["ambiguous"]),
    )  # fmt: skip


def _act(core: str, form: str) -> Act | None:
    row = _best("events/event_nouns", form)
    pronoun = ""
    if row is None and form.endswith("ا") and len(form) > 4:
        row = _best("events/event_nouns", form[:-1])
    if row is None:
        base, pronoun = _without_pronoun(form)
        if not pronoun or len(base) < 3:
            return None
        row = _best("events/event_nouns", base)
        if row is None and base[-1] in _JOINED:
            row = _best("events/event_nouns", base[:-1] + _JOINED[base[-1]])
        if row is None:
            return None
    return Act(row["kind"].split("|")[0], row["number"] == "plural", row["title_head"] == "weak", pronoun)


def _listed(form: str) -> bool:
    """Tells whether any list holds a form as it stands."""
    plain = fold(form)
    if form in function_classes() or plain in places():
        return True
    return plain in _listed_folds() and any(_best(name, form) is not None for name in _LISTS)


def _listed_noun(form: str) -> bool:
    """Tells whether a form is listed as anything but a verb, common nouns included."""
    plain = fold(form)
    if form in function_classes() or plain in places() or plain in lines_by_fold("events/common_nouns"):
        return True
    return plain in _listed_folds() and any(_best(name, form) is not None for name in _LISTS[2:])


_LISTS = tuple(
    f"events/{name}"
    for name in (
        "event_verbs", "attribution_verbs", "event_nouns", "office_titles", "given_names", "organisation_heads",
        "place_heads", "nationality_adjectives",
    )
)  # fmt: skip


def _lead(form: str) -> str:
    """Returns the attached و or ف of a form, empty where the letter belongs to the word."""
    if len(form) < 3 or form[0] not in "وف":
        return ""
    classes = function_classes().get(form, NO_CLASSES)
    if classes:
        return ""
    if _listed(form):
        rest = form[1:]
        return "" if not (form.startswith("وال") and _listed(rest)) else form[0]
    if form[0] == "و":
        whole = _verb(form) if form.endswith(_SUFFIXES) else None
        return "و" if whole is None else ""
    rest = form[1:]
    return "ف" if _verb(rest) is not None or function_classes().get(rest, NO_CLASSES) - {"preposition"} else ""


def _prefix(stem: str) -> tuple[str, str, bool]:
    """Splits attached preposition and article off a noun: prefix, form without both, definite."""
    if stem.startswith("لل") and len(stem) > 4:
        doubled = _listed("ل" + stem[2:]) and not _listed(stem[2:])
        return "ل", "ل" + stem[2:] if doubled else stem[2:], True
    if stem.startswith(("بال", "كال")) and len(stem) > 5:
        return stem[0], stem[3:], True
    if stem.startswith("ال") and len(stem) > 4:
        return "", stem[2:], True
    return "", stem, False


def _attached(form: str) -> str:
    """Returns ب, ل or ك where what follows it is a word of the lists (or وال…), empty otherwise."""
    if form[0] not in "بلك" or len(form) < 4 or _listed(form):
        return ""
    rest = form[1:]
    if len(rest) < 4 and fold(rest) in lines_by_fold("events/given_names"):
        return ""
    if _listed_noun(rest) or rest.startswith("أ") or (form[0] == "ب" and rest[0] in "مت" and rest.endswith("ة")):
        return form[0]
    if form[0] == "ب" and len(rest) in (6, 7) and rest[0] == "ا" and rest[-2] == "ا":
        return "ب"
    base, pronoun = _without_pronoun(rest)
    return form[0] if pronoun and (_listed_noun(base) or _listed_noun(base[:-1] + "ة")) else ""


@lru_cache(maxsize=65536)
def word(text: str) -> Word:
    """Returns what the lists know of a word as it stands in a text (vowel marks and tatweel do no harm)."""
    form = bare(text)
    if not form or not form[0].isalpha():
        return _mark_or_number(form, form[:1].isdigit())
    lead = _lead(form)
    stem = form[1:] if lead else form
    classes = function_classes().get(stem) or function_classes().get(fold(stem), NO_CLASSES)
    if classes and stem not in function_classes() and stem[0] in "أإ" and fold(stem)[0] == "ا":
        classes = NO_CLASSES if stem[0] == "إ" and "complementizer" not in classes else classes
    prefix, noun, definite = _prefix(stem)
    verb = None if prefix else _verb(stem)
    if verb is not None:
        prefix, noun, definite = "", stem, False
    speech = _speech(stem)
    if speech is not None and verb is not None and verb.person in ("1s", "1p"):
        speech = None
    if speech is not None and verb is not None and speech.lemma != verb.lemma and speech.person != verb.person:
        verb = None
    office = head = place_head = nationality = None
    given, foreign = "", False
    if fold(stem) in _named_things():
        office = _best("events/office_titles", stem)
        head = _best("events/organisation_heads", stem)
        place_head = _best("events/place_heads", stem)
        nationality = _best("events/nationality_adjectives", stem)
        given, foreign = _given(stem)
    place = _place(stem, prefix, noun, definite)
    if not (
        classes - OPEN_CLASSES
        or verb
        or speech
        or definite
        or office
        or head
        or place_head
        or nationality
        or place
        or given
    ):
        prefix = _attached(stem)
        if prefix:
            noun = stem[1:]
            head = _best("events/organisation_heads", noun)
            place_head = _best("events/place_heads", noun)
            place = _place(noun, prefix, noun, False)
            given, foreign = _given(noun) if len(noun) > 3 else ("", False)
            office = _best("events/office_titles", noun)
            if prefix == "ل" and verb is None and noun[0] in "يت":
                verb = _verb(noun)
                prefix, noun = ("", stem) if verb is not None else (prefix, noun)
    elif prefix and definite:
        article = "ال" + noun
        head = head or _best("events/organisation_heads", article)
        office = office or _best("events/office_titles", article)
        place_head = place_head or _best("events/place_heads", article)
        nationality = nationality or _best("events/nationality_adjectives", article)
    act = None if classes - OPEN_CLASSES else _act(fold(noun), noun)
    if act is not None and act.pronoun and (verb is not None and not verb.ambiguous) and not prefix:
        act = None
    common = fold(noun) in lines_by_fold("events/common_nouns")
    named = office or head or place_head or nationality or place or given
    if not (verb or act or classes or prefix or definite or named or common or speech):
        verb = guessed_verb(stem)
    pronoun = "" if definite or classes else _possessive(noun)
    plain = fold(form)
    first = ("ال" if definite else "") + fold(noun) if prefix else (plain[1:] if lead else plain)
    names = bool(office or given or head or place_head or place) or (nationality is not None and definite)
    core = fold(noun)
    known_noun = bool(act or office or head or place_head or place or nationality)
    known_noun = known_noun or not classes.isdisjoint(_NOUN_CLASSES)
    is_function = not classes <= OPEN_CLASSES
    unknown = not (named or verb or act or classes or common or definite or speech) and len(stem) >= 4
    may_be_family = definite and not common and not known_noun and verb is None
    connects = plain in _connective_words() or (bool(lead) and plain[1:] in _connective_words())
    stirs = verb or speech or classes & _CLAUSE_CLASSES or first in _connective_words() or stem in _CLAUSE_WORDS
    return Word(
        form, plain, lead, stem, prefix, core, definite, pronoun, classes, verb, speech, act, office, given,
        head, place_head, nationality, place, common, foreign,
        connects=connects,
        names=names or "bare-organisation" in classes or first in _name_words() or plain in _CHAINED,
        plain=not stirs,
        unknown=unknown,
        feminine=_is_feminine(stem, core),
        known_noun=known_noun,
        pattern_plural=_is_pattern_plural(core),
        is_function=is_function,
        preposition="preposition" in classes or "preposition-place" in classes,
        inert=not stirs and not connects,
        family=core.removeprefix("ال"),
        surname=(unknown or may_be_family) and not is_function,
    )  # fmt: skip


def _mark_or_number(form: str, number: bool) -> Word:
    plain = fold(form)
    return Word(
        form, plain, "", form, "", form, False, "", NO_CLASSES, mark=not number, number=number, plain=number,
        feminine=_is_feminine(form, form), pattern_plural=_is_pattern_plural(form), inert=number,
        family=form.removeprefix("ال"),
    )  # fmt: skip


@cache
def _listed_folds() -> frozenset[str]:
    """Returns the folded forms of all lists of verbs, acts and names."""
    return frozenset(fold for name in _LISTS for fold in lines_by_fold(name))


@cache
def _named_things() -> frozenset[str]:
    """Returns the folded forms of all offices, bodies, heads of places, nationalities and first names."""
    return frozenset(fold for name in _LISTS[3:] for fold in lines_by_fold(name))


@cache
def _connective_words() -> frozenset[str]:
    return frozenset(row["fold"].split()[0] for row in rows("events/connectives"))


@cache
def _name_words() -> frozenset[str]:
    """Returns the first words of names of several words: places, and bodies that are listed whole."""
    bodies = (fold for fold in lines_by_fold("events/organisation_heads") if " " in fold)
    return frozenset(name.split()[0] for name in (*places(), *bodies) if " " in name)


def _possessive(noun: str) -> str:
    if noun.endswith(("ها", "هم", "هما", "هن")) and len(noun) > 4:
        return _without_pronoun(noun)[1]
    if noun.endswith("ه") and len(noun) > 3:
        return "ه"
    return ""


def _given(stem: str) -> tuple[str, bool]:
    row = _best("events/given_names", stem)
    if row is None or (stem.endswith("ى") and row["form"].endswith("ي")):
        return "", False
    return "ambiguous" if row["ambiguous"] else row["gender"], row["origin"] not in ("arabic", "")


def _place(stem: str, prefix: str, noun: str, definite: bool) -> dict[str, str] | None:
    known = places()
    if "ّ" not in stem and fold(stem) == "عمان":
        return next(row for row in rows("events/places") if row["form"] == "عمان")
    for form in (stem, "ال" + noun if definite else stem):
        row = known.get(fold(form))
        if row is not None and _compatible(form, row["form"]):
            return row
    return None


def verbs_of(lemma_fold: str) -> list[dict[str, str]]:
    """Returns the rows of `event_verbs.csv` under a folded form."""
    return entries("events/event_verbs", lemma_fold)
