"""What the words beside an expression add to it: its relation, approximation, the siblings of a list, and whether an
amount of time is a length or a point (docs/temporal-expressions.md §4.2, §6.4)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from timeline_cli.dates.guards.around import words
from timeline_cli.dates.match import Item
from timeline_cli.dates.meaning import Amount, Century, Date, Meaning, Point
from timeline_cli.dates.patterns.build import day, era, number, replace, year_in_era
from timeline_cli.dates.tense import FUTURE, PAST, PRESENT, tense
from timeline_cli.dates.tokens import Tokens
from timeline_cli.dates.words import Word

_RELATIONS = (
    ("SINCE", "since"),
    ("UNTIL", "until"),
    ("AGO", "before"),
    ("AFTER", "after"),
    ("DURING", "during"),
    ("TO", "until"),
    ("BETWEEN", "on"),
    ("IN", "on"),
)
_TRANSPARENT = frozenset({"APPROX", "BOUND", "ARTICLE", "QUOTE", "DAYDU", "MONTHDU", "YEARDU"})
_SEPARATORS = frozenset({"AND", "OR", "COMMA", "THEN"})


@dataclass(slots=True)
class Mention:
    """An expression found in a text and what the words beside it add.

    `text`: its folded words. `between`: the classes of the words that part it from the expression before it in its
    window, None for the first one. `before_next`: it is a weekday that lies before the next one of its list.
    """

    start: int
    end: int
    meaning: Meaning
    pattern: str
    text: str = ""
    relation: str = "on"
    approximate: bool = False
    before_next: bool = False
    between: list[set[str]] | None = None


@dataclass(slots=True)
class _Found:
    """A mention and its tokens: the first one, and the one after its last."""

    mention: Mention
    first: int
    last: int


def mentions(items: list[Item], tokens: Tokens, text: str) -> list[Mention]:
    """Returns the expressions of a window, lists completed, each with what stands around it."""
    found: list[_Found] = []
    for item in items:
        assert item.meaning is not None
        assert item.pattern is not None
        mention = Mention(item.start, item.end, item.meaning, item.pattern.name)
        entry = _Found(mention, item.first, item.last)
        found += _days_before(entry, found[-1].last if found else 0, tokens)
        found.append(entry)
        found += _centuries_after(entry, tokens)
    for right in range(len(found) - 1, 0, -1):
        _share(found[right - 1], found[right], tokens)
    for index, entry in enumerate(found):
        _look_around(entry, tokens, text)
        entry.mention.text = " ".join([word.fold for word in tokens.words[entry.first : entry.last]])
        if index:
            between = tokens.words[found[index - 1].last : entry.first]
            entry.mention.between = [word.classes for word in between]
    return [entry.mention for entry in found]


_OPENS_DAYS = frozenset(
    ["DAYDU", "DAYPL", "IN", "DAYWORD", "COMMA", "AND", "OR", "PREFIX", "ARTICLE", "FROM", "BETWEEN", "SLASH"]
)
_OPENS_DAYS_BEHIND_COMMA = frozenset({"DAYDU", "DAYPL", "IN", "DAYWORD", "COMMA"})


def _days_before(entry: _Found, floor: int, tokens: Tokens) -> list[_Found]:
    """يومي 5 و7 مايو: the bare days before a date that share its month (guideline 4)."""
    date = entry.mention.meaning
    if not isinstance(date, Date) or date.day is None or (date.month is None and date.month_of is None):
        return []
    siblings: list[_Found] = []
    at = entry.first
    while at - 2 >= floor:
        if at - 3 >= floor and "ARTICLE" in tokens.words[at - 1].classes and "AND" in tokens.words[at - 2].classes:
            at -= 1  # الـ23 والـ24
        separator, word, step = tokens.words[at - 1], tokens.words[at - 2], 2
        if separator.classes.isdisjoint(_SEPARATORS | {"SLASH"}):
            break
        if "COMMA" in word.classes and "AND" in separator.classes and at - 3 >= floor:
            word, step = tokens.words[at - 3], 3
        first = at - step
        item = Item(word, tokens.start(first), tokens.end(first), first, first + 1, word.letter)
        behind_comma = "COMMA" in separator.classes and not siblings
        if not _is_listed_day(item, date, tokens.words[first - 1].classes if first else set(), behind_comma):
            break
        meaning = replace(date, day=day(item), weekday=None, flags=())
        siblings.append(_Found(Mention(item.start, item.end, meaning, "day-of-list"), first, first + 1))
        at = first
    return siblings[::-1]


def _is_listed_day(item: Item, date: Date, opener: set[str], behind_comma: bool) -> bool:
    """Tells whether a number before a conjunction is a day of the list, by itself and by the word before it."""
    word = item.word
    if word is None or word.classes.isdisjoint({"DAY", "DAY_ORDINAL", "DAY_CARDINAL"}):
        return False
    if "WEEKDAY" in word.classes or "ENDWORD" in word.classes or day(item) in (0, date.day):
        return False
    if opener and opener.isdisjoint(_OPENS_DAYS):
        return False
    return not behind_comma or not opener.isdisjoint(_OPENS_DAYS_BEHIND_COMMA)


def _centuries_after(entry: _Found, tokens: Tokens) -> list[_Found]:
    """القرن الخامس والسادس الميلادي: the ordinals that follow a century; an era behind them governs all."""
    century, at = entry.mention.meaning, entry.last
    found: list[_Found] = []
    while isinstance(century, Century) and at + 1 < len(tokens.words):
        word = tokens.words[at + 1]
        if "AND" not in tokens.words[at].classes or "ORDINAL" not in word.classes:
            break
        item = Item(word, tokens.start(at + 1), tokens.end(at + 1), at + 1, at + 2, word.letter)
        value, last = number(item, ordinal=True), at + 2
        if not 1 <= value <= 31 or abs(value - century.number) > 6:
            break
        sign = _era_at(last, tokens)
        if sign:
            calendar, _ = year_in_era(1, sign)
            century = Century(century.number, calendar, sign in ("ERA_BC", "ERA_BH"), century.width)
            entry.mention.meaning = century
            last += 1
        meaning = Century(value, century.calendar, century.before, century.width)
        found.append(_Found(Mention(item.start, tokens.end(last - 1), meaning, "century-of-list"), at + 1, last))
        at = last
    return found


def _era_at(index: int, tokens: Tokens) -> str:
    if index >= len(tokens.words):
        return ""
    return era(Item(tokens.words[index], tokens.start(index), tokens.end(index), index, index + 1, ""))


def _share(left: _Found, right: _Found, tokens: Tokens) -> None:
    """Gives a member of a list the year or adjective that stands at the next member (§4.2)."""
    a, b = left.mention.meaning, right.mention.meaning
    if not isinstance(a, Date) or not isinstance(b, Date) or a.calendar != b.calendar:
        return
    if a.year is not None or a.rel is not None or a.year_of is not None or a.week_of is not None:
        return
    if not _is_listed(tokens.words[left.last : right.first]):
        return
    dual = "RELDU" in tokens.words[right.last - 1].classes
    if a.month is None and b.month is None and a.weekday is not None and b.weekday is not None:
        if b.rel is not None and dual:
            left.mention.meaning = replace(a, rel=b.rel)
            left.mention.before_next = True
    elif a.month is not None and b.month is not None and (a.day is None or b.day is not None):
        if b.year is not None:
            turned = 1 if (a.month, a.day or 1) > (b.month, b.day or 31) else 0
            left.mention.meaning = replace(a, year=b.year - turned, safe=True, two_digits=b.two_digits)
        elif b.year_of is not None:
            left.mention.meaning = replace(a, year_of=b.year_of, safe=True)
        elif b.rel is not None and dual:
            left.mention.meaning = replace(a, rel=b.rel, safe=True)


def _is_listed(between: Sequence[Word]) -> bool:
    """Tells whether only a conjunction or comma (and a repeated preposition) stands between two expressions."""
    if not 1 <= len(between) <= 3 or between[0].classes.isdisjoint(_SEPARATORS):
        return False
    return all(not word.classes.isdisjoint(_SEPARATORS | {"IN", "PREFIX"}) for word in between)


_OPENS_FROM = frozenset({"ابتداء", "بدءا", "اعتبارا", "انطلاقا", "بدايه", "يبدا", "تبدا", "بدا", "بدات"})


def _look_around(entry: _Found, tokens: Tokens, text: str) -> None:
    """Reads the words before and after an expression: approximators, and the preposition that says its relation."""
    mention, words, at = entry.mention, tokens.words, entry.first - 1
    while at >= 0 and not words[at].classes.isdisjoint(_TRANSPARENT):
        mention.approximate = mention.approximate or "APPROX" in words[at].classes
        at -= 1
    if at >= 1 and "PREFIX" in words[at].classes and not words[at - 1].classes.isdisjoint({"AFTER", "SINCE"}):
        at -= 1
    preceding = words[at].classes if at >= 0 else set()
    after = words[entry.last] if entry.last < len(words) else None
    if after is not None and after.fold in ("تقريبا", "تقريبيا"):
        mention.approximate = True
    if at >= 0 and words[at].fold in ("بحلول", "حلول"):
        mention.relation = "by"
    else:
        mention.relation = next((name for cls, name in _RELATIONS if cls in preceding), "on")
    if mention.relation == "on" and "FROM" in preceding and _opens_stretch(words, at):
        mention.relation = "from"
    if isinstance(mention.meaning, Amount):
        following = words[entry.last + 1].fold if entry.last + 1 < len(words) else ""
        mention.meaning = _point_or_length(mention, preceding, after, following, text)


def _opens_stretch(words: Sequence[Word], at: int) -> bool:
    """Tells whether من at an index means from … on: ابتداء من, but not في وقت لاحق من."""
    return words[at].fold != "من" or (at > 0 and words[at - 1].fold in _OPENS_FROM)


_YEARS = frozenset({"Y", "10Y", "100Y"})
_BUT_AFTER = re.compile(r"إلا بعد (?:\S+ )?$")
_NO_EVENT = frozenset({"الان", "اليوم", "دون", "غير", "جديد"})  # قبل عشرة أيام من دون رد
_DISTANCE = frozenset({"من", "علي", "عن", "ل", "منذ"})  # between an amount and the event that it is counted from


def _point_or_length(mention: Mention, preceding: set[str], after: Word | None, following: str, text: str) -> Meaning:
    """منذ ثلاثة أيام is a point, استمرت ثلاثة أيام a length, قبل ثلاثة أيام من X a distance (§6.4)."""
    amount = mention.meaning
    assert isinstance(amount, Amount)
    if amount.parts[0][0] is None or amount.upto is not None:
        return amount
    from_event = after is not None and after.fold in _DISTANCE and following not in _NO_EVENT
    if "SINCE" in preceding:
        return Point(amount, -1, "dct")
    if "AGO" in preceding:
        long_ago = amount.parts[-1][1] in ("M", "Y")
        if long_ago and after is not None and after.fold == "علي" and following not in words("COUNTDOWN"):
            from_event = False  # انتقل قبل شهرين على سبيل الإعارة
        return amount if from_event and after is not None and after.fold != "ل" else Point(amount, -1, "dct")
    if "AFTER" in preceding:
        if from_event or amount.parts[-1][1] in ("TM", "TS"):
            return amount
        now = tense(text, mention.start, mention.end)
        if now == PRESENT and _BUT_AFTER.search(text, max(0, mention.start - 12), mention.start):
            return amount  # لا تعود الكهرباء إلا بعد يومين
        if after is not None and after.fold == "فقط":
            if now == PRESENT:
                return amount
            now = PAST  # أعلن رحيله بعد أربعة أيام فقط: of what has come before
        if now != FUTURE and amount.parts[0][1] in _YEARS and (amount.parts[0][0] or 0) > 1:
            # بعد 20 عاما يلتقي التوأم counts from nothing told; ثم عزل بعد سنتين from what came before
            return amount if now == PRESENT else Point(amount, 1, "ref" if now == PAST else "story")
        return Point(amount, 1, "ref" if now == PAST else "either" if now is None else "dct")
    return amount
