"""How sure a date is: one factor for each thing that was not said (docs/confidence.md, `lexicon/confidence.csv`)."""

from __future__ import annotations

from functools import cache

from timeline_cli.lexicon import rows
from timeline_cli.model import Flag


@cache
def factors() -> dict[str, float]:
    """Returns the factor of every `how:…` and `flag:…` that lowers confidence."""
    return {row["code"]: float(row["factor"]) for row in rows("confidence")}


@cache
def confidence(how: str, codes: tuple[str, ...]) -> float:
    """Returns the product of the factors of a rule and of flag codes, rounded to two places; 1.0 for neither."""
    table = factors()
    value = table.get(f"how:{how}", 1.0)
    for code in dict.fromkeys(codes):
        value *= table.get(f"flag:{code}", 1.0)
    return round(value, 2)


def of_flags(how: str, flags: tuple[Flag, ...]) -> float:
    """Returns the confidence of an expression by its rule and flags."""
    return confidence(how, tuple([flag.code for flag in flags]) if flags else ())
