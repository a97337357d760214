"""What the words beside an expression add to it: its relation, approximation, the siblings of a list, and whether an
amount of time is a length or a point (docs/temporal-expressions.md §4.2, §6.4)."""

from __future__ import annotations

from dataclasses import dataclass

from timeline_cli.dates.match import Item
from timeline_cli.dates.meaning import Amount, Century, Date, Meaning, Modified, Point, Relative
from timeline_cli.dates.patterns.build import day, era, number, replace, year_in_era
from timeline_cli.dates.tense import FUTURE, PAST, PRESENT, tense
from timeline_cli.dates.tokens import Tokens
from timeline_cli.dates.words import UNKNOWN

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
    """An expression found in a text and what stands around it.

    `tokens`: of its window; `first`, `last`: its first token there and the one after its last. `before_next`: it is a
    weekday that lies before the next one of its list.
    """

    start: int
    end: int
    meaning: Meaning
    pattern: str
    makes: frozenset[str]
    tokens: Tokens
    first: int
    last: int
    relation: str = "on"
    approximate: bool = False
    bound: str = ""
    before_next: bool = False


def mentions(items: list[Item], tokens: Tokens, text: str) -> list[Mention]:
    """Returns the expressions of a window, lists completed, each with its relation."""
    found: list[Mention] = []
    for item in items:
        assert item.meaning is not None
        assert item.pattern is not None
        mention = Mention(
            item.start, item.end, item.meaning, item.pattern.name, item.pattern.makes, tokens, item.first, item.last
        )
        siblings = _days_before(mention, found)
        found += siblings
        found.append(mention)
        found += _centuries_after(mention)
    _share(found)
    for mention in found:
        _look_around(mention, text)
    return found


def _days_before(mention: Mention, before: list[Mention]) -> list[Mention]:
    """يومي 5 و7 مايو: the bare days before a date that share its month (guideline 4)."""
    date = mention.meaning
    if not isinstance(date, Date) or date.day is None or (date.month is None and date.month_of is None):
        return []
    tokens, at = mention.tokens, mention.first
    floor = before[-1].last if before and before[-1].tokens is tokens else 0
    siblings: list[Mention] = []
    while at - 2 >= floor:
        separator, word = tokens.words[at - 1], tokens.words[at - 2]
        if separator.classes.isdisjoint(_SEPARATORS) and "SLASH" not in separator.classes:
            break
        step = 2
        if "COMMA" in word.classes and "AND" in separator.classes and at - 3 >= floor:
            word, step = tokens.words[at - 3], 3
        if (
            word.classes.isdisjoint({"DAY", "DAY_ORDINAL", "DAY_CARDINAL"})
            or "WEEKDAY" in word.classes
            or "ENDWORD" in word.classes
        ):
            break
        first = at - step
        item = Item(word, tokens.starts[first], tokens.ends[first], first, first + 1, word.letter)
        value = day(item)
        opener = tokens.words[first - 1] if first else None
        if (
            not value
            or value == date.day
            or (
                opener is not None
                and opener.classes.isdisjoint(
                    {
                        "DAYDU",
                        "DAYPL",
                        "IN",
                        "DAYWORD",
                        "COMMA",
                        "AND",
                        "OR",
                        "PREFIX",
                        "ARTICLE",
                        "FROM",
                        "BETWEEN",
                        "SLASH",
                    }
                )
            )
        ):
            break
        if (
            "COMMA" in separator.classes
            and not siblings
            and (opener is None or opener.classes.isdisjoint({"DAYDU", "DAYPL", "IN", "DAYWORD", "COMMA"}))
        ):
            break
        meaning = replace(date, day=value, weekday=None, flags=())
        siblings.append(Mention(item.start, item.end, meaning, "day-of-list", mention.makes, tokens, first, first + 1))
        at = first
    return siblings[::-1]


def _centuries_after(mention: Mention) -> list[Mention]:
    """القرن الخامس والسادس الميلادي: the ordinals that follow a century."""
    century = mention.meaning
    tokens, at = mention.tokens, mention.last
    found: list[Mention] = []
    while isinstance(century, Century) and at + 1 < len(tokens.words):
        word = tokens.words[at + 1]
        if "AND" not in tokens.words[at].classes or word.classes.isdisjoint({"ORDINAL"}):
            break
        item = Item(word, tokens.starts[at + 1], tokens.ends[at + 1], at + 1, at + 2, word.letter)
        value = number(item, ordinal=True)
        if not 1 <= value <= 31 or abs(value - century.number) > 6:
            break
        last = at + 2
        calendar, before = century.calendar, century.before
        if last < len(tokens.words):
            sign = Item(tokens.words[last], tokens.starts[last], tokens.ends[last], last, last + 1, "")
            era_class = era(sign)
            if era_class:
                calendar, _ = year_in_era(1, era_class)
                before = era_class in ("ERA_BC", "ERA_BH")
                mention.meaning = Century(century.number, calendar, before, century.width)
                last += 1
        found.append(
            Mention(
                item.start,
                tokens.ends[last - 1],
                Century(value, calendar, before, century.width),
                "century-of-list",
                mention.makes,
                tokens,
                at + 1,
                last,
            )
        )
        at = last
    return found


def _share(found: list[Mention]) -> None:
    """Gives a member of a list the year or adjective that stands at the last member (§4.2)."""
    for right in range(len(found) - 1, 0, -1):
        _share_pair(found[right - 1], found[right])


def _share_pair(left: Mention, right: Mention) -> None:
    a, b = left.meaning, right.meaning
    if (
        left.tokens is not right.tokens
        or not isinstance(a, Date)
        or not isinstance(b, Date)
        or not _listed(left, right)
    ):
        return
    if (
        a.calendar != b.calendar
        or a.year is not None
        or a.rel is not None
        or a.year_of is not None
        or a.week_of is not None
    ):
        return
    if a.month is None and a.weekday is not None and b.weekday is not None and b.month is None:
        if b.rel is not None and _is_dual(right):
            left.meaning = replace(a, rel=b.rel)
            left.before_next = True
    elif a.month is not None and b.month is not None and (a.day is None or b.day is not None):
        if b.year is not None:
            turned = 1 if (a.month, a.day or 1) > (b.month, b.day or 31) else 0
            left.meaning = replace(a, year=b.year - turned, safe=True, two_digits=b.two_digits)
        elif b.year_of is not None:
            left.meaning = replace(a, year_of=b.year_of, safe=True)
        elif b.rel is not None and _is_dual(right):
            left.meaning = replace(a, rel=b.rel, safe=True)


def _is_dual(mention: Mention) -> bool:
    return "RELDU" in mention.tokens.words[mention.last - 1].classes


def _listed(left: Mention, right: Mention) -> bool:
    """Tells whether only a conjunction or comma (and a repeated preposition) stands between two expressions."""
    between = mention_words(left, right)
    if not 1 <= len(between) <= 3 or between[0].isdisjoint(_SEPARATORS):
        return False
    return all(not classes.isdisjoint(_SEPARATORS | {"IN", "PREFIX"}) for classes in between)


def mention_words(left: Mention, right: Mention) -> list[set[str]]:
    """Returns the classes of the words between two expressions of one window."""
    return [word.classes for word in left.tokens.words[left.last : right.first]]


def _look_around(mention: Mention, text: str) -> None:
    words = mention.tokens.words
    at = mention.first - 1
    while at >= 0 and not words[at].classes.isdisjoint(_TRANSPARENT):
        if "APPROX" in words[at].classes:
            mention.approximate = True
        at -= 1
    if at >= 0 and "PREFIX" in words[at].classes and at >= 1 and "APPROX" not in words[at].classes:
        behind = words[at - 1].classes
        if "AFTER" in behind or "SINCE" in behind:
            at -= 1
    preceding = words[at].classes if at >= 0 else set()
    if mention.last < len(words) and words[mention.last].fold in ("تقريبا", "تقريبيا"):
        mention.approximate = True
    if at >= 0 and words[at].fold in ("بحلول", "حلول"):
        mention.relation = "by"
    elif "UNTIL" in preceding and "SINCE" not in preceding:
        mention.relation = "until"
    else:
        mention.relation = next((name for cls, name in _RELATIONS if cls in preceding), "on")
        if (
            mention.relation == "on"
            and not preceding.isdisjoint({"FROM"})
            and isinstance(mention.meaning, Date | Relative | Modified)
        ):
            mention.relation = (
                "from"
                if words[at].fold != "من"
                or at == 0
                or words[at - 1].fold in ("ابتداء", "بدءا", "اعتبارا", "انطلاقا")
                or "UNIT" not in words[at - 1].classes
                else "on"
            )
    if isinstance(mention.meaning, Amount):
        mention.meaning = _point_or_length(mention, preceding, text)


_DISTANCE = frozenset({"من", "علي", "عن", "ل", "منذ"})  # between an amount and the event that it is counted from


def _point_or_length(mention: Mention, preceding: set[str], text: str) -> Meaning:
    """منذ ثلاثة أيام is a point, استمرت ثلاثة أيام a length, قبل ثلاثة أيام من X a distance (§6.4)."""
    amount = mention.meaning
    assert isinstance(amount, Amount)
    if amount.parts[0][0] is None or amount.upto is not None:
        return amount
    words = mention.tokens.words
    after = words[mention.last] if mention.last < len(words) else None
    from_event = after is not None and after.fold in _DISTANCE and not _now_follows(mention)
    if "SINCE" in preceding:
        return Point(amount, -1, "dct")
    if "AGO" in preceding and "SINCE" not in preceding:
        if from_event and not (after is not None and after.fold == "ل"):
            return amount
        return Point(amount, -1, "dct")
    if "AFTER" in preceding:
        if from_event or amount.parts[-1][1] in ("TM", "TS"):
            return amount
        now = tense(text, mention.start, mention.end)
        return (
            Point(amount, 1, "ref" if now == PAST else "dct")
            if now in (PAST, PRESENT, FUTURE)
            else Point(amount, 1, "dct")
        )
    return amount


def _now_follows(mention: Mention) -> bool:
    words = mention.tokens.words
    return (
        mention.last + 1 < len(words)
        and words[mention.last + 1].fold in ("الان", "اليوم")
        and words[mention.last].letter != UNKNOWN
    )
