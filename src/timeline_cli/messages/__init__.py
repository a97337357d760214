"""What the tool says, in English and Arabic (messages.csv), and which of the two a person wants."""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

LANGUAGES = ("en", "ar")

_FIELD = re.compile(r"\\\{\w+\\\}")


def language(asked: str | None = None, environment: Mapping[str, str] = os.environ) -> str:
    """Returns `en` or `ar`: what was asked for, else `TIMELINE_LANG`, else the locale's language, else English."""
    for wish in (asked, environment.get("TIMELINE_LANG")):
        if wish in LANGUAGES:
            return str(wish)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(name, "")
        if value:
            return "ar" if re.match(r"ar(?![a-z])", value) else "en"
    return "en"


def say(key: str, lang: str = "en", **values: object) -> str:
    """Returns a message in a language, its fields filled; raises KeyError for an unknown key."""
    return _catalogue()[key][LANGUAGES.index(lang)].format(**values)


def translated(message: str, lang: str) -> str:
    """Returns an English message of an error in a language; as it is where the catalogue does not know it."""
    if lang == "en":
        return message
    for pattern, template in _errors():
        match = pattern.fullmatch(message)
        if match is not None:
            return template.format(*match.groups())
    return message


@cache
def _catalogue() -> dict[str, tuple[str, str]]:
    return {row["key"]: (row["en"], row["ar"]) for row in _rows("messages.csv")}


@cache
def _errors() -> list[tuple[re.Pattern[str], str]]:
    """Returns patterns of English messages with their Arabic; `{0}` of both is the same part."""
    return [(re.compile(_FIELD.sub("(.+?)", re.escape(row["en"]))), row["ar"]) for row in _rows("errors.csv")]


def _rows(name: str) -> list[dict[str, str]]:
    text = files(__name__).joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
