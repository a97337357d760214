from timeline_cli.events import extract_document, merge, top
from timeline_cli.model import Day, Document


def chronology(name, text, dct="2021-10-20"):
    return extract_document(Document(name, text, dct=Day.parse(dct), sha256=name))


def test_one_act_in_two_papers_is_one_entry_with_both_tellings():
    one = chronology("a", "وقع وزير النقل سليم الغربي اتفاقية الربط السككي في نيروبي يوم 3 مايو 2019.")
    other = chronology("b", "وكان سليم الغربي وقع اتفاقية الربط السككي في نيروبي في مايو 2019.")
    merged = merge([one, other])
    assert len(merged) == 1
    assert {telling.document for telling in merged.events[0].tellings} == {"a", "b"}
    assert str(merged.events[0].begin) == str(merged.events[0].last) == "2019-05-03"


def test_different_partners_on_one_day_stay_two():
    one = chronology("a", "التقى الرئيس كمال فهمي نظيره التركي سامي دوغان في 3 مايو 2019.")
    other = chronology("b", "التقى الرئيس كمال فهمي وزير الدفاع جورج حلبي في 3 مايو 2019.")
    assert len(merge([one, other])) == 2


def test_one_act_on_two_days_is_a_conflict():
    one = chronology("a", "افتتح الوزير سليم الغربي معرض الكتاب الدولي في 3 مارس 2019.")
    other = chronology("b", "افتتح الوزير سليم الغربي معرض الكتاب الدولي في 9 مارس 2019.")
    merged = merge([one, other])
    assert [flag.code for event in merged for flag in event.flags] == ["conflict", "conflict"]


def test_two_sums_of_one_text_stay_two():
    text = (
        "سجلت شركة الأنوار للنقل أرباحا تشغيلية قيمتها 19 مليون درهم خلال الربع الثاني من 2021. "
        "وسجلت شركة الأنوار للنقل أرباحا صافية قيمتها 9 ملايين درهم خلال الربع الثاني من 2021."
    )
    assert len(chronology("a", text)) == 2


def test_top_keeps_the_most_salient_in_order_of_time():
    text = "زار الوزير سليم الغربي باريس في 3 مايو 2019. وقد يزور لندن عام 2030. وغادر سليم الغربي روما عام 1990."
    timeline = chronology("a", text)
    kept = top(timeline, 1)
    assert [str(event.begin) for event in kept] == ["2019-05-03"]
    assert len(top(timeline, 10)) == len(timeline)
