"""Times of day: clocks, dayparts, and both with a date (docs/temporal-expressions.md §5)."""

from __future__ import annotations

import re

from timeline_cli.dates.match import Build, Item, Parts, pattern
from timeline_cli.dates.meaning import (
    Anaphor,
    Clock,
    Date,
    Daypart,
    Deictic,
    Meaning,
    Modified,
    Relative,
    Repeat,
    clock_hour,
)
from timeline_cli.dates.patterns.build import classes_after, classes_before, day, number, replace
from timeline_cli.dates.surfaces import Digits
from timeline_cli.lexicon.index import cues

DAYLIKE = "DAYDATE|WEEKDAYDATE|DEICTICDATE"
_PART = "p:DAYPART_ADV|DAYPART_DEF|AMPM"
_FRACTIONS = {"النصف": 30, "نصف": 30, "نص": 30, "نصفا": 30, "النص": 30, "الربع": 15, "ربع": 15, "ربعا": 15, "الثلث": 20, "ثلث": 20, "ثلثا": 20, "تلت": 20}  # fmt: skip


_FEMININE = re.compile(r"ال\w+ه")  # a definite feminine noun, which an ordinal after it counts


def _rule(p: Parts) -> str | None:
    for cls in ("AMPM", "DAYPART_ADV", "DAYPART_DEF", "DAYPART"):
        data = p.data("p", cls)
        if data is not None:
            return str(data[1])
    return None


def _utc_offset(p: Parts) -> str:
    return ""


def _digital(p: Parts) -> Clock | None:
    h, m = p["h"], p["m"]
    if h.end != p["c"].start or p["c"].end != m.start:
        return None
    before = p.text[h.start - 1 : h.start]
    following = p.items[-1]
    after = p.text[following.end : following.end + 2]
    if before in (":", "/", ".", "-") and "T" not in before:
        return None
    if after[:1] in (":", "/", "%") and after[1:].isdecimal():
        return None
    hour, minute = number(h), number(m)
    if hour > 24 or (hour == 24 and minute):
        return None
    if not {"k", "p", "z"} & p.names and len(h.word.fold if h.word else "") == 1:
        # 3:25 without الساعة or a daypart may be a score or a verse.
        colon_before = "COLON" in classes_before(p) and before != "\n"
        if colon_before or "COLON" in classes_after(p):
            return None
    second = number(p["s"]) if "s" in p else None
    return Clock(hour, minute, second, _rule(p), p.data("z", "ZONE"))


def _dotted(p: Parts) -> Clock | None:
    word = p["h"].word
    assert isinstance(word, Digits)
    head, _, tail = word.fold.replace(",", ".").partition(".")
    return Clock(int(head), int(tail), None, _rule(p), p.data("z", "ZONE"))


def _spoken(p: Parts) -> Clock | None:
    """الثالثة والنصف عصرا, الساعة الثامنة وعشرين دقيقة, الساعة 9."""
    h = p["h"]
    if "k" in p and p["k"].word is not None and p["k"].word.fold == "ساعه" and _is_one(h):
        return None  # لمدة ساعة واحدة
    hour = number(h, ordinal=True) or number(h)
    if hour > 24 or (hour == 0 and not isinstance(h.word, Digits)):
        return None
    if hour > 12 and not isinstance(h.word, Digits):
        return None
    minute: int | None = None
    if "f" in p:
        minute = _fraction(p, "f")
        if minute is None:
            return None
        if "x" in p:
            minute = -minute
        if "g" in p:
            more = number(p["g"])
            minute = minute - more if "xx" in p else minute + more
    elif "n" in p:
        minute = -number(p["n"]) if "x" in p else number(p["n"])
        if not -59 <= minute <= 59:
            return None
    if minute is not None and minute < 0:
        hour, minute = (hour - 1) or 12, 60 + minute
    rule = _rule(p)
    if rule is None and "k" not in p and "z" not in p:
        return None
    if "k" not in p and not isinstance(h.word, Digits) and h.word is not None and "ORDINAL" in h.word.classes:
        before = p.before()
        if h.word.fold == "الاولي" or (before is not None and not before.classes and _FEMININE.fullmatch(before.fold)):
            return None
    return Clock(hour, minute if minute is not None else 0, None, rule, p.data("z", "ZONE"))


def _is_one(h: Item) -> bool:
    return h.word is not None and h.word.fold == "واحده"


def _fraction(p: Parts, name: str) -> int | None:
    word = p[name].word
    return _FRACTIONS.get(word.fold) if word is not None else None


def _hour_and_part(p: Parts) -> Clock | None:
    """9 صباحا, الرابعة عصرا, 6 م."""
    word, before = p["p"].word, p.before()
    edition = before is not None and before.fold in _EDITIONS
    if edition and not isinstance(p["h"].word, Digits):
        return None  # في دورته التاسعة │ مساء غد
    if word is None or "AMPM" not in word.classes or "k" in p or not isinstance(p["h"].word, Digits):
        return _spoken(p)
    # 12 م may be metres: an hour only beside a clock word or another clock.
    behind_clock = "DASH" in classes_before(p) and "AMPM" in classes_before(p, 2)
    before_clock = "DASH" in classes_after(p) and "AMPM" in classes_after(p, 3)
    opened = not classes_before(p).isdisjoint({"HOUR", "TO", "UNTIL", "FROM"})
    return _spoken(p) if opened or behind_clock or before_clock else None


_EDITIONS = cues("numbered-edition")
_HOUR = "k:HOUR ARTICLE?"
CLOCKS = [
    pattern("clock", f"k:HOUR? h:HOURS_DIGITS c:COLON m:MINUTES_DIGITS ((OF | IN)? {_PART})? (COMMA? LPAR? z:ZONE)?", _digital, "CLOCK TIME",
            ("الساعة 10:30 صباحا", "2023-03-15T10:30"), ("20:30 بتوقيت مكة المكرمة", "2023-03-15T20:30")),
    pattern("clock-brackets", f"k:HOUR LPAR h:HOURS_DIGITS c:COLON m:MINUTES_DIGITS RPAR ((OF | IN)? {_PART})? z:ZONE?", _digital, "CLOCK TIME"),
    pattern("clock-seconds", f"k:HOUR? h:HOURS_DIGITS c:COLON m:MINUTES_DIGITS COLON s:MINUTES_DIGITS ({_PART})? z:ZONE?", _digital,
            "CLOCK TIME", ("05:07:33", "2023-03-15T05:07:33")),
    pattern("clock-dotted", f"k:HOUR h:CLOCK_DECIMAL (OF? {_PART})? z:ZONE?", _dotted, "CLOCK TIME", ("الساعة 10.30 صباحا", "2023-03-15T10:30")),
    pattern("clock-dotted", f"h:CLOCK_DECIMAL {_PART} z:ZONE?", _dotted, "CLOCK TIME"),
    pattern("clock-fraction", f"k:HOUR? h:HOUR_WORD|HOURS_DIGITS|DAY_CARDINAL|CARDINAL (AND | x:EXCEPT) f:HALF|HALFFRACTION|QUARTER|THIRD|FRACTION "
            f"((AND | xx:EXCEPT) g:NUMBER|CARDINAL MINUTES)? (OF? {_PART})? z:ZONE?", _spoken, "CLOCK TIME",
            ("الساعة الثالثة والنصف عصرا", "2023-03-15T15:30"), ("الساعة الثانية عشرة إلا ربعا ظهرا", "2023-03-15T11:45")),
    pattern("clock-minutes", f"k:HOUR? h:HOUR_WORD|HOURS_DIGITS (AND | x:EXCEPT) n:NUMBER|CARDINAL MINUTES (OF? {_PART})? z:ZONE?", _spoken,
            "CLOCK TIME", ("الساعة الثامنة وعشرين دقيقة مساء", "2023-03-15T20:20")),
    pattern("clock-hour", f"{_HOUR} h:HOUR_WORD|HOURS_DIGITS|DAY_CARDINAL (OF? {_PART})? z:ZONE?", _spoken, "CLOCK TIME HOURALONE",
            ("الساعة الثالثة", "2023-03-15T03:00"), ("الساعة 9 صباحا", "2023-03-15T09:00")),
    pattern("hour-daypart", f"h:HOUR_WORD|HOURS_DIGITS|DAY_CARDINAL {_PART} z:ZONE?", _hour_and_part, "CLOCK TIME",
            ("9 صباحا", "2023-03-15T09:00"), ("الرابعة عصرا", "2023-03-15T16:00")),
    pattern("hour-of-daypart", "k:HOUR? h:HOUR_WORD|HOURS_DIGITS|DAY_CARDINAL POSSESSIVE p:DAYPART_DEF|DAYPART", _spoken, "CLOCK TIME",
            ("الثلاثة متاع العشية", "2023-03-15T15:00")),
    pattern("hour-zone", "h:HOUR_WORD z:ZONE", _spoken, "CLOCK TIME", ("العاشرة بتوقيت غرينتش", "2023-03-15T10:00")),
]  # fmt: skip


# --- dayparts --------------------------------------------------------------------------------------------------------


def _daypart_data(p: Parts) -> tuple[str, str]:
    for cls in ("DAYPART", "DAYPART_DEF", "DAYPART_ADV", "MIDNIGHT"):
        data = p.data("p", cls)
        if data is not None:
            return data  # type: ignore[no-any-return]
    return "NI", "night"


_PRAYERS = frozenset({"صلاه", "اذان", "اقامه"})
_PRAYER_TIMES = frozenset({"الفجر", "الظهر", "العصر", "المغرب", "العشاء", "الضحي"})
_ALSO_OTHER = frozenset({"المغرب", "العشاء"})  # Morocco, dinner
_LEADS_TO_HOUR = frozenset({"قبيل", "بعيد", "عند", "وقت", "عقب", "مع"})


def _is_no_hour(p: Parts) -> bool:
    """Tells whether a part of the day is the name of a prayer (أذان المغرب │ غدا), of a country or of a meal (زار المغرب │
    أمس, but قبيل المغرب أمس)."""
    word, before = p["p"].word, p.before()
    if word is None or before is None or word.fold not in _PRAYER_TIMES:
        return False
    if before.fold[-4:] in _PRAYERS:
        return True
    leads = not before.classes.isdisjoint({"AFTER", "AGO", "UNTIL", "SINCE"}) or before.fold in _LEADS_TO_HOUR
    return word.fold in _ALSO_OTHER and not leads


def _of_day(p: Parts) -> Daypart | Clock | None:
    if _is_no_hour(p):
        return None
    code, rule = _daypart_data(p)
    of = p.meaning("x")
    if code == "T00:00":
        return Clock(0, 0, None, "midnight", None, of)
    return Daypart(code, of, shift=1 if rule == "aftermidnight" else 0)


def _with_year_of(first: Date, second: Date) -> Date:
    """Gives the first of two days the year of the second, the one before where its month is later."""
    if first.year is not None or second.year is None or first.month is None or second.month is None:
        return first
    return replace(first, year=second.year - (first.month > second.month), calendar=second.calendar)


def _night_to(p: Parts) -> Daypart | None:
    code, _ = _daypart_data(p)
    if code not in ("NI", "EV"):
        return None
    first, second = p.meaning("x"), p.meaning("y")
    if not isinstance(first, Date | Deictic) or not isinstance(second, Date | Deictic):
        return None
    if any(item.word is not None and "ON" in item.word.classes for item in p.items) and not (
        isinstance(first, Date) and first.weekday
    ):
        return None
    if isinstance(first, Date) and isinstance(second, Date):
        first = _with_year_of(first, second)
    if isinstance(first, Date) and isinstance(second, Date) and first.weekday and second.weekday:
        if (second.weekday - first.weekday) % 7 != 1:
            return None
        if first.month is None and second.month is not None and second.day is not None and second.day > 1:
            first = replace(second, day=second.day - 1, weekday=first.weekday)
        elif first.rel is None and second.rel is not None and first.month is None:
            first = replace(first, rel=second.rel)
    return Daypart(code, first, spans_next=True)


def _night_from_day(p: Parts) -> Daypart | None:
    """ليلة 11 إلى 12 يناير: the night that begins on the first of two days."""
    code, _ = _daypart_data(p)
    first, second = day(p["d"]), p.meaning("y")
    if code not in ("NI", "EV") or not isinstance(second, Date) or not first or second.day != first + 1:
        return None
    return Daypart(code, replace(second, day=first, weekday=None, flags=()), spans_next=True)


def _night_between(p: Parts) -> Daypart | None:
    first, second = p.meaning("x"), p.meaning("y")
    if not isinstance(first, Date) or not isinstance(second, Date) or not (first.weekday and second.weekday):
        return None
    return _night_to(p) if first.day is None and second.day is None else None


def _this_part(p: Parts) -> Daypart | None:
    """هذا المساء; هذا العصر is this age."""
    code, _ = _daypart_data(p)
    return Daypart(code, Deictic(0)) if code not in ("T00:00", "AF") else None


def _tonight(p: Parts) -> Daypart:
    return Daypart("NI", Deictic(0))


def _night_of_story(offset: int) -> Build:
    def build(p: Parts) -> Daypart:
        return Daypart("NI", Anaphor("D", offset))

    return build


def _night(p: Parts) -> Daypart | None:
    if "r" in p:
        return Daypart("NI", Deictic(p.data("r", "REL")))
    if "f" in p:
        return Daypart("NI", Deictic(p.data("f", "REL2")))
    return Daypart("NI", Deictic(-2))


def _of_night(p: Parts) -> Daypart:
    return Daypart("NI", p.meaning("x"))


def _adverb(p: Parts) -> Daypart | None:
    code, _ = _daypart_data(p)
    return Daypart(code)


def _midnight(p: Parts) -> Clock | None:
    return Clock(0, 0, None, "midnight")


def _story_night(p: Parts) -> Daypart:
    return Daypart("NI", Date(day=None))


PARTS = [
    pattern("daypart-day", f"p:DAYPART|DAYPART_DEF|MIDNIGHT (OF | DAYWORD)? x:{DAYLIKE}", _of_day, "TIME PARTOFDAY",
            ("مساء أمس", "2023-03-14TEV"), ("فجر الثلاثاء 14 مارس 2023", "2023-03-14TMO"), ("منتصف ليل الثلاثاء", "2023-03-14T00:00")),
    pattern("day-daypart", f"x:{DAYLIKE} COMMA? p:DAYPART_ADV", _of_day, "TIME PARTOFDAY", ("أمس مساء", "2023-03-14TEV")),
    pattern("deictic-daypart", "x:DEICTICDATE p:DAYPART_DEF", _of_day, "TIME PARTOFDAY", ("البارحة بالليل", "2023-03-14TNI")),
    pattern("night-to-day", f"p:DAYPART x:{DAYLIKE} (DASH | SLASH | TO | AND | ON) y:{DAYLIKE}", _night_to, "TIME PARTOFDAY",
            ("ليل الثلاثاء - الأربعاء", "2023-03-14TNI")),
    pattern("night-from-day", "p:DAYPART d:DAY|DAY_ORDINAL (DASH | SLASH | TO) y:DAYDATE", _night_from_day, "TIME PARTOFDAY",
            ("ليلة 11 إلى 12 يناير", "2023-01-11TNI")),
    pattern("night-between", f"p:DAYPART x:{DAYLIKE} y:{DAYLIKE}", _night_between, "TIME PARTOFDAY",
            ("ليل الثلاثاء الأربعاء", "2023-03-14TNI")),
    pattern("this-daypart", "THIS p:DAYPART_DEF", _this_part, "TIME PARTOFDAY", ("هذا المساء", "2023-03-15TEV")),
    pattern("tonight", "THIS? NIGHT", _tonight, "TIME PARTOFDAY TONIGHT", ("الليلة", "2023-03-15TNI")),
    pattern("night-of-story", "(SAMEPRE | THAT) NIGHT", _night_of_story(0), "TIME PARTOFDAY"),
    pattern("night-of-story", "NIGHT SAME", _night_of_story(0), "TIME PARTOFDAY"),
    pattern("next-night-of-story", "NIGHT RELREF", _night_of_story(1), "TIME PARTOFDAY"),
    pattern("previous-night-of-story", "NIGHT RELREFBACK", _night_of_story(-1), "TIME PARTOFDAY"),
    pattern("night-deictic", "NIGHT x:DEICTICDATE", _of_night, "TIME PARTOFDAY", ("الليلة البارحة", "2023-03-14TNI")),
    pattern("night-relative", "NIGHT r:REL", _night, "TIME PARTOFDAY", ("الليلة الماضية", "2023-03-14TNI")),
    pattern("night-relative", "NIGHT (f:REL2 | b:AGO REL)", _night, "TIME PARTOFDAY"),
    pattern("daypart-adverb", "p:DAYPART_ADV", _adverb, "TIME DAYPARTALONE"),
    pattern("midnight", "MIDNIGHT", _midnight, "TIME CLOCK MIDNIGHTALONE"),
]  # fmt: skip


# --- clock and date in one -------------------------------------------------------------------------------------------


def _clock_on(p: Parts) -> Clock | None:
    clock, of = p.meaning("c"), p.meaning("x")
    if not isinstance(clock, Clock) or clock.of is not None:
        return None
    if "DASHED" in p:
        return None
    rule = clock.rule
    if isinstance(of, Daypart):
        rule = rule or {"MO": "am", "MI": "noon", "AF": "pm", "EV": "pm", "NI": "night"}.get(of.code)
        of = of.of
    if isinstance(of, Clock) or of is None:
        return None
    return Clock(clock.hour, clock.minute, clock.second, rule, clock.zone or p.data("z", "ZONE"), of)


def _iso(p: Parts) -> Clock | None:
    letter = p["t"]
    if letter.start != p["x"].end or p["c"].start != letter.end:
        return None
    clock = _clock_on(p)
    if clock is None or "z" not in p:
        return clock
    return Clock(clock.hour, clock.minute, clock.second, clock.rule, ("UTC", "+00:00"), clock.of)


def _spoken_on(p: Parts) -> Clock | None:
    """الثالثة من عصر يوم غد, الثامنة والنصف من مساء أمس."""
    of = p.meaning("x")
    hour = number(p["h"], ordinal=True)
    minute = _fraction(p, "f") if "f" in p else 0
    if not isinstance(of, Daypart) or not 1 <= hour <= 12 or minute is None:
        return None
    before = p.before()
    if before is not None and not before.classes and _FEMININE.fullmatch(before.fold):
        return None
    rule = {"MO": "am", "MI": "noon", "AF": "pm", "EV": "pm", "NI": "night"}.get(of.code)
    return Clock(hour, minute, None, rule, None, of.of)


def _repeated(p: Parts) -> Repeat | None:
    """كل إثنين الساعة 10 صباحا: a repetition by the clock."""
    clock, every = p.meaning("c"), p.meaning("s")
    if not isinstance(clock, Clock) or clock.of is not None or not isinstance(every, Repeat):
        return None
    value = "XXXX-XX-XX" if every.value == "P1D" else every.value
    if not value.startswith("XXXX-") or "T" in value:
        return None
    hour, _ = clock_hour(clock.hour, clock.rule)
    return Repeat(f"{value}T{hour:02d}:{clock.minute or 0:02d}")


ON = [
    pattern("spoken-hour-day", "h:HOUR_WORD (AND f:HALF|HALFFRACTION|QUARTER|THIRD|FRACTION)? OF x:PARTOFDAY", _spoken_on, "TIME CLOCKDATE",
            ("الثالثة من عصر يوم غد", "2023-03-16T15:00")),
    pattern("every-clock", "s:SET COMMA? c:CLOCK", _repeated, "SET", ("كل اثنين الساعة 10 صباحا", "XXXX-WXX-1T10:00")),
    pattern("clock-day", f"c:CLOCK (OF | COMMA | DAYWORD | IN | PIPE | DASH | OF? DATEWORD)? DAYWORD? x:{DAYLIKE}|PARTOFDAY z:ZONE?", lambda p: _clock_day(p), "TIME CLOCKDATE",
            ("الساعة الثامنة وعشرين دقيقة من مساء أمس الثلاثاء", "2023-03-14T20:20")),
    pattern("day-clock", f"x:{DAYLIKE}|PARTOFDAY (COMMA | DASH | PIPE)? c:CLOCK", _clock_on, "TIME CLOCKDATE",
            ("غدا الخميس الساعة 11 قبل الظهر", "2023-03-16T11:00"), ("12/3/2023، 9:14 م", "2023-03-12T21:14")),
    pattern("iso-datetime", "x:NUMDATE t:ISO_T c:CLOCK z:ZULU?", _iso, "TIME CLOCKDATE", ("2023-03-15T10:30", "2023-03-15T10:30")),
]  # fmt: skip


def _clock_day(p: Parts) -> Clock | None:
    links = {cls for item in p.items if item.word is not None for cls in item.word.classes}
    of, after = p.meaning("x"), p.after()
    if "IN" in links:
        return None
    if "COMMA" in links and isinstance(of, Deictic) and of.date is None and after is not None and not after.classes:
        return None  # نلتقي الثالثة عصرا، أمس كلمني المدير: another clause
    return _clock_on(p)


# --- early and late hours --------------------------------------------------------------------------------------------


def _edge(p: Parts) -> Meaning | None:
    mod = "START" if "s" in p else "END"
    of = p.meaning("x")
    if isinstance(of, Daypart):
        return Daypart(of.code, of.of, mod, of.shift, of.spans_next)
    if isinstance(of, Clock):
        return None
    hours = p["s"].word if "s" in p else None
    if hours is not None and ("الصباح" in hours.fold or "الفجر" in hours.fold) and isinstance(of, Date | Deictic):
        return Daypart("MO", of, mod)
    if isinstance(of, Relative) and of.unit not in ("D", "Y", "M", "100Y"):
        return None
    return Modified(of, mod) if of is not None else None


EDGES = [
    pattern("early-hours", f"s:EARLYHOURS (OF | PREFIX | IN)? DAYWORD? x:PARTOFDAY|{DAYLIKE}|CENTURYDATE|DAYPARTALONE", _edge, "TIME PARTOFDAY",
            ("الساعات الأولى من فجر الثلاثاء", "2023-03-14TMO")),
    pattern("late-hours", f"e:LATEHOURS (OF | IN)? DAYWORD? x:PARTOFDAY|{DAYLIKE}|DAYPARTALONE", _edge, "TIME PARTOFDAY",
            ("ساعة متأخرة من مساء أمس", "2023-03-14TEV")),
    pattern("early-hours", f"x:PARTOFDAY|{DAYLIKE} s:EARLYADV", _edge, "TIME PARTOFDAY"),
]  # fmt: skip

ATOMS = CLOCKS
LEVEL_TIMES = PARTS
LEVEL_CLOCKED = ON
LEVEL_EDGES = EDGES
