"""A title that would end on an act with a pronoun whose own phrase or day is left out (docs/events.md §3.1, T11)."""

from __future__ import annotations

from dataclasses import replace

from timeline_cli.events.reading import Reading
from timeline_cli.events.wording.composing import Title
from timeline_cli.events.wording.trim import FEWEST_WORDS

_BEFORE = frozenset({"بعد", "قبل", "عقب", "إثر", "منذ", "فضلا", "فضلاً", "خلال"})
_LEADING = frozenset({"من", "حتى"})
_REACH = 5


def without_open_act(reading: Reading, date: int, made: Title) -> Title:
    """Leaves out the phrase at the end of a title whose act stands before its own day or phrase in the text (زاد الدخل
    │ بعد استقراره في يونيو, فاز الأمل │ بعد أربعة أيام على فوزه بالكأس); `date`: the unit of the title's date."""
    units = reading.units
    last = made.order[-1] if made.order else -1
    if last < 0 or last + 1 >= len(units) or not made.text.endswith(units[last].text):
        return made
    word, after = units[last].word, units[last + 1]
    if word.act is None or not word.act.pronoun or after.is_mark or last + 1 == date or after.word.lead:
        return made
    own = after.date >= 0 or after.word.preposition or bool(after.word.prefix) or after.word.definite
    start = next((n for n, k in enumerate(made.order) if n >= len(made.order) - _REACH and _opens(reading, k)), -1)
    if start > 0 and units[made.order[start - 1]].word.stem in _LEADING:
        start -= 1  # من │ خلال توقيعه, حتى │ بعد تحالفها
    words = made.text.split()
    left = len(words) - (len(made.order) - start)
    if not own or start < 0 or left < FEWEST_WORDS or words[left] != units[made.order[start]].text:
        return made
    return replace(made, text=" ".join(words[:left]), order=made.order[:start])


def _opens(reading: Reading, k: int) -> bool:
    return reading.units[k].word.stem in _BEFORE and reading.units[k].date < 0
