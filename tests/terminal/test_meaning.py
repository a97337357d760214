from __future__ import annotations

from timeline_cli.model import Day, Flag, TimeExpression
from timeline_cli.terminal.chronology import Page
from timeline_cli.terminal.meaning import lines_of_meaning

LOGICAL = Page(width=None, treatment="off", brackets=True)


def text_of(phrase: str, expression: TimeExpression, steps: list[str] | None = None) -> list[str]:
    return ["".join(span.text for span in line) for line in lines_of_meaning(phrase, expression, steps, LOGICAL)]


def test_what_an_expression_means() -> None:
    month = TimeExpression(
        3,
        23,
        "يوليو/ تموز عام 1944",
        "DATE",
        "1944-07",
        Day.of(1944, 7, 1),
        Day.of(1944, 7, 31),
        relation="since",
        precision="month",
        edtf="1944-07",
        confidence=0.95,
    )
    assert text_of("من يوليو/ تموز عام 1944", month, ["words: من", "pattern: month-year"]) == [
        " من ⟦يوليو/ تموز عام 1944⟧",
        "   days        1944-07-01 → 1944-07-31 (31 days)",
        "   type        DATE",
        "   value       1944-07",
        "   edtf        1944-07",
        "   precision   month",
        "   calendar    gregorian",
        "   relation    since",
        "   how         explicit",
        "   confidence  0.95",
        "   step 1      words: من",
        "   step 2      pattern: month-year",
    ]


def test_an_impossible_date_has_no_days() -> None:
    phrase = "31 فبراير 2020"
    impossible = TimeExpression(
        0, len(phrase), phrase, "DATE", "2020-02-31", flags=(Flag("impossible-date", "February has 29 days"),)
    )
    lines = text_of(phrase, impossible)
    assert lines[0] == " 31 فبراير 2020"
    assert "   days        none" in lines
    assert "   flag        impossible-date: February has 29 days" in lines
