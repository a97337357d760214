"""CSV after RFC 4180: a header, CRLF, UTF-8; on request as a spreadsheet program wants it."""

from __future__ import annotations

import codecs
import csv
import re
from dataclasses import dataclass
from typing import Any, BinaryIO

from timeline_cli.model import Timeline
from timeline_cli.writers.provenance import Provenance
from timeline_cli.writers.record import FIELDS, record_of

BETWEEN = "; "

_FORMULA_START = re.compile(r"[\s\ufeff]*[=@\uff1d\uff20]|[\t\r\n]")
_SIGNED = re.compile(r"[\s\ufeff]*[+\-\uff0b\uff0d]")
_SIGNED_NUMBER = re.compile(r"[+-]\d[\d ]*([.,]\d+)?")
_FORMULA_SYNTAX = re.compile(r"[()!|=*/^&<>\"'{}\[\]@#$%:;,+\uff01-\uff5e]|\d-|-\d|[A-Za-z]+\d")


def write(timeline: Timeline, provenance: Provenance, stream: BinaryIO, excel: bool = False) -> None:
    """Writes a header and one row an event.

    `excel` puts a byte order mark in front and keeps cells from being evaluated (see `inert`).
    """
    if excel:
        stream.write(codecs.BOM_UTF8)
    rows = csv.writer(_Utf8(stream), lineterminator="\r\n")
    rows.writerow(FIELDS)
    for event in timeline.events:
        cells = cells_of(record_of(event))
        rows.writerow([inert(cell) for cell in cells] if excel else cells)


@dataclass(frozen=True, slots=True)
class _Utf8:
    """What `csv.writer` writes its rows to: the byte stream behind it."""

    stream: BinaryIO

    def write(self, row: str) -> int:
        """Writes a row in UTF-8; lone surrogates, which UTF-8 cannot hold, become question marks."""
        return self.stream.write(row.encode("utf-8", "replace"))


def cells_of(record: dict[str, Any]) -> list[str]:
    """Returns a record as the cells of a row.

    Null is empty; names and flags are joined by `; `; of the tellings the number stands there.
    """
    flat = record | {
        "participants": BETWEEN.join(name["text"] for name in record["participants"]),
        "places": BETWEEN.join(name["text"] for name in record["places"]),
        "flags": BETWEEN.join(f"{code}: {detail}" if detail else code for code, detail in record["flags"]),
        "tellings": len(record["tellings"]),
    }
    return ["" if flat[field] is None else str(flat[field]) for field in FIELDS]


def inert(cell: str) -> str:
    """Returns a cell that no spreadsheet program evaluates, and that a person still reads as it was written.

    What begins like a formula (`=`, `@`, a tab or line end, also after white space and in full width) gets an
    apostrophe in front. After `+` or `-`, a plain number stays (`+963`); what holds the syntax of a formula
    (operators, brackets, quotes, cell names) gets the apostrophe; mere words (`-بوتين`), which a spreadsheet would show
    as an unknown name, get a space.
    """
    if _FORMULA_START.match(cell):
        return "'" + cell
    if not _SIGNED.match(cell) or _SIGNED_NUMBER.fullmatch(cell):
        return cell
    sign = len(cell) - len(cell.lstrip()) + 1
    return ("'" if _FORMULA_SYNTAX.search(cell, sign) else " ") + cell
