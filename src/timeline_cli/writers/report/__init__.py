"""The report: one self-contained HTML file with picture, list, filters and texts (docs/report.md).

Nothing of a text ever becomes markup: texts and events are data in one `application/json` block, in which `<`, `>` and
`&` are escaped, and the page's script makes text nodes of them. Script and style are allowed by their hashes alone.
"""

from __future__ import annotations

import base64
import csv
import hashlib
import json
from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import PurePath
from typing import Any, BinaryIO

from timeline_cli.lexicon.loader import rows
from timeline_cli.model import Document, Event, Telling, Timeline
from timeline_cli.selection import grain_of, searchable
from timeline_cli.text.letters import fold
from timeline_cli.writers.provenance import Provenance, tool
from timeline_cli.writers.record import FIELDS, RECORD_VERSION, record_of, source_of

# What a field of a record is where the data block leaves it out.
DEFAULTS: Mapping[str, Any] = {
    "time": None,
    "zone": None,
    "edtf": None,
    "precision": None,
    "calendar": "gregorian",
    "relation": "on",
    "mod": None,
    "status": "past",
    "attribution": None,
    "participants": [],
    "places": [],
    "how": "explicit",
    "confidence": 1.0,
    "flags": [],
}
_LONGEST_TITLE = 140
_OF_FIRST_TELLING = frozenset({"date_text", "sentence", "document", "start", "end", "tellings"})
_ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029\x85"}
_LETTERS = (*range(0xAD, 0xAE), *range(0x600, 0x700), *range(0x750, 0x780), 0x61C, *range(0x200B, 0x2070), 0xFEFF)
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


def write(timeline: Timeline, provenance: Provenance, stream: BinaryIO, documents: Sequence[Document] = ()) -> None:
    """Writes a timeline as a report. `documents`: the texts to show; an event of another text shows its sentence."""
    stream.write(page_of(timeline, provenance, documents).encode("utf-8", "replace"))


def page_of(timeline: Timeline, provenance: Provenance, documents: Sequence[Document] = ()) -> str:
    """Returns the report as HTML."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined
    from markupsafe import Markup

    style, script = _asset("report.css"), _asset("report.js")
    labels = _labels()
    environment = Environment(
        autoescape=True,
        loader=FunctionLoader(_asset),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("report.html").render(
        title=title_of(timeline, documents),
        policy=policy_of(style, script),
        style=Markup(style),
        script=Markup(script),
        data=Markup(json_block(data_of(timeline, provenance, documents))),
        labels={key: texts["ar"] for key, texts in labels.items()},
    )


def policy_of(style: str, script: str) -> str:
    """Returns a Content Security Policy that allows this style and this script and nothing else."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def json_block(value: object) -> str:
    """Returns a value as JSON that may stand between script tags: no sign in it can end or open any markup."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    text = "".join(c if not "\ud800" <= c <= "\udfff" else f"\\u{ord(c):04x}" for c in text)
    return text.translate(_ESCAPES)


def title_of(timeline: Timeline, documents: Sequence[Document] = ()) -> str:
    """Returns the title of a document, else its first line, else its file's name; of several, how many there are."""
    if len(timeline.sources) != 1:
        return f"تسلسل زمني · النصوص: {len(timeline.sources)}"
    source = timeline.sources[0]
    text = next((document.text for document in documents if document.name == source.name), "")
    first = next((line.strip() for line in text.splitlines() if line.strip()), "")
    return source.title or (first if 0 < len(first) <= _LONGEST_TITLE else PurePath(source.name).name)


def data_of(timeline: Timeline, provenance: Provenance, documents: Sequence[Document]) -> dict[str, Any]:
    """Returns what the page's script works on."""
    texts = {document.name: document.text for document in documents}
    places = {source.name: place for place, source in enumerate(timeline.sources)}
    return {
        "format": "timeline-cli/timeline",
        "version": RECORD_VERSION,
        "tool": tool(),
        "options": dict(provenance.options),
        "selection": dict(provenance.selection),
        "fields": FIELDS,
        "defaults": dict(DEFAULTS),
        "documents": [source_of(source) | {"text": texts.get(source.name)} for source in timeline.sources],
        "events": [_event(event, places, texts) for event in timeline.events],
        "labels": _labels(),
        "months": {
            region: [row[region] for row in rows("month_names")] for region in ("levant", "egypt", "maghreb", "english")
        },
        "folding": _folding(),
    }


def _event(event: Event, places: Mapping[str, int], texts: Mapping[str, str]) -> dict[str, Any]:
    record = record_of(event)
    compact = {
        field: value
        for field, value in record.items()
        if field not in _OF_FIRST_TELLING and (field not in DEFAULTS or value != DEFAULTS[field])
    }
    for names in ("participants", "places"):
        if names in compact:
            compact[names] = [[name["text"], name["kind"]] for name in compact[names]]
    if compact.get("edtf") == compact["begin"]:
        compact["edtf"] = 1
    compact["grain"] = grain_of(event)
    compact["tellings"] = [_telling(telling, places, texts) for telling in event.tellings]
    return compact


def _telling(telling: Telling, places: Mapping[str, int], texts: Mapping[str, str]) -> list[Any]:
    """Returns document, start and end of sentence and of date; then the words, where no text holds them."""
    start = telling.sentence_start
    end = start + len(telling.sentence)
    packed: list[Any] = [places.get(telling.document, telling.document), start, end, telling.start, telling.end]
    text = texts.get(telling.document)
    if text is None or text[start:end] != telling.sentence or text[telling.start : telling.end] != telling.date_text:
        packed += [telling.sentence, telling.date_text]
    return packed


def _folding() -> dict[str, str]:
    """Returns what search makes of single letters, so that the page folds as the tool does."""
    folded = {chr(code): fold(chr(code)).translate(_DIGITS) for code in _LETTERS}
    return {letter: plain for letter, plain in folded.items() if letter != plain and searchable(letter) != letter}


def _labels() -> dict[str, dict[str, str]]:
    return {row["key"]: {"ar": row["ar"], "en": row["en"]} for row in csv.DictReader(_asset("labels.csv").splitlines())}


def _asset(name: str) -> str:
    return files(__name__).joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
    return f"sha256-{digest}"
