"""Whether it happened: tests/data/event-status.jsonl holds one short text a row."""

import json

import pytest

from tests.events.articles import DATA
from timeline_cli.events import extract_document
from timeline_cli.model import Day, Document

ROWS = [json.loads(line) for line in (DATA / "event-status.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["rule"])
def test_status(row):
    events = extract_document(Document("-", row["text"], dct=Day.parse("2023-06-14"), sha256="")).events
    assert next(event for event in events if str(event.begin) == row["day"]).status == row["status"]


def test_more_than_a_length_ago_is_a_bound():
    text = "افتتح وزير الصناعة مصنع الزجاج في حلب قبل أكثر من أسبوعين."
    (event,) = extract_document(Document("-", text, dct=Day.parse("2015-08-07"), sha256="")).events
    assert (str(event.last), event.mod) == ("2015-07-24", "BEFORE")


def test_a_single_act_is_no_stretch():
    text = "افتتح وزير الصناعة مصنع الزجاج في حلب منذ أسبوعين."
    (event,) = extract_document(Document("-", text, dct=Day.parse("2015-08-07"), sha256="")).events
    assert (event.relation, event.flags) == ("on", ())


def test_a_stretch_ends_with_the_work_of_its_last_day():
    text = "دعت وزارة العمل الطلاب للمطابقة من 3 مايو 2015 إلى نهاية دوام يوم 9 مايو 2015."
    (event,) = extract_document(Document("-", text, dct=Day.parse("2015-08-07"), sha256="")).events
    assert (str(event.begin), str(event.last)) == ("2015-05-03", "2015-05-09")
