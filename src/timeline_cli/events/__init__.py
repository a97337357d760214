"""Dated clauses made into events: who did what, where, when, and who says so."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_cli.annotators import Annotator
from timeline_cli.dates import DEFAULT, DateOptions, read
from timeline_cli.events.choices import DEFAULT as CHOICES
from timeline_cli.events.choices import Choices
from timeline_cli.events.extract import events_of
from timeline_cli.events.merge import merge, within
from timeline_cli.events.order import ordered
from timeline_cli.events.salience import salience, top
from timeline_cli.model import Document, Source, Timeline

__all__ = ["Choices", "extract_document", "merge", "ordered", "salience", "top"]


def extract_document(
    document: Document,
    options: DateOptions = DEFAULT,
    choices: Choices = CHOICES,
    annotators: Sequence[Annotator] = (),
) -> Timeline:
    """Returns the chronology of one document.

    `options` decide about dates, `choices` about entries; `annotators` are finders of names beside the rules (see
    `timeline_cli.annotators`).
    """
    reading = read(document.text, document.dct, options, document.dct_source or "option")
    date = reading.date
    found = within(events_of(document, reading.expressions, date.day, choices, annotators))
    source = Source(document.name, document.title, date, document.sha256, len(document.text))
    return Timeline(ordered(found), (source,))
