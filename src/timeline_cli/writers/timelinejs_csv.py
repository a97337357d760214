"""TimelineJS as CSV, for its spreadsheet."""

from timeline_cli.writers.timelinejs import write_csv as write

__all__ = ["write"]
