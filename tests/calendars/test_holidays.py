"""Feasts: the table of docs/temporal-expressions.md §8, known Easters, every rule of holidays.csv, occurrences."""

import csv
from datetime import date
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_cli.dates import calendars, holidays
from timeline_cli.model import Day, ordinal_of

RULES = {
    "رمضان": ("hijri", "09", 30),
    "عيد الفطر": ("hijri", "10-01", 1),
    "عيد الأضحى": ("hijri", "12-10", 1),
    "رأس السنة الهجرية": ("hijri", "01-01", 1),
    "عاشوراء": ("hijri", "01-10", 1),
    "المولد": ("hijri", "03-12", 1),
    "Easter W": ("easter", "easter+0", 1),
    "Easter E": ("easter-eastern", "easter+0", 1),
    "شم النسيم": ("easter-eastern", "easter+1", 1),
}
TABLE = {
    2022: "2022-04-02 … 2022-05-01|05-02|07-09|07-30|08-08|10-08|04-17|04-24|04-25",
    2023: "2023-03-23 … 2023-04-20|04-21|06-28|07-19|07-28|09-27|04-09|04-16|04-17",
    2024: "2024-03-11 … 2024-04-09|04-10|06-16|07-07|07-16|09-15|03-31|05-05|05-06",
    2025: "2025-03-01 … 2025-03-29|03-30|06-06|06-26|07-05|09-04|04-20|04-20|04-21",
}


def lexicon_rules() -> list[tuple[str, str, int]]:
    text = files("timeline_cli.lexicon").joinpath("holidays.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return sorted({(row["calendar"], row["rule"], int(row["days"])) for row in rows})


def shown(span: tuple[int, int] | None) -> str:
    if span is None:
        return "none"
    first, last = (str(Day(n)) for n in span)
    return first if first == last else f"{first} … {last}"


@pytest.mark.parametrize("year", TABLE)
def test_the_table_of_the_specification(year: int):
    ramadan, *feasts = TABLE[year].split("|")
    found = [shown(holidays.in_gregorian_year(*rule, year)) for rule in RULES.values()]
    assert found == [ramadan, *(f"{year}-{feast}" for feast in feasts)]


@pytest.mark.parametrize("rule", lexicon_rules(), ids=str)
def test_every_rule_of_the_lexicon_has_days_in_every_gregorian_year(rule: tuple[str, str, int]):
    for year in range(1900, 2101):
        span = holidays.in_gregorian_year(*rule, year)
        if rule[1] == "2-09-17":
            assert span is None
        else:
            assert span is not None
            first, last = span
            assert ordinal_of(year, 1, 1) <= first <= min(last, ordinal_of(year, 12, 31))


@pytest.mark.parametrize(
    ("rule", "year", "expected"),
    [
        (("hijri", "01-01", 1), 1445, "2023-07-19"),
        (("hijri", "12-11/12-13", 3), 1444, "2023-06-29 … 2023-07-01"),
        (("hijri", "09-21/09-end", 10), 1444, "2023-04-12 … 2023-04-20"),
        (("hijri", "10-01", 3), 1444, "2023-04-21 … 2023-04-23"),
        (("hijri", "12-10", 4), 1444, "2023-06-28 … 2023-07-01"),
        (("hijri", "2-09-17", 1), 1444, "0624-03-16"),
        (("gregorian", "11-Thu-4", 1), 2023, "2023-11-23"),
        (("gregorian", "11-Thu-4+1", 1), 2023, "2023-11-24"),
        (("gregorian", "11-Thu-4", 1), 2001, "2001-11-22"),
        (("gregorian", "12-31", 2), 2023, "2023-12-31 … 2024-01-01"),
        (("easter", "easter-46", 1), 2023, "2023-02-22"),
        (("easter", "easter+39", 1), 2023, "2023-05-18"),
        (("easter", "easter+49", 1), 2023, "2023-05-28"),
        (("hebrew", "7-10", 1), 5734, "1973-10-06"),
        (("hebrew", "1-15", 7), 5783, "2023-04-06 … 2023-04-12"),
        (("hebrew", "9-25", 8), 5784, "2023-12-08 … 2023-12-15"),
        (("coptic", "1-1", 1), 1740, "2023-09-12"),
        (("coptic", "5-11", 1), 1739, "2023-01-19"),
    ],
)
def test_days_of_a_year_of_the_rules_own_calendar(rule: tuple[str, str, int], year: int, expected: str):
    assert shown(holidays.holiday_days(*rule, year)) == expected


@pytest.mark.parametrize(
    ("year", "western", "eastern"),
    [
        (1818, "1818-03-22", "1818-04-26"),
        (1943, "1943-04-25", "1943-04-25"),
        (2000, "2000-04-23", "2000-04-30"),
        (2008, "2008-03-23", "2008-04-27"),
        (2010, "2010-04-04", "2010-04-04"),
        (2011, "2011-04-24", "2011-04-24"),
        (2013, "2013-03-31", "2013-05-05"),
        (2016, "2016-03-27", "2016-05-01"),
        (2017, "2017-04-16", "2017-04-16"),
        (2019, "2019-04-21", "2019-04-28"),
        (2020, "2020-04-12", "2020-04-19"),
        (2021, "2021-04-04", "2021-05-02"),
        (2026, "2026-04-05", "2026-04-12"),
        (2038, "2038-04-25", "2038-04-25"),
    ],
)
def test_known_easters(year: int, western: str, eastern: str):
    assert str(Day(calendars.western_easter(year))) == western
    assert str(Day(calendars.eastern_easter(year))) == eastern


def test_easter_before_the_reform_is_the_julian_one():
    assert calendars.ordinal_to_julian(calendars.western_easter(1204)) == (1204, 4, 25)
    assert calendars.western_easter(1582) == calendars.eastern_easter(1582)


@pytest.mark.parametrize("year", [325, 4100])
def test_easter_outside_its_rule(year: int):
    with pytest.raises(ValueError, match="326–4099"):
        calendars.western_easter(year)


NEAR = date(2023, 4, 1).toordinal()


@pytest.mark.parametrize(
    ("rule", "near", "past", "future", "before", "after", "nearest"),
    [
        (("gregorian", "12-25", 1), "2023-03-15", "2022-12-25", "2023-12-25", "2022-12-25", "2023-12-25", "2022-12-25"),
        (("gregorian", "03-08", 1), "2023-03-08", "2023-03-08", "2023-03-08", "2022-03-08", "2024-03-08", "2023-03-08"),
        (("hijri", "10-01", 1), "2023-03-15", "2022-05-02", "2023-04-21", "2022-05-02", "2023-04-21", "2023-04-21"),
        (("easter", "easter+0", 1), "2023-04-09", "2023-04-09", "2023-04-09", "2022-04-17", "2024-03-31", "2023-04-09"),
        (("hebrew", "7-10", 1), "2023-03-15", "2022-10-05", "2023-09-25", "2022-10-05", "2023-09-25", "2022-10-05"),
        (("hijri", "2-09-17", 1), "2023-03-15", "0624-03-16", "none", "0624-03-16", "none", "0624-03-16"),
        (
            ("hijri", "09", 30),
            "2023-04-01",
            "2023-03-23 … 2023-04-20",
            "2023-03-23 … 2023-04-20",
            "2022-04-02 … 2022-05-01",
            "2024-03-11 … 2024-04-09",
            "2023-03-23 … 2023-04-20",
        ),
        (
            ("gregorian", "12-31", 2),
            "2023-01-01",
            "2022-12-31 … 2023-01-01",
            "2022-12-31 … 2023-01-01",
            "2021-12-31 … 2022-01-01",
            "2023-12-31 … 2024-01-01",
            "2022-12-31 … 2023-01-01",
        ),
    ],
)
def test_occurrences(
    rule: tuple[str, str, int], near: str, past: str, future: str, before: str, after: str, nearest: str
):
    expected = {"past": past, "future": future, "before": before, "after": after, "nearest": nearest}
    found = {way: shown(holidays.occurrence(*rule, Day.parse(near).number, way)) for way in expected}
    assert found == expected


def test_a_hijri_feast_that_falls_twice_into_a_year_is_the_first():
    assert shown(holidays.in_gregorian_year("hijri", "10-01", 1, 2000)) == "2000-01-08"
    assert shown(holidays.holiday_days("hijri", "10-01", 1, 1421)) == "2000-12-27"


@given(
    st.sampled_from([rule for rule in lexicon_rules() if rule[1] != "2-09-17"]),
    st.integers(ordinal_of(1600, 1, 1), ordinal_of(2400, 1, 1)),
)
def test_occurrences_lie_where_they_are_said_to(rule: tuple[str, str, int], near: int):
    past, future, before, after, nearest = (
        holidays.occurrence(*rule, near, way) for way in ("past", "future", "before", "after", "nearest")
    )
    assert past is not None
    assert future is not None
    assert before is not None
    assert after is not None
    assert past[0] <= near <= future[1]
    assert before[1] < near < after[0]
    assert nearest in (past, future)
    assert after[0] - before[0] < 800


@pytest.mark.parametrize(
    ("calendar", "rule"),
    [
        ("gregorian", "easter+0"),
        ("easter", "12-25"),
        ("hijri", "11-Thu-4"),
        ("gregorian", "11-Thu-5"),
        ("gregorian", "Christmas"),
        ("gregorian", ""),
    ],
)
def test_rules_outside_the_grammar(calendar: str, rule: str):
    with pytest.raises(ValueError, match="not a rule"):
        holidays.occurrence(calendar, rule, 1, NEAR, "past")


def test_a_year_without_the_day_has_none_of_it():
    with pytest.raises(ValueError, match="no such day"):
        holidays.holiday_days("gregorian", "02-29", 1, 2023)
    assert holidays.in_gregorian_year("gregorian", "02-29", 1, 2023) is None
    assert shown(holidays.occurrence("gregorian", "02-29", 1, NEAR, "future")) == "2024-02-29"
