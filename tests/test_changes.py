from __future__ import annotations

from timeline_cli.changes import Entry, changes

A = Entry("2011-05-12", "2011-05-12", "وصل الوفد إلى المدينة", "past")
B = Entry("2012-05-12", "2012-05-12", "وقع الوزير الاتفاق", "planned")


def kinds(old: list[Entry], new: list[Entry]) -> list[str]:
    return [change.kind for change in changes(old, new)]


def test_what_stays_is_no_change() -> None:
    assert kinds([A, B], [B, A]) == []
    assert kinds([A, A], [A, A]) == []
    assert kinds([A], [Entry(A.begin, A.last, "وصل الوَفد الى المدينة", "past")]) == []


def test_each_kind() -> None:
    assert kinds([], [A]) == ["added"]
    assert kinds([A, A], [A]) == ["removed"]
    assert kinds([A], [Entry("2011-05-13", "2011-05-13", A.title, "past")]) == ["redated"]
    assert kinds([A], [Entry(A.begin, A.last, "وصل الوفد الرسمي إلى المدينة", "past")]) == ["retitled"]
    assert kinds([B], [Entry(B.begin, B.last, B.title, "past")]) == ["status"]
    assert kinds([A], [B]) == ["removed", "added"]
