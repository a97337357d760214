"""Relative clauses: noun and verb joined where noun and gap are certain, else no event (§2.4)."""

import pytest

from timeline_cli.events import extract_document
from timeline_cli.model import Day, Document


def titles(text):
    return [event.title for event in extract_document(Document("-", text, dct=Day.parse("2021-10-20"), sha256=""))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # the noun is the doer
        ("زار الوزير أسر ضحايا الحريق الذي اندلع في السوق القديم أمس.", "اندلع الحريق في السوق القديم"),
        ("يشارك الفريق في سباق القدرة والتحمل الذي ينطلق غدا في العين.", "ينطلق سباق القدرة والتحمل في العين"),
        ("التقى المدير البحارة الذين وصلوا من قبرص أمس.", "وصل البحارة من قبرص"),
        # the noun is the object, behind a doer whose end is clear
        ("أشاد النواب بالقانون الذي أقره المجلس أمس.", "أقر المجلس القانون"),
        # an adjective is no noun, a genitive may be
        ("انتقد الخبراء المبالغ الطائلة التي أنفقت على الملعب عام 2018.", "أنفقت المبالغ الطائلة على الملعب"),
        (
            "يهدف المشروع الذي أطلقته لجنة الحكام بالاتحاد السوداني أمس إلى التدريب.",
            "أطلقت لجنة الحكام بالاتحاد السوداني المشروع",
        ),
        ("تندد القرية بهجوم نفذه حراس الميناء أمس في عدن.", "نفذ حراس الميناء هجوما في عدن"),
        # the noun in the place of the pronoun behind a preposition or noun
        ("غادر الأهالي المدينة التي سيطر عليها المسلحون أمس.", "سيطر المسلحون على المدينة"),
        ("ينتظر الناس صدور القائمة التي سيتم الإعلان عنها غدا.", "الإعلان عن القائمة"),
        ("رحب النادي بالبطولة التي شاركت فيها عشر فرق أمس في صور.", "شاركت عشر فرق في البطولة في صور"),
        ("يخدم الجسر الجديد الذي سيبدأ العمل به غدا ست قرى.", "يبدأ العمل بالجسر الجديد"),
        ("تابع الناس دورة الصحراء التي أقيمت تصفياتها أمس في ظفار.", "أقيمت تصفيات دورة الصحراء في ظفار"),
        ("دانت أوسلو هجوما نفذه مسلحون أمس في الميناء.", "نفذ مسلحون هجوما في الميناء"),
        # what follows the date belongs to the verb above
        ("أظهرت البيانات التي جمعتها الهيئة أمس ارتفاع الأسعار.", "جمعت الهيئة البيانات"),
        # what تم tells was done to the noun
        ("تطالب النقابة بتعديل العقود التي تم توقيعها في مارس 2019.", "توقيع العقود"),
    ],
)
def test_titles_of_relative_clauses(text, wanted):
    assert wanted in titles(text)


@pytest.mark.parametrize(
    "text",
    [
        "انضمت القوة المشاركة في عمليات التحالف الذين استشهدوا أمس.",
        "من بين تسعة أعضاء الذي صوت أمس.",
        # who did it is not told, and noun with clause alone say nothing
        "تذكر القرية السنوات التي سبقت حرب عام 1967.",
        "عاد الوعد الذي قطعناه قبل سبعين عاما.",
    ],
)
def test_no_title_where_no_noun_agrees(text):
    assert titles(text) == []
