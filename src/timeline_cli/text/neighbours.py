"""Words whose reading only the words beside them give, before a sentence is cut (docs/events.md §1.3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline_cli.lexicon.index import cues
from timeline_cli.text.shapes import NO_CLASSES, Verb, is_sure
from timeline_cli.text.tokens import Unit
from timeline_cli.text.verbs import dual_form, object_form, verb_of
from timeline_cli.text.words import PARTED, Word, parted
from timeline_cli.text.words import word as known_word

_ANSWERS = frozenset({"وردت", "وردوا"})
_REACH = 8
_WAS_WITHIN = 12
_LONGEST_DOER = 14
_HELD = cues("held-post")
_LIVES = cues("lives-in")
_TO_COME = frozenset({"قبل", "على"})
_THEN = frozenset({"ثم"})
_ALSO_VERBS = {"مثل": "مثل", "ضمن": "ضمنت"}  # with a form of theirs that nothing else is
_OF_A_MAN = cues("of-a-man")
_OF_A_WOMAN = cues("of-a-woman")


def reread(tokens: Sequence[Unit]) -> Sequence[Unit]:
    """Returns the tokens of a sentence, those read anew that their neighbours tell to be something else."""
    found: list[Unit] | None = None
    shortened = False
    for place, token in enumerate(tokens):
        word = token.word
        if shortened or word.unsettled:
            known = _read_beside(tokens, place)
            if known is not None:
                found = list(tokens) if found is None else found
                found[place] = replace(token, word=known)
        shortened = word.stem == "لم"
    return found if found is not None else tokens


def _read_beside(tokens: Sequence[Unit], place: int) -> Word | None:
    """Returns what a word is beside its neighbours, None where that is what it is by itself."""
    token = tokens[place]
    word = token.word
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if word.prefix == "ك" and word.definite:
        return _name_in_w(word) if place and tokens[place - 1].word.foreign else None  # كريستينا │ كالاس
    if after is None or (after.is_mark and not place):
        return None
    if place and tokens[place - 1].word.stem == "لم" and (word.verb is None or word.verb.guessed):
        return _shortened(word)
    if token.text in PARTED:
        told = _answers(tokens, place) if token.text in _ANSWERS else _calls(tokens[place + 1 :])
        return parted(token.text) if told else None
    if word.lead == "و" and word.unknown and place and _first_name(word, tokens[place - 1].word, after):
        return _name_in_w(word)
    if word.lead == "و" and word.verb is not None and word.verb.guessed and place:
        named = _acts_before(tokens[place - 1], place == 1) or _part_of_name(word, tokens[place - 1].word, after)
        return _name_in_w(word) if named else None
    if word.verb is not None and word.verb.unclear and _is_man_or_body(after.word):
        perfect = _by_gender(word, word.verb, "أنه")
        if perfect is not None:
            return perfect
    if word.verb is not None and word.verb.unclear and place and _had_been(tokens, place):
        return _by_gender(word, word.verb, "أنه") or word
    if word.verb is not None and word.verb.unclear and word.lead == "و" and place:
        return _goes_on_by(word, word.verb, tokens, place)
    if word.verb is not None and word.verb.unclear and place:
        return _by_gender(word, word.verb, tokens[place - 1].word.stem) or _to_come(word, word.verb, tokens, place)
    if word.stem == "فان":
        return _joining(word) if _inside_name(tokens[place - 1] if place else None, after) else None
    if word.stem == "ولي":
        return _as_verb(word, "تولى") if after.word.core in _HELD else None
    if word.stem == "مثل" and after.word.stem == "أمام":
        return _as_verb(word, "مثل")
    counts = place > 0 and tokens[place - 1].text[-1:].isdigit()  # 40 │ ألف جنيه
    if word.stem == "ألف" and after.word.pronoun and not after.word.prefix and not counts:
        return _as_verb(word, "ألف")  # وألف │ كتابه الأول
    if word.stem == "عبر":
        return replace(_as_verb(word, "عبر"), speech=word.speech) if _expresses(tokens, place) else None
    if word.stem in _ALSO_VERBS:
        return _as_verb(word, _ALSO_VERBS[word.stem]) if _opens_with_doer(tokens, place) else None
    if word.stem == "تكرر":
        return _as_verb(word, "تكرر") if after.word.definite and not after.word.feminine else None
    if word.unknown and word.stem[0] == "ب" and not word.prefix and place:
        return _in_town(word) if _lives(tokens[place - 1].word) and _closes(after) else None
    if word.verb is None and word.stem[-1:] in ("ه", "ا", "م") and not word.definite and not word.is_function:
        if place and len(word.stem) == 4:
            return _of_two(word, tokens[place - 1])
        then = place > 0 and tokens[place - 1].word.stem in _THEN
        return _acting_upon(tokens, place) or (_both(word, then) if then or not place else None)
    return None


def _acts_before(before: Unit, opens: bool) -> bool:
    """Tells whether a verb of the lists stands right before a word, so that the word is who does it; `opens`: at the
    start of the sentence, where also letters that are a noun elsewhere are a verb."""
    verb = before.word.verb
    return verb is not None and not (verb.guessed or verb.pronoun) and (opens or not (verb.ambiguous or verb.unclear))


def _part_of_name(word: Word, before: Word, after: Unit) -> bool:
    """Tells whether a word that looks like و before a verb is the family name behind a foreign first name (كلير │
    ويتمان), or the first name before an unlisted one behind the adjective of a country (البرازيلي │ ويلتون كاردوسو)."""
    if before.foreign and before.given != "ambiguous":
        return after.is_mark or word.stem.endswith(("ان", "ون", "ز")) or _no_imperfect(word.stem)
    return _first_name(word, before, after)


def _first_name(word: Word, before: Word, after: Unit) -> bool:
    """Tells whether a word in و that no list holds is a first name: an office or the adjective of a country stands
    before it, an unlisted name behind it (لاعب الوسط الياباني │ واتارو إندو)."""
    unlisted = after.word.unknown and not (after.word.definite or after.word.lead or after.word.prefix)
    titled = before.definite and (before.nationality is not None or before.office is not None)
    return titled and unlisted and not (after.word.pronoun or word.pronoun)


def _no_imperfect(stem: str) -> bool:
    """Tells whether a word in ي has a long vowel where no imperfect of Arabic has one (يتفيلد, يليامس)."""
    inner = stem[3:-2]
    return not stem.startswith("يست") and ("ي" in inner or "و" in inner)


def _inside_name(before: Unit | None, after: Unit) -> bool:
    """Tells whether فان stands inside a foreign name (الرسام │ فان │ إيكرن), no فإن without its hamza."""
    beside = (
        before is not None and not before.is_mark and (before.word.office or before.word.given or before.word.unknown)
    )
    return bool(beside) and after.word.unknown and not (after.word.definite or after.word.prefix or after.is_mark)


def _joining(word: Word) -> Word:
    """Returns a word that joins the parts of a name and opens no clause."""
    return replace(word, classes=NO_CLASSES, core_classes=NO_CLASSES, plain=True, stirs_next=False, inert=True)


def _name_in_w(word: Word) -> Word:
    """Returns a name whose first letter looks like و or ك before something else (تعرض │ ويلشير لإصابة)."""
    return replace(
        word,
        lead="",
        prefix="",
        definite=False,
        stem=word.bare,
        core=known_word(word.bare).fold,
        verb=None,
        unknown=True,
        opens_name=True,
        plain=False,
    )


def _by_gender(word: Word, verb: Verb, before: str) -> Word | None:
    """Returns a perfect of the fifth form or the imperfect of a woman that its letters are too, as the pronoun before
    it asks (أنه تلقى, أنها تسلم); None where that leaves it open."""
    lemmas = verb.lemma.split("|")
    if before in _OF_A_MAN and verb.person == "3fs":
        own = [lemma for lemma in lemmas if lemma[0] == "ت"]
        known = replace(verb, aspect="perfect", person="3ms", stative=False)
    elif before in _OF_A_WOMAN and verb.person == "3ms":
        own = [lemma for lemma in lemmas if lemma[0] != "ت"]
        known = replace(verb, aspect="imperfect", person="3fs")
    else:
        return None
    if not own:
        return None
    return _verb_alone(word, replace(known, lemma="|".join(own), unclear=False, passive=False, ambiguous=False))


def _to_come(word: Word, verb: Verb, tokens: Sequence[Unit], place: int) -> Word | None:
    """Returns the imperfect of a woman behind قبل أن, على أن, where no perfect stands (قبل أن │ تسلمه السلطات)."""
    if place < 2 or tokens[place - 1].word.stem != "أن" or tokens[place - 2].word.stem not in _TO_COME:
        return None
    own = [lemma for lemma in verb.lemma.split("|") if lemma[0] != "ت"]
    if not own or verb.person not in ("3ms", "3fs", "3ms|3fs", "3fs|3ms"):
        return None
    known = replace(verb, aspect="imperfect", person="3fs", lemma="|".join(own), unclear=False, ambiguous=False)
    return _verb_alone(word, known)


def _is_man_or_body(after: Word) -> bool:
    """Tells whether the word behind a form in ت names a man or a body with a masculine name, so that the form is his
    perfect (تلقى │ الوزير اتصالا, تسلم │ المجلس الطلب)."""
    if after.prefix or after.lead or after.feminine or after.pronoun:
        return False
    office = after.office
    if office is not None:
        return office["gender"] == "m" and office["state"] not in ("dual", "plural")
    if "person-noun" in after.classes and not after.pattern_plural and not after.definite:
        return True
    body = after.organisation
    return body is not None and body["state"] != "acronym" and not after.pattern_plural and after.act is None


def _had_been(tokens: Sequence[Unit], place: int) -> bool:
    """Tells whether كان with a masculine subject and قد stand before a form in ت, which is his perfect then (وكان
    صاحب المتجر قد │ تلقى اتصالا)."""
    if tokens[place - 1].word.stem != "قد":
        return False
    for k in range(place - 2, max(-1, place - _WAS_WITHIN), -1):
        if tokens[k].word.stem in ("كان", "كانت"):
            return tokens[k].word.stem == "كان"
        verb = tokens[k].word.verb
        if verb is not None and not verb.ambiguous:
            return False
    return False


def _goes_on_by(word: Word, verb: Verb, tokens: Sequence[Unit], place: int) -> Word | None:
    """Returns the perfect of the fifth form that goes on with a man's perfect before it (درس الطب │ وتخرج عام 1957),
    None elsewhere."""
    own = [lemma for lemma in verb.lemma.split("|") if lemma[0] == "ت"]
    last = None
    for k in range(place - 1, -1, -1):
        known, opens = tokens[k].word.verb, not k or tokens[k - 1].is_mark
        if known is not None and not known.guessed and (opens or not known.ambiguous):
            last = known
            break
    if not own or verb.person == "3ms" or last is None or (last.aspect, last.person) != ("perfect", "3ms"):
        return None
    known = replace(verb, aspect="perfect", person="3ms", stative=False, lemma="|".join(own), unclear=False)
    return replace(word, verb=known)


def _answers(tokens: Sequence[Unit], place: int) -> bool:
    """Tells whether وردت at the start of a clause stands before who answers (وردت │ الوزارة برسالة), no news that came
    (وردت أنباء)."""
    before, after = tokens[place - 1] if place else None, tokens[place + 1].word
    opens = before is None or before.is_mark
    body = after.organisation is not None or after.office is not None or (after.nationality is not None)
    return opens and body and not (after.prefix or after.lead)


def _calls(behind: Sequence[Unit]) -> bool:
    """Tells whether دعت is followed by what is called for (ودعت النقابة │ إلى إضراب), since ودّعت goes without a
    preposition."""
    reach = next((k for k, unit in enumerate(behind[:_REACH]) if unit.is_comma or unit.word.lead), _REACH)
    return any(unit.word.stem in ("إلى", "الى") for unit in behind[:reach])


def _as_verb(word: Word, form: str) -> Word:
    """Returns a word that is a particle or office by itself as the verb that it is here (ولي قضاء دمشق, مثل أمام
    المحكمة)."""
    verb = verb_of(form, known_word(form).fold)
    assert verb is not None
    return _verb_alone(word, replace(verb, base=word.stem, person="3ms", ambiguous=False))


def _expresses(tokens: Sequence[Unit], place: int) -> bool:
    """Tells whether عبر at the start of a clause is who expresses what follows عن (وعبر │ الوزير عن أسفه), no way by
    which something goes."""
    before, after = tokens[place - 1] if place else None, tokens[place + 1].word
    if before is not None and not (before.is_mark or before.word.stem == "كما"):
        return False
    names = after.definite or after.given or after.office is not None or after.organisation is not None
    if not names or after.prefix or tokens[place + 1].is_mark:
        return False
    reach = next((k for k, unit in enumerate(tokens[place + 1 :]) if unit.is_mark), len(tokens))
    behind = [unit.word for unit in tokens[place + 1 : place + 1 + min(reach, _LONGEST_DOER)]]
    told = next((k for k, word in enumerate(behind) if word.stem == "عن"), -1)
    return told > 0 and not any(is_sure(word.verb) for word in behind[:told])  # وعبر الهاتف │ تحدث عن …


def _of_two(word: Word, before: Unit) -> Word | None:
    """Returns the perfect of two that short letters in ا are behind a noun of two (جنديين │ قتلا, العاملان │ خرجا) or
    قد, None elsewhere."""
    two = before.word.stem.endswith(("ان", "ين")) and not (before.is_mark or before.word.is_function)
    if word.stem[-1] != "ا" or not (two or before.word.stem in ("قد", "لقد")):
        return None
    base = word.stem[:-1]
    verb = verb_of(base, known_word(base).fold)
    if verb is None or verb.aspect != "perfect" or verb.person != "3ms" or before.word.given:
        return None
    return _verb_alone(word, replace(verb, person="3md", ambiguous=False))


def _both(word: Word, then: bool) -> Word | None:
    """Returns the perfect of two that short letters in ا are at the start of a sentence behind و, or behind ثم (وحصلا │
    على منحة)."""
    joined = (then or word.lead == "و") and not word.given
    verb = dual_form(word.stem, known_word(word.stem).fold) if joined else None
    return _verb_alone(word, verb) if verb is not None else None


def _opens_with_doer(tokens: Sequence[Unit], place: int) -> bool:
    """Tells whether a particle that is a verb as well opens a sentence or what follows a mark, stands before a definite
    noun and has no verb behind it (ضمن النادي بقاءه أمس)."""
    before, after = tokens[place - 1] if place else None, tokens[place + 1].word
    if (before is not None and not (before.is_mark and not before.is_comma)) or not after.definite or after.prefix:
        return False
    behind = [token.word for token in tokens[place + 1 :]]
    return not any(word.verb is not None and not (word.verb.ambiguous or word.verb.guessed) for word in behind)


def _shortened(word: Word) -> Word | None:
    """Returns the imperfect without its last letter that follows لم (لم يتخط, لم يعط, لم يدع), None for other words."""
    if word.definite or word.prefix or word.stem[:1] not in ("ي", "ت"):
        return None
    whole = (verb_of(word.stem + last, word.stem + "ي" if last == "ى" else word.stem + last) for last in "ىيو")
    verb = next((verb for verb in whole if verb is not None and verb.aspect == "imperfect"), None)
    return _verb_alone(word, replace(verb, base=word.stem, ambiguous=False)) if verb is not None else None


def _verb_alone(word: Word, verb: Verb) -> Word:
    return replace(
        word, verb=verb, speech=None, classes=NO_CLASSES, core_classes=NO_CLASSES, is_function=False, preposition=False,
        office=None, act=None, common=False, known_noun=False, unknown=False, pronoun="", plain=False, inert=False,
        connects=False,
    )  # fmt: skip


def _lives(before: Word) -> bool:
    """Tells whether a verb is one of being born, living or dying somewhere."""
    return before.verb is not None and not _LIVES.isdisjoint(before.verb.lemma.split("|"))


def _closes(after: Unit) -> bool:
    """Tells whether what follows a word cannot be the second part of a name."""
    word = after.word
    time = "period-noun" in word.classes
    return after.is_mark or after.is_number or word.is_function or time or bool(word.lead) or bool(word.prefix)


def _in_town(word: Word) -> Word:
    """Returns ب parted from a town that no list holds (ولد │ بشقندة سنة 1201)."""
    town = known_word(word.stem[1:])
    return replace(
        town, bare=word.bare, fold=word.fold, lead=word.lead, stem=word.stem, prefix="ب", unknown=True, opens_name=True
    )


def _acting_upon(tokens: Sequence[Unit], place: int) -> Word | None:
    """Returns a noun with its pronoun as the verb with its object that its letters are too, at the start of a clause
    before who does it (وعطلتها │ السلطات)."""
    word, after = tokens[place].word, tokens[place + 1].word
    before = tokens[place - 1] if place else None
    starts = before is None or before.is_mark or before.word.stem in _THEN
    acts = after.definite and not after.prefix and not after.lead
    acts = acts and (after.organisation is not None or after.pattern_plural or after.stem.endswith(("ات", "ون")))
    second = tokens[place + 2].word if place + 2 < len(tokens) else None  # وعطلتها │ سلطات الميناء
    acts = acts or (after.organisation is not None and not after.prefix and second is not None and second.definite)
    acts = acts or bool(after.given) or (after.office is not None and after.definite)  # وزارها │ محمد باشا
    verb = object_form(word.stem, known_word(word.stem).fold) if starts and acts else None
    return _verb_alone(word, verb) if verb is not None else None
