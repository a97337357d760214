from __future__ import annotations

import csv
import string
from importlib.resources import files

import pytest

from timeline_cli.messages import language, say, translated


def rows(name: str) -> list[dict[str, str]]:
    text = files("timeline_cli.messages").joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize("name", ["messages.csv", "errors.csv"])
def test_both_languages_name_the_same_things(name: str) -> None:
    for row in rows(name):
        assert fields(row["ar"]) <= fields(row["en"]), row
        assert None not in row, row
        assert all(row.values()), row


@pytest.mark.parametrize(
    ("asked", "environment", "expected"),
    [
        (None, {}, "en"),
        ("ar", {"LANG": "en_GB.UTF-8"}, "ar"),
        (None, {"LANG": "ar_SY.UTF-8"}, "ar"),
        (None, {"LANG": "arn_CL.UTF-8"}, "en"),
        (None, {"LC_ALL": "C", "LANG": "ar"}, "en"),
        (None, {"TIMELINE_LANG": "ar", "LANG": "en"}, "ar"),
    ],
)
def test_the_language_is_what_is_asked_for_or_the_locale(
    asked: str | None, environment: dict[str, str], expected: str
) -> None:
    assert language(asked, environment) == expected


def test_a_message_has_two_languages() -> None:
    assert say("weekday.2", "ar") == "الثلاثاء"
    assert say("weekday.2") == "Tuesday"


def test_what_the_catalogue_does_not_know_stays_as_it_is() -> None:
    assert translated("something unheard of", "ar") == "something unheard of"
