"""What a reader is given beside the bytes, and what it gives back."""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline_cli.errors import TimelineError
from timeline_cli.model import Day, Document
from timeline_cli.readers.hashing import sha256_of

NAMED = 5
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How sources are read.

    `encoding` overrides the recognition of the character encoding. `text_field`, `date_field`, `id_field`,
    `title_field`: which field of a row is what (dots lead into nested fields); None where the usual names will do
    (field_names.csv). `glob`: which files of a folder are read, None for all that have a known suffix. `strict`: bad
    rows and files of a folder that cannot be read are errors instead of being left out.
    """

    encoding: str | None = None
    text_field: str | None = None
    date_field: str | None = None
    id_field: str | None = None
    title_field: str | None = None
    glob: str | None = None
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Extracted:
    """The documents of a source, and remarks: what was left out or is doubtful, a line each."""

    documents: tuple[Document, ...]
    remarks: tuple[str, ...] = ()


def document_of(name: str, text: str, title: str | None = None, day: Day | None = None) -> Document:
    """Returns a document whose title and day, where there are any, come from metadata.

    Line ends become LF, lone surrogates (JSON may hold them) U+FFFD.
    """
    text = _LONE_SURROGATE.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    return Document(name, text, title or None, day, "metadata" if day else None, sha256_of(text))


def left_out(name: str, total: int, kind: str, bad: list[str], strict: bool) -> tuple[str, ...]:
    """Returns the remark on entries that cannot be read, none where there are none.

    `kind`: what the entries are, such as `rows`. `bad`: place and reason of each, such as `line 4: no JSON`. Raises
    TimelineError where `strict`.
    """
    if not bad:
        return ()
    if strict:
        raise TimelineError(f"{name}: {bad[0]}; without --strict it is left out")
    more = f" and {len(bad) - NAMED} more" if len(bad) > NAMED else ""
    return (f"{name}: {len(bad)} of {total} {kind} left out: {'; '.join(bad[:NAMED])}{more}",)
