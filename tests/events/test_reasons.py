"""Why dates tell of no event: the detail of the flag `mention` (docs/record.md)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from timeline_cli import extract
from timeline_cli.events.dating.mentions import CHECKS
from timeline_cli.events.wording.refusals import OF_ACT, OF_TITLE

RECORD = Path(__file__).parents[2] / "docs" / "record.md"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("ارتفعت صادرات المصنع 5 في المئة مقارنة بعام 2013.", "comparison"),
        ("هل استقال مدير البنك في 3 مايو 2014؟", "question"),
        ("ظلت القلعة مهجورة حتى عام 1998.", "deadline"),
        ("لم يكن للقرية جسر حتى أكتوبر 1950.", "not-there"),
        ("بلغ تراجع العملة منذ مايو 2014 مقابل الدولار نحو 30 في المئة.", "total"),
        ("عدلت الهيئة بيانات السكن لشهر مايو 2014 بزيادة 14 ألف شقة.", "law"),
        ("جفت الآبار في جفاف لم تشهده البلاد منذ عام 1990.", "comparison"),
        ("يستعد الفريق لبطولة دولية هي الأولى منذ عام 2009.", "comparison"),
        ("قرأنا عن التاجر الذي عاش في القرن السادس عشر.", "lives"),
        ("اندلعت ثورة الفلاحين بعد عام 1967 في الجنوب.", "only-bounds"),
        ("أفاد الخبراء أن سقوط الثلوج في أبريل 2014 نادر جدا.", "usual"),
        ("أعادت الواقعة إلى الأذهان غرق السفينة في عام 1962.", "recalled"),
        ("قال الوزير في تصريحات أذيعت في 3 مايو 2014 إن الجسر سليم.", "paper"),
        ("دعمت المملكة جارتها منذ بداية التسعينات بالمنح.", "total"),
        ("شحت الكهرباء رغم الأموال التي صرفت على المحطات منذ عام 2003.", "tells-which"),
        ("أعيد افتتاح المتحف لأول مرة منذ عام 1990.", "comparison"),
        ("تم تعديل بيانات السكن في مايو 2014 بزيادة كبيرة.", "of-results"),
        ("هبطت الأسهم في موجة تعد الأطول من نوعها منذ عام 1999.", "comparison"),
        ("لم تتحول الحركة إلى العمل المسلح قبل عام 2011.", "only-bounds"),
        ("انخفض العجز من 9 ملايين دينار في مارس 2014 (بعد تعديل 8 ملايين) إلى 7 ملايين.", "from-figure"),
        ("يتوقع أن ترتفع العائدات إلى 13 مليار دينار من نحو خمسة مليارات في 2014.", "from-figure"),
        ("لم يعش سالم باشا والي حلب بين 1854 و1863 طويلا ليرى الجسر.", "one-side"),
        ("أعلنت الشركة قوائمها المالية الموحدة المعدلة للربع الأول من 2014.", "of-results"),
        ("تم إقرار سنة مالية جديدة لكل بلدية تنتهي بنهاية يونيو 2014.", "period-end"),
        ("كان بنك السهل قد خفض توقعاته لأسعار النحاس في 2015 متذرعا بتراجع الطلب.", "of-results"),
        ("تتجدد ألحان الفرقة وكأنها كتبت في 3 مايو 2014.", "likened"),
        ("ليرتفع عدد الإصابات منذ شهر يونيو 2012 إلى ألف حالة، شفيت منها 585 حالة.", "too-far"),
        ("تراجع عدد العاطلين، وهو أكبر انخفاض سنوي يجري تسجيله منذ 1996.", "comparison"),
        ("استقر التضخم عند الصفر، بانخفاض من 0.1 في المائة في يونيو 2014.", "from-figure"),
        ("انتهكوا الحرمات سواء حرمات البيوت أو شهر رمضان 1435.", "name-of-thing"),
        ("وحتى عام 2012 كان الوضع صعبا في المدينة.", "no-act"),
        ("لا يستطيع النادي تسجيل لاعبيه قبل يناير 2030.", "only-bounds"),
        ("كانت هناك أشجار كثيرة خلف المدرسة في عام 1990.", "no-act"),
        ("توفي في مستشفى في بيروت يوم 3 مايو 2014.", "dead-unnamed"),
        (
            "قالت هيئة الإسعاف في 3 مايو 2014 إن أكثر من ألف شخص من قرى السهل في أقصى الشمال من القرى تأثروا.",
            "nothing-said",
        ),
        ("توفي الشاعر سالم الحارثي، الحائز جائزة الدولة عام 1990 في مسقط، بعد مرض.", "too-far"),
        ("انسحب المقاتلون منذ بدء هجومهم الواسع في يوليو 2014.", "owner-unnamed"),
        ("افتتحت الشركة ثلاثة فروع، وبلغت 5 ملايين دولار في عام 2021.", "no-doer"),
        ("بيروت، 3 مايو 2014:\nافتتح الوزير المصنع.", "no-sentence"),
    ],
)
def test_a_mention_says_why(text: str, reason: str) -> None:
    flags = [flag for event in extract(text, all_dates=True) for flag in event.flags if flag.code == "mention"]
    assert [flag.detail for flag in flags] == [reason]


@pytest.mark.parametrize(
    "text",
    [
        "هو البلد الذي فتح معاهد كثيرة ويضم اليوم مئة كلية.",
        "وما احتفالنا اليوم إلا بداية لأعمال كبيرة.",
        "وما يميز التمور اليوم جودتها.",
        "بقي على نهاية الصيف خمسون يوما.",
        "الناس اليوم موحدون في موقفهم.",
        "خدم الجنود الوطن ليس من اليوم بل من أيام الشدة.",
        "إن الوزارة مطالبة اليوم بوضع حلول جذرية.",
        "تبدأ اليوم مرحلة جديدة من العمل.",
        "العنف اليوم تحول إلى وحش يهدد المدن.",
        "والأمل يحدونا اليوم بأن تزهر المدينة.",
    ],
)
def test_these_days(text: str) -> None:
    assert [event.title for event in extract(text, dct="2015-08-10")] == []


def test_events_carry_no_reason() -> None:
    (event,) = extract("افتتح الوزير مصنع الزجاج في 3 مايو 2014.", all_dates=True)
    assert not event.descriptive
    assert not event.flags


def test_the_docs_list_the_codes_in_order() -> None:
    section = RECORD.read_text(encoding="utf-8").partition("## Why a date tells of no event")[2].partition("\n## ")[0]
    listed = re.findall(r"^\| `([a-z-]+)`", section, re.MULTILINE)
    codes = [code for checks in (CHECKS, OF_ACT, OF_TITLE) for code, _ in checks]
    assert [code for code in listed if code in codes] == codes


@pytest.mark.parametrize(
    "text",
    [
        "غادر الوفد صنعاء. ووفقا لما نقله موقع النهر أمس فإن الضحايا من مختلف مناطق البلاد.",
        "فازت سلمى ناصر بسهولة، لتتأهل للدور الثاني من هذه البطولة لتلاقي آن مارتن أمس على ملاعب سلا.",
        "وذلك بعد أن غادرت دفعة أمس.",
    ],
)
def test_sources_results_and_parts_are_no_titles(text: str) -> None:
    assert [event.title for event in extract(text, dct="2015-08-10")] == []
