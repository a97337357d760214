"""Look-ups of one form in the word lists: which lists hold it, and the row of a list that it is.

A form is looked up by its fold, which the caller hands in beside it: whoever cuts a clitic off a form cuts the same
letters off its fold (`letters.fold`).
"""

from __future__ import annotations

from functools import cache

from timeline_cli.lexicon.index import entries, lines_by_fold
from timeline_cli.lexicon.loader import rows
from timeline_cli.text.shapes import NO_CLASSES

Row = dict[str, str]

# One bit a list, so that one look-up tells all lists that hold a form.
VERBS, SPEECH, ACTS, OFFICES, GIVEN, BODIES, PLACE_HEADS, NATIONALITIES, COMMON = (1 << bit for bit in range(9))
_LISTS = {
    VERBS: "events/event_verbs",
    SPEECH: "events/attribution_verbs",
    ACTS: "events/event_nouns",
    OFFICES: "events/office_titles",
    GIVEN: "events/given_names",
    BODIES: "events/organisation_heads",
    PLACE_HEADS: "events/place_heads",
    NATIONALITIES: "events/nationality_adjectives",
    COMMON: "events/common_nouns",
}
NAMED_THINGS = OFFICES | GIVEN | BODIES | PLACE_HEADS | NATIONALITIES
_NOUNS = tuple(which for which in _LISTS if which & (ACTS | NAMED_THINGS))
_VERBS_AND_NOUNS = (VERBS, SPEECH, *_NOUNS)


@cache
def _lists_by_fold() -> dict[str, int]:
    found: dict[str, int] = {}
    for which, name in _LISTS.items():
        for fold in lines_by_fold(name):
            found[fold] = found.get(fold, 0) | which
    return found


def lists_of(fold: str) -> int:
    """Returns the lists that hold a folded form, one bit each, 0 where none does."""
    return _lists_by_fold().get(fold, 0)


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
def places() -> dict[str, Row]:
    """Returns the one- and many-word names of countries, cities and regions by folded form; hand lists win."""
    found: dict[str, Row] = {}
    for name in ("places", "territories", "exemplar_cities"):
        for row in rows(f"events/{name}"):
            found.setdefault(row["fold"], row)
    return found


@cache
def place_openings() -> frozenset[str]:
    """Returns the first words of names of places that have several."""
    return frozenset(name.split()[0] for name in places() if " " in name)


def compatible(form: str, listed: str) -> bool:
    """Tells whether two spellings with the same fold may be one word: a written hamza or ta marbuta must agree."""
    if form == listed or len(form) != len(listed):
        return True
    for place, (ours, theirs) in enumerate(zip(form, listed, strict=True)):
        if place and ours in "أإآ" and theirs == "ا":
            return False
        if ours != theirs and ((ours in "أإآ" and theirs in "أإآ") or ours == "ة" or (theirs == "ة" and ours != "ه")):
            return False
    return True


def row_of(which: int, form: str, fold: str) -> Row | None:
    """Returns the row of a list that a form is: the one spelled alike, else the first that it may be."""
    if not _lists_by_fold().get(fold, 0) & which:
        return None
    found = _rows_of(which, fold)
    for row in found:
        if row["form"] == form:
            return row
    return found[0] if compatible(form, found[0]["form"]) else None


@cache
def _rows_of(which: int, fold: str) -> tuple[Row, ...]:
    """Returns the rows of a list under a folded form that it holds; each is parsed once."""
    return tuple(entries(_LISTS[which], fold))


def is_listed(form: str, fold: str) -> bool:
    """Tells whether any list holds a form as it stands, common nouns left out."""
    if form in function_classes() or fold in places():
        return True
    return bool(lists_of(fold)) and any(row_of(which, form, fold) is not None for which in _VERBS_AND_NOUNS)


def is_listed_noun(form: str, fold: str) -> bool:
    """Tells whether a form is listed as anything but a verb, common nouns included."""
    lists = lists_of(fold)
    if lists & COMMON or form in function_classes() or fold in places():
        return True
    return bool(lists) and any(row_of(which, form, fold) is not None for which in _NOUNS)


def classes_of(form: str, fold: str) -> frozenset[str]:
    """Returns the classes of a function word; a written إ makes another word of it unless it is إن, إنه …"""
    known = function_classes()
    exact = known.get(form)
    if exact is not None:
        return exact
    classes = known.get(fold, NO_CLASSES)
    if form[-1] == "أ":
        return NO_CLASSES  # هنأ is no هنا
    return NO_CLASSES if classes and form[0] == "إ" and "complementizer" not in classes else classes


def place_of(form: str, fold: str) -> Row | None:
    """Returns the row of the place that a form names, None without one.

    The press writes the first alif of foreign places in all ways (أدنبرة, إدنبرة).
    """
    row = places().get(fold)
    return row if row is not None and compatible(_plain_alif(form), _plain_alif(row["form"])) else None


def _plain_alif(form: str) -> str:
    return "ا" + form[1:] if form[0] in "أإ" else form


def verbs_of(lemma_fold: str) -> list[Row]:
    """Returns the rows of `event_verbs.csv` under a folded form."""
    return entries("events/event_verbs", lemma_fold)
