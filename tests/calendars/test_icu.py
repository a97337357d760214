"""Every day of whole eras against ICU, by way of Node's Intl."""

import json
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pytest

from timeline_cli.dates import calendars

NODE = shutil.which("node")
pytestmark = pytest.mark.skipif(NODE is None, reason="Node is not installed: its Intl is the way to ICU")

Run = tuple[int, int, int, int, int]
UMM_AL_QURA = calendars.hijri_year_span(1343, 1500)
RANGES = {
    "islamic-civil": (calendars.tabular_month_start(1, 1), calendars.tabular_month_start(2001, 1) - 1),
    "coptic": (calendars.year_span("coptic", 1)[0], calendars.year_span("coptic", 2000)[1]),
    "persian": (calendars.year_span("persian", 1178)[0], calendars.year_span("persian", 1501)[1]),
    "islamic-umalqura": UMM_AL_QURA,
}


@pytest.fixture(scope="module")
def icu() -> dict[str, list[Run]]:
    """What ICU calls every day of `RANGES`: runs of (first day number, year, month, day, number of days)."""
    script = Path(__file__).with_name("icu_days.mjs")
    wanted = [f"{name},{first},{last}" for name, (first, last) in RANGES.items()]
    answer = subprocess.run([str(NODE), str(script), *wanted], capture_output=True, text=True, check=True)
    return json.loads(answer.stdout)


def days(runs: list[Run]) -> Iterator[tuple[int, tuple[int, int, int]]]:
    for first, year, month, day, length in runs:
        for step in range(length):
            yield first + step, (year, month, day + step)


def test_the_tabular_calendar_is_islamic_civil_over_2000_years(icu: dict[str, list[Run]]):
    assert sum(run[4] for run in icu["islamic-civil"]) == 708_733
    assert all(calendars.ordinal_to_tabular(n) == date for n, date in days(icu["islamic-civil"]))
    assert all(calendars.tabular_month_start(y, m) + d - 1 == n for n, y, m, d, _ in icu["islamic-civil"])


def test_hijri_outside_umm_al_qura_is_islamic_civil(icu: dict[str, list[Run]]):
    outside = [(n, date) for n, date in days(icu["islamic-civil"]) if not UMM_AL_QURA[0] <= n <= UMM_AL_QURA[1]]
    assert len(outside) == 708_733 - 55_991
    for n, date in outside:
        assert calendars.ordinal_to_hijri(n) == date
        assert calendars.hijri_to_ordinal(*date) == n


def test_coptic_is_icu_coptic_over_2000_years(icu: dict[str, list[Run]]):
    assert sum(run[4] for run in icu["coptic"]) == 730_500
    for n, date in days(icu["coptic"]):
        assert calendars.ordinal_to_coptic(n) == date
    for n, year, month, _, length in icu["coptic"]:
        assert calendars.coptic_month_span(year, month) == (n, n + length - 1)


def test_persian_is_icu_persian_for_1178_to_1501(icu: dict[str, list[Run]]):
    for n, date in days(icu["persian"]):
        assert calendars.ordinal_to_persian(n) == date
    for n, year, month, _, length in icu["persian"]:
        assert calendars.persian_month_span(year, month) == (n, n + length - 1)


def test_umm_al_qura_is_icu_islamic_umalqura_for_1420_to_1450(icu: dict[str, list[Run]]):
    first, last = calendars.hijri_year_span(1420, 1450)
    named = [(n, date) for n, date in days(icu["islamic-umalqura"]) if first <= n <= last]
    assert len(named) == last - first + 1
    for n, date in named:
        assert calendars.ordinal_to_hijri(n) == date
        assert calendars.hijri_to_ordinal(*date) == n


@pytest.mark.skipif(not version("hijridate").startswith("2.6."), reason="the figures are those of hijridate 2.6")
def test_differences_from_icu_islamic_umalqura_are_those_of_the_documentation(icu: dict[str, list[Run]]):
    different = Counter(
        calendars.ordinal_to_hijri(n)[0]
        for n, date in days(icu["islamic-umalqura"])
        if calendars.ordinal_to_hijri(n) != date
    )
    assert set(different) == {year for year in range(1343, 1501) if not 1420 <= year <= 1450}
    early, late = (sum(different[year] for year in years) for years in (range(1343, 1420), range(1451, 1501)))
    shifts = Counter(n - calendars.hijri_month_span(y, m)[0] for n, y, m, d, _ in icu["islamic-umalqura"] if d == 1)
    assert (early, late) == (15_729, 6_329)
    assert shifts == {0: 1156, 1: 700, 2: 17, -1: 23}
