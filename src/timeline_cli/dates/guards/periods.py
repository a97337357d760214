"""Halves, quarters and decades that are parts of a match, or a contract (§4.3, §10.5)."""

from __future__ import annotations

from timeline_cli.dates.fold import fold
from timeline_cli.dates.guards.around import Around, words

_TEMPORAL = frozenset(["IN", "SINCE", "DURING", "PREFIX", "UNTIL", "AND", "OF", "FROM", "TO", "MOD", "AFTER", "AGO"])
_NEAR = 120  # code points in which the subject shows


def bare_part(around: Around) -> bool:
    """Lets pass النصف الأول, الربع الثالث without a year where they are parts of the year."""
    after = around.after()
    if "OF" in after.classes or after.fold.startswith("النهايي"):
        return False
    near = fold(around.text[max(0, around.item.start - _NEAR) : around.item.end + _NEAR]).split()
    if not words("SPORTCUE").isdisjoint(near):
        return False
    return not words("ECONOMYCUE").isdisjoint(near) or not around.before().classes.isdisjoint(_TEMPORAL)


def decade(around: Around) -> bool:
    """Lets pass هذا العقد where it is a decade and no contract."""
    last = around.tokens.words[around.item.last - 1]
    if "THIS" not in around.first().classes or "DECADEDEF" not in last.classes:
        return True
    if "PREFIX" in around.before().classes:
        return False
    near = fold(around.text[max(0, around.item.start - _NEAR // 2) : around.item.end + _NEAR // 2]).split()
    return words("CONTRACTCUE").isdisjoint(near)
