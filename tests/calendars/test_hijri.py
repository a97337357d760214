"""Hijri days against hijridate's published Umm al-Qura calendar, the tabular rule, and the seams between them."""

import pytest
from hijridate import Gregorian, Hijri
from hypothesis import given
from hypothesis import strategies as st

from timeline_cli.dates import calendars
from timeline_cli.model import Day

FIRST, LAST = calendars.hijri_year_span(1343, 1500)
SHORT_OR_LONG = {
    (1343, 9): 28,
    (1345, 5): 31,
    (1345, 8): 28,
    (1348, 11): 31,
    (1348, 12): 28,
    (1349, 10): 28,
    (1349, 11): 31,
    (1364, 8): 28,
}


def number(iso: str) -> int:
    return Day.parse(iso).number


def iso(span: tuple[int, int]) -> str:
    return " … ".join(str(Day(n)) for n in span)


def test_umm_al_qura_covers_the_days_of_the_specification():
    assert iso((FIRST, LAST)) == "1924-08-01 … 2077-11-16"


def test_every_day_of_1343_to_1500_equals_hijridate_from_gregorian():
    expected = [Gregorian.fromordinal(n).to_hijri().datetuple() for n in range(FIRST, LAST + 1)]
    assert [calendars.ordinal_to_hijri(n) for n in range(FIRST, LAST + 1)] == expected


def test_every_day_of_1343_to_1500_equals_hijridate_to_gregorian():
    dates = [
        (year, month, day)
        for year in range(1343, 1501)
        for month in range(1, 13)
        for day in range(1, Hijri(year, month, 1).month_length() + 1)
    ]
    assert len(dates) == LAST - FIRST + 1
    assert [calendars.hijri_to_ordinal(*date) for date in dates] == [
        Hijri(*date, validate=False).to_gregorian().toordinal() for date in dates
    ]


def test_month_and_year_spans_are_those_of_hijridate():
    for year in range(1343, 1501):
        first = Hijri(year, 1, 1)
        span = calendars.hijri_year_span(year)
        assert span[0] == first.to_gregorian().toordinal()
        assert span[1] - span[0] + 1 == first.year_length()
        for month in range(1, 13):
            assert calendars.hijri_month_length(year, month) == Hijri(year, month, 1).month_length()


def test_months_of_unusual_length_are_the_eight_that_the_documentation_lists():
    lengths = {(y, m): calendars.hijri_month_length(y, m) for y in range(1343, 1501) for m in range(1, 13)}
    assert {month: length for month, length in lengths.items() if length not in (29, 30)} == SHORT_OR_LONG


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ((1444, 8, 23), "2023-03-15"),
        ((1444, 8, 22), "2023-03-14"),
        ((1409, 7, 25), "1989-03-03"),
        ((61, 1, 10), "0680-10-13"),
        ((2, 9, 17), "0624-03-16"),
        ((1, 1, 1), "0622-07-19"),
        ((1343, 1, 1), "1924-08-01"),
        ((1500, 12, 30), "2077-11-16"),
        ((1501, 1, 1), "2077-11-17"),
        ((0, 12, 29), "0622-07-18"),  # the last day of 1 BH
    ],
)
def test_dates_of_the_specification(date: tuple[int, int, int], day: str):
    assert calendars.hijri_to_ordinal(*date) == number(day)
    assert calendars.ordinal_to_hijri(number(day)) == date


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        (calendars.hijri_year_span(728), "1327-11-25 … 1328-11-12"),
        (calendars.hijri_year_span(1444), "2022-07-30 … 2023-07-18"),
        (calendars.hijri_year_span(1443, 1444), "2021-08-09 … 2023-07-18"),
        (calendars.hijri_year_span(1, 100), "0622-07-19 … 0719-07-27"),
        (calendars.hijri_month_span(1430, 9), "2009-08-22 … 2009-09-19"),
        (calendars.hijri_month_span(1440, 7), "2019-03-08 … 2019-04-05"),
        (calendars.hijri_month_span(1342, 12), "1924-07-04 … 1924-07-31"),
        (calendars.hijri_year_span(1342), "1923-08-14 … 1924-07-31"),
    ],
)
def test_spans_of_the_specification(span: tuple[int, int], expected: str):
    assert iso(span) == expected


def test_the_end_of_1342_is_clamped_to_the_eve_of_umm_al_qura():
    days = [str(Day(calendars.hijri_to_ordinal(1342, 12, day))) for day in (27, 28, 29, 30)]
    assert days == ["1924-07-30", "1924-07-31", "1924-07-31", "1924-08-01"]
    assert calendars.hijri_month_length(1342, 12) == 29


@pytest.mark.parametrize("month", [(1444, 9), (1500, 3), (1343, 9), (728, 2), (-3, 2)])
def test_day_30_of_a_shorter_month_is_the_first_of_the_next(month: tuple[int, int]):
    year, number_in_year = month
    assert calendars.hijri_month_length(*month) < 30
    assert calendars.hijri_to_ordinal(*month, 30) == calendars.hijri_to_ordinal(year, number_in_year + 1, 1)


@pytest.mark.parametrize(
    "date", [(1444, 9, 31), (1444, 9, 0), (1444, 13, 1), (1444, 0, 1), (728, 1, 31), (1345, 5, 32)]
)
def test_days_that_no_hijri_month_has(date: tuple[int, int, int]):
    with pytest.raises(ValueError, match=r"no (day|month)"):
        calendars.hijri_to_ordinal(*date)


def test_tabular_leap_years():
    starts = [calendars.tabular_month_start(year, 1) for year in range(1, 32)]
    lengths = {year: starts[year] - starts[year - 1] for year in range(1, 31)}
    assert [year for year, length in lengths.items() if length == 355] == [2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29]
    assert set(lengths.values()) == {354, 355}


def test_distance_of_the_tabular_from_the_umm_al_qura_months_is_that_of_the_specification():
    distances = [
        calendars.tabular_month_start(y, m) - calendars.hijri_month_span(y, m)[0]
        for y in range(1343, 1501)
        for m in range(1, 13)
    ]
    assert len(distances) == 1896
    assert {days: distances.count(days) for days in set(distances)} == {1: 1099, 0: 684, 2: 92, -1: 21}


@given(st.integers(-2_000_000, 4_000_000))
def test_round_trip(n: int):
    assert calendars.hijri_to_ordinal(*calendars.ordinal_to_hijri(n)) == n


@given(st.integers(-3000, 6000), st.integers(1, 12))
def test_months_join_without_gap_or_overlap(year: int, month: int):
    first, last = calendars.hijri_month_span(year, month)
    following = (year, month + 1) if month < 12 else (year + 1, 1)
    assert calendars.hijri_month_span(*following)[0] == last + 1
    assert calendars.ordinal_to_hijri(first) == (year, month, 1)
    assert calendars.ordinal_to_hijri(last)[:2] == (year, month)
