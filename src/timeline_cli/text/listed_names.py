"""What the lists of names say of a word form: office, body, place, nationality, first name.

Each function takes a form and its fold, which is as long (docs/events.md §4).
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from timeline_cli.lexicon.index import cues
from timeline_cli.lexicon.loader import rows
from timeline_cli.text import listed
from timeline_cli.text.listed import Row, lists_of, row_of

FATHERS = cues("fathers")
FATHER_OF = frozenset({"ابو", "ابي"})
KUNYAS = FATHER_OF | {"ابا"}
PARENTS = KUNYAS | {"ام"}
BYNAMES = cues("called") | cues("nicknamed")


class ListedName(NamedTuple):
    """What the lists of names say of a form."""

    office: Row | None = None
    body: Row | None = None
    place_head: Row | None = None
    nationality: Row | None = None
    given: str = ""
    foreign: bool = False


NO_NAME = ListedName()


def listed_name(form: str, plain: str) -> ListedName:
    """Returns what the lists of names say of a form."""
    if not lists_of(plain) & listed.NAMED_THINGS:
        return NO_NAME
    given, foreign = _given(form, plain)
    office = row_of(listed.OFFICES, form, plain)
    if office is not None and form[-1] == "ه" and office["form"][-1] == "ة" and not form.startswith("ال"):
        office = None  # ابنه is his son, no ابنة
    found = ListedName(
        office,
        row_of(listed.BODIES, form, plain),
        row_of(listed.PLACE_HEADS, form, plain),
        row_of(listed.NATIONALITIES, form, plain),
        given,
        foreign,
    )
    return found if any(found) else NO_NAME


def with_article(name: ListedName, form: str, plain: str) -> ListedName:
    """Adds what the lists say of a noun with its article where a preposition took the place of it (للأمم, بالقاهرة)."""
    if not lists_of(plain) & listed.NAMED_THINGS:
        return name
    return name._replace(
        office=name.office or row_of(listed.OFFICES, form, plain),
        body=name.body or row_of(listed.BODIES, form, plain),
        place_head=name.place_head or row_of(listed.PLACE_HEADS, form, plain),
        nationality=name.nationality or row_of(listed.NATIONALITIES, form, plain),
    )


def listed_place(form: str, plain: str) -> Row | None:
    """Returns the place that a form names by itself, None without one; عمان without shadda is the country."""
    if plain == "عمان":
        return next(row for row in rows("events/places") if row["form"] == "عمان")
    return listed.place_of(form, plain)


@cache
def kin_forms() -> frozenset[str]:
    """Returns the forms of nouns of kin with a pronoun, behind which a first name is a person (ابنها أنس)."""
    return frozenset(stem + pronoun for stem in cues("kin") for pronoun in ("ه", "ها", "هم"))


@cache
def name_openers() -> frozenset[str]:
    """Returns the stems that open names whatever else they are: of kin, of towns (سان), of a name in الدين."""
    return kin_forms() | cues("town-opener") | cues("faith-first")


def _given(form: str, plain: str) -> tuple[str, bool]:
    row = row_of(listed.GIVEN, form, plain)
    if row is None or (form.endswith("ى") and row["form"].endswith("ي")):
        return "", False
    return "ambiguous" if row["ambiguous"] else row["gender"], row["origin"] not in ("arabic", "")
