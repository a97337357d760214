"""Writes lexicon/events/territories.csv and exemplar_cities.csv from CLDR, through Babel.

Run with a Babel installed (a development dependency): `python scripts/make_places.py`. The version of Babel and of the
CLDR data behind it stands in the `source` column. Variants of the press and ambiguous names are kept by hand in
lexicon/events/places.csv, which wins over both.
"""

from __future__ import annotations

import csv
from pathlib import Path

import babel
from babel import Locale

from timeline_cli.text.letters import fold

LEXICON = Path(__file__).parents[1] / "src" / "timeline_cli" / "lexicon" / "events"
CLDR = {"2.18": "CLDR 47", "2.17": "CLDR 46", "2.16": "CLDR 45"}
NO_TERRITORY = {"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"}
ENGLISH_WORDS_LEFT_OUT = {
    "كناري",
    "ترك",
    "سمراء",
    "نوم",
    "أورال",
    "سنتر",
    "استر",
    "برثا",
    "واك",
    "ثيل",
    "بلم",
    "كريسماس",
    "ماهي",
}


def source() -> str:
    """Names Babel's version and the CLDR release it carries."""
    release = CLDR.get(".".join(babel.__version__.split(".")[:2]), "CLDR")
    return f"{release} by Babel {babel.__version__}"


def write(name: str, rows: list[tuple[str, str, str]]) -> None:
    """Writes one list: form, folded form, kind, ISO code or nothing, source."""
    with (LEXICON / f"{name}.csv").open("w", encoding="utf-8", newline="") as target:
        writer = csv.writer(target, lineterminator="\n")
        writer.writerow(("form", "fold", "kind", "iso", "source"))
        writer.writerows((form, fold(form), kind, iso, source()) for form, kind, iso in rows)


def territories(locale: Locale) -> list[tuple[str, str, str]]:
    """Returns the two-letter territories with a plain name."""
    found = []
    for code, name in sorted(locale.territories.items()):
        if len(code) == 2 and code.isalpha() and code not in NO_TERRITORY:
            found.append((name.split("(")[0].strip().replace(" - ", " "), "country", code))
    return found


def cities(locale: Locale) -> list[tuple[str, str, str]]:
    """Returns the exemplar cities of CLDR's time zones that are no territory's name."""
    states = {name for name, _, _ in territories(locale)}
    names = {zone["city"] for zone in locale.time_zones.values() if "city" in zone}
    kept = {name for name in names if name.replace(" ", "").isalpha() or "ّ" in name or "ُ" in name}
    return [(name, "city", "") for name in sorted(kept - states - ENGLISH_WORDS_LEFT_OUT) if "غير معروفة" not in name]


def main() -> None:
    """Writes both lists."""
    locale = Locale.parse("ar")
    write("territories", territories(locale))
    write("exemplar_cities", cities(locale))


if __name__ == "__main__":
    main()
