"""From timelines to bytes: one registry, one module an export format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

from timeline_cli.errors import TimelineError
from timeline_cli.model import Document, Timeline
from timeline_cli.writers.provenance import Provenance

Encoder = Callable[..., None]


@dataclass(frozen=True, slots=True)
class Format:
    """An export format.

    Its module holds `write(timeline, provenance, stream, **settings)`, which writes bytes. `settings`: the names of the
    settings that `write` takes, such as `excel`. `texts`: whether `write` also takes `documents`, the texts themselves.
    """

    name: str
    suffixes: tuple[str, ...]
    summary: str
    module: str
    settings: frozenset[str] = frozenset()
    texts: bool = False

    def require(self, settings: Iterable[str]) -> None:
        """Raises TimelineError for a setting that the format does not know."""
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
    ) -> None:
        """Writes a timeline as bytes; raises TimelineError for a setting that the format does not know.

        `documents`: the texts that the timeline comes from, for the formats that show or mark them.
        """
        self.require(settings)
        write: Encoder = import_module(self.module).write
        if self.texts:
            write(timeline, provenance, stream, documents=documents, **settings)
        else:
            write(timeline, provenance, stream, **settings)


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
)


def format_named(name: str) -> Format:
    """Returns the format of a name; raises TimelineError where there is none."""
    for known in FORMATS:
        if known.name == name:
            return known
    raise TimelineError(f"--format: {name!r} is unknown; it is one of {', '.join(known.name for known in FORMATS)}")


def format_of(path: str) -> Format:
    """Returns the format of a file's suffix; raises TimelineError where there is none."""
    suffix = Path(path).suffix.lower()
    for known in FORMATS:
        if suffix in known.suffixes:
            return known
    suffixes = ", ".join(known.suffixes[0] for known in FORMATS)
    raise TimelineError(f"{path}: the name does not say the format; end it in {suffixes}, or name it with --format")
