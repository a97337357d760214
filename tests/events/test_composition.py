"""What a title is made of: object, doer, the act that a date belongs to (docs/events.md §2, §3)."""

import pytest

from timeline_cli.events import extract_document
from timeline_cli.model import Day, Document


def told(text, dct="2021-10-20"):
    timeline = extract_document(Document("-", text, dct=Day.parse(dct) if dct else None, sha256=""))
    return [(str(event.begin), event.title) for event in timeline]


def titles(text, dct="2021-10-20"):
    return [title for _, title in told(text, dct)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # the object stands behind the date, a phrase, or who the subject is
        ("تنظم عمادة الطلاب بجامعة الواحة غدا, برنامجا جديدا.", "تنظم عمادة الطلاب بجامعة الواحة برنامجا جديدا"),
        ("أودعت إدارة التعليم اليوم، أكثر من مليون ريال.", "أودعت إدارة التعليم أكثر من مليون ريال"),
        ("كشف المتحدث باسم الشركة، نادر سليم، أمس، عن خطة جديدة.", "كشف المتحدث باسم الشركة نادر سليم عن خطة جديدة"),
        ("أعلنت مديرية الصحة، في بيان مؤرخ في 28 أبريل، عن فتح مركزين.", "أعلنت مديرية الصحة في بيان عن فتح مركزين"),
        # the holder of a row of offices
        (
            "استقبل المستشار في الديوان المشرف العام على مركز الأبحاث الدكتور نادر سليم أمس السفير الإيطالي.",
            "استقبل نادر سليم السفير الإيطالي",
        ),
        # a subject behind the phrase of its patron
        ("تنطلق غدا، برعاية محافظ المدينة، فعاليات مهرجان الزيتون.", "تنطلق فعاليات مهرجان الزيتون"),
        # the doer of a biography
        ("نعيم سليم (1890 – 1960) شاعر لبناني. سافر إلى باريس سنة 1912.", "سافر نعيم سليم إلى باريس"),
        ("هالة نصر كاتبة تونسية. رأت النور بصفاقس يوم 9 جوان 1926.", "رأت هالة نصر النور بصفاقس"),
        # a year that is said to have seen something
        ("شهد عام 2014 توقيع عقد تطوير الحقل.", "توقيع عقد تطوير الحقل"),
        # a line of a chronicle
        ("12 آب 1893: إعصار يدمر المنارة القديمة.", "إعصار يدمر المنارة القديمة"),
        # a plan in a clause of its own
        ("وصل الوفد أمس إلى الرياض، ومن المقرر أن يلتقي غدا رئيس الغرفة.", "يلتقي الوفد رئيس الغرفة"),
        # two commas around a relative clause
        ("وكانت الوزيرة، التي تولت منصبها قريبا، زارت المصنع أمس.", "زارت الوزيرة المصنع"),
    ],
)  # fmt: skip
def test_titles(text, wanted):
    assert wanted in titles(text)


def test_a_second_date_belongs_to_the_act_before_it():
    assert told("يستأنف الفريق تدريباته اليوم استعدادا لمواجهة الاتحاد السبت المقبل.") == [
        ("2021-10-20", "يستأنف الفريق تدريباته استعدادا لمواجهة الاتحاد"),
        ("2021-10-23", "مواجهة الاتحاد"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "بلغت الأرباح 3 ملايين دينار، مقابل 4 ملايين للفترة نفسها من عام 2014.",
        "أنشئت الهيئة بموجب المرسوم رقم (1) لسنة 1992.",
        "شارك الفريق في معرض «المدينة 2050».",
        "هطلت أمطار لم تشهد المنطقة مثيلا لها منذ قرن.",
        "وتعتبر هذه أول زيارة لوزير منذ 2009.",
    ],
)
def test_dates_that_tell_no_event(text):
    assert titles(text) == []


def test_a_carried_doer_stands_before_the_verb_and_near():
    assert (
        titles("قالت مصادر إن المسلحين كثفوا هجماتهم، إذ اختطفت أمس عددا من الناشطين وهم سلمى ناصر ونادر سليم.") == []
    )
