"""What only looks like a date: names, numbers, ages (docs/temporal-expressions.md §10), told by the words around it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from timeline_cli.dates.fold import fold
from timeline_cli.dates.match import Item, Pattern
from timeline_cli.dates.meaning import Amount, Date, Holiday
from timeline_cli.dates.tense import aspect
from timeline_cli.dates.tokens import Digits, Tokens
from timeline_cli.dates.words import UNKNOWN, Word, guard_words
from timeline_cli.lexicon import rows

_EMPTY = Word("")
_TEMPORAL = frozenset({"IN", "SINCE", "UNTIL", "DURING", "AGO", "AFTER", "FROM", "TO", "BETWEEN", "PREFIX", "MONTHWORD", "MONTHDU", "OF", "EARLYHOURS", "AT", "EVERY", "MOD"})  # fmt: skip


@cache
def words(cls: str) -> frozenset[str]:
    """Returns the words of a guard class, and with the article those that may carry it."""
    found = guard_words(cls)
    if cls in ("NAMEHEAD", "EVENTHEAD", "PLACEHEAD"):
        found |= {"ال" + word for word in found if not word.startswith("ال")}
    return found


@cache
def given_names() -> frozenset[str]:
    """Returns the folded given names of the word list."""
    return frozenset(row["fold"] for row in rows("events/given_names"))


class Around:
    """The words on either side of an item, nearest first; quotation marks and articles can be stepped over."""

    __slots__ = ("first", "last", "text", "tokens")

    def __init__(self, item: Item, tokens: Tokens, text: str) -> None:
        self.tokens = tokens
        self.text = text
        self.first = item.first
        self.last = item.last

    def before(self, distance: int = 1) -> Word:
        """Returns the word so many tokens before, an empty one at the edge."""
        index = self.first - distance
        return self.tokens.words[index] if index >= 0 else _EMPTY

    def after(self, distance: int = 1) -> Word:
        """Returns the word so many tokens after, an empty one at the edge."""
        index = self.last - 1 + distance
        return self.tokens.words[index] if index < len(self.tokens.words) else _EMPTY

    def stem_before(self, skip: frozenset[str] = frozenset({"QUOTE", "ARTICLE"})) -> str:
        """Returns the nearest word before, quotation marks left out, without و or ف and prepositions."""
        distance = 1
        while distance < 4 and not self.before(distance).classes.isdisjoint(skip):
            distance += 1
        return stem(self.before(distance).fold)


def stem(word: str) -> str:
    """Returns a folded word without و ف ب ل ك, where the rest is a guard word."""
    every = _all_guard_words()
    if word in every:
        return word
    for length in (1, 2):
        if len(word) > length + 2 and word[0] in "وفبلك" and word[length:] in every:
            return word[length:]
    if word.startswith("لل") and "ال" + word[2:] in every:
        return "ال" + word[2:]
    return word


@cache
def _all_guard_words() -> frozenset[str]:
    found: frozenset[str] = frozenset()
    for cls in ("NAMEHEAD", "EVENTHEAD", "NUMBERHEAD", "COUNTED", "AGEHEAD", "PERSONCUE", "FEASTHEAD", "WEEKDAYHEAD", "GENITIVEHEAD", "EVENTYEAR", "PLACEHEAD", "CASEHEAD"):
        found |= words(cls)
    return found


def is_counted(word: Word) -> bool:
    """Tells whether a word is a noun that a number before it counts."""
    if word.fold in words("COUNTED") or word.fold in ("%", "٪"):
        return True
    if "UNIT" in word.classes or "UNIT_PL" in word.classes or "UNIT_ACC" in word.classes or "THOUS" in word.classes or "PAST_BIG" in word.classes:
        return True
    # An indefinite accusative (2015 طالبا), but not an adverb in a list of ours.
    return word.letter == UNKNOWN and len(word.fold) > 3 and word.fold.endswith("ا") and not word.fold.endswith(("ها", "نا", "هما")) and not word.fold.startswith("ال") and word.fold not in _NOT_COUNTED


_NOT_COUNTED = frozenset(
    fold(word)
    for word in "أيضا مما كما عندما حينما بينما فيما هذا لما وهذا نحو تقريبا حتى إلا وأيضا لكنها لكنهما وكلما تقديرا تزامنا مقارنة وفقا طبقا نظرا استنادا رسميا "
    "لذا منها فيها عليها بها وما رغما سيما بعدما تحديدا سعيا حصريا سوريا ليبيا روسيا تركيا إيطاليا ألمانيا بريطانيا أستراليا نيجيريا كولومبيا إندونيسيا ماليزيا أوكرانيا "
    "كلها كانا كلتا مؤكدا مشيرا موضحا مضيفا مبينا قائلا لافتا معلنا داعيا إذا ولا ثالثا ثانيا أولا رابعا هما أما وأما أنما إنما وذلك غدا أوروبا أمريكا أفريقيا آسيا".split()
)


def _name_before(around: Around) -> bool:
    head = around.stem_before()
    return head in words("NAMEHEAD") or head in words("EVENTHEAD")


def _person_before(around: Around) -> bool:
    head = around.stem_before()
    return head in words("PERSONCUE") or head in given_names()


def _person_after(around: Around) -> bool:
    return around.after().fold in given_names()


_NUMBER_HEAD_PHRASES = tuple(word for word in guard_words("NUMBERHEAD") if " " in word or "." in word)


def _number_head(item: Item, around: Around) -> bool:
    """Tells whether the words before an item make it a number of something: هاتف, رقم, ص.ب."""
    if around.stem_before() in words("NUMBERHEAD") or (around.before().letter == UNKNOWN and stem(around.before(2).fold) in ("هاتف", "فاكس", "جوال", "رقم")):
        return True
    if "@" in around.text[item.end : item.end + 1] + around.text[max(0, item.start - 1) : item.start]:
        return True
    lead = fold(around.text[max(0, item.start - 14) : item.start]).rstrip(" :،,")
    return lead.endswith(_NUMBER_HEAD_PHRASES)


def _bare_year(item: Item, around: Around) -> bool:
    before, after = around.before(), around.after()
    if _number_head(item, around):
        return False
    if is_counted(after) or ("DAY" in before.classes and "MONTH" not in before.classes):
        return False
    if after.fold in ("/", "-", ":") and around.after(2).fold.isdecimal():
        return False
    if before.fold in ("/", "-", ":", ".") and around.before(2).fold.isdecimal():
        return False
    following = around.text[item.end : item.end + 1]
    if following in ("%", "٪", "+", "×", "*", "°") or (following.isalpha() and following.isascii()):
        return False
    if "LPAR" in before.classes and ("RPAR" in after.classes or "DASH" in after.classes):
        named = around.before(2)
        return not isinstance(named, Digits) and stem(named.fold) not in words("NUMBERHEAD")
    if not before.classes.isdisjoint({"YEARDU", "YEARPL", "UNIT_PL"}) and "UNIT_DU_DEF" not in before.classes:
        return True
    value = item.meaning.year if isinstance(item.meaning, Date) else 0
    assert value is not None
    if not before.classes.isdisjoint({"IN", "SINCE", "UNTIL", "DURING", "AGO", "AFTER", "YEARDU", "YEARPL", "BETWEEN", "MOD", "DATEWORD"}):
        return 1000 <= value <= 2200 and not ("AFTER" in before.classes and value < 1200)
    if not before.classes.isdisjoint({"TO", "FROM", "OF", "ON"}):
        return 1500 <= value <= 2100 and (value % 100 != 0 or value in (1900, 2000)) and not (after.letter == UNKNOWN and after.fold[:2] != "ال" and after.fold and after.fold.isalpha() and len(after.fold) > 2 and not _function(after.fold))
    if before.fold in ("ل", "ب", "ك") and 1800 <= value <= 2100 and value % 1000 != 0:
        return True
    if before.fold in ("بحلول", "حلول", "ايراد", "حوالي"):
        return 1500 <= value <= 2200 and before.fold != "حوالي"
    if "AND" in before.classes and _year_in_list(item, around):
        return True
    for distance in range(1, 5):
        word = around.before(distance)
        if word.fold in ("،", ",", "(", ".", "\n", "،"):
            break
        if stem(word.fold) in words("EVENTYEAR") or (word.fold.startswith("ال") and word.fold[2:] in words("EVENTYEAR") and distance == 1):
            return 1000 <= value <= 2200
    return False


def _year_in_list(item: Item, around: Around) -> bool:
    """Tells whether a year follows another one of the same sentence: أعوام 1948 و1956, 1986 في المكسيك و1994 في …."""
    date = item.meaning
    assert isinstance(date, Date)
    for distance in range(2, 12):
        word = around.before(distance)
        if word.fold in (".", "\n", "؟", "!", "") or word.letter == UNKNOWN and distance > 8:
            return False
        if isinstance(word, Digits) and "YEAR4" in word.classes:
            return abs(int(word.value) - (date.year or 0)) <= 100
    return False


def _function(word: str) -> bool:
    return word in ("حيث", "كما", "الذي", "التي", "وهو", "وهي", "مع", "عبر", "ضد", "بسبب", "لكن", "وقد", "ان", "هو", "هي", "كان", "قبل", "وسط", "اذ", "مما", "تم", "عن", "كانت", "وكان")


def _bare_month(item: Item, around: Around) -> bool:
    date = item.meaning
    assert isinstance(date, Date)
    before, after = around.before(), around.after()
    if _name_before(around) or _person_before(around):
        return False
    licensed = not before.classes.isdisjoint(_TEMPORAL)
    if date.safe and not date.needs_context:
        if _levantine(item, around) and not licensed:
            return not before.classes.isdisjoint({"AND", "OR", "COMMA", "DASH"}) and _month_beside(around)
        return licensed or not _name_goes_on(around)
    if date.safe:
        return True
    if not licensed:
        return (not before.classes.isdisjoint({"AND", "OR"}) or "DASH" in before.classes) and _month_beside(around)
    if "PREFIX" in before.classes and (before.fold == "ك" or (before.fold == "ب" and date.month in (3, 8))):
        return False
    if "PREFIX" in before.classes and date.calendar == "gregorian" and date.month == 3 and after.letter == UNKNOWN:
        return False
    if not before.classes.isdisjoint({"OF", "FROM", "AND", "TO"}) and _person_after(around):
        return False
    surface = around.text[item.start : item.end]
    if date.calendar == "gregorian" and date.month == 8 and "آب" not in surface and "أغسطس" not in surface and "اغسطس" not in surface and fold(surface) == "اب":
        return False
    if before.fold == "من" and date.calendar == "hijri" and after.letter == UNKNOWN:
        return date.month == 9
    return not (_person_after(around) and "IN" not in before.classes)


_LEVANTINE = frozenset(fold(word) for word in "شباط آذار أيار حزيران أيلول نيسان تموز آب".split())


def _levantine(item: Item, around: Around) -> bool:
    return fold(around.text[item.start : item.end]) in _LEVANTINE


def _month_beside(around: Around) -> bool:
    """Tells whether a month that is itself a date stands before the conjunction."""
    month, opener = around.before(2), around.before(3)
    if month.classes.isdisjoint({"MONTH", "HIJRI"}):
        return False
    return not opener.classes.isdisjoint(_TEMPORAL | {"DAY", "AND", "COMMA"})


def _name_goes_on(around: Around) -> bool:
    """Tells whether a month between two unknown words looks like a part of a name: مطحنة غشت إخوان."""
    before, after = around.before(), around.after()
    if before.letter != UNKNOWN or not before.fold.isalpha() or after.letter != UNKNOWN or not after.fold.isalpha():
        return False
    return aspect(before.fold) is None and aspect(after.fold) is None and len(after.fold) > 2 and after.fold[0] not in "وبل"


def _day_month(item: Item, around: Around) -> bool:
    date = item.meaning
    if isinstance(date, Date) and date.year is None and date.rel is None and date.year_of is None and date.weekday is None:
        if _name_before(around):
            return False
        surface = around.text[item.start : item.end]
        if date.month == 8 and date.calendar == "gregorian" and surface.endswith(("أب", "اب")) and surface[-3:-2].isspace():
            return not (around.after().letter == UNKNOWN and around.after().fold.isalpha())
    elif isinstance(date, Date) and date.year is not None and date.weekday is None:
        return around.stem_before() not in words("PLACEHEAD")
    return True


def _weekday(item: Item, around: Around) -> bool:
    before = around.before()
    if "DAYWORD" in around.tokens.words[item.first].classes:
        return True
    head = around.stem_before()
    if head in words("WEEKDAYHEAD") or head in words("NAMEHEAD") or head in given_names() or head in ("بن", "ال", "ابو", "عبد", "احد"):
        return False
    if before.fold in ("من", "في") and fold(around.text[item.start : item.end]) in ("الاثنين",) and around.after().fold in ("معا",):
        return False
    return "THIS" not in before.classes or "REL" in around.after().classes


_MEDIA = frozenset(fold(word) for word in "صحيفة جريدة قناة موقع مجلة وكالة شبكة منصة راديو الصحيفة لصحيفة".split())


def _deictic(item: Item, around: Around) -> bool:
    form = fold(around.text[item.start : item.end])
    before, after = around.before(), around.after()
    head = around.stem_before()
    if form in ("اليوم", "الغد", "غد", "امس") and (head in words("NAMEHEAD") or stem(around.before(2).fold) in _MEDIA):
        return False
    if form == "اليوم":
        if after.fold in words("DAYADJ") or "ORDINAL" in after.classes or "CARDINAL" in after.classes and after.fold.startswith("ال"):
            return False
        if head in words("GENITIVEHEAD"):
            return False
        if "IN" in before.classes or before.fold in ("طوال", "طيله", "مدار", "هذا", "ذلك", "نفس", "ذات", "كل"):
            return before.fold == "في" and False
        if "PREFIX" in before.classes and before.fold in ("ب", "ل"):
            return before.fold == "ل" and after.letter != UNKNOWN
        return True
    if form in ("غدا", "غد", "باكر", "بكره", "بكرا", "غدوه"):
        if form in ("غد", "باكر", "غدوه"):
            return "DAYWORD" in before.classes or "DAYPART" in before.classes or form == "باكر" and "PREFIX" not in before.classes and False
        if form == "غدا" and is_counted(after) and after.fold.endswith("ا"):
            return False
        if form == "غدا" and after.fold in ("من", "في") and around.after(2).letter == UNKNOWN and around.after(2).fold.endswith("ين") and False:
            return False
    if form == "الغد":
        return before.fold not in ("من",) and after.fold not in ("المشرق", "القريب", "الافضل")
    return True


def _adverb(item: Item, around: Around) -> bool:
    form = fold(around.text[item.start : item.end])
    after, before = around.after(), around.before()
    if form in ("سحرا", "مغربا", "نهارا", "صبحا", "ضحي", "فجرا") and before.letter == UNKNOWN and form == "سحرا":
        return False
    if "QUOTE" in before.classes and "QUOTE" in after.classes:
        return False
    if form in ("مساء", "عشيه"):
        if before.fold in ("كل",):
            return False
        return not (after.letter == UNKNOWN and after.fold and after.fold.isalpha() and not _continues(after.fold))
    if form in ("بعد الظهر", "بعد ظهر", "قبل الظهر"):
        return True
    return form not in ("بالليل",) or True


def _continues(word: str) -> bool:
    """Tells whether a word after مساء goes on with the sentence and is no genitive of it."""
    return word.startswith("ال") is False or True


_DEATH = re.compile("[وف]?(توفي|مات|رحل|رحيل|وفا|دفن|ناهز)")


def _amount(item: Item, around: Around) -> bool:
    amount = item.meaning
    assert isinstance(amount, Amount)
    before, after = around.before(), around.after()
    for distance in range(1, 7):
        word = around.before(distance)
        if distance > 3 and word.letter == UNKNOWN and not isinstance(around.before(distance - 1), Digits):
            break
        if word.fold in (".", "\n", ")", "(") or word.fold in ("،", ",") and not isinstance(around.before(distance + 1), Digits):
            break
        if stem(word.fold) in words("AGEHEAD") or word.fold.startswith(("عمره", "عمرها", "بعمر")):
            return False
    if after.fold == "من" and around.after(2).fold.startswith(("العمر", "عمر")) or after.fold in ("عمرا",):
        return False
    if amount.parts[0][1] == "Y" and len(amount.parts) == 1 and amount.parts[0][0] is not None:
        if "LPAR" in before.classes and "RPAR" in after.classes and around.before(2).letter == UNKNOWN:
            return False
        if before.fold in ("،", ",") and after.fold in ("،", ",") and around.before(2).letter == UNKNOWN and amount.parts[0][0] >= 5:
            return False
        if before.fold in ("ابن", "سن", "عمر"):
            return False
        if before.fold == "عن" and any(_DEATH.match(around.before(distance).fold) for distance in range(2, 8)):
            return False
        if before.fold in ("،", ",") and "RPAR" in after.classes:
            return False
    if stem(before.fold) in words("NUMBERHEAD") and before.letter == UNKNOWN:
        return False
    return True


def _bare_part(item: Item, around: Around) -> bool:
    """النصف الأول, الربع الثالث without a year: a part of the year, not of a match or a book (§4.3)."""
    after = around.after()
    if "OF" in after.classes or after.fold.startswith(("النهايي", "الساعه")):
        return False
    lowered = fold(around.text[max(0, item.start - 120) : item.end + 120])
    if any(cue in lowered for cue in ("مبارا", "هدف", "الشوط", "ملعب", "مرمي", "لاعب", "فريق")):
        return False
    if not words("ECONOMYCUE").isdisjoint(lowered.split()):
        return True
    return not around.before().classes.isdisjoint({"IN", "SINCE", "DURING", "PREFIX", "UNTIL", "AND", "OF", "FROM", "TO", "MOD", "AFTER", "AGO"})


_FALLS_ON = frozenset(fold(word) for word in "يصادف صادف تصادف يوافق وافق عشية غداة قبيل عقب حلول بحلول".split())


def _holiday(item: Item, around: Around) -> bool:
    if around.stem_before() in words("FEASTHEAD"):
        return False
    after = around.after()
    if after.fold in ("ميلاده", "ميلادها"):
        return False
    holiday = item.meaning
    if isinstance(holiday, Holiday) and (holiday.year is not None or holiday.rel is not None):
        return True
    # A feast alone acts as a time behind a preposition of time; before its own date it is the name of that day.
    if not after.classes.isdisjoint({"DAYWORD", "DAY", "WEEKDAY", "LPAR"}):
        return False
    before = around.before()
    return not before.classes.isdisjoint({"IN", "SINCE", "UNTIL", "AGO", "AFTER", "DURING", "PREFIX", "MOD", "DAYPART"}) or before.fold in _FALLS_ON or "NI" == getattr(holiday, "code", "") or item.pattern is not None and fold(around.text[item.start : item.end]).startswith(("ليله", "عشيه", "وقفه")) and before.fold not in ("وفيها", "فيها") and "AND" not in before.classes


def _named_day(item: Item, around: Around) -> bool:
    return not _number_head(item, around)


def _no_address(item: Item, around: Around) -> bool:
    return "@" not in around.text[item.end : item.end + 2]


def _this_decade(item: Item, around: Around) -> bool:
    """هذا العقد: this decade, or this contract."""
    if "DECADEDEF" not in around.tokens.words[item.last - 1].classes and "DECADEDEF" not in around.tokens.words[item.first].classes:
        return True
    if "THIS" not in around.tokens.words[item.first].classes:
        return True
    near = fold(around.text[max(0, item.start - 60) : item.end + 60]).split()
    return words("CONTRACTCUE").isdisjoint(near)


def _case_year(item: Item, around: Around) -> bool:
    """الطعن 4521 لسنة 67 القضائية: the year in the number of a case (ruling 30)."""
    if around.after().fold in ("القضاييه", "قضاييه", "القضائيه", "قضائيه", "ق"):
        return False
    if "PREFIX" not in around.before().classes:
        return True
    return all(stem(around.before(distance).fold) not in words("CASEHEAD") for distance in range(2, 7))


def _beyond(item: Item, around: Around) -> bool:
    return not is_counted(around.after())


_GUARDS: dict[str, Callable[[Item, Around], bool]] = {
    "BAREYEAR": _bare_year,
    "BAREMONTH": _bare_month,
    "BAREWEEKDAY": _weekday,
    "DEICTICDATE": _deictic,
    "DAYPARTALONE": _adverb,
    "AMOUNT": _amount,
    "BAREPART": _bare_part,
    "HOLIDAYDATE": _holiday,
    "NUMDATE": _named_day,
    "DAYDATE": _day_month,
    "YEARRANGE": _named_day,
    "YEAR": _case_year,
    "BEYONDDATE": _beyond,
    "DECADEDATE": _this_decade,
    "MONTHDATE": _no_address,
}


@cache
def _guards_of(pattern: Pattern) -> tuple[Callable[[Item, Around], bool], ...]:
    return tuple(guard for cls, guard in _GUARDS.items() if cls in pattern.makes)


def is_time(item: Item, tokens: Tokens, text: str, names: frozenset[str] = frozenset()) -> bool:
    """Tells whether an item that looks like a time expression is one, by the words around it.

    `names`: words that the user knows as names; an expression that is no more than one of them is none.
    """
    assert item.pattern is not None
    guards = _guards_of(item.pattern)
    if names and text[item.start : item.end] in names:
        return False
    if not guards:
        return True
    around = Around(item, tokens, text)
    for guard in guards:
        if not guard(item, around):
            return False
    return True
