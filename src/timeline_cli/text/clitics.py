"""What is attached to a word form: و and ف, a preposition with or without the article, a possessive pronoun.

Each function takes a form and its fold, which is as long (docs/events.md §1.3).
"""

from __future__ import annotations

from functools import cache

from timeline_cli.lexicon.index import cues
from timeline_cli.text.letters import fold
from timeline_cli.text.listed import (
    BODIES,
    COMMON,
    GIVEN,
    PLACE_HEADS,
    function_classes,
    is_listed,
    is_listed_noun,
    lists_of,
    place_openings,
    places,
    row_of,
)
from timeline_cli.text.listed_names import PARENTS
from timeline_cli.text.nouns import is_construct, is_governed_noun, is_inflected_noun
from timeline_cli.text.shapes import NO_CLASSES
from timeline_cli.text.verbs import PRONOUNS, attached_pronoun, speech_of, verb_of

_CALLS = frozenset({"ودعت", "ودعا", "ودعوا", "وعدا"})  # و + دعا, seldom ودّع
_OF_LAM = cues("lam-root")
_SHORT_AIMS = cues("short-aim")
_ENDINGS = ("", "ا", "اً", "ات", "ه", "ها", "هم", "هما", "نا", "اته", "اتها", "اتهم")


def attached_conjunction(form: str, plain: str) -> str:
    """Returns the attached و or ف of a form, empty where the letter belongs to the word."""
    if form[0] not in "وف" or len(form) < 3 or form in function_classes():
        return ""
    rest, plain_rest = form[1:], plain[1:]
    if is_listed(form, plain):
        return form[0] if form.startswith("وال") and is_listed(rest, plain_rest) else ""
    if form[0] == "و" and form in _CALLS:
        return "و"
    if form[0] == "و":
        own = verb_of(form, plain) if form.endswith((*PRONOUNS, "تا", "ا")) else None
        noun = is_inflected_noun(form, plain) or _is_first_of_two(form, plain)
        if own is not None or (noun and not _is_known(rest, plain_rest)):
            return ""
        return "و"
    if form.endswith(PRONOUNS) and verb_of(form, plain) is not None:
        return ""  # فرضتها
    own = verb_of(rest, plain_rest) if not rest.endswith("وا") or rest[0] not in "يت" else None
    told = own is not None or speech_of(rest, plain_rest) is not None
    follows = told or function_classes().get(rest, NO_CLASSES) - {"preposition"}
    return "ف" if follows else ""


def article_and_preposition(stem: str, plain: str) -> tuple[str, int, bool]:
    """Splits attached preposition and article off a noun: prefix, number of letters without both, definite."""
    if stem.startswith("لل") and len(stem) > 4:
        doubled = is_listed(stem[1:], plain[1:]) and not is_listed(stem[2:], plain[2:])
        return "ل", 1 if doubled else 2, True
    if stem.startswith(("بال", "كال")) and plain in places():
        return "", 0, False  # كالكوتا
    if _begins_with_lam(stem):
        return "", 0, False  # التزامها
    if stem.startswith(("بال", "كال")) and (len(stem) > 5 or (len(stem) == 5 and not is_listed(stem, plain))):
        return stem[0], 3, True
    if stem.startswith("ال") and len(stem) > 3:
        return "", 2, True
    return "", 0, False


def _begins_with_lam(stem: str) -> bool:
    """Tells whether ال belongs to the root of a verbal noun (التزام, التحاقهم), so that it is no article."""
    return stem.startswith("الت") and any(
        stem.removesuffix(ending) in _OF_LAM for ending in _ENDINGS if stem.endswith(ending)
    )


def attached_preposition(form: str, plain: str) -> str:
    """Returns ب, ل or ك where what follows it is a word of the lists (or وال…), empty otherwise."""
    if form[0] in "بل" and form[1:2] == "أ" and plain[1:] in PARENTS:
        return form[0]  # لأبي القاسم
    if form[0] not in "بلك" or is_listed(form, plain) or plain in place_openings():
        return ""
    if form[0] == "ك" and lists_of(plain) & COMMON:
        return ""  # كبار العلماء, no bar
    if form[0] == "ل" and plain[1:] in _SHORT_AIMS:
        return "ل"  # لطب الأطفال
    if len(form) < 4:
        return "ب" if form[0] == "ب" and lists_of(plain[1:]) & PLACE_HEADS else ""  # بحي
    rest, plain_rest = form[1:], plain[1:]
    if (len(rest) < 4 and lists_of(plain_rest) & GIVEN) or (
        is_inflected_noun(form, plain) and not lists_of(plain_rest) & BODIES
    ):
        return ""
    if (
        is_listed_noun(rest, plain_rest)
        or rest.startswith("أ")
        or (form[0] == "ب" and rest[0] in "مت" and rest.endswith("ة"))
    ):
        return form[0]
    if form[0] == "ب" and len(rest) in (6, 7) and rest[0] == "ا" != rest[2] and rest[-2] == "ا" and rest[-3:] != "يان":
        return "ب"
    if form[0] != "ك" and len(rest) > 4 and (is_governed_noun(rest, plain_rest) or is_construct(rest, plain_rest)):
        return form[0]
    cut = len(attached_pronoun(rest))
    if not cut:
        return ""
    base, plain_base = rest[:-cut], plain_rest[:-cut]
    if plain_base in places():
        return ""  # no town has an owner (باساني)
    joined = base[-1] == "ت" and is_listed_noun(base[:-1] + "ة", plain_base[:-1] + "ه")  # بشركته, no كراوزه
    return form[0] if is_listed_noun(base, plain_base) or joined else ""


def possessive(noun: str) -> str:
    """Returns the pronoun of the third person that the end of a noun may be, empty without one."""
    if noun.endswith(("ها", "هم", "هما", "هن")) and len(noun) > 4:
        return "" if noun[-2:] == "ها" and _ends_in_its_own(noun[:-1]) else attached_pronoun(noun)
    if noun.endswith("ه") and len(noun) > 3:
        return "" if _ends_in_its_own(noun) else "ه"
    return ""


@cache
def _ends_in_its_own(noun: str) -> bool:
    """Tells whether the ه at the end of a noun is of its root and no pronoun (مشابه, اتجاه, فقيه, no أخوه)."""
    form = fold(noun)
    if form[:2] in ("اب", "اخ") and len(form) == 4:
        return False
    row = row_of(COMMON, noun, form)
    return row is not None and row["form"].endswith("ه") and not is_listed_noun(noun[:-1], form[:-1])


def _is_first_of_two(form: str, plain: str) -> bool:
    """Tells whether a form is two of a listed noun before its genitive (ورشتي │ عمل)."""
    return form.endswith("تي") and len(form) > 4 and is_listed_noun(form[:-2] + "ة", plain[:-2] + "ه")


def _is_known(form: str, plain: str) -> bool:
    article = form.startswith("ال") and form.endswith(("ين", "ون", "ان", "ات"))  # والدين, والدهون
    return article or is_listed_noun(form, plain) or is_listed(form, plain) or is_inflected_noun(form, plain)
