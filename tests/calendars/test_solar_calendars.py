"""Julian, Coptic, Rumi, solar Hijri and Hebrew days: published dates, convertdate as oracle, round trips."""

import warnings

import pytest
from convertdate import coptic, hebrew, julian, persian
from hypothesis import given
from hypothesis import strategies as st

from timeline_cli.dates import calendars
from timeline_cli.model import Day, ordinal_of

JULIAN_DAY = 1_721_424.5  # Julian day of the midnight that begins day number 0
WRONG_IN_CONVERTDATE = {1243, 1255, 1259, 1267, 1271, 1276}


@pytest.mark.parametrize(
    ("calendar", "date", "day"),
    [
        ("gregorian", (2023, 3, 15), "2023-03-15"),
        ("gregorian", (-43, 3, 15), "-0043-03-15"),
        ("hijri", (1444, 8, 23), "2023-03-15"),
        ("julian", (622, 7, 16), "0622-07-19"),
        ("julian", (680, 10, 10), "0680-10-13"),
        ("julian", (1582, 10, 5), "1582-10-15"),
        ("julian", (1917, 10, 25), "1917-11-07"),
        ("julian", (-43, 3, 15), "-0043-03-13"),
        ("julian", (1900, 2, 29), "1900-03-13"),
        ("coptic", (1739, 1, 1), "2022-09-11"),
        ("coptic", (1739, 5, 11), "2023-01-19"),
        ("coptic", (1727, 7, 1), "2011-03-10"),
        ("coptic", (1731, 12, 19), "2015-08-25"),
        ("coptic", (1739, 13, 6), "2023-09-11"),
        ("coptic", (1740, 1, 1), "2023-09-12"),
        ("coptic", (1, 1, 1), "0284-08-29"),
        ("rumi", (1325, 1, 31), "1909-04-13"),
        ("rumi", (1256, 1, 1), "1840-03-13"),
        ("rumi", (1324, 5, 10), "1908-07-23"),  # the constitution restored, 10 Temmuz 1324
        ("rumi", (1332, 12, 15), "1917-02-28"),
        ("rumi", (1333, 1, 1), "1917-03-01"),
        ("rumi", (1333, 10, 31), "1917-12-31"),
        ("rumi", (1334, 11, 1), "1918-01-01"),
        ("rumi", (1334, 8, 30), "1918-10-30"),  # the armistice of Mudros
        ("rumi", (1341, 10, 31), "1925-12-31"),
        ("persian", (1357, 11, 22), "1979-02-11"),
        ("persian", (1402, 1, 1), "2023-03-21"),
        ("persian", (1403, 1, 1), "2024-03-20"),
        ("persian", (1403, 12, 30), "2025-03-20"),
        ("persian", (1404, 1, 1), "2025-03-21"),
        ("hebrew", (5708, 2, 5), "1948-05-14"),
        ("hebrew", (5734, 7, 10), "1973-10-06"),
        ("hebrew", (5784, 7, 1), "2023-09-16"),
        ("hebrew", (5784, 13, 14), "2024-03-24"),
        ("hebrew", (5783, 12, 14), "2023-03-07"),
    ],
)
def test_published_dates(calendar: str, date: tuple[int, int, int], day: str):
    assert str(Day(calendars.to_ordinal(calendar, *date))) == day
    assert calendars.from_ordinal(calendar, Day.parse(day).number) == date


@pytest.mark.parametrize(
    ("calendar", "year", "first", "last"),
    [
        ("gregorian", 2023, "2023-01-01", "2023-12-31"),
        ("julian", 1917, "1917-01-14", "1918-01-13"),
        ("coptic", 1739, "2022-09-11", "2023-09-11"),
        ("coptic", 1740, "2023-09-12", "2024-09-10"),
        ("rumi", 1325, "1909-03-14", "1910-03-13"),
        ("rumi", 1332, "1916-03-14", "1917-02-28"),
        ("rumi", 1333, "1917-03-01", "1917-12-31"),
        ("rumi", 1334, "1918-01-01", "1918-12-31"),
        ("persian", 1402, "2023-03-21", "2024-03-19"),
        ("hebrew", 5784, "2023-09-16", "2024-10-02"),
        ("hijri", 1444, "2022-07-30", "2023-07-18"),
    ],
)
def test_year_spans(calendar: str, year: int, first: str, last: str):
    assert calendars.year_span(calendar, year) == (Day.parse(first).number, Day.parse(last).number)


@pytest.mark.parametrize(
    ("calendar", "date"),
    [
        ("gregorian", (2023, 2, 29)),
        ("gregorian", (2023, 13, 1)),
        ("julian", (2023, 2, 29)),
        ("julian", (1900, 0, 1)),
        ("coptic", (1740, 13, 6)),
        ("coptic", (1740, 14, 1)),
        ("rumi", (1255, 12, 1)),
        ("rumi", (1342, 1, 1)),
        ("rumi", (1332, 12, 16)),
        ("rumi", (1333, 11, 1)),
        ("rumi", (1325, 2, 31)),
        ("persian", (1402, 12, 30)),
        ("persian", (1402, 7, 31)),
        ("hebrew", (5783, 13, 1)),
        ("hebrew", (5784, 14, 1)),
        ("hebrew", (5784, 7, 31)),
        ("mayan", (1, 1, 1)),
    ],
)
def test_days_that_do_not_exist(calendar: str, date: tuple[int, int, int]):
    with pytest.raises(ValueError, match=r"no |years"):
        calendars.to_ordinal(calendar, *date)


@pytest.mark.parametrize("day", ["1840-03-12", "1926-01-01"])
def test_days_outside_the_rumi_calendar(day: str):
    with pytest.raises(ValueError, match="1256–1341"):
        calendars.from_ordinal("rumi", Day.parse(day).number)


def test_rumi_covers_every_day_of_its_validity_once():
    first, last = calendars.year_span("rumi", 1256)[0], calendars.year_span("rumi", 1341)[1]
    dates = [calendars.from_ordinal("rumi", n) for n in range(first, last + 1)]
    assert [calendars.to_ordinal("rumi", *date) for date in dates] == list(range(first, last + 1))


def test_julian_equals_convertdate():
    for n in range(ordinal_of(-1000, 1, 1), ordinal_of(3000, 1, 1), 11):
        assert calendars.ordinal_to_julian(n) == julian.from_jd(n + JULIAN_DAY)
        assert calendars.julian_to_ordinal(*julian.from_jd(n + JULIAN_DAY)) == n


def test_coptic_equals_convertdate():
    for n in range(calendars.year_span("coptic", 1)[0], calendars.year_span("coptic", 2501)[0], 11):
        assert calendars.ordinal_to_coptic(n) == coptic.from_jd(n + JULIAN_DAY)
        assert calendars.to_ordinal("coptic", *coptic.from_jd(n + JULIAN_DAY)) == n


def test_hebrew_equals_convertdate_for_5500_to_6000():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        for n in range(calendars.year_span("hebrew", 5500)[0], calendars.year_span("hebrew", 6000)[1], 17):
            assert calendars.ordinal_to_hebrew(n) == hebrew.from_jd(n + JULIAN_DAY)
        for year in range(5500, 6001):
            for month in range(1, hebrew.year_months(year) + 1):
                first, last = calendars.hebrew_month_span(year, month)
                assert first == hebrew.to_jd(year, month, 1) - JULIAN_DAY
                assert last - first + 1 == hebrew.month_length(year, month)


def test_persian_new_years_equal_convertdate_for_1200_to_1500_but_for_six_that_it_misplaces():
    different = {
        year
        for year in range(1200, 1501)
        if persian.equinox_jd(year + 621) + 0.5 - JULIAN_DAY != calendars.year_span("persian", year)[0]
    }
    assert different == WRONG_IN_CONVERTDATE


def test_persian_days_equal_convertdate():
    for n in range(calendars.year_span("persian", 1304)[0], calendars.year_span("persian", 1501)[0], 1777):
        assert calendars.ordinal_to_persian(n) == persian.from_jd(n + JULIAN_DAY)


@given(st.sampled_from([name for name in calendars.CALENDARS if name != "rumi"]), st.integers(-1_000_000, 3_000_000))
def test_round_trip(calendar: str, n: int):
    year, month, day = calendars.from_ordinal(calendar, n)
    assert calendars.to_ordinal(calendar, year, month, day) == n
    first, last = calendars.month_span(calendar, year, month)
    assert first <= n <= last
    first, last = calendars.year_span(calendar, year)
    assert first <= n <= last


@given(st.sampled_from([name for name in calendars.CALENDARS if name != "rumi"]), st.integers(-2000, 8000))
def test_years_join_without_gap_or_overlap(calendar: str, year: int):
    assert calendars.year_span(calendar, year)[1] + 1 == calendars.year_span(calendar, year + 1)[0]
