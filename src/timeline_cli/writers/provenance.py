"""Where a timeline comes from: the tool, the version of its rules, and what it was asked."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from timeline_cli import __version__

_RULES = ("lexicon", "text", "dates", "events")


@dataclass(frozen=True, slots=True)
class Provenance:
    """What a reader needs to get the same timeline again.

    `options`: how dates were read (date order, weekend …). `selection`: which entries were asked for, empty for all.
    """

    options: Mapping[str, Any] = field(default_factory=dict)
    selection: Mapping[str, Any] = field(default_factory=dict)


def tool() -> dict[str, str]:
    """Returns name and version of the tool, and the version of its rules."""
    return {"name": "timeline-cli", "version": __version__, "rules": rules_version()}


def rules_version() -> str:
    """Returns a fingerprint of the word lists and rules: 12 hexadecimal digits, the same wherever they are the same."""
    digest = hashlib.sha256()
    for room in _RULES:
        for path, source in _sources(files("timeline_cli").joinpath(room), room):
            digest.update(path.encode() + b"\0" + source.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()[:12]


def _sources(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _sources(entry, f"{path}/{entry.name}")
        elif entry.name.endswith((".csv", ".py")):
            yield f"{path}/{entry.name}", entry
