"""What a reader has in mind when he meets an expression: where it stands, the document's date, and what the story last
named."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass, field

from timeline_cli.dates.fold import fold
from timeline_cli.dates.options import DEFAULT, DateOptions
from timeline_cli.dates.spans import Resolved
from timeline_cli.dates.tense import (
    EITHER,
    FUTURE,
    PAST,
    PRESENT,
    aspect,
    is_ordered,
    is_told,
    opens_in_present,
    opens_with_act,
    tense,
)
from timeline_cli.model import date_of

_SENTENCE_REACH, _PARAGRAPH_REACH = 2000, 5000  # code points
_RELATIVE_CLAUSE = re.compile(r"(?:^|\s)[وف]?(?:التي|الذي|الذين|اللذين|اللتين|اللواتي)\s[^،,.]*$")
_BACKGROUND = re.compile(r"(?:^|\s)[وف]?كان\w{0,2}\s(?:\S+\s){0,6}قد\s")
_GOES_ON = re.compile(r"[،؛:]|\sثم\s|\sو(?:لكن|ت|ي)\w+")
_COMPARED = re.compile(
    r"(?:(?:رقم|عدد)\s*\(?\s*\d+\s*\)?\s*(?:ل|لسن[ةه]|لعام|سن[ةه]|عام)?|مقارن[ةه]\s(?:[^\s،]+\s){0,4}\S{1,12}|قياسا\s\S{1,8}"
    r"|[عم]ن\s(?:متوسط|معدل|مستوى)\s(?:\S+\s){0,4}(?:في|عام|في عام)"
    r"|(?:قانون|مرسوم|دستور|نظام|لائحة|مدونة|ظهير|مجلة)\s(?:\S+\s){0,4}(?:ل|لسن[ةه]|لعام))\s*$"
)
_ISSUED = re.compile(r"(?:الصادر|المؤرخ|الموقع|المبرم|المعدل|المنشور)[ةه]?\s(?:\S+\s){0,2}$")
_NAMED_BY_DAY = re.compile(
    r"(?:^|\s)[وبلك]?(?:اتفاق|اتفاقية|إعلان|بيان|قرار|مرسوم|تعميم|هجمات|أحداث|انتخابات|ثورة|انتفاضة|حراك)\s$"
)  # a thing called by its day: يطالبون بتطبيق اتفاق 6 فيفري 2021
_BORN = re.compile(r"مواليد\s+(?:\S+\s){0,4}?(?:عام\s|سنة\s)?$")
_EARNED = re.compile(
    r"(?:راتب|رواتب|مرتب|مرتبات|أجور|أرباح|نتائج|بيانات|تسديد|سداد)\s$"
)  # of a month that is over (راتب شهر مايو)
# Goods of a month to come (عقود الخام تسليم سبتمبر), and what is prepared for (استعدادا لمواجهة الفريق في 12 أغسطس).
_TO_COME = re.compile(
    r"(?:تسليم\s|تسليمات\s|شحنات\s(?:\S+\s){0,4}(?:في\s)?|(?:استعداد|تأهب|تحضير|تمهيد)(?:ا|اً|ًا)\s+ل\S+\s(?:\S+\s){0,6})$"
)
# A noun of what came before the act of the clause: يتزايد القلق بعد رحيل القوات في ديسمبر.
_AFTERWARDS = re.compile(r"(?:^|\s)[وف]?(?:بعد|عقب|إثر|اثر)\s(?!أن\s|ان\s|\d)(\S+(?:\s[^\s،,.]+){0,8})\s$")
# What is put off, and the session or day that it is put off to: أجلت القضية إلى جلسة 11 مايو.
PUT_OFF = re.compile(r"(?:^|\s)[وفب]?(?:تأجيل|تأجل|أجل|أجّل|أرجأ|أرجئ|إرجاء|ترحيل)(?:ت|وا|ها|ه)?\s")
_PUT_OFF_TO = re.compile(r"\s(?:إلى|الى|حتى|ل)\s?(?:غاية\s)?(?:جلسة\s|موعد\s|تاريخ\s|يوم\s)?$")
FROM_THEN_ON = re.compile(r"(?:اعتبارا?|ابتداء|بدءا|بداية)ً? من(?: يوم)? ?$")
_PUT_OFF_REACH = 160  # code points
_DAYS_OFF = re.compile(r"\s(?:[إا]جازة|عطلة)\s(?:\S+\s){0,2}(?:(?:يوم|يومي|أيام|ايام)\s(?:\S+\s)?و?)?$")
# A numbered day of a programme, whose date stands elsewhere: في اليوم الثاني تقام عند الساعة 5 …
_NUMBERED_DAY = re.compile(
    r"(?:^|[\s«(])[وفبل]{0,2}(?:ال)?يوم\s(?:ال)(?:[أا]ول|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر|[أا]خير|ختامي)(?=[\s،,:])"
)
_UNSETTLED = re.compile(r"(?:\s[^\s،,.]+){0,5}\s(?:ليست?|غير)\s(?:محسوم|مؤكد|مضمون|مستبعد|أكيد)")
_PROGRAMME = 900  # code points back to the day of a programme
_HEADING = 80  # code points of a line
_BRACKET = 240  # code points back to the bracket that an expression stands in
_DAY_GRAINS = ("day", "daypart", "time")
_AGES = ("century", "decade", "millennium")
_YEAR_FIXING = ("explicit", "narrative", "anaphora", "pair")


def _parts(word: str) -> bool:
    """Tells whether a folded word ends what بعد governs: a verb, حتى, لا."""
    return word in ("حتي", "لا", "الي") or aspect(word) is not None


def _full_stop(text: str, floor: int, end: int) -> int:
    """Returns the offset of the last full stop of a stretch that stands in no figure (3.3), -1 without one."""
    at = text.rfind(".", floor, end)
    while at > floor and text[at - 1].isdecimal() and text[at + 1 : at + 2].isdecimal():
        at = text.rfind(".", floor, at)
    return at


@dataclass(slots=True)
class Place:
    """Where an expression stands. What depends on the words around it is looked up once, when it is asked for."""

    text: str
    start: int
    end: int
    relation: str = "on"
    _tense: str | None = ""
    _sentence_start: int = -1

    @property
    def sentence_start(self) -> int:
        """Offset after the mark that ended the sentence before, at most 2,000 code points back."""
        if self._sentence_start < 0:
            floor = max(0, self.start - _SENTENCE_REACH)
            others = (self.text.rfind(mark, floor, self.start) + 1 for mark in "!؟?\n؛")
            self._sentence_start = max(floor, _full_stop(self.text, floor, self.start) + 1, *others)
        return self._sentence_start

    @property
    def paragraph_start(self) -> int:
        """Offset of the first code point of the paragraph, at most 5,000 code points back."""
        floor = max(0, self.start - _PARAGRAPH_REACH)
        return max(floor, self.text.rfind("\n", floor, self.start) + 1)

    @property
    def line_end(self) -> int:
        """Offset of the end of the line, at most 5,000 code points on."""
        stop = self.text.find("\n", self.end, self.end + _PARAGRAPH_REACH)
        return stop if stop >= 0 else min(len(self.text), self.end + _PARAGRAPH_REACH)

    @property
    def in_lead(self) -> bool:
        """Whether the expression stands in the first of several paragraphs."""
        stop = self.text.find("\n", self.end, self.end + _PARAGRAPH_REACH) if self.paragraph_start == 0 else -1
        return stop not in (-1, len(self.text) - 1)

    @property
    def opens_line(self) -> bool:
        """Whether nothing but marks stands before the expression on its line."""
        return not self.text[max(self.paragraph_start, self.start - 40) : self.start].strip(" [(|-–\t\u200e\u200f\n")

    @property
    def heads_message(self) -> int:
        """Offset of the end of the messages that the expression heads as a stamp, 0 for one that heads none.

        A line of a handle and a stamp (@salma 12/3/2024 9:14), or of a stamp and a name with a colon, dates the lines
        below it, down to an empty one.
        """
        line = self.line_end
        lead, rest = self.text[self.paragraph_start : self.start].strip(), self.text[self.end : line].strip(" ])|-–")
        by_handle = lead.startswith("@") and len(lead) <= _HEADING // 2 and not rest
        by_name = self.opens_line and len(rest) <= _HEADING // 2 and rest.endswith(":")
        if not by_handle and not by_name:
            return 0
        stop = self.text.find("\n\n", line, line + _PARAGRAPH_REACH)
        return stop if stop >= 0 else min(len(self.text), line + _PARAGRAPH_REACH)

    @property
    def in_heading(self) -> bool:
        """Whether the expression stands in a short line without a full stop, as headings of a programme do."""
        stop = self.text.find("\n", self.end, self.end + _HEADING)
        if stop < 0:
            return False
        line = self.text[self.paragraph_start : stop]
        return len(line) <= _HEADING and not line.rstrip().endswith((".", "،", "؛"))

    @property
    def tense(self) -> str | None:
        """Tense of the clause: past, present, future or None."""
        if self._tense == "":
            self._tense = self._tense_here()
        return self._tense

    @property
    def is_earned(self) -> bool:
        """Whether the expression is the month of a pay or result that is over (راتب شهر مايو)."""
        return _EARNED.search(self.text, max(0, self.start - 12), self.start) is not None

    def _tense_here(self) -> str | None:
        if self.is_earned:
            return PAST
        if _TO_COME.search(self.text, max(self.sentence_start, self.start - 60), self.start):
            return FUTURE
        if _UNSETTLED.match(self.text, self.end):
            return FUTURE
        now = tense(self.text, self.start, self.end)
        if now == PAST and _PUT_OFF_TO.search(self.text, max(0, self.start - 18), self.start):
            clause = self.text[max(self.sentence_start, self.start - _PUT_OFF_REACH) : self.start]
            if PUT_OFF.search(clause) and not _BACKGROUND.search(clause):
                return EITHER
        if now == PAST and FROM_THEN_ON.search(self.text, max(0, self.start - 20), self.start) and not self.is_told:
            return FUTURE  # أبلغ المستوردين بوقف الشحن اعتبارا من السبت
        if now != FUTURE and self._is_granted and is_ordered(self.text, self.start, until=self.relation == "until"):
            return FUTURE
        if now == PRESENT:
            lead = _AFTERWARDS.search(self.text, max(self.sentence_start, self.start - 120), self.start)
            if lead is not None and not any(_parts(fold(word)) for word in lead[1].split()):
                return PAST
        return now

    @property
    def _is_granted(self) -> bool:
        """Whether the expression bounds what an order or grant is for, or names the days off granted."""
        if self.relation == "until":
            return True
        lead = self.text[max(self.sentence_start, self.start - 60) : self.start]
        return FROM_THEN_ON.search(lead) is not None or _DAYS_OFF.search(lead) is not None

    @property
    def numbered_day(self) -> int:
        """Offset of the numbered day of a programme that the paragraph named last before the expression, -1 without one
        (وفي اليوم الثاني، …)."""
        floor = max(self.paragraph_start, self.start - _PROGRAMME)
        last = -1
        for found in _NUMBERED_DAY.finditer(self.text, floor, self.start):
            last = found.start()
        return last

    @property
    def is_told(self) -> bool:
        """Whether the clause tells of what is over, not of what was said, wished or decided."""
        return is_told(self.text, self.start, self.end)

    @property
    def opens_with_act(self) -> bool:
        """Whether the sentence opens with an act in the present, no speech: تكرم الوزارة المعلمين يوم السبت."""
        return opens_with_act(self.text[self.sentence_start : self.start])

    @property
    def opens_in_present(self) -> bool:
        """Whether the sentence opens with what is so now, or with what somebody says now (ويخلف السفير من أنهى مهامه
        في يناير, وتقول: «وصلت في 12 نيسان»), not with where a story comes from (ويذكر أن)."""
        return opens_in_present(self.text[self.sentence_start : self.start])

    @property
    def is_aside(self) -> bool:
        """Whether the expression is a year of birth or what a figure is compared with, of which no story goes on."""
        lead = self.text[max(self.sentence_start, self.start - 40) : self.start]
        return _COMPARED.search(lead) is not None or _BORN.search(lead) is not None

    @property
    def is_subordinate(self) -> bool:
        """Whether the expression stands in brackets, in a relative clause, in a look back (كان قد …; §6.6.3), or is
        the day of a paper (القرار الصادر في مارس 2015), the year of a law or what a figure is compared with (القانون
        رقم 444 لسنة 2002, مقارنة بعام 2019)."""
        lead = self.text[max(self.sentence_start, self.start - 120) : self.start]
        if _COMPARED.search(lead) is not None or self.text.startswith(("الفترة", "المدة"), self.start):
            return True
        bracketed = self.text[max(self.sentence_start, self.start - _BRACKET) : self.start]
        if bracketed.count("(") > bracketed.count(")") or _RELATIVE_CLAUSE.search(lead) or _ISSUED.search(lead):
            return True
        if _NAMED_BY_DAY.search(lead) and self.tense != PAST:
            return True
        return _BACKGROUND.search(lead) is not None

    @property
    def looks_back(self) -> bool:
        """Whether the expression tells when something had happened before what the story tells (كان قد غادر في …)."""
        lead = self.text[max(self.sentence_start, self.start - 120) : self.start]
        found = _BACKGROUND.search(lead)
        return found is not None and not _GOES_ON.search(lead, found.end())


@dataclass(slots=True)
class Named:
    """A date of the story with where it stood."""

    found: Resolved
    place: Place

    @property
    def start(self) -> int:
        """Offset of its first code point."""
        return self.place.start

    @property
    def end(self) -> int:
        """Offset after its last code point."""
        return self.place.end


@dataclass(slots=True)
class Story:
    """The state of reading a document from its start. Day numbers; None where nothing is known.

    `dct`: the day that the text counts from, `shift` days from the document's date. `ref`: the last date named,
    `ref_day` the last of day grain, `period` the last longer one, `month` the last month. `repeats_at`: offset after
    the last repetition (كل يوم). `hijri`, `libyan`: how the text counts years; `christian`: short ones are Christian
    all the same; `told_years`: Hijri and Christian ones of the text; `hijri_year`: the last Hijri year named.
    `hijri_now`, `hijri_months`: the years and months seen from the document's date are Hijri ones.
    `days`, `dated`: the last dates of day grain, and those fixing a year.
    """

    dct: int | None = None
    options: DateOptions = DEFAULT
    shift: int = 0
    ref: Named | None = None
    ref_day: Named | None = None
    period: Named | None = None
    month: Named | None = None
    repeats_at: int = -1
    hijri_year: int | None = None
    hijri: bool = False
    christian: bool = False
    hijri_now: bool = False
    hijri_months: bool = False
    told_years: tuple[list[int], list[int]] = ([], [])
    libyan: bool = False
    days: deque[Named] = field(default_factory=lambda: deque(maxlen=8))
    dated: deque[Named] = field(default_factory=lambda: deque(maxlen=8))

    def on_programme(self, place: Place) -> bool:
        """Tells whether what is to come is told of a numbered day of a programme, named after the last day, so that it
        is of no day that is known."""
        numbered = place.numbered_day
        told = self.ref_day.start if self.ref_day is not None else -1
        return numbered > told and place.tense != PAST

    def remember(self, found: Resolved, place: Place) -> None:
        """Makes a resolved expression the date that the story last named."""
        if found.type == "SET":
            self.repeats_at = place.end
            return
        if found.begin is None or found.type == "DURATION":
            return
        entry = Named(found, place)
        if self.ref is not None and place.is_aside:
            return
        self.ref = entry
        if found.grain in _DAY_GRAINS:
            self.ref_day = entry
            self.days.append(entry)
        if found.how in _YEAR_FIXING or found.grain in _DAY_GRAINS or found.grain == "year":
            self.dated.append(entry)
        if found.grain == "month":
            self.month = entry
        if found.grain in ("interval", "month", "quarter", "half", "season", "week"):
            self.period = entry

    def last_dated(self) -> Named | None:
        """Returns the last date that fixes the year of the story: none in brackets or a relative clause (§6.6.3).

        One behind منذ serves only where there is no other; a century is no year, where any date tells one.
        """
        told = [entry for entry in reversed(self.dated) if not (entry.place.is_subordinate or self._is_of_thing(entry))]
        last = next((entry for entry in told if entry.place.relation != "since"), told[0] if told else None)
        if last is not None and last.found.grain in _AGES:
            return next((entry for entry in reversed(self.dated) if entry.found.grain not in _AGES), last)
        return last

    def _is_of_thing(self, entry: Named) -> bool:
        """Tells whether a year stands behind a day that counts from the document's date in the same sentence, so that
        it is of something named there (اعتقل في 8 شباط الماضي بموجب مذكرة أصدرتها محكمة سنة 2007)."""
        if entry.found.grain != "year":
            return False
        start = entry.place.sentence_start
        days = (day for day in self.days if start <= day.start < entry.start)
        return any(day.found.how == "dct" for day in days)

    def last_month(self) -> Named | None:
        """Returns the last date of month grain that the story named (في يوليو أقل مستوى منذ 2009 … في الشهر ذاته)."""
        return self.month

    def line_day(self) -> int | None:
        """Returns the last day that stands in a heading or opens a line."""
        for entry in reversed(self.days):
            if entry.place.opens_line or entry.place.in_heading:
                return entry.found.begin
        return None

    def day_before(self, limit: int) -> Named | None:
        """Returns the last day named that does not lie after a day number."""
        return next((entry for entry in reversed(self.days) if (entry.found.begin or limit) <= limit), None)

    @property
    def year(self) -> int | None:
        """The year of the document's date."""
        return None if self.dct is None else date_of(self.dct)[0]
