"""What a site, square or place of nature is told by: its adjective or a definite noun (docs/events.md §4.4)."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_cli.events.entities.body_words import is_adjective
from timeline_cli.events.entities.entity import Entity
from timeline_cli.lexicon.index import cues
from timeline_cli.text.tokens import Unit
from timeline_cli.text.words import Word

_LIES = cues("lies")
_NO_SQUARES = cues("no-square")
WITHIN = frozenset({"في", "داخل", "قرب", "وسط", "خارج"})


def described_site(units: Sequence[Unit], i: int) -> Entity | None:
    """Returns a site with the article and its adjective behind a preposition of place (في │ القاعة السومرية)."""
    word, before = units[i].word, units[i - 1].word if i and units[i - 1].date < 0 else None
    there = word.prefix == "ب" or (before is not None and before.stem in WITHIN | {"من", "إلى"})
    relative = units[i + 1].word.stem.endswith(("ية", "ي")) and is_adjective(units[i + 1], units[i])
    return Entity(i, i + 2, i, i + 2, "place", word.core) if there and relative else None


def names_nature(units: Sequence[Unit], k: int) -> bool:
    """Tells whether a definite noun names a dam, valley or lake (سد │ الكرامة), alone behind its head."""
    word = units[k].word
    after = units[k + 1].word if k + 1 < len(units) and units[k + 1].date < 0 else None
    kind = word.place_head or word.organisation or word.office or word.nationality or word.classes & {"adjective"}
    core = word.core
    masdar = word.act is not None or (len(core) > 5 and core[0] == "ا" and core[-2] == "ا")  # سد الاحتياج
    return word.definite and not (kind or masdar) and not (after is not None and after.definite and not after.lead)


def names_square(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a definite noun names a square or street behind a preposition of place (في ساحة │ الشهداء), no
    figure of speech (في ساحة المعركة)."""
    word, name = units[i].word, units[i + 1].word
    before = units[i - 1].word if i and units[i - 1].date < 0 else None
    there = word.prefix == "ب" or (before is not None and (before.stem in WITHIN or before.stem in ("من", "إلى")))
    kind = name.place_head or name.organisation or name.office or name.core in _NO_SQUARES
    after = units[i + 2].word if i + 2 < len(units) and units[i + 2].date < 0 else None
    further = after is not None and after.definite and not (after.lead or after.prefix)
    return there and name.definite and not (kind or name.prefix or name.lead or further)


def phrase_ends(after: Unit | None) -> bool:
    """Tells whether no word that could belong to a name follows."""
    return after is None or after.date >= 0 or after.is_mark or after.word.preposition or bool(after.word.prefix)


def any_site(word: Word) -> bool:
    """Tells whether an indefinite adjective behind a head makes it any such site (مستشفى ميداني, جسر مؤقت)."""
    described = "adjective" in word.classes or (word.common and word.stem.endswith(("ي", "ية")))
    return described and not (word.definite or word.lead or word.prefix)


def site_adjectives(units: Sequence[Unit], end: int) -> int:
    """Takes in the adjectives behind the name of a site (مطار عدن الدولي)."""
    while end < len(units) and units[end].date < 0 and site_adjective(units[end].word):
        end += 1
    return end


def site_adjective(word: Word) -> bool:
    """Tells whether a word may be the adjective of a site, no participle with its own phrase and of no country."""
    foreign = word.nationality is not None and bool(word.nationality["iso"])
    if word.core in _LIES or word.prefix or word.lead or word.is_function or foreign:
        return False
    return word.definite and ("adjective" in word.classes or word.stem.endswith(("ي", "ية")))


def culprit(units: Sequence[Unit], i: int) -> bool:
    """Tells whether منفذ is who has carried out a crime (منفذ │ الهجوم), not a border post (منفذ الوديعة)."""
    after = units[i + 1].word if units[i].word.core == "منفذ" and i + 1 < len(units) else None
    return after is not None and (after.core == "جريمه" or (after.act is not None and after.act.kind == "attack"))
