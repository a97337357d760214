"""Where titles end and what they leave out inside: nothing is cut from what it asks for (events.md §3.1)."""

import pytest

from timeline_cli.events import extract_document
from timeline_cli.model import Day, Document


def titles(text):
    return [event.title for event in extract_document(Document("-", text, dct=Day.parse("2021-10-20"), sha256=""))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # where something was said goes, with its date
        (
            "طالبت نقابة المعلمين من خلال بيان استنكاري أمس، بضرورة إصلاح المدارس.",
            "طالبت نقابة المعلمين بضرورة إصلاح المدارس",
        ),
        (
            "أعلن مدير المتحف سالم الحربي في تصريح له أمس عن افتتاح قاعتين.",
            "أعلن مدير المتحف سالم الحربي عن افتتاح قاعتين",
        ),
        # حلول and قدوم go with the date they bring
        (
            "سيرتفع الطلب على المياه بنسبة عشرين في المئة مع حلول عام 2040.",
            "يرتفع الطلب على المياه بنسبة عشرين في المئة",
        ),
        ("عاد الجنود إلى معسكرهم بعد انتهاء شهر رمضان.", "عاد الجنود إلى معسكرهم"),
        # who does an act to what is its own
        ("تستعد المتاحف لفتح أبوابها للزوار في 5 نوفمبر المقبل.", "فتح المتاحف أبوابها للزوار"),
        # how many come stands behind a long phrase
        (
            "وصل اليوم على ظهر سفينة الشحن القديمة التابعة لشركة الملاحة اليونانية نحو 90 لاجئا إلى ميناء الفنار.",
            "وصل نحو 90 لاجئا إلى ميناء الفنار",
        ),
        # a first time is none without its منذ
        ("خفض المصرف أسعار الفائدة أمس للمرة الأولى منذ عام 2009.", "خفض المصرف أسعار الفائدة"),
        # the period that is ended is an object
        ("أنهى المؤشر شهر مايو بارتفاع طفيف.", "أنهى المؤشر الشهر بارتفاع طفيف"),
        # both sides of بين, past their comma
        ("اندلعت مواجهات أمس بين سكان البلدة، وحراس المنجم.", "اندلعت مواجهات بين سكان البلدة وحراس المنجم"),
        # a preposition keeps the quoted name that it governs
        (
            'قدم النادي أمس شكوى إلى "لجنة الحكام في الاتحاد" حول نتيجة المباراة.',
            'قدم النادي شكوى إلى "لجنة الحكام في الاتحاد" حول نتيجة المباراة',
        ),
        # a condition goes
        ("تواجه الشركة خطر الإفلاس الشهر المقبل في حال لم تبع أسهمها.", "تواجه الشركة خطر الإفلاس"),
        # another clause behind a date is another matter
        ("فاق الطلب الإنتاج بين 1998 و2003، وفي 2005 كان السعر أعلى.", "فاق الطلب الإنتاج"),
        ("تمت الموافقة على المشروع قبل عامين وللأسف لا نعرف مصيره.", "تمت الموافقة على المشروع"),
    ],
)
def test_titles_leave_out(text, wanted):
    assert titles(text)[:1] == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "تبدأ وزارة الزراعة بالتعاون مع هيئة المياه والري في الضباب غدا في استقبال طلبات الراغبين في زراعة القمح.",
            "تبدأ وزارة الزراعة في استقبال طلبات الراغبين في زراعة القمح",
        ),
        (
            "استهدف الهجوم مقر الحرس في منطقة الوادي الشمالية أمس أثناء قيام القوة المرابطة هناك بأداء صلاة العصر.",
            "استهدف الهجوم مقر الحرس في منطقة الوادي الشمالية",
        ),
    ],
)
def test_nothing_is_cut_from_what_it_asks_for(text, wanted):
    assert titles(text)[:1] == [wanted]
