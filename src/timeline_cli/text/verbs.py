"""What the lists of verbs say of a form without و and ف: a verb, with what is attached to it, or a word of speech.

Each function takes a form and its fold, which is as long (docs/events.md §1.3, §6).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from timeline_cli.text.listed import COMMON, GIVEN, SPEECH, VERBS, Row, is_listed_noun, lists_of, row_of
from timeline_cli.text.shapes import NO_CLASSES, Verb

_MARKS = {"noun|shadda": "\u0651", "noun|damma": "\u064f"}
_FIRST_LETTERS = frozenset("سيتأن")  # of the future, the imperfect and first persons
_LAST_LETTERS = frozenset("اهنميت")  # of pronouns, duals and first persons
PRONOUNS = ("هما", "ها", "هم", "هن", "نا", "ني", "ه")


@dataclass(slots=True, eq=False)
class Speech:
    """A form of `attribution_verbs.csv`. `act`: the saying is an event of its own (announce, call, deny)."""

    lemma: str
    aspect: str
    person: str
    sense: str
    complements: frozenset[str]
    act: bool
    ambiguous: bool


@cache
def _split(values: str) -> frozenset[str]:
    return frozenset(values.replace(" ", "|").split("|")) if values else NO_CLASSES


def _verb_of(row: Row, base: str, future: bool = False, pronoun: str = "") -> Verb:
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
        mark=_MARKS.get(row["ambiguous"], ""),
    )


def attached_pronoun(form: str) -> str:
    """Returns the pronoun that the end of a form may be, empty where too little would be left before it."""
    if not form.endswith(PRONOUNS):
        return ""
    for pronoun in PRONOUNS:
        if form.endswith(pronoun) and len(form) - len(pronoun) >= 3:
            return pronoun
    return ""


def verb_of(form: str, fold: str) -> Verb | None:
    """Returns the verb reading of a form, None where no list has it."""
    row = row_of(VERBS, form, fold)
    if row is not None and form[-1] == "ا" and row["form"][-1] == "أ":
        row = None  # أوما, no أومأ
    if row is not None and form[-1] == "ي" and row["form"][-1] == "ى" and (form[0] == "ت" or len(form) == 3):
        row = None if row["aspect"] == "perfect" else row  # تدني, سري: masdar and adjective, no تدنى, سرى
    if row is not None and form[0] == "أ" and row["form"][0] == "ا":
        return _first_person(form, fold) or _verb_of(row, form)
    if row is not None:
        return _verb_of(row, form)
    if form[0] not in _FIRST_LETTERS and form[-1] not in _LAST_LETTERS:
        return None
    if form[0] == "س" and len(form) > 3 and form[1] in "يتنأا" and not lists_of(fold) & (GIVEN | COMMON):
        return _future(form[1:], fold[1:])
    pronoun = attached_pronoun(form)
    if pronoun and pronoun not in ("نا", "ني"):
        base, plain = form[: -len(pronoun)], fold[: -len(pronoun)]
        joined = (base[:-1] + "ى", plain[:-1] + "ي") if base[-1] == "ا" else (base + "ا", plain + "ا")
        for candidate, candidate_fold in ((base, plain), joined):
            row = row_of(VERBS, candidate, candidate_fold)
            if row is not None and "transitive" in row["valency"].split("|") and row["ambiguous"] != "owned":
                return _verb_of(row, candidate, pronoun=pronoun)
    if form[0] in "يت" and len(form) > 4:
        plural = form[:-1] if form.endswith("وا") else form[: -len(pronoun)] if pronoun else ""
        row = row_of(VERBS, plural + "ن", fold[: len(plural)] + "ن") if plural.endswith("و") else None
        suffix = "" if form.endswith("وا") else pronoun
        if row is not None and row["aspect"] == "imperfect" and (not suffix or row["valency"].startswith("transitive")):
            return _verb_of(row, plural + "ن", pronoun=suffix)  # لم يتقاضوا, أن يخلوها
    if form.endswith("تنا") and len(form) > 5:
        row = row_of(VERBS, form[:-2], fold[:-2])
        if row is not None and row["aspect"] == "perfect" and row["person"] == "3fs" and row["ambiguous"] != "owned":
            return _verb_of(row, form[:-2], pronoun="نا")  # وصلتنا الأجهزة
    return _dual(form, fold) or _dual_imperfect(form, fold) or _first_person(form, fold) or _our_object(form, fold)


def object_form(form: str, fold: str) -> Verb | None:
    """Returns the perfect with its object of letters that are mostly a noun with its owner (عطلتها, ركبتها), None for
    other forms; only their neighbours or a shadda tell."""
    pronoun = attached_pronoun(form)
    row = row_of(VERBS, form[: -len(pronoun)], fold[: -len(pronoun)]) if pronoun in ("ه", "ها", "هم") else None
    if row is None or row["ambiguous"] != "owned" or not row["valency"].startswith("transitive"):
        return None
    return _verb_of(row, form[: -len(pronoun)], pronoun=pronoun)


def _dual(form: str, fold: str) -> Verb | None:
    """Reads a perfect of two (اتفقا, التقيا); short forms are accusatives too often (عاما, رجلا)."""
    own_waw = form[0] == "و" and len(form) == 4  # وقعا, وصلا
    if not form.endswith("ا") or (len(form) < 5 and not own_waw):
        return None
    forms = [(form[:-1], fold[:-1])]
    if len(form) > 5:
        forms.append((form[:-2] + "ى", fold[:-2] + "ي"))
    for base, plain in forms:
        row = row_of(VERBS, base, plain)
        if row is None or row["form"][-1] != base[-1]:
            continue
        if row["aspect"] == "perfect" and row["person"] == "3ms" and (own_waw or not row["ambiguous"]):
            return _verb_of(row | {"person": "3md"}, base)
    row = row_of(VERBS, form[:-1], fold[:-1]) if form.endswith("تا") else None
    if row is not None and row["aspect"] == "perfect" and row["person"] == "3fs":
        return _verb_of(row | {"person": "3fd"}, form[:-1])
    return None


def dual_form(form: str, fold: str) -> Verb | None:
    """Returns the perfect of two that short letters are at the start of a sentence, where nothing stands that they
    could be an accusative of (ونالا جائزة); None for other forms."""
    row = row_of(VERBS, form[:-1], fold[:-1]) if form.endswith("ا") and len(form) > 3 else None
    if row is None or row["form"][-1] != form[-2] or row["aspect"] != "perfect":
        return None
    if row["person"] == "3fs" and form.endswith("تا"):
        return _verb_of(row | {"person": "3fd"}, form[:-1])
    return _verb_of(row | {"person": "3md"}, form[:-1]) if row["person"] == "3ms" and not row["ambiguous"] else None


def _dual_imperfect(form: str, fold: str, future: bool = False) -> Verb | None:
    """Reads an imperfect of two (توقعان, يلتقيان)."""
    if not form.endswith("ان") or len(form) < 6 or form[0] not in "يت":
        return None
    row = row_of(VERBS, form[:-2], fold[:-2])
    if row is None or row["aspect"] != "imperfect" or row["ambiguous"]:
        return None
    return _verb_of(row | {"person": "3md" if form[0] == "ي" else "3fd"}, form[:-2], future)


def _future(form: str, fold: str) -> Verb | None:
    """Reads an imperfect without the س before it, with or without a pronoun."""
    row = row_of(VERBS, form, fold)
    if row is not None and row["aspect"].startswith("imperfect"):
        return _verb_of(row, form, future=True)
    pronoun = attached_pronoun(form)
    if pronoun:
        base = form[: -len(pronoun)]
        row = row_of(VERBS, base, fold[: -len(pronoun)])
        if row is not None and row["aspect"].startswith("imperfect"):
            return _verb_of(row, base, future=True, pronoun=pronoun)
        own = _first_person(base, fold[: -len(pronoun)], future=True)
        if own is not None and own.transitive:
            return replace(own, pronoun=pronoun)  # سنعرضها
    return _dual_imperfect(form, fold, future=True) or _first_person(form, fold, future=True)


def _first_person(form: str, fold: str, future: bool = False) -> Verb | None:
    """Derives a first person from the third: أقترح and نوقع from يقترح and يوقع, سجلنا and سجلت from سجل."""
    if form[0] in "أن" and len(form) > 3 - future and (future or not is_listed_noun(form, fold)):
        row = row_of(VERBS, "ي" + form[1:], "ي" + fold[1:])
        if row is not None and row["aspect"] == "imperfect":
            person = "1s" if form[0] == "أ" else "1p"
            return _verb_of(row | {"person": person, "ambiguous": ""}, form, future)
    if form.endswith(("ينا", "يت")) and len(form) > 4 and not future and not is_listed_noun(form, fold):
        cut, person = (-3, "1p") if form.endswith("نا") else (-2, "1s")
        row = row_of(VERBS, form[:cut] + "ى", fold[:cut] + "ي")  # تلقيت, التقينا
        if row is not None and row["form"].endswith("ى") and "perfect" in row["aspect"].split("|"):
            return _verb_of(row | {"person": person, "aspect": "perfect", "ambiguous": ""}, form)
    own = not future and form.endswith(("ت", "نا")) and not is_listed_noun(form, fold) and not lists_of(fold) & GIVEN
    if own and (hollow := _hollow(form, fold)) is not None:
        return hollow
    if form.endswith("نا") and len(form) > 4 and not future:
        row = row_of(VERBS, form[:-2], fold[:-2])
        if row is not None and row["aspect"].startswith("perfect") and row["person"].startswith("3ms"):
            return _verb_of(row | {"person": "1p", "aspect": "perfect"}, form)
    return None


def _our_object(form: str, fold: str) -> Verb | None:
    """Reads a perfect of ours with its object (راقبناه, اشتريناها)."""
    pronoun = next((p for p in ("هم", "ها", "ه") if form.endswith("نا" + p)), "")
    if not pronoun or len(form) < len(pronoun) + 5:
        return None
    verb = _first_person(form[: -len(pronoun)], fold[: -len(pronoun)])
    return replace(verb, pronoun=pronoun, ambiguous=False) if verb is not None and verb.transitive else None


def _hollow(form: str, fold: str) -> Verb | None:
    """Derives the first person of a verb with ا in its middle: بعت from باع, أصبت from أصاب, استطعنا from استطاع."""
    cut, person = (-1, "1s") if form.endswith("ت") else (-2, "1p")
    base, plain = form[:cut], fold[:cut]
    if len(base) < 2 or "ا" in base[1:]:
        return None
    row = row_of(VERBS, f"{base[:-1]}ا{base[-1]}", f"{plain[:-1]}ا{plain[-1]}")
    if row is None or row["aspect"] != "perfect" or row["person"] != "3ms":
        return None
    return _verb_of(row | {"person": person, "ambiguous": ""}, form)


def speech_with_pronoun(form: str, fold: str) -> Speech | None:
    """Returns the verb of speech of a form with its object (أعلنته, قاله), None for other forms."""
    cut = len(attached_pronoun(form))
    return speech_of(form[:-cut], fold[:-cut]) if cut else None


def speech_of(form: str, fold: str) -> Speech | None:
    """Returns what `attribution_verbs.csv` says of a form, with or without the س of the future; None without a row."""
    row = row_of(SPEECH, form, fold)
    if row is None and form[0] == "س" and len(form) > 3:
        row = row_of(SPEECH, form[1:], fold[1:])
        if row is not None and row["aspect"] != "imperfect":
            row = None
    if row is None:
        return None
    return Speech(
        row["lemma"], row["aspect"], row["person"], row["sense"], _split(row["complement"]),
        row["frame"].startswith("act"), bool(row["ambiguous"]),
    )  # fmt: skip
