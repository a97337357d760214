"""The word lists hold together."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from timeline_cli.dates.confidence import factors
from timeline_cli.dates.fold import fold
from timeline_cli.dates.patterns import grammar
from timeline_cli.dates.surfaces import lexicon
from timeline_cli.dates.words import STRONG
from timeline_cli.errors import TimelineError
from timeline_cli.lexicon import rows

FOLDED = [
    path.name.removesuffix(".csv")
    for path in files("timeline_cli.lexicon").iterdir()
    if path.name.endswith(".csv") and "fold" in path.read_text(encoding="utf-8").splitlines()[0].split(",")
]


@pytest.mark.parametrize("name", sorted(FOLDED))
def test_fold_column_is_the_folded_form(name: str) -> None:
    for row in rows(name):
        form = row.get("form") or row.get("trigger") or ""
        assert row["fold"] in (fold(form), fold(form).lower()), f"{name}: {form}"


def test_months_ten_to_one_are_not_swapped() -> None:
    months = {row["form"]: row["month"] for row in rows("months") if row["system"] == "levantine"}
    assert months["تشرين الأول"] == "10"
    assert months["تشرين الثاني"] == "11"
    assert months["كانون الأول"] == "12"
    assert months["كانون الثاني"] == "1"


def test_every_class_of_grammar_words_is_used() -> None:
    used = {cls for level in grammar().levels for p in level.patterns for cls in re.findall(r"[A-Z][A-Z0-9_]+", p.form)}
    sources = "".join(
        path.read_text(encoding="utf-8")
        for path in files("timeline_cli.dates").rglob("*.py")  # type: ignore[attr-defined]
    )
    for row in rows("grammar"):
        assert row["class"] in used or f'"{row["class"]}"' in sources, row["class"]


def test_classes_have_letters() -> None:
    words = lexicon()
    for cls in STRONG:
        assert words.letters_with(cls), cls


def test_confidence_factors_lower() -> None:
    assert all(0 < factor < 1 for factor in factors().values())


def test_a_missing_list_is_named() -> None:
    with pytest.raises(TimelineError, match="no word list 'nothing'"):
        rows("nothing")
