"""Numbers that are no years: counts, codes, cases, ages (§3.7, §7.3, §10.1)."""

from __future__ import annotations

from timeline_cli.dates.fold import fold
from timeline_cli.dates.guards.around import Around, is_counted, is_indefinite_noun, stem, words
from timeline_cli.dates.meaning import Amount, Date
from timeline_cli.dates.surfaces import Digits
from timeline_cli.dates.tense import aspect
from timeline_cli.dates.words import UNKNOWN, Word, guard_words

_NUMBER_HEAD_PHRASES = tuple(word for word in guard_words("NUMBERHEAD") if " " in word or "." in word)
_TEMPORAL = frozenset(
    {"IN", "SINCE", "UNTIL", "DURING", "AGO", "AFTER", "YEARDU", "YEARPL", "BETWEEN", "MOD", "DATEWORD", "UNIT_PL"}
)
_LOW_YEAR = 1000
_LAST_YEAR = 2200
_ENDS_CLAUSE = frozenset({"،", ",", "(", ".", "\n"})
_PHONE = frozenset({"هاتف", "فاكس", "جوال", "رقم"})
_NUMBERED = frozenset({"رقم", "ارقام", "الارقام", "الرقم"})
_NAME_PARTS = frozenset({"ابو", "ابي", "ابا", "ام", "بن", "ذو", "ذي", "ال"})  # أبو قرنين
_ISSUE = frozenset({"العدد", "عدد", "المجلد", "الاعداد"})
_OF_COURT = frozenset({"القضاييه", "قضاييه", "القضائيه", "قضائيه", "ق"})


def is_number_of_something(around: Around) -> bool:
    """Tells whether the words before make an item a number: هاتف, القرار رقم, ص.ب, or a part of an address."""
    before = around.before()
    if around.head() in words("NUMBERHEAD"):
        return True
    if before.letter == UNKNOWN and stem(around.before(2).fold) in _PHONE:
        return True
    if _is_listed_number(around) or _is_numbered(around):
        return True
    start, end = around.item.start, around.item.end
    if "@" in around.text[end : end + 2] or around.text[max(0, start - 1) : start] == "@":
        return True
    lead = fold(around.text[max(0, start - 14) : start]).rstrip(" :،,")
    return lead.endswith(_NUMBER_HEAD_PHRASES)


def _is_listed_number(around: Around) -> bool:
    """Tells whether an item follows a number of something in its list: المادتان 1951 و1952."""
    if "AND" not in around.before().classes or not isinstance(around.before(2), Digits):
        return False
    return stem(around.before(3).fold) in words("NUMBERHEAD")


def _is_numbered(around: Around) -> bool:
    """Tells whether numbers run from … to …: رقم الجلوس (من 2001 إلى 2090), أرقام القيد من 1901 إلى 1975."""
    opener = around.before().fold == "من"
    at = 2 if opener else 1
    if "LPAR" in around.before(at).classes:
        at += 1
    elif not opener:
        return False
    at -= 1
    return not isinstance(around.before(at + 1), Digits) and any(
        stem(around.before(at + step).fold) in _NUMBERED for step in (1, 2)
    )


def numeric(around: Around) -> bool:
    """Lets pass a date or range in digits that is no number of something."""
    return not is_number_of_something(around)


def _counts(around: Around, year: int) -> bool:
    """Tells whether a number counts what follows; behind في one that may be a recent year does so only before a listed
    noun (في 2015 اتفاقا, but في 2015 طنا)."""
    after = around.after()
    recent = 1950 <= year <= 2050 and around.before().fold == "في"
    return is_counted(after, listed=recent) and not (recent and after.fold == "عقدا")


def bare_year(around: Around) -> bool:
    """Lets pass a number of four digits where it is a year (§3.7)."""
    date = around.item.meaning
    assert isinstance(date, Date)
    assert date.year is not None
    if is_number_of_something(around) or _counts(around, date.year) or _is_glued(around):
        return False
    before, year = around.before(), date.year
    if not around.after().classes.isdisjoint({"TO", "UNTIL", "DASH"}) and _is_large(around.after(2)):
        return False  # من 2001 إلى 2450
    if before.fold in ("", "\n", "-", "–", "—", "•", "*") and _heads_line(around):
        return 1000 <= year <= 2200
    if "LPAR" in before.classes and not around.after().classes.isdisjoint({"RPAR", "DASH"}):
        named = around.before(2)
        if isinstance(named, Digits) or stem(named.fold) in words("NUMBERHEAD"):
            return False
        return year <= 2200 and not _bracket_counts(around, named)
    if before.fold == "بين" and stem(around.before(2).fold) == "من":
        return False  # من بين 1800 متقدم
    if not before.classes.isdisjoint(_TEMPORAL):
        return year <= 2200 and not ("AFTER" in before.classes and year < 1200)
    if not before.classes.isdisjoint({"TO", "FROM", "OF", "ON"}):
        return 1500 <= year <= 2100 and (year % 100 != 0 or year in (1900, 2000)) and not _noun_follows(around)
    if "PREFIX" in before.classes:
        return 1800 <= year <= 2100 and year % 1000 != 0
    if before.fold in ("بحلول", "حلول"):
        return 1500 <= year <= 2200
    if "AND" in before.classes and _follows_year(around, year):
        return True
    if before.fold in ("،", ",") and _is_listed_year(around):
        return year <= 2200
    return _follows_event(around) and year <= 2200


def _is_large(word: Word) -> bool:
    return isinstance(word, Digits) and word.value > _LAST_YEAR


_COUNT_LEADS = frozenset({"IN", "OF", "FROM", "TO", "ON", "BETWEEN", "DURING", "PREFIX", "ARTICLE", "APPROX", "BOUND"})


def _bracket_counts(around: Around, named: Word) -> bool:
    """Tells whether a number in brackets counts what follows them: أصدرت (1157) إنذارا, تدريب (2274) من الطلاب."""
    if "RPAR" not in around.after().classes or "SAME" in named.classes:
        return False
    if not named.classes.isdisjoint(_COUNT_LEADS) or (named.letter == UNKNOWN and aspect(named.fold) is not None):
        return True
    after, second = around.after(2), around.after(3)
    if after.fold == "من":
        return second.fold.startswith("ال") and second.fold.endswith(("ين", "ات"))
    return is_counted(after) or is_indefinite_noun(after)


def _heads_line(around: Around) -> bool:
    """Tells whether the year opens a line of a chronology: 1927: تأسيس الحزب."""
    after = around.text[around.item.end : around.item.end + 3].lstrip(" ")
    before = around.text[max(0, around.item.start - 6) : around.item.start]
    marked = after[:1] == ":" or (after[:1] in "–—-" and around.text[around.item.end : around.item.end + 1] == " ")
    counted = after[1:].lstrip(" ")[:1].isdigit()
    alone = before.rpartition("\n")[2].strip(" -–—•*") == "" and ("\n" in before or len(before) < 6)
    return marked and alone and not counted


def _is_glued(around: Around) -> bool:
    """Tells whether more of a number or code stands beside the digits."""
    before, after = around.before(), around.after()
    if "DAY" in before.classes and "MONTH" not in before.classes:
        return True
    if after.fold in ("/", "-", ":") and around.after(2).fold.isdecimal():
        return True
    if before.fold in ("/", "-", ":", ".") and around.before(2).fold.isdecimal():
        return True
    following = around.text[around.item.end : around.item.end + 1]
    return following in ("%", "٪", "+", "×", "*", "°") or (following.isalpha() and following.isascii())


def _noun_follows(around: Around) -> bool:
    after = around.after()
    unknown = after.letter == UNKNOWN and len(after.fold) > 2 and after.fold.isalpha()
    return unknown and not after.fold.startswith("ال") and after.fold not in words("FUNCTIONWORD")


def _is_listed_year(around: Around) -> bool:
    """Tells whether only years and commas stand between a year and أعوام or سنوات (أعوام 1995، 1998، 2013)."""
    for distance in range(2, 16):
        word = around.before(distance)
        if "YEARPL" in word.classes:
            return True
        if word.fold not in ("،", ",") and "YEAR4" not in word.classes:
            return False
    return False


def _follows_year(around: Around, year: int) -> bool:
    """Tells whether another year of the sentence stands before: أعوام 1948 و1956, 1986 في المكسيك و1994 في …."""
    for distance in range(2, 12):
        word = around.before(distance)
        if word.fold in (".", "\n", "؟", "!", "") or (word.letter == UNKNOWN and distance > 8):
            return False
        if isinstance(word, Digits) and "YEAR4" in word.classes:
            return abs(int(word.value) - year) <= 100
    return False


def _follows_event(around: Around) -> bool:
    """Tells whether an event that years tell apart stands shortly before: حرب 1967, كأس العالم لكرة القدم 2002."""
    for distance in range(1, 5):
        word = around.before(distance)
        if word.fold in _ENDS_CLAUSE:
            return False
        if stem(word.fold) in words("EVENTYEAR") or (
            distance == 1 and word.fold.removeprefix("ال") in words("EVENTYEAR")
        ):
            return True
    return False


def named_year(around: Around) -> bool:
    """Lets pass a year that is not part of the number of a case: الطعن 4521 لسنة 67 القضائية (ruling 30)."""
    if around.after().fold in _OF_COURT:
        return False
    date = around.item.meaning
    if isinstance(date, Date) and (date.year or 0) < _LOW_YEAR and is_counted(around.after()):
        return False  # ولد خلال العام 297 مولودا
    if around.after().fold in _ISSUE and isinstance(date, Date) and (date.year or 0) < _LOW_YEAR:
        return False  # السنة 149 العدد 50221
    if "PREFIX" not in around.before().classes:
        return True
    return all(stem(around.before(distance).fold) not in words("CASEHEAD") for distance in range(2, 7))


def hour_alone(around: Around) -> bool:
    """Lets pass الساعة الواحدة where it is one o'clock and no rate (ينقل ألف راكب في الساعة الواحدة)."""
    if not fold(around.surface()).endswith("الساعه الواحده") or around.before().fold != "في":
        return True
    return not any(
        "NUMBER" in around.before(distance).classes or _is_count(around.before(distance)) for distance in range(2, 6)
    )


def _is_count(word: Word) -> bool:
    return not word.classes.isdisjoint({"CARDINAL", "THOUS", "PAST_BIG"})


def year_beyond(around: Around) -> bool:
    """Lets pass ما بعد 2003 where it counts nothing."""
    return not is_counted(around.after())


def amount(around: Around) -> bool:
    """Lets pass a length of time that is no age and no number of something."""
    length = around.item.meaning
    assert isinstance(length, Amount)
    before = around.before()
    if stem(before.fold) in words("NUMBERHEAD") and before.letter == UNKNOWN:
        return False
    if before.fold in _NAME_PARTS:
        return False
    years = len(length.parts) == 1 and length.parts[0][1] == "Y" and length.parts[0][0] is not None
    return not _behind_age_word(around) and not (years and _is_age_by_place(around, length.parts[0][0] or 0))


def _behind_age_word(around: Around) -> bool:
    after = around.after()
    if (after.fold == "من" and around.after(2).fold.startswith(("العمر", "عمر"))) or after.fold == "عمرا":
        return True
    for distance in range(1, 7):
        word = around.before(distance)
        comma = word.fold in ("،", ",") and not isinstance(around.before(distance + 1), Digits)
        if comma or word.fold in (".", "\n", ")", "("):
            return False
        if stem(word.fold) in words("AGEHEAD") or word.fold.startswith(("عمره", "عمرها", "بعمر")):
            return True
        if distance > 3 and word.letter == UNKNOWN and not isinstance(around.before(distance - 1), Digits):
            return False
    return False


def _is_age_by_place(around: Around, count: float) -> bool:
    """Tells whether years stand where ages do: (45 عاما), ، 45 عاما، behind a name, توفي عن سبعين سنة."""
    before, after = around.before(), around.after()
    if before.fold in ("ابن", "سن", "عمر"):
        return True
    if before.fold == "عن":
        return any(around.before(distance).fold in words("DEATHVERB") for distance in range(2, 8))
    unknown = around.before(2).letter == UNKNOWN
    if "LPAR" in before.classes:
        return "RPAR" in after.classes and unknown
    if before.fold in ("،", ","):
        return "RPAR" in after.classes or (after.fold in ("،", ",") and unknown and count >= 5)
    return False
