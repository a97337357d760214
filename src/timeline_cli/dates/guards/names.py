"""Months, weekdays and days that are names: of persons, places, media, feasts (§2.2, §3.1, §6.1, §8, §10.2, §10.4)."""

from __future__ import annotations

import re
from functools import cache

from timeline_cli.dates.fold import fold
from timeline_cli.dates.guards.around import Around, given_names, is_counted, is_indefinite_noun, stem, words
from timeline_cli.dates.meaning import Date, Holiday
from timeline_cli.dates.tense import aspect
from timeline_cli.dates.words import UNKNOWN
from timeline_cli.lexicon import column, rows

_TEMPORAL = frozenset(
    [
        "IN",
        "SINCE",
        "UNTIL",
        "DURING",
        "AGO",
        "AFTER",
        "FROM",
        "TO",
        "BETWEEN",
        "PREFIX",
        "MONTHWORD",
        "MONTHDU",
        "OF",
        "EARLYHOURS",
        "AT",
        "EVERY",
        "MOD",
    ]
)
_FEAST_TIMES = frozenset(["IN", "SINCE", "UNTIL", "AGO", "AFTER", "DURING", "PREFIX", "MOD", "DAYPART"])
_NEAR = 120  # code points in which a text shows that it speaks dialect
_EVES = ("ليله", "عشيه", "وقفه")
_DIRECT_NAMES = frozenset({"بن", "ال", "ابو", "عبد", "احد"})


@cache
def _levantine() -> frozenset[str]:
    """Returns the Levantine month names of one word: people and firms carry them too."""
    return frozenset(row["fold"] for row in rows("months") if row["system"] == "levantine" and " " not in row["fold"])


@cache
def _speech() -> frozenset[str]:
    return column("events/attribution_verbs", "fold", aspect="perfect")


def _has_name_head(around: Around) -> bool:
    head = around.head()
    return head in words("NAMEHEAD") or head in words("EVENTHEAD")


def _follows_person(around: Around) -> bool:
    head = around.head()
    return head in words("PERSONCUE") or head in given_names()


def bare_month(around: Around) -> bool:
    """Lets pass a month without day or year where it is one (§2.2)."""
    if fold(around.surface()) == "الحجه":
        return False  # an argument, without ذو or شهر
    if "نّ" in around.surface():
        return False  # ينّاير, the Amazigh new year
    date = around.item.meaning
    assert isinstance(date, Date)
    before = around.before()
    if date.safe and fold(around.surface()).split()[0].endswith("شهر"):
        return not _has_name_head(around)  # يبقى على │ شهر ديسمبر
    if _has_name_head(around) or _follows_person(around):
        return False
    licensed = not before.classes.isdisjoint(_TEMPORAL)
    if date.safe and date.needs_context:
        return True
    if date.safe:
        if fold(around.surface()) in _levantine() and not licensed:
            return not before.classes.isdisjoint({"AND", "OR", "COMMA", "DASH"}) and _month_beside(around)
        return licensed or not _is_inside_name(around)
    if not licensed:
        return not before.classes.isdisjoint({"AND", "OR", "DASH"}) and _month_beside(around)
    return _is_month_behind_preposition(around, date)


def _is_month_behind_preposition(around: Around, date: Date) -> bool:
    """Tells whether مارس, آب, رمضان and their like are months behind a preposition, not verbs, fathers or persons."""
    before, after = around.before(), around.after()
    gregorian = date.calendar == "gregorian"
    if "PREFIX" in before.classes and (before.fold == "ك" or (before.fold == "ب" and date.month in (3, 8))):
        return False
    if "PREFIX" in before.classes and gregorian and date.month == 3 and after.letter == UNKNOWN:
        return False
    person_next = after.fold in given_names()
    if person_next and ("IN" not in before.classes or not before.classes.isdisjoint({"OF", "FROM", "AND", "TO"})):
        return False
    if gregorian and date.month == 8 and fold(around.surface()) == "اب" and "آب" not in around.surface():
        return False
    if before.fold == "من" and date.calendar == "hijri" and after.letter == UNKNOWN:
        return date.month == 9
    return True


def _month_beside(around: Around) -> bool:
    """Tells whether a month that is itself a date stands before the conjunction."""
    month, opener = around.before(2), around.before(3)
    if month.classes.isdisjoint({"MONTH", "HIJRI"}):
        return False
    return not opener.classes.isdisjoint(_TEMPORAL | {"DAY", "AND", "COMMA"})


def _is_inside_name(around: Around) -> bool:
    """Tells whether a month between two unknown words looks like a part of a name: مطحنة غشت إخوان."""
    before, after = around.before(), around.after()
    if before.letter != UNKNOWN or not before.fold.isalpha() or after.letter != UNKNOWN or not after.fold.isalpha():
        return False
    return (
        aspect(before.fold) is None
        and aspect(after.fold) is None
        and after.fold not in _SAYS_MORE
        and len(after.fold) > 2
        and after.fold[0] not in "وبل"
    )


_SAYS_MORE = frozenset({"الذي", "البالغ", "البالغه"})  # of the month or what it measures, no name goes on
_TITLE = 40  # code points
_OPENING, _CLOSING = "«“", "»”"
_TITLED = frozenset(
    {
        "بعنوان",
        "عنوان",
        "عنوانه",
        "عنوانها",
        "اسم",
        "المسمي",
        "يسمي",
        "تسمي",
        "ندوه",
        "محاضره",
        "مقال",
        "مقاله",
        "دراسه",
        "بحث",
        "ورشه",
        "ملف",
        "لوحه",
        "مذكرات",
        "امسيه",
    }
)


def in_title(around: Around) -> bool:
    """Tells whether the item stands in a short quotation that a noun makes a name: كتاب «مايو 68», موقع «الساعة 24»."""
    text, start, end = around.text, around.item.start, around.item.end
    opening = max(text.rfind(mark, max(0, start - _TITLE), start) for mark in _OPENING)
    if opening < 0 or any(mark in text[opening:start] for mark in _CLOSING):
        return False
    closing = min((at for mark in _CLOSING if (at := text.find(mark, end, opening + _TITLE)) >= 0), default=-1)
    if closing < 0:
        return False
    distance = 1
    while "QUOTE" not in around.before(distance).classes and distance < _TITLE:
        distance += 1
    near, far = stem(around.before(distance + 1).fold), stem(around.before(distance + 2).fold)
    assert around.item.pattern is not None
    if around.item.pattern.name == "bare-year" and near in words("EVENTYEAR"):
        return False  # معرض «إكسبو 2020»
    described = near.startswith("ال") or "ORDINAL" in around.before(distance + 1).classes  # ديوانه الأول «صيف 1958»
    return _names_work(near) or (described and _names_work(far))


def _names_work(word: str) -> bool:
    """Tells whether a folded word makes a quotation behind it a name, with a pronoun or without (روايته, وفيلمها)."""
    forms = {word, word[1:]} if word[:1] in ("و", "ف", "ب", "ل") else {word}
    forms |= {form.removesuffix("ها").removesuffix("هم").removesuffix("ه") for form in forms}
    forms |= {form.removesuffix("ت") + "ه" for form in forms}
    return not forms.isdisjoint(words("NAMEHEAD")) or not forms.isdisjoint(_TITLED)


def month_date(around: Around) -> bool:
    """Lets pass a month date that is no part of an address (jan2020@…)."""
    return "@" not in around.text[around.item.end : around.item.end + 2]


def day_month(around: Around) -> bool:
    """Lets pass a day and month that no street, movement or revolution is named after (§10.2)."""
    date = around.item.meaning
    if "@" in around.text[around.item.end : around.item.end + 2]:
        return False
    if not isinstance(date, Date) or date.weekday is not None:
        return True
    if "DAYWORD" in around.first().classes:
        return True  # افتتح المعرض يوم 17 نيسان
    if date.month_of is not None and around.surface().endswith(("منه", "منها")):
        return _is_day_of_that(around)
    definite = around.has_definite_head()  # أعلنت الجمعية │ 3 مارس, but جمعية 8 آذار
    if date.year is not None:
        return definite or around.head() not in words("PLACEHEAD")
    if date.rel is not None or date.year_of is not None:
        return True
    if _has_name_head(around) and not definite:
        return False
    surface, after = around.surface(), around.after()
    father = date.month == 8 and date.calendar == "gregorian" and surface.endswith((" أب", " اب"))
    father = father and len(surface.split()) == 2  # قتل 3 أب, but 24 أغسطس اب
    return not (father and after.letter == UNKNOWN and after.fold.isalpha())


_BEFORE_DAYS = frozenset({"IN", "SINCE", "UNTIL", "TO", "FROM", "BETWEEN", "AND", "DAYPART"})
_SESSIONS = frozenset({"جلسه", "جلسات", "ليله", "نهار", "بتاريخ", "تداولات", "تعاملات"})


def _is_day_of_that(around: Around) -> bool:
    """Tells whether a number of that is a day of the month named before (في 28 منه, but المادة 28 منه, 5 منها)."""
    before = around.before()
    return around.surface().endswith("منه") and (
        not before.classes.isdisjoint(_BEFORE_DAYS) or stem(before.fold) in _SESSIONS
    )


def weekday(around: Around) -> bool:
    """Lets pass a bare weekday that is no prayer, market, medium or family name (§3.1)."""
    if "DAYWORD" in around.first().classes and "WEEKDAY" in around.tokens.words[around.item.last - 1].classes:
        return True
    before, after, head = around.before(), around.after(), around.head()
    if _is_known_surname(around):
        return False
    names_it = head in words("WEEKDAYHEAD") or head in words("NAMEHEAD")
    named = names_it or (head in given_names() and not (head in _NATIONS and after.fold == "ان"))
    if (named and not around.has_definite_head()) or head in _DIRECT_NAMES:
        return False
    two = (
        after.fold == "معا"
        or before.fold in _JOINS_TWO
        or ("OF" in before.classes and around.before(2).fold in ("اي", "لاي", "باي", "كل", "كلا"))
    )
    if two and fold(around.surface()) == "الاثنين" and not (before.fold == "بين" and after.fold.startswith("و")):
        return False
    indefinite = "WEEKDAY_INDEF" in around.tokens.words[around.item.last - 1].classes
    if indefinite and after.letter == UNKNOWN and after.fold.startswith("ال") and aspect(after.fold) is None:
        return False  # يوم جمعة الغضب
    return "THIS" not in before.classes or "REL" in after.classes


_NATIONS = frozenset({"تركي", "هندي", "مكي"})  # first names too: قال مسؤول تركي │ الاثنين إن
_JOINS_TWO = frozenset({"يجمع", "جمع", "جمعت", "يربط", "تربط", "ربطت", "كلا", "هذان", "هذين", "بين"})
_SURNAME_REACH = 20_000  # code points


def _is_known_surname(around: Around) -> bool:
    """Tells whether a weekday right behind a verb of speech is the family name of one named in full before it."""
    before = around.before()
    if stem(before.fold).removeprefix("و") not in _speech() or "DAYWORD" in around.first().classes:
        return False
    name, text, end = around.surface(), around.text, around.item.start
    floor = max(0, end - _SURNAME_REACH)
    at = text.rfind(name, floor, end)
    while at >= 0:
        lead = fold(text[max(floor, at - 20) : at]).split()
        if lead and lead[-1].removeprefix("و") in given_names():
            return True
        at = text.rfind(name, floor, at)
    return False


def _is_adverb(around: Around) -> bool:
    """Tells whether no noun before governs يوم: صوموا يوم عرفة, وقف الحجاج يوم عرفة, but صيام يوم عرفة."""
    before = around.before()
    if before.letter != UNKNOWN:
        return False
    form = before.fold
    return aspect(form) is not None or form.endswith("وا") or around.has_definite_head()


_PUBLISHES = frozenset({"للطباعه", "للصحافه", "للنشر", "للاعلام"})


def deictic_day(around: Around) -> bool:
    """Lets pass اليوم, غدا and their like where they name a day (§6.1)."""
    form = fold(around.surface())
    before, after = around.before(), around.after()
    if form == "امس" and after.fold in ("الحاجه", "حاجه"):
        return False  # في أمسّ الحاجة
    if form == "امس" and before.fold in ("ل", "ك") and "أ" not in around.surface():
        return False  # لامس، كامس
    behind_medium = around.head() in words("NAMEHEAD") or stem(around.before(2).fold) in words("MEDIAHEAD")
    if behind_medium and form in ("اليوم", "الغد", "غد") and not around.has_definite_head():
        return False
    if "QUOTE" in before.classes and "QUOTE" in after.classes:
        return False
    if "QUOTE" in after.classes and "QUOTE" in around.before(2).classes and before.letter == UNKNOWN:
        return False  # «أخبار اليوم»
    if form in ("اليوم", "ليوم"):
        house = before.fold == "دار" and after.fold in _PUBLISHES  # دار اليوم للطباعة والنشر
        return not house and _is_today(around)
    if form == "بكره":
        return _is_tomorrow_in_dialect(around)
    if form == "هذا اليوم" and before.fold == "مثل":
        return False
    if form in ("باكر", "غدوه") and _is_tomorrow_in_gulf_or_maghreb(around):
        return True
    if form in ("غد", "باكر", "غدوه"):
        if not before.classes.isdisjoint({"DAYWORD", "DAYPART"}):
            return True
        if "FROM" in before.classes and " " in before.fold:
            return True  # ابتداء من غد
        behind_noun = before.letter == UNKNOWN and before.fold.isalpha() and before.fold not in words("FUNCTIONWORD")
        return form == "غد" and behind_noun
    if form == "غدا":
        became = is_counted(after) and after.fold.endswith("ا")
        return not _is_became_of(around) and (not became or _follows_verb(around))
    if form == "الغد":
        return before.fold != "من" and after.fold not in ("المشرق", "القريب", "الافضل")
    return True


def _is_tomorrow_in_dialect(around: Around) -> bool:
    """Tells whether بكرة is tomorrow and not "with a ball": in dialect or a short line, before no adjective or foot."""
    after, text, start, end = around.after(), around.text, around.item.start, around.item.end
    if after.fold.endswith("ه") or after.fold in ("من", "قدم"):
        return False
    near = fold(text[max(0, start - _NEAR) : end + _NEAR]).split()
    if not words("SPORTCUE").isdisjoint(near):
        return False
    line = max(0, text.rfind("\n", 0, start)), text.find("\n", end)
    short = (line[1] if line[1] >= 0 else len(text)) - line[0] < _NEAR
    return short or not words("DIALECTCUE").isdisjoint(near)


_WORDS = re.compile(r"\w+")
_EARLY = frozenset({"وقت", "سن", "عمر", "زواج", "حمل", "موت", "رحيل", "نضج", "موعد", "صباح", "شكل", "مبكر"})


def _is_tomorrow_in_gulf_or_maghreb(around: Around) -> bool:
    """Tells whether باكر, غدوة are tomorrow, not early: in dialect, and not behind a noun that باكر describes."""
    before, text, start, end = around.before(), around.text, around.item.start, around.item.end
    if before.fold in _EARLY or around.after().fold == "وعشيا":
        return False
    near = _WORDS.findall(fold(text[max(0, start - _NEAR) : end + _NEAR]))
    opens = before.fold in _OPENS_CLAUSE or before.letter != UNKNOWN
    return not words("DIALECTCUE").isdisjoint(near) and (
        opens or not is_indefinite_noun(before) or before.fold[0] in _PERSONS
    )


_OPENS_CLAUSE = frozenset({"", "\n", "،", ",", ".", ":", "!", "؟", "؛"})
_PERSONS = frozenset("اأنيتب")  # a verb of dialect may begin with them
_BECAME_BEHIND = frozenset(
    {"انه", "انها", "لانه", "لانها", "لكنه", "قد", "وقد", "فقد", "الذي", "ثم", "بعدما", "حتي", "اذ"}
)


def _is_became_of(around: Around) -> bool:
    """Tells whether غدا is the verb by its own company: إنه غدا شيخا, وغدا المكان خاليا."""
    before, after, second = around.before(), around.after(), around.after(2)
    if before.fold in _BECAME_BEHIND and after.letter == UNKNOWN and after.fold.endswith("ا"):
        return is_counted(after)
    definite = after.letter == UNKNOWN and after.fold.startswith("ال") and aspect(after.fold) is None
    opens = "AND" in before.classes or before.fold in _OPENS_CLAUSE
    return opens and definite and second.letter == UNKNOWN and second.fold.endswith("ا") and is_counted(second)


def _follows_verb(around: Around) -> bool:
    """Tells whether a verb stands before in the clause, so that غدا is an adverb and not the verb became."""
    for distance in range(1, 9):
        word = around.before(distance)
        if word.fold in ("،", ",", ".", "\n", "") or (distance == 1 and "AND" in word.classes):
            return False
        if aspect(word.fold) is not None:
            return True
    return False


def _is_today(around: Around) -> bool:
    before, after = around.before(), around.after()
    if after.fold in words("DAYADJ") or "ORDINAL" in after.classes:
        return False
    if "CARDINAL" in after.classes and after.fold.startswith("ال"):
        return False
    if around.head() in words("GENITIVEHEAD") or not before.classes.isdisjoint(
        {"IN", "EVERY", "THIS", "THAT", "SAMEPRE"}
    ):
        return False
    if before.fold in ("طوال", "طيله", "علي مدار", "علي مدي", "ساعات"):
        return False
    if "PREFIX" in before.classes:
        return before.fold == "ل" and after.letter != UNKNOWN
    return True


def daypart_alone(around: Around) -> bool:
    """Lets pass صباحا, مساء without a day where they are adverbs of time (§5.3)."""
    form = fold(around.surface())
    before, after = around.before(), around.after()
    if form == "باكرا" and not after.classes.isdisjoint({"DAYPART", "DAYPART_DEF", "WEEKDAY", "DEICTIC"}):
        return False  # باكرا صباح الأحد: how early, not when
    if form == "سحرا" or ("QUOTE" in before.classes and "QUOTE" in after.classes):
        return False
    return not (form in ("مساء", "عشيه") and before.fold in ("كل", "ذات"))


_WHICH_NIGHT = frozenset({"التي", "الواحده", "الكبيره"})


def tonight(around: Around) -> bool:
    """Lets pass الليلة where it is tonight: not الليلة الأولى, الليلة التي …, nor the night that has a price."""
    after = around.after()
    if "ORDINAL" in after.classes or after.fold in _WHICH_NIGHT:
        return False
    if after.letter == UNKNOWN and after.fold.startswith("ال") and after.fold.endswith("يه"):
        return False  # الليلة الشعرية
    return around.head() not in words("NIGHTHEAD")


def holiday(around: Around) -> bool:
    """Lets pass a feast where it acts as a time: with its year, or behind a preposition of time (ruling 28)."""
    before, after = around.before(), around.after()
    if around.head() in words("FEASTHEAD") or after.fold in ("ميلاده", "ميلادها"):
        return False
    feast = around.item.meaning
    if around.item.pattern is not None and around.item.pattern.name == "holiday-day":
        return True  # أول أيام العيد is always a day
    if isinstance(feast, Holiday):
        if feast.year is not None or feast.rel is not None:
            return True
        if feast.days > 1:
            return False
    # Before its own date a feast is the name of that day.
    if not after.classes.isdisjoint({"DAYWORD", "DAY", "WEEKDAY", "LPAR"}):
        return False
    if not before.classes.isdisjoint(_FEAST_TIMES) or before.fold in words("FALLSON"):
        return True
    form = fold(around.surface())
    if form.startswith("يوم ") and _is_adverb(around):
        return True
    eve = form.startswith(_EVES)
    return eve and "AND" not in before.classes and before.fold not in ("وفيها", "فيها")
