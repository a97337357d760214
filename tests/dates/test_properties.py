"""What must hold for every text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from timeline_cli.dates import read
from timeline_cli.dates.fold import fold, raw_prefix
from timeline_cli.model import Day, date_of, ordinal_of

PIECES = [
    "في", "من", "إلى", "حتى", "و", "15", "3", "2023", "١٤٤٤", "مارس", "/", "-", "آذار", "رمضان",
    "هـ", "اليوم", "أمس", "الثلاثاء", "عام", "سنوات", "قبل", "بعد", "الماضي", "مساء", "الساعة",
    "10:30", "القرن", "التاسع", "عشر", "(", ")", "،", ".", "\n", "كل", "يوم", "نصف", "ثلاثة",
    "أيام", "ق.م", "مــايــو", "غدًا", "\u200f", "😅", "ﻋﺎم", "الفترة", "نفس", "شهر", "أواخر", "²",
    "ألف", "وتسعمئة", "ذلك", "منه",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).flatmap(
    lambda pieces: st.sampled_from(["", " "]).map(lambda joint: joint.join(pieces))
)
DATES = st.none() | st.integers(1, 3_000_000).map(Day)


@settings(max_examples=300, deadline=None)
@given(TEXTS, DATES)
def test_expressions_are_in_order_and_slice_to_their_text(text: str, dct: Day | None) -> None:
    last = 0
    for expression in read(text, dct).expressions:
        assert last <= expression.start < expression.end <= len(text)
        assert text[expression.start : expression.end] == expression.text
        assert expression.text == expression.text.strip()
        assert (expression.begin is None) == (expression.last is None)
        if expression.begin is not None and expression.last is not None:
            assert expression.begin <= expression.last
        assert 0 <= expression.confidence <= 1
        last = expression.end


def test_half_a_surrogate_pair_is_read_over() -> None:
    found = read("\ud800 وصل الوفد في 15 مارس 2023 \udfff").expressions
    assert [expression.text for expression in found] == ["15 مارس 2023"]


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60), DATES)
def test_any_text_can_be_read(text: str, dct: Day | None) -> None:
    for expression in read(text, dct).expressions:
        assert text[expression.start : expression.end] == expression.text


@given(st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويىةأإآ\u0640\u064b\u0651", min_size=1, max_size=12))
def test_the_prefix_of_a_folded_word_leads_back(word: str) -> None:
    folded = fold(word)
    assert raw_prefix(word, len(folded)) == len(word)
    for length in range(len(folded)):
        assert fold(word[: raw_prefix(word, length)]) == folded[:length]


@given(st.integers(-2_000_000, 4_000_000))
def test_day_numbers_and_dates_are_one(number: int) -> None:
    assert ordinal_of(*date_of(number)) == number
    assert Day.parse(str(Day(number))) == Day(number)
