"""The component in spaCy."""

from __future__ import annotations

import pytest

spacy = pytest.importorskip("spacy")


def test_the_component_sets_timeline_expressions_and_spans() -> None:
    import timeline_cli.integrations.spacy_component  # noqa: F401

    nlp = spacy.blank("ar")
    nlp.add_pipe("timeline")
    doc = nlp("وصل الوفد إلى حلب في 12 مايو 2011، وعاد في يوليو/ تموز.")
    first = doc._.timeline.events[0]
    assert (str(first.begin), first.title) == ("2011-05-12", "وصل الوفد إلى حلب")
    spans = doc.spans["timeline"]
    assert [(span.label_, span.kb_id_) for span in spans] == [("DATE", "2011-05-12"), ("DATE", "2011-07")]
    for span, expression in zip(spans, doc._.timexes, strict=True):
        assert span.start_char <= expression.start
        assert span.end_char >= expression.end


def test_the_date_of_the_document() -> None:
    import timeline_cli.integrations.spacy_component  # noqa: F401

    nlp = spacy.blank("ar")
    nlp.add_pipe("timeline", config={"all_dates": True})
    doc = nlp.make_doc("وصل الوفد أمس.")
    doc._.dct = "2023-03-15"
    assert [str(event.begin) for event in nlp(doc)._.timeline] == ["2023-03-14"]
