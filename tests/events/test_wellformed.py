import pytest

from timeline_cli.events import extract_document
from timeline_cli.events.wording.wellformed import reads_well
from timeline_cli.model import Day, Document


def titles(text):
    return [event.title for event in extract_document(Document("-", text, dct=Day.parse("2021-10-20"), sha256=""))]


@pytest.mark.parametrize(
    "text",
    ["افتتح الوزير المعرض", "زيارة الوفد للمصنع", "أول ظهور للفرقة على المسرح", "اغتيل علي في الكوفة"],
)
def test_titles_that_read_well(text):
    assert reads_well(text)


@pytest.mark.parametrize(
    "text",
    ["افتتح الوزير المعرض في", "أن المعرض الكبير", "زيارته للمصنع", "تعليقًا على القرار", "زار"],
)
def test_titles_that_do_not(text):
    assert not reads_well(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("طالب مئات العمال أمس، بزيادة الأجور.", ["طالب مئات العمال بزيادة الأجور"]),
        ("أصيب حارسان بانفجار نفذه مجهولون أمس في الميناء.", ["نفذ مجهولون انفجارا في الميناء"]),
        ("سجل المؤشر أدنى مستوى منذ مارس 2012.", []),
        ("بلغ عدد السكان 10 ملايين نسمة، بزيادة 3 في المائة عن عام 2011.", []),
        ("وقال المدير إنه قفز إلى 80 مليارا في 2013.", []),
        ("شاهدت في إحدى القنوات برنامجا عن البحر أمس.", []),
        ("وصرح سامي نعيم للصحفيين. وأحرق يهوديان متطرفان منزلا أمس.", ["أحرق يهوديان متطرفان منزلا"]),
    ],
)
def test_plain_words_or_none(text, wanted):
    assert titles(text) == wanted
