"""Readings that only a clause, a count or the story decides (docs/temporal-expressions.md §3.7, §6.5, §9.3, §16)."""

import pytest

from timeline_cli.dates import read
from timeline_cli.model import Day

DCT = "2015-08-03"


def found(text, dct=DCT):
    return [(e.text, e.value, str(e.begin), str(e.last)) for e in read(text, Day.parse(dct)).expressions]


@pytest.mark.parametrize(
    ("text", "words", "begin", "last"),
    [
        # a count or a year
        ("أبرمت الشركة في 2013 اتفاقا مع المصنع.", "2013", "2013-01-01", "2013-12-31"),
        ("أبرمت الشركة في 2013 عقدا.", "2013", "2013-01-01", "2013-12-31"),
        ("صدر القانون 49 عام 1980 بعد جدل.", "عام 1980", "1980-01-01", "1980-12-31"),
        # before and after now
        ("بدأ العمل قبل نحو شهر من الآن.", "شهر من الآن", "2015-07-01", "2015-07-31"),
        ("يبدأ العمل بعد شهر من الآن.", "شهر من الآن", "2015-09-01", "2015-09-30"),
        # the first of a month
        ("اندلعت الثورة في الفاتح من نوفمبر 1954.", "الفاتح من نوفمبر 1954", "1954-11-01", "1954-11-01"),
        # Hijri years and decades
        ("في العام الهجري الماضي", "العام الهجري الماضي", "2013-11-04", "2014-10-24"),
        ("انتقل إلى النادي في الثمانينيات الهجرية", "الثمانينيات الهجرية", "1960-06-25", "1970-03-08"),
        (
            "نجوم ثمانينيات القرن الهجري الماضي",
            "ثمانينيات القرن الهجري الماضي",
            "1960-06-25",
            "1970-03-08",
        ),
        # what is scheduled, decided, reported
        ("تنطلق البطولة في مارس بمشاركة عشرة فرق.", "مارس", "2016-03-01", "2016-03-31"),
        ("انطلقت البطولة في مارس بمشاركة عشرة فرق.", "مارس", "2015-03-01", "2015-03-31"),
        ("قررت الوزارة تعطيل الدراسة في 5 أغسطس.", "5 أغسطس", "2015-08-05", "2015-08-05"),
        ("قررت الوزارة في 5 أغسطس رفع الرسوم.", "5 أغسطس", "2014-08-05", "2014-08-05"),
    ],
)  # fmt: skip
def test_readings(text, words, begin, last):
    assert (words, begin, last) in [(said, first, end) for said, _, first, end in found(text)]


@pytest.mark.parametrize(
    "text", ["استورد المصنع في 2015 طنا من القمح.", "السلطان محمد الفاتح من أعظم القادة.", "احتفالا لليوم العالمي للمتاحف"]
)
def test_no_date(text):
    assert not found(text)
