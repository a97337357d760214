"""Writes lexicon/month_names.csv, the month names that dates are shown with, from CLDR through Babel.

Run with a Babel installed (a development dependency): `python scripts/make_month_names.py`. The versions of CLDR
and Babel stand in the `source` column. The names by which dates are *read* are in lexicon/months.csv, kept by hand.
"""

from __future__ import annotations

import csv
from pathlib import Path

import babel
from babel import Locale
from babel.core import get_cldr_version

TARGET = Path(__file__).parents[1] / "src" / "timeline_cli" / "lexicon" / "month_names.csv"
LOCALES = {"levant": "ar_SY", "egypt": "ar_EG", "maghreb": "ar_TN", "english": "en"}


def main() -> None:
    """Writes one row a month: its number, its name by region, the source."""
    names = {region: Locale.parse(code).months["format"]["wide"] for region, code in LOCALES.items()}
    source = f"CLDR {get_cldr_version()} by Babel {babel.__version__}"
    with TARGET.open("w", encoding="utf-8", newline="") as target:
        writer = csv.writer(target, lineterminator="\n")
        writer.writerow(("month", *LOCALES, "source"))
        writer.writerows((month, *(names[region][month] for region in LOCALES), source) for month in range(1, 13))


if __name__ == "__main__":
    main()
