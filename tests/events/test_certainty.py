"""What makes it less sure that an act happened on a day, and what is left out for it."""

from __future__ import annotations

import pytest

from timeline_cli import extract
from timeline_cli.lexicon import rows

PADDING = " ، ".join(["عند مدخل القرية القديمة قرب الطاحونة الحجرية والجسر الخشبي"] * 3)


def test_a_plain_statement_is_sure() -> None:
    (event,) = extract("وصل الوفد إلى حلب في 12 مايو 2011.")
    assert event.confidence == 1.0


@pytest.mark.parametrize(
    ("text", "factors"),
    [
        ("وصل الوفد، برفقة سفير البلاد، إلى مدينة حلب في 12 مايو 2011.", ["comma-between"]),
        ("في 12 مايو 2011 وصل الوفد إلى حلب.", ["date-first"]),
        ("افتتح المعرض أبوابه للزوار وغادر الوزير المدينة في 12 مايو 2011.", ["later-clause"]),
    ],
)
def test_each_doubt_is_a_factor(text: str, factors: list[str]) -> None:
    table = {row["code"]: float(row["factor"]) for row in rows("confidence")}
    (event,) = extract(text)
    expected = 1.0
    for factor in factors:
        expected *= table[f"title:{factor}"]
    assert event.confidence == pytest.approx(expected)


def test_an_unsure_act_of_a_long_sentence_is_only_shown_on_request() -> None:
    text = f"زار التجار السوق {PADDING} ، في 12 مايو 2011."
    assert len(extract(text)) == 0
    (event,) = extract(text, all_dates=True)
    assert event.descriptive
    assert any(flag.code == "unsure-act" for flag in event.flags)
    assert event.confidence < 0.45
