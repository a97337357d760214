"""Since when something is the highest, the lowest, the first: what a superlative needs (docs/events.md §3.1)."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline_cli.events.doers.phrases import is_nominal
from timeline_cli.events.reading import Reading
from timeline_cli.events.wording.composing import Title
from timeline_cli.events.wording.trim import FEWEST_WORDS, MOST_WORDS
from timeline_cli.lexicon.index import cues
from timeline_cli.text.tokens import Unit

_FIRST = cues("first-of")
_BRACKETED = re.compile(r"\s*\([^)]*\)")
_REACH = 7


def with_since(reading: Reading, date: int, made: Title) -> Title:
    """Says since when what a title ends on is the most, the least or the first (سجلت الأسعار أقل مستوى │ منذ 2009);
    where that has no room, the phrase goes, and the title is empty where it would say too little without it."""
    made = _up_to_since(reading, date, made)
    last = made.order[-1] if made.order else -1
    if last < 0 or not made.text.endswith(reading.units[last].text):
        return made
    start = next((k for k in reversed(made.order[-_REACH:]) if _is_most(reading.units[k])), -1)
    since = _since(reading, start, last, date) if start >= 0 else -1
    if since < 0:
        return made
    told = [_text(reading, k) for k in range(last + 1, since + 1) if k != date]
    text = " ".join((made.text, *told))
    if len(text.split()) <= MOST_WORDS:
        return replace(made, text=text)
    return _without(reading, made, start)


def _up_to_since(reading: Reading, date: int, made: Title) -> Title:
    """Ends a title before the منذ of its superlative that stood among its words (أدنى متوسط │ منذ 2009 │ بسبب التراجع),
    so that it can be said."""
    order, words = made.order, made.text.split()
    for place in range(1, len(order)):
        skipped = range(order[place - 1] + 1, order[place])
        since = next((k for k in skipped if reading.units[k].date >= 0 and reading.units[k].preposition == "منذ"), -1)
        if since < 0 or since == date or reading.units[since].lead:
            continue
        most = any(_is_most(reading.units[k]) for k in order[max(0, place - _REACH) : place])
        behind = len(order) - place
        if most and [reading.units[k].text for k in order[place:]] == words[-behind:]:
            return replace(made, text=" ".join(words[:-behind]), order=order[:place])
    return made


def _is_most(unit: Unit) -> bool:
    word = unit.word
    return "superlative" in word.core_classes or word.stem in _FIRST


def _since(reading: Reading, start: int, last: int, date: int) -> int:
    """Returns the date behind منذ that a superlative is compared from, -1 where something else follows it."""
    units = reading.units
    for k in range(start + 1, min(last + _REACH, len(units))):
        unit = units[k]
        if unit.date >= 0 and unit.preposition == "منذ" and k > last and not unit.lead:
            return k if k != date else -1
        if k == date or "preposition-bound" in unit.word.classes:
            continue
        if not is_nominal(unit) or unit.word.prefix or unit.word.lead:
            return -1
    return -1


def _text(reading: Reading, k: int) -> str:
    unit = reading.units[k]
    if unit.date < 0:
        return unit.text
    return f"منذ {_BRACKETED.sub('', reading.expressions[unit.date].text)}"


def _without(reading: Reading, made: Title, start: int) -> Title:
    """Leaves out the phrase of a superlative that another one opens (… │ في أكبر تراجع, … │ مسجلا أدنى مستوى)."""
    place = made.order.index(start) - 1
    opener = reading.units[made.order[place]].word if place > 0 else None
    says_how = opener is not None and opener.core.startswith("م") and opener.core.endswith("ا") and opener.act is None
    opens = opener is not None and (opener.preposition or says_how)
    words = made.text.split()
    kept = len(words) - (len(made.order) - place)
    verb = reading.units[made.order[0]].word.verb
    own = opener is not None and verb is not None and opener.stem in verb.prepositions
    if not opens or own or kept < FEWEST_WORDS:
        return replace(made, text="")
    return replace(made, text=" ".join(words[:kept]), order=made.order[:place])
