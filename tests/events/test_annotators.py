import pytest

from timeline_cli import annotators
from timeline_cli.errors import TimelineError
from timeline_cli.events import extract_document
from timeline_cli.model import Document, Name

TEXT = "زار الغضنفر دمشق يوم 3 مايو 2019 مع وفد من التجار."


def marks(kind, word="الغضنفر"):
    return lambda text: [(text.index(word), text.index(word) + len(word), kind)]


def test_an_annotator_names_whom_the_rules_do_not_know():
    (event,) = extract_document(Document("-", TEXT, sha256=""), annotators=[marks("person")])
    assert event.participants == (Name("الغضنفر", "person"),)
    assert event.places == (Name("دمشق", "city"),)


def test_the_first_annotator_wins():
    assert [span[2] for span in annotators.spans(TEXT, [marks("person"), marks("city")])] == ["person"]


def test_a_span_outside_the_text_is_an_error():
    with pytest.raises(TimelineError, match="does not fit"):
        annotators.spans(TEXT, [lambda text: [(0, 999, "person")]])


def test_an_annotator_that_nobody_offers_is_an_error():
    with pytest.raises(TimelineError, match="no annotator 'nobody'"):
        annotators.load("nobody")
