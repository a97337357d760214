"""The steps that led from the words to the days, for `timeline parse --explain`."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any

from timeline_cli.dates.confidence import factors
from timeline_cli.dates.match import Pattern
from timeline_cli.dates.patterns import grammar
from timeline_cli.model import TimeExpression

_HOW = {
    "explicit": "the words name the days themselves",
    "dct": "counted from the document's date",
    "narrative": "the year is that of the story",
    "tense": "the tense of the clause chose the side of the document's date",
    "weekday": "the weekday chose among the possible days",
    "anaphora": "counted from the date that the story last named",
    "pair": "taken from the date beside it in the other calendar",
    "holiday": "the rule of the feast, in the year that stands beside it",
    "none": "the words have no place on the calendar",
}


def pattern_named(name: str) -> Pattern | None:
    """Returns the first pattern of a name, None where there is none (members of lists have none of their own)."""
    return next((p for level in grammar().levels for p in level.patterns if p.name == name), None)


def explain(expression: TimeExpression) -> list[str]:
    """Returns the steps from words to days, one line each."""
    found = pattern_named(expression.pattern)
    lines = [f"words: {expression.text}"]
    lines.append(f"pattern: {expression.pattern}" + (f" = {found.form}" if found is not None else ""))
    lines += _meaning("says", expression.meaning, 0)
    lines.append(f"how: {expression.how}: {_HOW.get(expression.how, expression.how)}")
    if expression.begin is not None:
        lines.append(f"days: {expression.begin} … {expression.last}")
    lines.append(
        f"value: {expression.type} {expression.value}" + (f", EDTF {expression.edtf}" if expression.edtf else "")
    )
    table = factors()
    lowered = [f"how:{expression.how}"] if f"how:{expression.how}" in table else []
    for flag in expression.flags:
        lines.append(f"flag: {flag}")
        if f"flag:{flag.code}" in table:
            lowered.append(f"flag:{flag.code}")
    reasons = " × ".join(f"{table[code]} ({code})" for code in dict.fromkeys(lowered))
    lines.append(f"confidence: {expression.confidence}" + (f" = {reasons}" if reasons else ""))
    return lines


def _meaning(label: str, meaning: Any, depth: int) -> list[str]:
    indent = "  " * depth
    if not is_dataclass(meaning):
        return [f"{indent}{label}: {meaning}"]
    plain: list[str] = []
    nested: list[tuple[str, Any]] = []
    for field in fields(meaning):
        value = getattr(meaning, field.name)
        if value == field.default or value is None or field.name in ("safe", "needs_context") or value == ():
            continue
        if is_dataclass(value):
            nested.append((field.name, value))
        else:
            plain.append(f"{field.name}={value}")
    lines = [f"{indent}{label}: {type(meaning).__name__}({', '.join(plain)})"]
    for name, value in nested:
        lines += _meaning(name, value, depth + 1)
    return lines
