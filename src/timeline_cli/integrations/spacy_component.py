"""A spaCy component: `nlp.add_pipe("timeline")` sets `doc._.timeline`; needs spaCy.

spaCy finds the component by itself once the package is installed (entry point `spacy_factories`).
"""

from __future__ import annotations

from datetime import date
from typing import Any

from timeline_cli.extras import needed
from timeline_cli.model import Day, Document, Timeline

SPANS = "timeline"


class TimelineComponent:
    """Finds time expressions and events of each text that goes through a pipeline.

    Sets `doc._.timeline` (a `Timeline`), `doc._.timexes` (its `TimeExpression`s), and `doc.spans["timeline"]`: a span a
    time expression, widened to whole tokens, labelled with its type and with its TIMEX3 value as `kb_id_`. The
    document's date is `doc._.dct` (a date or an ISO string), where it is set before; else the text tells.
    """

    def __init__(self, all_dates: bool = False) -> None:
        self.all_dates = all_dates
        extension = needed("spacy.tokens", "spacy", "the spaCy component").Doc
        for name in ("timeline", "timexes", "dct"):
            if not extension.has_extension(name):
                extension.set_extension(name, default=None)

    def __call__(self, doc: Any) -> Any:
        """Returns a `spacy.tokens.Doc` with what was found in it; raises ValueError for a `dct` that is no day."""
        from timeline_cli.dates import read
        from timeline_cli.events import Choices, extract_document
        from timeline_cli.readers.hashing import sha256_of

        day = _day(doc._.dct)
        document = Document("-", doc.text, None, day, "option" if day else None, sha256_of(doc.text))
        timeline: Timeline = extract_document(document, choices=Choices(all_dates=self.all_dates))
        expressions = read(doc.text, day).expressions
        doc._.timeline, doc._.timexes = timeline, expressions
        spans = []
        for one in expressions:
            span = doc.char_span(one.start, one.end, label=one.type, kb_id=one.value or "", alignment_mode="expand")
            if span is not None:
                spans.append(span)
        doc.spans[SPANS] = spans
        return doc


def _day(value: date | str | None) -> Day | None:
    if value is None:
        return None
    return Day.parse(value) if isinstance(value, str) else Day.from_date(value)


def create(nlp: Any, name: str, all_dates: bool) -> TimelineComponent:
    """Returns the component; spaCy calls this for `nlp.add_pipe("timeline", config={"all_dates": True})`."""
    return TimelineComponent(all_dates)


def _registered() -> Any:
    """Returns the factory as spaCy has registered it under the name `timeline`."""
    language = needed("spacy.language", "spacy", "the spaCy component").Language
    if not language.has_factory("timeline"):
        language.factory("timeline", func=create, default_config={"all_dates": False}, assigns=["doc._.timeline"])
    return language


_registered()
