"""From timelines to bytes: one registry, one module an export format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

from timeline_cli.errors import TimelineError
from timeline_cli.extras import needed
from timeline_cli.model import Document, Timeline
from timeline_cli.writers.provenance import Provenance

Encoder = Callable[..., Sequence[str] | None]


@dataclass(frozen=True, slots=True)
class Format:
    """An export format.

    Its module holds `write(timeline, provenance, stream, **settings)`, which writes bytes and may return remarks: what
    it left out, a line each. `settings`: the names of the settings that `write` takes, such as `excel`. `texts`:
    whether `write` also takes `documents`, the texts themselves. `events`: whether it holds events; other formats hold
    the time expressions of the texts. `libraries`: what it imports, and the `extra` of the package that brings it in.
    """

    name: str
    suffixes: tuple[str, ...]
    summary: str
    module: str
    settings: frozenset[str] = frozenset()
    texts: bool = False
    events: bool = True
    extra: str | None = None
    libraries: tuple[str, ...] = ()

    def require(self, settings: Iterable[str] = ()) -> None:
        """Raises TimelineError for a setting that the format does not know, and for a library that is missing."""
        for library in self.libraries:
            needed(library, self.extra or "", f"writing {self.name}")
        for setting in set(settings) - self.settings:
            known = ", ".join(other.name for other in FORMATS if setting in other.settings)
            raise TimelineError(f"--{setting}: is no setting of the format {self.name}; it is one of {known}")

    def write(
        self,
        timeline: Timeline,
        provenance: Provenance,
        stream: BinaryIO,
        documents: Sequence[Document] = (),
        **settings: object,
    ) -> tuple[str, ...]:
        """Writes a timeline as bytes and returns what was left out, a line each.

        Raises TimelineError for a setting that the format does not know.

        `documents`: the texts that the timeline comes from, for the formats that show or mark them.
        """
        self.require(settings)
        write: Encoder = import_module(self.module).write
        if self.texts:
            return tuple(write(timeline, provenance, stream, documents=documents, **settings) or ())
        return tuple(write(timeline, provenance, stream, **settings) or ())


FORMATS: tuple[Format, ...] = (
    Format("csv", (".csv",), "a table, RFC 4180, UTF-8", "timeline_cli.writers.csv_table", frozenset({"excel"})),
    Format("json", (".json",), "one object with its provenance (timeline schema)", "timeline_cli.writers.json_object"),
    Format("jsonl", (".jsonl", ".ndjson"), "one record a line", "timeline_cli.writers.json_lines"),
    Format(
        "html",
        (".html", ".htm"),
        "a report for the browser, in one file (docs/report.md)",
        "timeline_cli.writers.report",
        texts=True,
    ),
    Format(
        "xlsx",
        (".xlsx",),
        "a workbook, right to left",
        "timeline_cli.writers.xlsx",
        extra="xlsx",
        libraries=("xlsxwriter",),
    ),
    Format("sqlite", (".sqlite", ".sqlite3", ".db"), "a database with full-text search", "timeline_cli.writers.sqlite"),
    Format(
        "duckdb",
        (".duckdb",),
        "a database with typed columns",
        "timeline_cli.writers.duckdb",
        extra="parquet",
        libraries=("duckdb", "pyarrow"),
    ),
    Format(
        "parquet",
        (".parquet",),
        "typed columns",
        "timeline_cli.writers.parquet",
        extra="parquet",
        libraries=("pyarrow",),
    ),
    Format(
        "ics",
        (".ics",),
        "iCalendar: all-day entries",
        "timeline_cli.writers.icalendar",
        extra="ics",
        libraries=("icalendar",),
    ),
    Format("markdown", (".md",), "a table for a wiki", "timeline_cli.writers.markdown"),
    Format(
        "timelinejs-csv",
        (".timelinejs.csv",),
        "TimelineJS: the columns of its spreadsheet",
        "timeline_cli.writers.timelinejs_csv",
    ),
    Format("timelinejs-json", (".timelinejs.json",), "TimelineJS", "timeline_cli.writers.timelinejs_json"),
    Format("vis", (".vis.json",), "vis-timeline: items and groups", "timeline_cli.writers.vis_timeline"),
    Format("timesketch", (".timesketch.jsonl",), "Timesketch: a line an event", "timeline_cli.writers.timesketch"),
    Format(
        "timeml",
        (".tml", ".timeml"),
        "TimeML: one text, TIMEX3 inline",
        "timeline_cli.writers.timeml",
        texts=True,
        events=False,
    ),
    Format(
        "timeml-zip",
        (".tml.zip",),
        "TimeML: a file each text",
        "timeline_cli.writers.timeml_zip",
        texts=True,
        events=False,
    ),
    Format(
        "brat",
        (".brat.zip",),
        "brat standoff: a .txt and .ann each text",
        "timeline_cli.writers.brat",
        texts=True,
        events=False,
    ),
    Format(
        "doccano",
        (".doccano.jsonl",),
        "doccano: a line a text",
        "timeline_cli.writers.doccano",
        texts=True,
        events=False,
    ),
    Format(
        "label-studio",
        (".labelstudio.json",),
        "Label Studio: a task a text",
        "timeline_cli.writers.label_studio",
        texts=True,
        events=False,
    ),
    Format(
        "conll",
        (".conllup", ".conll"),
        "CoNLL-U Plus: a token a line, IOB2",
        "timeline_cli.writers.conll",
        texts=True,
        events=False,
    ),
)


def format_named(name: str) -> Format:
    """Returns the format of a name; raises TimelineError where there is none."""
    for known in FORMATS:
        if known.name == name:
            return known
    raise TimelineError(f"--format: {name!r} is unknown; it is one of {', '.join(known.name for known in FORMATS)}")


def format_of(path: str) -> Format:
    """Returns the format of a file's suffix, the longest that fits; raises TimelineError where there is none."""
    name = Path(path).name.lower()
    fitting = [(len(suffix), known) for known in FORMATS for suffix in known.suffixes if name.endswith(suffix)]
    if fitting:
        return max(fitting, key=lambda entry: entry[0])[1]
    suffixes = ", ".join(known.suffixes[0] for known in FORMATS)
    raise TimelineError(f"{path}: the name does not say the format; end it in {suffixes}, or name it with --format")
