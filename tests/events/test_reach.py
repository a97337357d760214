import pytest

from timeline_cli import extract

NO_ENTRY = [
    "ضمت القائمة عشرين لاعبا من أندية الساحل، وبينهم هداف المسابقة موسم 2019.",
    "تعادل الفريقان في الجولة الأولى على ملعب صلالة، مقابل فوز الضيوف، أهم هداف في القرن الماضي.",
    "منحت اللجنة الاتحاد الإيطالي فرصة لحل المشكلة حتى 15 أكتوبر المقبل.",
    "هل يفوز النادي على الوحدة غدا؟",
]


@pytest.mark.parametrize("text", NO_ENTRY)
def test_days_out_of_reach_make_no_entry(text):
    assert [event.title for event in extract(text, dct="2023-06-14")] == []


def test_a_question_behind_a_fact_leaves_it_past():
    (event,) = extract("دشن المحافظ الجسر الجديد في صحار أمس، فهل تنتهي الزحمة؟", dct="2023-06-14")
    assert event.status == "past"
