"""How far the name of a body runs (docs/events.md §4.1, §4.3)."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_cli.events.persons import name_end
from timeline_cli.text.tokens import Unit
from timeline_cli.text.units import is_verb
from timeline_cli.text.words import Word

_NAMED_BY_PP = frozenset(
    {
        "منتخب",
        "اتحاد",
        "هيئه",
        "ديوان",
        "بنك",
        "منظمه",
        "مؤسسه",
        "صندوق",
        "وكاله",
        "شركه",
        "مجلس",
        "لجنه",
        "مركز",
        "رابطه",
    }
)
_NAMED_AFTER = frozenset({"جامعه", "معهد", "مستشفي", "مدرسه", "مؤسسه", "مركز", "دار", "مكتبه"})
_STOPS = frozenset({"برئاسه", "بقياده", "برعايه"})


def organisation_end(units: Sequence[Unit], i: int) -> int:
    """Returns the unit after the name of a body whose head stands at i."""
    head = units[i].word
    row = head.organisation
    if row is None:
        return _adjectives(units, i, i + 1)
    if row["state"] == "acronym":
        return i + 1
    limit = min(len(units), i + 1 + int(row["max_words_after"] or 1))
    end = i + 1
    closed = head.definite
    while end < limit and _inside(units, i, end, closed):
        word = units[end].word
        if word.office is not None and word.definite and word.core in ("ملك", "امير", "سلطان", "شيخ"):
            end = name_end(units, end + 1, strong=True)
            return _adjectives(units, i, end)
        closed = closed or word.definite or word.place is not None or bool(word.nationality and word.definite)
        end += 1
    end = _quoted(units, end)
    return _attached(units, i, end)


def _adjectives(units: Sequence[Unit], i: int, end: int) -> int:
    while end < len(units) and units[end].date < 0 and not units[end].is_mark and is_adjective(units[end], units[i]):
        end += 1
    return end


def _inside(units: Sequence[Unit], i: int, k: int, closed: bool) -> bool:
    unit = units[k]
    word = unit.word
    if unit.date >= 0 or unit.is_mark or unit.is_number or word.preposition or word.fold in _STOPS:
        return False
    if word.lead:
        return (
            word.definite
            and units[k - 1].word.definite
            and not any(u.word.nationality for u in units[i + 1 : k])
            and word.place is None
            and word.organisation is None
            and word.office is None
            and not word.prefix
            and not is_verb(units, k, False)
            and not units[i].word.definite
        )
    if word.prefix:
        return False
    if closed:
        if word.office is not None and k + 1 < len(units) and units[k + 1].word.given:
            return False
        fits = any(is_adjective(unit, units[j]) for j in range(i, k))
        return fits and not (k == i + 1 and word.organisation is not None)
    if word.pronoun and not word.given:
        return False
    if word.given and k == i + 1 and units[i].word.core in _NAMED_AFTER:
        return True
    if (word.office is not None and not word.definite) or is_verb(units, k, False):
        return False
    if word.given and not word.common and k > i + 1 and not units[k - 1].word.given:
        return False
    return not word.is_function


def is_adjective(unit: Unit, head: Unit) -> bool:
    """Tells whether a definite word reads as the adjective of a definite noun before it."""
    word = unit.word
    if not word.definite or word.prefix or word.lead:
        return False
    if not _agrees(word, head.word):
        return False
    if word.nationality is not None or word.classes & {"adjective", "ordinal"}:
        return True
    if word.organisation is not None or word.act is not None or word.place is not None:
        return False
    if word.stem.endswith(("ية", "ي")):
        return True
    if word.office is not None:
        return False
    return head.word.feminine and not head.word.definite and word.stem.endswith("ة") and word.stem.startswith("الم")


def _agrees(word: Word, head: Word) -> bool:
    """Tells whether an adjective may go with a definite head: ة needs a feminine, a bare form no ة before it."""
    if not head.definite or head.stem.endswith(("ين", "ون", "ان")):
        return True
    feminine = word.stem.endswith(("ة", "ى", "اء", "ات"))
    if head.stem.endswith("ة"):
        return feminine
    return not feminine or head.stem.endswith(("ات", "اء")) or head.feminine or head.pattern_plural


def _quoted(units: Sequence[Unit], end: int) -> int:
    """Takes in a short name in quotation marks behind the head: شركة «ساند»."""
    if end < len(units) and units[end].text in '«“"”':
        for k in range(end + 1, min(end + 6, len(units))):
            if units[k].text in '»”"“':
                return k + 1
    return end


def _attached(units: Sequence[Unit], i: int, end: int) -> int:
    """Takes in the لـ phrase that belongs to some names: الهيئة العامة للاستثمار, منتخب عمان للشباب, لكرة القدم."""
    if end >= len(units) or end == i + 1 or units[end].date >= 0 or units[i].word.core not in _NAMED_BY_PP:
        return end
    word = units[end].word
    if word.bare.startswith("لكرة") and end + 1 < len(units):
        return end + 2
    before = units[end - 1].word
    named = before.stem.endswith(("ية", "ي", "عامة", "عام", "أعلى", "عليا")) or before.place is not None
    if word.prefix != "ل" or not word.definite or not named or (before.nationality and units[i].word.core == "لجنه"):
        return end
    return end + 1
