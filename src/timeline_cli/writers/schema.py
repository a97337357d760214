"""The JSON Schema that ships with the package."""

from __future__ import annotations

from importlib.resources import files


def schema_text() -> str:
    """Returns the JSON Schema (draft 2020-12) of an exported timeline, as it stands in the package."""
    return files("timeline_cli.writers").joinpath("timeline.schema.json").read_text(encoding="utf-8")
